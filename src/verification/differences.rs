//! The *differences* between a text and the part of a document that it comes closest to, word by word.

use std::ops::Range;

use similar::{Algorithm, DiffOp, capture_diff_slices};

use super::tokens::{NumberedTokens, TokenKind};

/// As few words between two changes are a part of the change: that they are alike is chance.
const CHANCE: usize = 1;

/// A stretch of a comparison, in the order in which it is read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Edit {
    /// Where its words are.
    pub kind: EditKind,
    /// The words as they stand there, without blanks around them.
    pub text: String,
    /// Whether a blank stands before it.
    pub spaced: bool,
}

/// Where words of a comparison stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum EditKind {
    /// In both; written as in the text.
    Common,
    /// In the text alone.
    TextOnly,
    /// In the document alone.
    DocumentOnly,
}

/// A text with its tokens.
#[derive(Clone, Copy)]
pub(super) struct Side<'a> {
    pub text: &'a str,
    pub tokens: &'a NumberedTokens,
}

/// Compares all of `own` with what stands around `theirs`, the tokens of a document in which the
/// tokens `common` of `own` stand.
pub(super) fn differences(
    own: Side<'_>,
    common: &Range<usize>,
    document: Side<'_>,
    theirs: &Range<usize>,
) -> Vec<Edit> {
    let (before, after) = (0..common.start, common.end..own.tokens.ids.len());
    let passage = |at: usize| document.tokens.tokens[at].passage;
    // No more of the document than the text may be about, and nothing of another passage.
    let mut start = theirs.start.saturating_sub(2 * before.len());
    while passage(start) != passage(theirs.start) {
        start += 1;
    }
    let mut end = (theirs.end + 2 * after.len()).min(document.tokens.ids.len());
    while passage(end - 1) != passage(theirs.end - 1) {
        end -= 1;
    }
    let comparison = Comparison {
        own,
        document,
        marks: false,
    };
    let mut hunks = comparison.hunks(before, start..theirs.start);
    comparison.trim_beginning(&mut hunks);
    hunks.push(Hunk {
        kind: EditKind::Common,
        tokens: common.clone(),
    });
    let mut behind = comparison.hunks(after, theirs.end..end);
    comparison.trim_end(&mut behind);
    hunks.extend(behind);
    comparison.edits(&hunks)
}

/// Compares all of `own` with `theirs`, tokens of a document that have the same words; nothing where no
/// mark differs either.
pub(super) fn differing_marks(
    own: Side<'_>,
    document: Side<'_>,
    theirs: Range<usize>,
) -> Vec<Edit> {
    let comparison = Comparison {
        own,
        document,
        marks: true,
    };
    let edits = comparison.edits(&comparison.hunks(0..own.tokens.ids.len(), theirs));
    let differ = edits.iter().any(|edit| edit.kind != EditKind::Common);
    if differ { edits } else { Vec::new() }
}

struct Comparison<'a> {
    own: Side<'a>,
    document: Side<'a>,
    /// Whether every mark is compared, or those alone that change what is said.
    marks: bool,
}

/// Tokens of one kind; of the document for [`EditKind::DocumentOnly`], or else of the text.
#[derive(Clone)]
struct Hunk {
    kind: EditKind,
    tokens: Range<usize>,
}

