//! `/knowledge` shows admins the folder, and changes it: a file is checked before it is written, the
//! folder is read again at once, and each change is noted with who made it.

mod edit;
mod upload;

use std::sync::Arc;

use serenity::model::Permissions;

use crate::bot::app::journal::unread;
use crate::bot::app::{App, clock};
use crate::bot::call::Call;
use crate::bot::call::options::Options;
use crate::bot::registry::definition::{Definition, file, part, suggested};
use crate::corpus::is_web_page;
use crate::folder_edit::{EditError, TrashedFile};
use crate::reply::{self, Locale, Notice, Reply, limits};
use edit::{Edit, edit};
pub use upload::UPLOADS;
use upload::{FetchError, Upload, fetch};

/// As many changes as are looked at for the history.
const HISTORY: usize = 500;

/// What an admin wants of the folder.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Args {
    List,
    Show(String),
    Add(Upload),
    Replace(String, Upload),
    Remove(String),
    Restore(String),
    History,
}

pub(crate) fn definition() -> Definition {
    let article = || suggested("path");
    Definition::slash("knowledge")
        .for_admins(Permissions::MANAGE_GUILD)
        .with(vec![
            part("list"),
            part("show").add_sub_option(article()),
            part("add").add_sub_option(file("file")),
            part("replace")
                .add_sub_option(article())
                .add_sub_option(file("file")),
            part("remove").add_sub_option(article()),
            part("restore").add_sub_option(suggested("removed")),
            part("history"),
        ])
}

impl Args {
    /// `None` for a part of the command that is not this program's.
    pub(crate) fn parse(options: &Options<'_>) -> Option<Self> {
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

/// Does what an admin wants of the folder, and says what came of it.
pub(crate) async fn run(app: Arc<App>, call: Call, args: Args) -> Reply {
    let locale = call.reader.locale;
    if !app.is_admin(&call.asker) {
        return reply::notice(Notice::AdminsOnly, locale);
    }
    let change = match args {
        Args::List => return app.blocking(locale, move |app| list(app, locale)).await,
        Args::Show(path) => {
            return app
                .blocking(locale, move |app| show(app, &path, locale))
                .await;
        }
        Args::History => return app.blocking(locale, move |app| history(app, locale)).await,
        _ if !app.edit => return reply::edit_off(locale),
        Args::Add(upload) => fetch(&app.rest, &upload)
            .await
            .map(|bytes| Edit::Add(upload.name, bytes)),
        Args::Replace(path, upload) if !same_kind(&path, &upload.name) => {
            let name = upload.name;
            Err(FetchError::Refused(EditError::OtherKind { name, path }))
        }
        Args::Replace(path, upload) => fetch(&app.rest, &upload)
            .await
            .map(|bytes| Edit::Replace(path, bytes)),
        Args::Remove(path) => Ok(Edit::Remove(path)),
        Args::Restore(id) => Ok(Edit::Restore(id)),
    };
    match change {
        Ok(change) => {
            app.blocking(locale, move |app| edit(app, change, &call))
                .await
        }
        Err(FetchError::Refused(error)) => unchanged(&app, &error, locale),
        Err(error @ FetchError::Download(_)) => {
            tracing::warn!(%error, "an upload could not be fetched");
            reply::download_failed(locale)
        }
    }
}

/// That nothing was changed, and why.
fn unchanged(app: &App, error: &EditError, locale: Locale) -> Reply {
    let list = app.registry.mention_part("knowledge", "list");
    reply::folder_unchanged(error, &list, locale)
}

/// Whether both are web pages, or neither: a file is read by its ending, which a new content keeps.
fn same_kind(one: &str, other: &str) -> bool {
    is_web_page(one) == is_web_page(other)
}

fn list(app: &App, locale: Locale) -> Reply {
    let listed = app.editor.list().and_then(|files| {
        let trash = app.editor.trash()?;
        Ok(reply::folder(&files, &trash, locale))
    });
    listed.unwrap_or_else(|error| unchanged(app, &error, locale))
}

fn show(app: &App, path: &str, locale: Locale) -> Reply {
    match app.editor.show(path) {
        Ok(bytes) => reply::article_file(path, bytes),
        Err(error) => unchanged(app, &error, locale),
    }
}

fn history(app: &App, locale: Locale) -> Reply {
    match app.journal.changes(HISTORY) {
        Ok(changes) => reply::changes(&changes, locale),
        Err(error) => unread(&error, locale),
    }
}

/// What may be meant while `option` is filled in, as it is shown and as it is then sent; within
/// Discord's limits.
pub(crate) fn suggest(app: &App, call: &Call, option: &str, typed: &str) -> Vec<(String, String)> {
    if !app.is_admin(&call.asker) {
        return Vec::new();
    }
    match option {
        "article" => {
            let files = app.editor.list().unwrap_or_default().into_iter();
            fitting(files.map(|file| (file.path.clone(), file.path)), typed)
        }
        "removed" => {
            let removed = app.editor.trash().unwrap_or_default().into_iter();
            let now = u64::try_from(clock::now().0).unwrap_or_default();
            let shown = |file: TrashedFile| {
                let age = now.saturating_sub(file.stamp);
                (reply::removed_name(&file, age, call.reader.locale), file.id)
            };
            fitting(removed.map(shown), typed)
        }
        _ => Vec::new(),
    }
}

/// Those whose shown text holds what was typed, as far as Discord takes them.
fn fitting(all: impl Iterator<Item = (String, String)>, typed: &str) -> Vec<(String, String)> {
    let typed = typed.to_lowercase();
    let short = |text: &String| limits::length(text) <= limits::SUGGESTION;
    all.filter(|(shown, sent)| short(shown) && short(sent))
        .filter(|(shown, _)| shown.to_lowercase().contains(&typed))
        .take(limits::SUGGESTIONS)
        .collect()
}
