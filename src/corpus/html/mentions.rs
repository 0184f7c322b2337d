//! A *mention* is a place in a page's code that says something of its article: a `<meta>`, a
//! heading, a time, a property.

use super::linked_data::{self, LinkedData};
use super::place::{Place, Where};
use super::tokens::{self, Tag, Token};

/// No page is read in more captured elements at once than these.
const DEEPEST: usize = 8;

/// A captured text longer than this many bytes is no title, name or date.
const LONGEST: usize = 1_000;

/// All mentions of a page, each kind in the order of the page.
#[derive(Default)]
pub(super) struct Mentions {
    /// The language of the root element.
    pub(super) language: Option<String>,
    /// The contents of `<meta>` elements, by their name or property in lower case.
    pub(super) meta: Vec<(String, String)>,
    /// The address in `<link rel=canonical>`.
    pub(super) canonical: Option<String>,
    /// The address that a browser wrote into the page it saved.
    pub(super) saved_from: Option<String>,
    /// The texts of elements that say what they are.
    pub(super) texts: Vec<(Kind, String)>,
    /// The times, in the order of the page.
    pub(super) times: Vec<Time>,
    pub(super) linked_data: Vec<LinkedData>,
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
    /// Its form for machines, which is the other where there is none.
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
pub(super) enum Kind {
    /// `<title>`: the article's title, mostly with the site's name.
    Page,
    /// `<h1>`.
    Heading,
    Headline,
    Author,
    Publisher,
    Date,
    /// The name of what the element around it is about.
    Name,
    Time,
    LinkedData,
}

/// Reads a page.
pub(super) fn read(html: &str) -> Mentions {
    let mut reader = Reader::default();
    tokens::read(html, |token| match token {
        Token::Open(tag) => reader.open(tag),
        Token::Close(name) => reader.close(name),
        Token::Text(text) => reader.text(text),
        Token::Comment(text) => reader.comment(text),
    });
    while let Some(capture) = reader.captures.pop() {
        reader.take(capture);
    }
    reader.finish()
}

impl Mentions {
    /// The first content of a `<meta>` element with one of these names, tried in their order.
    pub(super) fn meta(&self, names: &[&str]) -> Option<&str> {
        names.iter().find_map(|name| self.metas(name).next())
    }

    /// The contents of all `<meta>` elements with this name.
    pub(super) fn metas(&self, name: &str) -> impl Iterator<Item = &str> {
        let named = self.meta.iter().filter(move |(it, _)| it == name);
        named.map(|(_, content)| content.as_str())
    }

    /// The texts of all elements of a kind.
    pub(super) fn texts(&self, kind: Kind) -> impl Iterator<Item = &str> {
        let of_kind = self.texts.iter().filter(move |(it, _)| *it == kind);
        of_kind.map(|(_, text)| text.as_str())
    }
}

#[derive(Default)]
struct Reader {
    found: Mentions,
    captures: Vec<Capture>,
    place: Place,
    /// The authors and dates that stand in the article.
    own: Vec<(Kind, String)>,
}

/// An element whose text is being read.
struct Capture {
    kind: Kind,
    element: String,
    /// How many elements of the same name are open in it.
    nested: usize,
    text: String,
    /// Its value for machines, which goes before the text.
    content: Option<String>,
    /// Where it starts.
    place: Where,
}

impl Reader {
    fn open(&mut self, tag: &Tag) {
        self.place.open(tag);
        let attribute = |name: &str| tag.attribute(name).map(str::to_owned);
        match tag.name() {
            "html" => self.found.language = self.found.language.take().or(attribute("lang")),
            "meta" => self.meta(tag),
            "link" if has_word(tag.attribute("rel"), "canonical") => {
                self.found.canonical = self.found.canonical.take().or(attribute("href"));
            }
            _ => {}
        }
        for capture in &mut self.captures {
            capture.nested += usize::from(capture.element == tag.name() && !tag.is_void());
            if tag.name() == "br" {
                capture.text.push(' ');
            }
        }
        let Some(kind) = kind_of(tag) else { return };
        let capture = Capture {
            kind,
            element: tag.name().to_owned(),
            nested: 0,
            text: String::new(),
            content: attribute(if kind == Kind::Time {
                "datetime"
            } else {
                "content"
            }),
            place: self.place.now(),
        };
        if tag.is_void() {
            self.take(capture);
        } else if self.captures.len() < DEEPEST {
            self.captures.push(capture);
        }
    }

    fn meta(&mut self, tag: &Tag) {
        let name = ["property", "name", "itemprop", "http-equiv"];
        let name = name.iter().find_map(|it| tag.attribute(it));
        if let (Some(name), Some(content)) = (name, tag.attribute("content"))
            && !content.is_empty()
        {
            let name = name.to_ascii_lowercase();
            self.found.meta.push((name, content.to_owned()));
        }
    }

