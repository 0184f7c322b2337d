//! The article's blocks are *written* as Markdown, as plainly as it allows.

use std::borrow::Cow;

use super::blocks::{PageBlock, PageBlockKind};
use super::letters::has_words;
use super::lists::mark;

/// The blocks as Markdown.
pub(super) fn markdown(blocks: &[PageBlock]) -> String {
    let mut text = String::new();
    let mut before: Option<PageBlockKind> = None;
    for block in blocks {
        let is_list = |kind| {
            matches!(
                kind,
                PageBlockKind::Item { .. } | PageBlockKind::Continued { .. }
            )
        };
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

fn write(text: &mut String, block: &PageBlock) {
    match block.kind {
        PageBlockKind::Heading(level) => {
            text.push_str(&"#".repeat(usize::from(level)));
            text.push(' ');
            text.push_str(&escaped(&block.text));
        }
        PageBlockKind::Paragraph | PageBlockKind::Rows => push_lines(text, &block.text, 0),
        PageBlockKind::Item { indent, number } => {
            let mark = mark(number);
            text.push_str(&" ".repeat(indent));
            text.push_str(&mark);
            push_lines(text, &block.text, indent + mark.len());
        }
        PageBlockKind::Continued { indent } => {
            text.push_str(&" ".repeat(indent));
            push_lines(text, &block.text, indent);
        }
        PageBlockKind::Listing => {
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
        match escape_at(line, number == 0) {
            Some(at) => {
                text.push_str(&line[..at]);
                text.push('\\');
                text.push_str(&line[at..]);
            }
            None => text.push_str(line),
        }
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

/// Where a line needs a backslash, in bytes, so that Markdown does not hide it: a number that is read as
/// an item without words, as `0.` and `> 0.` are, or what begins a block, in an item, too.
fn escape_at(line: &str, is_first: bool) -> Option<usize> {
    if starts_block(line, is_first) {
        return Some(0);
    }
    let mut rest = line.trim();
    let mut is_numbered = false;
    while let Some(after) = after_mark(rest) {
        is_numbered |= rest.starts_with(|c: char| c.is_ascii_digit());
        rest = after;
    }
    let is_hidden = is_numbered && !rest.contains(char::is_alphanumeric)
        || rest.len() < line.trim().len() && starts_block(rest, is_first);
    is_hidden
        .then(|| line.find(|c: char| !c.is_ascii_digit()))
        .flatten()
}

/// What stands behind the mark of a quotation or of a list's item, if a line starts with one.
fn after_mark(line: &str) -> Option<&str> {
    let number = line.trim_start_matches(|c: char| c.is_ascii_digit());
    let after = if number.len() < line.len() {
        number.strip_prefix(['.', ')'])?
    } else if let Some(quoted) = line.strip_prefix('>') {
        return Some(quoted.trim_start());
    } else {
        line.strip_prefix(['-', '+', '*'])?
    };
    let is_mark = after.is_empty() || after.starts_with(char::is_whitespace);
    is_mark.then(|| after.trim_start())
}

/// Whether Markdown would hide a line that starts so, or what follows it: a heading, the fence of
/// a listing, HTML, the definition of a link or a note. Lists and quotations stay what they are.
fn starts_block(line: &str, is_first: bool) -> bool {
    let is_heading = line
        .trim_start_matches('#')
        .starts_with(|c: char| c.is_whitespace());
    let is_definition = line.starts_with("[^") && line.contains("]:")
        || is_first && line.starts_with('[') && defines_link(line);
    let html = line.strip_prefix('<');
    let is_html = html.is_some_and(|rest| rest.starts_with(opens_tag));
    line.starts_with('#') && (is_heading || line.trim_matches('#').is_empty())
        || line.starts_with("```")
        || line.starts_with("~~~")
        || is_definition
        || is_html
}

/// Whether a target and at most a title follow `]:`; among other words it is text.
fn defines_link(line: &str) -> bool {
    line.match_indices("]:").any(|(at, mark)| {
        line[at + mark.len()..]
            .split_whitespace()
            .nth(1)
            .is_none_or(|word| word.starts_with(['"', '\'', '(']))
    })
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
