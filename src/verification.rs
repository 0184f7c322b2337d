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
//! an exclamation mark or a sign such as `%` has to stand there, as a word has to.

mod automaton;
mod tokens;

use std::ops::Range;

use crate::answer::Quote;
use crate::corpus::{Corpus, Document};
use crate::question::MAX_QUESTION_UNITS;
use automaton::Automaton;
use tokens::{Chunks, Kind, Token, Tokens, Vocabulary};

/// A run of fewer words stands anywhere, and tells nothing.
const FEWEST_WORDS: usize = 4;

/// Whether a text stands in the corpus.
#[derive(Debug, Clone, PartialEq)]
pub struct Verified {
    /// How much of it stands there.
    pub finding: Finding,
    /// The passage in which it begins to stand, its words highlighted; none for
    /// [`Finding::Nowhere`].
    pub quote: Option<Quote>,
}

/// How much of a text stands in the corpus.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Finding {
    /// All of it, byte for byte from each piece's first word to its last.
    Exact,
    /// All of it, but for quotation marks, dashes, blanks, capitals, ellipses, Unicode forms,
    /// Markdown, or a full stop and the like at the end.
    Typography,
    /// Some of it, or all words but other marks, or all pieces but nowhere in this order.
    Part {
        /// The words of the longest run that stands there.
        words: usize,
        /// The words of the text.
        of: usize,
    },
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
    };
    if sought.pieces.is_empty() {
        return nowhere;
    }
    let automaton = Automaton::of(&sought.tokens.ids);
    let (mut alike, mut longest): (Option<Verified>, Option<(Run, &Document)>) = (None, None);
    let (mut tokens, mut chunks) = (Tokens::default(), Chunks::default());
    for document in corpus.documents() {
        tokens.read_document(document, &sought.vocabulary, &mut chunks);
        if let Some(runs) = sought.find(document, &tokens, true) {
            return found(Finding::Exact, document, &tokens, &runs);
        }
        if alike.is_none() {
            alike = sought
                .find(document, &tokens, false)
                .map(|runs| found(Finding::Typography, document, &tokens, &runs));
        }
        if alike.is_none() {
            let run = sought.longest(&automaton, &tokens);
            let most = longest.as_ref().map_or(0, |(most, _)| most.words);
            if run.words > most {
                longest = Some((run, document));
            }
        }
    }
    let part = || {
        let (run, document) = longest?;
        let (words, of) = (run.words, sought.words);
        tokens.read_document(document, &sought.vocabulary, &mut chunks);
        (words >= FEWEST_WORDS.min(of)).then(|| {
            found(
                Finding::Part { words, of },
                document,
                &tokens,
                &[run.tokens],
            )
        })
    };
    alike.or_else(part).unwrap_or(nowhere)
}

/// A text that is looked for.
struct Sought<'t> {
    text: &'t str,
    tokens: Tokens,
    vocabulary: Vocabulary,
    /// What is looked for whole, as ranges of the tokens.
    pieces: Vec<Piece>,
    /// How many words the text has.
    words: usize,
    /// Whether it is all of the text.
    is_whole: bool,
}

/// What stands between two cuts of a text, as ranges of its tokens.
struct Piece {
    all: Range<usize>,
    /// Without the marks at its ends that need not stand in the source.
    core: Range<usize>,
}

/// Tokens of a document that stand in the text, too.
struct Run {
    tokens: Range<usize>,
    words: usize,
}

impl<'t> Sought<'t> {
    fn read(text: &'t str) -> Self {
        let (text, rest) = text.split_at(limit(text));
        let mut vocabulary = Vocabulary::default();
        let mut tokens = Tokens::default();
        let mut pieces = Vec::new();
        for range in tokens::between_cuts(text) {
            let start = tokens.ids.len();
            tokens.read(&text[range.clone()], range.start, |word| {
                vocabulary.learn(word)
            });
            pieces.extend(Piece::of(&tokens, start..tokens.ids.len()));
            tokens.cut(range.end);
        }
        let words = tokens.words(0..tokens.ids.len());
        let mut beyond = Tokens::default();
        beyond.read(rest, 0, |word| vocabulary.id(word));
        let beyond = beyond.words(0..beyond.ids.len());
        Self {
            text,
            tokens,
            vocabulary,
            pieces,
            words: words + beyond,
            is_whole: beyond == 0,
        }
    }

    /// Where each piece stands in a document, one after the other, as ranges of its tokens.
    fn find(
        &self,
        document: &Document,
        tokens: &Tokens,
        exactly: bool,
    ) -> Option<Vec<Range<usize>>> {
        if !self.is_whole {
            return None;
        }
        let mut from = 0;
        let runs = self.pieces.iter().map(|piece| {
            let ids = &self.tokens.ids[piece.core.clone()];
            let at = occurrences(ids, &tokens.ids[from..])
                .map(|at| from + at)
                .find(|at| !exactly || self.is_exact(piece, document, tokens, *at))?;
            from = at + ids.len();
            Some(at..from)
        });
        runs.collect()
    }

