//! A *page* is a tree with what decides which of its elements a reader sees as text.

mod boxes;
mod hidden;
mod inline;

use super::elements::{is_block, is_dropped, is_heading, leads_away};
use super::letters::weight;
use super::names;
use super::style::{Display, StyleSheet};
use super::tree::{DOCUMENT, Id, Tree, Visitor};

/// A text with fewer letters is no sentence.
const SHORTEST_PROSE: usize = 60;

/// How much text is in an element, a Chinese character counted as two letters.
#[derive(Debug, Default, Clone, Copy)]
pub(super) struct Amount {
    pub(super) letters: usize,
    /// How many of them are links to other pages.
    pub(super) linked: usize,
    /// How many are in headings.
    headed: usize,
    /// How many marks end a sentence.
    stops: usize,
}

/// A page while its article is looked for.
pub(super) struct Page {
    pub(super) tree: Tree,
    pub(super) style: StyleSheet,
    amounts: Vec<Amount>,
    /// Whether boxes are read, too, because nothing was found without them.
    pub(super) is_lenient: bool,
}

impl Page {
    pub(super) fn of(tree: Tree) -> Self {
        let style = StyleSheet::of(&tree);
        let mut amounts = vec![Amount::default(); tree.len()];
        let all: Vec<Id> = tree.below(DOCUMENT).collect();
        // Read backwards, what is in an element is counted before the element.
        for id in all.into_iter().rev() {
            let name = tree.name(id);
            let own = &mut amounts[id];
            if let Some(text) = tree.text(id) {
                own.letters = weight(text);
                own.stops = text.chars().filter(|&c| is_stop(c)).count();
            } else if is_heading(name) {
                own.headed = own.letters;
            } else if name == "a" && tree.attribute(id, "href").is_some_and(leads_away) {
                own.linked = own.letters;
            }
            let own = *own;
            let is_shown = !is_dropped(name) || tree.attribute(id, "shadowrootmode").is_some();
            if let Some(parent) = tree.parent(id).filter(|_| is_shown) {
                let sum = &mut amounts[parent];
                sum.letters += own.letters;
                sum.linked += own.linked;
                sum.headed += own.headed;
                sum.stops += own.stops;
            }
        }
        Self {
            tree,
            style,
            amounts,
            is_lenient: false,
        }
    }

    /// How many letters are in an element.
    pub(super) fn letters(&self, id: Id) -> usize {
        self.amounts[id].letters
    }

    /// Whether an element ends a paragraph.
    pub(super) fn is_block(&self, id: Id) -> bool {
        let name = self.tree.name(id);
        is_block(name)
            || matches!(
                name,
                "span" | "a" | "b" | "strong" | "em" | "i" | "label" | "font"
            ) && self.style.display(&self.tree, id) == Some(Display::Block)
    }

    /// Whether nothing of a node is text of the article.
    pub(super) fn is_skipped(&self, id: Id) -> bool {
        let name = self.tree.name(id);
        match name {
            "html" | "body" => return false,
            "" => return self.tree.comment(id).is_some(),
            "del" | "s" | "strike" | "rp" => return true,
            "button" => return !self.is_text_button(id),
            "figcaption" => return !self.is_caption_of_text(id),
            // A part of a page that SingleFile has saved so.
            "template" if self.tree.attribute(id, "shadowrootmode").is_some() => return false,
            "a" if self.is_mark(id) => return true,
            _ if is_dropped(name) => return true,
            _ => {}
        }
        if self.is_hidden(id) || self.is_hover_box(id) || self.is_foreign(id) {
            return true;
        }
        if self.is_lenient {
            return false;
        }
        match name {
            "form" => !self.is_major(id) && !self.is_prose(id),
            "aside" => !self.is_note(id),
            "footer" => !self.is_own_footer(id),
            "header" if self.is_site_header(id) => true,
            "figure" => !self.holds(id, &["pre", "table", "blockquote", "code"]),
            _ if is_heading(name) => {
                names::has(&names::of(&self.tree, id, false), names::BOX_HEADINGS)
            }
            _ => self.is_caption(id) || self.is_contents(id) || self.is_named_box(id),
        }
    }

    /// Whether an element has more than half of the page's text.
    fn is_major(&self, id: Id) -> bool {
        self.amounts[id].letters * 2 > self.amounts[DOCUMENT].letters
    }

    /// Whether there is a sentence that is no link.
    fn is_prose(&self, id: Id) -> bool {
        let Amount {
            letters,
            linked,
            headed,
            stops,
        } = self.amounts[id];
        letters.saturating_sub(linked + headed) >= SHORTEST_PROSE && stops > 0
    }

    /// Whether one of these elements is in another.
    pub(super) fn holds(&self, id: Id, names: &[&str]) -> bool {
        let mut below = self.tree.below(id);
        below.any(|below| names.contains(&self.tree.name(below)))
    }

