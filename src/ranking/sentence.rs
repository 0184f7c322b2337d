//! Which sentence of a passage answers.
//!
//! A sentence's score is the sum of what speaks for it: how near to the question it lies, which of
//! the question's pieces have a counterpart in it or in the sentence before it (where what `he` and
//! `there` mean may stand), its length, and whether it has what the question's kind asks for.
//! `docs/retrieval.md` tells where the weights come from.

use std::ops::Range;

use super::clues;
use crate::dense::{Asked, Dense, PassageVectors};
use crate::encoder::Matches;
use crate::question::Kind;

/// Weights beside nearness, which has weight 1.
const MATCHED: f32 = 0.22;
const MATCHED_BEFORE: f32 = 0.16;
const LENGTH: f32 = 0.03;
const DATE: f32 = 0.38;
const NUMBER: f32 = 0.1;
const NAMES: f32 = 0.1;

/// More names than this tell no more.
const MOST_NAMES: usize = 4;

/// A sentence beside the question.
pub(super) struct Sentence {
    /// Its byte range in the passage.
    pub range: Range<usize>,
    /// How near to the question it lies, a cosine.
    pub nearness: f32,
    /// Which of the question's pieces have a counterpart in it.
    pub matches: Matches,
    /// The share of the question they make up.
    pub matched: f32,
}

/// Reads the sentences of a passage beside the question.
pub(super) fn read(
    dense: &Dense,
    asked: &Asked,
    text: &str,
    vectors: &PassageVectors,
) -> Vec<Sentence> {
    let sentences = vectors.sentences.iter();
    sentences
        .map(|(range, vector)| {
            let matches = dense.find(asked, &text[range.clone()]);
            Sentence {
                range: range.clone(),
                nearness: vector.cosine(&asked.vector),
                matched: asked.probe.coverage(&matches),
                matches,
            }
        })
        .collect()
}

/// The sentence that answers, the first of equals; none of none.
pub(super) fn answering(
    sentences: &[Sentence],
    text: &str,
    kind: Option<Kind>,
) -> Option<Range<usize>> {
    let mut best: Option<(f32, &Sentence)> = None;
    let mut before = 0.0;
    for sentence in sentences {
        let score = sentence.nearness
            + MATCHED * sentence.matched
            + MATCHED_BEFORE * before
            + of_itself(&text[sentence.range.clone()], kind);
        before = sentence.matched;
        if best.is_none_or(|(most, _)| score > most) {
            best = Some((score, sentence));
        }
    }
    best.map(|(_, sentence)| sentence.range.clone())
}

/// What speaks for a sentence whatever its words.
#[expect(clippy::cast_precision_loss, reason = "a sentence is short")]
fn of_itself(sentence: &str, kind: Option<Kind>) -> f32 {
    let has = |clue: bool| f32::from(u8::from(clue));
    let asked_for = match kind {
        Some(Kind::When) => DATE * has(clues::has_date(sentence)),
        Some(Kind::HowMany) => NUMBER * has(clues::has_number(sentence)),
        Some(Kind::Who) => {
            let names = clues::capitalised(sentence).min(MOST_NAMES);
            NAMES * names as f32 / MOST_NAMES as f32
        }
        Some(Kind::Where) | None => 0.0,
    };
    LENGTH * (sentence.len() as f32).ln() + asked_for
}
