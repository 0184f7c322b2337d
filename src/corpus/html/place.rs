//! A *place* is where in a page an element stands: in its article, beside it, or anywhere.

use super::tokens::Tag;

/// Where an element stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Where {
    /// In `<article>` or `<main>`.
    Article,
    /// In navigation, a box, or the comments.
    Beside,
    /// Anywhere else.
    Page,
}

/// The place at hand while a page is read.
#[derive(Default)]
pub(super) struct Place {
    /// How many elements are open that may be the article.
    articles: usize,
    /// The outermost open element beside the article, and how many of the same name are open in it.
    beside: Option<(String, usize)>,
    /// Whether the page has an article.
    pub(super) has_article: bool,
}

impl Place {
    pub(super) fn open(&mut self, tag: &Tag) {
        let name = tag.name();
        if tag.is_void() {
            return;
        }
        if let Some((beside, nested)) = &mut self.beside {
            *nested += usize::from(beside == name);
        } else if is_article(name) {
            self.articles += 1;
            self.has_article = true;
        } else if is_beside(tag) {
            self.beside = Some((name.to_owned(), 0));
        }
    }

    pub(super) fn close(&mut self, name: &str) {
        match &mut self.beside {
            Some((beside, nested)) if beside == name => match nested.checked_sub(1) {
                Some(fewer) => *nested = fewer,
                None => self.beside = None,
            },
            Some(_) => {}
            None => self.articles -= usize::from(is_article(name) && self.articles > 0),
        }
    }

    pub(super) fn now(&self) -> Where {
        match (&self.beside, self.articles) {
            (Some(_), _) => Where::Beside,
            (None, 0) => Where::Page,
            (None, _) => Where::Article,
        }
    }
}

fn is_article(name: &str) -> bool {
    matches!(name, "article" | "main")
}

fn is_beside(tag: &Tag) -> bool {
    const COMMENTS: [&str; 8] = [
        "comment",
        "comments",
        "comment-body",
        "comment-list",
        "commentlist",
        "comments-area",
        "comments-section",
        "disqus_thread",
    ];
    let has = |attribute: &str, words: &[&str]| {
        let names = tag.attribute(attribute).unwrap_or_default();
        let mut names = names.split_ascii_whitespace();
        names.any(|name| words.iter().any(|word| name.eq_ignore_ascii_case(word)))
    };
    let is_box = matches!(tag.name(), "aside" | "nav" | "footer");
    let is_whole = matches!(tag.name(), "html" | "body");
    let is_comment = has("class", &COMMENTS) || has("id", &COMMENTS);
    is_box || !is_whole && (is_comment || has("itemprop", &["comment"]))
}
