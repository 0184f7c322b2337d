//! An answer as one JSON object on one line.

use std::io::{self, Write};
use std::ops::Range;

use serde::Serialize;

use super::AskedLine;
use crate::answer::{Place, Quote, Verdict};
use crate::library::Explanation;

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
    /// Where several places answer equally well.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    places: Vec<PlaceRecord<'a>>,
    elapsed_ms: f64,
    /// With `--explain`.
    #[serde(skip_serializing_if = "Option::is_none")]
    explanation: Option<&'a Explanation>,
}

#[derive(Serialize)]
struct PlaceRecord<'a> {
    document: &'a str,
    paragraph: u32,
    line: u32,
    distinction: &'a str,
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
    /// What of it answers by itself.
    #[serde(skip_serializing_if = "Option::is_none")]
    answer: Option<JsonSpan<'a>>,
}

#[derive(Serialize)]
struct JsonSpan<'a> {
    /// Byte offsets in the quote's text.
    start: usize,
    end: usize,
    text: &'a str,
}

/// Prints the object and a line feed.
pub(super) fn print(out: &mut impl Write, asked: &AskedLine<'_>) -> io::Result<()> {
    let answer = asked.outcome.as_ref().ok();
    let record = Record {
        question: asked.question,
        verdict: asked.verdict(),
        confidence: answer.map_or(0.0, |answer| answer.confidence),
        quotes: answer
            .map_or(&[][..], |answer| &answer.quotes)
            .iter()
            .map(QuoteRecord::of)
            .collect(),
        missing: answer.map_or(&[][..], |answer| &answer.missing),
        places: answer
            .map_or(&[][..], |answer| &answer.places)
            .iter()
            .map(PlaceRecord::of)
            .collect(),
        elapsed_ms: asked.elapsed.as_secs_f64() * 1_000.0,
        explanation: asked.explanation.as_ref(),
    };
    serde_json::to_writer(&mut *out, &record)?;
    writeln!(out)
}

impl<'a> PlaceRecord<'a> {
    fn of(place: &'a Place) -> Self {
        Self {
            document: &place.document,
            paragraph: place.paragraph,
            line: place.line,
            distinction: &place.distinction,
        }
    }
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
                .map(|range| Highlight::of(quote, range))
                .collect(),
            score: quote.score,
        }
    }
}

impl<'a> Highlight<'a> {
    fn of(quote: &'a Quote, range: &Range<usize>) -> Self {
        let within =
            |answer: &&Range<usize>| range.start <= answer.start && answer.end <= range.end;
        let answer = quote.answer.as_ref().filter(within);
        Self {
            start: range.start,
            end: range.end,
            text: &quote.text[range.clone()],
            answer: answer.map(|answer| JsonSpan {
                start: answer.start,
                end: answer.end,
                text: &quote.text[answer.clone()],
            }),
        }
    }
}
