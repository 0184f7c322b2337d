//! *Nesting* is how many elements are open at once, and is bounded before a tree is built.
//!
//! A parser looks through the open elements at every tag, so that a page of nothing but start tags
//! would keep it busy for hours. The same holds for one tag with very many attributes.

use super::tokens::{self, Token};

/// Browsers nest no deeper either.
const DEEPEST: usize = 512;

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
    (depth(html) > DEEPEST).then(|| format!("elements nested more than {DEEPEST} deep"))
}

/// How many elements are open at once at the most; not counted far beyond [`DEEPEST`].
fn depth(html: &str) -> usize {
    let mut open: Vec<String> = Vec::new();
    let mut deepest = 0;
    tokens::read(html, |token| match token {
        _ if deepest > DEEPEST => {}
        Token::Open(tag) if tag.is_void() || tag.is_self_closing() && is_foreign(&open) => {}
        Token::Open(tag) => {
            close_sibling(&mut open, tag.name());
            open.push(tag.name().to_owned());
            deepest = deepest.max(open.len());
        }
        Token::Close(name) => {
            if let Some(at) = open.iter().rposition(|it| it == name) {
                open.truncate(at);
            }
        }
        Token::Text(_) | Token::Comment(_) => {}
    });
    deepest
}

fn is_foreign(open: &[String]) -> bool {
    open.iter().any(|name| name == "svg" || name == "math")
}

/// Closes the element before, where its end tag may be left out.
fn close_sibling(open: &mut Vec<String>, name: &str) {
    let optional = OPTIONAL.iter().find(|(it, _)| *it == name);
    let Some((_, containers)) = optional.filter(|_| !is_foreign(open)) else {
        return;
    };
    let ends = |it: &String| it == name || containers.contains(&it.as_str());
    if let Some(at) = open.iter().rposition(ends)
        && open[at] == name
    {
        open.truncate(at);
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
        let check = |html: &str, expected: usize| assert_eq!(depth(html), expected, "{html}");
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
        assert!(depth(&"<div>".repeat(100_000)) > DEEPEST);
        assert_eq!(depth(&"<p>a".repeat(100_000)), 1);
    }

    #[test]
    fn attributes_are_counted_as_the_parser_does() {
        let check = |html: &str, expected: usize| {
            assert_eq!(most_attributes(html), expected, "{html}");
            let mut most = 0;
            tokens::read(html, |token| {
                if let Token::Open(tag) = token {
                    most = most.max(tag.attributes());
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
