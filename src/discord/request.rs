//! A *request* is what a member wants, as plain data.
//!
//! Every way of reaching the bot (slash command, message command, mention, reply, direct message,
//! form; a press is in `press`) is one constructor here, and from here on they are all alike.

use serenity::model::Permissions;
use serenity::model::application::{
    ActionRowComponent, AuthorizingIntegrationOwner, CommandInteraction, ModalInteraction,
    ResolvedTarget,
};
use serenity::model::channel::{Message, MessageFlags, MessageType};
use serenity::model::guild::Member;
use serenity::model::id::{ChannelId, GuildId, RoleId, UserId};

use super::channels::{NewSettings, channel_of};
use super::commands::Name;
use super::conversation::Earlier;
use super::folder::FolderWant;
use super::gaps::GapsWant;
use super::options::Options;
use super::spoken::{self, Spoken};
use crate::journal::Vote;
use crate::knowledge::Bookmark;
use crate::question::{Intent, Question};
use crate::reply::{Action, Menu, Notice, Reader};

/// What a member wants, in which language, and who the member is.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Request {
    pub want: Want,
    /// Whom the reply is for.
    pub reader: Reader,
    pub showing: Showing,
    pub asker: Asker,
}

/// Where the reply is to be seen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Showing {
    /// By everybody.
    Publicly,
    /// By the asker alone.
    Privately,
    /// In place of the message whose button was pressed.
    InPlace,
}

/// The things that can be asked of the bot: those for which it may have to ask Discord in turn, and
/// all others.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Want {
    /// Quote what the knowledge says to this.
    Answer(Asked),
    /// Look at the folder, or change it.
    Folder(FolderWant),
    /// Say what this bot is; to admins, what it lacks in the channel where it may do this much.
    About(ChannelId, Option<Permissions>),
    /// What the bot can tell by itself.
    AtRest(AtRest),
}

/// The things that the bot can tell by itself.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum AtRest {
    /// Say whether these texts stand in the knowledge.
    Verify(Vec<String>),
    /// Show a passage; the menu below the message and the question above it stay.
    Page(Bookmark, Option<Menu>, Option<String>),
    /// Count what a member says of a passage.
    Vote(Bookmark, Vote),
    /// Say why there is nothing to answer.
    Notice(Notice),
    /// List the documents.
    Sources,
    /// Read the folder again.
    Reload,
    /// Say how to ask.
    Help,
    /// Say that answers in this channel are for the asker only, so a message gets none.
    PrivateChannel,
    /// Say that a message cannot be read, and which command takes its words.
    Unreadable(Name),
    /// List the commands.
    Commands,
    /// Look at what is missing, or take it off the list.
    Gaps(GapsWant),
    /// Show a channel's settings, changed if anything is named.
    Settings(ChannelId, NewSettings),
    /// Say what the answer to this rests on; of the last one in the channel where none is named.
    Why(ChannelId, Option<Question>),
}

impl From<AtRest> for Want {
    fn from(want: AtRest) -> Self {
        Self::AtRest(want)
    }
}

impl From<Notice> for Want {
    fn from(notice: Notice) -> Self {
        AtRest::Notice(notice).into()
    }
}

