//! A page is *simplified* before its article is looked for: its headings and formulas are made
//! plain HTML.
//!
//! legible judges an element by what it is called, so that a heading of the class `section-header`
//! is a page's header to it, and it looks at nothing that holds little text. What is around a
//! heading, or in it for the browser only, goes; what a formula says becomes text.

use std::fmt::Write;
use std::ops::Range;

use super::dropped::Dropped;
use super::elements::is_block;
use super::formula::{self, Formula};
use super::tokens::{self, Tag, Token};
use crate::corpus::has_words;

/// Words in the classes of headings that are not the article's.
#[rustfmt::skip]
const BOXES: [&str; 18] = [
    "comment", "comments", "disqus", "newsletter", "popup", "promo", "recommended", "related",
    "replies", "respond", "share", "sharedaddy", "sharing", "sidebar", "social", "sponsor",
    "sponsored", "subscribe",
];

/// Elements that may be there for the one heading they hold.
const WRAPPERS: [&str; 4] = ["button", "div", "header", "hgroup"];

/// The page with its headings and formulas plain, all else as it was.
pub(super) fn of(html: &str) -> String {
    let mut writer = Writer {
        html: String::with_capacity(html.len() + html.len() / 8),
        ..Writer::default()
    };
    // The tokens have no document type; with one, a paragraph ends before a table.
    writer.html.push_str("<!DOCTYPE html>");
    tokens::read(html, |token| match token {
        Token::Open(tag) => writer.open(tag),
        Token::Close(name) => writer.close(name),
        Token::Text(text) => writer.text(text),
        Token::Comment(text) => writer.comment(text),
    });
    writer.end_formula_at("html");
    writer.html
}

#[derive(Default)]
struct Writer {
    html: String,
    /// How many headings and other short titles are open.
    titles: usize,
    /// Whether there is a word in the title so far.
    has_title_words: bool,
    dropped: Dropped,
    /// The innermost open elements, as long as nothing but one heading stands in them.
    wrappers: Vec<Wrapper>,
    /// Where a link in or beside a heading starts, as long as there is no word in it.
    link: Option<usize>,
    formula: Option<Formula>,
    /// The element at hand, when no references are in its text.
    raw: Option<String>,
}

struct Wrapper {
    name: String,
    /// Where its start tag is written.
    tag: Range<usize>,
    has_heading: bool,
}

impl Writer {
    fn open(&mut self, tag: &Tag) {
        let name = tag.name();
        self.end_formula_at(name);
        if is_title(name) {
            self.dropped.end();
        }
        if self.dropped.open(tag) {
            return;
        }
        if let Some(formula) = &mut self.formula {
            formula.open(tag);
            return;
        }
        if name == "math" {
            self.formula = (!tag.is_self_closing()).then(|| Formula::of(tag));
            return;
        }
        if let Some(text) = formula::of_image(tag) {
            self.text(&text);
            return;
        }
        if has_word(tag.attribute("class"), &["editsection"]) {
            self.dropped.begin(tag);
            return;
        }
        if name == "button" && self.titles > 0 {
            // Behind the title's words it is for the browser: it copies a link.
            if self.has_title_words {
                self.dropped.begin(tag);
            }
            return;
        }
        if ends_title(name) {
            self.titles = 0;
        }
        self.look_around(tag);
        if is_title(name) {
            self.titles += 1;
            self.has_title_words = false;
        }
        let start = self.html.len();
        self.write(tag);
        if WRAPPERS.contains(&name) && self.titles == 0 && !is_box(tag) {
            self.wrappers.push(Wrapper {
                name: name.to_owned(),
                tag: start..self.html.len(),
                has_heading: false,
            });
        }
        if tokens::is_text_only(name) && !matches!(name, "title" | "textarea") {
            self.raw = Some(name.to_owned());
        }
    }

    /// Sees what stands in the wrappers.
    fn look_around(&mut self, tag: &Tag) {
        let name = tag.name();
        let beside = self.titles > 0 || self.wrappers.last().is_some_and(|it| it.has_heading);
        if name == "a" && beside {
            self.link = Some(self.html.len());
        } else if self.titles > 0 || self.link.is_some() {
        } else if is_heading(name) {
            // The first heading is the title, which may as well be the site's.
            self.wrappers.retain(|it| !it.has_heading && name != "h1");
            for wrapper in &mut self.wrappers {
                wrapper.has_heading = true;
            }
        } else if !WRAPPERS.contains(&name) || is_box(tag) {
            self.wrappers.clear();
        }
    }

