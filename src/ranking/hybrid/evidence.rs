//! The *evidence* for the first passage: what its confidence rests on.

use super::{Candidate, HybridRanking, Scored, as_float, best_first};
use crate::corpus::Corpus;
use crate::index::{Index, Query};
use crate::question::gibberish;
use crate::ranking::confidence::Evidence;
use crate::ranking::dedup::dedup;
use crate::ranking::features;
use crate::ranking::lacking::lacks;

/// A passage's nearness is judged beside the mean of this many next ones.
const OTHERS: usize = 10;

/// The most that a lead over the second passage, and over the third, counts. Without a limit
/// questions that two paragraphs answer alike would seem unanswered.
const MOST_LEAD: f32 = 0.1;
const MOST_LEAD_THIRD: f32 = 0.15;

/// The lead where there is no such passage.
const LONE_LEAD: f32 = 0.1;

/// More unknown numbers than this count no more.
const MOST_UNKNOWN: f32 = 3.0;

impl HybridRanking<'_> {
    /// What speaks for and against the first candidate. `others` is the mean nearness of the next
    /// ones; the numbers are those of [`unknown`].
    pub(super) fn gather(
        &self,
        question: &str,
        query: &Query,
        first: &Candidate,
        others: f32,
        [numbers_unknown, named_unknown]: [f32; 2],
    ) -> Evidence {
        let rivals: Vec<f32> = self
            .candidates
            .iter()
            .skip(1)
            .filter(|rival| !rival.is_beside(first))
            .take(2)
            .map(Candidate::score)
            .collect();
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
        // A question in no language that can be told, without a known word, may be no words at all.
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

/// The mean nearness of the nearest passages that say something else than the first.
pub(super) fn others(corpus: &Corpus, all: Vec<Scored>, first: Scored) -> f32 {
    let nearest = best_first(all, |place| place.nearness);
    let all = std::iter::once(first).chain(nearest);
    let nearness: Vec<f32> = dedup(corpus, all, |place| place.id)
        .skip(1)
        .take(OTHERS)
        .map(|other| other.nearness)
        .collect();
    nearness.iter().sum::<f32>() / as_float(nearness.len().max(1))
}

fn flag(holds: bool) -> f32 {
    f32::from(u8::from(holds))
}
