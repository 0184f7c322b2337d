//! The *library* is the handle through which everybody reads the folder: it holds the snapshot of this
//! moment, swaps it, and has new ones encoded.
//!
//! A question takes one snapshot and keeps it to its end, so a reload in between can never mix two of
//! them in one answer.

mod bookmark;
mod report;
mod snapshot;

use std::ops::ControlFlow;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::PathBuf;
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;
use std::time::SystemTime;

use arc_swap::ArcSwap;

use crate::corpus::Limits;
use crate::dense::{Dense, Plan, Progress};

pub use crate::ranking::{Answered, AskedTerm, AskedWord, Explanation, Found, Part};
pub use bookmark::{Anchor, Bookmark, Changed, NotABookmark};
pub use report::{Changes, ReloadReport};
pub use snapshot::{Ask, LibraryError, Snapshot};

/// As many new texts are encoded before a new snapshot is shown: a few seconds' work. What is more
/// is done in the background, while the snapshot answers by words alone.
const AT_ONCE: usize = 256;

/// What an operator is told while a snapshot is being encoded.
#[derive(Debug)]
pub enum EncodingNews {
    /// How far it is.
    Progress(Progress),
    /// The current snapshot now answers by meaning.
    Encoded,
    /// A snapshot is not encoded to its end: a newer one took its place, or a defect ended it.
    Interrupted,
}

/// The handle through which everybody reads the current snapshot.
pub struct Library {
    folder: PathBuf,
    limits: Limits,
    dense: Option<Arc<Dense>>,
    tell: Box<dyn Fn(EncodingNews) + Send + Sync>,
    current: ArcSwap<Current>,
    /// Held while a snapshot is being built: a second reload waits for the first.
    reloading: Mutex<()>,
}

/// The snapshot of this moment.
struct Current {
    snapshot: Arc<Snapshot>,
    loaded_at: SystemTime,
}

/// A snapshot that is not current yet.
struct New {
    snapshot: Snapshot,
    loaded_at: SystemTime,
    /// What of it is to be encoded, and how many texts of that are new; nothing without an encoder.
    plan: Option<(Plan, usize)>,
}

impl Library {
    /// Opens `folder` as the first snapshot; `now` is the time. Without `dense` it answers by words
    /// alone; with it, by words until the passages have been encoded, of which `tell` hears.
    ///
    /// # Errors
    /// When the folder cannot be read, or no passage is in it.
    pub fn open(
        folder: PathBuf,
        limits: Limits,
        dense: Option<Arc<Dense>>,
        now: SystemTime,
        tell: impl Fn(EncodingNews) + Send + Sync + 'static,
    ) -> Result<Arc<Self>, LibraryError> {
        let first = Snapshot::build(&folder, limits, 1)?;
        let library = Arc::new(Self {
            folder,
            limits,
            dense,
            tell: Box::new(tell),
            current: ArcSwap::from_pointee(Current {
                snapshot: Arc::new(first.clone()),
                loaded_at: now,
            }),
            reloading: Mutex::new(()),
        });
        let first = library.plan(first, now);
        library.show(first);
        Ok(library)
    }

    /// The snapshot of this moment.
    #[must_use]
    pub fn current(&self) -> Arc<Snapshot> {
        Arc::clone(&self.current.load().snapshot)
    }

    /// When the snapshot of this moment was loaded: the time that [`Library::open`] or
    /// [`Library::reload`] was given. That it is understood later does not change it.
    #[must_use]
    pub fn loaded_at(&self) -> SystemTime {
        self.current.load().loaded_at
    }

