//! A moderate load for long, with faults.

use std::time::{Duration, Instant};

use rustix::process::Signal;

use crate::Outcome;
use crate::ledger::Asked;
use crate::report::{Report, mebibytes, real};
use crate::stage::Stage;
use crate::stand_in::{Break, Faults};

/// How long the capacity is measured.
const MEASURING: Duration = Duration::from_secs(10);

/// Of a thousand requests.
const FAULTS: Faults = Faults {
    errors: 30,
    limits: 20,
    broken: 10,
    lost: 10,
};

/// Times between two ends of a connection, and two reloads.
const BETWEEN_ENDS: u64 = 40;
const BETWEEN_RELOADS: u64 = 15;

const ENDS: [Break; 4] = [
    Break::Cut,
    Break::Reconnect,
    Break::Close(4000),
    Break::Close(1001),
];

/// The memory may differ by so much between both halves.
const GROWTH: f64 = 1.05;

/// Asks for so long, and checks what came of every question, and of the memory.
pub async fn run(stage: &Stage, length: Duration, report: &mut Report) -> Outcome<()> {
    let before = stage.stand_in.ledger.borrow().len();
    stage.keep_busy(MEASURING).await?;
    stage.all_ended().await;
    let first = stage.stand_in.ledger.borrow().len();
    let rate = real(first - before) / MEASURING.as_secs_f64() / 2.0;
    println!("{rate:.1} questions a second, half of what it can answer");
    stage.stand_in.faults.set(FAULTS);
    let ((), troubled) = tokio::join!(stage.keep_asking(rate, length), trouble(stage, length));
    let memory = troubled?;
    stage.all_ended().await;
    stage.stand_in.faults.set(Faults::default());
    check_questions(stage, first, report);
    check_memory(&memory, report);
    Ok(())
}

/// Ends connections and reloads in turn; gives the memory in use each second.
async fn trouble(stage: &Stage, length: Duration) -> Outcome<Vec<u64>> {
    let start = Instant::now();
    let (mut memory, mut ends, mut reloads) = (Vec::new(), 0, 0);
    for second in 1..=length.as_secs() {
        tokio::time::sleep_until((start + Duration::from_secs(second)).into()).await;
        memory.push(stage.bot.memory()?);
        if second % BETWEEN_ENDS == 0 {
            stage.stand_in.end_connection(ENDS[ends % ENDS.len()]);
            ends += 1;
        }
        if second % BETWEEN_RELOADS == 0 {
            stage.bot.signal(Signal::HUP)?;
            reloads += 1;
        }
    }
    let failed = stage.stand_in.failed.get();
    println!("connections ended: {ends}, reloads: {reloads}, requests that failed: {failed}");
    Ok(memory)
}

fn check_questions(stage: &Stage, first: usize, report: &mut Report) {
    let ledger = stage.stand_in.ledger.borrow();
    let asked = ledger.since(first);
    let count = |is: fn(&Asked) -> bool| asked.iter().filter(|asked| is(asked)).count();
    let (answered, refused) = (count(Asked::is_answered), count(Asked::is_refused));
    let doubled = count(|asked| asked.doubled > 0);
    report.check(
        "every question is answered once or politely refused",
        &format!(
            "asked {}, answered {answered}, refused {refused}, more than once {doubled}",
            asked.len()
        ),
        answered + refused == asked.len() && doubled == 0,
    );
}

fn check_memory(memory: &[u64], report: &mut Report) {
    let (first, second) = memory.split_at(memory.len() / 2);
    let mean = |half: &[u64]| real(half.iter().sum::<u64>()) / real(half.len().max(1));
    let (first, second) = (mean(first), mean(second));
    report.check(
        "memory does not grow",
        &format!(
            "{:.1} MiB in the first half, {:.1} MiB in the second, ratio {:.2}",
            first / 1024.0 / 1024.0,
            second / 1024.0 / 1024.0,
            second / first
        ),
        second / first <= GROWTH,
    );
    let tenths = memory.chunks(memory.len().div_ceil(10).max(1));
    let most = tenths.map(|tenth| tenth.iter().max().copied().unwrap_or_default());
    let most: Vec<String> = most.map(|most| format!("{:.1}", mebibytes(most))).collect();
    println!("at most, in each tenth: {} MiB", most.join(", "));
}
