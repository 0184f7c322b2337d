//! Ranking by words and meaning.
//!
//! A passage's score is how much of the question the tokens of the passage and its place hold (late
//! interaction), plus the share of the question's terms that stand there; numbers that the question
//! names and the passage lacks count against it. `docs/retrieval.md` has the figures of this and of
//! what was tried beside it.

mod evidence;

use std::collections::{BTreeSet, HashMap};

use evidence::{others, unknown};

use super::confidence::{Evidence, THRESHOLDS};
use super::counterparts::QuestionWords;
use super::dedup::dedup;
use super::explanation::JudgedPassage;
use super::places::{self, places};
use super::quoting::quote;
use super::recency;
use super::unit::PassageReading;
use super::{Embeddings, judged};
use crate::analyzer::numbers::numbers;
use crate::answer::{Answer, Place, Quote, Verdict};
use crate::corpus::{Corpus, Document, Unit};
use crate::dense::{EncodedQuestion, Interaction, PassageVectors};
use crate::encoder::Vector;
use crate::index::{Index, IndexError, Query};
use crate::language::Language;
use crate::passage::{Passage, PassageId};
use crate::question::AnswerType;

/// The weight of the terms that stand in a passage, beside late interaction.
const COVERAGE: f32 = 0.2;

/// How much less the place counts where all passages share the title.
const SHARED_PLACE: f32 = 0.5;

/// The weight of nearness.
const NEARNESS: f32 = 0.2;

/// What each number costs that the question names and the passage lacks.
const NUMBER: f32 = 0.1;

/// How much better a passage of another document must be than one of the preferred document: as
/// much as lies between a passage that answers and one that says something near it.
const PREFERENCE: f32 = 0.1;

/// Passages whose scores are at most this far apart answer equally well.
const EQUAL: f32 = 0.02;

/// The same where places differ in numbers only: *Fees 2025 › Rent* and *Fees 2026 › Rent*.
const PARALLEL: f32 = 0.1;

/// How many passages are compared token by token: the best by nearness and coverage.
const READ: usize = 200;

/// The weight of coverage beside nearness in choosing them; of the weights tried it had the right
/// passages first most often (`docs/retrieval.md`).
const CHOSEN_BY_COVERAGE: f32 = 0.4;

/// A passage is shown beside the best one when its score is at most this much lower.
const WORTH_SHOWING: f32 = 0.25;

/// The passages compared, best first, and what speaks for the first.
pub(super) struct HybridRanking<'a> {
    index: &'a Index,
    embeddings: &'a Embeddings,
    question: &'a str,
    asked: EncodedQuestion,
    asked_in: Option<Language>,
    languages: Vec<Language>,
    candidates: Vec<Candidate<'a>>,
    numbers: BTreeSet<String>,
    kind: Option<AnswerType>,
    /// The words of the question that surely stand nowhere.
    missing: Vec<String>,
    evidence: Option<Evidence>,
}

/// A passage that may answer, read beside the question.
struct Candidate<'a> {
    document: &'a Document,
    passage: &'a Passage,
    units: &'a [Unit],
    place: Scored,
    interaction: Interaction,
    /// How much of the question it holds.
    held: f32,
    /// How many of the question's numbers that the corpus knows stand neither in it nor above it.
    numbers_missed: f32,
}

