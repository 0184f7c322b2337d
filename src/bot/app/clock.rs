//! The *clock* of the bot; the core is told the time.

#![allow(
    clippy::disallowed_methods,
    reason = "the edge reads the clock, the core does not"
)]

use std::time::{Instant, SystemTime};

use crate::journal::Timestamp;

/// The time of day, as the journal keeps it.
pub(crate) fn now() -> Timestamp {
    time().into()
}

/// The time of day.
pub(crate) fn time() -> SystemTime {
    SystemTime::now()
}

/// What time is measured from.
pub(crate) fn start() -> Instant {
    Instant::now()
}
