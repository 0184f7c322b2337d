//! An answer as a member reads it: the answering sentence first, and in small print where it stands.
//! Where nothing surely answers, it says so in one line, and the closest sections are buttons.

use super::attribution::{plain_small_print, small_print};
use super::block::{Block, Excerpt, block_quote};
use super::controls::{self, Menu};
use super::frame::Frame;
use super::locale::Locale;
use super::truncate::clip;
use super::{Embed, GREEN, GREY, Reply};
use super::{escape, formats, limits, messages, sources};
use crate::answer::{Answer, Quote, Reason, Verdict};
use crate::library::Bookmark;

/// The longest first quote, unless its answering sentence is longer: what is read at a glance.
const FIRST_QUOTE: usize = 350;
/// The longest quote below it.
const FURTHER_QUOTE: usize = 200;
/// Another quote is shown from this share of the first one's score, and listed from that one. Of the
/// right quotes that come second or third on the community development set, most have the former,
/// and nearly all the latter.
const FURTHER: f32 = 0.8;
const LISTED: f32 = 0.7;
/// The sentences on each side of the one that answers.
const AROUND: usize = 1;
/// The longest word of the question that is repeated.
const MISSING_WORD: usize = 80;

/// What a member reads for `answer`, with at most `most` quotes.
#[must_use]
pub fn answer(answer: &Answer, most: usize, frame: &Frame<'_>) -> Reply {
    match (answer.verdict, answer.reason) {
        (Verdict::Answered, _) if answer.places.len() > 1 => Reply {
            content: messages::which_place(frame.reader.locale),
            rows: controls::places(answer, frame),
            ..Reply::default()
        },
        (Verdict::Answered, _) => quoted(answer, most, frame),
        (_, Some(Reason::SeveralDocuments)) => Reply {
            rows: controls::sections(&[], frame),
            ..sources::which_document(frame.snapshot.corpus().documents(), frame.reader.locale)
        },
        _ => closest(answer, frame),
    }
}

/// What a member reads of a passage that was turned to: all of it.
#[must_use]
pub fn page(quote: &Quote, menu: Option<Menu>, frame: &Frame<'_>) -> Reply {
    let below = small_print(quote, frame);
    let block = block_quote(
        &quote.text,
        &Excerpt {
            focus: &quote.highlights,
            around: usize::MAX,
            bold: &quote.highlights,
            underlined: None,
            limit: room_above(&below),
        },
    );
    Reply {
        embeds: vec![Embed {
            description: [block.text, below].join("\n"),
            colour: GREY,
            ..Embed::default()
        }],
        rows: controls::under_page(quote, menu, frame),
        ..Reply::default()
    }
}

/// The quotes that answer, all in one box.
fn quoted(answer: &Answer, most: usize, frame: &Frame<'_>) -> Reply {
    let Some((first, others)) = answer.quotes.split_first() else {
        return Reply::default();
    };
    let below = small_print(first, frame);
    let block = first_quote(first, room_above(&below));
    let mut description = [block.text, below].join("\n");
    let mut shown = vec![first];
    let worth = |share: f32| {
        others
            .iter()
            .filter(move |quote| quote.score >= share * first.score)
    };
    let mut listed = vec![first];
    for quote in worth(LISTED) {
        if adds_to(&listed, quote) {
            listed.push(quote);
        }
    }
    for further in worth(FURTHER) {
        if shown.len() >= most || !adds_to(&shown, further) {
            continue;
        }
        let above = shown.last().map(|above| &above.source.document);
        let named = above != Some(&further.source.document);
        let place = plain_small_print(further, named, frame.snapshot, frame.reader.locale);
        let parts = [further_quote(further), place];
        let added = parts.join("\n");
        if limits::length(&description) + limits::length(&added) + 2 > limits::DESCRIPTION {
            break;
        }
        description.extend(["\n\n", &added]);
        shown.push(further);
    }
    let whole = frame.snapshot.find(Bookmark::of(first));
    let is_whole = block.is_whole && whole.is_ok_and(|whole| whole.text == first.text);
    Reply {
        embeds: vec![Embed {
            description,
            colour: GREEN,
            ..Embed::default()
        }],
        rows: controls::under_answer(first, is_whole, &listed, frame),
        ..Reply::default()
    }
}

/// Whether a quote says something that those above it do not.
fn adds_to(above: &[&Quote], further: &Quote) -> bool {
    further.highlights.first().is_some_and(|sentence| {
        let sentence = further.text[sentence.clone()].trim().to_lowercase();
        let says = |quote: &&Quote| quote.text.to_lowercase().contains(&sentence);
        !above.iter().any(says)
    })
}

/// The room for a quote above its small print, in one box.
fn room_above(below: &str) -> usize {
    limits::DESCRIPTION.saturating_sub(limits::length(below) + 1)
}

/// What was not found, and the closest sections, or the places of which one may be meant.
fn closest(answer: &Answer, frame: &Frame<'_>) -> Reply {
    let locale = frame.reader.locale;
    let quotes = answer.worth_reading();
    let is_choice = answer.places.len() > 1;
    let missing = missing(&answer.missing, locale);
    let not_found = match answer.reason {
        Some(Reason::SmallTalk) => messages::help(locale, "/ask"),
        _ if !missing.is_empty() => missing,
        Some(Reason::NothingToLookUp) => messages::nothing_to_look_up(locale),
        Some(Reason::NothingFound) => messages::nothing_found(locale),
        Some(_) => messages::too_little_found(locale),
        None => messages::weak(locale),
    };
    let offered = match quotes {
        [] => String::new(),
        _ if is_choice => messages::which_place(locale),
        _ => messages::nearest(locale),
    };
    Reply {
        content: [not_found, offered].join("\n").trim_end().to_owned(),
        rows: if is_choice {
            controls::places(answer, frame)
        } else {
            controls::sections(quotes, frame)
        },
        ..Reply::default()
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

/// The answering sentence in bold, with what stands around it.
fn first_quote(quote: &Quote, room: usize) -> Block {
    let highlights = quote.highlights.as_slice();
    // A row without its header, or an item without its lead-in, says little.
    let (first, others) = highlights.split_at(highlights.len().min(1));
    let excerpt = Excerpt {
        focus: &[first, &quote.context, others].concat(),
        around: AROUND,
        bold: highlights,
        underlined: quote.answer.as_ref(),
        limit: FIRST_QUOTE.max(length_of_answer(quote)).min(room),
    };
    block_quote(&quote.text, &excerpt)
}

/// The answering sentence with what it needs, or its beginning, and not in bold: one sentence of an
/// answer stands out.
fn further_quote(quote: &Quote) -> String {
    let first = quote.highlights.get(..1).unwrap_or_default();
    let excerpt = Excerpt {
        focus: &[first, &quote.context].concat(),
        around: 0,
        bold: &[],
        underlined: None,
        limit: FURTHER_QUOTE,
    };
    block_quote(&quote.text, &excerpt).text
}

/// What the first answering sentence takes by itself: an answer is never cut to save room.
fn length_of_answer(quote: &Quote) -> usize {
    let excerpt = Excerpt {
        focus: quote.highlights.get(..1).unwrap_or_default(),
        around: 0,
        bold: &quote.highlights,
        underlined: quote.answer.as_ref(),
        limit: limits::DESCRIPTION,
    };
    limits::length(&block_quote(&quote.text, &excerpt).text)
}
