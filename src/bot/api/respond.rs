//! *Responding*: a reply on its way to Discord, in time and without pinging anybody.

use std::time::Duration;

use serde_json::{Value, json};
use serenity::http::{LightMethod, Request, Route};
use serenity::model::application::{CommandInteraction, ComponentInteraction};
use serenity::model::channel::{Message, MessageFlags};
use serenity::model::id::{ApplicationId, ChannelId, InteractionId};
use tokio::task::{JoinError, JoinHandle};

use super::components;
use super::rest::{Rest, RestError};
use crate::bot::metrics::Stopwatch;
use crate::reply::{Embed, File, Locale, Notice, Reply, notice};

/// How long a reply may take before the member is shown that it is under way. Discord drops an
/// interaction that has had no response for 3 seconds; the rest of them is for the network.
pub(crate) const DEFER_AFTER: Duration = Duration::from_secs(1);

/// Discord shows that somebody is typing for 10 seconds.
const TYPING_LASTS: Duration = Duration::from_secs(9);

/// Discord's kinds of interaction responses (documentation, "Receiving and Responding"). Serenity
/// keeps the numbers to its builders, which write fields that say nothing.
const MESSAGE: u8 = 4;
const DEFERRED_MESSAGE: u8 = 5;
const DEFERRED_UPDATE: u8 = 6;
const UPDATE: u8 = 7;
const SUGGESTIONS: u8 = 8;

/// Where a reply is to be seen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Showing {
    /// By everybody.
    Publicly,
    /// By the asker alone.
    Privately,
    /// In place of the message whose button was pressed.
    InPlace,
}

/// A reply being made, and what its reader should know of it.
pub(crate) struct PendingReply {
    pub reply: JoinHandle<Reply>,
    pub showing: Showing,
    pub locale: Locale,
    pub stopwatch: Stopwatch,
}

/// An interaction of any kind, as far as a response needs it.
#[derive(Clone, Copy)]
pub(crate) struct InteractionRef<'a> {
    id: InteractionId,
    token: &'a str,
    application: ApplicationId,
}

/// Responds to an interaction: at once when the reply is ready within `defer_after`, else deferred.
pub(crate) async fn to_interaction(
    rest: &Rest,
    interaction: InteractionRef<'_>,
    defer_after: Duration,
    mut pending: PendingReply,
) -> Result<(), RestError> {
    let (at_once, later) = match pending.showing {
        Showing::Publicly | Showing::Privately => (MESSAGE, DEFERRED_MESSAGE),
        Showing::InPlace => (UPDATE, DEFERRED_UPDATE),
    };
    let ready = if defer_after.is_zero() {
        None
    } else {
        let ready = tokio::time::timeout(defer_after, &mut pending.reply).await;
        ready.ok()
    };
    if let Some(ready) = ready {
        let ready = whole(ready, pending.locale, &pending.stopwatch);
        let (kind, showing) = if ready.aside {
            (MESSAGE, Showing::Privately)
        } else {
            (at_once, pending.showing)
        };
        let mut message = self::message(&ready);
        if kind == MESSAGE {
            message["flags"] = flags(showing);
        }
        let response = json!({ "type": kind, "data": message });
        interaction.send(rest, &response, &ready.files).await?;
        pending.stopwatch.responded();
        return Ok(());
    }
    let wait = json!({ "flags": flags(pending.showing), "allowed_mentions": nobody() });
    let wait = Some(&wait).filter(|_| later == DEFERRED_MESSAGE);
    interaction.respond(rest, later, wait).await?;
    pending.stopwatch.responded();
    let ready = whole(pending.reply.await, pending.locale, &pending.stopwatch);
    let mut body = message(&ready);
    // The message that was pressed stays as it is beside a notice.
    if later == DEFERRED_UPDATE && ready.aside {
        body["flags"] = flags(Showing::Privately);
        let follow_up = interaction.follow_up();
        rest.send_json(LightMethod::Post, follow_up, &body).await?;
        return Ok(());
    }
    let (method, original) = (LightMethod::Patch, interaction.original());
    let edited = rest.send_form(method, original, &body, &ready.files).await;
    match edited {
        Ok(_) => Ok(()),
        Err(error) if error.is_gone() => Err(error),
        Err(error) => {
            if later == DEFERRED_MESSAGE {
                interaction.give_up(rest, pending.locale).await;
            }
            Err(error)
        }
    }
}

