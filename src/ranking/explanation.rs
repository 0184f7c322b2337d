//! An *explanation* says what an answer's confidence rests on.

use std::collections::BTreeSet;

use serde::Serialize;

use super::confidence::Part;
use super::counterparts::AskedWord;
use crate::corpus::{Corpus, Document};
use crate::index::{Index, Query};
use crate::language::Language;
use crate::passage::Passage;

/// Why an answer is as sure as it is.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Explanation {
    /// How sure the judgement is, 0 to 1, as the answer has it.
    pub confidence: f32,
    /// Whether meaning was compared; else words alone were.
    pub by_meaning: bool,
    /// What of the question was looked up, in its order; empty where it has only words that every
    /// text has.
    pub terms: Vec<AskedTerm>,
    /// The words of the question with what each finds there; empty where meaning was not compared.
    pub words: Vec<AskedWord>,
    /// The share of the terms that stands in the passage the answer is judged by, each counted by
    /// how rare it is, 0 to 1; by words alone, those above it count half.
    pub coverage: f32,
    /// How near the question that passage lies, a mean of cosines; none where meaning was not
    /// compared.
    pub nearness: Option<f32>,
    /// What the confidence is made of; empty where no passage was judged. By words alone it is the
    /// sum of value times weight, by meaning a logistic function of that.
    pub parts: Vec<Part>,
}

/// A term of the question.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct AskedTerm {
    /// As typed.
    pub word: String,
    /// How much it counts: the higher, the rarer it is in the corpus.
    pub weight: f32,
    /// Where it stands.
    pub found: Found,
}

/// Where a term of the question stands: the first that is true.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Found {
    /// In the passage the answer is judged by.
    Passage,
    /// In the title or a heading above that passage.
    Above,
    /// In other passages only.
    Elsewhere,
    /// Nowhere in the corpus.
    Nowhere,
}

/// The passage an answer is judged by.
pub(super) struct JudgedPassage<'a> {
    pub document: &'a Document,
    pub passage: &'a Passage,
    pub coverage: f32,
    pub nearness: Option<f32>,
    pub parts: Vec<Part>,
    pub words: Vec<AskedWord>,
}

/// What was looked up, and where.
pub(super) struct LookedUpQuestion<'a> {
    pub corpus: &'a Corpus,
    pub index: &'a Index,
    /// What was looked up of the question.
    pub sought: &'a str,
    pub query: &'a Query,
}

impl LookedUpQuestion<'_> {
    pub(super) fn explain(
        &self,
        confidence: f32,
        by_meaning: bool,
        judged: Option<JudgedPassage>,
    ) -> Explanation {
        let terms = self.terms(judged.as_ref());
        let Some(judged) = judged else {
            return Explanation {
                confidence,
                by_meaning,
                terms,
                words: Vec::new(),
                coverage: 0.0,
                nearness: None,
                parts: Vec::new(),
            };
        };
        Explanation {
            confidence,
            by_meaning,
            terms,
            words: judged.words,
            coverage: judged.coverage,
            nearness: judged.nearness,
            parts: judged.parts,
        }
    }

    /// The terms for the language of the passage judged, or for all languages.
    fn terms(&self, judged: Option<&JudgedPassage>) -> Vec<AskedTerm> {
        let Some(judged) = judged else {
            let mut terms: Vec<AskedTerm> = Vec::new();
            for language in self.corpus.languages() {
                for term in self.terms_in(language, &BTreeSet::new(), &BTreeSet::new()) {
                    match terms.iter_mut().find(|other| other.word == term.word) {
                        Some(other) if term.found == Found::Elsewhere => *other = term,
                        Some(_) => {}
                        None => terms.push(term),
                    }
                }
            }
            return terms;
        };
        let language = judged.document.language;
        let texts = |text: &str| -> BTreeSet<String> {
            self.index
                .terms(language, text)
                .into_iter()
                .map(|term| term.text)
                .collect()
        };
        let passage = texts(&judged.document.reading(judged.passage));
        let above = texts(&judged.document.place(judged.passage));
        self.terms_in(language, &passage, &above)
    }

    fn terms_in(
        &self,
        language: Language,
        passage: &BTreeSet<String>,
        above: &BTreeSet<String>,
    ) -> Vec<AskedTerm> {
        let question = self.sought;
        let typed = self.index.terms(language, question);
        self.query
            .terms(language)
            .iter()
            .map(|term| {
                let first = typed.iter().find(|typed| typed.text == term.text);
                let word = first.map_or(term.text.as_str(), |typed| &question[typed.range.clone()]);
                let found = if passage.contains(&term.text) {
                    Found::Passage
                } else if above.contains(&term.text) {
                    Found::Above
                } else if term.known {
                    Found::Elsewhere
                } else {
                    Found::Nowhere
                };
                AskedTerm {
                    word: word.to_owned(),
                    weight: term.weight,
                    found,
                }
            })
            .collect()
    }
}
