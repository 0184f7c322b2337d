//! What can be watched over HTTP: whether the bot lives, whether it can be asked, and what it does.

mod dashboard;
mod process;
mod readiness;

use std::collections::BTreeMap;
use std::fs;
use std::net::SocketAddr;
use std::time::Duration;

use reqwest::{Client, Response};
use serde_json::Value;
use verbatim::bot::{Metrics, MetricsServer, Settings};

use super::channels::{events_of, mention, open_forum, post};
use super::reading::press;
use super::stage::{Stage, article, ask, library, settings};
use crate::fake_discord::events::{self, BOT, OWNER};
use crate::fake_discord::{FakeDiscord, Fault, PATIENCE, routes};
use crate::support::{folder, write};

const QUESTION: &str = "Qui a lancé l'organisation ?";

/// Nothing in the article answers it.
const ELSEWHERE: &str = "How much does a xyzzy plugh cost?";

/// The address at which the system chooses a port.
const ANY_PORT: &str = "127.0.0.1:0";

/// A bot, and the server that tells how it is.
struct Watched {
    stage: Stage,
    server: MetricsServer,
}

impl Watched {
    async fn start() -> Self {
        Self::with(|_| ()).await
    }

    /// One with other settings.
    async fn with(change: impl FnOnce(&mut Settings)) -> Self {
        let fake = FakeDiscord::start().await;
        let mut settings = settings(&fake);
        change(&mut settings);
        let server = serve(&settings.metrics).await;
        let stage = Stage::with(fake, settings, article()).await;
        Self { stage, server }
    }

    async fn scrape(&self) -> Scrape {
        Scrape::of(self.server.address()).await
    }

    /// Waits until a series has this value, which may be a moment after a request of the bot's.
    async fn reaches(&self, series: &str, value: f64) {
        let seen = async {
            while !is(self.scrape().await.value(series), value) {
                tokio::task::yield_now().await;
            }
        };
        if tokio::time::timeout(PATIENCE, seen).await.is_err() {
            let now = self.scrape().await;
            panic!("{series} is not {value}: {:#?}", now.series);
        }
    }
}

async fn serve(metrics: &Metrics) -> MetricsServer {
    let address = ANY_PORT.parse().expect("an address");
    metrics.serve(address).await.expect("a free port")
}

/// What is answered to GET.
async fn get(address: SocketAddr, path: &str) -> Response {
    let client = Client::builder().no_proxy().build().expect("a client");
    let answer = client.get(format!("http://{address}{path}")).send().await;
    answer.expect("an answer")
}

/// The status and the text of an answer.
async fn told(address: SocketAddr, path: &str) -> (u16, String) {
    let answer = get(address, path).await;
    let status = answer.status().as_u16();
    (status, answer.text().await.expect("a text"))
}

/// What `/metrics` tells.
struct Scrape {
    text: String,
    /// The type of each metric.
    types: BTreeMap<String, String>,
    /// The value of each series, named with its labels.
    series: BTreeMap<String, f64>,
}

impl Scrape {
    async fn of(address: SocketAddr) -> Self {
        let answer = get(address, "/metrics").await;
        assert_eq!(answer.status(), 200);
        let kind = "text/plain; version=0.0.4; charset=utf-8";
        assert_eq!(answer.headers()["content-type"], kind);
        let text = answer.text().await.expect("a text");
        let mut scrape = Self {
            types: BTreeMap::new(),
            series: BTreeMap::new(),
            text,
        };
        for line in scrape.text.lines() {
            if let Some(metric) = line.strip_prefix("# TYPE ") {
                let (name, kind) = metric.split_once(' ').expect("a name and a type");
                scrape.types.insert(name.to_owned(), kind.to_owned());
            } else if !line.starts_with("# HELP ") {
                let (name, value) = line.rsplit_once(' ').expect("a series and a value");
                let value = value.parse().expect("a number");
                let before = scrape.series.insert(name.to_owned(), value);
                assert_eq!(before, None, "{name} is there twice");
            }
        }
        scrape
    }

    /// The value of a series; 0 where it is not there yet.
    fn value(&self, series: &str) -> f64 {
        self.series.get(series).copied().unwrap_or_default()
    }

    /// The series of a metric that count something, without the metric's name.
    fn of_metric(&self, name: &str) -> Vec<(&str, f64)> {
        let all = self.series.iter();
        let own = all.filter_map(|(series, value)| Some((series.strip_prefix(name)?, *value)));
        own.filter(|(_, value)| *value > 0.0).collect()
    }
}

fn is(value: f64, expected: f64) -> bool {
    (value - expected).abs() < f64::EPSILON
}

