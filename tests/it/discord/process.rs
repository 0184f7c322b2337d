//! The program itself, run as an operator runs it, against a Discord of ours.

use std::io::Read as _;
use std::net::SocketAddr;
use std::path::Path;
use std::process::{Command, Stdio};

use data_encoding::{BASE64, HEXLOWER};
use rustix::process::{Pid, Signal, kill_process, test_kill_process};
use serde_json::{Value, json};

use super::stage::{ask, embeds, read};
use crate::fake_discord::{Act, FakeDiscord, Refusal, events, routes};
use crate::support::{Child, Program, data, write};

/// The program under way, in a folder of its own with one article. It answers by words alone, unless
/// told.
pub struct Running {
    child: Child,
    program: Program,
}

impl Running {
    pub fn start(fake: &FakeDiscord, settings: &[(&str, &str)]) -> Self {
        Self::by(Command::new(env!("CARGO_BIN_EXE_verbatim")), fake, settings)
    }

    /// Started by a command that becomes the program.
    pub fn by(mut command: Command, fake: &FakeDiscord, settings: &[(&str, &str)]) -> Self {
        let program = Program::new();
        write(
            program.folder(),
            "articles/cats.md",
            "# Cats\n\nCats hunt by night.\n",
        );
        let child = command
            .env_clear()
            .current_dir(program.folder())
            .env("DISCORD_TOKEN", fake.token())
            .env("DISCORD_API_URL", fake.api_url())
            .env("DISCORD_GATEWAY_URL", fake.gateway_url())
            .env("KNOWLEDGE_DIR", "articles")
            .env("ENCODER", "off")
            .envs(settings.iter().copied())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("the program");
        let child = Child::of(child);
        Self { child, program }
    }

    pub fn pid(&self) -> Pid {
        Pid::from_child(&self.child)
    }

    pub fn folder(&self) -> &Path {
        self.program.folder()
    }

    /// Reads the log up to where it says at which address the metrics can be read.
    pub fn metrics_address(&mut self) -> SocketAddr {
        let log = self.child.stderr.as_mut().expect("a pipe");
        let mut line = String::new();
        // Byte by byte, so that what comes after it is left to `end`.
        let mut byte = [0];
        while log.read_exact(&mut byte).is_ok() {
            line.push(byte[0].into());
            if line.ends_with('\n') {
                if let Some((_, address)) = line.split_once("metrics can be read address=") {
                    return address.trim().parse().expect("an address");
                }
                line.clear();
            }
        }
        panic!("it ended before: {line}");
    }

    pub fn signal(&self, signal: Signal) {
        kill_process(self.pid(), signal).expect("it is running");
    }

    /// Waits for its end by a signal that it cannot hear.
    pub async fn killed(mut self) {
        let ended = tokio::task::spawn_blocking(move || self.child.wait());
        let ended = ended.await.expect("no panic").expect("an end");
        assert_eq!(ended.code(), None);
    }

    /// Waits for its end, which is not by a signal.
    pub async fn end(self) -> (i32, String) {
        let Self { child, program } = self;
        let ended = tokio::task::spawn_blocking(|| child.said());
        let said = ended.await.expect("no panic");
        drop(program);
        (said.code, said.err)
    }
}

pub async fn ask_it(fake: &FakeDiscord, question: &str) -> Value {
    let question = ask(question).build();
    fake.dispatch("INTERACTION_CREATE", &question);
    fake.answer_to(&question).await.body
}

#[tokio::test]
async fn sigterm_and_ctrl_c_end_it_well() {
    for signal in [Signal::TERM, Signal::INT] {
        let fake = FakeDiscord::start().await;
        let running = Running::start(&fake, &[]);
        fake.connected().await;
        let answer = ask_it(&fake, "When do cats hunt?").await;
        assert_eq!(read(&embeds(&answer)[0]), "Cats hunt by night.");
        running.signal(signal);
        fake.wait_for_signal(|signal| signal.act == Act::Closed(Some(1000)))
            .await;
        let (code, log) = running.end().await;
        assert_eq!(code, 0, "{log}");
        fake.finish();
    }
}

#[tokio::test]
async fn the_cooldown_is_as_it_is_set() {
    for (cooldown, waits) in [("1/3600", true), ("off", false)] {
        let fake = FakeDiscord::start().await;
        let running = Running::start(&fake, &[("COOLDOWN", cooldown)]);
        fake.connected().await;
        ask_it(&fake, "When do cats hunt?").await;
        let second = ask_it(&fake, "When do cats hunt?").await;
        let told = second.to_string().contains("You can ask again in");
        assert_eq!(told, waits, "{cooldown}: {second}");
        running.signal(Signal::TERM);
        let (code, log) = running.end().await;
        assert_eq!(code, 0, "{log}");
        fake.finish();
    }
}

