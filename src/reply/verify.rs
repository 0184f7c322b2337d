//! What a member reads of a *verification*: for each text a verdict, how it differs from the source,
//! and the passage, the longest common run in bold.

use super::attribution::plain_small_print;
use super::block::{Excerpt, block_quote};
use super::truncate::clip;
use super::{AMBER, Embed, GREEN, GREY, Locale, Reply};
use super::{escape, limits, messages, stacked};
use crate::library::Snapshot;
use crate::verification::{Edit, EditKind, Finding, Verified};

messages::messages! { words:
    verify_exact();
    verify_typography();
    verify_words();
    verify_part(words: usize, of: usize);
    verify_stretch();
    verify_nowhere();
}

/// The most texts of one message that are told of; what is beyond is not looked at.
pub const MOST_TEXTS: usize = 5;
/// The longest part of a passage that is shown.
const SHOWN: usize = 700;
/// The longest comparison that is shown; a longer one is no help.
const COMPARED: usize = 900;
/// The longest part of a text that was not found.
const TEXT: usize = 200;

/// The verdict on each text, which was looked for in `snapshot`, as far as one message holds it, and
/// how many of `all` texts there are beside.
#[must_use]
pub fn verified(
    results: &[(&str, Verified)],
    all: usize,
    snapshot: &Snapshot,
    locale: Locale,
) -> Reply {
    let results = results.iter().take(MOST_TEXTS);
    let embeds = results.map(|(text, result)| found(text, result, all > 1, (snapshot, locale)));
    let embeds = stacked(embeds);
    let left_out = all.saturating_sub(embeds.len());
    let content = (left_out > 0).then(|| messages::more(locale, left_out));
    Reply {
        content: content.unwrap_or_default(),
        embeds,
        ..Reply::default()
    }
}

fn found(
    text: &str,
    result: &Verified,
    several: bool,
    (snapshot, locale): (&Snapshot, Locale),
) -> Embed {
    let (verdict, colour) = match result.finding {
        Finding::Exact => (words::verify_exact(locale), GREEN),
        Finding::Typography => (words::verify_typography(locale), GREEN),
        Finding::Words => (words::verify_words(locale), AMBER),
        Finding::Part { words, of } => (words::verify_part(locale, words, of), AMBER),
        Finding::Stretch => (words::verify_stretch(locale), AMBER),
        Finding::Nowhere => (words::verify_nowhere(locale), GREY),
    };
    let mut lines = vec![verdict];
    lines.extend(compared(&result.differences));
    match &result.quote {
        Some(quote) => {
            let excerpt = Excerpt {
                focus: &quote.highlights,
                around: 0,
                bold: &quote.highlights,
                underlined: None,
                limit: SHOWN,
            };
            lines.push(block_quote(&quote.text, &excerpt).text);
            lines.push(plain_small_print(quote, true, snapshot, locale));
        }
        // Which of several texts it is; a single one stands above anyway.
        None if several => lines.push(format!("> {}", clip(text, TEXT, escape::line))),
        None => {}
    }
    Embed {
        description: lines.join("\n"),
        colour,
        ..Embed::default()
    }
}

/// The text as it differs from the source: what is not there struck through, and underlined what is
/// there in its place. `None` where nothing differs or it is too long to be read so.
fn compared(differences: &[Edit]) -> Option<String> {
    let mut written = String::new();
    for edit in differences {
        let mark = match edit.kind {
            EditKind::Common => "",
            EditKind::TextOnly => "~~",
            EditKind::DocumentOnly => "__",
        };
        // Discord does not end what is struck through before an underscore.
        let is_apart = edit.spaced || mark == "__" && written.ends_with('~');
        if is_apart && !written.is_empty() {
            written.push(' ');
        }
        written.extend([mark, &escaped(&edit.text), mark]);
    }
    let fits = !written.is_empty() && limits::length(&written) <= COMPARED;
    fits.then_some(written)
}

/// A part of a comparison: what two parts could form together is escaped in each.
fn escaped(text: &str) -> String {
    let mut out = String::new();
    let line = escape::line(text);
    let mut chars = line.chars();
    while let Some(c) = chars.next() {
        match c {
            '\\' => out.extend(std::iter::once(c).chain(chars.next())),
            '~' | '[' => out.extend(['\\', c]),
            _ => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_of_a_comparison_form_nothing_together() {
        for (text, expected) in [
            ("plain", "plain"),
            ("~50 %", r"\~50 %"),
            ("~~x~~", r"\~\~x\~\~"),
            ("[click", r"\[click"),
            ("[a](b)", r"\[a](b)"),
            (r"\[a", r"\\\[a"),
            ("a*b_c", r"a\*b\_c"),
        ] {
            assert_eq!(escaped(text), expected, "{text}");
        }
    }
}
