//! A *sentence* is the smallest part of a passage that can stand for an answer.
//!
//! Unicode's rules (UAX 29) find every place where a sentence may end. They know no abbreviation
//! and no French quotation mark, so some of these places are moved or given up afterwards; and
//! they end a sentence with every line, so markup and the ends of wrapped lines are masked first.

mod abbreviations;
mod mask;
mod pieces;
mod rows;
mod spans;

use std::ops::Range;

use unicode_segmentation::UnicodeSegmentation;

use super::{Document, FileProblem, has_words};
use crate::language::Language;

/// The sentences of `text` as byte ranges: ordered, disjoint, on character boundaries, none empty
/// and none with blanks at its ends.
///
/// Every letter and digit is in a sentence, except those of list markers and code fences. A text
/// without letters and digits has no sentences. A sentence that is longer than what the encoder
/// reads at once is several.
#[must_use]
pub fn sentences(text: &str, language: Language) -> Vec<Range<usize>> {
    let mask = mask::mask(text);
    whole(text, &mask, language)
        .into_iter()
        .flat_map(|sentence| pieces::pieces(text, sentence))
        .filter(|range| has_words(&mask[range.clone()]))
        .map(|range| super::trim(&mask, range))
        .collect()
}

/// A warning for a document with a sentence that is too long to be read at once.
pub(super) fn overlong(document: &Document) -> Option<FileProblem> {
    let is_overlong = |text: &str| {
        let whole = whole(text, &mask::mask(text), document.language);
        whole
            .into_iter()
            .any(|sentence| pieces::pieces(text, sentence).len() > 1)
    };
    // A passage that fits into the encoder as a whole has no sentence that does not.
    let passage = document
        .passages
        .iter()
        .filter(|passage| pieces::is_long(document.slice(passage)))
        .find(|passage| is_overlong(document.slice(passage)))?;
    let message = "a sentence is longer than the encoder can read at once and was split; write \
                   full stops, or one statement per line";
    Some(FileProblem::warning(passage.line, message))
}

/// The sentences of a text and its mask, whatever their length.
fn whole(text: &str, mask: &str, language: Language) -> Vec<Range<usize>> {
    let spans = Spans {
        text,
        quotations: spans::quotations(mask),
        emphasis: spans::emphasis(mask),
    };
    let mut found = Vec::new();
    let (mut start, mut seen, mut worded) = (0, 0, false);
    for end in ends(mask, &spans) {
        worded |= has_words(&mask[seen..end]);
        seen = end;
        // Marks alone are part of what follows them on the same line.
        let can_end = worded || mask[..end].ends_with(['\n', '\r']);
        if can_end && is_end(mask, start..end, &spans, language) {
            found.push(start..end);
            (start, worded) = (end, false);
        }
    }
    found.push(start..mask.len());
    join_marks(mask, &mut found);
    found
        .into_iter()
        .filter(|range| has_words(&mask[range.clone()]))
        .map(|range| spans::without_lone_marks(mask, super::trim(mask, range)))
        .collect()
}

/// A text, and what of it is not divided inside.
struct Spans<'t> {
    text: &'t str,
    quotations: Vec<Range<usize>>,
    emphasis: Vec<Range<usize>>,
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
fn ends(mask: &str, spans: &Spans) -> Vec<usize> {
    let mut ends: Vec<usize> = mask
        .split_sentence_bound_indices()
        .map(|(start, sentence)| start + sentence.len())
        .chain(ellipses(mask))
        .chain(openers(mask))
        .map(|end| after_closers(mask, after_emphasis(mask, end, &spans.emphasis)))
        .collect();
    ends.sort_unstable();
    ends.dedup();
    ends
}

/// Moves an end before the last marks of emphasis behind them.
fn after_emphasis(mask: &str, end: usize, emphasis: &[Range<usize>]) -> usize {
    match spans::around(emphasis, end) {
        Some(span) if !has_words(&mask[end..span.end]) => span.end,
        _ => end,
    }
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

/// Before each bracket or quotation mark that opens behind a full stop without a blank between.
fn openers(mask: &str) -> impl Iterator<Item = usize> {
    let opens = |after: &str| after.starts_with(['「', '『', '（', '“', '《']);
    mask.match_indices(['。', '！', '？'])
        .map(|(at, stop)| at + stop.len())
        .filter(move |end| opens(&mask[*end..]))
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
fn is_end(mask: &str, range: Range<usize>, spans: &Spans, language: Language) -> bool {
    let end = range.end;
    let sentence = &mask[range.clone()];
    if sentence.ends_with(['\n', '\r']) {
        return true;
    }
    let openers = |c: char| !c.is_alphanumeric() && !c.is_whitespace();
    let next = mask[end..].trim_start_matches(openers);
    let next = &next[..next
        .find(|c: char| !c.is_alphanumeric())
        .unwrap_or(next.len())];
    let is_inside = spans::around(&spans.quotations, end).is_some()
        || spans::around(&spans.emphasis, end).is_some();
    // `.NET`, `Node.js`
    let is_in_word = sentence.ends_with('.')
        && mask[end..]
            .starts_with(|c: char| c.is_uppercase() || c.is_lowercase() || c.is_numeric());
    let goes_on = next.starts_with(char::is_lowercase)
        || next.starts_with('と') && sentence.ends_with(['」', '』']);
    let is_end = !is_inside && !is_in_word && !goes_on && !is_leader(sentence, next);
    is_end
        && !is_label(spans.text, mask, range)
        && !abbreviations::ends_with_one(sentence, next, language)
}

/// Whether `sentence` ends with dots that lead to the price or page that follows.
fn is_leader(sentence: &str, next: &str) -> bool {
    let before = sentence.trim_end_matches(|c: char| c == '.' || c == '…' || is_space(c));
    let dots = &sentence[before.len()..];
    let count = dots.matches('.').count() + 3 * dots.matches('…').count();
    count > 3 || count > 1 && dots.starts_with(is_space) && next.starts_with(char::is_numeric)
}

/// Whether `range` is only the number of what follows: `**1.** …`, at the start of a line also
/// `Rule 2. …` and `Q. …`
fn is_label(text: &str, mask: &str, range: Range<usize>) -> bool {
    let before = text[..range.start].trim_end_matches(is_space);
    let is_first = before.is_empty() || before.ends_with(['\n', '\r']);
    let sentence = mask[range].trim_end().trim_end_matches(['*', '_']);
    let words: Vec<&str> = sentence
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .take(3)
        .collect();
    let is_number = |word: &str| word.len() <= 3 && word.bytes().all(|byte| byte.is_ascii_digit());
    let is_letter = |word: &str| word.chars().nth(1).is_none();
    let is_name = |word: &str| word.starts_with(|c: char| c.is_alphabetic() && !c.is_lowercase());
    sentence.ends_with('.')
        && match words[..] {
            [number] => is_number(number) || is_first && is_letter(number),
            [name, number] => is_first && is_name(name) && is_number(number),
            _ => false,
        }
}
