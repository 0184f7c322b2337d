//! *Written* front matter says what a reader of it finds again, whatever the texts are.

/// Front matter with these keys, in this order, and the line that ends it; empty without any.
///
/// A blank text is left out; blanks within one become one space, and what cannot be seen is lost.
pub(in crate::corpus) fn write(entries: &[(&str, &str)]) -> String {
    let rows: String = entries
        .iter()
        .filter_map(|(key, text)| {
            let text = shown(text);
            let row = if is_plain(&text) {
                format!("{key}: {text}\n")
            } else {
                let quoted = text.replace('\\', "\\\\").replace('"', "\\\"");
                format!("{key}: \"{quoted}\"\n")
            };
            (!text.is_empty()).then_some(row)
        })
        .collect();
    if rows.is_empty() {
        return rows;
    }
    format!("---\n{rows}---\n")
}

/// The text in one line, with nothing in it that YAML refuses.
fn shown(text: &str) -> String {
    let is_blank = |c: char| c.is_whitespace() && c != '\u{a0}' && c != '\u{202f}';
    let is_lost = |c: char| c.is_control() || matches!(c, '\u{feff}' | '\u{fffe}' | '\u{ffff}');
    let text = text
        .split(is_blank)
        .filter(|word| !word.is_empty())
        .collect::<Vec<_>>()
        .join(" ");
    let text: String = text.chars().filter(|c| !is_lost(*c)).collect();
    text.trim().to_owned()
}

/// What YAML takes for something else than text.
const NO_TEXTS: [&str; 9] = ["null", "true", "false", "yes", "no", "on", "off", "y", "n"];

/// Whether a text means itself without quotes.
fn is_plain(text: &str) -> bool {
    let is_safe = |c: char| c.is_alphanumeric() || " -_.,'’/".contains(c);
    let rest = text.strip_prefix("https://").unwrap_or(text);
    let is_text = text.starts_with(char::is_alphabetic)
        && !NO_TEXTS.contains(&text.to_ascii_lowercase().as_str());
    let is_date = text.starts_with(|c: char| c.is_ascii_digit()) && text.contains(['-', ' ']);
    (is_text || is_date) && rest.chars().all(is_safe)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::corpus::front_matter::read;

    #[test]
    fn quotes_are_for_what_needs_them() {
        let check = |text: &str, expected: &str| {
            let expected = format!("---\ntitle: {expected}\n---\n");
            assert_eq!(write(&[("title", text)]), expected, "{text:?}");
        };
        check("Conflit pour l'avenir", "Conflit pour l'avenir");
        check("Conflit : la suite", "\"Conflit : la suite\"");
        check("a \"b\" \\", "\"a \\\"b\\\" \\\\\"");
        check("4 août 2025", "4 août 2025");
        check("2025-08-04", "2025-08-04");
        check("2025", "\"2025\"");
        check("No", "\"No\"");
        check("https://example.org/a", "https://example.org/a");
        check("https://example.org/a?b#c", "\"https://example.org/a?b#c\"");
        check(" one\n\ttwo\0 ", "one two");
        assert_eq!(write(&[("title", " \n"), ("author", "")]), "");
        assert_eq!(write(&[]), "");
    }

    fn texts() -> impl Strategy<Value = String> {
        let pieces = prop::sample::select(vec![
            "a", "été", "漢", "1", "-", "---", ":", " ", ": ", " #", "\"", "'", "\\", "\n", "\r",
            "\t", "{", "}", "[", "]", ",", "&", "*", "!", "|", ">", "%", "@", "`", "null", "~",
            "...", "\u{85}", "\u{2028}", "\u{a0}", "\u{feff}", "\u{fffe}", "\0", "\u{1b}", "🙂",
            "\u{301}", "https://", "<<", "?", "=", "0x1f", "1e5", ".inf", "title",
        ]);
        prop::collection::vec(pieces, 0..8).prop_map(|pieces| pieces.concat())
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(2_000))]

        #[test]
        fn what_is_written_is_read_again(
            title in prop_oneof![texts(), any::<String>()],
            author in texts(),
            date in texts(),
        ) {
            let front = write(&[("title", &title), ("author", &author), ("date", &date)]);
            let text = format!("{front}\nBody.");
            let (read, problems) = read(&text);
            prop_assert_eq!(problems, []);
            let expected = |text: &str| Some(shown(text)).filter(|text| !text.is_empty());
            prop_assert_eq!(read.title, expected(&title));
            prop_assert_eq!(read.author, expected(&author));
            prop_assert_eq!(read.date, expected(&date));
            prop_assert_eq!(text[read.body..].trim(), "Body.");
        }
    }
}
