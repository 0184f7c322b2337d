//! Answers held against paragraphs that were labelled by their numbers.

use std::fmt;

use serde::Deserialize;

use super::{Labelling, Misfit, document, same_path};
use crate::answer::{Answer, Quote};
use crate::corpus::{Corpus, Document};
use crate::eval::{LabelKind, Outcome, spans};

/// What answers a question, by numbers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Paragraphs {
    /// The passages that answer; none when nothing in the folder does.
    pub relevant: Vec<ParagraphRef>,
    /// A text of the relevant passage that is the answer, if one was labelled.
    pub answer: Option<String>,
}

/// Where a passage stands.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ParagraphRef {
    /// The path inside the folder.
    pub document: String,
    /// The passage's ordinal in its document, from 1.
    pub paragraph: u32,
}

impl fmt::Display for ParagraphRef {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} ¶ {}", self.document, self.paragraph)
    }
}

impl Paragraphs {
    pub(super) fn kind(&self) -> LabelKind {
        if self.relevant.is_empty() {
            LabelKind::Unanswerable
        } else {
            LabelKind::Answerable
        }
    }

    /// Every relevant place is in the corpus.
    pub(super) fn check(&self, corpus: &Corpus) -> Result<(), Misfit> {
        let is_there = |place: &&ParagraphRef| {
            let document = document(corpus, &place.document);
            document.is_some_and(|document| (1..=paragraphs(document)).contains(&place.paragraph))
        };
        let missing = self.relevant.iter().find(|place| !is_there(place));
        missing.map_or(Ok(()), |place| Err(Misfit::NoParagraph(place.clone())))
    }

    pub(super) fn judge(&self, answer: &Answer) -> Outcome {
        let quotes = &answer.quotes;
        let rank = quotes
            .iter()
            .take(Labelling::ByParagraph.depth())
            .position(|quote| self.relevant.iter().any(|place| is_at(quote, place)));
        let bold = self.answer.as_ref().map(|expected| {
            let mut first = quotes.iter().take(1);
            rank == Some(0) && first.any(|first| highlights(first, expected))
        });
        // Words that are marked where nothing answers are wrong.
        let is_known = self.answer.is_some() || self.relevant.is_empty();
        let span = spans::judge(answer, |first| {
            let mut expected = self.answer.iter();
            rank == Some(0) && expected.any(|expected| spans::overlaps(first, expected))
        });
        Outcome {
            span: span.filter(|_| is_known),
            rank: rank.map(|before| before + 1),
            bold,
            ..Outcome::of(self.kind(), answer)
        }
    }
}

/// Whether a quote has the labelled paragraph in it.
fn is_at(quote: &Quote, place: &ParagraphRef) -> bool {
    let paragraphs = quote.paragraph..=quote.last_paragraph;
    same_path(&quote.source.document, &place.document) && paragraphs.contains(&place.paragraph)
}

/// How many paragraphs a document has.
fn paragraphs(document: &Document) -> u32 {
    document
        .passages
        .last()
        .map_or(0, |last| last.last_paragraph)
}

fn highlights(quote: &Quote, expected: &str) -> bool {
    quote
        .highlights
        .iter()
        .any(|range| quote.text[range.clone()].contains(expected))
}
