//! The program itself: `METRICS_ADDR`, and `verbatim health`, which asks it.

use std::fs;
use std::net::TcpListener;
use std::path::Path;

use rustix::process::Signal;

use super::{ANY_PORT, told};
use crate::discord::process::{Running, ask_it};
use crate::fake_discord::FakeDiscord;
use crate::support::{Program, Said, not_checked, said};

/// What `verbatim health` says, with these arguments and this `METRICS_ADDR`.
async fn health(args: &'static [&'static str], address: &str) -> Said {
    let address = address.to_owned();
    let asking = tokio::task::spawn_blocking(move || {
        let program = Program::new();
        let mut command = program.command(&["health"]);
        said(command.args(args).env("METRICS_ADDR", address))
    });
    asking.await.expect("no panic")
}

#[track_caller]
fn assert_told(said: &Said, code: i32, line: &str) {
    assert_eq!(said.code, code, "{}{}", said.out, said.err);
    assert_eq!(said.out, format!("{line}\n"));
    assert_eq!(said.err, "");
}

#[tokio::test]
async fn a_running_bot_is_asked_how_it_is() {
    let fake = FakeDiscord::start().await;
    let mut gate = fake.hold("GET", "/gateway/bot");
    let mut running = Running::start(&fake, &[("METRICS_ADDR", "0.0.0.0:0")]);
    let address = running.metrics_address();
    assert!(address.ip().is_unspecified(), "{address}");
    let address = address.to_string();
    gate.reached().await;
    // It is not to be started again while it waits for Discord.
    assert_told(&health(&[], &address).await, 0, "alive");
    let waits = "not ready: Discord has not been reached yet";
    assert_told(&health(&["--ready"], &address).await, 1, waits);
    gate.release();
    fake.connected().await;
    let answer = ask_it(&fake, "When do cats hunt?").await;
    assert!(answer.to_string().contains("hunt by night"), "{answer}");
    assert_told(&health(&["--ready"], &address).await, 0, "ready");
    let port = address.rsplit_once(':').expect("a port").1;
    let loopback = format!("127.0.0.1:{port}");
    let (_, text) = told(loopback.parse().expect("an address"), "/metrics").await;
    let question =
        "verbatim_questions_total{surface=\"slash\",locale=\"en-US\",verdict=\"answered\"} 1\n";
    assert!(text.contains(question), "{text}");
    let version = format!(
        "verbatim_build_info{{version=\"{}\"}} 1\n",
        env!("CARGO_PKG_VERSION")
    );
    assert!(text.contains(&version), "{text}");
    running.signal(Signal::TERM);
    let (code, log) = running.end().await;
    assert_eq!(code, 0, "{log}");
    let gone = health(&[], &loopback).await;
    assert_eq!(gone.code, 1, "{}", gone.err);
    let told = format!("no answer at {loopback}: Connection refused");
    assert!(gone.out.starts_with(&told), "{}", gone.out);
    assert_eq!(gone.out.lines().count(), 1, "{}", gone.out);
    fake.finish();
}

#[tokio::test]
async fn whoever_does_not_answer_in_three_seconds_is_not_well() {
    let mute = TcpListener::bind(ANY_PORT).expect("a free port");
    let address = mute.local_addr().expect("an address").to_string();
    let line = format!("no answer at {address}: nothing within 3 s");
    assert_told(&health(&[], &address).await, 1, &line);
}

#[tokio::test]
async fn health_says_what_is_to_be_set() {
    let unset = health(&[], "").await;
    assert_eq!((unset.code, unset.out.as_str()), (2, ""));
    let told = "error: METRICS_ADDR is not set, so the bot does not report its health; set it to the \
                same address for both, such as 127.0.0.1:9464\n";
    assert_eq!(unset.err, told);
    for bad in ["9464", "localhost:9464", "127.0.0.1", "nowhere"] {
        let said = health(&[], bad).await;
        assert_eq!(said.code, 2, "{bad}: {}", said.out);
        let told = "it must be an IP address and a port, such as 127.0.0.1:9464";
        assert!(said.err.contains(told), "{bad}: {}", said.err);
    }
}

#[tokio::test]
async fn an_address_that_is_taken_is_one_line_and_exit_2() {
    let taken = TcpListener::bind(ANY_PORT).expect("a free port");
    let address = taken.local_addr().expect("an address").to_string();
    let fake = FakeDiscord::start().await;
    let settings = [("METRICS_ADDR", address.as_str()), ("LOG_LEVEL", "warn")];
    let (code, log) = Running::start(&fake, &settings).end().await;
    assert_eq!(code, 2, "{log}");
    let told = format!("error: METRICS_ADDR: cannot listen on {address}: Address already in use");
    assert!(log.starts_with(&told), "{log}");
    assert_eq!(log.lines().count(), 1, "{log}");
    assert!(fake.requests().is_empty(), "before Discord is asked");
    fake.finish();
}

#[tokio::test]
async fn nothing_listens_unless_it_is_told_to() {
    for (address, expected) in [("", 0), (ANY_PORT, 1)] {
        let fake = FakeDiscord::start().await;
        let running = Running::start(&fake, &[("METRICS_ADDR", address)]);
        fake.connected().await;
        let process = format!("/proc/{}", running.pid().as_raw_nonzero());
        let process = Path::new(&process);
        if process.exists() {
            assert_eq!(listening(process), expected, "{address}");
        } else {
            not_checked("there is no /proc");
        }
        running.signal(Signal::TERM);
        let (code, log) = running.end().await;
        assert_eq!(code, 0, "{log}");
        fake.finish();
    }
}

/// How many TCP sockets a process listens at.
fn listening(process: &Path) -> usize {
    const LISTEN: &str = "0A";
    let read = |name: &str| fs::read_to_string(process.join(name)).unwrap_or_default();
    let tables = read("net/tcp") + &read("net/tcp6");
    let sockets = fs::read_dir(process.join("fd")).expect("its files");
    let sockets: Vec<String> = sockets
        .filter_map(|file| fs::read_link(file.ok()?.path()).ok())
        .filter_map(|target| target.to_str().map(str::to_owned))
        .collect();
    let rows = tables
        .lines()
        .map(|row| row.split_whitespace().collect::<Vec<_>>());
    let listening = rows.filter(|row| row.get(3) == Some(&LISTEN));
    listening
        .filter(|row| sockets.contains(&format!("socket:[{}]", row[9])))
        .count()
}
