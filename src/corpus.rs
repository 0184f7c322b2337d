//! A *corpus* is what was read from the knowledge folder: documents, and the passages in them.
//!
//! The only reader of the folder. A bad file is a [`Problem`] and everything else still loads;
//! what one file says is decided by [`parse`], which is pure and takes any bytes.

mod decode;
mod duplicates;
mod folder;
mod front_matter;
mod grouping;
mod headers;
mod hidden;
mod kind;
mod lines;
mod markdown;
mod masked;
mod pages;
mod parts;
mod plain;
mod problem;
mod removed;
mod saved_page;
pub mod sentences;
mod subtitles;
mod units;

use std::collections::BTreeSet;
use std::ops::Range;
use std::path::PathBuf;

use thiserror::Error;
use unicode_segmentation::UnicodeSegmentation;

pub use folder::{EXTENSIONS, files, load};
pub use front_matter::is_web_address;
pub use problem::{Problem, Severity};
pub use removed::RemovedText;
pub use units::Unit;
pub(crate) use units::is_markup;

use crate::language::Language;
use crate::language::normalise::composed;
use crate::passage::{Passage, PassageId, Source};
use front_matter::FrontMatter;
use kind::FileKind;
use problem::{FileProblem, within};

/// A *document* is one file of the folder, decoded and divided into passages.
#[derive(Debug, Clone, PartialEq)]
pub struct Document {
    /// Its attribution.
    pub source: Source,
    /// From the front matter, else detected.
    pub language: Language,
    /// What a reader sees of the file as decoded, or of the Markdown made of a web page; passages are
    /// spans of it.
    pub text: String,
    /// What was left out of the file to get the text; it maps positions in one to the other.
    pub removed: RemovedText,
    /// In the order of the text, disjoint; never empty in a corpus.
    pub passages: Vec<Passage>,
}

impl Document {
    /// The passage's text as it stands in the document.
    ///
    /// # Panics
    /// When the passage is of another document and does not fit into this one.
    #[must_use]
    pub fn slice(&self, passage: &Passage) -> &str {
        &self.text[passage.span.clone()]
    }

    /// How many words its passages have, as Unicode divides words (UAX 29).
    #[must_use]
    pub fn words(&self) -> usize {
        self.passages
            .iter()
            .map(|passage| self.slice(passage).unicode_words().count())
            .sum()
    }
}

/// How much is read at most.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// The largest file, in bytes.
    pub file_bytes: u64,
    /// The most files.
    pub files: usize,
}

/// What was read: the corpus, and what is wrong with the folder.
#[derive(Debug)]
pub struct Loaded {
    /// The documents, ordered by path.
    pub corpus: Corpus,
    /// Ordered by path and line.
    pub problems: Vec<Problem>,
}

/// Why there is no corpus at all.
#[derive(Debug, Error)]
pub enum CorpusError {
    /// There is nothing at the folder's path.
    #[error("the knowledge folder `{}` does not exist", folder.display())]
    Missing {
        /// The folder as it was asked for.
        folder: PathBuf,
    },
    /// What is at the folder's path is something else.
    #[error("`{}` is not a folder", folder.display())]
    NotAFolder {
        /// The folder as it was asked for.
        folder: PathBuf,
    },
    /// The folder is there and cannot be read.
    #[error("the knowledge folder `{}` cannot be read: {error}", folder.display())]
    Unreadable {
        /// The folder as it was asked for.
        folder: PathBuf,
        /// What the system says.
        error: std::io::Error,
    },
    /// Nothing in the folder can be quoted.
    #[error(
        "the knowledge folder `{}` has no text to quote; put a document into it as a .md, .mdx, \
         .txt or .html file",
        folder.display()
    )]
    NoPassage {
        /// The folder as it was asked for.
        folder: PathBuf,
        /// What is wrong with the files in it, ordered by path and line.
        problems: Vec<Problem>,
    },
}

impl CorpusError {
    /// What is wrong with the files in the folder, ordered by path and line.
    #[must_use]
    pub fn problems(&self) -> &[Problem] {
        match self {
            Self::NoPassage { problems, .. } => problems,
            Self::Missing { .. } | Self::NotAFolder { .. } | Self::Unreadable { .. } => &[],
        }
    }
}

/// All documents, and their passages numbered throughout.
#[derive(Debug)]
pub struct Corpus {
    documents: Vec<Document>,
    /// For each passage id, the position of the document and that of the passage in it.
    row: Vec<(usize, usize)>,
}

impl Corpus {
    /// A corpus of `documents` in this order; a document without a passage is left out.
    #[must_use]
    pub fn new(mut documents: Vec<Document>) -> Self {
        documents.retain(|document| !document.passages.is_empty());
        let row = documents
            .iter()
            .enumerate()
            .flat_map(|(at, document)| (0..document.passages.len()).map(move |n| (at, n)))
            .collect();
        Self { documents, row }
    }

    /// The documents, ordered by path.
    #[must_use]
    pub fn documents(&self) -> &[Document] {
        &self.documents
    }

    /// The languages of the documents, each once, ordered by code.
    #[must_use]
    pub fn languages(&self) -> Vec<Language> {
        self.documents
            .iter()
            .map(|document| document.language)
            .collect::<BTreeSet<_>>()
            .into_iter()
            .collect()
    }

    /// All passages with their document, in the order of their ids.
    pub fn passages(&self) -> impl Iterator<Item = (PassageId, &Document, &Passage)> {
        (0..).zip(&self.row).map(|(id, &(document, passage))| {
            let document = &self.documents[document];
            (PassageId(id), document, &document.passages[passage])
        })
    }

