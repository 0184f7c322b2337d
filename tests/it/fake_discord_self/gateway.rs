//! The gateway, and the way of an event to its answer.

use std::time::Duration;

use serde_json::json;

use super::{Bot, ends_badly, http};
use crate::discord::stage::Stage;
use crate::fake_discord::events::{self, message, slash};
use crate::fake_discord::routes::{MESSAGES, ORIGINAL};
use crate::fake_discord::{Act, FakeDiscord, Refusal, TOKEN};

#[tokio::test]
async fn a_client_connects_and_answers() {
    let fake = FakeDiscord::start().await;
    let _bot = Bot::connect(&fake).await;

    let identify = fake.wait_for_signal(|signal| signal.is_op(2)).await;
    let Act::Sent(_, identify) = identify.act else {
        panic!("not an operation")
    };
    assert_eq!(identify["token"], format!("Bot {TOKEN}"));
    assert_eq!(identify["intents"], json!(1 | 1 << 9 | 1 << 12));

    let post = message("").build();
    let interactions = [
        slash("ask").option("question", "Qui ?").build(),
        slash("ask").direct().build(),
        events::message_command("Find in the articles", &post).build(),
        events::button("more:1", &post).build(),
        events::select("which", &["1"], &post).build(),
        events::modal("feedback", &[("why", "because")]).build(),
        events::autocomplete("ask")
            .focused("question", "Qu")
            .build(),
    ];
    for interaction in &interactions {
        fake.dispatch("INTERACTION_CREATE", interaction);
        let answer = fake.answer_to(interaction).await;
        assert!(answer.body["data"].is_object());
    }
    fake.expect_no_more();
    fake.finish();
}

#[tokio::test]
async fn a_deferred_answer_is_edited_in() {
    let fake = FakeDiscord::start().await;
    let _bot = Bot::connect(&fake).await;
    let slow = slash("slow").build();
    fake.dispatch("INTERACTION_CREATE", &slow);
    assert_eq!(fake.answer_to(&slow).await.body["type"], 5);
    let edit = fake.wait_for_request("PATCH", ORIGINAL).await;
    assert_eq!(edit.body["content"], "answered");
    fake.finish();
}

/// The idiom for "this is not answered": something of the same kind that is, afterwards.
#[tokio::test]
async fn what_is_not_answered_can_be_shown() {
    let fake = FakeDiscord::start().await;
    let _bot = Bot::connect(&fake).await;
    let ignored = [
        message("who?").author(events::bot("1", "other")).build(),
        message("who?").webhook("2").build(),
        message("who? (no mention, so no content)").build(),
    ];
    for ignored in &ignored {
        fake.dispatch("MESSAGE_CREATE", ignored);
    }
    let sentinel = message("who?").mentions(events::this_bot()).build();
    fake.dispatch("MESSAGE_CREATE", &sentinel);
    let answer = fake.wait_for_request("POST", MESSAGES).await;
    assert_eq!(
        answer.body["message_reference"]["message_id"],
        sentinel["id"]
    );

    // Its own answer came back to it; it was ignored too.
    let sentinel = message("who?").direct().build();
    fake.dispatch("MESSAGE_CREATE", &sentinel);
    let answer = fake.wait_for_request("POST", MESSAGES).await;
    assert_eq!(
        answer.body["message_reference"]["message_id"],
        sentinel["id"]
    );
    fake.expect_no_more();
    fake.finish();
}

#[tokio::test]
async fn a_session_is_resumed_and_nothing_is_missed() {
    let fake = FakeDiscord::start().await;
    let _bot = Bot::connect(&fake).await;
    let interruptions: [fn(&FakeDiscord); 4] = [
        FakeDiscord::cut,
        FakeDiscord::reconnect,
        |fake| fake.close(4000),
        |fake| fake.invalidate(true),
    ];
    for interrupt in interruptions {
        interrupt(&fake);
        let missed = slash("ask").build();
        fake.dispatch("INTERACTION_CREATE", &missed);
        fake.wait_for_signal(|signal| signal.is_op(6)).await;
        fake.connected().await;
        fake.answer_to(&missed).await;
    }
    fake.wait_for_signal(|signal| signal.is_op(2)).await;
    let identified = fake
        .signals()
        .iter()
        .filter(|signal| signal.is_op(2))
        .count();
    assert_eq!(identified, 1, "after the first, all were resumed");
    fake.finish();
}

#[tokio::test]
async fn a_session_that_is_lost_is_begun_anew() {
    let fake = FakeDiscord::start().await;
    let _bot = Bot::connect(&fake).await;
    fake.wait_for_signal(|signal| signal.is_op(2)).await;
    fake.invalidate(false);
    fake.wait_for_signal(|signal| signal.is_op(2)).await;
    fake.connected().await;
    let ask = slash("ask").build();
    fake.dispatch("INTERACTION_CREATE", &ask);
    fake.answer_to(&ask).await;
    fake.finish();
}

