//! *Plain text* has no markup, so its shape tells what is a title, a heading, a paragraph.
//!
//! Text pasted from a web page has one line for each paragraph; text from a mail, a book or a
//! standard is wrapped, with blank lines between paragraphs. Which of the two it is, is decided
//! for each block of lines between blank ones; see [`divide`].

use std::ops::Range;

use super::front_matter::FrontMatter;
use super::furniture::is_furniture;
use super::lines::lines;
use super::{Outline, Paragraph, byline, has_words, trim};

/// No one wraps text at more columns than this.
const WIDEST_WRAP: usize = 120;

/// No one wraps text at fewer columns than this.
const NARROWEST_WRAP: usize = 40;

/// A line of a list, a poem or an address has at most this many columns.
const SHORT: usize = 60;

/// A heading has at most this many columns.
const LONGEST_HEADING: usize = 100;

/// A title has at most this many columns.
const LONGEST_TITLE: usize = 160;

/// Reads the body of a plain text document.
pub(super) fn outline(text: &str, front: &FrontMatter) -> Outline {
    let mut blocks = blocks(text, front.body);
    let is_unwrapped = is_unwrapped(&blocks);
    let mut outline = Outline::default();
    take_title(&mut blocks, front, &mut outline);
    take_byline(&mut blocks, &mut outline);

    let units: Vec<Unit> = blocks
        .iter()
        .flat_map(|block| {
            divide(&block.lines, is_unwrapped)
                .into_iter()
                .map(|range| Unit {
                    lines: &block.lines[range],
                    is_alone: block.length == 1,
                })
        })
        .filter(|unit| unit.lines.iter().any(|line| has_words(line.text)))
        .filter(|unit| !unit.lines.iter().all(|line| is_furniture(line.text)))
        .collect();
    let mut headings = Vec::new();
    for (at, unit) in units.iter().enumerate() {
        let heads = |next| is_heading(unit, next, is_unwrapped);
        if units.get(at + 1).is_some_and(heads) {
            headings = vec![unit.lines[0].text.to_owned()];
        } else if let [first, .., last] | [first @ last] = unit.lines {
            outline.paragraphs.push(Paragraph {
                span: first.span.start..last.span.end,
                headings: headings.clone(),
            });
        }
    }
    outline
}

/// Lines without a blank one between them.
struct Block<'t> {
    lines: Vec<Line<'t>>,
    /// How many lines the block had when it was read.
    length: usize,
}

/// A line with a letter or digit in it.
struct Line<'t> {
    text: &'t str,
    /// Without blanks at its ends.
    span: Range<usize>,
    columns: usize,
    is_indented: bool,
}

/// Lines that become one passage or one heading.
struct Unit<'t> {
    lines: &'t [Line<'t>],
    /// Whether it is all of its block.
    is_alone: bool,
}

impl Line<'_> {
    /// Whether the line is too long for wrapped text.
    fn is_long(&self) -> bool {
        self.columns > WIDEST_WRAP
    }

    fn ends_sentence(&self) -> bool {
        let closers = [
            '"', '\'', '»', '”', '’', ')', ']', '」', '』', ' ', '\u{a0}', '\u{202f}',
        ];
        self.text
            .trim_end_matches(closers)
            .ends_with(['.', '!', '?', '…', '。', '！', '？', '؟', '।'])
    }

    fn is_list_item(&self) -> bool {
        let rest = self.text.trim_start_matches(|c: char| c.is_ascii_digit());
        let digits = self.text.len() - rest.len();
        let mut rest = rest.chars();
        let is_marker = match rest.next() {
            Some('-' | '*' | '+' | '•' | '·' | '–' | '—') => digits == 0,
            Some('.' | ')') => (1..=3).contains(&digits),
            _ => false,
        };
        is_marker && rest.next().is_some_and(char::is_whitespace)
    }
}

