//! A *listing* (`<pre>`) is read line by line, whatever its lines are made of: blocks, or the rows of
//! a table with the lines' numbers.

use super::elements::is_block;

/// A listing while it is read.
#[derive(Default)]
pub(super) struct Listing {
    /// How many tables it stands in.
    pub(super) tables: usize,
    /// How many others are open in it.
    nested: usize,
    /// Where the last cell of a table in it starts.
    cell: usize,
}

impl Listing {
    pub(super) fn within(tables: usize) -> Self {
        Self {
            tables,
            ..Self::default()
        }
    }

    /// An element opens in it.
    pub(super) fn open(&mut self, name: &str, text: &mut String) {
        match name {
            "pre" => self.nested += 1,
            "td" | "th" => self.cell = text.len(),
            _ => {}
        }
        break_line(name, text);
    }

    /// An element closes; whether that is the listing itself.
    pub(super) fn close(&mut self, name: &str, text: &mut String) -> bool {
        if matches!(name, "td" | "th") && text.get(self.cell..).is_some_and(is_gutter) {
            text.truncate(self.cell);
        }
        if name == "pre" {
            match self.nested.checked_sub(1) {
                Some(fewer) => self.nested = fewer,
                None => return true,
            }
        }
        break_line(name, text);
        false
    }
}

/// A block in a listing is one or more of its lines.
fn break_line(name: &str, text: &mut String) {
    if is_block(name) && !text.is_empty() && !text.ends_with('\n') {
        text.push('\n');
    }
}

/// Whether a text is nothing but the numbers of a listing's lines.
pub(super) fn is_gutter(text: &str) -> bool {
    text.chars()
        .all(|c| c.is_ascii_digit() || c.is_whitespace())
}
