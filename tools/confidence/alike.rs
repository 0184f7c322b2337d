//! Measures which cosine tells questions that ask the same from others.
//!
//! `cargo run --release --features tools --example alike FILE…`, files with one JSON object a line: `id`, `lang` and
//! `question`. Questions ask the same when their ids are the same up to the last `-`.

use std::error::Error;

use serde::Deserialize;
use verbatim::dense::{Dense, Store};
use verbatim::encoder::{Encoder, Vector};
use verbatim::journal::alike_from;

#[derive(Deserialize)]
struct Line {
    id: String,
    lang: String,
    question: String,
}

/// How many pairs of a kind there are, and how many of them are called alike.
#[derive(Default)]
struct Share {
    alike: u32,
    all: u32,
}

fn main() -> Result<(), Box<dyn Error>> {
    let (store, _) = Store::open("/nonexistent".into(), "");
    let dense = Dense::new(Encoder::builtin(2)?.into(), store);
    for file in std::env::args().skip(1) {
        let text = std::fs::read_to_string(&file)?;
        let lines: Vec<Line> = text
            .lines()
            .map(serde_json::from_str)
            .collect::<Result<_, _>>()?;
        let meaning = |line: &Line| dense.question(&line.question).vector;
        let vectors: Vec<Vector> = lines.iter().map(meaning).collect();
        println!("{file}: share of pairs called alike, %");
        println!("from  same, one language  same, two  different");
        for from in (50..=95).step_by(5) {
            #[expect(clippy::cast_precision_loss, reason = "a percentage")]
            let from = from as f32 / 100.0;
            print(from, &lines, &vectors);
        }
    }
    Ok(())
}

fn print(from: f32, lines: &[Line], vectors: &[Vector]) {
    let mut shares: [Share; 3] = Default::default();
    for (at, (line, vector)) in lines.iter().zip(vectors).enumerate() {
        for (other, its) in lines.iter().zip(vectors).skip(at + 1) {
            let same = group(line) == group(other);
            let kind = match same {
                true if line.lang == other.lang => 0,
                true => 1,
                false => 2,
            };
            let alike = alike_from(from, (&line.question, vector), (&other.question, its));
            shares[kind].all += 1;
            shares[kind].alike += u32::from(alike);
        }
    }
    let [one, two, different] = shares.map(|share| {
        let percent = 100.0 * f64::from(share.alike) / f64::from(share.all.max(1));
        format!("{percent:.2} ({} of {})", share.alike, share.all)
    });
    println!("{from:.2}  {one}  {two}  {different}");
}

fn group(line: &Line) -> &str {
    line.id
        .rsplit_once('-')
        .map_or(&line.id, |(group, _)| group)
}
