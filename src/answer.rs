//! An *answer* is either quotes, best first, or the reason why there are none.
//!
//! A *quote* is a slice of a document with its attribution. It can only be cut from a document's
//! text, so it is word for word by construction.

use std::ops::Range;

use crate::passage::{Passage, Source};

/// Below this confidence the nearest passages have nothing to do with the question.
const NEAR: f32 = 0.12;

/// What the knowledge says to a question.
#[derive(Debug, Clone, PartialEq)]
pub enum Answer {
    /// At least one quote, best first.
    Quoted {
        /// How sure the judgement is, 0 to 1.
        confidence: f32,
        /// False when these are only the closest passages and perhaps no answer.
        sure: bool,
        /// Never empty.
        quotes: Vec<Quote>,
    },
    /// The knowledge does not answer.
    NoAnswer {
        /// How sure the judgement would have been, 0 to 1.
        confidence: f32,
        /// Why there is no answer.
        reason: Reason,
        /// The nearest passages, best first, to be shown only as such; may be empty.
        nearest: Vec<Quote>,
    },
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
    /// The passage's text, byte for byte as it stands in the document.
    pub text: String,
    /// The passage's ordinal in its document, from 1.
    pub paragraph: u32,
    /// How many passages the document has.
    pub paragraphs: u32,
    /// The line of the file on which the passage starts, from 1.
    pub line: u32,
    /// The headings above the passage, outermost first.
    pub headings: Vec<String>,
    /// The answering sentences: byte ranges in `text`, ordered, disjoint, on character
    /// boundaries; none is empty.
    pub highlights: Vec<Range<usize>>,
    /// The passage's score; comparable within one answer only.
    pub score: f32,
}

impl Quote {
    /// Cuts `passage` out of `document_text`, the text its span refers to.
    ///
    /// `paragraphs` is the document's number of passages, `highlights` are byte ranges inside the
    /// passage.
    #[must_use]
    pub fn cut(
        source: &Source,
        document_text: &str,
        paragraphs: u32,
        passage: &Passage,
        highlights: Vec<Range<usize>>,
        score: f32,
    ) -> Self {
        Self {
            source: source.clone(),
            text: document_text[passage.span.clone()].to_owned(),
            paragraph: passage.paragraph,
            paragraphs,
            line: passage.line,
            headings: passage.headings.clone(),
            highlights,
            score,
        }
    }
}

impl Answer {
    /// The answer's judgement in one word.
    #[must_use]
    pub fn verdict(&self) -> Verdict {
        match self {
            Self::Quoted { sure: true, .. } => Verdict::Answered,
            Self::Quoted { sure: false, .. } => Verdict::Weak,
            Self::NoAnswer { .. } => Verdict::None,
        }
    }

    /// How sure the judgement is, 0 to 1.
    #[must_use]
    pub fn confidence(&self) -> f32 {
        match self {
            Self::Quoted { confidence, .. } | Self::NoAnswer { confidence, .. } => *confidence,
        }
    }

    /// What a reader is shown of [`Answer::quotes`]: nothing where there is no answer and even the
    /// nearest passages are far.
    #[must_use]
    pub fn worth_reading(&self) -> &[Quote] {
        match self {
            Self::NoAnswer { confidence, .. } if *confidence < NEAR => &[],
            _ => self.quotes(),
        }
    }

    /// The same answer with its first `most` quotes.
    #[must_use]
    pub fn at_most(mut self, most: usize) -> Self {
        let (Self::Quoted { quotes, .. }
        | Self::NoAnswer {
            nearest: quotes, ..
        }) = &mut self;
        quotes.truncate(most);
        self
    }

    /// The quotes, or the nearest passages where there is no answer.
    #[must_use]
    pub fn quotes(&self) -> &[Quote] {
        match self {
            Self::Quoted { quotes, .. } => quotes,
            Self::NoAnswer { nearest, .. } => nearest,
        }
    }
}
