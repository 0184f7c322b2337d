//! Whether a body is one that Discord accepts, and that pings nobody.
//!
//! Four judges, since each misses what another sees: `twilight-validate`, Discord's own schema,
//! the assertions written here, and the house's rule about `allowed_mentions`. Lengths are counted
//! in UTF-16 units, the strictest of the ways to count.

mod command;
mod message;
mod schema;

use serde::de::DeserializeOwned;
use serde_json::Value;

use super::record::Recorded;
use super::routes::{
    CALLBACK, COMMAND, COMMANDS, FOLLOWUP, GUILD_COMMAND, GUILD_COMMANDS, MESSAGE, MESSAGES,
    ORIGINAL, WEBHOOK,
};

pub use schema::response;

/// What is wrong with a request, in words; nothing when it is right.
pub fn request(request: &Recorded) -> Vec<String> {
    let mut problems = Problems::default();
    let Recorded {
        method,
        body,
        route: Some(route),
        ..
    } = request
    else {
        return problems.0;
    };
    match (method.as_str(), *route) {
        ("POST", MESSAGES | WEBHOOK) | ("PATCH", MESSAGE | ORIGINAL | FOLLOWUP) => {
            message::check(body, &mut problems);
        }
        ("POST", CALLBACK) => message::check_callback(body, &mut problems),
        ("PUT", COMMANDS | GUILD_COMMANDS) => command::check_all(body, &mut problems),
        ("POST", COMMANDS | GUILD_COMMANDS) => command::check(body, &mut problems),
        ("PATCH", COMMAND | GUILD_COMMAND) => command::check_edit(body, &mut problems),
        _ => {}
    }
    schema::check(method, route, body, &mut problems);
    problems.0
}

/// The problems found so far.
#[derive(Default)]
struct Problems(Vec<String>);

impl Problems {
    fn add(&mut self, problem: impl Into<String>) {
        self.0.push(problem.into());
    }

    /// Adds the problem unless the condition holds.
    fn require(&mut self, condition: bool, problem: impl Into<String>) {
        if !condition {
            self.add(problem);
        }
    }

    /// Adds the error of a judge, if it is one.
    fn judge<E: std::error::Error>(&mut self, verdict: Result<(), E>) {
        if let Err(error) = verdict {
            self.add(format!("twilight-validate: {error}"));
        }
    }

    /// Reads a value as one of twilight's types.
    fn read<T: DeserializeOwned>(&mut self, value: Value) -> Option<T> {
        match serde_json::from_value(value) {
            Ok(read) => Some(read),
            Err(error) => {
                self.add(format!("twilight-model cannot read it: {error}"));
                None
            }
        }
    }
}

/// The length of a text as Discord's clients count it.
fn length(text: &str) -> usize {
    text.encode_utf16().count()
}

/// The elements of a list; none when it is missing.
fn list<'a>(value: &'a Value, name: &str) -> &'a [Value] {
    value[name].as_array().map_or(&[], Vec::as_slice)
}

/// A text; the empty one when it is missing.
fn text<'a>(value: &'a Value, name: &str) -> &'a str {
    value[name].as_str().unwrap_or_default()
}
