//! How sure it is that the best passage answers.
//!
//! What speaks for and against it is put together by a logistic regression: a weighted sum, made a
//! probability. `docs/retrieval.md` tells what it was fitted on, and how it does elsewhere.

use serde::Serialize;

use super::Thresholds;

/// A wrong answer costs as much as five silences: `docs/retrieval.md` has what each threshold costs.
pub(super) const THRESHOLDS: Thresholds = Thresholds {
    answered: 0.65,
    weak: 0.2,
};

/// The question names a year, a version or a numbered thing that the folder does not have. This
/// weight is not fitted: it is so large that nothing is called an answer.
const NAMED_UNKNOWN: f32 = -6.0;

/// The folder has no word of the question. Only a passage that is plainly meant outweighs this. Not
/// fitted, because the sets have too few such questions.
const NOTHING_KNOWN: f32 = -3.0;

/// The passage has nothing of the kind that is asked for, such as an e-mail address. Not fitted for
/// the same reason.
const LACKING: f32 = -4.0;

/// A word of the question surely stands nowhere, so the passage is about something else. Hardly any
/// question that a folder answers has such a word, so the weight cannot be fitted.
const MISSING: f32 = -4.0;

/// What speaks for and against the best passage.
#[derive(Debug, Clone, Copy)]
pub(super) struct Evidence {
    /// How much of the question its tokens hold: a mean of cosines.
    pub interaction: f32,
    /// By how much its score is above that of the next best passage that is not beside it.
    pub lead: f32,
    /// By how much it is above that of the one after that: two may answer alike.
    pub lead_third: f32,
    /// How near the question it lies, a cosine.
    pub nearness: f32,
    /// The mean nearness of the ten passages that lie nearest after it, or of as many as there are.
    pub others: f32,
    /// The share of the question's terms in it or above it, each counted by how rare it is.
    pub coverage: f32,
    /// 1 where the question is asked in the document's language, else 0.
    pub same: f32,
    /// The share of the question's terms that stand nowhere in the corpus, where it is, else 0.
    pub same_unknown: f32,
    /// Numbers of the question that the corpus knows and that stand neither in it nor above it.
    pub numbers_missed: f32,
    /// Numbers of the question that stand nowhere in the corpus, at most 3.
    pub numbers_unknown: f32,
    /// 1 where one of these names something: a year, a version, a rule or a level; else 0.
    pub named_unknown: f32,
    /// 1 where no term of the question stands anywhere, and it is asked in the document's language or is
    /// gibberish; else 0.
    pub nothing_known: f32,
    /// 1 where an e-mail address, a telephone number or how many is asked for and the passage has none;
    /// else 0.
    pub lacking: f32,
    /// 1 where a word of the question surely stands nowhere, in no form; else 0.
    pub missing: f32,
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
    pub(super) fn parts(&self) -> [Part; 15] {
        let part = |name, value, weight| Part {
            name,
            value,
            weight,
        };
        [
            part("interaction", self.interaction, 4.25),
            part("lead", self.lead, 23.38),
            part("lead_third", self.lead_third, 16.19),
            part("nearness", self.nearness, 1.94),
            part("others", self.others, -0.71),
            part("coverage", self.coverage, -0.19),
            part("same", self.same, -1.09),
            part("same_unknown", self.same_unknown, -1.08),
            part("numbers_missed", self.numbers_missed, -1.32),
            part("numbers_unknown", self.numbers_unknown, -3.00),
            part("named_unknown", self.named_unknown, NAMED_UNKNOWN),
            part("nothing_known", self.nothing_known, NOTHING_KNOWN),
            part("lacking", self.lacking, LACKING),
            part("missing", self.missing, MISSING),
            part("constant", 1.0, -4.84),
        ]
    }

    /// The confidence, 0 to 1.
    pub(super) fn confidence(&self) -> f32 {
        let parts = self.parts();
        let sum: f32 = parts.iter().map(|part| part.value * part.weight).sum();
        1.0 / (1.0 + (-sum).exp())
    }
}
