//! A *mask* is a text with blanks for what is no part of a sentence, every position unmoved.

use super::rows::{self, Line};
use crate::corpus::lines::{lines, list_mark};

/// Masks the marks of quotes, lists and code at the start of lines, and the ends of lines within
/// a sentence. The line ends that are left in the mask end a sentence. Quotation marks that point
/// inwards (»so«), as in German, are turned round (« so »). The exclamation mark of an image, which
/// is none, is a dash.
pub(super) fn mask(text: &str) -> String {
    let mut mask = String::with_capacity(text.len());
    let mut in_code = false;
    let rows: Vec<Line> = lines(text).map(|line| content_of(&text[line])).collect();
    let starts = rows::starts(&rows, |content| starts_anew(content) || is_fence(content));
    for (line, starts) in lines(text).zip(starts) {
        let row = &text[line.clone()];
        let markup = quote_marks(row);
        let content = &row[markup..];
        let is_fence = is_fence(content);
        let ends_before = in_code || is_fence || starts_anew(content) || starts;
        // Only this line tells whether the end of the line above ends a sentence.
        let above = &text[mask.len()..line.start];
        mask.push_str(if ends_before {
            above
        } else {
            &"  "[..above.len()]
        });
        in_code ^= is_fence;
        let markup = if is_fence {
            row.len()
        } else {
            markup + list_mark(content)
        };
        for c in row[..markup].chars() {
            mask.extend(std::iter::repeat_n(' ', c.len_utf8()));
        }
        push_without_images(&mut mask, &row[markup..]);
    }
    mask.push_str(&text[mask.len()..]);
    let points_inwards = mask
        .find(['«', '»'])
        .is_some_and(|at| mask[at..].starts_with('»'));
    if points_inwards && mask.contains('«') {
        return mask.chars().map(turn_round).collect();
    }
    mask
}

/// Appends `row` with a dash for the mark that makes a link an image (`![map](map.png)`).
fn push_without_images(mask: &mut String, row: &str) {
    let mut rest = row;
    while let Some(at) = rest.find("![") {
        let (before, image) = rest.split_at(at);
        // Elsewhere it may end a sentence that has a note: `Really![1]`.
        let is_image = before.is_empty() && rest.len() == row.len()
            || before.ends_with(|c: char| c.is_whitespace() || "([*_".contains(c));
        mask.push_str(before);
        mask.push(if is_image { '-' } else { '!' });
        rest = &image[1..];
    }
    mask.push_str(rest);
}

fn content_of(row: &str) -> Line<'_> {
    let indent = quote_marks(row);
    let content = &row[indent..];
    Line { content, indent }
}

fn turn_round(mark: char) -> char {
    match mark {
        '«' => '»',
        '»' => '«',
        other => other,
    }
}

/// The length of the blanks and the marks of a block quote at the start of a line.
fn quote_marks(row: &str) -> usize {
    row.len() - row.trim_start_matches([' ', '\t', '>']).len()
}

/// Whether a line opens or closes a block of code. With a further backtick on it, it is code within a
/// line.
fn is_fence(content: &str) -> bool {
    let behind = content.strip_prefix("```");
    behind.is_some_and(|info| !info.trim_start_matches('`').contains('`'))
        || content.starts_with("~~~")
}

/// Whether a line cannot go on with the sentence of the line above.
fn starts_anew(content: &str) -> bool {
    content.trim().is_empty() || content.starts_with(['|', '#']) || list_mark(content) > 0
}
