//! *Metrics*: the figures by which one way of answering is compared with another.

use serde::Serialize;

use super::Outcome;

/// The figures of a group of questions. Shares are 0 to 1; `None` where there is nothing to count.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Metrics {
    /// How many questions there are.
    pub questions: usize,
    /// How many of them something in the folder answers.
    pub answerable: usize,
    /// Of the answerable, the share whose first passage is relevant.
    #[serde(rename = "recall@1")]
    pub recall_at_1: Option<f64>,
    /// Of the answerable, the share with a relevant passage among the first five.
    #[serde(rename = "recall@5")]
    pub recall_at_5: Option<f64>,
    /// Mean reciprocal rank: the mean of 1 / rank of the first relevant passage, 0 where there is
    /// none (Voorhees, TREC-8, 1999).
    pub mrr: Option<f64>,
    /// Of the answerable with a labelled answer, the share whose first passage is relevant and
    /// whose highlighted sentence holds that answer.
    #[serde(rename = "sentence@1")]
    pub sentence_at_1: Option<f64>,
    /// The chance that an answerable question has more confidence than one that is not, equal
    /// confidences counted half: the area under the ROC curve.
    pub auroc: Option<f64>,
    /// Of the answerable, the share with the verdict `answered`.
    pub answered: Option<f64>,
    /// Of the answerable, the share whose confidence is above the 95th percentile of the others.
    #[serde(rename = "kept@5%false")]
    pub kept_at_5_false: Option<f64>,
    /// Of the unanswerable, the share with the verdict `answered`.
    pub false_answers: Option<f64>,
}

/// The names of the figures that a floor can be set for, as in JSON.
pub const KEYS: [&str; 8] = [
    "recall@1",
    "recall@5",
    "mrr",
    "sentence@1",
    "auroc",
    "answered",
    "kept@5%false",
    "false_answers",
];

impl Metrics {
    /// The figures of these outcomes.
    #[must_use]
    pub fn of(outcomes: &[&Outcome]) -> Self {
        let (answerable, others): (Vec<&Outcome>, Vec<&Outcome>) =
            outcomes.iter().partition(|outcome| outcome.answerable);
        let (sure, unsure) = (confidences(&answerable), confidences(&others));
        let labelled: Vec<bool> = answerable
            .iter()
            .filter_map(|outcome| outcome.sentence)
            .collect();
        let within = |depth| {
            let found = |outcome: &&Outcome| outcome.rank.is_some_and(|rank| rank <= depth);
            mean(answerable.iter().map(|outcome| share(found(outcome))))
        };
        Self {
            questions: outcomes.len(),
            answerable: answerable.len(),
            recall_at_1: within(1),
            recall_at_5: within(5),
            mrr: mean(answerable.iter().map(|outcome| reciprocal(outcome.rank))),
            sentence_at_1: mean(labelled.into_iter().map(share)),
            auroc: auroc(&sure, &unsure),
            answered: mean(answerable.iter().map(|outcome| share(outcome.answered))),
            kept_at_5_false: percentile(&unsure, 0.95)
                .and_then(|floor| mean(sure.iter().map(|confidence| share(*confidence > floor)))),
            false_answers: mean(others.iter().map(|outcome| share(outcome.answered))),
        }
    }

    /// The figure of a name in [`KEYS`].
    #[must_use]
    pub fn get(&self, key: &str) -> Option<f64> {
        match key {
            "recall@1" => self.recall_at_1,
            "recall@5" => self.recall_at_5,
            "mrr" => self.mrr,
            "sentence@1" => self.sentence_at_1,
            "auroc" => self.auroc,
            "answered" => self.answered,
            "kept@5%false" => self.kept_at_5_false,
            "false_answers" => self.false_answers,
            _ => None,
        }
    }
}

fn share(yes: bool) -> f64 {
    if yes { 1.0 } else { 0.0 }
}

#[allow(
    clippy::cast_precision_loss,
    reason = "there are far fewer than 2^52 questions"
)]
fn float(count: usize) -> f64 {
    count as f64
}

