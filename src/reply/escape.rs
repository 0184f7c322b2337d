//! To *escape* a text is to write it so that Discord renders it as it stands.
//!
//! A backslash in front of any character but ASCII letters, digits and blanks shows that character.
//! Where a character means something only in its place, it is escaped only there: what a phone
//! shows as a notification is not rendered, and stays readable.

use std::ops::Range;

/// The characters that end a line, in Unicode's eyes (UAX 14) or some client's: behind any of them a
/// text would no longer be in its block quote.
pub(super) const LINE_BREAKS: [char; 7] = [
    '\n', '\r', '\u{b}', '\u{c}', '\u{85}', '\u{2028}', '\u{2029}',
];

/// Writes ranges of one text, escaped.
///
/// What a character means is judged in the whole text, not in the range: two ranges that end up
/// beside each other cannot form a link or an emoji that neither of them is.
pub(super) struct Escaper<'t> {
    text: &'t str,
    links: bool,
}

/// Escapes a whole text that stands on one line: line breaks become blanks.
pub(super) fn line(text: &str) -> String {
    let text = one_line(text);
    let mut out = String::with_capacity(text.len() + 8);
    Escaper::of(&text).write(0..text.len(), true, &mut out);
    out
}

/// A text as Discord shows it: without escapes, and without the marks of bold and underlined.
#[must_use]
pub fn unescaped(text: &str) -> String {
    let mut shown = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        let after = &rest[c.len_utf8()..];
        let escaped = after.chars().next().filter(char::is_ascii_punctuation);
        rest = match (c, escaped) {
            ('\\', Some(next)) => {
                shown.push(next);
                &after[1..]
            }
            ('*', Some('*')) | ('_', Some('_')) => &after[1..],
            _ => {
                shown.push(c);
                after
            }
        };
    }
    shown.trim().to_owned()
}

/// The text without surrounding blanks, every line break a blank; nothing is escaped.
pub(super) fn one_line(text: &str) -> String {
    text.trim().replace("\r\n", " ").replace(LINE_BREAKS, " ")
}

impl<'t> Escaper<'t> {
    pub(super) fn of(text: &'t str) -> Self {
        Self {
            text,
            links: text.contains("]("),
        }
    }

    /// Whether a bracket may be the beginning of a masked link.
    pub(super) fn has_links(&self) -> bool {
        self.links
    }

    /// Writes `range`, which holds no line break. `starts` says that only blanks and markup stand
    /// before it on its line, so that a list marker or a heading would be one there.
    pub(super) fn write(&self, range: Range<usize>, starts: bool, out: &mut String) {
        let part = &self.text[range.clone()];
        let marker = starts.then(|| block_marker(part)).flatten();
        for (at, c) in part.char_indices() {
            if marker == Some(at) || self.is_markup(range.start + at, c) {
                out.push('\\');
            }
            out.push(c);
        }
    }

    fn is_markup(&self, at: usize, c: char) -> bool {
        let after = &self.text[at + c.len_utf8()..];
        match c {
            '\\' | '*' | '_' | '`' => true,
            // Without a `](` anywhere, a bracket is a bracket.
            '[' => self.links,
            // Strike-through and spoiler take two; a table's single bars stay as they are.
            '~' | '|' => after.starts_with(c),
            // Mentions, custom emoji, time stamps, addresses; none has a space, some a line break.
            '<' => !after.is_empty() && !after.starts_with(' '),
            '@' => after.starts_with("everyone") || after.starts_with("here"),
            // In an address a backslash would be shown, so the scheme is broken instead.
            ':' => after.starts_with("//") || closes_emoji(after),
            _ => false,
        }
    }
}

/// Whether a colon before `after` opens a `:name:`. The name may be empty: the backslash in front
/// of the second of two colons would be taken for one.
fn closes_emoji(after: &str) -> bool {
    after
        .chars()
        .find(|c| *c == ':' || c.is_whitespace())
        .is_some_and(|c| c == ':')
}

/// Where to put the backslash so that a line is no heading, subtext, list item or block quote.
fn block_marker(line: &str) -> Option<usize> {
    let content = line.trim_start();
    let start = line.len() - content.len();
    let ends = |marker: &str| marker.is_empty() || marker.starts_with(char::is_whitespace);
    let first = content.chars().next()?;
    let escaped = match first {
        '>' => Some(0),
        '#' => ends(content.trim_start_matches('#')).then_some(0),
        '-' | '+' => {
            let rest = &content[1..];
            (ends(rest) || rest.starts_with('#')).then_some(0)
        }
        '0'..='9' => {
            let rest = content.trim_start_matches(|c: char| c.is_ascii_digit());
            let item = rest.strip_prefix('.').is_some_and(ends);
            item.then(|| content.len() - rest.len())
        }
        _ => None,
    };
    escaped.map(|at| start + at)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{line, one_line, unescaped};

    proptest! {
        #[test]
        fn an_escaped_line_is_shown_as_it_was(text in "[ab1 *_~|`<>@:\\[\\]()#\\-.\\\\\n]{0,40}") {
            prop_assert_eq!(unescaped(&line(&text)), one_line(&text));
        }
    }

    #[track_caller]
    fn check(input: &str, expected: &str) {
        assert_eq!(line(input), expected);
    }

    #[test]
    fn what_means_nothing_stays() {
        for plain in [
            "L'IA « pour tous » : 4 800 milliards (2033).",
            "12:30, 3 < 5, a > b, ~50 %, #tag, a-b, 1.5, -5 °C",
            "note [1], | one | two |, me@example.org",
        ] {
            check(plain, plain);
        }
    }

    #[test]
    fn what_means_something_anywhere_is_escaped() {
        check("**a** _b_ `c` \\d", r"\*\*a\*\* \_b\_ \`c\` \\d");
        check("~~a~~ ||b||", r"\~~a\~~ \||b\||");
        check("[a](b) [c]", r"\[a](b) \[c]");
        check("<@1> <#2> <t:3> </a:4>", r"\<@1> \<#2> \<t:3> \</a:4>");
        check("@everyone @here", r"\@everyone \@here");
        check("https://a.b", r"https\://a.b");
        check(":smile: a:b ::c::", r"\:smile: a:b \:\:c\::");
        check(r"¯\_(ツ)_/¯", r"¯\\\_(ツ)\_/¯");
    }

    #[test]
    fn what_begins_a_block_is_escaped_at_the_start_only() {
        check("# a # b", r"\# a # b");
        check("  - a - b", r"\- a - b");
        check("-# a", r"\-# a");
        check("+ a", r"\+ a");
        check("12. a 12. b", r"12\. a 12. b");
        check("> a > b", r"\> a > b");
        check(">>> a", r"\>>> a");
    }

    #[test]
    fn a_line_stays_one_line() {
        check(" a\r\nb\nc\rd ", "a b c d");
        check("a\u{b}b\u{c}c\u{85}d\u{2028}e\u{2029}f", "a b c d e f");
        check("a\u{2028}# b\u{2029}> c", "a # b > c");
    }
}
