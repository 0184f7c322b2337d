//! What is *sought*: the pieces of a text, and where each stands in a document.

use std::ops::Range;

use super::Finding;
use super::automaton::Automaton;
use super::differences::{Edit, Side, differences, differing_marks};
use super::tokens::{self, NumberedTokens, Token, TokenKind, Vocabulary};
use super::word_boundary;
use crate::corpus::Document;
use crate::language::scripts::{is_alphabet, is_unspaced};
use crate::question::MAX_QUESTION_UNITS;

/// A run that is worth less may stand anywhere by chance.
pub(super) const LEAST_WORTH: usize = 4 * WORD;
/// What a word is worth; one in a script without spaces is divided and worth less, see [`worth`].
const WORD: usize = 5;

/// A text that is looked for.
pub(super) struct Sought<'t> {
    pub(super) text: &'t str,
    pub(super) tokens: NumberedTokens,
    pub(super) vocabulary: Vocabulary,
    /// What is looked for whole, as ranges of the tokens.
    pub(super) pieces: Vec<Piece>,
    /// How many words the text has.
    pub(super) words: usize,
    /// Whether it is all of the text.
    is_whole: bool,
}

/// What stands between two cuts of a text, as ranges of its tokens.
pub(super) struct Piece {
    all: Range<usize>,
    /// Without the marks at its ends that need not stand in the source.
    core: Range<usize>,
    /// The numbers of its words.
    words: Vec<u32>,
}

/// Tokens of a document that stand in the text, too.
#[derive(Default)]
pub(super) struct Run {
    pub(super) tokens: Range<usize>,
    /// The same tokens in the text.
    pub(super) own: Range<usize>,
    pub(super) words: usize,
    pub(super) worth: usize,
}

