//! The *parts* of a block of text: its lines that only say what the others answer (questions,
//! lead-ins, bold lines), and what stands below them.

use std::ops::Range;

use super::lines::lines;
use super::sentences::sentences;
use super::{has_words, trim};
use crate::language::Language;
use crate::language::lexicon::ANY;
use crate::passage::{Part, Role};

/// A line that asks or leads in has at most this many bytes; a longer one is prose.
const LONGEST_HEAD: usize = 300;

/// A block of a document: one paragraph as it is counted.
#[derive(Debug)]
pub(super) struct Block {
    /// Without blanks at its ends.
    pub span: Range<usize>,
    /// The headings above it, outermost first.
    pub headings: Vec<String>,
    /// In the order of the text, disjoint, never empty.
    pub parts: Vec<Part>,
    /// What it does for the block below it.
    pub opens: Opens,
    /// Blocks that were divided out of one list or table have the same number.
    pub run: usize,
    /// Nothing above it belongs to it.
    pub stands_apart: bool,
    /// What stands before it in another passage and is needed to understand it.
    pub context: Vec<Range<usize>>,
}

/// What a block does for the block below it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Opens {
    /// It stands for itself.
    Nothing,
    /// It leads in to the block below.
    LeadIn,
    /// It asks what the blocks below answer.
    Question,
    /// It is a bold line, a heading by its look.
    Title,
}

impl Block {
    /// A block of prose, a question or a lead-in, by its look.
    pub(super) fn of_text(text: &str, span: Range<usize>, headings: Vec<String>) -> Self {
        let (parts, opens) = of_text(text, span.clone());
        Self {
            headings,
            parts,
            opens,
            ..Self::of_prose(span)
        }
    }

    /// A block that is prose whatever its look, without a heading.
    pub(super) fn of_prose(span: Range<usize>) -> Self {
        Self {
            parts: vec![part(span.clone(), Role::Text)],
            span,
            headings: Vec::new(),
            opens: Opens::Nothing,
            run: 0,
            stands_apart: false,
            context: Vec::new(),
        }
    }
}

/// A part that can be understood without others.
pub(super) fn part(span: Range<usize>, role: Role) -> Part {
    Part {
        span,
        role,
        context: Vec::new(),
    }
}

/// Divides a block of text into parts, and says what it does for the block below.
pub(super) fn of_text(text: &str, span: Range<usize>) -> (Vec<Part>, Opens) {
    let rows: Vec<Row> = rows(text, &span);
    let heads: Vec<Option<Opens>> = (0..rows.len()).map(|at| head(&rows, at)).collect();
    let mut divider = Divider::new(text);
    for (row, head) in rows.iter().zip(&heads) {
        match head {
            Some(opens) => divider.head(row.span.clone(), *opens),
            None => divider.text(row.span.clone()),
        }
    }
    divider.finish()
}

/// A line of a block, without blanks and quotation marks at its start.
struct Row<'t> {
    span: Range<usize>,
    line: &'t str,
}

fn rows<'t>(text: &'t str, span: &Range<usize>) -> Vec<Row<'t>> {
    lines(&text[span.clone()])
        .map(|row| {
            let row = row.start + span.start..row.end + span.start;
            let line = &text[row.clone()];
            let marks = line.len() - line.trim_start_matches([' ', '\t', '>']).len();
            let span = trim(text, row.start + marks..row.end);
            Row {
                line: &text[span.clone()],
                span,
            }
        })
        .filter(|row| has_words(row.line))
        .collect()
}

/// Whether a line asks, leads in or is a heading by its look.
///
/// In wrapped prose a line may end with a colon or a question mark by chance: then the line above it
/// ends no sentence. A question counts where it is the first line, or the first line is a head too.
fn head(rows: &[Row], at: usize) -> Option<Opens> {
    let line = rows[at].line;
    let is_last = at + 1 == rows.len();
    if is_bold(line) {
        return Some(Opens::Title);
    }
    let starts = at == 0 || ends(rows[at - 1].line);
    if !starts || line.len() > LONGEST_HEAD {
        return None;
    }
    if asks(line) {
        let opens = at == 0 || is_head(rows[0].line);
        return (opens && (!is_last || at == 0 || rows.len() == 1 || is_labelled(line)))
            .then_some(Opens::Question);
    }
    // The end of a block leads in to the next block; its last sentence is found by itself.
    (leads_in(line) && (!is_last || !has_sentences(line))).then_some(Opens::LeadIn)
}

