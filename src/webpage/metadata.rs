//! *Metadata* is who published a page's article, under which title, when and where, as far as the
//! page says so.
//!
//! What is meant for machines is read first, linked data before `<meta>` elements. Where the page
//! also prints a title or a date for its readers, that form is taken: it is what they know.

use std::collections::HashSet;

use super::date::{self, Day};
use super::letters::{clean, letters};
use super::linked_data::LinkedData;
use super::mentions::{Heading, MentionKind, Mentions, Time};
use super::tree::resolved;
use super::{byline, labels};

/// The names of `<meta>` elements with authors, the best first.
const AUTHORS: &[&str] = &[
    "citation_author",
    "author",
    "article:author",
    "dc.creator",
    "dcterms.creator",
    "byl",
    "parsely-author",
    "sailthru.author",
];

/// The names of `<meta>` elements with dates, the best first.
const DATES: &[&str] = &[
    "article:published_time",
    "og:article:published_time",
    "article:published",
    "datepublished",
    "citation_publication_date",
    "citation_date",
    "dc.date.issued",
    "dcterms.issued",
    "dc.date",
    "dcterms.date",
    "parsely-pub-date",
    "pubdate",
    "publishdate",
    "publish-date",
    "sailthru.date",
    "date",
];

/// What a page says of its article.
#[derive(Debug, Default)]
pub(crate) struct Metadata {
    pub(crate) title: Option<String>,
    pub(crate) publisher: Option<String>,
    pub(crate) author: Option<String>,
    pub(crate) date: Option<String>,
    /// As a tag such as `fr-FR`.
    pub(crate) language: Option<String>,
    /// The addresses it names, the best first; not all need be whole.
    pub(crate) addresses: Vec<String>,
    /// The times that the page prints, in the order of the page.
    pub(super) times: Vec<String>,
    /// The day of the date for machines.
    pub(super) day: Option<Day>,
}

impl Metadata {
    /// Picks the best of what a page mentions.
    pub(super) fn of(page: &Mentions) -> Self {
        let publisher = publisher(page);
        let language = language(page);
        let (date, day) = date(page);
        Self {
            title: title(page, publisher.as_deref()),
            author: author(page, language.as_deref()).filter(|one| Some(one) != publisher.as_ref()),
            publisher,
            date,
            day,
            language,
            addresses: addresses(page),
            times: page
                .times
                .iter()
                .filter_map(|time| clean(&time.printed))
                .collect(),
        }
    }
}

/// The first value of the linked data.
fn linked(page: &Mentions, of: fn(&LinkedData) -> Option<&String>) -> Option<&str> {
    page.linked_data.iter().find_map(of).map(String::as_str)
}

