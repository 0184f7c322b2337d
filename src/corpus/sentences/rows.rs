//! *Rows* are lines that the author ended, and not the width of the page: each is a sentence.
//!
//! Rules, timetables, contacts and the like are written so, often without any full stop. Wrapped
//! text is told by its shape: no line of it has room for the first word of the next one.

use crate::corpus::lines::{NARROWEST_WRAP, WIDEST_WRAP, columns};
use crate::language::scripts::TERMINALS;

/// What stands before the first separator of a row has at most this many columns and words.
const LONGEST_KEY: (usize, usize) = (40, 5);

/// How many shapes there are.
const SHAPES: usize = 6;

/// How a row of a list without list marks starts or is set.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Shape {
    /// `1998 - …`, `10:00 …`, `12.03.2026 …`, `§ 3 …`, `a) …`
    Numbered,
    /// `2 eggs`
    Counted,
    /// `Key: value`, `Name – part`
    Keyed,
    /// `Name ....... 5 €`, or blanks that set columns apart.
    Columns,
    /// `**Key** …`
    Bold,
    /// `✅ …`, `/command …`, `@role …`
    Symbol,
}

/// A line without the blanks and quote marks before it, and the length of those.
pub(super) struct Line<'t> {
    pub content: &'t str,
    pub indent: usize,
}

/// Of each of the lines, whether it starts a sentence wherever the one above is; `is_anew` tells
/// which start a new block.
pub(super) fn starts(lines: &[Line], is_anew: impl Fn(&str) -> bool) -> Vec<bool> {
    let widest = lines.iter().map(|line| columns(line.content)).max();
    let mut starts = Vec::with_capacity(lines.len());
    let mut rest = lines;
    while let Some(first) = rest.first() {
        let below = rest[1..].iter().position(|line| is_anew(line.content));
        let length = match below {
            _ if first.content.trim().is_empty() => 1,
            Some(at) => at + 1,
            None => rest.len(),
        };
        let (lines, below) = rest.split_at(length);
        let shapes: Vec<Option<Shape>> = lines.iter().map(|line| shape(line.content)).collect();
        let mut counts = [0; SHAPES];
        for shape in shapes.iter().flatten() {
            counts[*shape as usize] += 1;
        }
        let run = Run {
            lines: lines.iter().map(|line| line.content).collect(),
            shapes,
            counts,
            bold: lines
                .iter()
                .filter(|line| is_all_bold(line.content))
                .count(),
            is_item: is_anew(first.content) || lines.iter().any(|line| line.indent > first.indent),
            widest: widest.unwrap_or_default(),
        };
        starts.extend(run.starts());
        rest = below;
    }
    starts
}

/// Lines that follow each other within one block.
struct Run<'t> {
    lines: Vec<&'t str>,
    shapes: Vec<Option<Shape>>,
    /// How many lines there are of each shape.
    counts: [usize; SHAPES],
    /// How many lines are all bold.
    bold: usize,
    /// Whether it is the item of a list, whose lines are set apart by its mark.
    is_item: bool,
    /// The columns of the widest line of the text.
    widest: usize,
}

