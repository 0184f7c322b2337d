//! What an answer's confidence rests on, as `ask --explain` tells it.

use serde_json::Value;

use crate::support::{Program, said};

/// What `--explain` says of the confidence, for people; `lines` begin so, in this order.
#[track_caller]
fn check_explained(program: &Program, question: &str, lines: &[&str]) {
    let said = said(&mut program.command(&["ask", "--explain", "--top", "1", question]));
    let explained: Vec<&str> = said
        .out
        .lines()
        .skip_while(|line| !line.starts_with("confidence "))
        .map(str::trim)
        .filter(|line| !line.is_empty())
        .collect();
    assert_eq!(explained.len(), lines.len(), "{question}: {}", said.out);
    for (line, beginning) in explained.iter().zip(lines) {
        assert!(
            line.starts_with(beginning),
            "{question}: {line} for {beginning}"
        );
    }
}

#[test]
fn the_confidence_is_explained() {
    let by_words = Program::new();
    for (question, lines) in [
        (
            "Que dit le plan américain de Tokyo ?",
            &[
                "confidence 0.",
                "in the passage plan, américain",
                "nowhere Tokyo",
                "coverage ",
                "in_sentence ",
            ][..],
        ),
        (
            "Qui est le maire de Lyon ?",
            &["confidence 0.000, by words only", "nowhere maire, Lyon"],
        ),
        (
            "Qui est-ce ?",
            &["confidence 0.000, by words only", "looked up no words"],
        ),
    ] {
        check_explained(&by_words, question, lines);
    }
    let parts = [
        "interaction ",
        "lead ",
        "lead_third ",
        "nearness ",
        "others ",
        "coverage ",
        "same ",
        "same_unknown ",
        "numbers_missed ",
        "numbers_unknown ",
        "named_unknown ",
        "nothing_known ",
        "lacking ",
        "missing ",
        "constant ",
    ];
    let terms = [
        "confidence 0.",
        "in the passage plan, américain",
        "nowhere Tokyo",
    ];
    let words = [
        "Que ~ ",
        "dit ~ ",
        "le ~ ",
        "plan ~ plan 0.",
        "américain ~ américaine 0.",
        "de ~ ",
        "Tokyo ~ ",
        "no match: Tokyo",
    ];
    let lines = [terms.as_slice(), &words, &parts].concat();
    check_explained(
        &Program::understanding(),
        "Que dit le plan américain de Tokyo ?",
        &lines,
    );
}

#[test]
fn the_confidence_is_explained_in_json() {
    for (program, by_meaning, parts) in [
        (Program::new(), false, 2),
        (Program::understanding(), true, 15),
    ] {
        let question = "Que dit le plan américain de Tokyo ?";
        let said = said(&mut program.command(&["ask", "--json", "--explain", question]));
        let object: Value = serde_json::from_str(&said.out).expect("an object");
        let explanation = &object["explanation"];
        assert_eq!(explanation["confidence"], object["confidence"]);
        assert_eq!(explanation["by_meaning"], by_meaning);
        assert_eq!(explanation["nearness"].is_number(), by_meaning);
        let found = |word: &str| {
            explanation["terms"]
                .as_array()
                .expect("a list")
                .iter()
                .find(|term| term["word"] == word)
                .map(|term| term["found"].clone())
        };
        assert_eq!(found("plan"), Some("passage".into()), "{}", said.out);
        assert_eq!(found("Tokyo"), Some("nowhere".into()), "{}", said.out);
        assert_eq!(explanation["parts"].as_array().map(Vec::len), Some(parts));
        if by_meaning {
            let sum: f64 = explanation["parts"]
                .as_array()
                .expect("a list")
                .iter()
                .map(|part| part["value"].as_f64().unwrap() * part["weight"].as_f64().unwrap())
                .sum();
            let confidence = object["confidence"].as_f64().expect("a number");
            assert!(
                ((-sum).exp().ln_1p() + confidence.ln()).abs() < 1e-3,
                "{sum}"
            );
        }
        let coverage = explanation["coverage"].as_f64().expect("a number");
        assert!(coverage > 0.0 && coverage < 1.0, "{coverage}");
    }
}
