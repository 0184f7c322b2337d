//! Everything is tested through the door, in one binary.

mod answers;
mod asking;
mod cli;
mod corpus;
mod dense;
mod discord;
mod documentation;
mod encoder;
mod explanation;
mod fake_discord;
mod fake_discord_self;
mod folder;
mod import;
mod journal;
mod language;
mod layers;
mod passages;
mod reload;
mod reply;
mod sentences;
mod shelf;
mod span;
mod suggestion;
mod support;
mod understanding;
mod verification;
