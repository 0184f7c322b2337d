//! A *bookmark* says where a passage stands and what it says, so shortly that a button can carry it.
//!
//! In every later edition it leads to the same words, or nowhere.

use std::fmt;
use std::str::FromStr;

use super::Knowledge;
use crate::analyzer::composed;
use crate::answer::Quote;
use crate::corpus::Document;

/// A passage's document, its ordinal there, and what it says.
///
/// Document and text are kept as the first 8 bytes of their BLAKE3 hashes, their accents composed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Bookmark {
    /// The hash of the document's path.
    pub document: u64,
    /// The passage's ordinal in its document, from 1.
    pub paragraph: u32,
    /// The hash of the passage's text.
    pub text: u64,
}

/// The words that a bookmark led to are gone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Changed;

/// A text that is no bookmark.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NotABookmark;

impl Bookmark {
    /// The bookmark of a quote.
    #[must_use]
    pub fn of(quote: &Quote) -> Self {
        Self {
            document: hash(&quote.source.document),
            paragraph: quote.paragraph,
            text: hash(&quote.text),
        }
    }
}

impl Knowledge {
    /// The passage that `bookmark` leads to, without highlights; it may have moved within its
    /// document.
    ///
    /// # Errors
    /// When this edition has no such document, or the document no longer says that.
    pub fn find(&self, bookmark: Bookmark) -> Result<Quote, Changed> {
        let document = self.document(bookmark.document).ok_or(Changed)?;
        let same = |quote: &Quote| hash(&quote.text) == bookmark.text;
        let moved = || (1..).map_while(|paragraph| quote_of(document, paragraph));
        quote_of(document, bookmark.paragraph)
            .filter(same)
            .or_else(|| moved().find(same))
            .ok_or(Changed)
    }

    /// The bookmarks of the passages before and after a quote of this edition, in its document.
    #[must_use]
    pub fn beside(&self, quote: &Quote) -> [Option<Bookmark>; 2] {
        let document = self.document(hash(&quote.source.document));
        let bookmark = |paragraph| Some(Bookmark::of(&quote_of(document?, paragraph)?));
        [
            quote.paragraph.checked_sub(1),
            quote.paragraph.checked_add(1),
        ]
        .map(|paragraph| paragraph.and_then(bookmark))
    }

    /// The document whose path has this hash, as [`Bookmark::document`] holds it.
    #[must_use]
    pub fn document(&self, path: u64) -> Option<&Document> {
        let mut documents = self.corpus().documents().iter();
        documents.find(|document| hash(&document.source.document) == path)
    }
}

fn quote_of(document: &Document, paragraph: u32) -> Option<Quote> {
    let at = usize::try_from(paragraph.checked_sub(1)?).ok()?;
    let passage = document.passages.get(at)?;
    let paragraphs = u32::try_from(document.passages.len()).unwrap_or(u32::MAX);
    let Document { source, text, .. } = document;
    Some(Quote::cut(
        source,
        text,
        paragraphs,
        passage,
        Vec::new(),
        0.0,
    ))
}

fn hash(text: &str) -> u64 {
    let hash = blake3::hash(composed(text).as_bytes());
    let first = hash.as_bytes().first_chunk().copied();
    u64::from_be_bytes(first.unwrap_or_default())
}

impl fmt::Display for Bookmark {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self {
            document,
            paragraph,
            text,
        } = self;
        write!(f, "{document:016x}.{paragraph}.{text:016x}")
    }
}

impl FromStr for Bookmark {
    type Err = NotABookmark;

    fn from_str(text: &str) -> Result<Self, NotABookmark> {
        let mut parts = text.split('.');
        let mut part = || parts.next().ok_or(NotABookmark);
        let hash = |text: &str| u64::from_str_radix(text, 16).map_err(|_| NotABookmark);
        Ok(Self {
            document: hash(part()?)?,
            paragraph: part()?.parse().map_err(|_| NotABookmark)?,
            text: hash(part()?)?,
        })
    }
}
