//! The figures as a table and as JSON, and the questions that went wrong.

use std::collections::BTreeMap;
use std::io::{self, Write};

use serde::Serialize;

use crate::answer::{Quote, Verdict};
use crate::eval::{Evaluation, Fault, Figures, Judged, LabelKind, Labelling, Metric, Spans};

/// The longest part of a quote that the list of misses shows, in letters.
const SHOWN: usize = 300;

#[derive(Serialize)]
struct Report<'a> {
    #[serde(flatten)]
    evaluation: &'a Evaluation,
    /// With `--misses`.
    #[serde(skip_serializing_if = "Option::is_none")]
    misses: Option<Vec<Miss<'a>>>,
}

/// A question that went wrong.
#[derive(Serialize)]
struct Miss<'a> {
    fault: Fault,
    #[serde(skip_serializing_if = "Option::is_none")]
    folder: Option<&'a str>,
    id: &'a str,
    kind: LabelKind,
    question: &'a str,
    expected: Vec<String>,
    verdict: Verdict,
    confidence: f32,
    /// Of the first quote, as the two below; empty where there is none.
    document: &'a str,
    quoted: &'a str,
    bold: Vec<&'a str>,
}

impl<'a> Miss<'a> {
    fn of(judged: &'a Judged<'_>) -> Option<Self> {
        let (labelled, first) = (judged.labelled, judged.answer.quotes.first());
        let bold = |quote: &'a Quote| {
            quote
                .highlights
                .iter()
                .map(|range| &quote.text[range.clone()])
                .collect()
        };
        Some(Self {
            fault: judged.outcome.fault()?,
            folder: judged.folder,
            id: &labelled.id,
            kind: labelled.label.kind(),
            question: &labelled.question,
            expected: labelled.label.expected(),
            verdict: judged.answer.verdict,
            confidence: judged.answer.confidence,
            document: first.map_or("", |first| &first.source.document),
            quoted: first.map_or("", |first| &first.text),
            bold: first.map(bold).unwrap_or_default(),
        })
    }
}

/// Prints one object and a line feed.
pub(super) fn json(
    out: &mut impl Write,
    evaluation: &Evaluation,
    run: Option<&[Judged<'_>]>,
) -> io::Result<()> {
    let misses = run.map(|run| run.iter().filter_map(Miss::of).collect());
    serde_json::to_writer(&mut *out, &Report { evaluation, misses })?;
    writeln!(out)
}

/// One line a folder, or a language where a file was named, one over all, and one of the words marked.
pub(super) fn table(
    out: &mut impl Write,
    labelling: Labelling,
    evaluation: &Evaluation,
) -> io::Result<()> {
    let by_folder = !evaluation.by_folder.is_empty();
    let (group, all, rows) = if by_folder {
        ("folder", "total", &evaluation.by_folder)
    } else {
        ("language", "all", &evaluation.by_language)
    };
    let table = Table::of(labelling, group, rows);
    table.head(out, group)?;
    for (name, figures) in rows {
        table.row(out, name, figures)?;
    }
    table.row(out, all, &evaluation.overall)?;
    let Spans { shown, right } = evaluation.answer_spans;
    writeln!(out, "answer spans: shown {shown}, right {right}")
}

struct Table {
    metrics: &'static [Metric],
    /// The width of the first column, in letters.
    width: usize,
}

impl Table {
    fn of(labelling: Labelling, group: &str, rows: &BTreeMap<String, Figures>) -> Self {
        let names = rows.keys().map(|name| name.chars().count());
        Self {
            metrics: labelling.metrics(),
            width: names.max().unwrap_or(0).max(group.len()),
        }
    }

    fn head(&self, out: &mut impl Write, group: &str) -> io::Result<()> {
        let width = self.width;
        write!(out, "{group:<width$} questions answerable")?;
        for metric in self.metrics {
            write!(out, " {:>1$}", metric.key, column(metric))?;
        }
        writeln!(out)
    }

    fn row(&self, out: &mut impl Write, name: &str, figures: &Figures) -> io::Result<()> {
        let (width, questions, answerable) = (self.width, figures.questions, figures.answerable);
        write!(out, "{name:<width$} {questions:>9} {answerable:>10}")?;
        for metric in self.metrics {
            let figure = shown(metric, figures.get(metric.key));
            write!(out, " {figure:>0$}", column(metric))?;
        }
        writeln!(out)
    }
}

/// As wide as its head and as its figures.
fn column(metric: &Metric) -> usize {
    metric.key.len().max("0.000".len())
}

pub(super) fn shown(metric: &Metric, figure: Option<f64>) -> String {
    let digits = if metric.is_share { 3 } else { 0 };
    figure.map_or_else(|| "-".to_owned(), |figure| format!("{figure:.digits$}"))
}

/// Prints each question that went wrong, after an empty line.
pub(super) fn misses(out: &mut impl Write, run: &[Judged<'_>]) -> io::Result<()> {
    for miss in run.iter().filter_map(Miss::of) {
        writeln!(
            out,
            "\n{}: {} ({}) {}",
            miss.fault,
            miss.id,
            miss.kind,
            on_one_line(miss.question)
        )?;
        for expected in &miss.expected {
            writeln!(out, "  expected: {}", on_one_line(expected))?;
        }
        writeln!(
            out,
            "  {} {:.2} {}: {}",
            word(miss.verdict),
            miss.confidence,
            miss.document,
            on_one_line(miss.quoted)
        )?;
        writeln!(out, "  bold: {}", on_one_line(&miss.bold.join(" ")))?;
    }
    Ok(())
}

fn word(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Answered => "answered",
        Verdict::Weak => "weak",
        Verdict::None => "none",
    }
}

/// The beginning of a text, white space folded.
fn on_one_line(text: &str) -> String {
    let words: Vec<&str> = text.split_whitespace().collect();
    words.join(" ").chars().take(SHOWN).collect()
}
