//! The *differences* between a text and the part of a document that it comes closest to, word by word.

use std::ops::Range;

use similar::{Algorithm, DiffOp, capture_diff_slices};

use super::tokens::{NumberedTokens, TokenKind};

/// As few words between two changes are a part of the change: that they are alike is chance.
const CHANCE: usize = 1;
/// A text of more tokens is not compared: nobody reads that, and it takes time with the square.
const MOST: usize = 300;

/// A stretch of a comparison, in the order in which it is read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Edit {
    /// Where its words are.
    pub kind: EditKind,
    /// The words as they stand there, with the marks between them and behind them, without blanks
    /// around them.
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

impl Side<'_> {
    fn passage(&self, at: usize) -> usize {
        self.tokens.tokens[at].passage
    }
}

/// Compares all of `own` with what stands around `theirs`, the tokens of a document in which the
/// tokens `common` of `own` stand; nothing for a long text.
pub(super) fn differences(
    own: Side<'_>,
    common: &Range<usize>,
    document: Side<'_>,
    theirs: &Range<usize>,
) -> Vec<Edit> {
    let all = own.tokens.ids.len();
    if all > MOST {
        return Vec::new();
    }
    let (before, after) = (0..common.start, common.end..all);
    // No more of the document than the text may be about, and nothing of another passage.
    let mut start = theirs.start.saturating_sub(2 * before.len());
    while document.passage(start) != document.passage(theirs.start) {
        start += 1;
    }
    let mut end = (theirs.end + 2 * after.len()).min(document.tokens.ids.len());
    while document.passage(end - 1) != document.passage(theirs.end - 1) {
        end -= 1;
    }
    let comparison = Comparison {
        own,
        document,
        marks: false,
    };
    let mut hunks = comparison.hunks(before, start..theirs.start, [false, true]);
    comparison.trim_beginning(&mut hunks);
    hunks.push(Hunk {
        kind: EditKind::Common,
        tokens: common.clone(),
    });
    let mut behind = comparison.hunks(after, theirs.end..end, [true, false]);
    comparison.trim_end(&mut behind);
    hunks.extend(behind);
    comparison.edits(&hunks)
}

