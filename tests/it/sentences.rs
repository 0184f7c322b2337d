//! Where sentences end, and that they are always slices of the text.

mod abbreviations;
mod rows;

use proptest::prelude::*;
use verbatim::corpus::sentences::sentences;
use verbatim::encoder::Encoder;
use verbatim::language::Language;

fn check(code: &str, text: &str, expected: &[&str]) {
    let language = Language::from_tag(code).unwrap_or(Language::UNKNOWN);
    let found: Vec<&str> = sentences(text, language)
        .into_iter()
        .map(|range| &text[range])
        .collect();
    assert_eq!(found, expected, "{text:?}");
}

/// One row: sentences that stay apart when blanks join them.
fn check_joined(code: &str, sentences: &[&str]) {
    check(code, &sentences.join(" "), sentences);
}

#[test]
fn simple_sentences() {
    check("en", "", &[]);
    check("en", " \n ", &[]);
    check("en", "...", &[]);
    check("en", "No stop", &["No stop"]);
    check("en", "  One.  Two!\tThree? ", &["One.", "Two!", "Three?"]);
    check_joined("en", &["Really?!", "Yes.", "He wrote: it works; it does."]);
    check_joined("fr", &["Il hésita…", "Puis il partit.", "Et… rien."]);
    check_joined("en", &["He paused...", "Then he left."]);
    check(
        "zh",
        "他来了。他走了！真的吗？是。",
        &["他来了。", "他走了！", "真的吗？", "是。"],
    );
    check(
        "ja",
        "「はい。」と言った。次だ。",
        &["「はい。」と言った。", "次だ。"],
    );
    check_joined("ko", &["그는 왔다.", "그는 갔다."]);
    check_joined("ru", &["Он пришёл.", "Он ушёл."]);
}

#[test]
fn quotation_marks_and_brackets_belong_to_their_sentence() {
    check_joined("fr", &["Il a dit : « Oui. »", "Puis il partit."]);
    check_joined("fr", &["Il a dit : « Oui. Non. »", "Puis il partit."]);
    check_joined(
        "fr",
        &["« Oui\u{a0}! » dit-il.", "« Non\u{202f}? »", "Il partit."],
    );
    check_joined(
        "fr",
        &[
            "Un « monopole » technologique.",
            "Le développement de l'IA « pour tous ».",
        ],
    );
    check_joined(
        "en",
        &[
            "\"Yes.\"",
            "He left (at noon).",
            "(She stayed.)",
            "“No.”",
            "End.",
        ],
    );
    check_joined("en", &["He said “Go. Now.” and left.", "She stayed."]);
    check_joined("de", &["„Ja. Nein.“", "Er ging.", "»Gut. Schön.«", "Ende."]);
    check_joined("en", &["**Bold.**", "*Next.*", "Last."]);
    check_joined("en", &["Noted.[1]", "So too.[^2]", "Last."]);
}

#[test]
fn straight_quotation_marks_are_pairs() {
    check_joined("en", &["He said: \"Quoted. Twice.\"", "Then left."]);
    check_joined("en", &["\"Yes. No,\" he said.", "A 5\" pipe.", "It fits."]);
    check_joined("en", &["An \"open end.", "It stays open."]);
}

#[test]
fn markup_touches_its_own_sentence() {
    check(
        "ko",
        "범위는 1~12.~__질문 하나__ 끝.",
        &["범위는 1~12.", "~__질문 하나__ 끝."],
    );
    check("en", "**Bold.**Next.", &["**Bold.**", "Next."]);
    check_joined("en", &["**Be kind. Be calm.**", "Then _go. On._", "`A. B`"]);
    check_joined("en", &["**1. No bait.**", "**2.** No ads.", "Ask."]);
    check(
        "en",
        "Rule 1. No bait.\nRule 2. No ads. Ask.",
        &["Rule 1. No bait.", "Rule 2. No ads.", "Ask."],
    );
    check(
        "en",
        "**No bait\nNo ads**\nNo spam",
        &["No bait", "No ads", "No spam"],
    );
    check_joined("de", &["Text und ![Bild](a.png).", "Ende."]);
    check_joined("en", &["Really![1]", "Yes."]);
    check("en", "![A map](a.png)", &["![A map](a.png)"]);
}

#[test]
fn the_lines_around_a_block_of_code_are_no_sentences() {
    check(
        "en",
        "One.\n```rust\na. b\n```\nTwo.",
        &["One.", "a. b", "Two."],
    );
    check(
        "en",
        "```code``` is marked so.",
        &["```code``` is marked so."],
    );
}

