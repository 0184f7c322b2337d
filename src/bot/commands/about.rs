//! `/about` tells what this bot is; to an admin, also what it lacks.

use std::sync::Arc;

use crate::bot::api::respond::PendingReply;
use crate::bot::app::{App, permissions};
use crate::bot::call::Call;
use crate::bot::registry::definition::Definition;
use crate::journal::AnswerPlace;
use crate::reply::{self, About, Reply, SelfCheck};

pub(crate) fn definition() -> Definition {
    Definition::slash("about")
}

/// Begins the reply; what is told to an admin is for the admin who asked.
pub(crate) fn start(app: &Arc<App>, call: Call) -> PendingReply {
    let admin = app.is_admin(&call.asker);
    app.answer(call.privately_if(admin), (), run)
}

async fn run(app: Arc<App>, call: Call, (): ()) -> Reply {
    let locale = call.reader.locale;
    let reply = about(&app, locale);
    if app.is_admin(&call.asker) {
        return reply.with_check(&self_check(&app, &call).await, locale);
    }
    reply
}

fn about(app: &App, locale: reply::Locale) -> Reply {
    let snapshot = app.library.current();
    let corpus = snapshot.corpus();
    let languages = corpus.languages();
    let about = About {
        version: env!("CARGO_PKG_VERSION"),
        documents: corpus.documents().len(),
        passages: corpus.passage_count(),
        languages: &languages,
        loaded: app.library.loaded_at(),
        by_meaning: snapshot.is_semantic(),
    };
    reply::about(&about, locale)
}

/// What keeps the bot from working in the channel of a call.
async fn self_check(app: &App, call: &Call) -> SelfCheck {
    let up_to_date = app.registry.is_up_to_date(&app.rest).await;
    if let Err(error) = &up_to_date {
        tracing::warn!(%error, "could not check whether the commands are up to date");
    }
    let in_thread = app.settings_of(call.settings_channel).place == AnswerPlace::Thread;
    SelfCheck {
        commands_up_to_date: up_to_date.ok(),
        missing: call
            .granted
            .map(|granted| permissions::missing(granted, in_thread)),
    }
}
