//! A page as one *tree*, as a browser builds it, with what would keep a parser busy refused on the
//! way.
//!
//! The nodes stand in one row and the tree is walked without recursion, so that no page can nest
//! too deep for what reads it.

mod sink;

use html5ever::tendril::StrTendril;
use html5ever::{Attribute, LocalName};

/// The position of a node in the row.
pub(super) type Id = usize;

/// The root of every tree.
pub(super) const DOCUMENT: Id = 0;

#[derive(Debug, Default)]
struct Node {
    data: Data,
    parent: Option<Id>,
    first: Option<Id>,
    last: Option<Id>,
    before: Option<Id>,
    next: Option<Id>,
    depth: usize,
}

#[derive(Debug, Default)]
enum Data {
    #[default]
    Document,
    Element {
        name: LocalName,
        attributes: Vec<Attribute>,
    },
    Text(StrTendril),
    Comment(StrTendril),
}

/// A page.
#[derive(Debug, Default)]
pub(super) struct Tree {
    nodes: Vec<Node>,
    deepest: usize,
    elements: usize,
}

/// What reads a tree from its start to its end.
pub(super) trait Visitor {
    /// A node begins; whether what is in it is read, too.
    fn enter(&mut self, id: Id) -> bool;

    /// A node that was entered ends.
    fn leave(&mut self, id: Id);
}

impl Tree {
    /// The name of an element in lower case; empty for any other node.
    pub(super) fn name(&self, id: Id) -> &str {
        match &self.nodes[id].data {
            Data::Element { name, .. } => name,
            _ => "",
        }
    }

    /// The value of an attribute, by the attribute's name in lower case.
    pub(super) fn attribute(&self, id: Id, name: &str) -> Option<&str> {
        let Data::Element { attributes, .. } = &self.nodes[id].data else {
            return None;
        };
        let found = attributes.iter().find(|found| *found.name.local == *name);
        found.map(|found| found.value.trim())
    }

    /// Whether a list of words, as `rel` and `itemprop` are, has this one.
    pub(super) fn has_word(&self, id: Id, attribute: &str, word: &str) -> bool {
        let words = self.attribute(id, attribute).unwrap_or_default();
        words
            .split_ascii_whitespace()
            .any(|found| found.eq_ignore_ascii_case(word))
    }

    /// The text of a text node.
    pub(super) fn text(&self, id: Id) -> Option<&str> {
        match &self.nodes[id].data {
            Data::Text(text) => Some(text),
            _ => None,
        }
    }

    /// What stands between `<!--` and `-->`.
    pub(super) fn comment(&self, id: Id) -> Option<&str> {
        match &self.nodes[id].data {
            Data::Comment(text) => Some(text),
            _ => None,
        }
    }

    pub(super) fn parent(&self, id: Id) -> Option<Id> {
        self.nodes[id].parent
    }

    /// The node's parent, its parent's parent, up to the document.
    pub(super) fn ancestors(&self, id: Id) -> impl Iterator<Item = Id> {
        std::iter::successors(self.parent(id), |&above| self.parent(above))
    }

    pub(super) fn children(&self, id: Id) -> impl Iterator<Item = Id> {
        std::iter::successors(self.nodes[id].first, |&child| self.nodes[child].next)
    }

    /// The elements before a node in its parent, the nearest first.
    pub(super) fn elements_before(&self, id: Id) -> impl Iterator<Item = Id> {
        std::iter::successors(self.nodes[id].before, |&node| self.nodes[node].before)
            .filter(|&node| !self.name(node).is_empty())
    }

    /// The elements behind a node in its parent.
    pub(super) fn elements_behind(&self, id: Id) -> impl Iterator<Item = Id> {
        std::iter::successors(self.nodes[id].next, |&node| self.nodes[node].next)
            .filter(|&node| !self.name(node).is_empty())
    }

    /// The node right before another in its parent.
    pub(super) fn before(&self, id: Id) -> Option<Id> {
        self.nodes[id].before
    }

    /// The node right behind another in its parent.
    pub(super) fn next(&self, id: Id) -> Option<Id> {
        self.nodes[id].next
    }