#[test]
fn a_long_sentence_is_read_in_pieces() {
    let check = |text: &str, ends: &[&str]| {
        let found = sentences(text, Language::UNKNOWN);
        assert!(found.len() > 1, "{text}");
        for range in &found {
            assert!(range.len() <= 800, "{range:?}");
            let rest = text[range.end..].trim_start();
            let is_end = ends.iter().any(|end| text[range.clone()].ends_with(end));
            assert!(rest.is_empty() || is_end, "{:?}", &text[range.clone()]);
        }
        let words = |text: &str| text.split_whitespace().collect::<String>();
        let read: String = found
            .iter()
            .map(|range| words(&text[range.clone()]))
            .collect();
        assert_eq!(read, words(text));
    };
    check(
        &"we spoke of boats and bread ".repeat(200),
        &["we", "spoke", "of", "boats", "and", "bread"],
    );
    check(&"we spoke of boats, and of bread ".repeat(200), &[","]);
    check(
        &"then we spoke of boats, and then of the bread and the\n".repeat(100),
        &["the"],
    );
    check(&"我们说船，".repeat(300), &["，"]);
    check(&"我们说船".repeat(300), &["我", "们", "说", "船"]);
    check(
        &"0123456789".repeat(300),
        &["0", "1", "2", "3", "4", "5", "6", "7", "8", "9"],
    );
    check(&"👩‍👩‍👧‍👦a".repeat(300), &["👩‍👩‍👧‍👦", "a"]);
    let long = format!("We {}spoke.", "spoke of boats and ".repeat(40));
    assert_eq!(sentences(&long, Language::UNKNOWN), vec![0..long.len()]);
}

/// What the encoder does not read changes nothing.
#[test]
fn the_encoder_reads_pieces_to_their_ends() {
    let encoder = Encoder::builtin(1).expect("the encoder");
    let place = "A title of some length › with a heading › and another one below it: ";
    for unit in [
        "12 ",
        "0123456789",
        "x7Gq",
        "bRkaXyTp",
        "我们说船。，",
        "เราพูดถึงเรือ",
        "படகுகளைப் பற்றிப் பேசினோம் ",
        "تَكَلَّمْنَا ",
        "keskustelimme veneistämmekin ",
        "мы говорили о лодках ",
        "👩‍👩‍👧‍👦 ",
        "% ",
    ] {
        let text = unit.repeat(3_000 / unit.len());
        let Some(first) = sentences(&text, Language::UNKNOWN).first().cloned() else {
            continue;
        };
        let read = |end: &str| encoder.passage(&format!("{place}{} {end}", &text[first.clone()]));
        assert!(read("boat") != read("house"), "{unit}");
    }
}

#[test]
fn hostile_text_ends_soon() {
    for piece in [
        "! * ", "(", "« ", "[1]", ".) ", "… ", "M. ", ". ", "> ", "1. ", "- ", "a. B", "」", "!\n",
        "\n", "a", ".", "“", "»«", "!»", ".[", "``` ",
    ] {
        let text = piece.repeat(100_000 / piece.len());
        let found = sentences(&text, Language::UNKNOWN);
        assert!(found.len() <= text.len());
    }
}

fn text() -> impl Strategy<Value = String> {
    let pieces = prop::sample::select(vec![
        "a", "B", "é", "M.", "U.S.", ". ", "! ", "? ", "…", " ", "\n", "\r\n", "\r", "« ", " »",
        "“", "”", "(", ")", "[", "]", "[1]", "。", "- ", "> ", "1. ", "|", "```", "ß", "漢", "🙂",
        "\u{a0}", "\u{202f}", "\u{2029}", "\u{85}", "3.5", "etc. ", "•",
    ]);
    prop_oneof![
        any::<String>(),
        prop::collection::vec(pieces, 0..60).prop_map(|pieces| pieces.concat()),
    ]
}

proptest! {
    #[test]
    fn sentences_are_exact_ordered_disjoint_and_trimmed(text in text(), code in "fr|en|de|und") {
        let language = Language::from_tag(&code).unwrap_or(Language::UNKNOWN);
        let mut end = 0;
        for range in sentences(&text, language) {
            prop_assert!(range.start >= end && range.start < range.end, "{range:?}");
            let sentence = text.get(range.clone());
            prop_assert!(sentence.is_some(), "{range:?} is no slice");
            prop_assert_eq!(sentence.map(str::trim), sentence);
            end = range.end;
        }
    }

    #[test]
    fn every_word_is_in_a_sentence(words in prop::collection::vec("[a-zA-Zé]{1,9}[.!?…»,]{0,2}", 1..40)) {
        let text = words.join(" ");
        let found = sentences(&text, Language::UNKNOWN);
        for (at, _) in text.char_indices().filter(|(_, c)| c.is_alphanumeric()) {
            prop_assert!(found.iter().any(|range| range.contains(&at)), "{at} in {text:?}");
        }
    }
}
