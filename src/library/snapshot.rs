//! A *snapshot* is what a folder held at one moment, ready to answer; it never changes.

use std::path::Path;
use std::sync::Arc;

use thiserror::Error;

use crate::answer::Answer;
use crate::corpus::{self, Corpus, CorpusError, Limits, Problem};
use crate::dense::{Dense, Vectors};
use crate::index::{Index, IndexError};
use crate::question::Question;
use crate::ranking::{Answered, Embeddings, Ranking};
use crate::suggestion::Suggestions;
use crate::verification::{self, Verified};

/// What a folder held: its corpus, the index over it and, once they are computed, the vectors of its
/// passages. Without vectors it answers by words alone.
#[derive(Clone)]
pub struct Snapshot {
    contents: Arc<Contents>,
    embeddings: Option<Arc<Embeddings>>,
}

/// A question, and how it is to be answered.
#[derive(Debug, Clone, Copy)]
pub struct Ask<'a> {
    /// What is asked.
    pub question: &'a Question,
    /// The document of the answer that the question goes on with, named as
    /// [`Bookmark::document`](super::Bookmark::document) does: its passages come first where others
    /// are hardly better.
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

struct Contents {
    corpus: Corpus,
    index: Index,
    suggestions: Suggestions,
    problems: Vec<Problem>,
    generation: u64,
}

/// Why a folder could not be loaded.
#[derive(Debug, Error)]
pub enum LibraryError {
    /// The folder gave no corpus.
    #[error(transparent)]
    Corpus(#[from] CorpusError),
    /// The corpus could not be indexed.
    #[error(transparent)]
    Index(#[from] IndexError),
    /// A defect: building the snapshot panicked.
    #[error("the folder could not be read because of a bug in the program")]
    Defect,
}

impl LibraryError {
    /// What is wrong with the files in the folder, ordered by path and line.
    #[must_use]
    pub fn problems(&self) -> &[Problem] {
        match self {
            Self::Corpus(error) => error.problems(),
            Self::Index(_) | Self::Defect => &[],
        }
    }
}

impl Snapshot {
    /// Reads and indexes `folder`; `generation` numbers the snapshot. It answers by words alone.
    ///
    /// # Errors
    /// When the folder cannot be read, or no passage is in it.
    pub fn build(folder: &Path, limits: Limits, generation: u64) -> Result<Self, LibraryError> {
        let loaded = corpus::load(folder, limits)?;
        let index = Index::build(&loaded.corpus)?;
        let suggestions = Suggestions::of(&loaded.corpus);
        Ok(Self {
            contents: Arc::new(Contents {
                corpus: loaded.corpus,
                index,
                suggestions,
                problems: loaded.problems,
                generation,
            }),
            embeddings: None,
        })
    }

    /// The same snapshot, answering by meaning too; `vectors` are those of its corpus.
    #[must_use]
    pub fn with_meaning(&self, dense: Arc<Dense>, vectors: Vectors) -> Self {
        Self {
            contents: Arc::clone(&self.contents),
            embeddings: Some(Arc::new(Embeddings { dense, vectors })),
        }
    }

    /// Answers `question` with at most `max_quotes` quotes; the same question always gets the same
    /// answer.
    ///
    /// # Errors
    /// When the index fails, which only a defect can cause.
    pub fn answer(&self, question: &Question, max_quotes: usize) -> Result<Answer, LibraryError> {
        Ok(self.ask(&Ask::new(question, max_quotes))?.answer)
    }

    /// Answers a question as `ask` wants it.
    ///
    /// # Errors
    /// When the index fails, which only a defect can cause.
    pub fn ask(&self, ask: &Ask<'_>) -> Result<Answered, LibraryError> {
        let preferred = ask.document.and_then(|path| self.document(path));
        let ranking = Ranking {
            corpus: &self.contents.corpus,
            index: &self.contents.index,
            embeddings: self.embeddings.as_deref(),
            preferred: preferred.map(|document| document.source.document.as_str()),
            max_quotes: ask.max_quotes,
        };
        Ok(ranking.answer(ask.question, ask.explain)?)
    }

    /// Whether `text` stands in this snapshot as a quote, and where; as [`verification::verify`].
    #[must_use]
    pub fn verify(&self, text: &str) -> Verified {
        verification::verify(&self.contents.corpus, text)
    }

    /// At most `most` questions that a member who has typed so much may want to ask; as
    /// [`Suggestions::suggest`].
    #[must_use]
    pub fn suggest(&self, typed: &str, most: usize) -> Vec<String> {
        self.contents.suggestions.suggest(typed, most)
    }

    /// The documents and passages of this snapshot.
    #[must_use]
    pub fn corpus(&self) -> &Corpus {
        &self.contents.corpus
    }

    /// What was wrong with the folder when this snapshot was read.
    #[must_use]
    pub fn problems(&self) -> &[Problem] {
        &self.contents.problems
    }

    /// The snapshot's number: 1 for the first, one more for each that replaced another.
    #[must_use]
    pub fn generation(&self) -> u64 {
        self.contents.generation
    }

    /// Whether it answers by meaning, in any language, or by words alone.
    #[must_use]
    pub fn is_semantic(&self) -> bool {
        self.embeddings.is_some()
    }
}
