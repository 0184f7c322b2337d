//! *Features* are what stands out in a text whatever its language: numbers, dates and names.

use unicode_segmentation::UnicodeSegmentation;

use crate::language::lexicon::FOLDED;
use crate::language::normalise::folded;

/// A number in this range is taken for a year.
pub(super) const YEARS: std::ops::RangeInclusive<u32> = 1000..=2100;

/// Whether a number is in a text.
pub(super) fn has_number(text: &str) -> bool {
    text.chars().any(char::is_numeric)
}

/// Whether a year, a month or a century is named in a text.
pub(super) fn has_date(text: &str) -> bool {
    text.unicode_words().any(|word| {
        let year = word.parse().is_ok_and(|number| YEARS.contains(&number));
        let dated = word.ends_with(['年', '月', '년', '월']);
        year || dated || is_dated(&folded(word))
    })
}

/// Whether a folded word is a month or a century, and no common word of another language.
pub(super) fn is_dated(word: &str) -> bool {
    let dates = &FOLDED.dates;
    dates.months.contains(word) || dates.centuries.contains(word)
}

/// The number that a rule, an item or a section begins with.
pub(super) fn leading_number(text: &str) -> Option<&str> {
    let text = text.trim_start_matches(|c: char| !c.is_alphanumeric());
    let end = text.find(|c: char| !c.is_numeric() && c != '.')?;
    let number = text[..end].trim_end_matches('.');
    let closes = text[number.len()..].starts_with(['.', ')', ':', ' ', '\u{a0}', '、', '．']);
    (closes && !number.is_empty()).then_some(number)
}

/// How many words with a capital letter are in a text that do not begin it.
pub(super) fn capitalised(text: &str) -> usize {
    text.unicode_words()
        .skip(1)
        .filter(|word| word.starts_with(char::is_uppercase))
        .count()
}

/// Whether a number is a year or a version, and so names something by itself.
pub(super) fn is_edition(number: &str) -> bool {
    let is_version = number.matches('.').count() > 1
        || number
            .split_once('.')
            .is_some_and(|(_, rest)| rest.len() <= 2 && rest != "00");
    is_version || number.parse().is_ok_and(|number| YEARS.contains(&number))
}

/// The word that stands directly before a number: what it counts off, such as `rule` in "rule 25".
pub(super) fn word_before<'t>(text: &'t str, number: &str) -> Option<&'t str> {
    let before = &text[..text.find(number)?];
    let before = before.trim_end_matches(|c: char| !c.is_alphanumeric() && c != '§');
    let word = before.split_whitespace().next_back()?;
    (text[before.len()..].find(number)? <= 2).then_some(word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_years_months_and_centuries() {
        for (text, expected) in [
            ("d'ici 2033", true),
            ("Il est né le 3 février.", true),
            ("Am 3. Oktober war es so weit.", true),
            ("au dix-neuvième siècle", true),
            ("1998年に", true),
            ("4 800 milliards", false),
            ("le 14 mars", true),
            ("am 1. März", true),
            ("nel 3 secolo", true),
            ("im 19. Jahrhundert", true),
            ("le marché", false),
            ("à Marseille", false),
            ("they may go", false),
            ("sept. personnes", false),
            ("le 5e étage", false),
            ("", false),
        ] {
            assert_eq!(has_date(text), expected, "{text}");
        }
    }

    #[test]
    fn what_begins_with_a_number_is_known_by_it() {
        for (text, expected) in [
            ("3. Keep spoilers behind tags.", Some("3")),
            ("**4)** Nada de vender", Some("4")),
            ("1.2. Las renovaciones", Some("1.2")),
            ("12 boats", Some("12")),
            ("3rd place", None),
            ("No number", None),
            ("7", None),
        ] {
            assert_eq!(leading_number(text), expected, "{text}");
        }
    }

    #[test]
    fn years_and_versions_name_something() {
        for (number, expected) in [
            ("2024", true),
            ("3.3", true),
            ("3.3.1", true),
            ("144", false),
            ("4.800", false),
            ("25", false),
        ] {
            assert_eq!(is_edition(number), expected, "{number}");
        }
        for (text, number, expected) in [
            ("what is rule 25?", "25", Some("rule")),
            ("Article 12", "12", Some("Article")),
            ("§ 9", "9", Some("§")),
            ("25 rules", "25", None),
        ] {
            assert_eq!(word_before(text, number), expected, "{text}");
        }
    }

    #[test]
    fn the_first_word_does_not_count_as_a_name() {
        for (text, expected) in [("Il vit Paris et Rome.", 2), ("Paris", 0), ("", 0)] {
            assert_eq!(capitalised(text), expected, "{text}");
        }
    }
}
