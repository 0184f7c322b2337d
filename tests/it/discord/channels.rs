//! `/settings`: what is answered where, in a thread or not, and for whom; and forums.

use std::time::{SystemTime, UNIX_EPOCH};

use serde_json::{Value, json};

use super::stage::{Stage, ask, embeds, read};
use crate::fake_discord::events::{self, BOT, CHANNEL, MEMBER, ORDINARY};
use crate::fake_discord::{Fault, routes};

const QUESTION: &str = "Qui a lancé l'organisation ?";
const MANAGE_CHANNELS: &str = "16";
const EPHEMERAL: u64 = 64;
const FORUM: &str = "1100000000000000091";

/// `/settings` by somebody who manages the channel, with these options.
fn settings(options: &[(&str, &str)]) -> events::Interaction {
    let command = events::slash("settings").member(MANAGE_CHANNELS, &[]);
    options.iter().fold(command, |command, (name, value)| {
        command.option(name, *value)
    })
}

async fn set(stage: &Stage, options: &[(&str, &str)]) -> Value {
    let shown = stage.interact(&settings(options).build()).await.body;
    assert_eq!(shown["data"]["flags"], EPHEMERAL);
    shown
}

pub fn mention() -> events::Message {
    events::message(&format!("<@{BOT}> {QUESTION}")).mentions(events::this_bot())
}

/// Fails if the bot says anything to this.
async fn silent(stage: &Stage, event: &str, data: &Value) {
    stage.fake.dispatch(event, data);
    let direct = events::message(QUESTION).direct().build();
    let answer = stage.say(&direct).await;
    assert_eq!(answer.parameters[0], direct["channel_id"], "{data}");
}

#[tokio::test]
async fn who_manages_the_channel_sees_and_changes_them() {
    let stage = Stage::start().await;
    let shown = set(&stage, &[]).await;
    let said = embeds(&shown)[0].to_string();
    assert!(
        said.contains("Commands and mentions") && said.contains("Visible to everyone"),
        "{said}"
    );
    let shown = set(&stage, &[("answer", "commands"), ("visibility", "asker")]).await;
    let said = embeds(&shown)[0].to_string();
    assert!(
        said.contains("Commands only") && said.contains("Visible only to the person who asks"),
        "{said}"
    );
    let ordinary = settings(&[("answer", "off")]).member(ORDINARY, &[]).build();
    let refused = stage.interact(&ordinary).await.body;
    assert!(
        refused["data"]["content"]
            .to_string()
            .contains("manage this channel")
    );
    assert!(
        embeds(&set(&stage, &[]).await)[0]
            .to_string()
            .contains("Commands only")
    );
    stage.stop().await;
}

#[tokio::test]
async fn a_channel_that_is_off_answers_nothing() {
    let stage = Stage::start().await;
    set(&stage, &[("answer", "off")]).await;
    for command in [
        ask(QUESTION),
        events::slash("verify").option("text", "Pékin a lancé"),
    ] {
        let refused = stage.interact(&command.build()).await.body;
        assert_eq!(refused["data"]["flags"], EPHEMERAL);
        assert!(
            refused["data"]["content"]
                .to_string()
                .contains("answer in this channel")
        );
    }
    silent(&stage, "MESSAGE_CREATE", &mention().build()).await;
    let thread = stage
        .interact(&ask(QUESTION).in_thread("1100000000000000092").build())
        .await
        .body;
    assert_eq!(thread["data"]["flags"], EPHEMERAL, "nor do its threads");
    let elsewhere = ask(QUESTION)
        .set("/channel_id", json!("1100000000000000093"))
        .build();
    assert_eq!(stage.interact(&elsewhere).await.body["data"]["flags"], 0);
    set(&stage, &[("answer", "commands")]).await;
    assert_eq!(
        stage.interact(&ask(QUESTION).build()).await.body["data"]["flags"],
        0
    );
    silent(&stage, "MESSAGE_CREATE", &mention().build()).await;
    stage.stop().await;
}

