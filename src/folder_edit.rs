//! *Editing the folder* as admins do: a file is added, replaced, removed and restored.
//!
//! What is taken off or replaced goes to the trash first, and a file appears under its name whole
//! or not at all: whatever fails, nothing is lost and nothing is half written.

mod error;
mod name;
mod place;
mod trash;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};

use crate::atomic_file;
use crate::corpus::{self, Document, Limits, Problem};
use crate::language::Language;
use crate::language::normalise::composed;
use trash::Trash;

pub use error::EditError;
pub use name::{LONGEST_NAME, NameError, sanitized};
pub use trash::{KEPT, TrashedFile};

/// The folder with its trash; one change at a time.
#[derive(Debug)]
pub struct FolderEditor {
    folder: PathBuf,
    trash: Trash,
    limits: Limits,
    changing: Mutex<()>,
}

/// What a file would be, or is, in the folder.
#[derive(Debug, Clone, PartialEq)]
pub struct Checked {
    /// Its path in the folder, by which `verbatim` names it.
    pub path: String,
    /// What is in it; without a document it is not stored.
    pub content: Option<Content>,
    /// What a reload would say of it, ordered by line.
    pub problems: Vec<Problem>,
}

/// What a file holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Content {
    /// The document's title.
    pub title: String,
    /// The document's language.
    pub language: Language,
    /// How many passages it has.
    pub passages: usize,
    /// How many words its passages have.
    pub words: usize,
}

/// A file in the folder.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoredFile {
    /// Its path in the folder.
    pub path: String,
    /// Its size in bytes.
    pub bytes: u64,
}

impl FolderEditor {
    /// The editor of `folder`, which a corpus is read from. What goes to the trash is kept in
    /// `trash`, a folder elsewhere that is made when it is needed.
    #[must_use]
    pub fn new(folder: PathBuf, trash: PathBuf, limits: Limits) -> Self {
        Self {
            folder,
            trash: Trash::new(trash),
            limits,
            changing: Mutex::new(()),
        }
    }

    /// Removes what a process that was killed has begun in the folder and in the trash, and gives its
    /// number. No other process may be changing the folder.
    pub fn clear_unfinished(&self) -> usize {
        let _one = self.lock();
        atomic_file::remove_unfinished(&self.folder) + self.trash.clear_unfinished()
    }

    /// Says what a file of this name and content would be, as a reload would; nothing is written.
    ///
    /// # Errors
    /// When the name cannot be one in the folder, or the file is too large.
    pub fn check(&self, name: &str, bytes: &[u8]) -> Result<Checked, EditError> {
        self.read(&sanitized(name)?, bytes)
    }

    /// Stores a new file under its sanitised name; never over another.
    ///
    /// # Errors
    /// As [`FolderEditor::check`]; when there is no document in it, a file of the name is there, the
    /// folder is full, or it cannot be written.
    pub fn add(&self, name: &str, bytes: &[u8]) -> Result<Checked, EditError> {
        let _one = self.lock();
        let checked = self.readable(&sanitized(name)?, bytes)?;
        let files = self.files()?;
        self.has_room(&files)?;
        place::new(&self.root()?, &checked.path, bytes)?;
        Ok(checked)
    }

    /// Puts other content in the place of the file at `path`, which moves to the trash; `stamp` is
    /// the time in seconds since 1970.
    ///
    /// # Errors
    /// When no such file is there, there is no document in the new content, or it cannot be
    /// written; the old file then stays.
    pub fn replace(
        &self,
        path: &str,
        bytes: &[u8],
        stamp: u64,
    ) -> Result<(Checked, TrashedFile), EditError> {
        let _one = self.lock();
        let file = self.find(path)?;
        let checked = self.readable(path, bytes)?;
        let old = place::content(&file, path)?;
        let removed = self.trash.put(path, &old, stamp)?;
        if let Err(error) = place::over(&file, bytes) {
            self.trash.forget(&removed.id);
            return Err(error);
        }
        self.trash.prune();
        Ok((checked, removed))
    }

    /// Moves the file at `path` to the trash; `stamp` is the time in seconds since 1970.
    ///
    /// # Errors
    /// When no such file is there, it is the last with a document in it, or it cannot be moved; it
    /// then stays.
    pub fn remove(&self, path: &str, stamp: u64) -> Result<TrashedFile, EditError> {
        let _one = self.lock();
        let file = self.find(path)?;
        let bytes = place::content(&file, path)?;
        if corpus::parse(path, &bytes).0.is_some() && !self.has_another(path)? {
            return Err(EditError::Last {
                path: path.to_owned(),
            });
        }
        let removed = self.trash.put(path, &bytes, stamp)?;
        if let Err(error) = place::take_away(&file, path) {
            self.trash.forget(&removed.id);
            return Err(error);
        }
        self.trash.prune();
        Ok(removed)
    }

