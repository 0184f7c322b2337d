//! To *reload* is to read the folder again; what came of it is logged, whoever asked for it.

use std::sync::Arc;
use std::time::Duration;

use super::clock;
use crate::bot::metrics::Metrics;
use crate::corpus::Problem;
use crate::library::{Library, LibraryError, ReloadReport};

/// Reloads, logs and counts what came of it, and tells how long it took.
///
/// # Errors
/// As [`Library::reload`]; the snapshot before it then keeps answering.
pub fn reload(
    library: &Arc<Library>,
    metrics: &Metrics,
) -> Result<(ReloadReport, Duration), LibraryError> {
    let began = clock::start();
    let reloaded = library.reload(clock::time());
    metrics.reloaded(reloaded.is_ok());
    match reloaded {
        Ok(report) => {
            let took = began.elapsed();
            let warnings = report
                .problems
                .iter()
                .filter(|problem| problem.is_warning())
                .count();
            tracing::info!(
                ?took,
                documents = report.documents_total,
                passages = report.passages_total,
                problems = report.problems.len() - warnings,
                warnings,
                "reloaded"
            );
            log_problems(&report.problems);
            Ok((report, took))
        }
        Err(error) => {
            tracing::error!(%error, "reload failed; the previous version stays in use");
            Err(error)
        }
    }
}

/// Logs what is wrong with the folder, and what may be as it was meant, told apart.
pub fn log_problems(problems: &[Problem]) {
    for problem in problems {
        tracing::warn!("{}: {problem}", problem.severity);
    }
}