#[tokio::test]
async fn answers_are_private_where_they_are_to_be() {
    let stage = Stage::start().await;
    set(&stage, &[("visibility", "asker")]).await;
    let answer = stage.interact(&ask(QUESTION).build()).await.body;
    assert_eq!(answer["data"]["flags"], EPHEMERAL);
    let said = stage.say(&mention().build()).await.body["content"].to_string();
    assert!(said.contains("</ask:"), "{said}");
    stage.stop().await;
}

#[tokio::test]
async fn mentions_are_answered_in_a_thread_where_they_are_to_be() {
    let stage = Stage::start().await;
    set(&stage, &[("place", "thread")]).await;
    let asked = mention().build();
    stage.fake.dispatch("MESSAGE_CREATE", &asked);
    let opened = stage.fake.wait_for_request("POST", routes::THREADS).await;
    assert_eq!(opened.body["name"], QUESTION);
    let answer = stage.fake.wait_for_request("POST", routes::MESSAGES).await;
    assert_eq!(
        answer.parameters[0], asked["id"],
        "a thread has its message's id"
    );
    assert!(read(&embeds(&answer.body)[0]).contains("Pékin a lancé"));
    let thread = asked["id"].as_str().expect("an id");
    let inside = mention().channel(thread).build();
    assert_eq!(
        stage.say(&inside).await.parameters[0],
        thread,
        "no thread in a thread"
    );
    let again = events::message(&format!("<@{BOT}> {QUESTION}")).set("/id", asked["id"].clone());
    let twice = stage.say(&again.mentions(events::this_bot()).build()).await;
    assert_eq!(
        twice.parameters[0], CHANNEL,
        "where no thread can be made, in the channel"
    );
    stage.stop().await;
}

/// A post in the forum, made now.
pub fn post(title: &str) -> Value {
    #[allow(
        clippy::disallowed_methods,
        reason = "Discord's ids tell when something was made"
    )]
    let since = SystemTime::now()
        .duration_since(UNIX_EPOCH)
        .expect("after 1970");
    let id = (since.as_millis() - 1_420_070_400_000) << 22;
    events::thread(&id.to_string(), title, FORUM, MEMBER)
}

