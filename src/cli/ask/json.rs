//! An answer as one JSON object on one line.

use std::io::{self, Write};

use serde::Serialize;

use super::Asked;
use crate::answer::{Answer, Quote, Verdict};
use crate::knowledge::Explanation;

#[derive(Serialize)]
struct Record<'a> {
    question: &'a str,
    verdict: Verdict,
    /// 0 to 1.
    confidence: f32,
    /// Best first; with the verdict `none` the nearest passages, if any.
    quotes: Vec<QuoteRecord<'a>>,
    /// What of the question is surely missing.
    #[serde(skip_serializing_if = "<[String]>::is_empty")]
    missing: &'a [String],
    elapsed_ms: f64,
    /// With `--explain`.
    #[serde(skip_serializing_if = "Option::is_none")]
    explanation: Option<&'a Explanation>,
}

#[derive(Serialize)]
struct QuoteRecord<'a> {
    text: &'a str,
    /// What of the document the text consists of, in order.
    slices: Vec<SliceRecord<'a>>,
    document: &'a str,
    paragraph: u32,
    last_paragraph: u32,
    line: u32,
    headings: &'a [String],
    title: &'a str,
    publisher: Option<&'a str>,
    author: Option<&'a str>,
    date: Option<&'a str>,
    url: Option<&'a str>,
    highlights: Vec<Highlight<'a>>,
    score: f32,
}

#[derive(Serialize)]
struct SliceRecord<'a> {
    /// Byte offsets in the file.
    start: usize,
    end: usize,
    text: &'a str,
}

#[derive(Serialize)]
struct Highlight<'a> {
    /// Byte offsets in the quote's text.
    start: usize,
    end: usize,
    text: &'a str,
}

/// Prints the object and a line feed.
pub(super) fn print(out: &mut impl Write, asked: &Asked<'_>) -> io::Result<()> {
    let answer = asked.outcome.as_ref().ok();
    let record = Record {
        question: asked.question,
        verdict: asked.verdict(),
        confidence: answer.map_or(0.0, Answer::confidence),
        quotes: answer
            .map_or(&[][..], Answer::quotes)
            .iter()
            .map(QuoteRecord::of)
            .collect(),
        missing: answer.map_or(&[][..], Answer::missing),
        elapsed_ms: asked.elapsed.as_secs_f64() * 1_000.0,
        explanation: asked.explanation.as_ref(),
    };
    serde_json::to_writer(&mut *out, &record)?;
    writeln!(out)
}

impl<'a> QuoteRecord<'a> {
    fn of(quote: &'a Quote) -> Self {
        Self {
            text: &quote.text,
            slices: quote
                .slices
                .iter()
                .map(|slice| SliceRecord {
                    start: slice.file.start,
                    end: slice.file.end,
                    text: &quote.text[slice.range.clone()],
                })
                .collect(),
            document: &quote.source.document,
            paragraph: quote.paragraph,
            last_paragraph: quote.last_paragraph,
            line: quote.line,
            headings: &quote.headings,
            title: &quote.source.title,
            publisher: quote.source.publisher.as_deref(),
            author: quote.source.author.as_deref(),
            date: quote.source.date.as_deref(),
            url: quote.source.url.as_deref(),
            highlights: quote
                .highlights
                .iter()
                .map(|range| Highlight {
                    start: range.start,
                    end: range.end,
                    text: &quote.text[range.clone()],
                })
                .collect(),
            score: quote.score,
        }
    }
}
