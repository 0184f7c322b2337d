//! *Names* in a sentence: runs of words with a capital letter.

use std::ops::Range;

use super::token::{Shape, Token};
use crate::language::Language;
use crate::language::lexicon::FOLDED;
use crate::ranking::features;

/// What a name is.
#[derive(Debug, Clone)]
pub(super) struct Name {
    pub tokens: Range<usize>,
    /// How many of its words have a capital letter.
    pub words: usize,
    /// It begins the sentence, where every word has one.
    pub begins: bool,
}

/// The names in a sentence, in order and disjoint.
pub(super) fn names(tokens: &[Token], language: Language) -> Vec<Name> {
    let mut names = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        let Some(mut name) = name(tokens, at) else {
            at += 1;
            continue;
        };
        at = name.tokens.end;
        if begins(tokens, name.tokens.start) {
            let first = &tokens[name.tokens.start];
            let is_little = language.has_function_word(&first.text.to_lowercase());
            if is_little {
                // A little word that begins the sentence is no part of the name: “In Paris”, “Le
                // Pen”.
                name.tokens.start += 1;
                name.words -= 1;
                while name.tokens.start < name.tokens.end
                    && !tokens[name.tokens.start].is_capitalised()
                {
                    name.tokens.start += 1;
                }
            } else {
                name.begins = true;
            }
        }
        if name.words > 0 && !name.tokens.is_empty() {
            names.push(name);
        }
    }
    names
}

/// Whether a token is the first word of a sentence.
fn begins(tokens: &[Token], at: usize) -> bool {
    let before = tokens[..at].iter().rev().find(|token| {
        token.shape != Shape::Mark || matches!(token.text, "." | "!" | "?" | ":" | "•")
    });
    before.is_none_or(|token| token.shape == Shape::Mark)
}

fn name(tokens: &[Token], at: usize) -> Option<Name> {
    if !is_named(&tokens[at]) {
        return None;
    }
    let mut end = at + 1;
    let mut words = 1;
    loop {
        let mut next = end;
        // An initial has a full stop: J. R. R. Tolkien.
        let initial = &tokens[end - 1];
        if initial.text.chars().count() <= 2
            && tokens
                .get(next)
                .is_some_and(|token| token.glued && token.text == ".")
        {
            next += 1;
        }
        let is_particle =
            |token: &Token| token.is_among(&FOLDED.words.particles) || token.is_apostrophe();
        while next < end + 4 && tokens.get(next).is_some_and(is_particle) {
            next += 1;
        }
        if !tokens.get(next).is_some_and(is_named) || is_and(&tokens[end..next]) {
            break;
        }
        end = next + 1;
        words += 1;
    }
    Some(Name {
        tokens: at..end,
        words,
        begins: false,
    })
}

/// “Portugal e Espanha”, “Paris de la France”: what is between is no particle of one name.
fn is_and(between: &[Token]) -> bool {
    matches!(between, [one] if one.is_among(&FOLDED.words.joins) || one.is_apostrophe())
}

fn is_named(token: &Token) -> bool {
    token.is_capitalised() && !features::is_dated(&token.folded)
}

/// Whether a preposition of place stands before a token, maybe with an article.
pub(super) fn is_placed(tokens: &[Token], at: usize) -> bool {
    let before = |back: usize| at.checked_sub(back).map(|at| &tokens[at]);
    let is_at = |token: &Token| token.is_among(&FOLDED.words.place_prepositions);
    let is_article = |token: &Token| token.is_among(&FOLDED.words.articles);
    let direct = before(1).is_some_and(is_at);
    let article = before(1).is_some_and(|token| is_article(token) || token.is_apostrophe());
    direct || article && before(2).is_some_and(|token| is_at(token) || is_article(token))
}
