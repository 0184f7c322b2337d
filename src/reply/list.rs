//! A *list* shows as many lines as fit, and how many more there are.

use super::{Locale, limits, messages};

/// As many of `parts` as stay within `room` together, and how many they are.
pub(super) fn join_within(
    parts: impl Iterator<Item = String>,
    separator: &str,
    room: usize,
) -> (String, usize) {
    let mut joined = String::new();
    let mut count = 0;
    for part in parts {
        let before = if count == 0 { "" } else { separator };
        if limits::length(&joined) + limits::length(before) + limits::length(&part) > room {
            break;
        }
        joined.push_str(before);
        joined.push_str(&part);
        count += 1;
    }
    (joined, count)
}

/// As many lines as fit, and how many more there are.
pub(super) fn all_that_fit(
    lines: impl Iterator<Item = String>,
    all: usize,
    locale: Locale,
) -> String {
    let more = |count| format!("\n{}", messages::more(locale, count));
    let room = limits::DESCRIPTION - limits::length(&more(all));
    let (mut joined, shown) = join_within(lines, "\n", room);
    if shown < all {
        joined.push_str(&more(all - shown));
    }
    joined
}
