//! The connection: how it begins, survives and ends.

use verbatim::bot::DiscordError;

use super::stage::{Stage, article, ask, settings};
use crate::fake_discord::{Act, FakeDiscord, Fault, Refusal, routes};

const QUESTION: &str = "Qui a lancé l'organisation ?";

/// A bot that is told to start with a Discord that will not have it.
async fn refused(fake: FakeDiscord) -> (FakeDiscord, DiscordError) {
    let settings = settings(&fake);
    let (fake, ended) = Stage::launch(fake, settings, article()).end().await;
    (fake, ended.expect_err("refused"))
}

#[tokio::test]
async fn a_token_that_rest_refuses_ends_it_at_once() {
    let fake = FakeDiscord::start().await;
    let mut settings = settings(&fake);
    settings.token = "d3Jvbmc.is-this.token".parse().expect("any text");
    let (fake, ended) = Stage::launch(fake, settings, article()).end().await;
    let error = ended.expect_err("refused");
    assert!(matches!(error, DiscordError::BadToken), "{error}");
    assert!(!error.to_string().contains("d3Jvbmc"), "{error}");
    assert_eq!(fake.requests().len(), 1, "no retry storm");
    assert!(fake.signals().is_empty(), "no connection");
    fake.finish();
}

#[tokio::test]
async fn a_token_that_the_gateway_refuses_ends_it_at_once() {
    let fake = FakeDiscord::start().await;
    fake.refuse_identify(Refusal::Close(4004));
    let (fake, error) = refused(fake).await;
    assert!(matches!(error, DiscordError::BadToken), "{error}");
    let identified = fake.signals().into_iter().filter(|signal| signal.is_op(2));
    assert_eq!(identified.count(), 1, "no retry storm");
    fake.finish();
}

#[tokio::test]
async fn what_cannot_be_a_token_is_never_sent() {
    let fake = FakeDiscord::start().await;
    let mut settings = settings(&fake);
    settings.token = "not a token".parse().expect("any text");
    let (fake, ended) = Stage::launch(fake, settings, article()).end().await;
    assert!(matches!(ended, Err(DiscordError::NotAToken(_))));
    assert!(fake.requests().is_empty());
    fake.finish();
}

#[tokio::test]
async fn a_no_of_discord_is_told() {
    let fake = FakeDiscord::start().await;
    let no = Fault::Error {
        status: 403,
        code: 20_012,
        message: "You may not",
    };
    fake.fault("GET", "/oauth2/applications/@me", no);
    let (fake, error) = refused(fake).await;
    assert!(error.to_string().contains("You may not"), "{error}");
    fake.finish();
}

#[tokio::test]
async fn while_discord_is_down_it_keeps_trying() {
    let fake = FakeDiscord::start().await;
    fake.fault("GET", "/oauth2/applications/@me", Fault::Status(502));
    let settings = settings(&fake);
    let stage = Stage::launch(fake, settings, article());
    stage.fake.connected().await;
    let answer = stage.interact(&ask(QUESTION).build()).await;
    assert_eq!(answer.status, Some(204));
    assert!(
        stage
            .fake
            .log()
            .contains("Discord cannot be reached; retrying")
    );
    stage.stop().await;
}

#[tokio::test]
async fn it_can_be_stopped_while_discord_is_down() {
    let fake = FakeDiscord::start().await;
    let gate = fake.hold("GET", "/oauth2/applications/@me");
    let settings = settings(&fake);
    let mut stage = Stage::launch(fake, settings, article());
    let mut gate = gate;
    gate.reached().await;
    stage.tell_to_stop();
    let (fake, ended) = stage.end().await;
    ended.expect("a clean end");
    fake.finish();
}

#[tokio::test]
async fn a_connection_that_breaks_is_resumed() {
    let stage = Stage::start().await;
    let breaks: [fn(&FakeDiscord); 3] = [FakeDiscord::cut, FakeDiscord::reconnect, |fake| {
        fake.close(4000);
    }];
    for break_it in breaks {
        break_it(&stage.fake);
        let missed = ask(QUESTION).build();
        let answer = stage.interact(&missed).await;
        assert_eq!(answer.status, Some(204));
        stage.fake.wait_for_signal(|signal| signal.is_op(6)).await;
    }
    stage.stop().await;
}

#[tokio::test]
async fn a_session_that_is_lost_begins_anew_and_is_closed_well() {
    let stage = Stage::start().await;
    stage.fake.wait_for_signal(|signal| signal.is_op(2)).await;
    stage.fake.invalidate(false);
    stage.fake.wait_for_signal(|signal| signal.is_op(2)).await;
    stage.fake.connected().await;
    let answer = stage.interact(&ask(QUESTION).build()).await;
    assert_eq!(answer.status, Some(204));
    assert_goodbye(stage).await;
}

#[tokio::test]
async fn it_says_goodbye() {
    assert_goodbye(Stage::start().await).await;
}

/// Stops the bot and checks that the last connection was closed as one that ends for good.
async fn assert_goodbye(mut stage: Stage) {
    stage.tell_to_stop();
    stage
        .fake
        .wait_for_signal(|signal| signal.act == Act::Closed(Some(1000)))
        .await;
    let (fake, ended) = stage.end().await;
    ended.expect("a clean end");
    fake.finish();
}

#[tokio::test]
async fn answers_in_flight_are_finished_and_no_more_are_begun() {
    let mut stage = Stage::start().await;
    let in_flight = ask(QUESTION).build();
    let mut gate = stage.fake.hold("POST", routes::CALLBACK);
    stage.fake.dispatch("INTERACTION_CREATE", &in_flight);
    gate.reached().await;
    stage.tell_to_stop();
    // The bot takes no more events once it has said so.
    stage.logged("stopping").await;
    stage
        .fake
        .dispatch("INTERACTION_CREATE", &ask(QUESTION).build());
    gate.release();
    let (fake, ended) = stage.end().await;
    ended.expect("a clean end");
    let answers: Vec<_> = fake
        .requests()
        .into_iter()
        .filter(|request| request.is("POST", routes::CALLBACK))
        .map(|request| (request.parameters[1].clone(), request.status))
        .collect();
    let token = in_flight["token"].as_str().expect("a token").to_owned();
    assert_eq!(answers, [(token, Some(204))], "finished, and none begun");
    fake.finish();
}

#[tokio::test]
async fn the_token_is_never_logged() {
    let stage = Stage::start().await;
    stage.interact(&ask(QUESTION).build()).await;
    stage.fake.cut();
    stage.fake.wait_for_signal(|signal| signal.is_op(6)).await;
    let log = stage.fake.log();
    assert!(
        log.contains("connected") && log.len() > 1_000,
        "the log was read"
    );
    assert!(!log.contains(stage.fake.token()));
    stage.stop().await;
}
