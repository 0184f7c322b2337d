//! `/verify`, *Verify this quote*, and what is suggested while a member types.

use serde_json::{Value, json};

use super::stage::{Stage, ask, embeds, place};
use crate::fake_discord::events::{self, MEMBER};
use crate::fake_discord::{FakeDiscord, routes};

const SAID: &str = "Pékin a lancé une nouvelle organisation internationale";

async fn verified(stage: &Stage, command: events::Interaction) -> Vec<String> {
    let answer = stage.interact(&command.build()).await.body;
    embeds(&answer)
        .iter()
        .map(|embed| embed["description"].to_string())
        .collect()
}

#[tokio::test]
async fn a_quote_is_checked_word_for_word() {
    let stage = Stage::start().await;
    for (text, expected) in [
        (SAID, "✅ **Word for word.**"),
        (
            "pékin a lancé UNE nouvelle organisation internationale",
            "✅ **Same words, different typography.**",
        ),
        (
            "Pékin a lancé une nouvelle organisation internationale ✅",
            "organisation internationale ~~✅~~\\n>",
        ),
        (
            "« Pékin a lancé une nouvelle organisation nationale »",
            "⚠️ **Not word for word.** The longest match, in bold, is 6 words in a row, out of 7.\\nPékin a lancé une nouvelle organisation ~~nationale~~ __internationale__\\n> ",
        ),
        (
            "The moon is made of green cheese, they say.",
            "❌ **Not found.**",
        ),
    ] {
        let command = events::slash("verify").option("text", text);
        let said = verified(&stage, command).await;
        assert_eq!(said.len(), 1);
        assert!(said[0].contains(expected), "{text}: {}", said[0]);
    }
    let answer = stage
        .interact(&events::slash("verify").option("text", SAID).build())
        .await
        .body;
    let embed = &embeds(&answer)[0];
    assert!(
        embed["description"]
            .to_string()
            .contains(&format!("**{SAID}**")),
        "{embed}"
    );
    assert!(place(&answer).contains("Next News"), "{embed}");
    let nothing = events::slash("verify").option("text", "?!").build();
    let nothing = stage.interact(&nothing).await.body["data"]["content"].to_string();
    assert!(nothing.contains("no text here"), "{nothing}");
    stage.stop().await;
}

#[tokio::test]
async fn quotes_are_found_in_any_message() {
    let stage = Stage::start().await;
    let answer = stage
        .interact(&ask("Qui a lancé l'organisation ?").build())
        .await
        .body;
    let echo = answer["data"]["content"].as_str().expect("the question");
    let own = events::message(echo).author(events::this_bot());
    let own = own.set("/embeds", answer["data"]["embeds"].clone());
    let forwarded = events::message("").set(
        "/message_snapshots",
        json!([{ "message": {
        "type": 0, "content": format!("> {SAID}"), "embeds": [], "attachments": [],
        "timestamp": events::NOW, "edited_timestamp": null, "flags": 0, "mentions": [],
        "mention_roles": [], "components": [],
    } }]),
    );
    let fields =
        json!([{ "type": "rich", "fields": [{ "name": "n", "value": SAID, "inline": false }] }]);
    for (message, all) in [
        (events::message(SAID), 1),
        (events::message(&format!("<@{MEMBER}> {SAID} <:clap:1>")), 1),
        (events::message(&format!("Look:\n> {SAID}\nnice")), 1),
        (events::message(&format!("> {SAID} <@{MEMBER}>\nnice")), 1),
        (events::message(&format!("> {SAID}\nand\n>>> {SAID}")), 2),
        (forwarded, 1),
        (events::message("").set("/embeds", fields), 1),
        (own, 1),
    ] {
        let message = message.build();
        let command = events::message_command("Verify this quote", &message);
        let said = verified(&stage, command).await;
        assert_eq!(said.len(), all, "{said:?}");
        assert!(said.iter().all(|text| text.contains("exactly")), "{said:?}");
    }
    let many = vec![format!("> {SAID}"); 7].join("\nand\n");
    let many = events::message(&many).build();
    let many = events::message_command("Verify this quote", &many).build();
    let many = stage.interact(&many).await.body;
    assert_eq!(embeds(&many).len(), 5);
    assert!(many["data"]["content"].to_string().contains("and 2 more"));
    let empty = events::message("").build();
    let empty = events::message_command("Verify this quote", &empty).build();
    let said = stage.interact(&empty).await.body["data"]["content"].to_string();
    assert!(said.contains("no text here"), "{said}");
    stage.stop().await;
}

#[tokio::test]
async fn a_message_that_cannot_be_read_says_so() {
    let stage = Stage::start().await;
    let components = json!([{ "type": 17, "components": [{ "type": 10, "content": SAID }] }]);
    let flags = json!(1 << 15);
    let new = events::message("").author(events::bot("1100000000000000099", "another"));
    let new = new.set("/flags", flags.clone());
    let new = new.set("/components", components.clone());
    let forwarded = events::message("").set(
        "/message_snapshots",
        json!([{ "message": {
        "type": 0, "content": "", "embeds": [], "attachments": [], "timestamp": events::NOW,
        "edited_timestamp": null, "flags": flags, "mentions": [], "mention_roles": [],
        "components": components,
    } }]),
    );
    for message in [new.build(), forwarded.build()] {
        for (command, instead) in [
            ("Verify this quote", "</verify:"),
            ("Find in the articles", "</ask:"),
        ] {
            let command = events::message_command(command, &message).build();
            let said = stage.interact(&command).await.body;
            assert_eq!(said["data"]["flags"], 64, "{said}");
            let said = said["data"]["content"].to_string();
            assert!(said.contains("can’t read this kind of message"), "{said}");
            assert!(said.contains(instead), "{said}");
        }
    }
    stage.stop().await;
}

