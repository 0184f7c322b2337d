//! Where sentences end, and that they are always slices of the text.

use proptest::prelude::*;
use verbatim::corpus::sentences::sentences;
use verbatim::encoder::Encoder;
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

/// Rows that are a sentence each, with line ends of both kinds.
#[track_caller]
fn check_rows(code: &str, rows: &[&str]) {
    check(code, &rows.join("\n"), rows);
    check(code, &rows.join("\r\n"), rows);
}

#[test]
fn each_row_is_a_sentence() {
    check_rows(
        "de",
        &[
            "Linsensuppe (vegan) … 5 €",
            "Brot … 8 €",
            "Tee mit Honig und Milch … 2 €",
        ],
    );
    check_rows(
        "de",
        &[
            "Große Linsensuppe mit Brot und Butter 5 €",
            "Gebratene Nudeln mit Gemüse der Woche 8 €",
            "Zwei Tassen Tee mit Honig und etwas Milch",
            "Alles auf Wunsch auch ohne Zwiebeln",
        ],
    );
    check_rows(
        "en",
        &[
            "no bait and no insults of any kind in any room",
            "no selling without asking the crew first",
            "no religion outside of the debating room",
        ],
    );
    check_rows("en", &["Soup · 5 €", "Tea · 2 € with milk or without"]);
    check_rows(
        "en",
        &[
            "1950 - the mill is built by two brothers",
            "1975 - it burns down",
            "1976 - a new one opens",
        ],
    );
    check_rows(
        "en",
        &["09:30 coffee", "10:00 talks", "12:30 lunch in the garden"],
    );
    check_rows("de", &["01.05.2026 Sommerfest", "24.12.2026 geschlossen"]);
    check_rows(
        "fr",
        &["1998 : fondation du club", "2003 : première salle louée"],
    );
    check_rows(
        "en",
        &[
            "Adults ....... 5 €",
            "Children ..... 2 €",
            "members ...... free",
        ],
    );
}

#[test]
fn each_line_of_contacts_and_rules_is_a_sentence() {
    check_rows(
        "pl",
        &[
            "Telefon: 12 345 67 89",
            "E-mail: biuro@klub.pl",
            "Adres: ul. Leśna 5",
        ],
    );
    check_rows(
        "en",
        &[
            "Anna Lee   chair     anna@x.org",
            "Bo Reed    treasurer  bo@x.org",
        ],
    );
    check_rows(
        "sv",
        &[
            "Anna – ordförande",
            "Bo – kassör sedan 2019",
            "vakant – sekreterare",
        ],
    );
    check_rows("en", &["2 eggs", "100 g of sugar", "300 ml milk"]);
    check_rows("en", &["✅ be nice", "❌ no spam", "❌ no caps"]);
    check_rows("en", &["/help shows all commands", "/roll throws dice"]);
    check_rows(
        "en",
        &["§ 1 no bait", "§ 2 no ads", "§ 3 English only please"],
    );
    check_rows("en", &["a) no bait", "b) no ads"]);
    check_rows("en", &["no bait", "no ads or spam", "be kind"]);
    check_rows("en", &["Q: Is it free?", "A: yes, for members"]);
    check_rows(
        "en",
        &["Be kind :)", "No ads (at all)", "Max 5 €", "No spam"],
    );
    check_rows(
        "en",
        &[
            "**__Hello from the Meadow server__**",
            "Read this first.",
            "**1. Manners**",
            "no shouting, no bait",
            "**2. Selling**",
            "only in the bazaar, never by private message",
            "**3. Nicknames**",
            "must start with a letter",
            "**Help:** write to the crew",
        ],
    );
    check_rows("ru", &["**Правила**", "без спама", "без рекламы"]);
}

#[test]
fn wrapped_text_is_no_list() {
    let check_whole = |code: &str, text: &str| check(code, text, &[text]);
    check_whole(
        "en",
        "The club was founded by six sailors from the old harbour in\n1998 - a year that all of \
         them remember well, because in\n2003 the hall burnt down and nobody knew what to do.",
    );
    check_whole(
        "en",
        "Bring everything that you need for two days on the water\nand a warm pullover\nfor the \
         night.",
    );
    check_whole(
        "en",
        "so and then we went to the market to look at the fish\nand somebody said that it was much \
         too early for it\nand we went back to the boats and had some tea",
    );
    check_whole(
        "en",
        "This is a paragraph with **some bold words that reach over\nthe end of the line** and then \
         goes on below the first.",
    );
}

