//! The *span* of a sentence that answers by itself: the date where it is asked when, the number where
//! it is asked how many, the name where it is asked who or where.
//!
//! It is told only where exactly one part of the sentence can be it, and only for what was measured to
//! be right in at least four of five (`docs/retrieval.md` has the figures). What stands in the question
//! already is not the answer.

mod dates;
mod names;
mod quantities;
mod token;
mod wanted;

use std::collections::BTreeSet;
use std::ops::Range;

use crate::language::Language;
use crate::language::lexicon::{self, FOLDED};
use crate::language::scripts::{is_hangul, is_unspaced};
use dates::dates;
use names::{Name, names};
use quantities::{Quantity, quantities};
use token::{Shape, Token, tokens};
pub use wanted::Wanted;

/// A sentence with more tokens than this says more than one thing.
const LONGEST: usize = 80;

/// What of `sentence`, which is in `language`, answers a question by itself: a byte range, on character
/// boundaries, never empty, without blanks at its ends.
#[must_use]
pub fn answer(
    question: &str,
    sentence: &str,
    language: Language,
) -> Option<(Wanted, Range<usize>)> {
    let wanted = Wanted::of(question)?;
    if !wanted.is_told_in(language) {
        return None;
    }
    let reading = SentenceReading::of(question, sentence, language);
    if reading.tokens.len() > LONGEST {
        return None;
    }
    let found = match wanted {
        Wanted::Date => reading.dates(),
        Wanted::Person => reading.people(),
        Wanted::Place => reading.places(),
        Wanted::Count => reading.counts(),
        _ => reading.quantities(wanted),
    };
    let mut new = found.iter().filter(|part| !reading.is_asked(part));
    let (Some(only), None) = (new.next(), new.next()) else {
        return None;
    };
    let span = reading.bytes(only)?;
    let is_told = !reading.is_denied(only) && !is_in_address(sentence, &span);
    is_told.then_some((wanted, span))
}

/// A sentence beside a question. Its parts are ranges of its tokens.
struct SentenceReading<'s> {
    question: &'s str,
    asked: Vec<Token<'s>>,
    /// The words and numbers of the question.
    words: BTreeSet<String>,
    tokens: Vec<Token<'s>>,
    language: Language,
    dates: Vec<Range<usize>>,
}

impl<'s> SentenceReading<'s> {
    fn of(question: &'s str, sentence: &'s str, language: Language) -> Self {
        let (asked, tokens) = (tokens(question), tokens(sentence));
        Self {
            question,
            words: asked.iter().map(|token| token.folded.clone()).collect(),
            asked,
            dates: dates(sentence, &tokens),
            tokens,
            language,
        }
    }

    /// Where a part stands in the sentence; a word that goes on after a unit, as in languages without
    /// blanks, only as far as the unit.
    fn bytes(&self, part: &Range<usize>) -> Option<Range<usize>> {
        let tokens = self.tokens.get(part.clone())?;
        let (first, last) = (tokens.first()?, tokens.last()?);
        let is_unit = last.glued
            && tokens.len() > 1
            && last.text.contains(|c| is_unspaced(c) || is_hangul(c));
        let end = if is_unit {
            last.span.start + quantities::unit_length(last.text)
        } else {
            last.span.end
        };
        Some(first.span.start..end)
    }

    /// Whether a word shortly before a part denies it: “not on Friday”.
    fn is_denied(&self, part: &Range<usize>) -> bool {
        // Where `no` is "in the", it does not deny.
        let of_language = lexicon::of(self.language).map(|data| &data.lexicon.words);
        let is_other = |token: &Token| {
            of_language.is_some_and(|words| words.not_denying.contains(&token.folded))
        };
        let before = &self.tokens[part.start.saturating_sub(5)..part.start];
        let denies = |token: &Token| token.is_among(&FOLDED.words.denying) && !is_other(token);
        before.iter().any(denies)
    }

    /// The dates but for the span of a life: Ada Lovelace (1815–1852).
    fn dates(&self) -> Vec<Range<usize>> {
        let is_mark = |at: Option<usize>, mark| {
            let token = at.and_then(|at| self.tokens.get(at));
            token.is_some_and(|token| token.text == mark)
        };
        let is_life = |date: &Range<usize>| {
            let has_dash = self.tokens[date.clone()]
                .iter()
                .filter(|token| matches!(token.text, "-" | "–" | "—"))
                .count()
                == 1;
            has_dash && is_mark(date.start.checked_sub(1), "(") && is_mark(Some(date.end), ")")
        };
        self.dates
            .iter()
            .filter(|date| !is_life(date))
            .cloned()
            .collect()
    }

    /// Whether all that tells a part stands in the question.
    fn is_asked(&self, part: &Range<usize>) -> bool {
        self.tokens[part.clone()]
            .iter()
            .filter(|token| token.shape != Shape::Mark)
            .all(|token| self.words.contains(&token.folded))
    }

