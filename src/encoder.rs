//! Dense retrieval: a sentence encoder, built into the program.
//!
//! An [`Encoder`] turns a text of any of the supported languages into a [`Vector`]; texts that
//! mean the same lie near each other, whatever language they are in. The model is
//! multilingual-e5-small with its vocabulary trimmed; `tools/encoder/` makes the files in
//! `assets/encoder/` and says how.
//!
//! A text's way: `tokenizer` cuts it into tokens, `quantized` looks up a row of weights for
//! each, `network` lets the tokens attend to each other and takes the mean. Nothing here reads
//! clock, environment or network, and no text makes it fail.

mod network;
mod quantized;
mod spans;
mod states;
mod tokenizer;
mod vector;

use std::ops::Range;

use self::network::Network;
use self::quantized::{BLOCK, BLOCK_BYTES};
pub use self::spans::Span;
pub use self::states::{Segments, States};
use self::tokenizer::Tokenizer;
pub use self::vector::Vector;

/// Numbers in a [`Vector`].
pub const DIMENSIONS: usize = 384;

/// A row of weights for each token of the vocabulary. They stay in 4 bits; a row is expanded when it is used.
static EMBEDDINGS: &[u8] = include_bytes!("../assets/encoder/embeddings.q4");

/// Bytes of a row of [`EMBEDDINGS`].
const ROW_BYTES: usize = DIMENSIONS / BLOCK * BLOCK_BYTES;

/// Tokens a text is cut to, the first and the last mark included: the model has no more places.
pub const MAX_TOKENS: usize = 512;

/// Tokens that short texts are gathered up to, to go through the network together.
///
/// More would cost more than it brings, as every token is compared to every other of its batch.
const BATCH_TOKENS: usize = 192;

/// The built-in encoder does not load.
///
/// Its files are part of the program, so this tells of a program that was built wrongly.
#[derive(Debug, thiserror::Error)]
#[error("the built-in encoder could not be loaded: {0}")]
pub struct EncoderError(String);

/// Turns texts into vectors of their meaning.
#[derive(Debug)]
pub struct Encoder {
    tokenizer: Tokenizer,
    network: Network,
}

impl Encoder {
    /// The version of the model: only vectors of encoders with the same version can be compared.
    pub const VERSION: &str = "multilingual-e5-small-q4-1";

    /// Loads the encoder that is built into the program. It computes on `threads` threads.
    ///
    /// # Errors
    ///
    /// When the files it was built with are not what `tools/encoder/` writes.
    pub fn builtin(threads: usize) -> Result<Self, EncoderError> {
        Ok(Self {
            tokenizer: Tokenizer::builtin()?,
            network: Network::builtin(threads)?,
        })
    }

    /// The vector of a question.
    #[must_use]
    pub fn query(&self, text: &str) -> Vector {
        self.network.run(&[self.tokenizer.encode("query: ", text)])[0]
    }

    /// The vector of a text that may hold an answer.
    #[must_use]
    pub fn passage(&self, text: &str) -> Vector {
        self.passages(&[text])[0]
    }

    /// The vectors of several texts that may hold an answer, in their order.
    ///
    /// Faster than one by one where the texts are short; the vectors are the same but for rounding.
    #[must_use]
    pub fn passages(&self, texts: &[&str]) -> Vec<Vector> {
        let texts: Vec<_> = texts
            .iter()
            .map(|text| self.tokenizer.encode("passage: ", text))
            .collect();
        let lengths: Vec<_> = texts.iter().map(Vec::len).collect();
        batches(&lengths)
            .into_iter()
            .flat_map(|batch| self.network.run(&texts[batch]))
            .collect()
    }
}

/// Cuts a row of texts into batches of at most [`BATCH_TOKENS`]; a longer text is one by itself.
fn batches(lengths: &[usize]) -> Vec<Range<usize>> {
    let mut batches: Vec<Range<usize>> = Vec::new();
    let mut tokens = 0;
    for (at, length) in lengths.iter().enumerate() {
        tokens += length;
        match batches.last_mut() {
            Some(batch) if tokens <= BATCH_TOKENS => batch.end = at + 1,
            _ => {
                batches.push(at..at + 1);
                tokens = *length;
            }
        }
    }
    batches
}
