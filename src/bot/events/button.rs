//! A button that was pressed, or a choice from a menu.
//!
//! Who asked turns the page in the answer itself, and everybody else in a message of their own.

use std::sync::Arc;

use serenity::model::application::{ComponentInteraction, ComponentInteractionDataKind};

use crate::bot::api::respond::{PendingReply, Showing};
use crate::bot::api::rest::RestError;
use crate::bot::api::{components, respond};
use crate::bot::app::App;
use crate::bot::call::{Call, is_private};
use crate::bot::commands::ask::{self, PageTurn};
use crate::journal::Vote;
use crate::library::Anchor;
use crate::reply::{self, ButtonAction, Notice, caution, echoed};

pub(super) async fn respond(app: &Arc<App>, press: &ComponentInteraction) -> Result<(), RestError> {
    let Some(effect) = effect(app, press) else {
        // Behind the first colon may stand who asked.
        let id = press.data.custom_id.split(':').next();
        tracing::warn!(id, "unknown button");
        return Ok(());
    };
    let (rest, interaction) = (&app.rest, press.into());
    match effect {
        Effect::Reply(pending) => {
            respond::to_interaction(rest, interaction, app.defer_after, pending).await
        }
        Effect::Delete => respond::by_deleting(rest, interaction).await,
    }
}

/// What a press leads to.
enum Effect {
    /// A reply, as to everything else that is wanted.
    Reply(PendingReply),
    /// The message goes.
    Delete,
}

/// `None` where the button is not this program's.
fn effect(app: &Arc<App>, press: &ComponentInteraction) -> Option<Effect> {
    let action: ButtonAction = press.data.custom_id.parse().ok()?;
    let mut call = Call::of_press(press);
    let own = action.asker() == Some(call.asker.user.get());
    call.showing = match action {
        ButtonAction::Back(..)
        | ButtonAction::Onward(..)
        | ButtonAction::Show(..)
        | ButtonAction::Choose(_)
            if own =>
        {
            Showing::InPlace
        }
        _ => Showing::Privately,
    };
    Some(Effect::Reply(match action {
        ButtonAction::Back(passage, _) | ButtonAction::Onward(passage, _) => {
            turn(app, press, call, passage.into())
        }
        ButtonAction::Show(anchor, _) => turn(app, press, call, anchor),
        ButtonAction::Choose(_) => turn(app, press, call, chosen(press)?),
        ButtonAction::Helpful(at) => app.compute(call, (at, Vote::Up), ask::vote),
        ButtonAction::Unhelpful(at) => app.compute(call, (at, Vote::Down), ask::vote),
        ButtonAction::Delete(_) => {
            if own || is_private(&press.message) || call.asker.moderates() {
                return Some(Effect::Delete);
            }
            app.compute(call, Notice::NotYours, |_, call, notice| {
                reply::notice(notice, call.reader.locale)
            })
        }
    }))
}

fn turn(app: &Arc<App>, press: &ComponentInteraction, call: Call, anchor: Anchor) -> PendingReply {
    let (asker, locale) = (call.asker.user.get(), call.reader.locale);
    let message = &press.message;
    let page = PageTurn {
        anchor,
        menu: components::menu_below(&message.components, asker, locale),
        question: echoed(&message.content),
        caution: caution(&message.content, !message.embeds.is_empty()),
    };
    app.compute(call, page, ask::page)
}

fn chosen(press: &ComponentInteraction) -> Option<Anchor> {
    match &press.data.kind {
        ComponentInteractionDataKind::StringSelect { values } => values.first()?.parse().ok(),
        _ => None,
    }
}
