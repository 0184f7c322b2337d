//! The buttons and the menu below an answer: reading on, deleting, voting.

use std::fs;
use std::time::Duration;

use serde_json::{Value, json};

use super::stage::{
    Stage, article, ask, embeds, library, place, read, settings, understood_article,
};
use crate::fake_discord::{FakeDiscord, events, routes};
use crate::support::{folder, write};

const QUESTION: &str = "Qui a lancé l'organisation ?";
const STRANGER: &str = "1100000000000000055";
const MANAGE_MESSAGES: &str = "8192";
const EPHEMERAL: u64 = 64;

/// The message that a response leaves, as Discord sends it back with a press.
fn posted(response: &Value) -> Value {
    let data = &response["data"];
    let mut message = events::message("").author(events::this_bot());
    for part in ["content", "embeds", "components", "flags"] {
        message = message.set(&format!("/{part}"), data[part].clone());
    }
    message.build()
}

/// The components of a response whose `custom_id` begins like this.
fn component<'a>(response: &'a Value, action: &str) -> &'a Value {
    components(response)
        .find(|component| {
            component["custom_id"]
                .as_str()
                .is_some_and(|id| id.starts_with(action))
        })
        .unwrap_or_else(|| panic!("no {action} in {response:#}"))
}

fn components(response: &Value) -> impl Iterator<Item = &Value> {
    let rows = response["data"]["components"]
        .as_array()
        .into_iter()
        .flatten();
    rows.flat_map(|row| row["components"].as_array().into_iter().flatten())
}

/// A press of the button that begins like this, below what the response left.
pub fn press(response: &Value, action: &str) -> events::Interaction {
    let id = component(response, action)["custom_id"]
        .as_str()
        .expect("an id");
    events::button(id, &posted(response))
}

async fn answered(stage: &Stage, question: &str) -> Value {
    stage.interact(&ask(question).build()).await.body
}

#[tokio::test]
async fn the_asker_reads_on_in_the_answer_itself() {
    let stage = Stage::start().await;
    let answer = answered(&stage, QUESTION).await;
    let shown = press(&answer, "show").build();
    let first = stage.interact(&shown).await.body;
    assert_eq!(first["type"], 7, "in place");
    assert!(
        place(&first).contains("paragraph 1 of 9"),
        "{}",
        place(&first)
    );
    assert_eq!(
        component(&first, "back")["disabled"],
        true,
        "at the beginning"
    );
    let sentence = "**Dans un mouvement stratégique audacieux, Pékin a lancé";
    let description = embeds(&first)[0]["description"].as_str();
    assert!(description.is_some_and(|text| text.contains(sentence)));
    let answer = first;
    let second = stage.interact(&press(&answer, "onward").build()).await.body;
    assert_eq!(second["type"], 7, "in place");
    assert_eq!(second["data"]["content"], format!("-# {QUESTION}"));
    assert!(
        place(&second).contains("paragraph 2 of 9"),
        "{}",
        place(&second)
    );
    assert!(
        place(&second).contains("Une nouvelle organisation"),
        "the section"
    );
    assert_eq!(embeds(&second).len(), 1);
    let library = article();
    let knowledge = library.current();
    let document = &knowledge.corpus().documents()[0];
    assert_eq!(
        read(&embeds(&second)[0]),
        document.slice(&document.passages[1])
    );
    let first = stage.interact(&press(&second, "back").build()).await.body;
    assert!(
        place(&first).contains("paragraph 1 of 9"),
        "{}",
        place(&first)
    );
    let mut last = first;
    for _ in 0..8 {
        last = stage.interact(&press(&last, "onward").build()).await.body;
    }
    assert!(
        place(&last).contains("paragraph 9 of 9"),
        "{}",
        place(&last)
    );
    assert_eq!(component(&last, "onward")["disabled"], true, "at the end");
    stage.stop().await;
}

