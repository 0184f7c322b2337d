//! Why Discord did not do what was asked, and what that means.

use std::time::Duration;

use reqwest::StatusCode;
use thiserror::Error;

use crate::bot::metrics::RestFailure;

/// Discord's code of something that the bot may not see.
const MISSING_ACCESS: i64 = 50001;

/// Discord's codes of an unknown channel, message, webhook and interaction, and of an interaction
/// that has had its response: a second press, or a message that somebody deleted.
const GONE: [i64; 5] = [10003, 10008, 10015, 10062, ACKNOWLEDGED];

/// Discord's code of an interaction that has had its response.
const ACKNOWLEDGED: i64 = 40060;

/// Discord's code of a message that has its thread already.
const THREAD_EXISTS: i64 = 160_004;

/// Why Discord did not do what was asked.
#[derive(Debug, Error)]
pub(crate) enum RestError {
    /// Discord said no.
    #[error("Discord answered {status}: {message} (code {code})")]
    Refused {
        /// The HTTP status.
        status: StatusCode,
        /// Discord's own code of the error; 0 where it gave none.
        code: i64,
        /// Discord's own words.
        message: String,
    },
    /// Discord wants fewer requests.
    #[error("rate limited for {} s", wait.as_secs_f32().ceil())]
    RateLimited {
        /// How long nothing is to be sent.
        wait: Duration,
        /// Whether that holds for every request.
        global: bool,
    },
    /// No answer came.
    #[error("no response from Discord: {0}")]
    Unreachable(String),
    /// A file is larger than was said.
    #[error("the file has more than {0} bytes")]
    TooLarge(u64),
    /// A file is not where Discord keeps files.
    #[error("{0} is not one of Discord's file hosts")]
    Foreign(String),
    /// An answer came that is not what Discord's documentation says.
    #[error("a response from Discord could not be read: {0}")]
    Unreadable(#[from] serde_json::Error),
}

impl RestError {
    /// True when the token is not, or no longer, valid.
    pub(crate) fn is_bad_token(&self) -> bool {
        matches!(self, Self::Refused { status, .. } if *status == StatusCode::UNAUTHORIZED)
    }

    /// True when the bot may not see what it asked about.
    pub(crate) fn is_out_of_reach(&self) -> bool {
        self.code() == Some(MISSING_ACCESS)
    }

    /// True when the message, channel or interaction it was about is gone, or has been answered.
    pub(crate) fn is_gone(&self) -> bool {
        self.code().is_some_and(|code| GONE.contains(&code))
    }

    /// True when what was asked is done already: of a request that is sent again, its first try has
    /// arrived.
    pub(super) fn is_done_already(&self) -> bool {
        matches!(self.code(), Some(ACKNOWLEDGED | THREAD_EXISTS))
    }

    /// True when somebody on the way answered in Discord's place, as a network does that wants its users
    /// to sign in first: with a page, or by leading elsewhere.
    pub(crate) fn is_intercepted(&self) -> bool {
        match self {
            Self::Refused { status, .. } => {
                status.is_redirection() || *status == StatusCode::NETWORK_AUTHENTICATION_REQUIRED
            }
            Self::Unreadable(error) => !error.is_data(),
            _ => false,
        }
    }

    /// True when the same request may succeed later: Discord or the way to it is down. What is no JSON
    /// at all is the page of somebody on the way.
    pub(crate) fn is_transient(&self) -> bool {
        match self {
            Self::Refused { status, .. } => status.is_server_error(),
            Self::RateLimited { .. } | Self::Unreachable(_) => true,
            Self::TooLarge(_) | Self::Foreign(_) => false,
            Self::Unreadable(error) => !error.is_data(),
        }
    }

    /// True when Discord counts the request among those that a bot may make few of.
    pub(super) fn is_invalid_request(&self) -> bool {
        match self {
            Self::Refused { status, .. } => {
                [StatusCode::UNAUTHORIZED, StatusCode::FORBIDDEN].contains(status)
            }
            Self::RateLimited { .. } => true,
            _ => false,
        }
    }

    /// The kind of failure, as it is counted. What this program refuses by itself is like a no of
    /// Discord's.
    pub(super) fn kind(&self) -> RestFailure {
        match self {
            Self::Refused { status, .. } if status.is_server_error() => RestFailure::Server,
            Self::Refused { .. } | Self::TooLarge(_) | Self::Foreign(_) => RestFailure::Refused,
            Self::RateLimited { .. } => RestFailure::RateLimited,
            Self::Unreachable(_) => RestFailure::Connection,
            Self::Unreadable(_) => RestFailure::Unreadable,
        }
    }

    fn code(&self) -> Option<i64> {
        match self {
            Self::Refused { code, .. } => Some(*code),
            _ => None,
        }
    }
}

impl From<serenity::Error> for RestError {
    /// Serenity only builds requests here, so nothing has been sent.
    fn from(error: serenity::Error) -> Self {
        Self::Unreachable(error.to_string())
    }
}

impl From<reqwest::Error> for RestError {
    /// The address is left out of the message: an interaction's address holds its token.
    fn from(error: reqwest::Error) -> Self {
        let error = error.without_url();
        let mut message = error.to_string();
        let mut cause = std::error::Error::source(&error);
        while let Some(inner) = cause {
            message = format!("{message}: {inner}");
            cause = inner.source();
        }
        Self::Unreachable(message)
    }
}