impl Comparison<'_> {
    /// The hunks of some tokens of the text and of the document.
    fn hunks(&self, own: Range<usize>, theirs: Range<usize>) -> Vec<Hunk> {
        let (own_ids, own_places) = self.compared(self.own.tokens, own);
        let (ids, places) = self.compared(self.document.tokens, theirs);
        let hunk = |kind, places: &[usize], index: usize, len: usize| {
            let tokens = places.get(index..index + len)?;
            let (first, last) = (tokens.first()?, tokens.last()?);
            Some(Hunk {
                kind,
                tokens: *first..*last + 1,
            })
        };
        let mut hunks: Vec<Hunk> = Vec::new();
        let ops = capture_diff_slices(Algorithm::Myers, &own_ids, &ids);
        for (number, op) in ops.iter().enumerate() {
            let is_between = number > 0 && number + 1 < ops.len();
            if let DiffOp::Equal { old_index, len, .. } = *op
                && (len > CHANCE || !is_between)
            {
                hunks.extend(hunk(EditKind::Common, &own_places, old_index, len));
                continue;
            }
            let (mine, other) = (op.old_range(), op.new_range());
            let removed = hunk(EditKind::TextOnly, &own_places, mine.start, mine.len());
            let added = hunk(EditKind::DocumentOnly, &places, other.start, other.len());
            merge(&mut hunks, removed);
            merge(&mut hunks, added);
        }
        hunks
    }

    /// Takes away what the document has before the first common words, but for as many words as the
    /// text has there.
    fn trim_beginning(&self, hunks: &mut Vec<Hunk>) {
        let first = hunks.iter().position(|hunk| hunk.kind == EditKind::Common);
        let first = first.unwrap_or(hunks.len());
        let wanted = self.own_words(&hunks[..first]);
        for hunk in &mut hunks[..first] {
            if hunk.kind == EditKind::DocumentOnly {
                while self.words_of(hunk) > wanted {
                    hunk.tokens.start += 1;
                }
            }
        }
        hunks.retain(|hunk| self.words_of(hunk) > 0);
    }

    /// Takes away what the document has behind the last common words, likewise.
    fn trim_end(&self, hunks: &mut Vec<Hunk>) {
        let last = hunks.iter().rposition(|hunk| hunk.kind == EditKind::Common);
        let behind = last.map_or(0, |last| last + 1);
        let wanted = self.own_words(&hunks[behind..]);
        for hunk in &mut hunks[behind..] {
            if hunk.kind == EditKind::DocumentOnly {
                while self.words_of(hunk) > wanted {
                    hunk.tokens.end -= 1;
                }
            }
        }
        hunks.retain(|hunk| self.words_of(hunk) > 0);
    }

    fn own_words(&self, hunks: &[Hunk]) -> usize {
        let own = hunks.iter().filter(|hunk| hunk.kind == EditKind::TextOnly);
        own.map(|hunk| self.words_of(hunk)).sum()
    }

    fn side(&self, hunk: &Hunk) -> Side<'_> {
        match hunk.kind {
            EditKind::Common | EditKind::TextOnly => self.own,
            EditKind::DocumentOnly => self.document,
        }
    }

    fn words_of(&self, hunk: &Hunk) -> usize {
        let tokens = &self.side(hunk).tokens.tokens[hunk.tokens.clone()];
        tokens
            .iter()
            .filter(|token| self.is_compared(token.kind))
            .count()
    }

    /// The numbers of the tokens that are compared, and where each stands.
    fn compared(&self, tokens: &NumberedTokens, range: Range<usize>) -> (Vec<u32>, Vec<usize>) {
        range
            .filter(|at| self.is_compared(tokens.tokens[*at].kind))
            .map(|at| (tokens.ids[at], at))
            .unzip()
    }

    fn is_compared(&self, kind: TokenKind) -> bool {
        self.marks || kind != TokenKind::End
    }

    fn edits(&self, hunks: &[Hunk]) -> Vec<Edit> {
        let edits = hunks.iter().map(|hunk| {
            let side = self.side(hunk);
            let tokens = &side.tokens.tokens[hunk.tokens.clone()];
            let start = tokens.first().map_or(0, |token| token.range.start);
            let end = tokens.last().map_or(start, |token| token.range.end);
            let before = side.text[..start].chars().next_back();
            Edit {
                kind: hunk.kind,
                text: side.text[start..end].to_owned(),
                spaced: before.is_none_or(char::is_whitespace),
            }
        });
        edits.collect()
    }
}

/// Adds a hunk, to the last one of its kind where only one of the other kind is in between.
fn merge(hunks: &mut Vec<Hunk>, added: Option<Hunk>) {
    let Some(added) = added else {
        return;
    };
    let since = hunks.iter().rposition(|hunk| hunk.kind == EditKind::Common);
    let since = since.map_or(0, |since| since + 1);
    match hunks[since..]
        .iter_mut()
        .find(|hunk| hunk.kind == added.kind)
    {
        Some(hunk) => hunk.tokens.end = added.tokens.end,
        None if added.kind == EditKind::TextOnly => hunks.insert(since, added),
        None => hunks.push(added),
    }
}
