//! *Counterparts*: which words of the question find one in what was read, and which find none.
//!
//! A low cosine alone says little: a word may be a name for what the passage says in others, in
//! another language most of all. Only a word that stands nowhere in the corpus, and is like nothing that
//! was read, is said to be missing.

use std::ops::Range;

use serde::Serialize;

use super::features::is_edition;
use crate::analyzer::is_stop_word;
use crate::corpus::Document;
use crate::dense::{Dense, EncodedQuestion, Interaction, PassageVectors, Word};
use crate::index::{Index, IndexError};
use crate::language::Language;
use crate::language::scripts::{is_hangul, is_hiragana, is_unspaced};
use crate::passage::Passage;
use crate::question::Question;

/// A word whose tokens find nothing more like them than this has no counterpart.
///
/// `tools/counterparts/measure.py` shows what other thresholds would do; `docs/retrieval.md` has the
/// figures. Names are alike in all languages.
const COUNTERPART: f32 = 0.45;

/// The same for words that are no names, where the whole corpus is in the language of the question.
/// It is lower, because one thing has many words; across languages even a translation may be below
/// it, so there these words are not judged.
const COUNTERPART_OF_WORD: f32 = 0.26;

/// At most this many words without a counterpart are named.
const NAMED: usize = 2;

/// A word of the question with what it finds.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct AskedWord {
    /// As typed.
    pub word: String,
    /// The word that is most like it in the passage the answer is judged by, or above that.
    pub counterpart: Option<String>,
    /// How alike these are: the mean of the cosines of the word's tokens.
    pub cosine: f32,
    /// Whether it says what the question is about and the passage has nothing like it.
    pub unmatched: bool,
    /// The best cosine in all passages read, of the word with those that no blank divides it from.
    pub anywhere: f32,
    /// Whether these words say what the question is about, and neither they nor anything like them
    /// stands in the corpus.
    pub nowhere: bool,
    /// Whether it is written as a name.
    pub name: bool,
}

/// The words of a question beside the passages read.
pub(super) struct QuestionWords<'a> {
    pub dense: &'a Dense,
    pub index: &'a Index,
    pub asked: &'a EncodedQuestion,
    /// What was looked up.
    pub question: &'a str,
    pub language: Language,
    /// Whether all of the corpus is in that language.
    pub alone: bool,
    /// What each passage read holds of the question.
    pub read: Vec<&'a Interaction>,
}

