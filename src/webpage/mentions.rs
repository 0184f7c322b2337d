//! A *mention* is a place in a page's code that says something of its article: a `<meta>`, a heading, a
//! time, a property.

use super::linked_data::LinkedData;

/// All that was found, each kind in the order of the page.
#[derive(Default)]
pub(super) struct Mentions {
    /// The language of the root element.
    pub(super) language: Option<String>,
    /// The contents of `<meta>` elements, by each of their names in lower case.
    pub(super) meta: Vec<(String, String)>,
    /// The address in `<link rel=canonical>`.
    pub(super) canonical: Option<String>,
    /// The address that a browser wrote into the page it saved.
    pub(super) saved_from: Option<String>,
    /// The content of `<title>`.
    pub(super) page: Option<String>,
    pub(super) headings: Vec<Heading>,
    /// The texts of elements that say what they are.
    pub(super) texts: Vec<(MentionKind, String)>,
    pub(super) times: Vec<Time>,
    pub(super) linked_data: Vec<LinkedData>,
}

/// A heading that may be the title.
pub(super) struct Heading {
    pub(super) text: String,
    pub(super) level: u8,
    /// Whether it is in `<article>` or `<main>`.
    pub(super) is_own: bool,
    /// Whether it leads to the site's first page, as the site's name does.
    pub(super) is_site: bool,
}

/// A `<time>`.
pub(super) struct Time {
    /// Its form for machines, which may be empty.
    pub(super) machine: String,
    /// Its form for readers.
    pub(super) printed: String,
    /// Whether it stands where that of the article does.
    pub(super) is_own: bool,
}

impl Time {
    /// Its form for machines, or else the one for readers.
    pub(super) fn value(&self) -> &str {
        if self.machine.is_empty() {
            &self.printed
        } else {
            &self.machine
        }
    }
}

/// What an element says it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum MentionKind {
    Headline,
    Author,
    Publisher,
    Date,
}

impl Mentions {
    /// The first content of a `<meta>` element with one of these names, tried in their order.
    pub(super) fn meta(&self, names: &[&str]) -> Option<&str> {
        names.iter().find_map(|name| self.metas(name).next())
    }

    /// The contents of all `<meta>` elements with this name.
    pub(super) fn metas(&self, name: &str) -> impl Iterator<Item = &str> {
        self.meta
            .iter()
            .filter(move |(found, _)| found == name)
            .map(|(_, content)| content.as_str())
    }

    /// The texts of all elements of a kind.
    pub(super) fn texts(&self, kind: MentionKind) -> impl Iterator<Item = &str> {
        self.texts
            .iter()
            .filter(move |(found, _)| *found == kind)
            .map(|(_, text)| text.as_str())
    }
}
