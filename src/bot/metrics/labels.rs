//! The *labels* by which metrics are divided: few, and all known beforehand.

/// The way in which something reaches the bot.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Surface {
    /// A command that is typed.
    Slash,
    /// A command in the menu of a message.
    Menu,
    /// A message that mentions the bot.
    Mention,
    /// A message in reply to one of the bot's.
    Reply,
    DirectMessage,
    /// The title of a post in a forum.
    Post,
    /// A button, or a choice from a menu below an answer.
    Button,
}

impl Surface {
    pub(super) fn label(self) -> &'static str {
        match self {
            Self::Slash => "slash",
            Self::Menu => "menu",
            Self::Mention => "mention",
            Self::Reply => "reply",
            Self::DirectMessage => "direct_message",
            Self::Post => "post",
            Self::Button => "button",
        }
    }
}

/// Why something was refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Refusal {
    /// The queue was full.
    Busy,
    /// The member or the channel asked too often.
    Cooldown,
}

impl Refusal {
    pub(super) const ALL: [Self; 2] = [Self::Busy, Self::Cooldown];

    pub(super) fn label(self) -> &'static str {
        match self {
            Self::Busy => "busy",
            Self::Cooldown => "cooldown",
        }
    }
}

/// How a request to Discord failed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum RestFailure {
    /// A status from 400 to 499, but for 429.
    Refused,
    /// 429.
    RateLimited,
    /// A status from 500 on.
    Server,
    /// No answer came.
    Connection,
    /// The answer is none of Discord's.
    Unreadable,
}

impl RestFailure {
    pub(super) const ALL: [Self; 5] = [
        Self::Refused,
        Self::RateLimited,
        Self::Server,
        Self::Connection,
        Self::Unreadable,
    ];

    pub(super) fn label(self) -> &'static str {
        match self {
            Self::Refused => "4xx",
            Self::RateLimited => "429",
            Self::Server => "5xx",
            Self::Connection => "connection",
            Self::Unreadable => "unreadable",
        }
    }
}
