//! *Gaps* at the Discord edge: questions without a good answer are noted after the answer, and shown
//! to admins; so are votes.

use std::sync::Arc;
use std::time::Duration;

use serenity::model::id::{GuildId, UserId};

use super::bot::Bot;
use super::clock;
use super::options::Options;
use super::request::Request;
use crate::answer::{Answer, Verdict};
use crate::journal::{Journal, JournalError, PassageKey, Unanswered, Vote, export};
use crate::knowledge::{Bookmark, Knowledge};
use crate::language::Language;
use crate::question::Question;
use crate::reply::{self, Locale, Notice, Reply};

/// How often the journal is asked whether a new day has begun.
const HOUR: Duration = Duration::from_hours(1);

/// What an admin wants of the journal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum GapsWant {
    List,
    Export,
    Settle(i64),
    Votes,
}

impl GapsWant {
    /// `None` for a part of the command that is not this program's.
    pub(super) fn of(options: &Options<'_>) -> Option<Self> {
        Some(match options.part? {
            "list" => Self::List,
            "export" => Self::Export,
            "settle" => Self::Settle(options.number("number")?),
            "votes" => Self::Votes,
            _ => return None,
        })
    }
}

impl Bot {
    /// What an admin wants to know of the journal.
    pub(super) fn gaps(&self, want: &GapsWant, request: &Request) -> Reply {
        let locale = request.reader.locale;
        if !self.is_admin(&request.asker) {
            return reply::notice(Notice::AdminsOnly, locale);
        }
        if !self.journal.keeps_questions() {
            return reply::notice(Notice::JournalOff, locale);
        }
        let told = match want {
            GapsWant::List => self
                .journal
                .gaps(usize::MAX)
                .map(|gaps| reply::gaps(&gaps, locale)),
            GapsWant::Export => self.export(locale),
            GapsWant::Settle(number) => self.settle(*number, locale),
            GapsWant::Votes => self
                .journal
                .votes(usize::MAX)
                .map(|votes| reply::votes(&votes, &self.library.current(), locale)),
        };
        told.unwrap_or_else(|error| match want {
            GapsWant::Settle(_) => unsaved(&error, locale),
            GapsWant::List | GapsWant::Export | GapsWant::Votes => unread(&error, locale),
        })
    }

    fn export(&self, locale: Locale) -> Result<Reply, JournalError> {
        let gaps = self.journal.gaps(usize::MAX)?;
        let mut table = Vec::new();
        // Writing into memory fails in no case that could be told.
        let written = export::gaps(&gaps, &mut table).is_ok();
        Ok(if written && !gaps.is_empty() {
            reply::gaps_file(table, locale)
        } else {
            reply::gaps(&[], locale)
        })
    }

    fn settle(&self, number: i64, locale: Locale) -> Result<Reply, JournalError> {
        Ok(match self.journal.settle(number)? {
            Some(question) => reply::gap_settled(&question, locale),
            None => reply::notice(Notice::GapGone, locale),
        })
    }

    /// Counts what a member says of a passage.
    pub(super) fn vote(
        &self,
        passage: Bookmark,
        vote: Vote,
        member: UserId,
        locale: Locale,
    ) -> Reply {
        if !self.journal.keeps_questions() {
            return reply::notice(Notice::JournalOff, locale);
        }
        let Ok(quote) = self.library.current().find(passage) else {
            return reply::notice(Notice::EditionChanged, locale);
        };
        let before = self.ballots.cast(passage, member, vote);
        let key = PassageKey::of(&quote);
        match self.journal.vote(&key, before, Some(vote), clock::now()) {
            Ok(()) => reply::notice(Notice::VoteCounted, locale),
            Err(error) => {
                self.ballots.put_back(passage, member, before);
                unsaved(&error, locale)
            }
        }
    }

    /// Notes a question that had no good answer, after the answer and beside it, unless it says
    /// nothing of what is missing.
    pub(super) fn note_gap(
        self: &Arc<Self>,
        edition: &Arc<Knowledge>,
        question: &Question,
        answer: &Answer,
        guild: Option<GuildId>,
    ) {
        let verdict = answer.verdict;
        let idle = answer.reason.is_some_and(|reason| !reason.tells_a_gap());
        if !self.journal.keeps_questions() || verdict == Verdict::Answered || idle {
            return;
        }
        let (bot, edition, question) = (Arc::clone(self), Arc::clone(edition), question.clone());
        self.tasks.spawn_blocking(move || {
            let meaning = edition.meaning(&question);
            let languages = Locale::ALL.map(Locale::language);
            let unanswered = Unanswered {
                question: &question,
                language: Language::of_question(question.text(), &languages),
                verdict,
                meaning: meaning.as_ref(),
                guild: guild.map(GuildId::get),
            };
            if let Err(error) = bot.journal.record_gap(&unanswered, clock::now()) {
                tracing::warn!(%error, "a question without an answer was not written down");
            }
        });
    }
}

/// Deletes what is too old as long as the bot runs, whether or not anything is asked.
pub(super) async fn prune_daily(journal: Arc<Journal>) {
    let mut hours = tokio::time::interval(HOUR);
    loop {
        hours.tick().await;
        let journal = Arc::clone(&journal);
        let pruned = tokio::task::spawn_blocking(move || journal.prune(clock::now())).await;
        if let Ok(Err(error)) = pruned {
            tracing::warn!(%error, "what is too old could not be deleted from the journal");
        }
    }
}

/// The journal did not keep something; the log has why.
pub(super) fn unsaved(error: &JournalError, locale: Locale) -> Reply {
    tracing::warn!(%error, "the journal failed");
    reply::notice(Notice::JournalFailed, locale)
}

/// The journal did not tell something; the log has why.
pub(super) fn unread(error: &JournalError, locale: Locale) -> Reply {
    tracing::warn!(%error, "the journal failed");
    reply::notice(Notice::Failed, locale)
}
