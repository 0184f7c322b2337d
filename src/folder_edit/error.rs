//! An *edit error* says why a change was not made, and what to do; nothing was changed.

use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

use thiserror::Error;

use super::name::NameError;
use crate::corpus::{CorpusError, Problem};

/// Why something could not be done with the folder.
#[derive(Debug, Error)]
pub enum EditError {
    /// No file can be called so.
    #[error(transparent)]
    Name(#[from] NameError),
    /// The file has too many bytes.
    #[error("`{path}` has {size} bytes and the limit is {limit}; split it into smaller files")]
    TooLarge {
        /// The file's path in the folder.
        path: String,
        /// Its size in bytes.
        size: u64,
        /// The most bytes of a file.
        limit: u64,
    },
    /// The folder has as many files as it may.
    #[error("the folder already holds {limit} files, the maximum; remove one first")]
    Full {
        /// The most files.
        limit: usize,
    },
    /// There is nothing in the file that could be quoted.
    #[error("there is no text to quote in `{path}`; fix it and try again")]
    NoDocument {
        /// The file's path in the folder.
        path: String,
        /// Why there is none, ordered by line.
        problems: Vec<Problem>,
    },
    /// New content is of another kind than the file it is to replace.
    #[error(
        "`{name}` cannot replace `{path}`: it is a different type of file; remove `{path}`, then add \
         `{name}`"
    )]
    OtherKind {
        /// The new file's name.
        name: String,
        /// The path of the file in the folder.
        path: String,
    },
    /// A file is there already.
    #[error("`{path}` already exists; replace it, or give the new file another name")]
    Exists {
        /// The file's path in the folder.
        path: String,
    },
    /// There is no article at the path, or not any more.
    #[error("there is no file `{path}` in the folder; list the folder to see what is there")]
    NotFound {
        /// The path as it was asked for.
        path: String,
    },
    /// There is nothing in the trash by this id, or not any more.
    #[error("there is no `{id}` in the trash; see the history for what is there")]
    NotInTrash {
        /// The id as it was asked for.
        id: String,
    },
    /// Without this file there would be nothing to answer from.
    #[error("`{path}` is the last document; add another one before removing it")]
    Last {
        /// The file's path in the folder.
        path: String,
    },
    /// A folder on the way to the file is something else, such as a link.
    #[error(
        "`{path}` cannot be saved because part of its path is a file, not a folder; move that file"
    )]
    NoFolder {
        /// The file's path in the folder.
        path: String,
    },
    /// The folder cannot be read.
    #[error(transparent)]
    Folder(#[from] CorpusError),
    /// The folder cannot be written in.
    #[error("`{}` is not writable; give write access to the program's user", place.display())]
    ReadOnly {
        /// The folder.
        place: PathBuf,
    },
    /// There is no room.
    #[error("the disk that holds `{}` is full; free up some space and try again", place.display())]
    DiskFull {
        /// The folder.
        place: PathBuf,
    },
    /// The system failed otherwise.
    #[error("`{}` failed ({error}); try again, and check the disk if it fails again", place.display())]
    Failed {
        /// The file or folder.
        place: PathBuf,
        /// What the system says.
        error: io::Error,
    },
}

impl EditError {
    /// What is wrong with the file, or with the files in the folder, ordered by path and line.
    #[must_use]
    pub fn problems(&self) -> &[Problem] {
        match self {
            Self::NoDocument { problems, .. } => problems,
            Self::Folder(error) => error.problems(),
            _ => &[],
        }
    }

    /// Writing in the folder `place` failed.
    pub(super) fn writing(place: &Path, error: io::Error) -> Self {
        let place = place.to_owned();
        match error.kind() {
            ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem => Self::ReadOnly { place },
            ErrorKind::StorageFull | ErrorKind::QuotaExceeded => Self::DiskFull { place },
            _ => Self::Failed { place, error },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_keeps_from_writing_is_told_apart() {
        let check = |kind: ErrorKind, expected: &str| {
            let error = EditError::writing(Path::new("knowledge"), kind.into()).to_string();
            assert!(error.contains("`knowledge`"), "{error}");
            assert!(error.contains(expected), "{kind}: {error}");
        };
        check(
            ErrorKind::PermissionDenied,
            "give write access to the program's user",
        );
        check(
            ErrorKind::ReadOnlyFilesystem,
            "give write access to the program's user",
        );
        check(ErrorKind::StorageFull, "the disk that holds");
        check(ErrorKind::QuotaExceeded, "the disk that holds");
        check(ErrorKind::Interrupted, "operation interrupted");
    }
}
