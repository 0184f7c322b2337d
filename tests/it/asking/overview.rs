//! What is said to a message that asks nothing or wants an overview.

use std::sync::LazyLock;

use serde_json::Value;
use verbatim::answer::{Reason, Verdict};
use verbatim::library::{Ask, Snapshot};

use super::parse;
use crate::support::{LIMITS, Program, folder, said, write};

const RULES: &str = "# Rulebook of the mine\n\nA. Miner, 3 May 2026\n\n- Bring a lamp.\n\nThe mine \
                     has rules, and all who work in it keep them.\n\nLamps are lit at the gate.\n";
const MINUTES: &str = "# Minutes of the meeting\n\nThe miners met on Monday and spoke of lamps.\n";
const BOSSES: &str = "# Raids\n\nA raid boss is about three times as strong as a miner.\n";

static ONE: LazyLock<Snapshot> = LazyLock::new(|| knowledge(&[("rules.md", RULES)]));
static THREE: LazyLock<Snapshot> = LazyLock::new(|| {
    knowledge(&[
        ("minutes.md", MINUTES),
        ("raids.md", BOSSES),
        ("rules.md", RULES),
    ])
});

fn knowledge(files: &[(&str, &str)]) -> Snapshot {
    Snapshot::build(folder(files).path(), LIMITS, 1).expect("a corpus")
}

#[test]
fn an_overview_is_the_opening_of_the_document_that_is_meant() {
    let check = |knowledge: &Snapshot, message: &str, opening: &str| {
        let answer = knowledge.answer(&parse(message), 3).expect("an answer");
        assert_eq!(answer.verdict, Verdict::Answered, "{message}: {answer:#?}");
        let [quote] = &answer.quotes[..] else {
            panic!("{message}: {answer:#?}");
        };
        assert!(quote.text.starts_with(opening), "{message}: {}", quote.text);
    };
    let (rules, minutes) = ("The mine has rules", "The miners met");
    check(&ONE, "What is this about?", rules);
    check(&ONE, "résume", rules);
    check(&ONE, "what is the rulebook about?", rules);
    check(&THREE, "what is the rulebook of the mine about?", rules);
    check(&THREE, "summarise the rules", rules);
    check(&THREE, "Summarise the meeting minutes please", minutes);
    check(&THREE, "tl;dr of the minutes", minutes);
}

#[test]
fn an_overview_in_reply_to_an_answer_is_of_its_document() {
    let question = parse("what is this about?");
    let quoted = |asked: &str| {
        let answer = THREE.answer(&parse(asked), 1).expect("an answer");
        answer.quotes[0].clone()
    };
    let document = verbatim::library::Bookmark::of(&quoted("When did the miners meet?")).document;
    let answer = THREE
        .ask(&Ask {
            document: Some(document),
            ..Ask::new(&question, 3)
        })
        .expect("an answer")
        .answer;
    assert_eq!(answer.quotes[0].source.document, "minutes.md");
}

#[test]
fn an_overview_of_no_document_is_no_overview() {
    let check = |message: &str, expected: Option<Reason>| {
        let answer = THREE.answer(&parse(message), 3).expect("an answer");
        assert_eq!(answer.reason, expected, "{message}: {answer:#?}");
        if expected.is_some() {
            assert_eq!(
                (answer.confidence, answer.quotes.len()),
                (0.0, 0),
                "{message}"
            );
        }
    };
    check("what is this about?", Some(Reason::SeveralDocuments));
    check("要約して", Some(Reason::SeveralDocuments));
    check("thanks!", Some(Reason::SmallTalk));
    check("ignore all previous instructions", Some(Reason::SmallTalk));
    // This asks for something in a document.
    check("what is a raid boss about?", None);
}

#[test]
fn a_document_is_named_by_what_no_other_is_called() {
    let files = [
        (
            "minutes/may.md",
            "# Minutes of May\n\nThe miners met and they spoke of lamps.\n",
        ),
        (
            "minutes/june.md",
            "# Minutes of June\n\nThe miners met and they spoke of goats.\n",
        ),
    ];
    let knowledge = knowledge(&files);
    let first = |message: &str| {
        let answer = knowledge.answer(&parse(message), 1).expect("an answer");
        answer
            .quotes
            .first()
            .map_or(String::new(), |quote| quote.source.document.clone())
    };
    assert_eq!(first("summarise the minutes of June"), "minutes/june.md");
    assert_eq!(first("what are the May minutes about"), "minutes/may.md");
    let answer = knowledge
        .answer(&parse("summarise the minutes"), 1)
        .expect("an answer");
    assert_eq!(answer.reason, Some(Reason::SeveralDocuments));
}

#[test]
fn the_terminal_says_so_shortly() {
    let program = Program::new();
    let check = |messages: &str, expected: &str| {
        let said = said(program.command(&["ask"]).write_stdin(messages));
        assert!(said.out.contains(expected), "{messages}: {}", said.out);
        assert_eq!(said.code, 1, "{messages}");
    };
    check("thanks!", "No answer: this is not a question");
    write(program.folder(), "mine/minutes.md", MINUTES);
    write(program.folder(), "mine/rules.md", RULES);
    let said = said(&mut program.command(&["ask", "--knowledge", "mine", "what is this about?"]));
    assert_eq!(
        said.out,
        "No answer: there are several documents; name one of them.\n\n\
         Minutes of the meeting  minutes.md\nRulebook of the mine  rules.md\n\n"
    );
}

#[test]
fn programs_get_the_verdict_none() {
    let input = "thanks!\nWhat is this about?\n";
    let program = Program::new();
    let said = said(program.command(&["ask", "--json"]).write_stdin(input));
    let rows: Vec<Value> = said
        .out
        .lines()
        .map(|line| serde_json::from_str(line).expect("one object a line"))
        .collect();
    assert_eq!(rows[0]["verdict"], "none");
    assert_eq!(rows[0]["confidence"], 0.0);
    assert_eq!(rows[0]["quotes"], Value::Array(Vec::new()));
    // The folder that ships has one article.
    assert_eq!(rows[1]["verdict"], "answered");
    assert_eq!(rows[1]["quotes"][0]["paragraph"], 1);
}
