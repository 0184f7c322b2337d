//! A *change* of one value in the text of an env file; all else stays byte for byte.

/// The first value that a text gives a name; `None` where it gives none, or cannot be read.
pub(in crate::cli) fn value(text: &str, name: &str) -> Option<String> {
    let mut values = values(text)?.into_iter();
    values.find_map(|(key, value)| (key == name).then_some(value))
}

/// The text with another value for a name: in the first line that sets it, else in a new one at the
/// end. `value` needs no quotes. `None` where the text cannot be read, or another value would change
/// too: one that goes over several lines, or is made of this one.
pub(in crate::cli) fn with_value(text: &str, name: &str, value: &str) -> Option<String> {
    let mut expected = values(text)?;
    match expected.iter_mut().find(|(key, _)| key == name) {
        Some((_, old)) => value.clone_into(old),
        None => expected.push((name.to_owned(), value.to_owned())),
    }
    let changed = changed(text, name, value);
    (values(&changed)? == expected).then_some(changed)
}

fn changed(text: &str, name: &str, value: &str) -> String {
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        if let Some(before) = before_value(line, name) {
            let (start, end) = (at + before, at + line.trim_end_matches(['\r', '\n']).len());
            return format!("{}{value}{}", &text[..start], &text[end..]);
        }
        at += line.len();
    }
    let is_open = !text.is_empty() && !text.ends_with('\n');
    let break_before = if is_open { "\n" } else { "" };
    format!("{text}{break_before}{name}={value}\n")
}

/// The bytes up to the value in a line that sets a name.
fn before_value(line: &str, name: &str) -> Option<usize> {
    let (key, _) = line.split_once('=')?;
    let bare = key.trim_start_matches('\u{feff}').trim();
    let bare = bare.strip_prefix("export ").unwrap_or(bare).trim_start();
    (bare == name).then_some(key.len() + 1)
}

/// All names and values of a text, as they are read when the program starts.
fn values(text: &str) -> Option<Vec<(String, String)>> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let values = dotenvy::from_read_iter(text.as_bytes());
    values.collect::<Result<_, _>>().ok()
}

#[cfg(test)]
mod tests {
    use super::with_value;

    #[test]
    fn one_value_changes_and_nothing_else() {
        let check = |text: &str, expected: Option<&str>| {
            assert_eq!(
                with_value(text, "T", "x.y.z").as_deref(),
                expected,
                "{text:?}"
            );
        };
        check("", Some("T=x.y.z\n"));
        check("T=\n", Some("T=x.y.z\n"));
        check("T=", Some("T=x.y.z"));
        check("A=1", Some("A=1\nT=x.y.z\n"));
        check(
            "# T=old\n\n A = '1'  # one\nT=old # mine\nB=2",
            Some("# T=old\n\n A = '1'  # one\nT=x.y.z\nB=2"),
        );
        check(
            "A=1\r\nT='old'\r\nB=2\r\n",
            Some("A=1\r\nT=x.y.z\r\nB=2\r\n"),
        );
        check("\u{feff}T=old\n", Some("\u{feff}T=x.y.z\n"));
        check("export T=old\nTT=1\n", Some("export T=x.y.z\nTT=1\n"));
        // The first one counts when the file is read.
        check("T=old\nT=older\n", Some("T=x.y.z\nT=older\n"));
        // It stands in another value, goes over two lines, or is part of another.
        check("A='1\nT=old\n2'\n", None);
        check("T='old\nolder'\n", None);
        check("T=old\nA=\"${T}\"\n", None);
        check("A=b c\n", None);
    }
}
