//! What it takes to read 100 passages beside a question, next to encoding the question.
//!
//! `cargo bench --bench reading` makes passages of the texts in `tools/background/`, of some 120 tokens
//! each, and prints the medians and their ratio, on one thread.

#![allow(clippy::disallowed_methods, reason = "a benchmark reads the clock")]

use std::error::Error;
use std::fs;
use std::ops::ControlFlow;
use std::path::Path;
use std::time::Instant;

use verbatim::corpus::{Corpus, parse};
use verbatim::dense::{Dense, Interaction, Plan, Store};
use verbatim::encoder::Encoder;

const PASSAGES: usize = 100;
const RUNS: usize = 40;
const QUESTION: &str = "Which of these instruments is tuned before every single concert?";

fn main() -> Result<(), Box<dyn Error>> {
    let texts = Path::new(env!("CARGO_MANIFEST_DIR")).join("tools/background/passages");
    let text = ["en", "fr", "de"]
        .map(|language| fs::read_to_string(texts.join(format!("{language}.txt"))));
    let text = text.into_iter().collect::<Result<Vec<_>, _>>()?.concat();
    let lines: Vec<&str> = text.lines().collect();
    let documents = lines.chunks(4).take(PASSAGES).enumerate();
    let documents = documents.filter_map(|(at, lines)| {
        let name = format!("{at:03}.md");
        parse(&name, lines.join(" ").as_bytes()).0
    });
    let corpus = Corpus::new(documents.collect());

    let data = tempfile::tempdir()?;
    let (store, _) = Store::open(data.path().join("vectors.bin"), &Dense::version());
    let dense = Dense::new(Encoder::builtin(1)?.into(), store);
    let plan = Plan::of(&corpus);
    let vectors = dense.read(&corpus, &plan, &mut |_| ControlFlow::Continue(()));
    let vectors = vectors.ok_or("not read")?;
    let tokens = corpus.passages().map(|(id, ..)| {
        let segments = &vectors.of(id).entry.segments;
        segments.last().map_or(0, |last| last.end)
    });
    let tokens: usize = tokens.sum();

    let mut took = [Vec::new(), Vec::new()];
    for _ in 0..RUNS {
        let start = Instant::now();
        let asked = dense.question(QUESTION);
        took[0].push(start.elapsed());
        let start = Instant::now();
        let passages: Vec<_> = corpus.passages().map(|(id, ..)| vectors.of(id)).collect();
        let read = asked.read(&passages);
        let read = read.iter().map(Interaction::whole);
        let best = read.fold(-1.0, f32::max);
        took[1].push(start.elapsed());
        assert!(best > 0.0);
    }
    let [encoding, reading] = took.map(|mut took| {
        took.sort();
        took[RUNS / 2].as_secs_f64() * 1_000.0
    });
    println!("{} passages, {tokens} tokens", corpus.passage_count());
    println!(
        "encoding the question {encoding:.1} ms, reading the passages {reading:.1} ms: {:.2} of that",
        reading / encoding
    );
    Ok(())
}