/// Takes away the message whose button was pressed.
pub(crate) async fn by_deleting(
    rest: &Rest,
    interaction: InteractionRef<'_>,
) -> Result<(), RestError> {
    interaction.respond(rest, DEFERRED_UPDATE, None).await?;
    let gone = Request::new(interaction.original(), LightMethod::Delete);
    rest.send(gone).await.map(|_| ())
}

/// Shows what a member may be about to type.
pub(crate) async fn by_suggesting(
    rest: &Rest,
    interaction: InteractionRef<'_>,
    suggestions: &[(String, String)],
) -> Result<(), RestError> {
    let choices: Value = suggestions
        .iter()
        .map(|(shown, sent)| json!({ "name": shown, "value": sent }))
        .collect();
    let data = json!({ "choices": choices });
    interaction.respond(rest, SUGGESTIONS, Some(&data)).await
}

impl InteractionRef<'_> {
    async fn respond(self, rest: &Rest, kind: u8, data: Option<&Value>) -> Result<(), RestError> {
        let mut response = json!({ "type": kind });
        if let Some(data) = data {
            response["data"] = data.clone();
        }
        self.send(rest, &response, &[]).await
    }

    async fn send(self, rest: &Rest, response: &Value, files: &[File]) -> Result<(), RestError> {
        let route = Route::InteractionResponse {
            interaction_id: self.id,
            token: self.token,
        };
        rest.send_form(LightMethod::Post, route, response, files)
            .await?;
        Ok(())
    }

    /// Puts a calm sentence in place of "thinking…", or takes it away: else it would stay for ever.
    async fn give_up(self, rest: &Rest, locale: Locale) {
        let sorry = message(&notice(Notice::Failed, locale));
        let edited = rest.send_json(LightMethod::Patch, self.original(), &sorry);
        if edited.await.is_err() {
            let gone = Request::new(self.original(), LightMethod::Delete);
            if let Err(error) = rest.send(gone).await {
                tracing::warn!(%error, "a response could not be completed");
            }
        }
    }

    /// A message after the first response.
    fn follow_up(&self) -> Route<'_> {
        Route::WebhookFollowupMessages {
            application_id: self.application,
            token: self.token,
        }
    }

    /// The first response; for a press, the message that was pressed.
    fn original(&self) -> Route<'_> {
        Route::WebhookOriginalInteractionResponse {
            application_id: self.application,
            token: self.token,
        }
    }
}

impl<'a> From<&'a CommandInteraction> for InteractionRef<'a> {
    fn from(command: &'a CommandInteraction) -> Self {
        Self {
            id: command.id,
            token: &command.token,
            application: command.application_id,
        }
    }
}

impl<'a> From<&'a ComponentInteraction> for InteractionRef<'a> {
    fn from(press: &'a ComponentInteraction) -> Self {
        Self {
            id: press.id,
            token: &press.token,
            application: press.application_id,
        }
    }
}

/// Replies to a message in its channel, or in a new thread of the name `thread`; where no thread can
/// be made, in the channel.
pub(crate) async fn to_message(
    rest: &Rest,
    message: &Message,
    thread: Option<&str>,
    type_after: Duration,
    mut pending: PendingReply,
) -> Result<(), RestError> {
    let ready = while_typing(rest, message.channel_id, type_after, &mut pending.reply).await;
    let ready = whole(ready, pending.locale, &pending.stopwatch);
    let answered = in_thread_or_channel(rest, message, thread, &ready).await;
    answered.inspect(|()| pending.stopwatch.responded())
}

async fn in_thread_or_channel(
    rest: &Rest,
    message: &Message,
    thread: Option<&str>,
    ready: &Reply,
) -> Result<(), RestError> {
    if let Some(name) = thread {
        let answered = async {
            let thread = thread_below(rest, message, name).await?;
            in_channel(rest, thread, ready, message.id.get()).await
        };
        match answered.await {
            Ok(()) => return Ok(()),
            Err(error) => tracing::warn!(%error, "no answer in a thread; answering in the channel"),
        }
    }
    let mut answer = self::message(ready);
    answer["message_reference"] = json!({ "message_id": message.id });
    post(rest, message.channel_id, answer, message.id.get()).await
}

