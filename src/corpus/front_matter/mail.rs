//! A *mail* pasted into a file starts with its headers, in the language of the program it was read
//! with; those of the mails it answers stand between the lines of its thread.

use std::ops::Range;

use super::{Block, Entry, Value};
use crate::corpus::headers::{self, Header, Headers};
use crate::corpus::lines::{count_ends, lines};
use crate::language::lexicon::ANY;
use crate::language::normalise::caseless;

/// A line shorter than this, in bytes, may be the end of the one above it.
const SHORT: usize = 30;

/// What a header tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Role {
    From,
    To,
    Date,
    Subject,
    /// Nothing that is shown.
    Other,
}

/// Reads the headers of a mail at the top of a text.
pub(in crate::corpus) fn read(text: &str) -> Option<Block> {
    let start = text.len() - text.trim_start().len();
    if text[start..].starts_with('>') {
        return None;
    }
    let announced = announcement(&text[start..]);
    let start = start + announced;
    let spaced = spaced(&text[start..]);
    let found = if are_of_mail(&spaced.rows) {
        spaced
    } else {
        headers::read(&text[start..], is_taken)
    };
    // "Re" alone may be a note's first word.
    let is_subject =
        |header: &Header| role(header.key) == Some(Role::Subject) && header.key.len() > 2;
    let is_alone = announced == 0 && found.stand_apart && found.rows.len() == 1;
    let names_subject = is_alone && found.rows.iter().all(is_subject);
    if !are_of_mail(&found.rows) && !names_subject {
        return None;
    }
    let first_line = 1 + count_ends(&text[..start]);
    let told = |wanted: Role| {
        let mut headers = found.rows.iter();
        headers.find(|it| role(it.key) == Some(wanted) && !it.value.is_empty())
    };
    let entry = |key: &str, header: &Header, value: &str| Entry {
        key: key.to_owned(),
        line: first_line.saturating_add(u32::try_from(header.row).unwrap_or(u32::MAX)),
        value: Value::text(value),
    };
    let entries = [
        told(Role::Subject).map(|it| entry("title", it, &it.value)),
        told(Role::From).map(|it| entry("author", it, &name_of(&it.value))),
        told(Role::Date).map(|it| entry("date", it, &it.value)),
    ];
    Some(Block {
        entries: entries.into_iter().flatten().collect(),
        body: start + found.end,
        ..Block::default()
    })
}

/// Header lines with a blank line below each, as some programs print them; each tells another thing.
fn spaced(text: &str) -> Headers<'_> {
    let mut all = Headers::default();
    loop {
        let below = &text[all.end..];
        let start = all.end + (below.len() - below.trim_start().len());
        let next = headers::read(&text[start..], is_taken);
        let [header] = next.rows.as_slice() else {
            return all;
        };
        let told = role(header.key).filter(|told| *told != Role::Other);
        let is_new = all.rows.iter().all(|it| role(it.key) != told);
        if told.is_none() || !is_new || !next.stand_apart {
            return all;
        }
        let row = usize::try_from(count_ends(&text[..start])).unwrap_or(usize::MAX);
        all.rows.push(Header {
            row,
            ..header.clone()
        });
        all.end = start + next.end;
    }
}

/// The length of what may stand before the headers: the line of a mailbox's own, or that a mail was
/// forwarded.
fn announcement(text: &str) -> usize {
    let mut rows = lines(text);
    let first = rows.next().map_or("", |row| text[row].trim());
    let is_mailbox = first.starts_with("From ") && !first.contains(':')
        || first.starts_with("From ") && first.split_whitespace().count() >= 6;
    let is_forwarded = is_ruler(first)
        || first.ends_with([':', '：'])
            && headers::header(first).is_none_or(|(key, _)| role(key).is_none());
    if !is_mailbox && !is_forwarded {
        return 0;
    }
    let mut below = rows.skip_while(|row| text[row.clone()].trim().is_empty());
    below.next().map_or(0, |row| row.start)
}

/// Whether a line sets two mails apart: `-----Original Message-----`.
fn is_ruler(line: &str) -> bool {
    line.len() > 3 && line.starts_with(['-', '_']) && line.ends_with(['-', '_', ':'])
}

