//! The *article* of a page is what is left when its navigation, its boxes and the lines around the
//! article are taken away.

use super::blocks::{PageBlock, PageBlockKind};
use super::byline_filter::Known;
use super::letters::{is_wide, letters, weight};
use super::metadata::Metadata;
use super::page::is_stop;
use super::{boilerplate, byline, labels};

/// A page without a paragraph of at least this many letters has no article: it is a form, a list of
/// links or a notice. A Chinese character says as much as two letters.
const SHORTEST: usize = 60;

/// Short lines, such as those of a price list, are an article when together they say as much.
const SHORTEST_OF_LINES: usize = 80;

/// A longer paragraph is no label, byline or pointer to another article.
const LONG: usize = 200;

/// A date among the first blocks, at most so many, is that of the article.
const MOST_NEAR: usize = 8;

/// The titles of other articles are longer than the names of things in a list.
const SHORTEST_TITLE: usize = 28;

/// The article's blocks, without what repeats the metadata or leads elsewhere; `None` when the
/// page has no article. The metadata learn what only a line above the text tells.
pub(super) fn of(blocks: Vec<PageBlock>, metadata: &mut Metadata) -> Option<Vec<PageBlock>> {
    let blocks = without_other_articles(blocks);
    let mut blocks = without_lone_labels(without_boxes(blocks));
    let title = metadata.title.as_deref().map(letters).unwrap_or_default();
    let is_title = |block: &PageBlock| letters(&block.text) == title;
    let text = blocks.iter().position(is_text);
    let text = text.or_else(|| blocks.iter().position(|block| !is_heading(block)))?;
    let is_section = |block: &PageBlock| is_heading(block) && !is_title(block);
    let top = blocks[..text].iter().position(is_section).unwrap_or(text);
    learn(&blocks[..top], metadata);
    let known = Known::of(metadata);
    let dated = dated_title(&blocks, &title);
    // A line below the title may stand between a byline and the text.
    let section = blocks.iter().position(is_section).unwrap_or(blocks.len());
    let near = section.min(MOST_NEAR);
    let mut at = 0;
    blocks.retain(|block| {
        at += 1;
        let is_repeated = is_title(block) && (is_heading(block) || at <= text);
        let is_label =
            at <= text && !is_heading(block) && (is_all_link(block) || is_trail(block, &title));
        let is_byline = may_be_byline(block)
            && (at <= top && known.is_byline(&block.text)
                || at <= near && known.is_date_of_article(&block.text)
                || block.is_called_byline && known.is_loose_byline(&block.text));
        !(dated == Some(at - 1) || is_repeated || is_label || is_byline)
    });
    // A heading above nothing is that of a box: its content was taken away.
    while blocks.last().is_some_and(is_heading) {
        blocks.pop();
    }
    let lines = || blocks.iter().filter(|block| !is_heading(block));
    let said: usize = lines().map(own).sum();
    let is_said = said >= SHORTEST_OF_LINES && lines().any(|block| ends_sentence(&block.text));
    (blocks.iter().any(is_text) || is_said).then_some(blocks)
}

/// A heading right above the title that is only a date, as blogs have it.
fn dated_title(blocks: &[PageBlock], title: &str) -> Option<usize> {
    let pairs = blocks.iter().zip(blocks.iter().skip(1));
    let is_dated = |(date, below): (&PageBlock, &PageBlock)| {
        is_heading(date)
            && byline::is_date(&date.text)
            && is_heading(below)
            && letters(&below.text) == title
    };
    pairs.into_iter().position(is_dated)
}

