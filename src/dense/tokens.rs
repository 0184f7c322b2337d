//! The *tokens* of a text as late interaction compares them: the encoder's final states without what
//! all have in common, rounded to four bits a number.
//!
//! `docs/retrieval.md` has what that costs, and what fewer numbers would.

use crate::encoder::{DIMENSIONS, States};

/// Bytes of a token: two numbers in each.
pub const TOKEN_BYTES: usize = DIMENSIONS / 2;

/// The largest rounded number; the least is its negative.
const MOST: f32 = 7.0;

/// The mean state of a question's tokens, and that of a passage's, as little-endian f32;
/// `examples/background.rs` makes it.
static MEANS: &[u8] = include_bytes!("../../assets/background/tokens.f32");

type Numbers = [f32; DIMENSIONS];

/// A token of a passage, as it is kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Token(pub [u8; TOKEN_BYTES]);

/// A token, ready to be compared.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Unpacked {
    numbers: [i16; DIMENSIONS],
    /// One divided by the length; 0 for a token of noughts.
    scale: f32,
}

/// What all tokens have in common.
#[derive(Debug)]
pub struct Means {
    question: Numbers,
    passage: Numbers,
}

impl Means {
    /// Those of the built-in background.
    #[must_use]
    pub fn builtin() -> Self {
        let (numbers, _) = MEANS.as_chunks::<{ size_of::<f32>() }>();
        let mut numbers = numbers.iter().map(|bytes| f32::from_le_bytes(*bytes));
        let mut mean = || {
            let mut mean = [0.0; DIMENSIONS];
            for (number, stored) in mean.iter_mut().zip(numbers.by_ref()) {
                *number = stored;
            }
            mean
        };
        Self {
            question: mean(),
            passage: mean(),
        }
    }

    /// What names them among others.
    #[must_use]
    pub fn bytes() -> &'static [u8] {
        MEANS
    }

    /// The tokens of a question.
    #[must_use]
    pub fn question(&self, states: &States) -> Vec<Unpacked> {
        let tokens = states.tokens.iter();
        tokens
            .map(|state| Unpacked::of(&rounded(state, &self.question)))
            .collect()
    }

    /// The tokens of a passage.
    #[must_use]
    pub fn passage(&self, states: &States) -> Vec<Token> {
        let tokens = states.tokens.iter();
        tokens
            .map(|state| Token::packed(&rounded(state, &self.passage)))
            .collect()
    }
}

/// A state without the mean, its largest number as 7 or -7.
fn rounded(state: &Numbers, mean: &Numbers) -> [i16; DIMENSIONS] {
    let mut rest = *state;
    for (number, mean) in rest.iter_mut().zip(mean) {
        *number -= mean;
    }
    let largest = rest.iter().fold(0.0_f32, |most, it| most.max(it.abs()));
    let step = if largest > 0.0 { MOST / largest } else { 0.0 };
    #[expect(clippy::cast_possible_truncation, reason = "within -7..=7")]
    rest.map(|number| (number * step).round() as i16)
}

impl Token {
    /// Two numbers a byte, each with 8 added: the first in the low half.
    fn packed(numbers: &[i16; DIMENSIONS]) -> Self {
        let (pairs, _) = numbers.as_chunks::<2>();
        let mut bytes = [0; TOKEN_BYTES];
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "1 to 15"
        )]
        for (byte, [low, high]) in bytes.iter_mut().zip(pairs) {
            *byte = (low + 8) as u8 | ((high + 8) as u8) << 4;
        }
        Self(bytes)
    }

    /// The same to be compared.
    #[must_use]
    pub fn unpacked(&self) -> Unpacked {
        let mut numbers = [0; DIMENSIONS];
        let (pairs, _) = numbers.as_chunks_mut::<2>();
        for ([low, high], byte) in pairs.iter_mut().zip(self.0) {
            *low = i16::from(byte & 15) - 8;
            *high = i16::from(byte >> 4) - 8;
        }
        Unpacked::of(&numbers)
    }
}

impl Unpacked {
    #[expect(clippy::cast_precision_loss, reason = "at most 384 times 64")]
    fn of(numbers: &[i16; DIMENSIONS]) -> Self {
        let squares: i32 = numbers
            .iter()
            .map(|it| i32::from(*it) * i32::from(*it))
            .sum();
        let length = (squares as f32).sqrt();
        let scale = if squares > 0 { 1.0 / length } else { 0.0 };
        Self {
            numbers: *numbers,
            scale,
        }
    }

    /// How alike two tokens are: 1 is the same.
    #[must_use]
    #[expect(clippy::cast_precision_loss, reason = "at most 384 times 64")]
    pub fn cosine(&self, other: &Self) -> f32 {
        let pairs = self.numbers.iter().zip(&other.numbers);
        let dot: i32 = pairs.map(|(a, b)| i32::from(*a) * i32::from(*b)).sum();
        dot as f32 * self.scale * other.scale
    }
}
