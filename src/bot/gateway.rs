//! The *gateway*: the connections over which Discord tells of events, kept up until the program ends.
//!
//! twilight-gateway speaks the protocol on one connection: heartbeats, IDENTIFY in turn, RESUME.
//! What lies between connections is here: how long to wait, whether the session goes on, when a
//! connection counts as dead, and when there is no sense in another try.

mod backoff;
mod close;
mod connection;
mod event;
mod identify;
mod shard;

use std::env::consts::OS;
use std::time::Duration;

use serde::{Deserialize, Deserializer};
use tokio::task::JoinSet;
use tokio_util::sync::CancellationToken;
use twilight_gateway::queue::InMemoryQueue;
use twilight_gateway::{Config, ConfigBuilder, Intents, ShardId};
use twilight_model::gateway::payload::outgoing::identify::IdentifyProperties;

use super::api::{Endpoints, FatalClose, Token, endpoints};
pub(crate) use backoff::Backoff;
pub(crate) use event::Event;
use shard::Shard;

/// Nothing privileged: messages that mention the bot and direct messages carry their text anyway.
const INTENTS: Intents = Intents::GUILDS
    .union(Intents::GUILD_MESSAGES)
    .union(Intents::DIRECT_MESSAGES);

/// What the program calls itself.
const NAME: &str = "verbatim";

/// How long the bot waits for Discord, and before it tries again.
#[derive(Debug, Clone, Copy)]
pub struct Timing {
    /// The wait before the second try; it doubles with each further one. The first comes at once.
    pub first_backoff: Duration,
    /// The longest wait between two tries.
    pub longest_backoff: Duration,
    /// A connection that has lasted as long ends the back-off.
    pub stable_after: Duration,
    /// How long Discord may take to begin a connection, and to answer IDENTIFY or RESUME.
    pub answer_timeout: Duration,
}

impl Default for Timing {
    fn default() -> Self {
        Self {
            first_backoff: Duration::from_secs(1),
            longest_backoff: Duration::from_secs(30),
            stable_after: Duration::from_secs(30),
            answer_timeout: Duration::from_mins(1),
        }
    }
}

/// Discord's word on where the gateway is, and how it wants to be connected to
/// (`GET /gateway/bot`).
#[derive(Debug, Deserialize)]
pub(crate) struct Recommended {
    #[serde(deserialize_with = "gateway_url")]
    url: String,
    /// How many connections there should be.
    shards: u32,
    session_start_limit: SessionStartLimit,
}

fn gateway_url<'de, D: Deserializer<'de>>(deserializer: D) -> Result<String, D::Error> {
    let url = String::deserialize(deserializer)?;
    endpoints::gateway_url(&url).map_err(serde::de::Error::custom)
}

/// How many sessions may be begun.
#[derive(Debug, Deserialize)]
struct SessionStartLimit {
    total: u32,
    remaining: u32,
    /// Milliseconds.
    reset_after: u64,
    /// How many at once, every five seconds.
    max_concurrency: u16,
}

impl SessionStartLimit {
    fn queue(&self) -> InMemoryQueue {
        InMemoryQueue::new(
            self.max_concurrency,
            self.remaining.min(self.total),
            Duration::from_millis(self.reset_after),
            self.total,
        )
    }
}

/// What connects to the gateway.
pub(crate) struct Gateway {
    config: Config<InMemoryQueue>,
    /// Whether the operator says where the gateway is; what Discord says of that then never counts.
    is_proxied: bool,
    shards: u32,
    timing: Timing,
}

impl Gateway {
    /// Begins nothing yet.
    pub(crate) fn new(
        recommended: &Recommended,
        token: &Token,
        endpoints: &Endpoints,
        timing: Timing,
    ) -> Self {
        let url = endpoints.gateway_url.as_ref().unwrap_or(&recommended.url);
        let config = ConfigBuilder::new(token.expose().to_owned(), INTENTS)
            .identify_properties(IdentifyProperties::new(NAME, NAME, OS))
            .proxy_url(url.clone())
            .queue(recommended.session_start_limit.queue())
            .build();
        Self {
            config,
            is_proxied: endpoints.gateway_url.is_some(),
            shards: recommended.shards.max(1),
            timing,
        }
    }

    /// Keeps all shards connected and hands every event to `handle`, until `stop` is cancelled and
    /// each connection has been closed as one that ends for good.
    ///
    /// # Errors
    /// When Discord closes a connection in a way that another try cannot mend.
    pub(crate) async fn run(
        &self,
        handle: impl Fn(Event) + Clone + Send + Sync + 'static,
        stop: CancellationToken,
    ) -> Result<(), FatalClose> {
        let mut running = JoinSet::new();
        for number in 0..self.shards {
            let shard = Shard {
                id: ShardId::new(number, self.shards),
                config: self.config.clone(),
                is_proxied: self.is_proxied,
                timing: self.timing,
            };
            running.spawn(shard.run(handle.clone(), stop.clone()));
        }
        while let Some(ended) = running.join_next().await {
            match ended {
                Ok(ended) => ended?,
                // Nobody else cancels it.
                Err(panic) => std::panic::resume_unwind(panic.into_panic()),
            }
        }
        Ok(())
    }
}
