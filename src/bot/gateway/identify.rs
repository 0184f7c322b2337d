//! *Identifying* in turn: Discord lets so many sessions begin at once and a day.

use std::sync::Arc;
use std::sync::OnceLock;

use tokio::sync::oneshot;
use tokio::time::Instant;
use twilight_gateway::queue::{InMemoryQueue, Queue};

/// The turn of one connection in the queue of all, and when it came.
#[derive(Debug, Clone)]
pub(super) struct Turn {
    queue: InMemoryQueue,
    came: Arc<OnceLock<Instant>>,
}

impl Turn {
    pub(super) fn in_queue(queue: InMemoryQueue) -> Self {
        Self {
            queue,
            came: Arc::default(),
        }
    }

    /// When the connection was let to identify.
    pub(super) fn came(&self) -> Option<Instant> {
        self.came.get().copied()
    }
}

impl Queue for Turn {
    fn enqueue(&self, shard: u32) -> oneshot::Receiver<()> {
        let (mut give, given) = oneshot::channel();
        let turn = self.queue.enqueue(shard);
        let came = Arc::clone(&self.came);
        tokio::spawn(async move {
            // A connection that is gone leaves the queue.
            let came_up = tokio::select! {
                () = give.closed() => return,
                turn = turn => turn.is_ok(),
            };
            if came_up {
                came.get_or_init(Instant::now);
                let _ = give.send(());
            }
        });
        given
    }
}
