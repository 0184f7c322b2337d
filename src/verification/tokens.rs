//! *Tokens* are what is compared: words and the marks between them.
//!
//! What is only typography makes no token: quotation marks, apostrophes, dashes, blanks, and the
//! marks of Markdown. Words are divided as Unicode divides them (UAX 29), and at apostrophes, so
//! that an article elided before a word (`l'eau`) is one of its own.

use std::collections::HashMap;
use std::ops::Range;
use std::rc::Rc;

use unicode_normalization::UnicodeNormalization;
use unicode_segmentation::UnicodeSegmentation;

use crate::corpus::Document;
use crate::language::normalise::quoted;
use crate::language::scripts::is_invisible;

/// A token that is not in the vocabulary.
const UNKNOWN: u32 = 0;

/// Where a text leaves something out; it stands in no document.
const CUT: u32 = 1;

/// A full stop.
const STOP: u32 = 2;

/// Several full stops, or `…`.
pub(super) const ELLIPSIS: u32 = 3;

/// The number of the first word; smaller ones are those above.
const FIRST: u32 = 4;

/// A longer chunk, in bytes, hardly comes again and is not kept.
const LONGEST_KEPT: usize = 64;

/// What a token is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum TokenKind {
    Word,
    /// A mark that changes what is said, such as `?` or `%`.
    Sign,
    /// A mark that begins or ends a sentence, or a part of one.
    End,
}

/// Where a token stands.
#[derive(Debug, Clone)]
pub(super) struct Token {
    /// In the text or document.
    pub range: Range<usize>,
    pub kind: TokenKind,
    /// The place of its passage in the document.
    pub passage: usize,
}

/// The tokens of a text or document, each with its number at the same place.
#[derive(Debug, Default)]
pub(super) struct NumberedTokens {
    pub ids: Vec<u32>,
    pub tokens: Vec<Token>,
}

/// A token of a chunk, and where it stands in it.
struct Part {
    id: u32,
    kind: TokenKind,
    range: Range<usize>,
}

/// What stood between two blanks before, already divided: most of a corpus is the same few words.
#[derive(Default)]
pub(super) struct Chunks<'c>(HashMap<&'c str, Rc<[Part]>>);

/// The numbers of the words of the text that is looked for.
#[derive(Debug, Default)]
pub(super) struct Vocabulary(HashMap<String, u32>);

impl Vocabulary {
    /// The number of a folded word.
    pub(super) fn id(&self, word: &str) -> u32 {
        self.0.get(word).copied().unwrap_or(UNKNOWN)
    }

    /// The number of a folded word, a new one if it is new.
    pub(super) fn learn(&mut self, word: &str) -> u32 {
        let id = self.id(word);
        if id != UNKNOWN {
            return id;
        }
        let new = FIRST + u32::try_from(self.0.len()).unwrap_or(u32::MAX - FIRST);
        self.0.insert(word.to_owned(), new);
        new
    }
}

impl NumberedTokens {
    /// Forgets what was read and reads the passages of a document.
    pub(super) fn read_document<'c>(
        &mut self,
        document: &'c Document,
        vocabulary: &Vocabulary,
        chunks: &mut Chunks<'c>,
    ) {
        self.ids.clear();
        self.tokens.clear();
        for (number, passage) in document.passages.iter().enumerate() {
            for seen in document.seen(passage, &passage.span) {
                let text = &document.text[seen.clone()];
                self.read_by(text, seen.start, number, |chunk| {
                    if chunk.len() > LONGEST_KEPT {
                        return divide(chunk, |word| vocabulary.id(word));
                    }
                    let kept = chunks.0.entry(chunk);
                    Rc::clone(kept.or_insert_with(|| divide(chunk, |word| vocabulary.id(word))))
                });
            }
        }
    }

    /// Reads a text that begins at byte `base` of a whole.
    pub(super) fn read(&mut self, text: &str, base: usize, mut id: impl FnMut(&str) -> u32) {
        self.read_by(text, base, 0, |chunk| divide(chunk, &mut id));
    }

    /// Reads a text chunk by chunk, from blank to blank.
    fn read_by<'t>(
        &mut self,
        text: &'t str,
        base: usize,
        passage: usize,
        mut divided: impl FnMut(&'t str) -> Rc<[Part]>,
    ) {
        let first = self.ids.len();
        let mut starts_line = true;
        let mut end = base;
        for line in text.split_inclusive(char::is_whitespace) {
            let whole = line.trim_end();
            let chunk = if starts_line {
                whole.trim_start_matches(|c| matches!(c, '>' | '#') || is_quote(c))
            } else {
                whole
            };
            let start = end + whole.len() - chunk.len();
            if !chunk.is_empty() {
                for part in divided(chunk).iter() {
                    let token = Token {
                        range: start + part.range.start..start + part.range.end,
                        kind: part.kind,
                        passage,
                    };
                    self.push(first, part.id, token);
                }
                starts_line = false;
            }
            starts_line |= line.ends_with(['\n', '\r']);
            end += line.len();
        }
    }

    /// Leaves something out at a byte of the text.
    pub(super) fn cut(&mut self, at: usize) {
        self.ids.push(CUT);
        self.tokens.push(Token {
            range: at..at,
            kind: TokenKind::End,
            passage: 0,
        });
    }

    /// How many of some tokens are words.
    pub(super) fn words(&self, range: Range<usize>) -> usize {
        self.tokens[range]
            .iter()
            .filter(|token| token.kind == TokenKind::Word)
            .count()
    }

    /// The numbers of those of some tokens that are words, and where each stands.
    pub(super) fn only_words(&self, range: Range<usize>) -> (Vec<u32>, Vec<usize>) {
        range
            .filter(|at| self.tokens[*at].kind == TokenKind::Word)
            .map(|at| (self.ids[at], at))
            .unzip()
    }

    /// Adds a token; a full stop behind another makes an ellipsis of it, unless the other is before
    /// token `first`.
    fn push(&mut self, first: usize, id: u32, token: Token) {
        if id == STOP
            && self.ids.len() > first
            && let Some(last) = self.ids.last_mut()
            && matches!(*last, STOP | ELLIPSIS)
            && let Some(before) = self.tokens.last_mut()
        {
            *last = ELLIPSIS;
            before.range.end = token.range.end;
            return;
        }
        self.ids.push(id);
        self.tokens.push(token);
    }
}

