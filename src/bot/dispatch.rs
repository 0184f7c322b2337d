//! *Dispatch* leads from a command's name to its code, and does nothing else.

use std::sync::Arc;

use super::api::respond::PendingReply;
use super::app::App;
use super::call::Call;
use super::call::options::Options;
use super::commands::{about, ask, gaps, help, knowledge, reload, settings, sources, verify, why};
use super::registry::definition::Definition;

/// All commands, in the order of Discord's menus.
pub(crate) fn definitions() -> Vec<Definition> {
    vec![
        ask::definition(),
        verify::definition(),
        sources::definition(),
        help::definition(),
        about::definition(),
        ask::definition_on_message(),
        verify::definition_on_message(),
        reload::definition(),
        knowledge::definition(),
        gaps::definition(),
        settings::definition(),
        why::definition(),
    ]
}

/// Starts the command of a key; `None` for one, or a part of one, that is not this program's.
pub(crate) fn start(
    app: &Arc<App>,
    key: &str,
    call: Call,
    options: &Options<'_>,
) -> Option<PendingReply> {
    Some(match key {
        "ask" => ask::start(app, call, ask::Args::parse(options)),
        "find" => ask::start(app, call, ask::Args::of_message(options)),
        "verify" => verify::start(app, call, verify::Args::parse(options)),
        "verify_message" => verify::start(app, call, verify::Args::of_message(options)),
        "sources" => app.compute(call, (), sources::run),
        "help" => app.compute(call, (), help::run),
        "about" => about::start(app, call),
        "reload" => app.compute(call, (), reload::run),
        "knowledge" => app.answer(call, knowledge::Args::parse(options)?, knowledge::run),
        "gaps" => app.compute(call, gaps::Args::parse(options)?, gaps::run),
        "settings" => app.compute(call, settings::Args::parse(options), settings::run),
        "why" => app.compute(call, why::Args::parse(options), why::run),
        _ => return None,
    })
}

/// What may be meant while `option` of a command is filled in, as it is shown and as it is then
/// sent.
pub(crate) fn suggest(
    app: &App,
    key: &str,
    call: &Call,
    option: &str,
    typed: &str,
) -> Vec<(String, String)> {
    match key {
        "ask" => ask::suggest(app, typed),
        "knowledge" => knowledge::suggest(app, call, option, typed),
        _ => Vec::new(),
    }
}
