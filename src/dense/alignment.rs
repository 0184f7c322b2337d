//! An *alignment* says which word of a passage each word of a question finds.
//!
//! Late interaction compares tokens, which are pieces of words; people read words.

use std::ops::Range;

use super::tokens::Unpacked;
use super::{Dense, EncodedQuestion, PassageVectors, texts, without_vowel_marks};
use crate::analyzer::words_seen;
use crate::corpus::Document;
use crate::encoder::Span;
use crate::language::scripts::{is_katakana, is_unspaced};
use crate::language::{Language, is_vowel_mark};
use crate::passage::Passage;

/// A word of a question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Word {
    /// Where it stands.
    pub range: Range<usize>,
    /// The tokens of the question that it consists of, among those that count.
    pub tokens: Vec<usize>,
    /// The same number for words that have nothing between them and stand in one script without
    /// blanks, where a token is taken for a word.
    pub run: usize,
}

/// What a word of the question finds in a passage.
#[derive(Debug, Clone, PartialEq)]
pub struct Counterpart {
    /// The word of the passage, of its context or its place that is most like it.
    pub word: String,
    /// How alike they are: the mean over the tokens of the question's word.
    pub cosine: f32,
}

/// A token of a passage, with the word that it is of.
struct Placed<'t> {
    token: Unpacked,
    word: &'t str,
}

impl Dense {
    /// The words of a question in `language`, those of them that have tokens.
    #[must_use]
    pub fn words(&self, language: Language, question: &str) -> Vec<Word> {
        let mut spans = self.spans(question);
        spans.retain(|span| span.tells);
        words(language, question, &spans)
            .into_iter()
            .map(|(run, range)| Word {
                tokens: touching(&spans, &range).collect(),
                range,
                run,
            })
            .filter(|word| !word.tokens.is_empty())
            .collect()
    }

    /// What each of some words of the question finds in a passage; nothing in one without words.
    #[must_use]
    pub fn align(
        &self,
        asked: &EncodedQuestion,
        words: &[Word],
        (document, passage): (&Document, &Passage),
        vectors: &PassageVectors,
    ) -> Vec<Option<Counterpart>> {
        let texts = texts(document, passage, &vectors.units);
        let placed: Vec<Placed> = texts
            .iter()
            .zip(&vectors.entry.segments)
            .flat_map(|(text, tokens)| {
                let tokens = vectors.entry.tokens.unpacked(tokens.clone());
                self.placed(document.language, text, tokens)
            })
            .collect();
        words
            .iter()
            .map(|word| counterpart(asked, word, &placed))
            .collect()
    }

    /// The tokens of a segment that are of a word.
    fn placed<'t>(
        &self,
        language: Language,
        text: &'t str,
        tokens: impl Iterator<Item = Unpacked>,
    ) -> Vec<Placed<'t>> {
        let spans = self.spans(text);
        let words = words(language, text, &spans);
        spans
            .iter()
            .zip(tokens)
            .filter_map(|(span, token)| {
                let mut words = words.iter().filter(|_| span.tells);
                let (_, word) = words.find(|(_, word)| touches(&span.range, word))?;
                Some(Placed {
                    token,
                    word: &text[word.clone()],
                })
            })
            .collect()
    }

    /// Where the tokens of a text stand; the encoder reads it without vowel marks.
    fn spans(&self, text: &str) -> Vec<Span> {
        let read = without_vowel_marks(text);
        let mut spans = self.encoder.spans(&read);
        if read.len() < text.len() {
            for span in &mut spans {
                span.range = written_at(text, span.range.start)..written_at(text, span.range.end);
            }
        }
        spans
    }
}

/// Where in a text stands what is at a place of the text without vowel marks.
fn written_at(text: &str, place: usize) -> usize {
    let mut at = 0;
    let letter = text
        .char_indices()
        .filter(|(_, c)| !is_vowel_mark(*c))
        .find(|(_, c)| {
            let found = at >= place;
            at += c.len_utf8();
            found
        });
    letter.map_or(text.len(), |(written, _)| written)
}

/// The words of a text, each with the number of its run.
fn words(language: Language, text: &str, spans: &[Span]) -> Vec<(usize, Range<usize>)> {
    words_seen(language, text)
        .into_iter()
        .enumerate()
        .flat_map(|(run, range)| {
            let word = &text[range.clone()];
            let parts = if word.starts_with(is_unspaced) && !word.chars().all(is_katakana) {
                divided(range, spans)
            } else {
                vec![range]
            };
            parts.into_iter().map(move |part| (run, part))
        })
        .collect()
}

/// A stretch without blanks, divided between its tokens.
fn divided(range: Range<usize>, spans: &[Span]) -> Vec<Range<usize>> {
    let inside = spans
        .iter()
        .map(|span| span.range.end)
        .filter(|end| range.start < *end && *end < range.end);
    let mut start = range.start;
    let mut parts = Vec::new();
    for end in inside.chain([range.end]) {
        if start < end {
            parts.push(start..end);
            start = end;
        }
    }
    parts
}

/// Which tokens stand in a range.
fn touching(spans: &[Span], range: &Range<usize>) -> impl Iterator<Item = usize> {
    spans
        .iter()
        .enumerate()
        .filter_map(|(at, span)| touches(&span.range, range).then_some(at))
}

fn touches(one: &Range<usize>, other: &Range<usize>) -> bool {
    one.start < other.end && other.start < one.end
}

/// The word that holds the token most like one of the word's, each counted by how much it tells.
fn counterpart(asked: &EncodedQuestion, word: &Word, placed: &[Placed]) -> Option<Counterpart> {
    let mut best: Option<(f32, &str)> = None;
    let mut found = Vec::new();
    for sought in word.tokens.iter().filter_map(|at| asked.sought.token(*at)) {
        let cosines = placed
            .iter()
            .map(|other| (sought.0.cosine(&other.token), other.word));
        let (cosine, word) = cosines.max_by(|one, other| one.0.total_cmp(&other.0))?;
        if best.is_none_or(|(most, _)| cosine * sought.1 > most) {
            best = Some((cosine * sought.1, word));
        }
        found.push((cosine, sought.1));
    }
    let whole: f32 = found.iter().map(|(_, weight)| weight).sum();
    let sum: f32 = found.iter().map(|(cosine, weight)| cosine * weight).sum();
    best.map(|(_, word)| Counterpart {
        word: word.to_owned(),
        cosine: sum / whole,
    })
}
