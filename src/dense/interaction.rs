//! *Late interaction* reads a passage beside a question: each token of the question looks for the
//! token of the passage that is most like it (`MaxSim`, as in `ColBERT`).
//!
//! What the tokens find is put together by how much each tells: a rare word that has no counterpart
//! costs more than a common one.

use std::fmt;
use std::ops::Range;

use rten_gemm::{GemmExecutor, GemmInputA, GemmInputB, GemmOptions, PackedBMatrix};
use rten_tensor::NdTensorView;

use super::tokens::{Numbered, Tokens, Unpacked};
use crate::encoder::DIMENSIONS;

/// A token met more often than every e^6th (every 400th) says little about what is asked.
const COMMON: f32 = 6.0;

/// The least and the most that a token counts.
const WEIGHTS: [f32; 2] = [0.2, 8.0];

/// How many passages go into one multiplication.
const STEP: usize = 32;

/// The tokens of a question, each with how much it counts.
#[derive(Debug)]
pub struct TokenQuery {
    tokens: Vec<Unpacked>,
    weights: Vec<f32>,
    products: Products,
}

/// Multiplies the tokens of passages with those of a question in one multiplication of matrices: a
/// loop over pairs of tokens took 1.7 times as long (`docs/retrieval.md`).
struct Products {
    /// Finds the widest instructions that the machine has.
    gemm: GemmExecutor<u8, i8, i32>,
    /// The tokens of the question, a column each.
    columns: PackedBMatrix<i8>,
    /// What each column's products are too large by, as passages have no negative numbers.
    excess: Vec<i32>,
}

impl fmt::Debug for Products {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Products").finish_non_exhaustive()
    }
}

impl Products {
    fn of(tokens: &[Unpacked]) -> Self {
        let gemm = GemmExecutor::<u8, i8, i32>::default();
        let rows: Vec<i8> = tokens.iter().flat_map(Unpacked::numbers).collect();
        let sum = |row: &[i8]| row.iter().map(|number| i32::from(*number)).sum::<i32>();
        let matrix = NdTensorView::from_data([tokens.len(), DIMENSIONS], rows.as_slice());
        Self {
            columns: gemm.prepack_b(matrix.transposed()),
            excess: rows
                .chunks(DIMENSIONS)
                .map(|row| Tokens::OFFSET * sum(row))
                .collect(),
            gemm,
        }
    }

    /// The products of each of a passage's tokens with each of the question's, a row for each of the
    /// former.
    ///
    /// # Panics
    /// Never: the sizes of the matrices are those of their tokens.
    fn with(&self, numbers: &[u8]) -> Vec<i32> {
        let columns = self.excess.len();
        if columns == 0 || numbers.is_empty() {
            return Vec::new();
        }
        let rows = numbers.len() / DIMENSIONS;
        let mut products = vec![0; rows * columns];
        let passage = NdTensorView::from_data([rows, DIMENSIONS], numbers);
        let multiplied = self.gemm.gemm(
            &mut products,
            GemmInputA::Unpacked(passage),
            GemmInputB::Packed(&self.columns),
            GemmOptions::default(),
        );
        multiplied.expect("matrices of these sizes");
        for row in products.chunks_mut(columns) {
            for (product, excess) in row.iter_mut().zip(&self.excess) {
                *product -= excess;
            }
        }
        products
    }
}

/// What the tokens of a question find in each segment of a passage.
#[derive(Debug, Clone, PartialEq)]
pub struct Interaction {
    /// For each segment, the best cosine of each token of the question; none for a segment without
    /// tokens.
    best: Vec<Option<Vec<f32>>>,
    weights: Vec<f32>,
}

impl TokenQuery {
    /// The tokens of a question with what each tells, in nats; those that tell nothing, such as
    /// question marks, do not count.
    #[must_use]
    pub fn new(tokens: Vec<Unpacked>, information: &[Option<f32>]) -> Self {
        let [least, most] = WEIGHTS;
        let told = tokens.into_iter().zip(information);
        let told = told.filter_map(|(token, told)| Some((token, (*told)?)));
        let weighed = told.map(|(token, told)| (token, (told - COMMON).clamp(least, most)));
        let (tokens, weights): (Vec<_>, _) = weighed.unzip();
        Self {
            products: Products::of(&tokens),
            tokens,
            weights,
        }
    }

    /// A token and how much it counts, by its position among those that count.
    #[must_use]
    pub fn token(&self, at: usize) -> Option<(&Unpacked, f32)> {
        Some((self.tokens.get(at)?, *self.weights.get(at)?))
    }

    /// Reads passages: for each its tokens and which of them are in which segment.
    #[must_use]
    pub fn read(&self, passages: &[(&Tokens, &[Range<usize>])]) -> Vec<Interaction> {
        // In steps, because each multiplication has a fixed cost and all passages at once take much
        // memory.
        passages
            .chunks(STEP)
            .flat_map(|passages| self.read_step(passages))
            .collect()
    }

    fn read_step(&self, passages: &[(&Tokens, &[Range<usize>])]) -> Vec<Interaction> {
        let mut read = Numbered::default();
        let firsts: Vec<usize> = passages
            .iter()
            .map(|(tokens, _)| {
                let first = read.scales.len();
                tokens.add_to(&mut read);
                first
            })
            .collect();
        let products = self.products.with(&read.numbers);
        let best_of = |tokens: Range<usize>| {
            let mut best = vec![-1.0; self.tokens.len()];
            for at in tokens.clone() {
                let row = products[at * best.len()..].iter().zip(&self.tokens);
                for (best, (product, sought)) in best.iter_mut().zip(row) {
                    *best = sought.scaled(*product, read.scales[at]).max(*best);
                }
            }
            (!tokens.is_empty()).then_some(best)
        };
        passages
            .iter()
            .zip(firsts)
            .map(|((_, segments), first)| {
                let best = segments
                    .iter()
                    .map(|segment| best_of(first + segment.start..first + segment.end));
                Interaction {
                    best: best.collect(),
                    weights: self.weights.clone(),
                }
            })
            .collect()
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
            self.best
                .iter()
                .flatten()
                .filter_map(|found| found.get(at))
                .copied()
                .reduce(f32::max)
        };
        let found: Vec<(f32, f32)> = tokens
            .iter()
            .filter_map(|at| Some((best(*at)?, *self.weights.get(*at)?)))
            .collect();
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
