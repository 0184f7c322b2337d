//! How sure it is that the best passage answers.
//!
//! What speaks for and against it is put together by a logistic regression: a weighted sum, made a
//! probability. `docs/retrieval.md` tells what it was fitted on, and how it does elsewhere.

use serde::Serialize;

use super::Thresholds;

pub(super) const THRESHOLDS: Thresholds = Thresholds {
    answered: 0.4,
    weak: 0.2,
};

/// What speaks for and against the best passage.
#[derive(Debug, Clone, Copy)]
pub(super) struct Evidence {
    /// How near the question it lies: the mean of two cosines.
    pub nearness: f32,
    /// The mean nearness of the ten passages that lie nearest after it, or of as many as there are.
    pub others: f32,
    /// The mean nearness of the ten nearest texts of the background.
    pub background: f32,
    /// The share of the question's terms in it, each counted by how rare it is.
    pub coverage: f32,
    /// The share of the question's terms that stand nowhere in the corpus.
    pub unknown: f32,
    /// The share of the question's pieces with a counterpart in one of its sentences.
    pub matched: f32,
    /// How much more of the question has a counterpart in it than in any other document's passage.
    pub matched_beyond: f32,
    /// Names and numbers of the question that stand in it, or have a counterpart, at most 3.
    pub names_found: f32,
    /// Names and numbers of the question that do not, at most 3.
    pub names_missed: f32,
}

/// A part of what a confidence rests on, with what it counts for.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Part {
    /// What it is; `docs/retrieval.md` explains each.
    pub name: &'static str,
    /// Its value.
    pub value: f32,
    /// What it is multiplied by.
    pub weight: f32,
}

impl Evidence {
    /// All parts with their weights, as `tools/confidence/fit.py` prints them.
    pub(super) fn parts(&self) -> [Part; 10] {
        let part = |name, value, weight| Part {
            name,
            value,
            weight,
        };
        [
            part("nearness", self.nearness, 30.88),
            part("others", self.others, -12.61),
            part("background", self.background, -4.34),
            part("coverage", self.coverage, 5.67),
            part("unknown", self.unknown, 2.33),
            part("matched", self.matched, -2.71),
            part("matched_beyond", self.matched_beyond, 4.36),
            part("names_found", self.names_found, 0.53),
            part("names_missed", self.names_missed, -0.68),
            part("constant", 1.0, -6.61),
        ]
    }

    /// The confidence, 0 to 1.
    pub(super) fn confidence(&self) -> f32 {
        let parts = self.parts();
        let sum: f32 = parts.iter().map(|part| part.value * part.weight).sum();
        1.0 / (1.0 + (-sum).exp())
    }
}