    fn write(&mut self, tag: &Tag) {
        let is_in_heading = self.titles > 0 && !is_box(tag);
        self.html.push('<');
        self.html.push_str(tag.name());
        for (name, value) in tag.attributes() {
            if is_in_heading && matches!(name, "class" | "id") {
                continue;
            }
            let value = value.replace('&', "&amp;").replace('"', "&quot;");
            let _ = write!(self.html, " {name}=\"{value}\"");
        }
        self.html
            .push_str(if tag.is_self_closing() { "/>" } else { ">" });
    }

    /// Ends a formula that was never closed, at an element that stands in none.
    fn end_formula_at(&mut self, name: &str) {
        let stands_in_none = is_block(name) || matches!(name, "td" | "th");
        let formula = self
            .formula
            .take_if(|it| stands_in_none && !it.is_annotated());
        if let Some(formula) = formula {
            self.words(&formula.html());
        }
    }

    fn close(&mut self, name: &str) {
        self.end_formula_at(name);
        if is_title(name) && self.titles > 0 {
            self.dropped.end();
        }
        if self.dropped.close(name) {
            return;
        }
        if let Some(mut formula) = self.formula.take() {
            if name == "math" {
                self.words(&formula.html());
            } else {
                formula.close(name);
                self.formula = Some(formula);
            }
            return;
        }
        if name == "button" && self.titles > 0 {
            return;
        }
        if is_title(name) {
            self.titles = self.titles.saturating_sub(1);
        }
        if name == "a"
            && let Some(start) = self.link.take()
        {
            self.html.truncate(start);
            self.wrappers.retain(|it| it.tag.end <= start);
            return;
        }
        if let Some(wrapper) = self.wrappers.pop_if(|it| it.name == name)
            && wrapper.has_heading
        {
            self.html.replace_range(wrapper.tag, "");
            self.link = None;
            return;
        }
        if self.raw.as_deref() == Some(name) {
            self.raw = None;
        }
        let _ = write!(self.html, "</{name}>");
    }

    fn text(&mut self, text: &str) {
        if self.dropped.is_open() {
            return;
        }
        if let Some(formula) = &mut self.formula {
            formula.text(text);
        } else if self.raw.is_some() {
            self.html.push_str(text);
        } else {
            let text = escaped(text);
            self.words(&text);
        }
    }

    /// Writes HTML that holds text.
    fn words(&mut self, html: &str) {
        if has_words(html) {
            self.link = None;
        }
        self.has_title_words |= html.contains(char::is_alphabetic);
        if self.titles == 0 && self.link.is_none() && !html.trim().is_empty() {
            self.wrappers.clear();
        }
        self.html.push_str(html);
    }

    fn comment(&mut self, text: &str) {
        // Others could end early when they are written anew.
        if !self.dropped.is_open() && !text.contains("--") && !text.starts_with(['>', '-']) {
            let _ = write!(self.html, "<!--{text}-->");
        }
    }
}

/// Text as HTML.
pub(super) fn escaped(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
}

fn is_heading(name: &str) -> bool {
    matches!(name, "h1" | "h2" | "h3" | "h4" | "h5" | "h6")
}

/// Whether an element is a title of what follows it, where a button is only its text.
fn is_title(name: &str) -> bool {
    is_heading(name) || matches!(name, "dt" | "summary")
}

/// Whether an element does not stand in a title, so that an open one was never closed.
fn ends_title(name: &str) -> bool {
    let others = ["article", "dd", "li", "ol", "p", "section", "table", "ul"];
    is_title(name) || others.contains(&name)
}

/// Whether an element is or heads a box beside the article.
fn is_box(tag: &Tag) -> bool {
    let class = tag.attribute("class");
    let is_widget = |it: &str| it.contains("widget-title") || it.contains("widgettitle");
    has_word(class, &BOXES) || class.is_some_and(is_widget)
}

/// Whether one of these words is in a list of names such as `section-header_wide`.
fn has_word(names: Option<&str>, words: &[&str]) -> bool {
    let names = names.unwrap_or_default().to_ascii_lowercase();
    let mut parts = names.split(|c: char| !c.is_ascii_alphanumeric());
    parts.any(|part| words.contains(&part))
}
