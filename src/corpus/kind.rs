//! The *kind* of a file decides how its text is read, and what of it is no text.

use std::ops::Range;

use super::front_matter::{FrontMatter, mail};
use super::removed::{Cut, Removed};
use super::{Outline, has_extension, hidden, markdown, pages, plain, subtitles};

/// How a file's text is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Markdown,
    Plain,
    Subtitles,
}

impl Kind {
    pub(super) fn of(path: &str, text: &str) -> Self {
        let is_named = subtitles::EXTENSIONS
            .iter()
            .any(|it| has_extension(path, it));
        if is_named || subtitles::is_subtitles(text) {
            Self::Subtitles
        } else if has_extension(path, "txt") {
            Self::Plain
        } else {
            Self::Markdown
        }
    }

    /// What of a file's text is no text to be found and quoted: the one place where all that finds
    /// some is asked.
    pub(super) fn hidden(self, text: &str, front: &FrontMatter) -> Removed {
        let mut found: Vec<Cut> = match self {
            Self::Markdown => hidden::in_markdown(text, front.body),
            Self::Plain => hidden::in_plain(text, front.body),
            Self::Subtitles => cuts(subtitles::marks(text)),
        };
        if self != Self::Subtitles {
            let pages = pages::boilerplate(&text[front.body..]).into_iter();
            found.extend(pages.map(|it| Cut::from(it.start + front.body..it.end + front.body)));
        }
        if front.is_mail {
            found.extend(cuts(mail::thread(text, front.body)));
        }
        Removed::new(found)
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
