//! *Abbreviations* end with a full stop that ends no sentence.

use std::collections::HashMap;
use std::sync::LazyLock;

use unicode_segmentation::UnicodeSegmentation;

use crate::language::Language;
use crate::language::lexicon::{LanguageData, Lexicon, SHARED, files, languages, of};
use crate::language::scripts::{is_hangul, is_unspaced};

/// The abbreviations of all languages by the last character.
static ENTRIES: LazyLock<HashMap<char, Vec<Entry>>> = LazyLock::new(|| {
    let mut all: HashMap<char, Vec<Entry>> = HashMap::new();
    for entry in files().iter().flat_map(entries) {
        let last = entry.word.chars().next_back();
        all.entry(last.unwrap_or_default()).or_default().push(entry);
    }
    all
});

/// Abbreviations longer than this many characters are not looked for.
const LONGEST: usize = 24;

/// An abbreviation of one language.
struct Entry {
    language: &'static str,
    before: Before,
    word: &'static str,
}

#[derive(Clone, Copy, PartialEq)]
enum Before {
    /// Before any word.
    Word,
    /// Before a number.
    Number,
    /// Before a name.
    Name,
    /// At the end of an enumeration or a time: only a small letter goes on.
    Last,
}

/// The abbreviations of one file.
fn entries(data: &'static LanguageData) -> impl Iterator<Item = Entry> {
    let words = &data.lexicon.abbreviations;
    let kinds = [
        (Before::Word, &words.before_words),
        (Before::Number, &words.before_numbers),
        (Before::Name, &words.before_names),
        (Before::Last, &words.last),
    ];
    kinds.into_iter().flat_map(move |(before, words)| {
        words.iter().map(move |word| Entry {
            language: &data.profile.code,
            before,
            word,
        })
    })
}

impl Entry {
    /// Whether `text` ends with it, and not only as the end of a longer word.
    fn is_at_end(&self, text: &str) -> bool {
        before(text, self.word).is_some_and(|before| {
            !before.ends_with(|c: char| c.is_alphanumeric() || c == '.' || c == '-')
        })
    }

    /// Whether texts of `language` may use it. Where the language is not known, it is any, but no
    /// little word of another one.
    fn is_of(&self, language: Language) -> bool {
        let is_little = || {
            Language::all()
                .iter()
                .any(|language| language.has_function_word(self.word))
        };
        self.language == SHARED
            || self.language == language.code()
            || language == Language::UNKNOWN && !is_little()
    }
}

/// Whether the full stop at the end of `sentence` belongs to an abbreviation, an initial or an
/// ordinal, `next` being the word that follows.
pub(super) fn ends_with_one(sentence: &str, next: &str, language: Language) -> bool {
    let Some(text) = sentence.trim_end().strip_suffix('.') else {
        return false;
    };
    let from = text.char_indices().rev().take(LONGEST).last();
    let tail = text[from.map_or(0, |(at, _)| at)..].to_lowercase();
    let tail = tail.replace(char::is_whitespace, " ");
    let is_number = next.starts_with(char::is_numeric) || is_roman(next);
    let starts_sentence = starts_sentence(next, language);
    // The same letters may be more than one abbreviation: `ст. 5`, `vs.` in English and in Turkish.
    let mut is_last = false;
    for entry in ending(&tail, language) {
        match entry.before {
            Before::Word if entry.language == SHARED && has_last(&tail, language) => {}
            Before::Word if !is_unit(&tail, entry.word) => return true,
            Before::Number if is_number => return true,
            Before::Name if !starts_sentence => return !next.is_empty(),
            Before::Last => is_last = true,
            _ => {}
        }
    }
    if is_last {
        return is_number || goes_on_after_time(next);
    }
    // What follows an initial or an ordinal is a name; a little word starts a new sentence.
    let is_one = || {
        is_initial(text) || is_dotted(&tail) || is_ordinal(text, language) || is_day(text, language)
    };
    !next.is_empty() && !starts_sentence && is_one()
}

/// The entries of `language` that `text` ends with.
fn ending(text: &str, language: Language) -> impl Iterator<Item = &'static Entry> {
    let last = text.chars().next_back().unwrap_or_default();
    let entries = ENTRIES.get(&last).map_or(&[][..], Vec::as_slice);
    entries
        .iter()
        .filter(move |entry| entry.is_at_end(text) && entry.is_of(language))
}

/// Whether the language itself has the end of `text` as one that may end a sentence.
fn has_last(text: &str, language: Language) -> bool {
    ending(text, language)
        .any(|entry| entry.before == Before::Last && entry.language == language.code())
}

