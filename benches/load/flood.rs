//! A member asks one question beside another one's flood.

use std::time::{Duration, Instant};

use crate::Outcome;
use crate::report::{Report, quantile, written};
use crate::stage::Stage;

const FLOOD: usize = 1_000;

/// How often each is measured.
const RUNS: usize = 15;

/// The two of them.
const MEMBER: usize = 0;
const FLOODER: usize = 1;

/// When the member asks, after the flood has begun.
const MOMENTS: [u64; 4] = [0, 50, 200, 500];

/// Measures how long the member waits alone, and beside the flood.
pub async fn run(stage: &Stage, report: &mut Report) -> Outcome<()> {
    let mut alone = Vec::new();
    for _ in 0..RUNS {
        alone.push(wait(stage).await?);
    }
    let [usual, most] = middle_and_last(&mut alone);
    println!(
        "a member alone waits {} ms, at most {}",
        written(usual),
        written(most)
    );
    for moment in MOMENTS {
        let mut beside = Vec::new();
        for _ in 0..RUNS {
            let start = Instant::now();
            for _ in 0..FLOOD {
                stage.ask_as(FLOODER, start);
            }
            tokio::time::sleep(Duration::from_millis(moment)).await;
            beside.push(wait(stage).await?);
            stage.all_ended().await;
        }
        let [middle, last] = middle_and_last(&mut beside);
        let ratio = |beside: Option<Duration>, alone: Option<Duration>| {
            let both = beside.zip(alone);
            both.map_or(f64::INFINITY, |(beside, alone)| {
                beside.as_secs_f64() / alone.as_secs_f64()
            })
        };
        let (ratio, of_last) = (ratio(middle, usual), ratio(last, most));
        report.check(
            &format!(
                "beside a flood of {FLOOD}, {moment} ms after it, at most three times as long"
            ),
            &format!(
                "{} ms, {ratio:.2} times; at most {} ms, {of_last:.2} times",
                written(middle),
                written(last)
            ),
            ratio <= 3.0,
        );
    }
    Ok(())
}

/// How long the member waits for an answer.
async fn wait(stage: &Stage) -> Outcome<Option<Duration>> {
    let number = stage.ask_as(MEMBER, Instant::now());
    stage.ended(number).await?;
    let ledger = stage.stand_in.ledger.borrow();
    let asked = &ledger.since(number)[0];
    Ok(asked.took().filter(|_| asked.is_answered()))
}

fn middle_and_last(times: &mut [Option<Duration>]) -> [Option<Duration>; 2] {
    [0.5, 1.0].map(|at| quantile(times, at))
}
