//! The *intent* of a message: what its writer wants of the knowledge.

use std::ops::Range;

use super::asking;
use super::message::Message;
use super::phrases::PHRASES;
use super::token::{Token, tokens};

/// A longer request, in tokens, asks for something in a document and not for the document.
const LONGEST_REQUEST: usize = 60;

/// What a message wants.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Intent<'q> {
    /// An answer from the documents.
    Ask,
    /// Nothing: greetings, thanks, praise, laughter, insults, and orders to a language model.
    SmallTalk,
    /// What a document is about.
    Overview {
        /// The document, as it was named; none where it was not.
        of: Option<&'q str>,
    },
}

/// An [`Intent`] by the bytes it was told from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Told {
    Ask,
    SmallTalk,
    Overview(Option<Range<usize>>),
}

impl Told {
    pub(super) fn of(text: &str, message: &Message) -> Self {
        if message.talk {
            return Self::SmallTalk;
        }
        // What "this" is may stand in what else was said.
        if !message.hint.is_empty() {
            return Self::Ask;
        }
        let all = tokens(text);
        let mut wanted = message
            .asked
            .iter()
            .map(|range| overview(text, &all, range));
        let first = wanted.next().flatten();
        match first.filter(|_| wanted.all(|wanted| wanted.is_some())) {
            Some(of) => Self::Overview(of),
            None => Self::Ask,
        }
    }

    pub(super) fn in_text<'q>(&self, text: &'q str) -> Intent<'q> {
        match self {
            Self::Ask => Intent::Ask,
            Self::SmallTalk => Intent::SmallTalk,
            Self::Overview(of) => Intent::Overview {
                of: of.clone().map(|range| &text[range]),
            },
        }
    }
}

/// What an overview is wanted of: `None` where none is wanted, nothing where it is not named.
#[expect(clippy::option_option, reason = "wanted or not, named or not")]
fn overview(text: &str, all: &[Token], range: &Range<usize>) -> Option<Option<Range<usize>>> {
    let tokens: Vec<Token> = all
        .iter()
        .filter(|token| range.contains(&token.range.start))
        .cloned()
        .collect();
    if tokens.len() > LONGEST_REQUEST {
        return None;
    }
    let found = PHRASES.overview.whole(&tokens)?;
    let named = found.captured.map(|captured| &tokens[captured]);
    let Some(named) = named.filter(|named| PHRASES.document.whole(named).is_none()) else {
        return Some(None);
    };
    let named = name(named);
    let (first, last) = named.first().zip(named.last())?;
    let named = first.range.start..last.range.end;
    // "How do I write a summary" names no document.
    (!asking::asks(&text[named.clone()])).then_some(Some(named))
}

/// A name without the kind of thing before or behind it: "the article on dogs", "the dogs article".
fn name(named: &[Token]) -> &[Token] {
    let is_kind = |tokens: &[Token]| PHRASES.kind.whole(tokens).is_some();
    let before = PHRASES.document.at_start(named).map(|found| found.end);
    let before =
        before.filter(|end| *end < named.len() && (0..*end).any(|at| is_kind(&named[at..*end])));
    let named = &named[before.unwrap_or(0)..];
    let behind = (1..named.len()).find(|at| is_kind(&named[*at..]));
    &named[..behind.unwrap_or(named.len())]
}
