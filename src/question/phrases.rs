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
    pub talk: PhraseList,
    /// "Yes", "no", "ok": the same by themselves; before other words, a part of what they say.
    pub reply: PhraseList,
    /// What stands beside them or before a question, and says nothing either.
    pub filler: PhraseList,
    /// Politeness at either end of a question.
    pub please: PhraseList,
    /// What a question is wrapped in: "could you tell me".
    pub frame: PhraseList,
    /// What announces a question, wherever it stands: "I was wondering".
    pub lead: PhraseList,
    /// How questions without a mark begin, beside those that begin with a question word.
    pub opening: PhraseList,
    /// What somebody says who tells of himself.
    pub story: PhraseList,
    /// How what belongs to a question begins: "if I pay by card, …".
    pub condition: PhraseList,
    /// What begins like a question and is none: "what a".
    pub exclamation: PhraseList,
    /// Words that ask for help and do not say with what.
    pub thin: PhraseList,
    /// Words for what was named in the sentence before.
    pub pronoun: PhraseList,
    /// Orders to a language model.
    pub order: PhraseList,
    /// Requests for an overview, of what stands for `*`.
    pub overview: PhraseList,
    /// What stands for the document at hand.
    pub document: PhraseList,
    /// What kind of thing it is, said behind its name.
    pub kind: PhraseList,
}

/// Some patterns, to be found by their first token.
#[derive(Debug, Default)]
pub(super) struct PhraseList {
    patterns: Vec<Pattern>,
    /// The positions of those that begin with a token, by that token.
    by_first: HashMap<String, Vec<usize>>,
    /// The positions of all others.
    others: Vec<usize>,
}

impl PhraseList {
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
        let found = self
            .possible(tokens)
            .filter_map(|pattern| pattern.at_start(tokens));
        found.max_by_key(|found| found.end)
    }

    /// The match that is all of some tokens and leaves least to `*`.
    pub(super) fn whole(&self, tokens: &[Token]) -> Option<Match> {
        let found = self
            .possible(tokens)
            .filter_map(|pattern| pattern.whole(tokens));
        found.min_by_key(|found| found.captured.as_ref().map_or(0, ExactSizeIterator::len))
    }

    fn possible(&self, tokens: &[Token]) -> impl Iterator<Item = &Pattern> {
        let first = tokens.first();
        let first = first.and_then(|first| self.by_first.get(&first.short));
        first
            .into_iter()
            .flatten()
            .chain(&self.others)
            .map(|at| &self.patterns[*at])
    }
}

impl Phrases {
    fn read(messages: &Messages) -> Self {
        Self {
            talk: PhraseList::read(&messages.talk),
            reply: PhraseList::read(&messages.reply),
            filler: PhraseList::read(&messages.filler),
            please: PhraseList::read(&messages.please),
            frame: PhraseList::read(&messages.frame),
            lead: PhraseList::read(&messages.lead),
            opening: PhraseList::read(&messages.opening),
            story: PhraseList::read(&messages.story),
            condition: PhraseList::read(&messages.condition),
            exclamation: PhraseList::read(&messages.exclamation),
            thin: PhraseList::read(&messages.thin),
            pronoun: PhraseList::read(&messages.pronoun),
            order: PhraseList::read(&messages.order),
            overview: PhraseList::read(&messages.overview),
            document: PhraseList::read(&messages.document),
            kind: PhraseList::read(&messages.kind),
        }
    }

    #[cfg(test)]
    fn lists(&self) -> [&PhraseList; 16] {
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
