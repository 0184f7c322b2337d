//! The *events* that Discord tells of: each becomes a call, is dispatched, and is responded to.

mod autocomplete;
mod button;
mod command;
mod forum_post;
mod message;

use std::sync::Arc;

use serenity::model::application::Interaction;
use serenity::model::gateway::Ready;

use super::api::rest::RestError;
use super::app::{App, permissions};
use super::gateway::Event;

/// Takes in an event. What the bot knows of Discord is changed at once, so that it holds for the next
/// event; what takes time is a task of its own.
pub(crate) fn handle(app: &Arc<App>, event: Event) {
    let app = Arc::clone(app);
    match event {
        Event::Ready(ready) => {
            app.presence.ready(&ready);
            tracing::info!(
                name = ready.user.name,
                guilds = ready.guilds.len(),
                "connected"
            );
            invite_to_first_server(&ready);
        }
        Event::GuildCreate(guild) => app.presence.joined(&guild),
        Event::GuildDelete(gone) => app.presence.left(&gone),
        Event::InteractionCreate(interaction) => {
            tokio::spawn(async move { respond(&app, &interaction).await });
        }
        Event::MessageCreate(message) => {
            tokio::spawn(async move { message::respond(&app, &message).await });
        }
        Event::ThreadCreate(thread) => {
            if app.presence.thread(&thread) {
                tokio::spawn(async move { forum_post::opened(&app, &thread).await });
            }
        }
        Event::ThreadUpdate(thread) => {
            app.presence.thread(&thread);
        }
        Event::ThreadListSync(synced) => {
            for thread in &synced.threads {
                app.presence.thread(thread);
            }
        }
        Event::ThreadDelete(thread) => app.presence.thread_is_gone(thread.id),
    }
}

/// Tells where to invite a bot that is in no server. Of several connections each has some of the
/// servers only, and Discord asks a bot in none for one.
fn invite_to_first_server(ready: &Ready) {
    let is_only_connection = ready.shard.is_none_or(|shard| shard.total == 1);
    if ready.guilds.is_empty() && is_only_connection {
        let link = permissions::invite_link(ready.application.id);
        tracing::info!("the bot is in no server yet; invite it: {link}");
    }
}

/// Responds to a command, a press, or what is being typed.
async fn respond(app: &Arc<App>, interaction: &Interaction) {
    if app.tasks.is_closed() {
        return;
    }
    let done = async {
        match interaction {
            Interaction::Command(command) => command::respond(app, command).await,
            Interaction::Autocomplete(typing) => autocomplete::respond(app, typing).await,
            Interaction::Component(press) => button::respond(app, press).await,
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
            tracing::debug!(what, %error, "the message or interaction no longer exists");
        }
        Err(error) => tracing::warn!(what, %error, "the reply could not be delivered"),
    }
}
