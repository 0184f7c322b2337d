//! Application commands: what was put, as Discord sends it back.

use serde_json::{Map, Value, json};

use super::{Answer, World, found, list, text};
use crate::fake_discord::events::{APPLICATION, snowflake};
use crate::fake_discord::record::Recorded;

impl World {
    /// Registers commands without a request: what an earlier run of the bot left behind.
    pub fn register(&mut self, guild: Option<&str>, commands: &[Value]) {
        let before = self
            .commands
            .remove(&guild.map(str::to_owned))
            .unwrap_or_default();
        let after = commands
            .iter()
            .map(|command| stored(command, guild, &before))
            .collect();
        self.commands.insert(guild.map(str::to_owned), after);
    }

    /// The commands of a guild, or the global ones, whole.
    pub fn registered(&self, guild: Option<&str>) -> Vec<Value> {
        self.commands
            .get(&guild.map(str::to_owned))
            .cloned()
            .unwrap_or_default()
    }

    pub(super) fn answer_commands(
        &mut self,
        request: &Recorded,
        guild: Option<&str>,
        id: Option<&str>,
    ) -> Answer {
        if let Some(guild) = guild
            && !self.guilds.contains_key(guild)
        {
            return Answer::error(403, 50001, "Missing Access");
        }
        let before = self.registered(guild);
        let commands = self.commands.entry(guild.map(str::to_owned)).or_default();
        let at = id.and_then(|id| commands.iter().position(|command| command["id"] == id));
        match (request.method.as_str(), id, at) {
            // In no promised order: a difference of order is no difference.
            ("GET", None, _) => {
                let shown = before.iter().rev().map(|command| shown(command, request));
                Answer::ok(shown.collect())
            }
            ("PUT", None, _) => {
                let put = request.body.as_array().cloned().unwrap_or_default();
                *commands = put
                    .iter()
                    .map(|command| stored(command, guild, &before))
                    .collect();
                Answer::ok(json!(commands))
            }
            ("POST", None, _) => {
                let command = stored(&request.body, guild, &before);
                let known = commands
                    .iter()
                    .position(|known| known["id"] == command["id"]);
                if let Some(known) = known {
                    commands[known] = command.clone();
                    return Answer::ok(command);
                }
                commands.push(command.clone());
                Answer::created(command)
            }
            ("GET", Some(_), at) => found(at.map(|at| &commands[at]), 10063, UNKNOWN),
            ("PATCH", Some(_), Some(at)) => {
                let mut merged = commands[at].clone();
                for (name, value) in request.body.as_object().into_iter().flatten() {
                    merged[name] = value.clone();
                }
                let mut command = stored(&merged, guild, &before);
                command["id"] = merged["id"].clone();
                commands[at] = command.clone();
                Answer::ok(command)
            }
            ("DELETE", Some(_), Some(at)) => {
                commands.remove(at);
                Answer::done()
            }
            (_, Some(_), None) => Answer::error(404, 10063, UNKNOWN),
            _ => World::unexpected(request),
        }
    }
}

const UNKNOWN: &str = "Unknown application command";

/// The full object that Discord makes of a command: same name and type, same identifier; the
/// version changes when anything else does.
fn stored(given: &Value, guild: Option<&str>, before: &[Value]) -> Value {
    let kind = given["type"].as_u64().unwrap_or(1);
    let contexts = given["contexts"].clone();
    let mut command = json!({
        "application_id": APPLICATION, "type": kind, "name": given["name"],
        "name_localizations": dictionary(&given["name_localizations"]),
        "description": text(&given["description"]),
        "description_localizations": dictionary(&given["description_localizations"]),
        "default_member_permissions": as_text(&given["default_member_permissions"]),
        "nsfw": given["nsfw"].as_bool().unwrap_or(false), "contexts": contexts,
        "integration_types": given["integration_types"].as_array().cloned().unwrap_or(vec![json!(0)]),
    });
    if let Some(guild) = guild {
        command["guild_id"] = json!(guild);
        // Discord keeps these for global commands only.
        command["contexts"] = Value::Null;
        command["integration_types"] = json!([0]);
    } else {
        let direct = contexts
            .as_array()
            .map(|contexts| contexts.contains(&json!(1)));
        let asked = given["dm_permission"].as_bool();
        command["dm_permission"] = json!(direct.or(asked).unwrap_or(true));
    }
    if let Some(options) = options(&given["options"]) {
        command["options"] = options;
    }
    let known = before
        .iter()
        .find(|known| known["name"] == command["name"] && known["type"] == command["type"]);
    let unchanged = known.filter(|known| same(known, &command));
    command["id"] = known.map_or_else(|| json!(snowflake()), |known| known["id"].clone());
    command["version"] =
        unchanged.map_or_else(|| json!(snowflake()), |known| known["version"].clone());
    command
}

/// Whether two commands differ in nothing but identifier and version.
fn same(known: &Value, command: &Value) -> bool {
    let mut known = known.clone();
    if let Some(fields) = known.as_object_mut() {
        fields.remove("id");
        fields.remove("version");
    }
    known == *command
}

/// A dictionary, or null when it is missing or empty.
fn dictionary(given: &Value) -> Value {
    match given.as_object() {
        Some(entries) if !entries.is_empty() => given.clone(),
        _ => Value::Null,
    }
}

/// Options as they are sent back: defaults left out, dictionaries null; none when there are none.
fn options(given: &Value) -> Option<Value> {
    let given = given.as_array().filter(|given| !given.is_empty())?;
    Some(given.iter().map(option).collect())
}

fn option(given: &Value) -> Value {
    let mut option = json!({
        "type": given["type"], "name": given["name"], "description": given["description"],
        "name_localizations": dictionary(&given["name_localizations"]),
        "description_localizations": dictionary(&given["description_localizations"]),
    });
    for flag in ["required", "autocomplete"] {
        if given[flag] == json!(true) {
            option[flag] = json!(true);
        }
    }
    for limit in ["min_length", "max_length", "min_value", "max_value"] {
        if !given[limit].is_null() {
            option[limit] = given[limit].clone();
        }
    }
    for some in ["choices", "channel_types"] {
        if given[some]
            .as_array()
            .is_some_and(|given| !given.is_empty())
        {
            option[some] = list(given[some].clone());
        }
    }
    if let Some(options) = options(&given["options"]) {
        option["options"] = options;
    }
    option
}

/// A command in a list: without its dictionaries, unless the request asks for them.
fn shown(command: &Value, request: &Recorded) -> Value {
    if request.asks_for("with_localizations=true") {
        command.clone()
    } else {
        plain(command)
    }
}

fn plain(value: &Value) -> Value {
    match value {
        Value::Object(fields) => {
            let kept = fields
                .iter()
                .filter(|(name, _)| !name.ends_with("_localizations"));
            let kept = kept.map(|(name, value)| (name.clone(), plain(value)));
            Value::Object(kept.collect::<Map<_, _>>())
        }
        Value::Array(elements) => elements.iter().map(plain).collect(),
        value => value.clone(),
    }
}

/// Discord takes permissions as a number or as text, and always gives text.
fn as_text(permissions: &Value) -> Value {
    match permissions {
        Value::Number(number) => json!(number.to_string()),
        other => other.clone(),
    }
}
