//! *Components* are the controls below a message as Discord writes them, and the menu of a message
//! as it comes back with a press.

use serde_json::{Value, json};
use serenity::model::application::{ActionRow, ActionRowComponent, ButtonKind};

use crate::reply::{Action, Button, Choice, Form, Menu, Press, Row};

/// Discord's kinds of components and styles of buttons (documentation, "Component Reference").
const ROW: u8 = 1;
const BUTTON: u8 = 2;
const MENU: u8 = 3;
const SECONDARY: u8 = 2;
const LINK: u8 = 5;
const TEXT_INPUT: u8 = 4;
const PARAGRAPH: u8 = 2;

/// Rows as a message carries them.
pub(crate) fn rows(rows: &[Row]) -> Value {
    rows.iter()
        .map(|row| match row {
            Row::Buttons(buttons) => buttons.iter().map(button).collect::<Value>(),
            Row::Menu(choices) => json!([menu(choices)]),
        })
        .map(|components| json!({ "type": ROW, "components": components }))
        .collect()
}

fn button(button: &Button) -> Value {
    let mut body = json!({
        "type": BUTTON, "emoji": { "name": button.emoji }, "disabled": !button.enabled,
    });
    // Discord refuses an empty label.
    if !button.label.is_empty() {
        body["label"] = json!(button.label);
    }
    match &button.press {
        Press::Act(action) => {
            body["style"] = json!(SECONDARY);
            body["custom_id"] = json!(action.to_string());
        }
        Press::Open(address) => {
            body["style"] = json!(LINK);
            body["url"] = json!(address);
        }
    }
    body
}

fn menu(menu: &Menu) -> Value {
    let options = menu.options.iter().map(|choice| {
        let mut option = json!({ "label": choice.label, "value": choice.bookmark.to_string() });
        if !choice.description.is_empty() {
            option["description"] = json!(choice.description);
        }
        option
    });
    json!({
        "type": MENU, "custom_id": Action::Choose(menu.asker).to_string(),
        "placeholder": menu.placeholder, "min_values": 1, "max_values": 1,
        "options": options.collect::<Value>(),
    })
}

/// A form of one field, whose answer the bot is told.
pub(crate) fn form(form: &Form) -> Value {
    json!({
        "custom_id": Action::Asked.to_string(), "title": form.title,
        "components": [{ "type": ROW, "components": [{
            "type": TEXT_INPUT, "custom_id": "question", "style": PARAGRAPH, "label": form.label,
            "min_length": 1, "max_length": form.most, "required": true,
        }] }],
    })
}

/// The menu of passages below a message, for whoever presses now.
pub(crate) fn menu_below(rows: &[ActionRow], asker: u64) -> Option<Menu> {
    let menus = rows.iter().flat_map(|row| &row.components);
    menus
        .filter_map(|component| match component {
            ActionRowComponent::SelectMenu(menu) => Some(menu),
            _ => None,
        })
        .find_map(|menu| {
            let action: Action = menu.custom_id.as_ref()?.parse().ok()?;
            let options = menu.options.iter().filter_map(|option| {
                Some(Choice {
                    label: option.label.clone(),
                    description: option.description.clone().unwrap_or_default(),
                    bookmark: option.value.parse().ok()?,
                })
            });
            matches!(action, Action::Choose(_)).then(|| Menu {
                asker,
                placeholder: menu.placeholder.clone().unwrap_or_default(),
                options: options.collect(),
            })
        })
        .filter(|menu| !menu.options.is_empty())
}

/// What the buttons below a message do.
pub(crate) fn actions_below(rows: &[ActionRow]) -> impl Iterator<Item = Action> {
    let components = rows.iter().flat_map(|row| &row.components);
    components.filter_map(|component| match component {
        ActionRowComponent::Button(button) => match &button.data {
            ButtonKind::NonLink { custom_id, .. } => custom_id.parse().ok(),
            _ => None,
        },
        _ => None,
    })
}
