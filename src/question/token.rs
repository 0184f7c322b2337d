//! A *token* is what phrases are compared by: a word, or one character where words have no blanks
//! between them.

use std::ops::Range;

use unicode_normalization::UnicodeNormalization;

use crate::language::normalise::typed;
use crate::language::scripts::{is_hangul, is_invisible, is_unspaced};

/// A shorter word with its last letter twice may be another one.
const LONG_WORD: usize = 4;

/// A word of a message, with what makes no difference taken away.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Token {
    /// In lower case, without accents.
    pub text: String,
    /// The same with each repeated letter once: `heyyyy` is `hey`.
    pub short: String,
    /// In lower case only.
    pub exact: String,
    /// The bytes it stands for.
    pub range: Range<usize>,
}

/// The words of a text: no marks and emoji, no mentions, custom emoji and addresses.
pub(super) fn tokens(text: &str) -> Vec<Token> {
    let mut tokens = Vec::new();
    let mut at = 0;
    while let Some(first) = text[at..].chars().next() {
        let noise = noise(&text[at..]);
        let length = if noise > 0 { noise } else { word(&text[at..]) };
        if length > 0 && noise == 0 {
            tokens.push(Token::new(text, at..at + length));
        }
        at += length.max(first.len_utf8());
    }
    tokens
}

impl Token {
    fn new(text: &str, range: Range<usize>) -> Self {
        let word = &text[range.clone()];
        if word.starts_with(stands_alone) {
            let exact: String = word.nfc().collect();
            return Self {
                text: exact.clone(),
                short: exact.clone(),
                exact,
                range,
            };
        }
        let text = typed(word);
        Self {
            short: without_repeats(&text),
            text,
            exact: word.nfkc().flat_map(char::to_lowercase).collect(),
            range,
        }
    }

    /// Whether it is `other` as people stretch it, "heyyyy" and "graciass": a letter three times in
    /// a row makes up for any length, the last letter twice only for a longer word.
    pub(super) fn stretches(&self, other: &Self) -> bool {
        if self.short != other.short {
            return false;
        }
        let twice = self.text.len() == other.text.len() + 1
            && other.text.chars().count() >= LONG_WORD
            && self.text.starts_with(&other.text);
        let letters: Vec<char> = self.text.chars().collect();
        twice
            || letters
                .windows(3)
                .any(|three| three[0] == three[1] && three[1] == three[2])
    }
}

/// Whether a character is a token by itself.
pub(super) fn stands_alone(c: char) -> bool {
    is_unspaced(c) || is_hangul(c)
}

/// How much a token says: a word as much as three characters that are tokens by themselves.
pub(super) fn weight(token: &str) -> usize {
    if token.starts_with(stands_alone) {
        1
    } else {
        3
    }
}

/// The bytes of the word that a text begins with; 0 where it begins with none.
fn word(text: &str) -> usize {
    let first = text.chars().next().filter(|c| c.is_alphanumeric());
    match first {
        None => 0,
        Some(first) if stands_alone(first) => first.len_utf8(),
        Some(_) => {
            let inside = |c: char| {
                (c.is_alphanumeric() && !stands_alone(c)) || is_invisible(c) || is_accent(c)
            };
            text.find(|c| !inside(c)).unwrap_or(text.len())
        }
    }
}

/// The bytes of a mention, a custom emoji or an address at the beginning of a text.
fn noise(text: &str) -> usize {
    let address = ["http://", "https://", "www."];
    if address.iter().any(|prefix| text.starts_with(prefix)) {
        return text.find(char::is_whitespace).unwrap_or(text.len());
    }
    let token = text
        .strip_prefix('<')
        .and_then(|rest| rest.split_once('>'))
        .map(|(token, _)| token)
        .filter(|token| token.starts_with(['@', '#', ':', '/']) || token.starts_with("a:"))
        .filter(|token| !token.contains(['\n', '<']));
    token.map_or(0, |token| token.len() + 2)
}

fn is_accent(c: char) -> bool {
    unicode_normalization::char::is_combining_mark(c)
}

fn without_repeats(word: &str) -> String {
    let mut letters: Vec<char> = word.chars().collect();
    letters.dedup_by(|next, before| next == before && next.is_alphabetic());
    letters.into_iter().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_divided_into_what_phrases_are_compared_by() {
        let check = |text: &str, expected: &[&str]| {
            let tokens = tokens(text);
            let texts: Vec<&str> = tokens.iter().map(|token| token.text.as_str()).collect();
            assert_eq!(texts, expected, "{text}");
        };
        check("Hey, what's UP?!", &["hey", "what", "s", "up"]);
        check("Où est l’École ?", &["ou", "est", "l", "ecole"]);
        check("cafe\u{301} Straße", &["cafe", "strasse"]);
        check("레이드 시간", &["레", "이", "드", "시", "간"]);
        check("PVPは何時", &["pvp", "は", "何", "時"]);
        check("ㅋㅋ ががが", &["ㅋ", "ㅋ", "が", "が", "が"]);
        check("<@123> hi <:wave:45> https://a.example/?b=c", &["hi"]);
        check("a < b > c <", &["a", "b", "c"]);
        check("100 000", &["100", "000"]);
        check("☀️ 👋🏽", &[]);
    }

    #[test]
    fn a_stretched_word_is_the_same_word() {
        let check = |typed: &str, word: &str, expected: bool| {
            let is = tokens(typed)[0].stretches(&tokens(word)[0]);
            assert_eq!(is, expected, "{typed} {word}");
        };
        check("heyyyy", "hey", true);
        check("graciass", "gracias", true);
        check("coooool", "cool", true);
        check("tool", "toll", false);
        check("boot", "bot", false);
        check("null", "nul", false);
        check("1000", "100", false);
    }
}
