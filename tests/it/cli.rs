//! The terminal: what it prints, and how it ends.

use std::fs;

use serde_json::Value;

use crate::support::{Program, Said, folder, knowledge, said};

#[track_caller]
fn check(args: &[&str], code: i32, out: &str, err: &str) {
    let Said {
        code: ended,
        out: printed,
        err: complained,
    } = said(&mut Program::new().command(args));
    assert_eq!(ended, code, "{args:?}: {printed}{complained}");
    assert!(printed.contains(out), "{args:?}: {printed}");
    assert!(complained.contains(err), "{args:?}: {complained}");
}

#[test]
fn every_command_ends_with_its_code() {
    check(
        &["ask", "Qui a lancé l'organisation ?"],
        0,
        "Pékin a lancé",
        "",
    );
    check(
        &["ask", "Quelle est la capitale de l'Australie ?"],
        1,
        "No answer",
        "",
    );
    check(
        &["ask", "???"],
        1,
        "No answer: the question holds no word",
        "",
    );
    check(
        &["ask", "x", "--knowledge", "nowhere"],
        2,
        "",
        "`nowhere` does not exist",
    );
    check(
        &["ask", "x", "--top", "0"],
        2,
        "",
        "invalid value '0' for '--top <N>'",
    );
    check(&["ask", "x", "--top", "11"], 2, "", "invalid value '11'");
    check(&["ask", "x", "y"], 2, "", "unexpected argument 'y'");
    check(&["--help"], 0, "Usage: verbatim", "");
    check(
        &["--version"],
        0,
        concat!("verbatim ", env!("CARGO_PKG_VERSION"), "\n"),
        "",
    );
    check(&["nonsense"], 2, "", "unrecognized subcommand");
    check(&["check"], 0, "No problem found.", "");
    check(&["run"], 2, "", "DISCORD_TOKEN is not set");
    check(&[], 2, "", "DISCORD_TOKEN is not set");
}

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
        "line",
        "paragraph",
        "publisher",
        "score",
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

#[test]
fn check_tells_every_problem_of_folder_and_settings() {
    let program = Program::new();
    let bad = folder(&[("good.md", "# A title\n\nA paragraph.\n"), ("empty.md", "")]);
    let mut command = program.command(&["check", "--knowledge"]);
    command
        .arg(bad.path())
        .env("HOME_GUILD_ID", "abc")
        .env("ADMIN_ROLE_IDS", "1,,x")
        .env("MAX_QUOTES", "99")
        .env("LOG_LEVEL", "loud")
        .env("DISCORD_API_URL", "ftp://x")
        .env("JOURNAL", "maybe")
        .env("JOURNAL_DAYS", "0")
        .env("KNOWLEDGE_EDIT", "yes")
        .env("TRANSLATE_URL", "https://example.org/?text=")
        .env("DISCORD_TOKEN", "secret.but.not quite");
    let said = said(&mut command);
    assert_eq!(said.code, 1, "{}{}", said.out, said.err);
    for part in [
        "1 document, 1 passage, 2 words",
        "/empty.md:1: ",
        "HOME_GUILD_ID: invalid value 'abc'",
        "ADMIN_ROLE_IDS: invalid value",
        "MAX_QUOTES: invalid value '99'",
        "LOG_LEVEL: invalid value 'loud'",
        "DISCORD_API_URL: invalid value 'ftp://x'",
        "JOURNAL: invalid value 'maybe'",
        "JOURNAL_DAYS: invalid value '0'",
        "KNOWLEDGE_EDIT: invalid value 'yes'",
        "TRANSLATE_URL: invalid value 'https://example.org/?text='",
        "an address with {text} where the words belong is wanted",
        "DISCORD_TOKEN is no bot token",
        "11 problems found.",
    ] {
        assert!(said.out.contains(part), "{part}: {}", said.out);
    }
    assert!(!said.out.contains("secret"), "{}", said.out);
}

