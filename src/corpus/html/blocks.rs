//! A *block* is a heading, a paragraph, a list item, the rows of a table or a listing of the
//! article, as plain text.
//!
//! A quote is a slice of the text that is made here, so there is no markup in it but what divides
//! the text into blocks: no emphasis, no link targets, no images and their captions.

use std::collections::VecDeque;

use super::dropped::Dropped;
use super::elements::{is_block, is_dropped, leads_away};
use super::listing::{self, Listing};
use super::lists::{self, List, mark};
use super::raised::MovedTexts;
use super::tokens::{self, Tag, Token};
use crate::corpus::has_words;
use crate::language::scripts::is_break_mark;

/// A table with more bytes than this is a paragraph for each row.
const LONG_TABLE: usize = 1_000;

/// One block.
#[derive(Debug, PartialEq)]
pub(super) struct Block {
    pub(super) kind: Kind,
    /// Lines with nothing blank among them or around them, except in a listing.
    pub(super) text: String,
    /// How many characters of the text are links.
    pub(super) linked: usize,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// With its level, from 1.
    Heading(u8),
    Paragraph,
    Item {
        /// The columns before its mark.
        indent: usize,
        /// Its number in an ordered list.
        number: Option<u32>,
    },
    /// What follows the first paragraph of an item.
    Continued {
        /// The columns before it.
        indent: usize,
    },
    /// Text with its blanks and lines as they are.
    Listing,
}

/// Reads the article's HTML, as legible gives it.
pub(super) fn read(html: &str) -> Vec<Block> {
    let mut reader = Reader {
        reversed: lists::reversed(html),
        ..Reader::default()
    };
    tokens::read(html, |token| match token {
        Token::Open(tag) => reader.open(tag),
        Token::Close(name) => reader.close(name),
        Token::Text(text) => reader.text(text),
        Token::Comment(_) => {}
    });
    reader.end_block();
    reader.end_table();
    reader.blocks
}

#[derive(Default)]
struct Reader {
    blocks: Vec<Block>,
    /// The text of the block at hand.
    text: String,
    linked: usize,
    dropped: Dropped,
    heading: Option<u8>,
    lists: Vec<List>,
    /// The lengths of the lists to come that count backwards.
    reversed: VecDeque<i64>,
    links: usize,
    moved: MovedTexts,
    /// How many tables are open; what stands in one is divided into rows only.
    tables: usize,
    rows: Vec<Block>,
    listing: Option<Listing>,
}

impl Reader {
    fn open(&mut self, tag: &Tag) {
        let name = tag.name();
        if self.dropped.open(tag) {
            return;
        }
        if is_dropped(name) {
            self.dropped.begin(tag);
            return;
        }
        match name {
            "br" => self.text.push('\n'),
            "q" => self.text.push('“'),
            "a" => self.open_link(tag.attribute("href")),
            "sup" | "sub" => self.moved.open(&self.text, self.linked),
            "dd" if self.listing.is_none() => self.text.push('\n'),
            "td" | "th" if self.tables > 0 => self.text.push_str(" | "),
            _ if self.listing.is_some() => {
                if let Some(listing) = &mut self.listing {
                    listing.open(name, &mut self.text);
                }
            }
            _ if !is_block(name) => {}
            _ => {
                self.end_block();
                self.start(tag);
            }
        }
    }

    fn open_link(&mut self, address: Option<&str>) {
        let is_counted = self.links > 0 || address.is_some_and(leads_away);
        self.links += usize::from(is_counted);
        if address.is_some_and(|it| it.contains('#')) {
            self.moved.see_inner_link();
        }
    }

    /// The start of an element that ended the block before.
    fn start(&mut self, tag: &Tag) {
        match tag.name() {
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => self.heading = level(tag.name()),
            name if lists::is_list(name) => self.lists.push(List::of(tag, &mut self.reversed)),
            "li" => {
                if self.lists.is_empty() {
                    self.lists.push(List::default());
                }
                if let Some(list) = self.lists.last_mut() {
                    list.start_item(tag);
                }
            }
            "table" => self.tables += 1,
            "pre" => {
                let tables = self.tables;
                if tables > 0 {
                    self.end_table();
                    self.tables = 0;
                }
                self.listing = Some(Listing::within(tables));
            }
            _ => {}
        }
    }

    fn close(&mut self, name: &str) {
        if self.dropped.close(name) {
            return;
        }
        match name {
            "q" => self.text.push('”'),
            "a" => self.links = self.links.saturating_sub(1),
            "sup" | "sub" => {
                let is_raised = name == "sup";
                self.moved
                    .close(is_raised, &mut self.text, &mut self.linked);
            }
            _ if self.goes_on_listing(name) => {}
            "td" | "th" | "dt" | "br" => {}
            "tr" | "caption" if self.tables > 0 => self.end_row(),
            _ if !is_block(name) => {}
            _ => {
                self.end_block();
                self.end(name);
            }
        }
    }

    /// Whether an element that closes is a part of a listing.
    fn goes_on_listing(&mut self, name: &str) -> bool {
        let listing = self.listing.as_mut();
        listing.is_some_and(|it| !it.close(name, &mut self.text))
    }

