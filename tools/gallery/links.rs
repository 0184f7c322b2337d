//! Writes the articles of a folder as web pages, and the link to each of their sentences, for
//! `tools/gallery/fragment.mjs` to follow.
//!
//! ```sh
//! cargo run --release --features tools --example links knowledge links
//! node tools/gallery/fragment.mjs links/links.jsonl
//! ```

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use anyhow::Context;
use serde_json::json;
use verbatim::answer::Quote;
use verbatim::corpus::sentences::sentences;
use verbatim::corpus::{Document, Limits};
use verbatim::library::Snapshot;
use verbatim::reply::{self, Frame, Locale};

/// Enough room between paragraphs for a page to have to scroll.
const STYLE: &str = "p, h2 { margin: 60vh 2em; font: 18px serif }";

fn main() -> anyhow::Result<()> {
    let mut folders = std::env::args().skip(1);
    let folder = folders.next().context("a folder of articles is wanted")?;
    let out = folders.next().context("a folder to write to is wanted")?;
    fs::create_dir_all(&out)?;
    let limits = Limits {
        file_bytes: 8 << 20,
        files: 1_000,
    };
    let mut knowledge = Snapshot::build(Path::new(&folder), limits, 1)?;
    let copies = tempfile::tempdir()?;
    for (number, document) in knowledge.corpus().documents().iter().enumerate() {
        let url = format!("https://example.org/{number}");
        fs::write(
            copies.path().join(format!("{number}.md")),
            with_url(document, &url),
        )?;
    }
    knowledge = Snapshot::build(copies.path(), limits, 1)?;
    let mut links = String::new();
    for document in knowledge.corpus().documents() {
        let page = document.source.document.replace(".md", ".html");
        fs::write(Path::new(&out).join(&page), page_of(document))?;
        for (quote, sentence) in quotes(document) {
            let link = link(&knowledge, &quote).context("a document with an address has links")?;
            writeln!(
                links,
                "{}",
                json!({ "page": page, "link": link, "sentence": sentence })
            )?;
        }
    }
    fs::write(Path::new(&out).join("links.jsonl"), links)?;
    Ok(())
}

/// The passages of a document as an article of their own, with an address.
fn with_url(document: &Document, url: &str) -> String {
    let passages = document
        .passages
        .iter()
        .map(|passage| document.slice(passage));
    let passages: Vec<&str> = passages.collect();
    let language = document.language.code();
    format!(
        "---\ntitle: Copy\nurl: {url}\nlanguage: {language}\n---\n\n{}\n",
        passages.join("\n\n")
    )
}

fn page_of(document: &Document) -> String {
    let mut page = format!("<!doctype html><meta charset=utf-8><style>{STYLE}</style><body>");
    for passage in &document.passages {
        let text = document.slice(passage);
        let text = text.replace('&', "&amp;").replace('<', "&lt;");
        page.extend(["<p>", &text, "</p>\n"]);
    }
    page + "</body>"
}

/// Each sentence, standing out in its passage.
fn quotes(document: &Document) -> Vec<(Quote, String)> {
    let mut quotes = Vec::new();
    for passage in &document.passages {
        let text = document.slice(passage);
        for range in sentences(text, document.language) {
            let sentence = text[range.clone()].to_owned();
            let quote = Quote::cut(document, passage, vec![range], 1.0);
            quotes.push((quote, sentence));
        }
    }
    quotes
}

/// The address behind the title below the quote.
fn link(knowledge: &Snapshot, quote: &Quote) -> Option<String> {
    let frame = Frame {
        snapshot: knowledge,
        reader: Locale::English.into(),
        asker: 1,
        votes: false,
        translation: None,
    };
    let page = reply::page(quote, None, &frame);
    let description = &page.embeds.first()?.description;
    let (_, place) = description.rsplit_once("\n-# [")?;
    let (_, link) = place.split_once("](")?;
    Some(link.split(')').next()?.to_owned())
}
