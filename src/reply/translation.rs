//! A *translation link* opens a site of the operator's choice with the quoted words filled in; the
//! bot itself translates nothing.

use std::ops::Range;
use std::str::FromStr;

use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use thiserror::Error;
use unicode_segmentation::UnicodeSegmentation;

use super::limits;
use super::link::link;
use crate::answer::Quote;
use crate::language::Language;

/// The address of a translation site, with `{text}`, and perhaps `{from}` and `{to}`, where the
/// words and the codes of the languages belong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TranslationUrl(String);

/// Why a text is no address of a translation site.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum NotATranslationUrl {
    /// There is no place for the words.
    #[error(
        "it must contain {{text}}, which is replaced by the quote; {{from}} and {{to}} are optional"
    )]
    NoPlaceForText,
    /// It is not an address that can be linked.
    #[error("it must begin with https:// and contain no spaces")]
    NotAnAddress,
}

/// Where the words belong.
const TEXT: &str = "{text}";
/// Fewer words than this are not worth a link.
const FEWEST_CHARACTERS: usize = 20;

impl FromStr for TranslationUrl {
    type Err = NotATranslationUrl;

    fn from_str(url: &str) -> Result<Self, NotATranslationUrl> {
        let url = url.trim();
        if !url.contains(TEXT) {
            return Err(NotATranslationUrl::NoPlaceForText);
        }
        if !url.starts_with("https://") || link(url).is_none() {
            return Err(NotATranslationUrl::NotAnAddress);
        }
        Ok(Self(url.to_owned()))
    }
}

impl TranslationUrl {
    /// The address for a quote from its first answering sentence to its last, or for the whole quote
    /// where none stands out; as many of its words as a link has room for, and none
    /// where that is hardly any.
    pub(super) fn link(&self, quote: &Quote, from: Language, to: Language) -> Option<String> {
        let [first, last] = [quote.highlights.first(), quote.highlights.last()];
        let words = first.zip(last).map(|(first, last)| first.start..last.end);
        let words = &quote.text[words.unwrap_or(0..quote.text.len())];
        let filled = |text: &str| {
            let text = utf8_percent_encode(text, NON_ALPHANUMERIC).to_string();
            let url = self
                .0
                .replace("{from}", from.code())
                .replace("{to}", to.code());
            url.replace(TEXT, &text)
        };
        let fits = |text: &str| limits::length(&filled(text)) <= limits::LINK;
        let ends = words
            .unicode_word_indices()
            .map(|(at, word)| at + word.len());
        let whole: Range<usize> = 0..words.len();
        let longest = std::iter::once(whole.end)
            .chain(ends.collect::<Vec<_>>().into_iter().rev())
            .map(|end| &words[..end])
            .find(|text| fits(text))?;
        let enough = longest.len() == words.len() || longest.chars().count() >= FEWEST_CHARACTERS;
        enough.then(|| filled(longest))
    }
}