/// Compares all of `own` with `theirs`, tokens of a document that have the same words, and the marks
/// around them; nothing where no mark differs, for a long text, and for several passages.
pub(super) fn differing_marks(
    own: Side<'_>,
    document: Side<'_>,
    theirs: Range<usize>,
) -> Vec<Edit> {
    let passage = document.passage(theirs.start);
    if own.tokens.ids.len() > MOST || document.passage(theirs.end - 1) != passage {
        return Vec::new();
    }
    let is_mark = |at: &usize| {
        let token = document.tokens.tokens.get(*at);
        token.is_some_and(|token| token.kind != TokenKind::Word && token.passage == passage)
    };
    let before = (0..theirs.start).rev().take_while(is_mark).count();
    let all = document.tokens.ids.len();
    let behind = (theirs.end..all).take_while(is_mark).count();
    let comparison = Comparison {
        own,
        document,
        marks: true,
    };
    let all = 0..own.tokens.ids.len();
    let mut hunks = comparison.hunks(all, theirs.start - before..theirs.end + behind, [true; 2]);
    // A text need not have the marks that stand around it.
    let is_around = |hunk: &Hunk| hunk.kind == EditKind::DocumentOnly;
    let first = hunks.iter().position(|hunk| !is_around(hunk));
    hunks.drain(..first.unwrap_or_default());
    while hunks.pop_if(|hunk| is_around(hunk)).is_some() {}
    if hunks.iter().all(|hunk| hunk.kind == EditKind::Common) {
        return Vec::new();
    }
    comparison.edits(&hunks)
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
    /// The hunks of some tokens of the text and of the document. `touching` says of both ends whether
    /// what stands beyond is common.
    fn hunks(&self, own: Range<usize>, theirs: Range<usize>, touching: [bool; 2]) -> Vec<Hunk> {
        let (own_ids, own_places) = self.compared(self.own.tokens, own);
        let (ids, places) = self.compared(self.document.tokens, theirs);
        let hunk = |kind, places: &[usize], tokens: Range<usize>| {
            let tokens = places.get(tokens)?;
            let (first, last) = (tokens.first()?, tokens.last()?);
            Some(Hunk {
                kind,
                tokens: *first..*last + 1,
            })
        };
        let mut hunks: Vec<Hunk> = Vec::new();
        let ops = capture_diff_slices(Algorithm::Myers, &own_ids, &ids);
        for (number, op) in ops.iter().enumerate() {
            let is_end = [number == 0, number + 1 == ops.len()];
            let touches = is_end
                .iter()
                .zip(touching)
                .any(|(end, touches)| *end && touches);
            let is_common = matches!(op, DiffOp::Equal { .. });
            if is_common && (self.marks || touches || op.new_range().len() > CHANCE) {
                hunks.extend(hunk(EditKind::Common, &own_places, op.old_range()));
                continue;
            }
            merge(
                &mut hunks,
                hunk(EditKind::TextOnly, &own_places, op.old_range()),
            );
            merge(
                &mut hunks,
                hunk(EditKind::DocumentOnly, &places, op.new_range()),
            );
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
                let words = self.words_of(hunk);
                let kept = words[words.len().saturating_sub(wanted)..].first();
                hunk.tokens.start = *kept.unwrap_or(&hunk.tokens.end);
            }
        }
        hunks.retain(|hunk| !hunk.tokens.is_empty());
    }

    /// Takes away what the document has behind the last common words, likewise.
    fn trim_end(&self, hunks: &mut Vec<Hunk>) {
        let last = hunks.iter().rposition(|hunk| hunk.kind == EditKind::Common);
        let behind = last.map_or(0, |last| last + 1);
        let wanted = self.own_words(&hunks[behind..]);
        for hunk in &mut hunks[behind..] {
            if hunk.kind == EditKind::DocumentOnly {
                let words = self.words_of(hunk);
                let kept = words[..wanted.min(words.len())].last();
                hunk.tokens.end = kept.map_or(hunk.tokens.start, |last| last + 1);
            }
        }
        hunks.retain(|hunk| !hunk.tokens.is_empty());
    }

    fn own_words(&self, hunks: &[Hunk]) -> usize {
        let own = hunks.iter().filter(|hunk| hunk.kind == EditKind::TextOnly);
        own.map(|hunk| self.words_of(hunk).len()).sum()
    }

    /// The compared tokens of a hunk, by their places.
    fn words_of(&self, hunk: &Hunk) -> Vec<usize> {
        let tokens = self.side(hunk.kind).tokens;
        self.compared(tokens, hunk.tokens.clone()).1
    }

    fn side(&self, kind: EditKind) -> Side<'_> {
        match kind {
            EditKind::Common | EditKind::TextOnly => self.own,
            EditKind::DocumentOnly => self.document,
        }
    }

    /// The numbers of the tokens that are compared, and where each stands. Where the text leaves
    /// something out is a token, too, which has no text.
    fn compared(&self, tokens: &NumberedTokens, range: Range<usize>) -> (Vec<u32>, Vec<usize>) {
        range
            .filter(|at| {
                let token = &tokens.tokens[*at];
                !token.range.is_empty() && (self.marks || token.kind != TokenKind::End)
            })
            .map(|at| (tokens.ids[at], at))
            .unzip()
    }

    fn edits(&self, hunks: &[Hunk]) -> Vec<Edit> {
        let mut edits: Vec<Edit> = Vec::new();
        // Where the text goes on behind its hunk before.
        let mut own_end = 0;
        for (number, hunk) in hunks.iter().enumerate() {
            let side = self.side(hunk.kind);
            let tokens = &side.tokens.tokens[hunk.tokens.clone()];
            let start = tokens.first().map_or(0, |token| token.range.start);
            let mut end = tokens.last().map_or(start, |token| token.range.end);
            let is_own = hunk.kind != EditKind::DocumentOnly;
            if let Some(next) = self.next_own(hunk.kind, &hunks[number + 1..]) {
                // The marks up to the text's next words, which are not compared, stay.
                end = end.max(next);
            }
            let before = side.text[..start].chars().next_back();
            let gap = if is_own {
                &side.text[own_end..start]
            } else {
                ""
            };
            let text = &side.text[start..end];
            edits.push(Edit {
                kind: hunk.kind,
                text: text.trim().to_owned(),
                spaced: before.is_none_or(char::is_whitespace) || gap.contains(char::is_whitespace),
            });
            if is_own {
                own_end = start + text.trim_end().len();
            }
        }
        edits
    }

    /// Where the text goes on with words of its own behind a hunk of this kind; its end behind the last
    /// common one.
    fn next_own(&self, kind: EditKind, behind: &[Hunk]) -> Option<usize> {
        let is_own = |hunk: &&Hunk| hunk.kind != EditKind::DocumentOnly;
        match (kind, behind.iter().find(is_own)) {
            (EditKind::DocumentOnly, _) | (EditKind::TextOnly, None) => None,
            (_, Some(next)) => Some(self.own.tokens.tokens[next.tokens.start].range.start),
            (EditKind::Common, None) => Some(self.own.text.len()),
        }
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
