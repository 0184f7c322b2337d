//! A list that only grows, and that a test can wait on.

use std::time::Duration;

use tokio::sync::watch;
use tokio::time::timeout;

/// How long a test waits for something that should come at once.
///
/// Long enough for a busy machine and for serenity's own five seconds between two IDENTIFYs; it is
/// only ever used up by a test that fails.
pub const PATIENCE: Duration = Duration::from_secs(20);

struct Entry<T> {
    item: T,
    taken: bool,
}

/// Everything of one kind that happened, in order.
pub struct Journal<T> {
    entries: watch::Sender<Vec<Entry<T>>>,
}

impl<T: Clone> Journal<T> {
    pub fn new() -> Self {
        Self {
            entries: watch::Sender::new(Vec::new()),
        }
    }

    /// Adds an entry, wakes whoever waits, and returns its position.
    pub fn push(&self, item: T) -> usize {
        let mut at = 0;
        self.entries.send_modify(|entries| {
            at = entries.len();
            entries.push(Entry { item, taken: false });
        });
        at
    }

    /// Changes an entry that is already there.
    pub fn amend(&self, at: usize, change: impl FnOnce(&mut T)) {
        self.entries
            .send_modify(|entries| change(&mut entries[at].item));
    }

    /// All entries, taken or not.
    pub fn all(&self) -> Vec<T> {
        self.entries
            .borrow()
            .iter()
            .map(|entry| entry.item.clone())
            .collect()
    }

    /// The entries that nobody has waited for yet.
    pub fn left(&self) -> Vec<T> {
        let entries = self.entries.borrow();
        entries
            .iter()
            .filter(|entry| !entry.taken)
            .map(|entry| entry.item.clone())
            .collect()
    }

    /// Waits for the first entry that is `wanted` and was not taken before, and takes it.
    ///
    /// `None` when [`PATIENCE`] ran out.
    pub async fn take(&self, wanted: impl Fn(&T) -> bool) -> Option<T> {
        let mut changes = self.entries.subscribe();
        let taken = async {
            loop {
                if let Some(item) = self.take_now(&wanted) {
                    return Some(item);
                }
                changes.changed().await.ok()?;
            }
        };
        timeout(PATIENCE, taken).await.ok().flatten()
    }

    fn take_now(&self, wanted: &impl Fn(&T) -> bool) -> Option<T> {
        let mut found = None;
        self.entries.send_if_modified(|entries| {
            let entry = entries
                .iter_mut()
                .find(|entry| !entry.taken && wanted(&entry.item));
            found = entry.map(|entry| {
                entry.taken = true;
                entry.item.clone()
            });
            false
        });
        found
    }
}
