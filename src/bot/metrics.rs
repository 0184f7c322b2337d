//! *Metrics* count what the bot does, for whoever watches over it. They know how much and how often,
//! and never what was asked, by whom or where.
//!
//! They are always counted, which costs an atomic addition or two a question; only with an address to
//! listen at does anybody read them.

mod labels;
mod probe;
mod server;

use std::fmt;
use std::sync::{Arc, OnceLock};
use std::time::Instant;

use prometheus_client::encoding::prometheus_text;
use prometheus_client::metrics::counter::Counter;
use prometheus_client::metrics::family::Family;
use prometheus_client::metrics::gauge::Gauge;
use prometheus_client::metrics::histogram::Histogram;
use prometheus_client::metrics::info::Info;
use prometheus_client::registry::Registry;

use crate::answer::Verdict;
use crate::library::Library;
use crate::reply::Locale;
pub(crate) use labels::{Refusal, RestFailure, Surface};
pub use probe::{Health, ask_health};
pub use server::MetricsServer;

/// What stands before the name of each metric.
const PREFIX: &str = "verbatim";

/// The bounds of the buckets of the time to the first response, in seconds: fine around the second at
/// which a member is shown that it takes longer, and the three after which Discord drops a command.
const SECONDS: [f64; 12] = [
    0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 1.5, 2.0, 2.5, 3.0, 10.0,
];

/// The names of labels with their values, which are all known beforehand.
type Labels<const N: usize> = [(&'static str, &'static str); N];

/// A counter for each set of labels.
type Counters<const N: usize> = Family<Labels<N>, Counter>;

/// A handle to the metrics of one bot; cheap to clone.
#[derive(Clone)]
pub struct Metrics(Arc<Inner>);

struct Inner {
    registry: Registry,
    /// The folder, once it is read.
    library: OnceLock<Arc<Library>>,
    questions: Counters<3>,
    response: Family<Labels<1>, Histogram, fn() -> Histogram>,
    waiting: Gauge,
    running: Gauge,
    refusals: Counters<1>,
    panics: Counter,
    reloads: Counters<1>,
    reconnects: Counter,
    shards: Gauge,
    connected: Gauge,
    rest_errors: Counters<1>,
    documents: Gauge,
    passages: Gauge,
    pending: Gauge,
}

impl Default for Metrics {
    /// Those of a bot that is yet to start.
    fn default() -> Self {
        let mut inner = Inner {
            registry: Registry::with_prefix(PREFIX),
            library: OnceLock::new(),
            questions: Family::default(),
            response: Family::new_with_constructor(|| Histogram::new(SECONDS)),
            waiting: Gauge::default(),
            running: Gauge::default(),
            refusals: counters("reason", Refusal::ALL.map(Refusal::label)),
            panics: Counter::default(),
            reloads: counters("result", [DONE, FAILED]),
            reconnects: Counter::default(),
            shards: Gauge::default(),
            connected: Gauge::default(),
            rest_errors: counters("kind", RestFailure::ALL.map(RestFailure::label)),
            documents: Gauge::default(),
            passages: Gauge::default(),
            pending: Gauge::default(),
        };
        inner.register();
        Self(Arc::new(inner))
    }
}

impl fmt::Debug for Metrics {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("Metrics").finish_non_exhaustive()
    }
}

/// The values of a label of what succeeds or fails.
const DONE: &str = "done";
const FAILED: &str = "failed";

/// Counters of which each is there from the start, so that its first increase can be seen.
fn counters<const N: usize>(label: &'static str, values: [&'static str; N]) -> Counters<1> {
    let counters = Counters::default();
    for value in values {
        drop(counters.get_or_create(&[(label, value)]));
    }
    counters
}

impl Inner {
    /// Names each metric. `docs/operating.md` lists them.
    fn register(&mut self) {
        let build = Info::new([("version", env!("CARGO_PKG_VERSION"))]);
        let all = &mut self.registry;
        all.register("build", "The version of the program", build);
        all.register(
            "questions",
            "Questions that were looked up, by verdict",
            self.questions.clone(),
        );
        all.register(
            "response_seconds",
            "The time until Discord had the first response",
            self.response.clone(),
        );
        all.register(
            "queue_waiting",
            "Jobs that wait for a core",
            self.waiting.clone(),
        );
        all.register(
            "queue_running",
            "Jobs that are running",
            self.running.clone(),
        );
        all.register(
            "refusals",
            "Requests by members that were refused, by reason",
            self.refusals.clone(),
        );
        all.register(
            "panics",
            "Jobs and replies that ended in a panic",
            self.panics.clone(),
        );
        all.register(
            "reloads",
            "Reloads of the folder, by result",
            self.reloads.clone(),
        );
        all.register(
            "gateway_reconnects",
            "Connections to the gateway that ended and are reopened",
            self.reconnects.clone(),
        );
        all.register(
            "gateway_shards",
            "Connections to the gateway that there should be",
            self.shards.clone(),
        );
        all.register(
            "gateway_shards_connected",
            "Connections to the gateway that are READY or RESUMED",
            self.connected.clone(),
        );
        all.register(
            "rest_errors",
            "Requests to Discord that failed, each attempt counted",
            self.rest_errors.clone(),
        );
        all.register(
            "documents",
            "Documents in the folder",
            self.documents.clone(),
        );
        all.register("passages", "Passages in them", self.passages.clone());
        all.register(
            "vectors_pending",
            "Texts that are yet to be encoded",
            self.pending.clone(),
        );
    }
}

