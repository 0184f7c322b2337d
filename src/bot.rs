//! The *bot* answers on Discord.
//!
//! Its floors, from the top down; imports point down only:
//!
//! 1. `client` starts and stops; `inspection` looks for what keeps the bot from working.
//! 2. `events`: what Discord tells becomes a call, is dispatched, and is responded to.
//! 3. `dispatch` leads from a command's name to its code.
//! 4. `commands`: one file each, with its definition, its arguments, and what comes of them.
//! 5. `app` is the state that all share; it names no command.
//! 6. `registry` is the list of commands in Discord's menus.
//! 7. `call` is who asks, where, in which language.
//! 8. `gateway` keeps the connections over which Discord tells of events.
//! 9. `api` is every request to Discord.
//! 10. `metrics` count what all of them do.

mod api;
mod app;
mod call;
mod client;
mod commands;
mod dispatch;
mod events;
mod gateway;
mod inspection;
mod metrics;
mod registry;

pub use api::respond::message;
pub use api::{DiscordError, Endpoints, FatalClose, NotAToken, Token, endpoints};
pub use app::cooldown::{NotARate, Rate};
pub use app::reload::{log_problems, reload};
pub use client::{Settings, run};
pub use commands::knowledge::UPLOADS;
pub use gateway::Timing;
pub use inspection::{Identity, Inspection, identify, inspect};
pub use metrics::{Health, Metrics, MetricsServer, ask_health};
