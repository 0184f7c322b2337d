//! *Pages*: what a document printed or saved as PDF repeats on each page is no text: page numbers,
//! running heads and footers.
//!
//! Headings that repeat, refrains and numbered rules look much the same, so a line is taken away
//! only for a reason: it counts pages in so many words, form feeds stand beside it, or sentences go
//! on across it. Lines are compared without their numbers.

use std::collections::HashMap;
use std::ops::Range;

use super::furniture::lists;
use super::lines::columns;
use super::{has_words, trim};

/// A head or footer has at most this many columns.
const LONGEST: usize = 160;

/// The next page that has the line again is at most this many pages further.
const MOST_PAGES: u32 = 4;

/// A line of running text has at least this many columns.
const PROSE: usize = 40;

/// Stands for a number where lines are compared.
const NUMBER: char = '\u{1}';

/// What a page is called before or behind its number.
const PAGE: &str = "page pages p pg pag pág página pagina pàgina seite s sida side sid sivu strona str \
    strana oldal sayfa trang halaman стр страница стор сторінка с σελίδα σελ صفحة ص עמוד पृष्ठ பக்கம் \
    หน้า 페이지 쪽 ページ 頁 页 第 공";

/// What stands between a page and the number of all pages.
const OF: &str =
    "of von de di sur van av af z ze из з od fra til från til su / din a เซ มาก من מתוך 中 共 전체";

/// The byte ranges of `text` that are page numbers, running heads and footers: ordered, disjoint,
/// on character boundaries.
///
/// Where a sentence goes on below, the blank lines around are part of the range, and one line end
/// is left; else whole lines are, with what ends them.
pub(super) fn boilerplate(text: &str) -> Vec<Range<usize>> {
    let lines = lines(text);
    let is_furniture = furniture(&lines);
    let mut found = Vec::new();
    let mut at = 0;
    while at < lines.len() {
        let is_skipped = |at: usize| is_furniture[at] || lines[at].text.is_empty();
        let end = (at..lines.len())
            .find(|at| !is_skipped(*at))
            .unwrap_or(lines.len());
        let gap = at..end;
        at = end + 1;
        let is_page_end = |at: &usize| is_furniture[*at] || lines[*at].ends_with_feed;
        let marks = gap
            .clone()
            .find(is_page_end)
            .zip(gap.clone().rfind(is_page_end));
        let Some((first, last)) = marks else {
            continue;
        };
        let above = gap.start.checked_sub(1).map(|at| &lines[at]);
        let range = match (above, lines.get(end)) {
            (Some(above), Some(below)) if goes_on(above, below) => above.end..below.start,
            _ if gap.clone().any(|at| is_furniture[at]) => lines[first].start..lines[last].end,
            _ => continue,
        };
        found.push(range);
    }
    found
}

/// A line, or a part of one between form feeds.
struct Line<'t> {
    /// Without the blanks at its ends.
    text: &'t str,
    start: usize,
    /// Behind what ends it.
    end: usize,
    /// Whether a form feed is next to it, or only blank lines between.
    is_at_feed: bool,
    /// Whether a form feed ends it.
    ends_with_feed: bool,
    /// Whether nothing touches it from above and below.
    is_apart: bool,
}

fn lines(text: &str) -> Vec<Line<'_>> {
    let mut lines = Vec::new();
    let mut start = 0;
    let mut has_feed = true;
    let mut apart = true;
    while start < text.len() {
        let rest = &text[start..];
        let length = rest.find(['\n', '\r', '\u{c}']).unwrap_or(rest.len());
        let after = &rest[length..];
        let ending = if after.starts_with("\r\n") {
            2
        } else {
            usize::from(!after.is_empty())
        };
        let span = trim(text, start..start + length);
        lines.push(Line {
            text: &text[span],
            start,
            end: start + length + ending,
            is_at_feed: has_feed && start > 0,
            ends_with_feed: after.starts_with('\u{c}'),
            is_apart: apart,
        });
        let is_empty = lines.last().is_some_and(|it| it.text.is_empty());
        has_feed = after.starts_with('\u{c}') || has_feed && is_empty;
        apart = after.starts_with('\u{c}') || is_empty;
        start += length + ending;
    }
    let (mut has_feed, mut apart) = (false, true);
    for line in lines.iter_mut().rev() {
        has_feed |= line.ends_with_feed;
        line.is_at_feed |= has_feed;
        line.is_apart &= apart || line.ends_with_feed;
        has_feed &= line.text.is_empty();
        apart = line.text.is_empty();
    }
    lines
}

