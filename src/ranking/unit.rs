//! Which *unit* of a passage answers: which sentence, item or row.
//!
//! A unit's score is the sum of what speaks for it: how much of the question it holds together with
//! its place and context, whether it bears the number that the question names, and whether it has
//! what the question's kind asks for. `docs/retrieval.md` tells where the weights come from.

use std::collections::BTreeSet;

use super::features;
use crate::analyzer::numbers::{is_among, numbers};
use crate::corpus::{Document, Unit};
use crate::dense::Interaction;
use crate::passage::{Part, Passage, Role};
use crate::question::AnswerType;

/// Weights beside the late interaction, which has weight 1. `docs/retrieval.md` has what was tried.
const NUMBERED: f32 = 0.2;
const POSITION: f32 = -0.005;
const DATE: f32 = 0.1;
const NUMBER: f32 = 0.03;
const NAMES: f32 = 0.03;

/// At most this many units before a unit count against it: in a long table a row far down is no
/// worse than the one above it.
const MOST_BEFORE: usize = 10;

/// Sentences whose scores are at most this far apart cannot be told apart: the first of them
/// answers.
const SAME: f32 = 0.005;

/// Where the best item adds less than this to what leads in to it, the question asks for the list:
/// all items answer.
const SAME_ITEMS: f32 = 0.08;

/// More names than this count no more.
const MOST_NAMES: usize = 4;

/// What is known of a passage beside a question.
pub(super) struct PassageReading<'a> {
    pub document: &'a Document,
    pub passage: &'a Passage,
    pub units: &'a [Unit],
    pub interaction: &'a Interaction,
    /// The numbers of the question.
    pub numbers: &'a BTreeSet<String>,
    pub kind: Option<AnswerType>,
}

impl PassageReading<'_> {
    /// How much of the question stands in a unit with its place and context.
    pub(super) fn score(&self, at: usize) -> f32 {
        self.interaction
            .score(self.around(at).chain([self.segment(at)]))
    }

    /// The units that answer, in order; none where none can.
    pub(super) fn answering(&self) -> Vec<usize> {
        let able = |at: &usize| self.part(*at).role.answers();
        let able: Vec<usize> = (0..self.units.len()).filter(able).collect();
        let total = |at: usize| self.score(at) + self.of_itself(at);
        let scored = able.iter().map(|at| (*at, total(*at)));
        let first_of_best = |best: (usize, f32), next: (usize, f32)| {
            if next.1 > best.1 { next } else { best }
        };
        let Some((best, most)) = scored.reduce(first_of_best) else {
            return Vec::new();
        };
        let mut alike = able.into_iter().filter(|at| self.is_beside(*at, best));
        let gain = self.score(best) - self.interaction.score(self.around(best));
        let is_numbered = self.is_numbered(best);
        match self.part(best).role {
            Role::Item if gain < SAME_ITEMS && !is_numbered && self.is_listed(best) => {
                alike.collect()
            }
            Role::Item => self.with_children(best),
            Role::Text => alike
                .find(|at| total(*at) >= most - SAME)
                .into_iter()
                .collect(),
            _ => vec![best],
        }
    }

    /// An item and those nested in it.
    fn with_children(&self, parent: usize) -> Vec<usize> {
        let part = self.units[parent].part;
        let is_of_group = |at: &usize| *at == parent || self.part(*at).context.contains(&part);
        (0..self.units.len()).filter(is_of_group).collect()
    }

    fn part(&self, at: usize) -> &Part {
        &self.passage.parts[self.units[at].part]
    }

    /// Whether two units are alike, and stand under the same lead-in or question.
    fn is_beside(&self, at: usize, other: usize) -> bool {
        let (one, other) = (self.part(at), self.part(other));
        one.role == other.role && one.context == other.context
    }

    /// Whether something leads in to an item, or is its parent.
    fn is_listed(&self, at: usize) -> bool {
        !self.part(at).context.is_empty() || !self.passage.context.is_empty()
    }

    /// The segment of a unit: those of the place and the passage's context come before.
    fn segment(&self, at: usize) -> usize {
        1 + self.passage.context.len() + at
    }

    /// The segments of a unit's place and context.
    fn around(&self, at: usize) -> impl Iterator<Item = usize> {
        let context = &self.part(at).context;
        let within = self
            .units
            .iter()
            .enumerate()
            .filter(|(_, unit)| context.contains(&unit.part));
        (0..=self.passage.context.len()).chain(within.map(|(at, _)| self.segment(at)))
    }

    fn text(&self, at: usize) -> &str {
        &self.document.text[self.units[at].span.clone()]
    }

    /// Whether a unit, or what it stands under, begins with a number that the question names.
    fn is_numbered(&self, at: usize) -> bool {
        let context = self.document.context(self.passage, self.units[at].part);
        context
            .map(|span| &self.document.text[span])
            .chain([self.text(at)])
            .any(|text| {
                features::leading_number(text).is_some_and(|number| self.numbers.contains(number))
            })
    }

    /// What speaks for a unit whatever its words.
    #[expect(clippy::cast_precision_loss, reason = "a passage has few units")]
    fn of_itself(&self, at: usize) -> f32 {
        let text = self.text(at);
        let has = |clue: bool| f32::from(u8::from(clue));
        let asked_for = match self.kind {
            Some(AnswerType::When) => DATE * has(features::has_date(text)),
            Some(AnswerType::HowMany) => NUMBER * has(features::has_number(text)),
            Some(AnswerType::Who) => {
                let names = features::capitalised(text).min(MOST_NAMES);
                NAMES * names as f32 / MOST_NAMES as f32
            }
            Some(AnswerType::Where) | None => 0.0,
        };
        let numbered = NUMBERED * has(self.is_numbered(at));
        let own = numbers(text);
        let named = self.numbers.iter().filter(|number| is_among(number, &own));
        let named = NUMBERED / 2.0 * named.count() as f32;
        POSITION * at.min(MOST_BEFORE) as f32 + numbered.max(named) + asked_for
    }
}
