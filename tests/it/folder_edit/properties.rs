//! What holds for any changes of the folder, and any name.

use std::collections::BTreeSet;

use proptest::prelude::*;
use verbatim::corpus;
use verbatim::folder_edit::{LONGEST_NAME, sanitized};

use super::{CATS, Place};
use crate::support::LIMITS;

#[derive(Debug, Clone)]
enum Change {
    Add(usize, usize),
    Replace(usize, usize),
    Remove(usize),
    Restore(usize),
}

fn changes() -> impl Strategy<Value = Vec<Change>> {
    let change = prop_oneof![
        (0..4_usize, 0..6_usize).prop_map(|(name, text)| Change::Add(name, text)),
        (0..4_usize, 0..6_usize).prop_map(|(name, text)| Change::Replace(name, text)),
        (0..4_usize).prop_map(Change::Remove),
        (0..5_usize).prop_map(Change::Restore),
    ];
    prop::collection::vec(change, 0..20)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(40))]

    #[test]
    fn nothing_that_was_ever_stored_is_lost(changes in changes()) {
        const NAMES: [&str; 4] = ["cats.md", "a.md", "b.txt", "c.html"];
        let place = Place::new();
        let mut stored = BTreeSet::from([CATS.to_vec()]);
        for (stamp, change) in changes.into_iter().enumerate() {
            // Some changes fall into the same second.
            let stamp = stamp as u64 / 2;
            let text = |n: usize| format!("<p>Edition {n} of a text that is long enough to be one, wherever it stands.").into_bytes();
            let new = match change {
                Change::Add(name, n) => place.editor.add(NAMES[name], &text(n)).ok().map(|_| text(n)),
                Change::Replace(name, n) => place.editor.replace(NAMES[name], &text(n), stamp).ok().map(|_| text(n)),
                Change::Remove(name) => place.editor.remove(NAMES[name], stamp).ok().map(|_| CATS.to_vec()),
                Change::Restore(n) => {
                    let trash = place.editor.trash().expect("the trash");
                    trash.get(n).and_then(|entry| place.editor.restore(&entry.id).ok()).map(|_| CATS.to_vec())
                }
            };
            stored.extend(new);
            let there: BTreeSet<Vec<u8>> = Place::everything(place.home.path()).into_iter().map(|(_, bytes)| bytes).collect();
            prop_assert_eq!(&there, &stored);
            let loaded = corpus::load(&place.at(""), LIMITS).expect("the folder loads");
            // Two of them may say the same.
            prop_assert!(loaded.problems.iter().all(|problem| problem.message.contains("has the same text as")));
            let listed = place.editor.list().expect("a list").len() + place.editor.trash().expect("the trash").len();
            prop_assert_eq!(listed, Place::everything(place.home.path()).len());
        }
    }

    #[test]
    fn a_sanitised_name_stays_as_it_is(name in "\\PC{0,60}(\\.(md|txt|HTML))?") {
        if let Ok(first) = sanitized(&name) {
            prop_assert!(first.len() <= LONGEST_NAME);
            prop_assert!(!first.starts_with('.') && !first.contains(['/', '\\']));
            let again = sanitized(&first);
            prop_assert_eq!(again.as_deref(), Ok(first.as_str()));
        }
    }
}
