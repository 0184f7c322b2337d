//! The *spans* of a text's pieces: which bytes each stands for.

use std::ops::Range;
use std::sync::LazyLock;

use unicode_normalization::UnicodeNormalization;

use super::Encoder;
use super::tokenizer::{PIECES, SPACE};
use crate::language::scripts::is_invisible;

/// The pieces without the mark for a space, by id.
static LETTERS: LazyLock<Vec<&str>> = LazyLock::new(|| {
    PIECES
        .lines()
        .map(|piece| piece.trim_start_matches(SPACE))
        .collect()
});

/// Where a piece stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Span {
    /// Its bytes; those of the whole word where normalisation hides which they are.
    pub range: Range<usize>,
    /// Whether it has letters or digits.
    pub tells: bool,
}

impl Encoder {
    /// Where the pieces of a text stand, in the order of their [`States`](super::States); nothing where
    /// that cannot be told.
    #[must_use]
    pub fn spans(&self, text: &str) -> Vec<Span> {
        let mut ids = Vec::new();
        let mut spans = Vec::new();
        for word in words(text) {
            let pieces = self.tokenizer.pieces(&text[word.clone()]);
            let ranges = divided(text, &word, &pieces);
            spans.extend(ranges.into_iter().zip(&pieces).map(|(range, id)| Span {
                range,
                tells: self.tokenizer.information(*id).is_some(),
            }));
            ids.extend(pieces);
        }
        // No piece goes on over a space, but what is a space is for the tokenizer to say.
        if ids != self.tokenizer.pieces(text) {
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

/// The ranges of a word's pieces, by how many characters each has.
fn divided(text: &str, word: &Range<usize>, pieces: &[u32]) -> Vec<Range<usize>> {
    let mut ends = vec![word.start];
    for (at, c) in text[word.clone()].char_indices() {
        let end = word.start + at + c.len_utf8();
        if is_invisible(c) {
            continue;
        }
        let written = c.nfkc().filter(|c| !c.is_whitespace()).count();
        ends.extend(std::iter::repeat_n(end, written));
    }
    let lengths: Vec<usize> = pieces.iter().map(|id| length(*id)).collect();
    if lengths.iter().sum::<usize>() + 1 != ends.len() {
        return vec![word.clone(); pieces.len()];
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
