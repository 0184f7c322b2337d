//! One *connection* to the gateway, from its begin to its end.

use std::future::poll_fn;
use std::pin::{Pin, pin};
use std::task::{Context, Poll};
use std::time::Duration;

use serenity::futures::Stream;
use thiserror::Error;
use tokio::time::{Instant, sleep_until};
use tokio_util::sync::CancellationToken;
use twilight_gateway::error::{ReceiveMessageError, ReceiveMessageErrorType};
use twilight_gateway::{CloseFrame, Config, Message, Session, Shard, ShardId, ShardState};

use super::Event;
use super::event::{Frame, Unreadable};
use super::identify::Turn;
use crate::bot::metrics::Metrics;

/// With this code twilight tells of a connection that broke off.
const BROKEN_OFF: u16 = 1006;

/// A connection. It is given up when it ends; twilight would connect again by itself, at once and
/// as often as it takes.
pub(super) struct Connection {
    shard: Shard<Turn>,
    answer_timeout: Duration,
    begun: Instant,
    hello: Option<Hello>,
    /// The first heartbeat that was not acknowledged.
    unacknowledged: Option<Instant>,
    /// When READY or RESUMED came.
    established: Option<Instant>,
}

/// Discord's first word on a connection.
struct Hello {
    came: Instant,
    /// The time between heartbeats.
    interval: Duration,
    /// Whether a session goes on, and not another one begins.
    resumes: bool,
}

/// How a connection ended.
#[derive(Debug, Error)]
pub(super) enum End {
    #[error("it cannot be reached: {0}")]
    Unreachable(String),
    /// With a code, if Discord gave one.
    #[error("Discord closed the connection (code {})", .0.map_or_else(|| "none".to_owned(), |code| code.to_string()))]
    Closed(Option<u16>),
    /// It broke off, or Discord asked for another one.
    #[error("{0}")]
    Lost(&'static str),
    #[error("IDENTIFY or RESUME was not answered")]
    Unanswered,
    #[error("the program is stopping")]
    Stopped,
}

/// What comes next on a connection.
enum Step {
    Text(String),
    Unreadable,
    End(End),
}

impl Connection {
    /// A connection that is yet to be made.
    pub(super) fn new(id: ShardId, config: Config<Turn>, answer_timeout: Duration) -> Self {
        Self {
            shard: Shard::with_config(id, config),
            answer_timeout,
            begun: Instant::now(),
            hello: None,
            unacknowledged: None,
            established: None,
        }
    }

    /// Connects and hands on events until the connection ends.
    pub(super) async fn run(
        &mut self,
        handle: &impl Fn(Event),
        metrics: &Metrics,
        stop: &CancellationToken,
    ) -> End {
        // Counted until this ends.
        let mut connected = None;
        loop {
            let next = tokio::select! {
                biased;
                () = stop.cancelled() => {
                    self.say_goodbye().await;
                    return End::Stopped;
                }
                next = self.next() => next,
            };
            let read = match next {
                Step::Text(text) => Frame::read(&text),
                Step::Unreadable => Err(Unreadable { event: None }),
                Step::End(end) => return end,
            };
            if self.established.is_none() && self.shard.state() == ShardState::Active {
                self.established = Some(Instant::now());
                connected.get_or_insert_with(|| metrics.connected());
                if self.has_resumed() {
                    tracing::info!(shard = self.shard.id().number(), "session resumed");
                }
            }
            match read {
                Ok(Frame::Event(event)) => handle(*event),
                Ok(Frame::Hello { interval }) => self.hello(interval),
                Ok(Frame::Reconnect) => {
                    // Twilight has prepared the closing frame and sends it now.
                    let _ = poll_fn(|context| Poll::Ready(self.poll(context))).await;
                    return End::Lost("Discord asked for a new connection");
                }
                Ok(Frame::Other) => {}
                Err(Unreadable { event: Some(event) }) => {
                    tracing::warn!(event, "an event could not be read");
                }
                Err(Unreadable { event: None }) => {
                    tracing::warn!("a gateway frame could not be read");
                }
            }
        }
    }

    /// The session, for as long as it can be resumed, and where.
    pub(super) fn session(&self) -> Option<(&Session, Option<&str>)> {
        Some((self.shard.session()?, self.shard.resume_url()))
    }

    /// How long ago READY or RESUMED came, if it did.
    pub(super) fn established_for(&self) -> Option<Duration> {
        self.established.map(|since| since.elapsed())
    }

