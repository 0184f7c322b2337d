//! A *mail* pasted into a file starts with its headers, in the language of the program it was read
//! with; those of the mails it answers stand between the lines of its thread.

use std::ops::Range;

use super::{Entry, RawFrontMatter, Value};
use crate::corpus::headers::{self, Header, Headers};
use crate::corpus::lines::{count_ends, lines};
use crate::language::lexicon::ANY;
use crate::language::normalise::caseless;

/// A line shorter than this, in bytes, may be the end of the one above it.
const SHORT: usize = 30;

/// What a header tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum HeaderRole {
    From,
    To,
    Date,
    Subject,
    /// Something that is not shown.
    Other,
}

/// Reads the headers of a mail at the top of a text.
pub(in crate::corpus) fn read(text: &str) -> Option<RawFrontMatter> {
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
        |header: &Header| role(header.key) == Some(HeaderRole::Subject) && header.key.len() > 2;
    let is_alone = announced == 0 && found.stand_apart && found.rows.len() == 1;
    let names_subject = is_alone && found.rows.iter().all(is_subject);
    if !are_of_mail(&found.rows) && !names_subject {
        return None;
    }
    let first_line = 1 + count_ends(&text[..start]);
    let told = |wanted: HeaderRole| {
        found
            .rows
            .iter()
            .find(|header| role(header.key) == Some(wanted) && !header.value.is_empty())
    };
    let entry = |key: &str, header: &Header, value: &str| Entry {
        key: key.to_owned(),
        line: first_line.saturating_add(u32::try_from(header.row).unwrap_or(u32::MAX)),
        value: Value::text(value),
    };
    let entries = [
        told(HeaderRole::Subject).map(|header| entry("title", header, &header.value)),
        told(HeaderRole::From).map(|header| entry("author", header, &name_of(&header.value))),
        told(HeaderRole::Date).map(|header| entry("date", header, &header.value)),
    ];
    Some(RawFrontMatter {
        entries: entries.into_iter().flatten().collect(),
        body: start + found.end,
        ..RawFrontMatter::default()
    })
}

/// Header lines with a blank line below each, as some programs print them. They end at the first
/// one that has the same role as one above.
fn spaced(text: &str) -> Headers<'_> {
    let mut all = Headers::default();
    loop {
        let below = &text[all.end..];
        let start = all.end + (below.len() - below.trim_start().len());
        let next = headers::read(&text[start..], is_taken);
        let [header] = next.rows.as_slice() else {
            return all;
        };
        let told = role(header.key).filter(|told| *told != HeaderRole::Other);
        let is_new = all.rows.iter().all(|row| role(row.key) != told);
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
    rows.find(|row| !text[row.clone()].trim().is_empty())
        .map_or(0, |row| row.start)
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
    let quoted = rows[at + 1..]
        .iter()
        .map(|row| text[row.clone()].trim())
        .find(|line| !line.is_empty());
    if !quoted.is_some_and(|line| line.starts_with('>')) {
        return None;
    }
    let first = if at > 0 && line_at(at).len() < SHORT {
        at - 1
    } else {
        at
    };
    let said = (first..=at).map(line_at).collect::<Vec<_>>().join(" ");
    let is_dated = said
        .split(|c: char| !c.is_numeric())
        .filter(|number| !number.is_empty())
        .count()
        >= 3;
    (is_dated || said.contains('@')).then(|| rows[first].start..rows[at].end)
}

/// The headers that start on a line, with the line above that sets them apart, and whether they are a
/// mail's.
fn headers_at(text: &str, rows: &[Range<usize>], at: usize) -> Option<(Range<usize>, bool)> {
    let plain = |row: &Range<usize>| text[row.clone()].trim_start_matches(['>', ' ']).trim_end();
    headers::header(plain(&rows[at])).filter(|(key, _)| role(key).is_some())?;
    let found = headers::read(&text[rows[at].start..], is_taken);
    let ruler = rows[..at]
        .iter()
        .rev()
        .take(2)
        .find(|row| is_ruler(plain(row)));
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
    let has = |wanted: HeaderRole| {
        headers
            .iter()
            .any(|header| role(header.key) == Some(wanted))
    };
    let roles = [
        HeaderRole::From,
        HeaderRole::To,
        HeaderRole::Date,
        HeaderRole::Subject,
    ];
    let told = roles.into_iter().filter(|role| has(*role)).count();
    let is_addressed = headers.iter().any(|header| {
        matches!(role(header.key), Some(HeaderRole::From | HeaderRole::To))
            && header.value.contains('@')
    });
    told >= 2 && (has(HeaderRole::Subject) || is_addressed)
}

/// Whether the key is one of a mail's, of which programs write many that nobody reads.
fn is_taken(key: &str) -> bool {
    role(key).is_some() || key.is_ascii() && key.contains('-') && !key.contains(' ')
}

fn role(key: &str) -> Option<HeaderRole> {
    let key = caseless(key);
    let headers = &ANY.mail;
    let named = [
        (HeaderRole::From, &headers.from),
        (HeaderRole::To, &headers.to),
        (HeaderRole::Date, &headers.date),
        (HeaderRole::Subject, &headers.subject),
        (HeaderRole::Other, &headers.others),
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
    let words: Vec<&str> = name
        .split_whitespace()
        .filter(|word| !word.contains('@'))
        .collect();
    let name = words.join(" ");
    let name = name.trim_matches(|c: char| "(),;'".contains(c) || c.is_whitespace());
    name.to_owned()
}
