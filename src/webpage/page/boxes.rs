//! The *boxes* of a page: what stands beside its article or between the parts of it.

use super::super::elements::{leads_away, leads_to_file};
use super::super::names;
use super::super::tree::Id;
use super::{Amount, Page};

/// Elements that show a picture.
const PICTURES: &[&str] = &["img", "picture", "video", "iframe", "svg", "amp-img"];

/// What a teaser of another page says at the most, in letters beside its link.
const LONGEST_TEASER: usize = 250;

/// A teaser has no more links than these.
const MOST_LINKS: usize = 8;

/// A box whose paragraphs or items have fewer letters holds labels.
const SHORTEST_CONTENT: usize = 40;

/// What stands at a picture has fewer letters.
const LONGEST_CAPTION: usize = 600;

impl Page {
    pub(in crate::webpage) fn has_foreign_role(&self, id: Id) -> bool {
        let is_dialog = self.role_is(id, &["dialog", "alertdialog"])
            || self.tree.attribute(id, "aria-modal") == Some("true");
        if is_dialog {
            return !self.holds(id, &["article", "main"]);
        }
        if self.role_is(id, &["complementary"]) {
            return !self.is_note(id);
        }
        let is_bar = self.role_is(
            id,
            &[
                "navigation",
                "banner",
                "contentinfo",
                "search",
                "menu",
                "menubar",
                "tablist",
                "toolbar",
            ],
        );
        is_bar && !self.is_major(id) && !self.holds_article(id)
    }

    pub(in crate::webpage) fn is_named_box(&self, id: Id) -> bool {
        let tree = &self.tree;
        let name = tree.name(id);
        let is_container = matches!(
            name,
            "div"
                | "section"
                | "ul"
                | "ol"
                | "dl"
                | "article"
                | "header"
                | "li"
                | "table"
                | "center"
        );
        if !is_container && !name.contains('-') {
            return matches!(name, "span" | "sup" | "a")
                && names::has(&names::of(tree, id, false), names::MARKS);
        }
        if self.is_teaser(id) {
            return true;
        }
        let names = names::of(tree, id, true);
        if names == "- " || names.is_empty() {
            return self.is_comment(id, &names);
        }
        let is_box = |words| names::has(&names, words);
        if is_box(names::COMMENTS) || self.is_comment(id, &names) {
            return !self.holds_article(id);
        }
        if name == "li" || self.is_major(id) || self.holds_article(id) {
            return false;
        }
        let amount = self.amounts[id];
        let is_heading_only = amount.letters == amount.headed && amount.letters > 0;
        if is_box(names::BOXES) {
            return !is_heading_only;
        }
        let is_other = amount.headed > 0 || amount.linked * 5 >= amount.letters;
        let is_teaser = is_box(names::TEASERS) && amount.linked > 0 && is_other;
        if is_box(names::MARKS) || is_teaser && amount.letters < LONGEST_CAPTION {
            return true;
        }
        is_box(names::TOOLS) && !self.is_prose(id) && !is_heading_only && !self.is_content(id)
    }

    /// Whether rows, items or listings are in a box without sentences.
    pub(in crate::webpage) fn is_content(&self, id: Id) -> bool {
        let Amount {
            letters, linked, ..
        } = self.amounts[id];
        let is_told = letters >= SHORTEST_CONTENT && self.holds(id, &["p", "li"]);
        linked * 2 < letters
            && (is_told || self.holds(id, &["table", "pre", "dl"]))
            && !self.holds(id, &["img", "input", "video", "audio"])
    }

    /// Whether an element is one of the comments; in a forum, they are its posts.
    pub(in crate::webpage) fn is_comment(&self, id: Id, names: &str) -> bool {
        let is_named =
            self.tree.name(id) != "section" && names::is_one(&self.tree, id, names::COMMENT);
        let is_reply = self.tree.has_word(id, "itemprop", "comment");
        is_named || is_reply && !names::has(names, &["post"])
    }