/// The blocks without lists of links to other articles and the headings above them. A list of short
/// names is left, as a wiki has them, and so is one that a line announces.
fn without_other_articles(blocks: Vec<PageBlock>) -> Vec<PageBlock> {
    let mut kept = vec![true; blocks.len()];
    let mut at = 0;
    for run in blocks.chunk_by(|a, b| is_listed(a) && is_listed(b)) {
        let start = at;
        at += run.len();
        let before = start.checked_sub(1).map(|before| &blocks[before]);
        let is_above = before
            .is_some_and(|found| found.text.len() <= LONG && labels::is_above_others(&found.text));
        if is_listed(&run[0]) {
            let is_announced = before.is_some_and(|found| found.text.ends_with([':', '：']));
            let is_headed = before.is_some_and(is_heading);
            let length = run.iter().map(|block| weight(&block.text)).sum::<usize>() / run.len();
            let is_list = (run.len() > 1 || is_above) && run.iter().all(is_all_link);
            let is_foreign = is_above || !is_headed && length >= SHORTEST_TITLE;
            if is_list && is_foreign && (!is_announced || is_above) {
                kept[start..at].fill(false);
                if is_above {
                    kept[start - 1] = false;
                }
            }
        } else if before.is_some_and(is_heading)
            && (run[0].is_behind_box || is_above && is_pointer(&run[0]))
        {
            // What the heading stood above leads to other pages.
            kept[start - 1] = false;
        }
    }
    only(blocks, &kept)
}

/// The blocks without labels of buttons, notices and pointers to other articles. What a line announces
/// with a colon is a part of the text, and so is a label among other items of a list.
fn without_boxes(blocks: Vec<PageBlock>) -> Vec<PageBlock> {
    let mut kept = Vec::with_capacity(blocks.len());
    let mut is_announced = false;
    for run in blocks.chunk_by(|a, b| is_listed(a) && is_listed(b)) {
        let are_labels = run
            .iter()
            .all(|block| boilerplate::is_boilerplate(&block.text));
        let is_box = match run[0].kind {
            PageBlockKind::Heading(_) | PageBlockKind::Listing | PageBlockKind::Rows => false,
            PageBlockKind::Paragraph => {
                let text = &run[0].text;
                let is_pointer = is_pointer(&run[0]) || byline::is_change(text);
                are_labels || is_pointer || labels::is_notice(text) || is_number(text)
            }
            PageBlockKind::Item { .. } | PageBlockKind::Continued { .. } => are_labels,
        };
        let is_run_kept = is_announced && !is_number(&run[0].text) || !is_box;
        let is_time =
            |block: &PageBlock| is_listed(block) && boilerplate::is_reading_time(&block.text);
        kept.extend(run.iter().map(|block| is_run_kept && !is_time(block)));
        let announces = |block: &PageBlock| {
            let is_open = block.text.ends_with([':', '：']) && !is_heading(block);
            is_open && behind_pointer(&block.text).is_none()
        };
        is_announced = is_run_kept && run.last().is_some_and(announces);
    }
    only(blocks, &kept)
}