impl<'t> Sought<'t> {
    pub(super) fn read(text: &'t str) -> Self {
        let (text, rest) = text.split_at(limit(text));
        let mut vocabulary = Vocabulary::default();
        let mut tokens = NumberedTokens::default();
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
        let mut beyond = NumberedTokens::default();
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
    pub(super) fn find(
        &self,
        document: &Document,
        tokens: &NumberedTokens,
        exactly: bool,
    ) -> Option<Vec<Range<usize>>> {
        let sought = |piece: &Piece| self.tokens.ids[piece.core.clone()].to_vec();
        self.in_turn(&tokens.ids, sought, |piece, at| {
            let theirs = &tokens.tokens[at..at + piece.core.len()];
            !word_boundary::splits_word(&document.text, span(theirs))
                && (!exactly || self.is_exact(piece, document, tokens, at))
        })
    }

    /// Where the words of each piece stand in a document, whatever marks are between them.
    pub(super) fn find_words(&self, tokens: &NumberedTokens) -> Option<Vec<Range<usize>>> {
        let (ids, places) = tokens.only_words(0..tokens.ids.len());
        let runs = self.in_turn(&ids, |piece| piece.words.clone(), |_, _| true)?;
        let places = |run: Range<usize>| places[run.start]..places[run.end - 1] + 1;
        Some(runs.into_iter().map(places).collect())
    }

    /// Where what is `sought` of each piece stands, one after the other, first where it is `right`.
    fn in_turn(
        &self,
        ids: &[u32],
        sought: impl Fn(&Piece) -> Vec<u32>,
        right: impl Fn(&Piece, usize) -> bool,
    ) -> Option<Vec<Range<usize>>> {
        if !self.is_whole {
            return None;
        }
        let mut from = 0;
        self.pieces
            .iter()
            .map(|piece| {
                let sought = sought(piece);
                let at = occurrences(&sought, &ids[from..])
                    .map(|at| from + at)
                    .find(|at| right(piece, *at))?;
                from = at + sought.len();
                Some(at..from)
            })
            .collect()
    }

    /// Whether a piece stands byte for byte where its tokens do.
    fn is_exact(
        &self,
        piece: &Piece,
        document: &Document,
        tokens: &NumberedTokens,
        at: usize,
    ) -> bool {
        let own = &self.tokens.tokens[piece.core.clone()];
        let theirs = &tokens.tokens[at..at + own.len()];
        let same =
            |own: &[Token], theirs: &[Token]| self.text[span(own)] == document.text[span(theirs)];
        let mut start = 0;
        let mut chunks = theirs
            .chunk_by(|one, next| one.passage == next.passage)
            .map(|theirs| {
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

    /// The longest run of the text's words in a document; of equal ones the first.
    pub(super) fn longest(&self, automaton: &Automaton, tokens: &NumberedTokens) -> Run {
        let mut best = Run::default();
        automaton.follow(&tokens.ids, |end, own| {
            let words = self.tokens.words(own.clone());
            if words > best.words {
                best = Run {
                    tokens: end - own.len()..end,
                    words,
                    worth: self.worth(own.clone()),
                    own,
                };
            }
        });
        best
    }

    /// What a run of its words is worth.
    fn worth(&self, tokens: Range<usize>) -> usize {
        self.tokens.tokens[tokens]
            .iter()
            .filter(|token| token.kind == TokenKind::Word)
            .map(|word| worth(&self.text[word.range.clone()]))
            .sum()
    }

    /// What tells the text from a document in which a run of it stands.
    pub(super) fn differences(
        &self,
        document: &Document,
        tokens: &NumberedTokens,
        run: &Run,
    ) -> Vec<Edit> {
        if self.pieces.len() > 1 || !self.is_whole {
            return Vec::new();
        }
        let theirs = Side {
            text: &document.text,
            tokens,
        };
        differences(self.side(), &run.own, theirs, &run.tokens)
    }

    /// The marks that tell the text from a document in which all its words stand.
    pub(super) fn differing_marks(
        &self,
        document: &Document,
        tokens: &NumberedTokens,
        runs: &[Range<usize>],
    ) -> Vec<Edit> {
        let [run] = runs else {
            return Vec::new();
        };
        let theirs = Side {
            text: &document.text,
            tokens,
        };
        differing_marks(self.side(), theirs, run.clone())
    }

    fn side(&self) -> Side<'_> {
        Side {
            text: self.text,
            tokens: &self.tokens,
        }
    }

    /// What to say where no more than a run stands there.
    pub(super) fn part(&self, run: &Run) -> Finding {
        let is_unspaced_word = |token: &&Token| {
            token.kind == TokenKind::Word && self.text[token.range.clone()].contains(is_unspaced)
        };
        let unspaced = self.tokens.tokens.iter().filter(is_unspaced_word).count();
        if unspaced * 2 > self.words {
            return Finding::Stretch;
        }
        Finding::Part {
            words: run.words,
            of: self.words,
        }
    }
}

impl Piece {
    /// The piece of some tokens; none where there is no word.
    fn of(tokens: &NumberedTokens, all: Range<usize>) -> Option<Self> {
        if tokens.words(all.clone()) == 0 {
            return None;
        }
        let counts = |token: &Token| token.kind != TokenKind::End;
        let own = &tokens.tokens[all.clone()];
        let core = own.iter().position(counts)?..own.iter().rposition(counts)? + 1;
        let (words, _) = tokens.only_words(all.clone());
        Some(Self {
            core: all.start + core.start..all.start + core.end,
            words,
            all,
        })
    }
}

/// What a word is worth. In a script without spaces a character is one here, though a word of it has
/// two or three, and four or five where it is an alphabet.
fn worth(word: &str) -> usize {
    match word.chars().next() {
        Some(first) if is_unspaced(first) && is_alphabet(first) => 1,
        Some(first) if is_unspaced(first) => (2 * word.chars().count()).min(WORD),
        _ => WORD,
    }
}

/// Whether the marks at an end of a piece, but for ellipses, stand in the source, too.
fn stand_in<'a>(
    marks: impl Iterator<Item = &'a u32>,
    mut theirs: impl Iterator<Item = &'a u32>,
) -> bool {
    marks
        .filter(|id| **id != tokens::ELLIPSIS)
        .all(|id| theirs.next() == Some(id))
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
