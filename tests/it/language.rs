//! Which language a text, a question or a tag is in.

use verbatim::language::Language;

#[test]
fn a_language_is_found_by_the_name_that_it_has_for_itself() {
    for language in Language::all() {
        let name = language.own_name();
        assert_eq!(Language::from_tag(name), Some(language), "{name}");
    }
    for (tag, expected) in [
        ("fr", "Français"),
        ("nl", "Nederlands"),
        ("id", "Bahasa Indonesia"),
        ("zh-TW", "中文"),
    ] {
        let language = Language::from_tag(tag).expect("a language");
        assert_eq!(language.own_name(), expected);
    }
}

#[test]
fn tags_and_names_are_languages() {
    let check = |tag: &str, expected: Option<&str>| {
        assert_eq!(
            Language::from_tag(tag).map(Language::code),
            expected,
            "{tag:?}"
        );
    };
    for tag in [
        "fr",
        "FR",
        " fr ",
        "fr-CA",
        "fr_FR.UTF-8",
        "fra",
        "fre",
        "French",
        "français",
        "Francais",
    ] {
        check(tag, Some("fr"));
    }
    check("pt_BR", Some("pt"));
    check("zh-Hant", Some("zh"));
    check("cmn", Some("zh"));
    check("한국어", Some("ko"));
    check("日本語", Some("ja"));
    check("Deutsch", Some("de"));
    check("español", Some("es"));
    check("nb", Some("no"));
    check("nn", Some("no"));
    check("no", Some("no"));
    check("fas", Some("fa"));
    check("Bahasa Indonesia", Some("id"));
    for tag in ["", "-", "xx", "und", "klingon", "f", "frr", "🙂"] {
        check(tag, None);
    }
}

#[test]
fn long_texts_are_told() {
    let check = |text: &str, expected: &str| {
        assert_eq!(Language::of_text(text).code(), expected, "{text:?}");
    };
    check(
        "Dans une course technologique effrénée, la Chine rivalise de plus en plus avec les \
         États-Unis pour la domination du marché mondial de l'intelligence artificielle.",
        "fr",
    );
    check(
        "The sky over the harbour is the colour of a television that is tuned to a dead channel.",
        "en",
    );
    check(
        "Die Sitzung des Rates wurde auf den nächsten Montag verschoben, weil der Saal nicht frei war.",
        "de",
    );
    check(
        "인공지능 시장을 둘러싼 경쟁이 갈수록 치열해지고 있다.",
        "ko",
    );
    check(
        "人工知能の市場をめぐる競争がますます激しくなっている。",
        "ja",
    );
    check("人工智能市场的竞争日益激烈。", "zh");
    check("يُمْنَعُ الأَكْلُ فِي قَاعَةِ المُطَالَعَةِ.", "ar");
    check("لا يسمح بالطعام هنا.", "ar");
    check(
        "ورود به سالن بدون کارت ممنوع است و درها ساعت هشت بسته می‌شوند.",
        "fa",
    );
    check("אָסוּר לֶאֱכֹל בַּסִּפְרִיָּה וּבַחֲדַר הַקְּרִיאָה.", "he");
    check("", "und");
    check("42 + 1", "und");
}

#[test]
fn short_questions_are_told_or_left_open() {
    let all = [
        "en", "fr", "es", "de", "it", "pt", "nl", "ko", "ja", "zh", "ru", "uk", "ar",
    ];
    let check_among = |codes: &[&str], text: &str, expected: Option<&str>| {
        let candidates: Vec<Language> = codes
            .iter()
            .filter_map(|code| Language::from_tag(code))
            .collect();
        let found = Language::of_question(text, &candidates).map(Language::code);
        assert_eq!(found, expected, "{text:?} among {codes:?}");
    };
    let check = |text: &str, expected: Option<&str>| check_among(&all, text, expected);
    check("What does the US plan say?", Some("en"));
    check("who launched the organisation", Some("en"));
    check("Qui a lancé l'organisation ?", Some("fr"));
    check("qui a lance l’organisation", Some("fr"));
    check("Que dit le plan américain ?", Some("fr"));
    check("Pourquoi ?", Some("fr"));
    check("¿Quién lanzó la organización?", Some("es"));
    check("quien lanzo la organizacion", Some("es"));
    check("Wer hat die Organisation gegründet?", Some("de"));
    check("Chi ha lanciato l'organizzazione?", Some("it"));
    check("Quem lançou a organização?", Some("pt"));
    check("Wie heeft de organisatie opgericht?", Some("nl"));
    check("누가 조직을 만들었나요?", Some("ko"));
    check("誰が組織を作りましたか？", Some("ja"));
    check("谁创立了这个组织？", Some("zh"));
    check("من أطلق المنظمة؟", Some("ar"));
    check("مَتَى تُفْتَحُ القَاعَةُ؟", Some("ar"));
    check("OpenAI", None);
    check("Nvidia chips", None);
    check("Quando?", None);
    check("42", None);
    check("", None);
    // A language that is not among the candidates is none of them.
    check_among(&["fr"], "What does the US plan say?", None);
    check_among(&["fr"], "누가 조직을 만들었나요?", None);
    check_among(&["fr"], "Qui a lancé l'organisation ?", Some("fr"));
    check_among(&["ja"], "人工知能", Some("ja"));
    check_among(&["ru"], "Кто основал организацию?", Some("ru"));
    check_among(&[], "Who is it?", None);
}
