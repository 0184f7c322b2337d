//! A *call* is whatever reaches the bot: who asks, where, in which language, and who is to see the
//! reply.
//!
//! Every way of reaching it (slash command, message command, mention, reply, direct message, button)
//! is one constructor here, and from here on they are all alike.

pub(crate) mod follow_up;
pub(crate) mod message_text;
pub(crate) mod options;

use serenity::model::Permissions;
use serenity::model::application::{
    AuthorizingIntegrationOwner, CommandInteraction, CommandType, ComponentInteraction,
};
use serenity::model::channel::{ChannelType, Message, MessageFlags, PartialChannel};
use serenity::model::guild::Member;
use serenity::model::id::{ChannelId, GuildId, RoleId, UserId};

use super::api::respond::Showing;
use super::metrics::Surface;
use crate::reply::Reader;

/// Who asks, where and in which language.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Call {
    /// The way in which it came.
    pub(crate) surface: Surface,
    /// Whom the reply is for.
    pub(crate) reader: Reader,
    pub(crate) showing: Showing,
    pub(crate) asker: Asker,
    /// Where it was asked.
    pub(crate) channel: ChannelId,
    /// The channel whose settings count: of a thread, the one it is in.
    pub(crate) settings_channel: ChannelId,
    /// What the bot may do there, where it is in the server and Discord says so.
    pub(crate) granted: Option<Permissions>,
}

/// The member, as far as permissions go.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Asker {
    pub(crate) user: UserId,
    /// The guild it was asked in; none in a direct message.
    pub(crate) guild: Option<GuildId>,
    pub(crate) roles: Vec<RoleId>,
    /// The member's permissions in the channel it was asked in.
    pub(crate) permissions: Permissions,
}

impl Call {
    /// A slash or message command.
    pub(crate) fn of_command(command: &CommandInteraction) -> Self {
        Self {
            surface: match command.data.kind {
                CommandType::Message => Surface::Menu,
                _ => Surface::Slash,
            },
            reader: Reader::from_discord(&command.locale),
            showing: Showing::Publicly,
            asker: Asker::new(command.user.id, command.guild_id, command.member.as_deref()),
            channel: command.channel_id,
            settings_channel: settings_channel(command),
            granted: command
                .app_permissions
                .filter(|_| is_installed_here(command)),
        }
    }

    /// A button that was pressed, or a choice from a menu.
    pub(crate) fn of_press(press: &ComponentInteraction) -> Self {
        Self {
            surface: Surface::Button,
            reader: Reader::from_discord(&press.locale),
            showing: Showing::Publicly,
            asker: Asker::new(press.user.id, press.guild_id, press.member.as_ref()),
            channel: press.channel_id,
            settings_channel: press.channel_id,
            granted: None,
        }
    }

    /// A message that speaks to the bot; `answers` says whether in reply to one of the bot's.
    pub(crate) fn of_message(message: &Message, reader: Reader, answers: bool) -> Self {
        Self {
            surface: match message.guild_id {
                None => Surface::DirectMessage,
                Some(_) if answers => Surface::Reply,
                Some(_) => Surface::Mention,
            },
            reader,
            showing: Showing::Publicly,
            // A message carries no permissions, so it can ask for nothing that needs any.
            asker: Asker::new(message.author.id, message.guild_id, None),
            channel: message.channel_id,
            settings_channel: message.channel_id,
            granted: None,
        }
    }

    /// The same call with a reply for the asker alone, if that is so.
    pub(crate) fn privately_if(mut self, private: bool) -> Self {
        if private {
            self.showing = Showing::Privately;
        }
        self
    }
}

impl Asker {
    fn new(user: UserId, guild: Option<GuildId>, member: Option<&Member>) -> Self {
        Self {
            user,
            guild,
            roles: member.map_or_else(Vec::new, |member| member.roles.clone()),
            permissions: member
                .and_then(|member| member.permissions)
                .unwrap_or_default(),
        }
    }
}

impl Asker {
    /// Whether the member may delete what others write.
    pub(crate) fn moderates(&self) -> bool {
        self.permissions.manage_messages() || self.permissions.administrator()
    }
}

/// Whether a member has written a message, and no program.
pub(crate) fn is_by_a_person(message: &Message) -> bool {
    !message.author.bot && message.webhook_id.is_none()
}

/// Whether only one member sees a message.
pub(crate) fn is_private(message: &Message) -> bool {
    message
        .flags
        .is_some_and(|flags| flags.contains(MessageFlags::EPHEMERAL))
}

/// The channel that a command's settings are of: a thread has those of the channel it is in.
fn settings_channel(command: &CommandInteraction) -> ChannelId {
    let thread = command
        .channel
        .as_ref()
        .filter(|channel| is_thread(channel));
    let parent = thread.and_then(|thread| thread.parent_id);
    parent.unwrap_or(command.channel_id)
}

fn is_thread(channel: &PartialChannel) -> bool {
    matches!(
        channel.kind,
        ChannelType::PublicThread | ChannelType::PrivateThread | ChannelType::NewsThread
    )
}

/// Whether the bot is in the server where a command was called, so that its permissions there are
/// its own.
fn is_installed_here(command: &CommandInteraction) -> bool {
    let owners = command.authorizing_integration_owners.0.iter();
    let mut guilds = owners.filter_map(|owner| match owner {
        AuthorizingIntegrationOwner::GuildInstall(guild) => *guild,
        _ => None,
    });
    command.guild_id.is_some() && guilds.any(|guild| Some(guild) == command.guild_id)
}
