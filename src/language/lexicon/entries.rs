//! The *entries* of a key: words and phrases, or patterns of phrases.

use std::collections::HashSet;

use serde::Deserialize;

/// Words and phrases, each once, in the order of the file.
///
/// Written with blanks or line ends between them; `_` stands for a blank inside a phrase.
#[derive(Debug, Default, Deserialize)]
#[serde(from = "String")]
pub(crate) struct Words {
    list: Vec<String>,
    set: HashSet<String>,
}

impl Words {
    /// Whether `word` is one of them.
    pub(crate) fn contains(&self, word: &str) -> bool {
        self.set.contains(word)
    }

    /// All of them, in the order of the file.
    pub(crate) fn iter(&self) -> impl Iterator<Item = &str> + Clone {
        self.list.iter().map(String::as_str)
    }

    /// Whether there are none.
    pub(crate) fn is_empty(&self) -> bool {
        self.list.is_empty()
    }
}

impl From<String> for Words {
    fn from(written: String) -> Self {
        let mut words = Self::default();
        for entry in written.split_whitespace() {
            let entry = entry.replace('_', " ");
            if words.set.insert(entry.clone()) {
                words.list.push(entry);
            }
        }
        words
    }
}

/// Patterns, one a line, as `question::pattern` reads them.
#[derive(Debug, Default, Deserialize)]
#[serde(from = "String")]
pub(crate) struct Patterns(Vec<String>);

impl Patterns {
    /// All of them, in the order of the file.
    pub(crate) fn iter(&self) -> impl Iterator<Item = &str> {
        self.0.iter().map(String::as_str)
    }
}

impl From<String> for Patterns {
    fn from(written: String) -> Self {
        let lines = written.lines().map(str::trim);
        Self(
            lines
                .filter(|line| !line.is_empty())
                .map(str::to_owned)
                .collect(),
        )
    }
}