    fn is_in(&self, id: Id, names: &[&str]) -> bool {
        let mut above = self.tree.ancestors(id);
        above.any(|above| names.contains(&self.tree.name(above)))
    }

    fn role_is(&self, id: Id, roles: &[&str]) -> bool {
        let role = self.tree.attribute(id, "role").unwrap_or_default();
        roles.iter().any(|known| known.eq_ignore_ascii_case(role))
    }

    /// Whether what makes a page an article is in an element.
    fn holds_article(&self, id: Id) -> bool {
        self.tree.below(id).any(|below| {
            matches!(self.tree.name(below), "h1" | "main")
                || self.tree.has_word(below, "itemprop", "articleBody")
        })
    }

    /// Whether an element is never a part of an article: navigation, a dialog, what asks for consent.
    fn is_foreign(&self, id: Id) -> bool {
        matches!(self.tree.name(id), "nav" | "dialog")
            || self.has_foreign_role(id)
            || is_block(self.tree.name(id))
                && names::has(&names::of(&self.tree, id, true), names::CONSENT)
                && !self.is_part(id)
                && !self.holds(id, &["article", "main", "h1"])
    }

    /// Whether an element is a paragraph or an item, so that its class says nothing of a box.
    fn is_part(&self, id: Id) -> bool {
        matches!(
            self.tree.name(id),
            "html" | "body" | "main" | "p" | "li" | "td" | "th" | "blockquote" | "pre"
        ) || is_heading(self.tree.name(id))
    }

    /// How many letters a reader sees in an element, but for navigation, comments and what is hidden.
    pub(super) fn shown_text(&self, element: Id) -> usize {
        let mut count = Count {
            page: self,
            letters: 0,
        };
        self.tree.walk(element, &mut count);
        count.letters
    }

    /// Whether a table holds data; others only put text side by side.
    pub(super) fn is_data(&self, id: Id) -> bool {
        let tree = &self.tree;
        let is_layout = self.role_is(id, &["presentation", "none"]);
        let has = |names: &[&str]| self.holds(id, names);
        if is_layout || has(&["table", "h1", "h2", "h3", "form"]) {
            return false;
        }
        if has(&["th", "caption", "thead"]) || has(&["pre"]) {
            return true;
        }
        let cells = || tree.below(id).filter(|&node| tree.name(node) == "td");
        let rows = tree
            .below(id)
            .filter(|&node| tree.name(node) == "tr")
            .count();
        let is_wordy = |cell: Id| {
            let lines = ["p", "div", "br", "ul"];
            let is_divided = self.holds(cell, &lines);
            self.amounts[cell].letters > if is_divided { 100 } else { 250 }
        };
        cells().count() > rows && !cells().any(is_wordy)
    }

    /// Whether the page calls the block around a text a byline.
    pub(super) fn is_called_byline(&self, element: Id) -> bool {
        std::iter::once(element)
            .chain(self.tree.ancestors(element))
            .filter(|&node| self.is_block(node))
            .take(2)
            .any(|node| {
                !self.is_major(node)
                    && (names::has(&names::of(&self.tree, node, true), names::BYLINES)
                        || self.tree.has_word(node, "itemprop", "author"))
            })
    }

    /// Whether a list leads to the sections of the page itself.
    fn is_contents(&self, id: Id) -> bool {
        let tree = &self.tree;
        let links = || tree.below(id).filter(|&node| tree.name(node) == "a");
        let is_inner = |&link: &Id| {
            tree.attribute(link, "href")
                .is_some_and(|address| address.starts_with('#'))
        };
        let letters: usize = links()
            .filter(is_inner)
            .map(|link| self.amounts[link].letters)
            .sum();
        matches!(tree.name(id), "ul" | "ol")
            && links().count() >= 3
            && letters == self.amounts[id].letters
    }
}

/// Counts what is shown.
struct Count<'p> {
    page: &'p Page,
    letters: usize,
}

impl Visitor for Count<'_> {
    fn enter(&mut self, id: Id) -> bool {
        let page = self.page;
        let name = page.tree.name(id);
        self.letters += page.tree.text(id).map_or(0, weight);
        let names = || names::of(&page.tree, id, true);
        let is_comment = || {
            is_block(name)
                && (names::has(&names(), names::COMMENTS) || page.is_comment(id, &names()))
        };
        let is_left_out = is_dropped(name)
            || matches!(name, "button" | "form" | "footer" | "figure" | "del" | "s");
        !(is_left_out || page.is_hidden(id) || page.is_foreign(id) || is_comment())
    }

    fn leave(&mut self, _: Id) {}
}

/// Whether a character ends a sentence.
pub(super) fn is_stop(c: char) -> bool {
    matches!(
        c,
        '.' | '!' | '?' | '…' | '。' | '！' | '？' | '।' | '؟' | '۔' | '։' | '።'
    )
}