    fn text(&mut self, text: &str) {
        for capture in &mut self.captures {
            if capture.text.len() <= LONGEST || capture.kind == Kind::LinkedData {
                capture.text.push_str(text);
            }
        }
    }

    fn close(&mut self, name: &str) {
        self.place.close(name);
        let mut at = 0;
        while let Some(capture) = self.captures.get_mut(at) {
            if capture.element != name {
                at += 1;
            } else if capture.nested > 0 {
                capture.nested -= 1;
                at += 1;
            } else {
                let capture = self.captures.remove(at);
                self.take(capture);
            }
        }
    }

    fn take(&mut self, capture: Capture) {
        if capture.kind == Kind::LinkedData {
            self.found
                .linked_data
                .extend(linked_data::read(&capture.text));
            return;
        }
        let content = capture.content.unwrap_or_default();
        if capture.kind == Kind::Time {
            let printed = capture.text;
            let machine = content;
            self.found.times.push(Time {
                machine,
                printed,
                is_own: capture.place == Where::Article,
            });
            return;
        }
        let text = if content.is_empty() {
            capture.text
        } else {
            content
        };
        if text.trim().is_empty() || text.len() > LONGEST {
            return;
        }
        if capture.kind == Kind::Name {
            // The name of a person goes before everything else that is said about the person.
            let mut around = self.captures.iter_mut().rev();
            if let Some(thing) = around.find(|it| it.kind.has_name()) {
                thing.content.get_or_insert(text);
            }
            return;
        }
        match (capture.kind, capture.place) {
            (Kind::Author | Kind::Date | Kind::Headline, Where::Beside) => {}
            (Kind::Author | Kind::Date, Where::Article) => self.own.push((capture.kind, text)),
            (kind, _) => self.found.texts.push((kind, text)),
        }
    }

    /// What was found; outside the article, only the first author is its own.
    fn finish(self) -> Mentions {
        let mut found = self.found;
        let has = |kind| self.own.iter().any(|(it, _)| *it == kind);
        let (has_author, has_date) = (has(Kind::Author), has(Kind::Date));
        let mut authors = 0;
        found.texts.retain(|(kind, _)| match kind {
            Kind::Author => {
                authors += 1;
                !has_author && authors == 1
            }
            Kind::Date => !has_date,
            _ => true,
        });
        found.texts.extend(self.own);
        for time in &mut found.times {
            time.is_own |= !self.place.has_article;
        }
        choose_linked_data(&mut found);
        found
    }

    fn comment(&mut self, text: &str) {
        // ` saved from url=(0027)https://example.org/article `
        let saved = text.trim().strip_prefix("saved from url=(");
        if let Some((_, address)) = saved.and_then(|it| it.split_once(')')) {
            self.found
                .saved_from
                .get_or_insert(address.trim().to_owned());
        }
    }
}

fn choose_linked_data(found: &mut Mentions) {
    let mut linked_data = std::mem::take(&mut found.linked_data);
    let mut titles: Vec<&str> = found.texts(Kind::Heading).collect();
    titles.extend(found.texts(Kind::Page));
    titles.extend(found.metas("og:title"));
    let mut urls: Vec<&str> = found.metas("og:url").collect();
    urls.extend(found.canonical.as_deref());
    urls.extend(found.saved_from.as_deref());
    linked_data::choose(&mut linked_data, &titles, &urls);
    found.linked_data = linked_data;
}

impl Kind {
    fn has_name(self) -> bool {
        matches!(self, Self::Author | Self::Publisher)
    }
}

/// What an element is, when its text is wanted.
fn kind_of(tag: &Tag) -> Option<Kind> {
    let properties = tag.attribute("itemprop");
    let property = |name| has_word(properties, name);
    match tag.name() {
        "meta" => None,
        "title" => Some(Kind::Page),
        "h1" => Some(Kind::Heading),
        "time" => Some(Kind::Time),
        "script" => tag
            .attribute("type")
            .is_some_and(|it| it.to_ascii_lowercase().starts_with("application/ld+json"))
            .then_some(Kind::LinkedData),
        _ if property("headline") => Some(Kind::Headline),
        _ if property("author") || has_word(tag.attribute("rel"), "author") => Some(Kind::Author),
        _ if property("publisher") => Some(Kind::Publisher),
        _ if property("datePublished") => Some(Kind::Date),
        _ if property("name") => Some(Kind::Name),
        _ => None,
    }
}

/// Whether a list of words, as `rel` and `itemprop` are, has this one.
fn has_word(list: Option<&str>, word: &str) -> bool {
    list.is_some_and(|list| {
        list.split_ascii_whitespace()
            .any(|it| it.eq_ignore_ascii_case(word))
    })
}
