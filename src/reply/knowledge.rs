//! What an admin reads of the *folder*: what is in it and in the trash, and what was changed.

use std::path::Path;

use super::list::{all_that_fit, join_within};
use super::reload::{problems, reload_failed, reloaded};
use super::truncate::clip;
use super::{AMBER, Embed, Field, File, GREY, Locale, Reply, SEPARATOR};
use super::{escape, formats, limits, messages};
use crate::corpus::EXTENSIONS;
use crate::folder_edit::{EditError, NameError, StoredFile, TrashedFile};
use crate::journal::{Change, FolderAction};
use crate::library::{LibraryError, ReloadReport};

messages::messages! { words:
    edit_off(setting: &str);
    download_failed();
    folder();
    folder_added(path: &str);
    folder_replaced(path: &str);
    folder_removed(path: &str);
    folder_restored(path: &str);
    folder_unchanged();
    shelf_name_empty(name: &str);
    shelf_name_ending(name: &str, endings: &str);
    shelf_too_large(path: &str, size: &str, limit: &str);
    shelf_full(limit: usize);
    shelf_no_document(path: &str);
    shelf_other_kind(name: &str, path: &str);
    shelf_exists(path: &str);
    shelf_not_found(path: &str, list: &str);
    shelf_not_in_trash(id: &str, list: &str);
    shelf_last(path: &str);
    shelf_no_folder(path: &str);
    shelf_unusable(error: &str);
    shelf_read_only(place: &str);
    shelf_disk_full(place: &str);
    shelf_failed(place: &str, error: &str);
    trash();
    trash_empty();
    changes();
    changes_none();
    change_added(who: &str, path: &str);
    change_replaced(who: &str, path: &str);
    change_removed(who: &str, path: &str);
    change_restored(who: &str, path: &str);
}

/// The setting that lets admins change the folder from Discord.
const EDIT_SETTING: &str = "KNOWLEDGE_EDIT";

/// The longest path in a list.
const LISTED_PATH: usize = 200;
/// Files of the trash in the list: the last that were removed.
const LISTED_REMOVED: usize = 10;

/// A change of the folder that was made.
#[derive(Debug, Clone, Copy)]
pub struct Done<'a> {
    /// What was done.
    pub action: FolderAction,
    /// The file's path in the folder.
    pub path: &'a str,
}

/// The files of the folder with their sizes, and what was removed last.
#[must_use]
pub fn folder(files: &[StoredFile], trash: &[TrashedFile], locale: Locale) -> Reply {
    let listed = files.iter().map(|file| {
        format!(
            "{}{SEPARATOR}{}",
            path(&file.path),
            formats::size(file.bytes, locale)
        )
    });
    let bytes = files.iter().map(|file| file.bytes).sum();
    let counted = [
        messages::documents(locale, files.len()),
        formats::size(bytes, locale),
    ];
    let removed = trash.iter().take(LISTED_REMOVED);
    let removed =
        removed.map(|file| format!("{}{SEPARATOR}<t:{}:R>", path(&file.path), file.stamp));
    let (removed, _) = join_within(removed, "\n", limits::FIELD_VALUE);
    Reply::embed(Embed {
        title: words::folder(locale),
        description: all_that_fit(listed, files.len(), locale),
        fields: vec![Field {
            name: words::trash(locale),
            value: Some(removed)
                .filter(|removed| !removed.is_empty())
                .unwrap_or_else(|| words::trash_empty(locale)),
        }],
        footer: counted.join(SEPARATOR),
        colour: GREY,
    })
}

/// A file in the trash in one line that a suggestion takes: its path, its size, and how long it has
/// been there, in seconds.
#[must_use]
pub fn removed_name(file: &TrashedFile, age: u64, locale: Locale) -> String {
    let (size, age) = (formats::size(file.bytes, locale), formats::age(age, locale));
    let facts = format!("{SEPARATOR}{size}{SEPARATOR}{age}");
    let room = limits::SUGGESTION - limits::length(&facts);
    clip(&file.path, room, escape::one_line) + &facts
}

/// An article as a file to save, under its own name.
#[must_use]
pub fn article_file(article: &str, bytes: Vec<u8>) -> Reply {
    let name = article.rsplit('/').next().unwrap_or(article).to_owned();
    Reply {
        content: path(article),
        files: vec![File { name, bytes }],
        ..Reply::default()
    }
}

