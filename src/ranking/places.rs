//! Several *places* that answer a question equally well: two editions, two platforms, two documents.
//!
//! Each is told by what it has in its title, headings and date that the others do not.

use std::collections::HashSet;

use super::recency;
use crate::answer::{Fingerprint, Place};
use crate::corpus::Document;
use crate::passage::Passage;

/// How far the score of a section of the same name, such as *Mage › Health* and *Ranger › Health*, may be
/// below the first one's. What is named otherwise answers something else, however near its score is:
/// of 50 such passages on the development set two were right.
const PARALLEL: f32 = 0.1;

/// At most this many places are named: a longer list does not help to choose.
const MOST: usize = 5;

/// A passage with how well it answers.
#[derive(Clone, Copy)]
pub(super) struct PlaceCandidate<'a> {
    pub document: &'a Document,
    pub passage: &'a Passage,
    pub score: f32,
    /// How much of the question's words it holds.
    pub coverage: f32,
    /// How many of the question's numbers it lacks.
    pub numbers_missed: f32,
}

/// The places that answer as well as the first one, which is among them; empty where no other does.
pub(super) fn places<'a>(
    first: PlaceCandidate<'a>,
    others: impl Iterator<Item = PlaceCandidate<'a>>,
) -> Vec<Place> {
    let mut told: HashSet<Vec<&str>> = HashSet::from([parts(first)]);
    let others =
        others.filter(|other| answers_as_well(other, &first) && told.insert(parts(*other)));
    let all: Vec<PlaceCandidate> = std::iter::once(first).chain(others).take(MOST).collect();
    if all.len() < 2 {
        return Vec::new();
    }
    distinctions(&all)
        .into_iter()
        .zip(&all)
        .map(|(distinction, candidate)| place(*candidate, distinction))
        .collect()
}

fn answers_as_well(other: &PlaceCandidate, first: &PlaceCandidate) -> bool {
    let (one, two) = (
        (other.document, other.passage),
        (first.document, first.passage),
    );
    recency::is_parallel(one, two)
        && other.score >= first.score - PARALLEL
        && other.coverage >= first.coverage
        && other.numbers_missed <= first.numbers_missed
}

/// What a place is told by: title, headings and date.
fn parts(candidate: PlaceCandidate<'_>) -> Vec<&str> {
    let source = &candidate.document.source;
    let headings = candidate
        .passage
        .headings
        .iter()
        .filter(|heading| **heading != source.title);
    std::iter::once(&source.title)
        .chain(headings)
        .chain(&source.date)
        .map(String::as_str)
        .collect()
}

/// For each place the parts that not all have, or its last; with the file where that tells none apart.
fn distinctions(all: &[PlaceCandidate]) -> Vec<String> {
    let parts: Vec<Vec<&str>> = all.iter().map(|candidate| parts(*candidate)).collect();
    let is_shared = |part: &&str| parts.iter().all(|other| other.contains(part));
    let told: Vec<String> = parts
        .iter()
        .map(|own| {
            let own_only: Vec<&str> = own
                .iter()
                .copied()
                .filter(|part| !is_shared(part))
                .collect();
            if own_only.is_empty() {
                own.last().copied().unwrap_or_default().to_owned()
            } else {
                own_only.join(" \u{203a} ")
            }
        })
        .collect();
    let is_alone = |text: &String| told.iter().filter(|other| *other == text).count() == 1;
    told.iter()
        .zip(all)
        .map(|(text, candidate)| {
            if is_alone(text) {
                text.clone()
            } else {
                format!("{text} ({})", candidate.document.source.document)
            }
        })
        .collect()
}

fn place(candidate: PlaceCandidate, distinction: String) -> Place {
    let PlaceCandidate {
        document, passage, ..
    } = candidate;
    Place {
        document: document.source.document.clone(),
        paragraph: passage.paragraph,
        line: passage.line,
        fingerprint: Fingerprint::of(document.slice(passage)),
        distinction,
    }
}
