//! *Plain text* has no markup, so its shape tells what is a title, a heading, a paragraph.
//!
//! Text pasted from a web page has one line for each paragraph; text from a mail, a book or a
//! standard is wrapped, with blank lines between paragraphs. Which of the two it is, is decided
//! for each block of lines between blank ones; see [`divide`].

use std::ops::Range;

use super::front_matter::FrontMatter;
use super::lines::{NARROWEST_WRAP, WIDEST_WRAP, columns, lines};
use super::parts::{Block as Found, Opens, part};
use super::{Outline, has_words, is_same, trim};
use crate::passage::{Part, Role};
use crate::webpage::boilerplate::is_boilerplate;
use crate::webpage::{byline, is_wide};

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
    let byline = take_byline(&blocks, &mut outline);
    let blocks = cut(&blocks, &byline);

    let units: Vec<LineGroup> = blocks
        .iter()
        .flat_map(|block| {
            let is_headed = is_headed(&block.lines) || heads_wrapped(&block.lines);
            divide(block, is_unwrapped)
                .into_iter()
                .map(move |range| LineGroup {
                    lines: &block.lines[range],
                    may_head: is_headed || block.length == 1,
                })
        })
        .filter(|unit| unit.lines.iter().any(|line| has_words(line.text)))
        .filter(|unit| !unit.lines.iter().all(|line| is_boilerplate(line.text)))
        .collect();
    let mut headings = Vec::new();
    for (at, unit) in units.iter().enumerate() {
        let heads = |next| is_heading(unit, next, is_unwrapped);
        if units.get(at + 1).is_some_and(heads) {
            headings = vec![unit.lines[0].text.to_owned()];
        } else if let [first, .., last] | [first @ last] = unit.lines {
            let span = first.span.start..last.span.end;
            let mut block = Found::of_text(text, span, headings.clone());
            if is_list(unit.lines) {
                block.parts = items(unit.lines);
                block.opens = Opens::Nothing;
            }
            outline.blocks.push(block);
        }
    }
    outline
}

/// Lines without a blank one between them.
struct LineBlock<'t> {
    lines: Vec<Line<'t>>,
    /// How many lines the block had when it was read, its title with it.
    length: usize,
    /// Whether a byline or boilerplate stood directly above or below, as in a pasted web page.
    is_cut: bool,
}

/// A line with a letter or digit in it.
#[derive(Clone)]
struct Line<'t> {
    text: &'t str,
    /// Without blanks at its ends.
    span: Range<usize>,
    columns: usize,
    is_indented: bool,
}

/// Lines that become one passage or one heading.
struct LineGroup<'t> {
    lines: &'t [Line<'t>],
    /// Whether it is all of its block, or the block's shape tells headings from text.
    may_head: bool,
}

impl Line<'_> {
    /// Whether the line is too long to be a line of wrapped text.
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
fn blocks(text: &str, body: usize) -> Vec<LineBlock<'_>> {
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
        .map(|lines| LineBlock {
            length: lines.len(),
            lines,
            is_cut: false,
        })
        .collect()
}

/// Whether a line only repeats one mark.
fn is_ruler(line: &str) -> bool {
    let mut marks = line.chars();
    let first = marks.next();
    !has_words(line) && line.len() >= 3 && marks.all(|mark| Some(mark) == first)
}