impl Run<'_> {
    fn starts(&self) -> Vec<bool> {
        let mut starts = vec![false; self.lines.len()];
        // From below, because whether a line starts a sentence depends on how the sentence ends.
        let mut ends_with_stop = false;
        let is_list = self.is_list();
        let is_unwrapped = self.is_unwrapped();
        for at in (1..self.lines.len()).rev() {
            ends_with_stop = has_stop(self.lines[at]) || ends_with_stop;
            let (above, line) = (self.lines[at - 1], self.lines[at]);
            // A lead-in with only one line below it goes on with that line.
            let is_lead_in = above.trim_end().ends_with([':', '：']);
            let leads_to_the_end = is_lead_in && at + 1 == self.lines.len();
            starts[at] = !goes_on(above)
                && !leads_to_the_end
                && (self.is_heading(at)
                    || self.is_heading(at - 1)
                    || self.is_row(at)
                    || is_list
                    || is_capital(line) && !has_stop_at_end(above) && self.is_ended(at)
                    || !self.is_item
                        && !ends_with_stop
                        && !has_stop(above)
                        && (is_unwrapped || self.is_ended(at)));
            if starts[at] {
                ends_with_stop = false;
            }
        }
        starts
    }

    /// Whether the line at `at` is one of several of the same shape that make up the run.
    fn is_row(&self, at: usize) -> bool {
        let Some(shape) = self.shapes[at] else {
            return false;
        };
        let alike = self.counts[shape as usize];
        let all = self.lines.len();
        match shape {
            Shape::Counted => alike >= 2 && alike * 3 >= all * 2,
            _ => alike >= 2 && (alike * 2 >= all || self.has_room(at)),
        }
    }

    /// Whether all lines start with a capital or a number and none ends a sentence, as no wrapped
    /// text does for long.
    fn is_list(&self) -> bool {
        let starts =
            |line: &str| bare(line).starts_with(|c: char| c.is_uppercase() || c.is_numeric());
        let (last, above) = self.lines.split_last().unwrap_or((&"", &[]));
        self.lines.len() > 3
            && self.lines.iter().all(|line| starts(line))
            && !above.iter().any(|line| has_stop(line) || goes_on(line))
            && !has_stop(last.trim_end().trim_end_matches('.'))
    }

    /// Whether several lines are not as a machine or a careful author wraps text, which leaves no line
    /// on which the next word would have fitted.
    fn is_unwrapped(&self) -> bool {
        let fits = |at: &usize| self.joined(*at) <= self.widest;
        let below = 1..self.lines.len();
        below.len() > 1 && below.clone().filter(fits).count() * 2 >= below.len()
    }

    /// The columns that the line above `at` would have with the first word at `at`.
    fn joined(&self, at: usize) -> usize {
        let word = self.lines[at].split_whitespace().next().unwrap_or_default();
        columns(self.lines[at - 1].trim_end()) + 1 + word.chars().count()
    }

    /// Whether the line at `at` is all bold, and no part of wrapped text.
    fn is_heading(&self, at: usize) -> bool {
        let line = self.lines[at];
        is_all_bold(line)
            && !bare(line).starts_with(char::is_lowercase)
            && (self.bold > 1 || at == 0 || self.has_room(at) || self.has_room(at + 1))
    }

    /// Whether the line above `at` was not ended by the width of the page.
    fn is_ended(&self, at: usize) -> bool {
        !(NARROWEST_WRAP..=WIDEST_WRAP).contains(&self.widest) || self.has_room(at)
    }

    /// Whether the line above `at` has room for the first word at `at`.
    fn has_room(&self, at: usize) -> bool {
        at < self.lines.len() && self.joined(at) <= self.widest / 4 * 3
    }
}

/// Whether a sentence cannot end with `line`.
fn goes_on(line: &str) -> bool {
    line.trim_end().ends_with([
        ',', ';', '-', '–', '—', '(', '[', '/', '&', '+', '،', '、', '，', '；',
    ]) && !is_all_bold(line)
}

/// Whether a sentence ends within `line` or with it.
fn has_stop(line: &str) -> bool {
    let mut rest = line;
    while let Some(at) = rest.find(TERMINALS) {
        let (before, stop) = rest.split_at(at);
        let after = stop.trim_start_matches(|c: char| !c.is_alphanumeric() && !c.is_whitespace());
        let marks = &stop[..stop.len() - after.len()];
        // A number, an initial and an abbreviation such as `e.g.` end no sentence.
        let word = before
            .rsplit(|c: char| !c.is_alphanumeric())
            .next()
            .unwrap_or_default();
        let is_short = word.chars().count() < 2 || word.chars().all(|c| c.is_ascii_digit());
        let ends = after.is_empty() || after.starts_with(char::is_whitespace);
        if marks.contains(['。', '！', '？']) || !is_short && ends {
            return true;
        }
        rest = after;
    }
    false
}