/// A passage with what is known of it before its tokens are compared.
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
    index: &'a Index,
    embeddings: &'a Embeddings,
    question: &'a str,
    preferred: Option<&str>,
    query: &Query,
) -> Result<HybridRanking<'a>, IndexError> {
    let dense = &embeddings.dense;
    let asked = dense.question(question);
    let numbers = numbers(question);
    let all = score(corpus, index, embeddings, &asked, preferred, query)?;
    let known: BTreeSet<String> = numbers
        .iter()
        .filter(|number| index.knows_number(number))
        .cloned()
        .collect();
    let best = best_first(all.clone(), |scored| {
        scored.nearness + CHOSEN_BY_COVERAGE * scored.coverage
    });
    let titled = titled(corpus);
    let best = &best[..best.len().min(READ)];
    let vectors: Vec<&PassageVectors> = best
        .iter()
        .map(|place| embeddings.vectors.of(place.id))
        .collect();
    let mut candidates: Vec<Candidate> = vectors
        .iter()
        .zip(asked.read(&vectors))
        .zip(best)
        .map(|((vectors, interaction), place)| {
            let missed = known
                .iter()
                .filter(|number| !index.has_number(place.id, number));
            let missed = as_float(missed.count());
            let at = corpus.passage(place.id);
            Candidate::of(at, &vectors.units, interaction, &titled, missed, *place)
        })
        .collect();
    candidates.sort_by(|one, other| {
        let order = other.score().total_cmp(&one.score());
        order.then(one.place.id.cmp(&other.place.id))
    });
    let mut candidates: Vec<Candidate> = dedup(corpus, candidates.into_iter(), |candidate| {
        candidate.place.id
    })
    .collect();
    if known.is_empty() {
        newest_first(&mut candidates);
    }
    let mut ranked = HybridRanking {
        index,
        embeddings,
        question,
        asked,
        asked_in: query.language(),
        languages: corpus.languages(),
        candidates,
        kind: AnswerType::of(question),
        numbers,
        missing: Vec::new(),
        evidence: None,
    };
    ranked.missing = ranked.words().missing()?;
    if let Some(first) = ranked.candidates.first() {
        let others = others(corpus, all, first.place);
        let unknown = unknown(index, question, ranked.numbers.difference(&known));
        ranked.evidence = Some(ranked.gather(question, query, first, others, unknown));
    }
    Ok(ranked)
}

/// Puts the newest of those that answer as well as the first in its place.
fn newest_first(candidates: &mut [Candidate]) {
    let Some(best) = candidates.first().map(Candidate::score) else {
        return;
    };
    let mut newest = 0;
    for at in 1..candidates.len() {
        let (one, other) = (candidates[at].stands(), candidates[newest].stands());
        let within = if recency::is_parallel(one, other) {
            PARALLEL
        } else {
            EQUAL
        };
        if candidates[at].score() >= best - within && recency::is_newer(one, other) {
            newest = at;
        }
    }
    candidates[..=newest].rotate_right(1);
}

/// Every passage's nearness and coverage, in the order of the corpus.
fn score(
    corpus: &Corpus,
    index: &Index,
    embeddings: &Embeddings,
    asked: &EncodedQuestion,
    preferred: Option<&str>,
    query: &Query,
) -> Result<Vec<Scored>, IndexError> {
    let coverage = index.coverage(query)?;
    let scored = corpus.passages().map(|(id, document, _)| Scored {
        id,
        preferred: preferred == Some(document.source.document.as_str()),
        nearness: embeddings.vectors.of(id).nearness(&asked.vector),
        coverage: coverage.get(&id).copied().unwrap_or(0.0),
    });
    Ok(scored.collect())
}

/// The share of all passages that stand under each title: a title that all have tells none apart.
fn titled(corpus: &Corpus) -> HashMap<&str, f32> {
    let all = as_float(corpus.passage_count());
    let mut shares = HashMap::new();
    for document in corpus.documents() {
        let share = shares.entry(document.source.title.as_str()).or_default();
        *share += as_float(document.passages.len()) / all;
    }
    shares
}

fn best_first(mut places: Vec<Scored>, score: impl Fn(&Scored) -> f32) -> Vec<Scored> {
    places.sort_by(|one, other| {
        let order = score(other).total_cmp(&score(one));
        order.then(one.id.cmp(&other.id))
    });
    places
}

#[expect(clippy::cast_precision_loss, reason = "few of each")]
fn as_float(count: usize) -> f32 {
    count as f32
}