#[test]
fn abbreviations_of_every_language() {
    check_joined(
        "sv",
        &["Ta med t.ex. Kaffe, bl.a. Te, ca. 50 kr.", "Betala sedan."],
    );
    check_joined(
        "pl",
        &["Klub jest przy ul. Leśnej 5.", "Zapisy przyjmuje Jan."],
    );
    check_joined(
        "pl",
        &[
            "Od 2020 r. klub działa tu.",
            "Prowadzi go inż. Kot i prof. dr hab. Lis.",
        ],
    );
    check_joined("ru", &["Мы на ул. Садовой, д. 5, кв. 7.", "Взнос мал."]);
    check_joined(
        "ru",
        &[
            "Это было в 2020 г.",
            "Клуб переехал в г. Тверь.",
            "Чай, кофе и др.",
            "Всё.",
        ],
    );
    check_joined(
        "uk",
        &["Клуб на вул. Лесі Українки, буд. 5.", "Внесок малий."],
    );
    check_joined(
        "cs",
        &["Klub je na ul. Dlouhé, např. Praha.", "Přijď 5. května."],
    );
    check_joined("da", &["Tag f.eks. Kaffe med kl. 10.", "Vi ses."]);
    check_joined("no", &["Ta med f.eks. Kaffe, ca. 2 kg.", "Vi sees."]);
    check_joined("fi", &["Ota mukaan esim. Kahvia.", "Nähdään klo 10."]);
    check_joined("hu", &["Hozz pl. Kávét.", "Dr. Nagy vár."]);
    check_joined("ro", &["Suntem pe str. Lungă nr. 5.", "Vino."]);
    check_joined(
        "tr",
        &["Kulüp Atatürk Cad. Gül Sok. No. 5 adresindedir.", "Gelin."],
    );
    check_joined("el", &["Φέρτε π.χ. Καφέ.", "Ελάτε."]);
    check_joined("ar", &["قال د. أحمد ذلك.", "ثم ذهب."]);
    check_joined("ta", &["திரு. குமார் வந்தார்.", "மு. க. அழகன் போனார்."]);
    check_joined("nl", &["Neem bijv. Koffie mee, d.w.z. Sterke.", "Tot dan."]);
    check_joined(
        "de",
        &[
            "Der Hafen e. V. Lübeck ist u. a. Gastgeber am 12.03. Mai folgt.",
            "Ende.",
        ],
    );
    check_joined("es", &["Abre a las 7 p. m.", "Cierra la Av. Sol núm. 5."]);
    check_joined("it", &["Vedi pag. 5 e p.es. Roma.", "Il sig. Po c'è."]);
    check_joined("pt", &["Fica na Av. Sol, n.º 5.", "O Dr. Sá atende."]);
    check_joined(
        "en",
        &[
            "Acme Inc. Tokyo and Foo Ltd. Paris met.",
            "We like Bar Corp.",
            "They left.",
        ],
    );
    check_joined("en", &["Doors open at 7 p.m.", "Bring a card."]);
    check_joined(
        "en",
        &[
            "It starts at 7 p.m. Monday, or 8 a.m. CET, not 9 p.m. sharp.",
            "Come.",
        ],
    );
    check_joined(
        "en",
        &[
            "We use .NET and Node.js.",
            "See .env, e.g. Linux.",
            "Version 3.3.2 of 12.03.2026.",
        ],
    );
}

#[test]
fn numbers_and_labels_of_several_languages() {
    check_joined("es", &["EE. UU. ganó.", "Son las 5 p. m.", "Vengan."]);
    check_joined("ar", &["الدرس الساعة 5 م.", "ثم نأكل."]);
    check_joined("da", &["Vi mødes kl. 18.", "Kom i tide, senest d. 5. maj."]);
    check_joined("fi", &["Alkaa klo 18.", "Tule 5. kesäkuuta."]);
    check_joined(
        "de",
        &["Zimmer Nr. 5.", "Anmeldung am 5. Mai um 19.30 Uhr."],
    );
    check_joined("ru", &["Начало в 18 ч.", "Приходите, т. к. Будет чай."]);
    check_joined("uk", &["Початок о 18 год.", "Див. п. 5."]);
    check_joined(
        "en",
        &[
            "The U.S. army.",
            "He has a Ph.D. in law.",
            "See Fig. 3 and No. 7.",
        ],
    );
    check(
        "en",
        "Q. What is it?\nA. A boat.",
        &["Q. What is it?", "A. A boat."],
    );
    check(
        "en",
        "These apply:\nbe kind\nno spam",
        &["These apply:", "be kind", "no spam"],
    );
    check(
        "en",
        "Support:\nopen a ticket",
        &["Support:\nopen a ticket"],
    );
    check(
        "ja",
        "雨だ。「はい。」と答えた。「いいえ。」",
        &["雨だ。", "「はい。」と答えた。", "「いいえ。」"],
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
