//! What is told about the folder of articles: its documents, the bot that reads it, a reload.

use std::time::{Duration, SystemTime};

use super::cut::clip;
use super::{AMBER, Embed, Field, GREEN, GREY, Locale, Reply, SEPARATOR};
use super::{escape, limits, link, wording};
use crate::corpus::{Document, Problem};
use crate::journal::Moment;
use crate::knowledge::{Changes, ReloadReport};
use crate::language::Language;

/// The longest title in a list of documents.
const LISTED_TITLE: usize = 160;
/// The longest line below a title in that list.
const LISTED_FACTS: usize = 240;
/// The longest line of counts and languages.
const SOURCES_FACTS: usize = 800;
/// The longest path, and the longest message, in a list of problems.
const PROBLEM_PART: usize = 240;

/// What the bot tells about itself.
#[derive(Debug, Clone, Copy)]
pub struct About<'a> {
    /// The bot's version.
    pub version: &'a str,
    /// How many documents there are.
    pub documents: usize,
    /// How many passages there are.
    pub passages: usize,
    /// The languages of the documents.
    pub languages: &'a [Language],
    /// When this edition was loaded.
    pub loaded: SystemTime,
    /// Whether questions are compared by meaning, or by words alone.
    pub by_meaning: bool,
}

/// The list of documents; where they are too many for one message, how many more there are.
#[must_use]
pub fn sources(documents: &[Document], locale: Locale) -> Reply {
    let more = |count| format!("\n\n{}", wording::more(locale, count));
    let room = limits::DESCRIPTION - limits::length(&more(documents.len()));
    let entries = documents.iter().map(|document| listed(document, locale));
    let (mut description, shown) = join_within(entries, "\n\n", room);
    if shown < documents.len() {
        description.push_str(&more(documents.len() - shown));
    }
    let passages = documents.iter().map(|document| document.passages.len());
    Reply::embed(Embed {
        title: wording::sources(locale),
        description,
        footer: counts(documents.len(), passages.sum(), locale),
        colour: GREY,
        ..Embed::default()
    })
}

/// The same list, for a member who wants an overview and has not said of which document.
#[must_use]
pub fn which_document(documents: &[Document], locale: Locale) -> Reply {
    Reply {
        content: wording::several_documents(locale),
        ..sources(documents, locale)
    }
}

/// What the bot is, what it reads, and what it keeps.
#[must_use]
pub fn about(about: &About<'_>, locale: Locale) -> Reply {
    let mut facts = vec![counts(about.documents, about.passages, locale)];
    let known = about.languages.iter();
    let known = known.filter(|language| **language != Language::UNKNOWN);
    facts.extend(known.map(|language| name(*language)));
    let loaded = format!("<t:{}:R>", Moment::from(about.loaded).0);
    let compared = if about.by_meaning {
        wording::compared_by_meaning(locale)
    } else {
        wording::compared_by_words(locale)
    };
    let facts = clip(&facts.join(SEPARATOR), SOURCES_FACTS, escape::line);
    let field = |name, value| Field { name, value };
    Reply::embed(Embed {
        title: format!("verbatim {}", about.version),
        description: [wording::about(locale), compared].join(" "),
        fields: vec![
            field(
                wording::sources(locale),
                [facts, wording::loaded(locale, &loaded)].join("\n"),
            ),
            field(wording::privacy(locale), wording::privacy_text(locale)),
        ],
        colour: GREY,
        ..Embed::default()
    })
}

/// What a reload changed, and how long it took.
#[must_use]
pub fn reloaded(report: &ReloadReport, elapsed: Duration, locale: Locale) -> Reply {
    let lines: Vec<String> = [
        (report.documents, wording::documents_changed as Changed),
        (report.passages, wording::passages_changed),
    ]
    .into_iter()
    .filter(|(changes, _)| *changes != Changes::default())
    .map(|(changes, line)| line(locale, changes.added, changes.changed, changes.removed))
    .collect();
    let nothing = || wording::unchanged(locale);
    let facts = [
        counts(report.documents_total, report.passages_total, locale),
        wording::took(locale, &time(elapsed)),
    ];
    Reply::embed(Embed {
        title: wording::reloaded(locale),
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
        ..Embed::default()
    })
}

