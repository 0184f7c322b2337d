//! The *evidence* for the first passage: what its confidence rests on.

use super::{Candidate, Ranked, Scored, as_float, best_first};
use crate::corpus::Corpus;
use crate::index::{Index, Query};
use crate::question::gibberish;
use crate::ranking::confidence::Evidence;
use crate::ranking::dedup::dedup;
use crate::ranking::features;
use crate::ranking::lacking::lacks;

/// The nearest of other texts, by which a passage's nearness is judged.
const OTHERS: usize = 10;

/// A larger lead over the second passage, or over the third, tells no more.
const MOST_LEAD: f32 = 0.1;
const MOST_LEAD_THIRD: f32 = 0.15;

/// What counts as the lead where there is no such passage.
const LONE_LEAD: f32 = 0.1;

/// Unknown numbers beyond these tell no more.
const MOST_UNKNOWN: f32 = 3.0;

impl Ranked<'_> {
    /// What speaks for and against the first candidate; `others` is the mean nearness of the nearest
    /// others, and of the question's numbers so many stand nowhere, and do or do not name something.
    pub(super) fn gather(
        &self,
        question: &str,
        query: &Query,
        first: &Candidate,
        others: f32,
        [numbers_unknown, named_unknown]: [f32; 2],
    ) -> Evidence {
        let rivals = self
            .candidates
            .iter()
            .skip(1)
            .filter(|it| !it.is_beside(first));
        let rivals: Vec<f32> = rivals.take(2).map(Candidate::score).collect();
        let lead = |over: usize| {
            let rival = rivals.get(over);
            rival.map_or(LONE_LEAD, |rival| first.score() - rival)
        };
        let language = first.document.language;
        let asked_in = query.language();
        let is_same = asked_in == Some(language);
        let unknown = if is_same {
            query.unknown(language)
        } else {
            0.0
        };
        // What is in no language is no word.
        let is_noise = asked_in.is_none() && !query.all_terms().any(|term| term.known);
        let nothing_known = unknown >= 1.0 || is_noise && gibberish(question);
        Evidence {
            interaction: first.interaction.whole(),
            lead: lead(0).clamp(0.0, MOST_LEAD),
            lead_third: lead(1).clamp(0.0, MOST_LEAD_THIRD),
            nearness: first.place.nearness,
            others,
            coverage: first.place.coverage,
            same: flag(is_same),
            same_unknown: unknown,
            numbers_missed: first.numbers_missed,
            numbers_unknown,
            named_unknown,
            nothing_known: flag(nothing_known),
            missing: flag(!self.missing.is_empty()),
            lacking: flag(lacks(question, self.kind, first.document, first.passage)),
        }
    }
}

/// How many numbers of a question stand nowhere, and whether one of these names something (1 or 0).
pub(super) fn unknown<'n>(
    index: &Index,
    question: &str,
    numbers: impl Iterator<Item = &'n String>,
) -> [f32; 2] {
    let numbers: Vec<&String> = numbers.collect();
    let names = numbers.iter().any(|number| {
        let before = features::word_before(question, number);
        features::is_edition(number) || before.is_some_and(|word| index.knows(word))
    });
    [as_float(numbers.len()).min(MOST_UNKNOWN), flag(names)]
}

/// How near the nearest passages lie that say something else than the first, in the mean.
pub(super) fn others(corpus: &Corpus, all: Vec<Scored>, first: Scored) -> f32 {
    let nearest = best_first(all, |place| place.nearness);
    let all = std::iter::once(first).chain(nearest);
    let others = dedup(corpus, all, |place| place.id).skip(1);
    let nearness: Vec<f32> = others.take(OTHERS).map(|other| other.nearness).collect();
    nearness.iter().sum::<f32>() / as_float(nearness.len().max(1))
}

fn flag(holds: bool) -> f32 {
    f32::from(u8::from(holds))
}
