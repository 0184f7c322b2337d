//! What goes wrong, when a test says so: one queue of faults per method and route.

use std::collections::VecDeque;
use std::sync::{Mutex, PoisonError};

use tokio::sync::oneshot;

use super::routes;

/// What becomes of one request. The next one of the same kind gets the next fault, or none.
#[derive(Debug)]
pub enum Fault {
    /// 429 with Discord's headers and body. The `Retry-After` header is in whole seconds, rounded
    /// up, as Discord sends it.
    RateLimited {
        /// Seconds, as in the body.
        retry_after: f64,
        /// The limit of the whole bot, not of the route.
        global: bool,
    },
    /// An error of Discord's own, with its JSON body.
    Error {
        /// HTTP status.
        status: u16,
        /// Discord's code, 10062 for instance.
        code: u64,
        /// Discord's words.
        message: &'static str,
    },
    /// A status from the machinery in front of Discord: 502, 503, with a body that is not JSON.
    Status(u16),
    /// 200 with a page in place of JSON, from a network that wants one to log in.
    Page,
    /// The socket closes when the head has come and before the body is read. Such a request never
    /// arrived whole, and is not recorded.
    DropBeforeBody,
    /// The socket closes when the request has been read, and nothing is answered.
    DropAfterBody,
    /// What was asked is done, and the socket closes before the answer.
    DropAnswer,
    /// Waits for the test, then is answered as usual. Made by `FakeDiscord::hold`.
    Hold {
        /// Told that the request is here.
        arrived: oneshot::Sender<()>,
        /// Told, or dropped, when it may go on.
        release: oneshot::Receiver<()>,
    },
}

/// The test's end of a held request. Dropping it lets the request go.
pub struct Gate {
    arrived: Option<oneshot::Receiver<()>>,
    release: Option<oneshot::Sender<()>>,
}

impl Gate {
    /// A gate, and the fault that stands before it.
    pub fn new() -> (Self, Fault) {
        let (tell, arrived) = oneshot::channel();
        let (release, wait) = oneshot::channel();
        let gate = Self {
            arrived: Some(arrived),
            release: Some(release),
        };
        (
            gate,
            Fault::Hold {
                arrived: tell,
                release: wait,
            },
        )
    }

    /// Waits until the request stands before the gate.
    ///
    /// # Panics
    /// When it does not come.
    pub async fn reached(&mut self) {
        let arrived = self.arrived.take().expect("`reached` is asked once");
        let waited = tokio::time::timeout(super::PATIENCE, arrived).await;
        waited
            .expect("no request came to the gate")
            .expect("the stand-in is gone");
    }

    /// Lets the request go on.
    pub fn release(mut self) {
        // The request may be gone already: a client that lost patience.
        let _ = self.release.take().map(|release| release.send(()));
    }
}

struct Planned {
    method: &'static str,
    route: &'static str,
    fault: Fault,
}

/// The faults that are still to come.
#[derive(Default)]
pub struct Script(Mutex<VecDeque<Planned>>);

impl Script {
    /// Plans a fault for the next request of this kind that has none yet.
    ///
    /// # Panics
    /// When the stand-in has no such route.
    pub fn plan(&self, method: &'static str, route: &'static str, fault: Fault) {
        assert!(routes::ROUTES.contains(&route), "no such route: {route}");
        self.lock().push_back(Planned {
            method,
            route,
            fault,
        });
    }

    /// The fault for this request, if any.
    pub fn next(&self, method: &str, route: &str) -> Option<Fault> {
        let mut planned = self.lock();
        let at = planned
            .iter()
            .position(|plan| plan.method == method && plan.route == route)?;
        planned.remove(at).map(|plan| plan.fault)
    }

    /// The faults nobody met: a test that plans one and does not meet it proves nothing.
    pub fn unmet(&self) -> Vec<String> {
        let planned = self.lock();
        let unmet = planned.iter().map(
            |Planned {
                 method,
                 route,
                 fault,
             }| {
                format!("a planned fault was never met: {method} {route} {fault:?}")
            },
        );
        unmet.collect()
    }

    fn lock(&self) -> std::sync::MutexGuard<'_, VecDeque<Planned>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
