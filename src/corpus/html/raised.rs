//! *Raised* and *lowered* text (`<sup>`, `<sub>`) as plain text, so that a power or a note's number
//! is no part of the number before it.

const RAISED: &str = "⁰¹²³⁴⁵⁶⁷⁸⁹";
const LOWERED: &str = "₀₁₂₃₄₅₆₇₈₉";

/// The raised and lowered texts of the block at hand.
#[derive(Default)]
pub(super) struct MovedTexts {
    open: Vec<Moved>,
    /// Where lowered digits start that are written as any others, right at the end of the text.
    plain: Option<usize>,
}

/// A raised or lowered text while it is read.
struct Moved {
    /// Where it starts in the text.
    start: usize,
    /// How many characters were links before it.
    linked: usize,
    /// Whether a link in it leads to a place in the page.
    is_inner: bool,
}

impl MovedTexts {
    pub(super) fn open(&mut self, text: &str, linked: usize) {
        self.open.push(Moved {
            start: text.len(),
            linked,
            is_inner: false,
        });
    }

    /// A link opens to a place in a page.
    pub(super) fn see_inner_link(&mut self) {
        if let Some(moved) = self.open.last_mut() {
            moved.is_inner = true;
        }
    }

    /// The innermost text closes; `linked` counts the characters that are links.
    pub(super) fn close(&mut self, is_raised: bool, text: &mut String, linked: &mut usize) {
        let Some(moved) = self.open.pop() else {
            return;
        };
        let Some(own) = text.get(moved.start..).map(str::to_owned) else {
            return;
        };
        text.truncate(moved.start);
        let seen = own.chars().filter(|c| !c.is_whitespace()).count();
        let is_link = linked.saturating_sub(moved.linked) >= seen;
        if is_raised && moved.is_inner && is_link && is_note(&own) {
            *linked = moved.linked;
            return;
        }
        let written = written(&own, is_raised, text);
        self.plain = (!is_raised && written == own).then_some(text.len());
        text.push_str(&written);
    }

    /// More text follows: digits behind lowered digits would become one number with them.
    pub(super) fn go_on(&mut self, more: &str, text: &mut String) {
        if let Some(start) = self.plain.take()
            && more.starts_with(|c: char| c.is_ascii_digit())
            && let Some(plain) = text.get(start..)
            && plain
                .chars()
                .all(|c| c.is_ascii_digit() || "+-−–".contains(c))
            && let Some(lowered) = lowered(plain)
        {
            text.truncate(start);
            text.push_str(&lowered);
        }
    }
}

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

/// What a raised or lowered text is written as behind `before`.
fn written(text: &str, is_raised: bool, before: &str) -> String {
    let is_behind = |is: fn(char) -> bool| before.ends_with(is);
    // Formulas such as H2O are written so, and looked for.
    if !is_raised && is_behind(char::is_alphabetic) {
        return text.to_owned();
    }
    let moved = if is_raised {
        raised(text)
    } else {
        lowered(text)
    };
    let glues = is_behind(|c| c.is_ascii_digit()) && text.starts_with(|c: char| c.is_ascii_digit());
    let mark = match (glues, is_raised) {
        (true, true) => "^",
        (true, false) => "_",
        (false, _) => "",
    };
    moved.unwrap_or_else(|| format!("{mark}{text}"))
}

/// Whether a raised text is only the mark of a note: a number, a letter, a sign, in brackets or not.
fn is_note(text: &str) -> bool {
    let mark = text.trim().trim_matches(['[', ']', '(', ')']);
    let is_number = !mark.is_empty() && mark.chars().all(|c| c.is_ascii_digit());
    let is_bracketed = text.trim().starts_with('[');
    is_number || is_bracketed || mark.chars().count() == 1 || !mark.contains(char::is_alphanumeric)
}
