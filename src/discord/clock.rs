//! The *clock* of the Discord edge; what is below it is told the time.

use std::time::{SystemTime, UNIX_EPOCH};

use crate::journal::Moment;

/// The time of day.
#[allow(
    clippy::disallowed_methods,
    reason = "the edge reads the clock, the core does not"
)]
pub(super) fn now() -> Moment {
    let since = SystemTime::now().duration_since(UNIX_EPOCH);
    let seconds = since.map_or(0, |since| since.as_secs());
    Moment(i64::try_from(seconds).unwrap_or(i64::MAX))
}