    /// What is in the trash, newest first.
    ///
    /// # Errors
    /// When the trash cannot be read.
    pub fn trash(&self) -> Result<Vec<TrashedFile>, EditError> {
        self.trash.list()
    }

    /// Puts a file from the trash back under its own path; never over another. `id` is that of a
    /// [`TrashedFile`].
    ///
    /// # Errors
    /// When there is none of this id, a file of the path is there, the folder is full, or it cannot
    /// be written; the trash then keeps it.
    pub fn restore(&self, id: &str) -> Result<TrashedFile, EditError> {
        let _one = self.lock();
        let (removed, bytes) = self.trash.get(id)?;
        self.has_room(&self.files()?)?;
        place::new(&self.root()?, &removed.path, &bytes)?;
        self.trash.forget(id);
        Ok(removed)
    }

    /// The files in the folder, ordered by path.
    ///
    /// # Errors
    /// When the folder cannot be read.
    pub fn list(&self) -> Result<Vec<StoredFile>, EditError> {
        let files = self.files()?.into_iter();
        let shelved = files.map(|(path, file)| StoredFile {
            bytes: fs::metadata(file).map_or(0, |metadata| metadata.len()),
            path,
        });
        Ok(shelved.collect())
    }

    /// The file at `path` as it is stored.
    ///
    /// # Errors
    /// When no such file is there, or it cannot be read.
    pub fn show(&self, path: &str) -> Result<Vec<u8>, EditError> {
        place::content(&self.find(path)?, path)
    }

    /// Nothing that could be left half done is behind the lock, so a poisoned one is as good.
    fn lock(&self) -> MutexGuard<'_, ()> {
        self.changing.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn read(&self, path: &str, bytes: &[u8]) -> Result<Checked, EditError> {
        let (size, limit) = (bytes.len() as u64, self.limits.file_bytes);
        if size > limit {
            let path = path.to_owned();
            return Err(EditError::TooLarge { path, size, limit });
        }
        let (document, problems) = corpus::parse(path, bytes);
        Ok(Checked {
            path: path.to_owned(),
            content: document.as_ref().map(Content::of),
            problems,
        })
    }

    /// The same, of a file that can be stored.
    fn readable(&self, path: &str, bytes: &[u8]) -> Result<Checked, EditError> {
        let checked = self.read(path, bytes)?;
        if checked.can_be_stored() {
            return Ok(checked);
        }
        Err(EditError::NoDocument {
            path: checked.path,
            problems: checked.problems,
        })
    }

    fn root(&self) -> Result<PathBuf, EditError> {
        let root = self.folder.canonicalize();
        root.map_err(|error| EditError::writing(&self.folder, error))
    }

    fn files(&self) -> Result<BTreeMap<String, PathBuf>, EditError> {
        Ok(corpus::files(&self.folder)?)
    }

    /// Where the article at `path` is. Only what a corpus is read from is found, so no path leads
    /// out of the folder.
    fn find(&self, path: &str) -> Result<PathBuf, EditError> {
        let mut files = self.files()?;
        let exact = files.remove(path);
        // Some systems write the accents of a name in another way than members type them.
        let mut others = files.into_iter();
        let mut alike = || others.find(|(name, _)| composed(name) == composed(path));
        let file = exact.or_else(|| alike().map(|(_, file)| file));
        file.ok_or_else(|| EditError::NotFound {
            path: path.to_owned(),
        })
    }

    fn has_room(&self, files: &BTreeMap<String, PathBuf>) -> Result<(), EditError> {
        let limit = self.limits.files;
        if files.len() < limit {
            return Ok(());
        }
        Err(EditError::Full { limit })
    }

    /// Whether there is a document in a file other than that at `path`; small files are looked at
    /// first, because the first that has one is enough.
    fn has_another(&self, path: &str) -> Result<bool, EditError> {
        let size = |file: &Path| fs::metadata(file).map_or(u64::MAX, |metadata| metadata.len());
        let files = self.files()?.into_iter();
        let mut others: Vec<_> = files
            .filter(|(other, _)| composed(other) != composed(path))
            .collect();
        others.sort_by_key(|(_, file)| size(file));
        Ok(others.iter().any(|(other, file)| {
            place::content(file, other).is_ok_and(|bytes| corpus::parse(other, &bytes).0.is_some())
        }))
    }
}

impl Checked {
    /// Whether there is a document in it. Problems alone are told and keep nothing out.
    #[must_use]
    pub fn can_be_stored(&self) -> bool {
        self.content.is_some()
    }
}

impl Content {
    fn of(document: &Document) -> Self {
        Self {
            title: document.source.title.clone(),
            language: document.language,
            passages: document.passages.len(),
            words: document.words(),
        }
    }
}