fn is_head(line: &str) -> bool {
    is_bold(line) || asks(line) || leads_in(line)
}

/// Whether nothing of a line's sentence stands on the next line.
fn ends(line: &str) -> bool {
    is_bold(line)
        || without_marks(line)
            .ends_with(['.', '!', '?', '…', '。', '！', '？', '؟', ':', '：', '।'])
}

/// Whether a line is bold from end to end, but for what is no word.
pub(super) fn is_bold(line: &str) -> bool {
    ["**", "__"].iter().any(|mark| {
        let (Some(first), Some(last)) = (line.find(mark), line.rfind(mark)) else {
            return false;
        };
        let inner = line.get(first + mark.len()..last).unwrap_or_default();
        !has_words(&line[..first])
            && !has_words(&line[last + mark.len()..])
            && has_words(inner)
            && !inner.contains(mark)
    })
}

/// Whether a line starts with a bold label, as in "**Support:** open a ticket".
fn starts_with_label(line: &str) -> bool {
    let bold = line
        .strip_prefix("**")
        .and_then(|rest| rest.split_once("**"));
    bold.is_some_and(|(label, rest)| {
        has_words(label) && (label.ends_with([':', '：', '.']) || rest.starts_with([':', '：']))
    })
}

/// Whether a line is one question, or is marked as one.
pub(super) fn asks(line: &str) -> bool {
    let bare = without_marks(line);
    let asks = bare.ends_with(['?', '？', '؟', '\u{37e}']);
    is_labelled(line) || asks && line.len() <= LONGEST_HEAD && !has_sentences(bare)
}

fn is_labelled(line: &str) -> bool {
    let line = line.trim_start_matches(|c: char| !c.is_alphanumeric());
    let Some((label, rest)) = line.split_once([':', '：', '.', ')']) else {
        return false;
    };
    let dotted = line[label.len()..].starts_with(['.', ')']);
    let label = label
        .trim_end_matches(|c: char| !c.is_alphabetic())
        .to_lowercase();
    ANY.questions.labels.contains(&label)
        && has_words(rest)
        && (!dotted || without_marks(rest).ends_with(['?', '？']))
}

fn leads_in(line: &str) -> bool {
    without_marks(line).ends_with([':', '：'])
}

/// Whether a sentence ends within a line.
fn has_sentences(line: &str) -> bool {
    line.match_indices(['.', '!', '?', '。', '！', '？'])
        .any(|(at, mark)| {
            let rest = &line[at + mark.len()..];
            let blank = rest.starts_with(char::is_whitespace) || mark.len() > 1;
            blank
                && has_words(rest)
                && !rest.trim_start().starts_with(char::is_lowercase)
                && !line[..at].ends_with(|c: char| c.is_numeric())
        })
}

/// A line without the marks of emphasis, quotations and brackets at its end.
fn without_marks(line: &str) -> &str {
    line.trim_end_matches(|c: char| c.is_whitespace() || "*_`~\"'»”’)]」』）".contains(c))
}

/// Gathers lines into parts.
struct Divider<'t> {
    text: &'t str,
    parts: Vec<Part>,
    /// The head above what comes.
    head: Option<usize>,
    opens: Opens,
    /// Lines that are no head, not a part yet.
    run: Option<Range<usize>>,
}

impl<'t> Divider<'t> {
    fn new(text: &'t str) -> Self {
        Self {
            text,
            parts: Vec::new(),
            head: None,
            opens: Opens::Nothing,
            run: None,
        }
    }

    fn text(&mut self, span: Range<usize>) {
        if starts_with_label(&self.text[span.clone()]) {
            self.end_run();
        }
        let start = self.run.take().map_or(span.start, |run| run.start);
        self.run = Some(start..span.end);
        self.opens = Opens::Nothing;
    }

