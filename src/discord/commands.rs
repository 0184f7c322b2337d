//! *Commands*: what stands in Discord's menus, and how it gets there.

use serde_json::{Map, Value, json};
use serenity::builder::{CreateCommand, CreateCommandOption};
use serenity::http::{LightMethod, Request, Route};
use serenity::model::Permissions;
use serenity::model::application::{
    CommandOptionType, CommandType, InstallationContext, InteractionContext,
};
use serenity::model::id::{ApplicationId, GuildId};

use super::rest::{Rest, RestError};
use crate::question::MAX_QUESTION_UNITS;
use crate::reply::{Locale, commands as words};

/// The commands by the names that Discord sends back, which are the English ones.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Name {
    Ask,
    Find,
    Sources,
    Reload,
    About,
}

/// A wording of the bot in a locale.
type Words = fn(Locale) -> String;

impl Name {
    const ALL: [(Self, Words); 5] = [
        (Self::Ask, words::ask_name),
        (Self::Find, words::find_name),
        (Self::Sources, words::sources_name),
        (Self::Reload, words::reload_name),
        (Self::About, words::about_name),
    ];

    /// The command that is called `name`; `None` for one that is not this program's.
    pub(super) fn of(name: &str) -> Option<Self> {
        let mut all = Self::ALL.into_iter();
        all.find(|(_, words)| words(Locale::English) == name)
            .map(|(command, _)| command)
    }
}

/// Registers the commands where they differ from what Discord has; a failure is logged, because
/// the bot can still answer mentions.
///
/// With a home guild they are put there, where they appear at once, and taken away everywhere
/// else, so that no member sees them twice. Gives back how to write the command that asks.
pub(super) async fn register(
    rest: &Rest,
    application: ApplicationId,
    home: Option<GuildId>,
) -> String {
    let everywhere = Scope {
        application,
        guild: None,
    };
    let at_home = Scope {
        application,
        guild: home,
    };
    let outcome = async {
        let registered = at_home.put(rest, &definitions(home.is_none())).await?;
        if home.is_some() {
            everywhere.put(rest, &[]).await?;
        }
        Ok::<_, RestError>(registered)
    };
    let registered = outcome.await.unwrap_or_else(|error| {
        tracing::error!(%error, home_guild = ?home, "the commands could not be registered");
        Vec::new()
    });
    mention_of_ask(&registered)
}

/// `</ask:id>`, which Discord renders in each reader's language; `/ask` where the id is not known.
fn mention_of_ask(registered: &[Value]) -> String {
    let name = words::ask_name(Locale::English);
    let ask = registered
        .iter()
        .find(|command| command["name"] == name.as_str());
    match ask.and_then(|command| command["id"].as_str()) {
        Some(id) => format!("</{name}:{id}>"),
        None => format!("/{name}"),
    }
}