    /// Whether a piece stands byte for byte where its tokens do.
    fn is_exact(&self, piece: &Piece, document: &Document, tokens: &Tokens, at: usize) -> bool {
        let own = &self.tokens.tokens[piece.core.clone()];
        let theirs = &tokens.tokens[at..at + own.len()];
        let same =
            |own: &[Token], theirs: &[Token]| self.text[span(own)] == document.text[span(theirs)];
        let mut start = 0;
        let by_passage = theirs.chunk_by(|one, next| one.passage == next.passage);
        let mut chunks = by_passage.map(|theirs| {
            let own = &own[start..start + theirs.len()];
            start += theirs.len();
            (own, theirs)
        });
        let marks = &self.tokens.ids;
        let before = marks[piece.all.start..piece.core.start].iter().rev();
        let behind = marks[piece.core.end..piece.all.end].iter();
        chunks.all(|(own, theirs)| same(own, theirs))
            && stand_in(before, tokens.ids[..at].iter().rev())
            && stand_in(behind, tokens.ids[at + piece.core.len()..].iter())
    }

    /// The longest run of the text's words in a document, the first of equals.
    fn longest(&self, automaton: &Automaton, tokens: &Tokens) -> Run {
        let mut best = Run {
            tokens: 0..0,
            words: 0,
        };
        automaton.follow(&tokens.ids, |end, own| {
            let words = self.tokens.words(own.clone());
            if words > best.words {
                best = Run {
                    tokens: end - own.len()..end,
                    words,
                };
            }
        });
        best
    }
}

impl Piece {
    /// The piece of some tokens; none where there is no word.
    fn of(tokens: &Tokens, all: Range<usize>) -> Option<Self> {
        if tokens.words(all.clone()) == 0 {
            return None;
        }
        let counts = |token: &Token| token.kind != Kind::End;
        let own = &tokens.tokens[all.clone()];
        let core = own.iter().position(counts)?..own.iter().rposition(counts)? + 1;
        Some(Self {
            core: all.start + core.start..all.start + core.end,
            all,
        })
    }
}

/// A finding with the passage in which the first run begins.
fn found(
    finding: Finding,
    document: &Document,
    tokens: &Tokens,
    runs: &[Range<usize>],
) -> Verified {
    let first = runs.iter().flat_map(Clone::clone).next();
    let number = first.map_or(0, |first| tokens.tokens[first].passage);
    let passage = &document.passages[number];
    let highlights = runs.iter().filter_map(|run| {
        let within = tokens.tokens[run.clone()].iter();
        let mut words = within.filter(|token| token.passage == number && token.kind != Kind::End);
        let start = words.next()?;
        let end = words.next_back().unwrap_or(start);
        Some(start.range.start - passage.span.start..end.range.end - passage.span.start)
    });
    let quote = Quote::cut(
        &document.source,
        &document.text,
        u32::try_from(document.passages.len()).unwrap_or(u32::MAX),
        passage,
        highlights.collect(),
        share(finding),
    );
    Verified {
        finding,
        quote: Some(quote),
    }
}

/// The share of the text that stands there, 0 to 1.
#[expect(clippy::cast_precision_loss, reason = "a text has few words")]
fn share(finding: Finding) -> f32 {
    match finding {
        Finding::Exact | Finding::Typography => 1.0,
        Finding::Part { words, of } => words as f32 / of as f32,
        Finding::Nowhere => 0.0,
    }
}

/// Whether the marks at an end of a piece, but for ellipses, stand in the source, too.
fn stand_in<'a>(
    marks: impl Iterator<Item = &'a u32>,
    mut theirs: impl Iterator<Item = &'a u32>,
) -> bool {
    let mut marks = marks.filter(|id| **id != tokens::ELLIPSIS);
    marks.all(|id| theirs.next() == Some(id))
}

/// The bytes from the first of some tokens to the last.
fn span(tokens: &[Token]) -> Range<usize> {
    match tokens {
        [] => 0..0,
        [first, .., last] => first.range.start..last.range.end,
        [only] => only.range.clone(),
    }
}

/// How many bytes of a text are looked for.
fn limit(text: &str) -> usize {
    let mut units = 0;
    let beyond = text.char_indices().find(|(_, c)| {
        units += c.len_utf16();
        units > MAX_QUESTION_UNITS
    });
    beyond.map_or(text.len(), |(at, _)| at)
}

/// Where `sought`, which is not empty, stands in `ids`.
fn occurrences<'a>(sought: &'a [u32], ids: &'a [u32]) -> impl Iterator<Item = usize> + 'a {
    // For each beginning of `sought`, the longest shorter one with which it ends.
    let mut borders = vec![0; sought.len()];
    let mut length = 0;
    for at in 1..sought.len() {
        while length > 0 && sought[at] != sought[length] {
            length = borders[length - 1];
        }
        length += usize::from(sought[at] == sought[length]);
        borders[at] = length;
    }
    let mut length = 0;
    ids.iter().enumerate().filter_map(move |(at, id)| {
        while length > 0 && (length == sought.len() || *id != sought[length]) {
            length = borders[length - 1];
        }
        length += usize::from(*id == sought[length]);
        (length == sought.len()).then(|| at + 1 - length)
    })
}