/// Of each line, whether it is furniture.
fn furniture(lines: &[Line]) -> Vec<bool> {
    let mut is_furniture = vec![false; lines.len()];
    let mut alike: HashMap<String, Vec<usize>> = HashMap::new();
    for (at, line) in lines.iter().enumerate() {
        if is_candidate(line.text) {
            alike.entry(key(line.text)).or_default().push(at);
        }
    }
    let widest = lines
        .iter()
        .map(|line| columns(line.text))
        .filter(|it| *it <= LONGEST)
        .max();
    let group = |numbered: bool| {
        let groups = alike.values();
        groups.filter(move |group| key(lines[group[0]].text).contains(NUMBER) == numbered)
    };
    for group in group(true) {
        if counts_pages(lines, group, widest.unwrap_or_default()) {
            mark(&mut is_furniture, group);
        }
    }
    // A head without a number is known by the page number beside it, or by form feeds.
    let numbers = is_furniture.clone();
    let feeds = lines.iter().filter(|line| line.ends_with_feed).count();
    let counted = group(true).filter(|group| numbers[group[0]]);
    let breaks = counted.map(Vec::len).max().unwrap_or(0).max(feeds);
    for group in group(false) {
        let is_edge = |at: &&usize| {
            lines[**at].is_at_feed
                || is_beside(lines, &numbers, **at) && {
                    let is_short = columns(lines[**at].text) < PROSE;
                    is_untouched(lines, &numbers, **at) || is_short && group.len() > 2
                }
        };
        let edges: Vec<usize> = group.iter().filter(is_edge).copied().collect();
        // The first time it may be the title; even and odd pages may have heads of their own.
        if edges.len() >= 2 && edges.len() + 1 >= group.len() && edges.len() * 2 + 1 >= breaks {
            mark(&mut is_furniture, &edges);
        }
    }
    let furniture = is_furniture.clone();
    for (at, line) in lines.iter().enumerate() {
        is_furniture[at] |= is_ruler(line.text) && is_beside(lines, &furniture, at);
    }
    is_furniture
}

fn mark(is_furniture: &mut [bool], lines: &[usize]) {
    for at in lines {
        is_furniture[*at] = true;
    }
}

/// Whether the line next to the one at `at`, over blank ones, is furniture.
fn is_beside(lines: &[Line], is_furniture: &[bool], at: usize) -> bool {
    let is_text = |at: &usize| !lines[*at].text.is_empty();
    let above = (0..at).rev().find(is_text);
    let below = (at + 1..lines.len()).find(is_text);
    above.into_iter().chain(below).any(|at| is_furniture[at])
}

/// Whether the lines that touch the one at `at` are furniture.
fn is_untouched(lines: &[Line], is_furniture: &[bool], at: usize) -> bool {
    let is_text =
        |at: usize| lines.get(at).is_some_and(|line| !line.text.is_empty()) && !is_furniture[at];
    let touched = is_text(at.wrapping_sub(1)) || is_text(at + 1);
    !touched
}

/// Whether a line may be a head or footer by its looks.
fn is_candidate(line: &str) -> bool {
    let is_item = line.starts_with(['-', '–']) && !is_bare_number(line);
    has_words(line)
        && columns(line) <= LONGEST
        && !line.starts_with(['#', '|', '>', '+', '*', '•', '`'])
        && !line.ends_with([':', ',', ';'])
        && !is_item
}

/// A line without its numbers: two lines of the same key differ in nothing else.
fn key(line: &str) -> String {
    let mut key = String::new();
    for word in arranged(line).split_whitespace() {
        key.push(' ');
        let mut in_number = false;
        for c in word.chars() {
            let is_digit = c.is_ascii_digit();
            match (is_digit, in_number) {
                (true, true) => {}
                (true, false) => key.push(NUMBER),
                _ => key.extend(c.to_lowercase()),
            }
            in_number = is_digit;
        }
    }
    key
}

