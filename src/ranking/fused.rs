//! Ranking by words and meaning.
//!
//! A passage's score is how near the question it lies, plus the share of the question's terms that
//! stand in it; for the best of them, plus the share of the question's pieces that have a
//! counterpart in it. `docs/retrieval.md` has the figures of this and of what was tried beside it.

use super::confidence::{Evidence, THRESHOLDS};
use super::distinct::distinct;
use super::explanation::Judged;
use super::sentence::{self, Sentence};
use super::{Understanding, clues, judged, quote};
use crate::analyzer::folded;
use crate::answer::{Answer, Quote};
use crate::corpus::{Corpus, Document};
use crate::dense::{Asked, Dense};
use crate::encoder::Matches;
use crate::index::{Index, IndexError, Query};
use crate::passage::{Passage, PassageId};
use crate::question::{Kind, Question};

/// The weight of the terms that stand in a passage, beside nearness.
const COVERAGE: f32 = 0.2;

/// The weight of the pieces with a counterpart in it.
const MATCHED: f32 = 0.1;

/// How much better a passage of another document must be than one of the preferred document: as
/// much as lies between a passage that answers and one that says something near it.
const PREFERENCE: f32 = 0.1;

/// As many of the best passages are read sentence by sentence.
const READ: usize = 20;

/// The nearest of other texts, by which a passage's nearness is judged.
const OTHERS: usize = 10;

/// A passage is shown beside the best one when its score is at most this much lower.
const WORTH_SHOWING: f32 = 0.15;

/// Names beyond these tell no more.
const MOST_NAMES: f32 = 3.0;

/// The passages read, best first, and what speaks for the first.
pub(super) struct Ranked<'a> {
    candidates: Vec<Candidate<'a>>,
    kind: Option<Kind>,
    evidence: Option<Evidence>,
}

/// A passage that may answer, read beside the question.
struct Candidate<'a> {
    document: &'a Document,
    passage: &'a Passage,
    place: Scored,
    sentences: Vec<Sentence>,
    /// The share of the question's pieces with a counterpart in the passage.
    matched: f32,
}

/// A passage with what is known of it before it is read.
#[derive(Debug, Clone, Copy)]
struct Scored {
    id: PassageId,
    nearness: f32,
    coverage: f32,
    /// It stands in the document that is preferred.
    preferred: bool,
}

/// Ranks the corpus for a question.
///
/// # Errors
/// When the index fails, which only a defect can cause.
pub(super) fn rank<'a>(
    corpus: &'a Corpus,
    index: &Index,
    understanding: &Understanding,
    question: &Question,
    preferred: Option<&str>,
    query: &Query,
) -> Result<Ranked<'a>, IndexError> {
    let dense = &understanding.dense;
    let asked = dense.question(question.text());
    let all = score(corpus, index, understanding, &asked, preferred, query)?;
    let best = best_first(all.clone(), Scored::score);
    let mut candidates: Vec<Candidate> = distinct(corpus, best.into_iter(), |it| it.id)
        .take(READ)
        .map(|place| Candidate::read(corpus, understanding, &asked, place))
        .collect();
    candidates.sort_by(|one, other| {
        let order = other.score().total_cmp(&one.score());
        order.then(one.place.id.cmp(&other.place.id))
    });
    let evidence = candidates.first().map(|first| {
        let (others, background) = (others(corpus, all, first.place), dense.background(&asked));
        let beside = [mean_of_best(others), mean_of_best(background)];
        gather(dense, question, query, &candidates, first, beside)
    });
    Ok(Ranked {
        candidates,
        kind: Kind::of(question.text()),
        evidence,
    })
}

/// Every passage's nearness and coverage, in the order of the corpus.
fn score(
    corpus: &Corpus,
    index: &Index,
    understanding: &Understanding,
    asked: &Asked,
    preferred: Option<&str>,
    query: &Query,
) -> Result<Vec<Scored>, IndexError> {
    let coverage = index.coverage(query)?;
    let scored = corpus.passages().map(|(id, document, _)| Scored {
        id,
        preferred: preferred == Some(document.source.document.as_str()),
        nearness: understanding.vectors.of(id).nearness(&asked.vector),
        coverage: coverage.get(&id).copied().unwrap_or(0.0),
    });
    Ok(scored.collect())
}

fn best_first(mut places: Vec<Scored>, score: impl Fn(&Scored) -> f32) -> Vec<Scored> {
    places.sort_by(|one, other| {
        let order = score(other).total_cmp(&score(one));
        order.then(one.id.cmp(&other.id))
    });
    places
}

