//! The gateway under faults: each row of docs/reliability.md that can be shown without waiting.

mod silence;

use std::time::Duration;

use serde_json::json;
use tokio::time::Instant;
use verbatim::bot::{DiscordError, FatalClose, Timing};

use super::stage::{Stage, article, ask, settings};
use crate::fake_discord::{Act, Door, FakeDiscord, Fault, Refusal, Setup, Signal};

const QUESTION: &str = "Qui a lancé l'organisation ?";

/// Milliseconds in place of seconds.
const QUICK: Timing = Timing {
    first_backoff: Duration::from_millis(10),
    longest_backoff: Duration::from_millis(40),
    stable_after: Duration::from_secs(30),
    answer_timeout: Duration::from_secs(20),
};

/// A stand-in where sessions begin without any wait.
fn eager() -> Setup {
    FakeDiscord::builder().sessions_at_once(0)
}

/// A bot that has only begun to start, with this timing.
fn launch(fake: FakeDiscord, timing: Timing) -> Stage {
    let mut settings = settings(&fake);
    settings.timing = timing;
    Stage::launch(fake, settings, article())
}

/// A bot that is connected, with this timing; its first IDENTIFY is waited for.
async fn connect(fake: FakeDiscord, timing: Timing) -> Stage {
    let stage = launch(fake, timing);
    stage.fake.connected().await;
    stage.fake.wait_for_signal(is_identify).await;
    stage
}

fn is_identify(signal: &Signal) -> bool {
    signal.is_op(2)
}

fn is_resume(signal: &Signal) -> bool {
    signal.is_op(6)
}

fn is_connected(signal: &Signal) -> bool {
    matches!(signal.act, Act::Connected(_))
}

fn is_turned_away(signal: &Signal) -> bool {
    signal.act == Act::TurnedAway
}

fn count(fake: &FakeDiscord, wanted: impl Fn(&Signal) -> bool) -> usize {
    fake.signals()
        .iter()
        .filter(|signal| wanted(signal))
        .count()
}

async fn still_answers(stage: &Stage) {
    let answer = stage.interact(&ask(QUESTION).build()).await;
    assert_eq!(answer.status, Some(204));
}

/// How long a gap is to last in truth; see docs/reliability.md.
#[allow(clippy::disallowed_methods, reason = "a run by hand says how long")]
fn seconds_of_gap() -> Option<f64> {
    std::env::var("GAP_SECONDS").ok()?.parse().ok()
}

/// Eight tries are a minute at the least; see the tests of the back-off.
#[tokio::test]
async fn a_gap_keeps_the_session() {
    let seconds = seconds_of_gap();
    let timing = seconds.map_or(QUICK, |_| Timing::default());
    let stage = connect(FakeDiscord::start().await, timing).await;
    let fake = &stage.fake;
    fake.door(Door::Shut);
    fake.cut();
    let missed = [ask(QUESTION).build(), ask(QUESTION).build()];
    for question in &missed {
        fake.dispatch("INTERACTION_CREATE", question);
    }
    match seconds {
        Some(seconds) => tokio::time::sleep(Duration::from_secs_f64(seconds)).await,
        None => {
            for _ in 0..8 {
                fake.wait_for_signal(is_turned_away).await;
            }
        }
    }
    fake.door(Door::Open);
    let opened = Instant::now();
    // A wait that began before may be longer than a test waits.
    while count(fake, is_resume) == 0 && opened.elapsed() < timing.longest_backoff * 2 {
        tokio::task::yield_now().await;
    }
    for question in &missed {
        assert_eq!(fake.answer_to(question).await.status, Some(204));
    }
    if let Some(seconds) = seconds {
        let after = opened.elapsed();
        println!("a gap of {seconds} s: resumed and answered {after:.1?} after its end");
    }
    still_answers(&stage).await;
    assert_eq!((count(fake, is_identify), count(fake, is_resume)), (1, 1));
    let answers = fake.requests();
    let answers = answers.iter().filter(|request| request.status == Some(204));
    assert_eq!(answers.count(), 3, "each is answered once");
    stage.stop().await;
}

