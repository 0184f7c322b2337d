//! Lines that are sentences by themselves, and lines that are wrapped.

use super::check;

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