/// What stands before, between and behind the cuts of a text: `[…]`, `[...]`, `(…)`, `(...)`.
pub(super) fn between_cuts(text: &str) -> Vec<Range<usize>> {
    let mut pieces = Vec::new();
    let mut start = 0;
    for (at, open) in text.match_indices(['[', '(', '［', '（']) {
        let inside = &text[at + open.len()..];
        let dots = inside.find(|c: char| !(matches!(c, '.' | '…' | '\\') || c.is_whitespace()));
        let (dots, rest) = inside.split_at(dots.unwrap_or(inside.len()));
        let closes = rest
            .chars()
            .next()
            .filter(|c| matches!(c, ']' | ')' | '］' | '）'));
        let several = dots.contains('…') || dots.matches('.').count() > 1;
        if let Some(close) = closes.filter(|_| several) {
            pieces.push(start..at);
            start = text.len() - rest.len() + close.len_utf8();
        }
    }
    pieces.push(start..text.len());
    pieces
}

/// The tokens of a chunk.
fn divide(chunk: &str, mut id: impl FnMut(&str) -> u32) -> Rc<[Part]> {
    let mut parts = Vec::new();
    for (at, segment) in chunk.split_word_bound_indices() {
        if segment.contains(char::is_alphanumeric) {
            for (start, word) in words(segment) {
                parts.push(Part {
                    id: id(&quoted(word)),
                    kind: TokenKind::Word,
                    range: at + start..at + start + word.len(),
                });
            }
            continue;
        }
        for (start, c) in segment.char_indices() {
            let range = at + start..at + start + c.len_utf8();
            if is_compared(c, chunk, &range) {
                let marks = std::iter::once(c).nfkc().filter(|c| !c.is_whitespace());
                parts.extend(marks.map(|mark| {
                    let (id, kind) = match mark {
                        '.' => (STOP, TokenKind::End),
                        dash if is_dash(dash) => (id("-"), TokenKind::Sign),
                        _ => (id(mark.encode_utf8(&mut [0; 4])), kind_of(mark)),
                    };
                    let range = range.clone();
                    Part { id, kind, range }
                }));
            }
        }
    }
    parts.into()
}

/// The words of a segment between apostrophes and marks of emphasis, each with its place in it.
fn words(segment: &str) -> impl Iterator<Item = (usize, &str)> {
    let divides = |c: char| c == '_' || is_quote(c);
    let mut start = 0;
    segment
        .split_inclusive(divides)
        .map(move |word| {
            let at = start;
            start += word.len();
            (at, word.trim_end_matches(divides))
        })
        .filter(|(_, word)| word.contains(char::is_alphanumeric))
}

/// Whether a mark is compared.
fn is_compared(c: char, text: &str, range: &Range<usize>) -> bool {
    let is_typography = c.is_whitespace()
        || is_invisible(c)
        || is_quote(c)
        || matches!(c, '*' | '_' | '|' | '\\')
        || is_dash(c) && !is_minus(text, range)
        || c == '~' && (text[..range.start].ends_with('~') || text[range.end..].starts_with('~'));
    !is_typography
}

/// Whether a dash tells that a number is below zero.
pub(super) fn is_minus(text: &str, dash: &Range<usize>) -> bool {
    let before = text[..dash.start].chars().next_back();
    let behind = text[dash.end..].chars().next();
    behind.is_some_and(char::is_numeric) && !before.is_some_and(char::is_alphanumeric)
}

pub(super) fn is_dash(c: char) -> bool {
    matches!(
        c,
        '-' | '\u{5be}' | '\u{2010}'
            ..='\u{2015}'
                | '\u{2212}'
                | '\u{2e3a}'
                | '\u{2e3b}'
                | '\u{fe58}'
                | '\u{fe63}'
                | '\u{ff0d}'
    )
}

fn is_quote(c: char) -> bool {
    matches!(c, '"' | '\'' | '`' | '´' | '«' | '»' | '\u{2bb}' | '\u{2bc}' | '\u{5f3}' | '\u{5f4}' |
        '\u{2018}'..='\u{201f}' | '\u{2032}' | '\u{2033}' | '‹' | '›' | '「'..='』' |
        '\u{301d}'..='\u{301f}' | '\u{ff02}' | '\u{ff07}' | '\u{ff62}' | '\u{ff63}')
}

fn kind_of(mark: char) -> TokenKind {
    if ".,;:()[]{}。、،؛۔।《》〈〉【】".contains(mark) {
        TokenKind::End
    } else {
        TokenKind::Sign
    }
}
