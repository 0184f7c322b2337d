//! The words of a sentence that answer by themselves.

mod dates;

use proptest::prelude::*;
use verbatim::language::Language;
use verbatim::ranking::span::answer;

use dates::DATES;

/// Holds what answers `question` in a sentence against what is expected; nothing where that is empty.
#[track_caller]
fn check(language: &str, question: &str, sentence: &str, expected: &str) {
    let language = Language::from_tag(language).expect("a language");
    let found = answer(question, sentence, language);
    let found = found.map_or("", |(_, span)| &sentence[span]);
    assert_eq!(found, expected, "{question} {sentence}");
}

/// A language, a question, a sentence, and the words that answer.
type Row = (&'static str, &'static str, &'static str, &'static str);

#[test]
fn dates_of_many_languages_answer_when() {
    for (language, question, sentence, expected) in DATES {
        check(language, question, sentence, expected);
    }
}

#[test]
fn quantities_with_their_unit_answer_how_many() {
    for (language, question, sentence, expected) in [
        (
            "fr",
            "Combien de personnes sont venues ?",
            "Le 3 mai, 300 personnes sont venues en 12 bus.",
            "300 personnes",
        ),
        (
            "fr",
            "Combien de membres a le comité ?",
            "Il est dirigé par un comité de sept membres.",
            "sept membres",
        ),
        (
            "fr",
            "combien coûte la location",
            "La location coûte 3,5 Mio. €.",
            "3,5 Mio. €",
        ),
        (
            "fr",
            "Combien de temps dure la visite ?",
            "La visite dure 1 h 30.",
            "1 h 30",
        ),
        (
            "fr",
            "Quel pourcentage des élèves ?",
            "Ce sont 20 % des élèves de 2019.",
            "20 %",
        ),
        (
            "en",
            "How many members are there?",
            "The club has 4,800 members and 12 boats.",
            "4,800 members",
        ),
        (
            "en",
            "how much does the rent cost",
            "The rent is $5 per day.",
            "$5",
        ),
        (
            "en",
            "How long is the file kept?",
            "The file is kept for 30 days.",
            "30 days",
        ),
        (
            "de",
            "Wie viele Mitglieder hat der Verein?",
            "Der Verein hat 1 200 Mitglieder und 3 Boote.",
            "1 200 Mitglieder",
        ),
        (
            "de",
            "Was kostet das, wie viel Miete?",
            "Die Miete beträgt 12 Euro.",
            "12 Euro",
        ),
        (
            "es",
            "¿Cuántos socios hay?",
            "Hay doscientos sillas y 80 socios.",
            "80 socios",
        ),
        ("it", "Quanti soci ci sono?", "Ci sono 80 soci.", "80 soci"),
        (
            "pt",
            "Quanto custa a entrada?",
            "A entrada custa R$ 8.",
            "R$ 8",
        ),
        (
            "ja",
            "会員は何人ですか",
            "会員は300人で、船は12隻です。",
            "300人",
        ),
        ("zh", "有多少人参加？", "共有300人参加，12艘船。", "300人"),
        (
            "ko",
            "회원은 몇 명입니까?",
            "회원은 300명이고 배는 12척입니다.",
            "300명",
        ),
    ] {
        check(language, question, sentence, expected);
    }
}

#[test]
fn names_answer_who_and_where() {
    for (language, question, sentence, expected) in [
        (
            "en",
            "Who founded the club?",
            "The club was founded by J. R. Miller in 1998.",
            "J. R. Miller",
        ),
        (
            "fr",
            "Qui a écrit le livre ?",
            "Le livre est de Simone de Beauvoir.",
            "Simone de Beauvoir",
        ),
        (
            "es",
            "¿Quién fundó el club?",
            "El club fue fundado por Ana van Dijk.",
            "Ana van Dijk",
        ),
        (
            "it",
            "Chi ha fondato il club?",
            "Il club fu fondato da Anna Rossi.",
            "Anna Rossi",
        ),
        (
            "en",
            "Where was the club founded?",
            "The club was founded in New York.",
            "New York",
        ),
        (
            "fr",
            "Où se trouve la salle ?",
            "La salle se trouve à Lyon.",
            "Lyon",
        ),
        (
            "es",
            "¿Dónde está la sala?",
            "La sala está en Madrid.",
            "Madrid",
        ),
    ] {
        check(language, question, sentence, expected);
    }
}

