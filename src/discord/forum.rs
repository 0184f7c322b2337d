//! *Forums*: a new post whose title asks something that the articles answer gets the answer, where a
//! manager of the forum has turned that on.
//!
//! The title comes with the event; what the post says is not read.

use std::collections::{HashMap, HashSet};
use std::sync::{Arc, Mutex, PoisonError};

use serenity::model::channel::{ChannelType, GuildChannel, Message};
use serenity::model::id::ChannelId;

use super::answering::look_up;
use super::bot::{Bot, report};
use super::explaining::LookedUp;
use super::request::{Request, is_by_a_person};
use super::{clock, respond};
use crate::answer::{Answer, Verdict};
use crate::journal::Mode;
use crate::question::{Question, asks};
use crate::reply::Reader;

/// A thread that is older, in seconds, is no new post: one comes back from the archive as one that
/// is made does.
const NEW: i64 = 10 * 60;

/// With more posts of which only one event has come, all are forgotten.
const MOST_WAITING: usize = 1_000;

/// Posts of which one of the two events has come that Discord sends for each: that the thread is
/// there, and its first message. Before the message nobody may write in the thread.
#[derive(Default)]
pub(super) struct Posts(Mutex<Halves>);

#[derive(Default)]
struct Halves {
    threads: HashMap<ChannelId, GuildChannel>,
    begun: HashSet<ChannelId>,
}

impl Posts {
    /// A thread is there; gives it back when its first message has come already.
    fn opened(&self, thread: &GuildChannel) -> Option<GuildChannel> {
        let mut halves = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if halves.begun.remove(&thread.id) {
            return Some(thread.clone());
        }
        halves.threads.insert(thread.id, thread.clone());
        halves.forget_many();
        None
    }

    /// Forgets a thread that is not to be answered by its title.
    fn forget(&self, thread: ChannelId) {
        let mut halves = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        halves.threads.remove(&thread);
    }

    /// A thread's first message has come; gives the thread when it is there already.
    fn begun(&self, thread: ChannelId) -> Option<GuildChannel> {
        let mut halves = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let opened = halves.threads.remove(&thread);
        if opened.is_none() {
            halves.begun.insert(thread);
            halves.forget_many();
        }
        opened
    }
}

impl Halves {
    fn forget_many(&mut self) {
        if self.threads.len() + self.begun.len() > MOST_WAITING {
            self.threads.clear();
            self.begun.clear();
        }
    }
}

impl Bot {
    /// Answers a new post once it has its first message, or leaves it alone.
    pub(super) async fn post_opened(self: &Arc<Self>, thread: &GuildChannel) {
        if self.is_wanted(thread)
            && let Some(thread) = self.posts.opened(thread)
        {
            self.answer_post(&thread).await;
        }
    }

    /// The same, when the first message of a thread has come, whose id is the thread's. One that
    /// speaks to the bot, with the request in it, is answered as a message and not by its title.
    pub(super) async fn post_begun(self: &Arc<Self>, message: &Message, request: Option<&Request>) {
        if message.id.get() != message.channel_id.get() {
            return;
        }
        if request.is_some() || !is_by_a_person(message) {
            self.posts.forget(message.channel_id);
        } else if let Some(thread) = self.posts.begun(message.channel_id) {
            self.answer_post(&thread).await;
        }
    }

    fn is_wanted(&self, thread: &GuildChannel) -> bool {
        let parent = thread.parent_id.filter(|_| is_post(thread));
        let settings = parent.map(|it| self.journal.channel(it.get()));
        let on = settings.is_some_and(|it| it.mode == Mode::Forum && !it.private);
        let mine = thread.owner_id == self.presence.me();
        on && !mine && is_new(thread) && !self.tasks.is_closed()
    }

    async fn answer_post(self: &Arc<Self>, thread: &GuildChannel) {
        let Some(question) = question_in(&thread.name) else {
            return;
        };
        let answering = async {
            let edition = self.library.current();
            let answer = look_up(&edition, &question, None).await;
            let sure = |answer: &Answer| answer.verdict == Verdict::Answered;
            let Some(answer) = answer.filter(sure) else {
                return;
            };
            let guild = self.presence.reader_of(Some(thread.guild_id));
            let reader = Reader::of_question(question.text(), guild);
            let asker = thread.owner_id.unwrap_or_default();
            let write = move |bot: &Arc<Self>| bot.written(&edition, answer, asker, reader);
            let reply = Arc::clone(self).blocking(reader.locale, write).await;
            if reply.aside {
                return;
            }
            let reply = reply.below(question.text());
            self.last_asked
                .set(thread.id, Some(LookedUp::alone(question)));
            let sent = respond::in_channel(&self.rest, thread.id, &reply).await;
            report("post", sent);
        };
        self.tasks.track_future(answering).await;
    }
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
