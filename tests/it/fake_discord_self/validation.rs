//! Bodies that Discord refuses, one row each; and bodies that are right.

#![allow(
    clippy::needless_pass_by_value,
    reason = "bodies are written where they are used"
)]

use serde_json::{Value, json};

use crate::fake_discord::routes::ROUTES;
use crate::fake_discord::{Recorded, problems_of};

const CALLBACK: (&str, &str) = ("POST", "/api/v10/interactions/1/token/callback");
const MESSAGES: (&str, &str) = ("POST", "/api/v10/channels/1/messages");
const COMMANDS: (&str, &str) = ("PUT", "/api/v10/applications/1/commands");

/// The problems of a body, all in one text.
fn check((method, path): (&str, &str), body: Value, expected: &str) {
    let problems = problems_of(&Recorded::new(method, path, body.clone())).join("\n");
    assert!(
        problems.contains(expected),
        "{body:#}\nshould be told {expected:?}, but {problems:?}"
    );
}

fn accept((method, path): (&str, &str), body: Value) {
    let problems = problems_of(&Recorded::new(method, path, body.clone()));
    assert!(
        problems.is_empty(),
        "{body:#}\nshould be right, but {problems:#?}"
    );
}

/// A right message with other parts.
fn message(parts: Value) -> Value {
    let mut message = json!({ "allowed_mentions": { "parse": [], "replied_user": false } });
    for (name, value) in parts.as_object().expect("parts") {
        message[name] = value.clone();
    }
    message
}

fn row(components: Value) -> Value {
    message(json!({ "content": "x", "components": [{ "type": 1, "components": components }] }))
}

fn embed(embed: Value) -> Value {
    message(json!({ "embeds": [embed] }))
}

fn command(parts: Value) -> Value {
    let mut command = json!({ "name": "ask", "description": "Ask" });
    for (name, value) in parts.as_object().expect("parts") {
        command[name] = value.clone();
    }
    json!([command])
}

#[test]
fn right_messages_are_accepted() {
    accept(MESSAGES, message(json!({ "content": "x".repeat(2_000) })));
    accept(
        MESSAGES,
        embed(json!({ "description": "x", "url": "https://example.org/a" })),
    );
    accept(
        MESSAGES,
        row(json!([
            { "type": 2, "style": 1, "label": "More", "custom_id": "more" },
            { "type": 2, "style": 5, "label": "Source", "url": "https://example.org" },
        ])),
    );
    accept(CALLBACK, json!({ "type": 5, "data": { "flags": 64 } }));
    accept(CALLBACK, json!({ "type": 5 }));
    accept(
        CALLBACK,
        json!({ "type": 4, "data": message(json!({ "content": "x" })) }),
    );
    accept(CALLBACK, json!({ "type": 8, "data": { "choices": [] } }));
    accept(
        CALLBACK,
        json!({ "type": 9, "data": { "custom_id": "why", "title": "Why?", "components": [
        { "type": 1, "components":
            [{ "type": 4, "custom_id": "words", "style": 2, "label": "Why?" }] },
    ] } }),
    );
}

#[test]
fn nobody_is_pinged() {
    let content = |mentions: Value| json!({ "content": "x", "allowed_mentions": mentions });
    check(MESSAGES, json!({ "content": "x" }), "parse` is not []");
    check(MESSAGES, content(json!({})), "parse` is not []");
    check(
        MESSAGES,
        content(json!({ "parse": ["users"] })),
        "parse` is not []",
    );
    check(
        MESSAGES,
        content(json!({ "parse": [], "users": ["1"] })),
        "names somebody",
    );
    check(
        MESSAGES,
        content(json!({ "parse": [], "roles": ["1"] })),
        "names somebody",
    );
    check(
        MESSAGES,
        content(json!({ "parse": [], "replied_user": true })),
        "replied_user",
    );
    check(
        CALLBACK,
        json!({ "type": 4, "data": { "content": "x" } }),
        "parse` is not []",
    );
    check(
        CALLBACK,
        json!({ "type": 7, "data": { "content": "x" } }),
        "parse` is not []",
    );
    check(
        ("PATCH", "/api/v10/webhooks/1/token/messages/@original"),
        json!({ "content": "x" }),
        "parse`",
    );
}

#[test]
fn messages_keep_to_the_limits() {
    check(MESSAGES, message(json!({})), "50006");
    check(MESSAGES, message(json!({ "content": " " })), "50006");
    check(
        MESSAGES,
        message(json!({ "content": "x".repeat(2_001) })),
        "2,000",
    );
    check(
        MESSAGES,
        message(json!({ "content": "😀".repeat(1_001) })),
        "2,000",
    );
    check(
        MESSAGES,
        embed(json!({ "description": "x".repeat(4_097) })),
        "twilight-validate",
    );
    check(
        MESSAGES,
        embed(json!({ "title": "x".repeat(257) })),
        "twilight-validate",
    );
    check(MESSAGES, embed(json!({})), "an empty embed");
    check(
        MESSAGES,
        embed(json!({ "title": "x", "url": "javascript:x" })),
        "the link",
    );
    check(
        MESSAGES,
        embed(json!({ "fields": [{ "name": "x", "value": " " }] })),
        "empty value",
    );
    check(
        MESSAGES,
        embed(json!({ "fields": [{ "name": "", "value": "x" }] })),
        "empty name",
    );
    let long = json!({ "description": "x".repeat(3_001) });
    check(
        MESSAGES,
        message(json!({ "embeds": [long, long] })),
        "6002 UTF-16 units",
    );
    let eleven = vec![json!({ "title": "x" }); 11];
    check(
        MESSAGES,
        message(json!({ "embeds": eleven })),
        "twilight-validate",
    );
}

