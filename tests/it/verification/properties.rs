//! What holds for any quote of a passage, and for any text.

use proptest::prelude::*;
use unicode_normalization::UnicodeNormalization;
use unicode_segmentation::UnicodeSegmentation;
use verbatim::library::Snapshot;
use verbatim::verification::Finding::{Exact, Nowhere, Part, Stretch, Typography};

use super::{ARTICLE, MANY};

/// The corpora slices are taken of.
fn corpora() -> [&'static Snapshot; 2] {
    [&ARTICLE, &MANY]
}

/// A passage, and the place of its corpus.
fn passage() -> impl Strategy<Value = (usize, String)> {
    let passages = corpora()
        .into_iter()
        .enumerate()
        .flat_map(|(at, knowledge)| {
            let passages = knowledge.corpus().passages();
            passages.map(move |(_, document, passage)| (at, document.slice(passage).to_owned()))
        });
    prop::sample::select(passages.collect::<Vec<_>>())
}

/// From the beginning of one word of `text` to the end of another.
fn slice(text: &str, one: prop::sample::Index, other: prop::sample::Index) -> &str {
    let words: Vec<(usize, &str)> = text.unicode_word_indices().collect();
    let (one, other) = (one.index(words.len()), other.index(words.len()));
    let (first, last) = (words[one.min(other)], words[one.max(other)]);
    &text[first.0..last.0 + last.1.len()]
}

/// Whether `slice` ends inside a number or a compound of `text`, of which it is a part.
fn is_cut(text: &str, slice: &str) -> bool {
    let start = slice.as_ptr() as usize - text.as_ptr() as usize;
    let (before, behind) = (&text[..start], &text[start + slice.len()..]);
    let joins = |left: &str, right: &str| {
        let left = left.trim_end().chars().next_back();
        let right = right.trim_start().chars().next();
        let joint = |c: char| c.is_numeric() || matches!(c, '-' | '–');
        left.is_some_and(joint) && right.is_some_and(joint)
            || left == Some('-')
            || right == Some('-')
    };
    joins(before, slice) || joins(slice, behind)
}

/// The same words with other typography; each bit of `dress` changes one thing.
fn disguised(text: &str, dress: u8) -> String {
    let worn = |bit: u8| dress & (1 << bit) != 0;
    let swap = |c: char| match c {
        '"' | '«' | '»' | '„' | '“' if worn(0) => "”".to_owned(),
        '\'' if worn(0) => "’".to_owned(),
        '-' | '–' | '—' if worn(1) => "‒".to_owned(),
        ' ' if worn(2) => "\u{202f}".to_owned(),
        ' ' if worn(3) => " \n".to_owned(),
        '…' if worn(4) => "...".to_owned(),
        c if worn(5) => c.to_uppercase().collect(),
        c => c.to_string(),
    };
    let swapped: String = text.chars().map(swap).collect();
    let formed = if worn(6) {
        swapped.nfd().collect()
    } else {
        swapped
    };
    if worn(7) {
        format!("> **«{formed}»**…")
    } else {
        formed
    }
}

proptest! {
    #[test]
    fn any_slice_of_a_passage_is_exact(
        (at, text) in passage(),
        one: prop::sample::Index,
        other: prop::sample::Index,
    ) {
        let slice = slice(&text, one, other);
        prop_assume!(!is_cut(&text, slice));
        let verified = corpora()[at].verify(slice);
        prop_assert_eq!(verified.finding, Exact, "{}", slice);
        let quote = verified.quote.expect("a quote");
        let highlighted: Vec<&str> =
            quote.highlights.iter().map(|range| &quote.text[range.clone()]).collect();
        prop_assert_eq!(highlighted, [slice]);
    }

    #[test]
    fn any_disguise_is_typography(
        (at, text) in passage(),
        one: prop::sample::Index,
        other: prop::sample::Index,
        dress: u8,
    ) {
        let slice = slice(&text, one, other);
        prop_assume!(!is_cut(&text, slice));
        let disguised = disguised(slice, dress);
        let finding = corpora()[at].verify(&disguised).finding;
        prop_assert!(matches!(finding, Exact | Typography), "{disguised}: {finding:?}");
    }

    #[test]
    fn a_word_replaced_is_never_missed(
        (at, text) in passage(),
        one: prop::sample::Index,
        other: prop::sample::Index,
        place: prop::sample::Index,
    ) {
        let slice = slice(&text, one, other);
        let words: Vec<(usize, &str)> = slice.unicode_word_indices().collect();
        let (start, word) = words[place.index(words.len())];
        let changed = format!("{} qwertz {}", &slice[..start], &slice[start + word.len()..]);
        let finding = corpora()[at].verify(&changed).finding;
        prop_assert!(matches!(finding, Part { .. } | Stretch | Nowhere), "{changed}: {finding:?}");
    }

    #[test]
    fn any_text_has_a_finding(text in any::<String>()) {
        let verified = ARTICLE.verify(&text);
        prop_assert_eq!(verified.finding == Nowhere, verified.quote.is_none());
    }
}
