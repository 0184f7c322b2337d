//! The bot as members meet it: our own start and stop, a Discord of ours.

mod about;
mod answering;
mod channels;
mod commands;
mod community;
mod connection;
mod disk;
mod faults;
mod folder;
mod gateway;
mod journal;
mod load;
mod messages;
mod metrics;
mod process;
mod reading;
mod reloading;
mod setup;
pub mod stage;
mod verifying;