#[tokio::test]
async fn the_menu_leads_to_the_other_matches_and_stays() {
    let fake = FakeDiscord::start().await;
    let settings = settings(&fake);
    let stage = Stage::with(fake, settings, understood_article()).await;
    let answer = answered(&stage, QUESTION).await;
    let menu = component(&answer, "choose");
    let options = menu["options"].as_array().expect("options").clone();
    assert!(options.len() > 1, "{options:?}");
    assert!(
        options[1]["label"]
            .as_str()
            .expect("a label")
            .contains("paragraph ")
    );
    let value = options[1]["value"].as_str().expect("a value");
    let id = menu["custom_id"].as_str().expect("an id");
    let chosen = events::select(id, &[value], &posted(&answer)).build();
    let page = stage.interact(&chosen).await.body;
    assert_eq!(page["type"], 7);
    assert_eq!(component(&page, "choose")["options"], json!(options));
    let label = options[1]["label"].as_str().expect("a label");
    let paragraph = label.rsplit(" · ").next().expect("a paragraph");
    assert!(place(&page).ends_with(paragraph), "{}", place(&page));
    let sentence = options[1]["description"].as_str().expect("a beginning");
    let bold = format!("**{}", &sentence[..20]);
    let description = embeds(&page)[0]["description"].as_str();
    assert!(
        description.is_some_and(|text| text.contains(&bold)),
        "{page}"
    );
    stage.stop().await;
}

#[tokio::test]
async fn a_stranger_reads_on_privately() {
    let stage = Stage::start().await;
    let answer = answered(&stage, QUESTION).await;
    let press_of = |response: &Value, action| press(response, action).user(STRANGER).build();
    let page = stage.interact(&press_of(&answer, "show")).await.body;
    assert_eq!(page["type"], 4, "a message of their own");
    assert_eq!(page["data"]["flags"], EPHEMERAL);
    assert!(place(&page).contains("paragraph 1 of 9"));
    let next = stage.interact(&press_of(&page, "onward")).await.body;
    assert_eq!(next["type"], 7, "which they turn the pages of");
    assert!(place(&next).contains("paragraph 2 of 9"));
    stage.stop().await;
}

#[tokio::test]
async fn buttons_outlive_a_restart_and_tell_of_a_change() {
    let files = |third: &str| format!("# Cats\n\nCats sleep.\n\nCats hunt.\n\n{third}\n");
    let folder = folder(&[("cats.md", &files("Cats purr."))]);
    let begin = async || {
        let fake = FakeDiscord::start().await;
        let settings = settings(&fake);
        Stage::with(fake, settings, library(&folder)).await
    };
    let stage = begin().await;
    let answer = answered(&stage, "When do cats hunt?").await;
    stage.stop().await;
    let stage = begin().await;
    let page = stage.interact(&press(&answer, "onward").build()).await.body;
    assert_eq!(read(&embeds(&page)[0]), "Cats purr.", "after a restart");
    stage.stop().await;
    write(folder.path(), "cats.md", &files("Cats are no dogs."));
    let stage = begin().await;
    let refused = stage.interact(&press(&answer, "onward").build()).await.body;
    let said = refused["data"]["content"].as_str().expect("a text");
    assert!(said.contains("has changed"), "{said}");
    assert_eq!(refused["type"], 4, "beside the answer, which stays");
    assert_eq!(refused["data"]["flags"], EPHEMERAL);
    let page = stage.interact(&press(&answer, "back").build()).await.body;
    assert_eq!(read(&embeds(&page)[0]), "Cats sleep.", "this one has not");
    fs::write(
        folder.path().join("cats.md"),
        "# Cats\n\nNew.\n\nCats hunt.\n\nCats sleep.\n",
    )
    .expect("a file");
    stage.stop().await;
    let stage = begin().await;
    let moved = stage.interact(&press(&answer, "back").build()).await.body;
    assert!(
        place(&moved).contains("paragraph 3 of 3"),
        "moved: {}",
        place(&moved)
    );
    stage.stop().await;
}

