//! The *library* holds the current edition, swaps it, and has new ones encoded.

use std::ops::ControlFlow;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::PathBuf;
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;
use std::time::SystemTime;

use arc_swap::ArcSwap;

use super::{Knowledge, KnowledgeError, ReloadReport};
use crate::corpus::Limits;
use crate::dense::{Dense, Progress};

/// As many new texts are encoded before a new edition is shown: a few seconds' work. What is more
/// is done in the background, while the edition answers by words alone.
const AT_ONCE: usize = 256;

/// What an operator is told while an edition is being encoded.
#[derive(Debug)]
pub enum News {
    /// How far it is.
    Progress(Progress),
    /// The current edition now answers by meaning.
    Understood,
}

/// The handle through which everybody reads the current edition.
pub struct Library {
    folder: PathBuf,
    limits: Limits,
    dense: Option<Arc<Dense>>,
    tell: Box<dyn Fn(News) + Send + Sync>,
    current: ArcSwap<Knowledge>,
    loaded: Mutex<SystemTime>,
    /// Held while an edition is being built: a second reload waits for the first.
    reloading: Mutex<()>,
}

impl Library {
    /// Opens `folder` as the first edition, at the time `now`. Without `dense` it answers by words alone; with it,
    /// by words until the passages have been encoded, of which `tell` hears.
    ///
    /// # Errors
    /// When the folder cannot be read, or no passage is in it.
    pub fn open(
        folder: PathBuf,
        limits: Limits,
        dense: Option<Arc<Dense>>,
        now: SystemTime,
        tell: impl Fn(News) + Send + Sync + 'static,
    ) -> Result<Arc<Self>, KnowledgeError> {
        let first = Knowledge::build(&folder, limits, 1)?;
        let library = Arc::new(Self {
            folder,
            limits,
            dense,
            tell: Box::new(tell),
            current: ArcSwap::from_pointee(first.clone()),
            loaded: Mutex::new(now),
            reloading: Mutex::new(()),
        });
        library.show(first);
        Ok(library)
    }

    /// The edition of this moment.
    #[must_use]
    pub fn current(&self) -> Arc<Knowledge> {
        self.current.load_full()
    }

    /// When the edition of this moment was read from the folder.
    #[must_use]
    pub fn loaded_at(&self) -> SystemTime {
        *self.loaded.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Builds a new edition beside the old one and swaps it in when it is whole; blocks meanwhile.
    ///
    /// A second call waits for the first and then reads the folder again, because the folder may
    /// have changed since the first began.
    ///
    /// # Errors
    /// As [`Library::open`]; the old edition then stays.
    pub fn reload(self: &Arc<Self>, now: SystemTime) -> Result<ReloadReport, KnowledgeError> {
        // Nothing that could be left half done is behind the lock, so a poisoned one is as good.
        let _one_at_a_time = self
            .reloading
            .lock()
            .unwrap_or_else(PoisonError::into_inner);
        let old = self.current();
        let build = || Knowledge::build(&self.folder, self.limits, old.generation() + 1);
        let new = catch_unwind(AssertUnwindSafe(build)).map_err(|_| KnowledgeError::Defect)??;
        let report = ReloadReport::between(&old, &new);
        self.show(new);
        *self.loaded.lock().unwrap_or_else(PoisonError::into_inner) = now;
        Ok(report)
    }

    /// Makes `edition` the current one, encoded if that is soon done, else as it is and encoded in
    /// the background.
    fn show(self: &Arc<Self>, edition: Knowledge) {
        let Some(dense) = &self.dense else {
            self.current.store(Arc::new(edition));
            return;
        };
        if dense.missing(edition.corpus()) <= AT_ONCE {
            self.understand(dense, &edition);
            return;
        }
        self.current.store(Arc::new(edition.clone()));
        let (library, dense) = (Arc::clone(self), Arc::clone(dense));
        thread::spawn(move || library.understand(&dense, &edition));
    }

    /// Encodes an edition and makes it the current one, unless a newer one is.
    fn understand(&self, dense: &Arc<Dense>, edition: &Knowledge) {
        let outdated = || self.current().generation() > edition.generation();
        let read = || {
            dense.read(edition.corpus(), &mut |progress| {
                (self.tell)(News::Progress(progress));
                if outdated() {
                    ControlFlow::Break(())
                } else {
                    ControlFlow::Continue(())
                }
            })
        };
        // A defect in the encoder leaves an edition that answers by words.
        let understood = match catch_unwind(AssertUnwindSafe(read)) {
            Ok(Some(vectors)) => edition.with_meaning(Arc::clone(dense), vectors),
            Ok(None) | Err(_) => edition.clone(),
        };
        let understood = Arc::new(understood);
        let before = self.current.rcu(|current| {
            if current.generation() > understood.generation() {
                Arc::clone(current)
            } else {
                Arc::clone(&understood)
            }
        });
        if understood.knows_meaning() && before.generation() <= understood.generation() {
            (self.tell)(News::Understood);
        }
    }
}
