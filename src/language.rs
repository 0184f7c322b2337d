//! A *language* is what a text is written in, named by its ISO 639-1 code.
//!
//! Documents are long enough for statistics. Questions are not: there the script and the little
//! words ("who", "l'", "hat die") decide, and no language is named when they do not.

pub mod chinese;
pub mod digits;
mod function_words;
pub(crate) mod lexicon;
pub mod normalise;
pub mod scripts;

use serde::Serialize;
use unicode_normalization::UnicodeNormalization;
use whatlang::{Detector, Lang, Script};

/// How many characters of a text are looked at; more makes the result slower, not better.
const SAMPLE_LENGTH: usize = 10_000;

/// A language by its lower-case ISO 639-1 code (`"fr"`), or [`Language::UNKNOWN`].
///
/// Norwegian is `no`, in both its written forms, as stemmers and Discord name it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(transparent)]
pub struct Language(&'static str);

impl Language {
    /// No language could be told (ISO 639 `und`).
    pub const UNKNOWN: Self = Self("und");

    /// The language of a tag such as `fr`, `FR`, `fr-CA`, `fra`, `pt_BR`, or of a name such as
    /// `French` or `français`; `None` for one that is not known.
    #[must_use]
    pub fn from_tag(tag: &str) -> Option<Self> {
        let tag = normalise::caseless(tag.trim());
        let primary = tag.split(['-', '_']).next().unwrap_or_default();
        lexicon::languages()
            .map(|data| &data.profile)
            .find(|profile| {
                profile.code == primary
                    || profile.other_codes.contains(primary)
                    || profile.names.contains(&tag)
            })
            .map(|profile| Self(&profile.code))
    }

    /// Every language that can be told.
    #[must_use]
    pub fn all() -> Vec<Self> {
        lexicon::languages()
            .map(|data| Self(&data.profile.code))
            .collect()
    }

    /// The languages that members ask in, whatever the documents are in.
    pub(crate) fn asked_in() -> impl Iterator<Item = Self> {
        lexicon::languages()
            .filter(|data| data.profile.asked_in)
            .map(|data| Self(&data.profile.code))
    }

    /// The ISO 639-1 code.
    #[must_use]
    pub const fn code(self) -> &'static str {
        self.0
    }

    /// What speakers of the language call it (`"Français"`); the code where that is not known.
    #[must_use]
    pub fn own_name(self) -> &'static str {
        lexicon::of(self).map_or(self.0, |data| &data.profile.own_name)
    }

    /// The language of a document's text (hundreds of characters), [`Self::UNKNOWN`] when it
    /// cannot be told.
    #[must_use]
    pub fn of_text(text: &str) -> Self {
        let bare = sample(text);
        let found = whatlang::detect(&bare)
            .filter(|info| info.is_reliable() || script_decides(info.script()))
            .and_then(|info| Self::of_lang(info.lang()));
        found
            .or_else(|| function_words::vote(&bare))
            .unwrap_or(Self::UNKNOWN)
    }

    /// The language of one short question among `candidates`; `None` when it cannot be told.
    ///
    /// A question that is clearly in some other language is in none of the candidates.
    #[must_use]
    pub fn of_question(text: &str, candidates: &[Self]) -> Option<Self> {
        let text = &sample(text);
        let script = script_of(text)?;
        let fitting: Vec<(Self, Lang)> = candidates
            .iter()
            .filter_map(|language| Some((*language, language.lang()?)))
            .filter(|(_, lang)| fits(script, *lang))
            .collect();
        if script != Script::Latin {
            return match fitting.as_slice() {
                [(only, _)] => Some(*only),
                _ => detect_among(text, &fitting),
            };
        }
        match function_words::vote(text) {
            Some(language) => candidates.contains(&language).then_some(language),
            None => detect_among(text, &fitting),
        }
    }

    /// Whether `word` (lower-case) is one of the language's little words: articles, pronouns,
    /// prepositions, question words. Always false for languages without a list of them.
    #[must_use]
    pub fn has_function_word(self, word: &str) -> bool {
        function_words::contains(self, word)
    }

    /// The statistics' name for this language.
    fn lang(self) -> Option<Lang> {
        Lang::from_code(lexicon::of(self)?.profile.other_codes.iter().next()?)
    }

    /// The language for the statistics' name of it.
    fn of_lang(lang: Lang) -> Option<Self> {
        Self::from_tag(lang.code())
    }
}

impl std::fmt::Display for Language {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.0)
    }
}

/// Whether `word` (lower-case) is a function word of a language that the bot speaks, whose words members
/// mix into any other.
pub(crate) fn is_spoken_function_word(word: &str) -> bool {
    let words = &lexicon::SPOKEN.detection;
    words.asking.contains(word) || words.function_words.contains(word)
}

/// Whether a character is a mark for a vowel that is seldom written; accents tell a language.
#[must_use]
pub fn is_vowel_mark(character: char) -> bool {
    scripts::is_optional_mark(character) && !matches!(character, '\u{0300}'..='\u{036F}')
}

/// Whether a script is used by so few languages that the likeliest of them is almost surely right.
fn script_decides(script: Script) -> bool {
    matches!(script, Script::Arabic | Script::Hebrew)
}

/// The start of `text`, enough of it to tell its language: its accents composed as statistics and lists
/// of words have them, without the vowel marks that they do not know.
fn sample(text: &str) -> String {
    text.nfc()
        .filter(|c| !is_vowel_mark(*c))
        .take(SAMPLE_LENGTH)
        .collect()
}

/// The script most letters of `text` are in.
///
/// A single kana makes a text Japanese, however many Chinese characters stand beside it, because
/// no other language writes kana.
fn script_of(text: &str) -> Option<Script> {
    let is_kana = |c: char| matches!(c, '\u{3041}'..='\u{3096}' | '\u{30a1}'..='\u{30fa}');
    if text.contains(is_kana) {
        return Some(Script::Hiragana);
    }
    whatlang::detect_script(text)
}

/// Whether `lang` is written in `script`; a short Japanese text may do without kana.
fn fits(script: Script, lang: Lang) -> bool {
    script.langs().contains(&lang) || (script == Script::Mandarin && lang == Lang::Jpn)
}

/// What the statistics say, restricted to `fitting`, when they are sure.
///
/// Restricted to a single language they are always sure, so one language alone has to win against
/// all others.
fn detect_among(text: &str, fitting: &[(Language, Lang)]) -> Option<Language> {
    let detector = if fitting.len() > 1 {
        Detector::with_allowlist(fitting.iter().map(|&(_, lang)| lang).collect())
    } else {
        Detector::new()
    };
    let info = detector.detect(text).filter(whatlang::Info::is_reliable)?;
    fitting
        .iter()
        .find(|(_, lang)| *lang == info.lang())
        .map(|&(language, _)| language)
}