/// The two events of a post: its thread, and the first message in it, which has the thread's id.
pub fn events_of(post: &Value) -> [(&'static str, Value); 2] {
    let id = post["id"].as_str().expect("an id");
    let first = events::message("")
        .channel(id)
        .set("/id", post["id"].clone());
    [
        ("THREAD_CREATE", post.clone()),
        ("MESSAGE_CREATE", first.build()),
    ]
}

/// Fails if the bot answers a post.
async fn unanswered(stage: &Stage, post: &Value) {
    let [(opened, thread), (begun, message)] = events_of(post);
    stage.fake.dispatch(opened, &thread);
    silent(stage, begun, &message).await;
}

#[tokio::test]
async fn a_forum_post_that_asks_gets_one_answer() {
    let stage = Stage::start().await;
    unanswered(&stage, &post(QUESTION)).await;
    open_forum(&stage, &[]).await;
    for backwards in [false, true] {
        let asked = post(QUESTION);
        let mut both = events_of(&asked);
        if backwards {
            both.reverse();
        }
        let [(first, one), (second, other)] = both;
        silent(&stage, first, &one).await;
        stage.fake.dispatch(second, &other);
        let answer = stage.fake.wait_for_request("POST", routes::MESSAGES).await;
        assert_eq!(answer.parameters[0], asked["id"]);
        assert!(read(&embeds(&answer.body)[0]).contains("Pékin a lancé"));
        assert_eq!(answer.body["content"], format!("-# {QUESTION}"));
        unanswered(&stage, &asked).await;
    }
    for title in [
        "Quelle est la capitale de l'Australie ?",
        "Pékin et son organisation",
        "J'ai lu que Pékin a lancé une nouvelle organisation internationale",
        "Chinese AI strategy and the new organisation launched by Beijing",
        "!!!",
    ] {
        unanswered(&stage, &post(title)).await;
    }
    let old = events::thread("1400000000000000099", QUESTION, FORUM, MEMBER);
    unanswered(&stage, &old).await;
    let mut mine = post(QUESTION);
    mine["owner_id"] = json!(BOT);
    unanswered(&stage, &mine).await;
    let [(opened, thread), (begun, mut message)] = events_of(&post(QUESTION));
    message["webhook_id"] = json!(events::snowflake());
    stage.fake.dispatch(opened, &thread);
    silent(&stage, begun, &message).await;
    stage.stop().await;
}

/// Turns the forum on, with these settings besides.
pub async fn open_forum(stage: &Stage, options: &[(&str, &str)]) {
    let on = settings(&[&[("answer", "forum")], options].concat()).in_thread(FORUM);
    let on = on.set("/channel/parent_id", json!(FORUM)).build();
    stage.interact(&on).await;
}

#[tokio::test]
async fn a_post_that_speaks_to_the_bot_is_answered_once() {
    let stage = Stage::start().await;
    open_forum(&stage, &[]).await;
    for backwards in [false, true] {
        let asked = post(QUESTION);
        let [thread, (begun, message)] = events_of(&asked);
        let content = json!(format!("<@{BOT}> who decides?"));
        let message = json_with(message, "content", content);
        let message = json_with(message, "mentions", json!([events::this_bot()]));
        let mut both = [thread, (begun, message)];
        if backwards {
            both.reverse();
        }
        for (event, data) in both {
            stage.fake.dispatch(event, &data);
        }
        let answer = stage.fake.wait_for_request("POST", routes::MESSAGES).await;
        assert!(answer.body["message_reference"].is_object(), "{answer:?}");
        unanswered(&stage, &post("!!!")).await;
    }
    stage.stop().await;
}

fn json_with(mut value: Value, key: &str, to: Value) -> Value {
    value[key] = to;
    value
}

#[tokio::test]
async fn a_post_is_not_answered_where_answers_are_private() {
    let stage = Stage::start().await;
    open_forum(&stage, &[("visibility", "asker")]).await;
    unanswered(&stage, &post(QUESTION)).await;
    stage.stop().await;
}

#[tokio::test]
async fn an_admin_sees_why_in_a_thread_and_in_a_post() {
    let stage = Stage::start().await;
    open_forum(&stage, &[]).await;
    let asked = post(QUESTION);
    for (event, data) in events_of(&asked) {
        stage.fake.dispatch(event, &data);
    }
    stage.fake.wait_for_request("POST", routes::MESSAGES).await;
    set(&stage, &[("place", "thread")]).await;
    let message = mention().build();
    stage.fake.dispatch("MESSAGE_CREATE", &message);
    stage.fake.wait_for_request("POST", routes::MESSAGES).await;
    for place in [&asked["id"], &message["id"]] {
        let why = events::slash("why").user(events::OWNER);
        let why = why.in_thread(place.as_str().expect("an id")).build();
        let why = stage.interact(&why).await.body;
        assert!(embeds(&why)[0].to_string().contains("Confidence"), "{why}");
    }
    stage.stop().await;
}

#[tokio::test]
async fn a_thread_is_made_for_answers_only_and_none_stays_empty() {
    let stage = Stage::start().await;
    set(&stage, &[("place", "thread")]).await;
    let bare = events::message(&format!("<@{BOT}>")).mentions(events::this_bot());
    let help = stage.say(&bare.build()).await;
    assert_eq!(help.parameters[0], CHANNEL, "help needs no thread");
    let refused = Fault::Error {
        status: 403,
        code: 50_013,
        message: "Missing Permissions",
    };
    stage.fake.fault("POST", routes::MESSAGES, refused);
    let asked = mention().build();
    stage.fake.dispatch("MESSAGE_CREATE", &asked);
    stage.fake.wait_for_request("POST", routes::THREADS).await;
    let first = stage.fake.wait_for_request("POST", routes::MESSAGES).await;
    assert_eq!(first.status, Some(403));
    let second = stage.fake.wait_for_request("POST", routes::MESSAGES).await;
    assert_eq!(second.parameters[0], CHANNEL, "the answer still comes");
    stage.stop().await;
}