#[test]
fn components_keep_to_the_limits() {
    let link = |url: &str| row(json!([{ "type": 2, "style": 5, "label": "x", "url": url }]));
    let button = |id: &str| json!({ "type": 2, "style": 1, "label": "x", "custom_id": id });
    check(MESSAGES, link("javascript:alert(1)"), "a link button to");
    check(MESSAGES, link("discord://x"), "a link button to");
    check(
        MESSAGES,
        link(&format!("https://example.org/{}", "x".repeat(500))),
        "a link button to",
    );
    check(
        MESSAGES,
        row(json!([{ "type": 2, "style": 1, "custom_id": "x" }])),
        "neither label",
    );
    check(
        MESSAGES,
        row(json!([{ "type": 2, "style": 1, "label": "x" }])),
        "without custom_id",
    );
    check(
        MESSAGES,
        row(json!([button(&"x".repeat(101))])),
        "a custom_id of 101",
    );
    check(
        MESSAGES,
        row(json!([button("one"), button("one")])),
        "two components",
    );
    let six: Vec<Value> = (0..6).map(|at| button(&at.to_string())).collect();
    check(MESSAGES, row(json!(six)), "one to five buttons");
    let rows: Vec<Value> = six
        .iter()
        .map(|button| json!({ "type": 1, "components": [button] }))
        .collect();
    check(
        MESSAGES,
        message(json!({ "content": "x", "components": rows })),
        "more than five rows",
    );
    check(
        MESSAGES,
        message(json!({ "content": "x", "components": [button("x")] })),
        "outside a row",
    );
}

#[test]
fn responses_keep_to_the_limits() {
    let choices = |choices: Value| json!({ "type": 8, "data": { "choices": choices } });
    let choice = |name: &str| json!({ "name": name, "value": "x" });
    check(
        CALLBACK,
        choices(json!(vec![choice("x"); 26])),
        "26 choices",
    );
    check(CALLBACK, choices(json!([choice("")])), "a choice called");
    check(
        CALLBACK,
        choices(json!([choice(&"x".repeat(101))])),
        "a choice called",
    );
    check(
        CALLBACK,
        json!({ "type": 8, "data": {} }),
        "without choices",
    );
    check(
        CALLBACK,
        json!({ "type": 5, "data": { "content": "x" } }),
        "says something",
    );
    check(CALLBACK, json!({ "type": 3 }), "a response of type");
    check(
        CALLBACK,
        json!({ "type": 9, "data": { "custom_id": "", "title": "x" } }),
        "custom_id",
    );
}

#[test]
fn commands_keep_to_the_limits() {
    let option = |parts: Value| {
        let mut option = json!({ "type": 3, "name": "question", "description": "What" });
        for (name, value) in parts.as_object().expect("parts") {
            option[name] = value.clone();
        }
        command(json!({ "options": [option] }))
    };
    accept(
        COMMANDS,
        option(json!({ "required": true, "max_length": 300 })),
    );
    accept(
        COMMANDS,
        json!([{ "name": "Find in the articles", "type": 3 }]),
    );
    check(
        COMMANDS,
        command(json!({ "name": "Ask" })),
        "twilight-validate",
    );
    check(
        COMMANDS,
        command(json!({ "description": "" })),
        "without description",
    );
    check(
        COMMANDS,
        command(json!({ "description": "x".repeat(101) })),
        "twilight-validate",
    );
    check(
        COMMANDS,
        command(json!({ "name_localizations": { "fr-FR": "demander" } })),
        "no language",
    );
    check(
        COMMANDS,
        command(json!({ "name_localizations": { "fr": "Poser une" } })),
        "twilight",
    );
    check(
        COMMANDS,
        command(json!({ "description_localizations": { "fr": "" } })),
        "in fr is empty",
    );
    check(
        COMMANDS,
        option(json!({ "name": "Question" })),
        "twilight-validate",
    );
    check(
        COMMANDS,
        option(json!({ "description": "" })),
        "no description",
    );
    check(
        COMMANDS,
        option(json!({ "description_localizations": { "en": "x" } })),
        "no language",
    );
    let both = json!({ "autocomplete": true, "choices": [{ "name": "x", "value": "x" }] });
    check(COMMANDS, option(both), "choices and autocomplete");
    let twice = json!({ "name": "ask", "description": "Ask" });
    check(COMMANDS, json!([twice, twice]), "two commands");
    accept(COMMANDS, json!([twice, { "name": "ask", "type": 3 }]));
    check(
        COMMANDS,
        json!([{ "name": "find", "type": 3, "description": "x" }]),
        "context-menu",
    );
    let optional = json!({ "type": 3, "name": "one", "description": "x" });
    let required = json!({ "type": 3, "name": "two", "description": "x", "required": true });
    check(
        COMMANDS,
        command(json!({ "options": [optional, required] })),
        "twilight-validate",
    );
    check(
        COMMANDS,
        command(json!({ "options": [optional, optional] })),
        "two options",
    );
}

/// What only Discord's own schema sees.
#[test]
fn the_schema_is_asked() {
    check(
        MESSAGES,
        message(json!({ "content": "x", "nonce": "x".repeat(26) })),
        "Discord's schema",
    );
}

#[test]
fn the_schema_describes_every_route() {
    let description: Value =
        serde_json::from_str(include_str!("../fake_discord/schema.json")).expect("JSON");
    let described = description["paths"].as_object().expect("routes");
    let mut routes = ROUTES.to_vec();
    routes.sort_unstable();
    let described: Vec<_> = described.keys().map(String::as_str).collect();
    assert_eq!(described, routes);
}
