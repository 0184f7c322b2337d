//! An *attribution* says where a quote stands: title, publisher, author and date of its document, its
//! section and its paragraphs. It is small print, so that the quote is what is read first.

use super::frame::Frame;
use super::link::{link, masked};
use super::source_link::source_link;
use super::truncate::clip;
use super::{Locale, SEPARATOR, SMALL, escape, formats, messages};
use crate::answer::Quote;
use crate::language::Language;
use crate::library::{Bookmark, Snapshot};
use crate::passage::Source;

/// The longest title.
const TITLE: usize = 160;
/// The longest other part; more than that is no name and no date.
const PART: usize = 120;

/// The attribution of the quote that is read first, in one or two lines of Discord's Markdown. The title
/// leads to the sentence on its page, and behind the paragraph stands the link to a translation, where
/// there are such.
pub(super) fn small_print(quote: &Quote, frame: &Frame<'_>) -> String {
    let mut place = place(quote, frame.reader.locale);
    place.extend(translation(quote, frame));
    below(quote, frame.snapshot, place)
}

/// The attribution of another quote, without the link to a translation; `named` says whether the
/// document is named, which is not needed twice in a row.
pub(super) fn plain_small_print(
    quote: &Quote,
    named: bool,
    snapshot: &Snapshot,
    locale: Locale,
) -> String {
    let place = place(quote, locale);
    if named {
        below(quote, snapshot, place)
    } else {
        small([place])
    }
}

/// The paragraphs that the quote's passage joins, and how many its document has: reading on goes to
/// the one after the last of them.
pub(super) fn paragraphs(quote: &Quote, locale: Locale) -> String {
    let (first, last) = (quote.paragraph, quote.last_paragraph);
    formats::paragraphs_of(first, last, quote.paragraphs, locale)
}

/// The heading a quote stands under; `None` where that is the document's title.
pub(super) fn section(quote: &Quote) -> Option<&str> {
    let heading = quote.headings.last()?;
    (*heading != quote.source.title).then_some(heading)
}

/// The document and the place, in two lines where the place has a section.
fn below(quote: &Quote, snapshot: &Snapshot, place: Vec<String>) -> String {
    let document = document(quote, snapshot);
    match section(quote) {
        Some(_) => small([document, place]),
        None => small([[document, place].concat()]),
    }
}

/// Lines of small print, each of the parts that are there.
fn small<const LINES: usize>(lines: [Vec<String>; LINES]) -> String {
    let lines = lines.into_iter().filter_map(|mut parts| {
        parts.retain(|part| !part.is_empty());
        (!parts.is_empty()).then(|| format!("{SMALL}{}", parts.join(SEPARATOR)))
    });
    lines.collect::<Vec<_>>().join("\n")
}

/// The title, linked where its page has an address; who published the document, who wrote it, and
/// when, as printed.
fn document(quote: &Quote, snapshot: &Snapshot) -> Vec<String> {
    let Source {
        title,
        publisher,
        author,
        date,
        ..
    } = &quote.source;
    let title = clip(title, TITLE, escape::line);
    let url = snapshot
        .document(Bookmark::of(quote).document)
        .and_then(|document| source_link(document, quote))
        .or_else(|| link(quote.source.url.as_deref()?).map(str::to_owned));
    let title = match url {
        Some(url) if !title.is_empty() => masked(&title, &url),
        _ => title,
    };
    let origin = [publisher, author, date]
        .map(|part| clip(part.as_deref().unwrap_or_default(), PART, escape::line));
    std::iter::once(title).chain(origin).collect()
}

fn place(quote: &Quote, locale: Locale) -> Vec<String> {
    let section = section(quote).map(|heading| clip(heading, PART, escape::line));
    section
        .into_iter()
        .chain([paragraphs(quote, locale)])
        .collect()
}

/// A link to the quote's translation; none where the reader reads its language.
fn translation(quote: &Quote, frame: &Frame<'_>) -> Option<String> {
    let document = frame.snapshot.document(Bookmark::of(quote).document)?;
    let (from, to) = (document.language, frame.reader.language);
    if from == to || from == Language::UNKNOWN {
        return None;
    }
    let url = frame.translation?.link(quote, from, to)?;
    Some(masked(&messages::translate(frame.reader.locale), &url))
}
