//! Answers held against words that were labelled as they stand in the documents.
//!
//! White space is folded and Unicode composed (NFC) on both sides.

use std::fmt;

use serde::Deserialize;
use unicode_normalization::UnicodeNormalization;

use super::{Labelling, Misfit, document, same_path};
use crate::answer::{Answer, Quote};
use crate::corpus::Corpus;
use crate::eval::{LabelKind, Outcome, spans};

/// What answers a question, in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Texts {
    /// Every right place; none unless the question is answerable.
    pub answers: Vec<Stated>,
    /// What kind of question it is.
    pub kind: LabelKind,
}

/// Words that answer, where they stand.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Stated {
    /// The path inside the folder.
    pub document: String,
    /// The words that answer, without the marks around them.
    pub text: String,
    /// What a good quote holds besides: a lead-in, a parent, the name of a rule.
    #[serde(default)]
    pub also: Option<String>,
}

impl fmt::Display for Stated {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.document, self.text)?;
        self.also
            .iter()
            .try_for_each(|also| write!(f, " (with: {also})"))
    }
}

impl Texts {
    /// The kind has answers as it should, and each stands in its document.
    pub(super) fn check(&self, corpus: &Corpus) -> Result<(), Misfit> {
        match (self.kind, self.answers.is_empty()) {
            (LabelKind::Answerable, true) => return Err(Misfit::NoAnswers),
            (LabelKind::Answerable, false) | (_, true) => {}
            (kind, false) => return Err(Misfit::NeedlessAnswers(kind)),
        }
        self.answers
            .iter()
            .try_for_each(|answer| answer.check(corpus))
    }

    pub(super) fn judge(&self, answer: &Answer) -> Outcome {
        let quotes = &answer.quotes;
        let rank = quotes
            .iter()
            .take(Labelling::ByText.depth())
            .position(|quote| self.answers.iter().any(|answer| answer.is_in(quote)));
        let first = quotes.first();
        let right = |stated: &&Stated| first.is_some_and(|first| stated.is_in(first));
        let right: Vec<&Stated> = self.answers.iter().filter(right).collect();
        let said = first.map(|first| folded(&first.text)).unwrap_or_default();
        let bold = first.map(bold).unwrap_or_default();
        let holds_also = |stated: &&Stated| {
            stated
                .also
                .as_ref()
                .is_none_or(|also| said.contains(&folded(also)))
        };
        let has_also = self.answers.iter().any(|answer| answer.also.is_some());
        let span = spans::judge(answer, |first| {
            right.iter().any(|answer| answer.is_marked(first))
        });
        Outcome {
            span,
            rank: rank.map(|before| before + 1),
            bold: Some(right.iter().any(|answer| answer.is_bold(&bold))),
            also: has_also.then(|| right.iter().any(holds_also)),
            ..Outcome::of(self.kind, answer)
        }
    }
}

impl Stated {
    fn check(&self, corpus: &Corpus) -> Result<(), Misfit> {
        let Some(document) = document(corpus, &self.document) else {
            return Err(Misfit::NoDocument(self.document.clone()));
        };
        let stands = folded(&document.text);
        let is_there = |text: &&String| {
            let text = folded(text);
            !text.is_empty() && stands.contains(&text)
        };
        std::iter::once(&self.text)
            .chain(&self.also)
            .find(|text| !is_there(text))
            .map_or(Ok(()), |text| {
                Err(Misfit::NoText {
                    document: self.document.clone(),
                    text: text.clone(),
                })
            })
    }

    /// Whether the quote is from this document and holds the words.
    fn is_in(&self, quote: &Quote) -> bool {
        same_path(&quote.source.document, &self.document)
            && folded(&quote.text).contains(&folded(&self.text))
    }

    /// Whether what is marked in a quote overlaps the words, or lies within them where their white
    /// space is another.
    fn is_marked(&self, quote: &Quote) -> bool {
        let marked = quote
            .answer
            .as_ref()
            .map(|span| folded(&quote.text[span.clone()]));
        let lies_within = marked.is_some_and(|marked| folded(&self.text).contains(&marked));
        lies_within || spans::overlaps(quote, &self.text)
    }

    /// Whether a text in bold holds the words or lies within them.
    fn is_bold(&self, bold: &[String]) -> bool {
        let text = folded(&self.text);
        bold.iter()
            .any(|bold| bold.contains(&text) || text.contains(bold.as_str()))
    }
}

/// The highlighted texts of a quote, each by itself, and all together where there are several.
fn bold(quote: &Quote) -> Vec<String> {
    let mut texts: Vec<String> = quote
        .highlights
        .iter()
        .map(|range| folded(&quote.text[range.clone()]))
        .filter(|text| !text.is_empty())
        .collect();
    if texts.len() > 1 {
        texts.push(texts.join(" "));
    }
    texts
}

/// A text as it is compared.
fn folded(text: &str) -> String {
    let composed: String = text.nfc().collect();
    let words: Vec<&str> = composed.split_whitespace().collect();
    words.join(" ")
}
