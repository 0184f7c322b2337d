//! The *clock* of the Discord edge; what is below it is told the time.

use std::time::SystemTime;

use crate::journal::Moment;

/// The time of day.
#[allow(
    clippy::disallowed_methods,
    reason = "the edge reads the clock, the core does not"
)]
pub(super) fn now() -> Moment {
    SystemTime::now().into()
}
