//! *Deduplication*: of several passages that say the same in the same words, as where the folder holds
//! an article twice, only the first counts.

use std::collections::HashSet;

use crate::corpus::Corpus;
use crate::language::normalise::composed;
use crate::passage::PassageId;

/// The items of `row` whose passages say what none before them says, in their order.
pub(super) fn dedup<'a, T: 'a>(
    corpus: &'a Corpus,
    row: impl Iterator<Item = T> + 'a,
    id: impl Fn(&T) -> PassageId + 'a,
) -> impl Iterator<Item = T> + 'a {
    let mut seen = HashSet::new();
    row.filter(move |item| {
        let (document, passage) = corpus.passage(id(item));
        seen.insert(composed(document.slice(passage)))
    })
}
