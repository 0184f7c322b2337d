//! What an admin reads of a *reload*: what it changed, and what is wrong with the folder.

use std::time::Duration;

use super::list::join_within;
use super::sources::counts;
use super::truncate::clip;
use super::{AMBER, Embed, Field, GREEN, Locale, Reply, SEPARATOR};
use super::{escape, formats, limits, messages};
use crate::corpus::Problem;
use crate::library::{Changes, ReloadReport};

messages::messages! { words:
    reloaded();
    reload_failed();
    reload_failed_text();
    unchanged();
    documents_changed(added: usize, changed: usize, removed: usize);
    passages_changed(added: usize, changed: usize, removed: usize);
    took(time: &str);
    problems(count: usize);
    warnings(count: usize);
}

/// The longest path, and the longest message, in a list of problems.
const PROBLEM_PART: usize = 240;

/// What a reload changed, and how long it took.
#[must_use]
pub fn reloaded(report: &ReloadReport, elapsed: Duration, locale: Locale) -> Reply {
    let lines: Vec<String> = [
        (report.documents, words::documents_changed as ChangesMessage),
        (report.passages, words::passages_changed),
    ]
    .into_iter()
    .filter(|(changes, _)| *changes != Changes::default())
    .map(|(changes, line)| line(locale, changes.added, changes.changed, changes.removed))
    .collect();
    let nothing = || words::unchanged(locale);
    let facts = [
        counts(report.documents_total, report.passages_total, locale),
        words::took(locale, &formats::duration(elapsed, locale)),
    ];
    Reply::embed(Embed {
        title: words::reloaded(locale),
        description: Some(lines.join("\n"))
            .filter(|lines| !lines.is_empty())
            .unwrap_or_else(nothing),
        fields: problems(&report.problems, locale),
        footer: facts.join(SEPARATOR),
        colour: if report.problems.iter().all(Problem::is_warning) {
            GREEN
        } else {
            AMBER
        },
    })
}

/// That a reload failed and the old snapshot stays, with the cause and what is wrong with the
/// folder; both are for an admin, in the words of the log.
#[must_use]
pub fn reload_failed(cause: &str, found: &[Problem], locale: Locale) -> Reply {
    let cause = clip(cause, limits::FIELD_VALUE, escape::line);
    Reply::embed(Embed {
        title: words::reload_failed(locale),
        description: format!("{}\n\n{cause}", words::reload_failed_text(locale)),
        fields: problems(found, locale),
        colour: AMBER,
        ..Embed::default()
    })
}

/// A message that tells of what was added, changed and removed.
type ChangesMessage = fn(Locale, usize, usize, usize) -> String;

/// The problems under their number, and below them the warnings under theirs: as many as fit, then
/// dots.
pub(super) fn problems(found: &[Problem], locale: Locale) -> Vec<Field> {
    let (warnings, problems): (Vec<_>, Vec<_>) =
        found.iter().partition(|problem| problem.is_warning());
    [
        (problems, words::problems as Counted),
        (warnings, words::warnings),
    ]
    .into_iter()
    .filter(|(listed, _)| !listed.is_empty())
    .map(|(listed, counted)| {
        let room = limits::FIELD_VALUE - limits::length("\n…");
        let lines = listed.iter().copied().map(problem_line);
        let (mut value, shown) = join_within(lines, "\n", room);
        if shown < listed.len() {
            value.push_str("\n…");
        }
        let name = counted(locale, listed.len());
        Field { name, value }
    })
    .collect()
}

/// A message that tells how many there are.
type Counted = fn(Locale, usize) -> String;

fn problem_line(problem: &Problem) -> String {
    let place = clip(&problem.path, PROBLEM_PART, escape::one_line);
    let place = format!("{place}:{}", problem.line);
    let message = clip(&problem.message, PROBLEM_PART, escape::line);
    if place.contains('`') {
        format!("{} {message}", escape::line(&place))
    } else {
        format!("`{place}` {message}")
    }
}
