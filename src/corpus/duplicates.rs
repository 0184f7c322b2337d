//! *Duplicates* are documents that say the same as another one, such as a web page and what was
//! imported from it.

use std::borrow::Cow;
use std::collections::HashMap;

use super::{Document, FileProblem, Problem};
use crate::language::normalise::composed;

/// A warning for every document whose passages are, word for word, those of one before it.
pub(super) fn problems(documents: &[Document]) -> Vec<Problem> {
    let mut first: HashMap<Vec<Cow<'_, str>>, &str> = HashMap::new();
    let mut problems = Vec::new();
    for document in documents {
        let path = document.source.document.as_str();
        let said = document
            .passages
            .iter()
            .map(|passage| composed(document.slice(passage)))
            .collect();
        let original = *first.entry(said).or_insert(path);
        if original != path {
            let message = format!(
                "the file has the same text as {original}, which is quoted instead; remove one of \
                 the two"
            );
            problems.push(FileProblem::warning(1, message).within(path));
        }
    }
    problems
}
