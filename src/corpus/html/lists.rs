//! A *list* counts its items as the browser shows them: from a start, backwards, in letters.

use std::collections::VecDeque;

use super::dropped::Dropped;
use super::elements::is_dropped;
use super::tokens::{self, Tag, Token};

/// A list that is open.
#[derive(Default)]
pub(super) struct List {
    counting: Option<Counting>,
    /// Whether an item has begun of which nothing is written yet.
    pub(super) is_due: bool,
    /// How far what belongs to its item is indented, 0 before an item is written.
    pub(super) inner: usize,
}

struct Counting {
    style: Style,
    /// The number of the item at hand.
    number: i64,
    /// What is between its number and the next.
    step: i64,
}

#[derive(Clone, Copy)]
enum Style {
    Digits,
    Letters,
    Capitals,
    Roman,
    RomanCapitals,
}

impl List {
    /// A list that opens; `reversed` has how many items each list has that counts backwards.
    pub(super) fn of(tag: &Tag, reversed: &mut VecDeque<i64>) -> Self {
        if tag.name() != "ol" {
            return Self::default();
        }
        let is_reversed = tag.attribute("reversed").is_some();
        let length = is_reversed.then(|| reversed.pop_front().unwrap_or(1));
        let start = tag.attribute("start").and_then(number).or(length);
        let step = if is_reversed { -1 } else { 1 };
        Self {
            counting: Some(Counting {
                style: Style::of(tag.attribute("type")),
                number: start.unwrap_or(1) - step,
                step,
            }),
            ..Self::default()
        }
    }

    /// An item opens, with the number it may have of its own.
    pub(super) fn start_item(&mut self, tag: &Tag) {
        (self.is_due, self.inner) = (true, 0);
        if let Some(counting) = &mut self.counting {
            let next = counting.number.saturating_add(counting.step);
            counting.number = tag.attribute("value").and_then(number).unwrap_or(next);
        }
    }

    /// The number of the item at hand, where Markdown can have it as its mark.
    pub(super) fn number(&self) -> Option<u32> {
        let counting = self.counting.as_ref()?;
        let is_mark = matches!(counting.style, Style::Digits);
        u32::try_from(counting.number).ok().filter(|_| is_mark)
    }

    /// The same, where it is text to Markdown.
    pub(super) fn label(&self) -> Option<String> {
        let counting = self.counting.as_ref()?;
        if self.number().is_some() {
            return None;
        }
        let number = counting.number;
        let label = counting.style.label(number);
        Some(label.unwrap_or_else(|| number.to_string()) + ". ")
    }
}

impl Style {
    fn of(kind: Option<&str>) -> Self {
        match kind {
            Some("a") => Self::Letters,
            Some("A") => Self::Capitals,
            Some("i") => Self::Roman,
            Some("I") => Self::RomanCapitals,
            _ => Self::Digits,
        }
    }

    fn label(self, number: i64) -> Option<String> {
        let number = u32::try_from(number).ok().filter(|it| *it > 0)?;
        match self {
            Self::Digits => None,
            Self::Letters => Some(letters(number)),
            Self::Capitals => Some(letters(number).to_uppercase()),
            Self::Roman => roman(number),
            Self::RomanCapitals => roman(number).map(|it| it.to_uppercase()),
        }
    }
}

fn number(text: &str) -> Option<i64> {
    text.parse::<i32>().ok().map(i64::from)
}

/// A to z, then aa, ab.
fn letters(number: u32) -> String {
    let mut letters = Vec::new();
    let mut rest = number;
    while let Some(below) = rest.checked_sub(1) {
        letters.push(('a'..='z').nth((below % 26) as usize));
        rest = below / 26;
    }
    letters.into_iter().rev().flatten().collect()
}

fn roman(number: u32) -> Option<String> {
    #[rustfmt::skip]
    const PARTS: [(u32, &str); 13] = [
        (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"),
        (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
    ];
    let mut rest = Some(number).filter(|it| *it < 4_000)?;
    let mut text = String::new();
    for (value, part) in PARTS {
        while rest >= value {
            text.push_str(part);
            rest -= value;
        }
    }
    Some(text)
}

/// How many items each list has that counts backwards, in the order of the page.
pub(super) fn reversed(html: &str) -> VecDeque<i64> {
    if !html.contains("reversed") {
        return VecDeque::new();
    }
    let mut counts = VecDeque::new();
    // The open lists, with the positions of those among the counts that count backwards.
    let mut open: Vec<Option<usize>> = Vec::new();
    let mut dropped = Dropped::default();
    tokens::read(html, |token| match token {
        Token::Open(tag) if dropped.open(tag) => {}
        Token::Close(name) if dropped.close(name) => {}
        Token::Open(tag) if is_dropped(tag.name()) => dropped.begin(tag),
        Token::Open(tag) if is_list(tag.name()) => {
            let is_reversed = tag.name() == "ol" && tag.attribute("reversed").is_some();
            open.push(is_reversed.then_some(counts.len()));
            counts.extend(is_reversed.then_some(0));
        }
        Token::Open(tag) if tag.name() == "li" => {
            if let Some(Some(at)) = open.last() {
                counts[*at] += 1;
            }
        }
        Token::Close(name) if is_list(name) => {
            open.pop();
        }
        _ => {}
    });
    counts
}

pub(super) fn is_list(name: &str) -> bool {
    matches!(name, "ul" | "ol" | "menu")
}

/// The mark of a list's item.
pub(super) fn mark(number: Option<u32>) -> String {
    number.map_or_else(|| "- ".to_owned(), |number| format!("{number}. "))
}