/// What happens.
impl Metrics {
    /// The folder is read; from now on it is asked how much there is in it.
    pub(crate) fn loaded(&self, library: &Arc<Library>) {
        self.0.library.get_or_init(|| Arc::clone(library));
    }

    /// So many texts are yet to be encoded.
    pub fn pending(&self, texts: usize) {
        self.0.pending.set(number(texts));
    }

    /// A question was looked up; without a verdict, that ended in a panic or an error.
    pub(crate) fn question(&self, surface: Surface, locale: Locale, verdict: Option<Verdict>) {
        let verdict = match verdict {
            Some(Verdict::Answered) => "answered",
            Some(Verdict::Weak) => "weak",
            Some(Verdict::None) => "none",
            None => FAILED,
        };
        let labels = [
            ("surface", surface.label()),
            ("locale", locale.code()),
            ("verdict", verdict),
        ];
        self.0.questions.get_or_create(&labels).inc();
    }

    /// Begins to measure the time until the first response.
    pub(crate) fn stopwatch(&self, surface: Surface) -> Stopwatch {
        Stopwatch {
            metrics: self.clone(),
            surface,
            begun: now(),
        }
    }

    /// How full the queue is.
    pub(crate) fn queue(&self, waiting: usize, running: usize) {
        self.0.waiting.set(number(waiting));
        self.0.running.set(number(running));
    }

    pub(crate) fn refused(&self, reason: Refusal) {
        let labels = [("reason", reason.label())];
        self.0.refusals.get_or_create(&labels).inc();
    }

    pub(crate) fn panicked(&self) {
        self.0.panics.inc();
    }

    pub(crate) fn reloaded(&self, done: bool) {
        let labels = [("result", if done { DONE } else { FAILED })];
        self.0.reloads.get_or_create(&labels).inc();
    }

    /// The gateway is to be reached over so many connections.
    pub(crate) fn shards(&self, wanted: u32) {
        self.0.shards.set(wanted.into());
    }

    /// A connection to the gateway is READY or RESUMED, until what it gives back is dropped.
    pub(crate) fn connected(&self) -> Connected {
        self.0.connected.inc();
        Connected(self.0.connected.clone())
    }

    /// A connection to the gateway has ended, and another is made.
    pub(crate) fn reconnects(&self) {
        self.0.reconnects.inc();
    }

    pub(crate) fn rest_failed(&self, failure: RestFailure) {
        let labels = [("kind", failure.label())];
        self.0.rest_errors.get_or_create(&labels).inc();
    }
}

/// What is reported.
impl Metrics {
    /// All metrics in Prometheus' text format.
    pub(crate) fn text(&self) -> String {
        if let Some(library) = self.0.library.get() {
            let snapshot = library.current();
            let corpus = snapshot.corpus();
            self.0.documents.set(number(corpus.documents().len()));
            self.0.passages.set(number(corpus.passage_count()));
        }
        let mut text = String::new();
        prometheus_text::encode(&mut text, &self.0.registry).expect("a string takes any text");
        text
    }

    /// What is missing before questions can come in and be answered, as one line; nothing when they
    /// can.
    fn missing(&self) -> Option<String> {
        if self.0.library.get().is_none() {
            return Some("not ready: the documents are being read".to_owned());
        }
        let (wanted, connected) = (self.0.shards.get(), self.0.connected.get());
        if wanted == 0 {
            return Some("not ready: Discord has not been reached yet".to_owned());
        }
        (connected < wanted).then(|| {
            format!("not ready: {connected} of {wanted} connections to Discord's gateway are up")
        })
    }
}

/// Measures the time until the first response.
pub(crate) struct Stopwatch {
    metrics: Metrics,
    surface: Surface,
    begun: Instant,
}

impl Stopwatch {
    /// Discord has the first response.
    pub(crate) fn responded(&self) {
        let labels = [("surface", self.surface.label())];
        let took = self.begun.elapsed().as_secs_f64();
        self.metrics.0.response.get_or_create(&labels).observe(took);
    }

    /// Making the response ended in a panic.
    pub(crate) fn panicked(&self) {
        self.metrics.panicked();
    }
}

/// A connection to the gateway, counted as long as this lives.
pub(crate) struct Connected(Gauge);

impl Drop for Connected {
    fn drop(&mut self) {
        self.0.dec();
    }
}

fn number(count: usize) -> i64 {
    i64::try_from(count).unwrap_or(i64::MAX)
}

#[allow(clippy::disallowed_methods, reason = "the edge reads the clock")]
fn now() -> Instant {
    Instant::now()
}
