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

/// The last question of each channel since the program began, in memory only.
#[derive(Default)]
pub(super) struct LastAsked(Mutex<HashMap<ChannelId, Question>>);

impl LastAsked {
    pub(super) fn set(&self, channel: ChannelId, question: &Question) {
        let mut last = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if last.len() >= MOST_CHANNELS && !last.contains_key(&channel) {
            last.clear();
        }
        last.insert(channel, question.clone());
    }

    fn get(&self, channel: ChannelId) -> Option<Question> {
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
        let locale = request.locale;
        if !self.is_admin(&request.asker) {
            return reply::notice(Notice::AdminsOnly, locale);
        }
        let Some(question) = question.or_else(|| self.last_asked.get(channel)) else {
            return reply::notice(Notice::NothingToExplain, locale);
        };
        match self.library.current().explain(&question, self.max_quotes) {
            Ok((_, explanation)) => reply::why(&question, &explanation, locale),
            Err(error) => {
                tracing::error!(%error, "an answer could not be explained");
                reply::notice(Notice::Failed, locale)
            }
        }
    }
}
