//! *Pages*: what a document printed or saved as PDF repeats on each page is no text: page numbers,
//! running heads and footers.
//!
//! Headings that repeat, refrains and numbered rules look much the same, so a line is taken away
//! only for a reason: it counts pages in so many words, form feeds stand beside it, or sentences go
//! on across it. Lines are compared without their numbers.

mod numbers;

use std::collections::HashMap;
use std::ops::Range;

use super::lines::{columns, list_mark};
use super::{has_words, trim};
use crate::language::scripts::TERMINALS;
use numbers::{
    NUMBER, ascends, has_page_cell, has_page_word, is_bare_number, is_page, is_page_of, key, words,
};

/// A head or footer has at most this many columns.
const LONGEST: usize = 160;

/// A line of running text has at least this many columns.
const PROSE: usize = 40;

/// The byte ranges of `text` that are page numbers, running heads and footers: ordered, disjoint,
/// on character boundaries.
///
/// Where a sentence goes on below, the blank lines around are part of the range, and one line end
/// is left; else whole lines are, with what ends them.
pub(super) fn boilerplate(text: &str) -> Vec<Range<usize>> {
    let lines = lines(text);
    let is_boilerplate = classify(&lines);
    let mut found = Vec::new();
    let mut at = 0;
    while at < lines.len() {
        let is_skipped = |at: usize| is_boilerplate[at] || lines[at].text.is_empty();
        let end = (at..lines.len())
            .find(|at| !is_skipped(*at))
            .unwrap_or(lines.len());
        let gap = at..end;
        at = end + 1;
        let is_page_end = |at: &usize| is_boilerplate[*at] || lines[*at].ends_with_feed;
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
            _ if gap.clone().any(|at| is_boilerplate[at]) => lines[first].start..lines[last].end,
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
        let is_empty = lines.last().is_some_and(|line| line.text.is_empty());
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

/// Of each line, whether it is boilerplate.
fn classify(lines: &[Line]) -> Vec<bool> {
    let mut is_boilerplate = vec![false; lines.len()];
    let mut alike: HashMap<String, Vec<usize>> = HashMap::new();
    for (at, line) in lines.iter().enumerate() {
        if is_candidate(line.text) {
            alike.entry(key(line.text)).or_default().push(at);
        }
    }
    let widest = lines
        .iter()
        .map(|line| columns(line.text))
        .filter(|width| *width <= LONGEST)
        .max();
    let group = |numbered: bool| {
        alike
            .iter()
            .filter(move |(key, _)| key.contains(NUMBER) == numbered)
            .map(|(_, group)| group)
    };
    for group in group(true) {
        if counts_pages(lines, group, widest.unwrap_or_default()) {
            mark(&mut is_boilerplate, group);
        }
    }
    // A head without a number is known by the page number beside it, or by form feeds.
    let numbers = is_boilerplate.clone();
    let feeds = lines.iter().filter(|line| line.ends_with_feed).count();
    let breaks = group(true)
        .filter(|group| numbers[group[0]])
        .map(Vec::len)
        .max()
        .unwrap_or(0)
        .max(feeds);
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
            mark(&mut is_boilerplate, &edges);
        }
    }
    let found = is_boilerplate.clone();
    for (at, line) in lines.iter().enumerate() {
        is_boilerplate[at] |= is_ruler(line.text) && is_beside(lines, &found, at);
    }
    is_boilerplate
}

fn mark(is_boilerplate: &mut [bool], lines: &[usize]) {
    for at in lines {
        is_boilerplate[*at] = true;
    }
}

/// Whether the line next to the one at `at`, over blank ones, is boilerplate.
fn is_beside(lines: &[Line], is_boilerplate: &[bool], at: usize) -> bool {
    let is_text = |at: &usize| !lines[*at].text.is_empty();
    let above = (0..at).rev().find(is_text);
    let below = (at + 1..lines.len()).find(is_text);
    above.into_iter().chain(below).any(|at| is_boilerplate[at])
}

/// Whether the lines that touch the one at `at` are boilerplate.
fn is_untouched(lines: &[Line], is_boilerplate: &[bool], at: usize) -> bool {
    let is_text =
        |at: usize| lines.get(at).is_some_and(|line| !line.text.is_empty()) && !is_boilerplate[at];
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
        lines[between(pair)]
            .iter()
            .any(|line| columns(line.text) >= PROSE && !has_gap(line.text))
    });
    let has_text = |pair: &[usize]| lines[between(pair)].iter().any(|line| has_words(line.text));
    if !ascends(&texts) || !group.windows(2).all(has_text) {
        return false;
    }
    // `Rule 3` heads what is below it, and so may a number on its own, unless it is the last word.
    let is_label = words(texts[0]).len() < 2 && !all(has_page_word);
    let is_last = || {
        group
            .last()
            .is_some_and(|at| lines[at + 1..].iter().all(|line| line.text.is_empty()))
    };
    let is_first = || {
        lines[..group[0]]
            .iter()
            .any(|line| columns(line.text) >= PROSE)
    };
    let is_number = all(is_page) && (!is_label || all(is_page_of) || is_first() && is_last());
    fed + 1 >= group.len() && fed > 1
        || crossed > 0 && (!is_label || all(is_page)) && (are_apart || group.len() > 2)
        || all(is_page_of) && (is_spread || all(has_page_word))
        || are_apart && is_spread && (all(has_page_cell) || is_number)
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
    let is_block = |line: &str| line.starts_with(['#', '|', '>', '–']) || list_mark(line) > 0;
    let end = above
        .text
        .trim_end_matches(['"', '»', '”', '’', ')', ']', '*', '_', ' ']);
    let is_ended = end.ends_with(TERMINALS) || end.ends_with(':');
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

/// Whether a line holds nothing but the marks that rulers are drawn with.
fn is_ruler(line: &str) -> bool {
    line.chars().count() > 2 && line.chars().all(|c| "-_=*─━".contains(c))
}

#[cfg(test)]
mod tests;
