//! *Written* front matter says what a reader of it finds again, whatever the texts are.

/// Front matter with these keys, in this order, and the line that ends it; empty without any.
///
/// A blank text is left out; blanks within one become one space, and what cannot be seen is lost.
pub(in crate::corpus) fn write(entries: &[(&str, &str)]) -> String {
    let rows = entries.iter().filter_map(|(key, text)| {
        let text = shown(text);
        let row = if is_plain(&text) {
            format!("{key}: {text}\n")
        } else {
            let quoted = text.replace('\\', "\\\\").replace('"', "\\\"");
            format!("{key}: \"{quoted}\"\n")
        };
        (!text.is_empty()).then_some(row)
    });
    let rows: String = rows.collect();
    if rows.is_empty() {
        return rows;
    }
    format!("---\n{rows}---\n")
}

/// The text in one line, with nothing in it that YAML refuses.
fn shown(text: &str) -> String {
    let is_blank = |c: char| c.is_whitespace() && c != '\u{a0}' && c != '\u{202f}';
    let is_lost = |c: char| c.is_control() || matches!(c, '\u{feff}' | '\u{fffe}' | '\u{ffff}');
    let words = text.split(is_blank).filter(|word| !word.is_empty());
    let text = words.collect::<Vec<_>>().join(" ");
    let text: String = text.chars().filter(|c| !is_lost(*c)).collect();
    text.trim().to_owned()
}

/// Whether a text means itself without quotes.
fn is_plain(text: &str) -> bool {
    let is_word = text.starts_with(char::is_alphabetic) && text.len() > "false".len();
    let is_day = text.starts_with(|c: char| c.is_ascii_digit()) && text.contains('-');
    let is_safe = |c: char| c.is_alphanumeric() || " -_.,'’/".contains(c);
    let rest = text.strip_prefix("https://").unwrap_or(text);
    (is_word || is_day) && rest.chars().all(is_safe)
}
