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
        "Discord rejected the token: copy it again from the Bot page of the developer portal into DISCORD_TOKEN"
    )]
    BadToken,
    /// No answer came; the reason.
    #[error("no answer from Discord: {0}")]
    Unreachable(String),
    /// What answered is not Discord; what it said.
    #[error("what answers is not Discord: {0}")]
    Intercepted(String),
    /// Nobody is trusted to say who is Discord.
    #[error(
        "no certificate authorities were found, so Discord's certificate cannot be checked: install the package ca-certificates, or set SSL_CERT_FILE"
    )]
    NoAuthorities,
    /// Discord said no to something the bot cannot do without.
    #[error("{0}")]
    Refused(String),
    /// Discord closed the gateway for good.
    #[error(transparent)]
    Closed(FatalClose),
}

/// Discord closed the connection in a way that another try cannot mend.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum FatalClose {
    /// 4004.
    #[error("the token is refused (close code 4004)")]
    BadToken,
    /// 4010.
    #[error(
        "Discord rejected how the bot divides its servers among connections (close code 4010): \
         restart it; if DISCORD_GATEWAY_URL is set, check that the proxy changes nothing"
    )]
    InvalidShard,
    /// 4011.
    #[error(
        "Discord requires more connections (close code 4011): restart the bot, which then opens \
         as many as Discord asks for"
    )]
    ShardingRequired,
    /// 4012.
    #[error(
        "Discord no longer supports this version of its gateway (close code 4012): install a \
         newer version of verbatim"
    )]
    InvalidVersion,
    /// 4013.
    #[error(
        "Discord does not know an event that the bot requests (close code 4013): install a newer \
         version of verbatim"
    )]
    InvalidIntents,
    /// 4014.
    #[error(
        "Discord does not allow an event that the bot requests (close code 4014): none of them is \
         privileged, so check in the developer portal whether the application is restricted"
    )]
    DisallowedIntents,
}

impl From<RestError> for DiscordError {
    fn from(error: RestError) -> Self {
        match error {
            RestError::Unreachable(why) => Self::Unreachable(why),
            error if error.is_bad_token() => Self::BadToken,
            error if error.is_intercepted() => Self::Intercepted(error.to_string()),
            error => Self::Refused(error.to_string()),
        }
    }
}

impl From<FatalClose> for DiscordError {
    fn from(close: FatalClose) -> Self {
        match close {
            FatalClose::BadToken => Self::BadToken,
            other => Self::Closed(other),
        }
    }
}
