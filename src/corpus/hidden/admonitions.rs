//! *Admonitions* are notes, tips and warnings in boxes: `:::note`, `!!! note`, `> [!NOTE]`. Their
//! marks are not shown; their titles and texts are.

use std::ops::Range;

use super::{Page, Row};
use crate::corpus::lines::lines;
use crate::corpus::removed::Cut;

/// How far the text of an admonition of `MkDocs` is indented.
const INDENTED: &str = "    ";

/// The marks of the admonitions in these lines.
pub(super) fn find(page: &Page, rows: &[Row]) -> Vec<Cut> {
    let mut found = Vec::new();
    for (at, row) in rows.iter().enumerate() {
        let content = &page.text[row.content.clone()];
        if content.starts_with(":::") {
            if let Some(title) = title_of_fence(content) {
                found.extend(without_marks(row, &title));
            }
        } else if content.starts_with("[!") {
            let prefix = &page.text[row.line.start..row.content.start];
            if let Some(title) = title_of_callout(content).filter(|_| prefix.contains('>')) {
                found.push(without_callout(page, row, &title, rows.get(at + 1)));
            }
        } else if content.starts_with("!!!") || content.starts_with("???") {
            let text = indented(page, &row.line);
            if let Some(title) = title_of_block(content).filter(|_| !text.is_empty()) {
                found.extend(without_marks(row, &title));
                found.extend(text.into_iter().map(Cut::from));
            }
        }
    }
    found
}

/// The line without all but the title, which is a range of its content and may be empty.
fn without_marks(row: &Row, title: &Range<usize>) -> [Cut; 2] {
    let start = row.content.start;
    let title = start + title.start..start + title.end;
    let mark = Cut {
        ends_line: row.below_text && !title.is_empty(),
        file: start..title.start,
    };
    [mark, (title.end..row.content.end).into()]
}

/// The title of a fence: `:::note[Title]`, `:::note Title`, `::: {.note} Title`, or none as at its
/// end. Nothing when it is no fence.
fn title_of_fence(content: &str) -> Option<Range<usize>> {
    let rest = content.trim_start_matches(':').trim_start();
    if !rest.is_empty() && !rest.starts_with('{') && !rest.starts_with(char::is_alphabetic) {
        return None;
    }
    let is_name = |c: char| c.is_alphanumeric() || matches!(c, '-' | '_' | '.');
    let rest = after_attributes(rest.trim_start_matches(is_name)).trim_start();
    let start = content.len() - rest.len();
    let bracketed = rest
        .strip_prefix('[')
        .and_then(|title| title.rsplit_once(']'));
    Some(match bracketed {
        Some((title, after)) if after_attributes(after).trim().is_empty() => {
            start + 1..start + 1 + title.len()
        }
        // Pandoc allows colons at the end.
        _ => start..start + rest.trim_end_matches([':', ' ', '\t']).len(),
    })
}

/// What stands behind attributes in braces.
fn after_attributes(rest: &str) -> &str {
    let inner = rest.trim_start().strip_prefix('{');
    inner
        .and_then(|inner| inner.split_once('}'))
        .map_or(rest, |(_, after)| after)
}

/// The title of a callout: `[!NOTE]`, `[!warning]- Title`. `None` when a text is no callout.
fn title_of_callout(content: &str) -> Option<Range<usize>> {
    let (kind, rest) = content.strip_prefix("[!")?.split_once(']')?;
    let is_kind = |c: char| c.is_alphanumeric() || matches!(c, '-' | '_' | ' ' | '|');
    if !kind.starts_with(char::is_alphabetic) || !kind.chars().all(is_kind) {
        return None;
    }
    // The text of a link may start like this.
    if rest.starts_with(['(', '[', ':']) {
        return None;
    }
    let title = rest.strip_prefix(['+', '-']).unwrap_or(rest).trim();
    let end = content.trim_end().len();
    Some(end - title.len()..end)
}

/// The marks of a callout, with their line where there is no title and the quotation goes on.
fn without_callout(page: &Page, row: &Row, title: &Range<usize>, next: Option<&Row>) -> Cut {
    let start = row.content.start;
    let goes_on = |next: &&Row| {
        let prefix = &page.text[next.line.start..next.content.start];
        prefix.contains('>') && page.text[row.line.end..next.line.start].trim().is_empty()
    };
    match next.filter(goes_on) {
        Some(next) if title.is_empty() => (row.line.start..next.line.start).into(),
        _ => (start..start + title.start).into(),
    }
}

/// The title of a block of `MkDocs`: `!!! note "Title"`, `???+ tip`. `None` when a text is no such
/// block.
fn title_of_block(content: &str) -> Option<Range<usize>> {
    let mark = content.trim_start_matches(['!', '?', '+']);
    let (words, quoted) = mark.split_once('"').unwrap_or((mark, "\""));
    let title = quoted.trim_end().strip_suffix('"')?;
    let is_kind = |c: char| c.is_lowercase() || matches!(c, '-' | '_' | ' ') || c.is_ascii_digit();
    let is_block = content.len() - mark.len() <= 4
        && words.starts_with(' ')
        && !words.trim().is_empty()
        && words.chars().all(is_kind);
    let start = content.len() - quoted.len();
    let start = if title.is_empty() {
        content.len()
    } else {
        start
    };
    is_block.then_some(start..start + title.len())
}

/// What the lines below a line are indented by, as far as they are.
fn indented(page: &Page, line: &Range<usize>) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    for row in lines(&page.text[line.end..]).skip(1) {
        let row = row.start + line.end..row.end + line.end;
        let text = &page.text[row.clone()];
        if text.starts_with(INDENTED) {
            found.push(row.start..row.start + INDENTED.len());
        } else if text.starts_with('\t') {
            found.push(row.start..row.start + 1);
        } else if !text.trim().is_empty() {
            break;
        }
    }
    found
}
