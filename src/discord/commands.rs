//! *Commands*: what stands in Discord's menus, and how it gets there.

mod definitions;
mod step;

use serde_json::{Value, json};
use serenity::http::{LightMethod, Request, Route};
use serenity::model::id::{ApplicationId, GuildId};

use super::rest::{Rest, RestError};
use crate::reply::{Locale, commands as words};
use definitions::definitions;
use step::same_commands;

/// The commands by the names that Discord sends back, which are the English ones.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Name {
    Ask,
    Find,
    Verify,
    VerifyMessage,
    Sources,
    Help,
    About,
    Reload,
    Knowledge,
    Gaps,
    Settings,
    Why,
}

/// A wording of the bot in a locale.
type Words = fn(Locale) -> String;

impl Name {
    /// All of them, in the order of Discord's menus.
    const ALL: [Self; 12] = [
        Self::Ask,
        Self::Verify,
        Self::Sources,
        Self::Help,
        Self::About,
        Self::Find,
        Self::VerifyMessage,
        Self::Reload,
        Self::Knowledge,
        Self::Gaps,
        Self::Settings,
        Self::Why,
    ];

    /// The command that is called `name`; `None` for one that is not this program's.
    pub(super) fn of(name: &str) -> Option<Self> {
        let mut all = Self::ALL.into_iter();
        all.find(|command| command.words()(Locale::English) == name)
    }

    /// The command that does the same with a text as with a message.
    pub(super) fn by_text(self) -> Self {
        match self {
            Self::Find => Self::Ask,
            Self::VerifyMessage => Self::Verify,
            other => other,
        }
    }

    /// What it is called.
    fn words(self) -> Words {
        match self {
            Self::Ask => words::ask_name,
            Self::Find => words::find_name,
            Self::Verify => words::verify_name,
            Self::VerifyMessage => words::verify_message_name,
            Self::Sources => words::sources_name,
            Self::Help => words::help_name,
            Self::About => words::about_name,
            Self::Reload => words::reload_name,
            Self::Knowledge => words::knowledge_name,
            Self::Gaps => words::gaps_name,
            Self::Settings => words::settings_name,
            Self::Why => words::why_name,
        }
    }

    /// What it says of itself; `None` for what stands in a message's menu, which shows no more than
    /// the name.
    fn description(self) -> Option<Words> {
        Some(match self {
            Self::Ask => words::ask_description,
            Self::Find | Self::VerifyMessage => return None,
            Self::Verify => words::verify_description,
            Self::Sources => words::sources_description,
            Self::Help => words::help_description,
            Self::About => words::about_description,
            Self::Reload => words::reload_description,
            Self::Knowledge => words::knowledge_description,
            Self::Gaps => words::gaps_description,
            Self::Settings => words::settings_description,
            Self::Why => words::why_description,
        })
    }

    /// Whether what it tells is for the one who called it only.
    pub(super) fn is_for_admins(self) -> bool {
        match self {
            Self::Reload | Self::Knowledge | Self::Gaps | Self::Settings | Self::Why => true,
            Self::Ask
            | Self::Find
            | Self::Verify
            | Self::VerifyMessage
            | Self::Sources
            | Self::Help
            | Self::About => false,
        }
    }
}

/// Registers the commands where they differ from what Discord has, and gives back what it then has.
///
/// With a home guild they are put there, where they appear at once, and taken away everywhere
/// else, so that no member sees them twice.
pub(super) async fn register(
    rest: &Rest,
    application: ApplicationId,
    home: Option<GuildId>,
) -> Result<Registered, RestError> {
    let mut registered = Vec::new();
    for (scope, wanted) in wanted(application, home) {
        registered.extend(scope.put(rest, &wanted).await?);
    }
    Ok(Registered::of(&registered))
}

/// The commands as Discord has them: what their names are, and their ids.
#[derive(Debug)]
pub(super) struct Registered(Vec<(String, String)>);

impl Registered {
    /// None of them, or not known yet.
    pub(super) const NONE: Self = Self(Vec::new());

    fn of(commands: &[Value]) -> Self {
        let text = |command: &Value, key: &str| command[key].as_str().map(str::to_owned);
        let commands = commands.iter();
        let named = commands.filter_map(|it| Some((text(it, "name")?, text(it, "id")?)));
        Self(named.collect())
    }

    /// `</ask:id>`, which Discord renders in each reader's language; `/ask` where the id is not
    /// known.
    pub(super) fn mention(&self, command: Name) -> String {
        let name = command.words()(Locale::English);
        match self.0.iter().find(|(registered, _)| *registered == name) {
            Some((_, id)) => format!("</{name}:{id}>"),
            None => format!("/{name}"),
        }
    }

    /// The command that asks.
    pub(super) fn ask(&self) -> String {
        self.mention(Name::Ask)
    }

    /// Every slash command of members, and to an admin those of admins, with its description.
    pub(super) fn list(&self, admin: bool, locale: Locale) -> Vec<(String, String)> {
        let shown = Name::ALL.into_iter();
        let shown = shown.filter(|command| admin || !command.is_for_admins());
        let described = shown.filter_map(|command| Some((command, command.description()?)));
        described
            .map(|(command, description)| (self.mention(command), description(locale)))
            .collect()
    }
}

/// Whether Discord has the commands of this version where they belong, and none elsewhere.
pub(super) async fn are_in_step(
    rest: &Rest,
    application: ApplicationId,
    home: Option<GuildId>,
) -> Result<bool, RestError> {
    for (scope, wanted) in wanted(application, home) {
        if !same_commands(&wanted, &scope.fetch(rest).await?) {
            return Ok(false);
        }
    }
    Ok(true)
}

/// What each list of commands is to hold: first the one that they are in, then, with a home guild,
/// the one for everywhere.
fn wanted(application: ApplicationId, home: Option<GuildId>) -> Vec<(Scope, Vec<Value>)> {
    let scope = |guild| Scope { application, guild };
    let mut wanted = vec![(scope(home), definitions(home.is_none()))];
    if home.is_some() {
        wanted.push((scope(None), Vec::new()));
    }
    wanted
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

    async fn fetch(self, rest: &Rest) -> Result<Vec<Value>, RestError> {
        let request = Request::new(self.route(), LightMethod::Get)
            .params(Some(vec![("with_localizations", "true".to_owned())]));
        Ok(serde_json::from_slice(&rest.send(request).await?)?)
    }

    /// Makes the list hold `wanted`, with one request if it already does and two if not; gives back
    /// what Discord then has.
    async fn put(self, rest: &Rest, wanted: &[Value]) -> Result<Vec<Value>, RestError> {
        let registered = self.fetch(rest).await?;
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
