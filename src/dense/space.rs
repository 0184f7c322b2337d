//! The *space* in which vectors are compared: the encoder's, without the directions that only tell
//! a text's language, and without the means that only tell questions from other texts.
//!
//! In the encoder's space all texts lie close together, those of one language closer, and questions
//! apart from other texts. So the mean of all questions is taken away from questions, that of all
//! other texts from those, and the directions in which the means of the languages differ are left
//! out. The means are those of a *background*: texts on many subjects in many languages, which
//! `tools/background/` holds.

use super::tokens::Means;
use crate::encoder::{DIMENSIONS, Vector};

/// The languages of the background, in the order of its file.
pub const LANGUAGES: [&str; 14] = [
    "ar", "de", "en", "es", "fr", "it", "ja", "ko", "nl", "pl", "pt", "ru", "tr", "zh",
];

/// The vectors of the background: one byte for each number, and the same number of texts for each
/// language.
static BACKGROUND: &[u8] = include_bytes!("../../assets/background/passages.i8");

/// The mean vector of questions, as little-endian f32.
static QUESTION_MEAN: &[u8] = include_bytes!("../../assets/background/question_mean.f32");

/// A direction of which less than this share is left at right angles to the others is only rounding
/// error.
const NEGLIGIBLE: f32 = 1e-3;

type Numbers = [f32; DIMENSIONS];

/// What is taken away from the encoder's vectors.
#[derive(Debug)]
pub struct Space {
    question_mean: Numbers,
    passage_mean: Numbers,
    /// The directions that are left out, each of length 1 and at right angles to all others.
    left_out: Vec<Numbers>,
}

impl Space {
    /// The space of the built-in background.
    #[must_use]
    pub fn builtin() -> Self {
        let texts = background();
        let means: Vec<Numbers> = texts
            .chunks(texts.len() / LANGUAGES.len())
            .map(mean)
            .collect();
        let mut space = Self {
            question_mean: question_mean(),
            passage_mean: mean(&means),
            left_out: Vec::new(),
        };
        for mean in means {
            space.leave_out(&difference(&mean, &space.passage_mean));
        }
        space
    }

    /// A hash of the background, which tells this space from those of others.
    #[must_use]
    pub fn version() -> String {
        let mut hasher = blake3::Hasher::new();
        hasher.update(BACKGROUND).update(QUESTION_MEAN);
        hasher.update(Means::bytes());
        hasher.finalize().to_hex()[..16].to_owned()
    }

    /// The vector of a question in this space.
    #[must_use]
    pub fn question(&self, encoded: &Vector) -> Vector {
        self.place(encoded, &self.question_mean)
    }

    /// The vector of a passage in this space.
    #[must_use]
    pub fn passage(&self, encoded: &Vector) -> Vector {
        self.place(encoded, &self.passage_mean)
    }

    fn place(&self, encoded: &Vector, mean: &Numbers) -> Vector {
        let mut placed = difference(encoded.as_array(), mean);
        self.without_left_out(&mut placed);
        Vector::normalized(placed)
    }

    /// Leaves out one more direction (Gram–Schmidt orthogonalisation).
    fn leave_out(&mut self, direction: &Numbers) {
        let mut rest = *direction;
        self.without_left_out(&mut rest);
        if dot(&rest, &rest) > NEGLIGIBLE * dot(direction, direction) {
            self.left_out.push(*Vector::normalized(rest).as_array());
        }
    }

    fn without_left_out(&self, numbers: &mut Numbers) {
        for direction in &self.left_out {
            let along = dot(numbers, direction);
            for (number, step) in numbers.iter_mut().zip(direction) {
                *number -= along * step;
            }
        }
    }
}

/// The vectors of the background as the encoder gave them, but for rounding and length.
fn background() -> Vec<Numbers> {
    let (texts, _) = BACKGROUND.as_chunks::<DIMENSIONS>();
    let numbers = |text: &[u8; DIMENSIONS]| {
        let numbers = text.map(|byte| f32::from(byte.cast_signed()));
        *Vector::normalized(numbers).as_array()
    };
    texts.iter().map(numbers).collect()
}

fn question_mean() -> Numbers {
    let (bytes, _) = QUESTION_MEAN.as_chunks();
    let mut numbers = [0.0; DIMENSIONS];
    for (number, bytes) in numbers.iter_mut().zip(bytes) {
        *number = f32::from_le_bytes(*bytes);
    }
    numbers
}

/// The mean of some vectors; zero where there are none.
#[must_use]
#[expect(clippy::cast_precision_loss, reason = "a few thousand vectors")]
pub fn mean(vectors: &[Numbers]) -> Numbers {
    let mut mean = [0.0; DIMENSIONS];
    for vector in vectors {
        for (sum, number) in mean.iter_mut().zip(vector) {
            *sum += number / vectors.len() as f32;
        }
    }
    mean
}

fn difference(numbers: &Numbers, others: &Numbers) -> Numbers {
    let mut rest = *numbers;
    for (number, other) in rest.iter_mut().zip(others) {
        *number -= other;
    }
    rest
}

fn dot(numbers: &Numbers, others: &Numbers) -> f32 {
    numbers.iter().zip(others).map(|(a, b)| a * b).sum()
}
