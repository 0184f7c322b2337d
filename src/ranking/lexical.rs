//! Ranking by words alone.
//!
//! The judgement rests on *coverage*: how much of the question, each term counted by how rare it
//! is, stands in a passage, and how much of it in one sentence of the passage; the confidence is
//! the mean of the two. Unlike a BM25 score it means the same for every question.

use std::collections::BTreeSet;

use super::confidence::Part;
use super::dedup::dedup;
use super::explanation::JudgedPassage;
use super::quoting::quote;
use super::{Thresholds, judged};
use crate::answer::{Answer, Quote};
use crate::corpus::{Corpus, Document, Unit};
use crate::index::{Hit, Index, IndexError, Query, QueryTerm};
use crate::passage::Passage;

const THRESHOLDS: Thresholds = Thresholds {
    answered: 0.55,
    weak: 0.3,
};

/// The confidence is that of the best covered among this many passages, however many are shown, so
/// that a verdict does not change with the number of quotes.
const JUDGED: usize = 3;

/// This many times more passages are looked up than are needed, because copies of a text are
/// dropped afterwards.
const COPIES: usize = 4;

/// A passage is shown beside the best one when it reaches this share of the best one's score.
const WORTH_SHOWING: f32 = 0.3;

/// It also has to cover this share of what the best covered one covers.
const WORTH_COVERING: f32 = 0.35;

/// How many times better a passage of another document must be than one of the preferred document.
const PREFERENCE: f32 = 1.5;

/// How much of a term's weight counts when it stands in the title or a heading.
const IN_HEADING: f32 = 0.5;

/// The passages found, best first.
pub(super) struct LexicalRanking<'a>(Vec<Candidate<'a>>);

/// Ranks the corpus for a query that will be answered with at most `max_quotes` quotes.
///
/// # Errors
/// When the index fails, which only a defect can cause.
pub(super) fn rank<'a>(
    corpus: &'a Corpus,
    index: &Index,
    query: &Query,
    preferred: Option<&str>,
    max_quotes: usize,
) -> Result<LexicalRanking<'a>, IndexError> {
    let shown = max_quotes.max(JUDGED);
    let mut hits = index.search(query, shown * COPIES)?;
    if let Some(preferred) = preferred {
        prefer(corpus, preferred, &mut hits);
    }
    let hits = dedup(corpus, hits.into_iter(), |hit| hit.passage);
    let hits: Vec<Hit> = hits.take(shown).collect();
    Ok(LexicalRanking(Candidate::read_all(
        corpus, index, query, &hits,
    )))
}

impl LexicalRanking<'_> {
    /// The answer with at most `max_quotes` quotes.
    pub(super) fn answer(&self, max_quotes: usize) -> Answer {
        let confidence = self.best_covered().map_or(0.0, Candidate::coverage);
        let worth_showing = WORTH_COVERING * confidence;
        let quotes = self
            .0
            .iter()
            .filter(|candidate| candidate.coverage() >= worth_showing)
            .take(max_quotes)
            .map(Candidate::quote)
            .collect();
        judged(confidence, &THRESHOLDS, quotes)
    }

    /// The passage by which the answer is judged; `None` where nothing was found.
    pub(super) fn judged(&self) -> Option<JudgedPassage<'_>> {
        let best = self.best_covered()?;
        let part = |name, value| Part {
            name,
            value,
            weight: 0.5,
        };
        Some(JudgedPassage {
            document: best.document,
            passage: best.passage,
            coverage: best.in_passage,
            nearness: None,
            parts: vec![
                part("coverage", best.in_passage),
                part("in_sentence", best.in_sentence),
            ],
            words: Vec::new(),
        })
    }

    /// The best covered of the passages by which an answer is judged; of equal ones the first.
    fn best_covered(&self) -> Option<&Candidate<'_>> {
        self.0.iter().take(JUDGED).reduce(|best, candidate| {
            if candidate.coverage() > best.coverage() {
                candidate
            } else {
                best
            }
        })
    }
}