#[test]
fn a_folder_without_a_passage_is_named() {
    let bad = folder(&[("empty.md", "")]);
    let path = bad.path().to_str().expect("UTF-8");
    let checked = said(&mut Program::new().command(&["check", "--knowledge", path]));
    assert_eq!(checked.code, 1);
    assert!(checked.out.contains(path) && checked.out.contains("empty.md:1: "));
    let asked = said(&mut Program::new().command(&["ask", "x", "--knowledge", path]));
    assert_eq!(asked.code, 2);
    assert!(asked.err.contains(path), "{}", asked.err);
}

#[test]
fn env_files_are_read_and_blank_settings_are_no_settings() {
    let program = Program::new();
    let with = |env: &str, args: &[&str]| {
        fs::write(program.folder().join(".env"), env).expect("a file");
        said(&mut program.command(args))
    };
    let blank = "DISCORD_TOKEN=\nHOME_GUILD_ID=\nADMIN_ROLE_IDS=\nMAX_QUOTES= \nKNOWLEDGE_DIR=\n\
                 LOG_LEVEL=\nLOG_FORMAT=\nDISCORD_API_URL=\nDISCORD_GATEWAY_URL=\n";
    assert!(
        with(blank, &["run"])
            .err
            .contains("DISCORD_TOKEN is not set")
    );
    assert_eq!(with(blank, &["ask", "Deepseek"]).code, 0);
    assert_eq!(with(blank, &["check"]).code, 0);
    assert!(
        with("KNOWLEDGE_DIR=nowhere", &["ask", "x"])
            .err
            .contains("`nowhere`")
    );
    let ids = "HOME_GUILD_ID=' 12 '\nADMIN_ROLE_IDS='1, 2,'\n";
    assert_eq!(with(ids, &["check"]).code, 0);
    let broken = |args: &[&str]| with("DISCORD_TOKEN='secret", args);
    let asked = broken(&["ask", "Deepseek"]);
    assert_eq!(asked.code, 0);
    assert!(
        asked.err.starts_with("warning: .env: the line of"),
        "{}",
        asked.err
    );
    assert_eq!(broken(&["--version"]).code, 0);
    let run = broken(&["run"]);
    assert_eq!(run.code, 2);
    assert!(
        run.err.contains(".env: the line of DISCORD_TOKEN"),
        "{}",
        run.err
    );
    let check = broken(&["check"]);
    assert_eq!(check.code, 1);
    assert!(
        check.out.contains(".env: the line of DISCORD_TOKEN"),
        "{}",
        check.out
    );
    for said in [run, check] {
        assert!(!said.err.contains("secret") && !said.out.contains("secret"));
    }
}

#[test]
fn a_reader_that_has_seen_enough_is_no_error() {
    for args in ["ask Deepseek", "check", "ask --json Deepseek"] {
        let program = env!("CARGO_BIN_EXE_verbatim");
        let mut child = std::process::Command::new(program)
            .args(args.split(' '))
            .env_clear()
            .current_dir(crate::support::root())
            .stdout(std::process::Stdio::piped())
            .stderr(std::process::Stdio::piped())
            .spawn()
            .expect("the program");
        drop(child.stdout.take());
        let ended = child.wait_with_output().expect("an end");
        assert_eq!(ended.status.code(), Some(0), "{args}");
        assert_eq!(String::from_utf8_lossy(&ended.stderr), "", "{args}");
    }
}

#[test]
fn a_malformed_token_is_told_without_being_shown() {
    let program = Program::new();
    let said = said(
        program
            .command(&["run"])
            .env("DISCORD_TOKEN", "secret but wrong"),
    );
    assert_eq!(said.code, 2);
    assert!(
        said.err.contains("DISCORD_TOKEN is no bot token"),
        "{}",
        said.err
    );
    assert!(!said.err.contains("secret"), "{}", said.err);
    assert_eq!(said.err.lines().count(), 1, "{}", said.err);
}

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
    check("{}\n", &[], "qrels.jsonl: line 1: missing field");
    check(&format!("{QRELS}nonsense\n"), &[], "qrels.jsonl: line 5: ");
    check(
        &QRELS.replace("Qui est Li Qiang ?", "?"),
        &[],
        "the question of `2`",
    );
    check(
        QRELS,
        &["--min", "beauty=1"],
        "`beauty` is none of recall@1",
    );
    check(QRELS, &["--min", "mrr=much"], "`much` is no number");
}
