//! To *cut* a text is to keep the part around its answering sentences that fits into a limit.
//!
//! What is kept are slices of the text. They begin and end at sentences where a sentence fits, else
//! at blanks, else at words as Unicode divides them (Chinese has no blanks), else at what a reader
//! takes for one character.

use std::ops::Range;
use std::slice;

use unicode_segmentation::UnicodeSegmentation;

use super::escape::LINE_BREAKS;
use super::limits::length;
use crate::corpus::sentences::sentences;
use crate::language::Language;

/// As many bytes of marks without a word between sentences are not worth a cut, such as the fence behind
/// a block of code.
const FEW_MARKS: usize = 16;

/// What a text may be cut into, from coarse to fine.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Grain {
    Sentence,
    Blank,
    Word,
    Grapheme,
    /// One grapheme may be a letter under thousands of accents.
    Character,
}

/// The slices of `text` to show, in order, apart from each other: the whole text where `size` of it
/// is within `limit` and has no more than `around` sentences on each side of the first range of
/// `focus`; else at least the beginning of that range, then the rest of it, the other ranges, and up
/// to `around` sentences on each side of the first one, as far as there is room.
///
/// `size` says how much room slices take once they are written.
pub(super) fn cut(
    text: &str,
    focus: &[Range<usize>],
    around: usize,
    limit: usize,
    size: impl Fn(&[Range<usize>]) -> usize,
) -> Vec<Range<usize>> {
    let whole = 0..text.len();
    if around == usize::MAX && size(slice::from_ref(&whole)) <= limit {
        return vec![whole];
    }
    [
        Grain::Sentence,
        Grain::Blank,
        Grain::Word,
        Grain::Grapheme,
        Grain::Character,
    ]
    .into_iter()
    .find_map(|grain| {
        let cutter = Cutter {
            text,
            units: grain.units(text),
            // Finer units than sentences are kept as far as there is room.
            around: if grain == Grain::Sentence {
                around
            } else {
                usize::MAX
            },
            few_marks: if grain == Grain::Sentence {
                FEW_MARKS
            } else {
                0
            },
            limit,
            size: &size,
        };
        cutter.keep(focus)
    })
    .unwrap_or_default()
}

/// `text` as `write` writes it; where that is longer than `limit`, the beginning of it that fits,
/// ending at a word where it can, and dots.
pub(super) fn clip(text: &str, limit: usize, write: impl Fn(&str) -> String) -> String {
    let written = write(text);
    if length(&written) <= limit {
        return written;
    }
    let fits = |head: &str| length(&write(head)) < limit;
    let head = [Grain::Blank, Grain::Word, Grain::Grapheme, Grain::Character]
        .into_iter()
        .map(|grain| head(text, &grain.units(text), fits))
        .find(|head| !head.is_empty());
    write(head.unwrap_or_default()) + "…"
}

/// The longest beginning of `text` made of whole `units` that fits.
fn head<'t>(text: &'t str, units: &[Range<usize>], fits: impl Fn(&str) -> bool) -> &'t str {
    let head = |count: usize| &text[..units.get(count.wrapping_sub(1)).map_or(0, |unit| unit.end)];
    head(most(units.len(), |count| fits(head(count))))
}

impl Grain {
    /// The units of `text`, in order, disjoint, without the blanks around and between them.
    fn units(self, text: &str) -> Vec<Range<usize>> {
        let ranges: Vec<Range<usize>> = match self {
            Self::Sentence => sentences(text, Language::of_text(text))
                .into_iter()
                .map(|sentence| with_mark(text, sentence))
                .collect(),
            Self::Blank => parts(text.split_inclusive(char::is_whitespace)),
            Self::Word => parts(text.split_word_bounds()),
            Self::Grapheme => parts(text.graphemes(true)),
            Self::Character => parts(text.split_inclusive(|_| true)),
        };
        ranges
            .into_iter()
            .map(|range| trim(text, range))
            .filter(|range| !range.is_empty())
            .collect()
    }
}

struct Cutter<'a, S> {
    text: &'a str,
    units: Vec<Range<usize>>,
    /// The most units that are kept on each side of the first range.
    around: usize,
    /// As many bytes of marks without a word are kept.
    few_marks: usize,
    limit: usize,
    size: S,
}

