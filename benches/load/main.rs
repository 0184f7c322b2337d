//! The bot under more questions than it can answer, and under faults.
//!
//! `cargo bench --bench load` starts the program as an operator does, against a light stand-in for
//! Discord in this process, and prints a table for each setting of `ENCODER`. First the capacity is
//! measured: as many questions under way as keep the bot busy, each followed by another. Then two,
//! five and twenty times as many are asked as it can answer, whether it answers or not. Last, a member
//! asks beside another one's flood of 1,000 questions. Each criterion is printed with PASS or FAIL;
//! after a FAIL the program ends with 1.
//!
//! `SOAK=1 SECONDS=600 cargo bench --bench load` asks half of what the bot can answer, while
//! connections break, Discord fails and the folder is reloaded: every question is to be answered once,
//! or politely refused, and memory is not to grow.
//!
//! `SECONDS` is the length of a phase (30), `ENCODER=on` or `off` measures only one of them. This
//! process has a core of its own, the last one, and the bot the others, so that neither takes from the
//! other; what each used is in the table. Ratios compare within one run.

#![allow(clippy::disallowed_methods, reason = "a benchmark reads the clock")]

mod bot;
mod flood;
mod knowledge;
mod ledger;
mod overload;
mod report;
mod soak;
mod stage;
mod stand_in;
mod template;

// What Discord says, as the tests have it; they use the rest of it.
#[allow(dead_code, unused_imports, unreachable_pub)]
#[path = "../../tests/it/fake_discord"]
mod fake_discord {
    pub mod events;
}

use std::error::Error;
use std::process::ExitCode;
use std::time::Duration;

use bot::Cores;
use knowledge::Knowledge;
use report::Report;
use stage::Stage;
use tokio::task::LocalSet;

type Outcome<T> = Result<T, Box<dyn Error>>;

fn main() -> Outcome<ExitCode> {
    let seconds = setting("SECONDS").map_or(Ok(30), |text| text.parse())?;
    let length = Duration::from_secs(seconds);
    let soak = setting("SOAK").is_some();
    let wanted = setting("ENCODER");
    let cores = Cores::divide()?;
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()?;
    let mut report = Report::default();
    for (encoder, knowledge) in [
        ("on", Knowledge::shipped()?),
        ("off", Knowledge::generated()?),
    ] {
        if wanted.as_deref().is_some_and(|wanted| wanted != encoder) {
            continue;
        }
        println!(
            "\nENCODER={encoder}, documents: {}, {seconds} s each, {cores}",
            knowledge.documents
        );
        LocalSet::new().block_on(&runtime, async {
            let stage = Stage::start(&cores, encoder, knowledge).await?;
            if soak {
                soak::run(&stage, length, &mut report).await?;
            } else {
                overload::run(&stage, length, &mut report).await?;
                flood::run(&stage, &mut report).await?;
            }
            stage.stop().await
        })?;
    }
    Ok(report.verdict())
}

/// A variable of the environment, unless it is empty or 0.
fn setting(name: &str) -> Option<String> {
    let text = std::env::var(name).ok()?;
    (!text.is_empty() && text != "0").then_some(text)
}
