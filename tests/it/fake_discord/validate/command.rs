//! Application commands.

use std::collections::HashSet;

use serde_json::{Value, json};
use twilight_model::application::command::Command;
use twilight_validate::command as limits;

use super::{Problems, length, list, text};

/// Discord's languages.
const LOCALES: [&str; 34] = [
    "ar", "bg", "cs", "da", "de", "el", "en-GB", "en-US", "es-419", "es-ES", "fi", "fr", "he",
    "hi", "hr", "hu", "id", "it", "ja", "ko", "lt", "nl", "no", "pl", "pt-BR", "ro", "ru", "sv-SE",
    "th", "tr", "uk", "vi", "zh-CN", "zh-TW",
];

const CHAT_INPUT: u64 = 1;

/// All commands at once.
pub(super) fn check_all(body: &Value, problems: &mut Problems) {
    let Some(commands) = body.as_array() else {
        return problems.add("not a list of commands");
    };
    let mut names = HashSet::new();
    for command in commands {
        check(command, problems);
        let name = (kind(command), text(command, "name"));
        problems.require(
            names.insert(name),
            format!("two commands are called {name:?}"),
        );
    }
}

/// A change of one command: what it leaves out stays as it is, and was right before.
pub(super) fn check_edit(body: &Value, problems: &mut Problems) {
    let mut whole = json!({ "name": "unchanged", "description": "Unchanged" });
    for (name, value) in body.as_object().into_iter().flatten() {
        whole[name] = value.clone();
    }
    check(&whole, problems);
}

/// One command.
pub(super) fn check(body: &Value, problems: &mut Problems) {
    let mut filled = body.clone();
    for (name, default) in [
        ("type", json!(1)),
        ("description", json!("")),
        ("version", json!("1")),
    ] {
        if filled[name].is_null() {
            filled[name] = default;
        }
    }
    if filled["options"].is_null() {
        filled["options"] = json!([]);
    }
    if filled.get("default_member_permissions").is_none() {
        filled["default_member_permissions"] = Value::Null;
    }
    if let Some(command) = problems.read::<Command>(filled) {
        problems.judge(limits::command(&command));
        problems.judge(limits::options(&command.options));
    }
    localized(body, kind(body) == CHAT_INPUT, problems);
    if kind(body) == CHAT_INPUT {
        let said = !text(body, "description").trim().is_empty();
        problems.require(said, "a slash command without description");
        options(body, problems);
    } else {
        let bare = text(body, "description").is_empty() && list(body, "options").is_empty();
        problems.require(bare, "a context-menu command with description or options");
    }
}

fn options(parent: &Value, problems: &mut Problems) {
    let mut names = HashSet::new();
    for option in list(parent, "options") {
        let name = text(option, "name");
        problems.judge(limits::option_name(name));
        problems.require(
            names.insert(name),
            format!("two options are called {name:?}"),
        );
        let said = !text(option, "description").trim().is_empty();
        problems.require(said, format!("the option {name:?} has no description"));
        localized(option, true, problems);
        let completed = option["autocomplete"] == json!(true);
        let both = completed && !list(option, "choices").is_empty();
        problems.require(!both, format!("{name:?} has choices and autocomplete"));
        for choice in list(option, "choices") {
            localized(choice, false, problems);
        }
        options(option, problems);
    }
}

/// Names and descriptions in other languages: real languages, and the limits of the original.
fn localized(thing: &Value, is_identifier: bool, problems: &mut Problems) {
    for (locale, name) in dictionary(thing, "name_localizations", problems) {
        if is_identifier {
            problems.judge(limits::chat_input_name(name));
        } else {
            let fits = !name.trim().is_empty() && length(name) <= 100;
            problems.require(
                fits,
                format!("the name in {locale} is empty or too long: {name:?}"),
            );
        }
    }
    for (locale, words) in dictionary(thing, "description_localizations", problems) {
        let fits = !words.trim().is_empty() && length(words) <= 100;
        problems.require(
            fits,
            format!("the description in {locale} is empty or over 100: {words:?}"),
        );
    }
}

fn dictionary<'a>(
    thing: &'a Value,
    name: &str,
    problems: &mut Problems,
) -> Vec<(&'a String, &'a str)> {
    let entries = thing[name].as_object().into_iter().flatten();
    let entries = entries.map(|(locale, words)| (locale, words.as_str().unwrap_or_default()));
    entries
        .inspect(|(locale, _)| {
            let known = LOCALES.contains(&locale.as_str());
            problems.require(known, format!("{name}: Discord has no language {locale:?}"));
        })
        .collect()
}

fn kind(command: &Value) -> u64 {
    command["type"].as_u64().unwrap_or(CHAT_INPUT)
}
