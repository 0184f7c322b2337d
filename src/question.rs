//! A *question* is what a member typed, parsed once and valid ever after.
//!
//! What an index receives is a *query*; the index makes it from the question's text.

mod answer_type;
mod asking;
mod contact;
mod divide;
mod gibberish;
mod intent;

mod message;
mod pattern;
mod phrases;
mod talk;
mod token;

use std::ops::Range;

use thiserror::Error;

use crate::language::normalise::composed;
pub use answer_type::AnswerType;
pub use asking::asks;
pub use contact::Contact;
pub use gibberish::gibberish;
pub use intent::Intent;

use intent::Told;
use message::Message;
use phrases::PHRASES;

/// The longest question, in UTF-16 units: pages of text are no question, and cost time.
pub const MAX_QUESTION_UNITS: usize = 6_000;

/// A question of at most this weight ([`token::weight`]) is looked up together with the sentence
/// before, if it refers to something in that.
const SAYS_LITTLE: usize = 9;

/// A question with at least one letter or digit, without surrounding blanks, within
/// [`MAX_QUESTION_UNITS`], its accents composed (NFC).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Question {
    text: String,
    /// What of the text asks: one slice of it, or several with a line break between them.
    asked: String,
    /// Where in the text what is asked begins.
    begins: usize,
    /// What else it says.
    hint: Vec<Range<usize>>,
    intent: Told,
}

/// Why a text is no question.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum NotAQuestion {
    /// Nothing in it that could be looked up.
    #[error("the question has no words")]
    Empty,
    /// Longer than [`MAX_QUESTION_UNITS`].
    #[error("the question is longer than {MAX_QUESTION_UNITS} characters")]
    TooLong,
}

impl Question {
    /// Takes any text and returns the question in it.
    ///
    /// # Errors
    /// When the text holds no letter or digit, or is too long.
    pub fn parse(text: &str) -> Result<Self, NotAQuestion> {
        let text = text.trim();
        if text.encode_utf16().count() > MAX_QUESTION_UNITS {
            return Err(NotAQuestion::TooLong);
        }
        if !text.chars().any(char::is_alphanumeric) {
            return Err(NotAQuestion::Empty);
        }
        let text = &*composed(text);
        let message = Message::read(text);
        let intent = Told::of(text, &message);
        let asked: Vec<&str> = message
            .asked
            .iter()
            .map(|range| &text[range.clone()])
            .collect();
        Ok(Self {
            text: text.to_owned(),
            asked: asked.join("\n"),
            begins: message.asked.first().map_or(0, |first| first.start),
            hint: message.hint,
            intent,
        })
    }

    /// The text as typed, without surrounding blanks, its accents composed.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// What of the text asks, without the small talk, the story and the politeness around it; all
    /// of the text where nothing can be told apart. Where parts that ask have something else
    /// between them, they follow each other on lines of their own.
    #[must_use]
    pub fn asked(&self) -> &str {
        &self.asked
    }

    /// What else the text says, in its order: slices of it that may help to understand what is
    /// asked. Small talk is none of it.
    #[must_use]
    pub fn hint(&self) -> Vec<&str> {
        self.hint
            .iter()
            .map(|range| &self.text[range.clone()])
            .collect()
    }

    /// The part of [`Question::hint`] without which what is asked says little: "Does it include
    /// pets?" asks about what the sentence before names.
    #[must_use]
    pub fn antecedent(&self) -> Option<&str> {
        let mut before = self
            .hint
            .iter()
            .filter(|sentence| sentence.end <= self.begins);
        let nearest = &self.text[before.next_back()?.clone()];
        let tokens = token::tokens(&self.asked);
        let refers = (0..tokens.len())
            .map(|at| &tokens[at..])
            .any(|rest| PHRASES.pronoun.at_start(rest).is_some());
        let said: usize = talk::substance(&tokens)
            .into_iter()
            .map(|token| token::weight(&token.text))
            .sum();
        (refers && said <= SAYS_LITTLE).then_some(nearest)
    }

    /// What is looked up: what asks, below the sentence that it refers to.
    #[must_use]
    pub fn sought(&self) -> String {
        self.antecedent()
            .map(|sentence| format!("{sentence}\n"))
            .unwrap_or_default()
            + &self.asked
    }

    /// Where in a part of a question words stand that say what it is about: no little words, none that
    /// only ask, for help or politely.
    #[must_use]
    pub fn telling(text: &str) -> Vec<Range<usize>> {
        let tokens = token::tokens(text);
        talk::substance(&tokens)
            .into_iter()
            .map(|token| token.range.clone())
            .collect()
    }

    /// What the message wants.
    #[must_use]
    pub fn intent(&self) -> Intent<'_> {
        self.intent.in_text(&self.text)
    }
}
