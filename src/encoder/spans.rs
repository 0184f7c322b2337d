//! The *spans* of a text's tokens: which bytes each stands for.

use std::ops::Range;
use std::sync::LazyLock;

use unicode_normalization::UnicodeNormalization;

use super::Encoder;
use super::tokenizer::{SPACE, VOCABULARY};
use crate::language::scripts::is_invisible;

/// The tokens without the mark for a space, by id.
static LETTERS: LazyLock<Vec<&str>> = LazyLock::new(|| {
    VOCABULARY
        .lines()
        .map(|token| token.trim_start_matches(SPACE))
        .collect()
});

/// Where a token stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Span {
    /// Its bytes; those of the whole word where normalisation hides which they are.
    pub range: Range<usize>,
    /// Whether it has letters or digits.
    pub tells: bool,
}

impl Encoder {
    /// Where the tokens of a text stand, in the order of their [`States`](super::States); nothing where
    /// that cannot be told.
    #[must_use]
    pub fn spans(&self, text: &str) -> Vec<Span> {
        let mut ids = Vec::new();
        let mut spans = Vec::new();
        for word in words(text) {
            let tokens = self.tokenizer.token_ids(&text[word.clone()]);
            let ranges = divided(text, &word, &tokens);
            spans.extend(ranges.into_iter().zip(&tokens).map(|(range, id)| Span {
                range,
                tells: self.tokenizer.information(*id).is_some(),
            }));
            ids.extend(tokens);
        }
        // No token goes on over a space, but the tokenizer decides what is a space.
        if ids != self.tokenizer.token_ids(text) {
            spans.clear();
        }
        spans
    }
}

/// What stands between blanks.
fn words(text: &str) -> impl Iterator<Item = Range<usize>> {
    let mut start = 0;
    text.split(char::is_whitespace)
        .map(move |word| {
            let range = start..start + word.len();
            let blank = text[range.end..].chars().next();
            start = range.end + blank.map_or(0, char::len_utf8);
            range
        })
        .filter(|word| !word.is_empty())
}

/// The ranges of a word's tokens, by how many characters each has.
fn divided(text: &str, word: &Range<usize>, tokens: &[u32]) -> Vec<Range<usize>> {
    let mut ends = vec![word.start];
    for (at, c) in text[word.clone()].char_indices() {
        let end = word.start + at + c.len_utf8();
        if is_invisible(c) {
            continue;
        }
        let written = c.nfkc().filter(|c| !c.is_whitespace()).count();
        ends.extend(std::iter::repeat_n(end, written));
    }
    let lengths: Vec<usize> = tokens.iter().map(|id| length(*id)).collect();
    if lengths.iter().sum::<usize>() + 1 != ends.len() {
        return vec![word.clone(); tokens.len()];
    }
    let mut at = 0;
    lengths
        .into_iter()
        .map(|length| {
            let start = ends[at];
            at += length;
            start..ends[at]
        })
        .collect()
}

fn length(id: u32) -> usize {
    LETTERS[id as usize].chars().count()
}