/// Divides the text below `body` into blocks.
fn blocks(text: &str, body: usize) -> Vec<Block<'_>> {
    let mut blocks = Vec::new();
    let mut block = Vec::new();
    for row in lines(&text[body..]) {
        let row = row.start + body..row.end + body;
        let span = trim(text, row.clone());
        let line = &text[span.clone()];
        // A ruler, as some draw below a heading, ends a block as a blank line does.
        if span.is_empty() || is_ruler(line) {
            blocks.push(std::mem::take(&mut block));
        } else {
            block.push(Line {
                text: line,
                columns: columns(line),
                is_indented: span.start > row.start,
                span,
            });
        }
    }
    blocks.push(block);
    blocks.retain(|lines| lines.iter().any(|line| has_words(line.text)));
    blocks
        .into_iter()
        .map(|lines| Block {
            length: lines.len(),
            lines,
        })
        .collect()
}

/// Whether a line only repeats one mark.
fn is_ruler(line: &str) -> bool {
    let mut marks = line.chars();
    let first = marks.next();
    !has_words(line) && line.len() >= 3 && marks.all(|mark| Some(mark) == first)
}

/// How many columns a line takes, where a Chinese character takes two and a web address, which
/// cannot be wrapped, none.
fn columns(line: &str) -> usize {
    line.split_inclusive(char::is_whitespace)
        .filter(|word| !word.contains("://"))
        .flat_map(str::chars)
        .map(|c| 1 + usize::from(is_wide(c)))
        .sum()
}

fn is_wide(c: char) -> bool {
    matches!(c,
        '\u{1100}'..='\u{115f}' | '\u{2e80}'..='\u{a4cf}' | '\u{ac00}'..='\u{d7a3}'
        | '\u{f900}'..='\u{faff}' | '\u{fe30}'..='\u{fe6f}' | '\u{ff00}'..='\u{ff60}'
        | '\u{20000}'..='\u{3ffff}')
}

/// Whether most of the text is in lines too long for wrapped text: then a line is a paragraph.
fn is_unwrapped(blocks: &[Block]) -> bool {
    let lines = || blocks.iter().flat_map(|block| &block.lines);
    let all: usize = lines().map(|line| line.columns).sum();
    let long: usize = lines()
        .filter(|line| line.is_long())
        .map(|line| line.columns)
        .sum();
    long * 2 > all
}

/// Divides a block's lines into what becomes one passage each.
///
/// 1. Every line ends a sentence in unwrapped text: a line is a paragraph.
/// 2. Every line is full, so that the next line's first word had no room on it: wrapped text, one
///    paragraph.
/// 3. Every line is a list's item or goes on with one: one list.
/// 4. A line is too long for wrapped text, or the document as a whole is unwrapped, or most lines
///    end a sentence: a line is a paragraph, but a run of short lines is one list or stanza.
/// 5. Else it is a poem, an address, a table: one passage.
fn divide(lines: &[Line], is_unwrapped: bool) -> Vec<Range<usize>> {
    let whole = || std::iter::once(0..lines.len()).collect();
    let sentences = lines.iter().filter(|line| line.ends_sentence()).count();
    let any_long = lines.iter().any(Line::is_long);
    if lines.is_empty() {
        Vec::new()
    } else if lines.len() == 1 {
        whole()
    } else if is_unwrapped && sentences == lines.len() {
        divide_by_lines(lines)
    } else if !any_long && (is_wrapped(lines) || is_list(lines)) {
        whole()
    } else if any_long || is_unwrapped || sentences * 3 >= lines.len() * 2 {
        divide_by_lines(lines)
    } else {
        whole()
    }
}

/// Whether no line but the last has room for the first word of the line below it.
///
/// One line in ten may have, as where an editor changed a word later.
fn is_wrapped(lines: &[Line]) -> bool {
    let widest = lines.iter().map(|line| line.columns).max().unwrap_or(0);
    let has_room = |pair: &&[Line]| {
        let first = pair[1].text.chars().next();
        let word = match first {
            Some(c) if is_wide(c) => 2,
            _ => columns(pair[1].text.split_whitespace().next().unwrap_or_default()) + 1,
        };
        pair[0].columns + word <= widest
    };
    let roomy = lines.windows(2).filter(has_room).count();
    widest >= NARROWEST_WRAP && roomy <= lines.len() / 10
}

