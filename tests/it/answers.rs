//! Answers through the door: a folder, a question, the quotes.

use proptest::prelude::*;
use std::sync::LazyLock;

use verbatim::answer::{Answer, GAP, Reason, Verdict};
use verbatim::library::{Bookmark, Snapshot};
use verbatim::question::{MAX_QUESTION_UNITS, NotAQuestion, Question};

use crate::support::{LIMITS, folder, knowledge};

static ARTICLE: LazyLock<Snapshot> =
    LazyLock::new(|| Snapshot::build(&knowledge(), LIMITS, 1).expect("the article"));

fn ask(knowledge: &Snapshot, question: &str) -> Answer {
    let question = Question::parse(question).expect("a question");
    knowledge.answer(&question, 3).expect("an answer")
}

fn folder_of(files: &[(&str, &str)]) -> Snapshot {
    Snapshot::build(folder(files).path(), LIMITS, 1).expect("a corpus")
}

/// The article answers `question` with a passage whose answering sentence holds `sentence`.
#[track_caller]
fn check(question: &str, paragraph: u32, sentence: &str) {
    let answer = ask(&ARTICLE, question);
    assert_eq!(answer.verdict, Verdict::Answered, "{question}: {answer:#?}");
    let best = &answer.quotes[0];
    assert_eq!(best.paragraph, paragraph, "{question}: {best:#?}");
    let [range] = best.highlights.as_slice() else {
        panic!("{question}: {best:#?}");
    };
    assert!(
        best.text[range.clone()].contains(sentence),
        "{question}: {best:#?}"
    );
}

#[test]
fn accents_may_be_written_in_two_ways() {
    let (composed, divided) = (
        "Où a été signé le traité ?",
        "Ou\u{300} a e\u{301}te\u{301} signe\u{301} le traite\u{301} ?",
    );
    let files = [
        "# Le traité\n\nLe traité a été signé à Évry.\n\n# Le goûter\n\nIl y a des pâtes.\n",
        "# Le traite\u{301}\n\nLe traite\u{301} a e\u{301}te\u{301} signe\u{301} a\u{300} \
         E\u{301}vry.\n\n# Le gou\u{302}ter\n\nIl y a des pa\u{302}tes.\n",
    ];
    for file in files {
        let knowledge = folder_of(&[("a.md", file)]);
        let answers = [composed, divided].map(|question| ask(&knowledge, question));
        assert_eq!(answers[0].verdict, Verdict::Answered, "{file}");
        assert_eq!(answers[0], answers[1], "{file}");
        assert_eq!(answers[0].quotes[0].paragraph, 1);
    }
    let both = files.map(|file| folder_of(&[("a.md", file)]));
    let first = |knowledge: &Snapshot| ask(knowledge, composed).quotes[0].clone();
    let [one, other] = both
        .each_ref()
        .map(|knowledge| Bookmark::of(&first(knowledge)));
    assert_eq!(one, other);
    assert!(both[1].find(one).is_ok());
}

#[test]
fn the_article_answers() {
    check(
        "Qui a lancé l'organisation ?",
        1,
        "Pékin a lancé une nouvelle organisation",
    );
    check(
        "Que dit le plan américain ?",
        6,
        "à travers un plan visant à contrer",
    );
    check(
        "Qui est Li Qiang ?",
        2,
        "le Premier ministre chinois, Li Qiang,",
    );
    check("Deepseek", 9, "des startups comme Deepseek");
    check(
        "Combien de milliards de dollars d'ici 2033 ?",
        1,
        "4 800 milliards de dollars",
    );
    check(
        "souveraineté de l'Internet",
        7,
        "« souveraineté de l'Internet »",
    );
    check(
        "Qu'est-ce que la Route de la Soie numérique ?",
        4,
        "Route de la Soie numérique",
    );
}

#[test]
fn each_text_is_quoted_once() {
    let text = "# T\n\nThe cat sleeps by day.\n\nThe cat hunts by night.\n\nDogs bark.\n";
    let knowledge = folder_of(&[("a.md", text), ("b.md", text), ("c/d.md", text)]);
    let answer = ask(&knowledge, "When does the cat hunt or sleep?");
    let mut texts: Vec<&str> = answer
        .quotes
        .iter()
        .map(|quote| quote.text.as_str())
        .collect();
    texts.sort_unstable();
    assert_eq!(texts, ["The cat hunts by night.", "The cat sleeps by day."]);
}

#[test]
fn what_is_never_seen_makes_no_difference() {
    let knowledge = folder_of(&[("a.md", "# T\n\nThe infra\u{ad}structure is old.\n")]);
    for question in [
        "infrastructure",
        "infra\u{ad}structure",
        "\u{2066}infrastructure\u{2069}",
        "infrastructure\u{200d}",
    ] {
        assert_eq!(ask(&knowledge, question).quotes.len(), 1, "{question:?}");
    }
}

