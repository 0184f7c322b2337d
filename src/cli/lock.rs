//! The *lock* keeps a second bot from the data folder: each would overwrite what the other keeps.
//!
//! The system gives it back when the process ends, however it ends, so the file that stays behind is
//! in nobody's way.

use std::fs::{self, File, OpenOptions, TryLockError};
use std::io;
use std::path::Path;

use anyhow::bail;

/// The file in the data folder.
const FILE: &str = "verbatim.lock";

/// Takes the data folder until the file that comes of it is dropped; the folder is made if need be.
/// Where nothing can be locked, such as in a folder that cannot be written, it is the log that says
/// so.
///
/// # Errors
/// When another process has it.
pub(super) fn lock(data: &Path) -> anyhow::Result<Option<File>> {
    match open(data).map(|file| (file.try_lock(), file)) {
        Ok((Ok(()), file)) => Ok(Some(file)),
        Ok((Err(TryLockError::WouldBlock), _)) => bail!(
            "another verbatim is using DATA_DIR `{}`; stop it, or give this one its own folder",
            data.display()
        ),
        Ok((Err(TryLockError::Error(error)), _)) | Err(error) => {
            tracing::warn!(
                "`{}` cannot be locked ({error}), so a second bot would not be noticed",
                data.join(FILE).display()
            );
            Ok(None)
        }
    }
}

fn open(data: &Path) -> io::Result<File> {
    fs::create_dir_all(data)?;
    let mut options = OpenOptions::new();
    // Some network file systems lock what may be written only.
    options.write(true).create(true).truncate(false);
    options.open(data.join(FILE))
}
