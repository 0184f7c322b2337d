//! The *settings of a channel*: when the bot answers there, where, and to whom.

use std::collections::HashMap;
use std::sync::PoisonError;

use rusqlite::{Connection, params};

use super::named::Named;
use super::{Journal, JournalError, text};

/// When the bot answers in a channel.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Mode {
    /// Never.
    Off,
    /// To commands only.
    Commands,
    /// To commands, and to messages that mention it or reply to it.
    Mentions,
    /// To all that, and to each new post of the forum.
    Forum,
}

/// Where the bot answers a message.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum AnswerPlace {
    /// In the channel.
    Here,
    /// In a thread of its own.
    Thread,
}

/// How the bot behaves in a channel.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct ChannelSettings {
    /// When it answers.
    pub mode: Mode,
    /// Where it answers a message.
    pub place: AnswerPlace,
    /// Whether answers to commands are shown to the asker only.
    pub private: bool,
}

impl Default for ChannelSettings {
    fn default() -> Self {
        Self {
            mode: Mode::Mentions,
            place: AnswerPlace::Here,
            private: false,
        }
    }
}

impl Named for Mode {
    const NAMES: &'static [(Self, &'static str)] = &[
        (Self::Off, "off"),
        (Self::Commands, "commands"),
        (Self::Mentions, "mentions"),
        (Self::Forum, "forum"),
    ];
}

impl Named for AnswerPlace {
    const NAMES: &'static [(Self, &'static str)] =
        &[(Self::Here, "here"), (Self::Thread, "thread")];
}

impl Journal {
    /// The settings of the channel with this Discord id. They are answered from memory.
    #[must_use]
    pub fn channel(&self, id: u64) -> ChannelSettings {
        let channels = self.channels.read();
        let channels = channels.unwrap_or_else(PoisonError::into_inner);
        channels.get(&id).copied().unwrap_or_default()
    }

    /// Sets a channel; with the default nothing is kept of it.
    ///
    /// # Errors
    /// When the settings could not be kept; the old ones then stay.
    pub fn set_channel(&self, id: u64, settings: ChannelSettings) -> Result<(), JournalError> {
        let mut state = self.state();
        let file = state.begin()?;
        if settings == ChannelSettings::default() {
            let forget = "DELETE FROM channels WHERE channel = ?1";
            file.execute(forget, [id.cast_signed()])?;
        } else {
            file.execute(
                "INSERT OR REPLACE INTO channels VALUES (?1, ?2, ?3, ?4)",
                params![
                    id.cast_signed(),
                    settings.mode.name(),
                    settings.place.name(),
                    settings.private
                ],
            )?;
        }
        file.commit()?;
        // Still within the lock of the file, so that of two calls at the same time the same one is
        // last in memory and in the file.
        let channels = self.channels.write();
        let mut channels = channels.unwrap_or_else(PoisonError::into_inner);
        channels.insert(id, settings);
        Ok(())
    }
}

/// All settings that differ from the default; one that no version of the program has written
/// counts as not set.
pub(super) fn load(connection: &Connection) -> rusqlite::Result<HashMap<u64, ChannelSettings>> {
    let mut rows = connection.prepare("SELECT channel, mode, place, private FROM channels")?;
    let rows = rows.query_map([], |row| {
        let id: i64 = row.get(0)?;
        let (mode, place) = (text(row, 1)?, text(row, 2)?);
        let settings = Mode::named(&mode).zip(AnswerPlace::named(&place));
        let private = row.get(3)?;
        Ok(settings.map(|(mode, place)| {
            let settings = ChannelSettings {
                mode,
                place,
                private,
            };
            (id.cast_unsigned(), settings)
        }))
    })?;
    rows.filter_map(Result::transpose).collect()
}
