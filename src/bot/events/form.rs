//! The form that *Ask another* opens, filled in.

use std::sync::Arc;

use serenity::model::application::{ActionRowComponent, ModalInteraction};

use crate::bot::api::respond;
use crate::bot::api::rest::RestError;
use crate::bot::app::App;
use crate::bot::call::Call;
use crate::bot::call::follow_up::Earlier;
use crate::bot::commands::ask;
use crate::reply::ButtonAction;

pub(super) async fn respond(app: &Arc<App>, form: &ModalInteraction) -> Result<(), RestError> {
    let Ok(ButtonAction::Asked) = form.data.custom_id.parse() else {
        return Ok(());
    };
    let earlier = form.message.as_deref().and_then(Earlier::of);
    let args = || ask::Args::of_form(&written(form), earlier);
    let pending = ask::start(app, Call::of_form(form), args);
    respond::to_interaction(&app.rest, form.into(), app.defer_after, pending).await
}

fn written(form: &ModalInteraction) -> String {
    let components = form.data.components.iter().flat_map(|row| &row.components);
    components
        .filter_map(|component| match component {
            ActionRowComponent::InputText(input) => input.value.as_deref(),
            _ => None,
        })
        .collect()
}
