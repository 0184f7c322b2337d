//! The *permissions* that the bot needs in a channel, and the link that asks for them.

use serenity::model::Permissions;
use serenity::model::id::ApplicationId;

use crate::reply::Permission;

/// What the bot needs wherever it is mentioned, and last what it needs for threads of its own.
const NEEDED: [(Permissions, Permission); 6] = [
    (Permissions::VIEW_CHANNEL, Permission::ViewChannels),
    (Permissions::SEND_MESSAGES, Permission::SendMessages),
    (
        Permissions::SEND_MESSAGES_IN_THREADS,
        Permission::SendMessagesInThreads,
    ),
    (Permissions::EMBED_LINKS, Permission::EmbedLinks),
    (
        Permissions::READ_MESSAGE_HISTORY,
        Permission::ReadMessageHistory,
    ),
    (
        Permissions::CREATE_PUBLIC_THREADS,
        Permission::CreatePublicThreads,
    ),
];

/// The permissions that are needed and not among `granted`; `in_thread` where messages are answered
/// in threads.
pub(crate) fn missing(granted: Permissions, in_thread: bool) -> Vec<Permission> {
    if granted.administrator() {
        return Vec::new();
    }
    let missing = needed(in_thread).filter(|(flag, _)| !granted.contains(*flag));
    missing.map(|(_, permission)| *permission).collect()
}

/// The address where a server's manager adds the bot to the server. It asks for what the bot needs
/// unless messages are answered in threads, and for its commands.
pub(crate) fn invite_link(application: ApplicationId) -> String {
    let flags = needed(false).fold(Permissions::empty(), |all, (flag, _)| all | *flag);
    format!(
        "https://discord.com/oauth2/authorize?client_id={application}&scope=bot+applications.commands&permissions={}",
        flags.bits()
    )
}

fn needed(in_thread: bool) -> impl Iterator<Item = &'static (Permissions, Permission)> {
    NEEDED
        .iter()
        .filter(move |(_, needed)| in_thread || *needed != Permission::CreatePublicThreads)
}
