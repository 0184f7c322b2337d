//! A *name* is what a file may be called in the folder, on every system the folder may be copied
//! to.

use thiserror::Error;
use unicode_normalization::UnicodeNormalization;

use crate::corpus::EXTENSIONS;
use crate::language::scripts::is_invisible;

/// The most bytes of a name, which leaves room on every file system.
pub const LONGEST_NAME: usize = 100;

/// Names that Windows keeps for devices, whatever stands behind a dot.
const RESERVED: [&str; 6] = ["aux", "con", "nul", "prn", "com", "lpt"];

/// Why no file can be called so.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum NameError {
    /// There is nothing in it but marks.
    #[error("`{name}` is not a valid file name; use letters or digits, and an ending such as .md")]
    Empty {
        /// The name as it was given.
        name: String,
    },
    /// The program would not read it.
    #[error("`{name}` is not a document; its name must end in {}", endings())]
    Extension {
        /// The name as it was given.
        name: String,
    },
}

/// The name under which a file called `name` is stored: without folders, control characters and
/// what some system refuses, in Unicode's composed form (NFC), its extension in lower case.
///
/// # Errors
/// When nothing is left of the name, or the program reads no files of its extension.
pub fn sanitized(name: &str) -> Result<String, NameError> {
    let base = name.rsplit(['/', '\\']).next().unwrap_or_default();
    let shown: String = base
        .nfc()
        .filter(|c| !is_unseen(*c))
        .map(writable)
        .collect();
    let shown = shown.trim_matches(|c: char| c.is_whitespace() || c == '.');
    let refused = |error: fn(String) -> NameError| Err(error(brief(name)));
    let Some((stem, extension)) = shown.rsplit_once('.') else {
        return refused(if shown.contains(char::is_alphanumeric) {
            |name| NameError::Extension { name }
        } else {
            |name| NameError::Empty { name }
        });
    };
    let extension = extension.to_ascii_lowercase();
    if !EXTENSIONS.contains(&extension.as_str()) {
        return refused(|name| NameError::Extension { name });
    }
    let stem = cut(stem, LONGEST_NAME - extension.len() - 2);
    if !stem.contains(char::is_alphanumeric) {
        return refused(|name| NameError::Empty { name });
    }
    let mark = if is_reserved(stem) { "_" } else { "" };
    Ok(format!("{mark}{stem}.{extension}"))
}

/// A character that is not seen, or divides lines.
fn is_unseen(c: char) -> bool {
    is_invisible(c)
        || c.is_control()
        || matches!(c, '\u{2028}' | '\u{2029}' | '\u{fffe}' | '\u{ffff}')
}

/// The character, or one in its place where some system or Discord's Markdown gives it a meaning.
fn writable(c: char) -> char {
    match c {
        '<' | '>' | ':' | '"' | '|' | '?' | '*' | '`' => '-',
        c if c.is_whitespace() => ' ',
        c => c,
    }
}

/// As much of the name's start as has room, without blanks, dots and marks at its ends.
fn cut(stem: &str, room: usize) -> &str {
    let end = stem.floor_char_boundary(room.min(stem.len()));
    stem[..end].trim_matches(|c: char| c.is_whitespace() || c == '.')
}

fn is_reserved(stem: &str) -> bool {
    let device = stem
        .split('.')
        .next()
        .unwrap_or(stem)
        .trim_end()
        .to_lowercase();
    let kind = device.trim_end_matches(|c: char| c.is_ascii_digit() || "¹²³".contains(c));
    let is_numbered = device.chars().count() == kind.chars().count() + 1;
    let is_port = kind == "com" || kind == "lpt";
    RESERVED.contains(&kind) && if is_port { is_numbered } else { device == kind }
}

/// A name short enough for a message.
fn brief(name: &str) -> String {
    let name: String = name.chars().filter(|c| !is_unseen(*c)).collect();
    if name.chars().count() <= LONGEST_NAME {
        return name;
    }
    let start: String = name.chars().take(LONGEST_NAME).collect();
    format!("{start}…")
}

fn endings() -> String {
    EXTENSIONS
        .map(|extension| format!(".{extension}"))
        .join(", ")
}
