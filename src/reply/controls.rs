//! *Controls* are the buttons and the menu below a reply.

use super::action::ButtonAction;
use super::attribution::paragraphs;
use super::frame::Frame;
use super::labels::{place_labels, section_labels};
use super::truncate::clip;
use super::{SEPARATOR, escape, limits, messages};
use crate::answer::{Answer, Quote};
use crate::library::{Anchor, Bookmark};

/// The most sections that are offered where nothing answers.
const SECTIONS: usize = 3;

/// A row of controls.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Row {
    /// One to five buttons.
    Buttons(Vec<Button>),
    /// A menu, which has its row to itself.
    Menu(Menu),
}

/// A button.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Button {
    /// A sign; empty where the label says it all.
    pub emoji: &'static str,
    /// Empty where the sign says it all.
    pub label: String,
    /// What a press does.
    pub press: ButtonAction,
    /// Whether it can be pressed.
    pub enabled: bool,
}

/// A menu of passages.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Menu {
    /// Who opened it.
    pub asker: u64,
    /// What is written on it.
    pub placeholder: String,
    /// One to 25, each another passage.
    pub options: Vec<Choice>,
}

/// A passage to choose.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choice {
    /// Where it stands.
    pub label: String,
    /// How it begins; may be empty.
    pub description: String,
    /// What leads to it.
    pub anchor: Anchor,
}

/// The controls below an answer: they open the rest of the first quote's passage or, where the quote
/// `is_whole`, read on from it, and the menu leads to all of the `matches`.
pub(super) fn under_answer(
    first: &Quote,
    is_whole: bool,
    matches: &[&Quote],
    frame: &Frame<'_>,
) -> Vec<Row> {
    let anchor = frame.snapshot.anchor(first);
    let mut buttons = if is_whole {
        reading_on(first, frame)
    } else {
        let label = messages::show_passage(frame.reader.locale);
        vec![named(label, ButtonAction::Show(anchor, frame.asker))]
    };
    buttons.extend(votes(anchor.passage, frame));
    buttons.push(delete(frame.asker));
    let options = matches.iter().map(|quote| choice(quote, frame));
    let menu = menu(
        options,
        messages::other_passages(frame.reader.locale),
        frame,
    );
    let mut rows = vec![Row::Buttons(buttons)];
    rows.extend(menu.map(Row::Menu));
    rows
}

/// The controls below a passage that was turned to; the menu of the answer stays.
pub(super) fn under_page(page: &Quote, menu: Option<Menu>, frame: &Frame<'_>) -> Vec<Row> {
    let mut buttons = reading_on(page, frame);
    buttons.extend(votes(Bookmark::of(page), frame));
    buttons.push(delete(frame.asker));
    let mut rows = vec![Row::Buttons(buttons)];
    rows.extend(menu.map(Row::Menu));
    rows
}

/// The controls below a reply without an answer: the sections of its closest passages.
pub(super) fn sections(closest: &[Quote], frame: &Frame<'_>) -> Vec<Row> {
    let mut sections: Vec<&Quote> = Vec::new();
    for quote in closest {
        let is_same = |other: &&Quote| {
            other.source.document == quote.source.document && other.headings == quote.headings
        };
        if !sections.iter().any(is_same) {
            sections.push(quote);
        }
    }
    sections.truncate(SECTIONS);
    let labels = section_labels(&sections, frame.reader.locale);
    let choices = sections
        .into_iter()
        .zip(labels)
        .map(|(quote, label)| Choice {
            label,
            // No sentence of a passage that was not called an answer stands out as one.
            anchor: Bookmark::of(quote).into(),
            ..choice(quote, frame)
        });
    choose(choices.collect(), frame)
}

/// The controls below an answer that stands in several places, of which the member chooses one.
pub(super) fn places(answer: &Answer, frame: &Frame<'_>) -> Vec<Row> {
    let distinctions = answer.places.iter().map(|place| place.distinction.as_str());
    let labels = place_labels(&distinctions.collect::<Vec<_>>());
    let choices = answer.places.iter().zip(labels).map(|(place, label)| {
        let passage = Bookmark::of_place(place);
        let mut quotes = answer.quotes.iter();
        let quote = quotes.find(|quote| Bookmark::of(quote) == passage);
        Choice {
            label,
            description: quote.map(beginning).unwrap_or_default(),
            anchor: quote.map_or(passage.into(), |quote| frame.snapshot.anchor(quote)),
        }
    });
    choose(choices.collect(), frame)
}

