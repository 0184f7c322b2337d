//! *Talk* is what stands around a question: greetings, thanks, politeness, a story.

use super::asking;
use super::divide::is_parted;
use super::gibberish::{is_laughter, is_scream};
use super::phrases::{PHRASES, PhraseList};
use super::token::{Token, stands_alone, weight};
use crate::language::is_spoken_function_word;

/// A message of more tokens is no small talk, and no order to a language model.
const MOST_TALK: usize = 60;
/// A greeting of at least this many syllables is no part of another word.
const SURE_SYLLABLES: usize = 4;
/// A text of a lower [`weight`] before a question is no story.
const STORY: usize = 36;
/// This many tokens of a question are enough to tell whether it says what it is about.
const ENOUGH: usize = 24;

/// The tokens that are left without the talk around them, as the first and the one behind the last;
/// at least one. A story before the question is left out only where the sentence may ask.
pub(super) fn stripped(text: &str, tokens: &[Token], may_ask: bool) -> (usize, usize) {
    let (mut start, mut end) = (0, tokens.len());
    let leads = (0..end).rev().find_map(|at| {
        let found = PHRASES.lead.at_start(&tokens[at..])?;
        (at + found.end + 1 < end).then_some(at + found.end)
    });
    start = leads.unwrap_or(start);
    loop {
        let rest = &tokens[start..end];
        let framed = PHRASES.frame.at_start(rest).map(|found| found.end);
        let framed = framed.filter(|framed| *framed < rest.len());
        let Some(left_out) = framed.or_else(|| talk_before(text, rest)) else {
            break;
        };
        start += left_out;
    }
    if may_ask {
        start += story_before(text, &tokens[start..end]);
    }
    let rest = &tokens[start..end];
    if let Some(kept) = (1..rest.len()).find(|at| is_talk_behind(text, rest, *at)) {
        end = start + kept;
    }
    (start, end)
}

/// How many tokens of a story stand before the question that ends a sentence: "I am new here and have
/// two goats, where is the market". What belongs to the question stays with it.
fn story_before(text: &str, tokens: &[Token]) -> usize {
    let begins = |list: &PhraseList| list.at_start(tokens).is_some();
    if begins(&PHRASES.condition) || begins(&PHRASES.opening) {
        return 0;
    }
    let mut starts = (0..MOST_TALK.min(tokens.len())).map(|at| &tokens[at..]);
    if !starts.any(|rest| PHRASES.story.at_start(rest).is_some()) {
        return 0;
    }
    let mut said = 0;
    let first = (1..tokens.len()).find(|at| {
        let (before, rest) = tokens.split_at(*at);
        said += weight(&before[at - 1].text);
        said >= STORY
            && is_parted(text, before[at - 1].range.end..rest[0].range.start)
            && opens(text, rest)
            && substance(&rest[..rest.len().min(ENOUGH)]).len() > 1
    });
    first.unwrap_or(0)
}

/// How many tokens of small talk stand before a question and can be told from it.
pub(super) fn talk_before(text: &str, tokens: &[Token]) -> Option<usize> {
    let mut ends: Vec<(usize, bool)> = Vec::new();
    cover(tokens, |rest| {
        let Spoken { length, greets, .. } = spoken(rest);
        let (before, greeted) = ends.last().copied().unwrap_or_default();
        ends.extend((length > 0).then_some((before + length, greeted || greets)));
        length
    });
    let found = ends.into_iter().rev().find(|(end, greeted)| {
        let rest = &tokens[*end..];
        let Some(next) = rest.first() else {
            return false;
        };
        is_parted(text, tokens[end - 1].range.end..next.range.start)
            || PHRASES.frame.at_start(rest).is_some()
            || (*greeted && greets(text, &tokens[..*end], next) && opens(text, rest))
    });
    found.map(|(end, _)| end)
}

/// Whether some small talk can be told from the `next` word though no mark parts them: in a script
/// without blanks, or with endings, the word could be a part of a longer one.
fn greets(text: &str, talk: &[Token], next: &Token) -> bool {
    let [.., last] = talk else { return false };
    let spaced = !last.text.starts_with(stands_alone);
    let blank = text[last.range.end..next.range.start].contains(char::is_whitespace);
    spaced || (blank && talk.len() >= SURE_SYLLABLES)
}

