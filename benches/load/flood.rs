//! A member asks one question beside another one's flood.

use std::time::{Duration, Instant};

use crate::Outcome;
use crate::report::{Report, quantile, written};
use crate::stage::Stage;

const FLOOD: u32 = 1_000;

/// How long the flood takes to come.
const COMES_IN: Duration = Duration::from_secs(1);

/// How often each is measured.
const RUNS: u32 = 20;

/// The two of them.
const MEMBER: usize = 0;
const FLOODER: usize = 1;

/// Measures how long the member waits alone, amid a flood, and behind one that came all at once.
pub async fn run(stage: &Stage, report: &mut Report) -> Outcome<()> {
    let (mut alone, mut amid, mut behind) = (Vec::new(), Vec::new(), Vec::new());
    for run in 0..RUNS {
        alone.push(wait(stage).await?);
        let moment = COMES_IN * run / RUNS;
        let member = async {
            tokio::time::sleep(moment).await;
            wait(stage).await
        };
        let ((), waited) = tokio::join!(flood(stage, COMES_IN), member);
        amid.push(waited?);
        stage.all_ended().await;
        flood(stage, Duration::ZERO).await;
        behind.push(wait(stage).await?);
        stage.all_ended().await;
    }
    let alone = Waits::of(&mut alone);
    println!("a member alone waits {alone}");
    let amid = Waits::of(&mut amid);
    report.check(
        &format!("amid {FLOOD} questions of another in a second, at most three times as long"),
        &format!("{amid}, {:.2} times", amid.ratio(&alone)),
        amid.ratio(&alone) <= 3.0,
    );
    let behind = Waits::of(&mut behind);
    println!(
        "behind {FLOOD} that come all at once: {behind}, {:.2} times",
        behind.ratio(&alone)
    );
    Ok(())
}

/// Asks 1,000 questions as one member within this time.
async fn flood(stage: &Stage, time: Duration) {
    let start = Instant::now();
    for number in 0..FLOOD {
        let due = start + time * number / FLOOD;
        if due > Instant::now() {
            tokio::time::sleep_until(due.into()).await;
        }
        stage.ask_as(FLOODER, due);
    }
}

/// How long the member waits for an answer.
async fn wait(stage: &Stage) -> Outcome<Option<Duration>> {
    let number = stage.ask_as(MEMBER, Instant::now());
    stage.ended(number).await?;
    let ledger = stage.stand_in.ledger.borrow();
    let asked = &ledger.since(number)[0];
    Ok(asked.took().filter(|_| asked.is_answered()))
}

/// The middle and the longest of several waits.
struct Waits {
    middle: Option<Duration>,
    longest: Option<Duration>,
}

impl Waits {
    fn of(waits: &mut [Option<Duration>]) -> Self {
        Self {
            middle: quantile(waits, 0.5),
            longest: quantile(waits, 1.0),
        }
    }

    /// How many times as long as the others, in the middle.
    fn ratio(&self, others: &Self) -> f64 {
        let both = self.middle.zip(others.middle);
        both.map_or(f64::INFINITY, |(own, other)| {
            own.as_secs_f64() / other.as_secs_f64()
        })
    }
}

impl std::fmt::Display for Waits {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let (middle, longest) = (written(self.middle), written(self.longest));
        write!(f, "{middle} ms, at most {longest} ms")
    }
}
