//! *YAML* is read only as far as attribution needs it: keys, and texts as they are printed.
//!
//! To YAML `2024` is a number and `yes` a truth value; to an attribution they are words.

use std::fmt;

use serde::Deserialize;
use serde::de::{Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor};
use serde_saphyr::{Location, Spanned};

use super::{is_ignored, key_of, name_of};
use crate::corpus::lines::lines;

/// One key with its value.
pub(super) struct Entry {
    pub(super) key: String,
    /// The line of the key, from 1.
    pub(super) line: u32,
    pub(super) value: Value,
}

/// What is written behind a key.
pub(super) enum Value {
    /// A text in one line, never blank.
    Text(String),
    /// A list of texts.
    List(Vec<String>),
    Nothing,
    /// A mapping, or a list of other things than texts.
    Nested,
}

/// Why there are no entries.
pub(super) struct Broken {
    /// The line from 1.
    pub(super) line: u32,
    pub(super) reason: String,
}

/// The entries of a mapping in their order.
pub(super) fn entries(yaml: &str) -> Result<Vec<Entry>, Broken> {
    let Entries(entries) = serde_saphyr::from_str(yaml).map_err(|error| broken(&error))?;
    let entry = |(key, value): (Spanned<String>, Spanned<Scalar>)| Entry {
        line: line_of(key.referenced),
        key: key.value,
        value: as_printed(&value, yaml),
    };
    Ok(entries.into_iter().map(entry).collect())
}

/// The entries of broken YAML as far as its lines are `key: text`, and whether that is all of it.
pub(super) fn plain_entries(yaml: &str) -> (Vec<Entry>, bool) {
    let mut entries: Vec<Entry> = Vec::new();
    let mut is_whole = true;
    // Whether the lines up to the next key belong to one whose value is not kept.
    let mut is_skipped = false;
    for (line, row) in (1..).zip(lines(yaml)) {
        let row = &yaml[row];
        let text = row.trim();
        if text.is_empty() || text.starts_with('#') {
            continue;
        }
        if let Some(key) = key_of(row) {
            is_skipped = is_ignored(key);
            if is_skipped {
                continue;
            }
            let is_new = entries.iter().all(|it| name_of(&it.key) != name_of(key));
            let value = row.split_once(':').and_then(|(_, text)| plain(text));
            if let Some(value) = value.filter(|_| is_new) {
                let key = key.to_owned();
                entries.push(Entry { key, line, value });
            } else {
                (is_skipped, is_whole) = (true, false);
            }
        } else if !is_skipped {
            let item = text.strip_prefix("- ").and_then(plain);
            match (entries.last_mut().map(|it| &mut it.value), item) {
                (Some(value @ Value::Nothing), Some(Value::Text(item))) => {
                    *value = Value::List(vec![item]);
                }
                (Some(Value::List(items)), Some(Value::Text(item))) => items.push(item),
                _ => is_whole = false,
            }
        }
    }
    (entries, is_whole)
}

/// What stands behind a key as a reader takes it, unless it is the start of something longer.
fn plain(text: &str) -> Option<Value> {
    let text = text.trim();
    if let Some(items) = text.strip_prefix('[') {
        let Some(items) = items.strip_suffix(']') else {
            return items.contains(']').then(|| Value::Text(text.to_owned()));
        };
        let items = items.split(',').map(|item| match plain(item) {
            Some(Value::Text(item)) if !item.starts_with('[') => Some(item),
            _ => None,
        });
        return items.collect::<Option<_>>().map(Value::List);
    }
    match text.chars().next() {
        None => Some(Value::Nothing),
        Some('{' | '|' | '>') => None,
        Some(quote @ ('"' | '\'')) => {
            let rest = &text[1..];
            let second = rest.find(quote)?;
            // A quotation at the start and one at the end are not one around it all.
            let is_around =
                second + 1 == rest.len() || rest[..second].ends_with(char::is_whitespace);
            let inner = rest.strip_suffix(quote).filter(|_| is_around);
            match inner.unwrap_or(text).trim() {
                "" => Some(Value::Nothing),
                inner => Some(Value::Text(inner.to_owned())),
            }
        }
        Some(_) => Some(Value::Text(text.to_owned())),
    }
}

