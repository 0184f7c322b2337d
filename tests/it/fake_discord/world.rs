//! What Discord remembers, and what it answers: the REST API without the wire.

mod channels;
mod commands;
mod interactions;

use std::collections::{BTreeMap, HashMap, HashSet};

use serde_json::{Map, Value, json};

use super::events::{self, APPLICATION, NOW, snowflake};
use super::record::Recorded;
use super::routes;

/// What is sent back.
#[derive(Debug, Default)]
pub struct Answer {
    pub status: u16,
    pub body: Option<Value>,
    /// What is wrong with the request, when nothing right can lead to this answer.
    pub problem: Option<String>,
    /// An event that Discord sends on account of the request.
    pub event: Option<(&'static str, Value)>,
}

impl Answer {
    /// 200 with a body.
    pub fn ok(body: Value) -> Self {
        Self {
            status: 200,
            body: Some(body),
            ..Self::default()
        }
    }

    /// 201 with a body.
    pub fn created(body: Value) -> Self {
        Self {
            status: 201,
            ..Self::ok(body)
        }
    }

    /// 204.
    pub fn done() -> Self {
        Self {
            status: 204,
            ..Self::default()
        }
    }

    /// One of Discord's errors.
    pub fn error(status: u16, code: u64, message: &str) -> Self {
        Self {
            status,
            ..Self::ok(json!({ "message": message, "code": code }))
        }
    }

    /// … which no right program meets.
    pub fn because(self, problem: impl Into<String>) -> Self {
        Self {
            problem: Some(problem.into()),
            ..self
        }
    }
}

/// Everything that outlives a request.
pub struct World {
    application: Value,
    /// What Discord says of its gateway.
    gateway: Value,
    guilds: HashMap<String, Value>,
    channels: HashMap<String, Value>,
    messages: HashMap<String, Value>,
    /// By guild; the global commands under `None`.
    commands: BTreeMap<Option<String>, Vec<Value>>,
    /// By token.
    interactions: HashMap<String, interactions::Open>,
    expired: HashSet<String>,
    /// Uploaded files, by their path.
    attachments: HashMap<String, Vec<u8>>,
}

impl World {
    pub fn new(application: Value, gateway: Value, guilds: &[Value]) -> Self {
        let mut world = Self {
            application,
            gateway,
            guilds: HashMap::new(),
            channels: HashMap::new(),
            messages: HashMap::new(),
            commands: BTreeMap::new(),
            interactions: HashMap::new(),
            expired: HashSet::new(),
            attachments: HashMap::new(),
        };
        for guild in guilds {
            world.observe("GUILD_CREATE", guild);
        }
        world
    }

    /// Learns from an event what later requests may speak of.
    pub fn observe(&mut self, event: &str, data: &Value) {
        match event {
            "GUILD_CREATE" => self.add_guild(data),
            "GUILD_DELETE" => {
                self.guilds.remove(text(&data["id"]));
            }
            "MESSAGE_CREATE" => self.add_message(data),
            "THREAD_CREATE" => self.add_channel(data),
            "INTERACTION_CREATE" => self.open_interaction(data),
            _ => {}
        }
    }

    /// Answers a request whose route is known.
    pub fn answer(&mut self, request: &Recorded) -> Answer {
        let route = request.route.unwrap_or_default();
        let parameters: Vec<&str> = request.parameters.iter().map(String::as_str).collect();
        let body = &request.body;
        match (request.method.as_str(), route, parameters.as_slice()) {
            ("GET", "/gateway", _) => Answer::ok(json!({ "url": self.gateway["url"] })),
            ("GET", "/gateway/bot", _) => Answer::ok(self.gateway.clone()),
            ("GET", "/users/@me", _) => Answer::ok(events::current_user()),
            ("GET", "/applications/@me" | "/oauth2/applications/@me", _) => {
                Answer::ok(self.application.clone())
            }
            ("POST", "/users/@me/channels", _) => self.open_direct(body),
            ("GET", "/channels/{channel_id}", [channel]) => {
                found(self.channels.get(*channel), 10003, "Unknown Channel")
            }
            ("GET", "/guilds/{guild_id}", [guild]) => self.guild(guild),
            (_, routes::COMMANDS | routes::COMMAND, [APPLICATION, command @ ..]) => {
                self.answer_commands(request, None, command.first().copied())
            }
            (
                _,
                routes::GUILD_COMMANDS | routes::GUILD_COMMAND,
                [APPLICATION, guild, command @ ..],
            ) => self.answer_commands(request, Some(guild), command.first().copied()),
            ("POST", routes::CALLBACK, [id, token]) => self.respond(id, token, body),
            ("POST", routes::WEBHOOK, [APPLICATION, token]) => self.follow_up(token, body),
            (method, routes::ORIGINAL, [APPLICATION, token]) => self.original(method, token, body),
            (method, routes::FOLLOWUP, [APPLICATION, token, message]) => {
                self.followup(method, token, message, body)
            }
            ("POST", routes::TYPING, [channel]) => self.type_in(channel),
            ("POST", routes::THREADS, [channel, message]) => {
                self.open_thread(channel, message, body)
            }
            ("GET", routes::MEMBER, [guild, user]) => self.member(guild, user),
            ("POST", routes::MESSAGES, [channel]) => self.send(channel, body),
            (method, routes::MESSAGE, [channel, message]) => {
                self.message(method, channel, message, body)
            }
            _ => Self::unexpected(request),
        }
    }

    /// The answer to what Discord, or the stand-in, does not know.
    pub fn unexpected(request: &Recorded) -> Answer {
        let Recorded { method, path, .. } = request;
        Answer::error(404, 0, "404: Not Found").because(format!("no such thing: {method} {path}"))
    }
}

/// The thing, or Discord's 404 for it.
fn found(thing: Option<&Value>, code: u64, message: &str) -> Answer {
    thing.map_or_else(
        || Answer::error(404, code, message),
        |thing| Answer::ok(thing.clone()),
    )
}

/// A string, or the empty one.
fn text(value: &Value) -> &str {
    value.as_str().unwrap_or_default()
}

/// A message of the bot, as Discord makes it from a body.
fn compose(channel: &str, body: &Value) -> Value {
    let mut message = json!({
        "id": snowflake(), "channel_id": channel, "type": 0, "content": "",
        "author": events::this_bot(), "timestamp": NOW, "edited_timestamp": null, "tts": false,
        "mention_everyone": false, "mentions": [], "mention_roles": [], "attachments": [],
        "embeds": [], "components": [], "pinned": false, "flags": 0,
    });
    rewrite(&mut message, body);
    message
}

/// Puts what a body says into a message.
fn rewrite(message: &mut Value, body: &Value) {
    let given = body.as_object().cloned().unwrap_or_default();
    for (name, value) in given {
        match name.as_str() {
            "content" => message["content"] = json!(text(&value)),
            "flags" | "tts" if !value.is_null() => message[name] = value,
            "embeds" | "components" => message[name] = list(value),
            _ => {}
        }
    }
}

/// The elements without their nulls; embeds and components that are sent back have none.
fn list(value: Value) -> Value {
    match value {
        Value::Array(elements) => elements.into_iter().map(without_nulls).collect(),
        _ => json!([]),
    }
}

fn without_nulls(value: Value) -> Value {
    match value {
        Value::Object(fields) => {
            let kept = fields.into_iter().filter(|(_, value)| !value.is_null());
            Value::Object(
                kept.map(|(name, value)| (name, without_nulls(value)))
                    .collect::<Map<_, _>>(),
            )
        }
        Value::Array(elements) => elements.into_iter().map(without_nulls).collect(),
        value => value,
    }
}
