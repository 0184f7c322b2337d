//! The *permissions* that the bot needs in a channel.

use serenity::model::Permissions;

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
    let needed = NEEDED
        .iter()
        .filter(|(_, needed)| in_thread || *needed != Permission::CreatePublicThreads);
    let missing = needed.filter(|(flag, _)| !granted.contains(*flag));
    missing.map(|(_, permission)| *permission).collect()
}
