//! The *kind* of a file decides how its text is read, and what of it is no text.

use std::ops::Range;

use super::front_matter::{FrontMatter, mail};
use super::removed::{Cut, RemovedText};
use super::{Outline, has_extension, hidden, markdown, pages, plain, subtitles};

/// How a file's text is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum FileKind {
    Markdown,
    Plain,
    Subtitles,
}

impl FileKind {
    pub(super) fn of(path: &str, text: &str) -> Self {
        let is_named = subtitles::EXTENSIONS
            .iter()
            .any(|extension| has_extension(path, extension));
        if is_named || subtitles::is_subtitles(text) {
            Self::Subtitles
        } else if has_extension(path, "txt") {
            Self::Plain
        } else {
            Self::Markdown
        }
    }

    /// The parts of a file's text that are not to be found and quoted. Every module that finds such
    /// parts is asked here and nowhere else.
    pub(super) fn hidden(self, text: &str, front: &FrontMatter) -> RemovedText {
        let mut found: Vec<Cut> = match self {
            Self::Markdown => hidden::in_markdown(text, front.body),
            Self::Plain => hidden::in_plain(text, front.body),
            Self::Subtitles => cuts(subtitles::marks(text)),
        };
        if self != Self::Subtitles {
            found.extend(
                pages::boilerplate(&text[front.body..])
                    .into_iter()
                    .map(|range| Cut::from(range.start + front.body..range.end + front.body)),
            );
        }
        if front.is_mail {
            found.extend(cuts(mail::thread(text, front.body)));
        }
        RemovedText::new(found)
    }

    pub(super) fn outline(self, text: &str, front: &FrontMatter) -> Outline {
        match self {
            Self::Subtitles => subtitles::outline(text, front.body),
            Self::Plain => plain::outline(text, front),
            Self::Markdown if markdown::is_pasted(&text[front.body..]) => {
                plain::outline(text, front)
            }
            Self::Markdown => markdown::outline(text, front),
        }
    }
}

fn cuts(ranges: Vec<Range<usize>>) -> Vec<Cut> {
    ranges.into_iter().map(Cut::from).collect()
}
