//! An *answer* as a member gets it: quotes with what stands below them; what had no good answer is
//! noted.

use std::sync::Arc;

use serenity::model::id::{GuildId, UserId};

use super::AskedQuestion;
use super::look_up::{LookedUpAnswer, alone, is_bare, joined as joined_with};
use crate::answer::{Answer, Verdict};
use crate::bot::api::respond::Showing;
use crate::bot::app::queue::{JobError, Lane};
use crate::bot::app::{App, LookedUp, clock};
use crate::bot::call::Call;
use crate::encoder::Vector;
use crate::journal::Unanswered;
use crate::language::Language;
use crate::library::Snapshot;
use crate::question::Question;
use crate::reply::{self, Frame, Locale, Notice, Reader, Reply};

/// What a member reads for a question.
///
/// It is looked up and written in one job. Only what goes on with the question before takes a second
/// one, as Discord is asked for that question in between.
pub(super) async fn answer(app: Arc<App>, call: Call, asked: AskedQuestion) -> Reply {
    let lane = Lane::from(&call);
    let answering = Arc::new(Answering {
        snapshot: app.library.current(),
        app,
        call,
        asked,
    });
    let job = Arc::clone(&answering);
    let first = answering.app.queue.run(lane, move || job.first()).await;
    let alone = match first {
        Ok(First::Reply(reply)) => return reply,
        Ok(First::GoesOn(alone)) => alone,
        Err(error) => return answering.failed(error),
    };
    let joined = match &answering.asked.earlier {
        Some(earlier) => {
            let question = &answering.asked.question;
            earlier.joined(question, &answering.app.rest).await
        }
        None => None,
    };
    let job = Arc::clone(&answering);
    let second = answering.app.queue.run(lane, move || {
        let found = joined_with(&job.snapshot, *alone, joined);
        job.reply(found)
    });
    second.await.unwrap_or_else(|error| answering.failed(error))
}

/// A question on its way to the reply; keeps one snapshot to its end.
struct Answering {
    app: Arc<App>,
    snapshot: Arc<Snapshot>,
    call: Call,
    asked: AskedQuestion,
}

/// What the first job comes to.
enum First {
    Reply(Reply),
    /// The question found little by itself, and may go on with the one before.
    GoesOn(Box<LookedUpAnswer>),
}

impl Answering {
    fn first(&self) -> First {
        let earlier = self.asked.earlier.as_ref();
        let found = alone(
            &self.snapshot,
            LookedUp {
                question: self.asked.question.clone(),
                document: earlier.and_then(|earlier| earlier.document),
            },
        );
        match found {
            Some(found) if earlier.is_some() && is_bare(&self.asked.question, &found.answer) => {
                First::GoesOn(Box::new(found))
            }
            found => First::Reply(self.reply(found)),
        }
    }

    /// What a member reads where a job came to nothing.
    fn failed(&self, error: JobError) -> Reply {
        // What was refused was not looked up, and is counted as such.
        if error == JobError::Panicked {
            self.count(None);
        }
        reply::notice(error.into(), self.call.reader.locale)
    }

    fn count(&self, verdict: Option<Verdict>) {
        let (surface, locale) = (self.call.surface, self.call.reader.locale);
        self.app.metrics.question(surface, locale, verdict);
    }

    fn reply(&self, found: Option<LookedUpAnswer>) -> Reply {
        let (app, call, asked) = (&self.app, &self.call, &self.asked);
        self.count(found.as_ref().map(|found| found.answer.verdict));
        let Some(found) = found else {
            return reply::notice(Notice::Failed, call.reader.locale);
        };
        let LookedUpAnswer {
            used,
            answer,
            vector,
            half,
        } = found;
        // A later question goes on with what was looked up in the end.
        let goes_on = used.question != asked.question;
        let echo = (asked.echo || goes_on).then(|| used.question.text().to_owned());
        // Half a question says nothing of what is missing.
        if asked.own && !half {
            note_gap(app, &asked.question, &answer, vector.as_ref(), call);
        }
        // What is for the asker alone is not shown to an admin either, nor what somebody else has
        // written, as the question that this one goes on with may be.
        if call.showing == Showing::Publicly {
            let own = asked.own && !goes_on;
            app.last_asked.set(call.channel, own.then_some(used));
        }
        let frame = frame(app, &self.snapshot, call.asker.user, call.reader);
        let reply = reply::answer(&answer, app.max_quotes, &frame);
        match echo.filter(|_| !reply.aside) {
            Some(question) => reply.below(&question),
            None => reply,
        }
    }
}

/// What the controls below a reply depend on.
pub(crate) fn frame<'a>(
    app: &'a App,
    snapshot: &'a Snapshot,
    asker: UserId,
    reader: Reader,
) -> Frame<'a> {
    Frame {
        snapshot,
        reader,
        asker: asker.get(),
        votes: app.journal.keeps_questions(),
        translation: app.translation.as_ref(),
    }
}

/// Notes a question that had no good answer, after the answer and beside it, unless it says nothing
/// of what is missing, or too many wait to be noted.
fn note_gap(
    app: &Arc<App>,
    question: &Question,
    answer: &Answer,
    vector: Option<&Vector>,
    call: &Call,
) {
    let verdict = answer.verdict;
    let idle = answer.reason.is_some_and(|reason| !reason.tells_a_gap());
    if !app.journal.keeps_questions() || verdict == Verdict::Answered || idle {
        return;
    }
    let (in_task, question, vector) = (Arc::clone(app), question.clone(), vector.copied());
    let guild = call.asker.guild;
    let token = app.tasks.token();
    let has_room = app.queue.run_later(move || {
        // Kept to the end, so that the program does not end before.
        let _token = token;
        let languages = Locale::ALL.map(Locale::language);
        let unanswered = Unanswered {
            question: &question,
            language: Language::of_question(question.text(), &languages),
            verdict,
            meaning: vector.as_ref(),
            guild: guild.map(GuildId::get),
        };
        if let Err(error) = in_task.journal.record_gap(&unanswered, clock::now()) {
            tracing::warn!(%error, "an unanswered question could not be stored");
        }
    });
    if !has_room {
        tracing::debug!("too many questions without an answer wait to be written down");
    }
}
