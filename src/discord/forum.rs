//! *Forums*: a new post whose title asks something that the articles answer gets the answer, where a
//! manager of the forum has turned that on.
//!
//! The title comes with the event; what the post says is not read.

use std::sync::Arc;

use serenity::model::channel::{ChannelType, GuildChannel};

use super::answering::look_up;
use super::bot::{Bot, report};
use super::{clock, respond};
use crate::answer::Verdict;
use crate::journal::Mode;
use crate::question::{Kind, Question};
use crate::reply::Locale;

/// A thread that is older, in seconds, is no new post: one comes back from the archive as one that
/// is made does.
const NEW: i64 = 10 * 60;

/// What ends a question, in the scripts that have a mark of their own.
const QUESTION_MARKS: [char; 4] = ['?', '？', '؟', '\u{37e}'];

impl Bot {
    /// Answers a new post, or leaves it alone.
    pub(super) async fn post(self: &Arc<Self>, thread: &GuildChannel) {
        let Some(forum) = thread.parent_id.filter(|_| is_post(thread)) else {
            return;
        };
        let on = self.journal.channel(forum.get()).mode == Mode::Forum;
        let mine = thread.owner_id == self.presence.me();
        if !on || mine || !is_new(thread) || self.tasks.is_closed() {
            return;
        }
        let Some(question) = question_in(&thread.name) else {
            return;
        };
        let answering = self.answer_post(thread, question);
        self.tasks.track_future(answering).await;
    }

    async fn answer_post(self: &Arc<Self>, thread: &GuildChannel, question: Question) {
        let edition = self.library.current();
        let Some(answer) = look_up(&edition, &question, None).await else {
            return;
        };
        if answer.verdict() != Verdict::Answered {
            return;
        }
        let guild = self.presence.locale_of(Some(thread.guild_id));
        let locale = Locale::of_question(question.text()).unwrap_or(guild);
        let asker = thread.owner_id.unwrap_or_default();
        let reply = self.written(&edition, answer, asker, locale);
        let sent = respond::in_channel(&self.rest, thread.id, &reply).await;
        report("post", sent);
    }
}

fn is_post(thread: &GuildChannel) -> bool {
    thread.kind == ChannelType::PublicThread
}

fn is_new(thread: &GuildChannel) -> bool {
    let made = thread.id.created_at().unix_timestamp();
    clock::now().0.saturating_sub(made) <= NEW
}

/// The question that a title asks: it ends like one, or has a word that asks.
fn question_in(title: &str) -> Option<Question> {
    let asks = title.trim_end().ends_with(QUESTION_MARKS) || Kind::of(title).is_some();
    Question::parse(title).ok().filter(|_| asks)
}