    /// Builds a new snapshot beside the old one and swaps it in when it is whole; blocks meanwhile.
    /// `now` is the time.
    ///
    /// A second call waits for the first and then reads the folder again, because the folder may
    /// have changed since the first began.
    ///
    /// # Errors
    /// As [`Library::open`]; the old snapshot then stays.
    pub fn reload(self: &Arc<Self>, now: SystemTime) -> Result<ReloadReport, LibraryError> {
        // Nothing that could be left half done is behind the lock, so a poisoned one is as good.
        let _one_at_a_time = self
            .reloading
            .lock()
            .unwrap_or_else(PoisonError::into_inner);
        let old = self.current();
        let (new, report) = without_panic(|| {
            let new = Snapshot::build(&self.folder, self.limits, old.generation() + 1)?;
            let report = ReloadReport::between(&old, &new);
            Ok((self.plan(new, now), report))
        })?;
        self.show(new);
        Ok(report)
    }

    /// Finds out what of a snapshot is to be encoded.
    fn plan(&self, snapshot: Snapshot, loaded_at: SystemTime) -> New {
        let plan = self.dense.as_ref().map(|dense| {
            let plan = Plan::of(snapshot.corpus());
            let missing = dense.missing(&plan);
            (plan, missing)
        });
        New {
            snapshot,
            loaded_at,
            plan,
        }
    }

    /// Makes `new` the current snapshot, encoded if that is soon done, else as it is and encoded in
    /// the background.
    fn show(self: &Arc<Self>, new: New) {
        let (Some(dense), Some((plan, missing))) = (&self.dense, new.plan) else {
            self.swap(new.snapshot, new.loaded_at);
            return;
        };
        if missing <= AT_ONCE {
            self.understand(dense, &new.snapshot, &plan, new.loaded_at);
            return;
        }
        self.swap(new.snapshot.clone(), new.loaded_at);
        let (library, dense) = (Arc::clone(self), Arc::clone(dense));
        thread::spawn(move || {
            library.understand(&dense, &new.snapshot, &plan, new.loaded_at);
        });
    }

    /// Encodes a snapshot and makes it the current one, unless a newer one is.
    fn understand(
        &self,
        dense: &Arc<Dense>,
        snapshot: &Snapshot,
        plan: &Plan,
        loaded_at: SystemTime,
    ) {
        let outdated = || self.current().generation() > snapshot.generation();
        let read = || {
            dense.read(snapshot.corpus(), plan, &mut |progress| {
                (self.tell)(EncodingNews::Progress(progress));
                if outdated() {
                    ControlFlow::Break(())
                } else {
                    ControlFlow::Continue(())
                }
            })
        };
        // A defect in the encoder leaves a snapshot that answers by words.
        let understood = if let Ok(Some(vectors)) = catch_unwind(AssertUnwindSafe(read)) {
            snapshot.with_meaning(Arc::clone(dense), vectors)
        } else {
            (self.tell)(EncodingNews::Interrupted);
            snapshot.clone()
        };
        let is_semantic = understood.is_semantic();
        if self.swap(understood, loaded_at) && is_semantic {
            (self.tell)(EncodingNews::Encoded);
        }
    }

    /// Makes `snapshot` the current snapshot, unless a newer one is; tells whether it did.
    fn swap(&self, snapshot: Snapshot, loaded_at: SystemTime) -> bool {
        let generation = snapshot.generation();
        let new = Arc::new(Current {
            snapshot: Arc::new(snapshot),
            loaded_at,
        });
        let before = self.current.rcu(|current| {
            if current.snapshot.generation() > generation {
                Arc::clone(current)
            } else {
                Arc::clone(&new)
            }
        });
        before.snapshot.generation() <= generation
    }
}

/// Does some work; a panic in it is an error.
fn without_panic<T>(work: impl FnOnce() -> Result<T, LibraryError>) -> Result<T, LibraryError> {
    catch_unwind(AssertUnwindSafe(work)).unwrap_or(Err(LibraryError::Defect))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_panic_is_an_error() {
        let work: [fn() -> Result<u32, LibraryError>; 2] = [|| Ok(1), || panic!("a defect")];
        let [done, failed] = work.map(without_panic);
        assert!(matches!(done, Ok(1)));
        assert!(matches!(failed, Err(LibraryError::Defect)));
    }
}
