//! *Presence*: who the bot is, and which guilds and threads it is in, as the gateway tells.

use std::collections::BTreeMap;
use std::sync::{Mutex, MutexGuard, OnceLock, PoisonError};

use serenity::model::channel::GuildChannel;
use serenity::model::gateway::Ready;
use serenity::model::guild::{Guild, UnavailableGuild};
use serenity::model::id::{ChannelId, GuildId, UserId};

use crate::reply::Reader;

/// What the gateway has told so far.
#[derive(Default)]
pub(crate) struct Presence {
    me: OnceLock<UserId>,
    /// The guilds, each with its preferred language once that is known.
    guilds: Mutex<BTreeMap<GuildId, Option<Reader>>>,
    /// The channel and the guild each thread is in.
    threads: Mutex<BTreeMap<ChannelId, (ChannelId, GuildId)>>,
}

impl Presence {
    /// A connection is ready: it names the bot and its guilds.
    pub(crate) fn ready(&self, ready: &Ready) {
        self.me.get_or_init(|| ready.user.id);
        let mut guilds = self.guilds();
        for guild in &ready.guilds {
            guilds.entry(guild.id).or_default();
        }
    }

    pub(crate) fn joined(&self, guild: &Guild) {
        let reader = Reader::from_discord(&guild.preferred_locale);
        self.guilds().insert(guild.id, Some(reader));
        for thread in &guild.threads {
            self.thread(thread);
        }
    }

    /// A thread is there; true when that was not known before.
    pub(crate) fn thread(&self, thread: &GuildChannel) -> bool {
        let Some(parent) = thread.parent_id else {
            return false;
        };
        let place = (parent, thread.guild_id);
        self.threads().insert(thread.id, place).is_none()
    }

    pub(crate) fn thread_is_gone(&self, thread: ChannelId) {
        self.threads().remove(&thread);
    }

    /// The channel that a thread is in; `None` for what is no thread, or one that is not known.
    pub(crate) fn parent_of(&self, thread: ChannelId) -> Option<ChannelId> {
        self.threads().get(&thread).map(|(parent, _)| *parent)
    }

    /// A guild is gone: the bot was removed from it, unless it is only out of reach for a while.
    pub(crate) fn left(&self, gone: &UnavailableGuild) {
        if !gone.unavailable {
            self.guilds().remove(&gone.id);
            self.threads().retain(|_, (_, guild)| *guild != gone.id);
        }
    }

    /// The bot's own user; `None` until the first connection is ready.
    pub(crate) fn me(&self) -> Option<UserId> {
        self.me.get().copied()
    }

    /// The one guild the bot is in; `None` when it is in none or in several.
    pub(crate) fn only_guild(&self) -> Option<GuildId> {
        let guilds = self.guilds();
        let mut ids = guilds.keys();
        match (ids.next(), ids.next()) {
            (Some(only), None) => Some(*only),
            _ => None,
        }
    }

    /// The language of a guild; English where it is not known, and in direct messages.
    pub(crate) fn reader_of(&self, guild: Option<GuildId>) -> Reader {
        let known = guild.and_then(|guild| self.guilds().get(&guild).copied().flatten());
        known.unwrap_or_default()
    }

    fn threads(&self) -> MutexGuard<'_, BTreeMap<ChannelId, (ChannelId, GuildId)>> {
        self.threads.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn guilds(&self) -> MutexGuard<'_, BTreeMap<GuildId, Option<Reader>>> {
        // Every change is a single insertion or removal, so a poisoned map is whole.
        self.guilds.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
