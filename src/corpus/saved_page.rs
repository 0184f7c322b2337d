//! A *saved page* is a web page in the folder: its article as Markdown with front matter, and that text is
//! the document.

use std::collections::BTreeSet;

use super::{FileProblem, front_matter, hidden};
use crate::language::Language;
use crate::webpage::{self, PageProblem};

/// Escaping one mark may make another one count, so the text is looked through again, at most this
/// often.
const ROUNDS: usize = 8;

/// A shorter text, in bytes, is too short to tell its language, so that what the page says is
/// believed.
const PROOF: usize = 400;

/// The Markdown of a page's article, and what is wrong with the page; `url` is its address when
/// the page does not name it.
pub(super) fn markdown(bytes: &[u8], url: Option<&str>) -> (Option<String>, Vec<FileProblem>) {
    let (article, problems) = webpage::read(bytes);
    let problems = problems.into_iter().map(of_file).collect();
    let Some(webpage::Article { metadata, markdown }) = article else {
        return (None, problems);
    };
    let body = unhidden(markdown);
    let language = language(metadata.language.as_deref(), &body);
    let own = metadata.addresses.iter().map(String::as_str);
    let entries = [
        ("title", metadata.title.as_deref()),
        ("publisher", metadata.publisher.as_deref()),
        ("author", metadata.author.as_deref()),
        ("date", metadata.date.as_deref()),
        ("language", language.map(Language::code)),
        (
            "url",
            own.into_iter()
                .find(|url| front_matter::is_web_address(url))
                .or(url),
        ),
    ];
    let entries: Vec<_> = entries
        .into_iter()
        .filter_map(|(key, text)| Some((key, text?)))
        .collect();
    let front = front_matter::write(&entries);
    let gap = if front.is_empty() { "" } else { "\n" };
    (Some(format!("{front}{gap}{body}")), problems)
}

fn of_file(problem: PageProblem) -> FileProblem {
    if problem.is_warning {
        FileProblem::warning(problem.line, problem.message)
    } else {
        FileProblem::new(problem.line, problem.message)
    }
}

/// The language the page names, unless its text is plainly in another: many sites say `en` of
/// everything. Without a language, the reader of the Markdown detects it.
fn language(tag: Option<&str>, body: &str) -> Option<Language> {
    let named = Language::from_tag(tag?)?;
    let found = Language::of_text(body);
    let is_believed = body.len() < PROOF || found == named || found == Language::UNKNOWN;
    is_believed.then_some(named)
}

/// Everything that a page shows is text. What Markdown would take for a comment or another hidden
/// mark is escaped.
fn unhidden(mut text: String) -> String {
    for _ in 0..ROUNDS {
        let marks: BTreeSet<usize> = hidden::in_markdown(&text, 0)
            .into_iter()
            .filter_map(|cut| {
                let blank = text[cut.file.clone()].find(|c: char| !c.is_whitespace());
                blank.map(|blank| cut.file.start + blank)
            })
            .collect();
        if marks.is_empty() {
            break;
        }
        let mut escaped = String::with_capacity(text.len() + marks.len());
        let mut start = 0;
        for mark in marks {
            escaped.push_str(&text[start..mark]);
            escaped.push('\\');
            start = mark;
        }
        escaped.push_str(&text[start..]);
        text = escaped;
    }
    text
}
