//! An option of a command that is being filled in.

use std::sync::Arc;

use serenity::model::application::CommandInteraction;

use crate::bot::api::respond;
use crate::bot::api::rest::RestError;
use crate::bot::app::App;
use crate::bot::app::queue::Lane;
use crate::bot::call::Call;
use crate::bot::dispatch;

pub(super) async fn respond(app: &Arc<App>, typing: &CommandInteraction) -> Result<(), RestError> {
    let suggested = suggestions(app, typing).await;
    respond::by_suggesting(&app.rest, typing.into(), &suggested).await
}

/// What may be meant, as it is shown and as it is then sent; within Discord's limits.
async fn suggestions(app: &Arc<App>, typing: &CommandInteraction) -> Vec<(String, String)> {
    let named = app.registry.named(&typing.data.name);
    let Some((named, option)) = named.zip(typing.data.autocomplete()) else {
        return Vec::new();
    };
    let (key, name, typed) = (named.key, option.name.to_owned(), option.value.to_owned());
    let (app, call) = (Arc::clone(app), Call::of_command(typing));
    let (queue, lane) = (app.queue.clone(), Lane::from(&call));
    let suggest = move || dispatch::suggest(&app, key, &call, &name, &typed);
    // Where too many wait, what is typed is sent as it is.
    queue.run(lane, suggest).await.unwrap_or_default()
}
