//! What was measured, and what it comes to.

use std::process::ExitCode;
use std::time::Duration;

/// Whether all criteria were met so far.
#[derive(Default)]
pub struct Report {
    failed: u32,
}

impl Report {
    /// Prints a criterion, what was measured for it, and whether that is as it should be.
    pub fn check(&mut self, criterion: &str, measured: &str, met: bool) {
        let verdict = if met { "PASS" } else { "FAIL" };
        println!("{verdict}  {criterion}: {measured}");
        self.failed += u32::from(!met);
    }

    /// How the program ends.
    pub fn verdict(&self) -> ExitCode {
        println!("\ncriteria that were not met: {}", self.failed);
        if self.failed == 0 {
            ExitCode::SUCCESS
        } else {
            ExitCode::FAILURE
        }
    }
}

/// The part `at` of some times lies below this one; a question without a time lies above all.
pub fn quantile(times: &mut [Option<Duration>], at: f64) -> Option<Duration> {
    times.sort_by_key(|time| time.unwrap_or(Duration::MAX));
    #[expect(
        clippy::cast_precision_loss,
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "an index"
    )]
    let index = ((times.len() as f64 * at) as usize).min(times.len().saturating_sub(1));
    times.get(index).copied().flatten()
}

/// A time in milliseconds; `never` for none.
pub fn written(time: Option<Duration>) -> String {
    time.map_or_else(
        || "never".to_owned(),
        |time| format!("{:.0}", time.as_secs_f64() * 1_000.0),
    )
}

/// A number as good as it has to be for a ratio.
#[expect(clippy::cast_precision_loss, reason = "far below 2^52")]
pub fn real(count: impl TryInto<u64>) -> f64 {
    count.try_into().unwrap_or_default() as f64
}

pub fn mebibytes(bytes: u64) -> f64 {
    real(bytes) / 1024.0 / 1024.0
}
