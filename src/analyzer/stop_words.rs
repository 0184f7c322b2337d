//! *Stop words*: words that every text of a language has, and the words that only ask.
//!
//! The lists are those of NLTK, else those of the collection "stopwords-iso", as the crate
//! `stop-words` carries them. They were made for texts: words that questions consist of are missing
//! and are added here, and words that communities ask about are listed and are taken out here.

use std::collections::HashSet;
use std::sync::LazyLock;

use crate::language::Language;
use crate::language::lexicon;
use crate::language::normalise::folded;

/// The stop words of all languages, folded.
static ALL: LazyLock<HashSet<(Language, String)>> = LazyLock::new(|| {
    let words = |language| of(language).map(move |word| (language, folded(word)));
    Language::all().into_iter().flat_map(words).collect()
});

/// Whether a word is a stop word of `language`; of any, where the language is unknown.
pub(super) fn has(language: Language, word: &str) -> bool {
    let word = folded(word);
    if language == Language::UNKNOWN {
        return ALL.iter().any(|(_, other)| *other == word);
    }
    ALL.contains(&(language, word))
}

/// The stop words of `language`, accents and all; none for a language without a list.
pub(super) fn of(language: Language) -> impl Iterator<Item = &'static str> {
    let data = lexicon::of(language);
    let own_only = data.is_some_and(|data| data.profile.own_stop_words_only);
    let listed = stop_words::lookup(language.code()).filter(|_| !own_only);
    let own = data.map(|data| &data.lexicon.stop_words);
    let is_kept = move |word: &str| own.is_some_and(|own| own.kept.contains(word));
    listed
        .unwrap_or_default()
        .iter()
        .copied()
        .filter(move |word| !word.contains(' ') && !is_kept(word))
        .chain(own.into_iter().flat_map(|own| own.added.iter()))
}

/// Whether stop words of a language count only with their accents: in Vietnamese another accent
/// makes another word.
pub(super) fn need_accents(language: Language) -> bool {
    lexicon::of(language).is_some_and(|data| data.profile.accents_distinguish)
}

/// The words of scripts without spaces that only ask or join, the longer ones first; nothing in
/// them is looked up.
pub(super) fn dividers(language: Language) -> Vec<&'static str> {
    lexicon::of(language)
        .into_iter()
        .flat_map(|data| data.lexicon.stop_words.dividers.iter())
        .collect()
}
