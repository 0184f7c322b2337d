//! What a member reads of a *verification*: for each text, whether it stands in the articles, and
//! the passage where it does, the common words in bold.

use super::block::block_quote;
use super::quote::attribute;
use super::truncate::clip;
use super::{AMBER, Embed, GREEN, GREY, Locale, Reply};
use super::{escape, limits, messages, stacked};
use crate::verification::{Finding, Verified};

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
const SHOWN: usize = 900;
/// The longest part of a text that was not found.
const TEXT: usize = 200;

/// What came of each text, as far as one message holds it, and how many of `all` texts there are
/// beside.
#[must_use]
pub fn verified(results: &[(&str, Verified)], all: usize, locale: Locale) -> Reply {
    let results = results.iter().take(MOST_TEXTS);
    let embeds = stacked(results.map(|(text, result)| found(text, result, all > 1, locale)));
    let left_out = all.saturating_sub(embeds.len());
    let content = (left_out > 0).then(|| messages::more(locale, left_out));
    Reply {
        content: content.unwrap_or_default(),
        embeds,
        ..Reply::default()
    }
}

fn found(text: &str, result: &Verified, several: bool, locale: Locale) -> Embed {
    let (said, colour) = match result.finding {
        Finding::Exact => (words::verify_exact(locale), GREEN),
        Finding::Typography => (words::verify_typography(locale), GREEN),
        Finding::Words => (words::verify_words(locale), AMBER),
        Finding::Part { words, of } => (words::verify_part(locale, words, of), AMBER),
        Finding::Stretch => (words::verify_stretch(locale), AMBER),
        Finding::Nowhere => (words::verify_nowhere(locale), GREY),
    };
    let mut embed = Embed {
        colour,
        ..Embed::default()
    };
    let below = match &result.quote {
        Some(quote) => {
            attribute(&mut embed, quote, true, locale);
            block_quote(
                &quote.text,
                &quote.highlights,
                &quote.highlights,
                None,
                SHOWN,
            )
        }
        // Which of several texts it is; a single one stands above anyway.
        None if several => format!("> {}", clip(text, TEXT, escape::line)),
        None => String::new(),
    };
    embed.description = clip(&said, limits::DESCRIPTION - SHOWN, str::to_owned);
    if !below.is_empty() {
        embed.description = format!("{}\n{below}", embed.description);
    }
    embed
}
