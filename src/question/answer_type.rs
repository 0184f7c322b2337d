//! The *answer type* of a question: what it asks for, told by its question words in many languages.

use crate::language::lexicon::{Lexicon, SPACED, UNSPACED, Words};

/// The kind of thing that a question asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AnswerType {
    /// A person or a body.
    Who,
    /// A point or a span in time.
    When,
    /// A place.
    Where,
    /// A number.
    HowMany,
}

/// In the order in which they are looked for.
const TYPES: [AnswerType; 4] = [
    AnswerType::When,
    AnswerType::HowMany,
    AnswerType::Who,
    AnswerType::Where,
];

impl AnswerType {
    /// The type of a question, if one of the phrases is in it; of several, the first in the order
    /// when, how many, who, where.
    #[must_use]
    pub fn of(question: &str) -> Option<Self> {
        let lower = question.to_lowercase();
        in_unspaced(&lower).or_else(|| {
            let words = words(&lower);
            let spaced = format!(" {} ", words.join(" "));
            first(&SPACED, |phrase| spaced.contains(&format!(" {phrase} ")))
        })
    }

    fn phrases(self, lexicon: &Lexicon) -> &Words {
        let questions = &lexicon.questions;
        match self {
            Self::Who => &questions.who,
            Self::When => &questions.when,
            Self::Where => &questions.where_,
            Self::HowMany => &questions.how_many,
        }
    }
}

/// The type that a text in lower case asks for in a language that puts no blanks between words.
pub(super) fn in_unspaced(lower: &str) -> Option<AnswerType> {
    first(&UNSPACED, |part| lower.contains(part))
}

/// The type that the first of some words ask for.
pub(super) fn at_start(words: &[&str]) -> Option<AnswerType> {
    let spaced = format!("{} ", words.join(" "));
    first(&SPACED, |phrase| spaced.starts_with(&format!("{phrase} ")))
}

/// The words of a text.
pub(super) fn words(text: &str) -> Vec<&str> {
    text.split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .collect()
}

fn first(lexicon: &Lexicon, is_there: impl Fn(&str) -> bool) -> Option<AnswerType> {
    TYPES
        .into_iter()
        .find(|answer_type| answer_type.phrases(lexicon).iter().any(&is_there))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(question: &str, expected: Option<AnswerType>) {
        assert_eq!(AnswerType::of(question), expected, "{question}");
    }

    #[test]
    fn question_words_of_many_languages_tell_the_type() {
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
            check(question, Some(AnswerType::Who));
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
            check(question, Some(AnswerType::When));
        }
        for question in [
            "Combien ?",
            "how many people live there",
            "Wie viele sind es?",
            "有多少人？",
            "몇 명입니까?",
            "Ile osób tam mieszka?",
        ] {
            check(question, Some(AnswerType::HowMany));
        }
        for question in [
            "Où est-il ?",
            "where is it",
            "¿Dónde está?",
            "Wo liegt das?",
            "어디에 있나요?",
            "在哪里？",
        ] {
            check(question, Some(AnswerType::Where));
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
    fn of_two_types_the_more_telling_one_counts() {
        check(
            "Quand et par qui fut-il construit ?",
            Some(AnswerType::When),
        );
        check("How many people who came?", Some(AnswerType::HowMany));
    }
}
