//! *Normalising* makes equal what is written in one way here and in another there. Each function is for
//! another comparison, and keeps what matters to it:
//!
//! | | case | accents | invisible | marks, blanks | other |
//! |---|---|---|---|---|---|
//! | [`composed`] | kept | kept | kept | kept | composed (NFC) |
//! | [`caseless`] | – | kept | kept | kept | composed (NFC) |
//! | [`folded`] | – | – | – | kept | decomposed (NFKD), one form of a letter, ASCII digits |
//! | [`recomposed`] | – | – | – | kept | as `folded`, then composed (NFC) |
//! | [`term`] | – | those of Latin kept | – | no full stops, hyphens and apostrophes | composed (NFKC), as `folded` |
//! | [`typed`] | – | – | – | kept | as `folded`, and `ß` is `ss`, `ł` is `l` |
//! | [`quoted`] | – (`ß` is `ss`) | kept | – | kept | composed (NFKC) |
//! | [`searched`] | – | – | – | one blank for several | as a browser searches a page: `ß` is `ss`, kana alike |
//! | [`letters`] | – | kept | – | – | |
//! | [`base_letters`] | – | those of Europe – | – | – | decomposed (NFKD) |
//!
//! *Accents* are the marks that [`is_optional_mark`] tells; a line means that they make no difference.

use std::borrow::Cow;

use unicode_normalization::char::{
    canonical_combining_class, decompose_canonical, is_combining_mark,
};
use unicode_normalization::{UnicodeNormalization, is_nfc};

use super::digits::as_ascii;
use super::scripts::{is_invisible, is_optional_mark};

/// Marks that sit on or under letters of European scripts, by their combining class; those of others,
/// such as the dakuten of か and が, make another letter.
const ACCENTS: std::ops::RangeInclusive<u8> = 200..=240;

/// Between a letter of Katakana and the same sound in Hiragana.
const KATAKANA_TO_HIRAGANA: u32 = 'ァ' as u32 - 'ぁ' as u32;

/// The text with its accents and letters composed (NFC), so that two ways to write the same compare as
/// the same.
#[must_use]
pub fn composed(text: &str) -> Cow<'_, str> {
    if is_nfc(text) {
        Cow::Borrowed(text)
    } else {
        Cow::Owned(text.nfc().collect())
    }
}

/// The text composed and in lower case, to look up a name or to compare the names of files.
#[must_use]
pub fn caseless(text: &str) -> String {
    text.nfc().collect::<String>().to_lowercase()
}

/// A text in lower case, decomposed, without accents and what is never seen.
#[must_use]
pub fn folded(text: &str) -> String {
    text.nfkd()
        .filter(|c| !is_optional_mark(*c) && !is_invisible(*c))
        .flat_map(char::to_lowercase)
        .map(letter)
        .collect()
}

/// A text folded and composed again, so that a letter with a mark that matters is one character.
#[must_use]
pub fn recomposed(text: &str) -> String {
    folded(text).nfc().collect()
}

/// A word composed and in lower case, without the accents that have no composed form, without what is
/// never seen, and without what joins the parts of an abbreviation or a compound. The index folds the
/// accents of Latin letters later.
#[must_use]
pub fn term(word: &str) -> String {
    let has_letters = word.chars().any(char::is_alphabetic);
    let is_joint = |c: char| has_letters && ".-'’‘ʼ\u{2010}\u{2011}".contains(c);
    word.nfkc()
        .flat_map(char::to_lowercase)
        .filter(|c| !is_optional_mark(*c) && !is_invisible(*c))
        .filter(|c| !is_joint(*c))
        .map(letter)
        .collect()
}

/// A text folded, with plain letters in place of those that have no accent to be taken away and are
/// typed without: `straße` and `strasse`, `płyta` and `plyta`.
#[must_use]
pub fn typed(text: &str) -> String {
    let mut typed = String::with_capacity(text.len());
    for c in folded(text).chars() {
        match c {
            'ß' => typed.push_str("ss"),
            'œ' => typed.push_str("oe"),
            'æ' => typed.push_str("ae"),
            'ł' => typed.push('l'),
            'ø' => typed.push('o'),
            'ı' => typed.push('i'),
            other => typed.push(other),
        }
    }
    typed
}

