//! `verbatim journal`: what the journal holds as a table, and the end of it.

use std::io::Write;
use std::path::Path;
use std::time::SystemTime;

use super::{DataArgs, JournalArgs, JournalCommand, SUCCESS};
use crate::journal::{Journal, JournalProblem, Policy, Purged, export};

/// Exports or purges.
pub(super) fn journal(command: &JournalCommand) -> anyhow::Result<u8> {
    match command {
        JournalCommand::Export {
            votes,
            data,
            journal,
        } => export(*votes, data, journal),
        JournalCommand::Purge { data, journal } => purge(data, journal),
    }
}

impl JournalArgs {
    /// Opens the journal in the data folder; it works even when there is a problem.
    pub(super) fn open(&self, data: &Path) -> (Journal, Option<JournalProblem>) {
        let policy = Policy {
            asked: self.journal.is_on(),
            guilds: self.journal_guilds.is_on(),
            days: self.journal_days,
        };
        #[allow(
            clippy::disallowed_methods,
            reason = "the journal is told when it is opened"
        )]
        let now = SystemTime::now();
        Journal::open(data, policy, now.into())
    }

    /// The journal that is there, for a command of the terminal; `None` where there is none. What
    /// is in memory only is not what was asked for.
    fn existing(&self, data: &Path) -> anyhow::Result<Option<Journal>> {
        if !Journal::exists(data) {
            return Ok(None);
        }
        match self.open(data) {
            (journal, None) => Ok(Some(journal)),
            (journal, Some(problem)) if journal.is_lasting() => {
                anstream::eprintln!("warning: {problem}");
                Ok(Some(journal))
            }
            (_, Some(problem)) => Err(problem.into()),
        }
    }
}

fn export(votes: bool, data: &DataArgs, args: &JournalArgs) -> anyhow::Result<u8> {
    anyhow::ensure!(
        args.journal.is_on(),
        "JOURNAL is off, so questions and votes are not read"
    );
    let journal = args.existing(&data.data)?;
    let journal = journal.as_ref();
    let out = std::io::stdout().lock();
    if votes {
        let votes = journal.map_or(Ok(Vec::new()), |journal| journal.votes(usize::MAX))?;
        export::votes(&votes, out)?;
    } else {
        let gaps = journal.map_or(Ok(Vec::new()), |journal| journal.gaps(usize::MAX))?;
        export::gaps(&gaps, out)?;
    }
    Ok(SUCCESS)
}

fn purge(data: &DataArgs, args: &JournalArgs) -> anyhow::Result<u8> {
    let journal = args.existing(&data.data)?;
    let purged = journal.map_or(Ok(Purged::default()), |journal| journal.purge())?;
    let mut out = anstream::stdout().lock();
    writeln!(
        out,
        "Deleted: questions {}, passages with votes {}, damaged files {}.",
        purged.gaps, purged.votes, purged.damaged
    )?;
    Ok(SUCCESS)
}
