//! The *folders* of the settings: that of the data is not inside that of the articles.

use std::path::{Path, PathBuf};

/// Why the program cannot work with these two; what is in the trash would be an article again.
pub(super) fn problem(knowledge: &Path, data: &Path) -> Option<String> {
    let message = format!(
        "DATA_DIR `{}` is inside KNOWLEDGE_DIR `{}`, so that removed articles would answer again; \
         set one of them to a folder elsewhere",
        data.display(),
        knowledge.display()
    );
    real(data).starts_with(real(knowledge)).then_some(message)
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
