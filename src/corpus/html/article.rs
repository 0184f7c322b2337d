//! The *article* of a page is what is left when its navigation, its boxes and the lines around the
//! article are taken away.

use std::borrow::Cow;

use super::blocks::{Block, Kind};
use super::lists::mark;
use super::metadata::{Metadata, letters};
use crate::corpus::{byline, furniture, has_words};

/// A page without a paragraph of as many letters has no article: it is a form, a list of links or
/// a notice. A Chinese character says as much as two letters.
const SHORTEST: usize = 60;

/// A longer paragraph is no label, byline or pointer to another article.
const LONG: usize = 200;

/// How pointers to other articles start, as [`letters`] has them.
#[rustfmt::skip]
const POINTERS: [&str; 30] = [
    "lireaussi", "àlireaussi", "alireaussi", "lireégalement", "voiraussi", "àvoiraussi", "surlemêmesujet",
    "readalso", "alsoread", "readmore", "seealso", "related", "morefrom",
    "lesensieauch", "mehrzumthema", "sieheauch", "leatambién", "lea también", "leertambién", "vertambién",
    "leiatambém", "vejatambém", "leggianche", "leesook", "관련기사", "関連記事", "あわせて読みたい",
    "相关阅读", "延伸阅读", "延伸閱讀",
];

/// The article's blocks, without what repeats the metadata or leads elsewhere; `None` when the
/// page has no article.
pub(super) fn of(mut blocks: Vec<Block>, metadata: &Metadata) -> Option<Vec<Block>> {
    blocks.retain(|block| !is_pointer(block) && !furniture::is_furniture(&block.text));
    let title = metadata.title.as_deref().map(letters).unwrap_or_default();
    let text = blocks.iter().position(is_text)?;
    let mut at = 0;
    blocks.retain(|block| {
        at += 1;
        let is_title = letters(&block.text) == title && (is_heading(block) || at <= text);
        let is_above = at <= text && !is_heading(block);
        let is_furniture = is_byline(block, metadata) || is_all_link(block);
        !(is_title || is_above && is_furniture)
    });
    // A heading above nothing is that of a box: its content was taken away.
    while blocks.last().is_some_and(is_heading) {
        blocks.pop();
    }
    blocks.iter().any(is_text).then_some(blocks)
}

/// The blocks as Markdown.
pub(super) fn markdown(blocks: &[Block]) -> String {
    let mut text = String::new();
    let mut before: Option<Kind> = None;
    for block in blocks {
        let is_list = |kind| matches!(kind, Kind::Item { .. } | Kind::Continued { .. });
        match before {
            Some(kind) if is_list(kind) && is_list(block.kind) => text.push('\n'),
            Some(_) => text.push_str("\n\n"),
            None => {}
        }
        before = Some(block.kind);
        write(&mut text, block);
    }
    text.push('\n');
    text
}

fn write(text: &mut String, block: &Block) {
    match block.kind {
        Kind::Heading(level) => {
            text.push_str(&"#".repeat(usize::from(level)));
            text.push(' ');
            text.push_str(&escaped(&block.text));
        }
        Kind::Paragraph => push_lines(text, &block.text, 0),
        Kind::Item { indent, number } => {
            let mark = mark(number);
            text.push_str(&" ".repeat(indent));
            text.push_str(&mark);
            push_lines(text, &block.text, indent + mark.len());
        }
        Kind::Continued { indent } => {
            text.push_str(&" ".repeat(indent));
            push_lines(text, &block.text, indent);
        }
        Kind::Listing => {
            let longest = block.text.split(|c| c != '`').map(str::len).max();
            let fence = "`".repeat(longest.unwrap_or_default().max(2) + 1);
            for part in [&fence, "\n", &block.text, "\n", &fence] {
                text.push_str(part);
            }
        }
    }
}

/// Writes lines so that each stays a line of the same paragraph.
fn push_lines(text: &mut String, lines: &str, indent: usize) {
    let lines = shown(lines);
    for (number, line) in lines.split('\n').enumerate() {
        if number > 0 {
            text.push('\n');
            text.push_str(&" ".repeat(indent));
        }
        if starts_block(line) {
            text.push('\\');
        }
        text.push_str(line);
    }
}