/// Whether `line` ends with a mark that ends sentences. Whether a sentence really ends there is not
/// looked at.
fn has_stop_at_end(line: &str) -> bool {
    line.trim_end().ends_with(TERMINALS)
}

/// Whether `line` starts with a capital or a letter without case, behind marks.
fn is_capital(line: &str) -> bool {
    bare(line).starts_with(|c: char| c.is_alphabetic() && !c.is_lowercase())
}

/// `line` without the marks before its first word.
fn bare(line: &str) -> &str {
    line.trim_start_matches([
        '*', '_', '~', '`', '[', '(', '"', '“', '„', '«', '¿', '¡', ' ', '「', '\'', '|',
    ])
}

/// Whether a line is bold from end to end.
fn is_all_bold(line: &str) -> bool {
    let line = line.trim().trim_end_matches([':', '：']);
    ["**", "__"].iter().any(|mark| {
        line.starts_with(mark) && line.ends_with(mark) && line.matches(mark).count() == 2
    })
}

fn shape(line: &str) -> Option<Shape> {
    let line = line.trim();
    let first = line.chars().next()?;
    if line.starts_with("**") || line.starts_with("__") {
        Some(Shape::Bold)
    } else if let Some(shape) = numbered(bare(line)) {
        Some(shape)
    } else if is_symbol(first) || first == ':' && line.matches(':').count() > 1 {
        Some(Shape::Symbol)
    } else if [" …", " ...", "....", "……", "\t"]
        .iter()
        .any(|mark| line.contains(mark))
        || has_gap(line)
    {
        Some(Shape::Columns)
    } else {
        is_keyed(line).then_some(Shape::Keyed)
    }
}

/// The shape of a line that starts with a number, a date, a time or a letter in brackets.
fn numbered(line: &str) -> Option<Shape> {
    let number = line.trim_start_matches(|c: char| c.is_numeric() || ".:/-–".contains(c));
    let (number, rest) = line.split_at(line.len() - number.len());
    let rest = rest.trim_start_matches([']', ')', '*', '_']);
    if !number.starts_with(char::is_numeric) {
        let letter = line.strip_prefix(|c: char| c.is_alphanumeric());
        return letter
            .is_some_and(|rest| rest.starts_with(") "))
            .then_some(Shape::Numbered);
    }
    let separated = rest
        .trim_start()
        .starts_with(['-', '–', '—', ':', '|', '→', '=', '·']);
    let has_parts = number.chars().skip(1).any(|c| ".:/-–".contains(c))
        || number.starts_with(|c: char| !c.is_ascii());
    let is_closed = line[number.len()..].starts_with([')', ']']);
    if rest.trim().is_empty() || !rest.starts_with(char::is_whitespace) && !separated {
        None
    } else if separated
        || has_parts
        || is_closed
        || rest.starts_with(['\t'])
        || rest.starts_with("  ")
    {
        Some(Shape::Numbered)
    } else {
        Some(Shape::Counted)
    }
}

/// Whether `c` starts a row as a mark before it.
fn is_symbol(c: char) -> bool {
    let is_mark = "\"'“”„«»‘’‚([{<>*_~`-–—.,;¿¡「『（（…|\\^+%".contains(c);
    !c.is_alphanumeric() && !c.is_whitespace() && !is_mark && c != ':'
}

/// Whether blanks set columns apart, and not sentences.
fn has_gap(line: &str) -> bool {
    line.find("  ")
        .map(|at| &line[..at])
        .is_some_and(|before| !has_stop_at_end(before))
}

/// Whether a few words stand before a separator.
fn is_keyed(line: &str) -> bool {
    let separators = [": ", "：", " - ", " – ", " — ", " = ", " → ", " | ", " · "];
    let key = separators
        .iter()
        .filter_map(|separator| line.find(separator))
        .min()
        .map(|at| &line[..at]);
    let (most_columns, most_words) = LONGEST_KEY;
    key.is_some_and(|key| {
        columns(key) <= most_columns
            && key.split_whitespace().count() <= most_words
            && !key.starts_with(char::is_lowercase)
            && !key.contains([',', '.', '!', '?', '。', '、'])
    })
}
