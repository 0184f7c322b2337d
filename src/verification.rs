//! *Verification* tells whether a quote stands in the corpus, and where.
//!
//! Text and documents are compared as tokens: words and the marks between them, without what is only
//! typography. Every piece of the text is looked for whole (Knuth, Morris and Pratt); where it does
//! not stand, the longest run of words that does is found with a suffix automaton. Both read the
//! corpus once, from its beginning to its end.
//!
//! What stands outside a piece's first and last word counts for little: quotation marks, blanks,
//! Markdown and an ellipsis not at all; a bracket or a full stop, comma, semicolon or colon that the
//! source does not have there makes an exact piece one that differs in typography. A question mark,
//! an exclamation mark or a sign such as `%` has to stand there, as a word has to; where only such
//! marks differ, all the words stand there, which is less. So it is where a piece ends inside a
//! number or a compound, of which it is another one than the source has.

mod automaton;
mod differences;
mod sought;
mod tokens;
mod word_boundary;

use std::ops::Range;

use crate::answer::Quote;
use crate::corpus::{Corpus, Document};
#[cfg(doc)]
use crate::question::MAX_QUESTION_UNITS;
use automaton::Automaton;
pub use differences::{Edit, EditKind};
use sought::{LEAST_WORTH, Run, Sought};
use tokens::{Chunks, NumberedTokens, TokenKind};

/// Whether a text stands in the corpus.
#[derive(Debug, Clone, PartialEq)]
pub struct Verified {
    /// How much of it stands there.
    pub finding: Finding,
    /// The passage in which it begins to stand, its words highlighted; none for
    /// [`Finding::Nowhere`].
    pub quote: Option<Quote>,
    /// The text compared with the words of the document in their place, for [`Finding::Words`],
    /// [`Finding::Part`] and [`Finding::Stretch`]; empty where no word or mark tells them apart, and
    /// where the text leaves parts out.
    pub differences: Vec<Edit>,
}

/// How much of a text stands in the corpus.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Finding {
    /// All of it, byte for byte from each piece's first word to its last.
    Exact,
    /// All of it, but for quotation marks, dashes, blanks, capitals, ellipses, Unicode forms,
    /// Markdown, or a full stop and the like at the end.
    Typography,
    /// All its words one after the other, but other marks between or around them, or as a part of a
    /// longer number or compound.
    Words,
    /// Some of it, or all pieces but nowhere in this order.
    Part {
        /// The words of the longest run that stands there.
        words: usize,
        /// The words of the text.
        of: usize,
    },
    /// As [`Finding::Part`], of a text without spaces between words, where nobody counts them.
    Stretch,
    /// No more than a few words in a row.
    Nowhere,
}

/// Looks for `text` in `corpus`: the first document of those where most of it stands.
///
/// A text may go on from one passage to the next, and leave parts out where it says so by `[…]`,
/// `[...]` or `(…)`. Of a text beyond [`MAX_QUESTION_UNITS`] only the beginning is looked for, so it
/// never stands there whole.
#[must_use]
pub fn verify(corpus: &Corpus, text: &str) -> Verified {
    let sought = Sought::read(text);
    let nowhere = Verified {
        finding: Finding::Nowhere,
        quote: None,
        differences: Vec::new(),
    };
    if sought.pieces.is_empty() {
        return nowhere;
    }
    let automaton = Automaton::of(&sought.tokens.ids);
    let (mut alike, mut worded): (Option<Verified>, Option<Verified>) = (None, None);
    let mut longest: Option<(Run, &Document)> = None;
    let (mut tokens, mut chunks) = (NumberedTokens::default(), Chunks::default());
    for document in corpus.documents() {
        tokens.read_document(document, &sought.vocabulary, &mut chunks);
        let whole = |finding, runs: Vec<_>| found(finding, 1.0, document, &tokens, &runs);
        if let Some(runs) = sought.find(document, &tokens, true) {
            return whole(Finding::Exact, runs);
        }
        if alike.is_none() {
            let runs = sought.find(document, &tokens, false);
            alike = runs.map(|runs| whole(Finding::Typography, runs));
        }
        if alike.is_none() && worded.is_none() {
            let runs = sought.find_words(&tokens);
            worded = runs.map(|runs| {
                let differences = sought.differing_marks(document, &tokens, &runs);
                Verified {
                    differences,
                    ..whole(Finding::Words, runs)
                }
            });
        }
        if alike.is_none() && worded.is_none() {
            let run = sought.longest(&automaton, &tokens);
            let most = longest.as_ref().map_or(0, |(most, _)| most.words);
            if run.words > most {
                longest = Some((run, document));
            }
        }
    }
    let part = || {
        let (run, document) = longest.filter(|(run, _)| run.worth >= LEAST_WORTH)?;
        tokens.read_document(document, &sought.vocabulary, &mut chunks);
        let (finding, share) = (sought.part(&run), share(run.words, sought.words));
        let differences = sought.differences(document, &tokens, &run);
        Some(Verified {
            differences,
            ..found(finding, share, document, &tokens, &[run.tokens])
        })
    };
    alike.or(worded).or_else(part).unwrap_or(nowhere)
}

/// A finding with the passage in which the first run begins.
fn found(
    finding: Finding,
    share: f32,
    document: &Document,
    tokens: &NumberedTokens,
    runs: &[Range<usize>],
) -> Verified {
    let first = runs.iter().flat_map(Clone::clone).next();
    let number = first.map_or(0, |first| tokens.tokens[first].passage);
    let passage = &document.passages[number];
    let highlights = runs.iter().filter_map(|run| {
        let within = tokens.tokens[run.clone()].iter();
        let mut words =
            within.filter(|token| token.passage == number && token.kind != TokenKind::End);
        let start = words.next()?;
        let end = words.next_back().unwrap_or(start);
        Some(start.range.start - passage.span.start..end.range.end - passage.span.start)
    });
    let quote = Quote::cut(document, passage, highlights.collect(), share);
    Verified {
        finding,
        quote: Some(quote),
        differences: Vec::new(),
    }
}

/// The share of the text that stands there, 0 to 1.
#[expect(clippy::cast_precision_loss, reason = "a text has few words")]
fn share(words: usize, of: usize) -> f32 {
    words as f32 / of as f32
}
