//! *Header lines* stand at the top of a text, each a key, a colon and a value; a line that starts with
//! a blank goes on with the one above it.

use std::ops::Range;

use super::lines::lines;

/// The longest key, in characters.
const LONGEST_KEY: usize = 30;

/// One header, as it is written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Header<'t> {
    pub(super) key: &'t str,
    /// Without blanks at its ends; lines are joined by a space.
    pub(super) value: String,
    /// How many lines stand before it.
    pub(super) row: usize,
}

/// Header lines without a blank line between them.
#[derive(Debug, Default)]
pub(super) struct Headers<'t> {
    pub(super) rows: Vec<Header<'t>>,
    /// Where the line below the last one starts.
    pub(super) end: usize,
    /// Whether a blank line or nothing follows.
    pub(super) stand_apart: bool,
}

/// The header lines at the start of `text`, as far as `is_taken` takes their keys.
pub(super) fn read(text: &str, is_taken: impl Fn(&str) -> bool) -> Headers<'_> {
    let mut found = Headers {
        stand_apart: true,
        ..Headers::default()
    };
    let mut rows = lines(text).enumerate().peekable();
    while let Some((row, range)) = rows.next() {
        let line = unquoted(text, range);
        let line = &text[line];
        let goes_on = line.starts_with([' ', '\t']) && !line.trim().is_empty();
        match (found.rows.last_mut(), header(line)) {
            (Some(last), _) if goes_on => {
                if !last.value.is_empty() {
                    last.value.push(' ');
                }
                last.value.push_str(line.trim());
            }
            (_, Some((key, value))) if is_taken(key) => found.rows.push(Header {
                key,
                value: value.to_owned(),
                row,
            }),
            _ => {
                found.stand_apart = line.trim().is_empty();
                break;
            }
        }
        found.end = rows.peek().map_or(text.len(), |(_, next)| next.start);
    }
    found
}

/// A line without the marks of a quotation before it.
fn unquoted(text: &str, row: Range<usize>) -> Range<usize> {
    let line = &text[row.clone()];
    if !line.starts_with('>') {
        return row;
    }
    let rest = line.trim_start_matches(['>', ' ']);
    row.end - rest.len()..row.end
}

/// The key and the value of a line, without marks of emphasis around the key.
pub(super) fn header(line: &str) -> Option<(&str, &str)> {
    let line = line.trim_end().trim_end_matches('\\');
    let plain = line.trim_start_matches(['*', '_']);
    let (key, value) = plain.split_once([':', '：'])?;
    let is_marked = plain.len() < line.len();
    let key = key.trim_end_matches(['*', '_']).trim_end();
    let value = if is_marked {
        value.trim_start_matches(['*', '_'])
    } else {
        value
    };
    let is_key = |c: char| c.is_alphanumeric() || c == ' ' || c == '-' || is_mark(c);
    let fits = key.starts_with(char::is_alphabetic)
        && key.chars().all(is_key)
        && key.chars().count() <= LONGEST_KEY
        && !value.starts_with("//");
    fits.then_some((key, value.trim()))
}

/// Whether a character only changes the letter before it, as in Hindi.
fn is_mark(c: char) -> bool {
    unicode_normalization::char::is_combining_mark(c) || c == '_'
}
