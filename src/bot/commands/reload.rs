//! `/reload` reads the folder again.

use std::sync::Arc;

use serenity::model::Permissions;

use crate::bot::app::{App, reload};
use crate::bot::call::Call;
use crate::bot::registry::definition::Definition;
use crate::reply::{self, Notice, Reply};

pub(crate) fn definition() -> Definition {
    Definition::slash("reload").for_admins(Permissions::MANAGE_GUILD)
}

pub(crate) async fn run(app: Arc<App>, call: Call, (): ()) -> Reply {
    let locale = call.reader.locale;
    if !app.is_admin(&call.asker) {
        tracing::info!("reload refused");
        return reply::notice(Notice::AdminsOnly, locale);
    }
    tracing::info!(user = %call.asker.user, "reload requested");
    let read = move |app: &App| match reload::reload(&app.library, &app.metrics) {
        Ok((report, took)) => reply::reloaded(&report, took, locale),
        Err(error) => reply::reload_failed(&error.to_string(), error.problems(), locale),
    };
    app.blocking(locale, read).await
}
