//! A gateway that says nothing where it should.

use std::time::Duration;

use verbatim::bot::Timing;

use super::{
    QUICK, connect, count, eager, is_connected, is_identify, is_resume, launch, still_answers,
};
use crate::fake_discord::{Door, FakeDiscord, Refusal, Signal, events};

const HEARTBEAT: Duration = Duration::from_millis(100);

/// How many heartbeats were sent on the first connection.
fn heartbeats(fake: &FakeDiscord) -> usize {
    count(fake, |signal| signal.connection == 0 && signal.is_op(1))
}

#[tokio::test]
async fn a_connection_without_acknowledgements_is_given_up_within_an_interval() {
    for events_come in [false, true] {
        let stage = connect(eager().heartbeat(HEARTBEAT).start().await, QUICK).await;
        let fake = &stage.fake;
        fake.wait_for_signal(|signal| signal.is_op(1)).await;
        fake.ignore_heartbeats(true);
        let before = heartbeats(fake);
        loop {
            let beats_or_resumes = |signal: &Signal| signal.is_op(1) || is_resume(signal);
            let signal = fake.wait_for_signal(beats_or_resumes).await;
            if is_resume(&signal) {
                break;
            }
            assert!(heartbeats(fake) <= before + 2, "{:#?}", fake.signals());
            // Events show that the other end is there, but not that it hears.
            if events_come {
                fake.dispatch("MESSAGE_CREATE", &events::message("hello").build());
            }
        }
        fake.ignore_heartbeats(false);
        fake.connected().await;
        still_answers(&stage).await;
        assert_eq!(count(fake, is_identify), 1);
        stage.stop().await;
    }
}

#[tokio::test]
async fn without_an_answer_another_connection_is_made() {
    let timing = Timing {
        answer_timeout: Duration::from_millis(200),
        ..QUICK
    };
    let fake = eager().start().await;
    fake.refuse_identify(Refusal::Silence);
    let stage = launch(fake, timing);
    for _ in 0..2 {
        stage.fake.wait_for_signal(is_identify).await;
    }
    stage.fake.connected().await;

    // A session that Discord says nothing to is given up.
    stage.fake.refuse_resume(Refusal::Silence);
    stage.fake.cut();
    stage.fake.wait_for_signal(is_resume).await;
    stage.fake.wait_for_signal(is_identify).await;
    stage.fake.connected().await;

    // One that could not even be resumed is not.
    stage.fake.door(Door::Mute);
    stage.fake.cut();
    let silent = count(&stage.fake, is_connected);
    while count(&stage.fake, is_connected) < silent + 2 {
        stage.fake.wait_for_signal(is_connected).await;
    }
    stage.fake.door(Door::Open);
    stage.fake.wait_for_signal(is_resume).await;
    stage.fake.connected().await;
    still_answers(&stage).await;
    stage.stop().await;
}

/// Takes the five seconds between two sessions, which do not count as Discord's silence.
#[tokio::test]
async fn a_session_that_is_lost_begins_anew_in_its_turn() {
    let timing = Timing {
        answer_timeout: Duration::from_secs(1),
        ..QUICK
    };
    let stage = connect(FakeDiscord::start().await, timing).await;
    stage.fake.invalidate(false);
    stage.fake.wait_for_signal(is_identify).await;
    stage.fake.connected().await;
    still_answers(&stage).await;
    assert_eq!(count(&stage.fake, is_connected), 2);
    stage.stop().await;
}

#[tokio::test]
async fn a_session_that_cannot_be_resumed_is_given_up() {
    let stage = connect(eager().start().await, QUICK).await;
    for _ in 0..8 {
        stage.fake.refuse_resume(Refusal::Close(4000));
    }
    stage.fake.cut();
    for _ in 0..8 {
        stage.fake.wait_for_signal(is_resume).await;
    }
    stage.fake.wait_for_signal(is_identify).await;
    stage.fake.connected().await;
    still_answers(&stage).await;
    stage.stop().await;
}