/// What the commands are, as Discord wants to be told. Where they may be used is said of global
/// commands only; a guild's are used in the guild.
fn definitions(global: bool) -> Vec<Value> {
    let commands = [
        slash(words::ask_name, words::ask_description)
            .add_option(
                option(
                    CommandOptionType::String,
                    words::question_name,
                    words::question_description,
                )
                .required(true)
                .min_length(1)
                .max_length(u16::try_from(MAX_QUESTION_UNITS).unwrap_or(u16::MAX)),
            )
            .add_option(option(
                CommandOptionType::Boolean,
                words::private_name,
                words::private_description,
            )),
        slash(words::sources_name, words::sources_description),
        slash(words::reload_name, words::reload_description)
            .default_member_permissions(Permissions::MANAGE_GUILD),
        slash(words::about_name, words::about_description),
        named(words::find_name).kind(CommandType::Message),
    ];
    let everywhere = |command: CreateCommand| {
        if !global {
            return command;
        }
        command
            .integration_types(vec![InstallationContext::Guild])
            .contexts(vec![InteractionContext::Guild, InteractionContext::BotDm])
    };
    commands
        .into_iter()
        .map(|command| serde_json::to_value(everywhere(command)).unwrap_or_default())
        .map(permissions_as_number)
        .collect()
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

/// A list of commands that Discord keeps: a guild's, or the one for everywhere.
#[derive(Clone, Copy)]
struct Scope {
    application: ApplicationId,
    guild: Option<GuildId>,
}

impl Scope {
    fn route(self) -> Route<'static> {
        let application_id = self.application;
        match self.guild {
            None => Route::Commands { application_id },
            Some(guild_id) => Route::GuildCommands {
                application_id,
                guild_id,
            },
        }
    }

    /// Makes the list hold `wanted`, with one request if it already does and two if not; gives back
    /// what Discord then has.
    async fn put(self, rest: &Rest, wanted: &[Value]) -> Result<Vec<Value>, RestError> {
        let request = Request::new(self.route(), LightMethod::Get)
            .params(Some(vec![("with_localizations", "true".to_owned())]));
        let registered: Vec<Value> = serde_json::from_slice(&rest.send(request).await?)?;
        if same_commands(wanted, &registered) {
            tracing::info!(guild = ?self.guild, "commands are in step");
            return Ok(registered);
        }
        let answer = rest
            .send_json(LightMethod::Put, self.route(), &json!(wanted))
            .await?;
        tracing::info!(guild = ?self.guild, count = wanted.len(), "commands registered");
        Ok(serde_json::from_value(answer)?)
    }
}

/// Compares without regard to the order of the commands, which is Discord's.
fn same_commands(wanted: &[Value], registered: &[Value]) -> bool {
    let id = |command: &Value| (command["type"].clone(), command["name"].clone());
    wanted.len() == registered.len()
        && wanted.iter().all(|command| {
            let mut twins = registered.iter().filter(|twin| id(twin) == id(command));
            twins.next().is_some_and(|twin| same(command, twin))
        })
}

/// True when everything that is wanted is there and nothing beside it that would show.
///
/// Discord fills in defaults, and adds what it keeps for itself; both leave `wanted` as it was.
fn same(wanted: &Value, registered: &Value) -> bool {
    match (wanted, registered) {
        (Value::Object(wanted), Value::Object(registered)) => {
            let shown = [
                "options",
                "choices",
                "name_localizations",
                "description_localizations",
            ];
            let nothing_more = shown
                .iter()
                .all(|key| wanted.contains_key(*key) || is_default(registered.get(*key)));
            nothing_more && same_members(wanted, registered)
        }
        (Value::Array(wanted), Value::Array(registered)) => {
            wanted.len() == registered.len()
                && wanted
                    .iter()
                    .zip(registered)
                    .all(|(one, other)| same(one, other))
        }
        // Permissions, which Discord gives back as text.
        (Value::Number(wanted), Value::String(registered)) => wanted.to_string() == *registered,
        _ => wanted == registered,
    }
}

fn same_members(wanted: &Map<String, Value>, registered: &Map<String, Value>) -> bool {
    wanted.iter().all(|(key, value)| match registered.get(key) {
        Some(other) if same_set(key, value, other) => true,
        Some(other) if !is_default(Some(other)) => same(value, other),
        _ => is_default(Some(value)),
    })
}

/// The order of these lists says nothing.
fn same_set(key: &str, wanted: &Value, registered: &Value) -> bool {
    let sorted = |list: &Value| {
        let mut numbers: Vec<_> = list.as_array()?.iter().filter_map(Value::as_u64).collect();
        numbers.sort_unstable();
        Some(numbers)
    };
    matches!(key, "contexts" | "integration_types") && sorted(wanted) == sorted(registered)
}

/// What Discord leaves out or fills in by itself.
fn is_default(value: Option<&Value>) -> bool {
    match value {
        None | Some(Value::Null | Value::Bool(false)) => true,
        Some(Value::Array(list)) => list.is_empty(),
        Some(Value::Object(members)) => members.is_empty(),
        Some(Value::String(text)) => text.is_empty(),
        Some(_) => false,
    }
}
