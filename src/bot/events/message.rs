//! A message that speaks to the bot: a mention, a reply that pings it, or a direct message.

use std::sync::Arc;

use serenity::model::channel::{Message, MessageType};
use serenity::model::id::UserId;

use super::{forum_post, report};
use crate::bot::api::respond;
use crate::bot::app::App;
use crate::bot::call::follow_up::Earlier;
use crate::bot::call::message_text::{self, MessageText};
use crate::bot::call::{Call, is_by_a_person};
use crate::bot::commands::ask;
use crate::journal::{AnswerPlace, Mode};
use crate::reply::{Notice, Reader, thread_name};

/// Answers a message if it speaks to the bot, and a post that begins with one that does not.
pub(super) async fn respond(app: &Arc<App>, message: &Message) {
    if app.tasks.is_closed() {
        return;
    }
    let Some(me) = app.presence.me() else { return };
    let speech = speech(message, me);
    forum_post::begun(app, message, speech.is_some()).await;
    if let Some(speech) = speech {
        answer(app, message, &speech).await;
    }
}

/// What is said to the bot, whose user is `me`; `None` where a message does not speak to it.
fn speech(message: &Message, me: UserId) -> Option<Speech<'_>> {
    let ordinary = matches!(
        message.kind,
        MessageType::Regular | MessageType::InlineReply
    );
    if !is_by_a_person(message) || !ordinary {
        return None;
    }
    let MessageText { text, mentioned } = message_text::read(&message.content, me);
    let answered = message
        .referenced_message
        .as_deref()
        .filter(|original| original.author.id == me);
    let pings = answered.is_some() && message.mentions.iter().any(|user| user.id == me);
    let spoken_to = message.guild_id.is_none() || mentioned || pings;
    spoken_to.then_some(Speech { text, answered })
}

/// What is said to the bot.
struct Speech<'a> {
    text: String,
    /// The message of the bot's that it is said in reply to.
    answered: Option<&'a Message>,
}

async fn answer(app: &Arc<App>, message: &Message, speech: &Speech<'_>) {
    let settings = app.settings_of(message.channel_id);
    if matches!(settings.mode, Mode::Off | Mode::Commands) {
        return;
    }
    let fallback = app.presence.reader_of(message.guild_id);
    let reader = Reader::of_question(&speech.text, fallback);
    let mut call = Call::of_message(message, reader, speech.answered.is_some());
    let earlier = speech.answered.and_then(Earlier::of);
    let args = || ask::Args::of_speech(&speech.text, earlier);
    let mut args = ask::if_room(app, &call, args);
    let mut thread = None;
    if let ask::Args::Question(asked) = &mut args {
        let in_thread = settings.place == AnswerPlace::Thread && message.guild_id.is_some();
        if settings.private {
            args = ask::Args::PrivateChannel;
        } else if in_thread && app.presence.parent_of(message.channel_id).is_none() {
            // The answer does not refer to the message, so the question stands above it.
            asked.echo = true;
            call.channel = respond::thread_of(message);
            thread = Some(thread_name(&message_text::text(&message.content)));
        }
    }
    let args = ask::counted(app, &call, args);
    // A flood of messages gets one such reply, and not a flood of them.
    if matches!(args, ask::Args::Notice(Notice::Cooldown(_))) && !app.may_be_told(&call) {
        return;
    }
    let pending = ask::begin(app, call, args);
    let done = respond::to_message(
        &app.rest,
        message,
        thread.as_deref(),
        app.defer_after,
        pending,
    );
    report("message", app.tasks.track_future(done).await);
}
