//! *Metrics*: the figures by which one way of answering is compared with another.

use serde::ser::{Serialize, SerializeMap, Serializer};

use super::{LabelKind, Outcome};

/// A figure: its name, and how it is made of the outcomes. Shares are 0 to 1.
#[derive(Debug)]
pub struct Metric {
    /// Its name, as in JSON.
    pub key: &'static str,
    /// Which way it gets better.
    pub better: Better,
    /// Whether it is between 0 and 1.
    pub is_share: bool,
    of: fn(&Run<'_>) -> Option<f64>,
}

/// Which way a figure gets better.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Better {
    /// The higher it is, so that it can have a floor.
    Higher,
    /// The lower it is, so that it can have a ceiling.
    Lower,
}

/// The figures of questions that are labelled by paragraph.
pub(super) static BY_PARAGRAPH: [Metric; 8] = [
    // Of the answerable, the share whose first passage is relevant.
    higher("recall@1", |run| run.within(1)),
    // Of the answerable, the share with a relevant passage among the first five.
    higher("recall@5", |run| run.within(5)),
    // Mean reciprocal rank: the mean of 1 / rank of the first relevant passage, 0 where there is
    // none (Voorhees, TREC-8, 1999).
    higher("mrr", |run| {
        let ranks = run.answerable.iter().map(|outcome| outcome.rank);
        mean(ranks.map(|rank| rank.map_or(0.0, |rank| 1.0 / float(rank))))
    }),
    // Of the answerable with a labelled answer, the share whose first passage is relevant and whose
    // highlighted sentence holds that answer.
    higher("sentence@1", |run| run.known(|outcome| outcome.bold)),
    // The chance that an answerable question has more confidence than one that is not.
    higher("auroc", |run| auroc(&run.answerable, &run.others)),
    // Of the answerable, the share with the verdict `answered`.
    higher("answered", |run| {
        share(&run.answerable, |outcome| outcome.answered)
    }),
    // Of the answerable, the share whose confidence is above the 95th percentile of the others.
    higher("kept@5%false", |run| {
        let floor = percentile(&confidences(&run.others), 0.95)?;
        share(&run.answerable, |outcome| {
            f64::from(outcome.confidence) > floor
        })
    }),
    // Of the others, the share with the verdict `answered`.
    lower("false_answers", |run| {
        share(&run.others, |outcome| outcome.answered)
    }),
];

/// The figures of questions that are labelled by text.
pub(super) static BY_TEXT: [Metric; 11] = [
    // Of the answerable, the share whose first quote is right, or one of the first three.
    higher("quote@1", |run| run.within(1)),
    higher("quote@3", |run| run.within(3)),
    // Of those with `also`, the share whose first quote is right and holds that too.
    higher("also@1", |run| run.known(|outcome| outcome.also)),
    // Of the answerable, the share whose first quote is right, and a part in bold holds the labelled
    // words or lies within them.
    higher("bold@1", |run| run.known(|outcome| outcome.bold)),
    // Of the answerable, the shares with the verdict `answered` whose first quote is right, and
    // whose is wrong.
    higher("answered", |run| {
        share(&run.answerable, |outcome| {
            outcome.answered && outcome.rank == Some(1)
        })
    }),
    lower("wrong", |run| {
        share(&run.answerable, |outcome| {
            outcome.answered && outcome.rank != Some(1)
        })
    }),
    // Of the questions on the subject and on others, the shares with the verdict `answered`.
    lower("false-on", |run| {
        share(&run.on_topic, |outcome| outcome.answered)
    }),
    lower("false-off", |run| {
        share(&run.off_topic, |outcome| outcome.answered)
    }),
    // The chance that an answerable question has more confidence than one of these.
    higher("auroc-on", |run| auroc(&run.answerable, &run.on_topic)),
    higher("auroc-off", |run| auroc(&run.answerable, &run.off_topic)),
    // The letters of the first quote of the answerable, the median.
    Metric {
        is_share: false,
        ..lower("length", |run| {
            let lengths = run.answerable.iter().filter_map(|outcome| outcome.length);
            let mut lengths: Vec<f64> = lengths.map(float).collect();
            lengths.sort_by(f64::total_cmp);
            percentile(&lengths, 0.5)
        })
    },
];

