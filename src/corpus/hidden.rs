//! *Hidden* text is what no reader of a page sees: comments, scripts, the marks of admonitions, the
//! code of MDX, the tags of templates. Code that is shown, in a block or within a line, hides nothing.

mod admonitions;
mod comments;
mod modules;
mod templates;

use std::ops::Range;

use pulldown_cmark::{Event, Options, Parser, Tag};

use super::lines::lines;
use super::masked::masked;
use super::removed::Cut;

/// What of a Markdown file's text below `body` is hidden.
pub(super) fn in_markdown(text: &str, body: usize) -> Vec<Cut> {
    let page = Page::of_markdown(text, body);
    let comments = comments::find(&page);
    let rows = page.rows(&comments);
    let mut found = admonitions::find(&page, &rows);
    found.extend(modules::find(&page, &rows).into_iter().map(Cut::from));
    found.extend(templates::find(&page, &rows).into_iter().map(Cut::from));
    found.extend(comments.into_iter().map(Cut::from));
    found
}

/// What of a plain text below `body` is hidden: comments of HTML, whose marks nobody writes by chance.
pub(super) fn in_plain(text: &str, body: usize) -> Vec<Cut> {
    let page = Page::new(text, body);
    comments::of_html(&page)
        .into_iter()
        .map(Cut::from)
        .collect()
}

/// A text with where its code is.
struct Page<'t> {
    text: &'t str,
    body: usize,
    /// The lines of the body.
    lines: Vec<Range<usize>>,
    /// In the order of the text.
    code: Vec<Range<usize>>,
}

/// A line that is neither in a comment nor code.
#[derive(Debug, Clone)]
struct Row {
    line: Range<usize>,
    /// Behind indentation and the marks of quotations.
    content: Range<usize>,
    /// Whether the line above it, if any, holds something.
    below_text: bool,
}

impl<'t> Page<'t> {
    fn new(text: &'t str, body: usize) -> Self {
        let lines = lines(&text[body..]).map(|line| line.start + body..line.end + body);
        Self {
            text,
            body,
            lines: lines.collect(),
            code: Vec::new(),
        }
    }

    /// The page as a reader of Markdown sees it.
    fn of_markdown(text: &'t str, body: usize) -> Self {
        let source = masked(&text[body..]);
        let options =
            Options::ENABLE_TABLES | Options::ENABLE_FOOTNOTES | Options::ENABLE_DEFINITION_LIST;
        let events = Parser::new_ext(&source, options).into_offset_iter();
        let code = events.filter_map(|(event, range)| {
            let is_code = matches!(event, Event::Start(Tag::CodeBlock(_)) | Event::Code(_));
            is_code.then_some(range.start + body..range.end + body)
        });
        Self {
            code: code.collect(),
            ..Self::new(text, body)
        }
    }

    /// Whether a position is in code.
    fn is_code(&self, position: usize) -> bool {
        is_within(&self.code, position)
    }

    /// Whether the mark at a position only stands for itself.
    fn is_escaped(&self, position: usize) -> bool {
        let before = &self.text[self.body..position];
        (before.len() - before.trim_end_matches('\\').len()) % 2 == 1
    }

    /// The line of a position, without what ends it.
    fn line_of(&self, position: usize) -> Range<usize> {
        let after = self.lines.partition_point(|line| line.start <= position);
        after
            .checked_sub(1)
            .map_or(position..position, |at| self.lines[at].clone())
    }

    /// The lines of the body that are neither in one of the `comments` nor code.
    fn rows(&self, comments: &[Range<usize>]) -> Vec<Row> {
        let mut rows = Vec::new();
        let mut below_text = false;
        for line in self.lines.iter().cloned() {
            let content = self.text[line.clone()].trim_start_matches([' ', '\t', '>']);
            let content = line.end - content.len()..line.end;
            let above = std::mem::replace(&mut below_text, !content.is_empty());
            if !is_within(comments, content.start) && !self.is_code(content.start) {
                rows.push(Row {
                    line,
                    content,
                    below_text: above,
                });
            }
        }
        rows
    }
}

/// Whether a position is in one of `ranges`, which are in the order of the text.
fn is_within(ranges: &[Range<usize>], position: usize) -> bool {
    let after = ranges.partition_point(|range| range.start <= position);
    after > 0 && position < ranges[after - 1].end
}
