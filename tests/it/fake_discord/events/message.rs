//! Messages, and `MESSAGE_CREATE`.

use serde_json::{Value, json};

use super::{CHANNEL, DIRECT, GUILD, MEMBER, NOW, set, snowflake};

/// A message.
pub struct Message(Value);

/// A message of [`MEMBER`] in [`CHANNEL`] of [`GUILD`] that mentions nobody.
pub fn message(content: &str) -> Message {
    Message(json!({
        "id": snowflake(), "channel_id": CHANNEL, "guild_id": GUILD, "type": 0, "content": content,
        "author": super::user(MEMBER, "member"), "member": super::member(&[]), "timestamp": NOW,
        "edited_timestamp": null, "tts": false, "mention_everyone": false, "mentions": [],
        "mention_roles": [], "attachments": [], "embeds": [], "components": [], "pinned": false,
        "flags": 0, "channel_type": 0,
    }))
}

/// How another message points at this one.
pub fn reference(message: &Value) -> Value {
    let mut reference = json!({
        "type": 0, "message_id": message["id"], "channel_id": message["channel_id"],
    });
    if let Some(guild) = message.get("guild_id") {
        reference["guild_id"] = guild.clone();
    }
    reference
}

impl Message {
    /// Another author. Members of guilds are not bots or webhooks here unless said.
    pub fn author(mut self, author: Value) -> Self {
        self.0["author"] = author;
        self
    }

    /// Written by a webhook: the author is made up, and there is no member.
    pub fn webhook(mut self, id: &str) -> Self {
        self.0["webhook_id"] = json!(id);
        self.0["application_id"] = Value::Null;
        self.0["author"] = super::bot(id, "webhook");
        self.without("member")
    }

    /// Mentions a user, as the `mentions` list says; in a guild with the member.
    pub fn mentions(mut self, mut user: Value) -> Self {
        if self.0.get("guild_id").is_some() {
            user["member"] = super::member(&[]);
        }
        self.list("mentions").push(user);
        self
    }

    /// Mentions a role.
    pub fn mentions_role(mut self, role: &str) -> Self {
        self.list("mention_roles").push(json!(role));
        self
    }

    /// Mentions `@everyone` or `@here`.
    pub fn mentions_everyone(mut self) -> Self {
        self.0["mention_everyone"] = json!(true);
        self
    }

    /// Replies to `original`. Whether the reply pings is another matter: `mentions`.
    pub fn reply_to(mut self, original: &Value) -> Self {
        self.0["type"] = json!(19);
        self.0["message_reference"] = reference(original);
        self.0["referenced_message"] = original.clone();
        self
    }

    /// Replies to a message that is gone.
    pub fn reply_to_deleted(mut self) -> Self {
        self.0["type"] = json!(19);
        self.0["message_reference"] = json!({ "type": 0, "message_id": snowflake(), "channel_id": CHANNEL, "guild_id": GUILD });
        self.0["referenced_message"] = Value::Null;
        self
    }

    /// In another channel of the guild.
    pub fn channel(mut self, id: &str) -> Self {
        self.0["channel_id"] = json!(id);
        self
    }

    /// A direct message to the bot.
    pub fn direct(mut self) -> Self {
        self.0["channel_id"] = json!(DIRECT);
        self.0["channel_type"] = json!(1);
        self.without("guild_id").without("member")
    }

    /// Anything else, by its JSON pointer.
    pub fn set(mut self, pointer: &str, value: Value) -> Self {
        set(&mut self.0, pointer, value);
        self
    }

    /// The message.
    pub fn build(self) -> Value {
        self.0
    }

    fn list(&mut self, name: &str) -> &mut Vec<Value> {
        self.0[name].as_array_mut().expect("a list")
    }

    fn without(mut self, name: &str) -> Self {
        self.0.as_object_mut().expect("an object").remove(name);
        self
    }
}
