//! The journal as a table, and the commands that print and purge it.

use std::fs;

use proptest::prelude::*;
use verbatim::answer::Verdict;
use verbatim::journal::{Gap, Moment, PassageKey, Vote, Votes, export};

use super::{NOON, POLICY, ask, open};
use crate::support::{Program, said};

fn gap(question: &str) -> Gap {
    Gap {
        id: 1,
        question: question.to_owned(),
        language: None,
        verdict: Verdict::None,
        count: 2,
        last: Moment(0),
        date: "1970-01-01".to_owned(),
        guilds: vec![3, 4],
    }
}

fn table(question: &str) -> String {
    let mut out = Vec::new();
    export::gaps(&[gap(question)], &mut out).expect("a table");
    String::from_utf8(out).expect("UTF-8")
}

/// The question's cell, as a program that knows nothing of formulas reads it.
fn cell(table: &str) -> String {
    let mut reader = csv::Reader::from_reader(table.as_bytes());
    let rows: Vec<csv::StringRecord> = reader.records().collect::<Result<_, _>>().expect("rows");
    assert_eq!(rows.len(), 1, "{table}");
    assert_eq!(rows[0].len(), export::GAP_COLUMNS.len());
    rows[0][1].to_owned()
}

#[test]
fn no_cell_is_a_formula() {
    let rows = [
        ("Who?", "Who?"),
        ("=1+1", "'=1+1"),
        ("+1", "'+1"),
        ("-1", "'-1"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("\t=1", "'\t=1"),
        ("\r\n =1", "'\r\n =1"),
        ("\u{a0}＝1", "'\u{a0}＝1"),
        ("'tis so", "''tis so"),
        ("\"=1\",\n2", "\"=1\",\n2"),
        ("", ""),
    ];
    for (question, expected) in rows {
        assert_eq!(cell(&table(question)), expected, "{question:?}");
    }
    let line = "1,\"a \"\"b\"\", c\",,2,1970-01-01,none,3 4\n";
    let header = "id,question,language,count,last,verdict,guilds\n";
    assert_eq!(table("a \"b\", c"), format!("{header}{line}"));
}

proptest! {
    #[test]
    fn what_goes_into_a_table_comes_out_of_it(question in any::<String>(), start in "[-=+@'\\s]{0,2}") {
        let question = format!("{start}{question}");
        let cell = cell(&table(&question));
        prop_assert_eq!(cell.strip_prefix('\'').unwrap_or(&cell), &question);
        let visible = cell.trim_start_matches(|c: char| c.is_whitespace() || c.is_control());
        prop_assert!(!visible.starts_with(['=', '+', '-', '@']));
    }
}

#[test]
fn votes_are_a_table_too() {
    let votes = Votes {
        passage: PassageKey {
            document: "-a, b.md".to_owned(),
            digest: [1; 16],
            paragraph: 2,
        },
        up: 3,
        down: 4,
        last: Moment(0),
        date: "1970-01-01".to_owned(),
    };
    let mut out = Vec::new();
    export::votes(&[votes], &mut out).expect("a table");
    let digest = "01".repeat(16);
    let expected = format!(
        "document,paragraph,digest,up,down,last\n\"'-a, b.md\",2,{digest},3,4,1970-01-01\n"
    );
    assert_eq!(String::from_utf8(out).expect("UTF-8"), expected);
}

const NO_GAPS: &str = "id,question,language,count,last,verdict,guilds\n";
const NOTHING: &str = "Deleted: questions 0, passages with votes 0, damaged files 0.\n";

#[test]
fn the_commands_export_and_purge() {
    let program = Program::new();
    let data = program.folder().join("data");
    let journal = |args: &[&str]| {
        let args = [&["journal"], args].concat();
        // What the test wrote is of another day than today.
        said(program.command(&args).env("JOURNAL_DAYS", "3650"))
    };
    assert_eq!(journal(&["export"]).out, NO_GAPS);
    assert_eq!(journal(&["purge"]).out, NOTHING);
    assert!(!data.exists(), "looking makes nothing");

    let policy = verbatim::journal::Policy {
        days: 3650,
        ..POLICY
    };
    let bot = open(&data, policy, NOON);
    ask(&bot, "Où ?", None, NOON);
    ask(&bot, "ou", None, NOON);
    ask(&bot, "=cmd", None, NOON);
    let passage = PassageKey::new("a.md", "text", 1);
    bot.vote(&passage, None, Some(Vote::Down), NOON)
        .expect("a vote");

    let gaps = "1,Où ?,en,2,2026-11-22,none,\n2,'=cmd,en,1,2026-11-22,none,\n";
    assert_eq!(journal(&["export"]).out, format!("{NO_GAPS}{gaps}"));
    let votes = journal(&["export", "--votes"]);
    assert!(votes.out.ends_with(",0,1,2026-11-22\n"), "{}", votes.out);
    let off = journal(&["export", "--journal", "off"]);
    assert_eq!((off.code, off.out.as_str()), (2, ""));
    assert!(off.err.contains("JOURNAL is off"), "{}", off.err);

    let purge = journal(&["purge", "--journal", "off"]);
    let deleted = "Deleted: questions 2, passages with votes 1, damaged files 0.\n";
    assert_eq!(
        (purge.code, purge.out.as_str()),
        (0, deleted),
        "{}",
        purge.err
    );
    assert_eq!(journal(&["export"]).out, NO_GAPS);
    assert_eq!(journal(&["purge"]).out, NOTHING);
}

#[test]
fn the_commands_say_when_there_is_no_journal_to_be_had() {
    let program = Program::new();
    let data = program.folder().join("data");
    drop(open(&data, POLICY, NOON));
    let file = rusqlite::Connection::open(data.join("journal.db")).expect("a file");
    file.execute_batch("PRAGMA user_version = 99")
        .expect("newer");
    drop(file);
    for args in [["journal", "export"], ["journal", "purge"]] {
        let said = said(&mut program.command(&args));
        assert_eq!((said.code, said.out.as_str()), (2, ""), "{}", said.err);
        assert!(said.err.contains("newer version"), "{}", said.err);
    }
    fs::write(data.join("journal.db"), "garbage".repeat(100)).expect("damage");
    let exported = said(&mut program.command(&["journal", "export"]));
    assert_eq!((exported.code, exported.out.as_str()), (0, NO_GAPS));
    assert!(exported.err.starts_with("warning: "), "{}", exported.err);
    assert!(data.join("journal.db.damaged").exists());
}