    /// How many passages all documents have.
    #[must_use]
    pub fn passage_count(&self) -> usize {
        self.row.len()
    }

    /// The passage with this id, and its document.
    ///
    /// # Panics
    /// When the id is of another corpus.
    #[must_use]
    pub fn passage(&self, id: PassageId) -> (&Document, &Passage) {
        let (document, passage) = self.row[id.0 as usize];
        let document = &self.documents[document];
        (document, &document.passages[passage])
    }
}

/// Parses one file's bytes.
///
/// Pure, and it never fails: it returns the document if there is a passage in it, and the
/// problems, at least one of the two. `path` names the file in both and its extension decides
/// between a web page (`.html`, `.htm`), plain text (`.txt`), subtitles (`.srt`, `.vtt`) and Markdown
/// (all others). A web page pasted raw is plain text all the same, and subtitles are told by their
/// first lines, too.
#[must_use]
pub fn parse(path: &str, bytes: &[u8]) -> (Option<Document>, Vec<Problem>) {
    if is_web_page(path) {
        let (markdown, mut problems) = import(path, bytes, None);
        let Some(markdown) = markdown else {
            return (None, problems);
        };
        let (document, found) = read(path, &markdown);
        problems.extend(within(path, found));
        return (document, problems);
    }
    let (document, problems) = match decode::decode(bytes) {
        Ok(text) => read(path, &text),
        Err(problem) => (None, vec![problem]),
    };
    (document, within(path, problems).collect())
}

/// Makes Markdown with front matter of a saved web page: its article, and who published it when
/// and where, as far as the page says so.
///
/// Pure, and it never fails: it returns the Markdown if there is an article in the page, and the
/// problems, at least one of the two. `path` names the page in the problems; `url` is its address
/// when the page does not name it.
#[must_use]
pub fn import(path: &str, bytes: &[u8], url: Option<&str>) -> (Option<String>, Vec<Problem>) {
    let (markdown, problems) = saved_page::markdown(bytes, url);
    (markdown, within(path, problems).collect())
}

pub(crate) fn is_web_page(path: &str) -> bool {
    folder::WEB_PAGES
        .iter()
        .any(|extension| has_extension(path, extension))
}

/// What a reader of Markdown or plain text finds in a document's body.
#[derive(Debug, Default)]
struct Outline {
    title: Option<String>,
    publisher: Option<String>,
    author: Option<String>,
    date: Option<String>,
    blocks: Vec<parts::Block>,
}

/// Reads a file's text.
fn read(path: &str, file: &str) -> (Option<Document>, Vec<FileProblem>) {
    if file.trim().is_empty() {
        let message = "the file is empty; write text into it or remove it";
        return (None, vec![FileProblem::new(1, message)]);
    }
    let kind = FileKind::of(path, file);
    let (mut front, mut problems) = match kind {
        FileKind::Subtitles => (FrontMatter::default(), Vec::new()),
        _ => front_matter::read(file),
    };
    if let Some(draft) = front.draft.take() {
        problems.push(draft);
        return (None, problems);
    }
    let removed = kind.hidden(file, &front);
    let text = removed.apply(file);
    let is_headed = front.body > 0;
    front.body = removed.left_at(front.body);
    let outline = kind.outline(&text, &front);
    if outline.blocks.is_empty() {
        let message = "the file has no text to quote; write text below its title or remove it";
        // A file of front matter only, as a site has for a section, may be as it was meant.
        problems.push(if is_headed && problems.is_empty() {
            FileProblem::warning(1, message)
        } else {
            FileProblem::new(1, message)
        });
        return (None, problems);
    }
    let language = front
        .language
        .unwrap_or_else(|| Language::of_text(&text[front.body..]));
    let document = Document {
        passages: grouping::passages(file, &text, &removed, outline.blocks),
        source: Source {
            document: path.to_owned(),
            title: front
                .title
                .or(outline.title)
                .unwrap_or_else(|| composed(stem(path)).into_owned()),
            publisher: front.publisher.or(outline.publisher),
            author: front.author.or(outline.author),
            date: front.date.or(outline.date),
            url: front.url,
        },
        language,
        text,
        removed,
    };
    problems.extend(sentences::overlong(&document));
    (Some(document), problems)
}

/// The file name of `path` without its extension.
fn stem(path: &str) -> &str {
    let name = path.rsplit('/').next().unwrap_or(path);
    match name.rsplit_once('.') {
        Some((stem, _)) if !stem.is_empty() => stem,
        _ => name,
    }
}

/// Whether `path` ends in `.extension`, in either case.
fn has_extension(path: &str, extension: &str) -> bool {
    path.rsplit_once('.')
        .is_some_and(|(_, found)| found.eq_ignore_ascii_case(extension))
}

/// Whether two texts are the same, in whatever way their accents are written.
fn is_same(one: &str, other: &str) -> bool {
    composed(one) == composed(other)
}

/// Whether there is a letter or a digit in `text`, so that there is something to find and quote.
fn has_words(text: &str) -> bool {
    text.contains(char::is_alphanumeric)
}

/// `span` without the blanks at its ends.
fn trim(text: &str, span: Range<usize>) -> Range<usize> {
    let slice = &text[span.clone()];
    let start = span.start + (slice.len() - slice.trim_start().len());
    start..start + slice.trim().len()
}
