//! *Markdown* is read block by block: each block at the top level is one paragraph.
//!
//! Long containers (lists, block quotes, footnotes, glossaries) and lists whose items are set
//! apart by blank lines are divided, one paragraph for each block directly in them. A block that
//! carries no word (a ruler, a comment, an image without a description) is none; a heading with
//! nothing below it is one.

mod block;
mod html;

use std::borrow::Cow;
use std::ops::Range;

use pulldown_cmark::{Event, HeadingLevel, Options, Parser};

use super::front_matter::FrontMatter;
use super::lines::{WIDEST_WRAP, columns, lines};
use super::masked::masked;
use super::parts::{Block, Opens, of_text, part};
use super::{Outline, has_words, is_same, trim};
use crate::passage::{Part, Role};
use crate::webpage::boilerplate;
use block::{BlockKind, Open};
use html::{has_html_words, inner};

/// A container longer than this many bytes is divided.
const LONG_CONTAINER: usize = 1_200;

/// A longer heading with a ruler below it is a paragraph whose author forgot a blank line.
const LONG_HEADING: usize = 200;

/// A first line longer than this is no title.
const LONG_TITLE: usize = 120;

/// A byline's list is within this many lines below the first.
const BYLINE_LINES: usize = 8;

/// Reads the body of a Markdown document.
pub(super) fn outline(text: &str, front: &FrontMatter) -> Outline {
    let source = masked(&text[front.body..]);
    let mut reader = Reader {
        text,
        title: front.title.as_deref().map(Cow::Borrowed),
        ..Reader::default()
    };
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_DEFINITION_LIST;
    let mut depth = 0_usize;
    let mut block = None;
    for (event, range) in Parser::new_ext(&source, options).into_offset_iter() {
        let range = range.start + front.body..range.end + front.body;
        match event {
            Event::Start(tag) if depth == 0 => {
                block = Some(Open::new(text, &tag, range));
                depth = 1;
            }
            Event::Start(tag) => {
                if let Some(block) = &mut block {
                    block.enter(text, depth, &tag, range);
                }
                depth += 1;
            }
            Event::End(tag) => {
                depth -= 1;
                if let Some(block) = &mut block {
                    block.leave(tag);
                }
                if depth == 0
                    && let Some(block) = block.take()
                {
                    reader.take(block);
                }
            }
            event => {
                if let Some(block) = &mut block {
                    block.read(&event);
                }
            }
        }
    }
    reader.finish()
}

/// Whether the body is a web page pasted raw: no markup of blocks, but a line for each paragraph.
///
/// The one markup such a page may have is a list as its byline.
pub(super) fn is_pasted(body: &str) -> bool {
    let rows = || lines(body).map(|row| &body[row]);
    let is_marked = rows()
        .filter(|row| !row.trim().is_empty())
        .enumerate()
        .any(|(at, row)| {
            let is_item = row.starts_with("- ") && row.len() <= LONG_TITLE;
            has_block_mark(row) && !(is_item && at <= BYLINE_LINES)
        });
    let is_paragraph = |row: &str| {
        columns(row) > WIDEST_WRAP
            && row
                .trim_end()
                .ends_with(['.', '!', '?', '…', '。', '»', '”'])
    };
    let below = rows().skip(1);
    !is_marked
        && rows()
            .zip(below)
            .any(|(row, below)| is_paragraph(row) && is_paragraph(below))
}

/// Whether a line starts as only a block that is no paragraph does.
fn has_block_mark(row: &str) -> bool {
    let text = row.trim_start_matches(' ');
    let is_indented = row.len() - text.len() >= 4 || text.starts_with('\t');
    let digits = text.trim_start_matches(|c: char| c.is_ascii_digit());
    let is_numbered = digits.len() < text.len() && digits.starts_with([')', '.']);
    let is_item = |mark: char| {
        text.strip_prefix(mark)
            .is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
    };
    let is_definition = text.starts_with('[') && text.contains("]:");
    let is_ruler = !text.trim().is_empty() && text.trim().chars().all(|c| "-=_* ".contains(c));
    is_indented
        || is_numbered && digits[1..].starts_with([' ', '\t'])
        || is_definition
        || is_ruler
        || ['-', '*', '+', ':']
            .into_iter()
            .any(|mark| is_item(mark) && !text.starts_with("**"))
        || text.starts_with(['#', '>', '|', '<'])
        || text.starts_with("```")
        || text.starts_with("~~~")
        || text.starts_with("![")
}

