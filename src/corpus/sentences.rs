//! A *sentence* is the smallest part of a passage that can stand for an answer.
//!
//! Unicode's rules (UAX 29) find every place where a sentence may end. They know no abbreviation
//! and no French quotation mark, so some of these places are moved or given up afterwards; and
//! they end a sentence with every line, so markup and the ends of wrapped lines are masked first.

mod abbreviations;
mod mask;

use std::ops::Range;

use unicode_segmentation::UnicodeSegmentation;

use super::has_words;
use crate::language::Language;

/// A quotation longer than this many bytes may be divided inside.
const LONG_QUOTATION: usize = 300;

/// The sentences of `text` as byte ranges: ordered, disjoint, on character boundaries, none empty
/// and none with blanks at its ends.
///
/// Every letter and digit is in a sentence, except those of list markers and code fences. A text
/// without letters and digits has no sentences.
#[must_use]
pub fn sentences(text: &str, language: Language) -> Vec<Range<usize>> {
    let mask = mask::mask(text);
    let quotations = quotations(&mask);
    let mut found = Vec::new();
    let (mut start, mut seen, mut worded) = (0, 0, false);
    for end in ends(&mask) {
        worded |= has_words(&mask[seen..end]);
        seen = end;
        // Marks alone are part of what follows them on the same line.
        let can_end = worded || mask[..end].ends_with(['\n', '\r']);
        if can_end && is_end(&mask, start..end, &quotations, language) {
            found.push(start..end);
            (start, worded) = (end, false);
        }
    }
    found.push(start..mask.len());
    join_marks(&mask, &mut found);
    found
        .into_iter()
        .filter(|range| has_words(&mask[range.clone()]))
        .map(|range| super::trim(&mask, range))
        .collect()
}

/// Gives marks without words to the sentence before them, when they are on its line.
fn join_marks(mask: &str, found: &mut Vec<Range<usize>>) {
    found.dedup_by(|range, before| {
        let joins = !has_words(&mask[range.clone()])
            && has_words(&mask[before.clone()])
            && !mask[before.clone()].ends_with(['\n', '\r']);
        if joins {
            before.end = range.end;
        }
        joins
    });
}

/// Where sentences may end: after the blanks behind the sentence.
fn ends(mask: &str) -> Vec<usize> {
    let mut ends: Vec<usize> = mask
        .split_sentence_bound_indices()
        .map(|(start, sentence)| start + sentence.len())
        .chain(ellipses(mask))
        .map(|end| after_closers(mask, end))
        .collect();
    ends.sort_unstable();
    ends.dedup();
    ends
}

/// Behind each `…` that a blank follows; to Unicode it is no end of a sentence.
fn ellipses(mask: &str) -> impl Iterator<Item = usize> {
    mask.match_indices('…').filter_map(|(at, mark)| {
        let end = after_closers(mask, at + mark.len());
        let blanks = mask[end..].len() - mask[end..].trim_start().len();
        let is_closed = mask[..end].ends_with(char::is_whitespace);
        (blanks > 0 || is_closed).then_some(end + blanks)
    })
}

/// Moves an end behind what closes the sentence: quotation marks and brackets, which French sets
/// apart by a blank; marks of emphasis and of notes that touch it.
fn after_closers(mask: &str, end: usize) -> usize {
    let mut end = end;
    loop {
        let rest = &mask[end..];
        let before = mask[..end].chars().next_back();
        let touches = before.is_some_and(|c| !c.is_whitespace());
        let Some(next) = rest.chars().next() else {
            return end;
        };
        let closes = matches!(
            next,
            '»' | '”' | '’' | ')' | ']' | '」' | '』' | '）' | '】'
        );
        if before == Some('[') || touches && next == '[' {
            match note(rest.trim_start_matches('[')) {
                Some(length) => end += length + usize::from(next == '['),
                None => return end,
            }
        } else if matches!(before, Some('\n' | '\r')) || touches && opens_next(rest) {
            return end;
        } else if closes || touches && matches!(next, '*' | '_' | '`' | '~' | '"' | '\'') {
            end += next.len_utf8();
            let blanks = mask[end..].len() - mask[end..].trim_start_matches(is_space).len();
            end += blanks;
        } else if touches && is_space(next) {
            end += next.len_utf8();
        } else {
            return end;
        }
    }
}

/// Whether `rest` starts with marks of emphasis that touch the word behind them, and so are the
/// next sentence's.
fn opens_next(rest: &str) -> bool {
    let word = rest.trim_start_matches(['*', '_', '`', '~']);
    word.len() < rest.len() && word.starts_with(char::is_alphanumeric)
}

/// The length of a note's mark such as `1]` or `^note]`.
fn note(text: &str) -> Option<usize> {
    let length = text.bytes().take(20).position(|byte| byte == b']')?;
    let name = text[..length].trim_start_matches('^');
    let is_note = text.starts_with('^') || name.bytes().all(|byte| byte.is_ascii_digit());
    (is_note && name.chars().all(char::is_alphanumeric) && !name.is_empty()).then_some(length + 1)
}

fn is_space(c: char) -> bool {
    c.is_whitespace() && !matches!(c, '\n' | '\r')
}

/// Whether the sentence at `range` really ends where it may.
fn is_end(
    mask: &str,
    range: Range<usize>,
    quotations: &[Range<usize>],
    language: Language,
) -> bool {
    let end = range.end;
    let sentence = &mask[range];
    if sentence.ends_with(['\n', '\r']) {
        return true;
    }
    let openers = |c: char| !c.is_alphanumeric() && !c.is_whitespace();
    let next = mask[end..].trim_start_matches(openers);
    let next = &next[..next
        .find(|c: char| !c.is_alphanumeric())
        .unwrap_or(next.len())];
    let after = quotations.partition_point(|quotation| quotation.start < end);
    let is_quoted = after > 0 && end < quotations[after - 1].end;
    let goes_on = next.starts_with(char::is_lowercase)
        || next.starts_with('と') && sentence.ends_with(['」', '』']);
    !is_quoted && !goes_on && !abbreviations::ends_with_one(sentence, next, language)
}

/// Short quotations and brackets, outermost only, from the opening mark to behind the closing one.
fn quotations(mask: &str) -> Vec<Range<usize>> {
    let mut open: Vec<(char, usize)> = Vec::new();
    let mut found: Vec<Range<usize>> = Vec::new();
    let mut before = None;
    for (at, mark) in mask.char_indices() {
        let before = before.replace(mark);
        let close = match mark {
            '"' if open.last().is_none_or(|(close, _)| *close != '"')
                && before.is_none_or(|c: char| c.is_whitespace() || "([«“„*_".contains(c)) =>
            {
                '"'
            }
            '«' => '»',
            '„' => '“',
            '“' if open.last().is_none_or(|(close, _)| *close != '“') => '”',
            '「' => '」',
            '『' => '』',
            '(' => ')',
            '（' => '）',
            '\n' | '\r' => {
                open.clear();
                continue;
            }
            _ => {
                if let Some(&(close, start)) = open.last()
                    && close == mark
                {
                    open.pop();
                    let quotation = start..at + mark.len_utf8();
                    if quotation.len() <= LONG_QUOTATION {
                        while found.last().is_some_and(|inner| inner.start > start) {
                            found.pop();
                        }
                        found.push(quotation);
                    }
                }
                continue;
            }
        };
        open.push((close, at));
    }
    found
}
