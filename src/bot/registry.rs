//! The *registry* is the list of commands in Discord's menus, and how it gets there.

pub(crate) mod definition;
mod diff;

use std::sync::OnceLock;

use serde_json::{Value, json};
use serenity::http::{LightMethod, Request, Route};
use serenity::model::id::{ApplicationId, GuildId};

use super::api::rest::{Rest, RestError};
use crate::reply::Locale;
use definition::Definition;
use diff::same_commands;

/// The commands of this version, and what is known of them at Discord.
pub(crate) struct Registry {
    application: ApplicationId,
    /// Where the commands are registered; everywhere when `None`.
    home: Option<GuildId>,
    definitions: Vec<Definition>,
    /// The names and ids that Discord has given them; empty until they are registered.
    registered: OnceLock<Vec<(String, String)>>,
}

/// Whether registering the commands is over.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Registering {
    Done,
    Later,
}

impl Registry {
    /// A registry of which nothing is known at Discord yet.
    pub(crate) fn new(
        application: ApplicationId,
        home: Option<GuildId>,
        definitions: Vec<Definition>,
    ) -> Self {
        Self {
            application,
            home,
            definitions,
            registered: OnceLock::new(),
        }
    }

    /// The command that Discord calls `name`; `None` for one that is not this program's.
    pub(crate) fn named(&self, name: &str) -> Option<&Definition> {
        self.definitions
            .iter()
            .find(|command| command.name(Locale::English) == name)
    }

    /// `</ask:id>`, which Discord renders in each reader's language; `/ask` where the id is not
    /// known.
    pub(crate) fn mention(&self, key: &str) -> String {
        self.mention_of(key, "")
    }

    /// The same with one of the command's parts: `</knowledge list:id>`.
    pub(crate) fn mention_part(&self, key: &str, part: &str) -> String {
        let part = definition::name(part, Locale::English);
        self.mention_of(key, &format!(" {part}"))
    }

    fn mention_of(&self, key: &str, part: &str) -> String {
        let name = definition::name(key, Locale::English);
        let mut registered = self.registered.get().into_iter().flatten();
        match registered.find(|(registered, _)| *registered == name) {
            Some((_, id)) => format!("</{name}{part}:{id}>"),
            None => format!("/{name}{part}"),
        }
    }

    /// Every slash command of members, and to an admin those of admins, with its description.
    pub(crate) fn list(&self, admin: bool, locale: Locale) -> Vec<(String, String)> {
        self.definitions
            .iter()
            .filter(|command| admin || !command.is_for_admins())
            .filter_map(|command| Some((self.mention(command.key), command.description(locale)?)))
            .collect()
    }

    /// Registers the commands where they differ from what Discord has. A failure is logged, and
    /// worth another try where it may pass.
    ///
    /// With a home guild they are put there, where they appear at once, and taken away everywhere
    /// else, so that no member sees them twice.
    pub(crate) async fn register(&self, rest: &Rest) -> Registering {
        match self.put(rest).await {
            Ok(commands) => {
                let text = |command: &Value, key: &str| command[key].as_str().map(str::to_owned);
                let named = commands
                    .iter()
                    .filter_map(|command| Some((text(command, "name")?, text(command, "id")?)));
                self.registered.get_or_init(|| named.collect());
                Registering::Done
            }
            Err(error) => {
                let home_guild = self.home;
                tracing::error!(%error, ?home_guild, "the commands could not be registered");
                if error.is_transient() {
                    Registering::Later
                } else {
                    Registering::Done
                }
            }
        }
    }

    /// Whether Discord has the commands of this version where they belong, and none elsewhere.
    pub(crate) async fn is_up_to_date(&self, rest: &Rest) -> Result<bool, RestError> {
        for (scope, wanted) in self.wanted() {
            if !same_commands(&wanted, &scope.fetch(rest).await?) {
                return Ok(false);
            }
        }
        Ok(true)
    }

    async fn put(&self, rest: &Rest) -> Result<Vec<Value>, RestError> {
        let mut registered = Vec::new();
        for (scope, wanted) in self.wanted() {
            registered.extend(scope.put(rest, &wanted).await?);
        }
        Ok(registered)
    }

    /// What each list of commands is to hold: first the one that they are in, then, with a home
    /// guild, the one for everywhere.
    fn wanted(&self) -> Vec<(Scope, Vec<Value>)> {
        let scope = |guild| Scope {
            application: self.application,
            guild,
        };
        let global = self.home.is_none();
        let definitions = self
            .definitions
            .iter()
            .map(|command| command.to_json(global))
            .collect();
        let mut wanted = vec![(scope(self.home), definitions)];
        if !global {
            wanted.push((scope(None), Vec::new()));
        }
        wanted
    }
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
            tracing::info!(guild = ?self.guild, "commands are up to date");
            return Ok(registered);
        }
        let answer = rest
            .send_json(LightMethod::Put, self.route(), &json!(wanted))
            .await?;
        tracing::info!(guild = ?self.guild, count = wanted.len(), "commands registered");
        Ok(serde_json::from_value(answer)?)
    }
}
