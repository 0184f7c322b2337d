//! `verbatim eval`: figures, floors, and what is wrong with a file of labelled questions.

use std::fs;

use serde_json::{Value, json};

use crate::support::{Program, Said, said, write};

/// Labelled questions on the article: two it answers, one it does not.
const QRELS: &str = r#"{"id": "1", "lang": "fr", "question": "Qui a lancé l'organisation ?", "relevant": [{"document": "la-chine-defie-les-etats-unis-ia.md", "paragraph": 1}], "answer": "Pékin a lancé"}

{"id": "2", "lang": "fr", "question": "Qui est Li Qiang ?", "relevant": [{"document": "la-chine-defie-les-etats-unis-ia.md", "paragraph": 2}], "answer": null}
{"id": "3", "lang": "en", "question": "What is the capital of Australia?", "relevant": [], "answer": null}
"#;

/// Evaluates the article with these labelled questions.
fn eval(qrels: &str, args: &[&str]) -> Said {
    let program = Program::new();
    write(program.folder(), "qrels.jsonl", qrels);
    said(&mut program.command(&[&["eval", "qrels.jsonl"], args].concat()))
}

#[track_caller]
fn check_refused(qrels: &str, args: &[&str], message: &str) {
    let failed = eval(qrels, args);
    assert_eq!(failed.code, 2);
    assert!(failed.err.contains(message), "{}", failed.err);
}

#[test]
fn eval_measures_and_checks_floors() {
    let json = eval(QRELS, &["--json"]);
    assert_eq!(json.code, 0, "{}", json.err);
    let figures: Value = serde_json::from_str(&json.out).expect("an object");
    let perfect = json!({
        "questions": 3, "answerable": 2, "recall@1": 1.0, "recall@5": 1.0, "mrr": 1.0,
        "sentence@1": 1.0, "auroc": 1.0, "answered": 1.0, "kept@5%false": 1.0,
        "false_answers": 0.0,
    });
    assert_eq!(figures["overall"], perfect);
    assert_eq!(figures["by_language"]["fr"]["auroc"], Value::Null);
    assert_eq!(figures["by_language"]["en"]["false_answers"], 0.0);
    let table = eval(QRELS, &[]);
    assert!(
        table.out.lines().any(|line| line.starts_with("all ")),
        "{}",
        table.out
    );

    assert_eq!(eval(QRELS, &["--min", "recall@1=1", "mrr=0.9"]).code, 0);
    let low = eval(
        &QRELS.replace("\"paragraph\": 2", "\"paragraph\": 3"),
        &["--min", "recall@1=0.9"],
    );
    assert_eq!(low.code, 1);
    assert!(
        low.err.contains("recall@1 is 0.500, below its floor 0.9"),
        "{}",
        low.err
    );
    assert_eq!(eval(QRELS, &["--max", "false_answers=0"]).code, 0);
}

#[test]
fn labels_by_paragraph_that_cannot_be_right_are_told() {
    check_refused("{}\n", &[], "error: qrels.jsonl:1:2: missing field `id`\n");
    check_refused(
        &format!("{QRELS}nonsense\n"),
        &[],
        "error: qrels.jsonl:5:2: expected ident\n",
    );
    check_refused(
        &QRELS.replace("Qui est Li Qiang ?", "?"),
        &[],
        "error: qrels.jsonl:3: ",
    );
    // Nothing could find these, so they would count as answers that are missed.
    check_refused(
        &QRELS.replace("\"paragraph\": 2", "\"paragraph\": 10"),
        &[],
        "error: qrels.jsonl:3: the folder has no paragraph 10 of `la-chine",
    );
    check_refused(
        &QRELS.replace("ia.md\", \"paragraph\": 2", "ai.md\", \"paragraph\": 2"),
        &[],
        "error: qrels.jsonl:3: the folder has no paragraph 2 of `la-chine-defie-les-etats-unis-ai.md`",
    );
    check_refused(
        &QRELS.replace("\"paragraph\": 1", "\"paragraph\": 0"),
        &[],
        "error: qrels.jsonl:1: the folder has no paragraph 0 of",
    );
}

#[test]
fn bounds_are_for_figures_that_are_there() {
    check_refused(
        QRELS,
        &["--min", "beauty=1"],
        "`beauty` is not one of recall@1",
    );
    for value in ["much", "nan", "inf", "-inf", ""] {
        let refused = format!("`{value}` is not a number");
        check_refused(QRELS, &["--min", &format!("mrr={value}")], &refused);
    }
    check_refused(
        QRELS,
        &["--min", "false_answers=0.1"],
        "`false_answers` is better the lower it is, so give it a ceiling: --max false_answers=0.1",
    );
    check_refused(QRELS, &["--max", "mrr=0.1"], "so give it a floor: --min");
    check_refused(QRELS, &["--min", "mrr=75"], "`75` is not a share");
    check_refused(
        QRELS,
        &["--min", "quote@1=0.5"],
        "labels by paragraph do not give `quote@1`; they give recall@1",
    );
}

