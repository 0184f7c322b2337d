//! `/sources` lists the documents.

use crate::bot::app::App;
use crate::bot::call::Call;
use crate::bot::registry::definition::Definition;
use crate::reply::{self, Reply};

pub(crate) fn definition() -> Definition {
    Definition::slash("sources")
}

pub(crate) fn run(app: &App, call: &Call, (): ()) -> Reply {
    let snapshot = app.library.current();
    reply::sources(snapshot.corpus().documents(), call.reader.locale)
}
