//! A *self-check* tells an admin what keeps the bot from working, or that nothing does.

use crate::reply::{Field, Locale, Reply, formats, messages};

messages::messages! { words:
    self_check();
    self_check_fine();
    commands_differ();
    missing_permissions(permissions: &str);
    permissions_elsewhere();
    permission_view();
    permission_send();
    permission_send_in_threads();
    permission_embed();
    permission_history();
    permission_threads();
}

/// A permission that the bot needs in a channel.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Permission {
    /// To be there at all.
    ViewChannels,
    /// To answer.
    SendMessages,
    /// To answer in threads.
    SendMessagesInThreads,
    /// To quote in boxes.
    EmbedLinks,
    /// To answer as a reply.
    ReadMessageHistory,
    /// To answer in threads of its own.
    CreatePublicThreads,
}

impl Permission {
    /// Its name in Discord's own client.
    #[must_use]
    pub fn name(self, locale: Locale) -> String {
        match self {
            Self::ViewChannels => words::permission_view(locale),
            Self::SendMessages => words::permission_send(locale),
            Self::SendMessagesInThreads => words::permission_send_in_threads(locale),
            Self::EmbedLinks => words::permission_embed(locale),
            Self::ReadMessageHistory => words::permission_history(locale),
            Self::CreatePublicThreads => words::permission_threads(locale),
        }
    }
}

/// What an admin is told of the bot itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SelfCheck {
    /// Whether Discord has the commands of this version; `None` where it did not say.
    pub commands_up_to_date: Option<bool>,
    /// The permissions it lacks in the channel it was asked in; `None` where it has none of its own,
    /// as in direct messages.
    pub missing: Option<Vec<Permission>>,
}

impl Reply {
    /// The same reply with what is wrong with the bot, or that nothing is.
    #[must_use]
    pub fn with_check(mut self, check: &SelfCheck, locale: Locale) -> Self {
        let mut found = Vec::new();
        match check.commands_up_to_date {
            Some(true) => {}
            Some(false) => found.push(words::commands_differ(locale)),
            None => found.push(messages::failed(locale)),
        }
        match &check.missing {
            None => found.push(words::permissions_elsewhere(locale)),
            Some(missing) if missing.is_empty() => {}
            Some(missing) => {
                let names: Vec<String> = missing
                    .iter()
                    .map(|permission| permission.name(locale))
                    .collect();
                found.push(words::missing_permissions(
                    locale,
                    &formats::list(&names, locale),
                ));
            }
        }
        if found.is_empty() {
            found.push(words::self_check_fine(locale));
        }
        if let Some(embed) = self.embeds.first_mut() {
            embed.fields.push(Field {
                name: words::self_check(locale),
                value: found.join("\n"),
            });
        }
        self
    }
}
