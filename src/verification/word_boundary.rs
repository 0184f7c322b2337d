//! *Word boundaries*: a quote that ends inside a number or a compound, at the blank in `4 800`, the
//! minus in `-5` or the hyphen in `non-lieu`, is of another number or word.

use std::ops::Range;

use super::tokens::{is_dash, is_minus};

/// Digits of a long number that stand together.
const GROUP: usize = 3;

/// Whether a byte range of a text begins or ends inside a number or a compound.
pub(super) fn splits_word(text: &str, stretch: Range<usize>) -> bool {
    is_inside_word(text, stretch.start)
        || is_inside_word(text, stretch.end)
        || is_below_zero(text, stretch.start)
}

/// Whether what stands on both sides of a byte of a text is one number or compound.
fn is_inside_word(text: &str, at: usize) -> bool {
    let is_gap = |c: char| !c.is_alphanumeric();
    let (left, right) = text.split_at(at);
    let (before, behind) = (
        left.trim_end_matches(is_gap),
        right.trim_start_matches(is_gap),
    );
    let gap = &text[before.len()..text.len() - behind.len()];
    let (Some(left), Some(right)) = (before.chars().next_back(), behind.chars().next()) else {
        return false;
    };
    if left.is_numeric() && right.is_numeric() {
        return groups_digits(before, gap, behind) || only(gap).is_some_and(divides_numbers);
    }
    only(gap).is_some_and(is_hyphen)
}

/// Whether a gap between digits is a blank that groups them, as in `4 800`: with three digits behind
/// it and no more before it.
fn groups_digits(before: &str, gap: &str, behind: &str) -> bool {
    let is_blank = |c: char| c.is_whitespace() && !matches!(c, '\n' | '\r');
    let digits = |c: &char| c.is_numeric();
    !gap.is_empty()
        && gap.chars().all(is_blank)
        && before.chars().rev().take_while(digits).count() <= GROUP
        && behind.chars().take_while(digits).count() == GROUP
}

/// Whether a minus stands before a number that begins here.
fn is_below_zero(text: &str, at: usize) -> bool {
    let before = text[..at].chars().next_back();
    before.is_some_and(|c| divides_numbers(c) && is_minus(text, &(at - c.len_utf8()..at)))
}

/// The character of a text that has no other.
fn only(text: &str) -> Option<char> {
    let mut characters = text.chars();
    characters.next().filter(|_| characters.next().is_none())
}

/// A longer dash divides clauses, in some languages without blanks.
fn divides_numbers(c: char) -> bool {
    is_dash(c)
        && !matches!(
            c,
            '\u{2014}' | '\u{2015}' | '\u{2e3a}' | '\u{2e3b}' | '\u{fe58}'
        )
}

fn is_hyphen(c: char) -> bool {
    matches!(
        c,
        '-' | '\u{5be}' | '\u{2010}' | '\u{2011}' | '\u{fe63}' | '\u{ff0d}'
    )
}
