//! *TOML* as Hugo and Zola have it at the top of a file.

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::entry::{Broken, Entry, Value};
use crate::corpus::lines::count_ends;

/// The entries of a table, in the order of their lines.
pub(super) fn entries(text: &str) -> Result<Vec<Entry>, Broken> {
    let line_of = |at: usize| 1 + text.get(..at).map_or(0, count_ends);
    let table = DeTable::parse(text).map_err(|error| Broken {
        line: line_of(error.span().map_or(0, |span| span.start)),
        reason: error.message().trim().replace('\n', ", "),
    })?;
    let mut entries: Vec<Entry> = table
        .get_ref()
        .iter()
        .map(|(key, value)| Entry {
            key: key.get_ref().to_string(),
            line: line_of(key.span().start),
            value: as_printed(value, text),
        })
        .collect();
    entries.sort_by_key(|entry| entry.line);
    Ok(entries)
}

/// A value's text as it stands in the source.
fn as_printed(value: &Spanned<DeValue<'_>>, text: &str) -> Value {
    match value.get_ref() {
        DeValue::String(text) => Value::text(text),
        DeValue::Array(items) => {
            Value::List(items.iter().map(|item| as_printed(item, text)).collect())
        }
        DeValue::Table(table) => {
            let entries = table.iter();
            let entry = |(key, value): (&Spanned<_>, &_)| {
                let key: &std::borrow::Cow<'_, str> = key.get_ref();
                (key.to_string(), as_printed(value, text))
            };
            Value::Map(entries.map(entry).collect())
        }
        _ => Value::text(text.get(value.span()).unwrap_or_default()),
    }
}
