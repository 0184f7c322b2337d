//! The *article* of a page is what is left when its navigation, its boxes and the lines around the
//! article are taken away.

use super::blocks::{Block, Kind};
use super::known::Known;
use super::metadata::{Metadata, letters};
use crate::corpus::lines::is_wide;
use crate::corpus::{boilerplate, byline};

/// A page without a paragraph of as many letters has no article: it is a form, a list of links or
/// a notice. A Chinese character says as much as two letters.
const SHORTEST: usize = 60;

/// A longer paragraph is no label, byline or pointer to another article.
const LONG: usize = 200;

/// How pointers to other articles start, as [`letters`] has them.
#[rustfmt::skip]
const POINTERS: [&str; 29] = [
    "lireaussi", "àlireaussi", "alireaussi", "lireégalement", "voiraussi", "àvoiraussi", "surlemêmesujet",
    "readalso", "alsoread", "readmore", "seealso", "related", "morefrom",
    "lesensieauch", "mehrzumthema", "sieheauch", "leatambién", "leertambién", "vertambién",
    "leiatambém", "vejatambém", "leggianche", "leesook", "관련기사", "関連記事", "あわせて読みたい",
    "相关阅读", "延伸阅读", "延伸閱讀",
];

/// The article's blocks, without what repeats the metadata or leads elsewhere; `None` when the
/// page has no article. The metadata learn what only a line above the text tells.
pub(super) fn of(blocks: Vec<Block>, metadata: &mut Metadata) -> Option<Vec<Block>> {
    let mut blocks = without_lone_labels(without_boxes(blocks));
    let title = metadata.title.as_deref().map(letters).unwrap_or_default();
    let is_title = |block: &Block| letters(&block.text) == title;
    let text = blocks.iter().position(is_text)?;
    let is_section = |block: &Block| is_heading(block) && !is_title(block);
    let top = blocks[..text].iter().position(is_section).unwrap_or(text);
    learn(&blocks[..top], metadata);
    let known = Known::of(metadata);
    let mut at = 0;
    blocks.retain(|block| {
        at += 1;
        let is_repeated = is_title(block) && (is_heading(block) || at <= text);
        let is_label = at <= text && !is_heading(block) && is_all_link(block);
        let is_byline = at <= top && may_be_byline(block) && known.is_byline(&block.text);
        !(is_repeated || is_label || is_byline)
    });
    // A heading above nothing is that of a box: its content was taken away.
    while blocks.last().is_some_and(is_heading) {
        blocks.pop();
    }
    blocks.iter().any(is_text).then_some(blocks)
}

/// The blocks without labels of buttons and pointers to other articles. What a line announces with
/// a colon is a part of the text, and so is a label among other items of a list.
fn without_boxes(blocks: Vec<Block>) -> Vec<Block> {
    let mut kept = Vec::with_capacity(blocks.len());
    let mut is_announced = false;
    for run in blocks.chunk_by(|a, b| is_listed(a) && is_listed(b)) {
        let are_labels = run.iter().all(|it| boilerplate::is_boilerplate(&it.text));
        let is_box = match run[0].kind {
            Kind::Heading(_) | Kind::Listing => false,
            Kind::Paragraph => are_labels || is_pointer(&run[0]),
            Kind::Item { .. } | Kind::Continued { .. } => are_labels,
        };
        let is_run_kept = is_announced || !is_box;
        let is_time = |it: &Block| is_listed(it) && boilerplate::is_reading_time(&it.text);
        kept.extend(run.iter().map(|it| is_run_kept && !is_time(it)));
        let announces = |it: &Block| {
            let is_open = it.text.ends_with([':', '：']) && !is_heading(it);
            is_open && behind_pointer(&it.text).is_none()
        };
        is_announced = is_run_kept && run.last().is_some_and(announces);
    }
    only(blocks, &kept)
}

/// The blocks without headings that are labels and stand above nothing.
fn without_lone_labels(blocks: Vec<Block>) -> Vec<Block> {
    let is_lone = |at: usize, level: u8| match blocks.get(at + 1).map(|it| it.kind) {
        Some(Kind::Heading(below)) => below <= level,
        Some(_) => false,
        None => true,
    };
    let kept = blocks.iter().enumerate().map(|(at, block)| {
        let Kind::Heading(level) = block.kind else {
            return true;
        };
        !(boilerplate::is_boilerplate(&block.text) && is_lone(at, level))
    });
    let kept: Vec<bool> = kept.collect();
    only(blocks, &kept)
}

fn only(blocks: Vec<Block>, kept: &[bool]) -> Vec<Block> {
    let marked = blocks.into_iter().zip(kept);
    marked
        .filter_map(|(block, kept)| kept.then_some(block))
        .collect()
}

/// Takes author and date from the lines above the text where the page's code has none.
fn learn(top: &[Block], metadata: &mut Metadata) {
    let lines = top.iter().filter(|it| may_be_byline(it));
    for line in lines.flat_map(|it| it.text.split(['\n', '|', '·', '•'])) {
        let line = line.trim();
        if metadata.author.is_none() {
            metadata.author = byline::author_of(line).map(str::to_owned);
        }
        if metadata.date.is_none() && byline::is_date(line) {
            metadata.date = Some(line.to_owned());
        }
    }
}

fn may_be_byline(block: &Block) -> bool {
    let is_line = matches!(block.kind, Kind::Paragraph | Kind::Item { .. });
    is_line && block.text.len() <= LONG
}

fn is_heading(block: &Block) -> bool {
    matches!(block.kind, Kind::Heading(_))
}

/// A paragraph that says something.
fn is_text(block: &Block) -> bool {
    let letters = block.text.chars().filter(|c| c.is_alphanumeric());
    let weights = letters.map(|c| 1 + usize::from(is_wide(c)));
    !is_heading(block)
        && weights.sum::<usize>() >= SHORTEST
        && block.linked * 2 < block.text.chars().count()
}

/// A pointer to another article: a short paragraph that is all link, or says so and mostly is.
fn is_pointer(block: &Block) -> bool {
    if block.linked == 0 || block.text.len() > LONG {
        return false;
    }
    let is_sentence = block.text.ends_with(['.', '。', '!', '?', '…']);
    let says_so = behind_pointer(&block.text).is_some_and(|rest| {
        let is_mostly_link = block.linked * 2 >= seen(rest);
        let is_label = rest.trim_start().starts_with([':', '：']);
        is_mostly_link && (is_label || !is_sentence)
    });
    says_so || is_all_link(block) && !is_sentence
}

/// What follows the words that point to other articles, when a text starts with them.
fn behind_pointer(text: &str) -> Option<&str> {
    let rest = POINTERS.iter().find_map(|start| behind(text, start))?;
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

fn is_all_link(block: &Block) -> bool {
    block.linked >= seen(&block.text)
}

/// How many characters of a text are seen.
fn seen(text: &str) -> usize {
    text.chars().filter(|c| !c.is_whitespace()).count()
}

fn is_listed(block: &Block) -> bool {
    matches!(block.kind, Kind::Item { .. } | Kind::Continued { .. })
}
