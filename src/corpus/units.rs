//! A *unit* is the smallest part of a passage that is found by itself and can be shown as what
//! answers: a sentence, an item of a list, a row of a table.

use std::ops::Range;

use super::sentences::sentences;
use super::{Document, has_words};
use crate::passage::{Part, Passage, Role};

/// An item longer than this many bytes is read by sentences.
const LONG_ITEM: usize = 240;

/// A unit of a passage.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unit {
    /// Byte range in the document's text.
    pub span: Range<usize>,
    /// The part of the passage that it is in, by its position.
    pub part: usize,
}

impl Document {
    /// The units of a passage, in order: of its questions and lead-ins too, which do not answer
    /// ([`Role::answers`]).
    #[must_use]
    pub fn units(&self, passage: &Passage) -> Vec<Unit> {
        passage
            .parts
            .iter()
            .enumerate()
            .flat_map(|(at, part)| {
                self.spans(part)
                    .into_iter()
                    .map(move |span| Unit { span, part: at })
            })
            .collect()
    }

    fn spans(&self, part: &Part) -> Vec<Range<usize>> {
        let text = &self.text[part.span.clone()];
        let is_whole = match part.role {
            Role::Text => false,
            Role::Item => text.len() <= LONG_ITEM,
            Role::Row | Role::Question | Role::LeadIn => true,
        };
        if !is_whole {
            return sentences(text, self.language)
                .into_iter()
                .map(|range| range.start + part.span.start..range.end + part.span.start)
                .collect();
        }
        let start = part.span.start + bullet(text);
        let is_worded = has_words(&self.text[start..part.span.end]);
        is_worded
            .then_some(start..part.span.end)
            .into_iter()
            .collect()
    }

    /// What a part of a passage cannot be understood without, in the order of the text: the context
    /// of the whole passage and that of the part.
    pub fn context<'p>(
        &self,
        passage: &'p Passage,
        part: usize,
    ) -> impl Iterator<Item = Range<usize>> + use<'p> {
        let parts = passage.parts[part].context.iter();
        passage
            .context
            .iter()
            .cloned()
            .chain(parts.map(|at| passage.parts[*at].span.clone()))
    }

    /// What its readers see of a byte range within a passage, in order: all of it but the tags
    /// between the passage's parts, such as `</summary>`.
    #[must_use]
    pub fn seen(&self, passage: &Passage, within: &Range<usize>) -> Vec<Range<usize>> {
        let mut seen = Vec::new();
        let mut start = within.start;
        for pair in passage.parts.windows(2) {
            let between = pair[0].span.end..pair[1].span.start;
            let text = self.text.get(between.clone()).unwrap_or_default();
            let is_within = between.start < within.end && within.start < between.end;
            if is_within && text.contains('<') && is_markup(text) {
                seen.push(start..between.start);
                start = between.end;
            }
        }
        seen.push(start..within.end);
        seen.retain(|range| range.start < range.end);
        seen
    }

    /// What names the place of a passage in words: the title, the headings above it, and the date.
    #[must_use]
    pub fn place(&self, passage: &Passage) -> String {
        let headings = passage
            .headings
            .iter()
            .filter(|heading| **heading != self.source.title);
        std::iter::once(&self.source.title)
            .chain(headings)
            .chain(&self.source.date)
            .map(String::as_str)
            .collect::<Vec<_>>()
            .join("\n")
    }

    /// What a reader of the passage reads: its context and its parts, a line each, without the
    /// markup between them.
    #[must_use]
    pub fn reading(&self, passage: &Passage) -> String {
        let context = passage.context.iter();
        let parts = passage.parts.iter().map(|part| &part.span);
        context
            .chain(parts)
            .map(|span| &self.text[span.clone()])
            .collect::<Vec<_>>()
            .join("\n")
    }
}

/// Whether nothing but markup stands in a text, such as `</summary>`.
#[must_use]
pub fn is_markup(text: &str) -> bool {
    let mut in_tag = false;
    let has_words = text.chars().any(|c| {
        in_tag = match c {
            '<' => true,
            '>' => false,
            _ => in_tag,
        };
        !in_tag && c.is_alphanumeric()
    });
    // What is never closed is no tag, and may be words.
    !has_words && !in_tag
}

/// The length of the mark of an unnumbered item and the blanks behind it.
fn bullet(item: &str) -> usize {
    let rest = item.trim_start_matches(['-', '*', '+', '•', '·']);
    let words = rest.trim_start();
    let mark = item.len() - rest.len();
    if (1..='•'.len_utf8()).contains(&mark) && words.len() < rest.len() {
        item.len() - words.len()
    } else {
        0
    }
}
