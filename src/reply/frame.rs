//! A *frame* is what a reply depends on beside the answer: the snapshot, and who reads it.

use super::Reader;
use super::translation::TranslationUrl;
use crate::library::Snapshot;

/// What a reply and its controls depend on beside the passages.
#[derive(Clone, Copy)]
pub struct Frame<'a> {
    /// The snapshot the passages are of.
    pub snapshot: &'a Snapshot,
    /// Whom the reply is for.
    pub reader: Reader,
    /// The Discord id of the member who asked.
    pub asker: u64,
    /// Whether readers may say that a passage helped.
    pub votes: bool,
    /// Where passages may be translated.
    pub translation: Option<&'a TranslationUrl>,
}
