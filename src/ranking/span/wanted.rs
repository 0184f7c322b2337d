//! What a question *wants* as its answer.

use std::cmp::Reverse;

use super::quantities::Class;
use super::token::{Shape, Token, tokens};
use crate::language::Language;
use crate::language::lexicon::{self, Answers, FOLDED, UNSPACED, Words};
use crate::question::AnswerType;

/// What a question asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Wanted {
    /// A person or a body.
    Person,
    /// A point or a span in time.
    Date,
    /// How many of a thing.
    Count,
    /// A share.
    Percent,
    /// A price.
    Money,
    /// How long something takes, or how old it is.
    Duration,
    /// How long, high or heavy something is.
    Measure,
    /// A place.
    Place,
}

impl Wanted {
    /// What a question wants, where that is told.
    #[must_use]
    pub fn of(question: &str) -> Option<Self> {
        let tokens = tokens(question);
        let words: Vec<&str> = tokens.iter().map(|token| token.folded.as_str()).collect();
        let spaced = format!(" {} ", words.join(" "));
        let lower = question.to_lowercase();
        let has_phrase = |phrases: fn(&Answers) -> &Words| {
            let mut parts = phrases(&UNSPACED.answers).iter();
            phrases(&FOLDED.answers)
                .iter()
                .any(|phrase| spaced.contains(&format!(" {phrase} ")))
                || parts.any(|part| lower.contains(part))
        };
        if has_phrase(|words| &words.time) {
            return Some(Self::Date);
        }
        Some(match AnswerType::of(question)? {
            AnswerType::Who => return asks_who(&tokens).then_some(Self::Person),
            AnswerType::When => return asks_when(&tokens).then_some(Self::Date),
            // The army of which country?
            AnswerType::Where
                if tokens
                    .iter()
                    .any(|token| token.is_one_of(&["'s", "’s", "s"])) =>
            {
                return None;
            }
            AnswerType::Where => Self::Place,
            AnswerType::HowMany if has_phrase(|words| &words.percent) => Self::Percent,
            AnswerType::HowMany if has_phrase(|words| &words.duration) => Self::Duration,
            AnswerType::HowMany if has_phrase(|words| &words.measure) => Self::Measure,
            AnswerType::HowMany if has_phrase(|words| &words.money) => Self::Money,
            AnswerType::HowMany => Self::Count,
        })
    }

    /// Whether spans of this kind are told in a language: those that were right too seldom, or that
    /// could not be measured, are not.
    pub(super) fn is_told_in(self, language: Language) -> bool {
        let name = match self {
            Self::Measure => return false,
            Self::Person => "person",
            Self::Place => "place",
            Self::Count => "count",
            _ => return true,
        };
        lexicon::of(language).is_none_or(|data| !data.lexicon.answers.untold.contains(name))
    }

    /// Whether a quantity of some class can be it.
    pub(super) fn takes(self, class: Class) -> bool {
        match self {
            Self::Percent => class == Class::Percent,
            Self::Money => class == Class::Money,
            Self::Duration => class == Class::Duration,
            Self::Measure => class == Class::Measure,
            Self::Count => true,
            Self::Person | Self::Date | Self::Place => false,
        }
    }
}

/// Whether a question asks for a person: what asks for one in its middle may only join a clause, and “Who
/// is Ada?” asks for what she is.
fn asks_who(question: &[Token]) -> bool {
    let starts = question
        .iter()
        .take(3)
        .position(|token| token.is_among(&FOLDED.answers.who));
    let at = starts.or_else(|| {
        let comma = question.iter().rposition(|token| token.text == ",")?;
        question
            .iter()
            .skip(comma + 1)
            .take(2)
            .position(|token| token.is_among(&FOLDED.answers.who))
            .map(|at| comma + 1 + at)
    });
    at.is_some_and(|at| {
        let is_copula = question
            .get(at + 1)
            .is_some_and(|token| token.is_among(&FOLDED.answers.copulas));
        !(is_copula && question.get(at + 2).is_some_and(Token::is_capitalised))
    })
}

/// Whether a question asks for a time, and does not only name one: “What was said when it ended?”.
fn asks_when(question: &[Token]) -> bool {
    let Some(at) = question
        .iter()
        .position(|token| token.is_among(&FOLDED.answers.when))
    else {
        return true;
    };
    let words = question
        .iter()
        .rposition(|token| token.shape == Shape::Word);
    let begins = at < 3 || matches!(question[at - 1].text, "," | "." | "!" | "?" | ":");
    begins || words == Some(at)
}

/// The sign by which a question counts: 人 in 有多少人.
pub(super) fn counter(question: &str) -> Option<char> {
    // Chinese 如何 is "how", so that the Japanese 何 is looked for last, and the short 几 after 多少.
    let mut counters: Vec<&str> = UNSPACED.answers.counters.iter().collect();
    counters.reverse();
    counters.sort_by_key(|counter| Reverse(counter.len()));
    let found = counters
        .into_iter()
        .find_map(|counter| question.find(counter).map(|at| at + counter.len()))?;
    let next = question[found..].trim_start().chars().next()?;
    next.is_alphabetic().then_some(next)
}

/// The noun whose number a question asks for: `personnes` in “Combien de personnes…”.
pub(super) fn counted(question: &[Token]) -> Option<usize> {
    let words = &FOLDED.words;
    (0..question.len()).find_map(|at| {
        let phrase = FOLDED.answers.how_many.iter().find(|phrase| {
            phrase
                .split(' ')
                .zip(at..)
                .all(|(word, at)| question.get(at).is_some_and(|token| token.folded == word))
        })?;
        let mut noun = at + phrase.split(' ').count();
        let is_before_noun = |token: &Token| {
            token.is_among(&words.of) || token.is_among(&words.articles) || token.is_apostrophe()
        };
        while question.get(noun).is_some_and(is_before_noun) {
            noun += 1;
        }
        // “Wie viel kostet…”, “How much does…” say no noun.
        let is_verb = has_capitalised_nouns(phrase) && !question.get(noun)?.is_capitalised()
            || question.get(noun)?.is_among(&FOLDED.answers.how_many_verbs);
        question
            .get(noun)
            .filter(|_| !is_verb)
            .filter(|token| token.text.starts_with(char::is_alphabetic))
            .map(|_| noun)
    })
}

/// Whether a phrase that asks for a number is of a language that writes all nouns with a capital letter.
fn has_capitalised_nouns(phrase: &str) -> bool {
    lexicon::languages().any(|data| {
        data.profile.nouns_capitalised && data.lexicon.answers.how_many.contains(phrase)
    })
}

/// Whether two words are forms of one: one begins as the other does, but for its ending.
pub(super) fn are_alike(one: &str, other: &str) -> bool {
    let shared = one
        .chars()
        .zip(other.chars())
        .take_while(|(one, other)| one == other)
        .count();
    let (one, other) = (one.chars().count(), other.chars().count());
    one == other && one == shared
        || shared >= 3 && shared + 2 >= one.min(other) && one.max(other) <= shared + 3
}
