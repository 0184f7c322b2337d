//! *Front matter* is what a document's first lines say about it: YAML between two lines `---`.
//!
//! It never becomes a passage, not even when it is broken: then it is one fault, and the body
//! below it loads all the same.

mod written;
mod yaml;

use std::ops::Range;

use super::Fault;
use super::lines::lines;
use crate::language::Language;
pub(super) use written::write;
use yaml::Value;

/// The keys that are read.
const KEYS: [&str; 6] = ["title", "publisher", "author", "date", "language", "url"];

/// Other names of these keys.
const ALIASES: [(&str, &str); 2] = [("authors", "author"), ("lang", "language")];

/// Keys that other programs read; they say nothing about a quote.
const IGNORED: [&str; 12] = [
    "tags",
    "description",
    "slug",
    "draft",
    "categories",
    "layout",
    "image",
    "summary",
    "keywords",
    "id",
    "updated",
    "lastmod",
];

/// What the front matter says, and where the body below it starts.
#[derive(Debug, Default)]
pub(super) struct FrontMatter {
    pub(super) title: Option<String>,
    pub(super) publisher: Option<String>,
    pub(super) author: Option<String>,
    pub(super) date: Option<String>,
    pub(super) language: Option<Language>,
    pub(super) url: Option<String>,
    /// The byte position at which the body starts; 0 without front matter.
    pub(super) body: usize,
}

/// Reads the front matter at the top of a file's text.
pub(super) fn read(text: &str) -> (FrontMatter, Vec<Fault>) {
    let Some(block) = find_block(text) else {
        return (FrontMatter::default(), Vec::new());
    };
    let mut front = FrontMatter {
        body: block.body,
        ..FrontMatter::default()
    };
    let mut faults = Vec::new();
    if !block.closed {
        let message = "the front matter has no end; write a line `---` below its last key";
        faults.push(Fault::new(block.first_line - 1, message));
    }
    let file_line = |line: u32| block.first_line.saturating_add(line - 1);
    let (entries, broken) = match yaml::entries(&text[block.yaml.clone()]) {
        Ok(entries) => (entries, None),
        Err(broken) => {
            // `title: Conflit : la suite` is a text to everybody but YAML.
            let (entries, is_whole) = yaml::plain_entries(&text[block.yaml]);
            (entries, (!is_whole).then_some(broken))
        }
    };
    let mut found = Vec::new();
    for entry in entries {
        if let Err(message) = front.set(&entry.key, entry.value) {
            found.push(Fault::new(file_line(entry.line), message));
        }
    }
    match broken {
        // One mistake may break every line below it: it is one fault.
        Some(broken) => {
            let message = format!(
                "the front matter is not valid YAML ({}); write `key: text` lines, and a text \
                 with a colon or quotes in it between quotes",
                broken.reason
            );
            faults.push(Fault::new(file_line(broken.line), message));
        }
        None => faults.append(&mut found),
    }
    (front, faults)
}

/// Where the front matter is.
struct Block {
    yaml: Range<usize>,
    /// The file's line on which the YAML starts, from 2.
    first_line: u32,
    closed: bool,
    body: usize,
}

/// Finds the front matter.
///
/// A line `---` may also be a ruler above the first paragraph. It opens front matter when the
/// next line is not blank, and either starts with a key or belongs to a block without blank lines
/// that a second `---`, of three dashes or more, closes.
fn find_block(text: &str) -> Option<Block> {
    let mut rows = (1..)
        .zip(lines(text))
        .map(|(number, row)| (number, row.clone(), &text[row]))
        .skip_while(|(.., row)| row.trim().is_empty())
        .peekable();
    let is_end = |row: &str| {
        let row = row.trim_end();
        row == "..." || row.len() >= 3 && row.bytes().all(|byte| byte == b'-')
    };
    rows.next().filter(|(.., row)| row.trim_end() == "---")?;
    let (first_line, first, first_row) = rows.peek()?.clone();
    if first_row.trim().is_empty() {
        return None;
    }
    let rows: Vec<_> = rows.collect();
    let key = rows.iter().find(|(.., row)| !row.starts_with('#'));
    let key = key.and_then(|(.., row)| key_of(row));
    let end = rows.iter().position(|(.., row)| is_end(row));
    let blank = rows.iter().position(|(.., row)| row.trim().is_empty());
    let body_after = |at: usize| rows.get(at + 1).map_or(text.len(), |(_, row, _)| row.start);
    match (end, blank) {
        (Some(end), blank) if key.is_some() || blank.is_none_or(|blank| end < blank) => {
            Some(Block {
                yaml: first.start..rows[end].1.start,
                first_line,
                closed: true,
                body: body_after(end),
            })
        }
        (None, blank) if key.is_some_and(is_known) => {
            let end = blank.map_or(text.len(), |blank| rows[blank].1.start);
            Some(Block {
                yaml: first.start..end,
                first_line,
                closed: false,
                body: end,
            })
        }
        _ => None,
    }
}

