//! An *atomic file* appears under its name whole or not at all: it is written under a hidden name
//! beside its place, brought to the disk, and renamed.
//!
//! The corpus passes over hidden names, and a name begun by a process that was killed is no
//! document.

use std::fs::{self, File, FileType};
use std::io::{self, ErrorKind, Write};
use std::path::Path;

use tempfile::{Builder, NamedTempFile};

/// What a hidden name begins and ends with.
const HIDDEN: [&str; 2] = [".verbatim-", ".tmp"];

/// Who may do what with a file, less what the process's umask takes away: as any other program would
/// make it, so that people can still edit it.
const MODE: u32 = 0o666;

/// The same of a file that holds a secret.
const SECRET_MODE: u32 = 0o600;

/// Writes a new file, never over another.
///
/// # Errors
/// `AlreadyExists` when something has the name; else what the system says. Nothing is left behind.
pub(crate) fn create(file: &Path, bytes: &[u8]) -> io::Result<()> {
    // A link that leads nowhere is a file, too.
    if file.symlink_metadata().is_ok() {
        return Err(ErrorKind::AlreadyExists.into());
    }
    stage(folder_of(file), bytes, MODE)?
        .persist_noclobber(file)
        .map_err(|failed| failed.error)?;
    sync_names(folder_of(file));
    Ok(())
}

/// Writes a file in the place of the one that has the name, if any.
///
/// # Errors
/// What the system says; the file before it then stays as it was.
pub(crate) fn replace(file: &Path, bytes: &[u8]) -> io::Result<()> {
    replace_with(file, bytes, MODE)
}

/// The same for a secret: nobody but the file's owner can read it, not even while it is written.
///
/// # Errors
/// What the system says; the file before it then stays as it was.
pub(crate) fn replace_secret(file: &Path, bytes: &[u8]) -> io::Result<()> {
    replace_with(file, bytes, SECRET_MODE)
}

fn replace_with(file: &Path, bytes: &[u8], mode: u32) -> io::Result<()> {
    stage(folder_of(file), bytes, mode)?
        .persist(file)
        .map_err(|failed| failed.error)?;
    sync_names(folder_of(file));
    Ok(())
}

/// Removes a file.
///
/// # Errors
/// What the system says.
pub(crate) fn remove(file: &Path) -> io::Result<()> {
    fs::remove_file(file)?;
    sync_names(folder_of(file));
    Ok(())
}

/// Removes the files that a process which was killed has begun in `folder`, and in the folders in it
/// that are not hidden; no link is followed. Gives their number.
///
/// No other process may be writing there. What cannot be removed stays: it does no harm but take room.
pub(crate) fn remove_unfinished(folder: &Path) -> usize {
    let mut removed = 0;
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let (name, path) = (entry.file_name(), entry.path());
        let name = name.to_string_lossy();
        let is = |kind: fn(&FileType) -> bool| entry.file_type().is_ok_and(|found| kind(&found));
        if name.starts_with(HIDDEN[0]) && name.ends_with(HIDDEN[1]) {
            let file = is(FileType::is_file);
            removed += usize::from(file && fs::remove_file(path).is_ok());
        } else if is(FileType::is_dir) && !name.starts_with('.') {
            removed += remove_unfinished(&path);
        }
    }
    removed
}

/// The folder that a file is in; of a bare name, the working folder.
fn folder_of(file: &Path) -> &Path {
    match file.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    }
}

/// A file with a hidden name, which vanishes unless it is renamed.
fn stage(folder: &Path, bytes: &[u8], mode: u32) -> io::Result<NamedTempFile> {
    let mut builder = Builder::new();
    builder.prefix(HIDDEN[0]).suffix(HIDDEN[1]);
    #[cfg(unix)]
    builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(mode));
    let mut file = builder.tempfile_in(folder)?;
    file.write_all(bytes)?;
    file.as_file().sync_all()?;
    Ok(file)
}

/// Brings a folder's names to the disk, where the system can: the files are safe without, and some
/// systems open no folder.
fn sync_names(folder: &Path) {
    let _ = File::open(folder).and_then(|folder| folder.sync_all());
}
