//! The *lexicon*: what the program knows of languages, one file of `data` for each.
//!
//! All other modules take their words from here: those of one language by [`of`], or those of many
//! together, because members mix languages and documents quote others.

mod entries;
mod sections;

use std::collections::HashMap;
use std::sync::LazyLock;

use serde::Deserialize;
use toml::{Table, Value};

pub(crate) use entries::{Patterns, Words};
pub(crate) use sections::{Answers, Contacts, Messages, Quantities};

use super::Language;
use super::normalise::recomposed;
use sections::{
    Abbreviations, Dates, Detection, FrontMatterKeys, Mail, PageNotices, Pages, Questions,
    SmallWords, StopWords, Web,
};

/// Every file of `data`; a new language has its line here.
#[rustfmt::skip]
const FILES: [&str; 71] = [
    include_str!("data/all.toml"),
    include_str!("data/af.toml"),
    include_str!("data/ak.toml"),
    include_str!("data/am.toml"),
    include_str!("data/ar.toml"),
    include_str!("data/az.toml"),
    include_str!("data/be.toml"),
    include_str!("data/bg.toml"),
    include_str!("data/bn.toml"),
    include_str!("data/ca.toml"),
    include_str!("data/cs.toml"),
    include_str!("data/cy.toml"),
    include_str!("data/da.toml"),
    include_str!("data/de.toml"),
    include_str!("data/el.toml"),
    include_str!("data/en.toml"),
    include_str!("data/eo.toml"),
    include_str!("data/es.toml"),
    include_str!("data/et.toml"),
    include_str!("data/fa.toml"),
    include_str!("data/fi.toml"),
    include_str!("data/fr.toml"),
    include_str!("data/gu.toml"),
    include_str!("data/he.toml"),
    include_str!("data/hi.toml"),
    include_str!("data/hr.toml"),
    include_str!("data/hu.toml"),
    include_str!("data/hy.toml"),
    include_str!("data/id.toml"),
    include_str!("data/it.toml"),
    include_str!("data/ja.toml"),
    include_str!("data/jv.toml"),
    include_str!("data/ka.toml"),
    include_str!("data/km.toml"),
    include_str!("data/kn.toml"),
    include_str!("data/ko.toml"),
    include_str!("data/la.toml"),
    include_str!("data/lt.toml"),
    include_str!("data/lv.toml"),
    include_str!("data/mk.toml"),
    include_str!("data/ml.toml"),
    include_str!("data/mr.toml"),
    include_str!("data/my.toml"),
    include_str!("data/ne.toml"),
    include_str!("data/nl.toml"),
    include_str!("data/no.toml"),
    include_str!("data/or.toml"),
    include_str!("data/pa.toml"),
    include_str!("data/pl.toml"),
    include_str!("data/pt.toml"),
    include_str!("data/ro.toml"),
    include_str!("data/ru.toml"),
    include_str!("data/si.toml"),
    include_str!("data/sk.toml"),
    include_str!("data/sl.toml"),
    include_str!("data/sn.toml"),
    include_str!("data/sr.toml"),
    include_str!("data/sv.toml"),
    include_str!("data/ta.toml"),
    include_str!("data/te.toml"),
    include_str!("data/th.toml"),
    include_str!("data/tk.toml"),
    include_str!("data/tl.toml"),
    include_str!("data/tr.toml"),
    include_str!("data/uk.toml"),
    include_str!("data/ur.toml"),
    include_str!("data/uz.toml"),
    include_str!("data/vi.toml"),
    include_str!("data/yi.toml"),
    include_str!("data/zh.toml"),
    include_str!("data/zu.toml"),
];

/// The code of the file that holds what is written alike in many languages.
pub(crate) const SHARED: &str = "*";

/// Words and phrases, by what they are for.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(crate) struct Lexicon {
    pub(crate) detection: Detection,
    pub(crate) stop_words: StopWords,
    pub(crate) questions: Questions,
    pub(crate) contacts: Contacts,
    pub(crate) messages: Messages,
    pub(crate) dates: Dates,
    pub(crate) words: SmallWords,
    pub(crate) answers: Answers,
    pub(crate) quantities: Quantities,
    pub(crate) web: Web,
    pub(crate) page_notices: PageNotices,
    pub(crate) front_matter: FrontMatterKeys,
    pub(crate) mail: Mail,
    pub(crate) pages: Pages,
    pub(crate) abbreviations: Abbreviations,
}

