//! Questions: what is told of one stands in it, and it has an answer whatever it says.

use std::sync::LazyLock;

use verbatim::corpus::Limits;
use verbatim::library::Snapshot;
use verbatim::question::{AnswerType, Contact, Intent, Question, asks, gibberish};

/// A small folder that a question is asked of, and texts are looked for in.
pub(super) static KNOWLEDGE: LazyLock<Snapshot> = LazyLock::new(|| {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let shed = "# The boat shed\n\nThe shed is open from 10:00 to 18:00, except on Mondays. \
        A day costs 12 €; members pay half.\n\n\
        - Oars are in the “red” box.\n- Life-jackets: ask Ana (+33 1 23 45 67 89).\n";
    let maison = "# L'été à la maison\n\nL'école ferme le 4 août 2026. Le « goûter » est à 16 h.\n";
    std::fs::write(folder.path().join("shed.md"), shed).expect("a file");
    std::fs::write(folder.path().join("maison.txt"), maison).expect("a file");
    let limits = Limits {
        file_bytes: 1 << 20,
        files: 10,
    };
    Snapshot::build(folder.path(), limits, 1).expect("a corpus")
});

pub fn check(data: &[u8]) {
    let text = &*super::text(data);
    // Of any text something is told.
    let _ = (asks(text), gibberish(text));
    let _ = (Contact::asked_for(text), AnswerType::of(text));
    assert!(KNOWLEDGE.suggest(text, 25).len() <= 25);
    let Ok(question) = Question::parse(text) else {
        return;
    };
    let whole = question.text();
    assert_eq!(whole.trim(), whole);
    for part in question.asked().lines().chain(question.hint()) {
        assert!(whole.contains(part), "{part:?} is not in {whole:?}");
    }
    if let Intent::Overview { of: Some(of) } = question.intent() {
        assert!(whole.contains(of), "{of:?} is not in {whole:?}");
    }
    for range in Question::telling(whole) {
        assert!(whole.get(range.clone()).is_some(), "{range:?} is no slice");
    }
    let answer = KNOWLEDGE.answer(&question, 3).expect("an answer");
    assert_eq!(answer, KNOWLEDGE.answer(&question, 3).expect("the same"));
}
