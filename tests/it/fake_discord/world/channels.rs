//! Guilds, channels, and the messages in them.

use serde_json::{Value, json};

use super::interactions::edited;
use super::{Answer, World, compose, found, text};
use crate::fake_discord::events::{self, BOT, snowflake};

/// What a guild has only in `GUILD_CREATE`.
const ONLY_IN_EVENT: [&str; 12] = [
    "joined_at",
    "large",
    "unavailable",
    "member_count",
    "voice_states",
    "channels",
    "members",
    "threads",
    "presences",
    "stage_instances",
    "guild_scheduled_events",
    "soundboard_sounds",
];

impl World {
    /// The guilds the bot is in, as events.
    pub fn guilds(&self) -> Vec<Value> {
        let mut guilds: Vec<Value> = self.guilds.values().cloned().collect();
        guilds.sort_by(|one, other| text(&one["id"]).cmp(text(&other["id"])));
        guilds
    }

    /// Forgets a message: somebody deleted it.
    pub fn delete_message(&mut self, id: &str) {
        self.messages.remove(id);
    }

    pub(super) fn add_guild(&mut self, guild: &Value) {
        for channel in guild["channels"].as_array().into_iter().flatten() {
            let mut channel = channel.clone();
            channel["guild_id"] = guild["id"].clone();
            self.channels
                .insert(text(&channel["id"]).to_owned(), channel);
        }
        self.guilds
            .insert(text(&guild["id"]).to_owned(), guild.clone());
    }

    pub(super) fn add_channel(&mut self, channel: &Value) {
        self.channels
            .insert(text(&channel["id"]).to_owned(), channel.clone());
    }

    /// Keeps a file, and says where.
    pub fn upload(&mut self, name: &str, bytes: &[u8]) -> String {
        let path = format!("/attachments/{}/{}/{name}", snowflake(), snowflake());
        self.attachments.insert(path.clone(), bytes.to_vec());
        path
    }

    pub fn attachment(&self, path: &str) -> Option<Vec<u8>> {
        self.attachments.get(path).cloned()
    }

    /// Makes a thread below a message: one each, and none in a thread.
    pub(super) fn open_thread(&mut self, channel: &str, message: &str, body: &Value) -> Answer {
        let Some(place) = self.channels.get(channel) else {
            return unknown_channel();
        };
        if place["type"] != 0 {
            return Answer::error(400, 50024, "Cannot execute action on this channel type");
        }
        if self.channels.contains_key(message) {
            let said = "A thread has already been created for this message";
            return Answer::error(400, 160_004, said);
        }
        let name = text(&body["name"]);
        let mut thread = events::thread(message, name, channel, BOT);
        thread["guild_id"] = place["guild_id"].clone();
        self.add_channel(&thread);
        Answer {
            event: Some(("THREAD_CREATE", thread.clone())),
            ..Answer::created(thread)
        }
    }

    /// The bot as a member; nobody else is asked for.
    pub(super) fn member(&self, guild: &str, user: &str) -> Answer {
        let guild = self.guilds.get(guild);
        let member = guild.and_then(|guild| {
            guild["members"]
                .as_array()?
                .iter()
                .find(|member| member["user"]["id"] == user)
        });
        found(member, 10007, "Unknown Member")
    }

    pub(super) fn add_message(&mut self, message: &Value) {
        let channel = text(&message["channel_id"]);
        if message.get("guild_id").is_none() && !self.channels.contains_key(channel) {
            let direct = events::direct_channel(channel, &message["author"]);
            self.channels.insert(channel.to_owned(), direct);
        }
        self.messages
            .insert(text(&message["id"]).to_owned(), message.clone());
    }

    pub(super) fn guild(&self, id: &str) -> Answer {
        let mut guild = found(self.guilds.get(id), 10004, "Unknown Guild");
        if let Some(fields) = guild.body.as_mut().and_then(Value::as_object_mut) {
            fields.retain(|name, _| !ONLY_IN_EVENT.contains(&name.as_str()));
        }
        guild
    }

    pub(super) fn open_direct(&mut self, body: &Value) -> Answer {
        let user = events::user(text(&body["recipient_id"]), "somebody");
        let channel = events::direct_channel(&snowflake(), &user);
        self.channels
            .insert(text(&channel["id"]).to_owned(), channel.clone());
        Answer::ok(channel)
    }

    pub(super) fn type_in(&self, channel: &str) -> Answer {
        if self.channels.contains_key(channel) {
            Answer::done()
        } else {
            unknown_channel()
        }
    }

    /// Sends a message. Discord tells everybody, its author too.
    /// The message of the bot's with the same nonce, where that is to be enforced.
    fn sent_before(&self, channel: &str, body: &Value) -> Option<&Value> {
        let enforced = body["enforce_nonce"] == json!(true) && body["nonce"].is_string();
        let mut messages = self.messages.values().filter(|_| enforced);
        messages.find(|sent| {
            sent["channel_id"] == channel
                && sent["author"]["id"] == BOT
                && sent["nonce"] == body["nonce"]
        })
    }

    pub(super) fn send(&mut self, channel: &str, body: &Value) -> Answer {
        let Some(place) = self.channels.get(channel) else {
            return unknown_channel();
        };
        if let Some(sent) = self.sent_before(channel, body) {
            return Answer::ok(rest(sent));
        }
        let mut message = compose(channel, body);
        message["nonce"] = body["nonce"].clone();
        let reference = &body["message_reference"];
        if !reference.is_null() {
            let original = self.messages.get(text(&reference["message_id"]));
            if original.is_none() && reference["fail_if_not_exists"] != json!(false) {
                return Answer::error(400, 50035, "Invalid Form Body");
            }
            message["type"] = json!(19);
            message["message_reference"] = json!({
                "type": 0, "message_id": reference["message_id"], "channel_id": channel,
                "guild_id": place["guild_id"],
            });
            message["referenced_message"] = original.map_or(Value::Null, rest);
        }
        let mut event = message.clone();
        event["channel_type"] = place["type"].clone();
        if let Some(guild) = place.get("guild_id") {
            event["guild_id"] = guild.clone();
            event["member"] = events::member(&[]);
        }
        self.messages
            .insert(text(&message["id"]).to_owned(), message.clone());
        Answer {
            event: Some(("MESSAGE_CREATE", event)),
            ..Answer::ok(message)
        }
    }

    pub(super) fn message(
        &mut self,
        method: &str,
        channel: &str,
        id: &str,
        body: &Value,
    ) -> Answer {
        let message = self
            .messages
            .get_mut(id)
            .filter(|message| message["channel_id"] == channel);
        let Some(message) = message else {
            return Answer::error(404, 10008, "Unknown Message");
        };
        match method {
            "GET" => Answer::ok(rest(message)),
            "PATCH" if message["author"]["id"] != BOT => {
                Answer::error(403, 50005, "Cannot edit a message authored by another user")
                    .because("edits a message of somebody else")
            }
            "PATCH" => Answer::ok(edited(message, body)),
            "DELETE" => {
                self.messages.remove(id);
                Answer::done()
            }
            _ => Answer::error(405, 0, "405: Method Not Allowed").because("no such method"),
        }
    }
}

fn unknown_channel() -> Answer {
    Answer::error(404, 10003, "Unknown Channel").because("speaks of a channel nobody knows")
}

/// A message as the REST API shows it.
fn rest(message: &Value) -> Value {
    let mut message = message.clone();
    if let Some(fields) = message.as_object_mut() {
        for name in ["guild_id", "member", "channel_type", "referenced_message"] {
            fields.remove(name);
        }
    }
    message
}