/// That a change was made, and what came of reading the folder again.
#[must_use]
pub fn folder_changed(
    done: Done<'_>,
    reload: Result<&(ReloadReport, std::time::Duration), &LibraryError>,
    locale: Locale,
) -> Reply {
    let said = match done.action {
        FolderAction::Added => words::folder_added,
        FolderAction::Replaced => words::folder_replaced,
        FolderAction::Removed => words::folder_removed,
        FolderAction::Restored => words::folder_restored,
    };
    let mut reply = match reload {
        Ok((report, took)) => reloaded(report, *took, locale),
        Err(error) => reload_failed(&error.to_string(), error.problems(), locale),
    };
    reply.content = said(locale, &path(done.path));
    reply
}

/// That nothing was changed, and why; what is wrong with the file is in the words of the log. `list`
/// is the command that lists the folder, written as `ask` in [`help`](super::help()).
#[must_use]
pub fn folder_unchanged(error: &EditError, list: &str, locale: Locale) -> Reply {
    Reply::embed(Embed {
        title: words::folder_unchanged(locale),
        description: clip(
            &cause(error, list, locale),
            limits::FIELD_VALUE,
            str::to_owned,
        ),
        fields: problems(error.problems(), locale),
        colour: AMBER,
        ..Embed::default()
    })
}

/// That the folder is not to be changed from Discord.
#[must_use]
pub fn edit_off(locale: Locale) -> Reply {
    Reply::aside(words::edit_off(locale, &format!("`{EDIT_SETTING}=on`")))
}

/// That a file did not come from Discord; the log has the cause.
#[must_use]
pub fn download_failed(locale: Locale) -> Reply {
    Reply::aside(words::download_failed(locale))
}

/// Why a change was not made; what the system says stays as it says it.
fn cause(error: &EditError, list: &str, locale: Locale) -> String {
    let place = |place: &Path| path(&place.display().to_string());
    match error {
        EditError::Name(NameError::Empty { name }) => words::shelf_name_empty(locale, &path(name)),
        EditError::Name(NameError::Extension { name }) => {
            let endings = EXTENSIONS.map(|extension| format!(".{extension}"));
            words::shelf_name_ending(locale, &path(name), &formats::list(&endings, locale))
        }
        EditError::TooLarge {
            path: file,
            size: bytes,
            limit,
        } => {
            let [size, limit] = [*bytes, *limit].map(|bytes| formats::size(bytes, locale));
            words::shelf_too_large(locale, &path(file), &size, &limit)
        }
        EditError::Full { limit } => words::shelf_full(locale, *limit),
        EditError::NoDocument { path: file, .. } => words::shelf_no_document(locale, &path(file)),
        EditError::OtherKind { name, path: file } => {
            words::shelf_other_kind(locale, &path(name), &path(file))
        }
        EditError::Exists { path: file } => words::shelf_exists(locale, &path(file)),
        EditError::NotFound { path: file } => words::shelf_not_found(locale, &path(file), list),
        EditError::NotInTrash { id } => words::shelf_not_in_trash(locale, &path(id), list),
        EditError::Last { path: file } => words::shelf_last(locale, &path(file)),
        EditError::NoFolder { path: file } => words::shelf_no_folder(locale, &path(file)),
        EditError::Folder(error) => {
            words::shelf_unusable(locale, &escape::line(&error.to_string()))
        }
        EditError::ReadOnly { place: folder } => words::shelf_read_only(locale, &place(folder)),
        EditError::DiskFull { place: folder } => words::shelf_disk_full(locale, &place(folder)),
        EditError::Failed {
            place: folder,
            error,
        } => words::shelf_failed(locale, &place(folder), &escape::line(&error.to_string())),
    }
}

/// Who changed what, newest first.
#[must_use]
pub fn changes(changes: &[Change], locale: Locale) -> Reply {
    let lines = changes.iter().map(|change| {
        let said = match change.action {
            FolderAction::Added => words::change_added,
            FolderAction::Replaced => words::change_replaced,
            FolderAction::Removed => words::change_removed,
            FolderAction::Restored => words::change_restored,
        };
        let who = format!("<@{}>", change.member);
        let what = said(locale, &who, &path(&change.path));
        format!("<t:{}:f>{SEPARATOR}{what}", change.moment.0)
    });
    let description = all_that_fit(lines, changes.len(), locale);
    Reply::embed(Embed {
        title: words::changes(locale),
        description: Some(description)
            .filter(|lines| !lines.is_empty())
            .unwrap_or_else(|| words::changes_none(locale)),
        colour: GREY,
        ..Embed::default()
    })
}

/// A path as it is written, in one line.
fn path(path: &str) -> String {
    let path = clip(path, LISTED_PATH, escape::one_line);
    if path.contains('`') {
        escape::line(&path)
    } else {
        format!("`{path}`")
    }
}
