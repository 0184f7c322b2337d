//! A *pattern* is a phrase with alternatives and gaps, found in the tokens of a message.
//!
//! Written with blanks between its pieces: `good|nice bot|work`, `please?` for what may be
//! missing, `..` for up to [`WIDEST_GAP`] tokens, `*` for one token or more that are given back,
//! `=résumé` for what counts only with its accents.

use std::ops::Range;

use super::token::{Token, tokens};

/// The most tokens that may stand in a gap; a Chinese word takes several.
const WIDEST_GAP: usize = 5;

/// One way to say something.
#[derive(Debug)]
pub(super) struct Pattern(Vec<Piece>);

#[derive(Debug)]
enum Piece {
    /// One of some phrases. One of them is empty where the piece may be missing.
    OneOf(Vec<Vec<Key>>),
    Gap,
    Some,
}

/// A token that has to be there.
#[derive(Debug)]
struct Key {
    token: Token,
    exact: bool,
}

/// Where a pattern was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Match {
    /// The first token behind it.
    pub end: usize,
    /// The tokens that stand for `*`.
    pub captured: Option<Range<usize>>,
}

impl Pattern {
    pub(super) fn parse(written: &str) -> Self {
        Self(written.split_whitespace().map(Piece::parse).collect())
    }

    /// The [`Token::short`] of what it may begin with; `None` where it may begin with any.
    pub(super) fn firsts(&self) -> Option<Vec<&str>> {
        let Piece::OneOf(phrases) = self.0.first()? else {
            return None;
        };
        phrases
            .iter()
            .map(|phrase| {
                let first = phrase.first()?;
                Some(first.token.short.as_str())
            })
            .collect()
    }

    /// The longest match that begins with the first of some tokens.
    pub(super) fn at_start(&self, tokens: &[Token]) -> Option<Match> {
        find(&self.0, tokens, 0, false).filter(|found| found.end > 0)
    }

    /// The match that is all of some tokens.
    pub(super) fn whole(&self, tokens: &[Token]) -> Option<Match> {
        find(&self.0, tokens, 0, true)
    }
}

impl Piece {
    fn parse(written: &str) -> Self {
        match written {
            ".." => return Self::Gap,
            "*" => return Self::Some,
            _ => {}
        }
        let missing = written.ends_with('?').then(Vec::new);
        let written = written.trim_end_matches('?').split('|');
        Self::OneOf(written.map(keys).chain(missing).collect())
    }
}

fn keys(written: &str) -> Vec<Key> {
    let exact = written.starts_with('=');
    tokens(written)
        .into_iter()
        .map(|token| Key { token, exact })
        .collect()
}

impl Key {
    fn is(&self, token: &Token) -> bool {
        if self.exact {
            return self.token.exact == token.exact;
        }
        self.token.text == token.text || token.stretches(&self.token)
    }
}

fn find(pieces: &[Piece], tokens: &[Token], at: usize, whole: bool) -> Option<Match> {
    let Some((piece, rest)) = pieces.split_first() else {
        let captured = None;
        return (!whole || at == tokens.len()).then_some(Match { end: at, captured });
    };
    let left = tokens.len() - at;
    match piece {
        Piece::OneOf(phrases) => {
            // Of equals the first: what may be missing is taken where it is there.
            phrases
                .iter()
                .filter(|phrase| {
                    let tokens = tokens[at..].iter();
                    phrase.len() <= left
                        && phrase.iter().zip(tokens).all(|(key, token)| key.is(token))
                })
                .filter_map(|phrase| find(rest, tokens, at + phrase.len(), whole))
                .reduce(|best, next| if next.end > best.end { next } else { best })
        }
        Piece::Gap => {
            let mut skipped = 0..=left.min(WIDEST_GAP);
            skipped.find_map(|skipped| find(rest, tokens, at + skipped, whole))
        }
        Piece::Some => {
            let mut taken = 1..=left;
            taken.find_map(|taken| {
                let found = find(rest, tokens, at + taken, whole)?;
                let captured = Some(at..at + taken);
                Some(Match { captured, ..found })
            })
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pattern_is_found_in_a_message() {
        let check = |pattern: &str, text: &str, expected: Option<&str>| {
            let tokens = tokens(text);
            let found = Pattern::parse(pattern).whole(&tokens);
            let captured = found.map(|found| {
                let captured = found.captured.unwrap_or_default();
                let words: Vec<&str> = tokens[captured].iter().map(|token| &*token.text).collect();
                words.join(" ")
            });
            assert_eq!(captured.as_deref(), expected, "{pattern}: {text}");
        };
        check("good|nice bot", "Nice bot!!", Some(""));
        check("good|nice bot", "nice", None);
        check("good bot?", "gooooood", Some(""));
        check(
            "what is * about",
            "What is the rule book about?",
            Some("the rule book"),
        );
        check("what is * about", "what is about", None);
        check(
            "ignore .. instructions",
            "ignore all your instructions",
            Some(""),
        );
        check(
            "ignore .. instructions",
            "ignore a b c d e f instructions",
            None,
        );
        check("what is? * about", "what is it about", Some("it"));
        check("* 要約|まとめ して", "規約を要約して", Some("規 約 を"));
        check("=résumé", "resume", None);
        check("=résumé", "RÉSUMÉ", Some(""));
        check("résumé", "resume", Some(""));
    }
}
