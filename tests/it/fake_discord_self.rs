//! The stand-in, tested by itself: with the least of bots on a bare twilight shard, and with
//! serenity's `Http` alone.

mod fixtures;
mod gateway;
mod recording;
mod rest;
mod tls;
mod validation;

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;

use serde_json::{Value, from_value};
use serenity::all::{
    AutocompleteChoice, CreateAllowedMentions, CreateAutocompleteResponse,
    CreateInteractionResponse, CreateInteractionResponseMessage, CreateMessage,
    EditInteractionResponse, Http, HttpBuilder, Interaction, Message,
};
use serenity::futures::StreamExt as _;
use tokio::task::JoinHandle;
use tokio_util::sync::CancellationToken;
use twilight_gateway::queue::InMemoryQueue;
use twilight_gateway::{CloseFrame, ConfigBuilder, Intents, MessageSender, Shard, ShardId};

use crate::fake_discord::FakeDiscord;

/// The least of bots. It answers every command, button and modal with "answered", `/slow` after a
/// deferral; completes what is typed; and replies to every message of people that holds a question
/// mark.
struct Parrot(Http);

impl Parrot {
    async fn hear(&self, event: &str, data: Value) {
        match event {
            "INTERACTION_CREATE" => self.interaction(from_value(data).expect("readable")).await,
            "MESSAGE_CREATE" => self.message(from_value(data).expect("readable")).await,
            _ => {}
        }
    }

    async fn interaction(&self, interaction: Interaction) {
        let http = &self.0;
        let message = CreateInteractionResponseMessage::new()
            .content("answered")
            .allowed_mentions(CreateAllowedMentions::new());
        let respond = CreateInteractionResponse::Message(message.clone());
        let answered = match interaction {
            Interaction::Command(command) if command.data.name == "slow" => {
                let defer =
                    CreateInteractionResponse::Defer(CreateInteractionResponseMessage::new());
                command
                    .create_response(http, defer)
                    .await
                    .expect("it can be deferred");
                let edit = EditInteractionResponse::new()
                    .content("answered")
                    .allowed_mentions(CreateAllowedMentions::new());
                command.edit_response(http, edit).await.map(drop)
            }
            Interaction::Command(command) => command.create_response(http, respond).await,
            Interaction::Component(component) => {
                let update = CreateInteractionResponse::UpdateMessage(message);
                component.create_response(http, update).await
            }
            Interaction::Modal(modal) => modal.create_response(http, respond).await,
            Interaction::Autocomplete(typing) => {
                let choice = AutocompleteChoice::new("one", "1");
                let choices = CreateAutocompleteResponse::new().set_choices(vec![choice]);
                let complete = CreateInteractionResponse::Autocomplete(choices);
                typing.create_response(http, complete).await
            }
            _ => Ok(()),
        };
        answered.expect("it can be answered");
    }

    async fn message(&self, message: Message) {
        if message.author.bot || !message.content.contains('?') {
            return;
        }
        let reply = CreateMessage::new()
            .content("answered?")
            .reference_message(&message)
            .allowed_mentions(CreateAllowedMentions::new());
        message
            .channel_id
            .send_message(&self.0, reply)
            .await
            .expect("it can be sent");
    }
}

/// A running [`Parrot`].
struct Bot {
    gateway: MessageSender,
    left: CancellationToken,
    /// The code with which the gateway closed for good, or was closed.
    ended: JoinHandle<Option<u16>>,
}

impl Bot {
    /// Starts it; it is not yet connected.
    fn start(fake: &FakeDiscord, http: Http) -> Self {
        Self::with_token(fake, http, fake.token())
    }

    fn with_token(fake: &FakeDiscord, http: Http, token: &str) -> Self {
        let intents = Intents::GUILDS | Intents::GUILD_MESSAGES | Intents::DIRECT_MESSAGES;
        let config = ConfigBuilder::new(token.to_owned(), intents)
            .proxy_url(fake.gateway_url().to_owned())
            .queue(InMemoryQueue::new(0, 1, std::time::Duration::ZERO, 1))
            .build();
        let shard = Shard::with_config(ShardId::ONE, config);
        let left = CancellationToken::new();
        Self {
            gateway: shard.sender(),
            ended: tokio::spawn(listen(shard, Arc::new(Parrot(http)), left.clone())),
            left,
        }
    }

    /// Starts it and waits until it is connected.
    async fn connect(fake: &FakeDiscord) -> Self {
        let bot = Self::start(fake, http(fake));
        fake.connected().await;
        bot
    }

    fn leave(&self) {
        self.left.cancel();
        self.gateway.close(CloseFrame::NORMAL).expect("it is there");
    }
}

/// Hears everything, until the gateway is closed for good.
async fn listen(
    mut shard: Shard<InMemoryQueue>,
    parrot: Arc<Parrot>,
    left: CancellationToken,
) -> Option<u16> {
    let mut code = None;
    while let Some(Ok(message)) = shard.next().await {
        match message {
            twilight_gateway::Message::Close(frame) => {
                code = frame.map(|frame| frame.code);
                if left.is_cancelled() {
                    break;
                }
            }
            twilight_gateway::Message::Text(text) => {
                let mut payload: Value = serde_json::from_str(&text).expect("JSON");
                let (parrot, data) = (Arc::clone(&parrot), payload["d"].take());
                tokio::spawn(async move {
                    let event = payload["t"].as_str().unwrap_or_default();
                    parrot.hear(event, data).await;
                });
            }
        }
    }
    code
}

/// serenity's REST client for a stand-in without TLS.
fn http(fake: &FakeDiscord) -> Http {
    http_with(fake, fake.token())
}

fn http_with(fake: &FakeDiscord, token: &str) -> Http {
    let builder = HttpBuilder::new(token)
        .proxy(fake.api_url())
        .ratelimiter_disabled(true);
    builder
        .application_id(
            crate::fake_discord::events::APPLICATION
                .parse()
                .expect("an id"),
        )
        .build()
}

/// Ends a stand-in that has seen something wrong, and returns what it says about it.
fn ends_badly(fake: FakeDiscord) -> String {
    let panic = catch_unwind(AssertUnwindSafe(|| fake.finish())).expect_err("it should fail");
    panic.downcast_ref::<String>().cloned().expect("a message")
}
