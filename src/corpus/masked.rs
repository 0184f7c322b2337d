//! *Masked* text is what the Markdown parser sees: the file's text, with marks replaced that the
//! parser would take for something else than authors and other programs do. No byte moves.

use std::borrow::Cow;

use super::lines::lines;

/// What stands in the place of a colon that starts no definition.
const NO_COLON: u8 = b';';

/// The text with every lone carriage return as a line feed, and without the colons at the start of a
/// line that start no definition: `:::note` and `:warning: text` do not, `: meaning` does.
pub(super) fn masked(text: &str) -> Cow<'_, str> {
    let mut bytes: Cow<'_, [u8]> = Cow::Borrowed(text.as_bytes());
    for row in lines(text) {
        let line = &text[row.clone()];
        let content = line.trim_start_matches([' ', '\t', '>']);
        let colon = row.end - content.len();
        let is_definition =
            content == ":" || content.starts_with(": ") || content.starts_with(":\t");
        if content.starts_with(':') && !is_definition {
            bytes.to_mut()[colon] = NO_COLON;
        }
        let ending = &text.as_bytes()[row.end..];
        if ending.first() == Some(&b'\r') && ending.get(1) != Some(&b'\n') {
            bytes.to_mut()[row.end] = b'\n';
        }
    }
    match bytes {
        Cow::Borrowed(_) => Cow::Borrowed(text),
        // Only ASCII was exchanged for ASCII, so this loses nothing.
        Cow::Owned(bytes) => {
            Cow::Owned(String::from_utf8(bytes).unwrap_or_else(|_| text.to_owned()))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_blank_makes_a_definition_of_a_colon() {
        let check = |text: &str, expected: &str| {
            assert_eq!(masked(text), expected, "{text:?}");
            assert_eq!(masked(text).len(), text.len());
        };
        check("", "");
        check("term\n: meaning\n:\tmore\n:", "term\n: meaning\n:\tmore\n:");
        check(
            "text\n\n:::danger\n\nx\n\n:::",
            "text\n\n;::danger\n\nx\n\n;::",
        );
        check("text\n:warning: é", "text\n;warning: é");
        check("> a\n> :::note\n>\n  :+1: b", "> a\n> ;::note\n>\n  ;+1: b");
        check("a: b\r:c\r\n: d", "a: b\n;c\r\n: d");
    }
}
