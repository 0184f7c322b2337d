//! The capacity, and several times as much.

use std::time::{Duration, Instant};

use crate::Outcome;
use crate::bot::own_cpu;
use crate::report::{Report, mebibytes, quantile, real, written};
use crate::stage::Stage;

/// Times the capacity that is asked.
const TIMES: [u32; 3] = [2, 5, 20];

const WARMING_UP: Duration = Duration::from_secs(3);

const SLOWEST: Duration = Duration::from_secs(3);
const SLOW: Duration = Duration::from_millis(2_500);

/// What one phase came to.
struct Measured {
    asked: f64,
    answered: f64,
    refused: f64,
    quoted: f64,
    /// Milliseconds to the first response: the middle, 99 of 100, the last.
    first: [Option<Duration>; 3],
    unanswered: usize,
    peak: u64,
    bot_cpu: f64,
    own_cpu: f64,
}

/// Measures the capacity, asks more than that, and prints what comes of it.
pub async fn run(stage: &Stage, length: Duration, report: &mut Report) -> Outcome<()> {
    stage.keep_busy(WARMING_UP).await?;
    stage.all_ended().await;
    println!(
        "{:>8} {:>8} {:>10} {:>5} {:>9} {:>6} {:>21} {:>6} {:>9} {:>5} {:>12}",
        "load",
        "asked/s",
        "answered/s",
        "ratio",
        "refused/s",
        "quoted",
        "first p50/p99/max ms",
        "never",
        "peak MiB",
        "ratio",
        "CPU bot/own"
    );
    let capacity = measure(stage, length, stage.keep_busy(length)).await?;
    capacity.print("capacity", &capacity);
    let mut all = Vec::new();
    for times in TIMES {
        let rate = capacity.answered * f64::from(times);
        let asking = async {
            stage.keep_asking(rate, length).await;
            Ok(())
        };
        let measured = measure(stage, length, asking).await?;
        measured.print(&format!("{times}x"), &capacity);
        all.push((times, measured));
    }
    for (times, measured) in all {
        measured.check(times, &capacity, report);
    }
    Ok(())
}

/// What the bot makes of a phase of this length.
async fn measure(
    stage: &Stage,
    length: Duration,
    asking: impl Future<Output = Outcome<()>>,
) -> Outcome<Measured> {
    let before = stage.stand_in.ledger.borrow().len();
    stage.bot.forget_peak()?;
    let (bot_cpu, own) = (stage.bot.cpu()?, own_cpu()?);
    let start = Instant::now();
    asking.await?;
    let end = start + length;
    let share = |before: Duration, after: Duration| {
        after.saturating_sub(before).as_secs_f64() / start.elapsed().as_secs_f64()
    };
    let (bot_cpu, own_cpu) = (share(bot_cpu, stage.bot.cpu()?), share(own, own_cpu()?));
    stage.all_ended().await;
    let ledger = stage.stand_in.ledger.borrow();
    let asked = ledger.since(before);
    let each_second = |count: usize| real(count) / length.as_secs_f64();
    let in_time = asked
        .iter()
        .filter(|asked| asked.ended.is_some_and(|ended| ended < end));
    let in_time: Vec<_> = in_time.collect();
    let answered = in_time.iter().filter(|asked| asked.is_answered()).count();
    let quoted = in_time.iter().filter(|asked| asked.is_quoted()).count();
    let mut first: Vec<_> = asked.iter().map(|asked| asked.first).collect();
    Ok(Measured {
        asked: each_second(asked.len()),
        answered: each_second(answered),
        refused: each_second(in_time.iter().filter(|asked| asked.is_refused()).count()),
        quoted: real(quoted) / real(answered),
        first: [0.5, 0.99, 1.0].map(|at| quantile(&mut first, at)),
        unanswered: asked.iter().filter(|asked| asked.end.is_none()).count(),
        peak: stage.bot.peak()?,
        bot_cpu,
        own_cpu,
    })
}

impl Measured {
    fn print(&self, load: &str, capacity: &Self) {
        let first = self.first.map(written).join("/");
        println!(
            "{load:>8} {:>8.1} {:>10.1} {:>5.2} {:>9.1} {:>5.0}% {first:>21} {:>6} {:>9.1} {:>5.2} {:>6.2}/{:.2}",
            self.asked,
            self.answered,
            self.answered / capacity.answered,
            self.refused,
            self.quoted * 100.0,
            self.unanswered,
            mebibytes(self.peak),
            real(self.peak) / real(capacity.peak),
            self.bot_cpu,
            self.own_cpu,
        );
    }

    fn check(&self, times: u32, capacity: &Self, report: &mut Report) {
        let answered = self.answered / capacity.answered;
        let of_load = |criterion: &str| format!("{times}x: {criterion}");
        report.check(
            &of_load("answers within 10 % of the capacity"),
            &format!("{answered:.2}"),
            (answered - 1.0).abs() <= 0.1,
        );
        let [_, most, last] = self.first;
        report.check(
            &of_load("first response, p99 under 2.5 s"),
            &format!("{} ms", written(most)),
            most.is_some_and(|most| most < SLOW),
        );
        report.check(
            &of_load("first response, none over 3 s"),
            &format!("{} ms", written(last)),
            last.is_some_and(|last| last <= SLOWEST) && self.unanswered == 0,
        );
        let memory = real(self.peak) / real(capacity.peak);
        report.check(
            &of_load("memory within 20 % of that at capacity"),
            &format!("{memory:.2}"),
            memory <= 1.2,
        );
    }
}
