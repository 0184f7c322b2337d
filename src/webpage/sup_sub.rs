//! *Raised* and *lowered* text (`<sup>`, `<sub>`) as plain text, so that a power or a note's number
//! is no part of the number before it.

const RAISED: &str = "⁰¹²³⁴⁵⁶⁷⁸⁹";
const LOWERED: &str = "₀₁₂₃₄₅₆₇₈₉";

/// Numbers as raised characters; `None` where anything else stands in `text`.
fn raised(text: &str) -> Option<String> {
    moved(text, RAISED, ['⁺', '⁻'])
}

/// Numbers as lowered characters.
fn lowered(text: &str) -> Option<String> {
    moved(text, LOWERED, ['₊', '₋'])
}

fn moved(text: &str, digits: &str, [plus, minus]: [char; 2]) -> Option<String> {
    let place = |c: char| match c {
        '+' => Some(plus),
        '-' | '−' | '–' => Some(minus),
        _ => digits.chars().nth(c.to_digit(10)? as usize),
    };
    let moved = text.trim().chars().map(place).collect::<Option<String>>()?;
    text.contains(|c: char| c.is_ascii_digit()).then_some(moved)
}

/// What a raised or lowered text is written as, by what stands before and behind it.
pub(super) fn written(text: &str, is_raised: bool, before: &str, behind: &str) -> String {
    let is_behind = |is: fn(char) -> bool| before.ends_with(is);
    let is_digit = |c: char| c.is_ascii_digit();
    // Formulas such as H2O are written and searched for with plain digits, unless a digit follows,
    // with which they would make another number.
    if !is_raised && is_behind(char::is_alphabetic) && !behind.starts_with(is_digit) {
        return text.to_owned();
    }
    let moved = if is_raised {
        raised(text)
    } else {
        lowered(text)
    };
    let glues = is_behind(|c| c.is_ascii_digit()) && text.starts_with(is_digit);
    let mark = match (glues, is_raised) {
        (true, true) => "^",
        (true, false) => "_",
        (false, _) => "",
    };
    moved.unwrap_or_else(|| format!("{mark}{text}"))
}

/// Whether a raised text is only the mark of a note: a number, a letter, a sign, in brackets or not.
pub(super) fn is_note(text: &str) -> bool {
    let mark = text.trim().trim_matches(['[', ']', '(', ')']);
    let is_number = !mark.is_empty() && mark.chars().all(|c| c.is_ascii_digit());
    let is_bracketed = text.trim().starts_with('[');
    is_number || is_bracketed || mark.chars().count() == 1 || !mark.contains(char::is_alphanumeric)
}