/// A question, and what it belongs to.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Asked {
    pub question: Question,
    /// The question is to stand above the answer, because nobody saw it being asked.
    pub echo: bool,
    /// Whether it may be noted when it has no answer: what somebody else has written may not.
    pub own: bool,
    /// The answer that this is a reply to.
    pub earlier: Option<Earlier>,
    /// Where it was asked.
    pub channel: ChannelId,
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
        let options = Options::of(command);
        let target = || match command.data.target() {
            Some(ResolvedTarget::Message(message)) => Some(message),
            _ => None,
        };
        let nothing = || Want::from(Notice::NothingInMessage);
        let name = Name::of(&command.data.name)?;
        let want = match name {
            Name::Ask => {
                let text = options.text("question").unwrap_or_default();
                Want::from_text(text, true, command.channel_id)
            }
            Name::Find | Name::VerifyMessage if target().is_some_and(spoken::is_unreadable) => {
                AtRest::Unreadable(name.by_text()).into()
            }
            Name::Find => target().map_or_else(nothing, |it| {
                Want::from_message_text(&spoken::asked(it), command.channel_id)
            }),
            Name::Verify => Want::from_quoted([options.text("text").unwrap_or_default()]),
            Name::VerifyMessage => target().map_or_else(nothing, |it| {
                Want::from_quoted(spoken::quoted(it).iter().map(String::as_str))
            }),
            Name::Sources => AtRest::Sources.into(),
            Name::Help => AtRest::Commands.into(),
            Name::About => {
                let granted = command
                    .app_permissions
                    .filter(|_| is_installed_here(command));
                Want::About(channel_of(command), granted)
            }
            Name::Reload => AtRest::Reload.into(),
            Name::Knowledge => Want::Folder(FolderWant::of(&options)?),
            Name::Gaps => AtRest::Gaps(GapsWant::of(&options)?).into(),
            Name::Settings => {
                AtRest::Settings(channel_of(command), NewSettings::of(&options)).into()
            }
            Name::Why => {
                let question = options.text("question").map(Question::parse);
                match question.transpose() {
                    Ok(question) => AtRest::Why(command.channel_id, question).into(),
                    Err(why) => Notice::from(why).into(),
                }
            }
        };
        // What is told to an admin is for the admin who asked for it.
        let private = name.is_for_admins() || options.flag("private");
        Some(Self {
            showing: Showing::privately_if(private),
            want,
            reader: Reader::from_discord(&command.locale),
            asker: Asker::new(command.user.id, command.guild_id, command.member.as_deref()),
        })
    }

    /// The question of the form that *Ask another* opens; shown as the message it was opened from.
    pub(super) fn from_form(form: &ModalInteraction) -> Option<Self> {
        let Ok(Action::Asked) = form.data.custom_id.parse() else {
            return None;
        };
        let written = form.data.components.iter().flat_map(|row| &row.components);
        let written = written.filter_map(|component| match component {
            ActionRowComponent::InputText(input) => input.value.as_deref(),
            _ => None,
        });
        let text: String = written.collect();
        let below = form.message.as_deref();
        let private = below.is_some_and(is_private);
        let mut want = Want::from_text(&text, true, form.channel_id);
        if let Want::Answer(asked) = &mut want {
            asked.earlier = below.and_then(Earlier::of);
        }
        Some(Self {
            want,
            reader: Reader::from_discord(&form.locale),
            showing: Showing::privately_if(private),
            asker: Asker::new(form.user.id, form.guild_id, form.member.as_ref()),
        })
    }

    /// A message that speaks to the bot: a mention, a reply that pings it, or a direct message.
    /// `None` for every other message.
    ///
    /// `me` is the bot's own user; `fallback` is used when the language of the message cannot be
    /// told.
    pub(super) fn from_message(message: &Message, me: UserId, fallback: Reader) -> Option<Self> {
        let ordinary = matches!(
            message.kind,
            MessageType::Regular | MessageType::InlineReply
        );
        if !is_by_a_person(message) || !ordinary {
            return None;
        }
        let Spoken { text, mentioned } = spoken::read(&message.content, me);
        let answered = message.referenced_message.as_deref();
        let answered = answered.filter(|original| original.author.id == me);
        let pings = answered.is_some() && message.mentions.iter().any(|user| user.id == me);
        let spoken_to = message.guild_id.is_none() || mentioned || pings;
        let mut want = Want::from_text(&text, false, message.channel_id);
        match &mut want {
            Want::AtRest(AtRest::Notice(Notice::QuestionEmpty)) => want = AtRest::Help.into(),
            Want::Answer(asked) => asked.earlier = answered.and_then(Earlier::of),
            _ => {}
        }
        spoken_to.then(|| Self {
            reader: Reader::of_question(&text, fallback),
            want,
            showing: Showing::Publicly,
            // A message carries no permissions, so it can ask for nothing that needs any.
            asker: Asker::new(message.author.id, message.guild_id, None),
        })
    }
}

/// Whether a member has written a message, and no program.
pub(super) fn is_by_a_person(message: &Message) -> bool {
    !message.author.bot && message.webhook_id.is_none()
}

/// Whether the bot is in the server where a command was called, so that its permissions there are
/// its own.
fn is_installed_here(command: &CommandInteraction) -> bool {
    let owners = command.authorizing_integration_owners.0.iter();
    let mut owners = owners.filter_map(|owner| match owner {
        AuthorizingIntegrationOwner::GuildInstall(guild) => *guild,
        _ => None,
    });
    command.guild_id.is_some() && owners.any(|guild| Some(guild) == command.guild_id)
}

impl Showing {
    pub(super) fn privately_if(private: bool) -> Self {
        if private {
            Self::Privately
        } else {
            Self::Publicly
        }
    }
}

impl Want {
    fn from_text(text: &str, echo: bool, channel: ChannelId) -> Self {
        match Question::parse(text) {
            Ok(question) if question.intent() == Intent::SmallTalk => AtRest::Help.into(),
            Ok(question) => Self::Answer(Asked {
                question,
                echo,
                own: true,
                earlier: None,
                channel,
            }),
            Err(why) => Notice::from(why).into(),
        }
    }

    /// The text of somebody's message, taken as the question.
    fn from_message_text(text: &str, channel: ChannelId) -> Self {
        match Self::from_text(text, true, channel) {
            Self::AtRest(AtRest::Notice(Notice::QuestionEmpty)) => Notice::NothingInMessage.into(),
            Self::Answer(asked) => Self::Answer(Asked {
                own: false,
                ..asked
            }),
            other => other,
        }
    }

    /// Texts that are said to stand in the articles.
    fn from_quoted<'t>(texts: impl IntoIterator<Item = &'t str>) -> Self {
        let texts = texts.into_iter().map(str::trim);
        let texts: Vec<String> = texts
            .filter(|text| text.contains(char::is_alphanumeric))
            .map(str::to_owned)
            .collect();
        if texts.is_empty() {
            return Notice::NothingToVerify.into();
        }
        AtRest::Verify(texts).into()
    }
}

/// Whether only one member sees a message.
pub(super) fn is_private(message: &Message) -> bool {
    message
        .flags
        .is_some_and(|flags| flags.contains(MessageFlags::EPHEMERAL))
}

impl Asker {
    pub(super) fn new(user: UserId, guild: Option<GuildId>, member: Option<&Member>) -> Self {
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
