//! An *inspection* looks for what keeps the bot from working: commands that are not those of this
//! version, and permissions that it lacks in a channel; and for intents that it has in vain. Before all
//! that, it tells whom a token belongs to.

use serde::Deserialize;
use serde_json::Value;
use serenity::http::Route;
use serenity::model::Permissions;
use serenity::model::id::{ChannelId, GenericId, GuildId, RoleId, UserId};

use super::api::rest::{Rest, RestError};
use super::api::tls::check_authorities;
use super::api::{DiscordError, Endpoints, Token};
use super::app::admins::Application;
use super::app::permissions::{invite_link, missing};
use super::dispatch;
use super::metrics::Metrics;
use super::registry::Registry;
use crate::reply::Permission;

/// The flags of an application that has a privileged intent, all of it or as a small bot has it.
const INTENTS: [(u64, &str); 3] = [
    (1 << 12 | 1 << 13, "Presence"),
    (1 << 14 | 1 << 15, "Server Members"),
    (1 << 18 | 1 << 19, "Message Content"),
];

/// What an inspection found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Inspection {
    /// The bot's name.
    pub name: String,
    /// How many servers it is in.
    pub guilds: u64,
    /// Whether Discord has the commands of this version.
    pub commands_up_to_date: bool,
    /// The privileged intents that are switched on, none of which it needs.
    pub intents: Vec<&'static str>,
    /// The permissions it lacks in the channel that was asked about.
    pub missing: Option<Vec<Permission>>,
}

/// Whom a token belongs to, as the one who sets the bot up needs to know.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Identity {
    /// The bot's name.
    pub name: String,
    /// How many servers it is in.
    pub guilds: u64,
    /// The privileged intents that are switched on, none of which it needs.
    pub intents: Vec<&'static str>,
    /// Whether the invite link is of no use: the application demands a code grant beside it.
    pub needs_code_grant: bool,
    /// The address where the bot is added to a server.
    pub invite_link: String,
}

/// Asks Discord whom a token belongs to, once.
///
/// # Errors
/// When the token is refused, or Discord cannot be reached.
pub async fn identify(token: &Token, endpoints: &Endpoints) -> Result<Identity, DiscordError> {
    token.check()?;
    check_authorities()?;
    let rest = Rest::new(token, endpoints, Metrics::default())?;
    let me: User = rest.get_once(Route::UserMe).await?;
    let application = Application::fetch(&rest).await?;
    Ok(Identity {
        name: me.username,
        guilds: application.guilds.unwrap_or_default(),
        intents: intents(application.flags),
        needs_code_grant: application.needs_code_grant,
        invite_link: invite_link(application.id),
    })
}

/// A user as far as its name goes.
#[derive(Debug, Deserialize)]
struct User {
    username: String,
}

/// Asks Discord about the token, the commands, the intents, and the permissions in `channel`.
/// `in_thread` tells of a channel whether messages are answered in threads there.
///
/// # Errors
/// When the token is refused, Discord cannot be reached, or the bot cannot see the channel.
pub async fn inspect(
    token: &Token,
    endpoints: &Endpoints,
    home_guild: Option<u64>,
    channel: Option<u64>,
    in_thread: impl Fn(u64) -> bool,
) -> Result<Inspection, DiscordError> {
    token.check()?;
    check_authorities()?;
    let rest = Rest::new(token, endpoints, Metrics::default())?;
    let application = Application::fetch(&rest).await?;
    let home = home_guild.map(GuildId::new);
    let me: Value = rest.get(Route::UserMe).await?;
    let registry = Registry::new(application.id, home, dispatch::definitions());
    let commands_up_to_date = registry.is_up_to_date(&rest).await?;
    let missing = match channel {
        Some(channel) => Some(
            match missing_in(&rest, ChannelId::new(channel), &me, in_thread).await {
                // What cannot be seen cannot be asked about either.
                Err(error) if error.is_out_of_reach() => vec![Permission::ViewChannels],
                missing => missing?,
            },
        ),
        None => None,
    };
    Ok(Inspection {
        name: me["username"].as_str().unwrap_or_default().to_owned(),
        guilds: application.guilds.unwrap_or_default(),
        commands_up_to_date,
        intents: intents(application.flags),
        missing,
    })
}