/// A count of votes or comments; a year may be text.
fn is_number(text: &str) -> bool {
    text.len() <= 3 && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// The blocks without headings that are labels and stand above nothing.
fn without_lone_labels(blocks: Vec<PageBlock>) -> Vec<PageBlock> {
    let is_lone = |at: usize, level: u8| match blocks.get(at + 1).map(|block| block.kind) {
        Some(PageBlockKind::Heading(below)) => below <= level,
        Some(_) => false,
        None => true,
    };
    let kept: Vec<bool> = blocks
        .iter()
        .enumerate()
        .map(|(at, block)| {
            let PageBlockKind::Heading(level) = block.kind else {
                return true;
            };
            let is_label =
                boilerplate::is_boilerplate(&block.text) || labels::is_above_others(&block.text);
            !(is_label && is_lone(at, level))
        })
        .collect();
    only(blocks, &kept)
}

fn only(blocks: Vec<PageBlock>, kept: &[bool]) -> Vec<PageBlock> {
    blocks
        .into_iter()
        .zip(kept)
        .filter_map(|(block, kept)| kept.then_some(block))
        .collect()
}

/// Takes author and date from the lines above the text where the page's code has none, and the date
/// as the page prints it.
fn learn(top: &[PageBlock], metadata: &mut Metadata) {
    let lines = top.iter().filter(|block| may_be_byline(block));
    for line in lines.flat_map(|block| block.text.split(['\n', '|', '·', '•'])) {
        let line = line.trim();
        if metadata.author.is_none() {
            metadata.author = byline::author_of(line).map(str::to_owned);
        }
        let is_printed =
            metadata.times.is_empty() && metadata.day.is_some_and(|day| day.may_be(line, true));
        if (metadata.date.is_none() || is_printed) && byline::is_date(line) {
            metadata.date = Some(line.to_owned());
            metadata.day = None;
        }
    }
}

fn may_be_byline(block: &PageBlock) -> bool {
    let is_line = matches!(
        block.kind,
        PageBlockKind::Paragraph | PageBlockKind::Item { .. }
    );
    is_line && block.text.len() <= LONG
}

fn is_heading(block: &PageBlock) -> bool {
    matches!(block.kind, PageBlockKind::Heading(_))
}

/// How many letters of a block are no links.
fn own(block: &PageBlock) -> usize {
    weight(&block.text).saturating_sub(block.linked)
}

/// A paragraph that says something.
fn is_text(block: &PageBlock) -> bool {
    let letters = weight(&block.text);
    let is_said = block.linked * 2 < letters || block.text.trim_end().ends_with(is_end);
    !is_heading(block) && letters >= SHORTEST && is_said
}

/// Whether a character ends a sentence, behind which quotes and brackets may close.
fn ends_sentence(text: &str) -> bool {
    text.trim_end_matches(|c: char| is_closing(c) || c.is_whitespace())
        .ends_with(is_stop)
}

fn is_end(c: char) -> bool {
    is_stop(c) || is_closing(c)
}

fn is_closing(c: char) -> bool {
    "\"'”’»›)]】」』“）".contains(c)
}

/// A pointer to another article: a short paragraph that is all link, or says so and mostly is.
fn is_pointer(block: &PageBlock) -> bool {
    if block.linked == 0 || block.text.len() > LONG {
        return false;
    }
    let is_sentence = ends_sentence(&block.text);
    let says_so = behind_pointer(&block.text).is_some_and(|rest| {
        let is_mostly_link = block.linked * 2 >= weight(rest);
        let is_label = rest.trim_start().starts_with([':', '：']);
        is_mostly_link && (is_label || !is_sentence)
    });
    says_so || is_all_link(block) && !is_sentence
}

/// What follows the words that point to other articles, when a text starts with them.
fn behind_pointer(text: &str) -> Option<&str> {
    let rest = labels::POINTERS
        .iter()
        .find_map(|start| behind(text, start))?;
    let is_whole = |c: char| !c.is_alphanumeric() && c != '-' || is_wide(c);
    (rest.is_empty() || rest.starts_with(is_whole)).then_some(rest)
}

/// What follows `start` in a text, by its letters alone.
fn behind<'t>(text: &'t str, start: &str) -> Option<&'t str> {
    let mut wanted = start.chars().peekable();
    for (at, c) in text.char_indices() {
        if wanted.peek().is_none() {
            return Some(&text[at..]);
        }
        let is_next = |c: char| wanted.next() == Some(c);
        if c.is_alphanumeric() && !c.to_lowercase().all(is_next) {
            return None;
        }
    }
    wanted.peek().is_none().then_some("")
}

fn is_all_link(block: &PageBlock) -> bool {
    block.linked > 0 && block.linked >= weight(&block.text)
}

/// Whether a line leads from the site's first page to this one: `Home » News » The title`.
fn is_trail(block: &PageBlock, title: &str) -> bool {
    let mut parts = block
        .text
        .split(['»', '›', '>', '→', '/', '|', '·', '▸', '❯']);
    let last = parts.next_back().map(letters).unwrap_or_default();
    let before: usize = parts.map(weight).sum();
    before > 0
        && block.linked >= before
        && (last == title || last.is_empty() || block.linked > before)
}

fn is_listed(block: &PageBlock) -> bool {
    matches!(
        block.kind,
        PageBlockKind::Item { .. } | PageBlockKind::Continued { .. }
    )
}