#[test]
fn how_a_question_is_typed_makes_no_difference() {
    let plain = ask(&ARTICLE, "Qui a lancé l'organisation ?");
    for typed in [
        "qui a lancé l’organisation",
        "QUI A LANCÉ L'ORGANISATION ?!",
        "Qui a lance l'organisation?",
        "Qui a lance l organisation",
        "« Qui a lancé l`organisation » …",
        "  Qui a\tlancé\nl\u{2BC}organisation \u{a0}?",
        "Qui a lance\u{301} l'organisation ?",
        "Qui:a_lancé·l'organisation",
    ] {
        assert_eq!(ask(&ARTICLE, typed), plain, "{typed}");
    }
}

#[test]
fn silence_has_its_reason() {
    let check = |question: &str, expected: Reason| {
        let answer = ask(&ARTICLE, question);
        assert_eq!(answer.reason, Some(expected), "{question}: {answer:#?}");
    };
    check(
        "Quelle est la capitale de l'Australie ?",
        Reason::NothingFound,
    );
    check("Qui est-ce ?", Reason::NothingToLookUp);
    check("Le président de la ville de Paris", Reason::TooLittleFound);
    check(
        "Recette de la ratatouille niçoise aux courgettes",
        Reason::NothingFound,
    );
}

#[test]
fn the_nearest_passages_of_no_answer_are_there() {
    let answer = ask(&ARTICLE, "Le président de la ville de Paris");
    assert_eq!(answer.verdict, Verdict::None);
    assert!(!answer.quotes.is_empty());
}

#[test]
fn every_language_is_analysed_in_its_own_way() {
    let check = |language: &str, text: &str, question: &str| {
        let article = format!("---\ntitle: T\nlanguage: {language}\n---\n\nXyzzy.\n\n{text}\n");
        let answer = ask(&folder_of(&[("a.md", &article)]), question);
        assert_eq!(answer.verdict, Verdict::Answered, "{language}: {question}");
        assert_eq!(answer.quotes[0].text, text, "{language}: {question}");
    };
    check("en", "The runners were running.", "who runs?");
    check("de", "Die Häuser wurden gebaut.", "Welche Hauser?");
    check("es", "Las organizaciones nacieron.", "¿Qué organización?");
    check("it", "L'organizzazione fu fondata.", "dell'organizzazione");
    check("pt", "As nações votaram.", "Quais nacoes?");
    check("ru", "Новые организации созданы.", "организация");
    check("nl", "De honden blaffen.", "welke hond?");
    check("sv", "Hundarna skäller.", "hundar");
    check("da", "Hundene gør.", "hunde");
    check("fi", "Talossa asutaan.", "talo");
    check("hu", "A házakban laknak.", "házak");
    check("ro", "Organizațiile noi.", "organizațiilor");
    check("tr", "Evlerde oturuyorlar.", "evler");
    check("ar", "الكتاب جديد هنا", "كتاب");
    check("el", "Οι οργανώσεις ιδρύθηκαν.", "οργάνωση");
    check("ta", "புத்தகங்கள் இங்கே.", "புத்தகங்கள்");
    check("pl", "Nowa organizacja powstała.", "ORGANIZACJA");
    check(
        "zh",
        "北京成立了世界人工智能合作组织。",
        "世界人工智能合作组织",
    );
    check("ja", "北京は世界人工知能協力機構を設立した。", "協力機構");
    check(
        "ko",
        "베이징은 세계인공지능협력기구를 출범시켰다.",
        "협력기구",
    );
    check("th", "ปักกิ่งเปิดตัวองค์กรใหม่", "องค์กรใหม่");
}

#[test]
fn a_corpus_of_several_languages_answers_in_each() {
    let both = folder_of(&[
        (
            "de.md",
            "---\nlanguage: de\n---\n# Tiere\n\nDie Katzen schlafen am Tag.\n",
        ),
        (
            "en.md",
            "---\nlanguage: en\n---\n# Animals\n\nThe dogs sleep at night.\n",
        ),
    ]);
    assert_eq!(
        ask(&both, "Wann schläft die Katze?").quotes[0]
            .source
            .document,
        "de.md"
    );
    assert_eq!(
        ask(&both, "Do dogs sleep?").quotes[0].source.document,
        "en.md"
    );
}

