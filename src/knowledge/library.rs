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
use crate::dense::{Dense, Plan, Progress};

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
    /// An edition is not encoded to its end: a newer one took its place, or a defect ended it.
    BrokenOff,
}

/// The handle through which everybody reads the current edition.
pub struct Library {
    folder: PathBuf,
    limits: Limits,
    dense: Option<Arc<Dense>>,
    tell: Box<dyn Fn(News) + Send + Sync>,
    current: ArcSwap<Current>,
    /// Held while an edition is being built: a second reload waits for the first.
    reloading: Mutex<()>,
}

/// The edition of this moment.
struct Current {
    knowledge: Arc<Knowledge>,
    loaded_at: SystemTime,
}

/// An edition that is not current yet.
struct New {
    knowledge: Knowledge,
    loaded_at: SystemTime,
    /// What of it is to be encoded, and how many texts of that are new; nothing without an encoder.
    plan: Option<(Plan, usize)>,
}

impl Library {
    /// Opens `folder` as the first edition; `now` is the time. Without `dense` it answers by words
    /// alone; with it, by words until the passages have been encoded, of which `tell` hears.
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
            current: ArcSwap::from_pointee(Current {
                knowledge: Arc::new(first.clone()),
                loaded_at: now,
            }),
            reloading: Mutex::new(()),
        });
        let first = library.plan(first, now);
        library.show(first);
        Ok(library)
    }

    /// The edition of this moment.
    #[must_use]
    pub fn current(&self) -> Arc<Knowledge> {
        Arc::clone(&self.current.load().knowledge)
    }

    /// When the edition of this moment was loaded: the time that [`Library::open`] or
    /// [`Library::reload`] was given. That it is understood later does not change it.
    #[must_use]
    pub fn loaded_at(&self) -> SystemTime {
        self.current.load().loaded_at
    }

    /// Builds a new edition beside the old one and swaps it in when it is whole; blocks meanwhile.
    /// `now` is the time.
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
        let (new, report) = without_panic(|| {
            let new = Knowledge::build(&self.folder, self.limits, old.generation() + 1)?;
            let report = ReloadReport::between(&old, &new);
            Ok((self.plan(new, now), report))
        })?;
        self.show(new);
        Ok(report)
    }

    /// Finds out what of an edition is to be encoded.
    fn plan(&self, knowledge: Knowledge, loaded_at: SystemTime) -> New {
        let plan = self.dense.as_ref().map(|dense| {
            let plan = Plan::of(knowledge.corpus());
            let missing = dense.missing(&plan);
            (plan, missing)
        });
        New {
            knowledge,
            loaded_at,
            plan,
        }
    }

    /// Makes `new` the current edition, encoded if that is soon done, else as it is and encoded in
    /// the background.
    fn show(self: &Arc<Self>, new: New) {
        let (Some(dense), Some((plan, missing))) = (&self.dense, new.plan) else {
            self.swap(new.knowledge, new.loaded_at);
            return;
        };
        if missing <= AT_ONCE {
            self.understand(dense, &new.knowledge, &plan, new.loaded_at);
            return;
        }
        self.swap(new.knowledge.clone(), new.loaded_at);
        let (library, dense) = (Arc::clone(self), Arc::clone(dense));
        thread::spawn(move || {
            library.understand(&dense, &new.knowledge, &plan, new.loaded_at);
        });
    }

    /// Encodes an edition and makes it the current one, unless a newer one is.
    fn understand(
        &self,
        dense: &Arc<Dense>,
        edition: &Knowledge,
        plan: &Plan,
        loaded_at: SystemTime,
    ) {
        let outdated = || self.current().generation() > edition.generation();
        let read = || {
            dense.read(edition.corpus(), plan, &mut |progress| {
                (self.tell)(News::Progress(progress));
                if outdated() {
                    ControlFlow::Break(())
                } else {
                    ControlFlow::Continue(())
                }
            })
        };
        // A defect in the encoder leaves an edition that answers by words.
        let understood = if let Ok(Some(vectors)) = catch_unwind(AssertUnwindSafe(read)) {
            edition.with_meaning(Arc::clone(dense), vectors)
        } else {
            (self.tell)(News::BrokenOff);
            edition.clone()
        };
        let is_semantic = understood.is_semantic();
        if self.swap(understood, loaded_at) && is_semantic {
            (self.tell)(News::Understood);
        }
    }

    /// Makes `knowledge` the current edition, unless a newer one is; tells whether it did.
    fn swap(&self, knowledge: Knowledge, loaded_at: SystemTime) -> bool {
        let generation = knowledge.generation();
        let new = Arc::new(Current {
            knowledge: Arc::new(knowledge),
            loaded_at,
        });
        let before = self.current.rcu(|current| {
            if current.knowledge.generation() > generation {
                Arc::clone(current)
            } else {
                Arc::clone(&new)
            }
        });
        before.knowledge.generation() <= generation
    }
}

/// Does some work; a panic in it is an error.
fn without_panic<T>(work: impl FnOnce() -> Result<T, KnowledgeError>) -> Result<T, KnowledgeError> {
    catch_unwind(AssertUnwindSafe(work)).unwrap_or(Err(KnowledgeError::Defect))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_panic_is_an_error() {
        let work: [fn() -> Result<u32, KnowledgeError>; 2] = [|| Ok(1), || panic!("a defect")];
        let [done, failed] = work.map(without_panic);
        assert!(matches!(done, Ok(1)));
        assert!(matches!(failed, Err(KnowledgeError::Defect)));
    }
}
