//! *Labels* of buttons that lead to passages: short, never empty, and no two the same as far as their
//! places differ.

use super::attribution::{paragraphs, section};
use super::truncate::clip;
use super::{Locale, SEPARATOR, escape, limits};
use crate::answer::Quote;
use crate::language::scripts::is_invisible;

/// The longest label of a section's button: about the width of a phone.
const SECTION: usize = 60;
/// The shortest beginning of a long heading that says enough by itself.
const SHORTEST_HEAD: usize = 12;
/// Between a heading and the one above it.
const ABOVE: &str = " › ";

/// A label for the section of each quote: its heading, or the beginning of a long one; where two are the
/// same, all of it, with the one above it, and at last with the paragraph.
pub(super) fn section_labels(quotes: &[&Quote], locale: Locale) -> Vec<String> {
    let mut labels: Vec<String> = quotes.iter().map(|quote| head(quote, locale)).collect();
    for longer in [heading, under, numbered] {
        let told_apart = quotes.iter().zip(&labels).map(|(quote, label)| {
            if is_alone(label, &labels) {
                label.clone()
            } else {
                longer(quote, locale)
            }
        });
        labels = told_apart.collect();
    }
    labels
}

/// A label for each of some places: what tells it apart, without what all begin with where they would be
/// too long.
pub(super) fn place_labels(distinctions: &[&str]) -> Vec<String> {
    let label = |text: &str| {
        let label = clip(text, limits::BUTTON_LABEL, escape::one_line);
        // Discord refuses an empty button.
        if is_visible(&label) {
            label
        } else {
            "?".to_owned()
        }
    };
    let labels: Vec<String> = distinctions.iter().map(|text| label(text)).collect();
    if labels.iter().all(|text| is_alone(text, &labels)) {
        return labels;
    }
    let shared = shared_beginning(distinctions);
    distinctions
        .iter()
        .map(|text| label(&format!("…{}", &text[shared..])))
        .collect()
}

/// The heading of a quote, or the title; of a long one what stands before its colon, which says more
/// than as many words with dots.
fn head(quote: &Quote, locale: Locale) -> String {
    let text = section(quote).unwrap_or(&quote.source.title);
    let colon = text.find(": ").or_else(|| text.find('：'));
    let head = text[..colon.unwrap_or(text.len())].trim_end();
    let is_long = limits::length(text) > SECTION;
    let is_enough = limits::length(head) >= SHORTEST_HEAD;
    visible(
        if is_long && is_enough { head } else { text },
        quote,
        locale,
    )
}

/// The heading of a quote, or the title, as far as there is room.
fn heading(quote: &Quote, locale: Locale) -> String {
    visible(section(quote).unwrap_or(&quote.source.title), quote, locale)
}

/// The heading of a quote below the one above it, or below the title.
fn under(quote: &Quote, locale: Locale) -> String {
    let Some(own) = section(quote) else {
        return heading(quote, locale);
    };
    let above = match quote.headings.as_slice() {
        [.., above, _] => above,
        _ => &quote.source.title,
    };
    visible(&[above, own].join(ABOVE), quote, locale)
}

/// The same with the paragraph.
fn numbered(quote: &Quote, locale: Locale) -> String {
    let place = format!("{SEPARATOR}{}", paragraphs(quote, locale));
    let room = limits::BUTTON_LABEL.saturating_sub(limits::length(&place));
    clip(&under(quote, locale), room, str::to_owned) + &place
}

/// A text as a label, or the paragraph where nothing of it can be seen: Discord refuses an empty button.
fn visible(text: &str, quote: &Quote, locale: Locale) -> String {
    let label = clip(text, SECTION, escape::one_line);
    if is_visible(&label) {
        label
    } else {
        paragraphs(quote, locale)
    }
}

fn is_visible(label: &str) -> bool {
    label
        .chars()
        .any(|c| !c.is_whitespace() && !is_invisible(c))
}

fn is_alone(label: &String, labels: &[String]) -> bool {
    labels.iter().filter(|other| *other == label).count() == 1
}

/// How many bytes all of some texts begin with, up to the end of a word.
fn shared_beginning(texts: &[&str]) -> usize {
    let Some((first, others)) = texts.split_first() else {
        return 0;
    };
    let shared = first
        .char_indices()
        .map(|(at, c)| at + c.len_utf8())
        .take_while(|end| others.iter().all(|other| other.starts_with(&first[..*end])))
        .last()
        .unwrap_or_default();
    first[..shared]
        .rfind(char::is_whitespace)
        .unwrap_or_default()
}
