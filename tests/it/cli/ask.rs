//! `verbatim ask`: answers for people and for programs.

use std::fs;

use serde_json::Value;

use crate::support::{Program, knowledge, said};

#[test]
fn an_answer_has_its_full_attribution() {
    let said = said(&mut Program::new().command(&["ask", "Qui a lancé l'organisation ?"]));
    let article = fs::read_to_string(knowledge().join("la-chine-defie-les-etats-unis-ia.md"))
        .expect("the article");
    let paragraph = article
        .lines()
        .find(|line| line.contains("Pékin a lancé"))
        .expect("the paragraph");
    let sentence = &paragraph[paragraph.find("Dans un mouvement").expect("the sentence")..];
    let line = article
        .lines()
        .position(|line| line == paragraph)
        .expect("it")
        + 1;
    let expected = format!(
        "\u{25b8} {sentence}\n\n{paragraph}\n\n\u{2014} Conflit pour l'avenir : La Chine défie les \
         États-Unis pour le contrôle du marché mondial de l'IA \u{b7} Next News \u{b7} 4 août\n  \
         paragraph 1 of 9 \u{b7} knowledge/la-chine-defie-les-etats-unis-ia.md:{line}\n"
    );
    assert!(said.out.starts_with(&expected), "{}", said.out);
    assert!(
        said.out.contains("\u{b7} paragraph 2 of 9 \u{b7}"),
        "{}",
        said.out
    );
    assert!(!said.out.contains('\u{1b}'), "colour in a pipe");
}

#[test]
fn colour_is_for_terminals_and_can_be_refused() {
    let program = Program::new();
    let run = |variable: Option<(&str, &str)>| {
        let mut command = program.command(&["ask", "Qui a lancé l'organisation ?"]);
        if let Some((name, value)) = variable {
            command.env(name, value);
        }
        said(&mut command).out.contains('\u{1b}')
    };
    assert!(!run(None), "a pipe is no terminal");
    assert!(run(Some(("CLICOLOR_FORCE", "1"))), "the styles are there");
    assert!(!run(Some(("NO_COLOR", "1"))));
}

#[test]
fn questions_come_from_standard_input_one_a_line() {
    let input = "Qui est Li Qiang ?\n\n  \nQuelle est la capitale de l'Australie ?\n???\nDeepseek";
    let said = said(
        Program::new()
            .command(&["ask", "--json"])
            .write_stdin(input),
    );
    let rows: Vec<Value> = said
        .out
        .lines()
        .map(|line| serde_json::from_str(line).expect("one object a line"))
        .collect();
    let verdicts: Vec<_> = rows
        .iter()
        .map(|row| {
            (
                row["question"].as_str().expect("text"),
                row["verdict"].as_str().expect("text"),
            )
        })
        .collect();
    let expected = [
        ("Qui est Li Qiang ?", "answered"),
        ("Quelle est la capitale de l'Australie ?", "none"),
        ("???", "none"),
        ("Deepseek", "answered"),
    ];
    assert_eq!(verdicts, expected);
    assert_eq!(said.code, 1, "one question had no answer");
}

#[test]
fn a_line_that_is_not_text_is_told_and_the_rest_is_answered() {
    let input: &[u8] = b"Deepseek\n\xff\xfe\nLi Qiang\n";
    let said = said(
        Program::new()
            .command(&["ask", "--json"])
            .write_stdin(input),
    );
    let verdicts: Vec<Value> = said
        .out
        .lines()
        .map(|line| serde_json::from_str::<Value>(line).expect("an object")["verdict"].clone())
        .collect();
    assert_eq!(
        verdicts,
        ["answered", "none", "answered"],
        "an object a line"
    );
    assert_eq!(said.err, "error: line 2 is not UTF-8\n");
    assert_eq!(said.code, 2);
}

#[test]
fn an_object_has_every_field() {
    let said = said(&mut Program::new().command(&["ask", "--json", "--top", "1", "Li Qiang"]));
    let object: Value = serde_json::from_str(&said.out).expect("an object");
    let keys = |value: &Value| -> Vec<String> {
        value
            .as_object()
            .expect("an object")
            .keys()
            .cloned()
            .collect()
    };
    let mut expected =
        ["confidence", "elapsed_ms", "question", "quotes", "verdict"].map(String::from);
    expected.sort();
    assert_eq!(keys(&object), expected);
    let quotes = object["quotes"].as_array().expect("a list");
    assert_eq!(quotes.len(), 1, "--top 1");
    let quote = &quotes[0];
    let expected = [
        "author",
        "date",
        "document",
        "headings",
        "highlights",
        "last_paragraph",
        "line",
        "paragraph",
        "publisher",
        "score",
        "slices",
        "text",
        "title",
        "url",
    ];
    assert_eq!(keys(quote), expected);
    assert_eq!(quote["document"], "la-chine-defie-les-etats-unis-ia.md");
    assert_eq!(quote["paragraph"], 2);
    assert_eq!(quote["publisher"], "Next News");
    assert_eq!(quote["date"], "4 août");
    assert_eq!(quote["author"], Value::Null);
    let text = quote["text"].as_str().expect("text");
    for highlight in quote["highlights"].as_array().expect("a list") {
        let offset = |key: &str| usize::try_from(highlight[key].as_u64().expect("a number"));
        let (start, end) = (offset("start").expect("fits"), offset("end").expect("fits"));
        assert_eq!(&text[start..end], highlight["text"].as_str().expect("text"));
        assert!(text[start..end].contains("Li Qiang"));
    }
}
