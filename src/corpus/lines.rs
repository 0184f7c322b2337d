//! A *line* ends with a line feed, a carriage return, or both, as files from all systems have it.

use std::ops::Range;

use crate::webpage::is_wide;

/// The lines of `text` as byte ranges, without what ends them.
pub(super) fn lines(text: &str) -> impl Iterator<Item = Range<usize>> {
    let mut start = 0;
    let mut ended = text.is_empty();
    std::iter::from_fn(move || {
        if ended {
            return None;
        }
        let rest = &text[start..];
        let length = rest.find(['\n', '\r']).unwrap_or(rest.len());
        let line = start..start + length;
        start = line.end + ending(&rest[length..]);
        ended = start == text.len();
        Some(line)
    })
}

/// No one wraps text at more columns than this.
pub(super) const WIDEST_WRAP: usize = 120;

/// No one wraps text at fewer columns than this.
pub(super) const NARROWEST_WRAP: usize = 40;

/// How many columns a line takes, where a Chinese character takes two and a web address, which
/// cannot be wrapped, none.
pub(super) fn columns(line: &str) -> usize {
    line.split_inclusive(char::is_whitespace)
        .filter(|word| !word.contains("://"))
        .flat_map(str::chars)
        .map(|c| 1 + usize::from(is_wide(c)))
        .sum()
}

/// The length of the mark that a list item starts with and the blanks behind it; 0 where it starts
/// with none, or nothing else is on the line.
pub(super) fn list_mark(line: &str) -> usize {
    let rest = line.trim_start_matches(|c: char| c.is_ascii_digit());
    let digits = line.len() - rest.len();
    let mark = match rest.chars().next() {
        Some(c @ ('-' | '*' | '+' | '•' | '·')) if digits == 0 => c.len_utf8(),
        Some('.' | ')') if (1..=3).contains(&digits) => 1,
        _ => return 0,
    };
    let blanks = rest[mark..].len() - rest[mark..].trim_start().len();
    if blanks == 0 || rest[mark..].trim().is_empty() {
        return 0;
    }
    digits + mark + blanks
}

/// The number of bytes that end a line at the start of `text`.
fn ending(text: &str) -> usize {
    match text.as_bytes() {
        [b'\r', b'\n', ..] => 2,
        [b'\r' | b'\n', ..] => 1,
        _ => 0,
    }
}

/// The number of line ends in `text`.
pub(super) fn count_ends(text: &str) -> u32 {
    let bytes = text.as_bytes();
    let is_end = |at: usize| match bytes[at] {
        b'\n' => true,
        b'\r' => bytes.get(at + 1) != Some(&b'\n'),
        _ => false,
    };
    u32::try_from((0..bytes.len()).filter(|&at| is_end(at)).count()).unwrap_or(u32::MAX)
}

/// Tells the lines of ascending positions in one pass over the text.
pub(super) struct LineCounter<'t> {
    text: &'t str,
    at: usize,
    line: u32,
}

impl<'t> LineCounter<'t> {
    /// Starts on line 1.
    pub(super) fn new(text: &'t str) -> Self {
        Self {
            text,
            at: 0,
            line: 1,
        }
    }

    /// The line of a position that is not before the last one asked for, and not between the two
    /// bytes of one line end.
    pub(super) fn line_of(&mut self, position: usize) -> u32 {
        let passed = &self.text[self.at..position];
        self.line = self.line.saturating_add(count_ends(passed));
        self.at = position;
        self.line
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_of_all_systems() {
        let check = |text: &str, expected: &[&str]| {
            let found: Vec<&str> = lines(text).map(|line| &text[line]).collect();
            assert_eq!(found, expected, "{text:?}");
        };
        check("", &[]);
        check("a", &["a"]);
        check("a\n", &["a"]);
        check("a\nb\r\nc\rd", &["a", "b", "c", "d"]);
        check("\n\r\n\r", &["", "", ""]);
        check("é\r\rb\n", &["é", "", "b"]);
    }

    #[test]
    fn positions_have_lines() {
        let mut counter = LineCounter::new("a\nb\r\nc\rd");
        let found: Vec<u32> = [0, 2, 5, 5, 7].map(|at| counter.line_of(at)).to_vec();
        assert_eq!(found, [1, 2, 3, 3, 4]);
    }
}
