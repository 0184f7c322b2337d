//! What holds for the reply to any answer.

use std::ops::Range;

use proptest::prelude::*;
use proptest::sample::{Index, select};
use unicode_segmentation::UnicodeSegmentation;
use verbatim::answer::{Answer, Quote, Reason, Verdict};
use verbatim::passage::Source;
use verbatim::reply::{self, Locale, limits};

use super::{check_limits, discord_markdown, frame, no_answer, quoted, quotes_in, written};
use crate::fuzz::targets::replies::LINE_BREAKS;
use crate::support;

/// What means something to Discord, or is hard to cut.
const FRAGMENTS: [&str; 76] = [
    "*",
    "**",
    "***",
    "_",
    "__",
    "~",
    "~~",
    "|",
    "||",
    "`",
    "```",
    "\\",
    "[",
    "]",
    "(",
    ")",
    "](",
    "<",
    ">",
    "<@123>",
    "<@!1>",
    "<@&4>",
    "<#56>",
    "<t:7:R>",
    "</ask:8>",
    "<:a:9>",
    "<id:guide>",
    "<https://a.b>",
    "<mailto:a@b.c>",
    "https://a.b/c_d",
    "http://e",
    "[a](https://b.c)",
    ":",
    ":smile:",
    "::",
    "@everyone",
    "@here",
    "@",
    "#",
    "# ",
    "### ",
    "-# ",
    "- ",
    "* ",
    "+ ",
    "1. ",
    "12.",
    "> ",
    ">>> ",
    "¯\\_(ツ)_/¯",
    " ",
    "  ",
    "\t",
    "\n",
    "\n\n",
    "\r\n",
    "\r",
    "\u{b}",
    "\u{c}",
    "\u{85}",
    "\u{2028}",
    "\u{2029}",
    "\u{a0}",
    ". ",
    "! ",
    "« oui » ",
    "l'IA ",
    "word",
    "snake_case",
    "Wort. ",
    "中国的人工智能。",
    "질문 ",
    "👩‍👩‍👧",
    "e\u{301}",
    "🇫🇷",
    "0",
];

fn text(fragments: Range<usize>) -> impl Strategy<Value = String> {
    let any = any::<char>().prop_filter("the test's own marks", |c| !"…⟦⟧\0".contains(*c));
    let fragment = prop_oneof![
        8 => select(&FRAGMENTS[..]).prop_map(str::to_owned),
        1 => any.prop_map(String::from),
        2 => "[a-z]{1,9} ",
    ];
    prop::collection::vec(fragment, fragments)
        .prop_map(|fragments| fragments.concat().trim().to_owned())
        .prop_filter("a passage has words", |text| !text.is_empty())
}

/// Disjoint ranges of `text` with more than blanks in them, in order.
fn highlights(text: &str, marks: &[Index]) -> Vec<Range<usize>> {
    let bounds: Vec<usize> = text
        .char_indices()
        .map(|(at, _)| at)
        .chain([text.len()])
        .collect();
    let mut marks: Vec<usize> = marks.iter().map(|mark| *mark.get(&bounds)).collect();
    marks.sort_unstable();
    marks
        .chunks_exact(2)
        .map(|pair| pair[0]..pair[1])
        .filter(|range| !text[range.clone()].trim().is_empty())
        .collect()
}

fn source() -> impl Strategy<Value = Source> {
    let part = || prop::option::of(text(1..120));
    (text(1..200), part(), part(), part(), 0..3).prop_map(|(title, publisher, author, date, n)| {
        let url = (n > 0).then(|| format!("https://example.org/{n}"));
        Source {
            document: format!("{n}.md"),
            title,
            publisher,
            author,
            date,
            url,
        }
    })
}

fn quote(fragments: Range<usize>) -> impl Strategy<Value = Quote> {
    let marks = prop::collection::vec(any::<Index>(), 0..9);
    let headings = prop::collection::vec(text(1..60), 0..3);
    (source(), text(fragments), marks, headings).prop_map(|(source, text, marks, headings)| {
        let highlights = highlights(&text, &marks);
        let mut quote = support::quote(&source, &text, [1, 9], headings, highlights);
        quote.answer = marks.first().and_then(|mark| within(&quote, *mark));
        quote
    })
}

/// A part of the first highlight, without blanks at its ends.
fn within(quote: &Quote, mark: Index) -> Option<Range<usize>> {
    let highlight = quote.highlights.first()?.clone();
    let bounds: Vec<usize> = quote.text[highlight.clone()]
        .char_indices()
        .map(|(at, _)| highlight.start + at)
        .collect();
    let part = &quote.text[*mark.get(&bounds)..highlight.end];
    let start = highlight.end - part.trim_start().len();
    let answer = start..start + part.trim().len();
    (!answer.is_empty()).then_some(answer)
}

fn answer() -> impl Strategy<Value = Answer> {
    let quotes = prop_oneof![
        4 => prop::collection::vec(quote(1..40), 1..14),
        1 => prop::collection::vec(quote(1..900), 1..4),
    ];
    (quotes, 0..3).prop_map(|(quotes, kind)| match kind {
        0 => quoted(true, quotes),
        1 => quoted(false, quotes),
        _ => no_answer(Reason::TooLittleFound, quotes),
    })
}

/// The text as Discord shows line breaks.
fn shown_lines(text: &str) -> String {
    text.replace("\r\n", "\n").replace(LINE_BREAKS, "\n")
}

/// Without blanks, which may stand on either side of the end of a bold text.
fn solid(text: &str) -> String {
    text.split_whitespace().collect()
}

