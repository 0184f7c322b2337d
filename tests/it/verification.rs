//! Whether a quote stands in the knowledge, and where.

mod properties;

use std::sync::LazyLock;

use verbatim::library::Snapshot;
use verbatim::question::MAX_QUESTION_UNITS;
use verbatim::verification::EditKind;
use verbatim::verification::Finding::{self, Exact, Nowhere, Part, Stretch, Typography, Words};

use crate::support::{LIMITS, folder, knowledge};

static ARTICLE: LazyLock<Snapshot> =
    LazyLock::new(|| Snapshot::build(&knowledge(), LIMITS, 1).expect("the article"));

static MANY: LazyLock<Snapshot> = LazyLock::new(|| {
    folder_of(&[
        (
            "a.md",
            "# Ships\n\nThe **old ship** sailed at dawn, said the captain. It was \"cold\", -5 \
             degrees — or less…\n\nNobody waved.\nNobody spoke\nfor 4\u{202f}800 miles!\n\n\
             - Sails, all torn\n- Ropes & 5\u{a0}% of the tar\n",
        ),
        (
            "b.md",
            "# Schiffe\n\nDer große Dampfer fuhr früh los. „Niemand winkte“, sagte \
             Straßenmeister Groß; 3–5 Möwen schrien.\n\nThe old ship sailed at Dawn, said nobody.\n",
        ),
        (
            "c.md",
            "# 船\n\n古い船は夜明けに出航した。誰も手を振らなかった。\n",
        ),
        (
            "d.md",
            "# 배\n\n낡은 배가 새벽에 출항했다. 아무도 손을 흔들지 않았다.\n",
        ),
        ("e.md", "# 船\n\n旧船在黎明时分启航，没有人挥手告别。\n"),
        ("f.md", "# Πλοία\n\nΟ γέρος ναύτης είδε τους φίλους του.\n"),
        (
            "g.md",
            "# Wrecks\n\nrow row row row the boat and row row row again\n",
        ),
    ])
});

fn folder_of(files: &[(&str, &str)]) -> Snapshot {
    Snapshot::build(folder(files).path(), LIMITS, 1).expect("a corpus")
}

/// What is found of `text`, and the highlighted words, with `|` between several.
#[track_caller]
fn check(knowledge: &Snapshot, text: &str, finding: Finding, highlighted: &str) {
    let verified = knowledge.verify(text);
    assert_eq!(verified.finding, finding, "{text}: {verified:#?}");
    let words: Vec<&str> = verified.quote.as_ref().map_or_else(Vec::new, |quote| {
        quote
            .highlights
            .iter()
            .map(|range| &quote.text[range.clone()])
            .collect()
    });
    assert_eq!(words.join("|"), highlighted, "{text}");
}

#[test]
fn the_article_is_quoted_exactly() {
    for (text, words) in [
        (
            "Li Qiang, a mis en garde contre le danger d'un « monopole » technologique",
            "Li Qiang, a mis en garde contre le danger d'un « monopole » technologique",
        ),
        ("« pour tous »", "pour tous"),
        (
            "> « l'hégémonie américaine croissante »",
            "l'hégémonie américaine croissante",
        ),
        ("hégémonie américaine", "hégémonie américaine"),
        (
            "**devrait atteindre 4 800 milliards**…",
            "devrait atteindre 4 800 milliards",
        ),
        ("développés par OpenAI.", "développés par OpenAI"),
        (
            "Pékin a lancé […] des règles mondiales [...] dans ce domaine.",
            "Pékin a lancé|des règles mondiales|dans ce domaine",
        ),
        // The second piece is in a later passage than the first, so it is not highlighted.
        (
            "Une partie importante (…) modèles d'IA puissants",
            "Une partie importante",
        ),
        // From one passage to the next.
        (
            "comme ceux développés par OpenAI.\n\nLa stratégie de la",
            "comme ceux développés par OpenAI",
        ),
    ] {
        check(&ARTICLE, text, Exact, words);
    }
}

#[test]
fn typography_makes_no_other_quote() {
    for (text, words) in [
        (
            "le danger d’un \"monopole\" technologique",
            "le danger d'un « monopole » technologique",
        ),
        ("LE DANGER D'UN MONOPOLE", "le danger d'un « monopole"),
        (
            "devrait atteindre 4\u{202f}800 milliards",
            "devrait atteindre 4 800 milliards",
        ),
        ("les États–Unis et la Chine", "les États-Unis et la Chine"),
        (
            "les E\u{301}tats-Unis et la Chine",
            "les États-Unis et la Chine",
        ),
        (
            "les **États-Unis** et la\n> Chine",
            "les États-Unis et la Chine",
        ),
        // A full stop where the source goes on.
        ("Li Qiang, a mis en garde.", "Li Qiang, a mis en garde"),
    ] {
        check(&ARTICLE, text, Typography, words);
    }
}

