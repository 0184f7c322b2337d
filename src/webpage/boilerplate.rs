//! *Boilerplate* is what a web page says about itself: reading time, the labels of its buttons.
//!
//! It comes along when a page is pasted raw. Only whole lines are boilerplate, and only when every
//! word of the line is known here, so that no sentence of an article is ever taken for it.

use crate::language::lexicon::ANY;
use crate::language::normalise::composed;

/// Whether a line is boilerplate: a reading time, or a label with perhaps a number.
pub(crate) fn is_boilerplate(line: &str) -> bool {
    is_reading_time(line) || is_label(line)
}

/// Whether a line says how long reading takes, and nothing else ("3 min de lecture").
pub(crate) fn is_reading_time(line: &str) -> bool {
    if line.len() > 80 {
        return false;
    }
    let line = composed(line).to_lowercase();
    let web = &ANY.web;
    let (mut numbers, mut minutes, mut reading) = (0, 0, 0);
    for word in words(&line) {
        if word.starts_with(|c: char| c.is_numeric()) {
            numbers += 1;
        } else if web.minutes.contains(word) {
            minutes += 1;
        } else if web.reading.contains(word) {
            reading += 1;
        } else if !web.beside_reading.contains(word) {
            return false;
        }
    }
    let is_sentence = line.ends_with(['.', '。']) && !line.ends_with("min.");
    numbers > 0 && minutes == 1 && reading > 0 && !is_sentence
}

/// Whether a word may stand in a reading time.
pub(crate) fn is_time_word(word: &str) -> bool {
    let web = &ANY.web;
    [&web.reading, &web.minutes, &web.beside_reading]
        .iter()
        .any(|words| words.contains(word))
}

/// Whether a line is only the label of a button or a box, such as "Comments (12)".
fn is_label(line: &str) -> bool {
    let is_mark = |c: char| !c.is_alphanumeric();
    let label = line.trim_matches(|c: char| is_mark(c) || c.is_numeric());
    let rest = line.trim_end_matches(|c: char| is_mark(c) || c.is_numeric());
    let ends_as_sentence = line[rest.len()..].contains(['.', '?', '。']);
    let label = composed(label).to_lowercase().replace('’', "'");
    !ends_as_sentence && ANY.web.labels.contains(&label)
}

/// The words of a line, with a number apart from the letters that touch it ("3분" is two words).
pub(crate) fn words(line: &str) -> impl Iterator<Item = &str> {
    let mut rest = line;
    std::iter::from_fn(move || {
        rest = rest.trim_start_matches(|c: char| !c.is_alphanumeric());
        let is_number = rest.chars().next()?.is_numeric();
        let ends = |c: char| !c.is_alphanumeric() || c.is_numeric() != is_number;
        let (word, after) = rest.split_at(rest.find(ends).unwrap_or(rest.len()));
        rest = after;
        Some(word)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whole_lines_are_boilerplate() {
        let check = |line: &str, expected: bool| {
            assert_eq!(is_boilerplate(line), expected, "{line:?}");
        };
        for line in [
            "3 min de lecture",
            "- 3 min de lecture",
            "5 min read",
            "5-minute read",
            "Reading time: 4 minutes",
            "Temps de lecture estimé : 12 min",
            "Lesezeit: 3 Minuten",
            "Lettura: 2 min",
            "4 minutos de lectura",
            "3분 읽기",
            "읽는 시간 3분",
            "阅读 3 分钟",
            "댓글",
            "댓글 3",
            "Comments (12)",
            "· Share ·",
            "Lire la suite →",
            "J’aime",
        ] {
            check(line, true);
        }
        for line in [
            "",
            "3",
            "He read for 3 minutes.",
            "La lecture dure 3 minutes",
            "Reading time",
            "3 min",
            "Share the wealth",
            "Share?",
            "Comments are free, facts are sacred",
            "Publicité : un marché de 3 milliards",
        ] {
            check(line, false);
        }
    }
}
