//! Whether a text *asks*: a title may be a question or tell something.

use super::kind;
use crate::analyzer::composed;
use crate::language::scripts::QUESTION_MARKS;

/// How questions begin that ask for anything but a [`Kind`](super::Kind), in lower case; one that has
/// two words is divided by a blank.
const OPENERS: [&str; 7] = [
    "pourquoi comment quel quelle quels quelles lequel laquelle que qu",
    "why how what which",
    "warum wieso weshalb wie was welche welcher welches welchen welchem",
    "qué cómo cuál cuáles",
    "quais qual como",
    "perché quale quali cosa",
    "waarom hoe wat welk welke",
];

/// Openers of two words.
const OPENERS_OF_TWO: [&str; 11] = [
    "est ce",
    "à quoi",
    "por qué",
    "para qué",
    "por que",
    "o que",
    "che cosa",
    "come si",
    "come mai",
    "come fa",
    "come è",
];

/// How questions end in scripts whose questions often have no mark, and words that are in them.
const ENDINGS: [&str; 6] = ["か", "까", "나요", "가요", "吗", "呢"];
const PARTS: [&str; 11] = [
    "为什么",
    "怎么",
    "什么",
    "如何",
    "なぜ",
    "どうして",
    "何を",
    "何が",
    "왜",
    "어떻게",
    "무엇",
];

/// What may stand before the word that asks: "En quelle année", "By whom".
const BEFORE: [&str; 4] = [
    "à a de d en dans par pour depuis avec chez",
    "in at by from to on for since with of",
    "an am aus bei bis für in mit seit von zu ab",
    "a de en por para con desde hasta em per da di su",
];

/// Whether a text is a question: it has a question mark behind a word, or begins as a question does.
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
        || PARTS.iter().any(|part| text.contains(part))
        || kind::in_unspaced(&text).is_some()
        || begins(&kind::words(&text))
}

/// Whether a text ends as a question does in a script whose questions often have no mark.
pub(super) fn ends(text: &str) -> bool {
    ENDINGS.iter().any(|ending| text.ends_with(ending))
}

/// Whether a text begins as a question does.
pub(super) fn opens(text: &str) -> bool {
    // More words than these begin no question.
    let start = text
        .split_whitespace()
        .take(8)
        .collect::<Vec<_>>()
        .join(" ");
    begins(&kind::words(&start.to_lowercase()))
}

fn begins(words: &[&str]) -> bool {
    let is_one_of = |lists: &[&str], word: &str| {
        let mut words = lists.iter().flat_map(|list| list.split(' '));
        words.any(|it| it == word)
    };
    let opens = |words: &[&str]| {
        let two = words.get(..2).map(|two| two.join(" "));
        kind::at_start(words).is_some()
            || words.first().is_some_and(|word| is_one_of(&OPENERS, word))
            || two.is_some_and(|two| OPENERS_OF_TWO.contains(&two.as_str()))
    };
    match words {
        [before, rest @ ..] if is_one_of(&BEFORE, before) => opens(words) || opens(rest),
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
