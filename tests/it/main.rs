//! Everything is tested through the door, in one binary.

mod answers;
mod asking;
mod cli;
mod corpus;
mod counterparts;
mod dense;
mod discord;
mod documentation;
mod encoder;
mod explanation;
mod fake_discord;
mod fake_discord_self;
mod folder;
mod folder_edit;
mod fuzz;
mod import;
mod journal;
mod killed;
mod language;
mod layers;
mod passages;
mod places;
mod reload;
mod reply;
mod sentences;

mod span;
mod suggestion;
mod support;
mod understanding;
mod verification;