fn mean(values: impl ExactSizeIterator<Item = f64>) -> Option<f64> {
    let count = values.len();
    (count > 0).then(|| values.sum::<f64>() / float(count))
}

fn reciprocal(rank: Option<usize>) -> f64 {
    rank.map_or(0.0, |rank| 1.0 / float(rank))
}

/// In ascending order.
fn confidences(outcomes: &[&Outcome]) -> Vec<f64> {
    let mut all: Vec<f64> = outcomes
        .iter()
        .map(|outcome| f64::from(outcome.confidence))
        .collect();
    all.sort_by(f64::total_cmp);
    all
}

/// By counting, for each of `sure`, how many of `unsure` are below and how many equal; both are in
/// ascending order.
fn auroc(sure: &[f64], unsure: &[f64]) -> Option<f64> {
    if unsure.is_empty() {
        return None;
    }
    let won = sure.iter().map(|confidence| {
        let below = unsure.partition_point(|other| other < confidence);
        let up_to = unsure.partition_point(|other| other <= confidence);
        f64::midpoint(float(below), float(up_to)) / float(unsure.len())
    });
    mean(won)
}

/// The value below which this share of `sorted` lies, with a straight line between neighbours, as
/// numpy's default has it.
fn percentile(sorted: &[f64], part: f64) -> Option<f64> {
    let place = part * float(sorted.len().checked_sub(1)?);
    #[allow(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "the place is between 0 and the length"
    )]
    let below = place.floor() as usize;
    let above = (below + 1).min(sorted.len() - 1);
    Some(sorted[below] + (sorted[above] - sorted[below]) * place.fract())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn outcome(answerable: bool, rank: Option<usize>, confidence: f32) -> Outcome {
        Outcome {
            answerable,
            rank,
            sentence: None,
            confidence,
            answered: confidence >= 0.5,
        }
    }

    #[test]
    fn the_figures_of_a_small_run_are_these() {
        let run = [
            outcome(true, Some(1), 0.9),
            outcome(true, Some(2), 0.6),
            outcome(true, Some(10), 0.2),
            outcome(true, None, 0.1),
            outcome(false, None, 0.6),
            outcome(false, None, 0.0),
        ];
        let metrics = Metrics::of(&run.iter().collect::<Vec<_>>());
        let check = |key: &str, expected: f64| {
            let figure = metrics.get(key).expect(key);
            assert!((figure - expected).abs() < 1e-6, "{key}: {figure}");
        };
        assert_eq!((metrics.questions, metrics.answerable), (6, 4));
        check("recall@1", 0.25);
        check("recall@5", 0.5);
        check("mrr", (1.0 + 0.5 + 0.1) / 4.0);
        check("auroc", (1.0 + 0.75 + 0.5 + 0.5) / 4.0);
        check("answered", 0.5);
        check("false_answers", 0.5);
        // The 95th percentile of 0 and 0.6 is 0.57.
        check("kept@5%false", 0.5);
        assert_eq!(metrics.get("sentence@1"), None, "no answer was labelled");
        assert_eq!(metrics.get("nonsense"), None);
    }

    #[test]
    fn nothing_to_count_is_no_figure() {
        let metrics = Metrics::of(&[]);
        assert!(KEYS.iter().all(|key| metrics.get(key).is_none()));
        let answerable = outcome(true, Some(1), 0.9);
        let metrics = Metrics::of(&[&answerable]);
        assert_eq!(metrics.recall_at_1, Some(1.0));
        assert_eq!((metrics.auroc, metrics.false_answers), (None, None));
    }

    #[test]
    fn a_percentile_lies_between_its_neighbours() {
        let check = |values: &[f64], part, expected: Option<f64>| {
            assert_eq!(percentile(values, part), expected);
        };
        check(&[], 0.95, None);
        check(&[3.0], 0.95, Some(3.0));
        check(&[1.0, 2.0, 3.0], 0.5, Some(2.0));
        check(&[1.0, 2.0], 0.5, Some(1.5));
        check(&[1.0, 2.0], 1.0, Some(2.0));
    }
}
