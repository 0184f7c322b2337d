//! The routes the stand-in knows, named as Discord's own description names them.

/// Every route, without the `/api/v10` in front. A segment in braces stands for any one segment.
pub const ROUTES: [&str; 21] = [
    "/gateway",
    "/gateway/bot",
    "/users/@me",
    "/applications/@me",
    "/oauth2/applications/@me",
    COMMANDS,
    COMMAND,
    GUILD_COMMANDS,
    GUILD_COMMAND,
    CALLBACK,
    WEBHOOK,
    ORIGINAL,
    FOLLOWUP,
    MESSAGES,
    MESSAGE,
    TYPING,
    THREADS,
    MEMBER,
    "/channels/{channel_id}",
    "/guilds/{guild_id}",
    "/users/@me/channels",
];

/// All global commands.
pub const COMMANDS: &str = "/applications/{application_id}/commands";
/// One global command.
pub const COMMAND: &str = "/applications/{application_id}/commands/{command_id}";
/// All commands of one guild.
pub const GUILD_COMMANDS: &str = "/applications/{application_id}/guilds/{guild_id}/commands";
/// One command of one guild.
pub const GUILD_COMMAND: &str =
    "/applications/{application_id}/guilds/{guild_id}/commands/{command_id}";
/// The first response to an interaction.
pub const CALLBACK: &str = "/interactions/{interaction_id}/{interaction_token}/callback";
/// Messages that follow the first response.
pub const WEBHOOK: &str = "/webhooks/{webhook_id}/{webhook_token}";
/// The first response, afterwards.
pub const ORIGINAL: &str = "/webhooks/{webhook_id}/{webhook_token}/messages/@original";
/// One message that followed the first response.
pub const FOLLOWUP: &str = "/webhooks/{webhook_id}/{webhook_token}/messages/{message_id}";
/// The messages of a channel.
pub const MESSAGES: &str = "/channels/{channel_id}/messages";
/// One message of a channel.
pub const MESSAGE: &str = "/channels/{channel_id}/messages/{message_id}";
/// "… is typing".
pub const TYPING: &str = "/channels/{channel_id}/typing";

/// The threads below a message.
pub const THREADS: &str = "/channels/{channel_id}/messages/{message_id}/threads";
/// A member of a guild.
pub const MEMBER: &str = "/guilds/{guild_id}/members/{user_id}";

const BASE: &str = "/api/v10";

/// The route of a path as it came over the wire, and what stands in its braces.
pub fn resolve(path: &str) -> Option<(&'static str, Vec<String>)> {
    let path = path.strip_prefix(BASE)?;
    let path = path.split_once('?').map_or(path, |(path, _)| path);
    ROUTES
        .into_iter()
        .find_map(|route| Some((route, matches(route, path)?)))
}

/// What the braces of `route` stand for in `path`; `None` when they do not fit.
fn matches(route: &str, path: &str) -> Option<Vec<String>> {
    let (wanted, given): (Vec<_>, Vec<_>) = (route.split('/').collect(), path.split('/').collect());
    if wanted.len() != given.len() {
        return None;
    }
    let mut parameters = Vec::new();
    for (wanted, given) in wanted.into_iter().zip(given) {
        if wanted.starts_with('{') && !given.is_empty() && !given.starts_with('@') {
            parameters.push(given.to_owned());
        } else if wanted != given {
            return None;
        }
    }
    Some(parameters)
}
