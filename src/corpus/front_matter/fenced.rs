//! *Fenced* front matter stands between two lines of marks: `---`, `+++` or `;;;`; JSON needs none.

use std::ops::Range;

use super::entry::{Broken, Entry, RawFrontMatter, key_of, plain_entries};
use super::keys::{is_ignored, is_known, is_of_publication};
use super::{json, toml, yaml};
use crate::corpus::FileProblem;
use crate::corpus::lines::{count_ends, lines};

/// What is written between the lines.
#[derive(Clone, Copy)]
enum Format {
    Yaml,
    Toml,
    Json,
}

/// What a line opens: the format below it, and the mark that ends it.
fn opened_by(row: &str) -> Option<(Format, u8)> {
    Some(match row.trim_end() {
        "---" | "---yaml" | "---yml" | "--- yaml" => (Format::Yaml, b'-'),
        "---toml" | "--- toml" => (Format::Toml, b'-'),
        "---json" | "--- json" => (Format::Json, b'-'),
        "+++" => (Format::Toml, b'+'),
        ";;;" => (Format::Json, b';'),
        _ => return None,
    })
}

impl Format {
    fn name(self) -> &'static str {
        match self {
            Self::Yaml => "YAML",
            Self::Toml => "TOML",
            Self::Json => "JSON",
        }
    }

    /// How an entry is to be written.
    fn advice(self) -> &'static str {
        match self {
            Self::Yaml => {
                "write `key: text` lines, and put a text that contains a colon or quotes in quotes"
            }
            Self::Toml => "write `key = \"text\"` lines",
            Self::Json => "write comma-separated `\"key\": \"text\"` lines",
        }
    }

    /// The key that a line starts with.
    fn key_of(self, row: &str) -> Option<&str> {
        match self {
            Self::Yaml => key_of(row, ':').map(|(key, _)| key),
            Self::Toml => key_of(row, '=').map(|(key, _)| key),
            Self::Json => row.trim_start().strip_prefix('"')?.split('"').next(),
        }
    }

    fn entries(self, text: &str) -> Result<Vec<Entry>, Broken> {
        match self {
            Self::Yaml => yaml::entries(text),
            Self::Toml => toml::entries(text),
            Self::Json if text.trim_start().starts_with('{') => {
                json::object(text).map(|(entries, _)| entries)
            }
            // Middleman writes JSON between `;;;` without the outer braces.
            Self::Json => json::object(&format!("{{{text}}}")).map(|(entries, _)| entries),
        }
    }

    /// The entries of invalid front matter, as far as its lines can be read one by one.
    fn plain_entries(self, text: &str) -> (Vec<Entry>, bool) {
        match self {
            Self::Yaml => plain_entries(text, ':'),
            Self::Toml => (plain_entries(text, '=').0, false),
            Self::Json => {
                let rows = text.replace(['"', '{', '}'], "").replace(",\n", "\n");
                let rows = rows.lines().map(str::trim).collect::<Vec<_>>().join("\n");
                (plain_entries(&rows, ':').0, false)
            }
        }
    }
}

/// Where fenced front matter is.
struct Position {
    format: Format,
    content: Range<usize>,
    /// The file's line on which the content starts, from 1.
    first_line: u32,
    closed: bool,
    /// The line that ends it.
    fence: String,
    body: usize,
}

/// Reads front matter between two lines of marks.
pub(super) fn read(text: &str) -> Option<RawFrontMatter> {
    let place = find(text)?;
    let open = (!place.closed).then(|| {
        let end = &place.fence;
        let message =
            format!("the front matter is not closed; write a line `{end}` below its last key");
        FileProblem::new(place.first_line - 1, message)
    });
    let content = &text[place.content.clone()];
    let mut block = entries(place.format, content, place.first_line);
    (block.open, block.body) = (open, place.body);
    Some(block)
}

