//! *Nesting* is how many elements are open at once, and is bounded before a tree is built.
//!
//! A parser looks through the open elements at every tag, so that a page of nothing but start tags
//! would keep it busy for hours. The same holds for one tag with very many attributes.

use super::tokens::{self, Tag, Token};

/// Browsers nest no deeper either.
const DEEPEST: usize = 512;

/// A parser puts an element such as `<b>` that is never closed into each block anew, so that a small
/// page could become a huge tree; more often than this is refused.
const MOST_REOPENED: usize = 100_000;

/// The elements that are put into each block anew.
const FORMATTING: [&str; 14] = [
    "a", "b", "big", "code", "em", "font", "i", "nobr", "s", "small", "strike", "strong", "tt", "u",
];

/// The start tags before which they are not.
#[rustfmt::skip]
const BLOCKS: [&str; 40] = [
    "address", "article", "aside", "blockquote", "body", "center", "dd", "details", "dialog", "div",
    "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5",
    "h6", "header", "li", "main", "menu", "nav", "ol", "p", "pre", "section", "summary", "table",
    "tbody", "td", "tfoot", "th", "tr", "ul",
];

/// As many alike are put into each block anew at the most.
const MOST_ALIKE: usize = 3;

/// The most attributes of one tag.
const MOST_ATTRIBUTES: usize = 512;

/// Elements that the next of their kind closes, with those in which they stand; an end tag may be
/// left out.
const OPTIONAL: [(&str, &[&str]); 8] = [
    (
        "p",
        &[
            "div",
            "td",
            "th",
            "li",
            "dd",
            "section",
            "article",
            "body",
            "blockquote",
        ],
    ),
    ("li", &["ul", "ol", "menu"]),
    ("dt", &["dl"]),
    ("dd", &["dl"]),
    ("tr", &["table"]),
    ("td", &["tr", "table"]),
    ("th", &["tr", "table"]),
    ("option", &["select"]),
];

/// Why a page is not read.
pub(super) fn fault(html: &str) -> Option<String> {
    if most_attributes(html) > MOST_ATTRIBUTES {
        return Some(format!("a tag with more than {MOST_ATTRIBUTES} attributes"));
    }
    let nesting = Nesting::of(html);
    if nesting.deepest > DEEPEST {
        return Some(format!("elements nested more than {DEEPEST} deep"));
    }
    let message = "too many tags that are never closed";
    (nesting.reopened > MOST_REOPENED).then(|| message.to_owned())
}

/// What a parser would have to keep in mind; not counted further once it is too much.
#[derive(Default)]
struct Nesting {
    open: Vec<Element>,
    /// What formats and was closed by a block's end: it goes on with the next text.
    pending: Vec<Element>,
    deepest: usize,
    reopened: usize,
}

struct Element {
    name: String,
    /// The whole tag of one that is put into each block anew.
    formatting: Option<String>,
}

impl Nesting {
    fn of(html: &str) -> Self {
        let mut nesting = Self::default();
        tokens::read(html, |token| match token {
            _ if nesting.deepest > DEEPEST || nesting.reopened > MOST_REOPENED => {}
            Token::Open(tag) => nesting.open(tag),
            Token::Close(name) => nesting.close(name),
            Token::Text(_) => nesting.reopen(),
            Token::Comment(_) => {}
        });
        nesting
    }

    fn open(&mut self, tag: &Tag) {
        if tag.is_void() || tag.is_self_closing() && self.is_foreign() {
            return;
        }
        self.close_sibling(tag.name());
        if !BLOCKS.contains(&tag.name()) {
            self.reopen();
        }
        let is_formatting = FORMATTING.contains(&tag.name());
        let formatting = is_formatting.then(|| tag.written());
        if formatting.is_some() {
            let alike = self
                .open
                .iter_mut()
                .filter(|it| it.formatting == formatting);
            let mut alike: Vec<_> = alike.collect();
            if alike.len() >= MOST_ALIKE {
                alike[0].formatting = None;
            }
        }
        let name = tag.name().to_owned();
        self.open.push(Element { name, formatting });
        self.deepest = self.deepest.max(self.open.len());
    }

    fn close(&mut self, name: &str) {
        let is_formatting = FORMATTING.contains(&name);
        let of_name = |it: &Element| it.name == name;
        if let Some(at) = self
            .pending
            .iter()
            .rposition(of_name)
            .filter(|_| is_formatting)
        {
            self.pending.remove(at);
        } else if let Some(at) = self.open.iter().rposition(of_name) {
            if is_formatting {
                self.open.remove(at);
            } else {
                self.close_from(at);
            }
        }
    }

    /// Closes an element with everything in it; what formats goes on behind it.
    fn close_from(&mut self, at: usize) {
        let closed = self.open.split_off(at);
        let kept = closed.into_iter().filter(|it| it.formatting.is_some());
        self.pending.extend(kept);
    }

    fn reopen(&mut self) {
        self.reopened += self.pending.len();
        self.open.append(&mut self.pending);
        self.deepest = self.deepest.max(self.open.len());
    }

