//! Whatever bits of the journal are flipped or missing, it opens, works, and has what was written
//! before the damage, or is kept aside.

use std::fs;
use std::path::Path;

use tempfile::TempDir;
use verbatim::journal::{Change, FolderAction, Journal, PassageKey, Vote};

use super::file::{COMMANDS, file, filled, folder};
use super::{NOON, POLICY, ask, list, open};
use crate::support::Dice;

/// Opens what is in a folder and does everything that can be done with it.
#[track_caller]
fn check_works(folder: &Path, case: &str) {
    let (journal, _) = Journal::open(folder, POLICY, NOON);
    let done = |result: Result<(), verbatim::journal::JournalError>| {
        assert!(result.is_ok(), "{case}: {result:?}");
    };
    done(journal.gaps(usize::MAX).map(drop));
    done(journal.votes(usize::MAX).map(drop));
    done(journal.changes(usize::MAX).map(drop));
    ask(&journal, "unmistakable question 7", None, NOON);
    ask(&journal, "after all?", None, NOON);
    let passage = PassageKey::new("unmistakable.md", "text", 1);
    done(journal.vote(&passage, None, Some(Vote::Down), NOON));
    done(journal.set_channel(5, COMMANDS));
    done(journal.record_change(&Change {
        moment: NOON,
        member: 1,
        action: FolderAction::Removed,
        path: "a.md".to_owned(),
        trash: Some("1-1".to_owned()),
    }));
    let gaps = journal.gaps(usize::MAX).expect(case);
    assert!(
        gaps.iter().any(|gap| gap.question == "after all?"),
        "{case}"
    );
    done(journal.settle(gaps[0].id).map(drop));
    done(journal.purge().map(drop));
}

/// A folder with these bytes as its journal and as the log of it.
fn with(bytes: &[u8], log: Option<&[u8]>) -> TempDir {
    let folder = folder();
    fs::write(file(&folder), bytes).expect("a file");
    if let Some(log) = log {
        fs::write(folder.path().join("journal.db-wal"), log).expect("a log");
    }
    folder
}

#[test]
fn any_flipped_bit_or_missing_end_leaves_a_journal_that_works() {
    let whole = fs::read(file(&filled())).expect("a file");
    let mut dice = Dice::of(11);
    for _ in 0..120 {
        let mut flipped = whole.clone();
        let at = dice.below(flipped.len());
        flipped[at] ^= 1 << dice.below(8);
        check_works(
            with(&flipped, None).path(),
            &format!("byte {at} of the file"),
        );
    }
    for _ in 0..30 {
        let length = dice.below(whole.len());
        let case = format!("{length} bytes of the file");
        check_works(with(&whole[..length], None).path(), &case);
    }
}

/// What is in the log is read up to the damage: of the questions those that were asked first.
#[test]
fn a_damaged_log_costs_what_was_written_last() {
    let running = folder();
    let journal = open(running.path(), POLICY, NOON);
    let asked: Vec<String> = (0..20).map(|number| format!("question {number}")).collect();
    for question in &asked {
        ask(&journal, question, None, NOON);
    }
    let whole = fs::read(file(&running)).expect("a file");
    let log = fs::read(running.path().join("journal.db-wal")).expect("a log");
    let mut dice = Dice::of(12);
    let mut kept = Vec::new();
    for round in 0..60 {
        let (at, mut damaged) = (dice.below(log.len()), log.clone());
        if round % 2 == 0 {
            damaged.truncate(at);
        } else {
            damaged[at] ^= 1 << dice.below(8);
        }
        let folder = with(&whole, Some(&damaged));
        let (journal, problem) = Journal::open(folder.path(), POLICY, NOON);
        assert!(problem.is_none(), "{at}: {problem:?}");
        let mut found: Vec<String> = list(&journal).into_iter().map(|(asked, _)| asked).collect();
        found.sort_by_key(|question| asked.iter().position(|other| other == question));
        assert_eq!(found, asked[..found.len()], "{at}");
        kept.push(found.len());
        drop(journal);
        check_works(folder.path(), &format!("byte {at} of the log"));
    }
    assert!(
        kept.iter().any(|count| (1..asked.len()).contains(count)),
        "{kept:?}"
    );
}