/// The title as a heading prints it, else as the code has it.
fn title(page: &Mentions, publisher: Option<&str>) -> Option<String> {
    let metas = [
        "og:title",
        "citation_title",
        "dc.title",
        "dcterms.title",
        "twitter:title",
    ];
    let told: Vec<String> = linked(page, |data| data.title.as_ref())
        .into_iter()
        .chain(metas.iter().filter_map(|name| page.meta(&[name])))
        .chain(page.texts(MentionKind::Headline).next())
        .filter_map(unescaped)
        .collect();
    let site = publisher.map(letters);
    let is_site =
        |heading: &&Heading| !heading.is_site && site.as_ref() != Some(&letters(&heading.text));
    let headings = |level| {
        page.headings
            .iter()
            .filter(is_site)
            .filter(move |heading| heading.level == level)
    };
    let whole = page.page.as_deref().map(letters).unwrap_or_default();
    let first = told.first().map(|told| letters(told)).unwrap_or_default();
    // Beside the title, `<title>` has the site's name, which may be a heading, too.
    let names_site = !first.is_empty() && whole.contains(&first);
    let is_same = |heading: &&Heading| {
        told.iter()
            .any(|told| letters(told) == letters(&heading.text))
    };
    let is_like = |heading: &&Heading| {
        let heading = letters(&heading.text);
        let is_most = |of: &String| of.contains(&heading) && heading.len() * 2 > of.len();
        is_most(&first) || is_most(&whole) && (!names_site || heading.contains(&first))
    };
    let parts: Vec<String> = page.page.as_deref().map(parts).unwrap_or_default();
    let is_named = |heading: &str| {
        parts
            .iter()
            .flat_map(|part| part.split(": ").chain([part.as_str()]))
            .any(|part| letters(part) == heading)
    };
    let starts = |heading: &str| parts.iter().any(|part| letters(part).starts_with(heading));
    let is_part = |heading: &&Heading| {
        let own = letters(&heading.text);
        let is_start = heading.level == 1 && heading.is_own && starts(&own);
        !names_site && own.chars().count() >= 8 && (is_start || is_named(&own))
    };
    let printed = headings(1)
        .find(is_same)
        .or_else(|| headings(1).find(is_like))
        .or_else(|| headings(2).find(is_same))
        .or_else(|| (1..=3).flat_map(headings).find(is_part));
    let own = || headings(1).filter(|heading| heading.is_own);
    let only = || match (headings(1).count(), own().count()) {
        (1, _) => headings(1).next(),
        (_, 1) => own().next(),
        _ => None,
    };
    printed
        .map(|heading| heading.text.clone())
        .or_else(|| told.first().cloned())
        .or_else(|| only().map(|heading| heading.text.clone()))
        .or_else(|| named(page.page.as_deref()?, site.as_deref()))
}

/// What `<title>` says without the site's name.
fn named(page: &str, site: Option<&str>) -> Option<String> {
    let parts = parts(page);
    let others = parts
        .iter()
        .filter(|part| Some(letters(part).as_str()) != site);
    let is_titled = |part: &&String| part.split_whitespace().count() > 2 || parts.len() == 1;
    let mut others = others.peekable();
    let first = others.peek().map(|first| (*first).clone());
    others.find(is_titled).cloned().or(first)
}

/// The parts of `<title>`, as sites divide it.
fn parts(page: &str) -> Vec<String> {
    const MARKS: &[&str] = &[
        " | ", " - ", " – ", " — ", " · ", " » ", " « ", " :: ", " • ", " ‹ ",
    ];
    let mut text = page.to_owned();
    for mark in MARKS {
        text = text.replace(mark, "\n");
    }
    text.lines().filter_map(clean).collect()
}

fn publisher(page: &Mentions) -> Option<String> {
    let metas = || {
        page.meta(&[
            "og:site_name",
            "citation_journal_title",
            "citation_publisher",
            "dc.publisher",
            "dcterms.publisher",
            "application-name",
        ])
    };
    linked(page, |data| data.publisher.as_ref())
        .filter(|name| !labels::is_system(name) || metas().is_none())
        .or_else(metas)
        .or_else(|| page.texts(MentionKind::Publisher).next())
        .and_then(unescaped)
}

fn author(page: &Mentions, language: Option<&str>) -> Option<String> {
    let linked: Vec<&str> = page
        .linked_data
        .iter()
        .flat_map(|data| &data.authors)
        .map(String::as_str)
        .collect();
    std::iter::once(linked)
        .chain(AUTHORS.iter().map(|name| page.metas(name).collect()))
        .chain(std::iter::once(page.texts(MentionKind::Author).collect()))
        .find_map(|found| names(found, language))
}

/// Names in one row, each once; `None` without any.
fn names(found: Vec<&str>, language: Option<&str>) -> Option<String> {
    let mut names: Vec<String> = Vec::new();
    let mut seen = HashSet::new();
    for name in found.into_iter().filter_map(unescaped) {
        let name = without_by(&name, language);
        if is_name(name) && seen.insert(name.to_owned()) {
            names.push(name.to_owned());
        }
    }
    (!names.is_empty()).then(|| names.join(", "))
}

