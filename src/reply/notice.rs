//! A *notice* is one calm sentence, for when there is nothing to quote.

use super::{Locale, Reply, messages};
use crate::question::{MAX_QUESTION_UNITS, NotAQuestion};

/// What there is to say instead of an answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Notice {
    /// Only those who run the bot may do this.
    AdminsOnly,
    /// Something unexpected happened; the log has the cause.
    Failed,
    /// Too many others are being answered; a moment later it may be this one's turn.
    Busy,
    /// The member asks too often, and has to wait so many seconds.
    Cooldown(u64),
    /// The question holds no word.
    QuestionEmpty,
    /// The question is longer than a question may be.
    QuestionTooLong,
    /// The message to take the question from has no text.
    NothingInMessage,
    /// There is no text to compare with the articles.
    NothingToVerify,
    /// The passage that a button led to is no longer what it was.
    ArticleChanged,
    /// Only the asker, or who may manage messages, deletes an answer.
    NotYours,
    /// Nothing is answered in this channel.
    AnswersOff,
    /// A member's opinion of a passage was counted.
    VoteCounted,
    /// Questions and votes are not kept.
    JournalOff,
    /// The journal did not keep something; the log has the cause.
    JournalFailed,
}

/// What a member reads for `notice`.
#[must_use]
pub fn notice(notice: Notice, locale: Locale) -> Reply {
    let text = match notice {
        Notice::AdminsOnly => messages::admins_only(locale),
        Notice::Failed => messages::failed(locale),
        Notice::Busy => messages::busy(locale),
        Notice::Cooldown(seconds) => messages::cooldown(locale, seconds),
        Notice::QuestionEmpty => messages::question_empty(locale),
        Notice::QuestionTooLong => messages::question_too_long(locale, MAX_QUESTION_UNITS),
        Notice::NothingInMessage => messages::nothing_in_message(locale),
        Notice::NothingToVerify => messages::nothing_to_verify(locale),
        Notice::ArticleChanged => messages::article_changed(locale),
        Notice::NotYours => messages::not_yours(locale),
        Notice::AnswersOff => messages::answers_off(locale),
        Notice::VoteCounted => messages::vote_counted(locale),
        Notice::JournalOff => messages::journal_off(locale),
        Notice::JournalFailed => messages::journal_failed(locale),
    };
    Reply::aside(text)
}

/// That answers in this channel are for the asker only, so a message gets none; `ask` as in [`help`](super::help()).
#[must_use]
pub fn answers_private(ask: &str, locale: Locale) -> Reply {
    Reply::text(messages::answers_private(locale, ask))
}

/// That a message cannot be read; `command`, written as in [`help`](super::help()), takes its words.
#[must_use]
pub fn unreadable(command: &str, locale: Locale) -> Reply {
    Reply::aside(messages::message_unreadable(locale, command))
}

impl From<NotAQuestion> for Notice {
    fn from(reason: NotAQuestion) -> Self {
        match reason {
            NotAQuestion::Empty => Self::QuestionEmpty,
            NotAQuestion::TooLong => Self::QuestionTooLong,
        }
    }
}
