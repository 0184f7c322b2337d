//! `verbatim` answers questions from a folder of articles by quoting them word for word.
//!
//! The walk of a question, the same from Discord and from the terminal:
//!
//! 1. What a member typed becomes a [`question::Question`], parsed once.
//! 2. [`knowledge::Library::current`] gives the snapshot of this moment.
//! 3. [`knowledge::Knowledge::answer`] makes a query of the question's words ([`index`],
//!    [`analyzer`]) and a vector of its meaning ([`dense`], [`encoder`]), ranks the passages, picks
//!    the answering sentence in each and judges whether they answer at all ([`ranking`]).
//! 4. The [`answer::Answer`] holds quotes: slices of the documents that [`corpus`] read.
//! 5. [`reply`] turns it into what a member sees, or [`cli`] prints it.
//!
//! Imports point down only: edge (`cli`, `discord`), outside (`reply`, `eval`, `journal`), door
//! (`knowledge`, `shelf`), retrieval (`ranking`, `verification`, `suggestion`, `dense`, `index`,
//! `encoder`), text (`corpus`, `question`, `answer`, `analyzer`, `language`), words (`passage`).
//! Everything from the door down is synchronous and reads no clock, environment or network.

pub mod analyzer;
pub mod answer;
pub mod cli;
pub mod corpus;
pub mod dense;
pub mod discord;
pub mod encoder;
pub mod eval;
pub mod index;
pub mod journal;
pub mod knowledge;
pub mod language;
pub mod passage;
pub mod question;
pub mod ranking;
pub mod reply;
pub mod shelf;
pub mod suggestion;
pub mod verification;
mod webpage;
