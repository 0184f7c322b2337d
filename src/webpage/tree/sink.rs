//! The *sink* takes what html5ever finds in a page and puts it into the tree.

use std::borrow::Cow;
use std::cell::{Ref, RefCell};
use std::rc::Rc;

use html5ever::interface::{ElementFlags, NodeOrText, QuirksMode, TreeSink};
use html5ever::tendril::{StrTendril, TendrilSink};
use html5ever::{Attribute, LocalName, ParseOpts, QualName, parse_document};

use super::{DOCUMENT, Data, Id, Tree};

/// Browsers nest no deeper either.
const DEEPEST: usize = 512;

/// A page with more elements is not read.
const MOST_ELEMENTS: usize = 200_000;

/// The page is parsed in pieces of this many bytes, and the limits are checked after each. A piece
/// is short, because a few bytes of tags that are never closed can make many elements.
const PIECE: usize = 4_096;

impl Tree {
    /// The tree of a page, or why it is not read.
    pub(in crate::webpage) fn of(html: &str) -> Result<Self, String> {
        let mut parser = parse_document(Sink::new(), ParseOpts::default());
        let (mut rest, mut tags, mut ends) = (html, 0, 0);
        while !rest.is_empty() {
            let end = rest.floor_char_boundary(PIECE);
            let (piece, after) = rest.split_at(end);
            tags += piece.matches('<').count();
            ends += piece.matches("</").count();
            parser.process(StrTendril::from(piece));
            rest = after;
            let tree = parser.tokenizer.sink.sink.tree.borrow();
            let is_too_much = tree.deepest > DEEPEST || tree.elements > MOST_ELEMENTS;
            if is_too_much && tree.elements > 2 * tags {
                return Err("too many tags that are never closed".to_owned());
            }
            if tree.deepest > DEEPEST {
                return Err(format!("elements nested more than {DEEPEST} deep"));
            }
            // For an end tag, too, the parser looks through the open elements.
            if is_too_much || ends > 2 * MOST_ELEMENTS {
                return Err(format!("more than {MOST_ELEMENTS} elements"));
            }
        }
        Ok(parser.finish())
    }
}

/// Takes what the parser finds.
struct Sink {
    tree: RefCell<Tree>,
}

/// A node as the parser knows it.
#[derive(Clone)]
struct Handle {
    id: Id,
    name: Rc<QualName>,
}

impl Sink {
    fn new() -> Self {
        let mut tree = Tree::default();
        tree.add(Data::Document);
        Self {
            tree: RefCell::new(tree),
        }
    }

    fn handle(&self, data: Data, name: QualName) -> Handle {
        let id = self.tree.borrow_mut().add(data);
        let name = Rc::new(name);
        Handle { id, name }
    }

    fn place(&self, child: NodeOrText<Handle>, parent: Id, next: Option<Id>) {
        let mut tree = self.tree.borrow_mut();
        match child {
            NodeOrText::AppendNode(node) => tree.put(node.id, parent, next),
            NodeOrText::AppendText(text) => tree.put_text(text, parent, next),
        }
    }

    fn borrow(&self) -> Ref<'_, Tree> {
        self.tree.borrow()
    }
}

fn nameless() -> QualName {
    QualName::new(None, html5ever::ns!(), LocalName::from(""))
}

impl TreeSink for Sink {
    type Handle = Handle;
    type Output = Tree;
    type ElemName<'a> = &'a QualName;

    fn finish(self) -> Tree {
        self.tree.into_inner()
    }

    fn parse_error(&self, _: Cow<'static, str>) {}

    fn get_document(&self) -> Handle {
        let name = Rc::new(nameless());
        Handle { id: DOCUMENT, name }
    }

    fn elem_name<'a>(&'a self, target: &'a Handle) -> &'a QualName {
        &target.name
    }

    fn create_element(
        &self,
        name: QualName,
        attributes: Vec<Attribute>,
        _: ElementFlags,
    ) -> Handle {
        self.tree.borrow_mut().elements += 1;
        let local = name.local.clone();
        let data = Data::Element {
            name: local,
            attributes,
        };
        self.handle(data, name)
    }

    fn create_comment(&self, text: StrTendril) -> Handle {
        self.handle(Data::Comment(text), nameless())
    }

    fn create_pi(&self, _: StrTendril, data: StrTendril) -> Handle {
        self.create_comment(data)
    }

    fn append(&self, parent: &Handle, child: NodeOrText<Handle>) {
        self.place(child, parent.id, None);
    }

    fn append_based_on_parent_node(
        &self,
        element: &Handle,
        before: &Handle,
        child: NodeOrText<Handle>,
    ) {
        let parent = self.borrow().parent(element.id);
        match parent {
            Some(parent) => self.place(child, parent, Some(element.id)),
            None => self.append(before, child),
        }
    }

    fn append_doctype_to_document(&self, _: StrTendril, _: StrTendril, _: StrTendril) {}

    fn get_template_contents(&self, target: &Handle) -> Handle {
        target.clone()
    }

    fn same_node(&self, one: &Handle, other: &Handle) -> bool {
        one.id == other.id
    }

    fn set_quirks_mode(&self, _: QuirksMode) {}

    fn append_before_sibling(&self, sibling: &Handle, child: NodeOrText<Handle>) {
        let parent = self.borrow().parent(sibling.id);
        if let Some(parent) = parent {
            self.place(child, parent, Some(sibling.id));
        }
    }

    fn add_attrs_if_missing(&self, target: &Handle, more: Vec<Attribute>) {
        let mut tree = self.tree.borrow_mut();
        if let Data::Element { attributes, .. } = &mut tree.nodes[target.id].data {
            let is_new = |new: &Attribute| attributes.iter().all(|own| own.name != new.name);
            let new: Vec<Attribute> = more.into_iter().filter(is_new).collect();
            attributes.extend(new);
        }
    }

    fn remove_from_parent(&self, target: &Handle) {
        self.tree.borrow_mut().detach(target.id);
    }

    fn reparent_children(&self, node: &Handle, new_parent: &Handle) {
        let mut tree = self.tree.borrow_mut();
        while let Some(child) = tree.nodes[node.id].first {
            tree.put(child, new_parent.id, None);
        }
    }
}
