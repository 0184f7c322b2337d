//! A *block* is a heading, a paragraph, a list item, the rows of a table or a listing of the
//! article, as plain text.
//!
//! A quote is a slice of the text that is made here, so there is no markup in it but what divides
//! the text into blocks: no emphasis, no link targets, no images and their captions.

mod emit;

use std::ops::Range;

use super::elements::{is_heading, leads_away, level};
use super::letters::has_words;
use super::lists::{self, OpenList};
use super::page::Page;
use super::tree::{DOCUMENT, Id, Tree, Visitor};
use super::{formula, sup_sub};
use emit::{is_gutter, is_unseen};

/// A raised or lowered text with more letters is no number, note or index.
const LONGEST_MOVED: usize = 40;

/// One block.
#[derive(Debug)]
pub(super) struct PageBlock {
    pub(super) kind: PageBlockKind,
    /// Lines with nothing blank among them or around them, except in a listing.
    pub(super) text: String,
    /// How many letters of the text are links to other pages.
    pub(super) linked: usize,
    /// The element it stands in.
    pub(super) element: Id,
    /// Whether something like a list of other pages was left out right before it.
    pub(super) is_behind_box: bool,
    /// Whether the page calls it a byline.
    pub(super) is_called_byline: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum PageBlockKind {
    /// With its level, from 1.
    Heading(u8),
    Paragraph,
    /// The rows of a table.
    Rows,
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

/// Reads what a page shows, from `root` on.
pub(super) fn read(page: &Page, root: Id) -> Vec<PageBlock> {
    let mut reader = Reader::new(page);
    page.tree.walk(root, &mut reader);
    reader.end_block();
    reader.end_table();
    reader.blocks
}

struct Reader<'p> {
    page: &'p Page,
    tree: &'p Tree,
    blocks: Vec<PageBlock>,
    /// The text of the block at hand.
    text: String,
    /// Where in the text its links to other pages are.
    links: Vec<Range<usize>>,
    /// The element in which the block began.
    element: Id,
    heading: Option<u8>,
    lists: Vec<OpenList>,
    /// How many links to other pages are open.
    open_links: usize,
    /// How many tables are open; what stands in one is divided into rows only.
    tables: usize,
    rows: Vec<PageBlock>,
    listing: Option<Listing>,
    is_behind_box: bool,
}

/// A listing (`<pre>`) while it is read, line by line, whatever its lines are made of: blocks, or the
/// rows of a table with the lines' numbers.
struct Listing {
    id: Id,
    /// How many tables it stands in.
    tables: usize,
    /// Where the last cell of a table in it starts.
    cell: usize,
}

impl Visitor for Reader<'_> {
    fn enter(&mut self, id: Id) -> bool {
        if let Some(text) = self.tree.text(id) {
            self.text(text, self.tree.parent(id).unwrap_or(id));
            return false;
        }
        if self.page.is_skipped(id) {
            if self.page.is_block(id) {
                self.end_block();
            }
            self.is_behind_box |= self.page.is_teaser(id);
            return false;
        }
        self.open(id)
    }

    fn leave(&mut self, id: Id) {
        self.close(id);
    }
}

impl<'p> Reader<'p> {
    fn new(page: &'p Page) -> Self {
        Self {
            page,
            tree: &page.tree,
            blocks: Vec::new(),
            text: String::new(),
            links: Vec::new(),
            element: DOCUMENT,
            heading: None,
            lists: Vec::new(),
            open_links: 0,
            tables: 0,
            rows: Vec::new(),
            listing: None,
            is_behind_box: false,
        }
    }

    /// An element begins; whether what is in it is still to be read.
    fn open(&mut self, id: Id) -> bool {
        match self.tree.name(id) {
            "br" => self.text.push('\n'),
            "q" => self.text.push('“'),
            "a" => self.open_links += usize::from(self.leads_away(id)),
            "sup" | "sub" => return self.moved(id),
            "rt" => self.text.push('('),
            "math" => {
                let formula = formula::of(self.page, id);
                self.text(&formula, id);
                return false;
            }
            "img" => self.image(id),
            "dd" if self.listing.is_none() => self.text.push('\n'),
            "td" | "th" if self.listing.is_some() => {
                if let Some(listing) = &mut self.listing {
                    listing.cell = self.text.len();
                }
            }
            "td" | "th" if self.tables > 0 => self.text.push_str(" | "),
            _ if !self.page.is_block(id) => {}
            _ if self.listing.is_some() => self.break_line(),
            _ => {
                self.end_block();
                self.start(id);
            }
        }
        true
    }

    /// Whether a link leads to another page or place; one that opens a section is its title.
    fn leads_away(&self, id: Id) -> bool {
        const OPENING: [&str; 4] = [
            "aria-expanded",
            "aria-controls",
            "data-toggle",
            "data-bs-toggle",
        ];
        let address = self.tree.attribute(id, "href");
        let opens = OPENING
            .iter()
            .any(|name| self.tree.attribute(id, name).is_some());
        self.open_links > 0
            || !opens
                && address.is_some_and(|address| address.starts_with('#') || leads_away(address))
    }

