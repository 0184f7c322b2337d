//! Telling in a *message* what asks from what stands around it: greetings, thanks, a story.

use std::ops::Range;

use super::asking;
use super::divide::{Sentence, sentences};
use super::phrases::PHRASES;
use super::talk::{is_covered, is_talk, opens_behind_fillers, stripped, substance, talk_before};
use super::token::{Token, tokens};
use crate::language::scripts::QUESTION_MARKS;

/// What was told apart in a message, as ranges of its bytes in their order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Message {
    /// What asks; all of the message where nothing can be told apart.
    pub asked: Vec<Range<usize>>,
    /// What else it says.
    pub hint: Vec<Range<usize>>,
    /// The message asks nothing.
    pub talk: bool,
}

/// What a sentence is for.
#[derive(Debug, PartialEq, Eq)]
enum SentenceRole {
    Talk,
    Order,
    Says,
    Asks,
}

struct Part<'t> {
    sentence: Sentence,
    role: SentenceRole,
    /// It ends with a question mark, with no mark at all, or with the ending of a question.
    may_ask: bool,
    tokens: &'t [Token],
    /// Without the small talk and politeness around it.
    core: Range<usize>,
}

impl Message {
    /// Never fails: a text in which nothing can be told apart is all a question.
    pub(super) fn read(text: &str) -> Self {
        let tokens = tokens(text);
        let parts: Vec<Part> = sentences(text)
            .into_iter()
            .filter_map(|sentence| Part::read(text, sentence, &tokens))
            .collect();
        let has = |role: SentenceRole| parts.iter().any(|part| part.role == role);
        let orders = has(SentenceRole::Order) && !has(SentenceRole::Asks);
        if parts.is_empty() || orders || !(has(SentenceRole::Says) || has(SentenceRole::Asks)) {
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
        let marked = written.contains(QUESTION_MARKS);
        let bare = written.trim_end_matches(|c: char| !c.is_alphanumeric());
        let may_ask = marked || sentence.open || asking::ends(bare);
        let mut core = sentence.range.clone();
        let role = if is_talk(tokens) {
            SentenceRole::Talk
        } else if !marked && !asking::ends(written) && PHRASES.order.at_start(tokens).is_some() {
            SentenceRole::Order
        } else {
            let kept = stripped(text, tokens, may_ask);
            core = around(text, &core, tokens, kept);
            let kept = &tokens[kept.0..kept.1];
            let opens = asking::asks(&text[core.clone()]) || opens_behind_fillers(text, kept);
            let exclaims = PHRASES.exclamation.at_start(kept).is_some();
            if marked || (opens && !exclaims) {
                SentenceRole::Asks
            } else {
                SentenceRole::Says
            }
        };
        Some(Self {
            sentence,
            role,
            may_ask,
            tokens,
            core,
        })
    }

    /// What it says beside what is asked.
    fn hints(&self, text: &str, asked: bool) -> Vec<Range<usize>> {
        if matches!(self.role, SentenceRole::Talk | SentenceRole::Order) {
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
        pieces
            .into_iter()
            .filter_map(|range| {
                let tokens = self.inside(&range);
                let idle = is_covered(&tokens, &[&PHRASES.frame, &PHRASES.lead]);
                let start = talk_before(text, &tokens)
                    .filter(|_| !idle)
                    .map_or(range.start, |end| tokens[end].range.start);
                (!idle).then(|| trimmed(text, start..range.end))
            })
            .collect()
    }

    fn inside(&self, range: &Range<usize>) -> Vec<Token> {
        self.tokens
            .iter()
            .filter(|token| range.contains(&token.range.start))
            .cloned()
            .collect()
    }

    /// Nothing in it says what it is about: "any tips?"
    fn is_thin(&self) -> bool {
        substance(&self.inside(&self.core)).is_empty()
    }
}

/// For each part, whether it is a part of the question.
fn chosen(parts: &[Part]) -> Vec<bool> {
    let asks = parts.iter().any(|part| part.role == SentenceRole::Asks);
    // "When I came, it was dark." begins as a question does, and a question beside it tells.
    let sure = |part: &Part| part.role == SentenceRole::Asks && part.may_ask;
    let mut chosen: Vec<bool> = if parts.iter().any(sure) {
        parts.iter().map(sure).collect()
    } else {
        let wanted = if asks {
            SentenceRole::Asks
        } else {
            SentenceRole::Says
        };
        parts.iter().map(|part| part.role == wanted).collect()
    };
    if !asks {
        return chosen;
    }
    for at in 1..parts.len() {
        let before = &parts[at - 1];
        // A line may break inside a question, and a face may stand in it.
        let goes_on = before.role == SentenceRole::Asks && before.sentence.open;
        chosen[at] |= goes_on && parts[at].role == SentenceRole::Says;
    }
    let asked = parts.iter().zip(&chosen).filter(|(_, chosen)| **chosen);
    if asked.map(|(part, _)| part).all(Part::is_thin) {
        let first = chosen.iter().position(|chosen| *chosen).unwrap_or(0);
        let says = |at: &usize| {
            matches!(parts[*at].role, SentenceRole::Says | SentenceRole::Asks) && !chosen[*at]
        };
        let nearest = (0..first).rev().find(says);
        let nearest = nearest.or_else(|| (first..parts.len()).find(says));
        if let Some(nearest) = nearest {
            chosen[nearest] = true;
        }
    }
    chosen
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
    let start = range.start;
    let written = &text[range];
    let start = start + (written.len() - written.trim_start_matches(idle).len());
    start..start + written.trim_matches(idle).len()
}
