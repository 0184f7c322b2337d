//! A sentence as *tokens*: numbers with what belongs inside them, words, and marks.

use std::ops::Range;

use crate::language::lexicon::Words;
use crate::language::normalise::recomposed;
use crate::language::scripts::is_unspaced;

/// What groups the digits of a number in threes, beside full stop and comma.
const GROUPING: [char; 5] = [' ', '\u{a0}', '\u{202f}', '\u{2009}', '\''];

/// What a token is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Shape {
    Number,
    Word,
    Mark,
}

/// A piece of a sentence; blanks are in none.
#[derive(Debug, Clone)]
pub(super) struct Token<'t> {
    pub span: Range<usize>,
    pub text: &'t str,
    /// In lower case and without accents.
    pub folded: String,
    pub shape: Shape,
    /// No blank stands before it.
    pub glued: bool,
}

impl Token<'_> {
    pub(super) fn is_capitalised(&self) -> bool {
        self.shape == Shape::Word && self.text.starts_with(char::is_uppercase)
    }

    /// Whether it is one of some folded words.
    pub(super) fn is_among(&self, words: &Words) -> bool {
        words.contains(&self.folded)
    }

    /// Whether it is one of some marks, or of some words that are the same in all languages.
    pub(super) fn is_one_of(&self, texts: &[&str]) -> bool {
        texts.contains(&self.folded.as_str())
    }

    /// Whether it is an apostrophe, as between an article and its noun.
    pub(super) fn is_apostrophe(&self) -> bool {
        matches!(self.text, "'" | "’")
    }

    pub(super) fn is_number(&self) -> bool {
        self.shape == Shape::Number
    }

    /// The value of a number without anything but digits in it.
    pub(super) fn whole(&self) -> Option<u32> {
        self.folded.parse().ok()
    }
}

/// The tokens of a text, in order.
pub(super) fn tokens(text: &str) -> Vec<Token<'_>> {
    let mut tokens: Vec<Token> = Vec::new();
    let mut at = 0;
    while let Some(first) = text[at..].chars().next() {
        if first.is_whitespace() {
            at += first.len_utf8();
            continue;
        }
        let before = tokens.last();
        let glued = before.is_some_and(|before| before.span.end == at);
        let after_number = glued && before.is_some_and(Token::is_number);
        let (shape, length) = if is_digit(first) {
            (Shape::Number, number(&text[at..]))
        } else if is_of_word(first) {
            (Shape::Word, word(&text[at..], after_number))
        } else {
            (Shape::Mark, first.len_utf8())
        };
        let span = at..at + length;
        let part = &text[span.clone()];
        tokens.push(Token {
            text: part,
            folded: recomposed(part),
            span,
            shape,
            glued,
        });
        at += length;
    }
    tokens
}

/// How long the number is with which a text begins.
fn number(text: &str) -> usize {
    let digits = |text: &str| {
        let end = text.find(|c: char| !is_digit(c));
        end.unwrap_or(text.len())
    };
    let mut end = digits(text);
    loop {
        let rest = &text[end..];
        let Some(mark) = rest.chars().next() else {
            return end;
        };
        let after = &rest[mark.len_utf8()..];
        let next = digits(after);
        let groups = GROUPING.contains(&mark)
            && after[..next].chars().count() == 3
            && text[..end]
                .chars()
                .rev()
                .take_while(|c| is_digit(*c))
                .count()
                <= 3;
        let joins = matches!(mark, '.' | ',') && next > 0;
        if !groups && !joins {
            return end;
        }
        end += mark.len_utf8() + next;
    }
}

/// How long the word is with which a text begins. Directly after a number it holds no further one, so
/// that `21h30` is three tokens.
fn word(text: &str, after_number: bool) -> usize {
    let mut chars = text.char_indices().peekable();
    let mut unspaced = false;
    while let Some((at, c)) = chars.next() {
        let next = chars.peek().map(|(_, c)| *c);
        let joins =
            matches!(c, '-' | '\u{2010}' | '\u{2011}') && next.is_some_and(char::is_alphabetic);
        let digit = c.is_numeric() && !after_number && !unspaced;
        if !is_of_word(c) && !joins && !digit {
            return at;
        }
        unspaced = is_unspaced(c);
    }
    text.len()
}

/// What counts or measures; a raised figure names a footnote or a power.
fn is_digit(c: char) -> bool {
    c.is_numeric() && !matches!(c, '²' | '³' | '¹' | '⁰'..='⁹')
}

fn is_of_word(c: char) -> bool {
    c.is_alphabetic() || is_mark_of_word(c)
}

/// Marks that are no letters, and stand within words all the same: accents, and vowel signs of India
/// and Thailand.
fn is_mark_of_word(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}' | '\u{93c}' | '\u{94d}' | '\u{e31}' | '\u{e34}'..='\u{e3a}' | '\u{e47}'..='\u{e4e}')
}
