//! The *folder* as admins change it from Discord: checked before it is written, read again at once,
//! and each change noted with who made it.

use std::sync::Arc;

use serenity::model::channel::Attachment;
use serenity::model::id::UserId;

use super::bot::{self, Bot};
use super::clock;
use super::gaps;
use super::options::Options;
use super::request::Request;
use crate::corpus::is_web_page;
use crate::journal::{Action, Change};
use crate::reply::{self, Done, Notice, Reply};
use crate::shelf::{Removed, ShelfError, UPLOADS};

/// As many changes as are looked at for the history.
const HISTORY: usize = 500;

/// What an admin wants of the folder.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum FolderWant {
    List,
    Show(String),
    Add(Upload),
    Replace(String, Upload),
    Remove(String),
    Restore(String),
    History,
}

/// A file that was attached to a command.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Upload {
    name: String,
    url: String,
    size: u64,
}

/// What is done to the folder, the upload fetched.
enum Edit {
    Add(String, Vec<u8>),
    Replace(String, Vec<u8>),
    Remove(String),
    Restore(String),
}

impl FolderWant {
    /// `None` for a part of the command that is not this program's.
    pub(super) fn of(options: &Options<'_>) -> Option<Self> {
        let path = || Some(options.text("article")?.to_owned());
        let upload = || options.file("file").map(Upload::of);
        Some(match options.part? {
            "list" => Self::List,
            "show" => Self::Show(path()?),
            "add" => Self::Add(upload()?),
            "replace" => Self::Replace(path()?, upload()?),
            "remove" => Self::Remove(path()?),
            "restore" => Self::Restore(options.text("removed")?.to_owned()),
            "history" => Self::History,
            _ => return None,
        })
    }
}

impl Upload {
    fn of(file: &Attachment) -> Self {
        Self {
            name: file.filename.clone(),
            url: file.url.clone(),
            size: u64::from(file.size),
        }
    }
}

impl Bot {
    /// Does what an admin wants of the folder, and says what came of it.
    pub(super) async fn folder(self: Arc<Self>, want: FolderWant, request: Request) -> Reply {
        let locale = request.reader.locale;
        if !self.is_admin(&request.asker) {
            return reply::notice(Notice::AdminsOnly, locale);
        }
        let change = match want {
            FolderWant::List | FolderWant::Show(_) | FolderWant::History => {
                return self
                    .blocking(locale, move |bot| bot.look(&want, &request))
                    .await;
            }
            _ if !self.edit => return reply::notice(Notice::EditOff, locale),
            FolderWant::Add(upload) => self
                .fetch(&upload)
                .await
                .map(|it| Edit::Add(upload.name, it)),
            FolderWant::Replace(path, upload) if !same_kind(&path, &upload.name) => {
                let name = upload.name;
                Err(Some(ShelfError::OtherKind { name, path }))
            }
            FolderWant::Replace(path, upload) => {
                self.fetch(&upload).await.map(|it| Edit::Replace(path, it))
            }
            FolderWant::Remove(path) => Ok(Edit::Remove(path)),
            FolderWant::Restore(id) => Ok(Edit::Restore(id)),
        };
        match change {
            Ok(change) => {
                self.blocking(locale, move |bot| bot.change(change, &request))
                    .await
            }
            Err(Some(error)) => reply::folder_unchanged(&error, locale),
            Err(None) => reply::notice(Notice::DownloadFailed, locale),
        }
    }

    /// The bytes of an upload, unless it is too large (the error says so) or cannot be fetched.
    async fn fetch(&self, upload: &Upload) -> Result<Vec<u8>, Option<ShelfError>> {
        let limit = UPLOADS.file_bytes;
        if upload.size > limit {
            let (path, size) = (upload.name.clone(), upload.size);
            return Err(Some(ShelfError::TooLarge { path, size, limit }));
        }
        self.rest
            .download(&upload.url, limit)
            .await
            .map_err(|error| {
                tracing::warn!(%error, "an upload could not be fetched");
                None
            })
    }

    fn look(&self, want: &FolderWant, request: &Request) -> Reply {
        let locale = request.reader.locale;
        let looked = match want {
            FolderWant::Show(path) => {
                let bytes = self.shelf.show(path);
                bytes.map(|bytes| reply::article_file(path, bytes))
            }
            FolderWant::History => {
                return match self.journal.changes(HISTORY) {
                    Ok(changes) => reply::changes(&changes, locale),
                    Err(error) => gaps::unread(&error, locale),
                };
            }
            _ => self.shelf.list().and_then(|files| {
                let trash = self.shelf.trash()?;
                Ok(reply::folder(&files, &trash, locale))
            }),
        };
        looked.unwrap_or_else(|error| reply::folder_unchanged(&error, locale))
    }

    fn change(self: &Arc<Self>, change: Edit, request: &Request) -> Reply {
        let (locale, user) = (request.reader.locale, request.asker.user);
        let stamp = u64::try_from(clock::now().0).unwrap_or_default();
        let trashed = |removed: Removed| (removed.path, Some(removed.id));
        let done = match change {
            Edit::Add(name, bytes) => {
                let added = self.shelf.add(&name, &bytes);
                added.map(|checked| (Action::Added, (checked.path, None)))
            }
            Edit::Replace(path, bytes) => {
                let replaced = self.shelf.replace(&path, &bytes, stamp);
                replaced.map(|(_, removed)| (Action::Replaced, trashed(removed)))
            }
            Edit::Remove(path) => {
                let removed = self.shelf.remove(&path, stamp);
                removed.map(|removed| (Action::Removed, trashed(removed)))
            }
            Edit::Restore(id) => {
                let restored = self.shelf.restore(&id);
                restored.map(|restored| (Action::Restored, (restored.path, None)))
            }
        };
        match done {
            Ok((action, (path, trash))) => {
                self.note(user, action, &path, trash);
                let reloaded = bot::reload(&self.library);
                let done = Done {
                    action,
                    path: &path,
                };
                reply::folder_changed(done, reloaded.as_ref(), locale)
            }
            Err(error) => reply::folder_unchanged(&error, locale),
        }
    }

    fn note(&self, user: UserId, action: Action, path: &str, trash: Option<String>) {
        tracing::info!(%user, ?action, path, "the folder was changed");
        let change = Change {
            moment: clock::now(),
            member: user.get(),
            action,
            path: path.to_owned(),
            trash,
        };
        if let Err(error) = self.journal.record_change(&change) {
            tracing::warn!(%error, "a change of the folder was not written down");
        }
    }
}

/// Whether both are web pages, or neither: a file is read by its ending, which a new content keeps.
fn same_kind(one: &str, other: &str) -> bool {
    is_web_page(one) == is_web_page(other)
}
