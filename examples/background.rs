//! Makes `assets/background/` from the texts in `tools/background/`, with the built-in encoder.
//!
//! `cargo run --release --example background`; needed after a change of the texts or the encoder.

use std::error::Error;
use std::fs;
use std::path::Path;

use verbatim::dense::space::{LANGUAGES, mean};
use verbatim::encoder::{DIMENSIONS, Encoder, pieces};

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
    write(&assets.join("question_mean.f32"), &mean(&means))?;
    write(&assets.join("piece_mean.f32"), &pieces::mean())
}

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

fn write(path: &Path, vector: &[f32; DIMENSIONS]) -> Result<(), Box<dyn Error>> {
    Ok(fs::write(
        path,
        vector.map(f32::to_le_bytes).as_flattened(),
    )?)
}