    fn head(&mut self, span: Range<usize>, opens: Opens) {
        self.end_run();
        let role = if opens == Opens::Question {
            Role::Question
        } else {
            Role::LeadIn
        };
        // A lead-in or question below a bold line stands under it, and a bold line under nothing.
        let above = self.head.filter(|_| opens == Opens::LeadIn);
        self.head = Some(self.parts.len());
        self.opens = opens;
        self.push(span, role, above);
    }

    fn end_run(&mut self) {
        if let Some(run) = self.run.take() {
            self.push(run, Role::Text, self.head);
        }
    }

    fn push(&mut self, span: Range<usize>, role: Role, above: Option<usize>) {
        let context = above.map_or_else(Vec::new, |above| {
            let mut context = self.parts[above].context.clone();
            context.push(above);
            context
        });
        self.parts.push(Part {
            span,
            role,
            context,
        });
    }

    fn finish(mut self) -> (Vec<Part>, Opens) {
        let leads = |run: &Range<usize>| leads_in(&self.text[run.clone()]);
        if let Some(run) = self.run.take_if(|run| leads(run)) {
            let said = &self.text[run.clone()];
            let last = sentences(said, Language::UNKNOWN).pop();
            let at = run.start + last.map_or(0, |last| last.start);
            if has_words(&self.text[run.start..at]) {
                self.push(trim(self.text, run.start..at), Role::Text, self.head);
            }
            self.push(at..run.end, Role::LeadIn, self.head);
            return (self.parts, Opens::LeadIn);
        }
        self.end_run();
        (self.parts, self.opens)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Checks the parts, each with `?` for a question and `:` for what leads in before it, and what
    /// the block opens.
    #[track_caller]
    fn check(text: &str, expected: &[&str], opens: Opens) {
        let (parts, found) = of_text(text, 0..text.len());
        let shown: Vec<String> = parts
            .iter()
            .map(|part| {
                let mark = match part.role {
                    Role::Question => "?",
                    Role::LeadIn => ":",
                    _ => "",
                };
                format!("{mark}{}", &text[part.span.clone()])
            })
            .collect();
        assert_eq!(shown, expected, "{text:?}");
        assert_eq!(found, opens, "{text:?}");
    }

    #[test]
    fn heads_are_told_from_prose() {
        check("One. Two.", &["One. Two."], Opens::Nothing);
        check("You need:", &[":You need:"], Opens::LeadIn);
        check(
            "It is late. You need:",
            &["It is late.", ":You need:"],
            Opens::LeadIn,
        );
        check("**Rule 1**", &[":**Rule 1**"], Opens::Title);
        check(
            "**Rule 1**\nBe kind.",
            &[":**Rule 1**", "Be kind."],
            Opens::Nothing,
        );
        check("**__Rules__** 📜", &[":**__Rules__** 📜"], Opens::Title);
        check("**a** and **b**", &["**a** and **b**"], Opens::Nothing);
        check(
            "**Rules**\nBe kind\n**Help:** open a ticket",
            &[":**Rules**", "Be kind", "**Help:** open a ticket"],
            Opens::Nothing,
        );
        check("May I?", &["?May I?"], Opens::Question);
        check(
            "**Q: May I?**\nA: No.",
            &[":**Q: May I?**", "A: No."],
            Opens::Nothing,
        );
        check("Q: Help!\nA: No.", &["?Q: Help!", "A: No."], Opens::Nothing);
        check(
            "May I?\nNo.\nMay we?\nYes.",
            &["?May I?", "No.", "?May we?", "Yes."],
            Opens::Nothing,
        );
        check("I went. Did you?", &["I went. Did you?"], Opens::Nothing);
        check(
            "He asked what\nwe did?\nNobody knew.",
            &["He asked what\nwe did?\nNobody knew."],
            Opens::Nothing,
        );
        check("One.\nBut why?", &["One.\nBut why?"], Opens::Nothing);
        check(
            "> You need:\n> salt",
            &[":You need:", "salt"],
            Opens::Nothing,
        );
    }
}
