//! *Words*: where a text divides before anything is folded or stemmed.
//!
//! Words end where Unicode says so (UAX 29), and also at an apostrophe, so that `l'organisation`
//! and `l organisation` give the same two words. Scripts that write no spaces between words give
//! pairs of neighbouring characters instead, divided at the words that only ask or join.

use std::ops::Range;

use tantivy::tokenizer::{Token, TokenStream, Tokenizer};
use unicode_segmentation::UnicodeSegmentation;

use crate::language::normalise;
use crate::language::scripts::{is_hangul, is_hiragana, is_katakana, is_unspaced};

/// The first step of every analyzer: words, composed (NFKC) and in lower case.
#[derive(Clone)]
pub(super) struct WordTokenizer {
    /// Words of an unspaced script that give no term and divide what stands around them.
    pub dividers: Vec<&'static str>,
    /// Whether a compound also gives its parts as one word.
    pub compounds: bool,
}

/// The words of one text, found beforehand.
pub(super) struct WordStream {
    tokens: std::vec::IntoIter<Token>,
    current: Token,
}

impl Tokenizer for WordTokenizer {
    type TokenStream<'a> = WordStream;

    fn token_stream<'a>(&'a mut self, text: &'a str) -> WordStream {
        let mut tokens: Vec<Token> = Vec::new();
        for (range, bigrams) in runs(text) {
            let mut ranges = if bigrams {
                pairs(text, range, &self.dividers)
            } else {
                words(text, range)
            };
            if self.compounds && !bigrams {
                ranges.extend(compounds(text, &ranges));
                ranges.sort_by_key(|range| range.end);
            }
            for range in ranges {
                let word = normalise::term(&text[range.clone()]);
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

/// The words of a text as a reader sees them: parts with nothing or a hyphen between them are one.
/// Scripts without blanks are divided at the words that only ask or join, and where one meets another.
pub(super) fn seen(text: &str, dividers: &[&str]) -> Vec<Range<usize>> {
    runs(text)
        .into_iter()
        .flat_map(|(run, unspaced)| {
            if unspaced {
                stretches(text, run, dividers)
            } else {
                joined(text, &words(text, run))
            }
        })
        .collect()
}

fn joined(text: &str, parts: &[Range<usize>]) -> Vec<Range<usize>> {
    let are_one = |one: &Range<usize>, other: &Range<usize>| {
        let between = &text[one.end..other.start];
        between.is_empty() || ["-", "\u{2010}", "\u{2011}", ".", "_", "/", "&"].contains(&between)
    };
    let words = parts.chunk_by(are_one);
    let word = |parts: &[Range<usize>]| parts[0].start..parts[parts.len() - 1].end;
    words.map(word).collect()
}

/// What stands between dividers in one script.
fn stretches(text: &str, range: Range<usize>, dividers: &[&str]) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::new();
    let mut before = None;
    let mut at = range.start;
    while let Some(first) = text[at..range.end].chars().next() {
        let rest = &text[at..range.end];
        if let Some(divider) = dividers.iter().find(|divider| rest.starts_with(**divider)) {
            before = None;
            at += divider.len();
            continue;
        }
        let script = syllabary(first);
        let end = at + first.len_utf8();
        match found.last_mut() {
            Some(last) if before == Some(script) => last.end = end,
            _ => found.push(at..end),
        }
        before = Some(script);
        at = end;
    }
    found
}

/// Tells the scripts of Japanese apart.
fn syllabary(character: char) -> [bool; 2] {
    [is_hiragana(character), is_katakana(character)]
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

/// The words of a spaced script, in order and disjoint, divided further where members may or may not
/// type a blank.
fn words(text: &str, range: Range<usize>) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::new();
    for (at, word) in text[range.clone()].unicode_word_indices() {
        let start = range.start + at;
        // `sign` may have taken what Unicode counts as another word.
        if found.last().is_some_and(|before| start < before.end) {
            continue;
        }
        let end = start + word.len();
        match sign(word, &text[end..range.end]) {
            0 => divide(word, start, &mut found),
            sign => found.push(start..end + sign),
        }
    }
    found
}

/// Words of letters with nothing but a hyphen or an apostrophe between them.
fn compounds(text: &str, words: &[Range<usize>]) -> Vec<Range<usize>> {
    let is_word = |range: &Range<usize>| text[range.clone()].chars().all(char::is_alphabetic);
    let joins = |pair: &[Range<usize>]| {
        let between = &text[pair[0].end..pair[1].start];
        let is_joint = between.chars().count() == 1 && between.starts_with(is_hyphen);
        is_joint && pair.iter().all(is_word)
    };
    words
        .chunk_by(|one, other| joins(&[one.clone(), other.clone()]))
        .filter(|words| words.len() > 1)
        .map(|words| words[0].start..words[words.len() - 1].end)
        .collect()
}

/// The hyphens and apostrophes within words.
fn is_hyphen(character: char) -> bool {
    matches!(
        character,
        '-' | '\u{2010}' | '\u{2011}' | '\'' | '\u{2018}' | '\u{2019}' | '\u{02BC}'
    )
}

/// Divides a word at its joints, and letters from numbers: `E-104`, `E104` and `E 104` are the same
/// two words, and so are `v2.1` and `v 2.1`.
fn divide(word: &str, start: usize, found: &mut Vec<Range<usize>>) {
    let mut from = 0;
    let mut before = None;
    for (at, c) in word.char_indices() {
        let meets = before.is_some_and(|before: char| {
            before.is_numeric() != c.is_numeric() && !".,;".contains([before, c])
        });
        if is_joint(c) || meets {
            divide_at_dots(word, from..at, start, found);
            from = at + if is_joint(c) { c.len_utf8() } else { 0 };
        }
        before = Some(c);
    }
    divide_at_dots(word, from..word.len(), start, found);
}

/// Divides a part of a word at full stops, but no number and no abbreviation.
fn divide_at_dots(word: &str, part: Range<usize>, start: usize, found: &mut Vec<Range<usize>>) {
    let text = &word[part.clone()];
    let keeps = is_abbreviation(text);
    let mut at = start + part.start;
    for part in text.split(|c| c == '.' && !keeps) {
        if part.chars().any(char::is_alphanumeric) {
            found.push(at..at + part.len());
        }
        at += part.len() + 1;
    }
}

/// The length of the sign that makes a letter a name: `C++`, `C#`, `A+`.
fn sign(word: &str, rest: &str) -> usize {
    let is_short = word.chars().count() <= 2 && word.chars().all(char::is_alphabetic);
    let signs = ["++", "#", "+"]
        .into_iter()
        .find(|sign| rest.starts_with(sign));
    let length = signs.filter(|_| is_short).map_or(0, str::len);
    let ends = !rest[length..].starts_with(|c: char| c.is_alphanumeric() || "+#".contains(c));
    if ends { length } else { 0 }
}

/// Single letters with dots between them (`I.A`), and numbers (`4.800`): the dots divide nothing.
fn is_abbreviation(word: &str) -> bool {
    let is_letter = |part: &str| part.chars().count() == 1 && part.chars().all(char::is_alphabetic);
    word.split('.').all(is_letter) || !word.chars().any(char::is_alphabetic)
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
