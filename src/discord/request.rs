//! A *request* is what a member wants, as plain data.
//!
//! Every way of reaching the bot (slash command, message command, mention, reply, direct message)
//! is one constructor here, and from here on they are all alike.

use serenity::model::Permissions;
use serenity::model::application::{CommandInteraction, ResolvedTarget, ResolvedValue};
use serenity::model::channel::{Message, MessageType};
use serenity::model::id::{GuildId, RoleId, UserId};

use super::commands::Name;
use super::spoken::{self, Spoken};
use crate::language::Language;
use crate::question::{NotAQuestion, Question};
use crate::reply::{Locale, Notice};

/// What a member wants, in which language, and who the member is.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Request {
    pub want: Want,
    /// The language the bot's own words are in.
    pub locale: Locale,
    /// Only the asker is to see the reply.
    pub private: bool,
    pub asker: Asker,
}

/// The things that can be asked of the bot.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Want {
    /// Quote what the knowledge says to this.
    Answer(Question),
    /// Say why there is nothing to answer.
    Notice(Notice),
    /// List the documents.
    Sources,
    /// Read the folder again.
    Reload,
    /// Say what this bot is.
    About,
    /// Say how to ask.
    Help,
}

/// The member, as far as permissions go.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Asker {
    pub user: UserId,
    /// The guild it was asked in; none in a direct message.
    pub guild: Option<GuildId>,
    pub roles: Vec<RoleId>,
    /// The member's permissions in the channel it was asked in.
    pub permissions: Permissions,
}

impl Request {
    /// A slash or message command; `None` for a command that is not this program's.
    pub(super) fn from_command(command: &CommandInteraction) -> Option<Self> {
        let want = match Name::of(&command.data.name)? {
            Name::Ask => Want::from_text(text_option(command, "question").unwrap_or_default()),
            Name::Find => match command.data.target() {
                Some(ResolvedTarget::Message(message)) => Want::from_message_text(&message.content),
                _ => Want::Notice(Notice::NothingInMessage),
            },
            Name::Sources => Want::Sources,
            Name::Reload => Want::Reload,
            Name::About => Want::About,
        };
        Some(Self {
            // A report with file names and lines is for the admin who asked for it.
            private: want == Want::Reload || flag_option(command, "private"),
            want,
            locale: Locale::from_discord(&command.locale),
            asker: Asker::from_command(command),
        })
    }

    /// A message that speaks to the bot: a mention, a reply that pings it, or a direct message.
    /// `None` for every other message.
    ///
    /// `me` is the bot's own user; `fallback` is used when the language of the message cannot be
    /// told.
    pub(super) fn from_message(message: &Message, me: UserId, fallback: Locale) -> Option<Self> {
        let by_a_person = !message.author.bot && message.webhook_id.is_none();
        let ordinary = matches!(
            message.kind,
            MessageType::Regular | MessageType::InlineReply
        );
        if !by_a_person || !ordinary {
            return None;
        }
        let Spoken { text, mentioned } = spoken::read(&message.content, me);
        let spoken_to = message.guild_id.is_none() || mentioned || pings_in_reply(message, me);
        spoken_to.then(|| Self {
            locale: locale_of(&text).unwrap_or(fallback),
            want: match Want::from_text(&text) {
                Want::Notice(Notice::QuestionEmpty) => Want::Help,
                want => want,
            },
            private: false,
            asker: Asker::from_message(message),
        })
    }
}

impl Want {
    fn from_text(text: &str) -> Self {
        match Question::parse(text) {
            Ok(question) => Self::Answer(question),
            Err(why) => Self::Notice(why.into()),
        }
    }

    /// The text of somebody's message, taken as the question.
    fn from_message_text(text: &str) -> Self {
        match Question::parse(text) {
            Err(NotAQuestion::Empty) => Self::Notice(Notice::NothingInMessage),
            _ => Self::from_text(text),
        }
    }
}

impl Asker {
    fn from_command(command: &CommandInteraction) -> Self {
        let member = command.member.as_deref();
        Self {
            user: command.user.id,
            guild: command.guild_id,
            roles: member.map_or_else(Vec::new, |member| member.roles.clone()),
            permissions: member
                .and_then(|member| member.permissions)
                .unwrap_or_default(),
        }
    }

    /// A message carries no permissions, so it can ask for nothing that needs any.
    fn from_message(message: &Message) -> Self {
        Self {
            user: message.author.id,
            guild: message.guild_id,
            roles: Vec::new(),
            permissions: Permissions::empty(),
        }
    }
}

/// A reply to one of the bot's messages with the ping left on: Discord lists the bot among those
/// mentioned although its name does not stand in the text.
fn pings_in_reply(message: &Message, me: UserId) -> bool {
    let to_me = message
        .referenced_message
        .as_ref()
        .is_some_and(|original| original.author.id == me);
    to_me && message.mentions.iter().any(|user| user.id == me)
}

fn locale_of(text: &str) -> Option<Locale> {
    Language::of_question(text, &Locale::ALL.map(Locale::language)).map(Locale::of)
}

fn text_option<'a>(command: &'a CommandInteraction, name: &str) -> Option<&'a str> {
    command
        .data
        .options()
        .into_iter()
        .find_map(|option| match option.value {
            ResolvedValue::String(text) if option.name == name => Some(text),
            _ => None,
        })
}

fn flag_option(command: &CommandInteraction, name: &str) -> bool {
    let mut options = command.data.options().into_iter();
    options
        .any(|option| option.name == name && matches!(option.value, ResolvedValue::Boolean(true)))
}