impl<S: Fn(&[Range<usize>]) -> usize> Cutter<'_, S> {
    /// What is kept at this grain, or `None` where not even one unit fits, or the first focus stands in
    /// none.
    fn keep(&self, focus: &[Range<usize>]) -> Option<Vec<Range<usize>>> {
        let (first, others) = focus.split_first().unwrap_or((&(0..0), &[]));
        let wanted = self.units_of(first)?;
        // What stands in no unit, such as the line of a fence in no sentence, stands in a finer one.
        let (focus, span) = (trim(self.text, first.clone()), self.span(&wanted));
        if !focus.is_empty() && (focus.end <= span.start || span.end <= focus.start) {
            return None;
        }
        let room = |units: Range<usize>, limit| self.size_of(&[], units) <= limit;
        if !room(wanted.start..wanted.start + 1, self.limit) {
            return None;
        }
        let end = wanted.start + 1;
        let end = end
            + most(wanted.end - end, |more| {
                room(wanted.start..end + more, self.limit)
            });
        let kept = wanted.start..end;
        if kept.end < wanted.end {
            return Some(self.slices(&[], kept));
        }
        let others = self.others(others, &kept);
        let kept = self.widen(&others, kept);
        Some(self.slices(&others, kept))
    }

    /// Those of the other ranges there is room for, whole.
    fn others(&self, ranges: &[Range<usize>], kept: &Range<usize>) -> Vec<Range<usize>> {
        let mut others = Vec::new();
        for units in ranges.iter().filter_map(|range| self.units_of(range)) {
            others.push(self.span(&units));
            if self.size_of(&others, kept.clone()) > self.limit {
                others.pop();
            }
        }
        others
    }

    /// Takes in what stands around `kept`: up to half of the room before it, then as much as fits
    /// after it, then before it again.
    fn widen(&self, others: &[Range<usize>], kept: Range<usize>) -> Range<usize> {
        let first = kept.start.saturating_sub(self.around);
        let last = kept.end.saturating_add(self.around).min(self.units.len());
        let Range { mut start, mut end } = kept;
        let fits = |units: Range<usize>, limit| self.size_of(others, units) <= limit;
        let half = usize::midpoint(self.size_of(others, start..end), self.limit);
        start -= most(start - first, |more| fits(start - more..end, half));
        end += most(last - end, |more| fits(start..end + more, self.limit));
        start -= most(start - first, |more| fits(start - more..end, self.limit));
        start..end
    }

    /// The units that `range` touches, by position; the next one where it touches none.
    fn units_of(&self, range: &Range<usize>) -> Option<Range<usize>> {
        let last = self.units.len().checked_sub(1)?;
        let start = self.units.partition_point(|unit| unit.end <= range.start);
        let start = start.min(last);
        let end = self.units.partition_point(|unit| unit.start < range.end);
        Some(start..end.max(start + 1))
    }

    fn span(&self, units: &Range<usize>) -> Range<usize> {
        self.units[units.start].start..self.units[units.end - 1].end
    }

    fn size_of(&self, others: &[Range<usize>], units: Range<usize>) -> usize {
        (self.size)(&self.slices(others, units))
    }

    /// The slices in order, joined where only blanks are between them.
    fn slices(&self, others: &[Range<usize>], units: Range<usize>) -> Vec<Range<usize>> {
        let mut slices = others.to_vec();
        slices.push(self.span(&units));
        slices.sort_by_key(|slice| slice.start);
        let is_empty = |range: Range<usize>| {
            let left_out = self.text[range].trim();
            left_out.len() <= self.few_marks && !left_out.contains(char::is_alphanumeric)
        };
        slices.dedup_by(|next, slice| {
            let joined = next.start <= slice.end || is_empty(slice.end..next.start);
            if joined {
                slice.end = slice.end.max(next.end);
            }
            joined
        });
        if let Some(first) = slices.first_mut()
            && is_empty(0..first.start)
        {
            first.start = trim(self.text, 0..first.end).start;
        }
        if let Some(last) = slices.last_mut()
            && is_empty(last.end..self.text.len())
        {
            last.end = trim(self.text, last.start..self.text.len()).end;
        }
        slices
    }
}

/// The largest count up to `max` that fits, where a count fits if a larger one does. Small counts
/// are tried first: a try costs as much as what it tries.
fn most(max: usize, fits: impl Fn(usize) -> bool) -> usize {
    let (mut count, mut step) = (0, 1);
    while count + step <= max && fits(count + step) {
        count += step;
        step *= 2;
    }
    while step > 0 {
        if count + step <= max && fits(count + step) {
            count += step;
        }
        step /= 2;
    }
    count
}

/// A sentence with what stands before it on its line, where that is no more than the mark of a list's
/// item, as `- ` or `1. `.
fn with_mark(text: &str, sentence: Range<usize>) -> Range<usize> {
    let line = text[..sentence.start].rfind(LINE_BREAKS);
    let line = line.map_or(0, |at| {
        at + text[at..].chars().next().map_or(0, char::len_utf8)
    });
    let mark = text[line..sentence.start].trim();
    let number = mark.trim_end_matches(['.', ')']);
    let is_mark = !mark.contains(char::is_alphanumeric)
        || number.len() < mark.len() && number.bytes().all(|byte| byte.is_ascii_digit());
    if is_mark {
        line..sentence.end
    } else {
        sentence
    }
}

