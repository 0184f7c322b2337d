//! *Damaged files* are kept beside the journal and may hold what it held, as may the logs of a journal
//! that is gone.

use std::ffi::OsStr;
use std::fs::{self, Permissions};
use std::io;
use std::os::unix::fs::{MetadataExt, PermissionsExt};
use std::path::{Path, PathBuf};

use super::{JournalError, Timestamp};

/// The suffix of a damaged file's name.
const DAMAGED: &str = ".damaged";

/// The suffixes of the logs that SQLite keeps beside its file.
const LOGS: [&str; 3] = ["-wal", "-shm", "-journal"];

/// Only the user that runs the program may read the file.
pub(super) const MODE: u32 = 0o600;

/// Keeps other users from reading a file and its logs.
pub(super) fn restrict(path: &Path) {
    for file in with_logs(path) {
        // Some file systems have no permissions; the journal works without them.
        let _ = fs::set_permissions(file, Permissions::from_mode(MODE));
    }
}

/// Gives a damaged file another name, with its logs: one left behind would be played into the new
/// file.
pub(super) fn move_aside(path: &Path) -> io::Result<PathBuf> {
    let aside = (1..=usize::MAX)
        .map(|number| aside(path, number))
        .find(|aside| aside.symlink_metadata().is_err())
        .unwrap_or_default();
    for ending in LOGS {
        or_missing(fs::rename(
            with_ending(path, ending),
            with_ending(&aside, ending),
        ))?;
    }
    fs::rename(path, &aside)?;
    if !aside.is_dir() {
        restrict(&aside);
    }
    Ok(aside)
}

/// Deletes damaged files, those moved aside before `until` or all; gives their number.
pub(super) fn forget_damaged(path: &Path, until: Option<Timestamp>) -> Result<usize, JournalError> {
    let folder = path.parent().unwrap_or(path);
    let failed = |path: &Path| {
        let path = path.to_owned();
        |error| JournalError::NotDeleted { path, error }
    };
    let entries = or_missing(fs::read_dir(folder)).map_err(failed(folder))?;
    let mut gone = 0;
    for entry in entries.into_iter().flatten() {
        let entry = entry.map_err(failed(folder))?;
        let Some(is_log) = is_aside(path, &entry.file_name()) else {
            continue;
        };
        let metadata = entry.metadata().map_err(failed(&entry.path()))?;
        let old = until.is_none_or(|until| metadata.ctime() < until.0);
        // A folder in the journal's place was moved aside, too, and what is in it is not ours.
        if old && !metadata.is_dir() {
            fs::remove_file(entry.path()).map_err(failed(&entry.path()))?;
            gone += usize::from(!is_log);
        }
    }
    Ok(gone)
}

/// Deletes the logs of a journal that is gone; gives their number.
pub(super) fn forget_logs(path: &Path) -> Result<usize, JournalError> {
    let mut gone = 0;
    for path in with_logs(path).skip(1) {
        match or_missing(fs::remove_file(&path)) {
            Ok(removed) => gone += usize::from(removed.is_some()),
            Err(error) => return Err(JournalError::NotDeleted { path, error }),
        }
    }
    Ok(gone)
}

/// The result of something done with a file; `None` where the file is not there.
pub(super) fn or_missing<T>(done: io::Result<T>) -> io::Result<Option<T>> {
    match done {
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        done => done.map(Some),
    }
}

/// For a file with a name that the program gives to damaged files, whether it is a log; else
/// `None`.
fn is_aside(path: &Path, name: &OsStr) -> Option<bool> {
    let name = name.to_str()?;
    let file = LOGS.iter().find_map(|ending| name.strip_suffix(ending));
    let is_log = file.is_some();
    let file = file.unwrap_or(name);
    let number = file.strip_prefix(path.file_name()?.to_str()?)?;
    let number = match number.strip_prefix(DAMAGED)? {
        "" => 1,
        number => number.strip_prefix('.')?.parse().ok()?,
    };
    (aside(path, number).file_name()? == file).then_some(is_log)
}

/// The names of damaged files: `journal.db.damaged`, `journal.db.damaged.2`, and so on.
fn aside(path: &Path, number: usize) -> PathBuf {
    match number {
        1 => with_ending(path, DAMAGED),
        _ => with_ending(path, &format!("{DAMAGED}.{number}")),
    }
}

fn with_logs(path: &Path) -> impl Iterator<Item = PathBuf> {
    [""].into_iter()
        .chain(LOGS)
        .map(|ending| with_ending(path, ending))
}

fn with_ending(path: &Path, ending: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(ending);
    name.into()
}
