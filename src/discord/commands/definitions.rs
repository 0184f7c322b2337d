//! The *definitions* are the commands as Discord wants to be told.

use serde_json::{Value, json};
use serenity::builder::{CreateCommand, CreateCommandOption};
use serenity::model::Permissions;
use serenity::model::application::{
    CommandOptionType, CommandType, InstallationContext, InteractionContext,
};

use super::Words;
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
    let for_members = for_members().into_iter().map(|it| (it, &anywhere));
    let for_admins = for_admins().into_iter().map(|it| (it, &in_servers));
    for_members
        .chain(for_admins)
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

/// What everybody may call, wherever the bot is installed: in a server, or by a member.
fn for_members() -> Vec<CreateCommand> {
    let longest = u16::try_from(MAX_QUESTION_UNITS).unwrap_or(u16::MAX);
    let question = text(words::question_name, words::question_description)
        .required(true)
        .set_autocomplete(true);
    let quote = text(words::text_name, words::text_description).required(true);
    let private = option(
        CommandOptionType::Boolean,
        words::private_name,
        words::private_description,
    );
    vec![
        slash(words::ask_name, words::ask_description)
            .add_option(question.max_length(longest))
            .add_option(private.clone()),
        slash(words::verify_name, words::verify_description)
            .add_option(quote.max_length(longest))
            .add_option(private),
        slash(words::sources_name, words::sources_description),
        slash(words::help_name, words::help_description),
        slash(words::about_name, words::about_description),
        named(words::find_name).kind(CommandType::Message),
        named(words::verify_message_name).kind(CommandType::Message),
    ]
}

/// What only managers of a server see, unless the server's settings say otherwise.
fn for_admins() -> Vec<CreateCommand> {
    let settings = [
        choice(words::mode_name, words::mode_description, &MODES),
        choice(words::place_name, words::place_description, &PLACES),
        choice(
            words::visibility_name,
            words::visibility_description,
            &VISIBILITIES,
        ),
    ];
    let question = text(words::question_name, words::why_question_description);
    let longest = u16::try_from(MAX_QUESTION_UNITS).unwrap_or(u16::MAX);
    let managers = Permissions::MANAGE_GUILD;
    vec![
        slash(words::reload_name, words::reload_description).default_member_permissions(managers),
        slash(words::knowledge_name, words::knowledge_description)
            .set_options(folder_parts())
            .default_member_permissions(managers),
        slash(words::gaps_name, words::gaps_description)
            .set_options(gaps_parts())
            .default_member_permissions(managers),
        slash(words::settings_name, words::settings_description)
            .set_options(settings.into())
            .default_member_permissions(Permissions::MANAGE_CHANNELS),
        slash(words::why_name, words::why_description)
            .add_option(question.max_length(longest))
            .default_member_permissions(managers),
    ]
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

fn slash(name: Words, description: Words) -> CreateCommand {
    let command = named(name)
        .kind(CommandType::ChatInput)
        .description(description(Locale::English));
    localized(description)
        .into_iter()
        .fold(command, |command, (code, text)| {
            command.description_localized(code, text)
        })
}

fn named(name: Words) -> CreateCommand {
    let command = CreateCommand::new(name(Locale::English));
    localized(name)
        .into_iter()
        .fold(command, |command, (code, text)| {
            command.name_localized(code, text)
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
