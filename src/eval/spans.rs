//! *Answer spans*: the words that answer by themselves, held against the labelled ones.

use serde::Serialize;

use super::Outcome;
use crate::answer::{Answer, Quote};

/// How many answers had such words marked, and in how many they were right.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
pub struct Spans {
    /// Answers with words marked to questions of which it is known what answers.
    pub shown: usize,
    /// Of these, those whose words overlap the labelled ones.
    pub right: usize,
}

impl Spans {
    pub(super) fn of(outcomes: &[&Outcome]) -> Self {
        let shown: Vec<bool> = outcomes.iter().filter_map(|outcome| outcome.span).collect();
        Self {
            shown: shown.len(),
            right: shown.iter().filter(|right| **right).count(),
        }
    }
}

/// Whether the words marked in the first quote are right, as `is_right` tells of a quote; `None` where
/// none are.
pub(super) fn judge(answer: &Answer, is_right: impl FnOnce(&Quote) -> bool) -> Option<bool> {
    let first = answer.quotes.first()?;
    first.answer.as_ref()?;
    Some(is_right(first))
}

/// Whether the words marked in a quote overlap these words, where they stand in it.
pub(super) fn overlaps(quote: &Quote, words: &str) -> bool {
    let Some(span) = quote.answer.as_ref() else {
        return false;
    };
    quote
        .text
        .match_indices(words)
        .any(|(at, words)| at < span.end && span.start < at + words.len())
}
