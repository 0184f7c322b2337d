//! A *definition* is a command as Discord wants to be told.
//!
//! Its words stand in the locales' files under its key: `ask_name`, `ask_description`, and so for
//! its options.

use serde_json::{Value, json};
use serenity::builder::{CreateCommand, CreateCommandOption};
use serenity::model::Permissions;
use serenity::model::application::{
    CommandOptionType, CommandType, InstallationContext, InteractionContext,
};

use crate::reply::{Locale, by_key, limits};

/// A command, wherever it is used.
#[derive(Debug, Clone)]
pub(crate) struct Definition {
    /// What its words are found by, and what it is dispatched by.
    pub(crate) key: &'static str,
    kind: CommandType,
    /// Who sees it, unless the server's settings say otherwise; everybody when `None`.
    seen_by: Option<Permissions>,
    options: Vec<CreateCommandOption>,
}

impl Definition {
    /// A command that is typed.
    pub(crate) fn slash(key: &'static str) -> Self {
        Self {
            key,
            kind: CommandType::ChatInput,
            seen_by: None,
            options: Vec::new(),
        }
    }

    /// A command in the menu of a message, which shows no more than its name.
    pub(crate) fn on_message(key: &'static str) -> Self {
        Self {
            kind: CommandType::Message,
            ..Self::slash(key)
        }
    }

    /// The same for those who have these permissions; what it tells is for the one who called it
    /// only.
    pub(crate) fn for_admins(self, seen_by: Permissions) -> Self {
        Self {
            seen_by: Some(seen_by),
            ..self
        }
    }

    /// The same with these options or parts.
    pub(crate) fn with(self, options: Vec<CreateCommandOption>) -> Self {
        Self { options, ..self }
    }

    /// What it is called.
    pub(crate) fn name(&self, locale: Locale) -> String {
        name(self.key, locale)
    }

    /// What it says of itself, if it is typed.
    pub(crate) fn description(&self, locale: Locale) -> Option<String> {
        (self.kind == CommandType::ChatInput).then(|| description(self.key, locale))
    }

    /// Whether what it tells is for the one who called it only.
    pub(crate) fn is_for_admins(&self) -> bool {
        self.seen_by.is_some()
    }

    /// The command as Discord wants to be told. Where it may be used is said of `global` commands
    /// only; a guild's are used in the guild.
    pub(crate) fn to_json(&self, global: bool) -> Value {
        let mut command = self.command().set_options(self.options.clone());
        if let Some(seen_by) = self.seen_by {
            command = command.default_member_permissions(seen_by);
        }
        if global {
            command = self.in_its_place(command);
        }
        permissions_as_number(serde_json::to_value(command).unwrap_or_default())
    }

    /// The command with its name and description.
    fn command(&self) -> CreateCommand {
        let command = localized(|locale| self.name(locale)).into_iter().fold(
            CreateCommand::new(self.name(Locale::English)).kind(self.kind),
            |command, (code, text)| command.name_localized(code, text),
        );
        if self.kind != CommandType::ChatInput {
            return command;
        }
        let description = |locale| description(self.key, locale);
        localized(description).into_iter().fold(
            command.description(description(Locale::English)),
            |command, (code, text)| command.description_localized(code, text),
        )
    }

    /// Where a global command can be used: what is for admins, in servers that the bot is in.
    fn in_its_place(&self, command: CreateCommand) -> CreateCommand {
        use InteractionContext::{BotDm, Guild, PrivateChannel};
        let (installed, called) = if self.is_for_admins() {
            (vec![InstallationContext::Guild], vec![Guild, BotDm])
        } else {
            (
                vec![InstallationContext::Guild, InstallationContext::User],
                vec![Guild, BotDm, PrivateChannel],
            )
        };
        command.integration_types(installed).contexts(called)
    }
}

/// What the command or option of a key is called.
pub(crate) fn name(key: &str, locale: Locale) -> String {
    by_key(locale, &format!("{key}_name"))
}

/// What the command or option of a key says of itself.
fn description(key: &str, locale: Locale) -> String {
    by_key(locale, &format!("{key}_description"))
}

/// An option that takes a text which may be as long as Discord allows.
pub(crate) fn long_text(key: &str) -> CreateCommandOption {
    long_text_for(key, key)
}

/// The same under the name of one option, with the description of another.
pub(crate) fn long_text_for(named: &str, described: &str) -> CreateCommandOption {
    let longest = u16::try_from(limits::OPTION_TEXT).unwrap_or(u16::MAX);
    option(CommandOptionType::String, named, described)
        .min_length(1)
        .max_length(longest)
}

/// An option that has to be filled in, with suggestions while it is.
pub(crate) fn suggested(key: &str) -> CreateCommandOption {
    option(CommandOptionType::String, key, key)
        .min_length(1)
        .required(true)
        .set_autocomplete(true)
}

/// The option that shows the reply to the asker alone.
pub(crate) fn private() -> CreateCommandOption {
    option(CommandOptionType::Boolean, "private", "private")
}

/// An option that takes a file, which has to be given.
pub(crate) fn file(key: &str) -> CreateCommandOption {
    option(CommandOptionType::Attachment, key, key).required(true)
}

/// An option that takes a number from 1 on, which has to be given.
pub(crate) fn number(key: &str) -> CreateCommandOption {
    option(CommandOptionType::Integer, key, key)
        .required(true)
        .min_int_value(1)
}

/// A part of a command, with options of its own.
pub(crate) fn part(key: &str) -> CreateCommandOption {
    option(CommandOptionType::SubCommand, key, key)
}

/// An option whose value is one of a few, each under a name in every language that is found by
/// `named` and the value.
pub(crate) fn choice(
    key: &str,
    named: &str,
    values: impl IntoIterator<Item = &'static str>,
) -> CreateCommandOption {
    values.into_iter().fold(
        option(CommandOptionType::String, key, key),
        |option, value| {
            let name = |locale| by_key(locale, &format!("{named}_{value}"));
            option.add_string_choice_localized(name(Locale::English), value, localized(name))
        },
    )
}

fn option(kind: CommandOptionType, named: &str, described: &str) -> CreateCommandOption {
    let name = |locale| name(named, locale);
    let description = |locale| description(described, locale);
    let mut option =
        CreateCommandOption::new(kind, name(Locale::English), description(Locale::English));
    for (code, text) in localized(name) {
        option = option.name_localized(code, text);
    }
    for (code, text) in localized(description) {
        option = option.description_localized(code, text);
    }
    option
}

/// Discord's schema wants permissions as a number here, where serenity writes text.
fn permissions_as_number(mut command: Value) -> Value {
    if let Some(permissions) = command.get_mut("default_member_permissions")
        && let Some(bits) = permissions
            .as_str()
            .and_then(|bits| bits.parse::<u64>().ok())
    {
        *permissions = json!(bits);
    }
    command
}

/// A text under every code that Discord has for its locale; English is the default and needs none.
fn localized(text: impl Fn(Locale) -> String) -> Vec<(&'static str, String)> {
    Locale::ALL
        .into_iter()
        .filter(|locale| *locale != Locale::English)
        .flat_map(|locale| locale.codes().iter().map(move |code| (*code, locale)))
        .map(|(code, locale)| (code, text(locale)))
        .collect()
}
