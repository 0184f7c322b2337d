//! What Discord says: objects and events as `serde_json` values, in the shape of 2026.
//!
//! Each builder holds a whole, valid value from the start; its methods change one thing each, and
//! `build` hands it out. What no method covers is set by its JSON pointer with `set`. Identifiers
//! and tokens of messages and interactions are never the same twice.

mod interaction;
mod message;
mod place;

use std::sync::atomic::{AtomicU64, Ordering};

use serde_json::{Value, json};

pub use interaction::{Interaction, autocomplete, button, message_command, modal, select, slash};
pub use message::{Message, message, reference};
pub use place::{attachment, channel, direct_channel, guild, guild_delete, thread};

/// The bot's application. Not the bot's user: older applications have two identifiers, and a bot
/// that mixes them up works until it meets one.
pub const APPLICATION: &str = "1100000000000000001";
/// The bot's user.
pub const BOT: &str = "1100000000000000002";
/// The owner of the application.
pub const OWNER: &str = "1100000000000000003";
/// An ordinary member.
pub const MEMBER: &str = "1100000000000000004";
/// The guild the bot is in, unless a test says otherwise.
pub const GUILD: &str = "1100000000000000010";
/// A text channel of [`GUILD`].
pub const CHANNEL: &str = "1100000000000000011";
/// A role of [`GUILD`] that may do nothing by itself.
pub const ROLE: &str = "1100000000000000012";
/// The direct messages between [`MEMBER`] and the bot.
pub const DIRECT: &str = "1100000000000000013";
/// The owner of [`GUILD`]: neither the bot's owner nor [`MEMBER`].
pub const GUILD_OWNER: &str = "1100000000000000014";

/// The permission to manage the server, as Discord writes it.
pub const MANAGE_GUILD: &str = "32";
/// What an ordinary member may do: view channels, send messages, read history, use commands.
pub const ORDINARY: &str = "2147552256";
/// What the bot may do where it is asked: view, send (in threads, too), embed links, read history.
pub const APP_PERMISSIONS: &str = "274877991936";

/// The moment at which everything happens.
pub const NOW: &str = "2026-08-01T12:00:00.000000+00:00";

/// A new identifier, greater than all before.
pub fn snowflake() -> String {
    static LAST: AtomicU64 = AtomicU64::new(1_400_000_000_000_000_000);
    LAST.fetch_add(1, Ordering::Relaxed).to_string()
}

/// A user; `bot` as Discord sends it: only when true.
pub fn user(id: &str, name: &str) -> Value {
    json!({
        "id": id, "username": name, "discriminator": "0", "global_name": null, "avatar": null,
        "avatar_decoration_data": null, "banner": null, "accent_color": null, "collectibles": null,
        "primary_guild": null, "public_flags": 0, "flags": 0,
    })
}

/// A user that is a bot.
pub fn bot(id: &str, name: &str) -> Value {
    let mut bot = user(id, name);
    bot["bot"] = json!(true);
    bot
}

/// The bot itself, as others see it.
pub fn this_bot() -> Value {
    bot(BOT, "verbatim")
}

/// The bot itself, as it sees itself: `/users/@me` and READY.
pub fn current_user() -> Value {
    let mut user = this_bot();
    user["mfa_enabled"] = json!(false);
    user["verified"] = json!(true);
    user["email"] = Value::Null;
    user["locale"] = json!("en-US");
    user
}

/// A member of a guild, without the user.
pub fn member(roles: &[&str]) -> Value {
    json!({
        "avatar": null, "banner": null, "communication_disabled_until": null, "deaf": false,
        "flags": 0, "joined_at": "2024-02-03T04:05:06.000000+00:00", "mute": false, "nick": null,
        "pending": false, "premium_since": null, "roles": roles,
    })
}

/// The application, owned by [`OWNER`].
pub fn application() -> Value {
    json!({
        "id": APPLICATION, "name": "verbatim", "icon": null, "description": "", "type": null,
        "bot": this_bot(), "bot_public": true, "bot_require_code_grant": false,
        "verify_key": "0000000000000000000000000000000000000000000000000000000000000000",
        "flags": 0, "flags_new": "0", "redirect_uris": [], "interactions_endpoint_url": null,
        "role_connections_verification_url": null, "owner": user(OWNER, "owner"),
        "approximate_guild_count": 1, "approximate_user_install_count": 0,
        "approximate_user_authorization_count": 0, "explicit_content_filter": 0, "team": null,
        "integration_types_config": { "0": {} }, "eligible_oauth2_scopes": [],
    })
}

/// The application, owned by a team: its `owner` is then a user made up for the team.
pub fn team_application(members: &[&str]) -> Value {
    let id = snowflake();
    let members: Vec<Value> = members
        .iter()
        .map(|member| {
            json!({
                "membership_state": 2, "permissions": ["*"], "role": "admin", "team_id": id,
                "user": user(member, "teammate"),
            })
        })
        .collect();
    let mut application = application();
    application["owner"] = user(&id, &format!("team{id}"));
    application["team"] = json!({
        "id": id, "icon": null, "name": "The team", "members": members,
        "owner_user_id": members[0]["user"]["id"],
    });
    application
}

/// READY for these guilds, which are all said to be unavailable, as Discord says at first.
pub fn ready(session: &str, gateway: &str, guilds: &[Value]) -> Value {
    let guilds: Vec<Value> = guilds
        .iter()
        .map(|guild| json!({ "id": guild["id"], "unavailable": true }))
        .collect();
    json!({
        "v": 10, "user": current_user(), "guilds": guilds, "session_id": session,
        "session_type": "normal", "resume_gateway_url": gateway, "shard": [0, 1],
        "application": { "id": APPLICATION, "flags": 0 }, "user_settings": {}, "relationships": [],
        "private_channels": [], "presences": [], "guild_join_requests": [], "auth": {}, "_trace": [],
    })
}

/// Sets the value at a JSON pointer; the last part of the pointer may be new.
fn set(target: &mut Value, pointer: &str, value: Value) {
    let (parent, key) = pointer
        .rsplit_once('/')
        .expect("a JSON pointer begins with a slash");
    target
        .pointer_mut(parent)
        .unwrap_or_else(|| panic!("nothing at {parent}"))[key] = value;
}