/// The key a line starts with.
fn key_of(row: &str) -> Option<&str> {
    let (key, rest) = row.split_once(':')?;
    let key = key.trim_end();
    let is_key = key
        .chars()
        .all(|c| c.is_alphanumeric() || c == '_' || c == '-');
    let is_end = rest.is_empty() || rest.starts_with([' ', '\t']);
    (is_key && is_end && !key.is_empty()).then_some(key)
}

fn is_known(key: &str) -> bool {
    KEYS.contains(&name_of(key).as_str())
}

fn is_ignored(key: &str) -> bool {
    IGNORED.contains(&name_of(key).as_str())
}

/// The name of a key in [`KEYS`], whatever its case and alias.
fn name_of(key: &str) -> String {
    let key = key.to_lowercase();
    let alias = ALIASES.iter().find(|(alias, _)| *alias == key);
    alias.map_or(key, |(_, name)| (*name).to_owned())
}

impl FrontMatter {
    /// Takes one entry, or says what is wrong with it.
    fn set(&mut self, key: &str, value: Value) -> Result<(), String> {
        let name = name_of(key);
        if is_ignored(key) {
            return Ok(());
        }
        if !is_known(key) {
            let known = KEYS.join(", ");
            return Err(format!(
                "unknown key `{key}` in the front matter; use one of {known}, or remove it"
            ));
        }
        let printed = match value {
            Value::Text(text) => text,
            Value::List(texts) if name == "author" => texts.join(", "),
            Value::Nothing => return Ok(()),
            Value::List(_) | Value::Nested => {
                return Err(format!(
                    "`{key}` in the front matter is not one text; write it in one line"
                ));
            }
        };
        match name.as_str() {
            "title" => self.title = Some(printed),
            "publisher" => self.publisher = Some(printed),
            "author" => self.author = Some(printed),
            "date" => self.date = Some(printed),
            "url" if is_web_address(&printed) => self.url = Some(printed),
            "url" => {
                return Err(format!(
                    "`{key}: {printed}` is no web address that Discord takes; write one such as \
                     https://example.org/page, other marks in it percent-encoded"
                ));
            }
            _ => {
                self.language = Some(Language::from_tag(&printed).ok_or_else(|| {
                    format!("unknown language `{printed}`; write its code, such as `en` or `fr`")
                })?);
            }
        }
        Ok(())
    }
}

/// Whether `text` is an absolute `http` or `https` address that Discord takes.
///
/// Discord refuses a whole message for one address it does not like, so this is narrower than
/// the standard: a host with a dot in it, no user, no marks that want to be percent-encoded.
#[must_use]
pub fn is_web_address(text: &str) -> bool {
    let Some((scheme, rest)) = text.split_once("://") else {
        return false;
    };
    let is_web = ["http", "https"]
        .iter()
        .any(|it| scheme.eq_ignore_ascii_case(it));
    let is_forbidden = |c: char| c.is_whitespace() || c.is_control() || "\"<>|\\^`{}".contains(c);
    let authority = &rest[..rest.find(['/', '?', '#']).unwrap_or(rest.len())];
    let (host, port) = authority.split_once(':').unwrap_or((authority, "443"));
    let is_label =
        |label: &str| !label.is_empty() && label.chars().all(|c| c.is_alphanumeric() || c == '-');
    let is_port = port.bytes().all(|byte| byte.is_ascii_digit())
        && port.parse::<u16>().is_ok_and(|port| port > 0);
    is_web
        && !rest.contains(is_forbidden)
        && host.contains('.')
        && host.split('.').all(is_label)
        && is_port
}

#[cfg(test)]
mod tests;
