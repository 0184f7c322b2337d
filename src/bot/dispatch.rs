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
        "ask" => ask::start(app, call, || ask::Args::parse(options)),
        "find" => ask::start(app, call, || ask::Args::of_message(options)),
        "verify" => verify::start(app, call, verify::Args::parse(options)),
        "verify_message" => verify::start(app, call, verify::Args::of_message(options)),
        "sources" => app.compute(call, (), sources::run),
        "help" => app.compute(call, (), help::run),
        "about" => about::start(app, call),
        "reload" => app.answer(call, (), reload::run),
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

#[cfg(test)]
mod tests {
    use serde_json::Value;

    use super::*;
    use crate::reply::{Locale, by_key, keys, limits};

    /// What Discord is told of all commands of one kind.
    fn told(kind: u8) -> Vec<Value> {
        let all = definitions()
            .into_iter()
            .map(|command| command.to_json(true));
        all.filter(|command| command["type"] == kind).collect()
    }

    fn listed<'v>(within: &'v Value, key: &str) -> &'v [Value] {
        within[key].as_array().map_or(&[], Vec::as_slice)
    }

    /// A name or a description as Discord shows it to a locale.
    fn shown<'v>(told: &'v Value, key: &str, locale: Locale) -> &'v str {
        let localized = &told[format!("{key}_localizations")][locale.code()];
        let shown = localized.as_str().or_else(|| told[key].as_str());
        shown.expect("a text")
    }

    /// Names that stand beside each other, and all below them.
    fn check_names(siblings: &[Value], locale: Locale, longest: usize, allowed: fn(&str) -> bool) {
        let mut names: Vec<&str> = Vec::new();
        for told in siblings {
            let name = shown(told, "name", locale);
            assert!((1..=longest).contains(&limits::length(name)), "{name}");
            assert!(allowed(name), "{name}");
            assert!(!names.contains(&name), "{name} is there twice");
            names.push(name);
            check_names(
                listed(told, "options"),
                locale,
                limits::COMMAND_NAME,
                is_plain,
            );
            check_names(listed(told, "choices"), locale, limits::SUGGESTION, |_| {
                true
            });
        }
    }

    fn is_plain(name: &str) -> bool {
        let allowed = |c: char| c.is_alphanumeric() || matches!(c, '-' | '_' | '\'');
        name.chars().all(allowed) && name == name.to_lowercase()
    }

    fn check_descriptions(siblings: &[Value], locale: Locale) {
        for told in siblings {
            let description = shown(told, "description", locale);
            let length = limits::length(description);
            assert!(
                (1..=limits::COMMAND_DESCRIPTION).contains(&length),
                "{description}"
            );
            check_descriptions(listed(told, "options"), locale);
        }
    }

    #[test]
    fn discord_takes_every_name_and_description() {
        const TYPED: u8 = 1;
        const ON_MESSAGES: u8 = 3;
        for locale in Locale::ALL {
            check_names(&told(TYPED), locale, limits::COMMAND_NAME, is_plain);
            check_names(&told(ON_MESSAGES), locale, limits::COMMAND_NAME, |_| true);
            check_descriptions(&told(TYPED), locale);
        }
    }

    #[test]
    fn no_locale_has_words_for_a_command_or_option_that_is_not_there() {
        fn texts(told: &Value, found: &mut Vec<String>) {
            match told {
                Value::String(text) => found.push(text.clone()),
                Value::Array(list) => list.iter().for_each(|told| texts(told, found)),
                Value::Object(members) => members.values().for_each(|told| texts(told, found)),
                _ => {}
            }
        }
        let mut found = Vec::new();
        for command in definitions() {
            texts(&command.to_json(true), &mut found);
        }
        for key in keys() {
            let text = by_key(Locale::English, &key);
            assert!(found.contains(&text), "{key} = {text}");
        }
    }
}
