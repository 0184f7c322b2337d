//! *Folding* makes equal what members type in one way and authors in another: capitals, marks,
//! letters that have several forms.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::decompose_canonical;

use crate::language::scripts::{is_invisible, is_optional_mark};

/// The noughts of scripts with digits of their own: Arabic, Persian, Devanagari, Bengali, Tamil,
/// Thai.
const NOUGHTS: [char; 6] = ['٠', '۰', '०', '০', '௦', '๐'];

/// A text in lower case, decomposed, without accents and what is never seen.
#[must_use]
pub fn folded(text: &str) -> String {
    let letters = text
        .nfkd()
        .filter(|c| !is_optional_mark(*c) && !is_invisible(*c));
    letters.flat_map(char::to_lowercase).map(letter).collect()
}

/// A word composed and in lower case, without the accents that have no composed form, without what
/// is never seen, and without the dots of abbreviations. Accents of Latin letters are folded later.
pub(super) fn word(word: &str) -> String {
    let has_letters = word.chars().any(char::is_alphabetic);
    // A compound is one word without what joins it.
    let is_joint = |c: char| has_letters && ".-'’‘ʼ\u{2010}\u{2011}".contains(c);
    word.nfkc()
        .flat_map(char::to_lowercase)
        .filter(|c| !is_optional_mark(*c) && !is_invisible(*c))
        .filter(|c| !is_joint(*c))
        .map(letter)
        .collect()
}

/// The letter or digit that `c` is taken for.
fn letter(c: char) -> char {
    match c {
        'أ' | 'إ' | 'آ' | 'ٱ' => 'ا',
        'ى' | 'ی' => 'ي',
        'ة' => 'ه',
        'ک' => 'ك',
        'ё' => 'е',
        'ґ' => 'г',
        'ς' => 'σ',
        '\u{0370}'..='\u{03FF}' | '\u{1F00}'..='\u{1FFF}' => base(c),
        '٠'..='๙' => digit(c).unwrap_or(c),
        _ => c,
    }
}

/// The letter without its accents.
fn base(c: char) -> char {
    let mut first = None;
    decompose_canonical(c, |part| {
        first.get_or_insert(part);
    });
    first.unwrap_or(c)
}

fn digit(c: char) -> Option<char> {
    NOUGHTS.iter().find_map(|nought| {
        let value = u32::from(c).checked_sub(u32::from(*nought))?;
        char::from_digit(value, 10)
    })
}