const fn higher(key: &'static str, of: fn(&Run<'_>) -> Option<f64>) -> Metric {
    Metric {
        key,
        better: Better::Higher,
        is_share: true,
        of,
    }
}

const fn lower(key: &'static str, of: fn(&Run<'_>) -> Option<f64>) -> Metric {
    Metric {
        better: Better::Lower,
        ..higher(key, of)
    }
}

impl Metric {
    /// The first metric of this name.
    #[must_use]
    pub fn named(key: &str) -> Option<&'static Self> {
        Self::all().find(|metric| metric.key == key)
    }

    /// All metrics; a name that both ways of labelling give is among them twice.
    pub fn all() -> impl Iterator<Item = &'static Self> {
        const ALL: [&[Metric]; 2] = [&BY_PARAGRAPH, &BY_TEXT];
        ALL.into_iter().flatten()
    }
}

/// The figures of a group of questions.
#[derive(Debug, Clone, PartialEq)]
pub struct Figures {
    /// How many questions there are.
    pub questions: usize,
    /// How many of them something in the folder answers.
    pub answerable: usize,
    /// In the order of the metrics; `None` where there is nothing to count.
    values: Vec<(&'static str, Option<f64>)>,
}

impl Figures {
    pub(super) fn of(metrics: &[Metric], outcomes: &[&Outcome]) -> Self {
        let run = Run::of(outcomes);
        let values = metrics
            .iter()
            .map(|metric| (metric.key, (metric.of)(&run)))
            .collect();
        Self {
            questions: outcomes.len(),
            answerable: run.answerable.len(),
            values,
        }
    }

    /// The figure of this name.
    #[must_use]
    pub fn get(&self, key: &str) -> Option<f64> {
        self.values.iter().find(|(name, _)| *name == key)?.1
    }
}

/// One object, with the figures by their names.
impl Serialize for Figures {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(2 + self.values.len()))?;
        map.serialize_entry("questions", &self.questions)?;
        map.serialize_entry("answerable", &self.answerable)?;
        for (key, value) in &self.values {
            map.serialize_entry(key, value)?;
        }
        map.end()
    }
}

/// The outcomes by kind of question.
struct Run<'a> {
    answerable: Vec<&'a Outcome>,
    on_topic: Vec<&'a Outcome>,
    off_topic: Vec<&'a Outcome>,
    /// All that are not answerable.
    others: Vec<&'a Outcome>,
}

