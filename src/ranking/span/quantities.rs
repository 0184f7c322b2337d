//! *Quantities* in a sentence: numbers that count or measure, with their unit.

use std::ops::Range;

use super::token::{Shape, Token};
use crate::language::lexicon::{FOLDED, Quantities, UNSPACED, Words};

/// What a quantity is of, as its unit tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Class {
    Percent,
    Money,
    Duration,
    Measure,
    /// The unit is any noun, or there is none.
    Count,
}

/// The units of a class among all words.
type Units = fn(&Quantities) -> &Words;

/// The classes that have units, in the order in which these are looked for, each with its units: words,
/// or signs that stand directly after the number.
const UNITS: [(Class, Units); 4] = [
    (Class::Percent, |quantities| &quantities.percent),
    (Class::Money, |quantities| &quantities.money),
    (Class::Duration, |quantities| &quantities.duration),
    (Class::Measure, |quantities| &quantities.measure),
];

/// A number with its unit.
#[derive(Debug, Clone)]
pub(super) struct Quantity {
    /// The tokens of number and unit; without a noun that is no unit.
    pub tokens: Range<usize>,
    pub class: Class,
}

/// The quantities of a sentence outside some other ranges of tokens (its dates), in order.
pub(super) fn quantities(tokens: &[Token], taken: &[Range<usize>]) -> Vec<Quantity> {
    let mut found: Vec<Quantity> = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        if let Some(date) = taken.iter().find(|range| range.contains(&at)) {
            at = date.end;
            continue;
        }
        match quantity(tokens, at) {
            Some(quantity) => {
                at = quantity.tokens.end.max(at + 1);
                found.push(quantity);
            }
            None => at += 1 + usize::from(tokens[at].is_number() && is_ordinal(tokens, at)),
        }
    }
    found
}

fn quantity(tokens: &[Token], at: usize) -> Option<Quantity> {
    let mut end = number(tokens, at)?;
    let is_range = |token: &Token| {
        token.is_among(&FOLDED.quantities.range) || token.is_one_of(&["-", "–", "—"])
    };
    if tokens.get(end).is_some_and(is_range) {
        end = number(tokens, end + 1).unwrap_or(end);
    }
    let is_symbol = |at: usize| {
        tokens
            .get(at)
            .is_some_and(|token| "€$£¥₩₽".contains(token.text))
    };
    let has_symbol = at > 0 && is_symbol(at - 1);
    let (mut class, mut until) = unit(tokens, end).unwrap_or((Class::Count, end));
    let mut start = at;
    if has_symbol {
        (class, until) = (Class::Money, end);
        start -= 1;
        if start > 0
            && tokens[start].glued
            && tokens[start - 1].is_one_of(&["us", "a", "c", "nz", "hk", "r"])
        {
            start -= 1;
        }
    }
    // “**7.** The hall…”: the number of a rule or an item.
    let is_leading = tokens[..at].iter().all(|token| token.shape == Shape::Mark)
        && tokens
            .get(end)
            .is_some_and(|token| matches!(token.text, "." | ")"));
    let names = is_leading
        || class == Class::Count && at > 0 && {
            let before = &tokens[at - 1];
            let is_note =
                before.text == "[" && tokens.get(end).is_some_and(|token| token.text == "]");
            let is_name = at > 1 && before.is_capitalised() && tokens[at].is_number();
            is_note || is_name || before.is_among(&FOLDED.quantities.naming)
        };
    (!names).then_some(Quantity {
        tokens: start..until,
        class,
    })
}