#[tokio::test]
async fn many_long_quotes_are_told_of_within_one_message() {
    let sentence = |n: usize| format!("Cats of kind {n} hunt by night and sleep by day, ");
    let paragraph = |n: usize| format!("{}as all do.", sentence(n).repeat(18));
    let paragraphs: Vec<String> = (1..=5).map(paragraph).collect();
    let long = "long ".repeat(60);
    let article = format!(
        "---\ntitle: {long}\npublisher: {long}\nauthor: {long}\nurl: https://example.org/a\n---\n\n{}\n",
        paragraphs.join("\n\n")
    );
    let folder = crate::support::folder(&[("cats.md", &article)]);
    let fake = FakeDiscord::start().await;
    let settings = super::stage::settings(&fake);
    let stage = Stage::with(fake, settings, super::stage::library(&folder)).await;
    let quoted: Vec<String> = (1..=5).map(|n| format!("> {}", sentence(n))).collect();
    let message = events::message(&quoted.join("\nand\n")).build();
    let verified = events::message_command("Verify this quote", &message).build();
    let verified = stage.interact(&verified).await;
    assert_eq!(verified.status, Some(204), "within Discord's limits");
    stage.stop().await;
}

#[tokio::test]
async fn questions_are_suggested_while_they_are_typed() {
    let stage = Stage::start().await;
    let typing = |text: &str| {
        events::autocomplete("ask")
            .focused("question", text)
            .build()
    };
    let suggested = async |text: &str| {
        let response = stage.interact(&typing(text)).await.body;
        assert_eq!(response["type"], 8);
        let choices = response["data"]["choices"]
            .as_array()
            .expect("choices")
            .clone();
        choices
            .iter()
            .map(|choice| choice["value"].as_str().expect("a text").to_owned())
            .collect::<Vec<_>>()
    };
    let headings = suggested("").await;
    assert!(
        headings
            .iter()
            .any(|text| text.starts_with("Une nouvelle organisation chinoise")),
        "{headings:?}"
    );
    let found = suggested("deeps").await;
    assert!(
        found.iter().any(|text| text.contains("Deepseek")),
        "{found:?}"
    );
    assert!(suggested("xyzzy").await.is_empty());
    stage.stop().await;
}

/// A reply to one of the bot's messages that pings it.
fn reply_to(answer: &Value, text: &str) -> events::Message {
    events::message(text)
        .mentions(events::this_bot())
        .reply_to(answer)
}

#[tokio::test]
async fn a_bare_question_goes_on_with_the_one_before() {
    let stage = Stage::start().await;
    let asked = ask("Qui a lancé l'organisation ?").build();
    let response = stage.interact(&asked).await.body;
    let answer = events::message(response["data"]["content"].as_str().expect("a text"));
    let answer = answer.author(events::this_bot());
    let answer = answer.set("/embeds", response["data"]["embeds"].clone());
    let answer = answer
        .set("/components", response["data"]["components"].clone())
        .build();
    let onward = stage.say(&reply_to(&answer, "pourquoi ?").build()).await;
    assert!(!embeds(&onward.body).is_empty(), "{}", onward.body);
    // And so does the next one with what was looked up in the end.
    let content = onward.body["content"].as_str().expect("a text");
    assert!(content.contains("pourquoi ? Qui a lancé"), "{content}");
    let second = events::message(content).author(events::this_bot());
    let second = second.set("/components", onward.body["components"].clone());
    let onward = stage
        .say(&reply_to(&second.build(), "et quand ?").build())
        .await;
    assert!(!embeds(&onward.body).is_empty(), "{}", onward.body);

    let first = events::message("<@1100000000000000002> Qui a lancé l'organisation ?");
    let first = first.mentions(events::this_bot()).build();
    let answered = stage.say(&first).await;
    let mut answer = events::message("")
        .author(events::this_bot())
        .reply_to(&first)
        .build();
    answer["components"] = answered.body["components"].clone();
    let onward = stage.say(&reply_to(&answer, "et quand ?").build()).await;
    assert!(!embeds(&onward.body).is_empty(), "{}", onward.body);
    let read = stage.fake.wait_for_request("GET", routes::MESSAGE).await;
    assert_eq!(read.parameters[1], first["id"]);

    stage.fake.delete_message(&first);
    let gone = stage.say(&reply_to(&answer, "et quand ?").build()).await;
    assert!(
        gone.body["content"].to_string().contains("rechercher"),
        "{}",
        gone.body
    );
    stage.stop().await;
}

#[tokio::test]
async fn a_reply_is_answered_from_the_same_document_first() {
    let cats = "# Cats\n\nCats hunt by night.\n\nTheir colour is grey.\n";
    let dogs = "# Dogs\n\nDogs bark at noon.\n\nTheir colour is grey.\n";
    let folder = crate::support::folder(&[("cats.md", cats), ("dogs.md", dogs)]);
    let fake = FakeDiscord::start().await;
    let settings = super::stage::settings(&fake);
    let stage = Stage::with(fake, settings, super::stage::library(&folder)).await;
    for (question, title) in [
        ("When do dogs bark?", "Dogs"),
        ("When do cats hunt?", "Cats"),
    ] {
        let response = stage.interact(&ask(question).build()).await.body;
        let content = response["data"]["content"].as_str().expect("a text");
        let answer = events::message(content).author(events::this_bot());
        let answer = answer
            .set("/components", response["data"]["components"].clone())
            .build();
        let onward = stage
            .say(&reply_to(&answer, "What is their colour?").build())
            .await;
        let place = place(&onward.body);
        assert!(place.starts_with(title), "{place}");
    }
    stage.stop().await;
}
