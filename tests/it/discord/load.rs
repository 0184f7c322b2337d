//! More is asked than can be answered: nobody waits in vain, and nobody is flooded.

use serde_json::Value;

use super::stage::{Stage, article, ask, embeds, settings};
use crate::fake_discord::FakeDiscord;
use crate::fake_discord::events::{self, BOT};

const QUESTION: &str = "Qui a lancé l'organisation ?";

/// Two questions an hour.
const RARELY: &str = "2/3600";

async fn with_cooldown(rate: &str) -> Stage {
    let fake = FakeDiscord::start().await;
    let mut settings = settings(&fake);
    settings.cooldown = Some(rate.parse().expect("a rate"));
    Stage::with(fake, settings, article()).await
}

/// What the bot says by itself, and to whom it shows that.
fn said(answer: &Value) -> (String, Value) {
    let content = answer["data"]["content"].as_str().unwrap_or_default();
    (content.to_owned(), answer["data"]["flags"].clone())
}

#[tokio::test]
async fn where_too_many_wait_a_member_is_told_at_once() {
    let fake = FakeDiscord::start().await;
    let mut settings = settings(&fake);
    settings.waiting = 0;
    let stage = Stage::with(fake, settings, article()).await;
    for (locale, expected) in [
        ("en-US", "Many people are asking at the moment"),
        ("fr", "Beaucoup de questions"),
        ("ja", "質問が集中しています"),
    ] {
        let answer = stage.interact(&ask(QUESTION).locale(locale).build()).await;
        let (content, flags) = said(&answer.body);
        assert!(content.contains(expected), "{locale}: {content}");
        assert_eq!(flags, 64, "for the asker alone");
    }
    let verify = events::slash("verify")
        .option("text", "Pékin a lancé")
        .build();
    let (content, _) = said(&stage.interact(&verify).await.body);
    assert!(content.contains("Many people"), "{content}");
    let mention = events::message(&format!("<@{BOT}> {QUESTION}"));
    let mention = mention.mentions(events::this_bot()).build();
    let answer = stage.say(&mention).await;
    assert!(answer.body["content"].to_string().contains("Beaucoup de"));
    stage.stop().await;
}

#[tokio::test]
async fn a_question_that_has_no_room_counts_as_asked() {
    let fake = FakeDiscord::start().await;
    let mut settings = settings(&fake);
    settings.waiting = 0;
    settings.cooldown = Some("1/3600".parse().expect("a rate"));
    let stage = Stage::with(fake, settings, article()).await;
    for expected in ["Many people are asking", "You can ask again in"] {
        let answer = stage.interact(&ask(QUESTION).build()).await;
        let (content, flags) = said(&answer.body);
        assert!(content.contains(expected), "{content}");
        assert_eq!(flags, 64, "for the asker alone");
    }
    stage.stop().await;
}

#[tokio::test]
async fn whoever_asks_too_often_reads_how_long_to_wait() {
    let stage = with_cooldown(RARELY).await;
    for _ in 0..2 {
        let answer = stage.interact(&ask(QUESTION).build()).await;
        assert!(!embeds(&answer.body).is_empty(), "{answer:?}");
        assert_eq!(answer.body["data"]["flags"], 0);
    }
    for (locale, expected) in [
        ("en-US", "You can ask again in 1800 seconds."),
        ("fr", "dans 1800\u{a0}s."),
        ("de", "In 1800 Sekunden"),
    ] {
        let answer = stage.interact(&ask(QUESTION).locale(locale).build()).await;
        let (content, flags) = said(&answer.body);
        let content = content.replace(['\u{2068}', '\u{2069}', ','], "");
        let content = content.replace("1799", "1800");
        assert!(content.contains(expected), "{locale}: {content}");
        assert_eq!(flags, 64, "for the asker alone");
    }
    // Others are not made to wait, nor is what costs nothing.
    let other = ask(QUESTION).user("1100000000000000077").build();
    assert_eq!(stage.interact(&other).await.body["data"]["flags"], 0);
    let help = stage.interact(&events::slash("help").build()).await;
    assert!(help.body.to_string().contains("/ask"));
    stage.stop().await;
}

#[tokio::test]
async fn whoever_moderates_may_ask_as_often_as_they_like() {
    const MANAGE_MESSAGES: &str = "8192";
    let stage = with_cooldown("1/3600").await;
    for _ in 0..4 {
        let question = ask(QUESTION).member(MANAGE_MESSAGES, &[]).build();
        let answer = stage.interact(&question).await;
        assert!(!embeds(&answer.body).is_empty(), "{answer:?}");
        let owner = ask(QUESTION).user(events::OWNER).build();
        let answer = stage.interact(&owner).await;
        assert!(!embeds(&answer.body).is_empty(), "{answer:?}");
    }
    stage.stop().await;
}

#[tokio::test]
async fn a_flood_of_mentions_gets_one_reply_that_says_so() {
    let stage = with_cooldown("1/3600").await;
    stage.take_commands().await;
    let mention = || {
        let message = events::message(&format!("<@{BOT}> {QUESTION}"));
        message.mentions(events::this_bot()).build()
    };
    let answer = stage.say(&mention()).await;
    assert!(!embeds(&answer.body).is_empty(), "{answer:?}");
    let told = stage.say(&mention()).await;
    let content = told.body["content"].as_str().expect("a sentence");
    assert!(content.contains("très vite"), "{content}");
    for _ in 0..5 {
        stage.fake.dispatch("MESSAGE_CREATE", &mention());
    }
    // Events are taken in their order, so what is silent has been so by then.
    stage.interact(&events::slash("help").build()).await;
    stage.fake.expect_no_more();
    stage.stop().await;
}
