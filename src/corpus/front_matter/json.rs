//! *JSON* as Hugo has it at the top of a file: an object, and the body below the line it ends on.

use serde_json::{Deserializer, Map, Value as Json};

use super::entry::{Broken, Entry, Value};
use crate::corpus::lines::count_ends;

/// The entries of the object that `text` starts with, and where that ends.
pub(super) fn object(text: &str) -> Result<(Vec<Entry>, usize), Broken> {
    let mut objects = Deserializer::from_str(text).into_iter::<Map<String, Json>>();
    let object = match objects.next() {
        Some(Ok(object)) => object,
        Some(Err(error)) => {
            let reason = error.to_string();
            let reason = reason.split(" at line ").next().unwrap_or_default();
            return Err(Broken {
                line: u32::try_from(error.line().max(1)).unwrap_or(u32::MAX),
                reason: reason.to_owned(),
            });
        }
        None => Map::new(),
    };
    let end = objects.byte_offset();
    let mut entries: Vec<Entry> = object
        .into_iter()
        .map(|(key, value)| Entry {
            line: 1 + text
                .find(&format!("\"{key}\""))
                .map_or(0, |at| count_ends(&text[..at])),
            key,
            value: as_printed(value),
        })
        .collect();
    entries.sort_by_key(|entry| entry.line);
    Ok((entries, end))
}

fn as_printed(value: Json) -> Value {
    match value {
        Json::Null => Value::Nothing,
        Json::Bool(truth) => Value::Text(truth.to_string()),
        Json::Number(number) => Value::Text(number.to_string()),
        Json::String(text) => Value::text(&text),
        Json::Array(items) => Value::List(items.into_iter().map(as_printed).collect()),
        Json::Object(entries) => {
            let entry = |(key, value)| (key, as_printed(value));
            Value::Map(entries.into_iter().map(entry).collect())
        }
    }
}
