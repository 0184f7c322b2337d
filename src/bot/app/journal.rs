//! The *journal* as the bot keeps it: what is too old is deleted, and a failure is told calmly.

use std::sync::Arc;
use std::time::Duration;

use super::clock;
use crate::journal::{Journal, JournalError};
use crate::reply::{self, Locale, Notice, Reply};

/// How often the journal is asked whether a new day has begun.
const HOUR: Duration = Duration::from_hours(1);

/// Deletes what is too old as long as the bot runs, whether or not anything is asked.
pub(crate) async fn prune_daily(journal: Arc<Journal>) {
    let mut hours = tokio::time::interval(HOUR);
    loop {
        hours.tick().await;
        let journal = Arc::clone(&journal);
        let pruned = tokio::task::spawn_blocking(move || journal.prune(clock::now())).await;
        if let Ok(Err(error)) = pruned {
            tracing::warn!(%error, "old entries could not be deleted from the journal");
        }
    }
}

/// The journal did not keep something; the log has why.
pub(crate) fn unsaved(error: &JournalError, locale: Locale) -> Reply {
    tracing::warn!(%error, "the journal failed");
    reply::notice(Notice::JournalFailed, locale)
}

/// The journal did not tell something; the log has why.
pub(crate) fn unread(error: &JournalError, locale: Locale) -> Reply {
    tracing::warn!(%error, "the journal failed");
    reply::notice(Notice::Failed, locale)
}
