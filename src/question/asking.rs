//! Whether a text *asks*: a title may be a question or tell something.

use super::answer_type;
use crate::language::lexicon::{SPACED, UNSPACED};
use crate::language::normalise::composed;
use crate::language::scripts::QUESTION_MARKS;

/// Whether a text is a question. It is one with a question mark behind a word, with the beginning
/// of a question, or, in scripts without blanks, with a word or an ending that asks.
#[must_use]
pub fn asks(text: &str) -> bool {
    let text = composed(text.trim()).to_lowercase();
    let marked = text.split_whitespace().any(|word| {
        word.trim_end_matches(['!', ')', '"', '»', '”'])
            .ends_with(QUESTION_MARKS)
    });
    marked
        || text.contains('？')
        || ends(&text)
        || UNSPACED
            .questions
            .openers
            .iter()
            .any(|part| text.contains(part))
        || answer_type::in_unspaced(&text).is_some()
        || begins(&answer_type::words(&text))
}

/// Whether a text ends as a question does in a script whose questions often have no mark.
pub(super) fn ends(text: &str) -> bool {
    UNSPACED
        .questions
        .endings
        .iter()
        .any(|ending| text.ends_with(ending))
}

/// Whether a text begins as a question does.
pub(super) fn opens(text: &str) -> bool {
    // Only the first words tell how a question begins.
    let start = text
        .split_whitespace()
        .take(8)
        .collect::<Vec<_>>()
        .join(" ");
    begins(&answer_type::words(&start.to_lowercase()))
}

fn begins(words: &[&str]) -> bool {
    let openers = &SPACED.questions.openers;
    let opens = |words: &[&str]| {
        let two = words.get(..2).map(|two| two.join(" "));
        answer_type::at_start(words).is_some()
            || words.first().is_some_and(|word| openers.contains(word))
            || two.is_some_and(|two| openers.contains(&two))
    };
    match words {
        [before, rest @ ..] if SPACED.questions.prepositions.contains(before) => {
            opens(words) || opens(rest)
        }
        _ => opens(words),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn questions_are_told_from_titles() {
        for (text, expected) in [
            ("Qui a lancé l'organisation ?", true),
            ("qui a lancé l'organisation", true),
            ("Pourquoi Pékin a lancé cela", true),
            ("En quelle année", true),
            ("À quoi sert le plan", true),
            ("Qu'est-ce que le plan", true),
            ("Est-ce sûr", true),
            ("What the US plan says", true),
            ("By whom was it launched", true),
            ("Is it safe?", true),
            ("Safe? I wonder.", true),
            ("¿Por qué lo lanzó", true),
            ("Warum gibt es den Plan", true),
            ("누가 그 기구를 출범시켰나요", true),
            ("为什么中国提出这个计划", true),
            ("誰が始めた", true),
            ("これは安全ですか", true),
            ("J'ai lu que Pékin a lancé une organisation", false),
            ("Chinese AI strategy and the organisation", false),
            ("AI in China", false),
            ("La Chine, qui a lancé une organisation", false),
            ("Ceux qui lancent", false),
            ("People who launched it", false),
            ("Come mai Pechino lo fa", true),
            ("Come join our server", false),
            ("Le plan américain", false),
            ("Île-de-France", false),
            ("https://example.org/?a=b", false),
            ("안녕하세요", false),
            ("", false),
        ] {
            assert_eq!(asks(text), expected, "{text}");
        }
    }
}
