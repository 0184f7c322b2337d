//! The *last asked* is what was looked up last in each channel, for whoever wants to know what that
//! answer rests on.

use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};

use serenity::model::id::ChannelId;

use crate::question::Question;

/// Channels whose last question is remembered; with more, all are forgotten.
const MOST_CHANNELS: usize = 1_000;

/// What was looked up for an answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct LookedUp {
    pub question: Question,
    /// The document that came first, as in [`Ask`](crate::library::Ask).
    pub document: Option<u64>,
}

impl LookedUp {
    /// A question that belongs to no answer before.
    pub(crate) fn alone(question: Question) -> Self {
        Self {
            question,
            document: None,
        }
    }
}

/// What was looked up last in each channel since the program began, in memory only.
#[derive(Default)]
pub(crate) struct LastAsked(Mutex<HashMap<ChannelId, LookedUp>>);

impl LastAsked {
    /// Remembers what the last answer in a channel was to; `None` where that is nobody's business.
    pub(crate) fn set(&self, channel: ChannelId, looked_up: Option<LookedUp>) {
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

    /// What the last answer in a channel was to, where it may be told.
    pub(crate) fn get(&self, channel: ChannelId) -> Option<LookedUp> {
        let last = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        last.get(&channel).cloned()
    }
}
