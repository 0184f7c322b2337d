//! What *kind* of thing a question asks for, told by its question words in many languages.

mod phrases;

use phrases::{PARTS, PHRASES};

/// Who, when, where or how many.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// A person or a body.
    Who,
    /// A point or a span in time.
    When,
    /// A place.
    Where,
    /// A number.
    HowMany,
}

impl Kind {
    /// The kind of a question, if one of the phrases is in it; of several, the first in the order
    /// when, how many, who, where.
    #[must_use]
    pub fn of(question: &str) -> Option<Self> {
        let lower = question.to_lowercase();
        in_unspaced(&lower).or_else(|| {
            let words = words(&lower);
            let spaced = format!(" {} ", words.join(" "));
            first(&PHRASES, |phrase| spaced.contains(&format!(" {phrase} ")))
        })
    }
}

/// The kind that a text in lower case asks for in a language that puts no blanks between words.
pub(super) fn in_unspaced(lower: &str) -> Option<Kind> {
    first(&PARTS, |part| lower.contains(part))
}

/// The kind that the first of some words ask for.
pub(super) fn at_start(words: &[&str]) -> Option<Kind> {
    let spaced = format!("{} ", words.join(" "));
    first(&PHRASES, |phrase| spaced.starts_with(&format!("{phrase} ")))
}

/// The words of a text.
pub(super) fn words(text: &str) -> Vec<&str> {
    let words = text.split(|c: char| !c.is_alphanumeric());
    words.filter(|word| !word.is_empty()).collect()
}

fn first(phrases: &[(Kind, &[&str])], is_there: impl Fn(&str) -> bool) -> Option<Kind> {
    let mut phrases = phrases.iter();
    let found = phrases.find(|(_, phrases)| phrases.iter().any(|phrase| is_there(phrase)));
    found.map(|(kind, _)| *kind)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(question: &str, expected: Option<Kind>) {
        assert_eq!(Kind::of(question), expected, "{question}");
    }

    #[test]
    fn question_words_of_many_languages_tell_the_kind() {
        for question in [
            "Qui a lancé l'organisation ?",
            "WHO launched it",
            "¿Quién lo lanzó?",
            "Wer war das?",
            "Chi era?",
            "누가 그 기구를 출범시켰나요?",
            "谁创立了这个组织？",
            "Кто это сделал?",
            "Ai đã thành lập tổ chức?",
        ] {
            check(question, Some(Kind::Who));
        }
        for question in [
            "Quand est-ce arrivé ?",
            "En quelle année est-il né ?",
            "when was that",
            "Wann begann es?",
            "いつ始まりましたか",
            "언제 시작했나요?",
            "什么时候开始？",
        ] {
            check(question, Some(Kind::When));
        }
        for question in [
            "Combien ?",
            "how many people live there",
            "Wie viele sind es?",
            "有多少人？",
            "몇 명입니까?",
            "Ile osób tam mieszka?",
        ] {
            check(question, Some(Kind::HowMany));
        }
        for question in [
            "Où est-il ?",
            "where is it",
            "¿Dónde está?",
            "Wo liegt das?",
            "어디에 있나요?",
            "在哪里？",
        ] {
            check(question, Some(Kind::Where));
        }
    }

    #[test]
    fn words_that_only_look_alike_tell_nothing() {
        for question in [
            "what the US plan says",
            "Que dit le plan ?",
            "The whole of it",
            "quite so",
            "Woche",
            "tool",
            "China and AI",
            "J'ai vu le plan",
            "Le plan de l'Ile de France",
        ] {
            check(question, None);
        }
    }

    #[test]
    fn of_two_kinds_the_more_telling_one_counts() {
        check("Quand et par qui fut-il construit ?", Some(Kind::When));
        check("How many people who came?", Some(Kind::HowMany));
    }
}