/// The privileged intents that an application's flags tell of, by Discord's English names.
fn intents(flags: u64) -> Vec<&'static str> {
    let on = INTENTS.iter().filter(|(flag, _)| flags & flag != 0);
    on.map(|(_, name)| *name).collect()
}

/// A channel as far as permissions go. Serenity's own types would refuse an answer for the sake of
/// what is not looked at here.
#[derive(Debug, Deserialize)]
struct Channel {
    guild_id: Option<GuildId>,
    #[serde(default)]
    permission_overwrites: Vec<Overwrite>,
    /// Of a thread, the channel it is in, whose permissions count.
    parent_id: Option<ChannelId>,
    #[serde(rename = "type")]
    kind: u8,
}

/// Discord's kinds of threads.
const THREADS: [u8; 3] = [10, 11, 12];

#[derive(Debug, Deserialize)]
struct Overwrite {
    /// A role's or a member's.
    id: GenericId,
    allow: Permissions,
    deny: Permissions,
}

#[derive(Debug, Deserialize)]
struct Guild {
    roles: Vec<Role>,
}

#[derive(Debug, Deserialize)]
struct Role {
    id: RoleId,
    permissions: Permissions,
}

#[derive(Debug, Deserialize)]
struct Member {
    roles: Vec<RoleId>,
}

/// What the bot lacks in a channel, computed as Discord's documentation of permissions says.
async fn missing_in(
    rest: &Rest,
    mut channel_id: ChannelId,
    me: &Value,
    in_thread: impl Fn(u64) -> bool,
) -> Result<Vec<Permission>, RestError> {
    let mut channel: Channel = rest.get(Route::Channel { channel_id }).await?;
    let parent = channel.parent_id;
    if let Some(parent) = parent.filter(|_| THREADS.contains(&channel.kind)) {
        channel_id = parent;
        channel = rest.get(Route::Channel { channel_id }).await?;
    }
    // In direct messages nothing is withheld.
    let Some(guild_id) = channel.guild_id else {
        return Ok(Vec::new());
    };
    let user_id: UserId = serde_json::from_value(me["id"].clone())?;
    let guild: Guild = rest.get(Route::Guild { guild_id }).await?;
    let member: Member = rest.get(Route::GuildMember { guild_id, user_id }).await?;
    let granted = granted(&guild, &channel, &member, guild_id.get(), user_id.get());
    Ok(missing(granted, in_thread(channel_id.get())))
}

fn granted(
    guild: &Guild,
    channel: &Channel,
    member: &Member,
    everyone: u64,
    me: u64,
) -> Permissions {
    let has = |role: u64| role == everyone || member.roles.iter().any(|own| own.get() == role);
    let roles = guild.roles.iter().filter(|role| has(role.id.get()));
    let base = roles.fold(Permissions::empty(), |all, role| all | role.permissions);
    if base.administrator() {
        return Permissions::all();
    }
    let overwrites = |applies: &dyn Fn(u64) -> bool| {
        let applying = channel
            .permission_overwrites
            .iter()
            .filter(|overwrite| applies(overwrite.id.get()));
        applying.fold(
            (Permissions::empty(), Permissions::empty()),
            |(allow, deny), overwrite| (allow | overwrite.allow, deny | overwrite.deny),
        )
    };
    let steps: [&dyn Fn(u64) -> bool; 3] = [
        &|id| id == everyone,
        &|id| id != everyone && has(id),
        &|id| id == me,
    ];
    steps.into_iter().fold(base, |granted, applies| {
        let (allow, deny) = overwrites(applies);
        (granted - deny) | allow
    })
}
