//! How long a large corpus takes to be looked through: for a quote, and for suggestions.
//!
//! `cargo bench --bench lookup` makes 10,000 documents, 5 MB, of words as frequent as in a language
//! (the n-th word 1/n as often as the first) and prints the slowest of some runs of each. On two slow
//! cores shared with other work, with this crate optimised and its dependencies hardly
//! (`CARGO_PROFILE_DEV_OPT_LEVEL=3 cargo bench --bench lookup --profile dev`), `verify` took 313 ms,
//! a keystroke 20 ms at most (`d`), and to prepare the suggestions, once for each edition, 2.9 s.

#![allow(clippy::disallowed_methods, reason = "a benchmark reads the clock")]

use std::fmt::Write as _;
use std::time::Instant;

use verbatim::corpus::{Corpus, parse};
use verbatim::suggestion::Suggestions;
use verbatim::verification::verify;

const DOCUMENTS: usize = 10_000;
const WORDS: usize = 70;
const VOCABULARY: f64 = 20_000.0;
const RUNS: usize = 5;

fn main() {
    let corpus = corpus();
    let texts = corpus
        .documents()
        .iter()
        .map(|document| document.text.len());
    println!(
        "{} documents, {} bytes",
        corpus.documents().len(),
        texts.sum::<usize>()
    );

    let document = corpus.documents().last().expect("a document");
    let last = document.slice(&document.passages[0]).to_owned();
    let part = format!("{last} qwertz {last}");
    for (what, text) in [
        ("a passage of the last document", &last),
        ("a part of it", &part),
    ] {
        slowest(&format!("verify {what}"), || verify(&corpus, text));
    }

    let suggestions = slowest("prepare suggestions", || Suggestions::of(&corpus));
    for typed in ["", "d", "de", "de la", "what is the meaning of"] {
        slowest(&format!("suggest for `{typed}`"), || {
            suggestions.suggest(typed, 25)
        });
    }
}

/// Prints the longest time of some runs, in milliseconds, and returns what the last run gave.
fn slowest<T>(what: &str, run: impl Fn() -> T) -> T {
    let runs = (0..RUNS).map(|_| {
        let start = Instant::now();
        (run(), start.elapsed())
    });
    let runs: Vec<(T, _)> = runs.collect();
    let most = runs.iter().map(|(_, took)| *took).max().unwrap_or_default();
    println!("{what}: {:.1} ms", most.as_secs_f64() * 1_000.0);
    runs.into_iter().last().expect("a run").0
}

fn corpus() -> Corpus {
    let mut words = Numbers(7);
    let documents = (0..DOCUMENTS).filter_map(|number| {
        let mut text = format!("# Titre {number} {}\n", words.word());
        for at in 0..WORDS {
            let end = if at % 23 == 22 { ".\n\n" } else { " " };
            let _ = write!(text, "{}{end}", words.word());
        }
        parse(&format!("{number:05}.md"), text.as_bytes()).0
    });
    Corpus::new(documents.collect())
}

/// A row of numbers that is always the same.
struct Numbers(u64);

impl Numbers {
    /// The next of them, 0 to 1.
    fn next(&mut self) -> f64 {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        let highest = u32::try_from(self.0 >> 32).unwrap_or(u32::MAX);
        f64::from(highest) / f64::from(u32::MAX)
    }

    /// A word of one to five syllables, the rarer the longer.
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a rank is 1 to the size of the vocabulary"
    )]
    fn word(&mut self) -> String {
        let mut rank = VOCABULARY.powf(self.next()) as usize;
        let syllables = ["de", "la", "té", "mi", "ro", "sa", "né", "qu", "ver", "ça"];
        let mut word = String::new();
        while rank > 0 {
            word += syllables[rank % syllables.len()];
            rank /= syllables.len();
        }
        word
    }
}
