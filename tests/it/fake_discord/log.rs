//! Everything that is logged on this thread while a stand-in lives, at TRACE, for all targets.
//!
//! The subscriber is the thread's own, so tests do not see each other; of two stand-ins in one test
//! the younger listens. It hears all that runs on the current-thread runtime of `#[tokio::test]`:
//! the client, its tasks, the stand-in. It does not hear other threads (`spawn_blocking`), nor the
//! `log` crate, which the program does not collect either.

use std::fmt::{Debug, Write as _};
use std::sync::{Arc, LazyLock, Mutex, PoisonError};

use tracing::dispatcher::DefaultGuard;
use tracing::field::{Field, Visit};
use tracing::span::{Attributes, Id, Record};
use tracing::subscriber::NoSubscriber;
use tracing::{Dispatch, Event, Metadata, Subscriber};

/// What is logged when an event is lost, or when the stand-in did not speak like Discord.
const DROPPED: [&str; 4] = [
    "an event could not be read",
    "a gateway frame could not be read",
    "received an unknown opcode",
    "Mismatched successful response status",
];

/// A second dispatcher that lives as long as the process.
///
/// While there is exactly one, `tracing` asks the *current thread's* subscriber whether anybody
/// cares about a call site seen for the first time. A thread without one answers "never", for all
/// threads. With two, all of them are asked.
static SECOND: LazyLock<Dispatch> = LazyLock::new(|| Dispatch::new(NoSubscriber::new()));

/// Collects the log of the current thread until it is dropped.
pub struct Log {
    text: Arc<Mutex<String>>,
    _guard: DefaultGuard,
}

impl Log {
    pub fn start() -> Self {
        LazyLock::force(&SECOND);
        let text = Arc::default();
        let listener = Listener(Arc::clone(&text));
        Self {
            text,
            _guard: tracing::subscriber::set_default(listener),
        }
    }

    /// All lines so far.
    pub fn text(&self) -> String {
        let text = self.text.lock().unwrap_or_else(PoisonError::into_inner);
        text.clone()
    }

    /// The lines which say that an event was lost.
    pub fn dropped(&self) -> Vec<String> {
        let text = self.text();
        let lost = |line: &&str| DROPPED.iter().any(|sign| line.contains(sign));
        let lines = text.lines().filter(lost);
        lines
            .map(|line| format!("an event was lost: {line}"))
            .collect()
    }
}

/// Writes down events, and spans when they begin, with all fields. It keeps no spans, so it does
/// not matter to it under which subscriber one ends.
struct Listener(Arc<Mutex<String>>);

impl Listener {
    fn write(&self, head: &str, record: impl FnOnce(&mut dyn Visit)) {
        let mut line = Line(head.to_owned());
        record(&mut line);
        let mut text = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        text.push_str(&line.0.replace('\n', "\\n"));
        text.push('\n');
    }
}

impl Subscriber for Listener {
    fn enabled(&self, _: &Metadata<'_>) -> bool {
        true
    }

    fn new_span(&self, span: &Attributes<'_>) -> Id {
        let (level, name) = (span.metadata().level(), span.metadata().name());
        let head = format!("{level} {} [{name}]", span.metadata().target());
        self.write(&head, |line| span.record(line));
        Id::from_u64(1)
    }

    fn record(&self, _: &Id, values: &Record<'_>) {
        self.write("recorded", |line| values.record(line));
    }

    fn event(&self, event: &Event<'_>) {
        let head = format!("{} {}", event.metadata().level(), event.metadata().target());
        self.write(&head, |line| event.record(line));
    }

    fn record_follows_from(&self, _: &Id, _: &Id) {}

    fn enter(&self, _: &Id) {}

    fn exit(&self, _: &Id) {}
}

/// A line that is being written.
struct Line(String);

impl Visit for Line {
    fn record_debug(&mut self, field: &Field, value: &dyn Debug) {
        let written = match field.name() {
            "message" => write!(self.0, " {value:?}"),
            name => write!(self.0, " {name}={value:?}"),
        };
        written.expect("a string takes everything");
    }
}
