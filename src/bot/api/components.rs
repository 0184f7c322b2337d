//! *Components* are the controls below a message as Discord writes them, and the menu of a message
//! as it comes back with a press.

use serde_json::{Value, json};
use serenity::builder::{
    CreateActionRow, CreateButton, CreateSelectMenu, CreateSelectMenuKind, CreateSelectMenuOption,
};
use serenity::model::application::{
    ActionRow, ActionRowComponent, Button, ButtonKind, ButtonStyle,
};
use serenity::model::channel::ReactionType;

use crate::library::Anchor;
use crate::reply::{self, ButtonAction, Choice, Locale, Menu, Row, by_key};

/// Rows as a message carries them.
pub(crate) fn rows(rows: &[Row]) -> Value {
    let rows = rows.iter().map(|row| match row {
        Row::Buttons(buttons) => CreateActionRow::Buttons(buttons.iter().map(button).collect()),
        Row::Menu(choices) => CreateActionRow::SelectMenu(menu(choices)),
    });
    json!(rows.collect::<Vec<_>>())
}

fn button(button: &reply::Button) -> CreateButton {
    let mut created = CreateButton::new(button.press.to_string())
        .style(ButtonStyle::Secondary)
        .disabled(!button.enabled);
    // Discord refuses an empty sign and an empty label.
    if !button.emoji.is_empty() {
        created = created.emoji(ReactionType::Unicode(button.emoji.to_owned()));
    }
    if !button.label.is_empty() {
        created = created.label(&button.label);
    }
    created
}

fn menu(menu: &Menu) -> CreateSelectMenu {
    let options = menu.options.iter().map(option).collect();
    let action = ButtonAction::Choose(menu.asker).to_string();
    CreateSelectMenu::new(action, CreateSelectMenuKind::String { options })
        .placeholder(&menu.placeholder)
        .min_values(1)
        .max_values(1)
}

fn option(choice: &Choice) -> CreateSelectMenuOption {
    let option = CreateSelectMenuOption::new(&choice.label, choice.anchor.to_string());
    // Discord refuses an empty description.
    if choice.description.is_empty() {
        option
    } else {
        option.description(&choice.description)
    }
}

/// The menu of passages below a message, for whoever presses now; what was a choice of buttons goes
/// on as a menu.
pub(crate) fn menu_below(rows: &[ActionRow], asker: u64, locale: Locale) -> Option<Menu> {
    let components = || rows.iter().flat_map(|row| &row.components);
    let menu = components()
        .filter_map(|component| match component {
            ActionRowComponent::SelectMenu(menu) => Some(menu),
            _ => None,
        })
        .find_map(|menu| {
            let action: ButtonAction = menu.custom_id.as_ref()?.parse().ok()?;
            let options = menu.options.iter().filter_map(|option| {
                Some(Choice {
                    label: option.label.clone(),
                    description: option.description.clone().unwrap_or_default(),
                    anchor: option.value.parse().ok()?,
                })
            });
            matches!(action, ButtonAction::Choose(_)).then(|| Menu {
                asker,
                placeholder: menu.placeholder.clone().unwrap_or_default(),
                options: options.collect(),
            })
        })
        .filter(|menu| !menu.options.is_empty());
    let choices = components().filter_map(|component| {
        let ActionRowComponent::Button(button) = component else {
            return None;
        };
        match action(button)? {
            ButtonAction::Show(anchor, _) => Some(Choice {
                label: button.label.clone()?,
                description: String::new(),
                anchor,
            }),
            _ => None,
        }
    });
    menu.or_else(|| {
        let options: Vec<Choice> = choices.collect();
        (options.len() > 1).then(|| Menu {
            asker,
            placeholder: by_key(locale, "other_passages"),
            options,
        })
    })
}

/// Where the options of the menu below a message lead.
pub(crate) fn listed_below(rows: &[ActionRow]) -> impl Iterator<Item = Anchor> {
    let components = rows.iter().flat_map(|row| &row.components);
    let options = components.flat_map(|component| match component {
        ActionRowComponent::SelectMenu(menu) => menu.options.as_slice(),
        _ => &[],
    });
    options.filter_map(|option| option.value.parse().ok())
}

/// What the buttons below a message do.
pub(crate) fn actions_below(rows: &[ActionRow]) -> impl Iterator<Item = ButtonAction> {
    let components = rows.iter().flat_map(|row| &row.components);
    components.filter_map(|component| match component {
        ActionRowComponent::Button(button) => action(button),
        _ => None,
    })
}

fn action(button: &Button) -> Option<ButtonAction> {
    match &button.data {
        ButtonKind::NonLink { custom_id, .. } => custom_id.parse().ok(),
        _ => None,
    }
}
