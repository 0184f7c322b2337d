//! An *analyzer* turns a text of one language into *terms*, each with the bytes it stands for.
//!
//! The same analyzer reads passages and questions, so that what a member types (straight or
//! curly apostrophes, accents or none, any case) makes no difference to what is found.

pub mod numbers;
mod stop_words;
mod words;

use std::ops::Range;

use serde::Deserialize;
use serde::de::IntoDeserializer;
use serde::de::value::StrDeserializer;
use tantivy::tokenizer::{
    AsciiFoldingFilter, Language as Snowball, Stemmer, StopWordFilter, TextAnalyzer,
};

use crate::language::{Language, lexicon};
use words::WordTokenizer;

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
    /// The same pipeline, which also gives each compound as one word.
    with_compounds: TextAnalyzer,
}

impl Analyzer {
    /// The analyzer of `language`; one without stemming and stop words where neither is known.
    #[must_use]
    pub fn new(language: Language) -> Self {
        Self {
            pipeline: pipeline(language, false),
            with_compounds: pipeline(language, true),
        }
    }

    /// The terms of `text` in their order, repeated ones included.
    #[must_use]
    pub fn terms(&self, text: &str) -> Vec<Term> {
        collect(self.pipeline.clone(), text)
    }

    /// The terms of a document's `text`, among which those of a question are looked up: the terms
    /// of [`Self::terms`], and each compound (`wi-fi`, `don't`) also as one word.
    #[must_use]
    pub fn terms_to_find(&self, text: &str) -> Vec<Term> {
        collect(self.with_compounds.clone(), text)
    }
}

fn pipeline(language: Language, compounds: bool) -> TextAnalyzer {
    let words = WordTokenizer {
        compounds,
        ..words(language)
    };
    let (early, late) = if stop_words::need_accents(language) {
        (
            stop_words::of(language).map(str::to_owned).collect(),
            Vec::new(),
        )
    } else {
        (Vec::new(), folded_stop_words(language))
    };
    let pipeline = TextAnalyzer::builder(words)
        .filter_dynamic(StopWordFilter::remove(early))
        .filter_dynamic(AsciiFoldingFilter)
        .filter_dynamic(StopWordFilter::remove(late));
    match snowball(language) {
        Some(snowball) => pipeline.filter_dynamic(Stemmer::new(snowball)).build(),
        None => pipeline.build(),
    }
}

/// The words of a text of `language` as a reader sees them, in order and disjoint.
#[must_use]
pub fn words_seen(language: Language, text: &str) -> Vec<Range<usize>> {
    words::seen(text, &stop_words::dividers(language))
}

/// Whether a word is a stop word of `language`; of any, where the language is unknown.
#[must_use]
pub fn is_stop_word(language: Language, word: &str) -> bool {
    stop_words::has(language, word)
}

