//! The *diff* of the commands as Discord has them and as this version defines them.

use serde_json::{Map, Value};

/// Compares without regard to the order of the commands, which is Discord's.
pub(crate) fn same_commands(wanted: &[Value], registered: &[Value]) -> bool {
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