/// Waits for a reply; after a while, those in the channel see the bot typing. The reply never waits for
/// that: it is sent beside, and once.
async fn while_typing(
    rest: &Rest,
    channel_id: ChannelId,
    mut wait: Duration,
    reply: &mut JoinHandle<Reply>,
) -> Result<Reply, JoinError> {
    loop {
        if let Ok(ready) = tokio::time::timeout(wait, &mut *reply).await {
            return ready;
        }
        wait = TYPING_LASTS;
        let rest = rest.clone();
        tokio::spawn(async move {
            let typing = Request::new(Route::ChannelTyping { channel_id }, LightMethod::Post);
            if let Err(error) = rest.send_once(typing).await {
                tracing::debug!(%error, "the typing indicator could not be shown");
            }
        });
    }
}

/// Posts a reply in a channel; `answers` is what it answers, as for [`post`].
pub(crate) async fn in_channel(
    rest: &Rest,
    channel: ChannelId,
    reply: &Reply,
    answers: u64,
) -> Result<(), RestError> {
    post(rest, channel, message(reply), answers).await
}

/// Posts a message once: of several with the number of what they answer, Discord takes the first.
async fn post(
    rest: &Rest,
    channel_id: ChannelId,
    mut body: Value,
    answers: u64,
) -> Result<(), RestError> {
    body["nonce"] = json!(answers.to_string());
    body["enforce_nonce"] = json!(true);
    let route = Route::ChannelMessages { channel_id };
    rest.send_json(LightMethod::Post, route, &body).await?;
    Ok(())
}

/// The thread below a message, which Discord gives the message's id.
pub(crate) fn thread_of(message: &Message) -> ChannelId {
    ChannelId::new(message.id.get())
}

/// Makes a thread below a message.
async fn thread_below(rest: &Rest, message: &Message, name: &str) -> Result<ChannelId, RestError> {
    let route = Route::ChannelMessageThreads {
        channel_id: message.channel_id,
        message_id: message.id,
    };
    rest.send_json(LightMethod::Post, route, &json!({ "name": name }))
        .await?;
    Ok(thread_of(message))
}

/// The reply, or a notice where making it ended in a panic, whose cause is logged.
fn whole(made: Result<Reply, JoinError>, locale: Locale, stopwatch: &Stopwatch) -> Reply {
    made.unwrap_or_else(|error| {
        let panicked = error.is_panic();
        if panicked {
            stopwatch.panicked();
        }
        tracing::error!(panicked, "a reply could not be made");
        notice(Notice::Failed, locale)
    })
}

/// A reply as the body of a message, without where it goes. Nobody is ever pinged.
#[must_use]
pub fn message(reply: &Reply) -> Value {
    json!({
        "content": reply.content,
        "embeds": reply.embeds.iter().map(embed).collect::<Vec<_>>(),
        "components": components::rows(&reply.rows),
        "allowed_mentions": nobody(),
    })
}

/// Discord refuses empty titles, fields and footers, so what is empty is left out.
fn embed(embed: &Embed) -> Value {
    let mut body = json!({ "color": embed.colour });
    if !embed.title.is_empty() {
        body["title"] = json!(embed.title);
    }
    if !embed.description.is_empty() {
        body["description"] = json!(embed.description);
    }
    if !embed.fields.is_empty() {
        body["fields"] = embed
            .fields
            .iter()
            .map(|field| json!({ "name": field.name, "value": field.value, "inline": false }))
            .collect();
    }
    if !embed.footer.is_empty() {
        body["footer"] = json!({ "text": embed.footer });
    }
    body
}

/// Nobody is ever pinged, whatever the article or the question says.
fn nobody() -> Value {
    json!({ "parse": [], "replied_user": false })
}

fn flags(showing: Showing) -> Value {
    let flags = match showing {
        Showing::Privately => MessageFlags::EPHEMERAL,
        Showing::Publicly | Showing::InPlace => MessageFlags::empty(),
    };
    json!(flags.bits())
}
