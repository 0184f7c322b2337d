//! A *reload report* says what a reload changed, in numbers, and what is wrong with the folder.

use std::collections::BTreeMap;

use crate::corpus::{Document, Problem};

use super::Snapshot;

/// What changed between two snapshots.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReloadReport {
    /// Documents, told apart by their path; one is changed when its text or attribution is.
    pub documents: Changes,
    /// Passages, told apart by their document and text.
    pub passages: Changes,
    /// How many documents the new snapshot has.
    pub documents_total: usize,
    /// How many passages the new snapshot has.
    pub passages_total: usize,
    /// What is wrong with the folder, ordered by path and line.
    pub problems: Vec<Problem>,
}

/// How many came, changed and went.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Changes {
    /// In the new snapshot only.
    pub added: usize,
    /// In both, with a difference.
    pub changed: usize,
    /// In the old snapshot only.
    pub removed: usize,
}

impl ReloadReport {
    /// Compares two snapshots.
    pub(super) fn between(old: &Snapshot, new: &Snapshot) -> Self {
        let (before, after) = (by_path(old), by_path(new));
        let mut documents = Changes::default();
        let mut passages = Changes::default();
        for (path, document) in &after {
            let change = match before.get(path) {
                None => {
                    documents.added += 1;
                    passage_changes(None, Some(document))
                }
                Some(earlier) => {
                    documents.changed += usize::from(earlier != document);
                    passage_changes(Some(earlier), Some(document))
                }
            };
            passages.add(change);
        }
        for (path, document) in &before {
            if !after.contains_key(path) {
                documents.removed += 1;
                passages.add(passage_changes(Some(document), None));
            }
        }
        Self {
            documents,
            passages,
            documents_total: new.corpus().documents().len(),
            passages_total: new.corpus().passage_count(),
            problems: new.problems().to_vec(),
        }
    }
}

impl Changes {
    fn add(&mut self, other: Self) {
        self.added += other.added;
        self.changed += other.changed;
        self.removed += other.removed;
    }
}

fn by_path(snapshot: &Snapshot) -> BTreeMap<&str, &Document> {
    snapshot
        .corpus()
        .documents()
        .iter()
        .map(|document| (document.source.document.as_str(), document))
        .collect()
}

/// Counts the passages of one document that are in one snapshot only: a passage that went and one
/// that came in the same document are taken for one that changed.
fn passage_changes(old: Option<&Document>, new: Option<&Document>) -> Changes {
    let mut balance: BTreeMap<&str, isize> = BTreeMap::new();
    for (document, step) in [(old, -1), (new, 1)] {
        let Some(document) = document else { continue };
        for passage in &document.passages {
            *balance.entry(document.slice(passage)).or_default() += step;
        }
    }
    let came: isize = balance.values().filter(|count| **count > 0).sum();
    let went: isize = -balance.values().filter(|count| **count < 0).sum::<isize>();
    let (came, went) = (came.unsigned_abs(), went.unsigned_abs());
    let changed = came.min(went);
    Changes {
        added: came - changed,
        changed,
        removed: went - changed,
    }
}
