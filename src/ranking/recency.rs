//! *Recency*: of passages that answer equally well, the one from the newer edition comes first.
//!
//! Which edition a passage is of is told by a date, a year or a version in the headings above it, by
//! the date of its document, or by its title or file name.

use std::cmp::Ordering;

use crate::corpus::Document;
use crate::language::normalise::folded;
use crate::passage::Passage;

/// Years that documents are taken to be from.
const YEARS: std::ops::RangeInclusive<u32> = 1900..=2100;

/// When or as which version a passage was written.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Edition {
    /// Year, month and day, as far as they are told.
    Date(Vec<u32>),
    Version(Vec<u32>),
}

/// Whether the first of two passages is of a newer edition than the other; false where that cannot
/// be told. Versions are compared within one document only.
pub(super) fn is_newer(one: (&Document, &Passage), other: (&Document, &Passage)) -> bool {
    match (edition(one), edition(other)) {
        (Some(Edition::Date(one)), Some(Edition::Date(other))) => {
            one.cmp(&other) == Ordering::Greater
        }
        (Some(Edition::Version(first)), Some(Edition::Version(second))) => {
            one.0.source.document == other.0.source.document && first > second
        }
        _ => false,
    }
}

/// Whether two passages have the same place but for numbers, such as *Fees 2025 › Rent* and
/// *Fees 2026 › Rent*.
pub(super) fn is_parallel(one: (&Document, &Passage), other: (&Document, &Passage)) -> bool {
    let name = |(document, passage): (&Document, &Passage)| {
        let above = passage.headings.last().unwrap_or(&document.source.title);
        let words = folded(above);
        words
            .chars()
            .filter(|c| c.is_alphabetic())
            .collect::<String>()
    };
    name(one) == name(other)
}

fn edition((document, passage): (&Document, &Passage)) -> Option<Edition> {
    let source = &document.source;
    let headings = passage.headings.iter().rev().map(String::as_str);
    let names = [source.title.as_str(), source.document.as_str()];
    let texts: Vec<&str> = headings
        .chain(source.date.as_deref())
        .chain(names)
        .collect();
    texts
        .iter()
        .find_map(|text| date(text))
        .map(Edition::Date)
        .or_else(|| {
            texts
                .iter()
                .find_map(|text| version(text))
                .map(Edition::Version)
        })
}

/// The first date in a text that begins with its year.
fn date(text: &str) -> Option<Vec<u32>> {
    let runs: Vec<&str> = text.split(|c: char| !c.is_ascii_digit()).collect();
    let year = runs.iter().position(|run| is_year(run))?;
    let parts = runs[year + 1..]
        .iter()
        .take(2)
        .take_while(|run| run.len() == 2)
        .map_while(|run| run.parse().ok());
    Some(runs[year].parse().into_iter().chain(parts).collect())
}

fn is_year(run: &str) -> bool {
    run.len() == 4 && run.parse().is_ok_and(|year| YEARS.contains(&year))
}

/// The first version in a text: numbers with full stops between them.
fn version(text: &str) -> Option<Vec<u32>> {
    text.split(|c: char| !c.is_ascii_digit() && c != '.')
        .find_map(|word| {
            let numbers: Vec<u32> = word
                .split('.')
                .map_while(|digits| digits.parse().ok())
                .collect();
            (numbers.len() > 1).then_some(numbers)
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_and_versions_are_read() {
        for (text, expected) in [
            ("2026-04-11", Some(vec![2026, 4, 11])),
            ("notices/2026-04-bonfires.md", Some(vec![2026, 4])),
            ("Fees 2025", Some(vec![2025])),
            ("8 March 2026", Some(vec![2026])),
            ("4 août", None),
            ("Rule 2019a", Some(vec![2019])),
            ("12345", None),
        ] {
            assert_eq!(date(text), expected, "{text}");
        }
        for (text, expected) in [
            ("Version 3.3.1", Some(vec![3, 3, 1])),
            ("v2.0", Some(vec![2, 0])),
            ("Article 12", None),
            ("The end.", None),
        ] {
            assert_eq!(version(text), expected, "{text}");
        }
    }
}
