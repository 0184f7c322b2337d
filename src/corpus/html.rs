//! *HTML* is a saved web page; its article is made Markdown, and that text is the document.
//!
//! Pure: bytes in, Markdown with front matter out. The article is found by legible, a port of the
//! readability that browsers have; what it leaves is written as plainly as Markdown allows.

mod article;
mod blocks;
mod charset;
mod dropped;
mod elements;
mod formula;
mod known;
mod linked_data;
mod listing;
mod lists;
mod mentions;
mod metadata;
mod nesting;
mod place;
mod raised;
mod simplified;
mod tokens;
mod written;

use std::panic::{AssertUnwindSafe, catch_unwind};

use super::{Fault, byline, front_matter};
use crate::language::Language;
use metadata::Metadata;

/// Below as many bytes of text, what a page says of its language is believed without proof.
const PROOF: usize = 400;

/// The Markdown of a page's article, and what is wrong with the page; `url` is its address when
/// the page does not name it.
pub(super) fn markdown(bytes: &[u8], url: Option<&str>) -> (Option<String>, Vec<Fault>) {
    let (html, fault) = charset::decode(bytes);
    let mut faults = Vec::from_iter(fault);
    match read(&html, url) {
        Ok(markdown) => (Some(markdown), faults),
        Err(message) => {
            faults.push(Fault::new(1, message));
            (None, faults)
        }
    }
}

fn read(html: &str, url: Option<&str>) -> Result<String, String> {
    if html.trim().is_empty() {
        return Err("the file is empty; save a web page into it or remove it".to_owned());
    }
    if let Some(fault) = nesting::fault(html) {
        return Err(format!(
            "{fault}; copy the article's text into a .md or .txt file"
        ));
    }
    let html = simplified::of(html);
    let mut metadata = Metadata::of(&mentions::read(&html));
    let extracted = extract(&html)?.ok_or_else(no_article)?;
    metadata.title = metadata.title.or_else(|| metadata::clean(&extracted.title));
    metadata.author = metadata.author.or_else(|| {
        let line = metadata::clean(&extracted.byline?)?;
        byline::author_of(&line).map(str::to_owned)
    });
    let blocks = blocks::read(&extracted.content);
    let blocks = article::of(blocks, &mut metadata).ok_or_else(no_article)?;
    let body = written::markdown(&blocks);
    let language = language(&metadata, &body);
    let entries = [
        ("title", metadata.title.as_deref()),
        ("publisher", metadata.publisher.as_deref()),
        ("author", metadata.author.as_deref()),
        ("date", metadata.date.as_deref()),
        ("language", language.map(Language::code)),
        ("url", metadata.url.as_deref().or(url)),
    ];
    let entries: Vec<_> = entries
        .into_iter()
        .filter_map(|(key, text)| Some((key, text?)))
        .collect();
    let front = front_matter::write(&entries);
    let gap = if front.is_empty() { "" } else { "\n" };
    Ok(format!("{front}{gap}{body}"))
}

fn no_article() -> String {
    "no article was found in this web page; save the page of one article, or copy its text into a \
     .md or .txt file"
        .to_owned()
}

/// A page with more elements is not read: legible looks at each many times.
const MOST_ELEMENTS: usize = 200_000;

/// What legible finds; a defect in it is told and ends nothing.
fn extract(html: &str) -> Result<Option<legible::Article>, String> {
    let options = legible::Options::new()
        .disable_json_ld(true)
        .max_elems_to_parse(MOST_ELEMENTS);
    let parse = || legible::parse(html, None, Some(options));
    match catch_unwind(AssertUnwindSafe(parse)) {
        Ok(Ok(article)) => Ok(Some(article)),
        Ok(Err(legible::Error::TooManyElements(..))) => Err(format!(
            "more than {MOST_ELEMENTS} elements; copy the article's text into a .md or .txt file"
        )),
        Ok(Err(_)) => Ok(None),
        Err(_) => Err(
            "the page cannot be read because of a defect in the program; copy the article's text \
             into a .md or .txt file"
                .to_owned(),
        ),
    }
}

/// The language the page names, unless its text is plainly in another: many sites say `en` of
/// everything. Without a language, the reader of the Markdown detects it.
fn language(metadata: &Metadata, body: &str) -> Option<Language> {
    let named = Language::from_tag(metadata.language.as_deref()?)?;
    let found = Language::of_text(body);
    let is_believed = body.len() < PROOF || found == named || found == Language::UNKNOWN;
    is_believed.then_some(named)
}
