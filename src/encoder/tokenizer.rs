//! Cuts a text into the *tokens* the model knows, which are words and pieces of words: XLM-R's Unigram
//! tokenizer.

use std::fmt;

use kitoken::{
    CharsMap, Configuration, Fallback, Kitoken, Metadata, Model, Normalization, SpecialToken,
    SpecialTokenKind, Split, SplitBehavior, Token,
};

use super::{EncoderError, MAX_TOKENS};

/// The tokens, one a line; a token's id is the number of its line, from 0.
pub(super) static VOCABULARY: &str = include_str!("../../assets/encoder/pieces.txt");

/// The logarithm of each token's probability, as little-endian f32.
static SCORES: &[u8] = include_bytes!("../../assets/encoder/scores.f32");

/// How characters are normalised before they are looked up, as `SentencePiece` compiles it.
static NORMALIZATION: &[u8] = include_bytes!("../../assets/encoder/nmt_nfkc.bin");

/// The first ids are special tokens, which stand for no text: start, padding, end, unknown.
pub(super) const START: u32 = 0;
pub(super) const END: u32 = 2;
const UNKNOWN: u32 = 3;
const SPECIAL: usize = 4;

/// Stands for a space, so that tokens tell whether they start a word.
pub(super) const SPACE: char = '▁';

/// XLM-R's tokenizer over the tokens that were kept.
pub(super) struct Tokenizer {
    kitoken: Kitoken,
    /// Whether a token has letters or digits, by id.
    words: Vec<bool>,
}

impl fmt::Debug for Tokenizer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Tokenizer").finish_non_exhaustive()
    }
}

impl Tokenizer {
    pub(super) fn builtin() -> Result<Self, EncoderError> {
        let (scores, _) = SCORES.as_chunks::<4>();
        let tokens = (0..).zip(VOCABULARY.lines()).map(|(id, token)| Token {
            id,
            bytes: token.into(),
        });
        let model = Model::Unigram {
            vocab: tokens.skip(SPECIAL).collect(),
            scores: scores
                .iter()
                .skip(SPECIAL)
                .map(|score| f32::from_le_bytes(*score))
                .collect(),
        };
        let unknown = SpecialToken {
            id: UNKNOWN,
            bytes: "<unk>".into(),
            kind: SpecialTokenKind::Unknown,
            ident: None,
            score: 0.0,
            extract: false,
        };
        let tokenizer = Kitoken::new(model, vec![unknown], configuration()?, Metadata::default());
        let is_word = |token: &str| token.chars().any(char::is_alphanumeric);
        let words = VOCABULARY.lines().enumerate();
        Ok(Self {
            words: words
                .map(|(id, token)| id >= SPECIAL && is_word(token))
                .collect(),
            kitoken: tokenizer.map_err(|error| EncoderError(error.to_string()))?,
        })
    }

    /// The ids of a text's tokens, without special ones.
    pub(super) fn token_ids(&self, text: &str) -> Vec<u32> {
        // No text is read as a special token, and encoding cannot fail, as there is one for the unknown.
        self.kitoken.encode(text, &[][..]).unwrap_or_default()
    }

    /// What meeting a token tells: the negative natural logarithm of its probability; nothing where it
    /// has neither letters nor digits.
    pub(super) fn information(&self, id: u32) -> Option<f32> {
        let (scores, _) = SCORES.as_chunks();
        let id = id as usize;
        self.words[id].then(|| -f32::from_le_bytes(scores[id]))
    }

    /// The ids of a text's tokens between the special ones for start and end, at most [`MAX_TOKENS`].
    pub(super) fn encode(&self, prefix: &str, text: &str) -> Vec<u32> {
        let tokens = self.token_ids(&format!("{prefix}{text}"));
        let room = MAX_TOKENS - 2;
        [START]
            .into_iter()
            .chain(tokens.into_iter().take(room))
            .chain([END])
            .collect()
    }
}

/// How XLM-R normalises a text before it is divided, and what it makes of the tokens.
fn configuration() -> Result<Configuration, EncoderError> {
    let map = CharsMap::try_from(NORMALIZATION).map_err(|error| EncoderError(error.to_string()))?;
    Ok(Configuration {
        fallback: vec![Fallback::Unknown],
        normalization: vec![
            // Later versions of the table leave the zero-width joiner; XLM-R's makes it a space.
            Normalization::Replace {
                pattern: '\u{200d}'.into(),
                replacement: " ".into(),
            },
            Normalization::CharsMap { map },
            Normalization::Strip {
                character: ' ',
                left: u32::MAX,
                right: u32::MAX,
            },
            Normalization::Collapse { character: ' ' },
            Normalization::Replace {
                pattern: ' '.into(),
                replacement: SPACE.into(),
            },
            Normalization::Extend {
                character: SPACE,
                left: 1,
                right: 0,
                pad: false,
            },
        ],
        // No token goes on over a space.
        split: vec![Split::Pattern {
            pattern: SPACE.into(),
            behavior: SplitBehavior::MergeRight,
        }],
        processing: vec![kitoken::Processing::Collapse { id: UNKNOWN }],
        ..Configuration::default()
    })
}
