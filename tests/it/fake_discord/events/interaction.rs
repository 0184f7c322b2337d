//! `INTERACTION_CREATE`: commands, autocomplete, buttons, select menus, modals.

use serde_json::{Value, json};

use super::place::{direct, interaction_channel};
use super::{
    APP_PERMISSIONS, APPLICATION, CHANNEL, DIRECT, GUILD, MEMBER, ORDINARY, member, set, snowflake,
    user,
};

/// An interaction.
pub struct Interaction(Value);

/// A member calls a slash command.
pub fn slash(name: &str) -> Interaction {
    Interaction::new(2, &json!({ "id": snowflake(), "name": name, "type": 1 }))
}

/// A member calls a command from the context menu of a message.
pub fn message_command(name: &str, target: &Value) -> Interaction {
    let id = target["id"].as_str().expect("a message has an id");
    // In resolved data Discord leaves out the guild and the author's member.
    let mut resolved = target.clone();
    if let Some(message) = resolved.as_object_mut() {
        message.retain(|key, _| !["guild_id", "member", "channel_type"].contains(&key.as_str()));
    }
    Interaction::new(
        2,
        &json!({
            "id": snowflake(), "name": name, "type": 3, "target_id": id,
            "resolved": { "messages": { id: resolved } },
        }),
    )
}

/// A member is typing a slash command; see [`Interaction::focused`].
pub fn autocomplete(name: &str) -> Interaction {
    Interaction::new(4, &json!({ "id": snowflake(), "name": name, "type": 1 }))
}

/// A member presses a button under one of the bot's messages.
pub fn button(custom_id: &str, message: &Value) -> Interaction {
    component(
        &json!({ "id": 2, "component_type": 2, "custom_id": custom_id }),
        message,
    )
}

/// A member chooses from a select menu under one of the bot's messages.
pub fn select(custom_id: &str, values: &[&str], message: &Value) -> Interaction {
    let data = json!({ "id": 2, "component_type": 3, "custom_id": custom_id, "values": values });
    component(&data, message)
}

/// A member sends a modal with text inputs, each by its identifier.
pub fn modal(custom_id: &str, inputs: &[(&str, &str)]) -> Interaction {
    let row = |(at, (id, value)): (usize, &(&str, &str))| {
        let input = json!({ "id": 2 * at + 2, "type": 4, "custom_id": id, "value": value });
        json!({ "id": 2 * at + 1, "type": 1, "components": [input] })
    };
    let rows: Vec<Value> = inputs.iter().enumerate().map(row).collect();
    Interaction::new(5, &json!({ "custom_id": custom_id, "components": rows }))
}

fn component(data: &Value, message: &Value) -> Interaction {
    let mut interaction = Interaction::new(3, data);
    interaction.0["message"] = message.clone();
    interaction
}

impl Interaction {
    /// [`MEMBER`], in [`CHANNEL`] of [`GUILD`]; the member's language is English, the guild's French.
    fn new(kind: u8, data: &Value) -> Self {
        let id = snowflake();
        let mut caller = member(&[]);
        caller["user"] = user(MEMBER, "member");
        caller["permissions"] = json!(ORDINARY);
        caller["unusual_dm_activity_until"] = Value::Null;
        let mut interaction = json!({
            "id": id, "application_id": APPLICATION, "type": kind, "version": 1,
            "token": format!("interaction-token-{id}"), "data": data,
            "guild_id": GUILD, "guild": { "id": GUILD, "locale": "fr", "features": [] },
            "channel_id": CHANNEL, "channel": interaction_channel(), "member": caller,
            "locale": "en-US", "guild_locale": "fr", "app_permissions": APP_PERMISSIONS,
            "entitlements": [], "entitlement_sku_ids": [],
            "authorizing_integration_owners": { "0": GUILD }, "context": 0,
            "attachment_size_limit": 10_485_760,
        });
        if kind == 2 || kind == 4 {
            interaction["data"]["guild_id"] = json!(GUILD);
        }
        Self(interaction)
    }

    /// Gives an option: text, a number, or a truth value.
    pub fn option(self, name: &str, value: impl Into<Value>) -> Self {
        self.push_option(name, &value.into(), false)
    }

