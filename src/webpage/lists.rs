//! A *list* counts its items as the browser shows them: from a start, backwards, in letters.

use super::page::Page;
use super::tree::Id;

/// A list that is open.
#[derive(Default)]
pub(super) struct OpenList {
    counting: Option<Counting>,
    /// Whether an item has begun of which nothing is written yet.
    pub(super) is_due: bool,
    /// How far what belongs to its item is indented, 0 before an item is written.
    pub(super) inner: usize,
}

struct Counting {
    style: Numbering,
    /// The number of the item at hand.
    number: i64,
    /// What is between its number and the next.
    step: i64,
}

#[derive(Clone, Copy)]
enum Numbering {
    Digits,
    Letters,
    Capitals,
    Roman,
    RomanCapitals,
}

impl OpenList {
    /// A list that opens.
    pub(super) fn of(page: &Page, id: Id) -> Self {
        let tree = &page.tree;
        if tree.name(id) != "ol" {
            return Self::default();
        }
        let is_reversed = tree.attribute(id, "reversed").is_some();
        let items = tree.children(id).filter(|&child| tree.name(child) == "li");
        let length = i64::try_from(items.count()).ok();
        let start = tree.attribute(id, "start").and_then(number);
        let start = start.or(length.filter(|_| is_reversed));
        let step = if is_reversed { -1 } else { 1 };
        Self {
            counting: Some(Counting {
                style: Numbering::of(tree.attribute(id, "type")),
                number: start.unwrap_or(1) - step,
                step,
            }),
            ..Self::default()
        }
    }

    /// An item opens, with the number it may have of its own.
    pub(super) fn start_item(&mut self, value: Option<&str>) {
        (self.is_due, self.inner) = (true, 0);
        if let Some(counting) = &mut self.counting {
            let next = counting.number.saturating_add(counting.step);
            counting.number = value.and_then(number).unwrap_or(next);
        }
    }

    /// The number of the item at hand, where Markdown can have it as its mark.
    pub(super) fn number(&self) -> Option<u32> {
        let counting = self.counting.as_ref()?;
        let is_mark = matches!(counting.style, Numbering::Digits);
        u32::try_from(counting.number).ok().filter(|_| is_mark)
    }

    /// The number as text, where Markdown has no such mark.
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

impl Numbering {
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
        let number = u32::try_from(number).ok().filter(|number| *number > 0)?;
        match self {
            Self::Digits => None,
            Self::Letters => Some(letters(number)),
            Self::Capitals => Some(letters(number).to_uppercase()),
            Self::Roman => roman(number),
            Self::RomanCapitals => roman(number).map(|roman| roman.to_uppercase()),
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
    let mut rest = Some(number).filter(|number| *number < 4_000)?;
    let mut text = String::new();
    for (value, part) in PARTS {
        while rest >= value {
            text.push_str(part);
            rest -= value;
        }
    }
    Some(text)
}

pub(super) fn is_list(name: &str) -> bool {
    matches!(name, "ul" | "ol" | "menu")
}

/// The mark of a list's item.
pub(super) fn mark(number: Option<u32>) -> String {
    number.map_or_else(|| "- ".to_owned(), |number| format!("{number}. "))
}