/// Whether what stands from the token at `at` on is small talk that can be told from what is before.
fn is_talk_behind(text: &str, tokens: &[Token], at: usize) -> bool {
    let (before, behind) = tokens.split_at(at);
    let [.., last] = before else { return false };
    let polite = cover(behind, |rest| {
        PHRASES.please.at_start(rest).map_or(0, |found| found.end)
    });
    polite == behind.len()
        || (is_parted(text, last.range.end..behind[0].range.start) && is_talk(behind))
}

/// Whether some tokens begin as a question does; one in a script without blanks may also end so.
fn opens(text: &str, tokens: &[Token]) -> bool {
    let [first, ..] = tokens else { return false };
    let last = tokens.last().unwrap_or(first);
    let written = &text[first.range.start..last.range.end];
    PHRASES.opening.at_start(tokens).is_some()
        || asking::opens(written)
        || (first.text.starts_with(stands_alone) && asking::asks(written))
}

/// Whether some tokens begin as a question does, as they are or behind "but", "so", "and".
pub(super) fn opens_behind_fillers(text: &str, tokens: &[Token]) -> bool {
    let mut found = false;
    cover(tokens, |rest| {
        found |= opens(text, rest);
        PHRASES.filler.at_start(rest).map_or(0, |filler| filler.end)
    });
    found
}

/// Whether some tokens are small talk and nothing else.
pub(super) fn is_talk(tokens: &[Token]) -> bool {
    let mut talks = false;
    let covered = tokens.len() <= MOST_TALK
        && cover(tokens, |rest| {
            let spoken = spoken(rest);
            talks |= spoken.talks;
            spoken.length
        }) == tokens.len();
    covered && talks
}

/// The small talk at the beginning of some tokens.
struct Spoken {
    /// How many tokens it has.
    length: usize,
    /// It is small talk by itself.
    talks: bool,
    /// It can be told from a question that follows without a mark between them.
    greets: bool,
}

fn spoken(tokens: &[Token]) -> Spoken {
    let length = |list: &PhraseList| list.at_start(tokens).map_or(0, |found| found.end);
    let laughs = tokens
        .first()
        .is_some_and(|token| is_laughter(&token.exact) || is_scream(&token.exact));
    let talk = length(&PHRASES.talk).max(usize::from(laughs));
    let reply = length(&PHRASES.reply);
    let filler = length(&PHRASES.filler);
    let greets = talk > 0 && talk >= filler;
    Spoken {
        length: [talk, reply, filler, length(&PHRASES.please)]
            .into_iter()
            .fold(0, usize::max),
        talks: greets || (reply > 0 && reply >= filler),
        greets,
    }
}

/// Whether some tokens are small talk or in some lists, all of them.
pub(super) fn is_covered(tokens: &[Token], lists: &[&PhraseList]) -> bool {
    cover(tokens, |rest| longest(lists, rest).max(spoken(rest).length)) == tokens.len()
}

/// How many tokens the longest phrase of some lists takes at the beginning of others; 0 for none.
fn longest(lists: &[&PhraseList], rest: &[Token]) -> usize {
    lists
        .iter()
        .filter_map(|list| list.at_start(rest))
        .map(|found| found.end)
        .max()
        .unwrap_or(0)
}

/// How many tokens are covered by phrases, each as long as `length` says, one behind the other.
fn cover(tokens: &[Token], mut length: impl FnMut(&[Token]) -> usize) -> usize {
    let mut at = 0;
    while at < tokens.len() {
        match length(&tokens[at..]) {
            0 => break,
            length => at += length,
        }
    }
    at
}

/// The tokens that say what something is about: no little words, none that only ask for help.
pub(super) fn substance(tokens: &[Token]) -> Vec<&Token> {
    let mut substance = Vec::new();
    let mut at = 0;
    while let Some(token) = tokens.get(at) {
        let rest = &tokens[at..];
        let lists = [&PHRASES.thin, &PHRASES.pronoun, &PHRASES.please];
        let longest = longest(&lists, rest);
        if longest == 0 && !is_spoken_function_word(&token.exact) {
            substance.push(token);
        }
        at += longest.max(1);
    }
    substance
}