/// The end of the number at a token with its scale: 3,5 Mio., deux cents, 4 800 milliards.
fn number(tokens: &[Token], at: usize) -> Option<usize> {
    let first = tokens.get(at)?;
    let words = &FOLDED.quantities;
    let is_word = first.is_among(&words.numbers);
    if !is_word && (!first.is_number() || is_ordinal(tokens, at)) {
        return None;
    }
    let mut end = at + 1;
    while is_word
        && tokens
            .get(end)
            .is_some_and(|token| token.is_among(&words.numbers))
    {
        end += 1;
    }
    while tokens
        .get(end)
        .is_some_and(|token| token.is_among(&words.scales))
    {
        let is_short = tokens[end].is_among(&words.short_scales);
        end += 1;
        if is_short
            && tokens
                .get(end)
                .is_some_and(|token| token.glued && token.text == ".")
        {
            end += 1;
        }
    }
    Some(end)
}

fn is_ordinal(tokens: &[Token], at: usize) -> bool {
    tokens.get(at + 1).is_some_and(|next| {
        let ends =
            next.glued && next.is_among(&FOLDED.quantities.ordinal_endings) && next.text != "°";
        let dotted = next.glued && next.text == "." && tokens[at].text.len() <= 2;
        let goes_on = tokens
            .get(at + 2)
            .is_some_and(|token| token.text.starts_with(char::is_alphabetic));
        ends || dotted && goes_on
    })
}

/// The class of the unit that stands at a token, and where it ends.
fn unit(tokens: &[Token], at: usize) -> Option<(Class, usize)> {
    let mut unit = at;
    while unit < at + 2
        && tokens
            .get(unit)
            .is_some_and(|token| token.is_among(&FOLDED.words.of) || token.is_apostrophe())
    {
        unit += 1;
    }
    let first = tokens.get(unit)?;
    let next = tokens.get(unit + 1);
    // pour cent, por ciento, per cento
    let both = next.map(|next| format!("{} {}", first.folded, next.folded));
    if both.is_some_and(|both| FOLDED.quantities.percent.contains(&both)) {
        return Some((Class::Percent, unit + 2));
    }
    if first.text == "°" && next.is_some_and(|token| token.is_one_of(&["c", "f"])) {
        return Some((Class::Measure, unit + 2));
    }
    if first.is_one_of(&["us", "a", "nz", "hk"]) && next.is_some_and(|token| token.text == "$") {
        return Some((Class::Money, unit + 2));
    }
    let is_duration_of = unit > at;
    let known = UNITS
        .into_iter()
        .find(|(_, units)| first.is_among(units(&FOLDED.quantities)));
    let known = known.filter(|(class, _)| !is_duration_of || *class == Class::Money);
    if let Some((class, _)) = known {
        // 12 h 30
        let goes_on = first.folded == "h"
            && next.is_some_and(|token| token.is_number() && token.text.len() == 2);
        return Some((class, unit + 1 + usize::from(goes_on)));
    }
    let sign = first.text.trim_start_matches(is_scale_sign);
    let sign = sign.strip_prefix('多').unwrap_or(sign);
    let known = UNITS.into_iter().find(|(_, units)| {
        units(&UNSPACED.quantities)
            .iter()
            .any(|known| sign.starts_with(known))
    });
    known.map(|(class, _)| (class, unit + 1))
}

/// The bytes of a token that belong to a quantity: of a word that goes on after its unit, as in languages
/// without blanks, only the unit.
pub(super) fn unit_length(text: &str) -> usize {
    let scale = text.len() - text.trim_start_matches(is_scale_sign).len();
    let rest = &text[scale..];
    let longest = UNITS
        .into_iter()
        .flat_map(|(_, units)| units(&UNSPACED.quantities).iter())
        .filter(|sign| rest.starts_with(sign))
        .map(str::len)
        .max();
    scale + longest.unwrap_or_else(|| rest.chars().next().map_or(0, char::len_utf8))
}

/// A text without the signs at its beginning that multiply a number.
pub(super) fn without_scale(text: &str) -> &str {
    text.trim_start_matches(is_scale_sign)
        .trim_start_matches(['多', '余', '餘'])
}

/// Whether a sign multiplies the number before it, as 万.
fn is_scale_sign(c: char) -> bool {
    let scales = &UNSPACED.quantities.scales;
    scales.contains(c.encode_utf8(&mut [0; 4]))
}
