//! *Phrases*: how people say what is no question, and what stands around one.
//!
//! A message is compared with the phrases of all languages, because members mix them.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::pattern::{Match, Pattern};
use super::token::Token;
use crate::language::lexicon::{ANY, Messages, Patterns};

/// The phrases of all languages.
pub(super) static PHRASES: LazyLock<Phrases> = LazyLock::new(|| Phrases::read(&ANY.messages));

/// Ways to say something, by what they are for.
#[derive(Debug)]
pub(super) struct Phrases {
    /// Greetings, thanks, praise, laughter, insults: a message of these asks nothing.
    pub talk: List,
    /// "Yes", "no", "ok": the same by themselves; before other words, a part of what they say.
    pub reply: List,
    /// What stands beside them or before a question, and says nothing either.
    pub filler: List,
    /// Politeness at either end of a question.
    pub please: List,
    /// What a question is wrapped in: "could you tell me".
    pub frame: List,
    /// What announces a question, wherever it stands: "I was wondering".
    pub lead: List,
    /// How questions without a mark begin, beside those that begin with a question word.
    pub opening: List,
    /// What somebody says who tells of himself.
    pub story: List,
    /// How what belongs to a question begins: "if I pay by card, …".
    pub condition: List,
    /// What begins like a question and is none: "what a".
    pub exclamation: List,
    /// Words that ask for help and do not say with what.
    pub thin: List,
    /// Words for what was named in the sentence before.
    pub pronoun: List,
    /// Orders to a language model.
    pub order: List,
    /// Requests for an overview, of what stands for `*`.
    pub overview: List,
    /// What stands for the document at hand.
    pub document: List,
    /// What kind of thing it is, said behind its name.
    pub kind: List,
}

/// Some patterns, to be found by their first token.
#[derive(Debug, Default)]
pub(super) struct List {
    patterns: Vec<Pattern>,
    /// The positions of those that begin with a token, by that token.
    by_first: HashMap<String, Vec<usize>>,
    /// The positions of all others.
    others: Vec<usize>,
}

impl List {
    fn read(patterns: &Patterns) -> Self {
        let mut list = Self::default();
        for pattern in patterns.iter() {
            list.push(Pattern::parse(pattern));
        }
        list
    }

    fn push(&mut self, pattern: Pattern) {
        let at = self.patterns.len();
        match pattern.firsts() {
            Some(firsts) => {
                for first in firsts {
                    let positions = self.by_first.entry(first.to_owned()).or_default();
                    if positions.last() != Some(&at) {
                        positions.push(at);
                    }
                }
            }
            None => self.others.push(at),
        }
        self.patterns.push(pattern);
    }

    /// The longest match at the start of some tokens.
    pub(super) fn at_start(&self, tokens: &[Token]) -> Option<Match> {
        let found = self.possible(tokens).filter_map(|it| it.at_start(tokens));
        found.max_by_key(|found| found.end)
    }

    /// The match that is all of some tokens and leaves least to `*`.
    pub(super) fn whole(&self, tokens: &[Token]) -> Option<Match> {
        let found = self.possible(tokens).filter_map(|it| it.whole(tokens));
        found.min_by_key(|found| found.captured.as_ref().map_or(0, ExactSizeIterator::len))
    }

    fn possible(&self, tokens: &[Token]) -> impl Iterator<Item = &Pattern> {
        let first = tokens.first();
        let first = first.and_then(|first| self.by_first.get(&first.short));
        let positions = first.into_iter().flatten().chain(&self.others);
        positions.map(|at| &self.patterns[*at])
    }
}

impl Phrases {
    fn read(messages: &Messages) -> Self {
        Self {
            talk: List::read(&messages.talk),
            reply: List::read(&messages.reply),
            filler: List::read(&messages.filler),
            please: List::read(&messages.please),
            frame: List::read(&messages.frame),
            lead: List::read(&messages.lead),
            opening: List::read(&messages.opening),
            story: List::read(&messages.story),
            condition: List::read(&messages.condition),
            exclamation: List::read(&messages.exclamation),
            thin: List::read(&messages.thin),
            pronoun: List::read(&messages.pronoun),
            order: List::read(&messages.order),
            overview: List::read(&messages.overview),
            document: List::read(&messages.document),
            kind: List::read(&messages.kind),
        }
    }

    #[cfg(test)]
    fn lists(&self) -> [&List; 16] {
        [
            &self.talk,
            &self.reply,
            &self.filler,
            &self.please,
            &self.frame,
            &self.lead,
            &self.opening,
            &self.story,
            &self.condition,
            &self.exclamation,
            &self.thin,
            &self.pronoun,
            &self.order,
            &self.overview,
            &self.document,
            &self.kind,
        ]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_pattern_says_something() {
        for list in PHRASES.lists() {
            assert!(!list.patterns.is_empty());
            for pattern in &list.patterns {
                assert_eq!(
                    pattern.whole(&[]),
                    None,
                    "{pattern:?} may be nothing at all"
                );
            }
        }
    }
}
