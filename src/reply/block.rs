//! A *block quote* is a text behind a bar, one `> ` a line, the answering sentences in bold.

use std::ops::Range;

use super::escape::{Escaper, LINE_BREAKS};
use super::limits::length;
use super::truncate::{cut, trim};

/// What stands in a quote where words were left out.
const LEFT_OUT: &str = "[…]";

/// What of a text is written as a block quote, and how. Ranges are bytes of the text.
#[derive(Clone, Copy)]
pub(super) struct Excerpt<'a> {
    /// What is kept where the text is cut: the first range before all, then the others.
    pub focus: &'a [Range<usize>],
    /// The most sentences that are kept on each side of the first range.
    pub around: usize,
    /// What is bold.
    pub bold: &'a [Range<usize>],
    /// What is underlined; not marked where it does not lie within what is bold.
    pub underlined: Option<&'a Range<usize>>,
    /// The longest block quote, in the units of [`limits`](super::limits).
    pub limit: usize,
}

/// A text behind a bar.
pub(super) struct Block {
    /// In Discord's Markdown.
    pub text: String,
    /// Nothing is left out.
    pub is_whole: bool,
}

/// Writes `text` as a block quote.
pub(super) fn block_quote(text: &str, excerpt: &Excerpt<'_>) -> Block {
    let block = BlockQuote {
        text,
        bold: excerpt.bold,
        underlined: excerpt.underlined,
        escaper: Escaper::of(text),
    };
    let Excerpt {
        focus,
        around,
        limit,
        ..
    } = *excerpt;
    let slices = cut(text, focus, around, limit, |slices| {
        length(&block.write(slices))
    });
    let is_whole = matches!(slices.as_slice(), [slice] if trim(text, 0..text.len()) == trim(text, slice.clone()));
    Block {
        text: block.write(&slices),
        is_whole,
    }
}

struct BlockQuote<'t> {
    text: &'t str,
    bold: &'t [Range<usize>],
    underlined: Option<&'t Range<usize>>,
    escaper: Escaper<'t>,
}

impl BlockQuote<'_> {
    fn write(&self, slices: &[Range<usize>]) -> String {
        let mut out = String::from("> ");
        let mut end = 0;
        for slice in slices {
            let slice = self.without_marks(slice);
            if slice.is_empty() {
                continue;
            }
            self.write_left_out(end..slice.start, &mut out);
            self.write_slice(&slice, &mut out);
            end = slice.end;
        }
        self.write_left_out(end..self.text.len(), &mut out);
        out
    }

    /// A slice without the marks at its ends that the text has where words are left out; they stand
    /// beside words that are left out, too, and one mark is enough.
    fn without_marks(&self, slice: &Range<usize>) -> Range<usize> {
        let mut slice = slice.clone();
        while slice.start > 0 && self.text[slice.clone()].starts_with(LEFT_OUT) {
            slice = trim(self.text, slice.start + LEFT_OUT.len()..slice.end);
        }
        while slice.end < self.text.len() && self.text[slice.clone()].ends_with(LEFT_OUT) {
            slice = trim(self.text, slice.start..slice.end - LEFT_OUT.len());
        }
        slice
    }

    fn has_words(&self, range: Range<usize>) -> bool {
        !self.text[range].trim().is_empty()
    }

    /// Writes a mark where words are left out, with a line to itself where whole lines are.
    fn write_left_out(&self, range: Range<usize>, out: &mut String) {
        let words = trim(self.text, range.clone());
        if words.is_empty() {
            return;
        }
        let apart = |blanks: Range<usize>| {
            let line_ends = self.text[blanks].contains(LINE_BREAKS);
            if line_ends { "\n> " } else { " " }
        };
        if range.start > 0 {
            out.push_str(apart(range.start..words.start));
        }
        out.push_str(if self.escaper.has_links() { "\\" } else { "" });
        out.push_str(LEFT_OUT);
        if range.end < self.text.len() {
            out.push_str(apart(words.end..range.end));
        }
    }

    fn write_slice(&self, slice: &Range<usize>, out: &mut String) {
        for (number, line) in lines(self.text, slice).into_iter().enumerate() {
            if number > 0 {
                out.push_str("\n> ");
            }
            self.write_line(&line, out);
        }
    }

    fn write_line(&self, line: &Range<usize>, out: &mut String) {
        let mut at = line.start;
        for bold in self.bold_in(line) {
            self.escaper.write(at..bold.start, at == line.start, out);
            out.push_str("**");
            self.write_bold(&bold, out);
            out.push_str("**");
            at = bold.end;
        }
        self.escaper.write(at..line.end, at == line.start, out);
    }

    /// Discord reads what is inside a mark as a text of its own, with its own first line.
    fn write_bold(&self, bold: &Range<usize>, out: &mut String) {
        let within = |part: &&Range<usize>| bold.start <= part.start && part.end <= bold.end;
        let Some(underlined) = self.underlined.filter(within) else {
            return self.escaper.write(bold.clone(), true, out);
        };
        self.escaper.write(bold.start..underlined.start, true, out);
        out.push_str("__");
        self.escaper.write(underlined.clone(), true, out);
        out.push_str("__");
        self.escaper.write(underlined.end..bold.end, false, out);
    }

    /// What is bold on `line`. Bold ends with its line, holds no blanks at its ends (Discord would
    /// show the asterisks of an empty one), and two that meet are one.
    fn bold_in(&self, line: &Range<usize>) -> Vec<Range<usize>> {
        let mut bold: Vec<Range<usize>> = self
            .bold
            .iter()
            .map(|bold| bold.start.max(line.start)..bold.end.min(line.end))
            .filter(|part| part.start < part.end)
            .map(|part| trim(self.text, part))
            .filter(|part| !part.is_empty())
            .collect();
        bold.dedup_by(|next, part| {
            let meet = !self.has_words(part.end..next.start);
            if meet {
                part.end = next.end;
            }
            meet
        });
        bold
    }
}

/// The lines of a slice, whichever way its line breaks are written.
fn lines(text: &str, slice: &Range<usize>) -> Vec<Range<usize>> {
    let mut lines = Vec::new();
    let mut start = slice.start;
    let part = &text[slice.clone()];
    for (at, line_break) in part.match_indices(LINE_BREAKS) {
        let at = slice.start + at;
        // The second half of a CRLF ends no line of its own.
        if line_break == "\n" && text[..at].ends_with('\r') && at > slice.start {
            start = at + 1;
            continue;
        }
        lines.push(start..at);
        start = at + line_break.len();
    }
    lines.push(start..slice.end);
    lines
}
