//! Why the bot cannot run, in words that tell the operator what to do.

use thiserror::Error;

use super::rest::RestError;
use super::token::NotAToken;

/// Why the bot cannot run.
#[derive(Debug, Error)]
pub enum DiscordError {
    /// The token cannot be one.
    #[error(transparent)]
    NotAToken(#[from] NotAToken),
    /// Discord does not know the token.
    #[error(
        "Discord refuses the token: copy it again from the Bot page of the developer portal into DISCORD_TOKEN"
    )]
    BadToken,
    /// Discord said no to something the bot cannot do without.
    #[error("{0}")]
    Refused(String),
    /// Serenity could not go on.
    #[error("the connection to Discord ended: {0}")]
    Ended(String),
}

impl From<RestError> for DiscordError {
    fn from(error: RestError) -> Self {
        if error.is_bad_token() {
            Self::BadToken
        } else {
            Self::Refused(error.to_string())
        }
    }
}
