//! The journal's file: damaged, locked, foreign or not there, it stops nothing.

use std::fs;
use std::os::unix::fs::{MetadataExt, PermissionsExt};
use std::path::{Path, PathBuf};
use std::thread;

use rusqlite::Connection;
use tempfile::TempDir;
use verbatim::journal::{
    ChannelSettings, Journal, JournalError, JournalProblem, Mode, PassageKey, Vote,
};

use super::{NOON, POLICY, ask, days_later, list, open};

pub const COMMANDS: ChannelSettings = ChannelSettings {
    mode: Mode::Commands,
    place: verbatim::journal::AnswerPlace::Thread,
    private: true,
};

pub fn folder() -> TempDir {
    tempfile::tempdir().expect("a folder")
}

pub fn file(folder: &TempDir) -> PathBuf {
    folder.path().join("journal.db")
}

/// The journal of a folder with something of everything in it, closed.
pub fn filled() -> TempDir {
    let folder = folder();
    let journal = open(folder.path(), POLICY, NOON);
    for number in 0..200 {
        ask(
            &journal,
            &format!("unmistakable question {number}"),
            None,
            NOON,
        );
    }
    let passage = PassageKey::new("unmistakable.md", "text", 1);
    journal
        .vote(&passage, None, Some(Vote::Up), NOON)
        .expect("a vote");
    journal.set_channel(5, COMMANDS).expect("settings");
    folder
}

/// Writes and reads whatever there is; nothing of it may fail.
#[track_caller]
pub fn check_works(journal: &Journal) {
    ask(journal, "after all?", None, NOON);
    assert!(list(journal).contains(&("after all?".to_owned(), 1)));
    journal.set_channel(9, COMMANDS).expect("settings");
    assert_eq!(journal.channel(9), COMMANDS);
    let passage = PassageKey::new("a.md", "text", 1);
    journal
        .vote(&passage, None, Some(Vote::Up), NOON)
        .expect("a vote");
    let votes = journal.votes(10).expect("votes");
    assert!(votes.iter().any(|votes| votes.passage == passage));
    assert!(journal.changes(10).expect("changes").is_empty());
}

/// All bytes of all files in a folder.
fn bytes(folder: &Path) -> Vec<u8> {
    let entries = fs::read_dir(folder).expect("a folder");
    entries
        .map(|entry| entry.expect("an entry").path())
        .flat_map(|file| fs::read(file).expect("a file"))
        .collect()
}

pub fn holds(folder: &Path, text: &str) -> bool {
    bytes(folder)
        .windows(text.len())
        .any(|part| part == text.as_bytes())
}

#[test]
fn a_damaged_file_is_moved_aside_and_a_new_one_begun() {
    let whole = fs::read(file(&filled())).expect("a file");
    let mut flipped = whole.clone();
    for byte in &mut flipped[4096..] {
        *byte ^= 0x55;
    }
    let rows = [
        b"garbage".repeat(1000),
        whole[..whole.len() / 2].to_vec(),
        whole[..5000].to_vec(),
        whole[..50].to_vec(),
        flipped,
        [&whole[..16], &[0xff; 5000]].concat(),
    ];
    let folder = folder();
    for (number, damaged) in (1..).zip(rows) {
        fs::write(file(&folder), &damaged).expect("damage");
        // A log that was left behind must not come into the new file.
        fs::write(folder.path().join("journal.db-wal"), b"left behind").expect("a log");
        let (journal, problem) = Journal::open(folder.path(), POLICY, NOON);
        let Some(JournalProblem::Damaged { path, aside }) = &problem else {
            panic!("{number}: {problem:?}");
        };
        assert_eq!(*path, file(&folder));
        let name = match number {
            1 => "journal.db.damaged".to_owned(),
            _ => format!("journal.db.damaged.{number}"),
        };
        assert_eq!(*aside, folder.path().join(name));
        assert_eq!(fs::read(aside).expect("kept"), damaged, "byte for byte");
        assert!(journal.is_persistent());
        check_works(&journal);
        drop(journal);
        assert!(!list(&open(folder.path(), POLICY, NOON)).is_empty());
    }
}

