//! The *numbers* in a text by their value, whatever digits and marks they are written with.

use unicode_normalization::UnicodeNormalization;

use crate::language::digits::{han_value, value};

/// What may group the digits of a large number in threes.
const THOUSANDS: [char; 6] = [' ', '.', ',', '\'', '\u{2019}', '٬'];

/// What may stand before the fraction of a number.
const POINTS: [char; 3] = ['.', ',', '٫'];

/// How the digits of a text are written.
#[derive(Clone, Copy, PartialEq)]
enum Digits {
    /// As digits, of whichever script.
    Decimal,
    /// As Chinese and Japanese words for digits. One alone is a word like others; several in a row,
    /// as in 二〇二三, are a number.
    Han,
    /// Not at all.
    None,
}

/// The numbers in a text, in order of size as text; 4,800 is the same as 4 800 and 4.800, and 1.5
/// the same as 1,5, but not as 15.
pub(super) fn numbers(text: &str) -> Vec<String> {
    let chars: Vec<char> = text.nfkd().collect();
    let mut numbers: Vec<String> = Vec::new();
    let mut between = Vec::new();
    // Whether three more digits would belong to the last number.
    let mut grows = false;
    for run in chars.chunk_by(|one, other| digit(*one).1 == digit(*other).1) {
        let written = digit(run[0]).1;
        if written == Digits::None || (written == Digits::Han && run.len() == 1) {
            between.extend(run);
            continue;
        }
        let digits: String = run.iter().filter_map(|c| digit(*c).0).collect();
        match (numbers.last_mut(), between.as_slice()) {
            (Some(last), [mark]) if grows && digits.len() == 3 && THOUSANDS.contains(mark) => {
                last.push_str(&digits);
            }
            (Some(last), [mark]) if POINTS.contains(mark) => {
                last.push('.');
                last.push_str(&digits);
                grows = false;
            }
            _ => {
                grows = digits.len() <= 3;
                numbers.push(digits);
            }
        }
        between.clear();
    }
    numbers.sort();
    numbers
}

/// A character as a digit from 0 to 9, if it is one, and how that is written.
fn digit(c: char) -> (Option<char>, Digits) {
    let (value, written) = match (value(c), han_value(c)) {
        (Some(value), _) => (value, Digits::Decimal),
        (None, Some(value)) => (value, Digits::Han),
        (None, None) => return (None, Digits::None),
    };
    (char::from_digit(value, 10), written)
}