fn words(language: Language) -> WordTokenizer {
    WordTokenizer {
        dividers: stop_words::dividers(language),
        compounds: false,
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

/// The Snowball stemmer of a language, for every language that its file names one for.
fn snowball(language: Language) -> Option<Snowball> {
    let name = lexicon::of(language)?.profile.stemmer.as_deref()?;
    let name: StrDeserializer<serde::de::value::Error> = name.into_deserializer();
    Snowball::deserialize(name).ok()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn every_stemmer_that_is_named_is_one() {
        let mut stemmed = 0;
        for language in Language::all() {
            let named = lexicon::of(language).and_then(|data| data.profile.stemmer.as_deref());
            assert_eq!(snowball(language).is_some(), named.is_some(), "{language}");
            stemmed += usize::from(named.is_some());
        }
        assert!(stemmed > 0);
    }

    fn terms(code: &str, text: &str) -> Vec<String> {
        let analyzer = Analyzer::new(Language::from_tag(code).unwrap_or(Language::UNKNOWN));
        analyzer
            .terms(text)
            .into_iter()
            .map(|term| term.text)
            .collect()
    }

    #[test]
    fn what_is_typed_in_other_ways_is_the_same() {
        let check = |code: &str, written: &str, typed: &str| {
            let found = terms(code, written);
            assert!(!found.is_empty(), "{written}");
            assert_eq!(found, terms(code, typed), "{written} / {typed}");
        };
        check("ar", "تُغْلَقُ المَكْتَبَةُ يَوْمَ الجُمُعَةِ", "تغلق المكتبة يوم الجمعة");
        check(
            "ar",
            "مكتبـــة أحمد إلى آخر ٱلليل",
            "مكتبه احمد الي اخر الليل",
        );
        check("ar", "عام ٢٠٢٥", "عام 2025");
        check("fa", "کتاب‌ها ۱۲", "كتابها 12");
        check("he", "שָׁלוֹם בַּסִּפְרִיָּה", "שלום בספריה");
        check("pl", "zamówienie łódź żółć", "zamowienie lodz zolc");
        check("cs", "příspěvek dětský žák", "prispevek detsky zak");
        check("vi", "Đăng ký thư viện", "dang ky thu vien");
        check("de", "Straße Größe", "strasse grosse");
        check(
            "da",
            "København smørrebrød æble",
            "Kobenhavn smorrebrod aeble",
        );
        check("tr", "Işık İstanbul şehir", "isik istanbul sehir");
        check("ro", "ședință țară", "sedinta tara");
        check("el", "Καλημέρα βιβλιοθήκη", "καλημερα ΒΙΒΛΙΟΘΗΚΗ");
        check("ru", "ёлка полёт", "елка полет");
        check("fr", "cafe\u{301}", "café");
        check("en", "E-104", "e104");
        check("en", "E 104", "E104");
        check("en", "v2.1", "V 2.1");
        check("en", "#off-topic", "off topic");
        check("en", "/rank @Crew", "rank crew");
        check("en", "C++", "c++");
        check("en", ".NET", "net");
        check("en", "10km", "10 km");
        check("en", "Anna’s", "anna's");
    }

    #[test]
    fn what_says_something_else_is_another_term() {
        let check = |code: &str, one: &str, other: &str| {
            assert_ne!(terms(code, one), terms(code, other), "{one} / {other}");
        };
        check("en", "C++", "C");
        check("en", "C++", "C#");
        check("en", "version 2.1", "version 2.2");
        check("hi", "किला", "कला");
        check("th", "ที่", "ท");
        check("ja", "が行", "か行");
        check("ru", "йод", "иод");
    }

    #[test]
    fn stop_words_of_more_languages() {
        let check = |code: &str, text: &str, expected: &[&str]| {
            assert_eq!(terms(code, text), expected, "{text}");
        };
        check(
            "pl",
            "Czy to jest w ogóle dla składka",
            &["ogole", "skladka"],
        );
        check("pl", "kiedy i gdzie się spotykamy", &["spotykamy"]);
        check("pl", "jak sie zapisac", &["zapisac"]);
        check("cs", "kde je to článek", &["clanek"]);
        check("uk", "скільки це коштує", &["коштує"]);
        check("vi", "cá và cả", &["ca"]);
        check("sk", "čo je to klub", &["klub"]);
    }

    proptest! {
        #[test]
        fn terms_of_any_text_stand_in_it(text in prop_oneof![
            ".{0,60}",
            "([a-zC]|\\+|#|'|-|\u{345}|\u{488}|\u{e0031}|\u{200d}|\u{fe0f}|é|漢|한|1|\\.| ){0,40}",
        ]) {
            for code in ["en", "fr", "ko"] {
                let language = Language::from_tag(code).expect("a language");
                let analyzer = Analyzer::new(language);
                let mut end = 0;
                for term in analyzer.terms_to_find(&text) {
                    prop_assert!(text.get(term.range.clone()).is_some());
                    prop_assert!(term.range.end >= end, "{term:?}");
                    end = term.range.end;
                }
            }
        }
    }

    #[test]
    fn compounds_are_found_as_one_word() {
        let check = |text: &str, expected: &[&str]| {
            let found = Analyzer::new(Language::UNKNOWN).terms_to_find(text);
            let found: Vec<&str> = found.iter().map(|term| term.text.as_str()).collect();
            assert_eq!(found, expected, "{text}");
        };
        check("Wi-Fi password", &["wi", "fi", "wifi", "password"]);
        check("don't", &["don", "t", "dont"]);
        check("re-roll-able", &["re", "roll", "able", "rerollable"]);
        check("a - b", &["a", "b"]);
        check("2020-2021", &["2020", "2021"]);
        check("one. two", &["one", "two"]);
    }
}
