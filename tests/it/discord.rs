//! The bot as members meet it: a real serenity client, our own start and stop, a Discord of ours.

mod about;
mod answering;
mod channels;
mod commands;
mod community;
mod connection;
mod disk;
mod folder;
mod journal;
mod messages;
mod process;
mod reading;
mod reloading;
mod stage;
mod verifying;
