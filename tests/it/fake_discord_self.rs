//! The stand-in, tested by itself: with a bare serenity client, and with serenity's `Http` alone.

mod fixtures;
mod gateway;
mod recording;
mod rest;
mod tls;
mod validation;

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;

use serenity::all::{
    AutocompleteChoice, Context, CreateAllowedMentions, CreateAutocompleteResponse,
    CreateInteractionResponse, CreateInteractionResponseMessage, CreateMessage,
    EditInteractionResponse, EventHandler, GatewayIntents, Http, HttpBuilder, Interaction, Message,
    ShardManager,
};
use serenity::{Client, async_trait};
use tokio::task::JoinHandle;

use crate::fake_discord::FakeDiscord;

/// The least of bots. It answers every command, button and modal with "answered", `/slow` after a
/// deferral; completes what is typed; and replies to every message of people that holds a question
/// mark.
struct Parrot;

#[async_trait]
impl EventHandler for Parrot {
    async fn interaction_create(&self, context: Context, interaction: Interaction) {
        let http = &context.http;
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

    async fn message(&self, context: Context, message: Message) {
        if message.author.bot || !message.content.contains('?') {
            return;
        }
        let reply = CreateMessage::new()
            .content("answered?")
            .reference_message(&message)
            .allowed_mentions(CreateAllowedMentions::new());
        message
            .channel_id
            .send_message(&context.http, reply)
            .await
            .expect("it can be sent");
    }
}

/// A running [`Parrot`].
struct Bot {
    shards: Arc<ShardManager>,
    ended: JoinHandle<serenity::Result<()>>,
}

impl Bot {
    /// Starts it; it is not yet connected.
    async fn start(fake: &FakeDiscord, http: Http) -> Self {
        let intents = GatewayIntents::GUILDS
            | GatewayIntents::GUILD_MESSAGES
            | GatewayIntents::DIRECT_MESSAGES;
        let mut client = serenity::client::ClientBuilder::new_with_http(http, intents)
            .event_handler(Parrot)
            .await
            .expect("a client");
        assert_eq!(
            *client.ws_url.lock().await,
            fake.gateway_url(),
            "from GET /gateway"
        );
        fake.wait_for_request("GET", "/gateway").await;
        let shards = Arc::clone(&client.shard_manager);
        Self {
            shards,
            ended: tokio::spawn(async move { Client::start(&mut client).await }),
        }
    }

    /// Starts it and waits until it is connected.
    async fn connect(fake: &FakeDiscord) -> Self {
        let bot = Self::start(fake, http(fake)).await;
        fake.connected().await;
        bot
    }
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
