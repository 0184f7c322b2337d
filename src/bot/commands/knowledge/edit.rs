//! An *edit* of the folder: a file is added, replaced, removed or brought back.

use serenity::model::id::UserId;

use crate::bot::app::{App, clock, reload};
use crate::bot::call::Call;
use crate::folder_edit::TrashedFile;
use crate::journal::{Change, FolderAction};
use crate::reply::{self, Done, Reply};

/// What is done to the folder, the upload fetched.
pub(super) enum Edit {
    Add(String, Vec<u8>),
    Replace(String, Vec<u8>),
    Remove(String),
    Restore(String),
}

/// Changes the folder and reads it again.
pub(super) fn edit(app: &App, edit: Edit, call: &Call) -> Reply {
    let (locale, user) = (call.reader.locale, call.asker.user);
    let stamp = u64::try_from(clock::now().0).unwrap_or_default();
    let trashed = |removed: TrashedFile| (removed.path, Some(removed.id));
    let done = match edit {
        Edit::Add(name, bytes) => {
            let added = app.editor.add(&name, &bytes);
            added.map(|checked| (FolderAction::Added, (checked.path, None)))
        }
        Edit::Replace(path, bytes) => {
            let replaced = app.editor.replace(&path, &bytes, stamp);
            replaced.map(|(_, removed)| (FolderAction::Replaced, trashed(removed)))
        }
        Edit::Remove(path) => {
            let removed = app.editor.remove(&path, stamp);
            removed.map(|removed| (FolderAction::Removed, trashed(removed)))
        }
        Edit::Restore(id) => {
            let restored = app.editor.restore(&id);
            restored.map(|restored| (FolderAction::Restored, (restored.path, None)))
        }
    };
    match done {
        Ok((action, (path, trash))) => {
            note(app, user, action, &path, trash);
            let reloaded = reload::reload(&app.library, &app.metrics);
            let done = Done {
                action,
                path: &path,
            };
            reply::folder_changed(done, reloaded.as_ref(), locale)
        }
        Err(error) => super::unchanged(app, &error, locale),
    }
}

fn note(app: &App, user: UserId, action: FolderAction, path: &str, trash: Option<String>) {
    tracing::info!(%user, ?action, path, "the folder was changed");
    let change = Change {
        moment: clock::now(),
        member: user.get(),
        action,
        path: path.to_owned(),
        trash,
    };
    if let Err(error) = app.journal.record_change(&change) {
        tracing::warn!(%error, "a change of the folder could not be recorded");
    }
}