/// A choice of passages: a button for each where they have room beside the one that deletes, or else
/// a menu.
fn choose(choices: Vec<Choice>, frame: &Frame<'_>) -> Vec<Row> {
    if choices.len() < limits::BUTTONS {
        let mut buttons: Vec<Button> = choices
            .into_iter()
            .map(|choice| {
                let action = ButtonAction::Show(choice.anchor, frame.asker);
                named(choice.label, action)
            })
            .collect();
        buttons.push(delete(frame.asker));
        return vec![Row::Buttons(buttons)];
    }
    let placeholder = messages::other_passages(frame.reader.locale);
    let mut rows: Vec<Row> = menu(choices.into_iter(), placeholder, frame)
        .map(Row::Menu)
        .into_iter()
        .collect();
    rows.push(Row::Buttons(vec![delete(frame.asker)]));
    rows
}

/// To the passages before and after one.
fn reading_on(quote: &Quote, frame: &Frame<'_>) -> Vec<Button> {
    let here = Bookmark::of(quote);
    let locale = frame.reader.locale;
    let [before, after] = frame.snapshot.beside(quote);
    let turn = |label, to: Option<Bookmark>, action: fn(Bookmark, u64) -> ButtonAction| Button {
        enabled: to.is_some(),
        ..named(label, action(to.unwrap_or(here), frame.asker))
    };
    vec![
        turn(messages::back(locale), before, ButtonAction::Back),
        turn(messages::onward(locale), after, ButtonAction::Onward),
    ]
}

fn votes(passage: Bookmark, frame: &Frame<'_>) -> impl Iterator<Item = Button> {
    let votes = [
        sign("👍", ButtonAction::Helpful(passage)),
        sign("👎", ButtonAction::Unhelpful(passage)),
    ];
    votes.into_iter().filter(|_| frame.votes)
}

fn delete(asker: u64) -> Button {
    sign("🗑️", ButtonAction::Delete(asker))
}

/// A button with a sign that Discord's own client uses in the same sense.
fn sign(emoji: &'static str, action: ButtonAction) -> Button {
    Button {
        emoji,
        ..named(String::new(), action)
    }
}

fn named(label: String, action: ButtonAction) -> Button {
    Button {
        emoji: "",
        label,
        press: action,
        enabled: true,
    }
}

/// The menu of some passages; none where there is no choice.
fn menu(
    choices: impl Iterator<Item = Choice>,
    placeholder: String,
    frame: &Frame<'_>,
) -> Option<Menu> {
    let mut options: Vec<Choice> = Vec::new();
    for choice in choices {
        let passage = choice.anchor.passage;
        let is_new = options
            .iter()
            .all(|option| option.anchor.passage != passage);
        if options.len() < limits::OPTIONS && is_new {
            options.push(choice);
        }
    }
    (options.len() > 1).then_some(Menu {
        asker: frame.asker,
        placeholder,
        options,
    })
}

/// A passage as the menu shows it, which knows no Markdown: section, or title, and paragraph, and how
/// its answering sentence begins.
fn choice(quote: &Quote, frame: &Frame<'_>) -> Choice {
    let above = quote.headings.last().unwrap_or(&quote.source.title);
    let place = format!("{SEPARATOR}{}", paragraphs(quote, frame.reader.locale));
    let room = limits::OPTION - limits::length(&place);
    Choice {
        label: clip(above, room, escape::one_line) + &place,
        description: beginning(quote),
        anchor: frame.snapshot.anchor(quote),
    }
}

/// How the answering sentence of a quote begins.
fn beginning(quote: &Quote) -> String {
    let sentence = quote.highlights.first().cloned();
    let sentence = &quote.text[sentence.unwrap_or(0..quote.text.len())];
    clip(sentence, limits::OPTION, escape::one_line)
}