/// Puts passages of the preferred document before those that are hardly better.
fn prefer(corpus: &Corpus, preferred: &str, hits: &mut [Hit]) {
    for hit in hits.iter_mut() {
        let (document, _) = corpus.passage(hit.passage);
        if document.source.document == preferred {
            hit.score *= PREFERENCE;
        }
    }
    hits.sort_by(|one, other| {
        let order = other.score.total_cmp(&one.score);
        order.then(one.passage.cmp(&other.passage))
    });
}

/// A passage that may answer, read beside the question.
struct Candidate<'a> {
    document: &'a Document,
    passage: &'a Passage,
    score: f32,
    /// The share of the question in the passage.
    in_passage: f32,
    /// The share of it in the passage's answering sentence.
    in_sentence: f32,
    unit: Option<Unit>,
}

impl<'a> Candidate<'a> {
    /// Reads the passages worth showing, best first.
    fn read_all(corpus: &'a Corpus, index: &Index, query: &Query, hits: &[Hit]) -> Vec<Self> {
        let best = hits.first().map_or(0.0, |hit| hit.score);
        hits.iter()
            .take_while(|hit| hit.score >= WORTH_SHOWING * best)
            .map(|hit| {
                let (document, passage) = corpus.passage(hit.passage);
                Self::read(document, passage, index, query, hit.score)
            })
            .collect()
    }

    fn read(
        document: &'a Document,
        passage: &'a Passage,
        index: &Index,
        query: &Query,
        score: f32,
    ) -> Self {
        let asked = query.terms(document.language);
        let place = terms_of(index, document, &document.place(passage));
        let reading = terms_of(index, document, &document.reading(passage));
        let unit = answering_unit(document, passage, index, asked);
        let in_passage = coverage(asked, &reading, &place);
        let in_sentence = unit.as_ref().map_or(0.0, |unit| {
            let context = document.context(passage, unit.part);
            let text = context
                .chain([unit.span.clone()])
                .map(|span| &document.text[span])
                .collect::<Vec<_>>()
                .join("\n");
            coverage(asked, &terms_of(index, document, &text), &place)
        });
        Self {
            document,
            passage,
            score,
            in_passage,
            in_sentence,
            unit,
        }
    }

    fn coverage(&self) -> f32 {
        f32::midpoint(self.in_passage, self.in_sentence)
    }

    fn quote(&self) -> Quote {
        let units: Vec<&Unit> = self.unit.iter().collect();
        quote(self.document, self.passage, &units, self.score)
    }
}

/// The share of the question that stands in `terms`, or, for less, in `heading`: 0 to 1.
fn coverage(asked: &[QueryTerm], terms: &BTreeSet<String>, heading: &BTreeSet<String>) -> f32 {
    let whole: f32 = asked.iter().map(|term| term.weight).sum();
    let found: f32 = asked
        .iter()
        .map(|term| {
            if terms.contains(&term.text) {
                term.weight
            } else if heading.contains(&term.text) {
                term.weight * IN_HEADING
            } else {
                0.0
            }
        })
        .sum();
    found / whole
}

/// The unit that shares most with the question; of equal ones the first. `None` where no unit that
/// can answer shares anything with it.
fn answering_unit(
    document: &Document,
    passage: &Passage,
    index: &Index,
    asked: &[QueryTerm],
) -> Option<Unit> {
    let nothing = BTreeSet::new();
    let mut best: Option<(f32, Unit)> = None;
    for unit in document.units(passage) {
        let part = &passage.parts[unit.part];
        let own = terms_of(index, document, &document.text[unit.span.clone()]);
        let context = document.context(passage, unit.part);
        let context: Vec<&str> = context.map(|span| &document.text[span]).collect();
        let context = terms_of(index, document, &context.join("\n"));
        let shared = coverage(asked, &own, &nothing).max(coverage(asked, &nothing, &context));
        if part.role.answers() && shared > best.as_ref().map_or(0.0, |(most, _)| *most) {
            best = Some((shared, unit));
        }
    }
    best.map(|(_, unit)| unit)
}

fn terms_of(index: &Index, document: &Document, text: &str) -> BTreeSet<String> {
    index
        .terms(document.language, text)
        .into_iter()
        .map(|term| term.text)
        .collect()
}
