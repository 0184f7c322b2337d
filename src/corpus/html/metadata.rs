//! *Metadata* is who published a page's article, under which title, when and where, as far as the
//! page says so.
//!
//! What is meant for machines is read first, linked data before `<meta>` elements. Where the page
//! also prints a title or a date for its readers, that form is taken: it is what they know.

use std::collections::HashSet;

use super::linked_data::LinkedData;
use super::mentions::{Kind, Mentions, Time};
use super::tokens;
use crate::corpus::byline;
use crate::corpus::front_matter::is_web_address;
pub(super) use crate::language::normalise::letters;

/// What the front matter of the made Markdown says.
#[derive(Debug, Default)]
pub(super) struct Metadata {
    pub(super) title: Option<String>,
    pub(super) publisher: Option<String>,
    pub(super) author: Option<String>,
    pub(super) date: Option<String>,
    /// As a tag such as `fr-FR`.
    pub(super) language: Option<String>,
    pub(super) url: Option<String>,
    /// The times that the page prints, in the order of the page.
    pub(super) times: Vec<String>,
}

impl Metadata {
    /// Picks the best of what a page mentions.
    pub(super) fn of(page: &Mentions) -> Self {
        let publisher = publisher(page);
        Self {
            title: title(page, publisher.as_deref()),
            author: author(page).filter(|author| Some(author) != publisher.as_ref()),
            publisher,
            date: date(page),
            language: language(page),
            url: url(page),
            times: page
                .times
                .iter()
                .filter_map(|it| clean(&it.printed))
                .collect(),
        }
    }
}

/// Everything of a text that is seen: blanks as one space, no blanks around it.
pub(super) fn clean(text: &str) -> Option<String> {
    let words: Vec<&str> = text
        .split(|c: char| c.is_whitespace() && c != '\u{a0}' && c != '\u{202f}')
        .filter(|word| !word.is_empty())
        .collect();
    let text = words.join(" ");
    let text = text.trim();
    (!text.is_empty()).then(|| text.to_owned())
}

/// The first value of the linked data.
fn linked(page: &Mentions, of: fn(&LinkedData) -> Option<&String>) -> Option<&str> {
    page.linked_data.iter().find_map(of).map(String::as_str)
}

/// The title, unless only `<title>` has it, together with the site's name.
fn title(page: &Mentions, publisher: Option<&str>) -> Option<String> {
    let whole = page.texts(Kind::Page).next().and_then(clean);
    let told = linked(page, |it| it.title.as_ref())
        .or_else(|| page.meta(&["og:title", "citation_title"]))
        .or_else(|| page.meta(&["dc.title", "dcterms.title", "twitter:title"]))
        .or_else(|| page.texts(Kind::Headline).next())
        .and_then(unescaped);
    let site = publisher.map(letters);
    let is_site = |heading: &String| site.as_ref() == Some(&letters(heading));
    let headings = || {
        let headings = page.texts(Kind::Heading).filter_map(clean);
        headings.filter(|it| !is_site(it))
    };
    let compared = |text: &Option<String>| text.as_deref().map(letters).unwrap_or_default();
    let (title, whole) = (compared(&told), compared(&whole));
    // Beside the title, `<title>` has the site's name, which may be a heading, too.
    let names_site = !title.is_empty() && whole.contains(&title);
    let printed = headings().find(|heading| {
        let heading = letters(heading);
        let is_most = |it: &String| it.contains(&heading) && heading.len() * 2 > it.len();
        is_most(&title) || is_most(&whole) && (!names_site || heading.contains(&title))
    });
    let only = || headings().next().filter(|_| headings().nth(1).is_none());
    printed.or(told).or_else(only)
}

fn publisher(page: &Mentions) -> Option<String> {
    linked(page, |it| it.publisher.as_ref())
        .or_else(|| {
            page.meta(&[
                "og:site_name",
                "citation_journal_title",
                "citation_publisher",
            ])
        })
        .or_else(|| page.meta(&["dc.publisher", "dcterms.publisher", "application-name"]))
        .or_else(|| page.texts(Kind::Publisher).next())
        .and_then(unescaped)
}

