//! The *letters* of a text: what is left of it to count and to compare.

pub(super) use crate::language::normalise::letters;

/// Whether a character takes two columns.
pub(crate) fn is_wide(c: char) -> bool {
    matches!(c,
        '\u{1100}'..='\u{115f}' | '\u{2e80}'..='\u{a4cf}' | '\u{ac00}'..='\u{d7a3}'
        | '\u{f900}'..='\u{faff}' | '\u{fe30}'..='\u{fe6f}' | '\u{ff00}'..='\u{ff60}'
        | '\u{20000}'..='\u{3ffff}')
}

/// How much a text says, in letters; a Chinese character says as much as two.
pub(super) fn weight(text: &str) -> usize {
    text.chars()
        .filter(|c| c.is_alphanumeric())
        .map(|c| 1 + usize::from(is_wide(c)))
        .sum()
}

/// Everything of a text that is seen: blanks as one space, no blanks around it; `None` when that is
/// nothing.
pub(super) fn clean(text: &str) -> Option<String> {
    let is_blank = |c: char| c.is_whitespace() && c != '\u{a0}' && c != '\u{202f}';
    let text = text
        .split(is_blank)
        .filter(|word| !word.is_empty())
        .collect::<Vec<_>>()
        .join(" ");
    let text = text.trim();
    (!text.is_empty()).then(|| text.to_owned())
}

/// Whether there is a letter or a digit in a text.
pub(super) fn has_words(text: &str) -> bool {
    text.contains(char::is_alphanumeric)
}
