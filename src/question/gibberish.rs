//! *Gibberish*: what is no word in any language, as far as its letters alone tell.

use crate::language::lexicon::ANY;

/// Whether a text is surely no word and no sentence: a finger on one key, a hand across the
/// keyboard, a path that climbs out of a folder. Abbreviations look like the second, so this counts
/// only where no word of the text is known.
#[must_use]
pub fn gibberish(text: &str) -> bool {
    let text = text.trim();
    let words: Vec<&str> = text
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .collect();
    text.starts_with("../")
        || text.starts_with("..\\")
        || (!words.is_empty() && words.iter().all(|word| is_mashed(word)))
}

/// A letter held down: "aaaaaaa".
pub(super) fn is_scream(word: &str) -> bool {
    longest_run(word) >= 5 && word.chars().count() <= longest_run(word) + 1
}

/// "hahaha", "jajaja", "kkkk", "ㅋㅋ", "www".
pub(super) fn is_laughter(word: &str) -> bool {
    let length = word.chars().count();
    let only = |letters: &str| word.chars().all(|c| letters.contains(c));
    let both = |sound: &str| only(sound) && sound.chars().all(|c| word.contains(c));
    only("ㅋㅎㅠㅜ")
        || (length >= 3 && (only("k") || only("w") || only("h")))
        || (length >= 4 && ANY.messages.laughter.iter().any(both))
}

fn is_mashed(word: &str) -> bool {
    let word = word.to_lowercase();
    let letters = word.chars().count();
    let latin = word.chars().all(|c| c.is_ascii_lowercase());
    let vowels = word.chars().filter(|c| "aeiouy".contains(*c)).count();
    longest_run(&word) >= 4 || (latin && letters >= 5 && (vowels == 0 || clusters(&word)))
}

/// Whether more consonants stand in a row than in the words of any language, German compounds
/// excepted.
fn clusters(word: &str) -> bool {
    word.split(|c: char| "aeiouy".contains(c))
        .any(|cluster| cluster.len() >= 6 && !cluster.contains("sch"))
}

/// How often the letter that is most often repeated stands in a row.
fn longest_run(word: &str) -> usize {
    let mut longest = 0;
    let mut run: Option<(char, usize)> = None;
    for c in word.chars().filter(|c| c.is_alphabetic()) {
        let length = match run {
            Some((before, length)) if before == c => length + 1,
            _ => 1,
        };
        run = Some((c, length));
        longest = longest.max(length);
    }
    longest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_no_word_is_told_by_its_letters() {
        for (text, expected) in [
            ("qqxzvwmpl", true),
            ("ksdjfh ksjdhf", true),
            ("zzzznonexistentzzz", true),
            ("aaaaaaaa", true),
            ("../../etc/passwd", true),
            ("blblblbl", true),
            ("price?", false),
            ("Angstschweiß", false),
            ("Herbstschmuck", false),
            ("rhythm", false),
            ("Was ist das", false),
            ("レイド", false),
            ("100000", false),
            ("?", false),
        ] {
            assert_eq!(gibberish(text), expected, "{text}");
        }
    }

    #[test]
    fn laughter_is_told_by_its_sound() {
        for (word, expected) in [
            ("hahahah", true),
            ("jajajaja", true),
            ("kkkkk", true),
            ("ㅋ", true),
            ("www", true),
            ("rsrs", true),
            ("hah", false),
            ("haha2", false),
            ("k", false),
            ("jeep", false),
        ] {
            assert_eq!(is_laughter(word), expected, "{word}");
        }
    }
}
