//! *Placing* a file: it is written, replaced and taken away at once, and never outside the folder.

use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use super::EditError;
use crate::atomic_file;
use crate::language::normalise::caseless;

/// Writes a new file at `path` inside `root`, never over another, nor beside one whose name some
/// systems take for the same.
pub(super) fn new(root: &Path, path: &str, bytes: &[u8]) -> Result<(), EditError> {
    let folder = make_folders(root, path)?;
    if let Some(path) = alike(&folder, path) {
        return Err(EditError::Exists { path });
    }
    atomic_file::create(&root.join(path), bytes).map_err(|error| match error.kind() {
        ErrorKind::AlreadyExists => EditError::Exists {
            path: path.to_owned(),
        },
        _ => EditError::writing(&folder, error),
    })
}

/// The path of a file in `folder` whose name differs from that of `path` in case or in how its
/// characters are composed only.
fn alike(folder: &Path, path: &str) -> Option<String> {
    let (parents, name) = path.rsplit_once('/').unwrap_or(("", path));
    let wanted = caseless(name);
    let names = fs::read_dir(folder).into_iter().flatten();
    let mut names = names.filter_map(|entry| entry.ok()?.file_name().into_string().ok());
    let found = names.find(|name| caseless(name) == wanted)?;
    let slash = if parents.is_empty() { "" } else { "/" };
    Some(format!("{parents}{slash}{found}"))
}

/// Writes `bytes` in the place of `file`, at once.
pub(super) fn over(file: &Path, bytes: &[u8]) -> Result<(), EditError> {
    let folder = file.parent().unwrap_or(file);
    atomic_file::replace(file, bytes).map_err(|error| EditError::writing(folder, error))
}

/// The bytes of a file; `path` is its name for people.
pub(super) fn content(file: &Path, path: &str) -> Result<Vec<u8>, EditError> {
    let gone = || EditError::NotFound {
        path: path.to_owned(),
    };
    // Opening a pipe would wait for a writer.
    if !fs::metadata(file).is_ok_and(|metadata| metadata.is_file()) {
        return Err(gone());
    }
    fs::read(file).map_err(|error| match error.kind() {
        ErrorKind::NotFound => gone(),
        _ => EditError::Failed {
            place: file.to_owned(),
            error,
        },
    })
}

/// Removes a file; `path` is its name for people.
pub(super) fn take_away(file: &Path, path: &str) -> Result<(), EditError> {
    let folder = file.parent().unwrap_or(file);
    atomic_file::remove(file).map_err(|error| match error.kind() {
        ErrorKind::NotFound => EditError::NotFound {
            path: path.to_owned(),
        },
        _ => EditError::writing(folder, error),
    })
}

/// The folder of `path` inside `root`, made when it is not there. No link is followed, so that
/// nothing is written outside.
fn make_folders(root: &Path, path: &str) -> Result<PathBuf, EditError> {
    let mut folder = root.to_owned();
    let parents = path.rsplit_once('/').map_or("", |(parents, _)| parents);
    for part in parents.split('/').filter(|part| !part.is_empty()) {
        let inner = folder.join(part);
        match fs::create_dir(&inner) {
            Err(error) if error.kind() != ErrorKind::AlreadyExists => {
                return Err(EditError::writing(&folder, error));
            }
            _ => folder = inner,
        }
        let is_folder = part != ".."
            && folder
                .symlink_metadata()
                .is_ok_and(|metadata| metadata.is_dir());
        if !is_folder {
            return Err(EditError::NoFolder {
                path: path.to_owned(),
            });
        }
    }
    Ok(folder)
}
