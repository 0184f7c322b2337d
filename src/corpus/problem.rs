//! A *problem* is something in the folder that has to be mended; a *warning* may be as it was meant.

use std::fmt;

use serde::Serialize;

/// How much a [`Problem`] matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// Something is broken and has to be mended.
    Problem,
    /// Something may be as it was meant, and is told all the same.
    Warning,
}

/// Something in the folder that is not as it should be, or may not be; everything else still loads.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Problem {
    /// The path inside the folder, with `/` between its parts.
    pub path: String,
    /// The line it is on, from 1; of a web page, the page's own line.
    pub line: u32,
    /// What is wrong and what to do, one sentence without a final full stop.
    pub message: String,
    /// Whether it has to be mended.
    pub severity: Severity,
}

impl fmt::Display for Severity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Problem => "problem",
            Self::Warning => "warning",
        })
    }
}

impl Problem {
    /// Whether it is advice only.
    #[must_use]
    pub fn is_warning(&self) -> bool {
        self.severity == Severity::Warning
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}: {}", self.path, self.line, self.message)
    }
}

pub(super) fn within(path: &str, problems: Vec<FileProblem>) -> impl Iterator<Item = Problem> {
    problems
        .into_iter()
        .map(move |problem| problem.within(path))
}

/// A problem of the file at hand, whose path is known only to the caller.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct FileProblem {
    pub(super) line: u32,
    pub(super) message: String,
    pub(super) severity: Severity,
}

impl FileProblem {
    pub(super) fn new(line: u32, message: impl Into<String>) -> Self {
        Self {
            line,
            message: message.into(),
            severity: Severity::Problem,
        }
    }

    /// Advice that leaves nothing broken.
    pub(super) fn warning(line: u32, message: impl Into<String>) -> Self {
        Self {
            severity: Severity::Warning,
            ..Self::new(line, message)
        }
    }

    pub(super) fn within(self, path: &str) -> Problem {
        Problem {
            path: path.to_owned(),
            line: self.line,
            message: self.message,
            severity: self.severity,
        }
    }
}