    /// Closes the element before, where its end tag may be left out.
    fn close_sibling(&mut self, name: &str) {
        let optional = OPTIONAL.iter().find(|(it, _)| *it == name);
        let Some((_, containers)) = optional.filter(|_| !self.is_foreign()) else {
            return;
        };
        let ends = |it: &Element| it.name == name || containers.contains(&it.name.as_str());
        if let Some(at) = self.open.iter().rposition(ends)
            && self.open[at].name == name
        {
            self.close_from(at);
        }
    }

    fn is_foreign(&self) -> bool {
        let mut names = self.open.iter().map(|it| it.name.as_str());
        names.any(|name| name == "svg" || name == "math")
    }
}

/// The most attributes that one tag has.
///
/// The parser compares each attribute with all before it, so they are counted without it.
fn most_attributes(html: &str) -> usize {
    let mut most = 0;
    let mut rest = html;
    while let Some(at) = rest.find('<') {
        rest = &rest[at + 1..];
        if rest.starts_with("!--") {
            rest = rest.find("-->").map_or("", |end| &rest[end..]);
        } else if rest.starts_with(|c: char| c.is_ascii_alphabetic()) {
            let end = rest.find(|c: char| c.is_ascii_whitespace() || "/>".contains(c));
            let (name, after) = rest.split_at(end.unwrap_or(rest.len()));
            let (count, length) = attributes(after.as_bytes());
            most = most.max(count);
            rest = after.get(length..).unwrap_or_default();
            if tokens::is_text_only(&name.to_ascii_lowercase()) {
                rest = behind_text(rest, name);
            }
        }
    }
    most
}

/// How many attributes stand behind a tag's name, and where its `>` is.
fn attributes(tag: &[u8]) -> (usize, usize) {
    let mut count = 0;
    let mut at = 0;
    let skip = |from: usize, ends: &dyn Fn(u8) -> bool| {
        let found = tag[from..].iter().position(|&byte| ends(byte));
        found.map_or(tag.len(), |found| from + found)
    };
    loop {
        at = skip(at, &|byte| !byte.is_ascii_whitespace() && byte != b'/');
        if at == tag.len() || tag[at] == b'>' {
            return (count, at);
        }
        count += 1;
        // A name may start with `=`.
        at = skip(at + 1, &|byte| {
            byte.is_ascii_whitespace() || b"/>=".contains(&byte)
        });
        let value = skip(at, &|byte| !byte.is_ascii_whitespace());
        if tag.get(value) != Some(&b'=') {
            continue;
        }
        let value = skip(value + 1, &|byte| !byte.is_ascii_whitespace());
        at = match tag.get(value) {
            Some(&quote @ (b'"' | b'\'')) => {
                (skip(value + 1, &|byte| byte == quote) + 1).min(tag.len())
            }
            _ => skip(value, &|byte| byte.is_ascii_whitespace() || byte == b'>'),
        };
    }
}

/// What follows the end tag of an element that holds text only.
fn behind_text<'t>(rest: &'t str, name: &str) -> &'t str {
    let starts = rest.match_indices("</").map(|(at, _)| at);
    let mut ends = starts.filter(|&at| {
        let after = rest.as_bytes().get(at + 2..at + 2 + name.len());
        after.is_some_and(|it| it.eq_ignore_ascii_case(name.as_bytes()))
    });
    ends.next().map_or("", |at| &rest[at..])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn open_elements_are_counted() {
        let check =
            |html: &str, expected: usize| assert_eq!(Nesting::of(html).deepest, expected, "{html}");
        check("", 0);
        check("text", 0);
        check("<div><p>a<br>b</p></div>", 2);
        check("<div></div><div></div>", 1);
        check("<p>a<p>b<p>c", 1);
        check("<ul><li>a<li><ul><li>b<li>c</ul><li>d</ul>", 4);
        check("<table><tr><td>a<td>b<tr><td>c</table>", 3);
        check("<div><span><span></div><div></div>", 3);
        check("<svg><path/><td><td><td></svg>", 4);
        check("</p></div>", 0);
        check("<script><div><div></script>", 1);
        check("<p><b>a<p><b>b<p><b>c<p><b>d<p><b>e", 5);
        check("<p><b>a</p><p>b</b></p><p>c</p>", 2);
        check(&"<p>a".repeat(100_000), 1);
        check(&"<div>".repeat(100_000), DEEPEST + 1);
    }

    #[test]
    fn attributes_are_counted_as_the_parser_does() {
        let check = |html: &str, expected: usize| {
            assert_eq!(most_attributes(html), expected, "{html}");
            let mut most = 0;
            tokens::read(html, |token| {
                if let Token::Open(tag) = token {
                    most = most.max(tag.attributes().len());
                }
            });
            assert!(most <= expected, "{html}: {most}");
        };
        check("", 0);
        check("a < b c d", 0);
        check("<p>", 0);
        check("<p a>", 1);
        check("<p a b=c d = 'e f > g' h=\"i j\" k/l>m n o", 6);
        check("<p a=b/c d", 2);
        check("<p a='", 1);
        check("<p =a=b>", 1);
        check("<br/>", 0);
        check("<!-- <p a b> --><p a>", 1);
        check("<script>a<b c d e</script><p a>", 1);
        check("<SCRIPT x>a<b c d e</Script ><p a>", 1);
        check("<title><p a b></title>", 0);
    }
}
