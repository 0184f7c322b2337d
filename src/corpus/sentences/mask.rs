//! A *mask* is a text with blanks for what is no part of a sentence, every position unmoved.

use crate::corpus::lines::lines;

/// Masks the marks of quotes, lists and code at the start of lines, and the ends of lines within
/// a sentence. The line ends that are left in the mask end a sentence. Quotation marks that point
/// inwards (»so«), as in German, are turned round (« so »).
pub(super) fn mask(text: &str) -> String {
    let mut mask = String::with_capacity(text.len());
    let mut in_code = false;
    for line in lines(text) {
        let row = &text[line.clone()];
        let markup = quote_marks(row);
        let content = &row[markup..];
        let is_fence = content.starts_with("```") || content.starts_with("~~~");
        let ends_before = in_code || is_fence || starts_anew(content);
        // What ends the line above is only now known to end a sentence, or not to.
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
        mask.push_str(&row[markup..]);
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

/// Whether a line cannot go on with the sentence of the line above.
fn starts_anew(content: &str) -> bool {
    content.trim().is_empty() || content.starts_with(['|', '#']) || list_mark(content) > 0
}

/// The length of a list item's mark and the blanks behind it, when there is more on the line.
fn list_mark(content: &str) -> usize {
    let rest = content.trim_start_matches(|c: char| c.is_ascii_digit());
    let digits = content.len() - rest.len();
    let mark = match rest.chars().next() {
        Some(c @ ('-' | '*' | '+' | '•' | '·')) if digits == 0 => c.len_utf8(),
        Some('.' | ')') if (1..=3).contains(&digits) => 1,
        _ => return 0,
    };
    let blanks = rest[mark..].len() - rest[mark..].trim_start().len();
    if blanks == 0 || rest[mark..].trim().is_empty() {
        return 0;
    }
    digits + mark + blanks
}
