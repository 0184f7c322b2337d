//! The REST API, through serenity's `Http` alone.

use serde_json::{Value, json};
use serenity::all::{ChannelId, Http, HttpError, InteractionId};

use super::{http, http_with};
use crate::fake_discord::events::{self, CHANNEL, GUILD, message, slash};
use crate::fake_discord::routes::{COMMANDS, GUILD_COMMANDS, MESSAGE, MESSAGES, TYPING, WEBHOOK};
use crate::fake_discord::{FakeDiscord, Fault, problems_of_response};

/// A message that pings nobody.
pub(super) fn post(content: &str) -> Value {
    json!({ "content": content, "allowed_mentions": { "parse": [] } })
}

pub(super) fn channel() -> ChannelId {
    CHANNEL.parse().expect("an id")
}

/// The status and Discord's code of an error.
pub(super) fn refused<T: std::fmt::Debug>(outcome: serenity::Result<T>) -> (u16, isize) {
    match outcome.expect_err("an error") {
        serenity::Error::Http(HttpError::UnsuccessfulRequest(response)) => {
            (response.status_code.as_u16(), response.error.code)
        }
        other => panic!("not an answer: {other}"),
    }
}

async fn send(http: &Http, content: &str) -> serenity::Result<serenity::all::Message> {
    http.send_message(channel(), vec![], &post(content)).await
}

async fn respond(http: &Http, interaction: &Value, body: &Value) -> serenity::Result<()> {
    let id: InteractionId = interaction["id"]
        .as_str()
        .expect("an id")
        .parse()
        .expect("an id");
    let token = interaction["token"].as_str().expect("a token");
    http.create_interaction_response(id, token, body, vec![])
        .await
}

#[tokio::test]
async fn what_is_there_is_shown() {
    let fake = FakeDiscord::start().await;
    let http = http(&fake);
    assert_eq!(
        http.get_bot_gateway().await.expect("a gateway").url,
        fake.gateway_url()
    );
    assert_eq!(
        http.get_current_user()
            .await
            .expect("a user")
            .id
            .to_string(),
        events::BOT
    );
    let application = http
        .get_current_application_info()
        .await
        .expect("an application");
    assert_eq!(
        application.owner.expect("an owner").id.to_string(),
        events::OWNER
    );
    let guild = http
        .get_guild(GUILD.parse().expect("an id"))
        .await
        .expect("a guild");
    assert_eq!(guild.preferred_locale, "fr");
    http.get_channel(channel()).await.expect("a channel");
    http.broadcast_typing(channel()).await.expect("typing");
    fake.wait_for_request("POST", TYPING).await;
    fake.finish();
}

#[tokio::test]
async fn an_application_may_belong_to_a_team() {
    let team = events::team_application(&[events::MEMBER, events::OWNER]);
    let fake = FakeDiscord::builder().application(team).start().await;
    let application = http(&fake)
        .get_current_application_info()
        .await
        .expect("an application");
    assert_eq!(application.team.expect("a team").members.len(), 2);
    fake.finish();
}

#[tokio::test]
async fn messages_are_kept() {
    let fake = FakeDiscord::start().await;
    let http = http(&fake);
    let sent = send(&http, "one").await.expect("sent");
    let edited = http
        .edit_message(channel(), sent.id, &post("two"), vec![])
        .await
        .expect("edited");
    assert_eq!(
        (edited.content.as_str(), edited.edited_timestamp.is_some()),
        ("two", true)
    );
    assert_eq!(
        http.get_message(channel(), sent.id)
            .await
            .expect("there")
            .content,
        "two"
    );
    http.delete_message(channel(), sent.id, None)
        .await
        .expect("deleted");
    assert_eq!(
        refused(http.get_message(channel(), sent.id).await),
        (404, 10008)
    );
    fake.wait_for_request("DELETE", MESSAGE).await;
    fake.finish();
}

