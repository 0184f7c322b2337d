//! What holds for any bytes: one `check` for each fuzz target, which panics where it does not hold.
//!
//! The targets feed it what the fuzzer makes up, `tests/it/fuzz.rs` the corpora in `fuzz/corpus`.

pub mod custom_id;
pub mod documents;
pub mod front_matter;
pub mod questions;
pub mod replies;
pub mod sentences;
pub mod verification;
pub mod web_pages;

/// Bytes as text, whatever is no UTF-8 replaced.
fn text(data: &[u8]) -> std::borrow::Cow<'_, str> {
    String::from_utf8_lossy(data)
}

/// The first byte, which chooses among things to check, and the rest.
fn choice(data: &[u8]) -> (usize, &[u8]) {
    data.split_first()
        .map_or((0, data), |(first, rest)| (usize::from(*first), rest))
}