impl QuestionWords<'_> {
    /// Each word with what it finds in the passage judged and elsewhere.
    ///
    /// # Errors
    /// When the index fails, which only a defect can cause.
    pub(super) fn explained(
        &self,
        place: (&Document, &Passage),
        vectors: &PassageVectors,
    ) -> Result<Vec<AskedWord>, IndexError> {
        let words = self.words();
        let telling = Question::telling(self.question);
        let found = self.dense.align(self.asked, &words, place, vectors);
        let mut found = words.iter().zip(found);
        let mut explained = Vec::new();
        for run in words.chunk_by(|one, other| one.run == other.run) {
            let anywhere = self.anywhere(run);
            let content = self.says(run, &telling);
            let name = self.is_name(&span(run));
            let nowhere = content && !self.index.knows_like(self.text(run))?;
            explained.extend(found.by_ref().take(run.len()).map(|(word, found)| {
                let cosine = found.as_ref().map_or(0.0, |found| found.cosine);
                AskedWord {
                    word: self.question[word.range.clone()].to_owned(),
                    counterpart: found.map(|found| found.word),
                    cosine,
                    unmatched: content && cosine < COUNTERPART,
                    anywhere,
                    nowhere,
                    name,
                }
            }));
        }
        Ok(explained)
    }

    /// What the question is about and no passage has in any words: at most two slices of it.
    ///
    /// # Errors
    /// When the index fails, which only a defect can cause.
    pub(super) fn missing(&self) -> Result<Vec<String>, IndexError> {
        let words = self.words();
        let telling = Question::telling(self.question);
        let mut missing: Vec<Range<usize>> = Vec::new();
        for run in words.chunk_by(|one, other| one.run == other.run) {
            let is_far = self.says(run, &telling) && self.anywhere(run) < self.threshold(run);
            if !is_far || self.index.knows_like(self.text(run))? {
                continue;
            }
            let range = span(run);
            match missing.last_mut() {
                Some(last) if self.are_one_name(last, &range) => last.end = range.end,
                _ => missing.push(range),
            }
        }
        let mut named: Vec<String> = Vec::new();
        for range in missing {
            let word = &self.question[range];
            if named.len() < NAMED && !named.iter().any(|other| other == word) {
                named.push(word.to_owned());
            }
        }
        Ok(named)
    }

    fn words(&self) -> Vec<Word> {
        self.dense.words(self.language, self.question)
    }

    fn text(&self, run: &[Word]) -> &str {
        &self.question[span(run)]
    }

    fn anywhere(&self, run: &[Word]) -> f32 {
        let tokens: Vec<usize> = run
            .iter()
            .flat_map(|word| word.tokens.iter().copied())
            .collect();
        self.read
            .iter()
            .map(|read| read.of_tokens(&tokens))
            .fold(-1.0, f32::max)
    }

    /// Whether words say what the question is about: no little words, no endings, no mere counts.
    fn says(&self, run: &[Word], telling: &[Range<usize>]) -> bool {
        let (range, text) = (span(run), self.text(run));
        let is_telling = |word: &Range<usize>| word.start < range.end && range.start < word.end;
        let letters = text.chars().filter(|c| c.is_alphabetic()).count();
        let is_named = match text.chars().next() {
            _ if letters == 0 => is_edition(text),
            Some(first) if is_unspaced(first) => letters > 1 && !text.chars().all(is_hiragana),
            Some(first) if is_hangul(first) => letters > 1,
            _ => letters > 2 || text.chars().all(char::is_uppercase) && letters > 1,
        };
        is_named && telling.iter().any(is_telling) && !is_stop_word(self.language, text)
    }

    /// The cosine from which on words have a counterpart somewhere.
    fn threshold(&self, run: &[Word]) -> f32 {
        if !self.text(run).contains(char::is_alphabetic) {
            // A number is found by its digits or not at all.
            return f32::INFINITY;
        }
        match (self.is_name(&span(run)), self.alone) {
            (true, _) => COUNTERPART,
            (false, true) => COUNTERPART_OF_WORD,
            (false, false) => f32::NEG_INFINITY,
        }
    }

    /// Whether a word is written as a name, and other words are not: with a capital letter inside, or
    /// at its beginning though no sentence begins there, in a language that writes only names so.
    fn is_name(&self, range: &Range<usize>) -> bool {
        let word = &self.question[range.clone()];
        let before = self.question[..range.start].trim_end_matches([' ', '\u{a0}']);
        let inside = before.ends_with(|c: char| c.is_alphanumeric() || c == ',' || c == '\'');
        let capital_inside = word
            .chars()
            .skip_while(|c| !c.is_lowercase())
            .any(char::is_uppercase);
        let is_acronym = !word.contains(char::is_lowercase);
        let capital = word.starts_with(char::is_uppercase) && inside && !is_acronym;
        capital_inside || capital && !self.writes_capitals()
    }

    /// Whether capital letters tell no names: in German, and in a question that writes little words
    /// with them.
    fn writes_capitals(&self) -> bool {
        let mut words = self.question.split_whitespace().skip(1);
        self.language.code() == "de"
            || words.any(|word| {
                // The English "I" always is a capital.
                let is_word = word.chars().nth(1).is_some_and(char::is_alphabetic);
                is_word && word.starts_with(char::is_uppercase) && is_stop_word(self.language, word)
            })
    }

    /// Whether two words, each with a capital letter, have nothing but a blank between them.
    fn are_one_name(&self, one: &Range<usize>, other: &Range<usize>) -> bool {
        let is_name =
            |range: &Range<usize>| self.question[range.clone()].starts_with(char::is_uppercase);
        &self.question[one.end..other.start] == " " && is_name(one) && is_name(other)
    }
}

fn span(run: &[Word]) -> Range<usize> {
    run.first()
        .zip(run.last())
        .map_or(0..0, |(first, last)| first.range.start..last.range.end)
}
