//! A *passage* is one paragraph of a document: the smallest thing that is found and quoted.
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

/// One paragraph, as a span of its document's text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Passage {
    /// The passage's ordinal in its document, from 1; headings are not counted.
    pub paragraph: u32,
    /// Byte range in the document's text, on character boundaries, without surrounding blanks.
    pub span: Range<usize>,
    /// The line of the file on which the span starts, from 1.
    pub line: u32,
    /// The headings above the passage, outermost first.
    pub headings: Vec<String>,
}
