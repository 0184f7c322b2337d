//! What has been read of a block is *emitted* where the block ends.

use std::ops::Range;

use super::super::letters::{has_words, weight};
use super::super::lists::mark;
use super::{PageBlock, PageBlockKind, Reader};
use crate::language::scripts::is_break_mark;

/// A table with more bytes than this is a paragraph for each row.
const LONG_TABLE: usize = 1_000;

impl Reader<'_> {
    /// Ends the block at hand; in a table, where only rows are blocks, it ends a word.
    pub(super) fn end_block(&mut self) {
        if self.tables > 0 {
            self.text.push(' ');
            return;
        }
        let text = std::mem::take(&mut self.text);
        let links = std::mem::take(&mut self.links);
        if let Some(listing) = &self.listing {
            let is_table = listing.tables > 0;
            let text = text.trim_end().trim_matches('\n').to_owned();
            if !is_table || !is_gutter(&text) {
                self.push(PageBlockKind::Listing, text, 0);
            }
            return;
        }
        // Two line breaks are how some pages end a paragraph.
        let (mut paragraph, mut count, mut at) = (Vec::new(), 0, 0);
        for line in text.split('\n') {
            let range = at..at + line.len();
            at = range.end + 1;
            if line.trim().is_empty() {
                self.push_lines(&std::mem::take(&mut paragraph), std::mem::take(&mut count));
            } else if !is_ruler(line.trim()) {
                paragraph.push(line.trim());
                count += linked_in(&text, &links, &range);
            }
        }
        self.push_lines(&paragraph, count);
    }

    fn push_lines(&mut self, lines: &[&str], linked: usize) {
        let kind = self.kind();
        let is_heading = matches!(kind, PageBlockKind::Heading(_));
        let glue = if is_heading { " " } else { "\n" };
        self.push(kind, lines.join(glue), linked);
    }

    /// What the block at hand is, by where it stands.
    fn kind(&self) -> PageBlockKind {
        if let Some(level) = self.heading {
            return PageBlockKind::Heading(level);
        }
        let Some((list, around)) = self.lists.split_last() else {
            return PageBlockKind::Paragraph;
        };
        let indent = around.iter().map(|list| list.inner).sum();
        if list.is_due {
            let number = list.number();
            return PageBlockKind::Item { indent, number };
        }
        let indent = indent + list.inner;
        PageBlockKind::Continued { indent }
    }

    fn push(&mut self, kind: PageBlockKind, mut text: String, linked: usize) {
        if !has_words(&text) {
            return;
        }
        if let (PageBlockKind::Item { number, .. }, Some(list)) = (kind, self.lists.last_mut()) {
            list.is_due = false;
            list.inner = mark(number).len();
            if let Some(label) = list.label() {
                text.insert_str(0, &label);
            }
        }
        let block = self.block(kind, text, linked);
        self.blocks.push(block);
    }

    fn block(&mut self, kind: PageBlockKind, text: String, linked: usize) -> PageBlock {
        PageBlock {
            kind,
            text,
            linked,
            element: self.element,
            is_behind_box: std::mem::take(&mut self.is_behind_box),
            is_called_byline: self.page.is_called_byline(self.element),
        }
    }

    pub(super) fn end_row(&mut self) {
        let text = std::mem::take(&mut self.text);
        let links = std::mem::take(&mut self.links);
        let linked = linked_in(&text, &links, &(0..text.len()));
        let text = text
            .split([' ', '\n'])
            .filter(|word| !word.is_empty())
            .collect::<Vec<_>>()
            .join(" ");
        let text = text.trim_matches([' ', '|']).to_owned();
        if has_words(&text) {
            let row = self.block(PageBlockKind::Rows, text, linked);
            self.rows.push(row);
        }
    }

    /// The rows of a short table stay together.
    pub(super) fn end_table(&mut self) {
        self.end_row();
        let rows = std::mem::take(&mut self.rows);
        if rows.iter().map(|row| row.text.len()).sum::<usize>() > LONG_TABLE {
            self.blocks.extend(rows);
            return;
        }
        let texts: Vec<&str> = rows.iter().map(|row| row.text.as_str()).collect();
        let linked = rows.iter().map(|row| row.linked).sum();
        self.push(PageBlockKind::Rows, texts.join("\n"), linked);
    }
}

/// How many letters of a part of the text are links, which stand in the order of the text.
fn linked_in(text: &str, links: &[Range<usize>], part: &Range<usize>) -> usize {
    let first = links.partition_point(|link| link.end <= part.start);
    links[first..]
        .iter()
        .take_while(|link| link.start < part.end)
        .filter_map(|link| text.get(link.start.max(part.start)..link.end.min(part.end)))
        .map(weight)
        .sum()
}

/// Whether a text is nothing but the numbers of a listing's lines.
pub(super) fn is_gutter(text: &str) -> bool {
    text.chars()
        .all(|c| c.is_ascii_digit() || c.is_whitespace())
}

/// A character that takes no room: a soft hyphen, a place where a line may end, a control.
pub(super) fn is_unseen(c: char) -> bool {
    c.is_control() || is_break_mark(c)
}

/// A line that Markdown takes for a ruler or an underlining.
fn is_ruler(line: &str) -> bool {
    !line.is_empty() && line.chars().all(|c| "-=_*~ ".contains(c))
}