/// A word of a quotation without capitals, whatever form of Unicode it is in; accents tell words apart.
#[must_use]
pub fn quoted(word: &str) -> String {
    if word.is_ascii() {
        return word.to_ascii_lowercase();
    }
    // By way of capitals, so that `ß` is as `ss` and a final `ς` as `σ`.
    word.nfkc()
        .filter(|c| !is_invisible(*c))
        .flat_map(char::to_uppercase)
        .flat_map(char::to_lowercase)
        .nfkc()
        .collect()
}

/// A text as browsers search it in a page: without case, accents, forms of quotation marks and of
/// blanks, and what is never seen; letters written as one are two, and the two kana are one.
#[must_use]
pub fn searched(text: &str) -> String {
    let words: Vec<&str> = text.split_whitespace().collect();
    let letters = words.join(" ");
    let letters = letters
        .nfkd()
        .filter(|c| !is_combining_mark(*c) && !is_invisible(*c));
    let mut searched = String::with_capacity(text.len());
    for c in letters.flat_map(char::to_lowercase) {
        match c {
            '’' | '‘' => searched.push('\''),
            '“' | '”' => searched.push('"'),
            'œ' => searched.push_str("oe"),
            'æ' => searched.push_str("ae"),
            'ß' => searched.push_str("ss"),
            'ァ'..='ヶ' => searched.extend(char::from_u32(u32::from(c) - KATAKANA_TO_HIRAGANA)),
            c => searched.push(c),
        }
    }
    searched
}

/// The letters and digits of a text, in lower case: what is left of a title to compare.
#[must_use]
pub fn letters(text: &str) -> String {
    text.chars()
        .filter(|c| c.is_alphanumeric())
        .flat_map(char::to_lowercase)
        .collect()
}

/// The letters and digits of a text, in lower case and without the accents of European scripts.
#[must_use]
pub fn base_letters(text: &str) -> String {
    let lower = text.to_lowercase();
    lower
        .nfkd()
        .filter(|c| {
            let class = canonical_combining_class(*c);
            !ACCENTS.contains(&class) && (c.is_alphanumeric() || is_combining_mark(*c))
        })
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
        _ => as_ascii(c),
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_form_keeps_what_its_table_says() {
        for (form, text, expected) in [
            (caseless as fn(&str) -> String, "E\u{301}TE\u{301}", "été"),
            (caseless, "Straße\u{ad}", "straße\u{ad}"),
            (folded, "L’Été à\u{200b} 3", "l’ete a 3"),
            (folded, "Straße", "straße"),
            (folded, "ёлка Й", "елка и"),
            (folded, "إسلام ٣", "اسلام 3"),
            (folded, "ΣΊΣΥΦΟΣ", "σισυφοσ"),
            (folded, "が", "か\u{3099}"),
            (recomposed, "Été が", "ete が"),
            (term, "Wi-Fi", "wifi"),
            (term, "É.T.", "ét"),
            (term, "3.5", "3.5"),
            (typed, "Łódź Straße Œuvre", "lodz strasse oeuvre"),
            (quoted, "STRASSE", "strasse"),
            (quoted, "Straße", "strasse"),
            (quoted, "É\u{ad}té", "été"),
            (searched, " L’Été\u{200b}  “à” ", "l'ete \"a\""),
            (searched, "カタ", "かた"),
            (letters, "L’Été, 3!", "lété3"),
            (base_letters, "L’Été, 3!", "lete3"),
            (base_letters, "が", "か\u{3099}"),
        ] {
            assert_eq!(form(text), expected, "{text}");
        }
        assert_eq!(composed("e\u{301}"), "é");
    }
}
