//! The journal as a table.

use proptest::prelude::*;
use verbatim::answer::Verdict;
use verbatim::journal::{Gap, PassageKey, Timestamp, Votes, export};

fn gap(question: &str) -> Gap {
    Gap {
        id: 1,
        question: question.to_owned(),
        language: None,
        verdict: Verdict::None,
        count: 2,
        last: Timestamp(0),
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
        last: Timestamp(0),
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