/// `range` without the blanks at its ends.
pub(super) fn trim(text: &str, range: Range<usize>) -> Range<usize> {
    let part = &text[range.clone()];
    let start = range.start + (part.len() - part.trim_start().len());
    start..start + part.trim().len()
}

/// The byte ranges of parts that together are a text.
fn parts<'t>(parts: impl Iterator<Item = &'t str>) -> Vec<Range<usize>> {
    parts
        .scan(0, |end, part| {
            let start = *end;
            *end += part.len();
            Some(start..*end)
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Cuts around `focus`, where a slice takes as much room as it is long.
    #[track_caller]
    fn check(text: &str, focus: &[&str], limit: usize, expected: &[&str]) {
        check_around(text, focus, usize::MAX, limit, expected);
    }

    #[track_caller]
    fn check_around(text: &str, focus: &[&str], around: usize, limit: usize, expected: &[&str]) {
        let range = |part: &&str| {
            let start = text.find(part).expect("the focus is in the text");
            start..start + part.len()
        };
        let focus: Vec<Range<usize>> = focus.iter().map(range).collect();
        let size = |slices: &[Range<usize>]| slices.iter().map(ExactSizeIterator::len).sum();
        let slices = cut(text, &focus, around, limit, size);
        let slices: Vec<&str> = slices.into_iter().map(|slice| &text[slice]).collect();
        assert_eq!(slices, expected);
    }

    #[test]
    fn sentences_are_kept_whole_around_the_first_focus() {
        let text = "One one. Two two. Three three. Four four. Five five.";
        check(text, &["Three three."], 60, &[text]);
        check(text, &["Three three."], 15, &["Three three."]);
        check(text, &["Three three."], 23, &["Three three. Four four."]);
        check(
            text,
            &["Three three."],
            36,
            &["Two two. Three three. Four four."],
        );
        check(text, &["Five five."], 22, &["Four four. Five five."]);
        check(text, &[], 20, &["One one. Two two."]);
        check(
            text,
            &["One one.", "Four four."],
            22,
            &["One one.", "Four four."],
        );
        check(text, &["One one.", "Four four."], 12, &["One one."]);
    }

    #[test]
    fn no_more_sentences_than_wanted_are_kept_around_the_first_focus() {
        let text = "One one. Two two. Three three. Four four. Five five.";
        let three = ["Three three."];
        check_around(text, &three, 1, 60, &["Two two. Three three. Four four."]);
        check_around(text, &three, 1, 24, &["Three three. Four four."]);
        check_around(text, &three, 0, 60, &three);
        check_around(text, &three, 2, 60, &[text]);
        check_around(text, &["One one."], 1, 60, &["One one. Two two."]);
        check_around(
            text,
            &["One one.", "Four four."],
            1,
            60,
            &["One one. Two two.", "Four four."],
        );
        let list = "1. One\n2. Two\n3. Three\n4. Four";
        check_around(list, &["Two"], 0, 60, &["2. Two"]);
        check_around(list, &["Three"], 1, 60, &["2. Two\n3. Three\n4. Four"]);
        check_around("- One.\n- Two.", &["Two."], 0, 60, &["- Two."]);
        let code = "Then run:\n\n```sh\nmake it\n```";
        check_around(code, &["make it"], 1, 60, &[code]);
        let fence = "One one.\n```two three";
        check_around(fence, &["two"], 0, 60, &[fence]);
        let marks = format!("One one. Two two. {}", "*".repeat(50));
        check_around(&marks, &["Two two."], 1, 30, &["One one. Two two."]);
        check_around(
            "One one. Two two.",
            &["Two two."],
            1,
            60,
            &["One one. Two two."],
        );
    }

    #[test]
    fn a_focus_without_room_keeps_its_beginning() {
        check("aa bb cc dd ee.", &["bb cc dd"], 9, &["bb cc dd"]);
        check("aa bb cc dd ee.", &["bb cc dd"], 7, &["bb cc"]);
        check("aa bb cc dd ee.", &["cc"], 12, &["bb cc dd ee."]);
        check("aa-bb-cc-dd", &["bb-cc"], 4, &["bb-"]);
        check("中国的人工智能", &["人工智能"], 7, &["人工"]);
        check("abcdefgh", &["cdef"], 3, &["cde"]);
        check("👩‍👩‍👧👩‍👩‍👧👩‍👩‍👧", &[], 40, &["👩‍👩‍👧👩‍👩‍👧"]);
        check("e\u{301}\u{301}\u{301}", &[], 5, &["e\u{301}\u{301}"]);
    }

    #[test]
    fn a_clipped_text_ends_at_a_word() {
        let check = |text: &str, limit, expected| {
            assert_eq!(clip(text, limit, str::to_owned), expected);
        };
        check("one two three", 13, "one two three");
        check("one two three", 12, "one two…");
        check("one two three", 4, "one…");
        check("one-two", 6, "one-…");
        check("letters", 4, "let…");
    }
}
