//! What a page *hides*, and what of that a reader can open.

use super::super::elements::{is_block, is_heading};
use super::super::names;
use super::super::style::Display;
use super::super::tree::Id;
use super::{Amount, Page};

impl Page {
    /// Whether the page shows nothing of an element. What most of the page stands in is shown by a
    /// script sooner or later.
    pub(in crate::webpage) fn is_hidden(&self, id: Id) -> bool {
        let tree = &self.tree;
        if names::has(&names::of(tree, id, false), names::UNSEEN) {
            return !names::has(&names::of(tree, id, false), &["not-sr-only", "focusable"])
                && !self.is_major(id);
        }
        let attribute = tree.attribute(id, "hidden");
        let is_hidden = attribute.is_some_and(|value| !value.eq_ignore_ascii_case("until-found"))
            || self.style.display(tree, id) == Some(Display::Hidden)
            || self.is_hidden_by_class(id);
        is_hidden && !self.is_major(id) && !self.is_closed_section(id)
    }

    /// Classes such as `hidden`, unless another shows the element on larger screens.
    pub(in crate::webpage) fn is_hidden_by_class(&self, id: Id) -> bool {
        let classes = self.tree.attribute(id, "class").unwrap_or_default();
        names::is_one(&self.tree, id, names::HIDDEN)
            && !classes.contains(":block")
            && !classes.contains(":flex")
            && !classes.contains(":inline")
            && !classes.contains(":grid")
            && !classes.contains("-block")
            && self.style.display(&self.tree, id).is_none()
    }

    /// Whether a hidden element is a section that a reader opens: the answer of a FAQ, a tab, the rest
    /// of a long text.
    pub(in crate::webpage) fn is_closed_section(&self, id: Id) -> bool {
        let tree = &self.tree;
        let Amount {
            letters, linked, ..
        } = self.amounts[id];
        if !is_block(tree.name(id)) || linked * 2 > letters {
            return false;
        }
        let opens = |other: Id| {
            let name = tree.name(other);
            // The page's title opens nothing, though it is a heading.
            is_heading(name) && name != "h1"
                || matches!(name, "button" | "dt" | "summary" | "label")
                || tree.attribute(other, "aria-expanded").is_some()
                || self.holds(other, &["button"])
                || names::has(&names::of(tree, other, false), names::OPENERS)
        };
        self.role_is(id, &["tabpanel", "region"])
            || tree.attribute(id, "aria-labelledby").is_some()
            || names::has(&names::of(tree, id, true), names::SECTIONS)
            || matches!(tree.name(id), "dd")
            || tree.elements_before(id).next().is_some_and(opens)
            || tree.elements_behind(id).next().is_some_and(|behind| {
                tree.name(behind) == "button" || tree.attribute(behind, "aria-expanded").is_some()
            })
    }
}
