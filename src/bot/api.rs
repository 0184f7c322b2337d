//! The *API* is Discord's: every request this program makes of it, and how a reply gets there.

pub(crate) mod components;
pub mod endpoints;
mod error;
pub(crate) mod respond;
pub(crate) mod rest;
pub(crate) mod tls;
mod token;

pub use endpoints::Endpoints;
pub use error::{DiscordError, FatalClose};
pub use token::{NotAToken, Token};
