//! *Channels* at the Discord edge: what is answered where, as whoever manages a channel has set it.

use serenity::model::application::CommandInteraction;
use serenity::model::channel::{ChannelType, PartialChannel};
use serenity::model::id::ChannelId;

use super::bot::Bot;
use super::gaps;
use super::options::Options;
use super::request::{Asker, AtRest, Request, Showing, Want};
use crate::journal::{ChannelSettings, Mode, Place};
use crate::reply::commands as names;
use crate::reply::{self, Locale, Notice, Reply};

/// A change of a channel's settings; what is not named stays.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct NewSettings {
    mode: Option<Mode>,
    place: Option<Place>,
    private: Option<bool>,
}

/// A value of a setting as commands carry it, what it stands for, and what it is called.
pub(super) type Choice<T> = (&'static str, T, fn(Locale) -> String);

pub(super) const MODES: [Choice<Mode>; 4] = [
    ("off", Mode::Off, names::mode_off),
    ("commands", Mode::Commands, names::mode_commands),
    ("mentions", Mode::Mentions, names::mode_mentions),
    ("forum", Mode::Forum, names::mode_forum),
];
pub(super) const PLACES: [Choice<Place>; 2] = [
    ("here", Place::Here, names::place_here),
    ("thread", Place::Thread, names::place_thread),
];
pub(super) const VISIBILITIES: [Choice<bool>; 2] = [
    ("all", false, names::answers_for_all),
    ("asker", true, names::answers_for_asker),
];

impl NewSettings {
    pub(super) fn of(options: &Options<'_>) -> Self {
        Self {
            mode: chosen(&MODES, options.text("answer")),
            place: chosen(&PLACES, options.text("place")),
            private: chosen(&VISIBILITIES, options.text("visibility")),
        }
    }
}

fn chosen<T: Copy>(choices: &[Choice<T>], value: Option<&str>) -> Option<T> {
    let mut choices = choices.iter();
    let (_, meant, _) = choices.find(|(name, ..)| Some(*name) == value)?;
    Some(*meant)
}

/// The channel that a command's settings are of: a thread has those of the channel it is in.
pub(super) fn channel_of(command: &CommandInteraction) -> ChannelId {
    let thread = command.channel.as_ref().filter(|it| is_thread(it));
    let parent = thread.and_then(|thread| thread.parent_id);
    parent.unwrap_or(command.channel_id)
}

fn is_thread(channel: &PartialChannel) -> bool {
    matches!(
        channel.kind,
        ChannelType::PublicThread | ChannelType::PrivateThread | ChannelType::NewsThread
    )
}

impl Bot {
    /// The settings of a channel, or of the one a thread is in.
    pub(super) fn settings_of(&self, channel: ChannelId) -> ChannelSettings {
        let channel = self.presence.parent_of(channel).unwrap_or(channel);
        self.journal.channel(channel.get())
    }

    /// A command's request as the channel's settings have it.
    pub(super) fn in_channel(&self, channel: ChannelId, mut request: Request) -> Request {
        let settings = self.settings_of(channel);
        if matches!(request.want, Want::About(..)) && self.is_admin(&request.asker) {
            request.showing = Showing::Privately;
        }
        if !matches!(
            request.want,
            Want::Answer(_) | Want::AtRest(AtRest::Verify(_))
        ) {
            return request;
        }
        if settings.mode == Mode::Off {
            request.want = Notice::AnswersOff.into();
            request.showing = Showing::Privately;
        } else if settings.private {
            request.showing = Showing::Privately;
        }
        request
    }

    /// Changes a channel's settings if anything is to be changed, and shows them.
    pub(super) fn settings(
        &self,
        channel: ChannelId,
        new: NewSettings,
        request: &Request,
    ) -> Reply {
        let locale = request.reader.locale;
        if !self.is_admin(&request.asker) && !manages(&request.asker) {
            return reply::notice(Notice::ManagersOnly, locale);
        }
        let old = self.journal.channel(channel.get());
        let settings = ChannelSettings {
            mode: new.mode.unwrap_or(old.mode),
            place: new.place.unwrap_or(old.place),
            private: new.private.unwrap_or(old.private),
        };
        if settings != old
            && let Err(error) = self.journal.set_channel(channel.get(), settings)
        {
            return gaps::unsaved(&error, locale);
        }
        reply::settings(settings, locale)
    }
}

fn manages(asker: &Asker) -> bool {
    let may = asker.permissions;
    asker.guild.is_some() && (may.manage_channels() || may.manage_guild() || may.administrator())
}
