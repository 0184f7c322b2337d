//! *Labels*: the questions of a file of qrels, and what answers them: a paragraph by its number, or
//! words by themselves.

mod by_paragraph;
mod by_text;

use serde::Deserialize;
use thiserror::Error;
use unicode_normalization::UnicodeNormalization;

use super::{LabelKind, Metric, Outcome, metrics};
use crate::answer::Answer;
use crate::corpus::{Corpus, Document};
pub use by_paragraph::{ParagraphRef, Paragraphs};
pub use by_text::{Stated, Texts};

/// A labelled question: one line of a file of qrels.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Labelled {
    /// Identifies the question in reports.
    pub id: String,
    /// The language it is asked in; groups the figures.
    pub lang: String,
    /// What is asked.
    pub question: String,
    /// What answers it.
    pub label: Label,
    /// Its line in the file, from 1.
    pub line: usize,
}

/// What answers a question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Label {
    /// Paragraphs by their numbers, which the next edit may change.
    Paragraphs(Paragraphs),
    /// Words as they stand in the documents.
    Texts(Texts),
}

/// The two ways to label, each with figures of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Labelling {
    /// As [`Label::Paragraphs`].
    ByParagraph,
    /// As [`Label::Texts`].
    ByText,
}

/// A label that does not fit the folder or itself, so that no answer could be held against it.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum Misfit {
    /// The paragraph is not there.
    #[error("the folder has no paragraph {} of `{}`", .0.paragraph, .0.document)]
    NoParagraph(ParagraphRef),
    /// The document is not there, or has nothing to quote.
    #[error("the folder has no document `{0}`: name it by its path inside the folder")]
    NoDocument(String),
    /// The words do not stand in the document.
    #[error(
        "`{text}` does not appear in `{document}`: copy the words exactly, without the formatting \
         around them"
    )]
    NoText {
        /// The document as labelled.
        document: String,
        /// The words as labelled.
        text: String,
    },
    /// Answerable without an answer.
    #[error(
        "an `answerable` question needs `answers`: label them, or make the kind `on-topic` or \
         `off-topic`"
    )]
    NoAnswers,
    /// Not answerable, with an answer.
    #[error(
        "an `{0}` question has no answer: leave `answers` empty, or make the kind `answerable`"
    )]
    NeedlessAnswers(LabelKind),
}

/// A line of a file of qrels that cannot be read.
#[derive(Debug, Error)]
#[error("{line}:{column}: {message}")]
pub struct BadLine {
    /// The line, from 1.
    pub line: usize,
    /// The byte of the line at which that shows, from 1.
    pub column: usize,
    /// What is wrong with it.
    pub message: String,
}

impl BadLine {
    fn new(line: usize, error: &serde_json::Error) -> Self {
        let column = error.column();
        let message = error.to_string();
        // The row was read by itself, so this is always line 1.
        let place = format!(" at line {} column {column}", error.line());
        Self {
            line,
            column,
            message: message.strip_suffix(&place).unwrap_or(&message).to_owned(),
        }
    }
}

/// Reads qrels: one JSON object a line, blank lines between them allowed.
///
/// # Errors
/// At the first line that is not a labelled question.
pub fn read_qrels(text: &str) -> Result<Vec<Labelled>, BadLine> {
    (1..)
        .zip(text.lines())
        .filter(|(_, row)| !row.trim().is_empty())
        .map(|(line, row)| match parse(row) {
            Ok(labelled) => Ok(Labelled { line, ..labelled }),
            Err(error) => Err(BadLine::new(line, &error)),
        })
        .collect()
}

/// A row labelled by paragraph.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ByParagraph {
    id: String,
    lang: String,
    question: String,
    relevant: Vec<ParagraphRef>,
    #[serde(default)]
    answer: Option<String>,
}

/// A row labelled by text.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ByText {
    id: String,
    lang: String,
    question: String,
    answers: Vec<Stated>,
    kind: LabelKind,
}

/// Its fields say in which of the two ways a row is labelled.
fn parse(row: &str) -> serde_json::Result<Labelled> {
    let fields: serde_json::Map<String, serde_json::Value> = serde_json::from_str(row)?;
    let by_text = fields.contains_key("answers") || fields.contains_key("kind");
    Ok(if by_text {
        let row: ByText = serde_json::from_str(row)?;
        let (answers, kind) = (row.answers, row.kind);
        let label = Label::Texts(Texts { answers, kind });
        Labelled::new(row.id, row.lang, row.question, label)
    } else {
        let row: ByParagraph = serde_json::from_str(row)?;
        let (relevant, answer) = (row.relevant, row.answer);
        let label = Label::Paragraphs(Paragraphs { relevant, answer });
        Labelled::new(row.id, row.lang, row.question, label)
    })
}

impl Labelled {
    fn new(id: String, lang: String, question: String, label: Label) -> Self {
        Self {
            id,
            lang,
            question,
            label,
            line: 1,
        }
    }
}

impl Label {
    /// In which way it labels.
    #[must_use]
    pub fn labelling(&self) -> Labelling {
        match self {
            Self::Paragraphs(_) => Labelling::ByParagraph,
            Self::Texts(_) => Labelling::ByText,
        }
    }

    /// What kind of question it labels.
    #[must_use]
    pub fn kind(&self) -> LabelKind {
        match self {
            Self::Paragraphs(label) => label.kind(),
            Self::Texts(label) => label.kind,
        }
    }

    /// The right places, for a person to read.
    #[must_use]
    pub fn expected(&self) -> Vec<String> {
        match self {
            Self::Paragraphs(label) => label.relevant.iter().map(ToString::to_string).collect(),
            Self::Texts(label) => label.answers.iter().map(ToString::to_string).collect(),
        }
    }

    /// Holds it against the documents in which its answers should be.
    ///
    /// # Errors
    /// When no answer from these documents could be right.
    pub fn check(&self, corpus: &Corpus) -> Result<(), Misfit> {
        match self {
            Self::Paragraphs(label) => label.check(corpus),
            Self::Texts(label) => label.check(corpus),
        }
    }

    /// Holds an answer of at most [`Labelling::depth`] quotes against it.
    #[must_use]
    pub fn judge(&self, answer: &Answer) -> Outcome {
        match self {
            Self::Paragraphs(label) => label.judge(answer),
            Self::Texts(label) => label.judge(answer),
        }
    }
}

impl Labelling {
    /// How many quotes of each answer are looked at.
    #[must_use]
    pub fn depth(self) -> usize {
        match self {
            Self::ByParagraph => 10,
            Self::ByText => 3,
        }
    }

    /// The figures that such labels give.
    #[must_use]
    pub fn metrics(self) -> &'static [Metric] {
        match self {
            Self::ByParagraph => &metrics::BY_PARAGRAPH,
            Self::ByText => &metrics::BY_TEXT,
        }
    }
}

/// The document that a label names.
pub(super) fn document<'a>(corpus: &'a Corpus, path: &str) -> Option<&'a Document> {
    corpus
        .documents()
        .iter()
        .find(|document| same_path(&document.source.document, path))
}

/// File systems differ in how they compose letters.
pub(super) fn same_path(one: &str, other: &str) -> bool {
    one.nfc().eq(other.nfc())
}
