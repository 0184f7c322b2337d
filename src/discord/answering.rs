//! *Answering*: from a question to quotes, with what it was asked in reply to.

use std::sync::Arc;

use serenity::model::id::UserId;

use super::bot::Bot;
use super::explaining::LookedUp;
use super::request::{Asked, Request, Showing};
use crate::answer::{Answer, Reason, Verdict};
use crate::knowledge::{Bookmark, Changed, Knowledge};
use crate::question::Question;
use crate::reply::{self, Frame, Menu, Notice, Reader, Reply};

/// As many passages as the menu below an answer leads to at most.
const MATCHES: usize = 10;

/// A question in reply to an answer with no more words than this may be half of one.
const BARE_WORDS: usize = 5;

/// What came of looking a question up.
struct Found {
    /// What was looked up in the end.
    used: LookedUp,
    answer: Answer,
    /// The question may be half of one, so it was looked up with the one before, too.
    half: bool,
}

impl Bot {
    /// What a member reads for a question.
    pub(super) async fn answer(self: Arc<Self>, asked: Asked, request: &Request) -> Reply {
        let edition = self.library.current();
        let Some(Found { used, answer, half }) = self.find(&edition, &asked).await else {
            return reply::notice(Notice::Failed, request.reader.locale);
        };
        // A later question goes on with what was looked up in the end.
        let goes_on = used.question != asked.question;
        let echo = (asked.echo || goes_on).then(|| used.question.text().to_owned());
        // Half a question says nothing of what is missing.
        if asked.own && !half {
            self.note_gap(&edition, &asked.question, &answer, request.asker.guild);
        }
        // What is for the asker alone is not shown to an admin either, nor what somebody else has
        // written, as the question that this one goes on with may be.
        if request.showing == Showing::Publicly {
            let own = asked.own && !goes_on;
            self.last_asked.set(asked.channel, own.then_some(used));
        }
        let (member, reader) = (request.asker.user, request.reader);
        let write = move |bot: &Arc<Self>| bot.written(&edition, answer, member, reader);
        let reply = self.blocking(reader.locale, write).await;
        match echo.filter(|_| !reply.aside) {
            Some(question) => reply.below(&question),
            None => reply,
        }
    }

    /// An answer with what stands below it.
    pub(super) fn written(
        &self,
        edition: &Knowledge,
        answer: Answer,
        asked_by: UserId,
        reader: Reader,
    ) -> Reply {
        let answers = answer.verdict != Verdict::None;
        let frame = self.frame(edition, asked_by, reader);
        let rows = reply::under_answer(answer.worth_reading(), answers, &frame);
        let written = match answer.reason {
            Some(Reason::SeveralDocuments) => {
                reply::which_document(edition.corpus().documents(), reader.locale)
            }
            _ => reply::answer(&answer.at_most(self.max_quotes), reader.locale),
        };
        Reply { rows, ..written }
    }

    /// A passage that a member has turned to.
    pub(super) fn page(
        &self,
        edition: &Knowledge,
        bookmark: Bookmark,
        menu: Option<Menu>,
        request: &Request,
    ) -> Reply {
        let frame = self.frame(edition, request.asker.user, request.reader);
        match edition.find(bookmark) {
            Ok(quote) => Reply {
                rows: reply::under_page(&quote, menu, &frame),
                ..reply::page(&quote)
            },
            Err(Changed) => reply::notice(Notice::EditionChanged, request.reader.locale),
        }
    }

    /// Looks a question up; one that is asked in reply to an answer and finds nothing by itself, as
    /// it goes on with the question before.
    async fn find(&self, edition: &Arc<Knowledge>, asked: &Asked) -> Option<Found> {
        let earlier = asked.earlier.as_ref();
        let alone = LookedUp {
            question: asked.question.clone(),
            document: earlier.and_then(|earlier| earlier.document),
        };
        let answer = look_up(edition, &alone.question, alone.document).await?;
        let found = |used, answer, half| Some(Found { used, answer, half });
        let Some(earlier) = earlier.filter(|_| is_bare(&alone.question, &answer)) else {
            return found(alone, answer, false);
        };
        let Some(question) = earlier.joined(&alone.question, &self.rest).await else {
            return found(alone, answer, false);
        };
        let document = alone.document;
        let better = look_up(edition, &question, document).await?;
        if better.confidence > answer.confidence {
            return found(LookedUp { question, document }, better, true);
        }
        found(alone, answer, true)
    }

    /// What the controls below a reply depend on.
    fn frame<'a>(&'a self, edition: &'a Knowledge, asker: UserId, reader: Reader) -> Frame<'a> {
        Frame {
            edition,
            reader,
            asker: asker.get(),
            votes: self.journal.keeps_questions(),
            translation: self.translation.as_ref(),
        }
    }
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
pub(super) async fn look_up(
    edition: &Arc<Knowledge>,
    question: &Question,
    document: Option<u64>,
) -> Option<Answer> {
    let (edition, question) = (Arc::clone(edition), question.clone());
    let answer = move || edition.answer_from(&question, document, MATCHES);
    let error = match tokio::task::spawn_blocking(answer).await {
        Ok(Ok(answer)) => return Some(answer),
        Ok(Err(error)) => error.to_string(),
        Err(error) if error.is_panic() => "a defect in the program".to_owned(),
        Err(error) => error.to_string(),
    };
    tracing::error!(error, "a question could not be answered");
    None
}