#[test]
fn all_words_with_other_marks_are_no_quote() {
    let pekin = "Pékin a lancé une nouvelle organisation internationale";
    for (text, words) in [
        // A question where none is, and signs that change what is said.
        (
            "l'hégémonie américaine croissante dans ce domaine ?",
            "l'hégémonie américaine croissante dans ce domaine",
        ),
        (&format!("{pekin}!"), pekin),
        (&format!("{pekin} ✅"), pekin),
        (&format!("❌ {pekin}"), pekin),
        ("Pékin 🚀 a lancé", "Pékin a lancé"),
        // No comma in front of the name.
        (
            "Premier ministre chinois Li Qiang, a mis en garde",
            "Premier ministre chinois, Li Qiang, a mis en garde",
        ),
        // The full stop between the passages is missing.
        (
            "comme ceux développés par OpenAI La stratégie",
            "comme ceux développés par OpenAI",
        ),
    ] {
        check(&ARTICLE, text, Words, words);
    }
}

#[test]
fn a_part_of_a_number_or_compound_is_another_one() {
    for (text, words) in [
        (
            "800 milliards de dollars d'ici 2033",
            "800 milliards de dollars d'ici 2033",
        ),
        ("devrait atteindre 4", "devrait atteindre 4"),
        ("avec les États", "avec les États"),
        ("unis et la Chine", "Unis et la Chine"),
    ] {
        check(&ARTICLE, text, Words, words);
    }
    for (text, finding) in [
        ("5 degrees", Words),
        ("800 miles", Words),
        ("5 Möwen schrien", Words),
        ("3–5 Möwen schrien", Exact),
    ] {
        check(&MANY, text, finding, text);
    }
    let other = folder_of(&[(
        "a.md",
        "# Ports\n\nA trans-ocean port—the ocean is near. In 2023 40 ships came; 1990-1995 none.\n",
    )]);
    for (text, finding) in [
        // A later one is whole, and a dash between clauses is no hyphen.
        ("ocean", Exact),
        ("the ocean is near", Exact),
        ("trans-ocean port", Exact),
        ("trans", Words),
        ("In 2023", Exact),
        ("40 ships came", Exact),
        ("1995 none", Words),
        ("1990-1995 none", Exact),
    ] {
        check(&other, text, finding, text);
    }
}

#[test]
fn a_few_characters_without_spaces_stand_anywhere() {
    let thai = folder_of(&[("a.md", "# เรือ\n\nเรือลำเก่าออกเดินทางตอนรุ่งสาง\n")]);
    check(&thai, "ฉันออกเดินทางแล้ว", Nowhere, "");
    check(
        &thai,
        "เรือลำเก่าออกเดินทางตอนรุ่งเช้า",
        Stretch,
        "เรือลำเก่าออกเดินทางตอนรุ่ง",
    );
    check(&MANY, "他在黎明时分醒来", Nowhere, "");
    check(
        &MANY,
        "旧船在黎明时分启航，没有人说话",
        Stretch,
        "旧船在黎明时分启航，没有人",
    );
}

#[test]
fn other_words_or_marks_are_a_part_only() {
    for (text, words, of, highlighted) in [
        (
            "Le Premier ministre japonais, Li Qiang, a mis en garde contre le danger",
            9,
            13,
            "Li Qiang, a mis en garde contre le danger",
        ),
        // The pieces stand the other way round.
        (
            "dans ce domaine. […] Pékin a lancé une",
            4,
            7,
            "Pékin a lancé une",
        ),
    ] {
        check(&ARTICLE, text, Part { words, of }, highlighted);
    }
    check(&ARTICLE, "Im Anfang war das Wort", Nowhere, "");
    check(&ARTICLE, "la stratégie de Tokyo", Nowhere, "");
}

#[test]
fn every_language_and_script_is_verified() {
    for (text, finding, words) in [
        ("The **old ship** sailed", Exact, "The **old ship** sailed"),
        ("the old ship sailed", Typography, "The **old ship** sailed"),
        // Exactly so in a later document.
        (
            "The old ship sailed at Dawn",
            Exact,
            "The old ship sailed at Dawn",
        ),
        (
            "waved. Nobody spoke for 4 800 miles!",
            Typography,
            "waved.\nNobody spoke\nfor 4\u{202f}800 miles!",
        ),
        (
            "-5 degrees - or less...",
            Typography,
            "-5 \u{64}egrees — or less",
        ),
        ("-4800 miles", Nowhere, ""),
        (
            "dawn, said the captain; it was",
            Words,
            "dawn, said the captain. It was",
        ),
        ("5 % of the tar", Typography, "5\u{a0}% of the tar"),
        ("5 of the tar", Words, "5\u{a0}% of the tar"),
        ("ship", Exact, "ship"),
        ("hip", Nowhere, ""),
        ("GROSSE DAMPFER", Typography, "große Dampfer"),
        (
            "\"Niemand winkte\", sagte Strassenmeister",
            Typography,
            "Niemand winkte“, sagte Straßenmeister",
        ),
        ("3-5 Möwen", Typography, "3–5 Möwen"),
        ("夜明けに出航した", Exact, "夜明けに出航した"),
        ("「夜明けに出航した。」", Exact, "夜明けに出航した"),
        (
            "古い船は夜明けに出航した。誰かは",
            Stretch,
            "古い船は夜明けに出航した。誰",
        ),
        ("새벽에 출항했다", Exact, "새벽에 출항했다"),
        (
            "낡은 배가 새벽에 출항했다. 모두가",
            Part { words: 4, of: 5 },
            "낡은 배가 새벽에 출항했다",
        ),
        (
            "黎明时分启航,没有人挥手",
            Typography,
            "黎明时分启航，没有人挥手",
        ),
        ("黎明时分启航没有人挥手", Words, "黎明时分启航，没有人挥手"),
        ("ΤΟΥΣ ΦΊΛΟΥΣ ΤΟΥ", Typography, "τους φίλους του"),
        ("row row row again", Exact, "row row row again"),
        ("[...] Sails, all torn (...)", Exact, "Sails, all torn"),
    ] {
        check(&MANY, text, finding, words);
    }
}

