//! Two questions are *alike* when they ask the same, in the same words or in others, in one language
//! or in two.

use super::numbers::numbers;
use crate::encoder::Vector;
use crate::language::normalise::base_letters;
use crate::question::AnswerType;

/// From this cosine on, two questions in the dense space ask the same.
///
/// Of `eval/alike.jsonl`, 10 of 12 pairs that ask the same in one language, 60 of 145 in two, and
/// 12 of 3,938 that do not, although many are meant to be mistaken. At 0.7 it is 11, 81 and 27: a
/// question listed twice is the smaller fault, as one that is hidden behind another is lost.
/// `docs/operating.md` has the figures on larger sets.
pub const SAME: f32 = 0.75;

/// Whether two questions, each with its text and its place in the dense space, ask the same.
///
/// Questions that hold different numbers are never alike, however near they lie: another year is
/// another question. Nor are two that clearly ask for different kinds of things, such as who and
/// when.
#[must_use]
pub fn alike(one: (&str, &Vector), other: (&str, &Vector)) -> bool {
    alike_from(SAME, one, other)
}

/// The same with another cosine, to measure which is best.
#[must_use]
pub fn alike_from(cosine: f32, one: (&str, &Vector), other: (&str, &Vector)) -> bool {
    let kinds = || AnswerType::of(one.0).zip(AnswerType::of(other.0));
    one.1.cosine(other.1) >= cosine
        && numbers(one.0) == numbers(other.0)
        && kinds().is_none_or(|(one, other)| one == other)
}

/// A text by its letters and numbers alone: without case, accents, punctuation and blanks. The
/// numbers are there by themselves, too, because 1.5 has the digits of 15.
pub(super) fn folded(text: &str) -> String {
    let mut folded = base_letters(text);
    for number in numbers(text) {
        folded.push(' ');
        folded.push_str(&number);
    }
    folded
}
