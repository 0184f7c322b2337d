//! *Evaluation* holds answers against labelled questions and says how good they are.
//!
//! The words are TREC's: *qrels* are the questions with what was judged relevant, a *run* is what
//! the knowledge answered, *metrics* are the figures. Questions are labelled by paragraph or by
//! text, and each way has figures of its own. Everything here is pure.

mod labels;
mod metrics;
mod spans;

use std::collections::BTreeMap;
use std::fmt;

use serde::{Deserialize, Serialize};

use crate::answer::{Answer, Verdict};

pub use labels::{
    BadLine, Label, Labelled, Labelling, Misfit, ParagraphRef, Paragraphs, Stated, Texts,
    read_qrels,
};
pub use metrics::{Better, Figures, Metric};
pub use spans::Spans;

/// What kind of question it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum LabelKind {
    /// The folder answers it.
    Answerable,
    /// The folder speaks of its subject and does not answer it.
    OnTopic,
    /// Another subject, small talk, gibberish.
    OffTopic,
    /// The folder does not answer it: all that a label by paragraph says.
    #[serde(skip_deserializing)]
    Unanswerable,
}

impl fmt::Display for LabelKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.serialize(f)
    }
}

/// What one answer was worth.
#[derive(Debug, Clone, PartialEq)]
pub struct Outcome {
    /// What was asked.
    pub kind: LabelKind,
    /// The rank of the first right quote, from 1; `None` when none of those looked at is right.
    pub rank: Option<usize>,
    /// Whether the first quote is right and its highlights hold the labelled words; `None` where no
    /// words were labelled.
    pub bold: Option<bool>,
    /// Whether the first quote is right and holds what belongs to the answer besides; `None` where
    /// nothing does.
    pub also: Option<bool>,
    /// Whether the words marked in the first quote as answering by themselves overlap the labelled
    /// words; `None` where none are marked, or it is not known what answers.
    pub span: Option<bool>,
    /// How many letters the first quote has; `None` where there is none.
    pub length: Option<usize>,
    /// The confidence, 0 to 1.
    pub confidence: f32,
    /// Whether the verdict was `answered`.
    pub answered: bool,
}

/// What is wrong with an answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Fault {
    /// The first quote is not right.
    Wrong,
    /// It is right, and what answers is not in bold.
    NotBold,
    /// All is right, and the verdict is another.
    NotAnswered,
    /// All is right, and what belongs to the answer besides is not in the quote.
    Incomplete,
    /// The verdict is `answered`, and there is no answer.
    False,
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.serialize(f)
    }
}

impl Outcome {
    /// What can be said of an answer without its label.
    fn of(kind: LabelKind, answer: &Answer) -> Self {
        let first = answer.quotes.first();
        let length = first.map(|first| first.text.chars().count());
        Self {
            kind,
            rank: None,
            bold: None,
            also: None,
            span: None,
            length: length.filter(|length| *length > 0),
            confidence: answer.confidence,
            answered: answer.verdict == Verdict::Answered,
        }
    }

    /// What went wrong, the worst first.
    #[must_use]
    pub fn fault(&self) -> Option<Fault> {
        if self.kind != LabelKind::Answerable {
            return self.answered.then_some(Fault::False);
        }
        let faults = [
            (self.rank != Some(1), Fault::Wrong),
            (self.bold == Some(false), Fault::NotBold),
            (!self.answered, Fault::NotAnswered),
            (self.also == Some(false), Fault::Incomplete),
        ];
        let found = faults.into_iter().find(|(is_so, _)| *is_so);
        found.map(|(_, fault)| fault)
    }
}

/// What came of one question.
#[derive(Debug, Clone)]
pub struct Judged<'a> {
    /// The folder that it was asked of, where several have figures of their own.
    pub folder: Option<&'a str>,
    /// What was asked.
    pub labelled: &'a Labelled,
    /// What was answered.
    pub answer: Answer,
    /// What that was worth.
    pub outcome: Outcome,
}

/// The figures of a run, over all questions and for each language and folder.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Evaluation {
    /// Over all questions.
    pub overall: Figures,
    /// The words marked as answering by themselves, over all questions.
    pub answer_spans: Spans,
    /// For the questions of each language.
    pub by_language: BTreeMap<String, Figures>,
    /// For those of each folder.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub by_folder: BTreeMap<String, Figures>,
}

impl Evaluation {
    /// The figures of a run on questions that were labelled in one way.
    #[must_use]
    pub fn of(labelling: Labelling, run: &[Judged<'_>]) -> Self {
        let figures = |outcomes: &[&Outcome]| Figures::of(labelling.metrics(), outcomes);
        let grouped = |name: fn(&Judged<'_>) -> Option<String>| {
            let mut groups: BTreeMap<String, Vec<&Outcome>> = BTreeMap::new();
            for judged in run {
                if let Some(name) = name(judged) {
                    groups.entry(name).or_default().push(&judged.outcome);
                }
            }
            groups
                .into_iter()
                .map(|(name, outcomes)| (name, figures(&outcomes)))
                .collect()
        };
        let all: Vec<&Outcome> = run.iter().map(|judged| &judged.outcome).collect();
        Self {
            overall: figures(&all),
            answer_spans: Spans::of(&all),
            by_language: grouped(|judged| Some(judged.labelled.lang.clone())),
            by_folder: grouped(|judged| judged.folder.map(str::to_owned)),
        }
    }
}
