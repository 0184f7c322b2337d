//! A *bookmark* says where a passage stands and what it says, in so few characters that a button
//! can carry it.
//!
//! In every later snapshot it leads to the same words, or nowhere. An *anchor* is a bookmark that also
//! says which sentence of the passage answers.

use std::fmt;
use std::str::FromStr;

use super::Snapshot;
use crate::answer::{Fingerprint, Place, Quote};
use crate::corpus::Document;
use crate::passage::Passage;

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

/// A passage, and the sentence in it that answers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Anchor {
    /// Where the passage stands and what it says.
    pub passage: Bookmark,
    /// The byte range of the sentence in the whole passage's text as [`Snapshot::find`] quotes it; the
    /// end is excluded.
    pub sentence: Option<(u32, u32)>,
}

/// The words that a bookmark led to are gone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Changed;

/// A text that is neither a bookmark nor an anchor.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NotABookmark;

impl Bookmark {
    /// The bookmark of a quote.
    #[must_use]
    pub fn of(quote: &Quote) -> Self {
        Self {
            document: short(&quote.source.document),
            paragraph: quote.paragraph,
            text: quote.fingerprint.short(),
        }
    }

    /// The bookmark of a place.
    #[must_use]
    pub fn of_place(place: &Place) -> Self {
        Self {
            document: short(&place.document),
            paragraph: place.paragraph,
            text: place.fingerprint.short(),
        }
    }
}

impl From<Bookmark> for Anchor {
    fn from(passage: Bookmark) -> Self {
        Self {
            passage,
            sentence: None,
        }
    }
}

impl Snapshot {
    /// The anchor of a quote of this snapshot: its passage and its first answering sentence.
    #[must_use]
    pub fn anchor(&self, quote: &Quote) -> Anchor {
        let passage = Bookmark::of(quote);
        let sentence = quote.highlights.first().and_then(|sentence| {
            let whole = self.find(passage).ok()?;
            let sentence = whole.in_text(&quote.in_document(sentence)?)?;
            Some((
                u32::try_from(sentence.start).ok()?,
                u32::try_from(sentence.end).ok()?,
            ))
        });
        Anchor { passage, sentence }
    }

    /// The passage that `anchor` leads to, whole, with its sentence highlighted.
    ///
    /// # Errors
    /// As [`Snapshot::find`].
    pub fn find_anchor(&self, anchor: Anchor) -> Result<Quote, Changed> {
        let mut quote = self.find(anchor.passage)?;
        let sentence = anchor
            .sentence
            .map(|(start, end)| start as usize..end as usize);
        // Accents may be written otherwise by now, which moves the sentence.
        quote.highlights = sentence
            .filter(|sentence| {
                quote
                    .text
                    .get(sentence.clone())
                    .is_some_and(|text| !text.is_empty())
            })
            .into_iter()
            .collect();
        Ok(quote)
    }

    /// The passage that `bookmark` leads to, whole and without highlights; it may have moved within
    /// its document.
    ///
    /// # Errors
    /// When this snapshot has no such document, or the document no longer says that.
    pub fn find(&self, bookmark: Bookmark) -> Result<Quote, Changed> {
        let document = self.document(bookmark.document).ok_or(Changed)?;
        let same = |passage: &&Passage| short(document.slice(passage)) == bookmark.text;
        let passages = || document.passages.iter();
        let found = passages()
            .find(|passage| passage.holds(bookmark.paragraph))
            .filter(same)
            .or_else(|| passages().find(same));
        Ok(whole(document, found.ok_or(Changed)?))
    }

    /// The bookmarks of the passages before and after a quote of this snapshot, in its document.
    #[must_use]
    pub fn beside(&self, quote: &Quote) -> [Option<Bookmark>; 2] {
        let document = self.document(short(&quote.source.document));
        let beside = document.and_then(|document| {
            let at = document
                .passages
                .iter()
                .position(|passage| passage.holds(quote.paragraph))?;
            let bookmark = |at: usize| {
                let passage = document.passages.get(at)?;
                Some(Bookmark::of(&whole(document, passage)))
            };
            Some([at.checked_sub(1), at.checked_add(1)].map(|at| at.and_then(bookmark)))
        });
        beside.unwrap_or_default()
    }

    /// The document whose path has this hash, as [`Bookmark::document`] holds it.
    #[must_use]
    pub fn document(&self, path: u64) -> Option<&Document> {
        self.corpus()
            .documents()
            .iter()
            .find(|document| short(&document.source.document) == path)
    }
}

fn short(text: &str) -> u64 {
    Fingerprint::of(text).short()
}

fn whole(document: &Document, passage: &Passage) -> Quote {
    Quote::cut(document, passage, Vec::new(), 0.0)
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

impl fmt::Display for Anchor {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.passage.fmt(f)?;
        match self.sentence {
            Some((start, end)) => write!(f, ".{start}-{end}"),
            None => Ok(()),
        }
    }
}

impl FromStr for Anchor {
    type Err = NotABookmark;

    fn from_str(text: &str) -> Result<Self, NotABookmark> {
        let Some((passage, sentence)) =
            text.rsplit_once('.').filter(|(_, last)| last.contains('-'))
        else {
            return text.parse().map(Bookmark::into);
        };
        let (start, end) = sentence.split_once('-').ok_or(NotABookmark)?;
        let at = |text: &str| text.parse().map_err(|_| NotABookmark);
        Ok(Self {
            passage: passage.parse()?,
            sentence: Some((at(start)?, at(end)?)),
        })
    }
}
