//! Messages, and first responses to interactions.

use std::collections::HashSet;

use serde_json::{Value, json};
use twilight_model::channel::message::{Component, Embed};
use twilight_model::http::interaction::InteractionResponse;
use twilight_validate::{embed, message as limits};

use super::{Problems, length, list, text};

/// Discord's limit for the text of all embeds of a message.
const EMBEDS_TOTAL: usize = 6_000;

/// What a message can consist of, besides its content.
const PARTS: [&str; 4] = ["embeds", "components", "attachments", "sticker_ids"];

/// The response to an interaction.
pub(super) fn check_callback(body: &Value, problems: &mut Problems) {
    let mut filled = body.clone();
    name_embeds(&mut filled["data"]);
    if filled["data"].is_null() {
        filled.as_object_mut().map(|fields| fields.remove("data"));
    }
    let _: Option<InteractionResponse> = problems.read(filled);
    let data = &body["data"];
    match body["type"].as_u64() {
        Some(4 | 7) => check(data, problems),
        Some(5 | 6) => {
            let said = PARTS.iter().any(|part| !list(data, part).is_empty());
            let bare = !said && text(data, "content").is_empty();
            problems.require(bare, "a deferred response that says something");
        }
        Some(8) => choices(data, problems),
        Some(9) => modal(data, problems),
        kind => problems.add(format!("a response of type {kind:?}")),
    }
}

/// A message that is made or edited.
pub(super) fn check(body: &Value, problems: &mut Problems) {
    let whole = !text(body, "content").trim().is_empty()
        || PARTS.iter().any(|part| !list(body, part).is_empty());
    problems.require(whole, "an empty message (Discord's code 50006)");
    let content = text(body, "content");
    problems.judge(limits::content(content));
    problems.require(length(content) <= 2_000, "content over 2,000 UTF-16 units");
    mentions(&body["allowed_mentions"], problems);
    embeds(body, problems);
    components(body, problems);
}

/// Nobody is ever pinged.
fn mentions(allowed: &Value, problems: &mut Problems) {
    let nobody = |name| list(allowed, name).is_empty();
    problems.require(
        allowed["parse"] == json!([]),
        "`allowed_mentions.parse` is not []",
    );
    problems.require(
        nobody("users") && nobody("roles"),
        "`allowed_mentions` names somebody",
    );
    let replied = allowed["replied_user"] == json!(true);
    problems.require(!replied, "`allowed_mentions.replied_user` is true");
}

fn embeds(body: &Value, problems: &mut Problems) {
    let mut named = body.clone();
    name_embeds(&mut named);
    if !named["embeds"].is_array() {
        return;
    }
    if let Some(embeds) = problems.read::<Vec<Embed>>(named["embeds"].take()) {
        problems.judge(limits::embeds(&embeds));
        for one in &embeds {
            problems.judge(embed::embed(one));
        }
    }
    let total: usize = list(body, "embeds").iter().map(characters).sum();
    problems.require(
        total <= EMBEDS_TOTAL,
        format!("{total} UTF-16 units in all embeds together"),
    );
    for embed in list(body, "embeds") {
        check_embed(embed, problems);
    }
}

fn check_embed(embed: &Value, problems: &mut Problems) {
    for field in list(embed, "fields") {
        for part in ["name", "value"] {
            let said = !text(field, part).trim().is_empty();
            problems.require(said, format!("an embed field with an empty {part}"));
        }
    }
    let shown = [
        "title",
        "description",
        "image",
        "thumbnail",
        "author",
        "footer",
    ];
    let empty = shown
        .iter()
        .all(|part| embed[*part].is_null() || embed[*part] == json!(""));
    problems.require(
        !empty || !list(embed, "fields").is_empty(),
        "an empty embed",
    );
    for place in [
        "/url",
        "/author/url",
        "/author/icon_url",
        "/footer/icon_url",
        "/image/url",
        "/thumbnail/url",
    ] {
        if let Some(url) = embed.pointer(place).and_then(Value::as_str) {
            let fits =
                is_web(url) || (!place.ends_with("/url") && url.starts_with("attachment://"));
            problems.require(fits, format!("an embed with the link {url:?} at {place}"));
        }
    }
}

/// The characters of an embed that count towards the limit of the message.
fn characters(embed: &Value) -> usize {
    let single = ["/title", "/description", "/footer/text", "/author/name"];
    let single = single
        .iter()
        .filter_map(|place| embed.pointer(place)?.as_str())
        .map(length);
    let fields = list(embed, "fields").iter();
    let fields = fields.map(|field| length(text(field, "name")) + length(text(field, "value")));
    single.chain(fields).sum()
}

