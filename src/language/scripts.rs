//! *Scripts*, as far as they divide words in other ways than the Latin one, and what in them is never
//! seen.

/// Whether a character belongs to a script that writes no spaces between words.
#[must_use]
pub fn is_unspaced(character: char) -> bool {
    matches!(character,
        '\u{0E01}'..='\u{0E4E}'     // Thai
        | '\u{0E81}'..='\u{0ECD}'   // Lao
        | '\u{1000}'..='\u{109F}'   // Myanmar
        | '\u{1780}'..='\u{17D3}'   // Khmer
        | '\u{3005}'..='\u{3007}'   // ideographic iteration mark, closing mark, zero
        | '\u{3041}'..='\u{3096}'   // Hiragana
        | '\u{30A1}'..='\u{30FA}' | '\u{30FC}'..='\u{30FF}' | '\u{31F0}'..='\u{31FF}' // Katakana
        | '\u{3400}'..='\u{4DBF}' | '\u{4E00}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}' // Han
        | '\u{FF66}'..='\u{FF9F}'   // half-width Katakana
        | '\u{20000}'..='\u{323AF}' // Han, supplementary
    )
}

/// Whether a character is never seen: soft hyphens, joiners, marks of direction, variation selectors.
#[must_use]
pub fn is_invisible(character: char) -> bool {
    matches!(character,
        '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{2069}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}'
    )
}

/// Whether a character that [`is_unspaced`] is a letter for a sound rather than for a syllable or a
/// word.
#[must_use]
pub fn is_alphabet(character: char) -> bool {
    matches!(character, '\u{0E01}'..='\u{17D3}')
}

/// Whether a character is Korean, whose words have spaces between them and carry endings.
#[must_use]
pub fn is_hangul(character: char) -> bool {
    matches!(
        character,
        '\u{1100}'..='\u{11FF}' | '\u{3131}'..='\u{318E}' | '\u{AC00}'..='\u{D7FB}'
    )
}
