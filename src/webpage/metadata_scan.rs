//! The *scan* of a page for what its code says of its article: a `<meta>`, a heading, a time, a
//! property.

use super::elements::level;
use super::letters::{clean, letters};
use super::linked_data;
use super::mentions::{Heading, MentionKind, Mentions, Time};
use super::tree::{DOCUMENT, Id, Tree};
use super::{byline, names};

/// A text longer than this many bytes is no title, name or date.
const LONGEST: usize = 1_000;

/// More headings are not looked at for a title.
const MOST_HEADINGS: usize = 100;

/// More times or properties are not looked at.
const MOST_ALIKE: usize = 4_000;

/// Where an element stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum ElementPlace {
    /// In `<article>` or `<main>`.
    Article,
    /// In navigation, a box, or the comments.
    Beside,
    /// Anywhere else.
    Page,
}

/// Looks through a page.
pub(super) fn read(tree: &Tree) -> Mentions {
    let mut scan = Scan {
        tree,
        found: Mentions::default(),
        has_article: false,
        own: Vec::new(),
    };
    for id in tree.below(DOCUMENT) {
        match tree.comment(id) {
            Some(comment) => scan.comment(comment),
            None => scan.element(id),
        }
    }
    scan.finish()
}

struct Scan<'t> {
    tree: &'t Tree,
    found: Mentions,
    has_article: bool,
    /// The authors and dates that stand in the article.
    own: Vec<(MentionKind, String)>,
}

