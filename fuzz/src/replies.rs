//! Replies: an answer of any text is a message that Discord takes, and no quote leaves its block.

use std::collections::HashSet;

use verbatim::answer::{Answer, Quote, Reason};
use verbatim::corpus::{Document, RemovedText};
use verbatim::language::Language;
use verbatim::passage::{Passage, Source};
use verbatim::reply::{self, Embed, Frame, Locale, Reply, Row, limits};

use super::questions::KNOWLEDGE;

/// What Unicode or some program takes for the end of a line, but for the line feed.
pub const LINE_BREAKS: [char; 6] = ['\r', '\u{b}', '\u{c}', '\u{85}', '\u{2028}', '\u{2029}'];

/// Behind the byte that chooses the locale and the verdict come title, publisher, heading and texts,
/// with zero bytes between them.
pub fn check(data: &[u8]) {
    let (choice, rest) = super::choice(data);
    let text = super::text(rest);
    let mut parts = text.split('\0');
    let mut part = || parts.next().unwrap_or_default().to_owned();
    let source = Source {
        document: "a.md".to_owned(),
        title: part(),
        publisher: Some(part()),
        author: None,
        date: None,
        url: None,
    };
    let heading = part();
    let quotes: Vec<Quote> = parts
        .map(str::trim)
        .filter(|text| text.contains(char::is_alphanumeric))
        .take(4)
        .map(|text| quote(&source, text, &heading))
        .collect();
    if quotes.is_empty() {
        return;
    }
    let answer = match choice % 3 {
        0 => Answer::quoted(true, 0.8, quotes),
        1 => Answer::quoted(false, 0.4, quotes),
        _ => Answer::none(Reason::TooLittleFound, 0.15, quotes),
    };
    let locale = Locale::ALL[choice / 3 % Locale::ALL.len()];
    let frame = Frame {
        snapshot: &KNOWLEDGE,
        reader: locale.into(),
        asker: u64::MAX,
        votes: true,
        translation: None,
    };
    let reply = reply::answer(&answer, 3, &frame);
    check_limits(&reply);
    for embed in &reply.embeds {
        check_block(&embed.description);
    }
    for quote in &answer.quotes {
        check_limits(&reply::page(quote, None, &frame));
    }
}

/// A quote of a text whose first half answers.
fn quote(source: &Source, text: &str, heading: &str) -> Quote {
    let half = text.len() / 2;
    let half = (half..text.len()).find(|at| text.is_char_boundary(*at));
    let highlights = half.map(|end| 0..end).filter(|range| !range.is_empty());
    let passage = Passage::of_text(1, 0..text.len(), 1, vec![heading.to_owned()]);
    let document = Document {
        source: source.clone(),
        language: Language::UNKNOWN,
        text: text.to_owned(),
        removed: RemovedText::default(),
        passages: vec![passage.clone()],
    };
    Quote::cut(&document, &passage, highlights.into_iter().collect(), 1.0)
}

/// That every line of a description is in the block of a quote, or small print, or parts two of them:
/// none breaks in any other way than by a line feed.
fn check_block(description: &str) {
    assert!(
        !description.contains(LINE_BREAKS),
        "a line break in {description:?}"
    );
    for line in description.lines() {
        let is_known = line.is_empty() || line.starts_with("> ") || line.starts_with("-# ");
        assert!(is_known, "{line:?} in {description:?}");
    }
}

/// Discord's limits, and what it refuses beside them.
pub fn check_limits(reply: &Reply) {
    let within = |text: &str, limit| assert!(limits::length(text) <= limit, "{text}");
    within(&reply.content, limits::CONTENT);
    assert!(reply.embeds.len() <= limits::EMBEDS);
    assert!(!reply.content.trim().is_empty() || !reply.embeds.is_empty());
    let total: usize = reply.embeds.iter().map(Embed::length).sum();
    assert!(total <= limits::EMBEDS_TEXT);
    for embed in &reply.embeds {
        within(&embed.title, limits::TITLE);
        within(&embed.description, limits::DESCRIPTION);
        within(&embed.footer, limits::FOOTER);
        assert!(!embed.description.trim().is_empty());
        assert!(embed.fields.len() <= limits::FIELDS);
        for field in &embed.fields {
            within(&field.name, limits::FIELD_NAME);
            within(&field.value, limits::FIELD_VALUE);
            assert!(!field.name.trim().is_empty() && !field.value.trim().is_empty());
        }
    }
    check_rows(&reply.rows);
}

/// That no control is empty, too long or there twice.
fn check_rows(rows: &[Row]) {
    assert!(rows.len() <= 2, "one row of buttons and a menu");
    let within = |text: &str, limit| {
        assert!(limits::length(text) <= limit, "{text}");
    };
    let mut ids = HashSet::new();
    for row in rows {
        match row {
            Row::Buttons(buttons) => {
                assert!((1..=limits::BUTTONS).contains(&buttons.len()));
                for button in buttons {
                    assert!(!button.label.trim().is_empty() || !button.emoji.is_empty());
                    within(&button.label, limits::BUTTON_LABEL);
                    let id = button.press.to_string();
                    within(&id, limits::CUSTOM_ID);
                    assert!(ids.insert(id), "{:?} is there twice", button.press);
                }
            }
            Row::Menu(menu) => {
                assert!((2..=limits::OPTIONS).contains(&menu.options.len()));
                within(&menu.placeholder, limits::PLACEHOLDER);
                for option in &menu.options {
                    assert!(!option.label.trim().is_empty());
                    within(&option.label, limits::OPTION);
                    within(&option.description, limits::OPTION);
                    let value = option.anchor.to_string();
                    within(&value, limits::CUSTOM_ID);
                    assert!(ids.insert(value), "{:?} is there twice", option.anchor);
                }
            }
        }
    }
}
