//! Makes `assets/background/` from the texts in `tools/background/`, with the built-in encoder.
//!
//! `cargo run --release --features tools --example background`; needed after a change of the texts or the encoder.

use std::error::Error;
use std::fs;
use std::path::Path;

use verbatim::dense::space::{LANGUAGES, mean};
use verbatim::encoder::{DIMENSIONS, Encoder, Segments};

fn main() -> Result<(), Box<dyn Error>> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let (texts, assets) = (
        root.join("tools/background"),
        root.join("assets/background"),
    );
    let encoder = Encoder::builtin(2)?;
    let mut passages = Vec::new();
    for language in LANGUAGES {
        let text = fs::read_to_string(texts.join(format!("passages/{language}.txt")))?;
        let lines: Vec<&str> = text.lines().collect();
        for vector in encoder.passages(&lines) {
            passages.extend(rounded(vector.as_array()));
        }
    }
    fs::write(assets.join("passages.i8"), passages)?;

    let mut means = Vec::new();
    let mut files: Vec<_> = fs::read_dir(texts.join("questions"))?.collect::<Result<_, _>>()?;
    files.sort_by_key(fs::DirEntry::path);
    for file in files {
        let text = fs::read_to_string(file.path())?;
        let questions: Vec<_> = text
            .lines()
            .map(|line| *encoder.query(line).as_array())
            .collect();
        means.push(mean(&questions));
    }
    write(&assets.join("question_mean.f32"), &[mean(&means)])?;
    write(&assets.join("tokens.f32"), &tokens(&encoder, &texts)?)
}

/// The mean state of a question's tokens, and that of a passage's, each language counting alike.
fn tokens(encoder: &Encoder, texts: &Path) -> Result<[Numbers; 2], Box<dyn Error>> {
    let question = |line: &str| encoder.question_states(line).tokens;
    let passage = |line: &str| {
        let segments = Segments {
            above: Vec::new(),
            body: vec![line.to_owned()],
        };
        let states = encoder.passage_states(&[segments]).into_iter();
        states.flat_map(|states| states.tokens).collect()
    };
    Ok([
        mean_token(&texts.join("questions"), question)?,
        mean_token(&texts.join("passages"), passage)?,
    ])
}

/// The mean of the tokens of some texts, a file for each language.
fn mean_token(
    folder: &Path,
    read: impl Fn(&str) -> Vec<Numbers>,
) -> Result<Numbers, Box<dyn Error>> {
    let mut files: Vec<_> = fs::read_dir(folder)?.collect::<Result<_, _>>()?;
    files.sort_by_key(fs::DirEntry::path);
    let mut means = Vec::new();
    for file in files {
        let text = fs::read_to_string(file.path())?;
        let tokens: Vec<Numbers> = text.lines().flat_map(&read).collect();
        means.push(mean(&tokens));
    }
    Ok(mean(&means))
}

type Numbers = [f32; DIMENSIONS];

/// A vector in bytes: the largest number as 127 or -127.
fn rounded(vector: &[f32; DIMENSIONS]) -> impl Iterator<Item = u8> {
    let most = vector
        .iter()
        .fold(0.0_f32, |most, number| most.max(number.abs()));
    #[expect(clippy::cast_possible_truncation, reason = "within -127..=127")]
    vector
        .map(|number| (number * 127.0 / most).round() as i8)
        .map(i8::cast_unsigned)
        .into_iter()
}

fn write(path: &Path, rows: &[Numbers]) -> Result<(), Box<dyn Error>> {
    let numbers = rows.iter().flatten();
    let bytes: Vec<u8> = numbers.flat_map(|number| number.to_le_bytes()).collect();
    Ok(fs::write(path, bytes)?)
}
