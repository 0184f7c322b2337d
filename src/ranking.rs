//! *Ranking* puts the passages in order, picks the sentence that answers in each, and judges
//! whether they answer at all.
//!
//! There are two ways to do it: `lexical`, by the words a passage shares with the question, and
//! `hybrid`, by words and meaning, once the passages' vectors are computed. Both give a
//! *confidence* from 0 to 1 that means the same for every question.

mod confidence;
mod counterparts;
mod dedup;
mod explanation;
mod features;
mod hybrid;
mod lacking;
mod lexical;
mod overview;
mod places;
mod quoting;
mod recency;
pub mod span;
mod unit;

use std::sync::Arc;

use crate::answer::{Answer, Quote, Reason, Verdict};
use crate::corpus::Corpus;
use crate::dense::{Dense, Vectors};
use crate::encoder::Vector;
use crate::index::{Index, IndexError};
use crate::language::Language;
use crate::question::Question;
use explanation::{JudgedPassage, LookedUpQuestion};

pub use confidence::Part;
pub use counterparts::AskedWord;
pub use explanation::{AskedTerm, Explanation, Found};

/// What ranking by meaning needs.
#[derive(Debug)]
pub struct Embeddings {
    /// What turns questions into vectors.
    pub dense: Arc<Dense>,
    /// The vectors of the corpus.
    pub vectors: Vectors,
}

/// From this confidence on the words that answer by themselves are marked: a sentence that does not
/// answer has such words, too (`docs/retrieval.md` has how often they are right).
const CERTAIN: f32 = 0.75;

/// From which confidence on which verdict is given.
struct Thresholds {
    /// The quotes are called an answer.
    answered: f32,
    /// They are shown as closest passages that perhaps answer.
    weak: f32,
}

/// What a question is answered from, and how.
#[derive(Clone, Copy)]
pub struct Ranking<'a> {
    /// The passages.
    pub corpus: &'a Corpus,
    /// Their index.
    pub index: &'a Index,
    /// Their vectors; without them words alone decide.
    pub embeddings: Option<&'a Embeddings>,
    /// The path of the document whose passages come first where others are hardly better.
    pub preferred: Option<&'a str>,
    /// The most quotes in an answer.
    pub max_quotes: usize,
}

/// What came of a question.
#[derive(Debug, Clone)]
pub struct Answered {
    /// The answer.
    pub answer: Answer,
    /// The vector of what was looked up, by which questions are compared; `None` where nothing was
    /// looked up, or by words alone.
    pub vector: Option<Vector>,
    /// What the answer's confidence rests on, where that was asked for.
    pub explanation: Option<Explanation>,
}

impl Ranking<'_> {
    /// Answers a question; where wanted, with what the answer's confidence rests on.
    ///
    /// # Errors
    /// When the index fails, which only a defect can cause.
    pub fn answer(&self, question: &Question, explain: bool) -> Result<Answered, IndexError> {
        let sought = question.sought();
        let query = self.index.query(&sought)?;
        let asked = LookedUpQuestion {
            corpus: self.corpus,
            index: self.index,
            sought: &sought,
            query: &query,
        };
        let overview = overview::answer(self.corpus, self.index, question, self.preferred);
        let (answer, ranked) = match overview {
            Some(overview) => (overview.at_most(self.max_quotes), None),
            None => self.look_up(&asked)?,
        };
        let explanation = if explain {
            let by_meaning = self.embeddings.is_some() && asked.query.all_terms().next().is_some();
            let judged = ranked.as_ref().map_or(Ok(None), Ranked::judged)?;
            Some(asked.explain(answer.confidence, by_meaning, judged))
        } else {
            None
        };
        Ok(Answered {
            answer,
            vector: ranked.and_then(|ranked| ranked.vector()),
            explanation,
        })
    }

    fn look_up<'b>(
        &'b self,
        asked: &LookedUpQuestion<'b>,
    ) -> Result<(Answer, Option<Ranked<'b>>), IndexError> {
        let Self {
            corpus,
            index,
            preferred,
            max_quotes,
            ..
        } = *self;
        let query = asked.query;
        if query.all_terms().next().is_none() {
            return Ok((no_answer(Reason::NothingToLookUp), None));
        }
        if let Some(embeddings) = self.embeddings {
            let ranked = hybrid::rank(corpus, index, embeddings, asked.sought, preferred, query)?;
            let answer = with_span(ranked.answer(max_quotes), corpus, asked.sought);
            return Ok((answer, Some(Ranked::Hybrid(Box::new(ranked)))));
        }
        if !query.all_terms().any(|term| term.known) {
            return Ok((no_answer(Reason::NothingFound), None));
        }
        let ranked = lexical::rank(corpus, index, query, preferred, max_quotes)?;
        Ok((ranked.answer(max_quotes), Some(Ranked::Lexical(ranked))))
    }
}

/// The passages found, in one of the two ways.
enum Ranked<'a> {
    Hybrid(Box<hybrid::HybridRanking<'a>>),
    Lexical(lexical::LexicalRanking<'a>),
}

impl Ranked<'_> {
    /// The meaning of the question; `None` where words alone decided.
    fn vector(&self) -> Option<Vector> {
        match self {
            Self::Hybrid(ranked) => Some(ranked.vector()),
            Self::Lexical(_) => None,
        }
    }

    fn judged(&self) -> Result<Option<JudgedPassage<'_>>, IndexError> {
        match self {
            Self::Hybrid(ranked) => ranked.judged(),
            Self::Lexical(ranked) => Ok(ranked.judged()),
        }
    }
}

/// The answer with the words marked that answer by themselves in its first quote. Where it is not
/// sure that the sentence answers, none are marked.
fn with_span(mut answer: Answer, corpus: &Corpus, question: &str) -> Answer {
    let is_certain = answer.confidence >= CERTAIN;
    if answer.verdict == Verdict::Answered
        && is_certain
        && let Some(first) = answer.quotes.first_mut()
        && let [sentence] = &first.highlights[..]
    {
        let of = corpus
            .documents()
            .iter()
            .find(|document| document.source.document == first.source.document);
        let language = of.map_or(Language::UNKNOWN, |document| document.language);
        let found = span::answer(question, &first.text[sentence.clone()], language);
        first.answer = found.map(|(_, at)| sentence.start + at.start..sentence.start + at.end);
    }
    answer
}

fn no_answer(reason: Reason) -> Answer {
    Answer::none(reason, 0.0, Vec::new())
}

fn judged(confidence: f32, thresholds: &Thresholds, quotes: Vec<Quote>) -> Answer {
    if quotes.is_empty() || confidence < thresholds.weak {
        return Answer::none(Reason::TooLittleFound, confidence, quotes);
    }
    Answer::quoted(confidence >= thresholds.answered, confidence, quotes)
}
