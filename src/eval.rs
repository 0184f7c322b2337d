//! *Evaluation* holds answers against labelled questions and says how good they are.
//!
//! The words are TREC's: *qrels* are the questions with the passages judged relevant, a *run* is
//! what the knowledge answered, *metrics* are the figures. Everything here is pure.

mod metrics;

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use thiserror::Error;

use crate::answer::{Answer, Quote, Verdict};
use crate::corpus::Corpus;

pub use metrics::{KEYS, Metrics};

/// How many passages of each answer are looked at.
pub const DEPTH: usize = 10;

/// A labelled question: one line of a file of qrels.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Labelled {
    /// Names the question in reports.
    pub id: String,
    /// The language it is asked in; groups the figures.
    pub lang: String,
    /// What is asked.
    pub question: String,
    /// The passages that answer; none when nothing in the folder does.
    pub relevant: Vec<Place>,
    /// A text of the relevant passage that is the answer, if one was labelled.
    #[serde(default)]
    pub answer: Option<String>,
    /// Its line in the file, from 1.
    #[serde(skip)]
    pub line: usize,
}

/// Where a passage stands.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Place {
    /// The path inside the folder.
    pub document: String,
    /// The passage's ordinal in its document, from 1.
    pub paragraph: u32,
}

/// A line of a file of qrels that is none.
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
        .map(|(line, row)| match serde_json::from_str(row) {
            Ok(labelled) => Ok(Labelled { line, ..labelled }),
            Err(error) => Err(BadLine::new(line, &error)),
        })
        .collect()
}

/// What one answer was worth.
#[derive(Debug, Clone, PartialEq)]
pub struct Outcome {
    /// Whether anything in the folder answers.
    pub answerable: bool,
    /// The rank of the first relevant passage, from 1; `None` when there is none among the first
    /// [`DEPTH`].
    pub rank: Option<usize>,
    /// Whether the first passage is relevant and its highlighted sentence holds the labelled
    /// answer; `None` where no answer was labelled.
    pub sentence: Option<bool>,
    /// The confidence, 0 to 1.
    pub confidence: f32,
    /// Whether the verdict was `answered`.
    pub answered: bool,
}

impl Outcome {
    /// Holds an answer of at most [`DEPTH`] quotes against its label.
    #[must_use]
    pub fn of(labelled: &Labelled, answer: &Answer) -> Self {
        let quotes = answer.quotes();
        let mut ranked = quotes.iter().take(DEPTH);
        let rank = ranked.position(|quote| labelled.finds(quote));
        Self {
            answerable: !labelled.relevant.is_empty(),
            rank: rank.map(|before| before + 1),
            sentence: labelled.answer.as_ref().map(|expected| {
                rank == Some(0)
                    && quotes
                        .first()
                        .is_some_and(|first| highlights(first, expected))
            }),
            confidence: answer.confidence(),
            answered: answer.verdict() == Verdict::Answered,
        }
    }
}

impl Labelled {
    /// The first relevant place that the corpus does not have, and so no answer could find.
    #[must_use]
    pub fn missing(&self, corpus: &Corpus) -> Option<&Place> {
        let is_there = |place: &&Place| {
            let mut documents = corpus.documents().iter();
            let document = documents.find(|it| it.source.document == place.document);
            let paragraph = usize::try_from(place.paragraph).unwrap_or(usize::MAX);
            document.is_some_and(|it| (1..=it.passages.len()).contains(&paragraph))
        };
        self.relevant.iter().find(|place| !is_there(place))
    }

    fn finds(&self, quote: &Quote) -> bool {
        self.relevant.iter().any(|place| {
            place.document == quote.source.document && place.paragraph == quote.paragraph
        })
    }
}

fn highlights(quote: &Quote, expected: &str) -> bool {
    let mut highlights = quote.highlights.iter();
    highlights.any(|range| quote.text[range.clone()].contains(expected))
}

/// The figures of a run, over all questions and for each language.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Evaluation {
    /// Over all questions.
    pub overall: Metrics,
    /// For the questions of each language.
    pub by_language: BTreeMap<String, Metrics>,
}

impl Evaluation {
    /// The figures of these outcomes, each with the language of its question.
    #[must_use]
    pub fn of(run: &[(String, Outcome)]) -> Self {
        let mut groups: BTreeMap<String, Vec<&Outcome>> = BTreeMap::new();
        for (language, outcome) in run {
            groups.entry(language.clone()).or_default().push(outcome);
        }
        let all: Vec<&Outcome> = run.iter().map(|(_, outcome)| outcome).collect();
        Self {
            overall: Metrics::of(&all),
            by_language: groups
                .into_iter()
                .map(|(language, outcomes)| (language, Metrics::of(&outcomes)))
                .collect(),
        }
    }
}
