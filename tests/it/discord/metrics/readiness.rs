//! Whether the bot can be asked, from its start to a gateway that goes away and comes back.

use std::net::SocketAddr;

use verbatim::bot::Metrics;

use super::{ANY_PORT, Watched, serve, told};
use crate::discord::stage::{Stage, article, settings};
use crate::fake_discord::{Door, FakeDiscord, PATIENCE};

/// Waits until `/readyz` answers this; it is alive all the while.
async fn is_ready(address: SocketAddr, status: u16, line: &str) {
    let expected = (status, format!("{line}\n"));
    let seen = async {
        while told(address, "/readyz").await != expected {
            assert_eq!(told(address, "/healthz").await, (200, "alive\n".to_owned()));
            tokio::task::yield_now().await;
        }
    };
    if tokio::time::timeout(PATIENCE, seen).await.is_err() {
        let now = told(address, "/readyz").await;
        panic!("{expected:?} is not told, but {now:?}");
    }
}

const NO_CONNECTION: &str = "not ready: 0 of 1 connections to Discord's gateway are up";

#[tokio::test]
async fn one_line_says_what_is_missing() {
    let fake = FakeDiscord::start().await;
    let settings = settings(&fake);
    let server = serve(&settings.metrics).await;
    let address = server.address();
    is_ready(address, 503, "not ready: the documents are being read").await;
    let mut gate = fake.hold("GET", "/oauth2/applications/@me");
    fake.door(Door::Shut);
    let stage = Stage::launch(fake, settings, article());
    gate.reached().await;
    is_ready(address, 503, "not ready: Discord has not been reached yet").await;
    gate.release();
    is_ready(address, 503, NO_CONNECTION).await;
    stage.fake.door(Door::Open);
    is_ready(address, 200, "ready").await;
    stage.stop().await;
}

#[tokio::test]
async fn a_gateway_that_goes_away_is_told_and_counted_until_it_is_back() {
    let watched = Watched::start().await;
    let address = watched.server.address();
    is_ready(address, 200, "ready").await;
    let fake = &watched.stage.fake;
    watched.reaches("verbatim_gateway_shards", 1.0).await;
    watched
        .reaches("verbatim_gateway_shards_connected", 1.0)
        .await;
    fake.door(Door::Shut);
    fake.cut();
    is_ready(address, 503, NO_CONNECTION).await;
    watched
        .reaches("verbatim_gateway_shards_connected", 0.0)
        .await;
    fake.door(Door::Open);
    is_ready(address, 200, "ready").await;
    let scrape = watched.scrape().await;
    let reconnects = scrape.value("verbatim_gateway_reconnects_total");
    assert!(reconnects >= 1.0, "{reconnects}");
    watched.stage.stop().await;
}

#[tokio::test]
async fn every_connection_counts() {
    let fake = FakeDiscord::builder().shards(2).sessions_at_once(0);
    let fake = fake.start().await;
    let settings = settings(&fake);
    let server = Metrics::serve(&settings.metrics, ANY_PORT.parse().expect("an address"));
    let server = server.await.expect("a free port");
    let stage = Stage::launch(fake, settings, article());
    is_ready(server.address(), 200, "ready").await;
    let (_, text) = told(server.address(), "/metrics").await;
    assert!(
        text.contains("\nverbatim_gateway_shards_connected 2\n"),
        "{text}"
    );
    stage.stop().await;
}
