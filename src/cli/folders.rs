//! The *folders* of the settings: that of the data is not inside that of the articles.

use std::ffi::OsStr;
use std::path::{Path, PathBuf};

/// Why the program cannot work with these two; what is in the trash would be an article again.
pub(super) fn problem(knowledge: &Path, data: &Path) -> Option<String> {
    let message = format!(
        "DATA_DIR `{}` is inside KNOWLEDGE_DIR `{}`, so removed documents would be read again; set \
         one of them to another folder",
        data.display(),
        knowledge.display()
    );
    let inside = real(data);
    let inside = inside.strip_prefix(real(knowledge)).ok()?;
    // A hidden folder is not read.
    let hidden = |part: &OsStr| part.as_encoded_bytes().starts_with(b".");
    (!inside.iter().any(hidden)).then_some(message)
}

/// A path without links as far as it exists.
fn real(path: &Path) -> PathBuf {
    let whole = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
    for existing in whole.ancestors() {
        if let Ok(real) = existing.canonicalize() {
            let rest = whole.strip_prefix(existing).unwrap_or(Path::new(""));
            return real.join(rest);
        }
    }
    whole
}