    /// Gives a file as an option.
    pub fn file(mut self, name: &str, attachment: &Value) -> Self {
        let id = attachment["id"].as_str().expect("an id");
        let option = json!({ "name": name, "type": 11, "value": id });
        let data = &mut self.0["data"];
        if data["options"].is_null() {
            data["options"] = json!([]);
        }
        data["options"].as_array_mut().expect("a list").push(option);
        data["resolved"] = json!({ "attachments": { id: attachment } });
        self
    }

    /// In a thread of [`CHANNEL`].
    pub fn in_thread(mut self, thread: &str) -> Self {
        self.0["channel_id"] = json!(thread);
        self.0["channel"]["id"] = json!(thread);
        self.0["channel"]["type"] = json!(11);
        self.0["channel"]["parent_id"] = json!(CHANNEL);
        self
    }

    /// Gives the option that the member is typing at this moment.
    pub fn focused(self, name: &str, value: impl Into<Value>) -> Self {
        self.push_option(name, &value.into(), true)
    }

    /// Puts the options given so far under a subcommand.
    pub fn subcommand(mut self, name: &str) -> Self {
        let options = self.0["data"]["options"].take();
        let options = if options.is_null() {
            json!([])
        } else {
            options
        };
        self.0["data"]["options"] = json!([{ "name": name, "type": 1, "options": options }]);
        self
    }

    /// The member's permissions (as Discord writes them) and roles.
    pub fn member(mut self, permissions: &str, roles: &[&str]) -> Self {
        self.0["member"]["permissions"] = json!(permissions);
        self.0["member"]["roles"] = json!(roles);
        self
    }

    /// Another user.
    pub fn user(mut self, id: &str) -> Self {
        let at = if self.0.get("user").is_some() {
            "/user"
        } else {
            "/member/user"
        };
        set(&mut self.0, at, user(id, "somebody"));
        self
    }

    /// The user's language.
    pub fn locale(mut self, locale: &str) -> Self {
        self.0["locale"] = json!(locale);
        self
    }

    /// The guild's language.
    pub fn guild_locale(mut self, locale: &str) -> Self {
        self.0["guild_locale"] = json!(locale);
        self.0["guild"]["locale"] = json!(locale);
        self
    }

    /// In another guild.
    pub fn guild(mut self, id: &str) -> Self {
        for pointer in ["/guild_id", "/guild/id", "/channel/guild_id"] {
            set(&mut self.0, pointer, json!(id));
        }
        self.0["authorizing_integration_owners"] = json!({ "0": id });
        if self.0.pointer("/data/guild_id").is_some() {
            self.0["data"]["guild_id"] = json!(id);
        }
        self
    }

    /// In the direct messages with the bot: a user and no member, no guild.
    pub fn direct(mut self) -> Self {
        let caller = self.0["member"]["user"].take();
        let fields = self.0.as_object_mut().expect("an object");
        for gone in ["member", "guild_id", "guild", "guild_locale"] {
            fields.remove(gone);
        }
        self.0["data"]
            .as_object_mut()
            .expect("an object")
            .remove("guild_id");
        self.0["user"] = caller;
        self.0["channel_id"] = json!(DIRECT);
        self.0["channel"] = direct();
        self.0["context"] = json!(1);
        self.0["authorizing_integration_owners"] = json!({ "0": "0" });
        self
    }

    /// Anything else, by its JSON pointer.
    pub fn set(mut self, pointer: &str, value: Value) -> Self {
        set(&mut self.0, pointer, value);
        self
    }

    /// The interaction.
    pub fn build(self) -> Value {
        self.0
    }

    fn push_option(mut self, name: &str, value: &Value, focused: bool) -> Self {
        let kind = match value {
            Value::String(_) => 3,
            Value::Number(number) if number.is_f64() => 10,
            Value::Number(_) => 4,
            Value::Bool(_) => 5,
            other => panic!("an option is text, a number or a truth value, not {other}"),
        };
        let mut option = json!({ "name": name, "type": kind, "value": value });
        if focused {
            option["focused"] = json!(true);
        }
        let data = &mut self.0["data"];
        if data["options"].is_null() {
            data["options"] = json!([]);
        }
        data["options"].as_array_mut().expect("a list").push(option);
        self
    }
}
