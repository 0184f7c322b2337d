//! `verbatim eval`: figures, floors, and what is wrong with a file of labelled questions.

use std::fs;

use serde_json::Value;

use crate::support::{Program, said};

/// Labelled questions on the article: two it answers, one it does not.
const QRELS: &str = r#"{"id": "1", "lang": "fr", "question": "Qui a lancé l'organisation ?", "relevant": [{"document": "la-chine-defie-les-etats-unis-ia.md", "paragraph": 1}], "answer": "Pékin a lancé"}

{"id": "2", "lang": "fr", "question": "Qui est Li Qiang ?", "relevant": [{"document": "la-chine-defie-les-etats-unis-ia.md", "paragraph": 2}], "answer": null}
{"id": "3", "lang": "en", "question": "What is the capital of Australia?", "relevant": [], "answer": null}
"#;

#[test]
fn eval_measures_and_checks_floors() {
    let program = Program::new();
    let eval = |qrels: &str, args: &[&str]| {
        fs::write(program.folder().join("qrels.jsonl"), qrels).expect("a file");
        let all: Vec<&str> = ["eval", "qrels.jsonl"]
            .iter()
            .chain(args)
            .copied()
            .collect();
        said(&mut program.command(&all))
    };
    let json = eval(QRELS, &["--json"]);
    assert_eq!(json.code, 0, "{}", json.err);
    let figures: Value = serde_json::from_str(&json.out).expect("an object");
    let perfect = serde_json::json!({
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

    let check = |qrels: &str, args: &[&str], message: &str| {
        let failed = eval(qrels, args);
        assert_eq!(failed.code, 2);
        assert!(failed.err.contains(message), "{}", failed.err);
    };
    check("{}\n", &[], "error: qrels.jsonl:1:2: missing field `id`\n");
    check(
        &format!("{QRELS}nonsense\n"),
        &[],
        "error: qrels.jsonl:5:2: expected ident\n",
    );
    check(
        &QRELS.replace("Qui est Li Qiang ?", "?"),
        &[],
        "error: qrels.jsonl:3: ",
    );
    // Nothing could find these, so they would count as answers that are missed.
    check(
        &QRELS.replace("\"paragraph\": 2", "\"paragraph\": 10"),
        &[],
        "error: qrels.jsonl:3: the folder has no paragraph 10 of `la-chine",
    );
    check(
        &QRELS.replace("ia.md\", \"paragraph\": 2", "ai.md\", \"paragraph\": 2"),
        &[],
        "error: qrels.jsonl:3: the folder has no paragraph 2 of `la-chine-defie-les-etats-unis-ai.md`",
    );
    check(
        &QRELS.replace("\"paragraph\": 1", "\"paragraph\": 0"),
        &[],
        "error: qrels.jsonl:1: the folder has no paragraph 0 of",
    );
    check(
        QRELS,
        &["--min", "beauty=1"],
        "`beauty` is none of recall@1",
    );
    for value in ["much", "nan", "inf", "-inf", ""] {
        let refused = format!("`{value}` is no number");
        check(QRELS, &["--min", &format!("mrr={value}")], &refused);
    }
    check(
        QRELS,
        &["--min", "false_answers=0.1"],
        "`false_answers` is better the lower it is",
    );
}
