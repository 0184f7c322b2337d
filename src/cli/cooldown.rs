//! How often a member may ask, as a setting has it.

use std::fmt;
use std::str::FromStr;

use crate::bot::{NotARate, Rate};

/// Questions and seconds, or `off`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Cooldown(pub(super) Option<Rate>);

/// Why a text is no such setting.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct NotACooldown(NotARate);

impl fmt::Display for NotACooldown {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}, or off", self.0)
    }
}

impl std::error::Error for NotACooldown {}

impl FromStr for Cooldown {
    type Err = NotACooldown;

    fn from_str(text: &str) -> Result<Self, NotACooldown> {
        if text == "off" {
            return Ok(Self(None));
        }
        text.parse()
            .map(|rate| Self(Some(rate)))
            .map_err(NotACooldown)
    }
}