/// The numbers in a line.
fn numbers(line: &str) -> Vec<u32> {
    let words = line.split(|c: char| !c.is_ascii_digit());
    let words = words.filter(|word| !word.is_empty());
    words.map(|word| word.parse().unwrap_or(u32::MAX)).collect()
}

/// Whether lines of the same key count the pages of the document.
fn counts_pages(lines: &[Line], group: &[usize], widest: usize) -> bool {
    let texts: Vec<&str> = group.iter().map(|at| lines[*at].text).collect();
    let all = |holds: fn(&str) -> bool| texts.iter().all(|text| holds(text));
    let crossed = group
        .iter()
        .filter(|at| is_crossed(lines, **at, widest))
        .count();
    let fed = group.iter().filter(|at| lines[**at].is_at_feed).count();
    let are_apart = group.iter().all(|at| lines[*at].is_apart);
    if let [text] = texts[..] {
        let is_mark =
            is_page(text) && (crossed + fed > 0 || is_page_of(text) && has_page_word(text));
        return are_apart && (is_mark || is_page_of(text) && crossed + fed > 0);
    }
    let between = |pair: &[usize]| pair[0] + 1..pair[1];
    let is_spread = group.windows(2).all(|pair| {
        let mut between = lines[between(pair)].iter();
        between.any(|it| columns(it.text) >= PROSE && !has_gap(it.text))
    });
    let has_text = |pair: &[usize]| lines[between(pair)].iter().any(|it| has_words(it.text));
    if !ascends(&texts) || !group.windows(2).all(has_text) {
        return false;
    }
    // `Rule 3` heads what is below it, and so may a number on its own, unless it is the last word.
    let is_label = words(texts[0]).len() < 2 && !all(has_page_word);
    let is_last = || {
        group
            .last()
            .is_some_and(|at| lines[at + 1..].iter().all(|it| it.text.is_empty()))
    };
    let is_first = || lines[..group[0]].iter().any(|it| columns(it.text) >= PROSE);
    let is_number = all(is_page) && (!is_label || all(is_page_of) || is_first() && is_last());
    fed + 1 >= group.len() && fed > 1
        || crossed > 0 && (!is_label || all(is_page)) && (are_apart || group.len() > 2)
        || all(is_page_of) && (is_spread || all(has_page_word))
        || are_apart && is_spread && (all(has_page_cell) || is_number)
}

/// Whether the first or the last number of each line is above that of the line before, by a few at
/// most, and all other numbers stay.
fn ascends(texts: &[&str]) -> bool {
    let all: Vec<Vec<u32>> = texts.iter().map(|text| numbers(&arranged(text))).collect();
    let count = all[0].len();
    if count == 0 || all.iter().any(|numbers| numbers.len() != count) {
        return false;
    }
    // In `Page 3 of 12` it is the one before the last.
    [0, count.saturating_sub(1), count.saturating_sub(2)]
        .into_iter()
        .any(|slot| {
            all.windows(2).all(|pair| {
                (0..count).all(|at| {
                    let (before, after) = (pair[0][at], pair[1][at]);
                    let is_step = after > before && after - before <= MOST_PAGES;
                    if at == slot { is_step } else { before == after }
                })
            })
        })
}

/// Whether a sentence goes on across the line at `at`.
fn is_crossed(lines: &[Line], at: usize, widest: usize) -> bool {
    let above_at = lines[..at].iter().rposition(|line| !line.text.is_empty());
    let Some(above_at) = above_at else {
        return false;
    };
    let above = &lines[above_at];
    let below = lines[at + 1..].iter().find(|line| !line.text.is_empty());
    let Some(below) = below else {
        return false;
    };
    // What is crossed is wrapped: the line above is full, and so is the one above that.
    let is_filled = |at: usize| {
        let columns = lines.get(at).map_or(0, |line| columns(line.text));
        columns >= PROSE && columns >= widest / 4 * 3
    };
    let is_wrapped = is_filled(above_at) && is_filled(above_at.wrapping_sub(1));
    let starts_small = below.text.starts_with(char::is_lowercase);
    (is_wrapped || is_hyphenated(above.text)) && starts_small && goes_on(above, below)
}

