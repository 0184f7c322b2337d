//! A *notice* is one calm sentence, for when there is nothing to quote.

use super::commands::{find_name, verify_message_name};
use super::{Embed, GREY, Locale, Reply, SEPARATOR, wording};
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
    /// There is no text to compare with the articles.
    NothingToVerify,
    /// The passage that a button led to is no longer what it was.
    EditionChanged,
    /// Only the asker, or who may manage messages, deletes an answer.
    NotYours,
    /// Nothing is answered in this channel.
    AnswersOff,
    /// A member's opinion of a passage was counted.
    VoteCounted,
    /// Only those who manage the channel may do this.
    ManagersOnly,
    /// Questions and votes are not kept.
    JournalOff,
    /// The journal did not keep something; the log has the cause.
    JournalFailed,
    /// There is no question of this number in the journal.
    GapGone,
    /// The folder is not to be changed from Discord.
    EditOff,
    /// A file did not come from Discord; the log has the cause.
    DownloadFailed,
    /// There is no answer to explain.
    NothingToExplain,
}

/// The setting that lets admins change the folder from Discord.
const EDIT_SETTING: &str = "KNOWLEDGE_EDIT";

/// What a member reads for `notice`.
#[must_use]
pub fn notice(notice: Notice, locale: Locale) -> Reply {
    let text = match notice {
        Notice::AdminsOnly => wording::admins_only(locale),
        Notice::Failed => wording::failed(locale),
        Notice::QuestionEmpty => wording::question_empty(locale),
        Notice::QuestionTooLong => wording::question_too_long(locale, MAX_QUESTION_UNITS),
        Notice::NothingInMessage => wording::nothing_in_message(locale),
        Notice::NothingToVerify => wording::nothing_to_verify(locale),
        Notice::EditionChanged => wording::edition_changed(locale),
        Notice::NotYours => wording::not_yours(locale),
        Notice::AnswersOff => wording::answers_off(locale),
        Notice::VoteCounted => wording::vote_counted(locale),
        Notice::ManagersOnly => wording::managers_only(locale),
        Notice::JournalOff => wording::journal_off(locale),
        Notice::JournalFailed => wording::journal_failed(locale),
        Notice::GapGone => wording::gap_gone(locale),
        Notice::EditOff => wording::edit_off(locale, &format!("`{EDIT_SETTING}=on`")),
        Notice::DownloadFailed => wording::download_failed(locale),
        Notice::NothingToExplain => wording::why_nothing(locale),
    };
    Reply {
        aside: true,
        ..Reply::text(text)
    }
}

/// That answers in this channel are for the asker only, so a message gets none; `ask` as in [`help`].
#[must_use]
pub fn answers_private(ask: &str, locale: Locale) -> Reply {
    Reply::text(wording::answers_private(locale, ask))
}

/// That a message cannot be read; `command`, written as in [`help`], takes its words.
#[must_use]
pub fn unreadable(command: &str, locale: Locale) -> Reply {
    Reply {
        aside: true,
        ..Reply::text(wording::message_unreadable(locale, command))
    }
}

/// How to ask, in two sentences. `ask` is the command as Discord shows it: `/ask`, or the mention
/// `</ask:id>` that it renders in each reader's language.
#[must_use]
pub fn help(ask: &str, locale: Locale) -> Reply {
    Reply::text(wording::help(locale, ask))
}

/// How to ask, and each command, as `ask` in [`help`], with its description; and what a message's
/// menu has.
#[must_use]
pub fn commands(ask: &str, commands: &[(String, String)], locale: Locale) -> Reply {
    let lines = commands.iter();
    let lines: Vec<String> = lines
        .map(|(command, description)| format!("{command}{SEPARATOR}{description}"))
        .collect();
    Reply::embed(Embed {
        description: [
            wording::help(locale, ask),
            lines.join("\n"),
            wording::help_on_messages(locale, &find_name(locale), &verify_message_name(locale)),
        ]
        .join("\n\n"),
        colour: GREY,
        ..Embed::default()
    })
}

impl From<NotAQuestion> for Notice {
    fn from(reason: NotAQuestion) -> Self {
        match reason {
            NotAQuestion::Empty => Self::QuestionEmpty,
            NotAQuestion::TooLong => Self::QuestionTooLong,
        }
    }
}
