//! *Titled* text starts with header lines as `MultiMarkdown` has them, `Title: …` first, or with the
//! title block of pandoc's, three lines that start with `%`.

use super::entry::{Entry, RawFrontMatter, Value};
use super::is_web_address;
use super::keys::{is_ignored, is_known, is_of_publication};
use crate::corpus::headers;
use crate::corpus::lines::{count_ends, lines};
use crate::language::Language;
use crate::language::lexicon::ANY;
use crate::language::normalise::caseless;

/// The longest value of a header line, in bytes; a longer one is a paragraph that starts with a word
/// and a colon.
const LONGEST_VALUE: usize = 300;

/// The key in [`super::KEYS`] that a header's key means, or the key itself.
fn name_of(key: &str) -> String {
    let key = caseless(key);
    let headers = &ANY.front_matter;
    let named = [
        ("title", &headers.title),
        ("author", &headers.author),
        ("date", &headers.date),
        ("publisher", &headers.publisher),
    ];
    let named = named.iter().find(|(_, names)| names.contains(&key));
    named.map_or(key, |(name, _)| (*name).to_owned())
}

/// Reads header lines or a title block.
pub(super) fn read(text: &str) -> Option<RawFrontMatter> {
    let start = text.len() - text.trim_start().len();
    let start = text[..start].rfind(['\n', '\r']).map_or(0, |at| at + 1);
    let first_line = 1 + count_ends(&text[..start]);
    if text[start..].starts_with('>') {
        return None;
    }
    let (entries, length) = percent(&text[start..]).or_else(|| header_lines(&text[start..]))?;
    let entries = entries.into_iter().map(|(row, key, value)| Entry {
        key,
        line: first_line.saturating_add(u32::try_from(row).unwrap_or(u32::MAX)),
        value: Value::text(&value),
    });
    Some(RawFrontMatter {
        entries: entries.collect(),
        body: start + length,
        ..RawFrontMatter::default()
    })
}

/// Entries with the lines before each, and where the body starts.
type Found = (Vec<(usize, String, String)>, usize);

/// Header lines that start with a key that is read and stand apart from what follows.
///
/// Where a key is neither read nor known to another program, the lines may be about the text's own
/// subject, such as the date and the place of a feast. Then they are header lines only when they
/// start with a title and more than half of them are known.
fn header_lines(text: &str) -> Option<Found> {
    let found = headers::read(text, |_| true);
    let names: Vec<String> = found.rows.iter().map(|row| name_of(row.key)).collect();
    let first = names.first()?;
    let is_told = |key: &&String| is_known(key) || is_ignored(key) || is_of_publication(key);
    let told = names.iter().filter(is_told).count();
    let is_sure = told == names.len() || first == "title" && told * 2 > names.len();
    let alone = ["title", "author", "date"];
    let may_head = is_known(first) && (names.len() > 1 || alone.contains(&first.as_str()));
    let is_meant = names
        .iter()
        .zip(&found.rows)
        .all(|(name, header)| is_plausible(name, &header.value));
    if !found.stand_apart || !may_head || !is_sure || !is_meant {
        return None;
    }
    let entries = names
        .into_iter()
        .zip(found.rows)
        .map(|(name, header)| (header.row, name, header.value));
    Some((entries.collect(), found.end))
}

/// Whether a value can be what its key says; a rule of a server may start with `Language:`, too.
fn is_plausible(name: &str, value: &str) -> bool {
    match name {
        "date" => value.contains(char::is_numeric),
        "language" => Language::from_tag(value).is_some(),
        "url" => is_web_address(value) || value.starts_with('/'),
        _ => value.len() <= LONGEST_VALUE,
    }
}

/// A title block of pandoc's: title, authors, date, each after `%`, each perhaps going on below.
fn percent(text: &str) -> Option<Found> {
    let mut fields: Vec<(usize, String)> = Vec::new();
    let mut end = text.len();
    for (at, row) in lines(text).enumerate() {
        let line = &text[row.clone()];
        let field = line
            .strip_prefix('%')
            .filter(|field| field.is_empty() || field.starts_with([' ', '\t']));
        match (field, fields.last_mut()) {
            (Some(field), _) => fields.push((at, field.trim().to_owned())),
            (None, Some((_, last))) if line.starts_with([' ', '\t']) && !line.trim().is_empty() => {
                last.push('\n');
                last.push_str(line.trim());
            }
            _ => {
                end = row.start;
                break;
            }
        }
    }
    if !(1..=3).contains(&fields.len()) || fields.iter().all(|(_, field)| field.is_empty()) {
        return None;
    }
    let keys = ["title", "author", "date"];
    let entries = keys.into_iter().zip(fields).map(|(key, (row, field))| {
        let field = match key {
            "author" => {
                let names: Vec<&str> = field
                    .split([';', '\n'])
                    .map(str::trim)
                    .filter(|name| !name.is_empty())
                    .collect();
                names.join(", ")
            }
            _ => field,
        };
        (row, key.to_owned(), field)
    });
    Some((entries.collect(), end))
}
