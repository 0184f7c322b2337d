//! What is suggested while a member types.

use std::collections::HashSet;
use std::sync::{Arc, LazyLock};
use std::thread;
use std::time::UNIX_EPOCH;

use proptest::prelude::*;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;
use verbatim::library::{Library, Snapshot};
use verbatim::question::Question;
use verbatim::suggestion::MAX_SUGGESTION_UNITS;

use crate::support::{LIMITS, folder, knowledge};

static ARTICLE: LazyLock<Snapshot> =
    LazyLock::new(|| Snapshot::build(&knowledge(), LIMITS, 1).expect("the article"));

static CATS: LazyLock<Snapshot> = LazyLock::new(|| {
    folder_of(&[
        (
            "cats.md",
            "# Cats at sea\n\nA black cat sleeps. A **black** cat [swims](https://example.org) \
             off\nthe rocks. A white cat sleeps.\n\n\
             ## Sleeping cats\n\nThey sleep at sea.\n\n## CATS AT SEA?\n\nYes, cats sail.\n",
        ),
        (
            "chats.md",
            "# L'été des chats\n\nL'éléphant rêve à l'été. L'ELEPHANT REVE A L'ETE !\n",
        ),
        ("neko.md", "# 猫の夢\n\n猫は海で眠る。\n"),
        ("goyangi.md", "# 고양이\n\n고양이가 잔다.\n"),
        (
            "long.md",
            "# Long\n\nThe quick brown fox jumped over the lazy dog, and then it went home to think \
             about the many things, unseen, that zebras do.\n",
        ),
    ])
});

fn folder_of(files: &[(&str, &str)]) -> Snapshot {
    Snapshot::build(folder(files).path(), LIMITS, 1).expect("a corpus")
}

#[track_caller]
fn check(knowledge: &Snapshot, typed: &str, most: usize, expected: &[&str]) {
    assert_eq!(knowledge.suggest(typed, most), expected, "{typed}");
}

#[test]
fn headings_come_before_sentences_and_beginnings_before_all() {
    for (typed, expected) in [
        (
            "",
            &[
                "Cats at sea",
                "Sleeping cats",
                "L'été des chats",
                "고양이",
                "Long",
                "猫の夢",
            ][..],
        ),
        (
            "   ",
            &[
                "Cats at sea",
                "Sleeping cats",
                "L'été des chats",
                "고양이",
                "Long",
                "猫の夢",
            ],
        ),
        ("cats", &["Cats at sea", "Sleeping cats", "Yes, cats sail."]),
        ("sleeping c", &["Sleeping cats"]),
        ("at se", &["Cats at sea", "They sleep at sea."]),
        (
            "black cat",
            &["A black cat sleeps.", "A black cat swims off the rocks."],
        ),
        // All words, then the rarer of them.
        (
            "white cat swims",
            &["A black cat swims off the rocks.", "A white cat sleeps."],
        ),
        ("ete", &["L'été des chats", "L'éléphant rêve à l'été."]),
        ("ÉLÉPH", &["L'éléphant rêve à l'été."]),
        ("猫", &["猫の夢", "猫は海で眠る。"]),
        // Two of three letters of the second syllable.
        ("고야", &["고양이", "고양이가 잔다."]),
        (
            "zebr",
            &[
                "The quick brown fox jumped over the lazy dog, and then it went home to think about the many things…",
            ],
        ),
        ("nothing of the kind", &[]),
    ] {
        check(&CATS, typed, 25, expected);
    }
}

#[test]
fn the_article_is_suggested() {
    check(
        &ARTICLE,
        "le pari",
        3,
        &["Le pari de la Chine sur le « Sud global » et les modèles open-source"],
    );
    check(
        &ARTICLE,
        "strategie de la route",
        1,
        &[
            "La stratégie de la « Route de la Soie numérique » : Pékin s'appuie sur son succès passé avec…",
        ],
    );
    check(
        &ARTICLE,
        "li qiang",
        1,
        &[
            "Lors de la Conférence mondiale sur l'IA à Shanghai, le Premier ministre chinois, Li Qiang, a mis en…",
        ],
    );
}

#[test]
fn at_most_as_many_as_are_wanted_are_suggested() {
    for most in [0, 1, 3] {
        assert_eq!(ARTICLE.suggest("", most).len(), most);
        assert_eq!(ARTICLE.suggest("la", most).len(), most);
    }
}

/// What must hold for whatever is suggested.
fn check_limits(suggested: &[String], most: usize) -> Result<(), TestCaseError> {
    prop_assert!(suggested.len() <= most);
    let mut seen = HashSet::new();
    for text in suggested {
        prop_assert!(
            text.encode_utf16().count() <= MAX_SUGGESTION_UNITS,
            "{text}"
        );
        prop_assert!(Question::parse(text).is_ok(), "{text}");
        prop_assert!(!text.contains(['\n', '\r']), "{text}");
        let folded: String = text
            .nfkd()
            .filter(|c| !is_combining_mark(*c))
            .flat_map(char::to_lowercase)
            .collect();
        prop_assert!(seen.insert(folded), "{text} is there twice");
    }
    Ok(())
}

proptest! {
    #[test]
    fn whatever_is_typed_keeps_the_limits(typed in any::<String>(), most in 0..30_usize) {
        for knowledge in [&*ARTICLE, &*CATS] {
            let suggested = knowledge.suggest(&typed, most);
            check_limits(&suggested, most)?;
            prop_assert_eq!(&suggested, &knowledge.suggest(&typed, most));
        }
    }

    #[test]
    fn any_document_keeps_the_limits(
        pieces in prop::collection::vec("\\PC{0,60}|[ \\n*>#`\\[\\]()…-]{1,4}|\\w{90,130}", 1..12),
        typed in "\\w{0,2}",
    ) {
        let text = format!("word\n\n{}", pieces.concat());
        let any = folder_of(&[("any.md", &text)]);
        check_limits(&any.suggest(&typed, 25), 25)?;
        check_limits(&any.suggest("", 25), 25)?;
    }

    #[test]
    fn every_heading_is_found_by_its_beginning(letters in 1..20_usize) {
        for heading in ARTICLE.suggest("", 25) {
            let begun: String = heading.chars().take(letters).collect();
            if begun.contains(char::is_alphanumeric) {
                prop_assert!(ARTICLE.suggest(&begun, 25).contains(&heading), "{begun}: {heading}");
            }
        }
    }
}

#[test]
fn suggestions_come_while_the_folder_is_read_again() {
    let files: Vec<(String, String)> = (0..50)
        .map(|n| (format!("{n}.md"), format!("# Title {n}\n\nCats hunt.\n")))
        .collect();
    let files: Vec<(&str, &str)> = files
        .iter()
        .map(|(path, text)| (&**path, &**text))
        .collect();
    let folder = folder(&files);
    let library = Library::open(folder.path().to_owned(), LIMITS, None, UNIX_EPOCH, |_| ());
    let library = library.expect("a library");
    let reloading = {
        let library = Arc::clone(&library);
        thread::spawn(move || {
            for _ in 0..5 {
                library.reload(UNIX_EPOCH).expect("a reload");
            }
        })
    };
    loop {
        let suggested = library.current().suggest("titl", 25);
        assert_eq!(suggested.len(), 25, "{suggested:?}");
        if reloading.is_finished() {
            break;
        }
    }
    reloading.join().expect("no panic");
}