/// How a language is called and written.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
#[expect(clippy::struct_excessive_bools, reason = "each is a fact of its own")]
pub(crate) struct Profile {
    /// The ISO 639-1 code.
    pub(crate) code: String,
    /// Other codes, the first of them the ISO 639-3 code that the statistics use.
    pub(crate) other_codes: Words,
    /// Lower-case names, in English and in the language itself.
    pub(crate) names: Words,
    /// What it is called in itself, as a reader sees it.
    pub(crate) own_name: String,
    /// The name of its Snowball stemmer.
    pub(crate) stemmer: Option<String>,
    /// The bot speaks it, so that members mix its words into messages in any language.
    pub(crate) spoken: bool,
    /// Members ask in it whatever the language of the documents.
    pub(crate) asked_in: bool,
    /// Words have no blanks between them, or carry endings: phrases count anywhere in a text.
    pub(crate) unspaced: bool,
    /// Ordinal numbers are written with a full stop.
    pub(crate) ordinals_with_stop: bool,
    /// All nouns have a capital letter.
    pub(crate) nouns_capitalised: bool,
    /// No stop words count but those of its file.
    pub(crate) own_stop_words_only: bool,
    /// Another accent makes another word, so that stop words count with theirs only.
    pub(crate) accents_distinguish: bool,
}

/// One file.
#[derive(Debug)]
pub(crate) struct LanguageData {
    pub(crate) profile: Profile,
    pub(crate) lexicon: Lexicon,
    /// The lexicon as it was read, to be put together with others.
    sections: Table,
}

static ALL: LazyLock<Vec<LanguageData>> =
    LazyLock::new(|| FILES.iter().map(|file| LanguageData::read(file)).collect());

static BY_CODE: LazyLock<HashMap<&str, &LanguageData>> = LazyLock::new(|| {
    let languages = languages();
    languages
        .map(|language| (language.profile.code.as_str(), language))
        .collect()
});

/// The words of all languages together.
pub(crate) static ANY: LazyLock<Lexicon> =
    LazyLock::new(|| Lexicon::together(|_| true, str::to_owned));

/// The words of the languages that put blanks between words, together.
pub(crate) static SPACED: LazyLock<Lexicon> =
    LazyLock::new(|| Lexicon::together(|profile| !profile.unspaced, str::to_owned));

/// The same, each word folded as the tokens of a sentence are.
pub(crate) static FOLDED: LazyLock<Lexicon> =
    LazyLock::new(|| Lexicon::together(|profile| !profile.unspaced, recomposed));

/// The words of the languages that put no blanks between words, together.
pub(crate) static UNSPACED: LazyLock<Lexicon> =
    LazyLock::new(|| Lexicon::together(|profile| profile.unspaced, str::to_owned));

/// The words of the languages that the bot speaks, together.
pub(crate) static SPOKEN: LazyLock<Lexicon> =
    LazyLock::new(|| Lexicon::together(|profile| profile.spoken, str::to_owned));

/// Every file, that of what belongs to no language among them.
pub(crate) fn files() -> &'static [LanguageData] {
    &ALL
}

/// Every language that has a file.
pub(crate) fn languages() -> impl Iterator<Item = &'static LanguageData> {
    ALL.iter().filter(|data| data.profile.code != SHARED)
}

/// The file of a language; none for the unknown one.
pub(crate) fn of(language: Language) -> Option<&'static LanguageData> {
    BY_CODE.get(language.code()).copied()
}

impl LanguageData {
    /// Reads a file of `data`. The files are part of the program, so that a fault in one is a fault of
    /// the program, which the tests of this module find.
    fn read(file: &str) -> Self {
        let table: Table = toml::from_str(file).unwrap_or_else(|error| panic!("{error}: {file}"));
        let is_section = |value: &Value| value.is_table();
        let (sections, mut profile): (Table, Table) =
            table.into_iter().partition(|(_, value)| is_section(value));
        // Only the tests look at what a file lacks.
        profile.remove("lacks");
        Self {
            profile: read(&profile),
            lexicon: read(&sections),
            sections,
        }
    }
}

fn read<T: for<'de> Deserialize<'de>>(table: &Table) -> T {
    T::deserialize(table.clone()).unwrap_or_else(|error| panic!("{error}: {table:?}"))
}

impl Lexicon {
    /// The words of some languages and of what belongs to none, in the order of the files, each entry
    /// as `form` gives it.
    fn together(of: impl Fn(&Profile) -> bool, form: impl Fn(&str) -> String) -> Self {
        let mut all: HashMap<(&str, &str), String> = HashMap::new();
        let data = ALL.iter().filter(|data| of(&data.profile));
        for (section, keys) in data.flat_map(|data| &data.sections) {
            for (key, entries) in keys.as_table().into_iter().flatten() {
                let together = all.entry((section, key)).or_default();
                together.push_str(&form(entries.as_str().unwrap_or_default()));
                together.push('\n');
            }
        }
        let mut sections = Table::new();
        for ((section, key), entries) in all {
            let section = sections
                .entry(section)
                .or_insert_with(|| Value::Table(Table::new()));
            if let Value::Table(section) = section {
                section.insert(key.to_owned(), Value::String(entries));
            }
        }
        read(&sections)
    }
}

#[cfg(test)]
mod tests;
