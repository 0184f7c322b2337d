//! *Controls* are the buttons and the menu below a reply.

use super::action::ButtonAction;
use super::quote::paragraphs;
use super::source_link::source_link;
use super::translation::TranslationUrl;
use super::truncate::clip;
use super::{Locale, Reader, SEPARATOR, escape, limits, messages};
use crate::answer::Quote;
use crate::language::Language;
use crate::library::{Bookmark, Snapshot};
use crate::question::MAX_QUESTION_UNITS;

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
    /// A sign before the label.
    pub emoji: &'static str,
    /// Empty where the sign says it all.
    pub label: String,
    /// What a press does.
    pub press: Press,
    /// Whether it can be pressed.
    pub enabled: bool,
}

/// What a press of a button does.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Press {
    /// The bot is told.
    Act(ButtonAction),
    /// The reader's browser opens an address.
    Open(String),
}

/// A menu of passages.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Menu {
    /// Who opened it.
    pub asker: u64,
    /// What is written on it.
    pub placeholder: String,
    /// One to 25, each with another bookmark.
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
    pub bookmark: Bookmark,
}

/// A form of one field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Form {
    /// What is written above it.
    pub title: String,
    /// What is written above the field.
    pub label: String,
    /// The longest text that the field takes.
    pub most: usize,
}

/// The form in which another question is asked.
#[must_use]
pub fn question_form(locale: Locale) -> Form {
    Form {
        title: messages::ask_another(locale),
        label: messages::form_question(locale),
        most: limits::FORM_TEXT.min(MAX_QUESTION_UNITS),
    }
}

/// What controls depend on beside the passages.
#[derive(Clone, Copy)]
pub struct Frame<'a> {
    /// The snapshot the passages are of.
    pub snapshot: &'a Snapshot,
    /// Whom the reply is for.
    pub reader: Reader,
    /// The Discord id of the member who asked.
    pub asker: u64,
    /// Whether readers may say that a passage helped.
    pub votes: bool,
    /// Where passages may be translated.
    pub translation: Option<&'a TranslationUrl>,
}

/// The controls below an answer: they read on from the first of its `matches`, and the menu leads
/// to all of them.
#[must_use]
pub fn under_answer(matches: &[Quote], answers: bool, frame: &Frame<'_>) -> Vec<Row> {
    let Some(first) = matches.first() else {
        return vec![Row::Buttons(vec![
            another(frame.reader.locale),
            delete(frame.asker),
        ])];
    };
    let mut rows = vec![reading_on(first, frame)];
    rows.extend(menu(matches, frame).map(Row::Menu));
    rows.push(voting(first, frame.votes && answers, frame.reader.locale));
    rows
}

/// The controls below a passage that was turned to; the menu of the answer stays.
#[must_use]
pub fn under_page(page: &Quote, menu: Option<Menu>, frame: &Frame<'_>) -> Vec<Row> {
    let mut rows = vec![reading_on(page, frame)];
    rows.extend(menu.map(Row::Menu));
    rows.push(voting(page, frame.votes, frame.reader.locale));
    rows
}

fn reading_on(quote: &Quote, frame: &Frame<'_>) -> Row {
    let here = Bookmark::of(quote);
    let [before, after] = frame.snapshot.beside(quote);
    let turn = |emoji, to: Option<Bookmark>, action: fn(Bookmark, u64) -> ButtonAction| Button {
        emoji,
        label: String::new(),
        press: Press::Act(action(to.unwrap_or(here), frame.asker)),
        enabled: to.is_some(),
    };
    let mut buttons = vec![
        turn("◀️", before, ButtonAction::Back),
        turn("▶️", after, ButtonAction::Onward),
    ];
    buttons.extend(links(quote, frame));
    buttons.push(delete(frame.asker));
    Row::Buttons(buttons)
}

/// To the source, and to its translation.
fn links(quote: &Quote, frame: &Frame<'_>) -> impl Iterator<Item = Button> {
    let document = frame.snapshot.document(Bookmark::of(quote).document);
    let source = document.and_then(|document| source_link(document, quote));
    let translation = document.and_then(|document| {
        let (from, to) = (document.language, frame.reader.language);
        let foreign = from != to && from != Language::UNKNOWN;
        frame.translation.filter(|_| foreign)?.link(quote, from, to)
    });
    let open = |emoji, label, address: Option<String>| {
        address.map(|address| Button {
            emoji,
            label,
            press: Press::Open(address),
            enabled: true,
        })
    };
    let source = open("🔗", messages::to_source(frame.reader.locale), source);
    let translation = open("🌐", messages::translate(frame.reader.locale), translation);
    source.into_iter().chain(translation)
}

fn delete(asker: u64) -> Button {
    act("🗑️", String::new(), ButtonAction::Delete(asker))
}

fn another(locale: Locale) -> Button {
    act("💬", messages::ask_another(locale), ButtonAction::Another)
}

fn voting(quote: &Quote, votes: bool, locale: Locale) -> Row {
    let here = Bookmark::of(quote);
    let mut buttons = Vec::new();
    if votes {
        buttons.push(act("👍", String::new(), ButtonAction::Helpful(here)));
        buttons.push(act("👎", String::new(), ButtonAction::Unhelpful(here)));
    }
    buttons.push(another(locale));
    Row::Buttons(buttons)
}

fn act(emoji: &'static str, label: String, action: ButtonAction) -> Button {
    Button {
        emoji,
        label,
        press: Press::Act(action),
        enabled: true,
    }
}

/// The menu of all matches; none where there is no choice.
fn menu(matches: &[Quote], frame: &Frame<'_>) -> Option<Menu> {
    let mut options: Vec<Choice> = Vec::new();
    for quote in matches {
        let bookmark = Bookmark::of(quote);
        if options.len() < limits::OPTIONS
            && options.iter().all(|option| option.bookmark != bookmark)
        {
            options.push(choice(quote, bookmark, frame.reader.locale));
        }
    }
    (options.len() > 1).then(|| Menu {
        asker: frame.asker,
        placeholder: messages::other_passages(frame.reader.locale),
        options,
    })
}

/// A passage as the menu shows it, which knows no Markdown: paragraph and section, or title, and how
/// its answering sentence begins.
fn choice(quote: &Quote, bookmark: Bookmark, locale: Locale) -> Choice {
    let above = quote.headings.last().unwrap_or(&quote.source.title);
    let label = format!("{}{SEPARATOR}{above}", paragraphs(quote, locale));
    let sentence = quote.highlights.first().cloned();
    let sentence = &quote.text[sentence.unwrap_or(0..quote.text.len())];
    Choice {
        label: clip(&label, limits::OPTION, escape::one_line),
        description: clip(sentence, limits::OPTION, escape::one_line),
        bookmark,
    }
}