/// How long the backslash is that only keeps a paragraph from being another block.
fn mark_length(paragraph: &str) -> usize {
    const BLOCKS: [&str; 7] = ["#", "<", "```", "~~~", "-", "+", ">"];
    let is_escaped = paragraph.strip_prefix('\\').is_some_and(|rest| {
        // A formula between `\[` and `\]` keeps both.
        BLOCKS.iter().any(|mark| rest.starts_with(mark))
            || rest.starts_with('[') && !rest.contains("\\]")
    });
    usize::from(is_escaped)
}

/// Collects the blocks of one document.
#[derive(Default)]
struct Reader<'t> {
    text: &'t str,
    /// From the front matter, else from the first heading.
    title: Option<Cow<'t, str>>,
    seen_heading: bool,
    /// The headings above the current block, outermost first.
    path: Vec<(HeadingLevel, String)>,
    /// Where the innermost of them stands, while there is nothing below it.
    bare_heading: Option<Range<usize>>,
    blocks: Vec<Block>,
    /// The next block does not belong to the one before it.
    stands_apart: bool,
}

impl Reader<'_> {
    fn take(&mut self, mut block: Open) {
        // The parser's range of a container may reach beyond the last block in it.
        if let Some((last, _)) = block.children.last() {
            block.range.end = last.end;
        }
        match block.kind {
            BlockKind::Heading(level) => self.take_heading(level, &block),
            BlockKind::Html => self.take_html(block.range),
            _ if !block.has_words => {}
            BlockKind::Paragraph
                if self.blocks.is_empty()
                    && boilerplate::is_reading_time(self.text[block.range.clone()].trim()) => {}
            BlockKind::List | BlockKind::Container if self.is_divisible(&block) => {
                self.take_divided(&block);
            }
            BlockKind::Paragraph => {
                let start = block.range.start + mark_length(&self.text[block.range.clone()]);
                self.push_text(start..block.range.end);
            }
            BlockKind::Other => self.push(block.range.clone(), |text, span| {
                (vec![part(trim(text, span), Role::Text)], Opens::Nothing)
            }),
            BlockKind::List | BlockKind::Container | BlockKind::Table => {
                self.push_parts(block.range.clone(), &block, 0);
            }
        }
    }

    fn take_divided(&mut self, block: &Open) {
        let run = block.range.start + 1;
        let mut end = block.range.start;
        for (child, has_words) in &block.children {
            let start = self.line_start(child.start).max(end);
            end = child.end.max(start);
            if *has_words {
                self.push_parts(start..end, block, run);
            }
        }
    }

    fn take_heading(&mut self, level: HeadingLevel, block: &Open) {
        let span = trim(self.text, block.range.clone());
        let source = &self.text[span.clone()];
        if !source.starts_with('#')
            && let Some(text) = over_ruler(source)
        {
            self.push_text(span.start..span.start + text.len());
            return;
        }
        let heading = block.heading.trim();
        let is_below = |above: &HeadingLevel| *above < level;
        if self.path.last().is_some_and(|(above, _)| !is_below(above)) {
            self.take_bare_heading();
        }
        self.bare_heading = None;
        self.path.retain(|(above, _)| is_below(above));
        let is_first = !std::mem::replace(&mut self.seen_heading, true);
        if heading.is_empty() {
            return;
        }
        if is_first && is_same(self.title.as_deref().unwrap_or(heading), heading) {
            self.title = Some(Cow::Owned(heading.to_owned()));
        } else {
            self.path.push((level, heading.to_owned()));
            let inner = inside_marks(self.text, span);
            self.bare_heading = Some(inner).filter(|inner| has_words(&self.text[inner.clone()]));
        }
    }

    /// A heading with nothing below it is ordinary text, such as a rule written as a heading.
    fn take_bare_heading(&mut self) {
        if let Some(span) = self.bare_heading.take() {
            self.path.pop();
            self.push(span, |_, span| {
                (vec![part(span, Role::Text)], Opens::Nothing)
            });
        }
    }

    /// HTML is read for `<summary>` only, which is the title of what the `<details>` around it
    /// hides.
    fn take_html(&mut self, range: Range<usize>) {
        let html = &self.text[range.clone()];
        let lower = html.to_ascii_lowercase();
        let summary = inner(&lower, "summary").map(|summary| {
            trim(
                self.text,
                summary.start + range.start..summary.end + range.start,
            )
        });
        let Some(summary) = summary.filter(|summary| has_html_words(&self.text[summary.clone()]))
        else {
            if has_html_words(html) {
                self.push(range, |text, span| {
                    (vec![part(trim(text, span), Role::Text)], Opens::Nothing)
                });
            }
            self.stands_apart |= lower.contains("</details");
            return;
        };
        self.stands_apart = true;
        let after = self.text[summary.end..range.end]
            .find('>')
            .map_or(range.end, |at| summary.end + at + 1);
        let end = lower
            .rfind("</details")
            .map_or(range.end, |at| range.start + at);
        let below = trim(self.text, after..end.max(after));
        if has_html_words(&self.text[below.clone()]) {
            self.push(summary.start..below.end, |_, _| {
                let mut answer = part(below, Role::Text);
                answer.context.push(0);
                (vec![part(summary, Role::Question), answer], Opens::Nothing)
            });
        } else {
            self.push(summary, |_, span| {
                (vec![part(span, Role::Question)], Opens::Question)
            });
        }
        self.stands_apart = lower.contains("</details");
    }

    fn is_divisible(&self, block: &Open) -> bool {
        let length = trim(self.text, block.range.clone()).len();
        block.children.len() > 1 && (block.is_loose || length > LONG_CONTAINER)
    }

    /// Where the line of `position` starts, so that a divided block keeps the markup before it.
    fn line_start(&self, position: usize) -> usize {
        let before = &self.text[..position];
        before.rfind(['\n', '\r']).map_or(0, |at| at + 1)
    }

    fn push_text(&mut self, range: Range<usize>) {
        self.push(range, of_text);
    }

    /// Pushes a block, or a child of one, with the parts found in it; by its lines where there are
    /// none.
    fn push_parts(&mut self, range: Range<usize>, block: &Open, run: usize) {
        let found = block.parts_in(self.text, &range);
        if found.is_empty() {
            self.push_text(range);
        } else {
            self.push(range, |_, _| (found, Opens::Nothing));
        }
        if let Some(last) = self.blocks.last_mut() {
            last.run = run;
        }
    }

    fn push(
        &mut self,
        range: Range<usize>,
        parts: impl FnOnce(&str, Range<usize>) -> (Vec<Part>, Opens),
    ) {
        self.bare_heading = None;
        let span = trim(self.text, range);
        let (parts, opens) = parts(self.text, span.clone());
        self.blocks.push(Block {
            span,
            headings: self
                .path
                .iter()
                .map(|(_, heading)| heading.clone())
                .collect(),
            parts,
            opens,
            run: 0,
            stands_apart: std::mem::take(&mut self.stands_apart),
            context: Vec::new(),
        });
    }

    /// The outline; a document without a heading is named after a short first line.
    fn finish(mut self) -> Outline {
        self.take_bare_heading();
        let first_line = || {
            let first = self.blocks.first()?;
            let line = self.text[first.span.clone()].lines().next()?.trim();
            let is_title = line.len() <= LONG_TITLE && !line.ends_with(['.', '。', ',', ';', ':']);
            (is_title && line.starts_with(char::is_alphanumeric)).then(|| line.to_owned())
        };
        Outline {
            title: self.title.take().map(Cow::into_owned).or_else(first_line),
            blocks: self.blocks,
            ..Outline::default()
        }
    }
}

/// The text above a ruler that was taken for the mark of a heading: one that ends as a sentence does,
/// has several lines, or is too long for a heading.
fn over_ruler(source: &str) -> Option<&str> {
    let ruler = source.rfind(['\n', '\r'])?;
    let text = source[..ruler].trim_end();
    let is_text = has_words(text)
        && (text.len() > LONG_HEADING
            || text.ends_with(['.', '!', '…', '。', '！', '।'])
            || text.contains(['\n', '\r']));
    is_text.then_some(text)
}

/// A heading's text without the marks around it.
fn inside_marks(text: &str, span: Range<usize>) -> Range<usize> {
    let source = &text[span.clone()];
    let line = source.lines().next().unwrap_or_default();
    let inner = line.trim_start_matches('#').trim_start();
    let start = span.start + (line.len() - inner.len());
    start..start + inner.trim_end().trim_end_matches('#').trim_end().len()
}