/// Asks in every way there is, and waits until all is counted.
async fn ask_in_every_way(watched: &Watched) {
    let stage = &watched.stage;
    let asked = ask(QUESTION).locale("fr").build();
    let answer = stage.interact(&asked).await.body;
    stage.interact(&ask(ELSEWHERE).build()).await;
    let target = events::message(QUESTION).build();
    let menu = events::message_command("Find in the articles", &target).build();
    stage.interact(&menu).await;
    stage.interact(&press(&answer, "helpful").build()).await;
    stage.say(&mention().build()).await;
    let mine = events::message("An answer").author(events::this_bot());
    let reply = events::message(QUESTION).mentions(events::this_bot());
    stage.say(&reply.reply_to(&mine.build()).build()).await;
    stage.say(&events::message(QUESTION).direct().build()).await;
    open_forum(stage, &[]).await;
    for (event, data) in events_of(&post(QUESTION)) {
        stage.fake.dispatch(event, &data);
    }
    stage.fake.wait_for_request("POST", routes::MESSAGES).await;
    // Three commands by slash: two questions and the settings of the forum.
    for (surface, responses) in SURFACES {
        let series = format!("verbatim_response_seconds_count{{surface=\"{surface}\"}}");
        watched.reaches(&series, responses).await;
    }
}

/// The surfaces, each with how often [`ask_in_every_way`] is responded to there.
const SURFACES: [(&str, f64); 7] = [
    ("slash", 3.0),
    ("menu", 1.0),
    ("mention", 1.0),
    ("reply", 1.0),
    ("direct_message", 1.0),
    ("post", 1.0),
    ("button", 1.0),
];

#[tokio::test]
async fn questions_are_counted_by_surface_locale_and_verdict() {
    let watched = Watched::start().await;
    assert!(
        watched
            .scrape()
            .await
            .of_metric("verbatim_questions")
            .is_empty()
    );
    ask_in_every_way(&watched).await;
    let mut expected = [
        ("slash", "fr", "answered"),
        ("slash", "en-US", "none"),
        ("menu", "en-US", "answered"),
        ("mention", "fr", "answered"),
        ("reply", "fr", "answered"),
        ("direct_message", "fr", "answered"),
        ("post", "fr", "answered"),
    ]
    .map(|(surface, locale, verdict)| {
        format!("{{surface=\"{surface}\",locale=\"{locale}\",verdict=\"{verdict}\"}}")
    });
    expected.sort();
    let scrape = watched.scrape().await;
    let counted = scrape.of_metric("verbatim_questions_total");
    let counted: Vec<&str> = counted.into_iter().map(|(labels, _)| labels).collect();
    assert_eq!(counted, expected);
    let histogram = |suffix: &str| {
        let name = format!("verbatim_response_seconds_{suffix}");
        scrape.value(&name)
    };
    let within = histogram("bucket{surface=\"mention\",le=\"+Inf\"}");
    let sum = histogram("sum{surface=\"mention\"}");
    assert!(is(within, 1.0) && sum > 0.0 && sum < 60.0, "{sum}");
    assert!(is(scrape.value("verbatim_queue_waiting"), 0.0));
    watched.stage.stop().await;
}

#[tokio::test]
async fn no_word_of_a_question_and_no_id_is_told() {
    let watched = Watched::start().await;
    ask_in_every_way(&watched).await;
    let text = watched.scrape().await.text;
    let mut closed = 0;
    for label in text.lines().filter_map(|line| line.split_once('{')) {
        let (labels, _) = label.1.split_once('}').expect("an end");
        for label in labels.split(',') {
            let (name, value) = label.split_once('=').expect("a label");
            let value = value.trim_matches('"');
            let allowed: &[&str] = match name {
                "surface" => &SURFACES.map(|(surface, _)| surface),
                "locale" => &[
                    "en-US", "fr", "es-ES", "de", "pt-BR", "it", "ko", "ja", "zh-CN",
                ],
                "verdict" => &["answered", "weak", "none", "failed"],
                "reason" => &["busy", "cooldown"],
                "result" => &["done", "failed"],
                "kind" => &["4xx", "429", "5xx", "connection", "unreadable"],
                "version" => &[env!("CARGO_PKG_VERSION")],
                "le" => &[value.parse::<f64>().map_or("", |_| value)],
                _ => &[],
            };
            assert!(allowed.contains(&value), "{name}={value}: {text}");
            closed += 1;
        }
    }
    assert!(closed > 100, "too few labels were read: {text}");
    let words = QUESTION.split(' ').chain(ELSEWHERE.split(' '));
    let words = words.filter(|word| word.len() > 5);
    // All ids of the stand-in begin like these.
    for told in words.chain(["11000000000000000", "14000000000000", BOT, OWNER]) {
        assert!(!text.contains(told), "{told}: {text}");
    }
    watched.stage.stop().await;
}