/// Reads an object at the top of a file.
pub(super) fn read_braces(text: &str) -> Option<RawFrontMatter> {
    let start = text.len() - text.trim_start().len();
    let content = &text[start..];
    if !content.starts_with('{') {
        return None;
    }
    let first_line = 1 + count_ends(&text[..start]);
    let body_from = |end: usize| {
        let rest = text[end..]
            .find(['\n', '\r'])
            .map_or(text.len(), |at| end + at);
        text[end..rest].trim().is_empty().then_some(rest)
    };
    if let Ok((entries, end)) = json::object(content) {
        let is_front = entries.iter().any(|entry| is_told(&entry.key));
        let body = body_from(start + end).filter(|_| is_front)?;
        let mut block = shifted(entries, first_line);
        block.body = body;
        return Some(block);
    }
    // Invalid JSON is front matter all the same when its lines look like it.
    let mut rows = lines(content).map(|row| (row.clone(), &content[row]));
    let is_opened = rows.next().is_some_and(|(_, row)| row.trim() == "{");
    let key = rows.next().and_then(|(_, row)| Format::Json.key_of(row));
    if !is_opened || !key.is_some_and(is_told) {
        return None;
    }
    let end = rows.find(|(_, row)| *row == "}").map(|(row, _)| row.end)?;
    let mut block = entries(Format::Json, &content[..end], first_line);
    block.body = start + end;
    Some(block)
}

fn is_told(key: &str) -> bool {
    is_known(key) || is_ignored(key) || is_of_publication(key)
}

fn shifted(mut entries: Vec<Entry>, first_line: u32) -> RawFrontMatter {
    for entry in &mut entries {
        entry.line = first_line.saturating_add(entry.line - 1);
    }
    RawFrontMatter {
        entries,
        ..RawFrontMatter::default()
    }
}

fn entries(format: Format, content: &str, first_line: u32) -> RawFrontMatter {
    match format.entries(content) {
        Ok(entries) => shifted(entries, first_line),
        Err(broken) => {
            // `title: Conflit : la suite` is invalid YAML, but its author meant a text.
            let (entries, is_whole) = format.plain_entries(content);
            let message = format!(
                "the front matter is not valid {} ({}); {}",
                format.name(),
                broken.reason,
                format.advice()
            );
            let line = first_line.saturating_add(broken.line - 1);
            RawFrontMatter {
                broken: (!is_whole).then(|| FileProblem::new(line, message)),
                ..shifted(entries, first_line)
            }
        }
    }
}

/// Finds fenced front matter.
///
/// A line `---` may also be a ruler above the first paragraph. It opens front matter when the
/// next line is not blank, and either starts with a key or belongs to a block without blank lines
/// that a second `---`, of three dashes or more, closes.
fn find(text: &str) -> Option<Position> {
    let mut rows = (1..)
        .zip(lines(text))
        .map(|(number, row)| (number, row.clone(), &text[row]))
        .skip_while(|(.., row)| row.trim().is_empty())
        .peekable();
    let (format, mark) = rows.next().and_then(|(.., row)| opened_by(row))?;
    let is_end = |row: &str| {
        let row = row.trim_end();
        mark == b'-' && row == "..." || row.len() >= 3 && row.bytes().all(|byte| byte == mark)
    };
    let (first_line, first, first_row) = rows.peek()?.clone();
    if first_row.trim().is_empty() {
        return None;
    }
    let rows: Vec<_> = rows.collect();
    let is_opener = |row: &str| row.starts_with('#') || matches!(row.trim(), "{" | "[");
    let key = rows.iter().find(|(.., row)| !is_opener(row));
    let key = key.and_then(|(.., row)| format.key_of(row));
    let end = rows.iter().position(|(.., row)| is_end(row));
    let blank = rows.iter().position(|(.., row)| row.trim().is_empty());
    let fence = char::from(mark).to_string().repeat(3);
    let body_after = |at: usize| rows.get(at + 1).map_or(text.len(), |(_, row, _)| row.start);
    match (end, blank) {
        (Some(end), blank) if key.is_some() || blank.is_none_or(|blank| end < blank) => {
            Some(Position {
                format,
                content: first.start..rows[end].1.start,
                first_line,
                closed: true,
                fence,
                body: body_after(end),
            })
        }
        (None, blank) if key.is_some_and(is_known) => {
            let end = blank.map_or(text.len(), |blank| rows[blank].1.start);
            Some(Position {
                format,
                content: first.start..end,
                first_line,
                closed: false,
                fence,
                body: end,
            })
        }
        _ => None,
    }
}
