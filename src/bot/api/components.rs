//! *Components* are the controls below a message as Discord writes them, and the menu of a message
//! as it comes back with a press.

use serde_json::{Value, json};
use serenity::builder::{
    CreateActionRow, CreateButton, CreateInputText, CreateModal, CreateSelectMenu,
    CreateSelectMenuKind, CreateSelectMenuOption,
};
use serenity::model::application::{
    ActionRow, ActionRowComponent, ButtonKind, ButtonStyle, InputTextStyle,
};
use serenity::model::channel::ReactionType;

use crate::reply::{Button, ButtonAction, Choice, Form, Menu, Press, Row};

/// Rows as a message carries them.
pub(crate) fn rows(rows: &[Row]) -> Value {
    let rows = rows.iter().map(|row| match row {
        Row::Buttons(buttons) => CreateActionRow::Buttons(buttons.iter().map(button).collect()),
        Row::Menu(choices) => CreateActionRow::SelectMenu(menu(choices)),
    });
    json!(rows.collect::<Vec<_>>())
}

fn button(button: &Button) -> CreateButton {
    let created = match &button.press {
        Press::Act(action) => CreateButton::new(action.to_string()).style(ButtonStyle::Secondary),
        Press::Open(address) => CreateButton::new_link(address),
    };
    let created = created
        .emoji(ReactionType::Unicode(button.emoji.to_owned()))
        .disabled(!button.enabled);
    // Discord refuses an empty label.
    if button.label.is_empty() {
        created
    } else {
        created.label(&button.label)
    }
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
    let option = CreateSelectMenuOption::new(&choice.label, choice.bookmark.to_string());
    // Discord refuses an empty description.
    if choice.description.is_empty() {
        option
    } else {
        option.description(&choice.description)
    }
}

/// A form of one field, whose answer the bot is told.
pub(crate) fn form(form: &Form) -> Value {
    let longest = u16::try_from(form.most).unwrap_or(u16::MAX);
    let field = CreateInputText::new(InputTextStyle::Paragraph, &form.label, "question")
        .min_length(1)
        .max_length(longest);
    let rows = vec![CreateActionRow::InputText(field)];
    json!(CreateModal::new(ButtonAction::Asked.to_string(), &form.title).components(rows))
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
            let action: ButtonAction = menu.custom_id.as_ref()?.parse().ok()?;
            let options = menu.options.iter().filter_map(|option| {
                Some(Choice {
                    label: option.label.clone(),
                    description: option.description.clone().unwrap_or_default(),
                    bookmark: option.value.parse().ok()?,
                })
            });
            matches!(action, ButtonAction::Choose(_)).then(|| Menu {
                asker,
                placeholder: menu.placeholder.clone().unwrap_or_default(),
                options: options.collect(),
            })
        })
        .filter(|menu| !menu.options.is_empty())
}

/// What the buttons below a message do.
pub(crate) fn actions_below(rows: &[ActionRow]) -> impl Iterator<Item = ButtonAction> {
    let components = rows.iter().flat_map(|row| &row.components);
    components.filter_map(|component| match component {
        ActionRowComponent::Button(button) => match &button.data {
            ButtonKind::NonLink { custom_id, .. } => custom_id.parse().ok(),
            _ => None,
        },
        _ => None,
    })
}
