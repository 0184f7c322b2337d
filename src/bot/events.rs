//! The *events* that Discord tells of: each becomes a call, is dispatched, and is responded to.

mod autocomplete;
mod button;
mod command;
mod form;
mod forum_post;
mod message;

use std::sync::Arc;

use serenity::async_trait;
use serenity::client::{Context, EventHandler};
use serenity::model::application::Interaction;
use serenity::model::channel::{GuildChannel, Message, PartialGuildChannel};
use serenity::model::event::ThreadListSyncEvent;
use serenity::model::gateway::Ready;
use serenity::model::guild::{Guild, UnavailableGuild};

use super::api::rest::RestError;
use super::app::App;

/// One line for each event.
pub(crate) struct Handler(pub(crate) Arc<App>);

#[async_trait]
impl EventHandler for Handler {
    async fn ready(&self, _: Context, ready: Ready) {
        self.0.presence.ready(&ready);
        tracing::info!(
            name = ready.user.name,
            guilds = ready.guilds.len(),
            "connected"
        );
    }

    async fn guild_create(&self, _: Context, guild: Guild, _: Option<bool>) {
        self.0.presence.joined(&guild);
    }

    async fn guild_delete(&self, _: Context, gone: UnavailableGuild, _: Option<Guild>) {
        self.0.presence.left(&gone);
    }

    async fn interaction_create(&self, _: Context, interaction: Interaction) {
        respond(&self.0, &interaction).await;
    }

    async fn message(&self, _: Context, message: Message) {
        message::respond(&self.0, &message).await;
    }

    async fn thread_create(&self, _: Context, thread: GuildChannel) {
        if self.0.presence.thread(&thread) {
            forum_post::opened(&self.0, &thread).await;
        }
    }

    async fn thread_update(&self, _: Context, _: Option<GuildChannel>, thread: GuildChannel) {
        self.0.presence.thread(&thread);
    }

    async fn thread_list_sync(&self, _: Context, synced: ThreadListSyncEvent) {
        for thread in &synced.threads {
            self.0.presence.thread(thread);
        }
    }

    async fn thread_delete(
        &self,
        _: Context,
        thread: PartialGuildChannel,
        _: Option<GuildChannel>,
    ) {
        self.0.presence.thread_is_gone(thread.id);
    }
}

/// Responds to a command, a press, a form, or what is being typed.
async fn respond(app: &Arc<App>, interaction: &Interaction) {
    if app.tasks.is_closed() {
        return;
    }
    let done = async {
        match interaction {
            Interaction::Command(command) => command::respond(app, command).await,
            Interaction::Autocomplete(typing) => autocomplete::respond(app, typing).await,
            Interaction::Component(press) => button::respond(app, press).await,
            Interaction::Modal(form) => form::respond(app, form).await,
            _ => Ok(()),
        }
    };
    report("interaction", app.tasks.track_future(done).await);
}

/// A reply that could not be delivered is logged; there is nobody left to tell.
fn report(what: &str, delivered: Result<(), RestError>) {
    match delivered {
        Ok(()) => tracing::debug!(what, "answered"),
        Err(error) if error.is_gone() => {
            tracing::debug!(what, %error, "nothing to reply to any more");
        }
        Err(error) => tracing::warn!(what, %error, "the reply could not be delivered"),
    }
}
