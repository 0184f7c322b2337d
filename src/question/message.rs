//! Telling in a *message* what asks from what stands around it: greetings, thanks, a story.

use std::ops::Range;

use super::asking;
use super::divide::{Sentence, parts, sentences};
use super::gibberish::{is_laughter, is_scream};
use super::phrases::{List, PHRASES};
use super::token::{Token, stands_alone, tokens};
use crate::language::Language;

/// A message of more tokens is no small talk, and no order to a language model.
const MOST_TALK: usize = 60;
/// A greeting of so many syllables is no part of another word.
const SURE_SYLLABLES: usize = 4;
/// As many of a message's first tokens are read; the longest that Discord takes has fewer words.
const MOST_TOKENS: usize = 3_000;

/// What was told apart in a message, as ranges of its bytes in their order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Message {
    /// What asks; all of the message where nothing can be told apart.
    pub asked: Vec<Range<usize>>,
    /// What else it says.
    pub hint: Vec<Range<usize>>,
    /// It asks nothing.
    pub talk: bool,
}

/// What a sentence is for.
#[derive(Debug, PartialEq, Eq)]
enum Role {
    Talk,
    Order,
    Says,
    Asks,
}

struct Part<'t> {
    sentence: Sentence,
    role: Role,
    tokens: &'t [Token],
    /// Without the small talk and politeness around it.
    core: Range<usize>,
}

impl Message {
    /// Never fails: of a text that is not understood, all is asked.
    pub(super) fn read(text: &str) -> Self {
        let mut tokens = tokens(text);
        tokens.truncate(MOST_TOKENS);
        let parts: Vec<Part> = sentences(text)
            .into_iter()
            .filter_map(|sentence| Part::read(text, sentence, &tokens))
            .collect();
        let has = |role: Role| parts.iter().any(|part| part.role == role);
        let orders = has(Role::Order) && !has(Role::Asks);
        if parts.is_empty() || orders || !(has(Role::Says) || has(Role::Asks)) {
            return Self {
                asked: std::iter::once(0..text.len()).collect(),
                hint: Vec::new(),
                // Faces are in no sentence.
                talk: !tokens.is_empty(),
            };
        }
        let chosen = chosen(&parts);
        let told = parts.iter().zip(&chosen);
        let asked = told.clone().filter(|(_, chosen)| **chosen);
        let asked = joined(text, asked.map(|(part, _)| part.core.clone()));
        let hint = told.flat_map(|(part, chosen)| part.hints(text, *chosen));
        Self {
            hint: hint.collect(),
            asked,
            talk: false,
        }
    }
}

impl<'t> Part<'t> {
    /// `None` for a sentence without words.
    fn read(text: &str, sentence: Sentence, all: &'t [Token]) -> Option<Self> {
        let first = all.partition_point(|token| token.range.start < sentence.range.start);
        let end = all.partition_point(|token| token.range.start < sentence.range.end);
        let tokens = &all[first..end];
        if tokens.is_empty() {
            return None;
        }
        let written = &text[sentence.range.clone()];
        let marked = written.contains(asking::MARKS);
        let mut core = sentence.range.clone();
        let role = if is_talk(tokens) {
            Role::Talk
        } else if !marked && !asking::ends(written) && PHRASES.order.at_start(tokens).is_some() {
            Role::Order
        } else {
            let kept = stripped(text, tokens);
            core = around(text, &core, tokens, kept);
            let kept = &tokens[kept.0..kept.1];
            let opens = asking::asks(&text[core.clone()]) || opens_behind_fillers(text, kept);
            let exclaims = PHRASES.exclamation.at_start(kept).is_some();
            if marked || (opens && !exclaims) {
                Role::Asks
            } else {
                Role::Says
            }
        };
        Some(Self {
            sentence,
            role,
            tokens,
            core,
        })
    }

    /// What it says beside what is asked.
    fn hints(&self, text: &str, asked: bool) -> Vec<Range<usize>> {
        if matches!(self.role, Role::Talk | Role::Order) {
            return Vec::new();
        }
        let whole = &self.sentence.range;
        let before = whole.start..self.core.start;
        let behind = self.core.end..whole.end;
        let pieces = if asked {
            vec![before, behind]
        } else {
            vec![self.core.clone()]
        };
        let says = |range: &Range<usize>| {
            let inside = |token: &&Token| range.contains(&token.range.start);
            let tokens: Vec<Token> = self.tokens.iter().filter(inside).cloned().collect();
            !is_covered(&tokens, &[&PHRASES.frame, &PHRASES.lead])
        };
        let hints = pieces.into_iter().filter(says);
        hints.map(|range| trimmed(text, range)).collect()
    }

    /// Nothing in it says what it is about: "any tips?"
    fn is_thin(&self) -> bool {
        let inside = |token: &&Token| self.core.contains(&token.range.start);
        let tokens: Vec<Token> = self.tokens.iter().filter(inside).cloned().collect();
        substance(&tokens).is_empty()
    }
}