    /// Whether RESUME was sent.
    pub(super) fn has_resumed(&self) -> bool {
        self.hello.as_ref().is_some_and(|hello| hello.resumes)
    }

    fn hello(&mut self, interval: Duration) {
        self.hello = Some(Hello {
            came: Instant::now(),
            interval,
            resumes: self.shard.state() == ShardState::Resuming,
        });
    }

    /// Waits for what comes next, and for no longer than Discord may take.
    async fn next(&mut self) -> Step {
        let mut timer = pin!(sleep_until(self.begun + self.answer_timeout));
        poll_fn(|context| {
            if let Poll::Ready(step) = self.poll(context) {
                return Poll::Ready(step);
            }
            // Twilight tells nobody of what it sends meanwhile, so this is looked at each time.
            let Some((deadline, end)) = self.deadline() else {
                return Poll::Pending;
            };
            if timer.deadline() != deadline {
                timer.as_mut().reset(deadline);
            }
            timer.as_mut().poll(context).map(|()| Step::End(end))
        })
        .await
    }

    fn poll(&mut self, context: &mut Context<'_>) -> Poll<Step> {
        let was_open = self.is_open();
        let polled = Pin::new(&mut self.shard).poll_next(context);
        let latency = self.shard.latency();
        let sent = latency.sent().filter(|_| latency.received().is_none());
        self.unacknowledged =
            sent.map(|sent| self.unacknowledged.unwrap_or(Instant::from_std(sent)));
        let step = match polled {
            Poll::Ready(Some(Ok(Message::Text(text)))) => Step::Text(text),
            Poll::Ready(Some(Ok(Message::Close(frame)))) => {
                let code = frame.map(|frame| frame.code);
                Step::End(match code {
                    Some(BROKEN_OFF) => End::Lost("the connection was lost"),
                    code => End::Closed(code),
                })
            }
            Poll::Ready(Some(Err(error))) => failed(error),
            Poll::Ready(None) => Step::End(End::Closed(None)),
            // The other end hung up without a word: twilight tells nobody and connects anew.
            Poll::Pending if was_open && !self.is_open() => {
                Step::End(End::Lost("the connection was lost"))
            }
            Poll::Pending => return Poll::Pending,
        };
        Poll::Ready(step)
    }

    /// When the connection counts as dead unless something comes, and how it then has ended.
    fn deadline(&self) -> Option<(Instant, End)> {
        let Some(hello) = &self.hello else {
            let end = End::Lost("no HELLO from Discord");
            return Some((self.begun + self.answer_timeout, end));
        };
        let asked = match self.established {
            Some(_) => None,
            None if hello.resumes => Some(hello.came),
            None => self.shard.config().queue().came(),
        };
        let answer = asked.map(|asked| (asked + self.answer_timeout, End::Unanswered));
        let acknowledgement = self.unacknowledged.map(|sent| {
            let end = End::Lost("a heartbeat was not acknowledged");
            (sent + hello.interval, end)
        });
        let deadlines = answer.into_iter().chain(acknowledgement);
        deadlines.min_by_key(|(deadline, _)| *deadline)
    }

    /// Closes the connection as one that ends for good, and waits until Discord has heard it.
    async fn say_goodbye(&mut self) {
        if !self.is_open() {
            return;
        }
        self.shard.close(CloseFrame::NORMAL);
        let mut said = false;
        poll_fn(|context| {
            loop {
                let polled = Pin::new(&mut self.shard).poll_next(context);
                // Open again: twilight has connected anew.
                let is_over = said && self.is_open();
                said |= !self.is_open();
                match polled {
                    Poll::Ready(Some(Ok(Message::Text(_)))) if !is_over => {}
                    Poll::Pending if !is_over => return Poll::Pending,
                    _ => return Poll::Ready(()),
                }
            }
        })
        .await;
    }

    /// Whether the connection is made. One that is being closed does not count.
    fn is_open(&self) -> bool {
        matches!(
            self.shard.state(),
            ShardState::Active | ShardState::Identifying | ShardState::Resuming
        )
    }
}

/// What a failure of twilight's means. What it says may hold the frame, and is never shown.
fn failed(error: ReceiveMessageError) -> Step {
    match error.kind() {
        ReceiveMessageErrorType::Deserializing { .. } => Step::Unreadable,
        ReceiveMessageErrorType::Reconnect => {
            let reason = error.into_source().map(|source| source.to_string());
            Step::End(End::Unreachable(reason.unwrap_or_default()))
        }
        _ => Step::End(End::Lost("a frame was broken")),
    }
}
