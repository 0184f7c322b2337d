//! *Knowledge* is one immutable snapshot of the folder, ready to answer; the *library* holds the
//! current one and swaps it.
//!
//! A question takes one snapshot and keeps it to its end, so a reload in between can never mix two
//! editions in one answer.

mod bookmark;
mod library;
mod report;

use std::path::Path;
use std::sync::Arc;

use thiserror::Error;

use crate::answer::Answer;
use crate::corpus::{self, Corpus, CorpusError, Limits, Problem};
use crate::dense::{Dense, Vectors};
use crate::index::{Index, IndexError};
use crate::question::Question;
use crate::ranking::{Embeddings, Ranking};
use crate::suggestion::Suggestions;
use crate::verification::{self, Verified};

pub use crate::ranking::{Answered, AskedTerm, AskedWord, Explanation, Found, Part};
pub use bookmark::{Bookmark, Changed, NotABookmark};
pub use library::{Library, News};
pub use report::{Changes, ReloadReport};

/// One edition of the folder: its corpus, the index over it and, once they are computed, the
/// vectors of its passages. Without vectors it answers by words alone.
#[derive(Clone)]
pub struct Knowledge {
    edition: Arc<Edition>,
    embeddings: Option<Arc<Embeddings>>,
}

/// A question, and how it is to be answered.
#[derive(Debug, Clone, Copy)]
pub struct Ask<'a> {
    /// What is asked.
    pub question: &'a Question,
    /// The document of the answer that the question goes on with, named as [`Bookmark::document`]
    /// does: its passages come first where others are hardly better.
    pub document: Option<u64>,
    /// The most quotes in the answer.
    pub max_quotes: usize,
    /// Whether the answer is to be explained.
    pub explain: bool,
}

impl<'a> Ask<'a> {
    /// A question by itself, without an explanation.
    #[must_use]
    pub fn new(question: &'a Question, max_quotes: usize) -> Self {
        Self {
            question,
            document: None,
            max_quotes,
            explain: false,
        }
    }
}

struct Edition {
    corpus: Corpus,
    index: Index,
    suggestions: Suggestions,
    problems: Vec<Problem>,
    generation: u64,
}

/// Why a folder could not become knowledge.
#[derive(Debug, Error)]
pub enum KnowledgeError {
    /// The folder gave no corpus.
    #[error(transparent)]
    Corpus(#[from] CorpusError),
    /// The corpus could not be indexed.
    #[error(transparent)]
    Index(#[from] IndexError),
    /// A defect: building the snapshot panicked.
    #[error("the folder could not be read because of a defect in the program")]
    Defect,
}

impl KnowledgeError {
    /// What is wrong with the files in the folder, ordered by path and line.
    #[must_use]
    pub fn problems(&self) -> &[Problem] {
        match self {
            Self::Corpus(error) => error.problems(),
            Self::Index(_) | Self::Defect => &[],
        }
    }
}

impl Knowledge {
    /// Reads and indexes `folder`; `generation` numbers the edition. It answers by words alone.
    ///
    /// # Errors
    /// When the folder cannot be read, or no passage is in it.
    pub fn build(folder: &Path, limits: Limits, generation: u64) -> Result<Self, KnowledgeError> {
        let loaded = corpus::load(folder, limits)?;
        let index = Index::build(&loaded.corpus)?;
        let suggestions = Suggestions::of(&loaded.corpus);
        Ok(Self {
            edition: Arc::new(Edition {
                corpus: loaded.corpus,
                index,
                suggestions,
                problems: loaded.problems,
                generation,
            }),
            embeddings: None,
        })
    }

    /// The same edition, answering by meaning too; `vectors` are those of its corpus.
    #[must_use]
    pub fn with_meaning(&self, dense: Arc<Dense>, vectors: Vectors) -> Self {
        Self {
            edition: Arc::clone(&self.edition),
            embeddings: Some(Arc::new(Embeddings { dense, vectors })),
        }
    }

    /// Answers `question` with at most `max_quotes` quotes; the same question always gets the same
    /// answer.
    ///
    /// # Errors
    /// When the index fails, which only a defect can cause.
    pub fn answer(&self, question: &Question, max_quotes: usize) -> Result<Answer, KnowledgeError> {
        Ok(self.ask(&Ask::new(question, max_quotes))?.answer)
    }

    /// Answers a question as `ask` wants it.
    ///
    /// # Errors
    /// When the index fails, which only a defect can cause.
    pub fn ask(&self, ask: &Ask<'_>) -> Result<Answered, KnowledgeError> {
        let preferred = ask.document.and_then(|path| self.document(path));
        let ranking = Ranking {
            corpus: &self.edition.corpus,
            index: &self.edition.index,
            embeddings: self.embeddings.as_deref(),
            preferred: preferred.map(|document| document.source.document.as_str()),
            max_quotes: ask.max_quotes,
        };
        Ok(ranking.answer(ask.question, ask.explain)?)
    }

    /// Whether `text` stands in this edition as a quote, and where; as [`verification::verify`].
    #[must_use]
    pub fn verify(&self, text: &str) -> Verified {
        verification::verify(&self.edition.corpus, text)
    }

    /// At most `most` questions that a member who has typed so much may want to ask; as
    /// [`Suggestions::suggest`].
    #[must_use]
    pub fn suggest(&self, typed: &str, most: usize) -> Vec<String> {
        self.edition.suggestions.suggest(typed, most)
    }

    /// The documents and passages of this edition.
    #[must_use]
    pub fn corpus(&self) -> &Corpus {
        &self.edition.corpus
    }

    /// What was wrong with the folder when this edition was read.
    #[must_use]
    pub fn problems(&self) -> &[Problem] {
        &self.edition.problems
    }

    /// The edition's number: 1 for the first, one more for each that replaced another.
    #[must_use]
    pub fn generation(&self) -> u64 {
        self.edition.generation
    }

    /// Whether it answers by meaning, in any language, or by words alone.
    #[must_use]
    pub fn is_semantic(&self) -> bool {
        self.embeddings.is_some()
    }
}
