//! *Markdown* is read block by block: each block at the top level is one passage.
//!
//! Long containers (lists, block quotes, footnotes, glossaries) and lists whose items are set
//! apart by blank lines are divided, one passage for each block directly in them. A block that
//! carries no word (a ruler, a comment, an image without a description) is none.

use std::borrow::Cow;
use std::ops::Range;

use pulldown_cmark::{Event, HeadingLevel, Options, Parser, Tag};

use super::front_matter::FrontMatter;
use super::lines::{WIDEST_WRAP, columns, lines};
use super::{Outline, Paragraph, furniture, has_words, trim};

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
    let source = with_line_feeds(&text[front.body..]);
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
                block = Some(Block::open(text, &tag, range));
                depth = 1;
            }
            Event::Start(tag) => {
                if let Some(block) = &mut block {
                    block.enter(text, depth, &tag, range);
                }
                depth += 1;
            }
            Event::End(_) => {
                depth -= 1;
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
    let written = rows().filter(|row| !row.trim().is_empty());
    let is_marked = written.enumerate().any(|(at, row)| {
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
            .is_some_and(|it| !it.starts_with(char::is_alphanumeric))
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

/// The text with every lone carriage return as a line feed, so that the parser sees the lines;
/// no position moves.
fn with_line_feeds(text: &str) -> Cow<'_, str> {
    if !text.replace("\r\n", "").contains('\r') {
        return Cow::Borrowed(text);
    }
    let mut fed = String::with_capacity(text.len());
    let mut rest = text.chars().peekable();
    while let Some(c) = rest.next() {
        let lone = c == '\r' && rest.peek() != Some(&'\n');
        fed.push(if lone { '\n' } else { c });
    }
    Cow::Owned(fed)
}

/// One block at the top level, while its events come in.
struct Block {
    kind: Kind,
    range: Range<usize>,
    has_words: bool,
    /// The text of a heading, as a reader sees it.
    heading: String,
    /// The blocks directly in a container, with whether they carry words.
    children: Vec<(Range<usize>, bool)>,
    /// Whether blank lines set a list's items apart.
    is_loose: bool,
}

#[derive(Clone, Copy, PartialEq)]
enum Kind {
    Heading(HeadingLevel),
    Paragraph,
    List,
    Container,
    Other,
}

impl Block {
    fn open(text: &str, tag: &Tag, range: Range<usize>) -> Self {
        let kind = match tag {
            Tag::Heading { level, .. } => Kind::Heading(*level),
            Tag::Paragraph => Kind::Paragraph,
            Tag::List(_) => Kind::List,
            Tag::BlockQuote(_) | Tag::FootnoteDefinition(_) | Tag::DefinitionList => {
                Kind::Container
            }
            _ => Kind::Other,
        };
        Self {
            kind,
            has_words: *tag == Tag::HtmlBlock && has_html_words(&text[range.clone()]),
            range,
            heading: String::new(),
            children: Vec::new(),
            is_loose: false,
        }
    }

    /// A block or an inline element starts inside this block, below `depth` others.
    fn enter(&mut self, text: &str, depth: usize, tag: &Tag, range: Range<usize>) {
        if depth == 1 && matches!(self.kind, Kind::List | Kind::Container) {
            match (tag, self.children.last_mut()) {
                // What is said of a term stays with it.
                (Tag::DefinitionListDefinition, Some((term, _))) => term.end = range.end,
                _ => self.children.push((range.clone(), false)),
            }
        }
        self.is_loose |= self.kind == Kind::List && depth == 2 && *tag == Tag::Paragraph;
        if *tag == Tag::HtmlBlock && has_html_words(&text[range]) {
            self.see_word();
        }
    }

    /// Text, code or a break inside this block.
    fn read(&mut self, event: &Event) {
        let words = match event {
            Event::Text(text) | Event::Code(text) => text,
            Event::SoftBreak | Event::HardBreak => " ",
            _ => return,
        };
        if matches!(self.kind, Kind::Heading(_)) {
            self.heading.push_str(words);
        }
        if has_words(words) {
            self.see_word();
        }
    }

    fn see_word(&mut self) {
        self.has_words = true;
        if let Some((_, has_words)) = self.children.last_mut() {
            *has_words = true;
        }
    }
}

/// How long the backslash is that only keeps a paragraph from being another block.
fn mark_length(paragraph: &str) -> usize {
    const BLOCKS: [&str; 7] = ["#", "<", "```", "~~~", "-", "+", ">"];
    let is_escaped = paragraph.strip_prefix('\\').is_some_and(|it| {
        // A formula between `\[` and `\]` keeps both.
        BLOCKS.iter().any(|mark| it.starts_with(mark)) || it.starts_with('[') && !it.contains("\\]")
    });
    usize::from(is_escaped)
}

/// Whether HTML says something outside its tags and comments.
fn has_html_words(html: &str) -> bool {
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

/// Collects the blocks of one document.
#[derive(Default)]
struct Reader<'t> {
    text: &'t str,
    /// From the front matter, else from the first heading.
    title: Option<Cow<'t, str>>,
    seen_heading: bool,
    /// The headings above the current block, outermost first.
    path: Vec<(HeadingLevel, String)>,
    paragraphs: Vec<Paragraph>,
}

impl Reader<'_> {
    fn take(&mut self, mut block: Block) {
        // The parser's range of a container may reach beyond the last block in it.
        if let Some((last, _)) = block.children.last() {
            block.range.end = last.end;
        }
        match block.kind {
            Kind::Heading(level) => self.take_heading(level, &block),
            _ if !block.has_words => {}
            Kind::Paragraph
                if self.paragraphs.is_empty()
                    && furniture::is_reading_time(self.text[block.range.clone()].trim()) => {}
            Kind::List | Kind::Container if self.is_divisible(&block) => {
                let mut end = block.range.start;
                for (child, has_words) in block.children {
                    let start = self.line_start(child.start).max(end);
                    end = child.end.max(start);
                    if has_words {
                        self.push(start..end);
                    }
                }
            }
            Kind::Paragraph => {
                let start = block.range.start + mark_length(&self.text[block.range.clone()]);
                self.push(start..block.range.end);
            }
            _ => self.push(block.range),
        }
    }

    fn take_heading(&mut self, level: HeadingLevel, block: &Block) {
        let span = trim(self.text, block.range.clone());
        let source = &self.text[span.clone()];
        if !source.starts_with('#') && source.len() > LONG_HEADING {
            let ruler = source.rfind(['\n', '\r']).unwrap_or(source.len());
            self.push(span.start..span.start + ruler);
            return;
        }
        let heading = block.heading.trim();
        self.path.retain(|(above, _)| *above < level);
        let is_first = !std::mem::replace(&mut self.seen_heading, true);
        if heading.is_empty() {
            return;
        }
        if is_first && self.title.as_deref().unwrap_or(heading) == heading {
            self.title = Some(Cow::Owned(heading.to_owned()));
        } else {
            self.path.push((level, heading.to_owned()));
        }
    }

    fn is_divisible(&self, block: &Block) -> bool {
        let length = trim(self.text, block.range.clone()).len();
        block.children.len() > 1 && (block.is_loose || length > LONG_CONTAINER)
    }

    /// Where the line of `position` starts, so that a divided block keeps the markup before it.
    fn line_start(&self, position: usize) -> usize {
        let before = &self.text[..position];
        before.rfind(['\n', '\r']).map_or(0, |at| at + 1)
    }

    fn push(&mut self, range: Range<usize>) {
        self.paragraphs.push(Paragraph {
            span: trim(self.text, range),
            headings: self.path.iter().map(|(_, it)| it.clone()).collect(),
        });
    }

    /// The outline; a document without a heading is named after a short first line.
    fn finish(self) -> Outline {
        let first_line = || {
            let first = self.paragraphs.first()?;
            let line = self.text[first.span.clone()].lines().next()?.trim();
            let is_title = line.len() <= LONG_TITLE && !line.ends_with(['.', '。', ',', ';', ':']);
            (is_title && line.starts_with(char::is_alphanumeric)).then(|| line.to_owned())
        };
        Outline {
            title: self.title.map(Cow::into_owned).or_else(first_line),
            paragraphs: self.paragraphs,
            ..Outline::default()
        }
    }
}
