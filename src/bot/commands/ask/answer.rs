//! An *answer* as a member gets it: quotes with what stands below them; what had no good answer is
//! noted.

use std::sync::Arc;

use serenity::model::id::{GuildId, UserId};

use super::AskedQuestion;
use super::look_up::{LookedUpAnswer, find};
use crate::answer::{Answer, Reason, Verdict};
use crate::bot::api::respond::Showing;
use crate::bot::app::{App, clock};
use crate::bot::call::Call;
use crate::encoder::Vector;
use crate::journal::Unanswered;
use crate::language::Language;
use crate::library::Snapshot;
use crate::question::Question;
use crate::reply::{self, Frame, Locale, Notice, Reader, Reply};

/// What a member reads for a question.
pub(super) async fn answer(app: Arc<App>, call: Call, asked: AskedQuestion) -> Reply {
    let snapshot = app.library.current();
    let Some(found) = find(&app, &snapshot, &asked).await else {
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
        note_gap(&app, &asked.question, &answer, vector, call.asker.guild);
    }
    // What is for the asker alone is not shown to an admin either, nor what somebody else has
    // written, as the question that this one goes on with may be.
    if call.showing == Showing::Publicly {
        let own = asked.own && !goes_on;
        app.last_asked.set(call.channel, own.then_some(used));
    }
    let (member, reader) = (call.asker.user, call.reader);
    let write = move |app: &App| written(app, &snapshot, answer, member, reader);
    let reply = app.blocking(reader.locale, write).await;
    match echo.filter(|_| !reply.aside) {
        Some(question) => reply.below(&question),
        None => reply,
    }
}

/// An answer with what stands below it.
pub(crate) fn written(
    app: &App,
    snapshot: &Snapshot,
    answer: Answer,
    asked_by: UserId,
    reader: Reader,
) -> Reply {
    let answers = answer.verdict != Verdict::None;
    let frame = frame(app, snapshot, asked_by, reader);
    let rows = reply::under_answer(answer.worth_reading(), answers, &frame);
    let written = match answer.reason {
        Some(Reason::SeveralDocuments) => {
            reply::which_document(snapshot.corpus().documents(), reader.locale)
        }
        _ => reply::answer(&answer.at_most(app.max_quotes), reader.locale),
    };
    Reply { rows, ..written }
}

/// What the controls below a reply depend on.
pub(super) fn frame<'a>(
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
/// of what is missing.
fn note_gap(
    app: &Arc<App>,
    question: &Question,
    answer: &Answer,
    vector: Option<Vector>,
    guild: Option<GuildId>,
) {
    let verdict = answer.verdict;
    let idle = answer.reason.is_some_and(|reason| !reason.tells_a_gap());
    if !app.journal.keeps_questions() || verdict == Verdict::Answered || idle {
        return;
    }
    let (in_task, question) = (Arc::clone(app), question.clone());
    app.tasks.spawn_blocking(move || {
        let languages = Locale::ALL.map(Locale::language);
        let unanswered = Unanswered {
            question: &question,
            language: Language::of_question(question.text(), &languages),
            verdict,
            meaning: vector.as_ref(),
            guild: guild.map(GuildId::get),
        };
        if let Err(error) = in_task.journal.record_gap(&unanswered, clock::now()) {
            tracing::warn!(%error, "a question without an answer was not written down");
        }
    });
}
