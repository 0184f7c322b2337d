//! The *queue* in front of everything that computes for members: as many jobs at once as there are
//! cores, a bounded number waiting behind them, and turns that are fair.

mod fair;

use std::collections::VecDeque;
use std::future::Future;
use std::num::NonZeroUsize;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use serenity::model::id::{ChannelId, UserId};
use tokio::sync::oneshot;

use crate::bot::metrics::{Metrics, Refusal};
use fair::FairQueue;

/// Whom a job is for, which decides whose turn it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Lane {
    pub(crate) member: UserId,
    pub(crate) channel: ChannelId,
}

/// Why a job came to nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum JobError {
    /// Too many wait already; the same may succeed a moment later.
    Busy,
    /// The job panicked. Only this one has failed.
    Panicked,
}

/// A handle to the queue; cheap to clone.
#[derive(Clone)]
pub(crate) struct Queue {
    state: Arc<Mutex<State>>,
    metrics: Metrics,
}

type Job = Box<dyn FnOnce() + Send>;

/// How much of what nobody waits for is kept until there is time for it.
const MOST_LATER: usize = 64;

/// While there is no time, one turn in so many is for what nobody waits for.
const TURNS: usize = 16;

struct State {
    waiting: FairQueue<Job>,
    /// What nobody waits for.
    later: VecDeque<Job>,
    /// Turns since one of those.
    turns: usize,
    running: usize,
    at_once: usize,
}

impl Queue {
    /// A queue of at most `waiting` jobs before as many that run as there are cores.
    pub(crate) fn new(cores: NonZeroUsize, waiting: usize, metrics: Metrics) -> Self {
        Self {
            state: Arc::new(Mutex::new(State {
                waiting: FairQueue::new(waiting),
                later: VecDeque::new(),
                turns: 0,
                running: 0,
                at_once: cores.get(),
            })),
            metrics,
        }
    }

    /// Does some work when it is its turn, on a thread where it may take its time.
    ///
    /// # Errors
    /// [`JobError::Busy`] at once, or later where others have a better claim to the room;
    /// [`JobError::Panicked`] after a defect, which is logged without what the work was about.
    pub(crate) fn run<T: Send + 'static, W: FnOnce() -> T + Send + 'static>(
        &self,
        lane: Lane,
        work: W,
    ) -> impl Future<Output = Result<T, JobError>> + Send + use<T, W> {
        let (done, result) = oneshot::channel();
        let metrics = self.metrics.clone();
        let job: Job = Box::new(move || {
            let made = catch_unwind(AssertUnwindSafe(work)).map_err(|_| JobError::Panicked);
            if made.is_err() {
                metrics.panicked();
            }
            // Whoever waited for it may have gone.
            let _ = done.send(made);
        });
        self.submit(lane, job);
        async {
            // A job that is dropped had no room.
            let made = result.await.unwrap_or(Err(JobError::Busy));
            if matches!(made, Err(JobError::Panicked)) {
                report_panic();
            }
            made
        }
    }

    /// Does some work that nobody waits for when there is time, and seldom while there is not. `false`
    /// where so much of it waits that this is let go.
    pub(crate) fn run_later(&self, work: impl FnOnce() + Send + 'static) -> bool {
        let mut state = self.lock();
        let has_room = state.later.len() < MOST_LATER;
        if has_room {
            let metrics = self.metrics.clone();
            state.later.push_back(Box::new(move || {
                if catch_unwind(AssertUnwindSafe(work)).is_err() {
                    metrics.panicked();
                    report_panic();
                }
            }));
        }
        self.start_one(state);
        has_room
    }

    /// Whether a job would be taken in, for who would do much before only to be refused. Another may be
    /// quicker.
    pub(crate) fn has_room(&self, lane: Lane) -> bool {
        let state = self.lock();
        let (member, channel) = (lane.member.get(), lane.channel.get());
        state.waiting.has_room(member, channel)
    }

    fn submit(&self, lane: Lane, job: Job) {
        let mut state = self.lock();
        // Dropped behind the lock: what it holds may be much.
        let refused = state
            .waiting
            .push(lane.member.get(), lane.channel.get(), job);
        if refused.is_some() {
            self.metrics.refused(Refusal::Busy);
        }
        self.start_one(state);
        drop(refused);
    }

    /// Begins to work on one more core, if one is free.
    fn start_one(&self, mut state: MutexGuard<'_, State>) {
        let starts = state.running < state.at_once;
        state.running += usize::from(starts);
        self.metrics.queue(state.waiting.len(), state.running);
        drop(state);
        if starts {
            let queue = self.clone();
            tokio::task::spawn_blocking(move || queue.work());
        }
    }

