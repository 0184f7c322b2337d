//! *Phrases*: how people say what is no question, and what stands around one; a file for each
//! language.
//!
//! A message is compared with the phrases of all languages, because members mix them. Each file
//! has a line for each [`Pattern`], in the sections that [`Phrases`] describes.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::pattern::{Match, Pattern};
use super::token::Token;

const FILES: [&str; 10] = [
    include_str!("phrases/de.txt"),
    include_str!("phrases/en.txt"),
    include_str!("phrases/es.txt"),
    include_str!("phrases/fr.txt"),
    include_str!("phrases/it.txt"),
    include_str!("phrases/ja.txt"),
    include_str!("phrases/ko.txt"),
    include_str!("phrases/other.txt"),
    include_str!("phrases/pt.txt"),
    include_str!("phrases/zh.txt"),
];

/// The phrases of all languages.
pub(super) static PHRASES: LazyLock<Phrases> = LazyLock::new(|| Phrases::read(&FILES));

/// Ways to say something, by what they are for.
#[derive(Debug, Default)]
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
    fn read(files: &[&str]) -> Self {
        let mut phrases = Self::default();
        for file in files {
            let mut section = None;
            let lines = file.lines().map(str::trim);
            for line in lines.filter(|line| !line.is_empty() && !line.starts_with('#')) {
                match line.strip_prefix('[').and_then(|it| it.strip_suffix(']')) {
                    Some(name) => section = phrases.section(name),
                    None => {
                        if let Some(list) = &mut section {
                            list.push(Pattern::parse(line));
                        }
                    }
                }
            }
        }
        phrases
    }

    fn section(&mut self, name: &str) -> Option<&mut List> {
        Some(match name {
            "talk" => &mut self.talk,
            "reply" => &mut self.reply,
            "filler" => &mut self.filler,
            "please" => &mut self.please,
            "frame" => &mut self.frame,
            "lead" => &mut self.lead,
            "opening" => &mut self.opening,
            "story" => &mut self.story,
            "condition" => &mut self.condition,
            "exclamation" => &mut self.exclamation,
            "thin" => &mut self.thin,
            "pronoun" => &mut self.pronoun,
            "order" => &mut self.order,
            "overview" => &mut self.overview,
            "document" => &mut self.document,
            "kind" => &mut self.kind,
            _ => return None,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_of_every_file_is_in_a_section_and_says_something() {
        for file in FILES {
            let mut known = false;
            for line in file.lines().filter(|line| !line.is_empty()) {
                if let Some(name) = line.strip_prefix('[') {
                    let name = name.strip_suffix(']').expect("a whole name");
                    known = Phrases::default().section(name).is_some();
                    assert!(known, "{name}");
                } else if !line.starts_with('#') {
                    assert!(known, "{line} stands in no section");
                    let nothing = Pattern::parse(line).whole(&[]);
                    assert_eq!(nothing, None, "{line} may be nothing at all");
                }
            }
        }
    }
}