fn is_list(lines: &[Line]) -> bool {
    lines[0].is_list_item()
        && lines
            .iter()
            .all(|line| line.is_list_item() || line.is_indented)
}

/// Makes each line one unit, and each run of short lines one unit.
fn divide_by_lines(lines: &[Line]) -> Vec<Range<usize>> {
    let is_item = |line: &Line| line.is_list_item() && !line.is_long();
    let is_verse = |line: &Line| {
        line.columns <= SHORT && !line.ends_sentence() && !is_item(line) && !is_furniture(line.text)
    };
    let mut units = Vec::new();
    let mut start = 0;
    while start < lines.len() {
        let run =
            |is: &dyn Fn(&Line) -> bool| lines[start..].iter().take_while(|it| is(it)).count();
        let (items, verses) = (run(&is_item), run(&is_verse));
        let length = if verses >= 3 { verses } else { items.max(1) };
        units.push(start..start + length);
        start += length;
    }
    units
}

/// Whether `unit` is a heading over `next`: one short line that ends no sentence over a longer
/// text that does, or that fills more than a line.
fn is_heading(unit: &Unit, next: &Unit, is_unwrapped: bool) -> bool {
    let [line] = unit.lines else { return false };
    let length: usize = next.lines.iter().map(|line| line.columns).sum();
    let is_text = next.lines.len() > 1
        || next.lines[0].is_long()
        || next.lines[0].ends_sentence() && !next.lines[0].is_list_item();
    (is_unwrapped || unit.is_alone)
        && line.columns <= LONGEST_HEADING
        && !line.ends_sentence()
        && !line.text.ends_with([',', ';', ':', '，', '；', '：', '、'])
        && !line
            .text
            .starts_with(['-', '–', '—', '•', '*', '"', '“', '«', '„', '「', '>'])
        && has_words(line.text)
        && is_text
        && length > line.columns
}

/// Takes the title off the first block.
///
/// The first line is the title when it is short and stands for itself. When it ends like a
/// sentence it is a title and a paragraph too, and so it is when nothing follows it.
fn take_title(blocks: &mut [Block], front: &FrontMatter, outline: &mut Outline) {
    let has_more = blocks.len() > 1;
    let Some(block) = blocks.first_mut() else {
        return;
    };
    let first = &block.lines[0];
    let is_title = match &front.title {
        Some(title) => title == first.text,
        None => {
            first.columns <= LONGEST_TITLE
                && !first.is_list_item()
                && !first.text.ends_with([',', ';', ':'])
                && has_words(first.text)
                && (block.lines.len() == 1 || stands_apart(&block.lines))
        }
    };
    if !is_title {
        return;
    }
    outline.title = Some(first.text.to_owned());
    let is_sentence = first.text.ends_with(['.', '。']) && front.title.is_none();
    if !is_sentence && (has_more || block.lines.len() > 1) {
        block.lines.remove(0);
    }
}

/// Whether the first of several lines is no part of a wrapped paragraph.
fn stands_apart(lines: &[Line]) -> bool {
    lines.iter().any(Line::is_long) || !is_wrapped(lines)
}

/// Takes the byline off the lines below the title.
fn take_byline(blocks: &mut [Block], outline: &mut Outline) {
    if outline.title.is_none() {
        return;
    }
    let lines = blocks.iter().flat_map(|block| &block.lines);
    let byline = byline::read(lines.map(|line| line.text));
    let mut at = 0;
    for block in blocks {
        block.lines.retain(|_| {
            at += 1;
            !byline.lines.contains(&(at - 1))
        });
    }
    outline.publisher = byline.publisher;
    outline.date = byline.date;
}
