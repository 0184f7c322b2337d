//! *Numbers* as they are written: counts, years, dates and versions.

use std::collections::BTreeSet;

use unicode_normalization::UnicodeNormalization;

/// The numbers in a text.
#[must_use]
pub fn numbers(text: &str) -> BTreeSet<String> {
    let text: String = text.nfkc().collect();
    text.split(|c: char| !c.is_numeric() && !is_inside_number(c))
        .map(|run| run.trim_matches(is_inside_number))
        .filter(|number| !number.is_empty())
        .map(str::to_owned)
        .collect()
}

/// Whether a number is among others, by itself or as the beginning of a date or a version.
#[must_use]
pub fn is_among(number: &str, others: &BTreeSet<String>) -> bool {
    let after = others.range(number.to_owned()..);
    after
        .map_while(|other| other.strip_prefix(number))
        .any(|rest| rest.is_empty() || rest.starts_with(is_inside_number))
}

fn is_inside_number(c: char) -> bool {
    matches!(c, '.' | ',' | ':' | '/' | '-')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_counts_years_dates_and_versions() {
        for (text, expected) in [
            (
                "What was fixed in 3.3.1, and in 2026?",
                vec!["2026", "3.3.1"],
            ),
            ("rule 25", vec!["25"]),
            ("１２月 3:30", vec!["12", "3:30"]),
            ("v2.1.", vec!["2.1"]),
            ("none", vec![]),
        ] {
            let found: Vec<String> = numbers(text).into_iter().collect();
            assert_eq!(found, expected, "{text}");
        }
    }

    #[test]
    fn a_number_stands_alone_or_begins_a_date_or_version() {
        for (number, text, expected) in [
            ("2025", "2025-10-05", true),
            ("1.8", "1.8.2 (2025-10-05)", true),
            ("1.8", "11.8", false),
            ("25", "2025", false),
            ("3", "Rule 3.", true),
        ] {
            assert_eq!(
                is_among(number, &numbers(text)),
                expected,
                "{number} in {text}"
            );
        }
    }
}