    /// The end of an element, its last block written.
    fn end(&mut self, name: &str) {
        match name {
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => self.heading = None,
            name if lists::is_list(name) => {
                self.lists.pop();
            }
            "li" => {
                if let Some(list) = self.lists.last_mut() {
                    list.is_due = false;
                }
            }
            "table" => {
                self.tables = self.tables.saturating_sub(1);
                if self.tables == 0 {
                    self.end_table();
                }
            }
            "pre" => {
                if let Some(listing) = self.listing.take() {
                    self.tables = listing.tables;
                }
            }
            _ => {}
        }
    }

    fn text(&mut self, text: &str) {
        if self.dropped.is_open() {
            return;
        }
        self.moved.go_on(text, &mut self.text);
        for c in text.chars() {
            let is_blank =
                c.is_ascii_whitespace() || matches!(c, '\u{85}' | '\u{2028}' | '\u{2029}');
            if self.listing.is_some() && (is_blank || !c.is_control()) {
                self.text.push(if c == '\r' { '\n' } else { c });
            } else if is_blank {
                if !self.text.ends_with([' ', '\n']) {
                    self.text.push(' ');
                }
            } else if !is_unseen(c) {
                self.text.push(c);
                self.linked += usize::from(self.links > 0);
            }
        }
    }

    /// Ends the block at hand; in a table, where only rows are blocks, it ends a word.
    fn end_block(&mut self) {
        if self.tables > 0 {
            self.text.push(' ');
            return;
        }
        let text = std::mem::take(&mut self.text);
        let linked = std::mem::take(&mut self.linked);
        self.moved = MovedTexts::default();
        if let Some(listing) = &self.listing {
            let text = text.trim_end().trim_matches('\n').to_owned();
            if listing.tables == 0 || !listing::is_gutter(&text) {
                self.push(Block {
                    kind: Kind::Listing,
                    text,
                    linked,
                });
            }
            return;
        }
        // Two line breaks are how some pages end a paragraph.
        let lines: Vec<&str> = text.split('\n').map(str::trim).collect();
        for lines in lines.split(|line| line.is_empty()) {
            let lines = lines.iter().copied().filter(|line| !is_ruler(line));
            let text: Vec<&str> = lines.collect();
            let kind = self.kind();
            let glue = if matches!(kind, Kind::Heading(_)) {
                " "
            } else {
                "\n"
            };
            self.push(Block {
                kind,
                text: text.join(glue),
                linked,
            });
        }
    }

    /// What the block at hand is, by where it stands.
    fn kind(&self) -> Kind {
        if let Some(level) = self.heading {
            return Kind::Heading(level);
        }
        let Some((list, around)) = self.lists.split_last() else {
            return Kind::Paragraph;
        };
        let indent = around.iter().map(|list| list.inner).sum();
        if list.is_due {
            let number = list.number();
            return Kind::Item { indent, number };
        }
        let indent = indent + list.inner;
        Kind::Continued { indent }
    }

    fn push(&mut self, mut block: Block) {
        if !has_words(&block.text) {
            return;
        }
        if let (Kind::Item { number, .. }, Some(list)) = (block.kind, self.lists.last_mut()) {
            list.is_due = false;
            list.inner = mark(number).len();
            if let Some(label) = list.label() {
                block.text.insert_str(0, &label);
            }
        }
        self.blocks.push(block);
    }

    fn end_row(&mut self) {
        let text = std::mem::take(&mut self.text);
        self.moved = MovedTexts::default();
        let linked = std::mem::take(&mut self.linked);
        let words: Vec<&str> = text
            .split([' ', '\n'])
            .filter(|word| !word.is_empty())
            .collect();
        let text = words.join(" ");
        let text = text.trim_matches(|c| c == ' ' || c == '|').to_owned();
        if has_words(&text) {
            let kind = Kind::Paragraph;
            self.rows.push(Block { kind, text, linked });
        }
    }

    /// The rows of a short table stay together.
    fn end_table(&mut self) {
        self.end_row();
        let rows = std::mem::take(&mut self.rows);
        if rows.iter().map(|row| row.text.len()).sum::<usize>() > LONG_TABLE {
            self.blocks.extend(rows);
            return;
        }
        let texts: Vec<&str> = rows.iter().map(|row| row.text.as_str()).collect();
        let table = Block {
            kind: Kind::Paragraph,
            text: texts.join("\n"),
            linked: rows.iter().map(|row| row.linked).sum(),
        };
        self.push(table);
    }
}

fn level(heading: &str) -> Option<u8> {
    heading.strip_prefix('h')?.parse().ok()
}

/// A character that takes no room: a soft hyphen, a place where a line may end, a control.
fn is_unseen(c: char) -> bool {
    c.is_control() || is_break_mark(c)
}

/// A line that Markdown takes for a ruler or an underlining.
fn is_ruler(line: &str) -> bool {
    !line.is_empty() && line.chars().all(|c| "-=_*~ ".contains(c))
}