#[tokio::test]
async fn refusals_are_counted_and_are_no_questions() {
    let busy = Watched::with(|settings| settings.waiting = 0).await;
    busy.stage.interact(&ask(QUESTION).build()).await;
    let often = Watched::with(|settings| {
        settings.cooldown = Some("1/3600".parse().expect("a rate"));
    })
    .await;
    for _ in 0..3 {
        often.stage.interact(&ask(QUESTION).build()).await;
    }
    for (watched, reason, refused, looked_up) in
        [(busy, "busy", 1.0, 0), (often, "cooldown", 2.0, 1)]
    {
        let scrape = watched.scrape().await;
        let series = format!("{{reason=\"{reason}\"}}");
        let refusals = scrape.of_metric("verbatim_refusals_total");
        assert_eq!(refusals, [(series.as_str(), refused)]);
        let questions = scrape.of_metric("verbatim_questions_total");
        assert_eq!(questions.len(), looked_up, "{questions:?}");
        watched.stage.stop().await;
    }
}

#[tokio::test]
async fn failed_requests_are_counted_by_kind_each_try_by_itself() {
    let watched = Watched::start().await;
    let limited = Fault::RateLimited {
        retry_after: 0.01,
        global: false,
    };
    let refused = Fault::Error {
        status: 400,
        code: 50_035,
        message: "Invalid Form Body",
    };
    for (fault, kind, count) in [
        (Fault::Status(500), "5xx", 1.0),
        (Fault::Status(503), "5xx", 2.0),
        (limited, "429", 1.0),
        (refused, "4xx", 1.0),
        (Fault::DropAfterBody, "connection", 1.0),
        (Fault::Page, "unreadable", 1.0),
    ] {
        watched.stage.fake.fault("POST", routes::CALLBACK, fault);
        watched.stage.interact(&ask(QUESTION).build()).await;
        let series = format!("verbatim_rest_errors_total{{kind=\"{kind}\"}}");
        watched.reaches(&series, count).await;
    }
    watched.stage.stop().await;
}

#[tokio::test]
async fn reloads_and_what_is_in_the_folder_are_told() {
    let texts = folder(&[(
        "cats.md",
        "# Cats\n\nCats sleep by day.\n\nCats hunt by night.\n",
    )]);
    let fake = FakeDiscord::start().await;
    let settings = settings(&fake);
    let server = serve(&settings.metrics).await;
    let stage = Stage::with(fake, settings, library(&texts)).await;
    let watched = Watched { stage, server };
    let check = async |done: f64, failed: f64, documents: f64, passages: f64| {
        let scrape = watched.scrape().await;
        for (series, expected) in [
            ("reloads_total{result=\"done\"}", done),
            ("reloads_total{result=\"failed\"}", failed),
            ("documents", documents),
            ("passages", passages),
            ("vectors_pending", 0.0),
        ] {
            let value = scrape.value(&format!("verbatim_{series}"));
            assert!(is(value, expected), "{series}: {value}");
        }
    };
    let reload = || events::slash("reload").user(OWNER).build();
    check(0.0, 0.0, 1.0, 2.0).await;
    write(texts.path(), "dogs.md", "# Dogs\n\nDogs bark at noon.\n");
    watched.stage.interact(&reload()).await;
    check(1.0, 0.0, 2.0, 3.0).await;
    fs::remove_dir_all(texts.path()).expect("removed");
    watched.stage.interact(&reload()).await;
    check(1.0, 1.0, 2.0, 3.0).await;
    watched.stage.stop().await;
}

#[tokio::test]
async fn what_is_not_asked_for_well_gets_one_line() {
    let server = serve(&Metrics::default()).await;
    let address = server.address();
    let (status, text) = told(address, "/").await;
    assert_eq!(
        (status, text.as_str()),
        (404, "there are /healthz, /readyz and /metrics\n")
    );
    let client = Client::builder().no_proxy().build().expect("a client");
    let url = format!("http://{address}/metrics");
    let posted = client.post(&url).body("x").send().await.expect("an answer");
    assert_eq!(posted.status(), 405);
    let head = client.head(&url).send().await.expect("an answer");
    assert_eq!(head.status(), 200);
    // Whoever says nothing is in nobody's way.
    let silent: Vec<_> = (0..8)
        .map(|_| std::net::TcpStream::connect(address).expect("a connection"))
        .collect();
    assert_eq!(told(address, "/healthz").await.0, 200);
    drop((silent, server));
    // It stops when nobody holds it.
    let gone = async {
        while std::net::TcpStream::connect(address).is_ok() {
            tokio::task::yield_now().await;
        }
    };
    let gone = tokio::time::timeout(Duration::from_secs(20), gone).await;
    assert!(gone.is_ok(), "it still listens");
}

/// What the tests of the dashboard read of a value.
fn strings<'v>(value: &'v Value, key: &str, found: &mut Vec<&'v str>) {
    match value {
        Value::Array(list) => list.iter().for_each(|value| strings(value, key, found)),
        Value::Object(members) => {
            for (name, member) in members {
                match member.as_str() {
                    Some(text) if name == key => found.push(text),
                    _ => strings(member, key, found),
                }
            }
        }
        _ => {}
    }
}
