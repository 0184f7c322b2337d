//! *Comments* are for who writes the page: between two marks, or in an element that is not shown.

use std::ops::Range;

use super::Page;
use crate::corpus::lines::{lines, list_mark};

/// What opens and what closes a comment: of HTML, JSX, Hugo, Handlebars, Liquid.
const MARKS: [(&str, &str); 5] = [
    ("<!--", "-->"),
    ("{/*", "*/}"),
    ("{{/*", "*/}}"),
    ("{{!--", "--}}"),
    ("{% comment %}", "{% endcomment %}"),
];

/// Elements that are not shown.
const ELEMENTS: [&str; 2] = ["script", "style"];

/// What opens and closes a comment of Obsidian's.
const PERCENT: &str = "%%";

/// The comments of a Markdown text, in their order.
pub(super) fn find(page: &Page) -> Vec<Range<usize>> {
    let mut unclosed = Vec::new();
    scan(page, ['<', '{', '%'], |open| {
        if page.is_code(open) || page.is_escaped(open) {
            return None;
        }
        marked(page, open, &mut unclosed)
            .or_else(|| element(page, open, &mut unclosed))
            .or_else(|| percent(page, open, &mut unclosed))
    })
}

/// The comments of HTML only.
pub(super) fn of_html(page: &Page) -> Vec<Range<usize>> {
    let mut unclosed = Vec::new();
    scan(page, ['<'; 3], |open| {
        let is_html = page.text[open..].starts_with(MARKS[0].0);
        is_html.then(|| marked(page, open, &mut unclosed)).flatten()
    })
}

/// Looks at every one of `first` for a comment that starts there; `end_of` says where it ends.
fn scan(
    page: &Page,
    first: [char; 3],
    mut end_of: impl FnMut(usize) -> Option<usize>,
) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut at = page.body;
    while let Some(next) = page.text[at..].find(first) {
        let open = at + next;
        at = match end_of(open) {
            Some(end) => {
                found.push(tidy(page, open..end));
                end
            }
            None => open + 1,
        };
    }
    found
}

/// The end of a comment between two marks. One that never closes may be text, and text is not lost;
/// its mark is kept in `unclosed`, so that it is not looked for again.
fn marked(page: &Page, open: usize, unclosed: &mut Vec<&'static str>) -> Option<usize> {
    let (start, close) = MARKS
        .iter()
        .find(|(start, _)| page.text[open..].starts_with(start))?;
    // The shortest comments of HTML are `<!-->` and `<!--->`.
    let from = if *close == "-->" { 2 } else { start.len() };
    close_of(page, open + from, close, unclosed)
}

/// The end of the first `close` behind `from`; one within code closes nothing.
fn close_of(
    page: &Page,
    from: usize,
    close: &'static str,
    unclosed: &mut Vec<&'static str>,
) -> Option<usize> {
    if unclosed.contains(&close) {
        return None;
    }
    let found = page.text[from..]
        .match_indices(close)
        .map(|(at, _)| from + at)
        .find(|at| !page.is_code(*at))
        .map(|at| at + close.len());
    if found.is_none() {
        unclosed.push(close);
    }
    found
}

/// The end of an element that is not shown, from where its start tag opens.
fn element(page: &Page, open: usize, unclosed: &mut Vec<&'static str>) -> Option<usize> {
    let rest = page.text[open..].strip_prefix('<')?;
    let name = ELEMENTS.into_iter().find(|name| {
        let starts = rest.get(..name.len());
        let ends = rest[starts.map_or(0, str::len)..].chars().next();
        starts.is_some_and(|start| start.eq_ignore_ascii_case(name))
            && ends.is_some_and(|c| c.is_whitespace() || "/>".contains(c))
    })?;
    let tag = close_of(page, open, ">", unclosed)?;
    if page.text[..tag].ends_with("/>") {
        return Some(tag);
    }
    if unclosed.contains(&name) {
        return None;
    }
    let mut closes = page.text[tag..]
        .match_indices("</")
        .map(|(at, _)| tag + at)
        .filter(|at| {
            let found = page.text.get(at + 2..at + 2 + name.len());
            found.is_some_and(|found| found.eq_ignore_ascii_case(name))
        });
    let Some(close) = closes.next() else {
        unclosed.push(name);
        return None;
    };
    let end = page.text[close..].find('>');
    Some(end.map_or(page.text.len(), |at| close + at + 1))
}

/// The end of a comment of Obsidian's: one that stands at the start of a line may have blank lines
/// in it, another one ends with its paragraph at the latest.
fn percent(page: &Page, open: usize, unclosed: &mut Vec<&'static str>) -> Option<usize> {
    let rest = page.text[open..].strip_prefix(PERCENT)?;
    let before = page.text[page.body..open].chars().next_back();
    let opens = !before.is_some_and(|c| c.is_alphanumeric() || c == '%');
    if !opens || rest.starts_with('%') {
        return None;
    }
    let from = open + PERCENT.len();
    let end = close_of(page, from, PERCENT, unclosed)?;
    let before = &page.text[page.line_of(open).start..open];
    let is_block = before.trim_matches([' ', '\t', '>']).is_empty();
    let inside = &page.text[from..end];
    let is_blank = |row: Range<usize>| inside[row].trim().is_empty();
    let has_blank = lines(inside).skip(1).any(is_blank);
    (is_block || !has_blank).then_some(end)
}

/// A comment with the blanks that would be left double or at the end of a line.
///
/// One that has its lines for itself leaves a blank line, so that what is above and below stays apart,
/// except between the items of a list and the rows of a table, which a blank line would tear apart.
fn tidy(page: &Page, comment: Range<usize>) -> Range<usize> {
    let text = page.text;
    let blanks = [' ', '\t'];
    let first = page.line_of(comment.start);
    let last = page.line_of(comment.end);
    let before = &text[first.start..comment.start];
    let after = &text[comment.end..last.end];
    let is_alone = before.trim_matches([' ', '\t', '>']).is_empty() && after.trim().is_empty();
    if is_alone {
        let next = lines(&text[last.end..])
            .nth(1)
            .map(|row| row.start + last.end..row.end + last.end);
        let is_below_text =
            first.start > page.body && !text[page.line_of(first.start - 1)].trim().is_empty();
        if let Some(next) = next.filter(|next| is_below_text && goes_on(&text[next.clone()])) {
            return first.start..next.start;
        }
        return comment.start..last.end;
    }
    let is_blank_before = before.is_empty() || before.ends_with(blanks);
    if after.trim().is_empty() {
        comment.start - (before.len() - before.trim_end_matches(blanks).len())..last.end
    } else if is_blank_before {
        let blank = after.len() - after.trim_start_matches(blanks).len();
        comment.start..comment.end + blank
    } else {
        comment
    }
}

/// Whether a line is one of a list's items or a table's rows.
fn goes_on(line: &str) -> bool {
    let line = line.trim_start();
    line.starts_with('|') || list_mark(line) > 0
}
