//! The *tokens* of a text as late interaction compares them: the encoder's final states without what
//! all have in common, rounded to four bits a number.
//!
//! `docs/retrieval.md` has what that costs, and what fewer numbers would.

use std::ops::Range;

use tantivy::directory::OwnedBytes;

use crate::encoder::{DIMENSIONS, States};

/// Bytes of a token: two numbers in each.
pub const TOKEN_BYTES: usize = DIMENSIONS / 2;

/// The largest rounded number; the least is its negative.
const MOST: f32 = 7.0;

/// The mean state of a question's tokens, and that of a passage's, as little-endian f32;
/// `tools/background/background.rs` makes it.
static MEANS: &[u8] = include_bytes!("../../assets/background/tokens.f32");

type Numbers = [f32; DIMENSIONS];

/// The tokens of a passage, as they are kept.
#[derive(Debug, Clone)]
pub struct Tokens(pub(super) OwnedBytes);

/// One token, its numbers unpacked for comparison.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Unpacked {
    numbers: [i16; DIMENSIONS],
    /// One divided by the length; 0 for a token of noughts.
    scale: f32,
}

/// The mean states, which all tokens have in common and which are taken away from them.
#[derive(Debug)]
pub struct Means {
    question: Numbers,
    passage: Numbers,
}

impl Means {
    /// The means of the built-in background.
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

    /// The means as bytes, to tell them from others by a hash.
    #[must_use]
    pub fn bytes() -> &'static [u8] {
        MEANS
    }

    /// The tokens of a question.
    #[must_use]
    pub fn question(&self, states: &States) -> Vec<Unpacked> {
        states
            .tokens
            .iter()
            .map(|state| Unpacked::of(&rounded(state, &self.question)))
            .collect()
    }

    /// The tokens of a passage.
    #[must_use]
    pub fn passage(&self, states: &States) -> Tokens {
        let bytes = states
            .tokens
            .iter()
            .flat_map(|state| packed(&rounded(state, &self.passage)));
        Tokens(OwnedBytes::new(bytes.collect::<Vec<u8>>()))
    }
}

/// A state without the mean, its largest number as 7 or -7.
fn rounded(state: &Numbers, mean: &Numbers) -> [i16; DIMENSIONS] {
    let mut rest = *state;
    for (number, mean) in rest.iter_mut().zip(mean) {
        *number -= mean;
    }
    let largest = rest
        .iter()
        .fold(0.0_f32, |most, number| most.max(number.abs()));
    let step = if largest > 0.0 { MOST / largest } else { 0.0 };
    #[expect(clippy::cast_possible_truncation, reason = "within -7..=7")]
    rest.map(|number| (number * step).round() as i16)
}

/// Two numbers a byte, each with 8 added: the first in the low half.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "1 to 15"
)]
fn packed(numbers: &[i16; DIMENSIONS]) -> [u8; TOKEN_BYTES] {
    let (pairs, _) = numbers.as_chunks::<2>();
    let mut bytes = [0; TOKEN_BYTES];
    for (byte, [low, high]) in bytes.iter_mut().zip(pairs) {
        *byte = (low + 8) as u8 | ((high + 8) as u8) << 4;
    }
    bytes
}

fn unpacked(bytes: &[u8; TOKEN_BYTES]) -> Unpacked {
    let mut numbers = [0; DIMENSIONS];
    let (pairs, _) = numbers.as_chunks_mut::<2>();
    for ([low, high], byte) in pairs.iter_mut().zip(bytes) {
        *low = i16::from(byte & 15) - 8;
        *high = i16::from(byte >> 4) - 8;
    }
    Unpacked::of(&numbers)
}

/// The numbers of several tokens, unpacked for multiplication.
#[derive(Default)]
pub(super) struct Numbered {
    /// A row each, [`Tokens::OFFSET`] added to each number.
    pub numbers: Vec<u8>,
    /// One divided by the length of each; 0 for a token of noughts.
    pub scales: Vec<f32>,
}

impl Tokens {
    /// What is added to a number, so that none is negative.
    pub(super) const OFFSET: i32 = 8;

    /// Writes their numbers behind others.
    pub(super) fn add_to(&self, all: &mut Numbered) {
        let (tokens, _) = self.0.as_chunks::<TOKEN_BYTES>();
        let start = all.numbers.len();
        all.numbers.resize(start + tokens.len() * DIMENSIONS, 0);
        let (pairs, _) = all.numbers[start..].as_chunks_mut();
        for ([low, high], byte) in pairs.iter_mut().zip(tokens.as_flattened()) {
            (*low, *high) = (byte & 15, byte >> 4);
        }
        let squares =
            |bytes: &[u8; TOKEN_BYTES]| bytes.iter().map(|byte| SQUARES[usize::from(*byte)]).sum();
        all.scales
            .extend(tokens.iter().map(|bytes| scale(squares(bytes))));
    }

    /// The tokens of a range, ready to be compared.
    pub fn unpacked(&self, range: Range<usize>) -> impl Iterator<Item = Unpacked> {
        let (tokens, _) = self.0.as_chunks();
        tokens[range].iter().map(unpacked)
    }

    /// The bytes that are stored.
    #[must_use]
    pub fn as_bytes(&self) -> &[u8] {
        &self.0
    }
}

impl PartialEq for Tokens {
    fn eq(&self, other: &Self) -> bool {
        self.as_bytes() == other.as_bytes()
    }
}

impl Unpacked {
    fn of(numbers: &[i16; DIMENSIONS]) -> Self {
        Self {
            numbers: *numbers,
            scale: scale(dot(numbers, numbers)),
        }
    }

    /// Its numbers, each -7 to 7.
    #[expect(clippy::cast_possible_truncation, reason = "-7 to 7")]
    pub(super) fn numbers(&self) -> [i8; DIMENSIONS] {
        self.numbers.map(|number| number as i8)
    }

    /// The cosine with a token of that scale, given the product of the two.
    #[expect(clippy::cast_precision_loss, reason = "at most 384 times 64")]
    pub(super) fn scaled(&self, product: i32, scale: f32) -> f32 {
        product as f32 * self.scale * scale
    }

    /// How alike two tokens are: 1 is the same.
    #[must_use]
    pub fn cosine(&self, other: &Self) -> f32 {
        self.scaled(dot(&self.numbers, &other.numbers), other.scale)
    }
}

/// One divided by the length of a token with this sum of squares.
#[expect(clippy::cast_precision_loss, reason = "at most 384 times 64")]
fn scale(squares: i32) -> f32 {
    if squares > 0 {
        1.0 / (squares as f32).sqrt()
    } else {
        0.0
    }
}

/// The square of a number as it is kept.
const fn square(kept: usize) -> i32 {
    let distance = kept.abs_diff(8);
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_possible_wrap,
        reason = "at most 64"
    )]
    let square = (distance * distance) as i32;
    square
}

/// The sum of the squares of the two numbers in a byte.
static SQUARES: [i32; 256] = {
    let mut squares = [0; 256];
    let mut low = 0;
    while low < 16 {
        let mut high = 0;
        while high < 16 {
            squares[high << 4 | low] = square(low) + square(high);
            high += 1;
        }
        low += 1;
    }
    squares
};

/// At most 384 times 64. Wrapping, as a check of each sum keeps it from being computed many at a time.
fn dot(one: &[i16; DIMENSIONS], other: &[i16; DIMENSIONS]) -> i32 {
    one.iter()
        .zip(other)
        .map(|(a, b)| i32::from(*a) * i32::from(*b))
        .fold(0, i32::wrapping_add)
}