#[test]
fn a_folder_in_its_place_is_moved_aside() {
    let folder = folder();
    fs::create_dir(file(&folder)).expect("a folder");
    let (journal, problem) = Journal::open(folder.path(), POLICY, NOON);
    assert!(
        matches!(problem, Some(JournalProblem::Damaged { .. })),
        "{problem:?}"
    );
    check_works(&journal);
    assert!(file(&folder).is_file());
}

#[test]
fn a_journal_without_its_tables_is_damaged() {
    let folder = filled();
    let other = Connection::open(file(&folder)).expect("a file");
    other.execute_batch("DROP TABLE votes").expect("damage");
    drop(other);
    let (journal, problem) = Journal::open(folder.path(), POLICY, NOON);
    assert!(
        matches!(problem, Some(JournalProblem::Damaged { .. })),
        "{problem:?}"
    );
    check_works(&journal);
}

#[test]
fn settings_that_nobody_wrote_count_as_not_set() {
    let folder = filled();
    let other = Connection::open(file(&folder)).expect("a file");
    other
        .execute_batch(
            "INSERT INTO channels VALUES (6, 'sometimes', 'here', 0), (7, 'off', '', 0),
                 (8, CAST(x'ff' AS TEXT), 'here', 0);
             INSERT INTO changes (moment, member, action, path) VALUES (0, 1, 'eaten', 'x');
             INSERT INTO votes VALUES ('x', x'00', -1, -1, 99999999999, 9223372036854775807);
             INSERT INTO changes (moment, member, action, path, trash)
                 VALUES (1795348800, 1, 'added', CAST(x'61ff' AS TEXT), CAST(x'ff' AS TEXT));
             UPDATE gaps SET count = -5, last = 9223372036854775807, language = 'klingon',
                 question = CAST(x'61ff' AS TEXT), verdict = 'perhaps'",
        )
        .expect("damage");
    let journal = open(folder.path(), POLICY, NOON);
    assert_eq!(journal.channel(5), COMMANDS);
    for id in [6, 7, 8] {
        assert_eq!(journal.channel(id), ChannelSettings::default());
    }
    let changes = journal.changes(10).expect("changes");
    let told: Vec<_> = changes
        .iter()
        .map(|change| (change.path.as_str(), change.trash.as_deref()))
        .collect();
    assert_eq!(
        told,
        [("a\u{fffd}", None)],
        "no text is read as far as it is one"
    );
    assert_eq!(journal.votes(10).expect("votes").len(), 1);
    let gap = &journal.gaps(1).expect("gaps")[0];
    assert_eq!((gap.count, gap.language, gap.date.as_str()), (0, None, ""));
    assert_eq!(gap.question, "a\u{fffd}");
}

#[test]
fn what_is_not_this_version_s_own_is_left_alone() {
    let check = |made: &str, expected: fn(&JournalProblem) -> bool| {
        let folder = filled();
        let other = Connection::open(file(&folder)).expect("a file");
        other.execute_batch(made).expect(made);
        drop(other);
        let before = fs::read(file(&folder)).expect("a file");
        fs::set_permissions(file(&folder), fs::Permissions::from_mode(0o644)).expect("a mode");
        let (journal, problem) = Journal::open(folder.path(), POLICY, days_later(100));
        assert!(
            problem.as_ref().is_some_and(expected),
            "{made}: {problem:?}"
        );
        assert!(!journal.is_persistent());
        assert_eq!(journal.channel(5), ChannelSettings::default());
        check_works(&journal);
        drop(journal);
        assert_eq!(fs::read(file(&folder)).expect("a file"), before, "{made}");
        let mode = fs::metadata(file(&folder)).expect("metadata").mode();
        assert_eq!(mode & 0o777, 0o644, "{made}");
    };
    check("PRAGMA user_version = 2", |problem| {
        matches!(problem, JournalProblem::Newer { found: 2, .. })
    });
    check("PRAGMA application_id = 77", |problem| {
        matches!(problem, JournalProblem::Foreign { .. })
    });
    check("PRAGMA user_version = 0", |problem| {
        matches!(problem, JournalProblem::Foreign { .. })
    });
}

