//! The *numbers* in a text are what they say, in whatever digits and with whatever marks between
//! these they are written.

use unicode_normalization::UnicodeNormalization;

/// What may stand before each three digits of a large number, and says nothing.
const THOUSANDS: [char; 6] = [' ', '.', ',', '\'', '\u{2019}', '٬'];

/// What may stand before the fraction of a number.
const POINTS: [char; 3] = ['.', ',', '٫'];

/// The noughts of the scripts that write numbers with digits of their own (the general category Nd of
/// Unicode 16, compatibility forms apart); the other nine digits stand behind each.
#[rustfmt::skip]
const NOUGHTS: [char; 68] = [
    '0', '\u{660}', '\u{6f0}', '\u{7c0}', '\u{966}', '\u{9e6}', '\u{a66}', '\u{ae6}', '\u{b66}',
    '\u{be6}', '\u{c66}', '\u{ce6}', '\u{d66}', '\u{de6}', '\u{e50}', '\u{ed0}', '\u{f20}',
    '\u{1040}', '\u{1090}', '\u{17e0}', '\u{1810}', '\u{1946}', '\u{19d0}', '\u{1a80}', '\u{1a90}',
    '\u{1b50}', '\u{1bb0}', '\u{1c40}', '\u{1c50}', '\u{a620}', '\u{a8d0}', '\u{a900}', '\u{a9d0}',
    '\u{a9f0}', '\u{aa50}', '\u{abf0}', '\u{104a0}', '\u{10d30}', '\u{10d40}', '\u{11066}',
    '\u{110f0}', '\u{11136}', '\u{111d0}', '\u{112f0}', '\u{11450}', '\u{114d0}', '\u{11650}',
    '\u{116c0}', '\u{116d0}', '\u{116da}', '\u{11730}', '\u{118e0}', '\u{11950}', '\u{11bf0}',
    '\u{11c50}', '\u{11d50}', '\u{11da0}', '\u{11f50}', '\u{16130}', '\u{16a60}', '\u{16ac0}',
    '\u{16b50}', '\u{16d70}', '\u{1e140}', '\u{1e2f0}', '\u{1e4f0}', '\u{1e5f1}', '\u{1e950}',
];

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
    // Whether three digits more would make the last number a larger one.
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
    let (value, written) = match (decimal(c), han(c)) {
        (Some(value), _) => (value, Digits::Decimal),
        (None, Some(value)) => (value, Digits::Han),
        (None, None) => return (None, Digits::None),
    };
    (char::from_digit(value, 10), written)
}

fn han(c: char) -> Option<u32> {
    Some(match c {
        '〇' | '零' | '○' => 0,
        '一' => 1,
        '二' => 2,
        '三' => 3,
        '四' => 4,
        '五' => 5,
        '六' => 6,
        '七' => 7,
        '八' => 8,
        '九' => 9,
        _ => return None,
    })
}

fn decimal(c: char) -> Option<u32> {
    let mut noughts = NOUGHTS.iter().rev();
    let nought = noughts.find(|nought| **nought <= c)?;
    Some(u32::from(c) - u32::from(*nought)).filter(|value| *value < 10)
}