fn author(page: &Mentions) -> Option<String> {
    let linked = page.linked_data.iter().flat_map(|it| &it.authors);
    let linked = linked.map(String::as_str).collect();
    let meta = |name| page.metas(name).collect::<Vec<_>>();
    let ways: [&dyn Fn() -> Vec<_>; 6] = [
        &|| meta("citation_author"),
        &|| meta("author"),
        &|| meta("article:author"),
        &|| meta("dc.creator"),
        &|| meta("dcterms.creator"),
        &|| page.texts(Kind::Author).collect(),
    ];
    std::iter::once(linked)
        .chain(ways.iter().map(|way| way()))
        .find_map(names)
}

/// Names in one row, each once; `None` without any.
fn names(found: Vec<&str>) -> Option<String> {
    let mut names: Vec<String> = Vec::new();
    let mut seen = HashSet::new();
    for name in found.into_iter().filter_map(unescaped) {
        // Other words before a name, such as "Von", are as often a part of it.
        let name = name.strip_prefix("By ").unwrap_or(&name);
        if is_name(name) && seen.insert(name.to_owned()) {
            names.push(name.to_owned());
        }
    }
    (!names.is_empty()).then(|| names.join(", "))
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

/// The printed date where it names the year too, else the day of the machine's form.
fn date(page: &Mentions) -> Option<String> {
    let told = linked(page, |it| it.date.as_ref())
        .or_else(|| page.meta(&["article:published_time", "og:article:published_time"]))
        .or_else(|| {
            page.meta(&[
                "datepublished",
                "citation_publication_date",
                "citation_date",
            ])
        })
        .or_else(|| {
            page.meta(&[
                "dc.date.issued",
                "dcterms.issued",
                "dc.date",
                "dcterms.date",
            ])
        })
        .or_else(|| page.meta(&["parsely-pub-date", "pubdate", "date"]))
        .or_else(|| page.texts(Kind::Date).next())
        .and_then(unescaped);
    let times = page.times.iter().filter(|it| it.is_own);
    let times = times.map(Time::value).filter_map(clean);
    let told = told.into_iter().chain(times).find(|it| is_dated(it))?;
    let day = day(&told);
    let printed = page.times.iter().find_map(|time| {
        let printed = clean(&time.printed)?;
        let is_same = self::day(time.value()) == day && !day.is_empty();
        let has_year = day.get(..4).is_some_and(|year| printed.contains(year));
        (is_same && has_year && byline::is_date(&printed)).then_some(printed)
    });
    printed.or_else(|| clean(day))
}

/// Whether a text is a date, and not how long ago that was.
fn is_dated(text: &str) -> bool {
    let is_year = |digits: &str| digits.len() >= 4;
    let mut numbers = text.split(|c: char| !c.is_ascii_digit());
    numbers.any(is_year) || byline::is_date(text)
}

/// The day of a date as machines write it, or the whole of another one.
fn day(date: &str) -> &str {
    let date = date.trim();
    let is_day = |day: &str| {
        day.bytes().enumerate().all(|(at, byte)| match at {
            4 | 7 => byte == b'-',
            _ => byte.is_ascii_digit(),
        })
    };
    date.get(..10).filter(|day| is_day(day)).unwrap_or(date)
}

fn language(page: &Mentions) -> Option<String> {
    let names = ["og:locale", "content-language", "dc.language", "language"];
    page.language
        .as_deref()
        .filter(|tag| !tag.is_empty())
        .or_else(|| linked(page, |it| it.language.as_ref()))
        .or_else(|| page.meta(&names))
        .map(str::to_owned)
}

fn url(page: &Mentions) -> Option<String> {
    let named = [
        page.canonical.as_deref(),
        page.meta(&["og:url"]),
        linked(page, |it| it.url.as_ref()),
        page.meta(&["citation_public_url", "citation_fulltext_html_url"]),
        page.saved_from.as_deref(),
    ];
    let mut named = named.into_iter().flatten();
    named.find(|url| is_web_address(url)).map(str::to_owned)
}

/// Some pages write character references twice.
fn unescaped(text: &str) -> Option<String> {
    clean(&tokens::resolved(text))
}
