//! *Pieces* are what a sentence is divided into when the encoder cannot read it at once, such as the
//! transcript of a recording, which has no full stops.

use std::ops::Range;

use unicode_segmentation::UnicodeSegmentation;

use crate::language::scripts::{is_hangul, is_optional_mark, is_unspaced};

/// A piece has at most this many bytes.
const LONGEST_PIECE: usize = 800;

/// A sentence that may take more of the encoder's 512 tokens than this is divided; what is left of
/// them is for title and headings.
const MOST_TOKENS: usize = 400;

/// The sentence at `range` of `text` in pieces that can be read: one when it is short enough.
pub(super) fn pieces(text: &str, range: Range<usize>) -> Vec<Range<usize>> {
    if !is_long(&text[range.clone()]) {
        return vec![range];
    }
    let mut pieces = Vec::new();
    let mut start = range.start;
    while start < range.end {
        let end = start + cut(&text[start..range.end]);
        pieces.push(start..end);
        start = end;
    }
    pieces
}

/// Whether a text may have more tokens than can be read at once.
pub(super) fn is_long(text: &str) -> bool {
    text.len() > MOST_TOKENS && fitting(text, usize::MAX) < text.len()
}

/// Where the first piece of `text` ends: at the end of a line, else behind a comma or the like, else
/// at a blank, else between two characters as a reader sees them.
fn cut(text: &str) -> usize {
    let most = fitting(text, LONGEST_PIECE);
    if most == text.len() {
        return most;
    }
    let is_break = |c: char| matches!(c, '\n' | '\r');
    let is_comma = |c: char| ",;:–—،؛、，；：।".contains(c);
    let window = &text[..most];
    let last = |at_end: &dyn Fn(char, Option<char>) -> bool| {
        let end = window
            .char_indices()
            .rev()
            .map(|(at, c)| (at + c.len_utf8(), c))
            .find(|(end, c)| at_end(*c, text[*end..].chars().next()));
        end.map(|(end, _)| end).filter(|end| *end >= most / 2)
    };
    let is_blank = |c: Option<char>| c.is_none_or(char::is_whitespace);
    last(&|c, _| is_break(c))
        .or_else(|| last(&|c, next| is_comma(c) && (is_blank(next) || !c.is_ascii())))
        .or_else(|| last(&|c, _| c.is_whitespace()))
        .unwrap_or(most)
}

/// The length of the longest beginning of `text`, of whole characters as a reader sees them, that
/// has at most [`MOST_TOKENS`] and `most` bytes; at least one character.
fn fitting(text: &str, most: usize) -> usize {
    let (mut tokens, mut letters, mut is_code) = (0, 0, false);
    let mut before = ' ';
    for (at, grapheme) in text.grapheme_indices(true) {
        for c in grapheme.chars() {
            // An estimate that is rather too high: a token for every four letters of a word, and
            // one for each character of what is no word.
            is_code |=
                c.is_numeric() || is_optional_mark(c) || before.is_lowercase() && c.is_uppercase();
            if c.is_whitespace() {
                (letters, is_code) = (0, false);
            } else if c.is_alphabetic() && !is_unspaced(c) && !is_hangul(c) {
                tokens += usize::from(letters % 4 == 0 || letters > 20 || is_code);
                letters += 1;
            } else {
                tokens += 1;
                letters = 0;
            }
            before = c;
        }
        if at > 0 && (tokens > MOST_TOKENS || at + grapheme.len() > most) {
            return at;
        }
    }
    text.len()
}
