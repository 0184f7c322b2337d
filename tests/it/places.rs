//! Several places that answer equally well, and what tells them apart.

use std::collections::BTreeSet;

use verbatim::question::Question;

use crate::support::{folder, understood};

/// Holds what tells the places apart against what is expected, in any order; none where one place answers
/// alone. The first quote's is the first.
#[track_caller]
fn check(files: &[(&str, &str)], question: &str, expected: &[&str]) {
    let folder = folder(files);
    let knowledge = understood(folder.path());
    let parsed = Question::parse(question).expect("a question");
    let answer = knowledge.answer(&parsed, 3).expect("an answer");
    let told: BTreeSet<&str> = answer
        .places
        .iter()
        .map(|place| place.distinction.as_str())
        .collect();
    let expected = expected.iter().copied().collect();
    assert_eq!(told, expected, "{question}: {answer:#?}");
    if let Some(first) = answer.places.first() {
        assert_eq!(first.fingerprint, answer.quotes[0].fingerprint);
    }
}

fn first_place(files: &[(&str, &str)], question: &str) -> Option<String> {
    let folder = folder(files);
    let parsed = Question::parse(question).expect("a question");
    let answer = understood(folder.path()).answer(&parsed, 3);
    let answer = answer.expect("an answer");
    let first = answer.places.first();
    first.map(|place| place.distinction.clone())
}

#[test]
fn editions_are_told_by_what_differs_and_the_newest_is_first() {
    let files = [
        (
            "2025.md",
            "# Fees 2025\n\n## Rent of the hall\n\nThe rent of the hall is 30 euros a day.",
        ),
        (
            "2026.md",
            "# Fees 2026\n\n## Rent of the hall\n\nThe rent of the hall is 35 euros a day.",
        ),
        (
            "other.md",
            "# The garden\n\nTomatoes grow behind the shed, and nobody waters them.",
        ),
    ];
    let rent = "How much is the rent of the hall?";
    check(&files, rent, &["Fees 2026", "Fees 2025"]);
    let newest = first_place(&files, rent);
    assert_eq!(newest.as_deref(), Some("Fees 2026"));
    check(&files, "How much was the rent of the hall in 2025?", &[]);
    check(&files, "Where do tomatoes grow?", &[]);
}

#[test]
fn sections_of_one_document_are_told_by_their_headings() {
    let files = [(
        "classes.md",
        "# Les classes\n\n## Mage\n\n### Santé\n\nLa santé de départ est de 80 points.\n\n### Sorts\n\nLe mage \
         connaît trois sorts.\n\n## Rôdeur\n\n### Santé\n\nLa santé de départ est de 110 points.\n\n### Arcs\n\nLe \
         rôdeur porte un arc long.",
    )];
    check(
        &files,
        "Quelle est la santé de départ ?",
        &["Mage", "Rôdeur"],
    );
    check(&files, "Quelle est la santé de départ du rôdeur ?", &[]);
}
