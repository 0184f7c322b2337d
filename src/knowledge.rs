//! *Knowledge* is one immutable snapshot of the folder, ready to answer; the *library* holds the
//! current one and swaps it.
//!
//! A question takes one snapshot and keeps it to its end, so a reload in between can never mix two
//! editions in one answer.

mod report;

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

use arc_swap::ArcSwap;
use thiserror::Error;

use crate::answer::Answer;
use crate::corpus::{self, Corpus, CorpusError, Limits, Problem};
use crate::index::{Index, IndexError};
use crate::question::Question;
use crate::ranking;

pub use report::{Changes, ReloadReport};

/// One edition of the folder: its corpus and the index over it.
pub struct Knowledge {
    corpus: Corpus,
    index: Index,
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
    /// Reads and indexes `folder`; `generation` numbers the edition.
    ///
    /// # Errors
    /// When the folder cannot be read, or no passage is in it.
    pub fn build(folder: &Path, limits: Limits, generation: u64) -> Result<Self, KnowledgeError> {
        let loaded = corpus::load(folder, limits)?;
        let index = Index::build(&loaded.corpus)?;
        Ok(Self {
            corpus: loaded.corpus,
            index,
            problems: loaded.problems,
            generation,
        })
    }

    /// Answers `question` with at most `max_quotes` quotes; the same question always gets the same
    /// answer.
    ///
    /// # Errors
    /// When the index fails, which only a defect can cause.
    pub fn answer(&self, question: &Question, max_quotes: usize) -> Result<Answer, KnowledgeError> {
        Ok(ranking::answer(
            &self.corpus,
            &self.index,
            question,
            max_quotes,
        )?)
    }

    /// The documents and passages of this edition.
    #[must_use]
    pub fn corpus(&self) -> &Corpus {
        &self.corpus
    }

    /// What was wrong with the folder when this edition was read.
    #[must_use]
    pub fn problems(&self) -> &[Problem] {
        &self.problems
    }

    /// The edition's number: 1 for the first, one more for each that replaced another.
    #[must_use]
    pub fn generation(&self) -> u64 {
        self.generation
    }
}

/// The handle through which everybody reads the current edition.
pub struct Library {
    folder: PathBuf,
    limits: Limits,
    current: ArcSwap<Knowledge>,
    /// Held while an edition is being built: a second reload waits for the first.
    reloading: Mutex<()>,
}

impl Library {
    /// Opens `folder` as the first edition.
    ///
    /// # Errors
    /// When the folder cannot be read, or no passage is in it.
    pub fn open(folder: PathBuf, limits: Limits) -> Result<Self, KnowledgeError> {
        let first = Knowledge::build(&folder, limits, 1)?;
        Ok(Self {
            folder,
            limits,
            current: ArcSwap::from_pointee(first),
            reloading: Mutex::new(()),
        })
    }

    /// The edition of this moment.
    #[must_use]
    pub fn current(&self) -> Arc<Knowledge> {
        self.current.load_full()
    }

    /// Builds a new edition beside the old one and swaps it in when it is whole; blocks meanwhile.
    ///
    /// A second call waits for the first and then reads the folder again, because the folder may
    /// have changed since the first began.
    ///
    /// # Errors
    /// As [`Library::open`]; the old edition then stays.
    pub fn reload(&self) -> Result<ReloadReport, KnowledgeError> {
        // Nothing that could be left half done is behind the lock, so a poisoned one is as good.
        let _one_at_a_time = self
            .reloading
            .lock()
            .unwrap_or_else(PoisonError::into_inner);
        let old = self.current();
        let build = || Knowledge::build(&self.folder, self.limits, old.generation + 1);
        let new = catch_unwind(AssertUnwindSafe(build)).map_err(|_| KnowledgeError::Defect)??;
        let report = ReloadReport::between(&old, &new);
        self.current.store(Arc::new(new));
        Ok(report)
    }
}