/// Whether the sentence of the line `above` goes on with the line `below`.
fn goes_on(above: &Line, below: &Line) -> bool {
    let is_block = |line: &str| {
        let number = line.trim_start_matches(|c: char| c.is_ascii_digit());
        line.starts_with(['-', '*', '+', '•', '#', '|', '>', '–'])
            || number.len() < line.len() && number.starts_with(['.', ')'])
    };
    let end = above
        .text
        .trim_end_matches(['"', '»', '”', '’', ')', ']', '*', '_', ' ']);
    let is_ended = end.ends_with(['.', '!', '?', '…', ':', '。', '！', '？', '؟', '।']);
    if is_ended || is_block(below.text) || above.text.starts_with(['#', '|']) {
        return false;
    }
    let first = below
        .text
        .trim_start_matches(['"', '«', '“', '„', '(', '*', '_'])
        .chars()
        .next();
    let is_small = first.is_some_and(char::is_lowercase);
    let is_caseless = first.is_some_and(|c| c.is_alphabetic() && !c.is_uppercase());
    is_small
        || is_hyphenated(above.text)
        || columns(above.text) >= PROSE && (is_caseless || end.ends_with(','))
}

fn is_hyphenated(line: &str) -> bool {
    let word = line.strip_suffix(['-', '\u{ad}', '‐']);
    word.is_some_and(|word| word.ends_with(char::is_alphabetic))
}

/// Whether wide blanks stand within a line.
fn has_gap(line: &str) -> bool {
    line.contains("   ") || line.contains('\t')
}

/// The parts of a line that are set apart.
fn cells(line: &str) -> Vec<String> {
    let line = line.replace("   ", "|").replace(['\t', '•', '·'], "|");
    let cells = line.split('|').map(str::trim).filter(|it| !it.is_empty());
    cells.map(str::to_owned).collect()
}

/// Whether a line has parts set apart of which the first or the last is only a page's number.
fn has_page_cell(line: &str) -> bool {
    let cells = cells(line);
    let is_page = |cell: Option<&String>| cell.is_some_and(|cell| is_page(cell));
    cells.len() > 1 && (is_page(cells.first()) || is_page(cells.last()))
}

/// A line with the page's number last, which even pages have first.
fn arranged(line: &str) -> String {
    let mut cells = cells(line);
    if has_page_cell(line) && !cells.last().is_some_and(|cell| is_page(cell)) {
        cells.rotate_left(1);
    }
    cells.join(" ")
}

/// Whether a line is a ruler.
fn is_ruler(line: &str) -> bool {
    line.chars().count() > 2 && line.chars().all(|c| "-_=*─━".contains(c))
}

/// The words of a line that are no numbers, in lower case; marks are words of their own kind.
fn words(line: &str) -> Vec<String> {
    let line = line.to_lowercase();
    let is_word = |c: char| !c.is_whitespace() && !c.is_ascii_digit();
    let words = line.split(|c: char| !is_word(c));
    let words = words
        .map(|word| word.trim_matches(['.', ',', '-', '–', '—', '|', '[', ']', '(', ')', ':']));
    words
        .filter(|word| !word.is_empty())
        .map(str::to_owned)
        .collect()
}

/// Whether a line is only a page's number, perhaps with the word for it: `- 3 -`, `Seite 3`.
fn is_page(line: &str) -> bool {
    let words = words(line);
    (1..=2).contains(&numbers(line).len())
        && words.iter().all(|it| lists(PAGE, it) || lists(OF, it))
}

fn has_page_word(line: &str) -> bool {
    words(line).iter().any(|word| lists(PAGE, word))
}

/// Whether a line is, or ends or starts with, the number of a page and of all pages.
fn is_page_of(line: &str) -> bool {
    let numbers = numbers(line);
    let is_within = |pair: &[u32]| pair[0] >= 1 && pair[0] <= pair[1] && pair[1] < 10_000;
    let words = words(line);
    numbers.windows(2).any(is_within)
        && (is_page(line) && numbers.len() == 2
            || words.iter().any(|it| lists(PAGE, it)) && words.iter().any(|it| lists(OF, it)))
}

/// Whether a line is a number between dashes.
fn is_bare_number(line: &str) -> bool {
    line.trim_matches(['-', '–', '—', ' '])
        .bytes()
        .all(|it| it.is_ascii_digit())
}

#[cfg(test)]
mod tests;
