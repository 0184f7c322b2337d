//! An *answer* is a verdict with quotes, best first, or with the reason why nothing answers.
//!
//! A *quote* is one or more slices of a document with their attribution. It can only be cut from a
//! document's text, so it is word for word by construction.

use std::ops::Range;

use crate::corpus::{Document, is_markup};
use crate::language::normalise::composed;
use crate::passage::{Passage, Source};

/// Below this confidence the nearest passages have nothing to do with the question.
const NEAR: f32 = 0.12;

/// What the knowledge says to a question.
#[derive(Debug, Clone, PartialEq)]
pub struct Answer {
    /// The judgement in one word.
    pub verdict: Verdict,
    /// How sure the judgement is, 0 to 1.
    pub confidence: f32,
    /// Best first; empty only with the verdict `None`. With that verdict they are the nearest
    /// passages, to be shown as such only.
    pub quotes: Vec<Quote>,
    /// Why there is no answer; set with the verdict `None` only.
    pub reason: Option<Reason>,
    /// The words of the question that surely stand in no passage: at most two slices of it, and
    /// none where the verdict is `Answered`.
    pub missing: Vec<String>,
    /// The places that answer equally well, the one of the first quote first. Empty where no other
    /// answers as well, and with the verdict `None`. Not all of them need be among the quotes.
    pub places: Vec<Place>,
}

/// One of several places that answer equally well.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// The document's path inside the folder.
    pub document: String,
    /// The ordinal of the passage's first paragraph, from 1.
    pub paragraph: u32,
    /// The line of the file on which the passage starts, from 1.
    pub line: u32,
    /// Names the passage's whole text.
    pub fingerprint: Fingerprint,
    /// What tells it apart: the parts of title, headings and date that not all of the places have.
    pub distinction: String,
}

/// Why the knowledge does not answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reason {
    /// No word of the question stands anywhere in the knowledge.
    NothingFound,
    /// No passage comes near enough to the question to be called an answer.
    TooLittleFound,
    /// The question has only words that every text has ("who is it?").
    NothingToLookUp,
    /// Nothing was asked: greetings, thanks, an order to a language model.
    SmallTalk,
    /// An overview was asked for, and not of which document.
    SeveralDocuments,
}

impl Reason {
    /// Whether what was asked says something of what is missing in the knowledge.
    #[must_use]
    pub fn tells_a_gap(self) -> bool {
        match self {
            Self::NothingFound | Self::TooLittleFound => true,
            Self::NothingToLookUp | Self::SmallTalk | Self::SeveralDocuments => false,
        }
    }
}

/// The judgement of an answer in one word, as `ask --json` prints it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Verdict {
    /// The quotes answer the question.
    Answered,
    /// The quotes are the closest passages, perhaps no answer.
    Weak,
    /// Nothing in the knowledge answers.
    None,
}

/// A passage cut from its document, with all that its attribution needs.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Quote {
    /// Where the document comes from.
    pub source: Source,
    /// The slices one below the other, with [`GAP`] where words between them are left out; each
    /// byte for byte as it stands in the document.
    pub text: String,
    /// What of the document it consists of: never empty, in order, disjoint.
    pub slices: Vec<Slice>,
    /// The ordinal of the passage's first paragraph in its document, from 1.
    pub paragraph: u32,
    /// The ordinal of the passage's last paragraph.
    pub last_paragraph: u32,
    /// How many paragraphs the document has.
    pub paragraphs: u32,
    /// The line of the file on which the passage starts, from 1.
    pub line: u32,
    /// The fingerprint of the passage's whole text, however much of it is quoted.
    pub fingerprint: Fingerprint,
    /// The headings above the passage, outermost first.
    pub headings: Vec<String>,
    /// The answering sentences: byte ranges in `text`, ordered, disjoint, on character
    /// boundaries; none is empty.
    pub highlights: Vec<Range<usize>>,
    /// What the first of these cannot be understood without, such as its lead-in or the header of
    /// its table: byte ranges in `text`, in order; may be empty.
    pub context: Vec<Range<usize>>,
    /// The words that answer by themselves, such as a date or a name: a byte range in `text`, within
    /// one of the highlights, on character boundaries, not empty.
    pub answer: Option<Range<usize>>,
    /// The passage's score; comparable within one answer only.
    pub score: f32,
}

/// What stands between two slices of a quote where words are left out.
pub const GAP: &str = "\n[…]\n";

/// A contiguous piece of a document in a quote.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Slice {
    /// Where it stands in the quote's text, in bytes.
    pub range: Range<usize>,
    /// Where it stands in the document's text, in bytes.
    pub document: Range<usize>,
    /// Where it stands in the file, decoded to UTF-8, in bytes; of a web page, in the Markdown made
    /// of it.
    pub file: Range<usize>,
}

impl Quote {
    /// Cuts `passage` whole out of its document, but for tags between its parts.
    ///
    /// `highlights` are byte ranges inside the passage.
    ///
    /// # Panics
    /// When the passage is of another document and does not fit into this one.
    #[must_use]
    pub fn cut(
        document: &Document,
        passage: &Passage,
        highlights: Vec<Range<usize>>,
        score: f32,
    ) -> Self {
        let seen = |range: &Range<usize>| document.seen(passage, range);
        let placed: Vec<Range<usize>> = highlights
            .into_iter()
            .flat_map(|range| {
                seen(&(passage.span.start + range.start..passage.span.start + range.end))
            })
            .collect();
        Self::slices(document, passage, &seen(&passage.span), &placed, &[], score)
    }

