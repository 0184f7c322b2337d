//! Elements *in a line* of text: which are no part of it, and which are a part although they look
//! like none.

use super::super::elements::is_heading;
use super::super::names;
use super::super::tree::Id;
use super::Page;

impl Page {
    /// Whether an element is a box that opens in a sentence.
    pub(in crate::webpage) fn is_hover_box(&self, id: Id) -> bool {
        if self.role_is(id, &["tooltip"]) {
            return true;
        }
        let names = names::of(&self.tree, id, false);
        if names.is_empty() || self.is_major(id) {
            return false;
        }
        let is_inside = || {
            let parent = self.tree.parent(id);
            let around = parent.map(|parent| names::of(&self.tree, parent, false));
            let is_around = |name: &String| name.contains("tooltip") || name.contains("popover");
            around.as_ref().is_some_and(is_around) && self.tree.before(id).is_some()
        };
        names::has(&names, names::HOVER)
            || names::has(&names, &["tooltip", "popover"]) && is_inside()
    }

    /// Whether a link is only a mark: the number of a note, a heading's anchor, an arrow back.
    pub(in crate::webpage) fn is_mark(&self, id: Id) -> bool {
        let tree = &self.tree;
        let text = tree.text_of(id);
        let text = text.trim();
        let is_inner = tree
            .attribute(id, "href")
            .is_some_and(|address| address.contains('#'));
        if !is_inner || text.chars().count() > 6 {
            return false;
        }
        if !text.contains(char::is_alphanumeric) {
            return !text.is_empty();
        }
        let label = text.trim_matches(['[', ']', '(', ')', '^', '*']);
        let is_number = label.chars().all(|c| c.is_ascii_digit()) || label.chars().count() == 1;
        let names = names::of(tree, id, false);
        let is_called = ["footnote", "noteref", "fn", "cite-ref", "footnote-ref"];
        let is_called = names::has(&names, &is_called)
            || self.role_is(id, &["doc-noteref"])
            || tree
                .attribute(id, "href")
                .is_some_and(|address| address.contains("#fn") || address.contains("#cite"));
        let before = tree.before(id).and_then(|node| tree.text(node));
        let is_glued =
            before.is_some_and(|before| before.ends_with(|c: char| !c.is_whitespace() && c != '('));
        is_number && (is_called || is_glued || text.starts_with('['))
    }

    /// Whether a button is text: a term in a sentence, a heading, the question above a closed answer.
    pub(in crate::webpage) fn is_text_button(&self, id: Id) -> bool {
        let tree = &self.tree;
        let letters = self.amounts[id].letters;
        let title = tree.ancestors(id).take(6).find(|&node| {
            is_heading(tree.name(node))
                || matches!(tree.name(node), "dt" | "summary" | "p" | "li" | "td")
        });
        if let Some(title) = title
            && !matches!(tree.name(title), "p" | "li" | "td")
        {
            return self.amounts[title].letters == letters;
        }
        let text = |node: Option<Id>| node.and_then(|node| tree.text(node)).unwrap_or_default();
        let before = text(tree.before(id)).trim_end();
        let behind = text(tree.next(id)).trim_start();
        let goes_on = !before.is_empty() && !before.ends_with([':', '.', '!', '?', '|', '·', '。']);
        let is_gone_on = behind.starts_with(|c: char| c.is_lowercase() || ",.;:)".contains(c));
        if title.is_some() && (goes_on || is_gone_on) {
            return true;
        }
        let names = names::of(tree, id, false);
        let opens = tree.attribute(id, "aria-expanded").is_some()
            || tree.attribute(id, "aria-controls").is_some()
            || names::has(&names, names::OPENERS);
        let is_followed = tree
            .elements_behind(id)
            .next()
            .is_some_and(|node| self.is_prose(node));
        letters >= 3 && (opens && is_followed || tree.text_of(id).trim().ends_with(['?', '？']))
    }
}
