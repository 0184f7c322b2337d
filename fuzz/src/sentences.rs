//! Sentences: slices of the text, in its order, disjoint, without blanks at their ends.

use verbatim::corpus::sentences::sentences;
use verbatim::language::Language;

pub fn check(data: &[u8]) {
    let (choice, text) = super::choice(data);
    let text = &*super::text(text);
    let languages = Language::all();
    let language = languages[choice % languages.len()];
    let mut end = 0;
    for range in sentences(text, language) {
        assert!(range.start >= end, "{range:?} after {end}");
        let sentence = text.get(range.clone()).expect("a slice");
        assert!(!sentence.is_empty());
        assert_eq!(sentence.trim(), sentence);
        end = range.end;
    }
    let _ = Language::of_text(text);
}
