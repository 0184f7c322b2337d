//! `/settings` shows and changes what is answered in a channel, where, and to whom.

use serenity::model::Permissions;

use crate::bot::app::App;
use crate::bot::app::journal::unsaved;
use crate::bot::call::options::Options;
use crate::bot::call::{Asker, Call};
use crate::bot::registry::definition::{Definition, choice};
use crate::journal::{AnswerPlace, ChannelSettings, Mode, Named};
use crate::reply::{self, Reply, VISIBILITIES};

/// A change of a channel's settings; what is not named stays.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Args {
    mode: Option<Mode>,
    place: Option<AnswerPlace>,
    private: Option<bool>,
}

pub(crate) fn definition() -> Definition {
    Definition::slash("settings")
        .for_admins(Permissions::MANAGE_CHANNELS)
        .with(vec![
            choice("mode", "mode", names(Mode::NAMES)),
            choice("place", "place", names(AnswerPlace::NAMES)),
            choice("visibility", "answers_for", names(&VISIBILITIES)),
        ])
}

fn names<T>(values: &'static [(T, &'static str)]) -> impl Iterator<Item = &'static str> {
    values.iter().map(|(_, name)| *name)
}

impl Args {
    pub(crate) fn parse(options: &Options<'_>) -> Self {
        let visibility = options.text("visibility");
        let private = VISIBILITIES
            .into_iter()
            .find(|(_, name)| Some(*name) == visibility)
            .map(|(private, _)| private);
        Self {
            mode: options.text("answer").and_then(Mode::named),
            place: options.text("place").and_then(AnswerPlace::named),
            private,
        }
    }
}

/// Changes a channel's settings if anything is to be changed, and shows them.
pub(crate) fn run(app: &App, call: &Call, new: Args) -> Reply {
    let locale = call.reader.locale;
    if !app.is_admin(&call.asker) && !manages(&call.asker) {
        return reply::managers_only(locale);
    }
    let channel = call.settings_channel.get();
    let old = app.journal.channel(channel);
    let settings = ChannelSettings {
        mode: new.mode.unwrap_or(old.mode),
        place: new.place.unwrap_or(old.place),
        private: new.private.unwrap_or(old.private),
    };
    if settings != old
        && let Err(error) = app.journal.set_channel(channel, settings)
    {
        return unsaved(&error, locale);
    }
    reply::settings(settings, locale)
}

fn manages(asker: &Asker) -> bool {
    let may = asker.permissions;
    asker.guild.is_some() && (may.manage_channels() || may.manage_guild() || may.administrator())
}
