//! *HTML* in Markdown: whether it says anything, and what an element holds.

use std::ops::Range;

use crate::corpus::has_words;

/// Whether HTML says something outside its tags and comments.
pub(super) fn has_html_words(html: &str) -> bool {
    let mut rest = html;
    while let Some(open) = rest.find('<') {
        if has_words(&rest[..open]) {
            return true;
        }
        let tag = &rest[open..];
        let close = if tag.starts_with("<!--") { "-->" } else { ">" };
        match tag.find(close) {
            Some(at) => rest = &tag[at + close.len()..],
            // It never closes: then it may be text, and text is not lost.
            None => return has_words(tag),
        }
    }
    has_words(rest)
}

/// Where the content of the first element of this name is, in lower-case HTML.
pub(super) fn inner(html: &str, name: &str) -> Option<Range<usize>> {
    let tag = html.find(&format!("<{name}"))?;
    let start = tag + html[tag..].find('>')? + 1;
    let end = html[start..]
        .find(&format!("</{name}"))
        .map_or(html.len(), |at| start + at);
    Some(start..end)
}
