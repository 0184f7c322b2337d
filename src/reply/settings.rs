//! What a manager reads of a channel's *settings*, in the words of the command that changes them.

use super::commands::{
    answers_for_all, answers_for_asker, mode_commands, mode_description, mode_forum, mode_mentions,
    mode_off, place_description, place_here, place_thread, visibility_description,
};
use super::{Embed, Field, GREY, Locale, Reply};
use crate::journal::{ChannelSettings, Mode, Place};

/// Who sees answers: whether the asker alone, and the name of that.
pub const VISIBILITIES: [(bool, &str); 2] = [(false, "all"), (true, "asker")];

/// The settings of a channel.
#[must_use]
pub fn settings(settings: ChannelSettings, locale: Locale) -> Reply {
    let mode = match settings.mode {
        Mode::Off => mode_off,
        Mode::Commands => mode_commands,
        Mode::Mentions => mode_mentions,
        Mode::Forum => mode_forum,
    };
    let place = match settings.place {
        Place::Here => place_here,
        Place::Thread => place_thread,
    };
    let visibility = if settings.private {
        answers_for_asker
    } else {
        answers_for_all
    };
    let rows = [
        (mode_description(locale), mode(locale)),
        (place_description(locale), place(locale)),
        (visibility_description(locale), visibility(locale)),
    ];
    Reply::embed(Embed {
        title: super::wording::settings(locale),
        fields: rows.map(|(name, value)| Field { name, value }).into(),
        colour: GREY,
        ..Embed::default()
    })
}