#[tokio::test]
async fn what_a_close_code_leads_to() {
    let stage = connect(eager().start().await, QUICK).await;
    let check = async |code: u16, next: fn(&Signal) -> bool| {
        stage.fake.close(code);
        stage.fake.wait_for_signal(next).await;
        stage.fake.connected().await;
        still_answers(&stage).await;
    };
    for code in [4000, 4001, 4002, 4005, 4008, 4999, 1000, 1001, 1011] {
        check(code, is_resume).await;
    }
    for code in [4003, 4007, 4009] {
        check(code, is_identify).await;
    }
    let identified = count(&stage.fake, is_identify);
    assert_eq!(identified, 4, "the first, and where it must be");
    stage.stop().await;
}

#[tokio::test]
async fn a_fatal_close_code_ends_it() {
    let fatal = [
        (4010, FatalClose::InvalidShard),
        (4011, FatalClose::ShardingRequired),
        (4012, FatalClose::InvalidVersion),
        (4013, FatalClose::InvalidIntents),
        (4014, FatalClose::DisallowedIntents),
    ];
    let check = |error: DiscordError, expected| match error {
        DiscordError::Closed(close) => assert_eq!(close, expected),
        other => panic!("{other}"),
    };
    for (code, expected) in fatal {
        let fake = FakeDiscord::start().await;
        fake.refuse_identify(Refusal::Close(code));
        let (fake, ended) = launch(fake, QUICK).end().await;
        check(ended.expect_err("refused"), expected);
        assert_eq!(count(&fake, is_connected), 1, "no retry storm");
        fake.finish();
    }
    // Later, too.
    let stage = connect(FakeDiscord::start().await, QUICK).await;
    stage.fake.close(4011);
    let (fake, ended) = stage.end().await;
    check(ended.expect_err("refused"), FatalClose::ShardingRequired);
    fake.finish();
}

/// The shortest that the waits between so many connections may take together.
fn least(connections: u32) -> Duration {
    (1..connections)
        .map(|tried| match tried.checked_sub(2) {
            None => Duration::ZERO,
            Some(doubled) => {
                let longest = QUICK.first_backoff * 2_u32.pow(doubled.min(10));
                longest.min(QUICK.longest_backoff) / 2
            }
        })
        .sum()
}

#[tokio::test]
async fn a_gateway_that_keeps_closing_is_not_hammered() {
    let fake = FakeDiscord::start().await;
    fake.door(Door::Closing(4000));
    let began = Instant::now();
    let stage = launch(fake, QUICK);
    for _ in 0..12 {
        stage.fake.wait_for_signal(is_connected).await;
    }
    assert!(began.elapsed() >= least(12), "{:?}", began.elapsed());
    let at_once = stage.fake.log().matches("reconnecting").count();
    assert_eq!(at_once, 1, "after the first only");
    stage.fake.door(Door::Open);
    stage.fake.connected().await;
    stage.stop().await;

    // Nor one that closes what it has just begun.
    let stage = connect(FakeDiscord::start().await, QUICK).await;
    let began = Instant::now();
    for _ in 0..11 {
        stage.fake.connected().await;
        stage.fake.close(4000);
        stage.fake.wait_for_signal(is_resume).await;
    }
    assert!(began.elapsed() >= least(12), "{:?}", began.elapsed());
    let at_once = stage.fake.log().matches("reconnecting").count();
    assert_eq!(at_once, 1, "after the first only");
    stage.fake.connected().await;
    stage.stop().await;
}

#[tokio::test]
async fn a_gateway_that_cannot_be_reached_is_tried_again() {
    let fake = FakeDiscord::start().await;
    fake.door(Door::Shut);
    let stage = launch(fake, QUICK);
    for _ in 0..3 {
        stage.fake.wait_for_signal(is_turned_away).await;
    }
    stage.fake.door(Door::Open);
    stage.fake.connected().await;
    still_answers(&stage).await;
    stage.stop().await;
}

