//! *Scripts*: which write no spaces between words, what ends a sentence in them, and what of them is
//! never seen.

/// The marks that end a sentence.
pub const TERMINALS: [char; 9] = ['.', '!', '?', '…', '。', '！', '？', '؟', '।'];

/// The marks that end a question, that of Greek among them.
pub const QUESTION_MARKS: [char; 4] = ['?', '？', '؟', '\u{37e}'];

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

/// Whether a character is Hiragana, in which Japanese writes endings and little words.
#[must_use]
pub fn is_hiragana(character: char) -> bool {
    matches!(character, '\u{3041}'..='\u{3096}')
}

/// Whether a character is Katakana, in which Japanese writes words of other languages.
#[must_use]
pub fn is_katakana(character: char) -> bool {
    matches!(character,
        '\u{30A1}'..='\u{30FA}' | '\u{30FC}'..='\u{30FF}' | '\u{31F0}'..='\u{31FF}'
        | '\u{FF66}'..='\u{FF9F}'
    )
}

/// Whether a character is never seen: soft hyphens, joiners, marks of direction, variation selectors.
#[must_use]
pub fn is_invisible(character: char) -> bool {
    is_break_mark(character)
        || matches!(character,
            '\u{200c}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2061}'..='\u{206f}'
            | '\u{fe00}'..='\u{fe0f}'
        )
}

/// Whether an invisible character only says where a line may end; the others join letters or turn their
/// direction, and a text without them may look another.
#[must_use]
pub fn is_break_mark(character: char) -> bool {
    matches!(character, '\u{ad}' | '\u{200b}' | '\u{2060}' | '\u{feff}')
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

/// Whether a character is a mark that may be left out when a text is typed: accents that are
/// characters of their own, the vowel marks of Arabic, Hebrew and Syriac, the Arabic stroke that
/// stretches a word. Marks without which a word is another one, as those of Indic scripts, Thai and
/// kana, are none.
#[must_use]
pub fn is_optional_mark(character: char) -> bool {
    matches!(character,
        '\u{0300}'..='\u{036F}' | '\u{1AB0}'..='\u{1AFF}' | '\u{1DC0}'..='\u{1DFF}'
        | '\u{20D0}'..='\u{20FF}' | '\u{FE20}'..='\u{FE2F}'
        | '\u{0483}'..='\u{0489}'   // Cyrillic
        | '\u{0591}'..='\u{05BD}' | '\u{05BF}' | '\u{05C1}'..='\u{05C2}'
        | '\u{05C4}'..='\u{05C5}' | '\u{05C7}' // Hebrew
        | '\u{0610}'..='\u{061A}' | '\u{0640}' | '\u{064B}'..='\u{065F}' | '\u{0670}'
        | '\u{06D6}'..='\u{06DC}' | '\u{06DF}'..='\u{06E4}' | '\u{06E7}'..='\u{06E8}'
        | '\u{06EA}'..='\u{06ED}' | '\u{08CA}'..='\u{08E1}' | '\u{08E3}'..='\u{08FF}' // Arabic
        | '\u{0711}' | '\u{0730}'..='\u{074A}' // Syriac
    )
}