/// The headers of the mails that a mail answers, with the lines that announce them.
pub(in crate::corpus) fn thread(text: &str, body: usize) -> Vec<Range<usize>> {
    let rows: Vec<Range<usize>> = lines(&text[body..])
        .map(|row| row.start + body..row.end + body)
        .collect();
    let mut found: Vec<Range<usize>> = Vec::new();
    let mut at = 0;
    while at < rows.len() {
        if let Some(range) = announced(text, &rows, at) {
            found.push(range);
        } else if let Some((range, is_of_mail)) = headers_at(text, &rows, at) {
            let end = range.end;
            found.extend(is_of_mail.then_some(range));
            while rows.get(at + 1).is_some_and(|row| row.start < end) {
                at += 1;
            }
        }
        at += 1;
    }
    found
}

/// The line above a quoted mail that says who wrote it when, wrapped or not.
fn announced(text: &str, rows: &[Range<usize>], at: usize) -> Option<Range<usize>> {
    let line_at = |at: usize| {
        text[rows[at].clone()]
            .trim_start_matches(['>', ' '])
            .trim_end()
    };
    if !line_at(at).ends_with([':', '：']) {
        return None;
    }
    let mut below = rows[at + 1..].iter().map(|row| text[row.clone()].trim());
    let quoted = below.find(|line| !line.is_empty());
    if !quoted.is_some_and(|line| line.starts_with('>')) {
        return None;
    }
    let first = if at > 0 && line_at(at).len() < SHORT {
        at - 1
    } else {
        at
    };
    let said = (first..=at).map(line_at).collect::<Vec<_>>().join(" ");
    let numbers = said.split(|c: char| !c.is_numeric());
    let is_dated = numbers.filter(|number| !number.is_empty()).count() >= 3;
    (is_dated || said.contains('@')).then(|| rows[first].start..rows[at].end)
}

/// The headers that start on a line, with the line above that sets them apart, and whether they are a
/// mail's.
fn headers_at(text: &str, rows: &[Range<usize>], at: usize) -> Option<(Range<usize>, bool)> {
    let plain = |row: &Range<usize>| text[row.clone()].trim_start_matches(['>', ' ']).trim_end();
    headers::header(plain(&rows[at])).filter(|(key, _)| role(key).is_some())?;
    let found = headers::read(&text[rows[at].start..], is_taken);
    let above = rows[..at].iter().rev().take(2);
    let ruler = above.clone().find(|row| is_ruler(plain(row)));
    let is_near = |ruler: &&Range<usize>| {
        text[ruler.end..rows[at].start]
            .trim_matches(['>', ' ', '\r', '\n'])
            .is_empty()
    };
    let start = ruler
        .filter(is_near)
        .map_or(rows[at].start, |row| row.start);
    let end = rows[at].start + found.end;
    let range = start..text[..end].trim_end().len();
    Some((range, are_of_mail(&found.rows)))
}

/// Whether headers are those of a mail: a subject and one more, or an address among two.
fn are_of_mail(headers: &[Header]) -> bool {
    let has = |wanted: Role| headers.iter().any(|it| role(it.key) == Some(wanted));
    let roles = [Role::From, Role::To, Role::Date, Role::Subject];
    let told = roles.into_iter().filter(|role| has(*role)).count();
    let is_addressed = headers
        .iter()
        .any(|it| matches!(role(it.key), Some(Role::From | Role::To)) && it.value.contains('@'));
    told >= 2 && (has(Role::Subject) || is_addressed)
}

/// Whether the key is one of a mail's, of which programs write many that nobody reads.
fn is_taken(key: &str) -> bool {
    role(key).is_some() || key.is_ascii() && key.contains('-') && !key.contains(' ')
}

fn role(key: &str) -> Option<Role> {
    let key = caseless(key);
    let headers = &ANY.mail;
    let named = [
        (Role::From, &headers.from),
        (Role::To, &headers.to),
        (Role::Date, &headers.date),
        (Role::Subject, &headers.subject),
        (Role::Other, &headers.others),
    ];
    let named = named.iter().find(|(_, names)| names.contains(&key));
    named.map(|(role, _)| *role)
}

/// A sender's name, without the address; nothing where there is only that.
fn name_of(sender: &str) -> String {
    let mut name = String::new();
    let mut rest = sender;
    while let Some(open) = rest.find(['<', '[']) {
        name.push_str(&rest[..open]);
        let close = rest[open..].find(['>', ']']);
        rest = close.map_or("", |close| &rest[open + close + 1..]);
    }
    name.push_str(rest);
    let name = name.replace(['"', '“', '”', '„'], "");
    let words = name.split_whitespace();
    let words: Vec<&str> = words.filter(|word| !word.contains('@')).collect();
    let name = words.join(" ");
    let name = name.trim_matches(|c: char| "(),;'".contains(c) || c.is_whitespace());
    name.to_owned()
}