/// A shop that opens and closes; its questions are labelled by text.
const SHOP: &[(&str, &str)] = &[
    (
        "shop/knowledge/hours.md",
        "# Hours\n\nThe shop opens at nine.\n\nOn the way out:\n\n- lock the  back\n  door\n",
    ),
    (
        "shop/knowledge/cafe\u{301}.md",
        "# Caf\u{e9}\n\nThe cafe\u{301} roasts beans.\n",
    ),
];

/// Evaluates the shop with these questions, each an object without `id` and `lang`.
fn shop(questions: &[Value], args: &[&str]) -> Said {
    let program = Program::new();
    for (path, text) in SHOP {
        write(program.folder(), path, text);
    }
    let rows: Vec<String> = (1..)
        .zip(questions)
        .map(|(number, question)| {
            let mut question = question.clone();
            question["id"] = json!(format!("s-{number}"));
            question["lang"] = json!("en");
            question.to_string()
        })
        .collect();
    write(
        program.folder(),
        "shop/questions.jsonl",
        &(rows.join("\n") + "\n"),
    );
    said(&mut program.command(&[&["eval", "shop"], args].concat()))
}

fn asked(question: &str, kind: &str, answers: &Value) -> Value {
    json!({ "question": question, "kind": kind, "answers": answers })
}

#[test]
fn labels_by_text_give_their_figures() {
    let opens = json!([{ "document": "hours.md", "text": "opens  at nine" }]);
    let roasts = json!([{ "document": "caf\u{e9}.md", "text": "caf\u{e9} roasts" }]);
    let questions = [
        asked("When does the shop open?", "answerable", &opens),
        asked("Who roasts beans?", "answerable", &roasts),
        asked("shop cats", "on-topic", &json!([])),
        asked("Xyzzy?", "off-topic", &json!([])),
        // No question at all, which is as it should be.
        asked("\u{1f44d}", "off-topic", &json!([])),
    ];
    let done = shop(&questions, &["--json", "--max", "false-off=0", "length=30"]);
    assert_eq!(done.code, 0, "{}", done.err);
    let figures: Value = serde_json::from_str(&done.out).expect("an object");
    let overall = &figures["overall"];
    for (key, expected) in [
        ("questions", json!(5)),
        ("answerable", json!(2)),
        ("quote@1", json!(1.0)),
        ("quote@3", json!(1.0)),
        ("also@1", Value::Null),
        ("bold@1", json!(1.0)),
        ("answered", json!(1.0)),
        ("wrong", json!(0.0)),
        ("false-off", json!(0.0)),
        ("auroc-off", json!(1.0)),
        // Code points: the accent is one of its own in that document.
        ("length", json!(23.0)),
    ] {
        assert_eq!(overall[key], expected, "{key}");
    }
    assert_eq!(&figures["by_folder"]["shop"], overall);
    assert_eq!(&figures["by_language"]["en"], overall);

    let wrong = json!([{ "document": "hours.md", "text": "nine", "also": "On the way out:" }]);
    let questions = [asked("Who roasts beans?", "answerable", &wrong)];
    let missed = shop(&questions, &["--misses", "--min", "quote@1=0.5"]);
    assert_eq!(missed.code, 1);
    assert_eq!(missed.err, "quote@1 is 0.000, below its floor 0.5\n");
    for line in [
        "total",
        "wrong: s-1 (answerable) Who roasts beans?",
        "  expected: hours.md: nine (with: On the way out:)",
        "caf\u{e9}.md: The cafe\u{301} roasts beans.",
        "  bold: The cafe\u{301} roasts beans.",
    ] {
        let shown = missed.out.replace("cafe\u{301}.md", "caf\u{e9}.md");
        assert!(shown.contains(line), "{line}: {shown}");
    }
    let missed = shop(&questions, &["--misses", "--json"]);
    let figures: Value = serde_json::from_str(&missed.out).expect("an object");
    assert_eq!(figures["misses"][0]["fault"], "wrong");
    assert_eq!(
        figures["misses"][0]["quoted"],
        "The cafe\u{301} roasts beans."
    );
}

