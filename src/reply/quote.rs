//! An answer as a member reads it: one box a quote, best first, its attribution below it.

use super::block::block_quote;
use super::locale::Locale;
use super::truncate::clip;
use super::{AMBER, Embed, GREEN, GREY, Reply, SEPARATOR};
use super::{escape, formats, limits, link, messages, stacked};
use crate::answer::{Answer, Quote, Reason, Verdict};
use crate::passage::Source;

/// The longest quote that answers: a long paragraph, and still no wall of text on a phone.
const BEST_QUOTE: usize = 1_800;
/// The longest of the quotes below it, unless their answering sentence is longer: that and a little
/// around it.
const FURTHER_QUOTE: usize = 360;
/// The room of the marks of a cut at both ends.
const CUT_MARKS: usize = 16;
/// The room of the marks around what is underlined.
const UNDERLINE: usize = 4;
/// The longest part of an attribution; more than that is no name and no date.
const ATTRIBUTION_PART: usize = 120;

/// The longest word of the question that is repeated.
const MISSING_WORD: usize = 80;

/// How the boxes of one answer look.
#[derive(Clone, Copy)]
struct BoxStyle {
    colour: u32,
    /// The longest first quote.
    best: usize,
    /// Whether a sentence stands out as the answer.
    bold: bool,
    /// In whose words its place is written.
    locale: Locale,
}

/// What a member reads for `answer`.
#[must_use]
pub fn answer(answer: &Answer, locale: Locale) -> Reply {
    let missing = missing(&answer.missing, locale);
    let (content, colour) = match answer.verdict {
        Verdict::Answered => (String::new(), GREEN),
        Verdict::Weak => (lines([messages::weak(locale), missing]), AMBER),
        Verdict::None => {
            let nearest = match answer.worth_reading() {
                [] => String::new(),
                _ => messages::nearest(locale),
            };
            let reason = answer
                .reason
                .map_or_else(String::new, |reason| no_answer(reason, locale));
            (lines([reason, missing, nearest]), GREY)
        }
    };
    let answers = answer.verdict != Verdict::None;
    let style = BoxStyle {
        colour,
        best: if answers { BEST_QUOTE } else { FURTHER_QUOTE },
        bold: answers,
        locale,
    };
    Reply {
        content,
        embeds: boxes(answer.worth_reading(), style),
        ..Reply::default()
    }
}

/// What a member reads of a passage that was turned to.
#[must_use]
pub fn page(quote: &Quote, locale: Locale) -> Reply {
    let style = BoxStyle {
        colour: GREY,
        best: limits::DESCRIPTION,
        bold: true,
        locale,
    };
    Reply {
        embeds: boxes(std::slice::from_ref(quote), style),
        ..Reply::default()
    }
}

/// Why there is no answer.
fn no_answer(reason: Reason, locale: Locale) -> String {
    match reason {
        Reason::NothingFound => messages::nothing_found(locale),
        Reason::TooLittleFound => messages::too_little_found(locale),
        Reason::NothingToLookUp => messages::nothing_to_look_up(locale),
        Reason::SmallTalk => messages::help(locale, "/ask"),
        Reason::SeveralDocuments => messages::several_documents(locale),
    }
}

/// What of the question nothing was found about; empty where that is not known.
fn missing(words: &[String], locale: Locale) -> String {
    if words.is_empty() {
        return String::new();
    }
    let words: Vec<String> = words
        .iter()
        .map(|word| clip(word, MISSING_WORD, escape::line))
        .collect();
    messages::nothing_about(locale, &formats::list(&words, locale))
}

fn lines(lines: impl IntoIterator<Item = String>) -> String {
    join(lines, "\n")
}

/// As many of the quotes as fit into one message; the first always does.
fn boxes(quotes: &[Quote], style: BoxStyle) -> Vec<Embed> {
    let above = std::iter::once(None).chain(quotes.iter().map(Some));
    let boxes = quotes.iter().zip(above);
    stacked(boxes.map(|(quote, above)| boxed(quote, above, style)))
}

/// A quote in its box; `above` is the quote in the box above it.
fn boxed(quote: &Quote, above: Option<&Quote>, style: BoxStyle) -> Embed {
    let limit = if above.is_none() {
        style.best
    } else {
        FURTHER_QUOTE
    };
    let highlights = quote.highlights.as_slice();
    let bold = if style.bold { highlights } else { &[] };
    let underlined = quote.answer.as_ref().filter(|_| style.bold);
    let limit = limit.max(room_for_answer(quote)).min(limits::DESCRIPTION);
    // A row without its header, or an item without its lead-in, says little.
    let (first, others) = highlights.split_at(highlights.len().min(1));
    let focus = [first, &quote.context, others].concat();
    let mut embed = Embed {
        description: block_quote(&quote.text, &focus, bold, underlined, limit),
        colour: style.colour,
        ..Embed::default()
    };
    // What the box above says of the document need not be said twice.
    let named = above.is_none_or(|above| above.source.document != quote.source.document);
    attribute(&mut embed, quote, named, style.locale);
    embed
}

/// What the first answering sentence takes by itself, with the marks of what is cut around it: an
/// answer is never cut to save room.
fn room_for_answer(quote: &Quote) -> usize {
    let Some(sentence) = quote.highlights.first() else {
        return 0;
    };
    let sentence = &quote.text[sentence.clone()];
    let whole = 0..sentence.len();
    let written = block_quote(
        sentence,
        &[],
        std::slice::from_ref(&whole),
        None,
        limits::DESCRIPTION,
    );
    limits::length(&written) + CUT_MARKS + UNDERLINE
}

/// Writes where `quote` comes from into its box; `named` says whether that includes the document.
pub(super) fn attribute(embed: &mut Embed, quote: &Quote, named: bool, locale: Locale) {
    let source = &quote.source;
    let place = [section(quote), paragraphs(quote, locale)];
    if !named {
        embed.footer = join(place, SEPARATOR);
        return;
    }
    embed.title = clip(&source.title, limits::TITLE, escape::line);
    if !embed.title.is_empty() {
        embed.url = source.url.as_deref().and_then(link).map(str::to_owned);
    }
    let [section, paragraph] = place;
    embed.footer = if section.is_empty() {
        join([origin(source), paragraph], SEPARATOR)
    } else {
        let place = join([section, paragraph], SEPARATOR);
        join([origin(source), place], "\n")
    };
}

/// The paragraphs that the quote's passage joins, and how many its document has: reading on goes to
/// the one after the last of them.
pub(super) fn paragraphs(quote: &Quote, locale: Locale) -> String {
    formats::paragraphs_of(
        quote.paragraph,
        quote.last_paragraph,
        quote.paragraphs,
        locale,
    )
}

/// Who published the document, who wrote it, and when, as printed.
fn origin(source: &Source) -> String {
    let parts = [&source.publisher, &source.author, &source.date]
        .map(|part| part.as_deref().unwrap_or_default())
        .map(|part| clip(part, ATTRIBUTION_PART, escape::one_line));
    join(parts, SEPARATOR)
}

/// The heading the quote stands under; none where that is the document's title.
fn section(quote: &Quote) -> String {
    match quote.headings.last() {
        Some(heading) if *heading != quote.source.title => {
            clip(heading, ATTRIBUTION_PART, escape::one_line)
        }
        _ => String::new(),
    }
}

/// The parts that are there, with `separator` between them.
fn join(parts: impl IntoIterator<Item = String>, separator: &str) -> String {
    let mut parts = Vec::from_iter(parts);
    parts.retain(|part| !part.is_empty());
    parts.join(separator)
}
