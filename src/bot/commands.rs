//! The *commands*: one file each, with what Discord is told of it (`definition`), what was filled in
//! (`Args`), and what comes of it (`run`).

pub(crate) mod about;
pub(crate) mod ask;
pub(crate) mod gaps;
pub(crate) mod help;
pub(crate) mod knowledge;
pub(crate) mod reload;
pub(crate) mod settings;
pub(crate) mod sources;
pub(crate) mod verify;
pub(crate) mod why;
