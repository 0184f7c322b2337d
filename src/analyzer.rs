//! An *analyzer* turns a text of one language into *terms*, each with the bytes it stands for.
//!
//! The same analyzer reads passages and questions, so that what a member types (straight or
//! curly apostrophes, accents or none, any case) makes no difference to what is found.

mod stop_words;
mod words;

use std::borrow::Cow;
use std::ops::Range;

use tantivy::tokenizer::{
    AsciiFoldingFilter, Language as Snowball, Stemmer, StopWordFilter, TextAnalyzer,
};
use unicode_normalization::char::is_combining_mark;
use unicode_normalization::{UnicodeNormalization, is_nfc};

use crate::language::Language;
use crate::language::scripts::is_invisible;
use words::Words;

/// A *term* is what is compared: a word folded and stemmed, or two neighbouring characters where
/// a script writes no spaces.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Term {
    /// Lower case, without accents, stemmed.
    pub text: String,
    /// The bytes of the analysed text that it stands for.
    pub range: Range<usize>,
}

/// Turns texts of one language into terms.
#[derive(Clone)]
pub struct Analyzer {
    pipeline: TextAnalyzer,
}

impl Analyzer {
    /// The analyzer of `language`; one without stemming and stop words where neither is known.
    #[must_use]
    pub fn new(language: Language) -> Self {
        let mut pipeline = TextAnalyzer::builder(words(language))
            .filter_dynamic(AsciiFoldingFilter)
            .filter_dynamic(StopWordFilter::remove(folded_stop_words(language)));
        if let Some(snowball) = snowball(language) {
            pipeline = pipeline.filter_dynamic(Stemmer::new(snowball));
        }
        Self {
            pipeline: pipeline.build(),
        }
    }

    /// The terms of `text` in their order, repeated ones included.
    #[must_use]
    pub fn terms(&self, text: &str) -> Vec<Term> {
        collect(self.pipeline.clone(), text)
    }
}

/// A text in lower case, without accents and what is never seen.
#[must_use]
pub fn folded(text: &str) -> String {
    let letters = text.nfkd();
    let letters = letters.filter(|c| !is_combining_mark(*c) && !is_invisible(*c));
    letters.flat_map(char::to_lowercase).collect()
}

/// The text with its accents and letters composed (NFC), so that two ways to write the same compare as
/// the same.
#[must_use]
pub fn composed(text: &str) -> Cow<'_, str> {
    if is_nfc(text) {
        Cow::Borrowed(text)
    } else {
        Cow::Owned(text.nfc().collect())
    }
}

fn words(language: Language) -> Words {
    Words {
        dividers: stop_words::dividers(language),
    }
}

/// Stop words go through the same folding as the words they are compared with.
fn folded_stop_words(language: Language) -> Vec<String> {
    let folding = TextAnalyzer::builder(words(language))
        .filter(AsciiFoldingFilter)
        .build();
    stop_words::of(language)
        .flat_map(|word| collect(folding.clone(), word))
        .map(|term| term.text)
        .collect()
}

fn collect(mut pipeline: TextAnalyzer, text: &str) -> Vec<Term> {
    let mut terms = Vec::new();
    pipeline.token_stream(text).process(&mut |token| {
        terms.push(Term {
            text: token.text.clone(),
            range: token.offset_from..token.offset_to,
        });
    });
    terms
}

/// The Snowball stemmer of a language, for every language tantivy can stem.
fn snowball(language: Language) -> Option<Snowball> {
    Some(match language.code() {
        "ar" => Snowball::Arabic,
        "da" => Snowball::Danish,
        "de" => Snowball::German,
        "el" => Snowball::Greek,
        "en" => Snowball::English,
        "es" => Snowball::Spanish,
        "fi" => Snowball::Finnish,
        "fr" => Snowball::French,
        "hu" => Snowball::Hungarian,
        "it" => Snowball::Italian,
        "nl" => Snowball::Dutch,
        "no" | "nb" | "nn" => Snowball::Norwegian,
        "pt" => Snowball::Portuguese,
        "ro" => Snowball::Romanian,
        "ru" => Snowball::Russian,
        "sv" => Snowball::Swedish,
        "ta" => Snowball::Tamil,
        "tr" => Snowball::Turkish,
        _ => return None,
    })
}
