//! Cuts a text into the pieces the model knows: XLM-R's Unigram tokenizer.

use std::fmt;

use kitoken::{
    CharsMap, Configuration, Fallback, Kitoken, Metadata, Model, Normalization, SpecialToken,
    SpecialTokenKind, Split, SplitBehavior, Token,
};

use super::{EncoderError, MAX_TOKENS};

/// The pieces, one a line; a piece's id is the number of its line, from 0.
pub(super) static PIECES: &str = include_str!("../../assets/encoder/pieces.txt");

/// The logarithm of each piece's probability, as little-endian f32.
static SCORES: &[u8] = include_bytes!("../../assets/encoder/scores.f32");

/// How characters are normalised before they are looked up, as `SentencePiece` compiles it.
static NORMALIZATION: &[u8] = include_bytes!("../../assets/encoder/nmt_nfkc.bin");

/// The first ids are marks, not pieces: start, padding, end, unknown.
pub(super) const START: u32 = 0;
pub(super) const END: u32 = 2;
const UNKNOWN: u32 = 3;
const MARKS: usize = 4;

/// Stands for a space, so that pieces tell whether they start a word.
pub(super) const SPACE: char = '▁';

/// XLM-R's tokenizer over the pieces that were kept.
pub(super) struct Tokenizer {
    kitoken: Kitoken,
    /// Whether a piece has letters or digits, by id.
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
        let pieces = (0..).zip(PIECES.lines()).map(|(id, piece)| Token {
            id,
            bytes: piece.into(),
        });
        let model = Model::Unigram {
            vocab: pieces.skip(MARKS).collect(),
            scores: scores
                .iter()
                .skip(MARKS)
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
        let is_word = |piece: &str| piece.chars().any(char::is_alphanumeric);
        let words = PIECES.lines().enumerate();
        Ok(Self {
            words: words
                .map(|(id, piece)| id >= MARKS && is_word(piece))
                .collect(),
            kitoken: tokenizer.map_err(|error| EncoderError(error.to_string()))?,
        })
    }

    /// The ids of a text's pieces, without marks.
    pub(super) fn pieces(&self, text: &str) -> Vec<u32> {
        // No text is read as a mark, and with a mark for the unknown encoding cannot fail.
        self.kitoken.encode(text, &[][..]).unwrap_or_default()
    }

    /// What meeting a piece tells: the negative natural logarithm of its probability; nothing where it
    /// has neither letters nor digits.
    pub(super) fn information(&self, id: u32) -> Option<f32> {
        let (scores, _) = SCORES.as_chunks();
        let id = id as usize;
        self.words[id].then(|| -f32::from_le_bytes(scores[id]))
    }

    /// The ids of a text's pieces between the start and the end mark, at most [`MAX_TOKENS`].
    pub(super) fn encode(&self, prefix: &str, text: &str) -> Vec<u32> {
        let pieces = self.pieces(&format!("{prefix}{text}"));
        let room = MAX_TOKENS - 2;
        [START]
            .into_iter()
            .chain(pieces.into_iter().take(room))
            .chain([END])
            .collect()
    }
}

/// What XLM-R does to a text before and around the pieces.
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
        // No piece goes on over a space.
        split: vec![Split::Pattern {
            pattern: SPACE.into(),
            behavior: SplitBehavior::MergeRight,
        }],
        processing: vec![kitoken::Processing::Collapse { id: UNKNOWN }],
        ..Configuration::default()
    })
}