/// That what is seen of `quote` is its text, or slices of it around the answering sentence, which
/// is bold where it `answers`.
fn check_quote(quote: &Quote, answers: bool, description: &str) {
    let seen = discord_markdown::block_quote(description).expect("a block quote");
    let text = shown_lines(&quote.text);
    let bold = quote.highlights.iter().filter(|_| answers);
    let answer = quote
        .answer
        .as_ref()
        .filter(|_| answers)
        .map(|range| shown_lines(&quote.text[range.clone()]));
    match (&seen.underlined[..], answer) {
        ([], None) => {}
        // What is cut, or goes on on the next line, may not be marked.
        ([], Some(answer)) => assert!(answer.contains('\n') || seen.text.contains("[…]")),
        ([underlined], Some(answer)) => assert_eq!(*underlined, answer),
        (underlined, answer) => panic!("{underlined:?} for {answer:?}"),
    }
    if seen.text.contains("[…]") {
        check_slices(&text, &seen.text);
        let bold = bold.map(|range| shown_lines(&quote.text[range.start..]));
        if let Some(from) = bold.into_iter().next() {
            let start = seen.bold.first().expect("the answering sentence is there");
            // A cut may leave out marks before the sentence's first word, never the word.
            let from_word = |text: &str| {
                let marks = |c: char| !c.is_alphanumeric();
                text.trim_start_matches(marks).to_owned()
            };
            assert!(
                from_word(&from).starts_with(&from_word(start)),
                "{start:?} of {from:?}"
            );
        }
    } else {
        assert_eq!(seen.text, text);
        let bold = bold.map(|range| solid(&quote.text[range.clone()]));
        assert_eq!(solid(&seen.bold.concat()), bold.collect::<String>());
    }
}

/// That `seen` is slices of `text`, in order, each between two words of it.
fn check_slices(text: &str, seen: &str) {
    let bounds: Vec<usize> = text
        .split_word_bound_indices()
        .map(|(at, _)| at)
        .chain([text.len()])
        .collect();
    let is_bound = |at: &usize| bounds.binary_search(at).is_ok();
    let mut from = 0;
    for slice in seen
        .split("[…]")
        .map(str::trim)
        .filter(|slice| !slice.is_empty())
    {
        let place = text[from..]
            .match_indices(slice)
            .map(|(at, _)| from + at)
            .find(|at| is_bound(at) && is_bound(&(at + slice.len())));
        from = place.unwrap_or_else(|| panic!("{slice:?} is no slice between words")) + slice.len();
    }
    assert!(from > 0, "something is kept");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 32, rng_seed: proptest::test_runner::RngSeed::Fixed(7), ..ProptestConfig::default() })]

    #[test]
    fn a_reply_is_within_every_limit_and_shows_the_text_as_it_stands(answer in answer()) {
        let reply = written(&answer, Locale::French);
        check_limits(&reply);
        if answer.verdict != Verdict::Answered {
            prop_assert!(reply.embeds.is_empty());
            return Ok(());
        }
        let shown = quotes_in(&reply.embeds[0].description);
        prop_assert!((1..=3).contains(&shown.len()));
        check_quote(&answer.quotes[0], true, &shown[0].block);
        for further in &shown[1..] {
            let quotes = answer.quotes[1..].iter();
            let of = |quote: &&Quote| std::panic::catch_unwind(|| check_quote(quote, false, &further.block)).is_ok();
            prop_assert!(quotes.clone().any(|quote| of(&quote)), "{} is of no quote", further.block);
        }
        check_title(&answer.quotes[0].source, shown[0].small[0]);
    }
}

/// That the small print begins with the title, which leads to the source where it has an address.
fn check_title(source: &Source, small: &str) {
    let title = shown_lines(&source.title).replace('\n', " ");
    let Some(url) = &source.url else {
        let seen = discord_markdown::inline(small).text;
        let clipped = small.contains('…');
        assert!(
            clipped || seen.starts_with(title.trim()),
            "{seen:?} of {title:?}"
        );
        return;
    };
    let link = format!("]({url})");
    let (text, _) = small
        .split_once(&link)
        .unwrap_or_else(|| panic!("no link in {small:?}"));
    let text = text
        .strip_suffix(" [↗")
        .or_else(|| text.strip_prefix('['))
        .unwrap_or(text);
    if !text.ends_with('…') {
        assert_eq!(discord_markdown::inline(text).text, title.trim());
    }
}

#[test]
fn a_huge_answer_is_cut() {
    for unit in [
        "Un mot. ",
        "mot ",
        "中",
        "*",
        "a\r\n",
        "👩‍👩‍👧",
        "[a](b) ",
        ":",
        "e\u{301}",
    ] {
        let text = unit.repeat(50_000 / unit.len());
        let middle = unit.len() * 1_000;
        let source = Source {
            document: "a.md".to_owned(),
            title: text.clone(),
            publisher: Some(text.clone()),
            author: None,
            date: None,
            url: None,
        };
        let highlights = vec![
            middle..middle + unit.len(),
            text.len() - unit.len()..text.len(),
        ];
        let quote = support::quote(&source, &text, [1, 1], Vec::new(), highlights);
        check_limits(&written(
            &quoted(true, vec![quote.clone(); 2]),
            Locale::English,
        ));
        let page = reply::page(&quote, None, &frame(Locale::English));
        check_limits(&page);
        assert!(
            limits::length(&page.embeds[0].description) > 2_500,
            "{unit:?}"
        );
    }
}