#[tokio::test]
async fn the_gateway_is_reached_in_tls_if_it_is_trusted() {
    let fake = FakeDiscord::builder().gateway_tls().start().await;
    let running = Running::start(&fake, &[]);
    fake.wait_for_signal(|signal| signal.act == Act::TurnedAway)
        .await;
    running.signal(Signal::TERM);
    let (code, log) = running.end().await;
    assert_eq!(code, 0, "{log}");
    assert!(!log.contains("connected"), "{log}");

    let trusted = tempfile::NamedTempFile::new().expect("a file");
    std::fs::write(trusted.path(), fake.gateway_certificate()).expect("written");
    let file = trusted.path().to_str().expect("UTF-8");
    let running = Running::start(&fake, &[("SSL_CERT_FILE", file)]);
    fake.connected().await;
    let answer = ask_it(&fake, "When do cats hunt?").await;
    assert_eq!(read(&embeds(&answer)[0]), "Cats hunt by night.");
    running.signal(Signal::TERM);
    fake.wait_for_signal(|signal| signal.act == Act::Closed(Some(1000)))
        .await;
    let (code, log) = running.end().await;
    assert_eq!(code, 0, "{log}");
    fake.finish();
}

#[tokio::test]
async fn without_authorities_it_says_so_and_ends() {
    let fake = FakeDiscord::start().await;
    let running = Running::start(&fake, &[("SSL_CERT_FILE", ".env.example")]);
    let (code, log) = running.end().await;
    assert_eq!(code, 2, "{log}");
    assert!(log.contains("error: no certificate authorities"), "{log}");
    assert!(log.contains("SSL_CERT_FILE"), "{log}");
    fake.finish();
}

#[tokio::test]
async fn it_ends_with_a_test_that_fails() {
    let fake = FakeDiscord::start().await;
    let running = Running::start(&fake, &[]);
    let pid = running.pid();
    assert!(test_kill_process(pid).is_ok());
    // As a panic does.
    drop(running);
    assert!(test_kill_process(pid).is_err());
}

#[tokio::test]
async fn with_the_encoder_questions_are_understood() {
    let fake = FakeDiscord::start().await;
    let data = data();
    let data = data.to_str().expect("UTF-8");
    let running = Running::start(&fake, &[("ENCODER", "on"), ("DATA_DIR", data)]);
    fake.connected().await;
    let answer = ask_it(&fake, "À quel moment les chats chassent-ils ?").await;
    assert_eq!(read(&embeds(&answer)[0]), "Cats hunt by night.");
    running.signal(Signal::TERM);
    let (code, log) = running.end().await;
    assert_eq!(code, 0, "{log}");
    assert!(log.contains("questions are matched by meaning"), "{log}");
    fake.finish();
}

#[tokio::test]
async fn sighup_reloads() {
    let fake = FakeDiscord::start().await;
    let running = Running::start(&fake, &[]);
    fake.connected().await;
    write(
        running.program.folder(),
        "articles/dogs.md",
        "# Dogs\n\nDogs bark at noon.\n",
    );
    running.signal(Signal::HUP);
    loop {
        let answer = ask_it(&fake, "When do dogs bark?").await;
        if !embeds(&answer).is_empty() && read(&embeds(&answer)[0]) == "Dogs bark at noon." {
            break;
        }
    }
    running.signal(Signal::TERM);
    let (code, log) = running.end().await;
    assert_eq!(code, 0);
    assert!(log.contains("reloaded"), "{log}");
    assert!(!log.contains("understood"), "{log}");
    fake.finish();
}

#[tokio::test]
async fn a_journal_that_cannot_be_used_is_in_memory() {
    let fake = FakeDiscord::start().await;
    // A file stands where the folder would.
    let running = Running::start(&fake, &[("DATA_DIR", ".env.example")]);
    fake.connected().await;
    running.signal(Signal::TERM);
    let (code, log) = running.end().await;
    assert_eq!(code, 0, "{log}");
    let told = "; the journal is kept in memory until the program exits";
    assert!(
        log.contains("`.env.example/journal.db` cannot be used: "),
        "{log}"
    );
    assert!(log.contains(told), "{log}");
    let told = "`.env.example/verbatim.lock` cannot be locked (";
    assert!(log.contains(told), "{log}");
    fake.finish();
}

