//! Compares the words of two texts, in whatever languages, by what the model takes for its input.
//!
//! Each piece of the vocabulary has a vector of its own; pieces that mean the same in two languages
//! lie near each other. It is cruder than comparing whole texts, and tells what that cannot: which
//! word of a question has a counterpart and which has none.

use std::cell::RefCell;
use std::collections::HashMap;

use unicode_normalization::char::is_combining_mark;

use super::quantized;
use super::tokenizer::Tokenizer;
use super::{DIMENSIONS, EMBEDDINGS, ROW_BYTES, Vector};

/// The mean of all pieces' vectors, as little-endian f32; what all have in common tells nothing.
static MEAN: &[u8] = include_bytes!("../../assets/background/piece_mean.f32");

/// Cosines below this are chance.
const CHANCE: f32 = 0.2;

/// A piece met more often than every e^6th (every 400th) says nothing about what a text is about.
const COMMON: f32 = 6.0;

/// The pieces of a question, to be looked for in texts.
#[derive(Debug)]
pub struct Probe {
    sought: Vec<Sought>,
    /// What was found out of each piece met so far: texts on one subject share most of theirs.
    met: RefCell<HashMap<u32, Matches>>,
}

#[derive(Debug)]
struct Sought {
    vector: Vector,
    weight: f32,
}

/// Which pieces of a question have a counterpart in a text: a number from 0 to 1 for each.
#[derive(Debug, Clone, PartialEq)]
pub struct Matches(Vec<f32>);

impl Probe {
    pub(super) fn new(tokenizer: &Tokenizer, question: &str) -> Self {
        let sought = distinct(tokenizer, question).into_iter().map(|id| Sought {
            vector: vector(id),
            weight: (tokenizer.information(id) - COMMON).max(0.0),
        });
        Self {
            sought: sought.filter(|sought| sought.weight > 0.0).collect(),
            met: RefCell::default(),
        }
    }

    /// Looks for the question's pieces in a text.
    pub(super) fn find(&self, tokenizer: &Tokenizer, text: &str) -> Matches {
        let mut met = self.met.borrow_mut();
        let ids = distinct(tokenizer, text).into_iter();
        ids.fold(Matches::none(self), |matches, id| {
            matches.or(met.entry(id).or_insert_with(|| self.compare(id)))
        })
    }

    /// How near each of the question's pieces lies to one of a text.
    fn compare(&self, id: u32) -> Matches {
        let vector = vector(id);
        let nearness = |sought: &Sought| {
            let cosine = sought.vector.cosine(&vector);
            ((cosine - CHANCE) / (1.0 - CHANCE)).max(0.0)
        };
        Matches(self.sought.iter().map(nearness).collect())
    }

    /// The share of the question that has a counterpart, each piece counted by how rare it is: 0
    /// to 1; 0 for a question without telling pieces.
    #[must_use]
    pub fn coverage(&self, matches: &Matches) -> f32 {
        let whole: f32 = self.sought.iter().map(|sought| sought.weight).sum();
        let pairs = self.sought.iter().zip(&matches.0);
        let found: f32 = pairs.map(|(sought, found)| sought.weight * found).sum();
        if whole > 0.0 { found / whole } else { 0.0 }
    }
}

impl Matches {
    /// No piece has a counterpart.
    #[must_use]
    pub fn none(probe: &Probe) -> Self {
        Self(vec![0.0; probe.sought.len()])
    }

    /// The matches of two texts taken together.
    #[must_use]
    pub fn or(mut self, other: &Self) -> Self {
        for (found, other) in self.0.iter_mut().zip(&other.0) {
            *found = found.max(*other);
        }
        self
    }
}

/// The ids of a text's pieces with letters or digits, each once.
///
/// Words stand by themselves: in `l'organisation` the piece for `organisation` begins no word, and
/// would be another one than in `une organisation`.
fn distinct(tokenizer: &Tokenizer, text: &str) -> Vec<u32> {
    let words: Vec<&str> = text
        .split(|c: char| !c.is_alphanumeric() && !is_combining_mark(c))
        .filter(|word| !word.is_empty())
        .collect();
    let mut ids = tokenizer.pieces(&words.join(" "));
    ids.sort_unstable();
    ids.dedup();
    ids.retain(|id| tokenizer.is_word(*id));
    ids
}

/// A piece's vector, without what all pieces have in common.
fn vector(id: u32) -> Vector {
    let (rows, _) = EMBEDDINGS.as_chunks::<ROW_BYTES>();
    let mut vector = [0.0; DIMENSIONS];
    quantized::expand(&rows[id as usize], &mut vector);
    let (mean, _) = MEAN.as_chunks();
    for (number, mean) in vector.iter_mut().zip(mean) {
        *number -= f32::from_le_bytes(*mean);
    }
    Vector::normalized(vector)
}

/// The mean of all pieces' vectors; what `piece_mean.f32` holds.
#[must_use]
pub fn mean() -> [f32; DIMENSIONS] {
    let (rows, _) = EMBEDDINGS.as_chunks::<ROW_BYTES>();
    let mut sums = [0.0_f64; DIMENSIONS];
    let mut vector = [0.0; DIMENSIONS];
    for row in rows {
        quantized::expand(row, &mut vector);
        for (sum, number) in sums.iter_mut().zip(vector) {
            *sum += f64::from(number);
        }
    }
    #[expect(clippy::cast_precision_loss, reason = "some hundred thousand rows")]
    #[expect(clippy::cast_possible_truncation, reason = "stored as f32")]
    sums.map(|sum| (sum / rows.len() as f64) as f32)
}
