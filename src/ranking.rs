//! *Ranking* puts the passages in order, picks the sentence that answers in each, and judges
//! whether they answer at all.
//!
//! There are two ways to do it: `lexical`, by the words a passage shares with the question, and
//! `fused`, by words and meaning, once the passages' vectors are computed. Both give a
//! *confidence* from 0 to 1 that means the same for every question.

mod clues;
mod confidence;
mod fused;
mod lexical;
mod sentence;

use std::ops::Range;
use std::sync::Arc;

use crate::answer::{Answer, Quote, Reason};
use crate::corpus::{Corpus, Document};
use crate::dense::{Dense, Vectors};
use crate::index::{Index, IndexError};
use crate::passage::Passage;
use crate::question::Question;

pub use confidence::{Evidence, Part};

/// What ranking by meaning needs.
#[derive(Debug)]
pub struct Understanding {
    /// What turns questions into vectors.
    pub dense: Arc<Dense>,
    /// The vectors of the corpus.
    pub vectors: Vectors,
}

/// From which confidence on which verdict is given.
struct Thresholds {
    /// The quotes are called an answer.
    answered: f32,
    /// They are shown as closest passages that perhaps answer.
    weak: f32,
}

/// Answers `question` with at most `max_quotes` quotes; by words alone without `understanding`.
/// Passages of the `preferred` document, named by its path, come first where others are hardly
/// better. Beside the answer, what its confidence rests on, where meaning was compared.
///
/// # Errors
/// When the index fails, which only a defect can cause.
pub fn answer(
    corpus: &Corpus,
    index: &Index,
    understanding: Option<&Understanding>,
    question: &Question,
    preferred: Option<&str>,
    max_quotes: usize,
) -> Result<(Answer, Option<Evidence>), IndexError> {
    let query = index.query(question.text())?;
    if query.all_terms().next().is_none() {
        return Ok((no_answer(Reason::NothingToLookUp), None));
    }
    if let Some(understanding) = understanding {
        let ranked = fused::rank(corpus, index, understanding, question, preferred, &query)?;
        return Ok((ranked.answer(max_quotes), ranked.evidence()));
    }
    if !query.all_terms().any(|term| term.known) {
        return Ok((no_answer(Reason::NothingFound), None));
    }
    Ok((
        lexical::answer(corpus, index, &query, preferred, max_quotes)?,
        None,
    ))
}

fn no_answer(reason: Reason) -> Answer {
    Answer::NoAnswer {
        confidence: 0.0,
        reason,
        nearest: Vec::new(),
    }
}

fn judged(confidence: f32, thresholds: &Thresholds, quotes: Vec<Quote>) -> Answer {
    if quotes.is_empty() || confidence < thresholds.weak {
        return Answer::NoAnswer {
            confidence,
            reason: Reason::TooLittleFound,
            nearest: quotes,
        };
    }
    Answer::Quoted {
        confidence,
        sure: confidence >= thresholds.answered,
        quotes,
    }
}

fn quote(
    document: &Document,
    passage: &Passage,
    highlight: Option<Range<usize>>,
    score: f32,
) -> Quote {
    Quote::cut(
        &document.source,
        &document.text,
        u32::try_from(document.passages.len()).unwrap_or(u32::MAX),
        passage,
        highlight.into_iter().collect(),
        score,
    )
}
