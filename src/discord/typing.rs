//! *Typing*: what a member is filling in, and what may be meant.

use serenity::model::application::CommandInteraction;

use super::bot::Bot;
use super::clock;
use super::commands::Name;
use super::request::Asker;
use crate::journal::Moment;
use crate::reply::{self, limits};
use crate::shelf::Removed;

/// An option that is being filled in.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Typing {
    what: What,
    text: String,
    asker: Asker,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum What {
    Question,
    /// The path of a file in the folder.
    Article,
    /// A file in the trash.
    Removed,
    Unknown,
}

impl Typing {
    pub(super) fn of(command: &CommandInteraction) -> Self {
        let option = command.data.autocomplete();
        let name = option.as_ref().map(|option| option.name);
        let what = match (Name::of(&command.data.name), name) {
            (Some(Name::Ask), Some("question")) => What::Question,
            (Some(Name::Knowledge), Some("article")) => What::Article,
            (Some(Name::Knowledge), Some("removed")) => What::Removed,
            _ => What::Unknown,
        };
        Self {
            what,
            text: option.map_or_else(String::new, |option| option.value.to_owned()),
            asker: Asker::new(command.user.id, command.guild_id, command.member.as_deref()),
        }
    }
}

impl Bot {
    /// What may be meant, as it is shown and as it is then sent; within Discord's limits.
    pub(super) fn suggestions(&self, typing: &Typing) -> Vec<(String, String)> {
        let twice = |text: String| (text.clone(), text);
        match typing.what {
            What::Question => {
                let edition = self.library.current();
                let suggested = edition.suggest(&typing.text, limits::SUGGESTIONS);
                suggested.into_iter().map(twice).collect()
            }
            What::Article | What::Removed if !self.is_admin(&typing.asker) => Vec::new(),
            What::Article => {
                let files = self.shelf.list().unwrap_or_default().into_iter();
                fitting(files.map(|file| twice(file.path)), &typing.text)
            }
            What::Removed => {
                let removed = self.shelf.trash().unwrap_or_default().into_iter();
                let now = clock::now();
                let shown = |file: Removed| (removed_name(&file, now), file.id);
                fitting(removed.map(shown), &typing.text)
            }
            What::Unknown => Vec::new(),
        }
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

/// A file in the trash as it is told from others of the same path: by its size and age.
fn removed_name(file: &Removed, now: Moment) -> String {
    let since = u64::try_from(now.0).unwrap_or_default();
    reply::removed_name(file, since.saturating_sub(file.stamp))
}