/// Text that is all in tags or in the targets of links says nothing to Markdown, so what makes them
/// such is escaped; among other words they are left as they are.
fn shown(text: &str) -> Cow<'_, str> {
    let mut closing = None;
    let mut before = ' ';
    let mut rest = text.chars().peekable();
    let mut outside = String::new();
    while let Some(c) = rest.next() {
        match (closing, c) {
            (None, '<') if rest.peek().is_some_and(|c| opens_tag(*c)) => closing = Some('>'),
            (None, '(') if before == ']' => closing = Some(')'),
            (Some(end), c) if c == end => closing = None,
            (None, c) => outside.push(c),
            _ => {}
        }
        before = c;
    }
    if has_words(&outside) {
        return Cow::Borrowed(text);
    }
    Cow::Owned(text.replace('<', "\\<").replace(']', "\\]"))
}

/// Whether Markdown would hide a line that starts so, or what follows it: a heading, the fence of
/// a listing, HTML, the definition of a link. Lists and quotations stay what they are.
fn starts_block(line: &str) -> bool {
    let is_heading = line
        .trim_start_matches('#')
        .starts_with(|c: char| c.is_whitespace());
    let is_definition = line.starts_with('[') && line.contains("]:");
    let html = line.strip_prefix('<');
    let is_html = html.is_some_and(|it| it.starts_with(opens_tag));
    line.starts_with('#') && (is_heading || line.trim_matches('#').is_empty())
        || line.starts_with("```")
        || line.starts_with("~~~")
        || is_definition
        || is_html
}

/// Whether `<` before this character starts a tag or something like it.
fn opens_tag(c: char) -> bool {
    c.is_ascii_alphabetic() || "/!?".contains(c)
}

/// A heading is shown as Markdown has it read, so every mark that could mean something is escaped.
fn escaped(heading: &str) -> String {
    let mut text = String::with_capacity(heading.len());
    let mut rest = heading.chars().peekable();
    while let Some(c) = rest.next() {
        let is_reference = c == '&'
            && rest
                .peek()
                .is_some_and(|c| c.is_alphanumeric() || *c == '#');
        if is_reference || "\\`*_[]<#~".contains(c) {
            text.push('\\');
        }
        text.push(c);
    }
    text
}

fn is_heading(block: &Block) -> bool {
    matches!(block.kind, Kind::Heading(_))
}

/// A paragraph that says something.
fn is_text(block: &Block) -> bool {
    let letters = block.text.chars().filter(|c| c.is_alphanumeric());
    let weights = letters.map(|c| 1 + usize::from(crate::corpus::lines::is_wide(c)));
    !is_heading(block)
        && weights.sum::<usize>() >= SHORTEST
        && block.linked * 2 < block.text.chars().count()
}

/// A pointer to another article: a short paragraph that is all link, or says so.
fn is_pointer(block: &Block) -> bool {
    if block.kind != Kind::Paragraph || block.linked == 0 || block.text.len() > LONG {
        return false;
    }
    let text = letters(&block.text);
    let is_sentence = block.text.ends_with(['.', '。', '!', '?', '…']);
    let says_so = POINTERS.iter().any(|start| text.starts_with(start));
    says_so || is_all_link(block) && !is_sentence
}

fn is_all_link(block: &Block) -> bool {
    let seen = block.text.chars().filter(|c| !c.is_whitespace()).count();
    block.linked >= seen
}

/// Who wrote the article and when, as a line of its own above the text.
fn is_byline(block: &Block, metadata: &Metadata) -> bool {
    if block.text.len() > LONG {
        return false;
    }
    let text = letters(&block.text);
    let known = [&metadata.author, &metadata.publisher, &metadata.date];
    let known = known.into_iter().flatten().chain(&metadata.times);
    let mut known = known.map(|it| letters(it));
    let is_short = |it: &String| text.len() <= it.len() + 40;
    known.any(|it| !it.is_empty() && text.contains(&it) && is_short(&it))
        || byline::is_date(&block.text)
}