#[tokio::test]
async fn a_refused_token_is_one_line_and_exit_2() {
    let fake = FakeDiscord::start().await;
    let running = Running::start(
        &fake,
        &[
            ("DISCORD_TOKEN", "d3Jvbmc.is-this.token"),
            ("LOG_LEVEL", "warn"),
        ],
    );
    let (code, log) = running.end().await;
    assert_eq!(code, 2);
    assert_eq!(log.lines().count(), 1, "{log}");
    assert!(
        log.starts_with("error: Discord rejected the token"),
        "{log}"
    );
    assert!(!log.contains("d3Jvbmc"), "{log}");
    assert_eq!(fake.requests().len(), 1, "no retry storm");
    fake.finish();
}

#[tokio::test]
async fn a_gateway_that_will_not_have_it_is_one_line_and_exit_2() {
    let told = [
        (4004, "copy it again from the Bot page"),
        (4010, "restart it"),
        (4011, "restart the bot"),
        (4012, "install a newer version"),
        (4013, "install a newer version"),
        (4014, "check in the developer portal"),
    ];
    for (close, told) in told {
        let fake = FakeDiscord::start().await;
        fake.refuse_identify(Refusal::Close(close));
        let running = Running::start(&fake, &[("LOG_LEVEL", "warn")]);
        let (code, log) = running.end().await;
        assert_eq!(code, 2, "{close}");
        assert_eq!(log.lines().count(), 1, "{log}");
        assert!(
            log.starts_with("error: Discord ") && log.contains(told),
            "{log}"
        );
        fake.finish();
    }
}

#[tokio::test]
async fn the_log_tells_neither_the_token_nor_what_was_asked() {
    for format in ["text", "json"] {
        let fake = FakeDiscord::start().await;
        let settings = [("LOG_LEVEL", "trace"), ("LOG_FORMAT", format)];
        let running = Running::start(&fake, &settings);
        fake.connected().await;
        ask_it(&fake, "When do xyzzy hunt?").await;
        let direct = events::message("And when do plugh sleep?").direct().build();
        fake.dispatch("MESSAGE_CREATE", &direct);
        fake.wait_for_request("POST", routes::MESSAGES).await;
        hear_what_is_broken(&fake).await;
        running.signal(Signal::TERM);
        let (code, log) = running.end().await;
        assert_eq!(code, 0, "{log}");
        assert!(log.contains("DEBUG") && log.contains("connected"), "{log}");
        let told = log
            .lines()
            .filter(|line| line.contains("could not be read"));
        let told: Vec<&str> = told.collect();
        assert_eq!(told.len(), 2, "{log}");
        assert!(told[0].contains("INTERACTION_CREATE"), "{log}");
        if format == "json" {
            for line in log.lines() {
                serde_json::from_str::<Value>(line).expect("one object a line");
            }
        }
        let words = [
            "xyzzy",
            "plugh",
            "plover",
            "grue",
            "frobozz",
            "interaction-token",
        ];
        let words = words.map(String::from);
        for told in forms(fake.token()).into_iter().chain(words) {
            assert!(!log.contains(&told), "{told}: {log}");
        }
        fake.finish();
    }
}

/// Lets the program hear an event that cannot be read, a frame that is no JSON, and an event that is
/// cut off and comes again.
async fn hear_what_is_broken(fake: &FakeDiscord) {
    let unreadable = ask("When do plovers hunt?").set("/version", json!("grue"));
    fake.dispatch("INTERACTION_CREATE", &unreadable.build());
    fake.send_text(r#"{"t":"MESSAGE_CREATE","op":0,"d":{"content":"frobozz"#);
    let again = ask("When do frobozz hunt?").build();
    fake.cut_amid("INTERACTION_CREATE", &again);
    fake.answer_to(&again).await;
}

/// A secret as it is, and as bytes are written down: in hexadecimal, as a list, in base64.
fn forms(secret: &str) -> Vec<String> {
    let bytes = secret.as_bytes();
    let hex = HEXLOWER.encode(bytes);
    let list = format!("{bytes:?}");
    vec![
        secret.to_owned(),
        hex.to_uppercase(),
        hex,
        list.trim_matches(['[', ']']).to_owned(),
        BASE64.encode(&bytes[..bytes.len() / 3 * 3]),
    ]
}