/// How near the nearest passages lie that say something else than the first.
fn others(corpus: &Corpus, all: Vec<Scored>, first: Scored) -> impl Iterator<Item = f32> {
    let nearest = best_first(all, |place| place.nearness);
    let all = std::iter::once(first).chain(nearest);
    let others = distinct(corpus, all, |place| place.id).skip(1);
    others.take(OTHERS).map(|other| other.nearness)
}

/// What speaks for and against the first candidate; `beside` are the means of the nearest others, and
/// of the nearest texts of the background.
fn gather(
    dense: &Dense,
    question: &Question,
    query: &Query,
    candidates: &[Candidate],
    first: &Candidate,
    [others, background]: [f32; 2],
) -> Evidence {
    let rivals = candidates
        .iter()
        .filter(|rival| rival.document.source.document != first.document.source.document);
    let rival = rivals.map(|rival| rival.matched).fold(0.0, f32::max);
    let (found, missed) = names(dense, question, first);
    Evidence {
        nearness: first.place.nearness,
        others,
        background,
        coverage: first.place.coverage,
        unknown: query.unknown(first.document.language),
        matched: first.best_matched(),
        matched_beyond: first.matched - rival,
        names_found: found,
        names_missed: missed,
    }
}

/// How much of the question's names stands in a candidate or its title, and how much does not: as
/// it is, or by a counterpart in the candidate's language.
fn names(dense: &Dense, question: &Question, candidate: &Candidate) -> (f32, f32) {
    let title = &candidate.document.source.title;
    let text = format!("{title} {}", candidate.text());
    let text_folded = folded(&text);
    let (mut found, mut missed) = (0.0, 0.0);
    for name in clues::names(question.text()) {
        let share = if clues::is_in(&folded(name), &text_folded) {
            1.0
        } else {
            dense.share_in(name, &text)
        };
        found += share;
        missed += 1.0 - share;
    }
    (found.min(MOST_NAMES), missed.min(MOST_NAMES))
}

#[expect(clippy::cast_precision_loss, reason = "at most ten")]
fn mean_of_best(nearness: impl Iterator<Item = f32>) -> f32 {
    let mut nearness: Vec<f32> = nearness.collect();
    nearness.sort_by(|one, other| other.total_cmp(one));
    nearness.truncate(OTHERS);
    nearness.iter().sum::<f32>() / nearness.len().max(1) as f32
}

impl Ranked<'_> {
    /// The answer with at most `max_quotes` quotes.
    pub(super) fn answer(&self, max_quotes: usize) -> Answer {
        let confidence = self.evidence.map_or(0.0, |evidence| evidence.confidence());
        let best = self.candidates.first().map_or(0.0, Candidate::score);
        let shown = self.candidates.iter();
        let shown = shown.take_while(|candidate| candidate.score() >= best - WORTH_SHOWING);
        let quotes = shown
            .take(max_quotes)
            .map(|candidate| candidate.quote(self.kind));
        judged(confidence, &THRESHOLDS, quotes.collect())
    }

    /// The first passage, by which the answer is judged; none in an empty corpus.
    pub(super) fn judged(&self) -> Option<Judged<'_>> {
        let (first, evidence) = (self.candidates.first()?, self.evidence?);
        Some(Judged {
            document: first.document,
            passage: first.passage,
            coverage: evidence.coverage,
            nearness: Some(evidence.nearness),
            parts: evidence.parts().to_vec(),
        })
    }
}

impl Scored {
    fn score(&self) -> f32 {
        let preference = if self.preferred { PREFERENCE } else { 0.0 };
        self.nearness + COVERAGE * self.coverage + preference
    }
}

impl<'a> Candidate<'a> {
    fn read(
        corpus: &'a Corpus,
        understanding: &Understanding,
        asked: &Asked,
        place: Scored,
    ) -> Self {
        let (document, passage) = corpus.passage(place.id);
        let vectors = understanding.vectors.of(place.id);
        let text = document.slice(passage);
        let sentences = sentence::read(&understanding.dense, asked, text, vectors);
        let matches = sentences
            .iter()
            .fold(Matches::none(&asked.probe), |all, sentence| {
                all.or(&sentence.matches)
            });
        Self {
            document,
            passage,
            place,
            matched: asked.probe.coverage(&matches),
            sentences,
        }
    }

    fn score(&self) -> f32 {
        self.place.score() + MATCHED * self.matched
    }

    fn text(&self) -> &str {
        self.document.slice(self.passage)
    }

    /// The share of the question that has a counterpart in the best of the sentences.
    fn best_matched(&self) -> f32 {
        let matched = self.sentences.iter().map(|sentence| sentence.matched);
        matched.fold(0.0, f32::max)
    }

    fn quote(&self, kind: Option<Kind>) -> Quote {
        let highlight = sentence::answering(&self.sentences, self.text(), kind);
        quote(self.document, self.passage, highlight, self.score())
    }
}
