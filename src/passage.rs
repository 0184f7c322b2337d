//! A *passage* is the smallest part of a document that can be understood alone: a paragraph, a
//! question with its answer, a lead-in with its list, a table with its header.
//!
//! These are the words every other module shares. A passage is kept as a byte span of its
//! document's text, never as a copy, so what is quoted is a slice of what was read.

use std::ops::Range;

use serde::Serialize;

/// Where a document comes from: everything an attribution needs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Source {
    /// The document's path inside the knowledge folder, with `/` between its parts.
    pub document: String,
    /// From the front matter, else the first heading, the first line or the file name.
    pub title: String,
    /// Who published the document, as printed.
    pub publisher: Option<String>,
    /// Who wrote the document, as printed.
    pub author: Option<String>,
    /// The date as printed; it is never parsed, so it stays word for word too.
    pub date: Option<String>,
    /// An absolute `http` or `https` address of the document.
    pub url: Option<String>,
}

/// A passage's place in one corpus: its position among all passages, from 0.
///
/// Only meaningful together with the corpus that gave it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PassageId(pub u32);

/// One or more paragraphs that belong together, as a span of their document's text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Passage {
    /// The ordinal of its first paragraph in the document, from 1; headings are not counted unless
    /// they have nothing below them.
    pub paragraph: u32,
    /// The ordinal of its last paragraph; that of the first where it has only one.
    pub last_paragraph: u32,
    /// Byte range in the document's text, on character boundaries, without surrounding blanks.
    pub span: Range<usize>,
    /// The line of the file on which the span starts, from 1.
    pub line: u32,
    /// The headings above the passage, outermost first.
    pub headings: Vec<String>,
    /// What stands before the span and is needed to understand it: the lead-in of a list that is
    /// too long for one passage. Byte ranges in the document's text, in order.
    pub context: Vec<Range<usize>>,
    /// What the span consists of: in the order of the text, disjoint, never empty.
    pub parts: Vec<Part>,
}

/// A part of a passage.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part {
    /// Byte range in the document's text, without surrounding blanks.
    pub span: Range<usize>,
    /// What it is.
    pub role: Role,
    /// The earlier parts of the passage that it cannot be understood without, by their positions,
    /// in order: its lead-in, question, table header or parent items.
    pub context: Vec<usize>,
}

/// What a part of a passage is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Role {
    /// Prose or code: it is quoted by sentences.
    Text,
    /// An item of a list, without the items nested in it.
    Item,
    /// A row of a table.
    Row,
    /// A question whose answer follows.
    Question,
    /// What only leads in to what follows: a line with a colon at its end, a bold line, a term, the
    /// header of a table.
    LeadIn,
}

impl Role {
    /// Whether such a part can answer; the others only say what is answered.
    #[must_use]
    pub fn answers(self) -> bool {
        matches!(self, Self::Text | Self::Item | Self::Row)
    }
}

impl Passage {
    /// A passage of one paragraph of prose; its line is not known yet.
    #[must_use]
    pub fn of_text(paragraph: u32, span: Range<usize>, line: u32, headings: Vec<String>) -> Self {
        let part = Part {
            span: span.clone(),
            role: Role::Text,
            context: Vec::new(),
        };
        Self {
            paragraph,
            last_paragraph: paragraph,
            span,
            line,
            headings,
            context: Vec::new(),
            parts: vec![part],
        }
    }

    /// Whether a paragraph of the document is one of those it consists of.
    #[must_use]
    pub fn holds(&self, paragraph: u32) -> bool {
        (self.paragraph..=self.last_paragraph).contains(&paragraph)
    }
}