#[test]
fn where_nothing_can_be_written_memory_steps_in() {
    let folder = folder();
    fs::write(folder.path().join("file"), "not a folder").expect("a file");
    let (journal, problem) = Journal::open(&folder.path().join("file/data"), POLICY, NOON);
    let problem = problem.expect("a problem");
    assert!(
        matches!(problem, JournalProblem::Unusable { .. }),
        "{problem:?}"
    );
    let told = problem.to_string();
    assert!(
        told.contains("file/data/journal.db` cannot be used: "),
        "{told}"
    );
    assert!(!journal.is_persistent());
    check_works(&journal);
}

#[test]
fn a_locked_file_fails_a_write_and_nothing_else() {
    let folder = filled();
    let journal = open(folder.path(), POLICY, NOON);
    let mut other = Connection::open(file(&folder)).expect("a file");
    let lock = || rusqlite::TransactionBehavior::Immediate;
    let held = other.transaction_with_behavior(lock()).expect("a lock");
    let refused = |result: Result<(), JournalError>| {
        assert!(matches!(result, Err(JournalError::Locked)), "{result:?}");
    };
    refused(journal.set_channel(5, ChannelSettings::default()));
    let passage = PassageKey::new("a.md", "text", 1);
    refused(journal.vote(&passage, None, Some(Vote::Up), NOON));
    refused(journal.settle(1).map(drop));
    refused(journal.purge().map(drop));
    assert_eq!(journal.channel(5), COMMANDS, "the old settings stay");
    assert_eq!(list(&journal).len(), 200);
    // Whoever opens it now can read, and is told what could not be deleted.
    let (second, problem) = Journal::open(folder.path(), POLICY, days_later(100));
    assert!(
        matches!(problem, Some(JournalProblem::NotPruned { .. })),
        "{problem:?}"
    );
    assert!(second.is_persistent());
    assert_eq!(second.channel(5), COMMANDS);
    drop(held);
    check_works(&journal);
    ask(&second, "later", None, days_later(100));
    assert_eq!(
        list(&second),
        [("later".to_owned(), 1)],
        "deleted with the next write"
    );
}

#[test]
fn a_file_that_is_held_altogether_is_left_and_told() {
    let folder = filled();
    let other = Connection::open(file(&folder)).expect("a file");
    other
        .execute_batch("PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE; DELETE FROM changes")
        .expect("a lock");
    let (journal, problem) = Journal::open(folder.path(), POLICY, NOON);
    let told = problem.expect("a problem").to_string();
    assert!(told.contains("another program has locked it"), "{told}");
    assert!(!journal.is_persistent());
    check_works(&journal);
}

#[test]
fn only_the_program_s_user_may_read_the_file() {
    let folder = folder();
    fs::write(file(&folder), "").expect("a file");
    fs::set_permissions(file(&folder), fs::Permissions::from_mode(0o644)).expect("a mode");
    for _ in 0..2 {
        let journal = open(folder.path(), POLICY, NOON);
        ask(&journal, "who?", None, NOON);
        for entry in fs::read_dir(folder.path()).expect("a folder") {
            let entry = entry.expect("an entry");
            let mode = entry.metadata().expect("metadata").permissions().mode();
            assert_eq!(mode & 0o777, 0o600, "{}", entry.path().display());
        }
        drop(journal);
        // One that is there already, with others let in.
        fs::set_permissions(file(&folder), fs::Permissions::from_mode(0o644)).expect("a mode");
    }
}

#[test]
fn threads_and_programs_share_a_file() {
    let folder = folder();
    let (one, other) = (
        open(folder.path(), POLICY, NOON),
        open(folder.path(), POLICY, NOON),
    );
    thread::scope(|threads| {
        for journal in [&one, &one, &other] {
            threads.spawn(move || {
                for number in 0..20_u64 {
                    ask(journal, &format!("question {}", number % 5), None, NOON);
                    journal.set_channel(number, COMMANDS).expect("settings");
                }
            });
        }
    });
    let mut asked = list(&one);
    asked.sort();
    let expected = [0, 1, 2, 3, 4].map(|number| (format!("question {number}"), 12));
    assert_eq!(asked, expected);
    assert_eq!(one.channel(19), COMMANDS);
}