    /// The quantities that do not stand in the question and may be what is wanted.
    fn new_quantities(&self, wanted: Wanted) -> Vec<Quantity> {
        // “1 h 30” is a time of day or how long something takes.
        let is_hours = |date: &Range<usize>| {
            self.tokens[date.clone()]
                .iter()
                .any(|token| token.folded == "h")
        };
        let dates: Vec<Range<usize>> = self
            .dates
            .iter()
            .filter(|date| wanted != Wanted::Duration || !is_hours(date))
            .cloned()
            .collect();
        quantities(&self.tokens, &dates)
            .into_iter()
            .filter(|quantity| wanted.takes(quantity.class) && !self.is_asked(&quantity.tokens))
            .collect()
    }

    fn quantities(&self, wanted: Wanted) -> Vec<Range<usize>> {
        // A list of prices has one for everything.
        if wanted == Wanted::Money && !self.shares_a_word() {
            return Vec::new();
        }
        self.new_quantities(wanted)
            .into_iter()
            .map(|quantity| quantity.tokens)
            .collect()
    }

    /// The numbers of what the question counts; all where it does not say what.
    fn counts(&self) -> Vec<Range<usize>> {
        let new = self.new_quantities(Wanted::Count);
        if let Some(counter) = wanted::counter(self.question) {
            return new
                .iter()
                .filter_map(|quantity| self.with_sign(quantity, counter))
                .collect();
        }
        if let Some(noun) = wanted::counted(&self.asked) {
            let noun = &self.asked[noun].folded;
            return new
                .iter()
                .filter_map(|quantity| self.with_noun(quantity, noun))
                .collect();
        }
        if self.shares_a_word() {
            new.into_iter().map(|quantity| quantity.tokens).collect()
        } else {
            Vec::new()
        }
    }

    /// Whether a word of the question that says something stands in the sentence.
    fn shares_a_word(&self) -> bool {
        let says = |token: &&Token| {
            let is_word = token.shape == Shape::Word && token.text.chars().count() > 3;
            is_word && !self.language.has_function_word(&token.folded)
        };
        let stands = |word: &Token| {
            self.tokens
                .iter()
                .any(|token| wanted::are_alike(&token.folded, &word.folded))
        };
        self.asked.iter().filter(says).any(stands)
    }

    /// A quantity with the sign by which the question counts.
    fn with_sign(&self, quantity: &Quantity, counter: char) -> Option<Range<usize>> {
        let (start, end) = (quantity.tokens.start, quantity.tokens.end);
        let holds = |at: &usize| {
            self.tokens
                .get(*at)
                .filter(|token| token.glued)
                .is_some_and(|token| quantities::without_scale(token.text).starts_with(counter))
        };
        [end - 1, end]
            .into_iter()
            .find(holds)
            .map(|at| start..at + 1)
    }

    /// A quantity with the noun whose number the question asks for.
    fn with_noun(&self, quantity: &Quantity, noun: &str) -> Option<Range<usize>> {
        let (start, end) = (quantity.tokens.start, quantity.tokens.end);
        let near = end.saturating_sub(1).max(start + 1)..(end + 3).min(self.tokens.len());
        let is_word = |at: &usize| {
            let token = &self.tokens[*at];
            token.shape == Shape::Word || matches!(token.text, "-" | "'" | "’")
        };
        near.take_while(is_word)
            .find(|at| wanted::are_alike(&self.tokens[*at].folded, noun))
            .map(|at| start..at + 1)
    }

    /// The names of people and bodies; none where one of them might be something else.
    fn people(&self) -> Vec<Range<usize>> {
        let names = self.new_names();
        let at_place = |name: &&Name| names::is_placed(&self.tokens, name.tokens.start);
        let people: Vec<&Name> = names.iter().filter(|name| !at_place(name)).collect();
        match people[..] {
            // A word by itself may be an adjective, a rank, a faith.
            [only] if only.words > 1 => vec![only.tokens.clone()],
            _ => Vec::new(),
        }
    }

    /// The names behind a preposition of place; none where there are others.
    fn places(&self) -> Vec<Range<usize>> {
        match &self.new_names()[..] {
            [only] if names::is_placed(&self.tokens, only.tokens.start) => {
                vec![only.tokens.clone()]
            }
            _ => Vec::new(),
        }
    }

    /// The names of which no part stands in the question.
    fn new_names(&self) -> Vec<Name> {
        let is_new = |name: &Name| {
            let mut words = self.tokens[name.tokens.clone()]
                .iter()
                .filter(|token| token.is_capitalised());
            !words.any(|token| self.words.contains(&token.folded))
        };
        names(&self.tokens, self.language)
            .into_iter()
            .filter(is_new)
            .collect()
    }
}

/// Whether a span is of an address, which would lead nowhere with marks inside.
fn is_in_address(sentence: &str, span: &Range<usize>) -> bool {
    let before = sentence[..span.start]
        .split(char::is_whitespace)
        .next_back();
    let after = sentence[span.start..].split(char::is_whitespace).next();
    [before, after]
        .into_iter()
        .flatten()
        .any(|part| part.contains("://") || part.contains("www.") || part.contains('@'))
}