#[tokio::test]
async fn what_stands_between_it_and_discord_at_start_passes() {
    let routes = ["/oauth2/applications/@me", "/gateway/bot"];
    let faults = [
        || Fault::Page,
        || Fault::Status(503),
        || Fault::DropAfterBody,
    ];
    let fake = FakeDiscord::start().await;
    for route in routes {
        for fault in faults {
            fake.fault("GET", route, fault());
        }
    }
    let stage = launch(fake, QUICK);
    stage.fake.connected().await;
    still_answers(&stage).await;
    stage.stop().await;
}

#[tokio::test]
async fn it_can_be_stopped_while_the_gateway_is_down() {
    for door in [Door::Shut, Door::Mute, Door::Closing(4000)] {
        let fake = FakeDiscord::start().await;
        fake.door(door);
        let mut stage = launch(fake, Timing::default());
        let tried = |signal: &Signal| is_connected(signal) || is_turned_away(signal);
        stage.fake.wait_for_signal(tried).await;
        stage.tell_to_stop();
        let (fake, ended) = stage.end().await;
        ended.expect("a clean end");
        fake.finish();
    }
}

#[tokio::test]
async fn an_event_that_is_cut_off_comes_again() {
    let stage = connect(FakeDiscord::start().await, QUICK).await;
    let question = ask(QUESTION).build();
    stage.fake.cut_amid("INTERACTION_CREATE", &question);
    let answer = stage.fake.answer_to(&question).await;
    assert_eq!(answer.status, Some(204));
    assert_eq!(count(&stage.fake, is_identify), 1);
    stage.stop().await;
}

#[tokio::test]
async fn an_event_that_nobody_listens_to_is_passed_over() {
    let stage = connect(FakeDiscord::start().await, QUICK).await;
    let before = stage.fake.log();
    let unknown = json!({ "t": "NEVER_HEARD_OF", "s": 3, "op": 0, "d": { "id": "xyzzy" } });
    stage.fake.send_raw(unknown);
    still_answers(&stage).await;
    let log = stage.fake.log();
    let said = log.strip_prefix(&before).expect("it only grows");
    assert!(!said.contains("xyzzy") && !said.contains("WARN"), "{said}");
    stage.stop().await;
}

/// Where Discord wants sessions to be resumed counts, unless the operator says where its gateway is.
#[tokio::test]
async fn a_proxy_is_never_passed_by() {
    for is_proxied in [false, true] {
        let fake = FakeDiscord::builder().resume_path("/resume").start().await;
        let mut settings = settings(&fake);
        settings.timing = QUICK;
        if !is_proxied {
            settings.endpoints.gateway_url = None;
        }
        let stage = Stage::launch(fake, settings, article());
        stage.fake.connected().await;
        let ends: [fn(&FakeDiscord); 3] = [FakeDiscord::cut, FakeDiscord::reconnect, |fake| {
            fake.close(4000);
        }];
        for end in ends {
            end(&stage.fake);
            stage.fake.wait_for_signal(is_resume).await;
            stage.fake.connected().await;
        }
        let resumed_there = count(
            &stage.fake,
            |signal| matches!(&signal.act, Act::Connected(path) if path.starts_with("/resume")),
        );
        assert_eq!(resumed_there, if is_proxied { 0 } else { 3 });
        stage.stop().await;
    }
}

#[tokio::test]
async fn it_connects_as_often_as_discord_says() {
    let fake = FakeDiscord::builder().shards(2).sessions_at_once(2);
    let mut stage = launch(fake.start().await, QUICK);
    for shard in [json!([0, 2]), json!([1, 2])] {
        let is_it = |signal: &Signal| matches!(&signal.act, Act::Sent(2, identify) if identify["shard"] == shard);
        stage.fake.wait_for_signal(is_it).await;
    }
    stage.fake.connected().await;
    stage.tell_to_stop();
    for _ in 0..2 {
        let closed = |signal: &Signal| signal.act == Act::Closed(Some(1000));
        stage.fake.wait_for_signal(closed).await;
    }
    let (fake, ended) = stage.end().await;
    ended.expect("a clean end");
    fake.finish();
}