#[test]
fn what_is_not_certain_is_not_told() {
    for (language, question, sentence) in [
        // Several may be it.
        (
            "en",
            "When did it open?",
            "It opened in 1998 and closed in 2001.",
        ),
        (
            "en",
            "Who founded it?",
            "Anna Miller and Paul Smith founded it.",
        ),
        (
            "en",
            "Where is it?",
            "It was moved in spring, and is in Rome, as Anna Miller says.",
        ),
        (
            "fr",
            "Combien de pages ?",
            "Il compte 300 pages et 20 pages d'annexes.",
        ),
        // It stands in the question.
        (
            "fr",
            "Qui a vendu la salle en 1998, et quand ?",
            "La salle fut vendue en 1998.",
        ),
        ("en", "Who is Anna Miller?", "Anna Miller is a doctor."),
        // It is something else.
        ("en", "Who opened it?", "The English dukes opened it."),
        (
            "en",
            "How many rules are there?",
            "**7.** The hall is closed.",
        ),
        ("en", "How many rules are there?", "Rule 7 says so."),
        (
            "en",
            "How many boats are there?",
            "The club has 80 members.[3]",
        ),
        (
            "en",
            "When was Ada Byron a member?",
            "Ada Byron (1815–1852) was a member.",
        ),
        (
            "de",
            "Wer leitet den Verein?",
            "Die Leitung des Vereins hat der Vorstand.",
        ),
        // It is denied.
        (
            "en",
            "when is the exam",
            "The exam is **not** on Friday 23 October.",
        ),
        (
            "fr",
            "quand ferme la salle",
            "La salle ne ferme pas le vendredi.",
        ),
        // It is in an address.
        ("en", "when was it", "See https://example.org/1998/05."),
        // The question names a time, and asks for something else.
        (
            "en",
            "What did they say when it opened?",
            "In 1998 they were happy.",
        ),
        (
            "fr",
            "Quel est le club qui a gagné ?",
            "Le club de Jean Martin a gagné.",
        ),
        ("en", "What is it?", "It opened in 1998."),
        ("en", "When?", ""),
    ] {
        check(language, question, sentence, "");
    }
}

const QUESTIONS: [&str; 8] = [
    "When did it open?",
    "Wer hat das gegründet?",
    "Où est-ce ?",
    "Combien de personnes ?",
    "combien ça coûte",
    "有多少人？",
    "いつ",
    "언제",
];

proptest! {
    #[test]
    fn a_span_is_a_part_of_its_sentence(
        question in prop::sample::select(&QUESTIONS[..]),
        parts in prop::collection::vec(
            prop_oneof![
                any::<String>(),
                prop::sample::select(&[
                    "1998", "3 May ", "5 €", "in Rome", "Anna", " Miller", "300人", "年", " ", "av. J.-C.", "19", ". ", "-", "İ",
                    "7:30", "h", "°", "(", "²", "siècle", "XIX", "e\u{301}", "personnes", "1\u{a0}200", "٣",
                ][..]).prop_map(str::to_owned),
            ],
            0..9,
        ),
        language in prop::sample::select(&["en", "fr", "de", "ja", "zh", "ko"][..]),
    ) {
        let sentence = parts.concat();
        let language = Language::from_tag(language).expect("a language");
        if let Some((_, span)) = answer(question, &sentence, language) {
            let words = sentence.get(span);
            prop_assert!(words.is_some_and(|words| !words.is_empty() && words.trim() == words), "{words:?}");
        }
    }
}
