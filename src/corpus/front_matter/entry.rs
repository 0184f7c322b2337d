//! An *entry* is one key with its value, whatever the language it is written in.

use super::keys::{is_ignored, name_of};
use crate::corpus::FileProblem;
use crate::corpus::lines::lines;

/// Front matter as it was found.
#[derive(Debug, Default)]
pub(in crate::corpus) struct RawFrontMatter {
    pub(in crate::corpus) entries: Vec<Entry>,
    /// What is wrong with how it is written; then nothing else is said about it.
    pub(in crate::corpus) broken: Option<FileProblem>,
    /// That its end is missing.
    pub(in crate::corpus) open: Option<FileProblem>,
    /// The byte position at which the body below it starts.
    pub(in crate::corpus) body: usize,
}

/// One key with its value.
#[derive(Debug, PartialEq)]
pub(in crate::corpus) struct Entry {
    pub(in crate::corpus) key: String,
    /// The line of the key, from 1.
    pub(in crate::corpus) line: u32,
    pub(in crate::corpus) value: Value,
}

/// What is written behind a key.
#[derive(Debug, PartialEq)]
pub(in crate::corpus) enum Value {
    /// A text in one line, never blank.
    Text(String),
    List(Vec<Value>),
    Map(Vec<(String, Value)>),
    Nothing,
}

impl Value {
    /// A text in one line, or nothing when it is blank.
    pub(in crate::corpus) fn text(text: &str) -> Self {
        let rows: Vec<&str> = lines(text).map(|row| text[row].trim()).collect();
        match rows.join(" ").trim() {
            "" => Self::Nothing,
            text => Self::Text(text.to_owned()),
        }
    }

    /// The text, if it is one.
    pub(super) fn as_text(&self) -> Option<&str> {
        match self {
            Self::Text(text) => Some(text),
            Self::List(_) | Self::Map(_) | Self::Nothing => None,
        }
    }

    /// The text below `key` of a map.
    pub(super) fn text_at(&self, key: &str) -> Option<&str> {
        let Self::Map(entries) = self else {
            return None;
        };
        let found = entries
            .iter()
            .find(|(name, _)| name.eq_ignore_ascii_case(key));
        found.and_then(|(_, value)| value.as_text())
    }

    /// The names of authors: a text, a map with a `name`, or a list of these.
    pub(super) fn names(&self) -> Option<String> {
        let name = |value: &Self| value.as_text().or(value.text_at("name")).map(str::to_owned);
        match self {
            Self::List(items) => {
                let names: Vec<String> = items.iter().filter_map(name).collect();
                Some(names.join(", ")).filter(|names| !names.is_empty())
            }
            value => name(value),
        }
    }
}

/// Why there are no entries.
pub(super) struct Broken {
    /// The line from 1.
    pub(super) line: u32,
    pub(super) reason: String,
}

/// The key a line starts with, and what stands behind the mark that follows it.
pub(super) fn key_of(row: &str, mark: char) -> Option<(&str, &str)> {
    let (key, rest) = row.split_once(mark)?;
    let key = key.trim_end();
    let is_key = key
        .chars()
        .all(|c| c.is_alphanumeric() || c == '_' || c == '-');
    let is_end = mark == '=' || rest.is_empty() || rest.starts_with([' ', '\t']);
    (is_key && is_end && !key.is_empty()).then_some((key, rest))
}

/// The entries of broken front matter as far as its lines are a key, `mark` and a text, and whether
/// that is all of it.
pub(super) fn plain_entries(text: &str, mark: char) -> (Vec<Entry>, bool) {
    let mut entries: Vec<Entry> = Vec::new();
    let mut is_whole = true;
    // Whether the lines up to the next key belong to one whose value is not kept.
    let mut is_skipped = false;
    for (line, row) in (1..).zip(lines(text)) {
        let row = &text[row];
        let text = row.trim();
        if text.is_empty() || text.starts_with('#') {
            continue;
        }
        if let Some((key, rest)) = key_of(row, mark) {
            is_skipped = is_ignored(key);
            if is_skipped {
                continue;
            }
            let is_new = entries
                .iter()
                .all(|entry| name_of(&entry.key) != name_of(key));
            if let Some(value) = plain(rest).filter(|_| is_new) {
                let key = key.to_owned();
                entries.push(Entry { key, line, value });
            } else {
                (is_skipped, is_whole) = (true, false);
            }
        } else if !is_skipped {
            let item = text.strip_prefix("- ").and_then(plain);
            match (entries.last_mut().map(|entry| &mut entry.value), item) {
                (Some(value @ Value::Nothing), Some(item @ Value::Text(_))) => {
                    *value = Value::List(vec![item]);
                }
                (Some(Value::List(items)), Some(item @ Value::Text(_))) => items.push(item),
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
        return items
            .split(',')
            .map(|item| match plain(item) {
                Some(Value::Text(item)) if !item.starts_with('[') => Some(Value::Text(item)),
                _ => None,
            })
            .collect::<Option<_>>()
            .map(Value::List);
    }
    match text.chars().next() {
        None => Some(Value::Nothing),
        Some('{' | '|' | '>') => None,
        Some(quote @ ('"' | '\'')) => {
            let rest = &text[1..];
            let second = rest.find(quote)?;
            // `"a" and "b"` starts and ends with a quotation mark and is not one quotation.
            let is_around =
                second + 1 == rest.len() || rest[..second].ends_with(char::is_whitespace);
            let inner = rest.strip_suffix(quote).filter(|_| is_around);
            Some(Value::text(inner.unwrap_or(text)))
        }
        Some(_) => Some(Value::Text(text.to_owned())),
    }
}
