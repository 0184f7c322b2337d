//! `verbatim` answers questions from a folder of documents by quoting them word for word.
//!
//! The walk of a question, the same from Discord and from the terminal:
//!
//! 1. What a member typed becomes a [`question::Question`], parsed once.
//! 2. [`library::Library::current`] gives the snapshot of this moment.
//! 3. [`library::Snapshot::answer`] makes a query of the question's words ([`index`],
//!    [`analyzer`]) and a vector of its meaning ([`dense`], [`encoder`]), ranks the passages, picks
//!    the answering sentence in each and judges whether they answer at all ([`ranking`]).
//! 4. The [`answer::Answer`] holds quotes: slices of the documents that [`corpus`] read.
//! 5. [`reply`] turns it into what a member sees, or [`cli`] prints it.
//!
//! Imports point down only: edge (`cli`, `bot`), outside (`reply`, `eval`, `journal`), door
//! (`library`, `folder_edit`), retrieval (`ranking`, `verification`, `suggestion`, `dense`, `index`,
//! `encoder`), text (`corpus`, `question`, `answer`, `analyzer`, `language`), words (`passage`), ground
//! (`atomic_file`). Everything from the door down is synchronous and reads no clock, environment or
//! network.

pub mod analyzer;
pub mod answer;
mod atomic_file;
pub mod bot;
pub mod cli;
pub mod corpus;
pub mod dense;
pub mod encoder;
pub mod eval;
pub mod folder_edit;
pub mod index;
pub mod journal;
pub mod language;
pub mod library;
pub mod passage;
pub mod question;
pub mod ranking;
pub mod reply;

pub mod suggestion;
pub mod verification;
mod webpage;
