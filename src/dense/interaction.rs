//! *Late interaction* reads a passage beside a question: each token of the question looks for the
//! token of the passage that is most like it (`MaxSim`, as in `ColBERT`).
//!
//! What the tokens find is put together by how much each tells: a rare word that has no counterpart
//! costs more than a common one.

use std::ops::Range;

use super::tokens::{Tokens, Unpacked};

/// A piece met more often than every e^6th (every 400th) says little about what is asked.
const COMMON: f32 = 6.0;

/// The least and the most that a token counts.
const WEIGHTS: [f32; 2] = [0.2, 8.0];

/// The tokens of a question, each with how much it counts.
#[derive(Debug)]
pub struct Sought {
    tokens: Vec<Unpacked>,
    weights: Vec<f32>,
}

/// What the tokens of a question find in each segment of a passage.
#[derive(Debug, Clone, PartialEq)]
pub struct Interaction {
    /// For each segment, the best cosine of each token of the question; none for a segment without
    /// tokens.
    best: Vec<Option<Vec<f32>>>,
    weights: Vec<f32>,
}

impl Sought {
    /// The tokens of a question with what each tells, in nats; those that tell nothing, such as
    /// question marks, do not count.
    #[must_use]
    pub fn new(tokens: Vec<Unpacked>, information: &[Option<f32>]) -> Self {
        let [least, most] = WEIGHTS;
        let told = tokens.into_iter().zip(information);
        let told = told.filter_map(|(token, told)| Some((token, (*told)?)));
        let weighed = told.map(|(token, told)| (token, (told - COMMON).clamp(least, most)));
        let (tokens, weights) = weighed.unzip();
        Self { tokens, weights }
    }

    /// A token and how much it counts, by its position among those that count.
    #[must_use]
    pub fn token(&self, at: usize) -> Option<(&Unpacked, f32)> {
        Some((self.tokens.get(at)?, *self.weights.get(at)?))
    }

    /// Reads a passage, whose segments are ranges of its `tokens`.
    #[must_use]
    pub fn read(&self, tokens: &Tokens, segments: &[Range<usize>]) -> Interaction {
        let best = segments.iter().map(|segment| {
            let mut best: Option<Vec<f32>> = None;
            for token in tokens.unpacked(segment.clone()) {
                let best = best.get_or_insert_with(|| vec![-1.0; self.tokens.len()]);
                for (best, sought) in best.iter_mut().zip(&self.tokens) {
                    *best = best.max(sought.cosine(&token));
                }
            }
            best
        });
        Interaction {
            best: best.collect(),
            weights: self.weights.clone(),
        }
    }
}

impl Interaction {
    /// How much of the question stands in some segments taken together: a mean of cosines, -1 to 1;
    /// 0 where there is nothing to compare.
    #[must_use]
    pub fn score(&self, segments: impl IntoIterator<Item = usize>) -> f32 {
        let mut best: Option<Vec<f32>> = None;
        for found in segments.into_iter().filter_map(|at| self.best[at].as_ref()) {
            match &mut best {
                None => best = Some(found.clone()),
                Some(best) => {
                    for (most, found) in best.iter_mut().zip(found) {
                        *most = most.max(*found);
                    }
                }
            }
        }
        let whole: f32 = self.weights.iter().sum();
        let found = best.unwrap_or_default();
        let found = found.iter().zip(&self.weights);
        let sum: f32 = found.map(|(found, weight)| found * weight).sum();
        if whole > 0.0 { sum / whole } else { 0.0 }
    }

    /// How much of some tokens of the question stands in all segments, as [`Self::score`].
    #[must_use]
    pub fn of_tokens(&self, tokens: &[usize]) -> f32 {
        let best = |at: usize| {
            let found = self.best.iter().flatten().filter_map(|found| found.get(at));
            found.copied().reduce(f32::max)
        };
        let found = tokens
            .iter()
            .filter_map(|at| Some((best(*at)?, *self.weights.get(*at)?)));
        let found: Vec<(f32, f32)> = found.collect();
        let whole: f32 = found.iter().map(|(_, weight)| weight).sum();
        let sum: f32 = found.iter().map(|(found, weight)| found * weight).sum();
        if whole > 0.0 { sum / whole } else { 0.0 }
    }

    /// [`Self::score`] over all segments.
    #[must_use]
    pub fn whole(&self) -> f32 {
        self.score(0..self.best.len())
    }

    /// The same over all segments but the first, which is the place.
    #[must_use]
    pub fn without_place(&self) -> f32 {
        self.score(1..self.best.len())
    }
}
