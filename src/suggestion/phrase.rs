//! A *phrase* is a text on one line, without Markdown and short enough to be suggested.

use unicode_segmentation::UnicodeSegmentation;

/// The longest suggestion, in UTF-16 units: it is read in one line.
pub const MAX_SUGGESTION_UNITS: usize = 100;

const ELLIPSIS: char = '…';

/// A text as it is suggested, its end cut off if it is too long; none where no word is left.
pub(super) fn phrase(text: &str) -> Option<String> {
    let plain = plain(text);
    let short = if units(&plain) <= MAX_SUGGESTION_UNITS {
        plain
    } else {
        cut(&plain)
    };
    short.contains(char::is_alphanumeric).then_some(short)
}

/// A text without line breaks, marks of emphasis and quotes, and addresses of links.
fn plain(text: &str) -> String {
    let unlinked = without_addresses(text);
    let line = unlinked
        .split_whitespace()
        .filter(|word| *word != ">")
        .collect::<Vec<_>>()
        .join(" ");
    line.replace(['*', '`'], "").trim().to_owned()
}

/// `[text](address)` becomes `text`.
fn without_addresses(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find("](") {
        let (before, behind) = rest.split_at(at);
        let Some(end) = behind.find([')', '\n']).filter(|_| before.contains('[')) else {
            out.push_str(before);
            out.push_str("](");
            rest = &behind[2..];
            continue;
        };
        let open = before.rfind('[').unwrap_or(0);
        out.push_str(&before[..open]);
        out.push_str(&before[open + 1..]);
        rest = &behind[end + 1..];
    }
    out + rest
}

/// As much of the beginning of `text` as there is room for beside an ellipsis: whole words, or, of a
/// word too long, whole characters.
fn cut(text: &str) -> String {
    let room = text.char_indices().scan(0, |units, (at, c)| {
        *units += c.len_utf16();
        (*units < MAX_SUGGESTION_UNITS).then_some(at + c.len_utf8())
    });
    let room = room.last().unwrap_or(0);
    let words = text.split_word_bound_indices().map(|(at, _)| at);
    let letters = text.grapheme_indices(true).map(|(at, _)| at);
    let end = last_end(text, room, words).or_else(|| last_end(text, room, letters));
    let ends = |c: char| c.is_alphanumeric() || ")]»”’%€$".contains(c);
    let kept = text[..end.unwrap_or(room)].trim_end_matches(|c| !ends(c));
    format!("{kept}{ELLIPSIS}")
}

/// The last of some ends, in their order, for which there is room and before which there is a word.
fn last_end(text: &str, room: usize, ends: impl Iterator<Item = usize>) -> Option<usize> {
    let last = ends.take_while(|end| *end <= room).last()?;
    text[..last].contains(char::is_alphanumeric).then_some(last)
}

fn units(text: &str) -> usize {
    text.encode_utf16().count()
}
