//! To *look up* a question is to have the articles asked; one in reply to an answer may go on with
//! the question before.

use std::sync::Arc;

use crate::answer::{Answer, Reason, Verdict};
use crate::bot::app::LookedUp;
use crate::encoder::Vector;
use crate::library::{Answered, Ask, Snapshot};
use crate::question::Question;

/// As many passages as the menu below an answer leads to at most.
const MATCHES: usize = 10;

/// A question in reply to an answer with no more words than this may be half of one.
const BARE_WORDS: usize = 5;

/// What came of looking a question up.
pub(super) struct LookedUpAnswer {
    /// What was looked up in the end.
    pub(super) used: LookedUp,
    pub(super) answer: Answer,
    /// The meaning of the question that was asked, where that was looked up.
    pub(super) vector: Option<Vector>,
    /// The question may be half of one, so it was looked up with the one before, too.
    pub(super) half: bool,
}

/// Looks a question up by itself; `None` after a defect, which is logged.
pub(super) fn alone(snapshot: &Arc<Snapshot>, asked: LookedUp) -> Option<LookedUpAnswer> {
    let answered = look_up(snapshot, &asked.question, asked.document)?;
    Some(LookedUpAnswer {
        used: asked,
        answer: answered.answer,
        vector: answered.vector,
        half: false,
    })
}

/// Looks a question up that found little by itself, as `joined` with the question before: the better
/// of both answers counts.
pub(super) fn joined(
    snapshot: &Arc<Snapshot>,
    alone: LookedUpAnswer,
    joined: Option<Question>,
) -> Option<LookedUpAnswer> {
    let Some(question) = joined else {
        return Some(alone);
    };
    let document = alone.used.document;
    let better = look_up(snapshot, &question, document)?.answer;
    let alone = LookedUpAnswer {
        half: true,
        ..alone
    };
    Some(if better.confidence > alone.answer.confidence {
        LookedUpAnswer {
            used: LookedUp { question, document },
            answer: better,
            ..alone
        }
    } else {
        alone
    })
}

/// Whether a question may be meant to go on with the one before.
pub(super) fn is_bare(question: &Question, answer: &Answer) -> bool {
    let short = question.text().split_whitespace().count() <= BARE_WORDS;
    match answer.reason {
        Some(Reason::NothingToLookUp) => true,
        Some(Reason::SmallTalk | Reason::SeveralDocuments) => false,
        Some(Reason::NothingFound | Reason::TooLittleFound) => short,
        None => short && answer.verdict == Verdict::Weak,
    }
}

/// Has the articles asked; computes. `None` after a defect, which is logged.
pub(crate) fn look_up(
    snapshot: &Snapshot,
    question: &Question,
    document: Option<u64>,
) -> Option<Answered> {
    let answered = snapshot.ask(&Ask {
        document,
        ..Ask::new(question, MATCHES)
    });
    answered
        .inspect_err(|error| tracing::error!(%error, "a question could not be answered"))
        .ok()
}
