//! *Responding*: a reply on its way to Discord, in time and without pinging anybody.

use std::time::Duration;

use serde_json::{Value, json};
use serenity::http::{LightMethod, Route};
use serenity::model::application::CommandInteraction;
use serenity::model::channel::Message;
use tokio::task::{JoinError, JoinHandle};

use super::rest::{Rest, RestError};
use crate::reply::{Embed, Locale, Notice, Reply, notice};

/// How long a reply may take before the member is shown that it is under way. Discord drops an
/// interaction that has had no response for 3 seconds; the rest of them is for the network.
pub(super) const PATIENCE: Duration = Duration::from_millis(1_500);

/// Discord's kinds of interaction responses, and the flag of a message that only the asker sees
/// (documentation, "Receiving and Responding").
const MESSAGE: u8 = 4;
const DEFERRED_MESSAGE: u8 = 5;
const EPHEMERAL: u32 = 1 << 6;

/// A reply being made, and what its reader should know of it.
pub(super) struct Coming {
    pub reply: JoinHandle<Reply>,
    pub private: bool,
    pub locale: Locale,
}

/// Responds to an interaction: at once when the reply is ready within `patience`, deferred else.
pub(super) async fn to_command(
    rest: &Rest,
    command: &CommandInteraction,
    patience: Duration,
    mut coming: Coming,
) -> Result<(), RestError> {
    let first = Route::InteractionResponse {
        interaction_id: command.id,
        token: &command.token,
    };
    if let Ok(ready) = tokio::time::timeout(patience, &mut coming.reply).await {
        let mut message = body(&whole(ready, coming.locale));
        message["flags"] = flags(coming.private);
        let response = json!({ "type": MESSAGE, "data": message });
        rest.send_json(LightMethod::Post, first, &response).await?;
        return Ok(());
    }
    let wait = json!({ "type": DEFERRED_MESSAGE, "data": {
        "flags": flags(coming.private),
        "allowed_mentions": nobody(),
    } });
    rest.send_json(LightMethod::Post, first, &wait).await?;
    let original = Route::WebhookOriginalInteractionResponse {
        application_id: command.application_id,
        token: &command.token,
    };
    let message = body(&whole(coming.reply.await, coming.locale));
    rest.send_json(LightMethod::Patch, original, &message)
        .await?;
    Ok(())
}

/// Replies to a message in its channel.
pub(super) async fn to_message(
    rest: &Rest,
    message: &Message,
    coming: Coming,
) -> Result<(), RestError> {
    let mut answer = body(&whole(coming.reply.await, coming.locale));
    answer["message_reference"] = json!({ "message_id": message.id });
    let channel = Route::ChannelMessages {
        channel_id: message.channel_id,
    };
    rest.send_json(LightMethod::Post, channel, &answer).await?;
    Ok(())
}

/// The reply, or a notice where making it ended in a panic, whose cause is logged.
fn whole(made: Result<Reply, JoinError>, locale: Locale) -> Reply {
    made.unwrap_or_else(|error| {
        tracing::error!(%error, "a reply could not be made");
        notice(Notice::Failed, locale)
    })
}

fn body(reply: &Reply) -> Value {
    json!({
        "content": reply.content,
        "embeds": reply.embeds.iter().map(embed).collect::<Vec<_>>(),
        "allowed_mentions": nobody(),
    })
}

/// Discord refuses empty titles, fields and footers, so what is empty is left out.
fn embed(embed: &Embed) -> Value {
    let mut body = json!({ "color": embed.colour });
    if !embed.title.is_empty() {
        body["title"] = json!(embed.title);
    }
    if let Some(url) = &embed.url {
        body["url"] = json!(url);
    }
    if !embed.description.is_empty() {
        body["description"] = json!(embed.description);
    }
    if !embed.fields.is_empty() {
        let fields = embed.fields.iter();
        body["fields"] = fields
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

fn flags(private: bool) -> Value {
    json!(if private { EPHEMERAL } else { 0 })
}