    /// A raised or lowered text; whether it is still to be read.
    fn moved(&mut self, id: Id) -> bool {
        if self.page.letters(id) > LONGEST_MOVED {
            return true;
        }
        let text = self.tree.text_of(id);
        let is_raised = self.tree.name(id) == "sup";
        let is_inner = self
            .tree
            .below(id)
            .filter_map(|node| self.tree.attribute(node, "href"))
            .any(|address| address.contains('#'));
        let is_cited = text.trim().starts_with('[') && text.trim().ends_with(']');
        let is_note = is_raised && is_inner && (is_cited || sup_sub::is_note(&text));
        if is_note {
            return false;
        }
        if text.contains('\n') || self.tree.below(id).any(|node| self.page.is_skipped(node)) {
            return true;
        }
        let next = self.tree.next(id).and_then(|node| self.tree.text(node));
        let moved = sup_sub::written(&text, is_raised, &self.text, next.unwrap_or_default());
        self.text(&moved, id);
        false
    }

    /// An image is text when it shows a capital, a formula or an emoji; else it divides words.
    fn image(&mut self, id: Id) {
        let alt = self.tree.attribute(id, "alt").unwrap_or_default();
        let next = self
            .tree
            .next(id)
            .and_then(|node| self.tree.text(node))
            .unwrap_or_default();
        let is_capital = alt.chars().count() == 1 && next.starts_with(char::is_lowercase);
        let class = self.tree.attribute(id, "class").unwrap_or_default();
        let is_emoji = class.contains("emoji") && !alt.is_ascii();
        if let Some(formula) = formula::of_image(self.tree, id) {
            self.text(&formula, id);
        } else if is_capital || is_emoji {
            self.text(alt, id);
        } else if self.text.ends_with(char::is_alphanumeric)
            && next.starts_with(char::is_alphanumeric)
        {
            self.text.push(' ');
        }
    }

    /// The start of an element that ended the block before.
    fn start(&mut self, id: Id) {
        match self.tree.name(id) {
            name if is_heading(name) => self.heading = level(name),
            name if lists::is_list(name) => self.lists.push(OpenList::of(self.page, id)),
            "li" => {
                if self.lists.is_empty() {
                    self.lists.push(OpenList::default());
                }
                if let Some(list) = self.lists.last_mut() {
                    list.start_item(self.tree.attribute(id, "value"));
                }
            }
            "table" if self.tables > 0 || self.page.is_data(id) => self.tables += 1,
            "pre" => {
                let tables = self.tables;
                if tables > 0 {
                    self.end_table();
                    self.tables = 0;
                }
                self.listing = Some(Listing {
                    id,
                    tables,
                    cell: 0,
                });
            }
            _ => {}
        }
    }

    fn close(&mut self, id: Id) {
        match self.tree.name(id) {
            "q" => self.text.push('”'),
            "rt" => self.text.push(')'),
            "a" => {
                self.open_links = self.open_links.saturating_sub(1);
            }
            "td" | "th" if self.listing.is_some() => self.end_cell(),
            "td" | "th" if self.tables > 0 => {}
            "dt" if self.listing.is_none() => {}
            "tr" | "caption" if self.tables > 0 && self.listing.is_none() => self.end_row(),
            _ if !self.page.is_block(id) => {}
            _ if self
                .listing
                .as_ref()
                .is_some_and(|listing| listing.id != id) =>
            {
                self.break_line();
            }
            _ => {
                self.end_block();
                self.end(id);
            }
        }
    }

    /// The end of a listing's cell, which may be only the number of a line.
    fn end_cell(&mut self) {
        let cell = self.listing.as_ref().map_or(0, |listing| listing.cell);
        if self.text.get(cell..).is_some_and(is_gutter) {
            self.text.truncate(cell);
        }
    }

    /// A block in a listing is one or more of its lines.
    fn break_line(&mut self) {
        if !self.text.is_empty() && !self.text.ends_with('\n') {
            self.text.push('\n');
        }
    }

    /// The end of an element, its last block written.
    fn end(&mut self, id: Id) {
        match self.tree.name(id) {
            name if is_heading(name) => self.heading = None,
            name if lists::is_list(name) => {
                self.lists.pop();
            }
            "li" => {
                if let Some(list) = self.lists.last_mut() {
                    list.is_due = false;
                }
            }
            "table" if self.tables > 0 => {
                self.tables -= 1;
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

    fn text(&mut self, text: &str, element: Id) {
        if !has_words(&self.text) {
            self.element = element;
        }
        let start = self.text.len();
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
            }
        }
        if self.open_links > 0 {
            self.links.push(start..self.text.len());
        }
    }
}