#[test]
fn what_holds_no_word_stands_nowhere() {
    for text in ["", "  \n", "« »", "[…]", "?!", "**", "…", "🙂"] {
        check(&ARTICLE, text, Nowhere, "");
    }
}

#[test]
fn a_text_beyond_the_limit_never_stands_there_whole() {
    let whole = "row ".repeat(2_000);
    let long = folder_of(&[("long.md", &whole)]);
    let most = MAX_QUESTION_UNITS / 4;
    check(
        &long,
        whole[..4 * most].trim(),
        Exact,
        whole[..4 * most].trim(),
    );
    let Part { words, of } = long.verify(&whole).finding else {
        panic!("a part only");
    };
    assert_eq!((words, of), (most, 2_000));
}

#[test]
fn differences_are_word_by_word() {
    let folder = folder_of(&[
        (
            "a.md",
            "# Shed\n\nThe shed opens at ten, every day but Monday. Ask Ana for the oars (two of \
             them), or the warden. He said everything of the kind, of course.\n\nYes no maybe.\n",
        ),
        (
            "b.md",
            "# 船\n\n古い船は夜明けに出航した。誰も手を振らなかった。\n",
        ),
    ]);
    let check = |text: &str, expected: &str| {
        let written = folder.verify(text).differences.into_iter().map(|edit| {
            let mark = match edit.kind {
                EditKind::Common => "",
                EditKind::TextOnly => "-",
                EditKind::DocumentOnly => "+",
            };
            let blank = if edit.spaced { " " } else { "" };
            format!("{blank}{mark}{}{mark}", edit.text)
        });
        let written: String = written.collect();
        assert_eq!(written.trim_start(), expected, "{text}");
    };
    // Words that are others, more or fewer; the marks of the text stay.
    check(
        "The shed opens at nine, every day but Monday.",
        "The shed opens at -nine,- +ten+ every day but Monday.",
    );
    check(
        "Today the shed opens at ten, every day.",
        "-Today- the shed opens at ten, every day.",
    );
    check(
        "the shed opens at ten, every single day but Monday",
        "the shed opens at ten, every -single- day but Monday",
    );
    check(
        "He said \"nothing of the kind, of course\".",
        "He said \"-nothing- +everything+ of the kind, of course\".",
    );
    // Marks alone: those in between, and none that stands around the words.
    check(
        "The shed opens at ten every day but Monday.",
        "The shed opens at ten+,+ every day but Monday.",
    );
    check(
        "Ask Ana for the oars two of them, or the warden.",
        "Ask Ana for the oars +(+ two of them+)+, or the warden.",
    );
    check("Yes, no, maybe.", "Yes-,- no-,- maybe.");
    check("The shed opens at ten, every day but Monday.", "");
    check(
        "the shed opens at ten, every day but Monday!",
        "the shed opens at ten, every day but Monday-!-",
    );
    check(
        "古い船は夜明けに出航した。誰も旗を振らなかった。",
        "古い船は夜明けに出航した。誰も-旗-+手+を振らなかった。",
    );
    // Too long to be read so, and left out.
    check(
        &format!("{} The shed opens at ten", "word ".repeat(400)),
        "",
    );
    check("The shed opens […] or the captain", "");
}

#[test]
fn the_first_of_equals_is_shown() {
    let same = folder_of(&[
        ("b.md", "# B\n\nOne two three four five.\n"),
        ("a.md", "# A\n\nZero.\n\nOne two three four five.\n"),
    ]);
    for text in [
        "two three four",
        "Two Three Four",
        "two three four five six",
    ] {
        let quote = same.verify(text).quote.expect("a quote");
        assert_eq!(
            (quote.source.document.as_str(), quote.paragraph),
            ("a.md", 2),
            "{text}"
        );
    }
}