#[tokio::test]
async fn a_reply_needs_its_message() {
    let fake = FakeDiscord::start().await;
    let original = message("who?").build();
    let mut reply = post("answer");
    reply["message_reference"] = events::reference(&original);
    let answer = http(&fake).send_message(channel(), vec![], &reply).await;
    assert_eq!(refused(answer), (400, 50035));
    fake.delete_message(&original);
    reply["message_reference"]["fail_if_not_exists"] = json!(false);
    http(&fake)
        .send_message(channel(), vec![], &reply)
        .await
        .expect("sent");
    fake.finish();
}

#[tokio::test]
async fn commands_come_back_as_discord_has_them() {
    let fake = FakeDiscord::start().await;
    let ask = json!({
        "name": "ask", "description": "Ask", "description_localizations": { "fr": "Demander" },
        "contexts": [0, 1],
        "options": [{ "type": 3, "name": "question", "description": "What", "required": true,
            "choices": [], "autocomplete": false }],
    });
    let find = json!({ "name": "Find in the articles", "type": 3 });
    let http = http(&fake);
    let put = http
        .create_global_commands(&json!([ask, find]))
        .await
        .expect("put");
    assert_eq!(put.len(), 2);
    let stored = fake.registered(None);
    assert_eq!(
        problems_of_response("GET", COMMANDS, 200, &json!(stored)),
        [""; 0]
    );
    assert_eq!(stored[0]["type"], 1);
    assert_eq!(stored[0]["name_localizations"], Value::Null);
    assert_eq!(stored[1]["description"], "");

    let bare = http.get_global_commands().await.expect("commands");
    assert!(
        bare.iter()
            .all(|command| command.description_localizations.is_none())
    );
    let whole = http
        .get_global_commands_with_localizations()
        .await
        .expect("commands");
    assert!(
        whole
            .iter()
            .any(|command| command.description_localizations.is_some())
    );

    // The same again changes nothing; another description, one version.
    let again = http
        .create_global_commands(&json!([find, ask]))
        .await
        .expect("put");
    assert_eq!(
        (again[1].id, &again[1].version),
        (put[0].id, &put[0].version)
    );
    let other = json!({ "name": "ask", "description": "Ask me" });
    let changed = http
        .create_global_commands(&json!([other]))
        .await
        .expect("put");
    assert_eq!(changed[0].id, put[0].id);
    assert_ne!(changed[0].version, put[0].version);
    fake.finish();
}

#[tokio::test]
async fn commands_of_a_guild_are_its_own() {
    let fake = FakeDiscord::start().await;
    let guild = GUILD.parse().expect("an id");
    fake.register(
        Some(GUILD),
        &[json!({ "name": "old", "description": "Old" })],
    );
    let http = http(&fake);
    let old = http.get_guild_commands(guild).await.expect("commands");
    let edit = json!({ "description": "New" });
    let edited = http
        .edit_guild_command(guild, old[0].id, &edit)
        .await
        .expect("edited");
    assert_eq!(
        (edited.name.as_str(), edited.description.as_str()),
        ("old", "New")
    );
    http.delete_guild_command(guild, old[0].id)
        .await
        .expect("deleted");
    assert!(fake.registered(Some(GUILD)).is_empty());
    let elsewhere = http.get_guild_commands(1.into()).await;
    assert_eq!(refused(elsewhere), (403, 50001));
    fake.wait_for_request("GET", GUILD_COMMANDS).await;
    fake.finish();
}

#[tokio::test]
async fn the_bot_is_in_the_guilds_of_the_setup() {
    let guild = |id: &str| events::guild().id(id).build();
    let fake = FakeDiscord::builder()
        .guilds([guild("77"), guild("78")])
        .start()
        .await;
    let http = http(&fake);
    assert_eq!(
        http.get_guild(78.into()).await.expect("there").name,
        "The guild"
    );
    assert_eq!(refused(http.get_guild(79.into()).await), (404, 10004));
    fake.finish();
}

