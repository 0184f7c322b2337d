//! A *question* is what a member typed, parsed once and valid ever after.
//!
//! What an index receives is a *query*; the index makes it from the question's text.

mod asking;
mod kind;

use thiserror::Error;

use crate::analyzer::composed;
pub use asking::asks;
pub use kind::Kind;

/// The longest question, in UTF-16 units: Discord's own limit for a command's text option.
pub const MAX_QUESTION_UNITS: usize = 6_000;

/// A question with at least one letter or digit, without surrounding blanks, within
/// [`MAX_QUESTION_UNITS`], its accents composed (NFC).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Question(String);

/// Why a text is no question.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum NotAQuestion {
    /// Nothing in it that could be looked up.
    #[error("the question holds no word")]
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
        Ok(Self(composed(text).into_owned()))
    }

    /// The text as typed, without surrounding blanks, its accents composed.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.0
    }
}
