//! *Clues* are what stands out in a text whatever its language: numbers, dates and names.

use unicode_segmentation::UnicodeSegmentation;

use crate::analyzer::folded;
use crate::language::scripts::{is_hangul, is_unspaced};

/// Years that are taken for one.
const YEARS: std::ops::RangeInclusive<u32> = 1000..=2100;

/// Months and centuries, folded, in languages that write them as words. Left out is what is a common
/// word of another language, such as the English `may` or the Portuguese `março` without its mark.
const DATED: [&str; 8] = [
    "january february march april june july august september october november december century \
     centuries",
    "janvier fevrier mars avril juin juillet aout septembre octobre novembre decembre janv fevr \
     juil siecle siecles",
    "januar janner februar marz maerz juni juli oktober dezember jahrhundert jahrhunderts \
     jahrhunderte jahrhunderten",
    "enero febrero marzo abril junio julio agosto septiembre setiembre octubre noviembre \
     diciembre siglo siglos",
    "gennaio febbraio aprile maggio giugno luglio settembre ottobre dicembre secolo secoli",
    "janeiro fevereiro maio junho julho setembro outubro novembro dezembro seculo seculos",
    "januari februari maart augustus eeuw eeuwen",
    "augusti marts desember arhundrade arhundradet arhundre",
];

/// The longest ending by which two forms of a name may differ, in characters.
const ENDING: usize = 2;

/// The shortest name; shorter words with a capital are mostly none.
const NAME_CHARS: usize = 3;

/// The shortest beginning by which a name is found again, unless it is all of the name.
const STEM_CHARS: usize = 4;

/// Whether a number is in a text.
pub(super) fn has_number(text: &str) -> bool {
    text.chars().any(char::is_numeric)
}

/// Whether a year, a month or a century is named in a text.
pub(super) fn has_date(text: &str) -> bool {
    text.unicode_words().any(|word| {
        let year = word.parse().is_ok_and(|number| YEARS.contains(&number));
        let dated = word.ends_with(['年', '月', '년', '월']);
        year || dated || {
            let word = folded(word);
            let mut dated = DATED.iter().flat_map(|words| words.split(' '));
            dated.any(|dated| dated == word)
        }
    })
}

/// How many words with a capital letter are in a text that do not begin it.
pub(super) fn capitalised(text: &str) -> usize {
    let words = text.unicode_words().skip(1);
    words
        .filter(|word| word.starts_with(char::is_uppercase))
        .count()
}

/// The names and numbers in a question: what it cannot be answered without, in whatever language.
pub(super) fn names(question: &str) -> Vec<&str> {
    let unspaced = question.chars().any(has_no_capitals);
    let words = question.unicode_words().enumerate();
    let names = words.filter(|(place, word)| {
        let long = word.chars().count() >= NAME_CHARS;
        let latin = word.chars().all(|c| c.is_ascii_alphanumeric());
        has_number(word)
            || (unspaced && latin && long)
            || (!unspaced && *place > 0 && long && word.starts_with(char::is_uppercase))
    });
    names.map(|(_, word)| word).collect()
}

/// Whether a folded name stands in a folded text as a word, perhaps with another ending.
pub(super) fn is_in(name: &str, folded_text: &str) -> bool {
    let mut words = folded_text.unicode_words();
    words.any(|word| {
        let alike = name.chars().zip(word.chars()).take_while(|(a, b)| a == b);
        let bytes: usize = alike.clone().map(|(c, _)| c.len_utf8()).sum();
        let endings = [&name[bytes..], &word[bytes..]];
        (endings[0].is_empty() || alike.count() >= STEM_CHARS)
            && endings.into_iter().all(|ending| {
                !has_number(ending)
                    && ending.chars().take_while(|c| !has_no_capitals(*c)).count() <= ENDING
            })
    })
}

/// Letters of the scripts that put no capitals, and mostly no blanks, before names, as they are and
/// as folding divides them.
fn has_no_capitals(c: char) -> bool {
    is_unspaced(c) || is_hangul(c)
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
    fn names_are_what_has_a_capital_or_a_digit() {
        for (question, expected) in [
            ("What is the capital of Australia?", vec!["Australia"]),
            ("Who won in 1998?", vec!["1998"]),
            ("Qui est Li Qiang ?", vec!["Qiang"]),
            ("what the us plan says", vec![]),
            ("OpenAI는 무엇입니까?", vec![]),
            ("什么是 OpenAI", vec!["OpenAI"]),
            ("Wien", vec![]),
        ] {
            assert_eq!(names(question), expected, "{question}");
        }
    }

    #[test]
    fn a_name_is_found_in_another_form() {
        let text = "Près de Châteauneuf et en Australie, Ali a vu 20337 puces 5G, OpenAI는 1990s";
        for (name, expected) in [
            ("Australia", true),
            ("Austria", false),
            ("Châteauneuf", true),
            ("Norway", false),
            ("Alistair", false),
            ("Ali", true),
            ("2033", false),
            ("1990", true),
            ("5g", true),
            ("5", true),
            ("OpenAI", true),
            ("Ope", false),
        ] {
            assert_eq!(is_in(&folded(name), &folded(text)), expected, "{name}");
        }
    }

    #[test]
    fn the_first_word_does_not_count_as_a_name() {
        for (text, expected) in [("Il vit Paris et Rome.", 2), ("Paris", 0), ("", 0)] {
            assert_eq!(capitalised(text), expected, "{text}");
        }
    }
}