impl<'a> Run<'a> {
    fn of(outcomes: &[&'a Outcome]) -> Self {
        let (answerable, others): (Vec<&Outcome>, Vec<&Outcome>) = outcomes
            .iter()
            .partition(|outcome| outcome.kind == LabelKind::Answerable);
        let of_kind = |kind| {
            others
                .iter()
                .filter(|outcome| outcome.kind == kind)
                .copied()
                .collect()
        };
        Self {
            on_topic: of_kind(LabelKind::OnTopic),
            off_topic: of_kind(LabelKind::OffTopic),
            answerable,
            others,
        }
    }

    /// Of the answerable, the share with a right quote among the first `depth`.
    fn within(&self, depth: usize) -> Option<f64> {
        share(&self.answerable, |outcome| {
            outcome.rank.is_some_and(|rank| rank <= depth)
        })
    }

    /// Of the answerable of which that is known, the share of which it is so.
    fn known(&self, is_so: impl Fn(&Outcome) -> Option<bool>) -> Option<f64> {
        let known: Vec<&Outcome> = self
            .answerable
            .iter()
            .copied()
            .filter(|outcome| is_so(outcome).is_some())
            .collect();
        share(&known, |outcome| is_so(outcome) == Some(true))
    }
}

fn share(outcomes: &[&Outcome], is_so: impl Fn(&Outcome) -> bool) -> Option<f64> {
    let all = outcomes.len();
    let count = outcomes.iter().filter(|outcome| is_so(outcome)).count();
    (all > 0).then(|| float(count) / float(all))
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

/// In ascending order.
fn confidences(outcomes: &[&Outcome]) -> Vec<f64> {
    let mut all: Vec<f64> = outcomes
        .iter()
        .map(|outcome| f64::from(outcome.confidence))
        .collect();
    all.sort_by(f64::total_cmp);
    all
}

/// The area under the ROC curve: the chance that one of `sure` has more confidence than one of
/// `unsure`, equal confidences counted half.
fn auroc(sure: &[&Outcome], unsure: &[&Outcome]) -> Option<f64> {
    let (sure, unsure) = (confidences(sure), confidences(unsure));
    let pairs = sure.len() * unsure.len();
    let won = sure.iter().map(|confidence| {
        let below = unsure.partition_point(|other| other < confidence);
        let up_to = unsure.partition_point(|other| other <= confidence);
        f64::midpoint(float(below), float(up_to))
    });
    (pairs > 0).then(|| won.sum::<f64>() / float(pairs))
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

    fn outcome(kind: LabelKind, rank: Option<usize>, confidence: f32) -> Outcome {
        Outcome {
            kind,
            rank,
            bold: None,
            also: None,
            span: None,
            length: None,
            confidence,
            answered: confidence >= 0.5,
        }
    }

    #[track_caller]
    fn check(metrics: &[Metric], run: &[Outcome], expected: &[(&str, f64)]) {
        let figures = Figures::of(metrics, &run.iter().collect::<Vec<_>>());
        for (key, expected) in expected {
            let figure = figures.get(key).expect(key);
            assert!((figure - expected).abs() < 1e-6, "{key}: {figure}");
        }
        let known = metrics
            .iter()
            .filter(|metric| figures.get(metric.key).is_some());
        assert_eq!(known.count(), expected.len());
        assert_eq!(figures.get("nonsense"), None);
    }

    #[test]
    fn the_figures_of_labels_by_paragraph_are_these() {
        let run = [
            outcome(LabelKind::Answerable, Some(1), 0.9),
            outcome(LabelKind::Answerable, Some(2), 0.6),
            outcome(LabelKind::Answerable, Some(10), 0.2),
            outcome(LabelKind::Answerable, None, 0.1),
            outcome(LabelKind::Unanswerable, None, 0.6),
            outcome(LabelKind::Unanswerable, None, 0.0),
        ];
        let expected = [
            ("recall@1", 0.25),
            ("recall@5", 0.5),
            ("mrr", (1.0 + 0.5 + 0.1) / 4.0),
            ("auroc", (1.0 + 0.75 + 0.5 + 0.5) / 4.0),
            ("answered", 0.5),
            ("false_answers", 0.5),
            // The 95th percentile of 0 and 0.6 is 0.57.
            ("kept@5%false", 0.5),
        ];
        check(&BY_PARAGRAPH, &run, &expected);
    }

    #[test]
    fn the_figures_of_labels_by_text_are_these() {
        let answerable = |rank, bold, also, length, confidence| Outcome {
            bold: Some(bold),
            also,
            length,
            ..outcome(LabelKind::Answerable, rank, confidence)
        };
        let run = [
            answerable(Some(1), true, Some(true), Some(100), 0.9),
            answerable(Some(1), false, Some(false), Some(40), 0.4),
            answerable(Some(3), false, None, Some(41), 0.7),
            answerable(None, false, None, None, 0.0),
            outcome(LabelKind::OnTopic, None, 0.7),
            outcome(LabelKind::OffTopic, None, 0.4),
            outcome(LabelKind::OffTopic, None, 0.0),
        ];
        let expected = [
            ("quote@1", 0.5),
            ("quote@3", 0.75),
            ("also@1", 0.5),
            ("bold@1", 0.25),
            ("answered", 0.25),
            ("wrong", 0.25),
            ("false-on", 1.0),
            ("false-off", 0.0),
            ("auroc-on", (1.0 + 0.0 + 0.5 + 0.0) / 4.0),
            ("auroc-off", (2.0 + 1.5 + 2.0 + 0.5) / 8.0),
            ("length", 41.0),
        ];
        check(&BY_TEXT, &run, &expected);
    }

    #[test]
    fn nothing_to_count_is_no_figure() {
        check(&BY_PARAGRAPH, &[], &[]);
        check(&BY_TEXT, &[], &[]);
        let one = [outcome(LabelKind::Answerable, Some(1), 0.9)];
        let expected = [
            ("recall@1", 1.0),
            ("recall@5", 1.0),
            ("mrr", 1.0),
            ("answered", 1.0),
        ];
        check(&BY_PARAGRAPH, &one, &expected);
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
