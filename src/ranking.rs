//! *Ranking* puts the passages in order, picks the sentence that answers in each, and judges
//! whether they answer at all.
//!
//! There are two ways to do it: `lexical`, by the words a passage shares with the question, and
//! `fused`, by words and meaning, once the passages' vectors are computed. Both give a
//! *confidence* from 0 to 1 that means the same for every question.

mod clues;
mod confidence;
mod distinct;
mod explanation;
mod fused;
mod lexical;
mod overview;
mod places;
mod quoting;
mod recency;
pub mod span;
mod unit;

use std::sync::Arc;

use crate::answer::{Answer, Quote, Reason};
use crate::corpus::Corpus;
use crate::dense::{Dense, Vectors};
use crate::index::{Index, IndexError};
use crate::language::Language;
use crate::question::Question;
use explanation::{Asked, Judged};

pub use confidence::Part;
pub use explanation::{AskedTerm, Explanation, Found};

/// What ranking by meaning needs.
#[derive(Debug)]
pub struct Understanding {
    /// What turns questions into vectors.
    pub dense: Arc<Dense>,
    /// The vectors of the corpus.
    pub vectors: Vectors,
}

/// From this confidence on the words are marked that answer by themselves: a sentence that does not
/// answer has such words, too.
const CERTAIN: f32 = 0.75;

/// From which confidence on which verdict is given.
struct Thresholds {
    /// The quotes are called an answer.
    answered: f32,
    /// They are shown as closest passages that perhaps answer.
    weak: f32,
}

/// Answers `question` with at most `max_quotes` quotes; by words alone without `understanding`.
/// Passages of the `preferred` document, named by its path, come first where others are hardly
/// better. Beside the answer, what its confidence rests on.
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
) -> Result<(Answer, Explanation), IndexError> {
    let sought = question.sought();
    let query = index.query(&sought)?;
    let asked = Asked {
        corpus,
        index,
        sought: &sought,
        query: &query,
    };
    let has_terms = query.all_terms().next().is_some();
    let understanding = understanding.filter(|_| has_terms);
    let by_meaning = understanding.is_some();
    let explained = |answer: Answer, judged: Option<Judged>| {
        let explanation = asked.explain(answer.confidence(), by_meaning, judged);
        (answer, explanation)
    };
    if let Some(answer) = overview::answer(corpus, index, question, preferred) {
        return Ok(explained(answer.at_most(max_quotes), None));
    }
    if !has_terms {
        return Ok(explained(no_answer(Reason::NothingToLookUp), None));
    }
    if let Some(understanding) = understanding {
        let ranked = fused::rank(corpus, index, understanding, &sought, preferred, &query)?;
        let answer = with_span(ranked.answer(max_quotes), corpus, &sought);
        return Ok(explained(answer, ranked.judged()));
    }
    if !query.all_terms().any(|term| term.known) {
        return Ok(explained(no_answer(Reason::NothingFound), None));
    }
    let ranked = lexical::rank(corpus, index, &query, preferred, max_quotes)?;
    let judged = ranked.judged();
    Ok(explained(ranked.answer(max_quotes), judged))
}

/// The answer with the words of its first quote marked that answer by themselves. Where it is not sure
/// that the sentence answers, nothing in it is.
fn with_span(mut answer: Answer, corpus: &Corpus, question: &str) -> Answer {
    let is_certain = answer.confidence() >= CERTAIN;
    if let Answer::Quoted {
        sure: true, quotes, ..
    } = &mut answer
        && is_certain
        && let Some(first) = quotes.first_mut()
        && let [sentence] = &first.highlights[..]
    {
        let mut documents = corpus.documents().iter();
        let of = documents.find(|it| it.source.document == first.source.document);
        let language = of.map_or(Language::UNKNOWN, |document| document.language);
        let found = span::answer(question, &first.text[sentence.clone()], language);
        first.answer = found.map(|(_, at)| sentence.start + at.start..sentence.start + at.end);
    }
    answer
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
        places: Vec::new(),
    }
}
