//! The *forum posts* that have only half begun, as the gateway tells.

use std::collections::{HashMap, HashSet};
use std::sync::{Mutex, PoisonError};

use serenity::model::channel::GuildChannel;
use serenity::model::id::ChannelId;

/// With more posts of which only one event has come, all are forgotten.
const MOST_WAITING: usize = 1_000;

/// Posts of which one of the two events has come that Discord sends for each: that the thread is
/// there, and its first message. Before the message nobody may write in the thread.
#[derive(Default)]
pub(crate) struct ForumPosts(Mutex<Halves>);

#[derive(Default)]
struct Halves {
    threads: HashMap<ChannelId, GuildChannel>,
    begun: HashSet<ChannelId>,
}

impl ForumPosts {
    /// A thread is there; gives it back when its first message has come already.
    pub(crate) fn opened(&self, thread: &GuildChannel) -> Option<GuildChannel> {
        let mut halves = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if halves.begun.remove(&thread.id) {
            return Some(thread.clone());
        }
        halves.threads.insert(thread.id, thread.clone());
        halves.forget_many();
        None
    }

    /// Forgets a thread that is not to be answered by its title.
    pub(crate) fn forget(&self, thread: ChannelId) {
        let mut halves = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        halves.threads.remove(&thread);
    }

    /// A thread's first message has come; gives the thread when it is there already.
    pub(crate) fn begun(&self, thread: ChannelId) -> Option<GuildChannel> {
        let mut halves = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let opened = halves.threads.remove(&thread);
        if opened.is_none() {
            halves.begun.insert(thread);
            halves.forget_many();
        }
        opened
    }
}

impl Halves {
    fn forget_many(&mut self) {
        if self.threads.len() + self.begun.len() > MOST_WAITING {
            self.threads.clear();
            self.begun.clear();
        }
    }
}