#[tokio::test]
async fn the_asker_and_moderators_delete() {
    let stage = Stage::start().await;
    let answer = answered(&stage, QUESTION).await;
    let stranger = press(&answer, "delete").user(STRANGER);
    let refused = stage.interact(&stranger.build()).await.body;
    assert_eq!(refused["data"]["flags"], EPHEMERAL);
    assert!(refused["data"]["content"].to_string().contains("moderator"));
    let moderator = press(&answer, "delete")
        .user(STRANGER)
        .member(MANAGE_MESSAGES, &[]);
    for allowed in [press(&answer, "delete").build(), moderator.build()] {
        let noted = stage.interact(&allowed).await.body;
        assert_eq!(noted, json!({ "type": 6 }));
        let gone = stage
            .fake
            .wait_for_request("DELETE", routes::ORIGINAL)
            .await;
        assert_eq!(gone.parameters[1], allowed["token"]);
        assert_eq!(gone.status, Some(204));
    }
    stage.stop().await;
}

#[tokio::test]
async fn a_message_that_is_gone_is_no_trouble() {
    let stage = Stage::start().await;
    let answer = answered(&stage, QUESTION).await;
    for action in ["show", "delete"] {
        let late = press(&answer, action).build();
        stage.fake.open(&late);
        stage.fake.expire(&late);
        stage.fake.dispatch("INTERACTION_CREATE", &late);
        let lost = stage.fake.answer_to(&late).await;
        assert_eq!(lost.status, Some(404));
    }
    stage
        .logged("the message or interaction no longer exists")
        .await;
    assert!(!stage.fake.log().contains("could not be delivered"));
    let again = stage.interact(&press(&answer, "show").build()).await;
    assert_eq!(again.status, Some(204), "the bot goes on");
    stage.stop().await;
}

#[tokio::test]
async fn a_button_of_somebody_elses_is_left_alone() {
    let stage = Stage::start().await;
    let message = events::message("").author(events::this_bot()).build();
    for id in [
        "",
        "back:1",
        "onward:x:1",
        "choose:1",
        "unknown",
        "kept:x:4242",
    ] {
        stage
            .fake
            .dispatch("INTERACTION_CREATE", &events::button(id, &message).build());
    }
    assert_eq!(stage.interact(&ask(QUESTION).build()).await.body["type"], 4);
    stage.take_commands().await;
    stage.fake.expect_no_more();
    let log = stage.fake.log();
    let told = |line: &&str| line.contains("unknown button");
    let told: Vec<&str> = log.lines().filter(told).collect();
    assert!(told.iter().any(|line| line.contains("kept")), "{told:?}");
    assert!(!told.concat().contains("4242"), "who asked: {told:?}");
    stage.stop().await;
}

#[tokio::test]
async fn without_an_answer_there_is_nothing_to_turn() {
    let stage = Stage::start().await;
    let none = answered(&stage, "Xyzzy plugh?").await;
    let ids: Vec<&str> = components(&none)
        .filter_map(|control| control["custom_id"].as_str())
        .collect();
    assert_eq!(ids, [format!("delete:{}", events::MEMBER)]);
    stage.stop().await;
}

#[tokio::test]
async fn a_section_is_opened_below_what_was_not_found() {
    let fake = FakeDiscord::start().await;
    let settings = settings(&fake);
    let stage = Stage::with(fake, settings, understood_article()).await;
    let question = "Quel est le budget du plan ?";
    let doubtful = stage
        .interact(&ask(question).locale("fr").build())
        .await
        .body;
    assert!(embeds(&doubtful).is_empty(), "sections alone: {doubtful:#}");
    let said = doubtful["data"]["content"].as_str().expect("a text");
    let lines: Vec<&str> = said.lines().collect();
    assert_eq!(lines.len(), 3, "{said}");
    let mut page = stage.interact(&press(&doubtful, "show").build()).await.body;
    for action in ["back", "onward"] {
        assert_eq!(page["type"], 7, "in place");
        assert_eq!(page["data"]["content"], lines[..2].join("\n"));
        assert!(
            component(&page, "choose")["options"]
                .as_array()
                .is_some_and(|all| all.len() > 1)
        );
        let description = embeds(&page)[0]["description"].as_str();
        assert!(
            description.is_some_and(|text| !text.contains("**")),
            "none stands out"
        );
        page = stage.interact(&press(&page, action).build()).await.body;
    }
    stage.stop().await;
}

