//! The record of every request, and what was wrong with it.

use std::fs::OpenOptions;
use std::io::Write as _;
use std::sync::{Mutex, PoisonError};

use serde_json::{Value, json};

use super::journal::Journal;
use super::{routes, validate};

/// Names the file to which every request is appended as a JSON line.
const TRANSCRIPT: &str = "FAKE_DISCORD_TRANSCRIPT";

/// A request that arrived whole.
#[derive(Clone, Debug, PartialEq)]
pub struct Recorded {
    /// In capitals.
    pub method: String,
    /// As on the wire: with `/api/v10` and the query.
    pub path: String,
    /// The route, as in [`routes::ROUTES`]; none when the stand-in does not know it.
    pub route: Option<&'static str>,
    /// What stands in the braces of the route, in order.
    pub parameters: Vec<String>,
    /// Null when there was none.
    pub body: Value,
    /// The files that came beside the body, by name.
    pub files: Vec<(String, Vec<u8>)>,
    /// The status it was answered with, once it was.
    pub status: Option<u16>,
}

impl Recorded {
    pub fn new(method: &str, path: &str, body: Value) -> Self {
        let (route, parameters) = routes::resolve(path).unzip();
        Self {
            method: method.to_owned(),
            path: path.to_owned(),
            route,
            parameters: parameters.unwrap_or_default(),
            body,
            files: Vec::new(),
            status: None,
        }
    }

    /// Whether this is that method on that route.
    pub fn is(&self, method: &str, route: &str) -> bool {
        self.method == method && self.route == Some(route)
    }

    /// Whether the query says so, `with_localizations=true` for instance.
    pub fn asks_for(&self, pair: &str) -> bool {
        let query = self.path.split_once('?').map_or("", |(_, query)| query);
        query.split('&').any(|given| given == pair)
    }
}

/// All requests and all problems.
pub struct Recorder {
    pub requests: Journal<Recorded>,
    problems: Mutex<Vec<String>>,
}

impl Recorder {
    pub fn new() -> Self {
        Self {
            requests: Journal::new(),
            problems: Mutex::default(),
        }
    }

    /// Records a request, validates its body, and returns its position.
    pub fn record(&self, request: &Recorded) -> usize {
        transcribe(request);
        let Recorded { method, path, .. } = request;
        if request.route.is_none() {
            self.complain(format!("an unexpected request: {method} {path}"));
        }
        for problem in validate::request(request) {
            self.complain(format!(
                "{method} {path}: {problem}\n    body: {}",
                request.body
            ));
        }
        self.requests.push(request.clone())
    }

    /// Keeps a problem for the end of the test.
    pub fn complain(&self, problem: String) {
        self.lock().push(problem);
    }

    /// The problems so far; they are forgotten.
    pub fn take_problems(&self) -> Vec<String> {
        std::mem::take(&mut self.lock())
    }

    fn lock(&self) -> std::sync::MutexGuard<'_, Vec<String>> {
        self.problems.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Appends the request to the transcript, if there is one: one write a line, since the tests of
/// one run all write to it.
#[allow(
    clippy::disallowed_methods,
    reason = "the variable is for whoever runs the tests"
)]
fn transcribe(request: &Recorded) {
    let Some(file) = std::env::var_os(TRANSCRIPT) else {
        return;
    };
    append(file.as_ref(), request);
}

/// Appends one line to a transcript.
pub fn append(
    file: &std::path::Path,
    Recorded {
        method, path, body, ..
    }: &Recorded,
) {
    let line = format!(
        "{}\n",
        json!({ "method": method, "path": path, "body": body })
    );
    let mut transcript = OpenOptions::new()
        .create(true)
        .append(true)
        .open(file)
        .unwrap_or_else(|error| panic!("{TRANSCRIPT}={}: {error}", file.display()));
    transcript
        .write_all(line.as_bytes())
        .expect("the transcript can be written");
}