impl HybridRanking<'_> {
    /// The answer with at most `max_quotes` quotes; where it is not sure, with what is missing.
    pub(super) fn answer(&self, max_quotes: usize) -> Answer {
        let confidence = self.evidence.map_or(0.0, |evidence| evidence.confidence());
        let best = self.candidates.first().map_or(0.0, Candidate::score);
        let quotes = self
            .candidates
            .iter()
            .take_while(|candidate| candidate.score() >= best - WORTH_SHOWING)
            .take(max_quotes)
            .map(|candidate| self.quote(candidate));
        let mut answer = judged(confidence, &THRESHOLDS, quotes.collect());
        if answer.verdict != Verdict::None {
            answer.places = self.places();
        }
        if answer.verdict != Verdict::Answered {
            answer.missing.clone_from(&self.missing);
        }
        answer
    }

    /// The words of the question beside the passages read.
    fn words(&self) -> QuestionWords<'_> {
        let read = self.candidates.iter();
        let unspaced = ["ja", "ko", "zh"].map(Language::from_tag);
        let by_script = || {
            let unspaced: Vec<Language> = unspaced.into_iter().flatten().collect();
            Language::of_question(self.question, &unspaced)
        };
        let language = self
            .asked_in
            .or_else(by_script)
            .unwrap_or(Language::UNKNOWN);
        QuestionWords {
            dense: &self.embeddings.dense,
            index: self.index,
            asked: &self.asked,
            question: self.question,
            language,
            alone: self.languages == [language],
            read: read.map(|candidate| &candidate.interaction).collect(),
        }
    }

    /// The places that answer as well as the first; what stands beside it is of the same place.
    fn places(&self) -> Vec<Place> {
        let Some((first, others)) = self.candidates.split_first() else {
            return Vec::new();
        };
        let apart = others
            .iter()
            .filter(|candidate| !candidate.is_beside(first));
        places(first.as_place(), apart.map(Candidate::as_place))
    }

    /// The meaning of the question.
    pub(super) fn vector(&self) -> Vector {
        self.asked.vector
    }

    /// The first passage, by which the answer is judged; none in an empty corpus.
    ///
    /// # Errors
    /// When the index fails, which only a defect can cause.
    pub(super) fn judged(&self) -> Result<Option<JudgedPassage<'_>>, IndexError> {
        let (Some(first), Some(evidence)) = (self.candidates.first(), self.evidence) else {
            return Ok(None);
        };
        let vectors = self.embeddings.vectors.of(first.place.id);
        Ok(Some(JudgedPassage {
            document: first.document,
            passage: first.passage,
            coverage: evidence.coverage,
            nearness: Some(evidence.nearness),
            parts: evidence.parts().to_vec(),
            words: self.words().explained(first.stands(), vectors)?,
        }))
    }

    fn quote(&self, candidate: &Candidate) -> Quote {
        let units = self.reading(candidate).answering();
        let units: Vec<&Unit> = units.into_iter().map(|at| &candidate.units[at]).collect();
        quote(
            candidate.document,
            candidate.passage,
            &units,
            candidate.score(),
        )
    }

    fn reading<'c>(&'c self, candidate: &'c Candidate) -> PassageReading<'c> {
        PassageReading {
            document: candidate.document,
            passage: candidate.passage,
            units: candidate.units,
            interaction: &candidate.interaction,
            numbers: &self.numbers,
            kind: self.kind,
        }
    }
}

impl<'a> Candidate<'a> {
    fn of(
        (document, passage): (&'a Document, &'a Passage),
        units: &'a [Unit],
        interaction: Interaction,
        titled: &HashMap<&str, f32>,
        numbers_missed: f32,
        place: Scored,
    ) -> Self {
        let share = titled.get(document.source.title.as_str()).copied();
        let shared = SHARED_PLACE * share.unwrap_or_default();
        let held = (1.0 - shared) * interaction.whole() + shared * interaction.without_place();
        Self {
            document,
            passage,
            units,
            place,
            interaction,
            held,
            numbers_missed,
        }
    }

    fn score(&self) -> f32 {
        let preference = if self.place.preferred {
            PREFERENCE
        } else {
            0.0
        };
        self.held + NEARNESS * self.place.nearness + COVERAGE * self.place.coverage
            - NUMBER * self.numbers_missed
            + preference
    }

    /// Whether it is the passage before or after another one. Neighbours often speak of the same
    /// thing and are no rivals.
    fn is_beside(&self, other: &Self) -> bool {
        self.document.source.document == other.document.source.document
            && self.place.id.0.abs_diff(other.place.id.0) == 1
    }

    fn as_place(&self) -> places::PlaceCandidate<'a> {
        places::PlaceCandidate {
            document: self.document,
            passage: self.passage,
            score: self.score(),
            coverage: self.place.coverage,
            numbers_missed: self.numbers_missed,
        }
    }

    fn stands(&self) -> (&'a Document, &'a Passage) {
        (self.document, self.passage)
    }
}
