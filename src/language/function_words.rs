//! *Function words* are the little words that hold a sentence together and give its language
//! away.

use super::Language;
use super::lexicon::{self, LanguageData};

/// A word that asks counts this much, any other word or mark counts one.
const ASKING: u32 = 2;

/// A language needs at least this much to be named.
const ENOUGH: u32 = 2;

/// The language most function words of `text` are of, when it is ahead of every other one.
pub(super) fn vote(text: &str) -> Option<Language> {
    let text = text.to_lowercase();
    let mut votes: Vec<(u32, &LanguageData)> = lexicon::languages().map(|data| (0, data)).collect();
    votes.retain(|(_, data)| !data.lexicon.detection.function_words.is_empty());
    for word in text.split(|c: char| !c.is_alphanumeric()) {
        for (vote, data) in &mut votes {
            let words = &data.lexicon.detection;
            if words.asking.contains(word) {
                *vote += ASKING;
            } else if words.function_words.contains(word) {
                *vote += 1;
            }
        }
    }
    for (vote, data) in &mut votes {
        let letters = &data.lexicon.detection.letters;
        *vote += u32::from(letters.iter().any(|letter| text.contains(letter)));
    }
    let best = votes.iter().map(|(vote, _)| *vote).max()?;
    let mut winners = votes.iter().filter(|(vote, _)| *vote == best);
    match (winners.next(), winners.next()) {
        (Some((_, data)), None) if best >= ENOUGH => Some(Language(&data.profile.code)),
        _ => None,
    }
}

/// Whether `word` is one of the language's.
pub(super) fn contains(language: Language, word: &str) -> bool {
    lexicon::of(language).is_some_and(|data| {
        let words = &data.lexicon.detection;
        words.asking.contains(word) || words.function_words.contains(word)
    })
}