/// Embeds of requests need no type, twilight's do.
fn name_embeds(body: &mut Value) {
    for embed in body["embeds"].as_array_mut().into_iter().flatten() {
        if embed["type"].is_null() {
            embed["type"] = json!("rich");
        }
    }
}

fn components(body: &Value, problems: &mut Problems) {
    if body["components"].is_array() {
        let read = problems.read::<Vec<Component>>(body["components"].clone());
        if let Some(read) = read {
            problems.judge(limits::components(&read, false));
        }
    }
    let rows = list(body, "components");
    problems.require(rows.len() <= 5, "more than five rows");
    let mut identifiers = HashSet::new();
    for row in rows {
        let inside = list(row, "components");
        problems.require(row["type"] == 1, "a component outside a row");
        let buttons = inside
            .iter()
            .filter(|component| component["type"] == 2)
            .count();
        let fits =
            (1..=5).contains(&inside.len()) && (buttons == inside.len() || inside.len() == 1);
        problems.require(fits, "a row holds one to five buttons, or one menu");
        for component in inside {
            check_component(component, problems);
            if let Some(identifier) = component["custom_id"].as_str() {
                let new = identifiers.insert(identifier);
                problems.require(
                    new,
                    format!("two components have the custom_id {identifier:?}"),
                );
            }
        }
    }
}

fn check_component(component: &Value, problems: &mut Problems) {
    let custom_id = component["custom_id"].as_str();
    if let Some(custom_id) = custom_id {
        let fits = (1..=100).contains(&length(custom_id));
        problems.require(
            fits,
            format!("a custom_id of {} UTF-16 units", length(custom_id)),
        );
    }
    if component["type"] != 2 {
        return problems.require(custom_id.is_some(), "a menu without custom_id");
    }
    let label = text(component, "label");
    let shown = !label.trim().is_empty() || component["emoji"].is_object();
    problems.require(shown, "a button with neither label nor emoji");
    problems.require(length(label) <= 80, "a button's label over 80 UTF-16 units");
    if component["style"] == 5 {
        let url = text(component, "url");
        let fits = is_web(url) && length(url) <= 512;
        problems.require(fits, format!("a link button to {url:?}"));
        problems.require(custom_id.is_none(), "a link button with a custom_id");
    } else {
        problems.require(custom_id.is_some(), "a button without custom_id");
        problems.require(
            component["url"].is_null(),
            "a button with a custom_id and a link",
        );
    }
}

fn choices(data: &Value, problems: &mut Problems) {
    problems.require(
        data["choices"].is_array(),
        "an autocomplete response without choices",
    );
    let choices = list(data, "choices");
    problems.require(choices.len() <= 25, format!("{} choices", choices.len()));
    for choice in choices {
        let name = text(choice, "name");
        let named = !name.trim().is_empty() && length(name) <= 100;
        problems.require(named, format!("a choice called {name:?}"));
        let fits = choice["value"]
            .as_str()
            .is_none_or(|value| length(value) <= 100);
        problems.require(
            fits && !choice["value"].is_null(),
            format!("the value of {name:?}"),
        );
    }
}

fn modal(data: &Value, problems: &mut Problems) {
    let within = |name, most| (1..=most).contains(&length(text(data, name)));
    problems.require(within("custom_id", 100), "a modal's custom_id");
    problems.require(within("title", 45), "a modal's title");
    let rows = list(data, "components");
    problems.require((1..=5).contains(&rows.len()), "a modal of one to five rows");
    if let Some(read) = problems.read::<Vec<Component>>(data["components"].clone()) {
        for row in &read {
            problems.judge(twilight_validate::component::component_v1(row));
        }
    }
    let identifiers: HashSet<_> = rows
        .iter()
        .filter_map(|row| row.pointer("/components/0/custom_id"))
        .collect();
    problems.require(
        identifiers.len() == rows.len(),
        "two inputs have the same custom_id",
    );
}

/// Whether a link leads to the web and nowhere else.
fn is_web(url: &str) -> bool {
    let rest = url
        .strip_prefix("https://")
        .or_else(|| url.strip_prefix("http://"));
    rest.is_some_and(|rest| {
        !rest.is_empty() && !rest.starts_with('/') && !rest.contains(char::is_whitespace)
    })
}
