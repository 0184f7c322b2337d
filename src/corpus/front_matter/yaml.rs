//! *YAML* is read only as far as attribution needs it: keys, and texts as they are printed.
//!
//! To YAML `2024` is a number and `yes` a truth value; to an attribution they are words.

use std::fmt;

use serde::Deserialize;
use serde::de::{Deserializer, MapAccess, SeqAccess, Visitor};
use serde_saphyr::{Location, Spanned};

use super::entry::{Broken, Entry, Value};

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
    match &value.value {
        Scalar::Text(text) => Value::text(text),
        Scalar::Literal => Value::text(literal(value.defined, yaml).unwrap_or_default()),
        Scalar::Nothing => Value::Nothing,
        Scalar::List(items) => {
            Value::List(items.iter().map(|item| as_printed(item, yaml)).collect())
        }
        Scalar::Map(entries) => {
            let entry = |(key, value): &(String, _)| (key.clone(), as_printed(value, yaml));
            Value::Map(entries.iter().map(entry).collect())
        }
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
    Map(Vec<(String, Spanned<Scalar>)>),
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
                let mut entries = Vec::new();
                while let Some((key, value)) = map.next_entry::<Scalar, _>()? {
                    // A key that is no text names nothing that is read.
                    if let Scalar::Text(key) = key {
                        entries.push((key, value));
                    }
                }
                Ok(Scalar::Map(entries))
            }
        }

        deserializer.deserialize_any(ScalarVisitor)
    }
}
