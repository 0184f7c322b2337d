//! The bot as members meet it: a real serenity client, our own start and stop, a Discord of ours.

mod answering;
mod commands;
mod connection;
mod messages;
mod process;
mod reloading;
mod stage;