impl Scan<'_> {
    fn element(&mut self, id: Id) {
        let tree = self.tree;
        let name = tree.name(id);
        let attribute = |name: &str| tree.attribute(id, name).map(str::to_owned);
        match name {
            "" => return,
            "html" => self.found.language = self.found.language.take().or(attribute("lang")),
            "meta" => self.meta(id),
            "link" if tree.has_word(id, "rel", "canonical") => {
                self.found.canonical = self.found.canonical.take().or(attribute("href"));
            }
            "article" | "main" => self.has_article = true,
            "title" if self.found.page.is_none() && !self.is_drawing(id) => {
                self.found.page = self.text_of(id).and_then(|text| clean(&text));
            }
            "h1" | "h2" | "h3" if self.found.headings.len() < MOST_HEADINGS => self.heading(id),
            "time" if self.found.times.len() < MOST_ALIKE => self.time(id),
            "script" => {
                let kind = attribute("type").unwrap_or_default().to_ascii_lowercase();
                if kind.starts_with("application/ld+json") {
                    let data = linked_data::read(&tree.text_of(id));
                    self.found.linked_data.extend(data);
                }
            }
            _ => {}
        }
        self.printed_date(id);
        if name != "meta" && self.found.texts.len() + self.own.len() < MOST_ALIKE {
            self.property(id);
        }
    }

    /// Whether an element is in a drawing (SVG), whose title is not the page's.
    fn is_drawing(&self, id: Id) -> bool {
        self.tree
            .ancestors(id)
            .any(|above| self.tree.name(above) == "svg")
    }

    fn meta(&mut self, id: Id) {
        let Some(content) = self
            .tree
            .attribute(id, "content")
            .filter(|content| !content.is_empty())
        else {
            return;
        };
        for attribute in ["property", "name", "itemprop", "http-equiv"] {
            if let Some(name) = self.tree.attribute(id, attribute) {
                let name = name
                    .to_ascii_lowercase()
                    .replace("dc:", "dc.")
                    .replace("dcterms:", "dcterms.");
                self.found.meta.push((name, content.to_owned()));
            }
        }
    }

    fn heading(&mut self, id: Id) {
        let tree = self.tree;
        let Some(text) = self.text_of(id).and_then(|text| clean(&text)) else {
            return;
        };
        let links = tree.below(id).chain(tree.parent(id));
        let is_home = |address: &str| {
            let path = address.split_once("://").map_or(address, |(_, rest)| rest);
            matches!(path, "/" | "./" | "index.html" | "/index.html")
                || address.contains("://") && path.trim_end_matches('/').find('/').is_none()
        };
        let place = self.place(id);
        let is_site = links
            .filter_map(|node| tree.attribute(node, "href"))
            .any(is_home);
        self.found.headings.push(Heading {
            text,
            level: level(tree.name(id)).unwrap_or(1),
            is_own: place == ElementPlace::Article,
            is_site: is_site || place == ElementPlace::Beside,
        });
    }

    fn time(&mut self, id: Id) {
        let printed = self.text_of(id).unwrap_or_default();
        let machine = self.tree.attribute(id, "datetime").unwrap_or_default();
        self.found.times.push(Time {
            machine: machine.to_owned(),
            printed,
            is_own: self.place(id) == ElementPlace::Article,
        });
    }

    /// A date that an element is called, where it stands in the article or below its title.
    fn printed_date(&mut self, id: Id) {
        let tree = self.tree;
        let is_called = tree.attribute(id, "class").is_some_and(|_| {
            tree.name(id) != "time" && names::has(&names::of(tree, id, false), names::DATES)
        });
        if !is_called || self.found.times.len() >= MOST_ALIKE {
            return;
        }
        let printed = self.text_of(id).and_then(|text| clean(&text));
        let Some(printed) = printed.filter(|text| byline::is_date(text)) else {
            return;
        };
        let is_below = !self.has_article && !self.found.headings.is_empty();
        let is_own = match self.place(id) {
            ElementPlace::Article => true,
            ElementPlace::Page => is_below,
            ElementPlace::Beside => false,
        };
        if is_own {
            self.found.times.push(Time {
                machine: String::new(),
                printed,
                is_own,
            });
        }
    }

    fn property(&mut self, id: Id) {
        let tree = self.tree;
        let is = |name| tree.has_word(id, "itemprop", name);
        let kind = if is("headline") {
            MentionKind::Headline
        } else if is("author") || tree.has_word(id, "rel", "author") {
            MentionKind::Author
        } else if is("publisher") {
            MentionKind::Publisher
        } else if is("datePublished") {
            MentionKind::Date
        } else {
            return;
        };
        // An author in another is the same one.
        let is_inner = tree.has_word(id, "rel", "author")
            && tree
                .ancestors(id)
                .any(|above| tree.has_word(above, "itemprop", "author"));
        let machine = if tree.name(id) == "time" {
            "datetime"
        } else {
            "content"
        };
        let told = tree
            .attribute(id, machine)
            .filter(|value| !value.is_empty());
        let Some(text) = told.map(str::to_owned).or_else(|| self.said(id, kind)) else {
            return;
        };
        if is_inner || text.trim().is_empty() || text.len() > LONGEST {
            return;
        }
        match (kind, self.place(id)) {
            (
                MentionKind::Author | MentionKind::Date | MentionKind::Headline,
                ElementPlace::Beside,
            ) => {}
            (MentionKind::Author | MentionKind::Date, ElementPlace::Article) => {
                self.own.push((kind, text));
            }
            _ => self.found.texts.push((kind, text)),
        }
    }

    /// What an element says: of a person the name, which may stand in an element of its own.
    fn said(&self, id: Id, kind: MentionKind) -> Option<String> {
        let tree = self.tree;
        if matches!(kind, MentionKind::Author | MentionKind::Publisher) {
            let named = tree
                .below(id)
                .take(LONGEST)
                .find(|&node| tree.has_word(node, "itemprop", "name"));
            let told = named.and_then(|node| tree.attribute(node, "content").map(str::to_owned));
            if let Some(name) = told.or_else(|| named.and_then(|node| self.text_of(node))) {
                return Some(name);
            }
            if kind == MentionKind::Author
                && tree
                    .below(id)
                    .take(LONGEST)
                    .any(|node| tree.name(node) == "time")
            {
                let link = tree
                    .below(id)
                    .take(LONGEST)
                    .find(|&node| tree.name(node) == "a");
                return link.and_then(|node| self.text_of(node));
            }
        }
        self.text_of(id)
    }

    /// The text in an element, unless it is too long to be wanted.
    fn text_of(&self, id: Id) -> Option<String> {
        let mut text = String::new();
        for below in self.tree.below(id) {
            if matches!(self.tree.name(below), "br" | "div" | "p") {
                text.push(' ');
            }
            if self
                .tree
                .parent(below)
                .is_some_and(|node| matches!(self.tree.name(node), "script" | "style"))
            {
                continue;
            }
            text.push_str(self.tree.text(below).unwrap_or_default());
            if text.len() > LONGEST {
                return None;
            }
        }
        Some(text)
    }

    fn place(&self, id: Id) -> ElementPlace {
        let mut place = ElementPlace::Page;
        for above in self.tree.ancestors(id) {
            let name = self.tree.name(above);
            let is_box = matches!(name, "aside" | "nav" | "footer");
            let is_comment = || {
                names::has(&names::of(self.tree, above, true), names::COMMENTS)
                    || names::is_one(self.tree, above, names::COMMENT)
                    || self.tree.has_word(above, "itemprop", "comment")
            };
            if is_box || !matches!(name, "html" | "body" | "") && is_comment() {
                return ElementPlace::Beside;
            }
            if matches!(name, "article" | "main") {
                place = ElementPlace::Article;
            }
        }
        place
    }

    fn comment(&mut self, text: &str) {
        // ` saved from url=(0027)https://example.org/article `, or the header of SingleFile.
        let saved = text.trim().strip_prefix("saved from url=(");
        let browser = saved
            .and_then(|rest| rest.split_once(')'))
            .map(|(_, address)| address);
        let is_single = text.contains("SingleFile");
        let line = text
            .lines()
            .filter(|_| is_single)
            .find_map(|line| line.trim().strip_prefix("url:"));
        if let Some(address) = browser.or(line) {
            self.found
                .saved_from
                .get_or_insert(address.trim().to_owned());
        }
    }

    /// What was found; outside the article, only the first author is its own.
    fn finish(self) -> Mentions {
        let mut found = self.found;
        let has = |kind| self.own.iter().any(|(own, _)| *own == kind);
        let (has_author, has_date) = (has(MentionKind::Author), has(MentionKind::Date));
        let mut authors = 0;
        found.texts.retain(|(kind, _)| match kind {
            MentionKind::Author => {
                authors += 1;
                !has_author && authors == 1
            }
            MentionKind::Date => !has_date,
            _ => true,
        });
        found.texts.extend(self.own);
        for time in &mut found.times {
            time.is_own |= !self.has_article;
        }
        choose_linked_data(&mut found);
        found
    }
}

fn choose_linked_data(found: &mut Mentions) {
    let mut linked_data = std::mem::take(&mut found.linked_data);
    let mut titles: Vec<&str> = found
        .headings
        .iter()
        .filter(|heading| heading.level == 1)
        .map(|heading| heading.text.as_str())
        .collect();
    titles.extend(found.page.as_deref());
    titles.extend(found.metas("og:title"));
    let titles: Vec<String> = titles.into_iter().map(letters).collect();
    let mut urls: Vec<&str> = found.metas("og:url").collect();
    urls.extend(found.canonical.as_deref());
    urls.extend(found.saved_from.as_deref());
    linked_data::choose(&mut linked_data, &titles, &urls);
    found.linked_data = linked_data;
}