/// The tokens that say what something is about: no little words, none that only ask for help.
pub(super) fn substance(tokens: &[Token]) -> Vec<&Token> {
    let is_little = |token: &Token| {
        let languages = ["en", "fr", "es", "de", "it", "pt"];
        let mut languages = languages.iter().filter_map(|it| Language::from_tag(it));
        languages.any(|it| it.has_function_word(&token.exact))
    };
    let mut substance = Vec::new();
    let mut at = 0;
    while let Some(token) = tokens.get(at) {
        let rest = &tokens[at..];
        let lists = [&PHRASES.thin, &PHRASES.pronoun, &PHRASES.please];
        let phrases = lists.iter().filter_map(|list| list.at_start(rest));
        let longest = phrases.map(|found| found.end).max().unwrap_or(0);
        if longest == 0 && !is_little(token) {
            substance.push(token);
        }
        at += longest.max(1);
    }
    substance
}

/// Which parts are asked.
fn chosen(parts: &[Part]) -> Vec<bool> {
    let asks = parts.iter().any(|part| part.role == Role::Asks);
    let wanted = if asks { Role::Asks } else { Role::Says };
    let mut chosen: Vec<bool> = parts.iter().map(|part| part.role == wanted).collect();
    if !asks {
        return chosen;
    }
    for at in 1..parts.len() {
        let before = &parts[at - 1];
        // A line may break inside a question, and a face may stand in it.
        let goes_on = before.role == Role::Asks && before.sentence.open;
        chosen[at] |= goes_on && parts[at].role == Role::Says;
    }
    let asked = parts.iter().zip(&chosen).filter(|(_, chosen)| **chosen);
    if asked.map(|(part, _)| part).all(Part::is_thin) {
        let first = chosen.iter().position(|chosen| *chosen).unwrap_or(0);
        let says = |at: &usize| parts[*at].role == Role::Says;
        let nearest = (0..first).rev().find(says);
        let nearest = nearest.or_else(|| (first..parts.len()).find(says));
        if let Some(nearest) = nearest {
            chosen[nearest] = true;
        }
    }
    chosen
}

/// The tokens that are left without what is said around them, as the first and the one behind the
/// last; never none.
fn stripped(text: &str, tokens: &[Token]) -> (usize, usize) {
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
    let rest = &tokens[start..end];
    if let Some(kept) = (1..rest.len()).find(|at| is_talk_behind(text, rest, *at)) {
        end = start + kept;
    }
    (start, end)
}

/// How many tokens of small talk stand before a question and can be told from it.
fn talk_before(text: &str, tokens: &[Token]) -> Option<usize> {
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
        parts(text, tokens[end - 1].range.end..next.range.start)
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
        || (parts(text, last.range.end..behind[0].range.start) && is_talk(behind))
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
fn opens_behind_fillers(text: &str, tokens: &[Token]) -> bool {
    let mut found = false;
    cover(tokens, |rest| {
        found |= opens(text, rest);
        PHRASES.filler.at_start(rest).map_or(0, |it| it.end)
    });
    found
}

/// Whether some tokens are small talk and nothing else.
fn is_talk(tokens: &[Token]) -> bool {
    let mut talks = false;
    let covered = tokens.len() <= MOST_TALK
        && cover(tokens, |rest| {
            let spoken = spoken(rest);
            talks |= spoken.talks;
            spoken.length
        }) == tokens.len();
    covered && talks
}

/// What some tokens begin with that says nothing.
struct Spoken {
    /// How many tokens that is.
    length: usize,
    /// It is small talk by itself.
    talks: bool,
    /// And can be told from a question that follows without a mark.
    greets: bool,
}

fn spoken(tokens: &[Token]) -> Spoken {
    let length = |list: &List| list.at_start(tokens).map_or(0, |found| found.end);
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

fn is_covered(tokens: &[Token], lists: &[&List]) -> bool {
    cover(tokens, |rest| {
        let lists = lists.iter().filter_map(|list| list.at_start(rest));
        let longest = lists.map(|found| found.end).max().unwrap_or(0);
        longest.max(spoken(rest).length)
    }) == tokens.len()
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

/// The bytes of the kept tokens, with the marks that belong to them.
fn around(
    text: &str,
    sentence: &Range<usize>,
    tokens: &[Token],
    (first, end): (usize, usize),
) -> Range<usize> {
    let opening = |c: &char| "¿¡«“„\"'(「『【#/*`@".contains(*c);
    let start = if first == 0 && !text[sentence.start..].starts_with('<') {
        sentence.start
    } else {
        let from = tokens[first].range.start;
        let before = first.checked_sub(1).map(|before| tokens[before].range.end);
        let marks = text[before.unwrap_or(sentence.start)..from].chars().rev();
        from - marks.take_while(opening).map(char::len_utf8).sum::<usize>()
    };
    let end = if end == tokens.len() {
        sentence.end
    } else {
        tokens[end - 1].range.end
    };
    start..end
}

/// Ranges in their order, those with no word between them as one.
fn joined(text: &str, ranges: impl Iterator<Item = Range<usize>>) -> Vec<Range<usize>> {
    let mut joined: Vec<Range<usize>> = Vec::new();
    for range in ranges {
        match joined.last_mut() {
            Some(last) if !text[last.end..range.start].contains(char::is_alphanumeric) => {
                last.end = range.end;
            }
            _ => joined.push(range),
        }
    }
    joined
}

fn trimmed(text: &str, range: Range<usize>) -> Range<usize> {
    let idle = |c: char| c.is_whitespace() || ",;:-–—、，：".contains(c);
    let written = &text[range.clone()];
    let start = range.start + (written.len() - written.trim_start_matches(idle).len());
    start..start + written.trim_matches(idle).len()
}