    /// All nodes below one, in the order of the page.
    pub(super) fn below(&self, root: Id) -> impl Iterator<Item = Id> {
        let mut next = self.nodes[root].first;
        std::iter::from_fn(move || {
            let at = next?;
            next = self.nodes[at].first.or_else(|| self.behind(at, root));
            Some(at)
        })
    }

    /// The node behind everything in `at`, within `root`.
    fn behind(&self, mut at: Id, root: Id) -> Option<Id> {
        while at != root {
            if let Some(next) = self.nodes[at].next {
                return Some(next);
            }
            at = self.parent(at)?;
        }
        None
    }

    /// Shows a visitor everything from `root` on.
    pub(super) fn walk(&self, root: Id, visitor: &mut impl Visitor) {
        let mut at = root;
        loop {
            if visitor.enter(at) {
                if let Some(first) = self.nodes[at].first {
                    at = first;
                    continue;
                }
                visitor.leave(at);
            }
            loop {
                if at == root {
                    return;
                }
                if let Some(next) = self.nodes[at].next {
                    at = next;
                    break;
                }
                let Some(parent) = self.parent(at) else {
                    return;
                };
                at = parent;
                visitor.leave(at);
            }
        }
    }

    /// The text in a node, a blank for each line break.
    pub(super) fn text_of(&self, root: Id) -> String {
        let mut text = String::new();
        for id in self.below(root) {
            match self.name(id) {
                "br" => text.push(' '),
                _ => text.push_str(self.text(id).unwrap_or_default()),
            }
        }
        text
    }

    pub(super) fn len(&self) -> usize {
        self.nodes.len()
    }

    fn add(&mut self, data: Data) -> Id {
        self.nodes.push(Node {
            data,
            ..Node::default()
        });
        self.nodes.len() - 1
    }

    fn detach(&mut self, id: Id) {
        let node = &mut self.nodes[id];
        let (parent, before, next) = (node.parent.take(), node.before.take(), node.next.take());
        match (before, parent) {
            (Some(before), _) => self.nodes[before].next = next,
            (None, Some(parent)) => self.nodes[parent].first = next,
            (None, None) => {}
        }
        match (next, parent) {
            (Some(next), _) => self.nodes[next].before = before,
            (None, Some(parent)) => self.nodes[parent].last = before,
            (None, None) => {}
        }
    }

    /// Puts a node into `parent`, before `next` or at its end.
    fn put(&mut self, id: Id, parent: Id, next: Option<Id>) {
        self.detach(id);
        let before = next.map_or(self.nodes[parent].last, |next| self.nodes[next].before);
        let depth = self.nodes[parent].depth + 1;
        self.deepest = self.deepest.max(depth);
        let node = &mut self.nodes[id];
        (node.parent, node.before, node.next, node.depth) = (Some(parent), before, next, depth);
        match before {
            Some(before) => self.nodes[before].next = Some(id),
            None => self.nodes[parent].first = Some(id),
        }
        match next {
            Some(next) => self.nodes[next].before = Some(id),
            None => self.nodes[parent].last = Some(id),
        }
    }

    fn put_text(&mut self, text: StrTendril, parent: Id, next: Option<Id>) {
        let before = next.map_or(self.nodes[parent].last, |next| self.nodes[next].before);
        if let Some(before) = before
            && let Data::Text(found) = &mut self.nodes[before].data
        {
            found.push_tendril(&text);
            return;
        }
        let id = self.add(Data::Text(text));
        self.put(id, parent, next);
    }
}

/// A text with its character references resolved, and whatever looks like a tag left in it, unless
/// an end tag shows that it is one.
pub(super) fn resolved(text: &str) -> String {
    if !text.contains(['&', '<']) {
        return text.to_owned();
    }
    let html = if text.contains("</") {
        text.to_owned()
    } else {
        text.replace('<', "&lt;")
    };
    match Tree::of(&html) {
        Ok(tree) => tree.text_of(DOCUMENT),
        Err(_) => text.to_owned(),
    }
}
