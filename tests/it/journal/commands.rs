//! The commands that print the journal and purge it.

use std::fs;
use std::path::Path;

use verbatim::journal::{Journal, PassageKey, Vote};

use super::file::holds;
use super::{NOON, POLICY, ask, open};
use crate::support::{Program, said};

const NO_GAPS: &str = "id,question,language,count,last,verdict,guilds\n";

/// What a purge says.
fn deleted(gaps: usize, votes: usize, damaged: usize) -> String {
    format!(
        "Deleted from `data`: questions {gaps}, passages with votes {votes}, damaged files {damaged}.\n"
    )
}

/// A bot's journal with questions and a vote, which were of that noon.
fn filled(data: &Path) -> Journal {
    let policy = verbatim::journal::Policy {
        days: 3650,
        ..POLICY
    };
    let bot = open(data, policy, NOON);
    ask(&bot, "Où ?", None, NOON);
    ask(&bot, "ou", None, NOON);
    ask(&bot, "=cmd", None, NOON);
    let passage = PassageKey::new("a.md", "text", 1);
    bot.vote(&passage, None, Some(Vote::Down), NOON)
        .expect("a vote");
    bot
}

#[test]
fn the_commands_export_and_purge() {
    let program = Program::new();
    // However old what is kept is, a look deletes none of it.
    let journal = |args: &[&str]| {
        let args = [&["journal"], args].concat();
        said(program.command(&args).env("JOURNAL_DAYS", "1"))
    };
    let _bot = filled(&program.folder().join("data"));
    let gaps = "1,Où ?,en,2,2026-11-22,none,\n2,'=cmd,en,1,2026-11-22,none,\n";
    for _ in 0..2 {
        assert_eq!(journal(&["export"]).out, format!("{NO_GAPS}{gaps}"));
        let votes = journal(&["export", "--votes"]);
        assert!(votes.out.ends_with(",0,1,2026-11-22\n"), "{}", votes.out);
    }
    let off = journal(&["export", "--journal", "off"]);
    assert_eq!((off.code, off.out.as_str()), (2, ""));
    assert!(off.err.contains("JOURNAL is off"), "{}", off.err);

    let purge = said(program.command(&["journal", "purge"]).env("JOURNAL", "off"));
    assert_eq!((purge.code, purge.out), (0, deleted(2, 1, 0)));
    assert_eq!(journal(&["export"]).out, NO_GAPS);
    assert_eq!(journal(&["purge"]).out, deleted(0, 0, 0));
}

#[test]
fn the_commands_say_when_there_is_no_journal_to_be_had() {
    let program = Program::new();
    let data = program.folder().join("data");
    fs::write(program.folder().join("file"), "").expect("a file");
    std::os::unix::fs::symlink("round", program.folder().join("round")).expect("a link");
    let check = |data: &str, told: &str| {
        for args in [["journal", "export"], ["journal", "purge"]] {
            let said = said(program.command(&args).env("DATA_DIR", data));
            assert_eq!((said.code, said.out.as_str()), (2, ""), "{data}");
            assert!(said.err.contains(told), "{data}: {}", said.err);
        }
    };
    check("data", "no journal in `data`");
    assert!(!data.exists(), "looking makes nothing");
    fs::create_dir(&data).expect("a folder");
    fs::write(data.join("vectors.bin"), "").expect("a file");
    check("data", "no journal in `data`");
    check("file", "`file/journal.db` cannot be used: ");
    check("round", "`round/journal.db` cannot be used: ");

    drop(open(&data, POLICY, NOON));
    let file = rusqlite::Connection::open(data.join("journal.db")).expect("a file");
    file.execute_batch("PRAGMA user_version = 99")
        .expect("newer");
    drop(file);
    let aside = data.join("journal.db.damaged");
    fs::write(&aside, "damaged").expect("a file");
    let exported = said(&mut program.command(&["journal", "export"]));
    let told = "newer version of the program (schema 99); it is left unchanged\n";
    assert!(exported.err.ends_with(told), "{}", exported.err);
    assert!(aside.exists());
    check("data", "newer version");
    assert!(!aside.exists(), "what is ours is deleted all the same");

    fs::write(data.join("journal.db"), "garbage".repeat(100)).expect("damage");
    fs::write(data.join("journal.db-wal"), "log").expect("a log");
    let exported = said(&mut program.command(&["journal", "export"]));
    assert_eq!((exported.code, exported.out.as_str()), (2, ""));
    let log = fs::read(data.join("journal.db-wal")).expect("the log is there");
    assert_eq!(log, b"log");
    assert!(
        exported.err.contains("is damaged; the bot replaces it"),
        "{}",
        exported.err
    );
    assert!(!aside.exists() && data.join("journal.db").exists());
    let purged = said(&mut program.command(&["journal", "purge"]));
    assert_eq!(
        (purged.code, purged.out),
        (0, deleted(0, 0, 1)),
        "{}",
        purged.err
    );
    assert!(!aside.exists() && !data.join("journal.db").exists());
}

#[test]
fn a_purge_takes_what_earlier_journals_left() {
    for name in [
        "journal.db.damaged",
        "journal.db.damaged.12",
        "journal.db-wal",
    ] {
        let program = Program::new();
        let data = program.folder().join("data");
        fs::create_dir(&data).expect("a folder");
        fs::write(data.join(name), "unmistakable").expect("a file");
        let purge = || said(&mut program.command(&["journal", "purge"]));
        let purged = purge();
        assert_eq!((purged.code, purged.out), (0, deleted(0, 0, 1)), "{name}");
        assert!(!holds(&data, "unmistakable"), "{name}");
        assert!(purge().err.contains("no journal in `data`"), "{name}");
        // The log of a journal that is there belongs to it.
        let _bot = filled(&data);
        assert_eq!(purge().out, deleted(2, 1, 0), "{name}");
    }
}

#[test]
fn a_purge_beside_a_reader_says_to_do_it_again() {
    let program = Program::new();
    let data = program.folder().join("data");
    let bot = filled(&data);
    fs::write(data.join("journal.db.damaged"), "damaged").expect("a file");
    let reader = rusqlite::Connection::open(data.join("journal.db")).expect("a file");
    let read = "BEGIN; SELECT count(*) FROM gaps";
    reader.execute_batch(read).expect("a look");
    let purge = || said(&mut program.command(&["journal", "purge"]));
    let hindered = purge();
    assert_eq!(hindered.code, 2, "{}", hindered.out);
    assert!(hindered.err.contains("purge again"), "{}", hindered.err);
    assert!(bot.gaps(1).expect("gaps").is_empty());
    assert!(!data.join("journal.db.damaged").exists());
    drop(reader);
    assert_eq!(purge().out, deleted(0, 0, 0));
    assert!(!holds(&data, "=cmd"));
}