#[test]
fn a_word_that_only_asks_finds_nothing_in_another_language() {
    let both = folder_of(&[
        (
            "cats.md",
            "---\nlanguage: en\n---\n# Cats\n\nThe cats hunt at night.\n",
        ),
        (
            "tea.md",
            "---\nlanguage: fr\n---\n# Boissons\n\nLe thé est une boisson.\n",
        ),
    ]);
    let quotes = ask(&both, "When does the cat hunt?");
    let documents: Vec<&str> = quotes
        .quotes
        .iter()
        .map(|quote| quote.source.document.as_str())
        .collect();
    assert_eq!(documents, ["cats.md"]);
}

#[test]
fn equal_passages_come_in_the_order_of_the_folder() {
    let same = folder_of(&[
        ("b.md", "# T\n\nGleich viel davon.\n"),
        ("a.md", "# T\n\nGleich viel, davon!\n"),
        ("c/d.md", "# T\n\nGleich viel davon?\n"),
        ("c.md", "# T\n\nGleich viel – davon.\n"),
    ]);
    let documents: Vec<String> = ask(&same, "gleich viel")
        .quotes
        .iter()
        .map(|quote| quote.source.document.clone())
        .collect();
    assert_eq!(documents, ["a.md", "b.md", "c.md"]);
}

#[test]
fn the_same_question_always_gets_the_same_answer() {
    let again = Snapshot::build(&knowledge(), LIMITS, 1).expect("the article");
    for question in [
        "Qui a lancé l'organisation ?",
        "la Chine et l'IA",
        "Internet",
    ] {
        assert_eq!(ask(&ARTICLE, question), ask(&again, question));
    }
}

#[test]
fn the_verdict_does_not_depend_on_how_many_quotes_are_wanted() {
    for question in [
        "Qui a lancé l'organisation ?",
        "Que pense Trump de l'IA ?",
        "Paris",
    ] {
        let question = Question::parse(question).expect("a question");
        let answer = |top| ARTICLE.answer(&question, top).expect("an answer");
        let three = answer(3);
        for top in [1, 2, 10] {
            let other = answer(top);
            assert_eq!(
                (other.verdict, other.confidence),
                (three.verdict, three.confidence)
            );
            let shared = three.quotes.len().min(other.quotes.len());
            assert_eq!(other.quotes[..shared], three.quotes[..shared]);
            assert!(other.quotes.len() <= top);
        }
    }
}

#[test]
fn hostile_questions_are_only_questions() {
    let long = "organisation ".repeat(MAX_QUESTION_UNITS / 13);
    for question in [
        "(".repeat(6_000) + "Pékin",
        "\"a:b^c~d*[x TO y]\" AND NOT".into(),
        long,
    ] {
        let question: String = question.chars().take(MAX_QUESTION_UNITS).collect();
        if let Ok(question) = Question::parse(&question) {
            ARTICLE.answer(&question, 3).expect("an answer");
        }
    }
}

#[test]
fn what_is_no_question_is_told_at_once() {
    let check = |text: &str, expected| assert_eq!(Question::parse(text), Err(expected));
    check("", NotAQuestion::Empty);
    check(" \n\t", NotAQuestion::Empty);
    check("?!… «»", NotAQuestion::Empty);
    check(&"a".repeat(MAX_QUESTION_UNITS + 1), NotAQuestion::TooLong);
    check(
        &"😀a".repeat(MAX_QUESTION_UNITS / 3 + 1),
        NotAQuestion::TooLong,
    );
    assert_eq!(Question::parse("  x ").expect("one").text(), "x");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn any_text_can_be_asked(text in "\\PC{0,6000}") {
        if let Ok(question) = Question::parse(&text) {
            let answer = ARTICLE.answer(&question, 3).expect("an answer");
            prop_assert!((0.0..=1.0).contains(&answer.confidence));
            prop_assert!(answer.quotes.len() <= 3);
        }
    }

    #[test]
    fn quotes_are_slices_of_the_source(
        words in prop::collection::vec("(Pékin|lancé|IA|Chine|plan|« Sud global »|ministre|[a-z]{1,8})", 1..12),
    ) {
        let question = Question::parse(&words.join(" ")).expect("a question");
        let answer = ARTICLE.answer(&question, 3).expect("an answer");
        let quoted = answer.verdict != Verdict::None;
        prop_assert!(!quoted || !answer.quotes.is_empty());
        for quote in answer.quotes {
            let document = ARTICLE.corpus().documents().iter()
                .find(|document| document.source == quote.source)
                .expect("the document");
            let said = quote.slices.iter().map(|slice| &document.text[slice.document.clone()]);
            prop_assert_eq!(said.collect::<Vec<_>>().join(GAP), quote.text.as_str());
            prop_assert_eq!(quote.paragraphs as usize, document.passages.len());
            for range in &quote.highlights {
                prop_assert!(!range.is_empty() && quote.text.get(range.clone()).is_some());
            }
        }
    }
}