#[test]
fn labels_by_text_that_cannot_be_right_are_told() {
    let check = |question: Value, message: &str| {
        let right = json!([{ "document": "hours.md", "text": "lock the back door" }]);
        let first = asked("What is locked?", "answerable", &right);
        let failed = shop(&[first, question], &[]);
        assert_eq!(failed.code, 2, "{}", failed.out);
        let message = format!("error: shop/questions.jsonl:2:{message}");
        assert!(failed.err.starts_with(&message), "{}", failed.err);
    };
    let place = |document: &str, text: &str| json!([{ "document": document, "text": text }]);
    let right = || place("hours.md", "nine");
    let open = "When does the shop open?";
    check(
        asked(open, "answerable", &place("hour.md", "nine")),
        " the folder has no document `hour.md`: name it by its path",
    );
    for text in ["ten", "", " "] {
        check(
            asked(open, "answerable", &place("hours.md", text)),
            &format!(" `{text}` does not appear in `hours.md`: copy"),
        );
    }
    let also = json!([{ "document": "hours.md", "text": "nine", "also": "ten" }]);
    check(
        asked(open, "answerable", &also),
        " `ten` does not appear in",
    );
    check(
        asked(open, "answerable", &json!([])),
        " an `answerable` question needs `answers`",
    );
    check(
        asked(open, "off-topic", &right()),
        " an `off-topic` question has no answer: leave `answers` empty",
    );
    check(
        asked("?", "answerable", &right()),
        " the question has no words",
    );
    for kind in ["offtopic", "unanswerable", ""] {
        let question = asked(open, kind, &right());
        let failed = shop(&[question], &[]);
        let message = format!("unknown variant `{kind}`, expected one of `answerable`, `on-topic`");
        assert!(failed.err.contains(&message), "{}", failed.err);
        assert!(failed.err.starts_with("error: shop/questions.jsonl:1:"));
    }
    let mixed = json!({ "question": open, "relevant": [] });
    check(mixed, " `relevant` and `answers` give different figures");
    let both = json!({ "question": open, "relevant": [], "answers": [], "kind": "on-topic" });
    let failed = shop(&[both], &[]);
    assert!(
        failed.err.contains("unknown field `relevant`"),
        "{}",
        failed.err
    );
    let bound = shop(&[], &["--min", "quote@1=1"]);
    assert_eq!(bound.code, 2, "{}", bound.err);
}

#[test]
fn many_folders_are_rows_of_one_table() {
    let program = Program::new();
    for folder in ["all/b", "all/a", "other/a"] {
        let base = program.folder();
        write(
            base,
            &format!("{folder}/knowledge/a.md"),
            "Cats sleep by day.\n",
        );
        let row = r#"{"id": "1", "lang": "en", "question": "When do cats sleep?", "answers": [{"document": "a.md", "text": "by day"}], "kind": "answerable"}"#;
        write(base, &format!("{folder}/questions.jsonl"), row);
    }
    fs::create_dir_all(program.folder().join("all/empty")).expect("a folder");
    let check = |args: &[&str], code: i32, rows: &[&str], err: &str| {
        let done = said(&mut program.command(&[&["eval"], args].concat()));
        assert_eq!(done.code, code, "{}{}", done.out, done.err);
        let (table, spans) = done
            .out
            .split_once("answer spans: ")
            .unwrap_or((&done.out, ""));
        assert!(
            rows.is_empty() || spans.starts_with("shown 0"),
            "{}",
            done.out
        );
        let names = table.lines().filter_map(|line| line.split(' ').next());
        assert_eq!(names.collect::<Vec<_>>(), rows, "{args:?}");
        assert!(done.err.contains(err), "{}", done.err);
    };
    check(&["all"], 0, &["folder", "a", "b", "total"], "");
    check(&["all/b"], 0, &["folder", "b", "total"], "");
    let rows = ["folder", "all/a", "all/b", "other/a", "total"];
    check(&["other/a", "all"], 0, &rows, "");
    check(
        &["all", "all/a"],
        2,
        &[],
        "error: all/a: the folder is named twice",
    );
    check(
        &["all/empty"],
        2,
        &[],
        "error: all/empty: neither this folder nor one in it has",
    );
    check(&["nowhere"], 2, &[], "error: nowhere: No such file");
    check(&[], 2, &[], "required arguments were not provided");
    fs::remove_dir_all(program.folder().join("all/a/knowledge")).expect("removed");
    check(&["all"], 2, &[], "`all/a/knowledge` does not exist");
    // A file with such labels is asked of the articles, as others are.
    let args = ["all/b/questions.jsonl", "--knowledge", "all/b/knowledge"];
    check(&args, 0, &["language", "en", "all"], "");
}