#[tokio::test]
async fn a_refused_resume_is_tried_again() {
    let fake = FakeDiscord::start().await;
    let _bot = Bot::connect(&fake).await;
    fake.refuse_resume(Refusal::Cut);
    fake.cut();
    for _ in 0..2 {
        fake.wait_for_signal(|signal| signal.is_op(6)).await;
    }
    fake.connected().await;
    fake.finish();
}

#[tokio::test]
async fn a_wrong_token_ends_the_client() {
    let fake = FakeDiscord::start().await;
    let bot = Bot::with_token(&fake, http(&fake), "not.the.token");
    assert_eq!(bot.ended.await.expect("no panic"), Some(4004));
    let signals = fake.signals();
    assert_eq!(signals.iter().filter(|signal| signal.is_op(2)).count(), 1);
    fake.finish();
}

#[tokio::test]
async fn intents_that_are_not_granted_end_the_client() {
    let fake = FakeDiscord::start().await;
    fake.refuse_identify(Refusal::Close(4014));
    let bot = Bot::start(&fake, http(&fake));
    assert_eq!(bot.ended.await.expect("no panic"), Some(4014));
    fake.finish();
}

#[tokio::test]
async fn a_client_that_leaves_says_so() {
    let fake = FakeDiscord::start().await;
    let bot = Bot::connect(&fake).await;
    bot.leave();
    fake.wait_for_signal(|signal| signal.act == Act::Closed(Some(1000)))
        .await;
    assert_eq!(bot.ended.await.expect("no panic"), Some(1000));
    fake.finish();
}

#[tokio::test]
async fn heartbeats_come_by_themselves_and_when_asked_for() {
    let often = FakeDiscord::builder()
        .heartbeat(Duration::from_millis(10))
        .start()
        .await;
    let bot = Bot::connect(&often).await;
    often.wait_for_signal(|signal| signal.is_op(1)).await;
    bot.leave();
    often.finish();

    let seldom = FakeDiscord::start().await;
    let _bot = Bot::connect(&seldom).await;
    seldom.ask_for_heartbeat();
    seldom.wait_for_signal(|signal| signal.is_op(1)).await;
    seldom.finish();
}

/// A connection on which no heartbeat is acknowledged is given up.
#[tokio::test]
async fn a_dead_connection_is_given_up() {
    let fake = FakeDiscord::builder()
        .heartbeat(Duration::from_millis(10))
        .start()
        .await;
    let _bot = Bot::connect(&fake).await;
    fake.wait_for_signal(|signal| signal.is_op(2)).await;
    fake.ignore_heartbeats(true);
    fake.wait_for_signal(|signal| signal.is_op(6)).await;
    fake.ignore_heartbeats(false);
    fake.connected().await;
    fake.finish();
}

#[tokio::test]
async fn an_event_that_cannot_be_read_fails_the_test() {
    let stage = Stage::start().await;
    let broken = slash("ask").set("/version", json!("not a number")).build();
    stage.fake.dispatch("INTERACTION_CREATE", &broken);
    stage.interact(&slash("ask").build()).await;
    assert_eq!(stage.fake.lost_events().len(), 1, "{}", stage.fake.log());
    assert!(ends_badly(stage.fake).contains("an event could not be read"));
}

#[tokio::test]
async fn a_handler_that_panics_fails_the_test() {
    let fake = FakeDiscord::start().await;
    let _bot = Bot::connect(&fake).await;
    let late = slash("ask").build();
    fake.dispatch("INTERACTION_CREATE", &late);
    fake.expire(&late);
    fake.answer_to(&late).await;
    let sentinel = slash("ask").build();
    fake.dispatch("INTERACTION_CREATE", &sentinel);
    fake.answer_to(&sentinel).await;
    assert!(ends_badly(fake).contains("it can be answered"));
}

#[tokio::test]
async fn a_payload_that_is_no_event_fails_the_test() {
    let fake = FakeDiscord::start().await;
    let _bot = Bot::connect(&fake).await;
    fake.send_raw(json!({ "op": 99 }));
    let sentinel = slash("ask").build();
    fake.dispatch("INTERACTION_CREATE", &sentinel);
    fake.answer_to(&sentinel).await;
    assert!(ends_badly(fake).contains("received an unknown opcode"));
}

#[tokio::test]
async fn the_log_is_heard_at_trace_and_holds_no_token() {
    let fake = FakeDiscord::start().await;
    let _bot = Bot::connect(&fake).await;
    let ask = slash("ask").build();
    fake.dispatch("INTERACTION_CREATE", &ask);
    fake.answer_to(&ask).await;
    let log = fake.log();
    assert!(log.contains("TRACE"), "{log}");
    assert!(
        log.contains("interaction_create") || log.contains("InteractionResponse"),
        "{log}"
    );
    let leak = log.lines().find(|line| line.contains(TOKEN));
    assert_eq!(leak, None, "the token is in the log");
    fake.finish();
}
