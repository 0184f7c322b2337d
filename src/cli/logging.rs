//! *Logging*: what happens, on standard error; never the token.

use std::io::{self, Write};
use std::sync::Arc;

use clap::ValueEnum;
use tracing::Level;
use tracing_subscriber::Layer;
use tracing_subscriber::filter::{FilterExt, FilterFn, LevelFilter, Targets};
use tracing_subscriber::fmt::MakeWriter;
use tracing_subscriber::layer::SubscriberExt;
use tracing_subscriber::util::SubscriberInitExt;

use crate::bot::Token;

/// The levels of logging.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum LogLevel {
    Error,
    Warn,
    Info,
    Debug,
    Trace,
}

/// The ways of logging.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum LogFormat {
    /// Plain text
    Text,
    /// One JSON object per line
    Json,
}

/// Everything logged from now on goes to standard error.
pub(super) fn start(level: LogLevel, format: LogFormat, token: &Token) {
    let writer = Redacting::new(token);
    let layer = tracing_subscriber::fmt::layer().with_writer(writer);
    let registry = tracing_subscriber::registry();
    let filter = targets(level).and(FilterFn::new(|line| !line.is_span()));
    // A second start in one process has nothing to do.
    let _ = match format {
        LogFormat::Text => {
            let colour =
                anstream::AutoStream::choice(&io::stderr()) != anstream::ColorChoice::Never;
            registry
                .with(layer.with_ansi(colour).with_filter(filter))
                .try_init()
        }
        LogFormat::Json => registry.with(layer.json().with_filter(filter)).try_init(),
    };
}

/// This program at the chosen level; serenity at `info` at the most, because below that it writes
/// down events it cannot read, members' words in them; what is below serenity at `warn`, because it
/// writes down what goes over the wire, the token in it.
///
/// Spans are left out altogether: serenity's carry whole events, members' words and interaction
/// tokens included, in front of every line.
fn targets(level: LogLevel) -> Targets {
    let level = match level {
        LogLevel::Error => Level::ERROR,
        LogLevel::Warn => Level::WARN,
        LogLevel::Info => Level::INFO,
        LogLevel::Debug => Level::DEBUG,
        LogLevel::Trace => Level::TRACE,
    };
    Targets::new()
        .with_target("verbatim", level)
        .with_target(
            "serenity",
            LevelFilter::from_level(level).min(LevelFilter::INFO),
        )
        .with_default(LevelFilter::from_level(level).min(LevelFilter::WARN))
}

/// Writes to standard error, with the token blacked out wherever it should turn up after all.
#[derive(Clone)]
struct Redacting {
    secret: Arc<str>,
}

impl Redacting {
    fn new(token: &Token) -> Self {
        Self {
            secret: token.expose().into(),
        }
    }
}

impl<'a> MakeWriter<'a> for Redacting {
    type Writer = Self;

    fn make_writer(&'a self) -> Self {
        self.clone()
    }
}

impl Write for Redacting {
    /// The formatter hands over one whole event at a time, so a token never lies across two calls.
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let mut out = io::stderr().lock();
        match redacted(bytes, &self.secret) {
            Some(text) => out.write_all(text.as_bytes())?,
            None => out.write_all(bytes)?,
        }
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        io::stderr().flush()
    }
}

fn redacted(bytes: &[u8], secret: &str) -> Option<String> {
    let text = std::str::from_utf8(bytes).ok()?;
    (!secret.is_empty() && text.contains(secret)).then(|| text.replace(secret, "[token]"))
}

#[cfg(test)]
mod tests {
    use super::redacted;

    #[test]
    fn the_token_is_blacked_out() {
        let check = |input: &str, secret, expected: Option<&str>| {
            assert_eq!(redacted(input.as_bytes(), secret).as_deref(), expected);
        };
        check("a.b.c went", "a.b.c", Some("[token] went"));
        check("Bot a.b.c, a.b.c", "a.b.c", Some("Bot [token], [token]"));
        check("nothing here", "a.b.c", None);
        check("nothing set", "", None);
    }
}
