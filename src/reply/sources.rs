//! What a member reads of the documents.

use super::link::{link, masked};
use super::list::join_within;
use super::truncate::clip;
use super::{Embed, GREY, Locale, Reply, SEPARATOR, escape, limits, messages};
use crate::corpus::Document;

/// The longest title in a list of documents.
const LISTED_TITLE: usize = 160;
/// The longest line below a title in that list.
const LISTED_FACTS: usize = 240;

/// The list of documents; where they are too many for one message, how many more there are.
#[must_use]
pub fn sources(documents: &[Document], locale: Locale) -> Reply {
    let more = |count| format!("\n\n{}", messages::more(locale, count));
    let room = limits::DESCRIPTION - limits::length(&more(documents.len()));
    let entries = documents.iter().map(|document| listed(document, locale));
    let (mut description, shown) = join_within(entries, "\n\n", room);
    if shown < documents.len() {
        description.push_str(&more(documents.len() - shown));
    }
    let passages = documents.iter().map(|document| document.passages.len());
    Reply::embed(Embed {
        title: messages::sources(locale),
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
        content: messages::several_documents(locale),
        ..sources(documents, locale)
    }
}

/// One document: its title, linked where it has an address, and its facts below.
fn listed(document: &Document, locale: Locale) -> String {
    let source = &document.source;
    let title = clip(&source.title, LISTED_TITLE, escape::line);
    let url = source.url.as_deref().and_then(link);
    let title = match url {
        Some(url) => masked(&title, url),
        None => title,
    };
    let passages = messages::passages(locale, document.passages.len());
    let facts = [&source.publisher, &source.author, &source.date]
        .into_iter()
        .flatten()
        .chain([&passages])
        .map(String::as_str)
        .collect::<Vec<_>>()
        .join(SEPARATOR);
    format!("**{title}**\n{}", clip(&facts, LISTED_FACTS, escape::line))
}

/// How many documents and passages there are.
pub(super) fn counts(documents: usize, passages: usize, locale: Locale) -> String {
    [
        messages::documents(locale, documents),
        messages::passages(locale, passages),
    ]
    .join(SEPARATOR)
}
