//! The front in TLS: serenity as in production, with its own rate limiter.

use serenity::all::{Http, HttpBuilder};

use super::Bot;
use crate::fake_discord::events::{self, slash};
use crate::fake_discord::routes::{CALLBACK, COMMANDS};
use crate::fake_discord::{FakeDiscord, Fault, TOKEN};

fn http(fake: &FakeDiscord) -> Http {
    let application = events::APPLICATION.parse().expect("an id");
    let http = HttpBuilder::new(fake.token())
        .client(fake.client())
        .application_id(application);
    let http = http.build();
    assert!(http.ratelimiter.is_some() && http.proxy.is_none());
    http
}

#[tokio::test]
async fn serenity_waits_out_a_limit_by_itself() {
    let fake = FakeDiscord::builder().tls().start().await;
    fake.fault(
        "GET",
        COMMANDS,
        Fault::RateLimited {
            retry_after: 0.0,
            global: false,
        },
    );
    fake.fault(
        "GET",
        COMMANDS,
        Fault::RateLimited {
            retry_after: 0.2,
            global: true,
        },
    );
    http(&fake)
        .get_global_commands()
        .await
        .expect("the third try");
    let statuses: Vec<_> = fake
        .requests()
        .iter()
        .map(|request| request.status)
        .collect();
    assert_eq!(statuses, [Some(429), Some(429), Some(200)]);
    fake.finish();
}

#[tokio::test]
async fn an_interaction_is_answered_after_a_limit() {
    let fake = FakeDiscord::builder().tls().start().await;
    let _bot = Bot::start(&fake, http(&fake));
    fake.connected().await;
    fake.fault(
        "POST",
        CALLBACK,
        Fault::RateLimited {
            retry_after: 0.0,
            global: false,
        },
    );
    let ask = slash("ask").build();
    fake.dispatch("INTERACTION_CREATE", &ask);
    for _ in 0..2 {
        fake.answer_to(&ask).await;
    }
    fake.expect_no_more();
    assert!(!fake.log().contains(TOKEN), "the token is in the log");
    fake.finish();
}

#[tokio::test]
async fn no_other_host_is_reached() {
    let fake = FakeDiscord::builder().tls().start().await;
    let error = fake
        .client()
        .get("https://discordapp.com/")
        .send()
        .await
        .expect_err("no such host");
    assert!(
        format!("{error:?}").contains("no test may reach discordapp.com"),
        "{error:?}"
    );
    assert!(fake.requests().is_empty());
    fake.finish();
}
