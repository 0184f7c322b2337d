//! What the words of a question find, and which of them find nothing.

use std::sync::LazyLock;

use proptest::prelude::*;
use proptest::test_runner::RngSeed;
use verbatim::answer::{Answer, Verdict};
use verbatim::library::{Ask, Explanation, Snapshot};
use verbatim::question::Question;
use verbatim::reply::Locale;

use crate::reply::{discord_markdown, written};
use crate::support::{LIMITS, UNDERSTOOD, folder, root, understood};

/// The house rules of an invented allotment, in several languages.
static GARDEN: LazyLock<Snapshot> = LazyLock::new(|| {
    let folder = folder(&[
        (
            "en.md",
            "# Allotment\n\nThe gate opens at seven and closes at nine.\n\nWater the beans every morning before the sun is up.\n\nThe chair of the society is Marta Lindqvist.\n\nThe fee for a plot is 40 pounds a year.\n",
        ),
        (
            "fr.md",
            "# Le jardin partagé\n\nLe directeur général du jardin est Paul Ménard.\n\nLe compost se dépose derrière la remise, jamais devant le portail.\n",
        ),
        (
            "ru.md",
            "# Сад\n\nКалитка открывается в семь часов утра.\n\nЯблони поливают каждую неделю.\n",
        ),
        (
            "ja.md",
            "# 市民農園\n\n門は朝七時に開きます。\n\n豆には毎朝水をやってください。\n",
        ),
        (
            "ar.md",
            "# الحديقة\n\nتفتح البوابة في الساعة السابعة صباحا.\n\nتسقى الأشجار كل أسبوع.\n",
        ),
    ]);
    understood(folder.path())
});

fn answer(knowledge: &Snapshot, question: &str) -> Answer {
    let question = Question::parse(question).expect("a question");
    knowledge.answer(&question, 3).expect("an answer")
}

/// Questions, each with the words that are named as missing, a tab between them.
fn rows() -> Vec<(String, Vec<String>)> {
    let rows = root().join("tests/it/counterparts.tsv");
    let rows = std::fs::read_to_string(rows).expect("the rows");
    let row = |row: &str| {
        let mut cells = row.split('\t').map(str::to_owned);
        (cells.next().expect("a question"), cells.collect())
    };
    rows.lines()
        .filter(|row| !row.starts_with('#'))
        .map(row)
        .collect()
}

fn explained(knowledge: &Snapshot, question: &str) -> Explanation {
    let question = Question::parse(question).expect("a question");
    let ask = Ask {
        explain: true,
        ..Ask::new(&question, 1)
    };
    let answered = knowledge.ask(&ask).expect("an answer");
    answered.explanation.expect("an explanation")
}

#[test]
fn what_nothing_was_found_about_is_named() {
    let mut wrong = Vec::new();
    for (question, expected) in rows() {
        let answer = answer(&GARDEN, &question);
        if answer.missing != expected {
            let words = explained(&GARDEN, &question).words;
            wrong.push((question, answer, words));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn a_sure_answer_names_nothing() {
    for question in [
        "Qui a lancé l'organisation ?",
        "what does the US plan say?",
        "谁创立了这个组织？",
    ] {
        let answer = answer(&UNDERSTOOD, question);
        assert_eq!(answer.verdict, Verdict::Answered, "{question}");
        assert_eq!(answer.missing, <[String; 0]>::default(), "{question}");
    }
}

#[test]
fn each_word_has_the_word_that_is_most_like_it() {
    let question = "Quand ouvre le portail du jardin ?";
    let explanation = explained(&GARDEN, question);
    let words: Vec<&str> = explanation
        .words
        .iter()
        .map(|word| word.word.as_str())
        .collect();
    assert_eq!(words, ["Quand", "ouvre", "le", "portail", "du", "jardin"]);
    for asked in &explanation.words {
        assert!(asked.counterpart.is_some(), "{asked:?}");
        assert!(asked.cosine <= asked.anywhere + 1e-3, "{asked:?}");
    }
    let by_words = Snapshot::build(&crate::support::knowledge(), LIMITS, 1).expect("a corpus");
    let explanation = explained(&by_words, question);
    assert!(explanation.words.is_empty());
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, rng_seed: RngSeed::Fixed(7), failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_is_named_is_typed_and_shown_as_it_is(
        words in prop::collection::vec(prop_oneof![
            Just("CEO"), Just("**Zorblax**"), Just("<@1>"), Just("@everyone"), Just("`quux`"), Just("_x_y_"),
            Just("[Frob](https://b.example)"), Just("Ĉiuĵaŭde"), Just("量子力学は"), Just("Звездолёт"),
            Just("الكُمْبيوتر"), Just("2033"), Just("v3.3.1"), Just("cafe\u{301}s"), Just("the"), Just("\n# gate"),
        ], 1..7)
    ) {
        let question = Question::parse(&words.join(" ")).expect("a question");
        let answer = GARDEN.answer(&question, 3).expect("an answer");
        let missing = &answer.missing;
        prop_assert!(missing.len() <= 2);
        for word in missing {
            prop_assert!(question.text().contains(word.as_str()), "{word}");
        }
        let content = written(&answer, Locale::English).content;
        let seen = discord_markdown::inline(&content).text;
        let named = seen.lines().find_map(|line| line.strip_prefix("I found nothing about: "));
        prop_assert_eq!(named.unwrap_or_default(), missing.join(", "));
    }
}
