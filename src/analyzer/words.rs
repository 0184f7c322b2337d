//! *Words*: where a text divides before anything is folded or stemmed.
//!
//! Words end where Unicode says so (UAX 29), and also at an apostrophe, so that `l'organisation`
//! and `l organisation` give the same two words. Scripts that write no spaces between words give
//! pairs of neighbouring characters instead, divided at the words that only ask or join.

use std::ops::Range;

use tantivy::tokenizer::{Token, TokenStream, Tokenizer};
use unicode_normalization::UnicodeNormalization;
use unicode_segmentation::UnicodeSegmentation;

use crate::language::scripts::{is_hangul, is_invisible, is_unspaced};

/// The first step of every analyzer: words, composed (NFKC) and in lower case.
#[derive(Clone)]
pub(super) struct Words {
    /// Words of an unspaced script that give no term and divide what stands around them.
    pub dividers: &'static [&'static str],
}

/// The words of one text, found beforehand.
pub(super) struct WordStream {
    tokens: std::vec::IntoIter<Token>,
    current: Token,
}

impl Tokenizer for Words {
    type TokenStream<'a> = WordStream;

    fn token_stream<'a>(&'a mut self, text: &'a str) -> WordStream {
        let mut tokens = Vec::new();
        for (range, bigrams) in runs(text) {
            let ranges = if bigrams {
                pairs(text, range, self.dividers)
            } else {
                words(text, range)
            };
            for range in ranges {
                let word = folded(&text[range.clone()]);
                if !word.is_empty() {
                    tokens.push(Token {
                        offset_from: range.start,
                        offset_to: range.end,
                        position: tokens.len(),
                        text: word,
                        position_length: 1,
                    });
                }
            }
        }
        WordStream {
            tokens: tokens.into_iter(),
            current: Token::default(),
        }
    }
}

impl TokenStream for WordStream {
    fn advance(&mut self) -> bool {
        match self.tokens.next() {
            Some(token) => {
                self.current = token;
                true
            }
            None => false,
        }
    }

    fn token(&self) -> &Token {
        &self.current
    }

    fn token_mut(&mut self) -> &mut Token {
        &mut self.current
    }
}

/// Divides a text where spaced and unspaced scripts meet; true marks the unspaced. Korean counts as
/// one of those: its words carry endings that no stemmer here removes.
fn runs(text: &str) -> Vec<(Range<usize>, bool)> {
    let mut runs: Vec<(Range<usize>, bool)> = Vec::new();
    for (at, character) in text.char_indices() {
        let end = at + character.len_utf8();
        let unspaced = is_unspaced(character) || is_hangul(character);
        match runs.last_mut() {
            Some((range, kind)) if *kind == unspaced => range.end = end,
            _ => runs.push((at..end, unspaced)),
        }
    }
    runs
}

/// Every two neighbouring characters between the dividers; a lone character by itself.
fn pairs(text: &str, range: Range<usize>, dividers: &[&str]) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut starts: Vec<usize> = Vec::new();
    let mut at = range.start;
    while at < range.end {
        let rest = &text[at..range.end];
        if let Some(divider) = dividers.iter().find(|divider| rest.starts_with(**divider)) {
            pairs_between(&mut starts, at, &mut found);
            at += divider.len();
        } else {
            starts.push(at);
            at += rest.chars().next().map_or(rest.len(), char::len_utf8);
        }
    }
    pairs_between(&mut starts, range.end, &mut found);
    found
}

/// Turns the starts of neighbouring characters, the last of which ends at `end`, into pairs.
fn pairs_between(starts: &mut Vec<usize>, end: usize, found: &mut Vec<Range<usize>>) {
    starts.push(end);
    match starts.as_slice() {
        [start, end] => found.push(*start..*end),
        starts => found.extend(starts.windows(3).map(|three| three[0]..three[2])),
    }
    starts.clear();
}

/// The words of a spaced script, divided further where members may or may not type a blank.
fn words(text: &str, range: Range<usize>) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    for (at, word) in text[range.clone()].unicode_word_indices() {
        let abbreviation = is_abbreviation(word);
        let mut start = range.start + at;
        for part in
            word.split(|character| is_joint(character) || (character == '.' && !abbreviation))
        {
            if part.chars().any(char::is_alphanumeric) {
                found.push(start..start + part.len());
            }
            let joint = text[start + part.len()..].chars().next();
            start += part.len() + joint.map_or(0, char::len_utf8);
        }
    }
    found
}

/// Single letters with dots between them (`I.A`), and numbers (`4.800`): the dots divide nothing.
fn is_abbreviation(word: &str) -> bool {
    word.split('.').all(|part| part.chars().count() == 1) || !word.chars().any(char::is_alphabetic)
}

/// What stands inside a word for Unicode and between two words for us: the apostrophes that are
/// typed in practice, the colon, the middle dot and the underscore.
fn is_joint(character: char) -> bool {
    matches!(
        character,
        '\'' | '\u{2018}'
            | '\u{2019}'
            | '\u{02BC}'
            | '\u{FF07}'
            | '\u{00B4}'
            | '`'
            | '_'
            | ':'
            | '\u{00B7}'
    )
}

/// Composed and in lower case, without the accents that have no composed form, without what is never
/// seen, and without the dots of abbreviations.
fn folded(word: &str) -> String {
    let dots = word.chars().any(char::is_alphabetic);
    word.nfkc()
        .flat_map(char::to_lowercase)
        .filter(|character| !matches!(character, '\u{0300}'..='\u{036F}'))
        .filter(|character| !is_invisible(*character))
        .filter(|character| !(dots && *character == '.'))
        .collect()
}
