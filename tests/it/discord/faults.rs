//! Discord or the way to it fails: every reply is made once, or what cannot be is told calmly.

use std::time::Duration;

use serde_json::Value;

use super::stage::{Stage, article, ask, embeds, read, settings};
use crate::fake_discord::events::{self, BOT};
use crate::fake_discord::{FakeDiscord, Fault, Recorded, routes};

const QUESTION: &str = "Qui a lancé l'organisation ?";

/// What a request meets once before it succeeds.
fn passing_faults() -> Vec<Fault> {
    let mut faults = Vec::from([500, 502, 503, 504].map(Fault::Status));
    faults.extend([Fault::DropBeforeBody, Fault::DropAfterBody]);
    faults
}

fn mention() -> Value {
    events::message(&format!("<@{BOT}> {QUESTION}"))
        .mentions(events::this_bot())
        .build()
}

async fn deferring() -> Stage {
    let fake = FakeDiscord::start().await;
    let mut settings = settings(&fake);
    settings.defer_after = Duration::ZERO;
    Stage::with(fake, settings, article()).await
}

/// The first of these requests that Discord took.
async fn taken(stage: &Stage, method: &str, route: &str) -> Recorded {
    loop {
        let request = stage.fake.wait_for_request(method, route).await;
        if request.status.is_some_and(|status| status < 300) {
            return request;
        }
    }
}

#[tokio::test]
async fn a_command_is_answered_when_discord_is_back() {
    let stage = Stage::start().await;
    for fault in passing_faults() {
        let question = ask(QUESTION).build();
        stage.fake.fault("POST", routes::CALLBACK, fault);
        stage.fake.dispatch("INTERACTION_CREATE", &question);
        let answer = taken(&stage, "POST", routes::CALLBACK).await;
        assert_eq!(answer.parameters[1], question["token"]);
        assert!(read(&embeds(&answer.body)[0]).contains("Pékin a lancé"));
    }
    stage.stop().await;
}

#[tokio::test]
async fn an_answer_that_is_edited_in_is_sent_again() {
    let stage = deferring().await;
    for fault in passing_faults() {
        stage.fake.fault("PATCH", routes::ORIGINAL, fault);
        stage.interact(&ask(QUESTION).build()).await;
        let answer = taken(&stage, "PATCH", routes::ORIGINAL).await;
        assert!(read(&embeds(&answer.body)[0]).contains("Pékin a lancé"));
    }
    stage.stop().await;
}

#[tokio::test]
async fn a_mention_is_answered_once() {
    let stage = Stage::start().await;
    let mut faults = passing_faults();
    faults.push(Fault::DropAnswer);
    for fault in faults {
        let message = mention();
        stage.fake.fault("POST", routes::MESSAGES, fault);
        stage.fake.dispatch("MESSAGE_CREATE", &message);
        let answer = taken(&stage, "POST", routes::MESSAGES).await;
        assert_eq!(answer.body["nonce"], message["id"]);
        assert_eq!(answer.body["enforce_nonce"], true);
    }
    stage.stop().await;
}

#[tokio::test]
async fn a_response_that_had_arrived_is_not_missed() {
    let stage = Stage::start().await;
    let question = ask(QUESTION).build();
    stage
        .fake
        .fault("POST", routes::CALLBACK, Fault::DropAnswer);
    assert_eq!(stage.interact(&question).await.status, None);
    let again = stage.fake.answer_to(&question).await;
    assert_eq!(again.status, Some(400), "Discord has it already");
    stage.take_commands().await;
    let log = stage.fake.log();
    assert!(!log.contains("could not be delivered"), "{log}");
    // The stand-in complains of the second answer, which nobody could know to be one.
    let problems = stage.fake.take_problems();
    assert_eq!(problems.len(), 1, "{problems:?}");
    stage.stop().await;
}

#[tokio::test]
async fn thinking_never_stays_for_ever() {
    let stage = deferring().await;
    let refused = || Fault::Error {
        status: 400,
        code: 50_035,
        message: "Invalid Form Body",
    };
    stage.fake.fault("PATCH", routes::ORIGINAL, refused());
    stage.interact(&ask(QUESTION).build()).await;
    let sorry = taken(&stage, "PATCH", routes::ORIGINAL).await;
    let content = sorry.body["content"].as_str().expect("a sentence");
    assert!(content.contains("went wrong"), "{content}");
    stage.fake.fault("PATCH", routes::ORIGINAL, refused());
    stage.fake.fault("PATCH", routes::ORIGINAL, refused());
    stage.interact(&ask(QUESTION).build()).await;
    stage
        .fake
        .wait_for_request("DELETE", routes::ORIGINAL)
        .await;
    stage.stop().await;
}

#[tokio::test]
async fn a_global_limit_stops_every_request_until_it_ends() {
    let stage = Stage::start().await;
    stage.take_commands().await;
    let limited = Fault::RateLimited {
        retry_after: 0.5,
        global: true,
    };
    stage.fake.fault("POST", routes::CALLBACK, limited);
    let first = ask(QUESTION).build();
    assert_eq!(stage.interact(&first).await.status, Some(429));
    // What came meanwhile waits, and is answered after it.
    let (second, mention) = (ask(QUESTION).build(), mention());
    stage.fake.dispatch("INTERACTION_CREATE", &second);
    stage.fake.dispatch("MESSAGE_CREATE", &mention);
    for question in [&first, &second] {
        assert_eq!(stage.fake.answer_to(question).await.status, Some(204));
    }
    stage.fake.wait_for_request("POST", routes::MESSAGES).await;
    stage.fake.expect_no_more();
    stage.stop().await;
}

#[tokio::test]
async fn whoever_waits_for_a_mention_sees_the_bot_typing() {
    let stage = deferring().await;
    let message = mention();
    stage.fake.dispatch("MESSAGE_CREATE", &message);
    let typing = stage.fake.wait_for_request("POST", routes::TYPING).await;
    assert_eq!(typing.parameters[0], message["channel_id"]);
    stage.fake.wait_for_request("POST", routes::MESSAGES).await;
    stage.stop().await;
}
