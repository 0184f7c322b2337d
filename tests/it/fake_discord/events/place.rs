//! Guilds, channels and roles.

use serde_json::{Value, json};

use super::{APP_PERMISSIONS, BOT, CHANNEL, GUILD, GUILD_OWNER, MEMBER, ORDINARY, ROLE};

/// A guild, whole, as in `GUILD_CREATE`.
pub struct Guild(Value);

/// The guild [`GUILD`], with [`CHANNEL`] and [`ROLE`]; its language is French.
pub fn guild() -> Guild {
    let mut guild = json!({
        "id": GUILD, "name": "The guild", "icon": null, "icon_hash": null, "description": null,
        "home_header": null, "splash": null, "discovery_splash": null, "features": [],
        "banner": null, "owner_id": GUILD_OWNER, "application_id": null, "region": "deprecated",
        "afk_channel_id": null, "afk_timeout": 300, "system_channel_id": null,
        "system_channel_flags": 0, "widget_enabled": false, "widget_channel_id": null,
        "verification_level": 0, "roles": [role(GUILD, "@everyone", ORDINARY), role(ROLE, "readers", "0")],
        "default_message_notifications": 0, "mfa_level": 0, "explicit_content_filter": 0,
        "max_presences": null, "max_members": 500_000, "max_stage_video_channel_users": 50,
        "max_video_channel_users": 25, "vanity_url_code": null, "premium_tier": 0,
        "premium_subscription_count": 0, "preferred_locale": "fr", "rules_channel_id": null,
        "safety_alerts_channel_id": null, "public_updates_channel_id": null,
        "premium_progress_bar_enabled": false, "nsfw": false, "nsfw_level": 0, "emojis": [],
        "stickers": [], "incidents_data": null,
    });
    let only_in_event = json!({
        "joined_at": "2026-01-02T03:04:05.000000+00:00", "large": false, "unavailable": false,
        "member_count": 3, "voice_states": [], "channels": [channel(CHANNEL, "general")],
        "members": [member_of_guild()], "threads": [], "presences": [], "stage_instances": [],
        "guild_scheduled_events": [], "soundboard_sounds": [],
    });
    for (name, value) in only_in_event.as_object().into_iter().flatten() {
        guild[name] = value.clone();
    }
    Guild(guild)
}

impl Guild {
    /// Another identifier; the role for everyone has the same.
    pub fn id(mut self, id: &str) -> Self {
        self.0["id"] = json!(id);
        self.0["roles"][0]["id"] = json!(id);
        self
    }

    /// Another owner.
    pub fn owner(mut self, user: &str) -> Self {
        self.0["owner_id"] = json!(user);
        self
    }

    /// Another language.
    pub fn locale(mut self, locale: &str) -> Self {
        self.0["preferred_locale"] = json!(locale);
        self
    }

    /// One more role.
    pub fn role(mut self, id: &str, name: &str, permissions: &str) -> Self {
        let roles = self.0["roles"].as_array_mut().expect("roles are a list");
        roles.push(role(id, name, permissions));
        self
    }

    /// These channels instead.
    pub fn channels(mut self, channels: &[Value]) -> Self {
        self.0["channels"] = json!(channels);
        self
    }

    /// The guild.
    pub fn build(self) -> Value {
        self.0
    }
}

/// `GUILD_DELETE`: the bot was removed, or (`unavailable`) the guild has an outage.
pub fn guild_delete(id: &str, unavailable: bool) -> Value {
    if unavailable {
        json!({ "id": id, "unavailable": true })
    } else {
        json!({ "id": id })
    }
}

/// A text channel of a guild. In `GUILD_CREATE` its `guild_id` is left out.
pub fn channel(id: &str, name: &str) -> Value {
    json!({
        "id": id, "type": 0, "name": name, "position": 0, "flags": 0, "parent_id": null,
        "topic": null, "last_message_id": null, "rate_limit_per_user": 0, "nsfw": false,
        "permission_overwrites": [],
    })
}

/// A public thread in a channel of [`GUILD`], or a post in a forum.
pub fn thread(id: &str, name: &str, parent: &str, owner: &str) -> Value {
    json!({
        "id": id, "type": 11, "guild_id": GUILD, "name": name, "parent_id": parent,
        "owner_id": owner, "flags": 0, "last_message_id": null, "rate_limit_per_user": 0,
        "message_count": 0, "member_count": 1, "total_message_sent": 0, "newly_created": true,
        "thread_metadata": {
            "archived": false, "auto_archive_duration": 1440, "locked": false,
            "archive_timestamp": super::NOW, "create_timestamp": super::NOW,
        },
    })
}

/// A file that a member has uploaded.
pub fn attachment(name: &str, size: usize, url: &str) -> Value {
    json!({
        "id": super::snowflake(), "filename": name, "size": size, "url": url, "proxy_url": url,
        "content_type": "text/plain; charset=utf-8", "ephemeral": true,
    })
}

/// Direct messages with one user.
pub fn direct_channel(id: &str, recipient: &Value) -> Value {
    json!({ "id": id, "type": 1, "flags": 0, "last_message_id": null, "recipients": [recipient] })
}

/// A role.
pub fn role(id: &str, name: &str, permissions: &str) -> Value {
    json!({
        "id": id, "name": name, "description": null, "permissions": permissions, "position": 0,
        "color": 0, "colors": { "primary_color": 0, "secondary_color": null, "tertiary_color": null },
        "hoist": false, "managed": false, "mentionable": false, "icon": null, "unicode_emoji": null,
        "flags": 0,
    })
}

/// The bot as a member of its guild: the one member Discord always sends.
fn member_of_guild() -> Value {
    let mut member = super::member(&[]);
    member["user"] = super::bot(BOT, "verbatim");
    member
}

/// A channel as interactions carry it: with the member's permissions in it.
pub(super) fn interaction_channel() -> Value {
    let mut channel = channel(CHANNEL, "general");
    channel["guild_id"] = json!(GUILD);
    channel["permissions"] = json!(ORDINARY);
    channel["app_permissions"] = json!(APP_PERMISSIONS);
    channel
}

/// The direct messages with [`MEMBER`].
pub(super) fn direct() -> Value {
    direct_channel(super::DIRECT, &super::user(MEMBER, "member"))
}
