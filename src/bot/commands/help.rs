//! `/help` lists the commands; to an admin, those of admins too.

use crate::bot::app::App;
use crate::bot::call::Call;
use crate::bot::registry::definition::Definition;
use crate::reply::{self, Reply};

pub(crate) fn definition() -> Definition {
    Definition::slash("help")
}

pub(crate) fn run(app: &App, call: &Call, (): ()) -> Reply {
    let locale = call.reader.locale;
    let commands = app.registry.list(app.is_admin(&call.asker), locale);
    reply::command_list(&app.registry.mention("ask"), &commands, locale)
}
