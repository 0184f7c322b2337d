//! The *app* is everything that answering needs, shared by all events. It names no command.

pub(crate) mod admins;
pub(crate) mod clock;
pub(crate) mod cooldown;
mod forum_posts;
pub(crate) mod journal;
mod last_asked;
pub(crate) mod permissions;
mod presence;
pub(crate) mod queue;
pub(crate) mod reload;
mod votes_cast;

use std::future::Future;
use std::sync::Arc;
use std::time::Duration;

use serenity::model::id::ChannelId;
use tokio_util::task::TaskTracker;

use super::api::respond::PendingReply;
use super::api::rest::Rest;
use super::call::{Asker, Call};
use super::registry::Registry;
use crate::folder_edit::FolderEditor;
use crate::journal::{ChannelSettings, Journal};
use crate::library::Library;
use crate::reply::{self, Locale, Notice, Reply, TranslationUrl};
use admins::Admins;
use cooldown::Cooldown;
pub(crate) use forum_posts::ForumPosts;
pub(crate) use last_asked::{LastAsked, LookedUp};
pub(crate) use presence::Presence;
use queue::{JobError, Lane, Queue};
pub(crate) use votes_cast::VotesCast;

/// Everything that answering needs.
pub(crate) struct App {
    pub(crate) library: Arc<Library>,
    pub(crate) journal: Arc<Journal>,
    pub(crate) editor: Arc<FolderEditor>,
    /// Whether admins may change the folder.
    pub(crate) edit: bool,
    pub(crate) max_quotes: usize,
    pub(crate) translation: Option<TranslationUrl>,
    pub(crate) defer_after: Duration,
    pub(crate) queue: Queue,
    /// How often members may ask; as often as they like without.
    pub(crate) cooldown: Option<Cooldown>,
    pub(crate) rest: Rest,
    pub(crate) registry: Registry,
    pub(crate) admins: Admins,
    pub(crate) presence: Presence,
    pub(crate) votes_cast: VotesCast,
    pub(crate) forum_posts: ForumPosts,
    pub(crate) last_asked: LastAsked,
    /// Answers in flight; closed when no further one is to be begun.
    pub(crate) tasks: TaskTracker,
}

impl App {
    /// Whether a member may change and see what is everybody's.
    pub(crate) fn is_admin(&self, asker: &Asker) -> bool {
        self.admins.include(asker, self.presence.only_guild())
    }

    /// The settings of a channel, or of the one a thread is in.
    pub(crate) fn settings_of(&self, channel: ChannelId) -> ChannelSettings {
        let channel = self.presence.parent_of(channel).unwrap_or(channel);
        self.journal.channel(channel.get())
    }

    /// Starts a reply for which Discord may have to be asked in turn.
    pub(crate) fn answer<A, F>(
        self: &Arc<Self>,
        call: Call,
        args: A,
        run: impl FnOnce(Arc<Self>, Call, A) -> F,
    ) -> PendingReply
    where
        F: Future<Output = Reply> + Send + 'static,
    {
        let (showing, locale) = (call.showing, call.reader.locale);
        PendingReply {
            reply: tokio::spawn(run(Arc::clone(self), call, args)),
            showing,
            locale,
        }
    }

    /// Starts a reply that is computed when it is its turn, on a thread where it may take its time.
    pub(crate) fn compute<A: Send + 'static>(
        self: &Arc<Self>,
        call: Call,
        args: A,
        run: impl FnOnce(&Self, &Call, A) -> Reply + Send + 'static,
    ) -> PendingReply {
        let (showing, locale) = (call.showing, call.reader.locale);
        let (app, lane) = (Arc::clone(self), Lane::from(&call));
        let made = self.queue.run(lane, move || run(&app, &call, args));
        PendingReply {
            reply: tokio::spawn(async move {
                let made = made.await;
                made.unwrap_or_else(|error| reply::notice(error.into(), locale))
            }),
            showing,
            locale,
        }
    }

    /// Makes a reply, or a part of one, beside the queue: what admins do may take long.
    pub(crate) async fn blocking(
        self: Arc<Self>,
        locale: Locale,
        make: impl FnOnce(&Self) -> Reply + Send + 'static,
    ) -> Reply {
        let reply = tokio::task::spawn_blocking(move || make(&self)).await;
        reply.unwrap_or_else(|error| {
            tracing::error!(panicked = error.is_panic(), "a reply could not be made");
            reply::notice(Notice::Failed, locale)
        })
    }

    /// Counts a question against its member's and its channel's cooldown; whoever moderates has none.
    ///
    /// # Errors
    /// With what the member reads, when it comes too soon.
    pub(crate) fn count(&self, call: &Call) -> Result<(), Notice> {
        let Some(cooldown) = &self.cooldown else {
            return Ok(());
        };
        if call.asker.moderates() || self.is_admin(&call.asker) {
            return Ok(());
        }
        cooldown.count(Lane::from(call)).map_err(|wait| {
            let begun = u64::from(wait.subsec_nanos() > 0);
            Notice::Cooldown(wait.as_secs() + begun)
        })
    }

    /// Whether a member whose message comes too soon has not just been told so.
    pub(crate) fn may_be_told(&self, call: &Call) -> bool {
        let cooldown = self.cooldown.as_ref();
        cooldown.is_some_and(|cooldown| cooldown.may_be_told(Lane::from(call)))
    }
}

impl From<&Call> for Lane {
    fn from(call: &Call) -> Self {
        Self {
            member: call.asker.user,
            channel: call.channel,
        }
    }
}

impl From<JobError> for Notice {
    fn from(error: JobError) -> Self {
        match error {
            JobError::Busy => Self::Busy,
            JobError::Panicked => Self::Failed,
        }
    }
}