#[tokio::test]
async fn an_interaction_is_answered_once_and_then_has_a_webhook() {
    let fake = FakeDiscord::start().await;
    let http = http(&fake);
    let ask = slash("ask").build();
    let token = ask["token"].as_str().expect("a token");
    let body = json!({ "type": 4, "data": post("one") });
    let original = || http.get_original_interaction_response(token);
    fake.open(&ask);
    assert_eq!(
        refused(original().await),
        (404, 10015),
        "not before it is answered"
    );
    respond(&http, &ask, &body).await.expect("answered");
    assert_eq!(refused(respond(&http, &ask, &body).await), (400, 40060));
    assert_eq!(original().await.expect("there").content, "one");
    let two = post("two");
    let edited = http
        .edit_original_interaction_response(token, &two, vec![])
        .await
        .expect("edited");
    assert_eq!(edited.content, "two");
    let more = http
        .create_followup_message(token, &two, vec![])
        .await
        .expect("sent");
    http.delete_followup_message(token, more.id)
        .await
        .expect("deleted");
    http.delete_original_interaction_response(token)
        .await
        .expect("deleted");
    assert_eq!(refused(original().await), (404, 10008));
    fake.expire(&ask);
    assert_eq!(refused(original().await), (401, 50027));
    fake.wait_for_request("POST", WEBHOOK).await;
    let problems = fake.take_problems();
    assert_eq!(problems.len(), 2, "too early, and twice: {problems:#?}");
    fake.finish();
}

#[tokio::test]
async fn a_response_fits_its_interaction() {
    let fake = FakeDiscord::start().await;
    let http = http(&fake);
    let never_sent = slash("ask").build();
    let typing = events::autocomplete("ask").focused("question", "Q").build();
    let late = slash("ask").build();
    fake.open(&typing);
    fake.open(&late);
    fake.expire(&late);
    let body = json!({ "type": 4, "data": post("one") });
    assert_eq!(
        refused(respond(&http, &never_sent, &body).await),
        (404, 10062)
    );
    assert_eq!(refused(respond(&http, &typing, &body).await), (400, 50035));
    assert_eq!(fake.take_problems().len(), 2);
    assert_eq!(refused(respond(&http, &late, &body).await), (404, 10062));
    fake.finish();
}

#[tokio::test]
async fn a_wrong_token_is_unauthorized() {
    let fake = FakeDiscord::builder().token("the.right.one").start().await;
    assert_eq!(
        refused(http_with(&fake, "a.wrong.one").get_current_user().await),
        (401, 0)
    );
    http(&fake).get_current_user().await.expect("the right one");
    fake.finish();
}

#[tokio::test]
async fn faults_come_in_their_order() {
    let fake = FakeDiscord::start().await;
    let http = http(&fake);
    fake.fault(
        "POST",
        MESSAGES,
        Fault::RateLimited {
            retry_after: 1.5,
            global: false,
        },
    );
    fake.fault("POST", MESSAGES, Fault::Status(502));
    fake.fault("POST", MESSAGES, Fault::DropBeforeBody);
    fake.fault("POST", MESSAGES, Fault::DropAfterBody);
    let error = Fault::Error {
        status: 403,
        code: 50013,
        message: "Missing Permissions",
    };
    fake.fault("POST", MESSAGES, error);
    assert_eq!(refused(send(&http, "1").await).0, 429);
    assert_eq!(refused(send(&http, "2").await).0, 502);
    for content in ["3", "4"] {
        let dropped = send(&http, content).await.expect_err("dropped");
        assert!(
            matches!(dropped, serenity::Error::Http(HttpError::Request(_))),
            "{dropped}"
        );
    }
    assert_eq!(refused(send(&http, "5").await), (403, 50013));
    send(&http, "6").await.expect("no fault is left");
    let recorded: Vec<_> = fake
        .requests()
        .iter()
        .map(|request| (request.body["content"].clone(), request.status))
        .collect();
    let expected = [
        ("1", Some(429)),
        ("2", Some(502)),
        ("4", None),
        ("5", Some(403)),
        ("6", Some(200)),
    ];
    assert_eq!(
        recorded,
        expected.map(|(content, status)| (json!(content), status))
    );
    fake.finish();
}

#[tokio::test]
async fn a_request_can_be_held() {
    let fake = FakeDiscord::start().await;
    let http = http(&fake);
    let mut gate = fake.hold("POST", MESSAGES);
    let (sent, ()) = tokio::join!(send(&http, "late"), async {
        gate.reached().await;
        assert_eq!(fake.requests()[0].status, None);
        gate.release();
    });
    sent.expect("released");
    fake.finish();
}