/// Whether most of the text is in lines too long for wrapped text: then a line is a paragraph.
fn is_unwrapped(blocks: &[LineBlock]) -> bool {
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
/// 1. Every line ends a sentence, which lines of wrapped text do by chance only: a line is a
///    paragraph. In a block of two lines such a chance is real, unless the text is unwrapped or
///    the block was cut.
/// 2. Every line is full, so that the next line's first word had no room on it: wrapped text, one
///    paragraph.
/// 3. Every line is a list's item or goes on with one: one list.
/// 4. A heading stands directly over wrapped text: a heading and a paragraph.
/// 5. A line is too long for wrapped text, or the document as a whole is unwrapped, or most lines
///    end a sentence, or all others are headings: a line is a paragraph, but a run of short lines
///    is one list or stanza.
/// 6. Else it is a poem, an address, a table: one passage.
fn divide(block: &LineBlock, is_unwrapped: bool) -> Vec<Range<usize>> {
    let lines = &block.lines[..];
    let whole = || std::iter::once(0..lines.len()).collect();
    let sentences = lines.iter().filter(|line| line.ends_sentence()).count();
    let any_long = lines.iter().any(Line::is_long);
    let is_list = is_list(lines);
    let by_chance = !is_unwrapped && (is_list || lines.len() == 2 && !block.is_cut);
    if lines.is_empty() {
        Vec::new()
    } else if lines.len() == 1 {
        whole()
    } else if sentences == lines.len() && !by_chance {
        divide_by_lines(lines)
    } else if !any_long && (is_wrapped(lines) || is_list) {
        whole()
    } else if heads_wrapped(lines) {
        vec![0..1, 1..lines.len()]
    } else if any_long || is_unwrapped || sentences * 3 >= lines.len() * 2 || is_headed(lines) {
        divide_by_lines(lines)
    } else {
        whole()
    }
}

/// Whether every line of a block is a paragraph or a heading over one.
fn is_headed(lines: &[Line]) -> bool {
    let is_known = |at: usize| {
        lines[at].ends_sentence()
            || lines
                .get(at + 1)
                .is_some_and(|next| heads(&lines[at], next))
    };
    !is_wrapped(lines) && (0..lines.len()).all(is_known)
}

/// Whether a block is a heading with wrapped text directly below it.
fn heads_wrapped(lines: &[Line]) -> bool {
    let [first, next, .., last] = lines else {
        return false;
    };
    heads(first, next)
        && last.ends_sentence()
        && !lines.iter().any(Line::is_long)
        && is_wrapped(&lines[1..])
}

/// Whether `line` is a heading over the paragraph that starts on the line below it: much shorter,
/// so that the paragraph's first word had room on it.
fn heads(line: &Line, below: &Line) -> bool {
    let starts = |line: &Line| !line.text.starts_with(char::is_lowercase);
    looks_like_heading(line)
        && line.columns <= SHORT
        && line.columns * 2 <= below.columns
        && starts(line)
        && starts(below)
        && !below.is_list_item()
        && (below.ends_sentence() || below.columns >= NARROWEST_WRAP)
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
    lines.first().is_some_and(Line::is_list_item)
        && lines
            .iter()
            .all(|line| line.is_list_item() || line.is_indented)
}

/// The items of a list, each with the lines that go on with it.
fn items(lines: &[Line]) -> Vec<Part> {
    let mut items: Vec<Part> = Vec::new();
    for line in lines {
        match items.last_mut() {
            Some(item) if !line.is_list_item() => item.span.end = line.span.end,
            _ => items.push(part(line.span.clone(), Role::Item)),
        }
    }
    items
}

/// Makes each line one unit, and each run of short lines one unit.
fn divide_by_lines(lines: &[Line]) -> Vec<Range<usize>> {
    let is_item = |line: &Line| line.is_list_item() && !line.is_long();
    let is_verse = |line: &Line| {
        line.columns <= SHORT
            && !line.ends_sentence()
            && !is_item(line)
            && !is_boilerplate(line.text)
    };
    let mut units = Vec::new();
    let mut start = 0;
    while start < lines.len() {
        let run =
            |is: &dyn Fn(&Line) -> bool| lines[start..].iter().take_while(|line| is(line)).count();
        let (items, verses) = (run(&is_item), run(&is_verse));
        let length = if verses >= 3 { verses } else { items.max(1) };
        units.push(start..start + length);
        start += length;
    }
    units
}

/// Whether `unit` is a heading over `next`: one short line that ends no sentence over a longer
/// text that does, or that fills more than a line.
fn is_heading(unit: &LineGroup, next: &LineGroup, is_unwrapped: bool) -> bool {
    let [line] = unit.lines else { return false };
    let length: usize = next.lines.iter().map(|line| line.columns).sum();
    let is_text = next.lines.len() > 1
        || next.lines[0].is_long()
        || next.lines[0].ends_sentence() && !next.lines[0].is_list_item();
    (is_unwrapped || unit.may_head) && looks_like_heading(line) && is_text && length > line.columns
}

/// Whether a line is short, ends no sentence and starts no list or quotation.
fn looks_like_heading(line: &Line) -> bool {
    line.columns <= LONGEST_HEADING
        && !line.ends_sentence()
        && !line.text.ends_with([',', ';', ':', '，', '；', '：', '、'])
        && !line
            .text
            .starts_with(['-', '–', '—', '•', '*', '"', '“', '«', '„', '「', '>'])
        && has_words(line.text)
}

/// Takes the title off the first block.
///
/// The first line is the title when it is short and stands for itself. When it ends like a
/// sentence it is a title and a paragraph too, and so it is when nothing follows it.
fn take_title(blocks: &mut [LineBlock], front: &FrontMatter, outline: &mut Outline) {
    let has_more = blocks.len() > 1;
    let Some(block) = blocks.first_mut() else {
        return;
    };
    let first = &block.lines[0];
    let is_title = match &front.title {
        Some(title) => is_same(title, first.text),
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

/// Takes the byline below the title; returns the positions of its lines among all lines.
fn take_byline(blocks: &[LineBlock], outline: &mut Outline) -> Vec<usize> {
    if outline.title.is_none() {
        return Vec::new();
    }
    let lines = blocks.iter().flat_map(|block| &block.lines);
    let byline = byline::read(lines.map(|line| line.text));
    outline.publisher = byline.publisher;
    outline.author = byline.author;
    outline.date = byline.date;
    byline.lines
}

/// Cuts the blocks at every line of the byline and of boilerplate, so that no passage has one of
/// them inside. A list keeps its items, whatever they are called.
fn cut<'t>(blocks: &[LineBlock<'t>], byline: &[usize]) -> Vec<LineBlock<'t>> {
    let mut found = Vec::new();
    let mut at = 0;
    for block in blocks {
        let is_list = is_list(&block.lines);
        let is_cut_at: Vec<bool> = (at..)
            .zip(&block.lines)
            .map(|(at, line)| byline.contains(&at) || !is_list && is_boilerplate(line.text))
            .collect();
        at += block.lines.len();
        let is_cut = is_cut_at.contains(&true);
        let mut start = 0;
        for part in is_cut_at.split(|&is_cut| is_cut) {
            let lines = &block.lines[start..start + part.len()];
            start += part.len() + 1;
            if !lines.is_empty() {
                found.push(LineBlock {
                    lines: lines.to_vec(),
                    length: if is_cut { lines.len() } else { block.length },
                    is_cut,
                });
            }
        }
    }
    found
}
