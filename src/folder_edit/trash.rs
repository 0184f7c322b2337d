//! The *trash* keeps what was removed from the folder: `<stamp>-<n>/<path>`, one file each.

use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use super::{EditError, place};
use crate::atomic_file;

/// The newest are kept; what is older is deleted for good when something is put to them.
pub const KEPT: usize = 200;

/// No system takes paths of more parts.
const DEEPEST: usize = 2_048;

/// A file in the trash.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TrashedFile {
    /// What it is restored by.
    pub id: String,
    /// Where it was in the folder.
    pub path: String,
    /// When it was removed or replaced, in seconds since 1970.
    pub stamp: u64,
    /// Its size in bytes.
    pub bytes: u64,
}

#[derive(Debug)]
pub(super) struct Trash {
    folder: PathBuf,
}

impl Trash {
    pub(super) fn new(folder: PathBuf) -> Self {
        Self { folder }
    }

    /// Keeps a file, on the disk when this returns.
    pub(super) fn put(
        &self,
        path: &str,
        bytes: &[u8],
        stamp: u64,
    ) -> Result<TrashedFile, EditError> {
        let fail = |error| EditError::writing(&self.folder, error);
        fs::create_dir_all(&self.folder).map_err(fail)?;
        // A clock that was put back would make the newest entry the oldest, which is deleted first.
        let (stamp, number) = match self.entries()?.first() {
            Some(&(newest, number)) if newest >= stamp => (newest, number + 1),
            _ => (stamp, 1),
        };
        let id = format!("{stamp}-{number}");
        let entry = self.folder.join(&id);
        fs::create_dir(&entry).map_err(fail)?;
        if let Err(error) = place::new(&entry, path, bytes) {
            self.forget(&id);
            return Err(error);
        }
        Ok(TrashedFile {
            id,
            path: path.to_owned(),
            stamp,
            bytes: bytes.len() as u64,
        })
    }

    /// What is kept, newest first.
    pub(super) fn list(&self) -> Result<Vec<TrashedFile>, EditError> {
        let entries = self.entries()?.into_iter();
        Ok(entries
            .filter_map(|entry| self.find(entry))
            .map(|(removed, _)| removed)
            .collect())
    }

    /// One file with its content.
    pub(super) fn get(&self, id: &str) -> Result<(TrashedFile, Vec<u8>), EditError> {
        let missing = || EditError::NotInTrash { id: id.to_owned() };
        let entry = parse(id).ok_or_else(missing)?;
        let (removed, file) = self.find(entry).ok_or_else(missing)?;
        let bytes = place::content(&file, &removed.path).map_err(|error| match error {
            EditError::NotFound { .. } => missing(),
            error => error,
        })?;
        Ok((removed, bytes))
    }

    /// Deletes one for good.
    pub(super) fn forget(&self, id: &str) {
        // What cannot be deleted stays in the trash, where it does no harm.
        let _ = fs::remove_dir_all(self.folder.join(id));
    }

    /// Deletes what is older than the newest [`KEPT`].
    pub(super) fn prune(&self) {
        for (stamp, number) in self.entries().unwrap_or_default().into_iter().skip(KEPT) {
            self.forget(&format!("{stamp}-{number}"));
        }
    }

    /// Removes what was begun and never finished; gives its number.
    pub(super) fn clear_unfinished(&self) -> usize {
        let removed = atomic_file::remove_unfinished(&self.folder);
        let entries = self.entries().unwrap_or_default().into_iter();
        let unfinished = entries.filter(|entry| self.find(*entry).is_none());
        let folders = unfinished.map(|(stamp, number)| format!("{stamp}-{number}"));
        removed
            + folders
                .filter(|id| remove_empty(&self.folder.join(id)))
                .count()
    }

    /// The stamps and numbers of everything kept, newest first.
    fn entries(&self) -> Result<Vec<(u64, u64)>, EditError> {
        let listed = match fs::read_dir(&self.folder) {
            Ok(listed) => listed,
            Err(error) if error.kind() == ErrorKind::NotFound => return Ok(Vec::new()),
            Err(error) => {
                let place = self.folder.clone();
                return Err(EditError::Failed { place, error });
            }
        };
        let names = listed.filter_map(|entry| entry.ok()?.file_name().into_string().ok());
        let mut entries: Vec<_> = names.filter_map(|name| parse(&name)).collect();
        entries.sort_unstable_by(|a, b| b.cmp(a));
        Ok(entries)
    }

    /// The one file of an entry, unless it was never finished.
    fn find(&self, (stamp, number): (u64, u64)) -> Option<(TrashedFile, PathBuf)> {
        let id = format!("{stamp}-{number}");
        let entry = self.folder.join(&id);
        let mut file = entry.clone();
        let mut parts = Vec::new();
        for _ in 0..DEEPEST {
            let kind = file.symlink_metadata().ok()?;
            if kind.is_file() && !parts.is_empty() {
                let path = parts.join("/");
                let bytes = kind.len();
                return Some((
                    TrashedFile {
                        id,
                        path,
                        stamp,
                        bytes,
                    },
                    file,
                ));
            }
            if !kind.is_dir() {
                return None;
            }
            let name = only_name(&file)?;
            file.push(&name);
            parts.push(name);
        }
        None
    }
}

/// Removes a folder that holds nothing but such folders; tells whether it did.
fn remove_empty(folder: &Path) -> bool {
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        if entry.file_type().is_ok_and(|kind| kind.is_dir()) {
            remove_empty(&entry.path());
        }
    }
    fs::remove_dir(folder).is_ok()
}

/// The one name in a folder that is not hidden.
fn only_name(folder: &Path) -> Option<String> {
    let names = fs::read_dir(folder).ok()?;
    let mut names = names.filter_map(|entry| entry.ok()?.file_name().into_string().ok());
    names.find(|name| !name.starts_with('.'))
}

/// The stamp and the number of an id, when it is written as ids are.
fn parse(id: &str) -> Option<(u64, u64)> {
    let (stamp, number) = id.split_once('-')?;
    let entry = (stamp.parse().ok()?, number.parse().ok()?);
    (format!("{}-{}", entry.0, entry.1) == id).then_some(entry)
}