/// Whether `next` is a little word, with which no name starts.
fn starts_sentence(next: &str, language: Language) -> bool {
    let word = next.to_lowercase();
    let is_stop_word =
        || stop_words::lookup(language.code()).is_some_and(|words| words.contains(&word.as_str()));
    next.chars().nth(1).is_some() && (language.has_function_word(&word) || is_stop_word())
}

/// Whether `next` belongs to the time before it: `7 p.m. CET`, `7 p.m. Monday`.
fn goes_on_after_time(next: &str) -> bool {
    let is_zone =
        (2..=4).contains(&next.len()) && next.bytes().all(|byte| byte.is_ascii_uppercase());
    let next = next.to_lowercase();
    let goes_on = |lexicon: &Lexicon| {
        let (dates, zones) = (&lexicon.dates, &lexicon.abbreviations.after_time);
        let words = [
            &dates.weekdays,
            &dates.weekdays_in_bylines,
            &dates.months,
            &dates.months_beside_numbers,
            zones,
        ];
        !zones.is_empty() && words.iter().any(|words| words.contains(&next))
    };
    is_zone || languages().any(|data| goes_on(&data.lexicon))
}

/// What stands before `word` at the end of `text`, which may have blanks behind inner full stops.
fn before<'t>(text: &'t str, word: &str) -> Option<&'t str> {
    let mut rest = text;
    for (at, part) in word.rsplit('.').enumerate() {
        if at > 0 {
            rest = rest.trim_end().strip_suffix('.')?;
        }
        rest = rest.strip_suffix(part)?;
    }
    Some(rest)
}

/// Whether a single letter at the end of `text` measures the number before it: `5 m.`, `2020 г.`
fn is_unit(text: &str, word: &str) -> bool {
    let is_short = word == "st" || word.chars().nth(1).is_none();
    let number = before(text, word).unwrap_or_default().trim_end();
    is_short && number.ends_with(char::is_numeric)
}

/// Whether `text` ends with one letter, as in `J. R. R`, `U.S` and `மு`.
fn is_initial(text: &str) -> bool {
    let mut characters = text.graphemes(true).rev();
    let Some(letter) = characters.next() else {
        return false;
    };
    let before = characters
        .next()
        .and_then(|grapheme| grapheme.chars().next());
    let is_letter = |c: char| c.is_alphabetic() && !is_unspaced(c) && !is_hangul(c);
    let is_unit = || {
        let lower = !letter.starts_with(char::is_uppercase);
        let rest = &text[..text.len() - letter.len()];
        lower && rest.trim_end().ends_with(char::is_numeric)
    };
    letter.starts_with(is_letter)
        && !before.is_some_and(|c| c.is_alphanumeric() || c == '\'' || c == '’')
        && !is_unit()
}

/// Whether `text` ends with short parts that have full stops between them, as abbreviations of
/// several words do: `m.in`, `d.w.z`.
fn is_dotted(text: &str) -> bool {
    let word = text.rsplit(' ').next().unwrap_or_default();
    let word = word.trim_start_matches(|c: char| !c.is_alphanumeric());
    let is_part = |part: &str| {
        (1..=3).contains(&part.chars().count()) && part.chars().all(char::is_alphabetic)
    };
    word.contains('.') && word.split('.').all(is_part)
}

/// Whether `text` ends with a number of one or two digits in a language that writes ordinals so, and
/// nothing before it counts: `kl. 18`, `Nr. 5`.
fn is_ordinal(text: &str, language: Language) -> bool {
    let before = text.trim_end_matches(|c: char| c.is_ascii_digit());
    let counted = || {
        let word = before.trim_end().trim_end_matches('.').rsplit(' ').next();
        let word = word.unwrap_or_default().to_lowercase();
        ending(&word, language).any(|entry| entry.before == Before::Number && entry.word == word)
    };
    (1..=2).contains(&(text.len() - before.len()))
        && !before.ends_with(|c: char| c.is_alphanumeric() || matches!(c, ',' | '.' | ':'))
        && has_ordinals(language)
        && !counted()
}

/// Whether `text` ends with a day and a month without a year, as `12.03` in `am 12.03. Treffen`.
fn is_day(text: &str, language: Language) -> bool {
    let word = text.rsplit(char::is_whitespace).next().unwrap_or_default();
    let within = |part: &str, most: u32| {
        (1..=2).contains(&part.len())
            && part
                .parse::<u32>()
                .is_ok_and(|number| (1..=most).contains(&number))
    };
    has_ordinals(language)
        && word
            .split_once('.')
            .is_some_and(|(day, month)| within(day, 31) && within(month, 12))
}

/// Whether a language writes ordinal numbers with a full stop.
fn has_ordinals(language: Language) -> bool {
    of(language).is_some_and(|data| data.profile.ordinals_with_stop)
}

fn is_roman(word: &str) -> bool {
    !word.is_empty() && word.chars().all(|c| "IVXLCDM".contains(c))
}
