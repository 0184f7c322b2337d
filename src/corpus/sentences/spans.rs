//! *Spans* are what opens and closes within a sentence and is not divided: quotations, brackets,
//! emphasis and code.

use std::ops::Range;

/// A quotation longer than this many bytes may be divided inside.
const LONG_QUOTATION: usize = 300;

/// What is emphasised at more than this many bytes may be divided inside.
const LONG_EMPHASIS: usize = 800;

/// Marks of emphasis and of code, longer ones before those they start with.
const MARKS: [&str; 9] = ["***", "**", "__", "~~", "||", "``", "*", "_", "`"];

/// Short quotations and brackets, outermost only, from the opening mark to behind the closing one.
pub(super) fn quotations(mask: &str) -> Vec<Range<usize>> {
    let mut open: Vec<(char, usize)> = Vec::new();
    let mut found: Vec<Range<usize>> = Vec::new();
    let mut before = None;
    for (at, mark) in mask.char_indices() {
        let before = before.replace(mark);
        let close = match mark {
            '"' if open.last().is_none_or(|(close, _)| *close != '"')
                && before.is_none_or(|c: char| c.is_whitespace() || "([«“„*_".contains(c)) =>
            {
                '"'
            }
            '«' => '»',
            '„' => '“',
            '“' if open.last().is_none_or(|(close, _)| *close != '“') => '”',
            '「' => '」',
            '『' => '』',
            '(' => ')',
            '（' => '）',
            '\n' | '\r' => {
                open.clear();
                continue;
            }
            _ => {
                if let Some(&(close, start)) = open.last()
                    && close == mark
                {
                    open.pop();
                    let quotation = start..at + mark.len_utf8();
                    if quotation.len() <= LONG_QUOTATION {
                        take_outer(&mut found, quotation);
                    }
                }
                continue;
            }
        };
        open.push((close, at));
    }
    found
}

/// Emphasis and code, outermost only, with their marks. None reaches over the end of a line that
/// is left in the mask.
pub(super) fn emphasis(mask: &str) -> Vec<Range<usize>> {
    let mut open: Vec<(&str, usize)> = Vec::new();
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(c) = mask[at..].chars().next() {
        let rest = &mask[at..];
        let Some(sign) = MARKS.into_iter().find(|sign| rest.starts_with(*sign)) else {
            if matches!(c, '\n' | '\r') {
                open.clear();
            }
            at += c.len_utf8();
            continue;
        };
        let (before, after) = (
            mask[..at].chars().next_back(),
            rest[sign.len()..].chars().next(),
        );
        let touches = |c: Option<char>| c.is_some_and(|c| !c.is_whitespace());
        let in_word = |c: Option<char>| sign.len() == 1 && c.is_some_and(char::is_alphanumeric);
        let opener = open.iter().rposition(|(opening, _)| *opening == sign);
        match opener {
            Some(opener) if touches(before) && !in_word(after) => {
                let span = open[opener].1..at + sign.len();
                if span.len() <= LONG_EMPHASIS {
                    take_outer(&mut found, span);
                }
                open.truncate(opener);
            }
            None if touches(after) && !in_word(before) => open.push((sign, at)),
            _ => {}
        }
        at += sign.len();
    }
    found
}

/// Adds a span in place of those inside it.
fn take_outer(found: &mut Vec<Range<usize>>, span: Range<usize>) {
    while found.last().is_some_and(|inner| inner.start > span.start) {
        found.pop();
    }
    found.push(span);
}

/// The span that `at` is inside of, among ordered disjoint ones.
pub(super) fn around(spans: &[Range<usize>], at: usize) -> Option<&Range<usize>> {
    let after = spans.partition_point(|span| span.start < at);
    let span = spans[..after].last()?;
    (at < span.end).then_some(span)
}

/// `range` without a mark of emphasis at its ends whose counterpart is outside.
pub(super) fn without_lone_marks(mask: &str, range: Range<usize>) -> Range<usize> {
    let mut range = range;
    for _ in 0..MARKS.len() {
        let text = &mask[range.clone()];
        let lone = |mark: &&str| text.matches(mark as &str).count() % 2 == 1;
        let marks = || MARKS.into_iter().filter(|mark| mark.len() > 1);
        if let Some(mark) = marks().find(|mark| text.starts_with(*mark) && lone(mark)) {
            range.start += mark.len();
        } else if let Some(mark) = marks().find(|mark| text.ends_with(*mark) && lone(mark)) {
            range.end -= mark.len();
        }
    }
    range
}
