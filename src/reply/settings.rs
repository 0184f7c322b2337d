//! What a manager reads of a channel's *settings*, in the words of the command that changes them.

use super::{Embed, Field, GREY, Locale, Reply, by_key, messages};
use crate::journal::{ChannelSettings, Named};

messages::messages! { words:
    managers_only();
    settings();
}

/// Who sees answers: whether the asker alone, and the name of that.
pub const VISIBILITIES: [(bool, &str); 2] = [(false, "all"), (true, "asker")];

/// The settings of a channel.
#[must_use]
pub fn settings(settings: ChannelSettings, locale: Locale) -> Reply {
    let visibility = VISIBILITIES
        .iter()
        .find(|(private, _)| *private == settings.private)
        .map_or("", |(_, name)| name);
    let rows = [
        ("mode", format!("mode_{}", settings.mode.name())),
        ("place", format!("place_{}", settings.place.name())),
        ("visibility", format!("answers_for_{visibility}")),
    ];
    let rows = rows.map(|(setting, value)| Field {
        name: by_key(locale, &format!("{setting}_description")),
        value: by_key(locale, &value),
    });
    Reply::embed(Embed {
        title: words::settings(locale),
        fields: rows.into(),
        colour: GREY,
        ..Embed::default()
    })
}

/// That only those who manage the channel may do this.
#[must_use]
pub fn managers_only(locale: Locale) -> Reply {
    Reply::aside(words::managers_only(locale))
}
