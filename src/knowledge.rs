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
use crate::encoder::Vector;
use crate::index::{Index, IndexError};
use crate::question::Question;
use crate::ranking::{Embeddings, Ranking};
use crate::suggestion::Suggestions;
use crate::verification::{self, Verified};

pub use crate::ranking::{AskedTerm, AskedWord, Explanation, Found, Part};
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
        self.answer_from(question, None, max_quotes)
    }

    /// The same answer, and what its confidence rests on.
    ///
    /// # Errors
    /// When the index fails, which only a defect can cause.
    pub fn explain(
        &self,
        question: &Question,
        max_quotes: usize,
    ) -> Result<(Answer, Explanation), KnowledgeError> {
        self.explain_from(question, None, max_quotes)
    }

    /// The answer to a question that goes on with an answer from one document, named as
    /// [`Bookmark::document`] does: its passages come first where others are hardly better.
    ///
    /// # Errors
    /// When the index fails, which only a defect can cause.
    pub fn answer_from(
        &self,
        question: &Question,
        document: Option<u64>,
        max_quotes: usize,
    ) -> Result<Answer, KnowledgeError> {
        Ok(self.ranking(document, max_quotes).answer(question)?)
    }

    /// The same answer, and what its confidence rests on.
    ///
    /// # Errors
    /// When the index fails, which only a defect can cause.
    pub fn explain_from(
        &self,
        question: &Question,
        document: Option<u64>,
        max_quotes: usize,
    ) -> Result<(Answer, Explanation), KnowledgeError> {
        Ok(self.ranking(document, max_quotes).explain(question)?)
    }

    fn ranking(&self, document: Option<u64>, max_quotes: usize) -> Ranking<'_> {
        let preferred = document.and_then(|path| self.document(path));
        Ranking {
            corpus: &self.edition.corpus,
            index: &self.edition.index,
            embeddings: self.embeddings.as_deref(),
            preferred: preferred.map(|document| document.source.document.as_str()),
            max_quotes,
        }
    }

    /// Where a question lies among others, by its meaning; `None` where meaning is not compared.
    #[must_use]
    pub fn meaning(&self, question: &Question) -> Option<Vector> {
        let embeddings = self.embeddings.as_deref()?;
        Some(embeddings.dense.question(question.text()).vector)
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
