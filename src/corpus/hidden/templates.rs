//! *Templates*: what a site's generator takes out of a page. Lines that hold nothing but its tags, and
//! attributes of blocks and headings in braces.

use std::ops::Range;

use super::{Page, Row};

/// What opens and what closes a tag: of Hugo, Liquid and `GitBook`, kramdown.
const TAGS: [(&str, &str); 3] = [("{{<", ">}}"), ("{%", "%}"), ("{:", "}")];

/// Tags of templates in these lines.
pub(super) fn find(page: &Page, rows: &[Row]) -> Vec<Range<usize>> {
    let hidden = |row: &Row| {
        let content = &page.text[row.content.clone()];
        let start = row.content.start;
        if content.starts_with('#') {
            return id_of_heading(content).map(|at| start + at..row.content.end);
        }
        are_tags(content).then(|| row.content.clone())
    };
    rows.iter().filter_map(hidden).collect()
}

/// Whether a line holds tags and nothing else.
fn are_tags(content: &str) -> bool {
    let mut rest = content.trim();
    let is_tagged = !rest.is_empty();
    while !rest.is_empty() {
        let after = TAGS.iter().find_map(|(open, close)| {
            let inner = rest.strip_prefix(open)?;
            inner.split_once(close).map(|(_, after)| after)
        });
        let Some(after) = after else {
            return false;
        };
        rest = after.trim_start();
    }
    is_tagged
}

/// Where the attributes at the end of a heading start: `## Title {#id .class}`.
fn id_of_heading(content: &str) -> Option<usize> {
    let inner = content.trim_end().strip_suffix('}')?;
    let (title, attributes) = inner.rsplit_once('{')?;
    let is_given = attributes.starts_with(['#', '.', ':']) && !attributes.contains(['`', '<']);
    let ends = title.ends_with([' ', '\t']);
    (is_given && ends).then(|| title.trim_end().len())
}
