//! Answers one question from a folder with quotes: the smallest use of the library.
//!
//! ```sh
//! cargo run --example quote knowledge "Qui a lancé l'organisation ?"
//! ```
//!
//! It answers by words alone. `verbatim ask` adds the encoder, which needs a file for its vectors:
//! see `src/cli/ask.rs`.

use std::path::Path;

use anyhow::{Context, bail};
use verbatim::answer::Verdict;
use verbatim::corpus::Limits;
use verbatim::library::Snapshot;
use verbatim::question::Question;

const LIMITS: Limits = Limits {
    file_bytes: 8 << 20,
    files: 1_000,
};

fn main() -> anyhow::Result<()> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [folder, question] = &arguments[..] else {
        bail!("usage: quote FOLDER QUESTION");
    };
    let knowledge = Snapshot::build(Path::new(folder), LIMITS, 1)?;
    for problem in knowledge.problems() {
        eprintln!("{problem}");
    }
    let question = Question::parse(question).context("the question cannot be read")?;
    let answer = knowledge.answer(&question, 3)?;
    match answer.verdict {
        Verdict::Answered => {}
        Verdict::Weak => println!("Perhaps:\n"),
        Verdict::None => println!("No answer.\n"),
    }
    for quote in answer.worth_reading() {
        let source = &quote.source;
        println!("{}", quote.text);
        println!("— {} ({}:{})\n", source.title, source.document, quote.line);
    }
    Ok(())
}
