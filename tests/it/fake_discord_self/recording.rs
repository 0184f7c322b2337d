//! What the stand-in writes down, and what of it fails a test.

use serde_json::{Value, json};
use serenity::all::MessageId;

use super::rest::{channel, post, refused};
use super::{ends_badly, http};
use crate::fake_discord::events;
use crate::fake_discord::routes::{self, CALLBACK, ORIGINAL};
use crate::fake_discord::{FakeDiscord, Fault, Recorded, append_to_transcript};

#[tokio::test]
async fn an_unexpected_request_fails_the_test() {
    let fake = FakeDiscord::start().await;
    assert_eq!(refused(http(&fake).get_voice_regions().await), (404, 0));
    assert!(ends_badly(fake).contains("an unexpected request: GET /api/v10/voice/regions"));
}

#[tokio::test]
async fn a_thing_nobody_knows_fails_the_test() {
    let fake = FakeDiscord::start().await;
    let nowhere = http(&fake)
        .send_message(1.into(), vec![], &post("hello"))
        .await;
    assert_eq!(refused(nowhere), (404, 10003));
    assert!(ends_badly(fake).contains("a channel nobody knows"));
}

#[tokio::test]
async fn an_invalid_body_fails_the_test() {
    let fake = FakeDiscord::start().await;
    let body = json!({ "content": "@everyone" });
    http(&fake)
        .send_message(channel(), vec![], &body)
        .await
        .expect("sent all the same");
    assert!(ends_badly(fake).contains("`allowed_mentions.parse` is not []"));
}

#[tokio::test]
async fn a_fault_nobody_met_fails_the_test() {
    let fake = FakeDiscord::start().await;
    fake.fault("POST", CALLBACK, Fault::Status(500));
    assert!(ends_badly(fake).contains("a planned fault was never met: POST /interactions/"));
}

#[tokio::test]
#[should_panic(expected = "requests nobody waited for")]
async fn a_request_too_many_is_seen() {
    let fake = FakeDiscord::start().await;
    http(&fake).get_current_user().await.expect("a user");
    fake.expect_no_more();
}

#[test]
fn a_transcript_has_one_line_a_request() {
    let file = tempfile::NamedTempFile::new().expect("a file");
    for body in [post("one\ntwo"), Value::Null] {
        let request = Recorded::new("POST", "/api/v10/channels/1/messages", body);
        append_to_transcript(file.path(), &request);
    }
    let text = std::fs::read_to_string(file.path()).expect("a transcript");
    let lines: Vec<Value> = text
        .lines()
        .map(|line| serde_json::from_str(line).expect("JSON"))
        .collect();
    let line =
        |body| json!({ "method": "POST", "path": "/api/v10/channels/1/messages", "body": body });
    assert_eq!(lines, [line(post("one\ntwo")), line(Value::Null)]);
}

/// Runs one of these tests once more, in a process with the variable set.
#[test]
fn the_transcript_is_where_the_environment_says() {
    let file = tempfile::NamedTempFile::new().expect("a file");
    let this = std::env::current_exe().expect("this binary");
    let run = std::process::Command::new(this)
        .args(["--exact", "fake_discord_self::rest::messages_are_kept"])
        .env("FAKE_DISCORD_TRANSCRIPT", file.path())
        .output()
        .expect("it runs");
    assert!(run.status.success(), "{run:?}");
    let text = std::fs::read_to_string(file.path()).expect("a transcript");
    let methods: Vec<Value> = text
        .lines()
        .map(|line| serde_json::from_str::<Value>(line).expect("JSON")["method"].take())
        .collect();
    assert_eq!(methods, ["POST", "PATCH", "GET", "DELETE", "GET"]);
}

#[test]
fn paths_are_resolved() {
    let original = "/api/v10/webhooks/1/token/messages/@original?&wait=true";
    assert_eq!(
        routes::resolve(original),
        Some((ORIGINAL, vec!["1".into(), "token".into()]))
    );
    assert_eq!(routes::resolve("/api/v9/gateway"), None);
    assert_eq!(routes::resolve("/api/v10/channels//messages"), None);
    let _: MessageId = events::snowflake().parse().expect("an id");
}