/// That a reload failed and the old edition stays, with the cause and what is wrong with the
/// folder; both are for an admin, in the words of the log.
#[must_use]
pub fn reload_failed(cause: &str, found: &[Problem], locale: Locale) -> Reply {
    let cause = clip(cause, limits::FIELD_VALUE, escape::line);
    Reply::embed(Embed {
        title: wording::reload_failed(locale),
        description: format!("{}\n\n{cause}", wording::reload_failed_text(locale)),
        fields: problems(found, locale),
        colour: AMBER,
        ..Embed::default()
    })
}

/// A message that tells of what was added, changed and removed.
type Changed = fn(Locale, usize, usize, usize) -> String;

/// One document: its title, linked where it has an address, and its facts below.
fn listed(document: &Document, locale: Locale) -> String {
    let source = &document.source;
    let title = clip(&source.title, LISTED_TITLE, escape::line);
    let url = source.url.as_deref().and_then(link);
    // Brackets would end the link's text, and an address in it leaves the link unlinked.
    let linkable = !title.contains(['[', ']']) && !title.contains("//");
    let title = match url.map(link_target) {
        Some(url) if linkable => format!("[{title}]({url})"),
        Some(url) => format!("{title} [↗]({url})"),
        None => title,
    };
    let passages = wording::passages(locale, document.passages.len());
    let facts = [&source.publisher, &source.author, &source.date]
        .into_iter()
        .flatten()
        .chain([&passages])
        .map(String::as_str)
        .collect::<Vec<_>>()
        .join(SEPARATOR);
    format!("**{title}**\n{}", clip(&facts, LISTED_FACTS, escape::line))
}

/// An address as it may stand in a masked link inside bold.
fn link_target(url: &str) -> String {
    let mut target = String::with_capacity(url.len());
    for c in url.chars() {
        match c {
            '(' => target.push_str("%28"),
            ')' => target.push_str("%29"),
            '*' => target.push_str("%2A"),
            '<' => target.push_str("%3C"),
            '>' => target.push_str("%3E"),
            '\\' => target.push_str("%5C"),
            _ => target.push(c),
        }
    }
    target
}

fn counts(documents: usize, passages: usize, locale: Locale) -> String {
    [
        wording::documents(locale, documents),
        wording::passages(locale, passages),
    ]
    .join(SEPARATOR)
}

/// A language by its own name where the bot speaks it, else by its code.
fn name(language: Language) -> String {
    match Locale::speaking(language) {
        Some(locale) => wording::language_name(locale),
        None => language.code().to_owned(),
    }
}

/// The problems under their number, and below them the warnings under theirs: as many as fit, then
/// dots.
pub(super) fn problems(found: &[Problem], locale: Locale) -> Vec<Field> {
    let (warnings, problems): (Vec<_>, Vec<_>) = found.iter().partition(|it| it.is_warning());
    [
        (problems, wording::problems as Counted),
        (warnings, wording::warnings),
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

/// As many of `parts` as stay within `room` together, and how many they are.
pub(super) fn join_within(
    parts: impl Iterator<Item = String>,
    separator: &str,
    room: usize,
) -> (String, usize) {
    let mut joined = String::new();
    let mut count = 0;
    for part in parts {
        let before = if count == 0 { "" } else { separator };
        if limits::length(&joined) + limits::length(before) + limits::length(&part) > room {
            break;
        }
        joined.push_str(before);
        joined.push_str(&part);
        count += 1;
    }
    (joined, count)
}

/// A duration in the units every locale writes alike.
fn time(elapsed: Duration) -> String {
    if elapsed < Duration::from_secs(10) {
        format!("{} ms", elapsed.as_millis())
    } else {
        format!("{} s", elapsed.as_secs())
    }
}