    /// Cuts slices of `passage`, or of its context, out of its document.
    ///
    /// `slices` are byte ranges in the document's text, in order and disjoint, at least one;
    /// `highlights`, and the `context` of the first of them, are byte ranges there too, each inside
    /// one of the slices.
    ///
    /// # Panics
    /// When a range does not fit into the document.
    #[must_use]
    pub fn slices(
        document: &Document,
        passage: &Passage,
        slices: &[Range<usize>],
        highlights: &[Range<usize>],
        context: &[Range<usize>],
        score: f32,
    ) -> Self {
        let mut text = String::new();
        let mut cut: Vec<Slice> = Vec::new();
        for slice in slices {
            if let Some(last) = cut.last() {
                let between = &document.text[last.document.end..slice.start];
                text.push_str(if is_markup(between) { "\n" } else { GAP });
            }
            let start = text.len();
            text.push_str(&document.text[slice.clone()]);
            cut.extend(
                document
                    .removed
                    .stretches(slice.clone())
                    .map(|(left, file)| Slice {
                        range: start + (left.start - slice.start)..start + (left.end - slice.start),
                        document: left,
                        file,
                    }),
            );
        }
        let last = document.passages.last();
        let mut quote = Self {
            source: document.source.clone(),
            text,
            slices: cut,
            paragraph: passage.paragraph,
            last_paragraph: passage.last_paragraph,
            paragraphs: last.map_or(0, |passage| passage.last_paragraph),
            line: passage.line,
            fingerprint: Fingerprint::of(document.slice(passage)),
            headings: passage.headings.clone(),
            highlights: Vec::new(),
            context: Vec::new(),
            answer: None,
            score,
        };
        let placed = |ranges: &[Range<usize>]| {
            ranges
                .iter()
                .filter_map(|range| quote.in_text(range))
                .collect()
        };
        (quote.highlights, quote.context) = (placed(highlights), placed(context));
        quote
    }

    /// Where a byte range of the quote's text stands in the document's text; `None` where words
    /// within it are left out.
    #[must_use]
    pub fn in_document(&self, range: &Range<usize>) -> Option<Range<usize>> {
        self.placed(range, |slice| (&slice.range, &slice.document))
    }

    /// Where a byte range of the document's text stands in the quote's text; `None` where it is not in
    /// the quote whole.
    pub(crate) fn in_text(&self, range: &Range<usize>) -> Option<Range<usize>> {
        self.placed(range, |slice| (&slice.document, &slice.range))
    }

    /// A byte range of one text as one of another, where both have the same between its ends.
    fn placed(
        &self,
        range: &Range<usize>,
        texts: impl Fn(&Slice) -> (&Range<usize>, &Range<usize>),
    ) -> Option<Range<usize>> {
        let placed = |at: usize| {
            self.slices
                .iter()
                .map(&texts)
                .find(|(from, _)| from.start <= at && at <= from.end)
                .map(|(from, to)| to.start + (at - from.start))
        };
        let (start, end) = (placed(range.start)?, placed(range.end)?);
        (start <= end && end - start == range.len()).then_some(start..end)
    }
}

/// Identifies a text, however its accents are written: the first half of the BLAKE3 hash of its
/// composed form (NFC).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Fingerprint([u8; 16]);

impl Fingerprint {
    /// The fingerprint of a text.
    #[must_use]
    pub fn of(text: &str) -> Self {
        let hash = blake3::hash(composed(text).as_bytes());
        Self(hash.as_bytes().first_chunk().copied().unwrap_or_default())
    }

    /// All 16 bytes.
    #[must_use]
    pub fn bytes(self) -> [u8; 16] {
        self.0
    }

    /// The first 8 bytes, for where there is no room for more.
    #[must_use]
    pub fn short(self) -> u64 {
        u64::from_be_bytes(self.0.first_chunk().copied().unwrap_or_default())
    }
}

impl Answer {
    /// No answer, with the nearest passages, best first.
    #[must_use]
    pub fn none(reason: Reason, confidence: f32, nearest: Vec<Quote>) -> Self {
        Self {
            verdict: Verdict::None,
            confidence,
            quotes: nearest,
            reason: Some(reason),
            missing: Vec::new(),
            places: Vec::new(),
        }
    }

    /// Quotes that answer, or perhaps do where they are not `sure`; at least one.
    #[must_use]
    pub fn quoted(sure: bool, confidence: f32, quotes: Vec<Quote>) -> Self {
        Self {
            verdict: if sure {
                Verdict::Answered
            } else {
                Verdict::Weak
            },
            confidence,
            quotes,
            reason: None,
            missing: Vec::new(),
            places: Vec::new(),
        }
    }

    /// What a reader is shown of the quotes: nothing where there is no answer and even the nearest
    /// passages are far.
    #[must_use]
    pub fn worth_reading(&self) -> &[Quote] {
        if self.verdict == Verdict::None && self.confidence < NEAR {
            return &[];
        }
        &self.quotes
    }

    /// The same answer with its first `most` quotes.
    #[must_use]
    pub fn at_most(mut self, most: usize) -> Self {
        self.quotes.truncate(most);
        self
    }
}
