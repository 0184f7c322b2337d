//! The *export* is the journal as a table for spreadsheets (CSV).
//!
//! Spreadsheets take a cell that begins with `=`, `+`, `-` or `@` for a formula, which could send
//! what stands beside it elsewhere, and members choose what stands there. Such a cell, blanks
//! before it or not, gets an apostrophe in front; so does one that begins with an apostrophe, so
//! that taking away the first of a cell always gives back what was written.

use std::borrow::Cow;
use std::io::{self, Write};

use super::named::Named;
use super::{Gap, Votes};
use crate::language::Language;

/// What formulas begin with; the last four are what Japanese and Chinese keyboards write.
const BEGINNINGS: [char; 8] = ['=', '+', '-', '@', '＝', '＋', '－', '＠'];

/// The columns of [`gaps`].
pub const GAP_COLUMNS: [&str; 7] = [
    "id", "question", "language", "count", "last", "verdict", "guilds",
];

/// The columns of [`votes`].
pub const VOTE_COLUMNS: [&str; 6] = ["document", "paragraph", "digest", "up", "down", "last"];

/// Writes gaps as CSV with a line of [`GAP_COLUMNS`]; dates are days in UTC, guilds have blanks
/// between them.
///
/// # Errors
/// When `out` takes no more.
pub fn gaps(gaps: &[Gap], out: impl Write) -> io::Result<()> {
    let mut table = csv::Writer::from_writer(out);
    table.write_record(GAP_COLUMNS)?;
    for gap in gaps {
        let guilds: Vec<String> = gap.guilds.iter().map(u64::to_string).collect();
        table.write_record([
            gap.id.to_string().as_str(),
            &cell(&gap.question),
            gap.language.map_or("", Language::code),
            &gap.count.to_string(),
            &gap.date,
            gap.verdict.name(),
            &guilds.join(" "),
        ])?;
    }
    table.flush()
}

/// Writes votes as CSV with a line of [`VOTE_COLUMNS`]; a digest is 32 hexadecimal digits.
///
/// # Errors
/// When `out` takes no more.
pub fn votes(votes: &[Votes], out: impl Write) -> io::Result<()> {
    let mut table = csv::Writer::from_writer(out);
    table.write_record(VOTE_COLUMNS)?;
    for votes in votes {
        let digest = u128::from_be_bytes(votes.passage.digest);
        table.write_record([
            cell(&votes.passage.document).as_ref(),
            &votes.passage.paragraph.to_string(),
            &format!("{digest:032x}"),
            &votes.up.to_string(),
            &votes.down.to_string(),
            &votes.date,
        ])?;
    }
    table.flush()
}

/// A text that no spreadsheet takes for a formula.
fn cell(text: &str) -> Cow<'_, str> {
    let visible = text.trim_start_matches(|c: char| c.is_whitespace() || c.is_control());
    if text.starts_with('\'') || visible.starts_with(BEGINNINGS) {
        Cow::Owned(format!("'{text}"))
    } else {
        Cow::Borrowed(text)
    }
}