    /// Does what waits until nothing does.
    fn work(&self) {
        while let Some(job) = self.next() {
            job();
        }
    }

    fn next(&self) -> Option<Job> {
        let mut state = self.lock();
        let job = state.take();
        state.running -= usize::from(job.is_none());
        self.metrics.queue(state.waiting.len(), state.running);
        job
    }

    fn lock(&self) -> MutexGuard<'_, State> {
        // Nothing that could panic happens behind the lock.
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn report_panic() {
    tracing::error!("a job failed because of a bug in the program");
}

impl State {
    /// The job whose turn it is.
    fn take(&mut self) -> Option<Job> {
        self.turns += 1;
        let mut job = None;
        if self.turns < TURNS {
            job = self.waiting.pop();
        }
        if job.is_none() && !self.later.is_empty() {
            self.turns = 0;
            job = self.later.pop_front();
        }
        job.or_else(|| self.waiting.pop())
    }
}

#[cfg(test)]
mod tests {
    use std::sync::mpsc;

    use super::*;

    fn lane(member: u64) -> Lane {
        Lane {
            member: UserId::new(member),
            channel: ChannelId::new(1),
        }
    }

    const WAITING: usize = 32;

    fn one_core() -> Queue {
        Queue::new(NonZeroUsize::MIN, WAITING, Metrics::default())
    }

    #[tokio::test]
    async fn a_panic_fails_its_job_alone() {
        let queue = one_core();
        let failed = queue.run(lane(1), || panic!("a defect")).await;
        assert_eq!(failed, Err::<(), _>(JobError::Panicked));
        assert_eq!(queue.run(lane(1), || 2).await, Ok(2));
        let told = queue.metrics.text();
        assert!(told.contains("\nverbatim_panics_total 1\n"), "{told}");
    }

    #[tokio::test]
    async fn what_nobody_waits_for_is_done_last_and_seldom_before() {
        let queue = one_core();
        let (open, gate) = mpsc::channel::<()>();
        let first = queue.run(lane(1), move || gate.recv().is_ok());
        let order = Arc::new(Mutex::new(String::new()));
        let note = |letter: char| {
            let order = Arc::clone(&order);
            move || order.lock().expect("no panic").push(letter)
        };
        let room = (0..=MOST_LATER).filter(|_| queue.run_later(note('l')));
        assert_eq!(room.count(), MOST_LATER);
        let asked: Vec<_> = (1..WAITING)
            .map(|_| queue.run(lane(1), note('q')))
            .collect();
        open.send(()).expect("the first job waits");
        assert_eq!(first.await, Ok(true));
        for asked in asked {
            assert_eq!(asked.await, Ok(()));
        }
        let order = order.lock().expect("no panic");
        let questions = |count| "q".repeat(count);
        let most = TURNS - 1;
        let expected = [
            questions(most - 1),
            questions(most),
            questions(WAITING - 2 * most),
        ];
        assert!(order.starts_with(&expected.join("l")), "{order}");
    }

    #[tokio::test]
    async fn a_flood_is_refused_and_another_member_is_next() {
        let queue = one_core();
        let (begun, begins) = oneshot::channel();
        let (open, gate) = mpsc::channel::<()>();
        let first = queue.run(lane(1), move || {
            begun.send(()).expect("somebody waits");
            gate.recv().is_ok()
        });
        begins.await.expect("the first job begins");
        let order = Arc::new(Mutex::new(Vec::new()));
        let note = |member: u64| {
            let order = Arc::clone(&order);
            move || order.lock().expect("no panic").push(member)
        };
        let flood: Vec<_> = (0..100).map(|_| queue.run(lane(1), note(1))).collect();
        let other = queue.run(lane(2), note(2));
        let told = queue.metrics.text();
        let full = format!("\nverbatim_queue_waiting {WAITING}\n");
        assert!(told.contains(&full), "{told}");
        open.send(()).expect("the first job waits");
        assert_eq!((first.await, other.await), (Ok(true), Ok(())));
        let mut refused = 0;
        for done in flood {
            refused += usize::from(done.await == Err(JobError::Busy));
        }
        // One of those that waited has made room for the other member.
        assert_eq!(refused, 100 - WAITING + 1);
        let order = order.lock().expect("no panic");
        assert_eq!(order[..3], [1, 2, 1], "{order:?}");
    }
}
