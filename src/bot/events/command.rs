//! A slash command, or one in the menu of a message.

use std::sync::Arc;

use serenity::model::application::CommandInteraction;

use crate::bot::api::respond;
use crate::bot::api::rest::RestError;
use crate::bot::app::App;
use crate::bot::call::Call;
use crate::bot::call::options::Options;
use crate::bot::dispatch;

pub(super) async fn respond(app: &Arc<App>, command: &CommandInteraction) -> Result<(), RestError> {
    let options = Options::of(command);
    let started = app.registry.named(&command.data.name).and_then(|named| {
        // What is told to an admin is for the admin who asked for it.
        let private = named.is_for_admins() || options.flag("private");
        let call = Call::of_command(command).privately_if(private);
        dispatch::start(app, named.key, call, &options)
    });
    let Some(pending) = started else {
        tracing::warn!(name = command.data.name, "unknown command");
        return Ok(());
    };
    respond::to_interaction(&app.rest, command.into(), app.defer_after, pending).await
}
