//! *Digits* of scripts that write numbers with digits of their own.

/// The noughts of the scripts that the languages of the lexicon are written in; the other nine digits
/// stand behind each. Full-width digits are made ASCII by compatibility decomposition (NFKD).
const NOUGHTS: [char; 18] = [
    '0', '\u{660}',  // Arabic
    '\u{6f0}',  // Persian, Urdu
    '\u{966}',  // Devanagari
    '\u{9e6}',  // Bengali
    '\u{a66}',  // Gurmukhi
    '\u{ae6}',  // Gujarati
    '\u{b66}',  // Odia
    '\u{be6}',  // Tamil
    '\u{c66}',  // Telugu
    '\u{ce6}',  // Kannada
    '\u{d66}',  // Malayalam
    '\u{de6}',  // Sinhala
    '\u{e50}',  // Thai
    '\u{ed0}',  // Lao
    '\u{1040}', // Burmese
    '\u{17e0}', // Khmer
    '\u{a9d0}', // Javanese
];

/// The value of a decimal digit, 0 to 9; none of another character.
#[must_use]
pub fn value(c: char) -> Option<u32> {
    let nought = NOUGHTS.iter().rev().find(|nought| **nought <= c)?;
    Some(u32::from(c) - u32::from(*nought)).filter(|value| *value < 10)
}

/// The value of a Chinese or Japanese word for a digit, 0 to 9.
#[must_use]
pub fn han_value(c: char) -> Option<u32> {
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

/// The ASCII digit of the same value; any other character as it is.
#[must_use]
pub fn as_ascii(c: char) -> char {
    if c.is_ascii() {
        return c;
    }
    value(c)
        .and_then(|value| char::from_digit(value, 10))
        .unwrap_or(c)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digits_have_values() {
        for (c, expected) in [
            ('7', Some(7)),
            ('٣', Some(3)),
            ('۹', Some(9)),
            ('०', Some(0)),
            ('๙', Some(9)),
            ('႐', None),
            ('a', None),
            ('三', None),
        ] {
            assert_eq!(value(c), expected, "{c}");
        }
        assert_eq!((as_ascii('٣'), as_ascii('é')), ('3', 'é'));
        assert_eq!((han_value('三'), han_value('十')), (Some(3), None));
    }
}
