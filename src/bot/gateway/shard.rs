//! A *shard*: the part of the bot's guilds that one session tells of, over as many connections as it
//! takes.

use tokio_util::sync::CancellationToken;
use twilight_gateway::queue::InMemoryQueue;
use twilight_gateway::{Config, ConfigBuilder, Session, ShardId};

use super::close::{self, Next};
use super::connection::{Connection, End};
use super::identify::Turn;
use super::{Backoff, Event, Timing};
use crate::bot::api::{FatalClose, endpoints};
use crate::bot::metrics::Metrics;

/// How often RESUME may fail in a row before another session is begun. Eight waits of a back-off
/// are a minute at the least.
const RESUMES: u32 = 8;

/// A shard, and all it needs to connect.
pub(super) struct Shard {
    pub(super) id: ShardId,
    /// The queue in it is that of all shards.
    pub(super) config: Config<InMemoryQueue>,
    pub(super) is_proxied: bool,
    pub(super) timing: Timing,
    pub(super) metrics: Metrics,
}

/// A session that may go on.
struct Resumable {
    session: Session,
    /// Where Discord wants it to go on.
    url: Option<String>,
}

impl Shard {
    /// Connects, and connects again, until `stop` is cancelled.
    pub(super) async fn run(
        self,
        handle: impl Fn(Event),
        stop: CancellationToken,
    ) -> Result<(), FatalClose> {
        let mut backoff = Backoff::new(&self.timing);
        let mut resumable = None;
        let mut failed_resumes = 0;
        loop {
            let config = self.config(resumable.take());
            let mut connection = Connection::new(self.id, config, self.timing.answer_timeout);
            let end = connection.run(&handle, &self.metrics, &stop).await;
            let next = match end {
                End::Stopped => return Ok(()),
                End::Closed(code) => close::next(code),
                End::Unanswered => Next::Identify,
                End::Unreachable(_) | End::Lost(_) => Next::Resume,
            };
            if let Next::End(fatal) = next {
                return Err(fatal);
            }
            match connection.established_for() {
                Some(lasted) => {
                    failed_resumes = 0;
                    if lasted >= self.timing.stable_after {
                        backoff.reset();
                    }
                }
                None if connection.has_resumed() => failed_resumes += 1,
                None => {}
            }
            if next == Next::Resume && failed_resumes < RESUMES {
                resumable = Resumable::of(&connection);
            } else {
                failed_resumes = 0;
            }
            let (shard, wait, resumes) = (self.id.number(), backoff.next(), resumable.is_some());
            self.metrics.reconnects();
            // Discord moves its connections now and then.
            if wait.is_zero() {
                tracing::info!(shard, %end, resumes, "reconnecting");
            } else {
                tracing::warn!(shard, %end, resumes, ?wait, "the gateway connection is lost");
            }
            tokio::select! {
                () = stop.cancelled() => return Ok(()),
                () = tokio::time::sleep(wait) => {}
            }
        }
    }

    /// The configuration of one connection.
    fn config(&self, resumable: Option<Resumable>) -> Config<Turn> {
        let turn = Turn::in_queue(self.config.queue().clone());
        let mut config = ConfigBuilder::from(self.config.clone()).queue(turn);
        if let Some(Resumable { session, url }) = resumable {
            config = config.session(session);
            // One that cannot be right would be twilight's panic.
            let url = url.and_then(|url| endpoints::gateway_url(&url).ok());
            if let Some(url) = url.filter(|_| !self.is_proxied) {
                config = config.resume_url(url);
            }
        }
        config.build()
    }
}

impl Resumable {
    fn of(connection: &Connection) -> Option<Self> {
        let (session, url) = connection.session()?;
        Some(Self {
            session: session.clone(),
            url: url.map(str::to_owned),
        })
    }
}