/// A name without "by" in the page's language. Some such words are as often a part of a name
/// ("Von Miller"), so that two words must be left.
fn without_by<'n>(name: &'n str, language: Option<&str>) -> &'n str {
    let Some((by, rest)) = name.split_once(' ') else {
        return name;
    };
    let by = by.to_lowercase();
    let language = language.unwrap_or_default().to_ascii_lowercase();
    let is_full = rest.split_whitespace().count() >= 2;
    let is_by = match language.get(..2) {
        Some("fr") => by == "par",
        Some("de") => by == "von",
        Some("es" | "pt") => by == "por",
        Some("it") => by == "di",
        Some("nl") => by == "door",
        Some("sv" | "no" | "nb" | "nn" | "da") => matches!(by.as_str(), "av" | "af"),
        _ => false,
    };
    if by.trim_end_matches(':') == "by" || is_by && is_full {
        return rest.trim_start();
    }
    name
}

/// Addresses and numbers are no names.
fn is_name(text: &str) -> bool {
    let is_word = !text.contains(char::is_whitespace);
    let is_path = |(site, _): (&str, &str)| site.is_empty() || site.contains('.');
    let is_address = text.contains("://")
        || is_word && (text.contains('@') || text.split_once('/').is_some_and(is_path));
    let is_site = is_word && text.to_ascii_lowercase().starts_with("www.");
    !is_address && !is_site && text.contains(char::is_alphabetic)
}

/// The printed date where it names the year too, else the day of the machine's form; with that day.
fn date(page: &Mentions) -> (Option<String>, Option<Day>) {
    let linked = page
        .linked_data
        .iter()
        .filter_map(|data| data.date.as_deref());
    let metas = DATES.iter().flat_map(|name| page.metas(name));
    let texts = page.texts(MentionKind::Date);
    let times = page
        .times
        .iter()
        .filter(|time| time.is_own)
        .map(Time::value);
    let mut told = linked
        .chain(metas)
        .chain(texts)
        .chain(times)
        .filter_map(unescaped);
    let Some((shown, told)) = told.find_map(|told| Some((date::shown(&told)?, told))) else {
        return (None, None);
    };
    let day = Day::of(&told);
    // The page may be read in another time zone than its code was written in.
    let has_zone = told.contains('Z') || told.contains("+00:00") || told.contains("GMT");
    let printed = |is_near: bool| {
        page.times.iter().find_map(|time| {
            let printed = clean(&time.printed)?;
            let own = Day::of(time.value());
            let is_day = match (own, day) {
                (Some(own), Some(day)) => own == day || is_near && time.is_own && own.is_near(day),
                (None, Some(day)) => time.is_own && day.may_be(&printed, is_near),
                (None, None) => clean(time.value()).as_ref() == Some(&shown),
                _ => false,
            };
            let has_year = day.is_none_or(|day| {
                printed.contains(&day.year())
                    || is_near && own.is_some_and(|own| printed.contains(&own.year()))
            });
            (is_day && has_year && byline::is_date(&printed)).then_some(printed)
        })
    };
    let found = printed(false).or_else(|| printed(true).filter(|_| has_zone));
    (Some(found.unwrap_or(shown)), day.filter(|_| has_zone))
}

fn language(page: &Mentions) -> Option<String> {
    let names = ["og:locale", "content-language", "dc.language", "language"];
    page.language
        .as_deref()
        .filter(|tag| !tag.is_empty())
        .or_else(|| linked(page, |data| data.language.as_ref()))
        .or_else(|| page.meta(&names))
        .map(str::to_owned)
}

fn addresses(page: &Mentions) -> Vec<String> {
    let named = [
        page.canonical.as_deref(),
        page.meta(&["og:url"]),
        linked(page, |data| data.url.as_ref()),
        page.meta(&["citation_public_url", "citation_fulltext_html_url"]),
        page.saved_from.as_deref(),
    ];
    named.into_iter().flatten().map(str::to_owned).collect()
}

/// Some pages write character references twice.
fn unescaped(text: &str) -> Option<String> {
    clean(&resolved(text))
}
