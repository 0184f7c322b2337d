//! *YAML* is read only as far as attribution needs it: keys, and texts as they are printed.
//!
//! To YAML `2024` is a number and `yes` a truth value; to an attribution they are words.

use std::fmt;

use serde::Deserialize;
use serde::de::{Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor};
use serde_saphyr::{Location, Spanned};

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
    Nothing,
    /// A list or a mapping.
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
                while seq.next_element::<IgnoredAny>()?.is_some() {}
                Ok(Scalar::Nested)
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Scalar, A::Error> {
                while map.next_entry::<IgnoredAny, IgnoredAny>()?.is_some() {}
                Ok(Scalar::Nested)
            }
        }

        deserializer.deserialize_any(ScalarVisitor)
    }
}
