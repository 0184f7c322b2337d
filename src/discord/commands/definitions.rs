//! The *definitions* are the commands as Discord wants to be told.

use serde_json::{Value, json};
use serenity::builder::{CreateCommand, CreateCommandOption};
use serenity::model::Permissions;
use serenity::model::application::{
    CommandOptionType, CommandType, InstallationContext, InteractionContext,
};

use super::{Name, Words};
use crate::discord::channels::{Choice, MODES, PLACES, VISIBILITIES};
use crate::question::MAX_QUESTION_UNITS;
use crate::reply::{Locale, commands as words};

/// What the commands are, as Discord wants to be told. Where they may be used is said of global
/// commands only; a guild's are used in the guild.
pub(in crate::discord) fn definitions(global: bool) -> Vec<Value> {
    use InteractionContext::{BotDm, Guild, PrivateChannel};
    let anywhere = Place {
        installed: vec![InstallationContext::Guild, InstallationContext::User],
        called: vec![Guild, BotDm, PrivateChannel],
    };
    let in_servers = Place {
        installed: vec![InstallationContext::Guild],
        called: vec![Guild, BotDm],
    };
    let place = |name: Name| {
        if name.is_for_admins() {
            &in_servers
        } else {
            &anywhere
        }
    };
    Name::ALL
        .into_iter()
        .map(|name| (define(name), place(name)))
        .map(|(command, place)| if global { place.of(command) } else { command })
        .map(|command| serde_json::to_value(command).unwrap_or_default())
        .map(permissions_as_number)
        .collect()
}

/// Where a global command can be used.
struct Place {
    installed: Vec<InstallationContext>,
    called: Vec<InteractionContext>,
}

impl Place {
    fn of(&self, command: CreateCommand) -> CreateCommand {
        command
            .integration_types(self.installed.clone())
            .contexts(self.called.clone())
    }
}

/// One command, wherever it is used.
fn define(name: Name) -> CreateCommand {
    let command = named(name).set_options(options(name));
    match seen_by(name) {
        Some(managers) => command.default_member_permissions(managers),
        None => command,
    }
}

/// Who sees a command that is not for everybody, unless the server's settings say otherwise.
fn seen_by(name: Name) -> Option<Permissions> {
    match name {
        Name::Settings => Some(Permissions::MANAGE_CHANNELS),
        other => other.is_for_admins().then_some(Permissions::MANAGE_GUILD),
    }
}

fn options(name: Name) -> Vec<CreateCommandOption> {
    let question = |description| text(words::question_name, description).max_length(longest());
    match name {
        Name::Ask => {
            let question = question(words::question_description);
            vec![question.required(true).set_autocomplete(true), private()]
        }
        Name::Verify => {
            let quote = text(words::text_name, words::text_description);
            vec![quote.max_length(longest()).required(true), private()]
        }
        Name::Knowledge => folder_parts(),
        Name::Gaps => gaps_parts(),
        Name::Settings => vec![
            choice(words::mode_name, words::mode_description, &MODES),
            choice(words::place_name, words::place_description, &PLACES),
            choice(
                words::visibility_name,
                words::visibility_description,
                &VISIBILITIES,
            ),
        ],
        Name::Why => vec![question(words::why_question_description)],
        Name::Find
        | Name::VerifyMessage
        | Name::Sources
        | Name::Help
        | Name::About
        | Name::Reload => Vec::new(),
    }
}

/// The longest text that Discord takes as an option, which is the longest question.
fn longest() -> u16 {
    u16::try_from(MAX_QUESTION_UNITS).unwrap_or(u16::MAX)
}

fn private() -> CreateCommandOption {
    option(
        CommandOptionType::Boolean,
        words::private_name,
        words::private_description,
    )
}

fn folder_parts() -> Vec<CreateCommandOption> {
    let article = text(words::path_name, words::path_description)
        .required(true)
        .set_autocomplete(true);
    let removed = text(words::removed_name, words::removed_description)
        .required(true)
        .set_autocomplete(true);
    let file = option(
        CommandOptionType::Attachment,
        words::file_name,
        words::file_description,
    );
    let file = file.required(true);
    vec![
        part(words::list_name, words::list_description),
        part(words::show_name, words::show_description).add_sub_option(article.clone()),
        part(words::add_name, words::add_description).add_sub_option(file.clone()),
        part(words::replace_name, words::replace_description)
            .add_sub_option(article.clone())
            .add_sub_option(file),
        part(words::remove_name, words::remove_description).add_sub_option(article),
        part(words::restore_name, words::restore_description).add_sub_option(removed),
        part(words::history_name, words::history_description),
    ]
}

fn gaps_parts() -> Vec<CreateCommandOption> {
    let number = option(
        CommandOptionType::Integer,
        words::number_name,
        words::number_description,
    );
    let number = number.required(true).min_int_value(1);
    vec![
        part(words::gaps_list_name, words::gaps_list_description),
        part(words::gaps_export_name, words::gaps_export_description),
        part(words::gaps_settle_name, words::gaps_settle_description).add_sub_option(number),
        part(words::gaps_votes_name, words::gaps_votes_description),
    ]
}

fn part(name: Words, description: Words) -> CreateCommandOption {
    option(CommandOptionType::SubCommand, name, description)
}

/// An option whose value is one of a few, each under a name in every language.
fn choice<T: Copy>(name: Words, description: Words, values: &[Choice<T>]) -> CreateCommandOption {
    let choices = values.iter();
    choices.fold(
        option(CommandOptionType::String, name, description),
        |option, (value, _, words)| {
            option.add_string_choice_localized(words(Locale::English), *value, localized(*words))
        },
    )
}

fn text(name: Words, description: Words) -> CreateCommandOption {
    option(CommandOptionType::String, name, description).min_length(1)
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

/// A command with its name and description, without options.
fn named(name: Name) -> CreateCommand {
    let words = name.words();
    let command = localized(words).into_iter().fold(
        CreateCommand::new(words(Locale::English)),
        |command, (code, text)| command.name_localized(code, text),
    );
    let Some(description) = name.description() else {
        return command.kind(CommandType::Message);
    };
    let command = command
        .kind(CommandType::ChatInput)
        .description(description(Locale::English));
    localized(description)
        .into_iter()
        .fold(command, |command, (code, text)| {
            command.description_localized(code, text)
        })
}

fn option(kind: CommandOptionType, name: Words, description: Words) -> CreateCommandOption {
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

/// A wording under every code that Discord has for its locale; English is the default and needs
/// none.
fn localized(words: Words) -> Vec<(&'static str, String)> {
    let others = Locale::ALL
        .into_iter()
        .filter(|locale| *locale != Locale::English);
    others
        .flat_map(|locale| {
            locale
                .codes()
                .iter()
                .map(move |code| (*code, words(locale)))
        })
        .collect()
}
