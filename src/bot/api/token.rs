//! The *token* is the bot's password; it is never shown, not by `{:?}` either.

use std::convert::Infallible;
use std::fmt;
use std::str::FromStr;

use thiserror::Error;

/// A bot token as the operator set it, without surrounding blanks.
#[derive(Clone, PartialEq, Eq)]
pub struct Token(String);

/// Why a token cannot be one; says nothing of what it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum NotAToken {
    /// Nothing was set.
    #[error(
        "DISCORD_TOKEN is not set: run `verbatim setup`, or put the bot's token into .env or the environment"
    )]
    Missing,
    /// It holds what no token holds.
    #[error(
        "DISCORD_TOKEN is not a bot token: a token has three parts, separated by dots, of \
         letters, digits, - and _"
    )]
    Malformed,
}

impl Token {
    /// The token itself; only what sends it to Discord may call this.
    #[must_use]
    pub fn expose(&self) -> &str {
        &self.0
    }

    /// Tells before any connection whether this could be a token.
    ///
    /// # Errors
    /// When it is empty, or has another shape than Discord's tokens have had so far.
    pub fn check(&self) -> Result<(), NotAToken> {
        if self.0.is_empty() {
            return Err(NotAToken::Missing);
        }
        let parts: Vec<&str> = self.0.split('.').collect();
        let allowed = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_');
        let well_formed = |part: &&str| !part.is_empty() && part.bytes().all(allowed);
        if parts.len() == 3 && parts.iter().all(well_formed) {
            Ok(())
        } else {
            Err(NotAToken::Malformed)
        }
    }
}

impl FromStr for Token {
    type Err = Infallible;

    /// Takes anything: a message about a value that does not parse would show the value.
    fn from_str(text: &str) -> Result<Self, Infallible> {
        let text = text.trim();
        Ok(Self(text.strip_prefix("Bot ").unwrap_or(text).to_owned()))
    }
}

impl fmt::Debug for Token {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("Token(hidden)")
    }
}

#[cfg(test)]
mod tests {
    use super::{NotAToken, Token};

    fn check(input: &str, expected: Result<(), NotAToken>) {
        let token: Token = input.parse().unwrap_or_else(|never| match never {});
        assert_eq!(token.check(), expected, "{input:?}");
        assert!(!format!("{token:?}").contains("abc"));
    }

    #[test]
    fn tells_a_token_from_other_texts() {
        check("MTk4.Cl2FMQ.ZnCjm1XVW7vRze4b7Cq4se7kKWs", Ok(()));
        check("  Bot abc.d-f.g_h \n", Ok(()));
        check("", Err(NotAToken::Missing));
        check("  ", Err(NotAToken::Missing));
        check("abc", Err(NotAToken::Malformed));
        check("abc..def", Err(NotAToken::Malformed));
        check("\"abc.def.ghi\"", Err(NotAToken::Malformed));
        check("abc.def.ghi\u{e9}", Err(NotAToken::Malformed));
    }
}
