//! One *block* at the top level of Markdown, while its events come in.

use std::collections::HashMap;
use std::ops::Range;

use pulldown_cmark::{Event, HeadingLevel, Tag, TagEnd};

use super::html::has_html_words;
use crate::corpus::{has_words, trim};
use crate::passage::{Part, Role};

/// One block at the top level, while its events come in.
pub(super) struct Open {
    pub(super) kind: BlockKind,
    pub(super) range: Range<usize>,
    pub(super) has_words: bool,
    /// The text of a heading, as a reader sees it.
    pub(super) heading: String,
    /// The blocks directly in a container, with whether they carry words.
    pub(super) children: Vec<(Range<usize>, bool)>,
    /// Whether blank lines set a list's items apart.
    pub(super) is_loose: bool,
    /// The items of a list with those nested in them, the rows of a table, terms and meanings.
    parts: Vec<Part>,
    /// The list items around what comes: their positions in `parts`, outermost first, and whether
    /// their own text has ended.
    items: Vec<(usize, bool)>,
}

#[derive(Clone, Copy, PartialEq)]
pub(super) enum BlockKind {
    Heading(HeadingLevel),
    Paragraph,
    List,
    Container,
    Table,
    Html,
    Other,
}

impl Open {
    pub(super) fn new(text: &str, tag: &Tag, range: Range<usize>) -> Self {
        let kind = match tag {
            Tag::Heading { level, .. } => BlockKind::Heading(*level),
            Tag::Paragraph => BlockKind::Paragraph,
            Tag::List(_) => BlockKind::List,
            Tag::BlockQuote(_) | Tag::FootnoteDefinition(_) | Tag::DefinitionList => {
                BlockKind::Container
            }
            Tag::Table(_) => BlockKind::Table,
            Tag::HtmlBlock => BlockKind::Html,
            _ => BlockKind::Other,
        };
        Self {
            kind,
            has_words: kind == BlockKind::Html && has_html_words(&text[range.clone()]),
            range,
            heading: String::new(),
            children: Vec::new(),
            is_loose: false,
            parts: Vec::new(),
            items: Vec::new(),
        }
    }

    /// A block or an inline element starts inside this block, below `depth` others.
    pub(super) fn enter(&mut self, text: &str, depth: usize, tag: &Tag, range: Range<usize>) {
        if depth == 1 && matches!(self.kind, BlockKind::List | BlockKind::Container) {
            match (tag, self.children.last_mut()) {
                // A term and its meaning are one child.
                (Tag::DefinitionListDefinition, Some((term, _))) => term.end = range.end,
                _ => self.children.push((range.clone(), false)),
            }
        }
        self.is_loose |= self.kind == BlockKind::List && depth == 2 && *tag == Tag::Paragraph;
        if *tag == Tag::HtmlBlock && has_html_words(&text[range.clone()]) {
            self.see_word();
        }
        self.divide(tag, range);
    }

    /// Begins a part where an item, a row, a term or its meaning starts.
    fn divide(&mut self, tag: &Tag, range: Range<usize>) {
        let last_head = |parts: &[Part]| parts.iter().rposition(|part| part.role == Role::LeadIn);
        match (self.kind, tag) {
            (BlockKind::List, Tag::Item) => {
                let parents = self.items.iter().map(|(at, _)| *at).collect();
                self.items.push((self.parts.len(), false));
                self.push(range, Role::Item, parents);
            }
            (BlockKind::List, Tag::List(_)) => self.end_own_text(range.start),
            (BlockKind::Table, Tag::TableHead)
            | (BlockKind::Container, Tag::DefinitionListTitle) => {
                self.push(range, Role::LeadIn, Vec::new());
            }
            (BlockKind::Table, Tag::TableRow) => {
                let head = last_head(&self.parts);
                self.push(range, Role::Row, head.into_iter().collect());
            }
            (BlockKind::Container, Tag::DefinitionListDefinition) => {
                let term = last_head(&self.parts);
                self.push(range, Role::Text, term.into_iter().collect());
            }
            _ => {}
        }
    }

    fn push(&mut self, span: Range<usize>, role: Role, context: Vec<usize>) {
        // A meaning ends where a list of terms begins within it.
        if self.kind == BlockKind::Container
            && let Some(last) = self.parts.last_mut()
        {
            last.span.end = last.span.end.min(span.start);
        }
        self.parts.push(Part {
            span,
            role,
            context,
        });
    }

    /// The text of the innermost item ends where its nested list starts.
    fn end_own_text(&mut self, end: usize) {
        if let Some((at, has_ended)) = self.items.last_mut()
            && !std::mem::replace(has_ended, true)
        {
            self.parts[*at].span.end = end;
        }
    }

    pub(super) fn leave(&mut self, tag: TagEnd) {
        if self.kind == BlockKind::List && tag == TagEnd::Item {
            self.items.pop();
        }
    }

    /// Text, code or a break inside this block.
    pub(super) fn read(&mut self, event: &Event) {
        let words = match event {
            Event::Text(text) | Event::Code(text) => text,
            Event::SoftBreak | Event::HardBreak => " ",
            _ => return,
        };
        if matches!(self.kind, BlockKind::Heading(_)) {
            self.heading.push_str(words);
        }
        if has_words(words) {
            self.see_word();
        }
    }

    fn see_word(&mut self) {
        self.has_words = true;
        if let Some((_, has_words)) = self.children.last_mut() {
            *has_words = true;
        }
    }

    /// The parts within `range`, which is all of the block or one of its children, without those
    /// that carry no word.
    pub(super) fn parts_in(&self, text: &str, range: &Range<usize>) -> Vec<Part> {
        let mut places = HashMap::new();
        let mut kept = Vec::new();
        let within = |(_, part): &(usize, &Part)| range.contains(&part.span.start);
        for (at, part) in self.parts.iter().enumerate().filter(within) {
            let span = trim(text, part.span.start..part.span.end.min(range.end));
            if has_words(&text[span.clone()]) {
                places.insert(at, kept.len());
                let context = part.context.iter();
                kept.push(Part {
                    span,
                    role: part.role,
                    context: context.filter_map(|at| places.get(at).copied()).collect(),
                });
            }
        }
        kept
    }
}