#[tokio::test]
async fn links_lead_to_the_source_and_to_a_translation() {
    let article = "---\ntitle: Chats\nurl: https://example.org/chats?a=1\nlanguage: fr\n---\n\n\
        Les chats dorment le jour, c'est connu.\n\nLes chats chassent la nuit, car ils voient bien.\n";
    let katten = "---\ntitle: Katten\nlanguage: nl\n---\n\n\
        Katten slapen overdag, dat weet iedereen.\n\nKatten jagen in de nacht, want zij zien goed.\n";
    let folder = folder(&[("chats.md", article), ("katten.md", katten)]);
    let fake = FakeDiscord::start().await;
    let mut settings = settings(&fake);
    let site = "https://translate.example/?sl={from}&tl={to}&text={text}";
    settings.translation = Some(site.parse().expect("an address"));
    let stage = Stage::with(fake, settings, library(&folder)).await;
    let french = "Quand les chats chassent-ils ?";
    let dutch = "Wanneer jagen katten?";
    let source = "https://example.org/chats?a=1#:~:text=Les%20chats%20chassent,ils%20voient%20bien";
    let translated = |from: &str, to: &str, text: &str| {
        let text = text.replace(' ', "%20").replace(',', "%2C");
        format!("https://translate.example/?sl={from}&tl={to}&text={text}%2E")
    };
    let chats = "Les chats chassent la nuit, car ils voient bien";
    let katten = "Katten jagen in de nacht, want zij zien goed";
    for (question, locale, expected) in [
        (french, "fr", vec![source.to_owned()]),
        (
            french,
            "de",
            vec![source.to_owned(), translated("fr", "de", chats)],
        ),
        // The bot does not speak Dutch, whose readers read it all the same.
        (
            french,
            "nl",
            vec![source.to_owned(), translated("fr", "nl", chats)],
        ),
        (dutch, "nl", vec![]),
        (dutch, "en-US", vec![translated("nl", "en", katten)]),
    ] {
        let asked = ask(question).locale(locale).build();
        let answer = stage.interact(&asked).await.body;
        let place = place(&answer);
        let links: Vec<&str> = place.split("](").skip(1).collect();
        let links = links
            .iter()
            .map(|link| link.split(')').next().unwrap_or_default());
        assert_eq!(links.collect::<Vec<_>>(), expected, "{question} {locale}");
    }
    let mention = events::message(&format!("<@{}> {dutch}", events::BOT));
    let mention = mention.mentions(events::this_bot()).build();
    let answer = stage.say(&mention).await.body;
    let linked = answer.to_string().contains("translate.example");
    assert!(!linked, "the language of the question: {answer}");
    stage.stop().await;
}

#[tokio::test]
async fn a_notice_that_takes_its_time_leaves_the_answer_as_it_is() {
    let folder = folder(&[("cats.md", "# Cats\n\nCats hunt.\n\nCats purr.\n")]);
    let begin = async |defer_after: Option<Duration>| {
        let fake = FakeDiscord::start().await;
        let mut settings = settings(&fake);
        settings.defer_after = defer_after.unwrap_or(settings.defer_after);
        Stage::with(fake, settings, library(&folder)).await
    };
    let stage = begin(None).await;
    let answer = answered(&stage, "When do cats hunt?").await;
    stage.stop().await;
    write(
        folder.path(),
        "cats.md",
        "# Cats\n\nCats hunt.\n\nCats bite.\n",
    );
    let stage = begin(Some(Duration::ZERO)).await;
    let pressed = press(&answer, "onward").build();
    assert_eq!(stage.interact(&pressed).await.body, json!({ "type": 6 }));
    let told = stage.fake.wait_for_request("POST", routes::WEBHOOK).await;
    assert_eq!(told.parameters[1], pressed["token"]);
    assert_eq!(told.body["flags"], EPHEMERAL);
    assert!(told.body["content"].to_string().contains("has changed"));
    stage.stop().await;
}