    /// Whether an element shows another page: a picture and a title that lead there, perhaps with a
    /// sentence, beside others like it.
    pub(in crate::webpage) fn is_teaser(&self, id: Id) -> bool {
        self.looks_like_teaser(id) && {
            let mut beside = self.tree.elements_before(id).take(3);
            let mut behind = self.tree.elements_behind(id).take(3);
            let is_like = |other: Id| {
                self.tree.name(other) == self.tree.name(id) && self.looks_like_teaser(other)
            };
            beside.any(is_like) || behind.any(is_like)
        }
    }

    pub(in crate::webpage) fn looks_like_teaser(&self, id: Id) -> bool {
        let Amount {
            letters, linked, ..
        } = self.amounts[id];
        if linked == 0 || letters - linked > LONGEST_TEASER {
            return false;
        }
        let tree = &self.tree;
        let address = |link: Id| {
            tree.attribute(link, "href")
                .filter(|address| leads_away(address))
        };
        let links = || tree.below(id).filter(|&below| tree.name(below) == "a");
        let pictured = links().find(|&link| self.holds(link, &["img", "picture"]));
        let target = pictured
            .and_then(address)
            .filter(|address| !leads_to_file(address));
        let are_few = links().take(MOST_LINKS + 1).count() <= MOST_LINKS;
        target.filter(|_| are_few).is_some_and(|target| {
            let mut addresses = links().filter_map(address);
            let is_titled =
                links().any(|link| address(link) == Some(target) && self.amounts[link].letters > 0);
            is_titled && addresses.all(|address| address == target)
        })
    }

    /// Whether an element tells what a picture beside it shows, or who made it.
    pub(in crate::webpage) fn is_caption(&self, id: Id) -> bool {
        let tree = &self.tree;
        if !(1..=LONGEST_CAPTION).contains(&self.amounts[id].letters)
            || !names::has(&names::of(tree, id, false), names::CAPTIONS)
        {
            return false;
        }
        let is_picture = |other: Id| {
            self.amounts[other].letters <= LONGEST_CAPTION
                && (PICTURES.contains(&tree.name(other)) || self.holds(other, PICTURES))
        };
        is_picture(id)
            || tree.elements_before(id).next().is_some_and(is_picture)
            || tree.parent(id).is_some_and(is_picture)
    }

    /// Whether a caption is that of a table or a listing, which is read.
    pub(in crate::webpage) fn is_caption_of_text(&self, id: Id) -> bool {
        let figure = self.tree.parent(id);
        figure.is_some_and(|figure| self.holds(figure, &["pre", "table", "blockquote", "code"]))
    }

    /// Whether an `<aside>` is a note of the article's: one called so, or with sentences and without links.
    pub(in crate::webpage) fn is_note(&self, id: Id) -> bool {
        let names = names::of(&self.tree, id, true);
        if names::has(&names, names::BOXES) || self.holds(id, &["form", "input", "nav"]) {
            return false;
        }
        let Amount {
            letters, linked, ..
        } = self.amounts[id];
        let is_called =
            names::has(&names, names::NOTES) || self.role_is(id, &["note", "doc-footnote"]);
        let is_inside = self.is_in(id, &["article", "main", "p", "section"]);
        is_called || is_inside && self.is_prose(id) && linked * 4 < letters
    }

    /// Whether a `<footer>` says whose words were quoted, or holds notes.
    pub(in crate::webpage) fn is_own_footer(&self, id: Id) -> bool {
        self.is_in(id, &["blockquote"])
            || names::has(
                &names::of(&self.tree, id, true),
                &["footnotes", "references"],
            )
    }

    pub(in crate::webpage) fn is_site_header(&self, id: Id) -> bool {
        let is_outside = !self.is_in(id, &["article", "main"]);
        is_outside && !self.holds(id, &["h1"]) && !self.is_prose(id)
    }
}
