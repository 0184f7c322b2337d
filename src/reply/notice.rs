//! A *notice* is one calm sentence, for when there is nothing to quote.

use super::{Locale, Reply, wording};
use crate::question::{MAX_QUESTION_UNITS, NotAQuestion};

/// What there is to say instead of an answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Notice {
    /// Only those who run the bot may do this.
    AdminsOnly,
    /// Something unexpected happened; the log has the cause.
    Failed,
    /// The question holds no word.
    QuestionEmpty,
    /// The question is longer than a question may be.
    QuestionTooLong,
    /// The message to take the question from has no text.
    NothingInMessage,
}

/// What a member reads for `notice`.
#[must_use]
pub fn notice(notice: Notice, locale: Locale) -> Reply {
    Reply::text(match notice {
        Notice::AdminsOnly => wording::admins_only(locale),
        Notice::Failed => wording::failed(locale),
        Notice::QuestionEmpty => wording::question_empty(locale),
        Notice::QuestionTooLong => wording::question_too_long(locale, MAX_QUESTION_UNITS),
        Notice::NothingInMessage => wording::nothing_in_message(locale),
    })
}

/// How to ask, in two sentences. `ask` is the command as Discord shows it: `/ask`, or the mention
/// `</ask:id>` that it renders in each reader's language.
#[must_use]
pub fn help(ask: &str, locale: Locale) -> Reply {
    Reply::text(wording::help(locale, ask))
}

impl From<NotAQuestion> for Notice {
    fn from(reason: NotAQuestion) -> Self {
        match reason {
            NotAQuestion::Empty => Self::QuestionEmpty,
            NotAQuestion::TooLong => Self::QuestionTooLong,
        }
    }
}
