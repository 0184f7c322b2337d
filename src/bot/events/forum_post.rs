//! A new *post* of a forum: one whose title asks something that the articles answer gets the answer,
//! where a manager of the forum has turned that on.
//!
//! The title comes with the event; what the post says is not read.

use std::sync::Arc;

use serenity::model::channel::{ChannelType, GuildChannel, Message};

use super::report;
use crate::answer::Verdict;
use crate::bot::api::respond;
use crate::bot::app::queue::Lane;
use crate::bot::app::{App, LookedUp, clock};
use crate::bot::call::is_by_a_person;
use crate::bot::commands::ask::{frame, look_up};
use crate::bot::metrics::Surface;
use crate::journal::Mode;
use crate::question::{Question, asks};
use crate::reply::{self, Reader};

/// A thread that is older, in seconds, is no new post: one comes back from the archive as one that
/// is made does.
const NEW: i64 = 10 * 60;

/// Answers a new post once it has its first message, or leaves it alone.
pub(super) async fn opened(app: &Arc<App>, thread: &GuildChannel) {
    if is_wanted(app, thread)
        && let Some(thread) = app.forum_posts.opened(thread)
    {
        answer(app, &thread).await;
    }
}

/// The same, when the first message of a thread has come, whose id is the thread's. One that speaks
/// to the bot is answered as a message and not by its title.
pub(super) async fn begun(app: &Arc<App>, message: &Message, speaks_to_the_bot: bool) {
    if message.id.get() != message.channel_id.get() {
        return;
    }
    if speaks_to_the_bot || !is_by_a_person(message) {
        app.forum_posts.forget(message.channel_id);
    } else if let Some(thread) = app.forum_posts.begun(message.channel_id) {
        answer(app, &thread).await;
    }
}

fn is_wanted(app: &App, thread: &GuildChannel) -> bool {
    let parent = thread.parent_id.filter(|_| is_post(thread));
    let settings = parent.map(|parent| app.journal.channel(parent.get()));
    let on = settings.is_some_and(|settings| settings.mode == Mode::Forum && !settings.private);
    let mine = thread.owner_id == app.presence.me();
    on && !mine && is_new(thread) && !app.tasks.is_closed()
}

async fn answer(app: &Arc<App>, thread: &GuildChannel) {
    let Some(question) = question_in(&thread.name) else {
        return;
    };
    let stopwatch = app.metrics.stopwatch(Surface::Post);
    let answering = async {
        let snapshot = app.library.current();
        let guild = app.presence.reader_of(Some(thread.guild_id));
        let reader = Reader::of_question(question.text(), guild);
        let asker = thread.owner_id.unwrap_or_default();
        let lane = Lane {
            member: asker,
            channel: thread.id,
        };
        let (in_job, title) = (Arc::clone(app), question.clone());
        let answered = app.queue.run(lane, move || {
            let answer = look_up(&snapshot, &title, None).map(|found| found.answer);
            let verdict = answer.as_ref().map(|answer| answer.verdict);
            in_job
                .metrics
                .question(Surface::Post, reader.locale, verdict);
            let answer = answer?;
            let is_sure = answer.verdict == Verdict::Answered;
            let frame = frame(&in_job, &snapshot, asker, reader);
            is_sure.then(|| reply::answer(&answer, in_job.max_quotes, &frame))
        });
        // Nobody waits for it, so where too many others do it is left alone.
        let Ok(Some(reply)) = answered.await else {
            return;
        };
        if reply.aside {
            return;
        }
        let reply = reply.below(question.text());
        app.last_asked
            .set(thread.id, Some(LookedUp::alone(question)));
        let sent = respond::in_channel(&app.rest, thread.id, &reply, thread.id.get()).await;
        report("post", sent.inspect(|()| stopwatch.responded()));
    };
    app.tasks.track_future(answering).await;
}

fn is_post(thread: &GuildChannel) -> bool {
    thread.kind == ChannelType::PublicThread
}

fn is_new(thread: &GuildChannel) -> bool {
    let made = thread.id.created_at().unix_timestamp();
    clock::now().0.saturating_sub(made) <= NEW
}

/// The question that a title asks, if it does.
fn question_in(title: &str) -> Option<Question> {
    Question::parse(title).ok().filter(|_| asks(title))
}
