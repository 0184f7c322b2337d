//! *Names* in a sentence: runs of words with a capital letter.

use std::ops::Range;

use super::token::{Shape, Token};
use crate::language::Language;
use crate::ranking::clues;

/// What a name may have between its parts, in lower case: Simone de Beauvoir, Ludwig van Beethoven.
const PARTICLES: &str = "de du des d la le van von der den ter zu zum zur del della di da dos das do e y bin ibn \
    ben al el of the af av ' ’";

/// Prepositions that name a place, with an article or without.
const AT: &str =
    "a au aux en dans in at im bei nach em no na nel nella ad vid pa в во near pres aus i";

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
                // “In Paris”, “Le Pen”: what is little is none of it.
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
    let before = tokens[..at]
        .iter()
        .rev()
        .find(|it| it.shape != Shape::Mark || matches!(it.text, "." | "!" | "?" | ":" | "•"));
    before.is_none_or(|it| it.shape == Shape::Mark)
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
                .is_some_and(|it| it.glued && it.text == ".")
        {
            next += 1;
        }
        while next < end + 4 && tokens.get(next).is_some_and(|it| it.is_among(PARTICLES)) {
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
    matches!(between, [one] if one.is_among("e y ' ’ the"))
}

fn is_named(token: &Token) -> bool {
    token.is_capitalised() && !clues::is_dated(&token.folded)
}

/// Whether a preposition of place stands before a token, maybe with an article.
pub(super) fn is_placed(tokens: &[Token], at: usize) -> bool {
    let before = |back: usize| at.checked_sub(back).map(|at| &tokens[at]);
    let direct = before(1).is_some_and(|it| it.is_among(AT));
    let article = before(1).is_some_and(|it| {
        it.is_among("the la le les l el los las il lo gli o os as der den dem die das ' ’")
    });
    direct || article && before(2).is_some_and(|it| it.is_among(AT) || it.is_among("the la le l"))
}
