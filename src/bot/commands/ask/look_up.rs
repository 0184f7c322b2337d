//! To *look up* a question is to have the articles asked; one in reply to an answer may go on with
//! the question before.

use std::sync::Arc;

use super::AskedQuestion;
use crate::answer::{Answer, Reason, Verdict};
use crate::bot::app::{App, LookedUp};
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

/// Looks a question up; one that is asked in reply to an answer and finds nothing by itself, as
/// it goes on with the question before.
pub(super) async fn find(
    app: &App,
    snapshot: &Arc<Snapshot>,
    asked: &AskedQuestion,
) -> Option<LookedUpAnswer> {
    let earlier = asked.earlier.as_ref();
    let alone = LookedUp {
        question: asked.question.clone(),
        document: earlier.and_then(|earlier| earlier.document),
    };
    let Answered { answer, vector, .. } =
        look_up(snapshot, &alone.question, alone.document).await?;
    let found = |used, answer, half| {
        Some(LookedUpAnswer {
            used,
            answer,
            vector,
            half,
        })
    };
    let Some(earlier) = earlier.filter(|_| is_bare(&alone.question, &answer)) else {
        return found(alone, answer, false);
    };
    let Some(question) = earlier.joined(&alone.question, &app.rest).await else {
        return found(alone, answer, false);
    };
    let document = alone.document;
    let better = look_up(snapshot, &question, document).await?.answer;
    if better.confidence > answer.confidence {
        return found(LookedUp { question, document }, better, true);
    }
    found(alone, answer, true)
}

/// Whether a question may be meant to go on with the one before.
fn is_bare(question: &Question, answer: &Answer) -> bool {
    let short = question.text().split_whitespace().count() <= BARE_WORDS;
    match answer.reason {
        Some(Reason::NothingToLookUp) => true,
        Some(Reason::SmallTalk | Reason::SeveralDocuments) => false,
        Some(Reason::NothingFound | Reason::TooLittleFound) => short,
        None => short && answer.verdict == Verdict::Weak,
    }
}

/// Computes on a thread where it may take its time; `None` after a defect, which is logged.
pub(crate) async fn look_up(
    snapshot: &Arc<Snapshot>,
    question: &Question,
    document: Option<u64>,
) -> Option<Answered> {
    let (snapshot, question) = (Arc::clone(snapshot), question.clone());
    let answer = move || {
        snapshot.ask(&Ask {
            document,
            ..Ask::new(&question, MATCHES)
        })
    };
    let error = match tokio::task::spawn_blocking(answer).await {
        Ok(Ok(answer)) => return Some(answer),
        Ok(Err(error)) => error.to_string(),
        Err(error) if error.is_panic() => "a defect in the program".to_owned(),
        Err(error) => error.to_string(),
    };
    tracing::error!(error, "a question could not be answered");
    None
}