fn broken(error: &serde_saphyr::Error) -> Broken {
    let message = error.without_snippet().to_string();
    let reason = message.lines().next().unwrap_or_default();
    // The message repeats the line, counted from the front matter's start, not the file's.
    let reason = reason.split(" at line ").next().unwrap_or_default();
    Broken {
        line: error.location().map_or(1, line_of),
        reason: reason.trim().to_owned(),
    }
}

fn line_of(location: Location) -> u32 {
    u32::try_from(location.line().max(1)).unwrap_or(u32::MAX)
}

/// A value's text as it stands in the source.
fn as_printed(value: &Spanned<Scalar>, yaml: &str) -> Value {
    let text = match &value.value {
        Scalar::Text(text) => text.as_str(),
        Scalar::Literal => literal(value.defined, yaml).unwrap_or_default(),
        Scalar::Nothing => "",
        Scalar::List(items) => {
            let items = items.iter().map(|item| match as_printed(item, yaml) {
                Value::Text(text) => Some(text),
                _ => None,
            });
            return items
                .collect::<Option<_>>()
                .map_or(Value::Nested, Value::List);
        }
        Scalar::Nested => return Value::Nested,
    };
    let rows: Vec<&str> = lines(text).map(|row| text[row].trim()).collect();
    match rows.join(" ").trim() {
        "" => Value::Nothing,
        text => Value::Text(text.to_owned()),
    }
}

fn literal(location: Location, yaml: &str) -> Option<&str> {
    let span = location.span();
    let start = usize::try_from(span.byte_offset()?).ok()?;
    let length = usize::try_from(span.byte_len()?).ok()?;
    yaml.get(start..start.checked_add(length)?)
}

/// The entries as they are read, none for no YAML at all.
struct Entries(Vec<(Spanned<String>, Spanned<Scalar>)>);

/// A value as it is read.
enum Scalar {
    Text(String),
    /// A number or a truth value, whose text is in the source.
    Literal,
    Nothing,
    List(Vec<Spanned<Scalar>>),
    Nested,
}

impl<'de> Deserialize<'de> for Entries {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct EntriesVisitor;

        impl<'de> Visitor<'de> for EntriesVisitor {
            type Value = Entries;

            fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
                f.write_str("`key: text` lines")
            }

            fn visit_unit<E>(self) -> Result<Entries, E> {
                Ok(Entries(Vec::new()))
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Entries, A::Error> {
                let mut entries = Vec::new();
                while let Some(entry) = map.next_entry()? {
                    entries.push(entry);
                }
                Ok(Entries(entries))
            }
        }

        deserializer.deserialize_any(EntriesVisitor)
    }
}

impl<'de> Deserialize<'de> for Scalar {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct ScalarVisitor;

        impl<'de> Visitor<'de> for ScalarVisitor {
            type Value = Scalar;

            fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
                f.write_str("a text")
            }

            fn visit_str<E>(self, text: &str) -> Result<Scalar, E> {
                Ok(Scalar::Text(text.to_owned()))
            }

            fn visit_bool<E>(self, _: bool) -> Result<Scalar, E> {
                Ok(Scalar::Literal)
            }

            fn visit_i64<E>(self, _: i64) -> Result<Scalar, E> {
                Ok(Scalar::Literal)
            }

            fn visit_u64<E>(self, _: u64) -> Result<Scalar, E> {
                Ok(Scalar::Literal)
            }

            fn visit_i128<E>(self, _: i128) -> Result<Scalar, E> {
                Ok(Scalar::Literal)
            }

            fn visit_u128<E>(self, _: u128) -> Result<Scalar, E> {
                Ok(Scalar::Literal)
            }

            fn visit_f64<E>(self, _: f64) -> Result<Scalar, E> {
                Ok(Scalar::Literal)
            }

            fn visit_unit<E>(self) -> Result<Scalar, E> {
                Ok(Scalar::Nothing)
            }

            fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Scalar, A::Error> {
                let mut items = Vec::new();
                while let Some(item) = seq.next_element()? {
                    items.push(item);
                }
                Ok(Scalar::List(items))
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Scalar, A::Error> {
                while map.next_entry::<IgnoredAny, IgnoredAny>()?.is_some() {}
                Ok(Scalar::Nested)
            }
        }

        deserializer.deserialize_any(ScalarVisitor)
    }
}
