//! *Explaining* shows an admin what an answer rests on: the last one in a channel, or that to a
//! question.

use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};

use serenity::model::id::ChannelId;

use super::bot::Bot;
use super::request::Request;
use crate::question::Question;
use crate::reply::{self, Notice, Reply};

/// Channels whose last question is remembered; with more, all are forgotten.
const MOST_CHANNELS: usize = 1_000;

/// What was looked up for an answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct LookedUp {
    pub question: Question,
    /// The document that came first, as in [`Knowledge::answer_from`](crate::knowledge::Knowledge::answer_from).
    pub document: Option<u64>,
}

impl LookedUp {
    /// A question that belongs to no answer before.
    pub(super) fn alone(question: Question) -> Self {
        Self {
            question,
            document: None,
        }
    }
}

/// What was looked up last in each channel since the program began, in memory only.
#[derive(Default)]
pub(super) struct LastAsked(Mutex<HashMap<ChannelId, LookedUp>>);

impl LastAsked {
    /// Remembers what the last answer in a channel was to; `None` where that is nobody's business.
    pub(super) fn set(&self, channel: ChannelId, looked_up: Option<LookedUp>) {
        let mut last = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let Some(looked_up) = looked_up else {
            last.remove(&channel);
            return;
        };
        if last.len() >= MOST_CHANNELS && !last.contains_key(&channel) {
            last.clear();
        }
        last.insert(channel, looked_up);
    }

    fn get(&self, channel: ChannelId) -> Option<LookedUp> {
        let last = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        last.get(&channel).cloned()
    }
}

impl Bot {
    /// What the answer to a question rests on.
    pub(super) fn explain(
        &self,
        channel: ChannelId,
        question: Option<Question>,
        request: &Request,
    ) -> Reply {
        let locale = request.reader.locale;
        if !self.is_admin(&request.asker) {
            return reply::notice(Notice::AdminsOnly, locale);
        }
        let named = question.map(LookedUp::alone);
        let Some(asked) = named.or_else(|| self.last_asked.get(channel)) else {
            return reply::notice(Notice::NothingToExplain, locale);
        };
        let edition = self.library.current();
        match edition.explain_from(&asked.question, asked.document, self.max_quotes) {
            Ok((_, explanation)) => reply::why(&asked.question, &explanation, locale),
            Err(error) => {
                tracing::error!(%error, "an answer could not be explained");
                reply::notice(Notice::Failed, locale)
            }
        }
    }
}
