//! Where sentences end, and that they are always slices of the text.

use proptest::prelude::*;
use verbatim::corpus::sentences::sentences;
use verbatim::language::Language;

fn check(code: &str, text: &str, expected: &[&str]) {
    let language = Language::from_tag(code).unwrap_or(Language::UNKNOWN);
    let found: Vec<&str> = sentences(text, language)
        .into_iter()
        .map(|it| &text[it])
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
    check("en", "**Bold.**Next.", &["**Bold.", "**Next."]);
    check_joined("de", &["Text und ![Bild](a.png).", "Ende."]);
    check_joined("en", &["Really![1]", "Yes."]);
    check("en", "![A map](a.png)", &["![A map](a.png)"]);
}

#[test]
fn a_sentence_ends_with_a_line_that_is_not_wrapped() {
    check(
        "en",
        "Opening hours\nThe shop opens at nine.",
        &["Opening hours", "The shop opens at nine."],
    );
    check(
        "en",
        "Roses are red\nViolets are blue\nAnd so, my love,\nAre you",
        &[
            "Roses are red",
            "Violets are blue",
            "And so, my love,\nAre you",
        ],
    );
    check(
        "ko",
        "전망\n시장은 성장한다.",
        &["전망", "시장은 성장한다."],
    );
    let wrapped = "It was in the old quarter of the town that Ann\nLee met the man from the north of \
                   England, Mr\nSmith, who told her about the";
    check("en", wrapped, &[wrapped]);
    let wrapped = "Die Regierung hat am Montag eine große neue\nBrücke über den Fluss versprochen, für \
                   die\nBürger";
    check("de", wrapped, &[wrapped]);
}

#[test]
fn abbreviations_end_nothing() {
    check_joined(
        "fr",
        &["M. Dupont et Mme. Le Pen sont là.", "M. Le Pen aussi."],
    );
    check_joined("fr", &["Voir p. ex. Paris, vol. 2, art. 5.", "C'est tout."]);
    check_joined("fr", &["Du pain, du vin, etc. et rien.", "Voilà."]);
    check_joined(
        "en",
        &["Dr. Smith and Mr. Jones met at St. Paul's.", "They left."],
    );
    check_joined(
        "en",
        &[
            "The U.S. plan is out.",
            "The U.S. Senate agreed.",
            "It is from the U.S.",
            "The end.",
        ],
    );
    check_joined(
        "en",
        &[
            "J. R. R. Tolkien wrote it.",
            "See No. 5 Downing Street.",
            "He said no.",
            "Then he left.",
        ],
    );
    check_joined("en", &["World War I.", "The peace came."]);
    check_joined(
        "en",
        &["Cats, e.g. Tom, sleep.", "Apples, pears, etc. are fruit."],
    );
    check_joined(
        "de",
        &[
            "Wir fuhren z. B. Die Zeit lesend.",
            "Das war am 4. August.",
            "Es kamen 12.",
            "Dann gingen sie.",
        ],
    );
    check_joined("es", &["El Sr. García llegó.", "La Sra. Paz no."]);
    check_joined("it", &["Il sig. Rossi è qui.", "Il dott. Bianchi no."]);
    check_joined("pt", &["O Sr. Silva chegou.", "A Dra. Costa não."]);
    check_joined("nl", &["Dhr. Jansen is er.", "Zie bijv. Amsterdam."]);
    check_joined("und", &["Dr. Who and M. Dupont met.", "They left."]);
}

#[test]
fn numbers_end_nothing() {
    check_joined(
        "fr",
        &[
            "Soit 3.5 % ou 4 800 milliards de dollars d'ici 2033.",
            "Dans un an.",
        ],
    );
    check_joined("en", &["Version 1.2.3 costs $4.50.", "Cheap."]);
    check_joined("en", &["It is 2033.", "China leads."]);
}

#[test]
fn lines_end_sentences_only_in_lists_tables_and_code() {
    check(
        "en",
        "A wrapped\nsentence. And\r\nanother one.",
        &["A wrapped\nsentence.", "And\r\nanother one."],
    );
    check(
        "en",
        "- one\n- two\n  more\n* three",
        &["one", "two\n  more", "three"],
    );
    check("en", "1. one\n2) two", &["one", "two"]);
    check(
        "en",
        "| a | b |\n|---|---|\n| c | d |",
        &["| a | b |", "| c | d |"],
    );
    check(
        "en",
        "> Quoted\n> text. More\n> of it.",
        &["Quoted\n> text.", "More\n> of it."],
    );
    check(
        "en",
        "```rust\nlet a = 1;\nlet b = 2;\n```",
        &["let a = 1;", "let b = 2;"],
    );
    check("en", "one\n\ntwo", &["one", "two"]);
    check(
        "en",
        "One - two\n2033 was far.",
        &["One - two\n2033 was far."],
    );
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
