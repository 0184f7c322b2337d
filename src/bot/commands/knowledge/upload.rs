//! An *upload* is a file that was attached to the command.

use serenity::model::channel::Attachment;
use thiserror::Error;

use crate::bot::api::rest::{Rest, RestError};
use crate::corpus::Limits;
use crate::folder_edit::EditError;

/// What is taken over Discord: the largest file, and the most files in the folder.
pub const UPLOADS: Limits = Limits {
    file_bytes: 1 << 20,
    files: 1_000,
};

/// A file that was attached to a command.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Upload {
    pub(super) name: String,
    url: String,
    /// In bytes, as Discord says.
    size: u64,
}

/// Why there are no bytes to write.
#[derive(Debug, Error)]
pub(super) enum FetchError {
    /// The file is not to be taken, which can be told without fetching it.
    #[error(transparent)]
    Refused(EditError),
    /// Discord did not give it.
    #[error(transparent)]
    Download(#[from] RestError),
}

impl Upload {
    pub(super) fn of(file: &Attachment) -> Self {
        Self {
            name: file.filename.clone(),
            url: file.url.clone(),
            size: u64::from(file.size),
        }
    }
}

/// The bytes of an upload.
pub(super) async fn fetch(rest: &Rest, upload: &Upload) -> Result<Vec<u8>, FetchError> {
    let limit = UPLOADS.file_bytes;
    if upload.size > limit {
        let (path, size) = (upload.name.clone(), upload.size);
        return Err(FetchError::Refused(EditError::TooLarge {
            path,
            size,
            limit,
        }));
    }
    Ok(rest.download(&upload.url, limit).await?)
}
