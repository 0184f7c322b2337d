//! `verbatim journal`: what the journal holds as a table, and the end of it.

use std::io::Write;
use std::path::Path;
use std::time::SystemTime;

use anyhow::{anyhow, bail, ensure};

use super::{DataArgs, JournalArgs, JournalCommand, KeepingArgs, SUCCESS};
use crate::journal::{Journal, JournalProblem, Policy, Purged, export};

/// Exports or purges.
pub(super) fn journal(command: &JournalCommand) -> anyhow::Result<u8> {
    match command {
        JournalCommand::Export {
            votes,
            data,
            keeping,
        } => export(*votes, data, keeping),
        JournalCommand::Purge { data } => purge(data),
    }
}

impl JournalArgs {
    /// Opens the journal in the data folder; it works even when there is a problem.
    pub(super) fn open(&self, data: &Path) -> (Journal, Option<JournalProblem>) {
        let policy = Policy {
            asked: self.keeping.journal.is_on(),
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
}

impl DataArgs {
    fn no_journal(&self) -> anyhow::Error {
        anyhow!(
            "no journal in `{}`; set DATA_DIR as for the bot",
            self.data.display()
        )
    }
}

fn export(votes: bool, data: &DataArgs, keeping: &KeepingArgs) -> anyhow::Result<u8> {
    ensure!(
        keeping.journal.is_on(),
        "JOURNAL is off, so questions and votes are not read"
    );
    let journal = Journal::existing(&data.data)?.ok_or_else(|| data.no_journal())?;
    let out = std::io::stdout().lock();
    if votes {
        export::votes(&journal.votes(usize::MAX)?, out)?;
    } else {
        export::gaps(&journal.gaps(usize::MAX)?, out)?;
    }
    Ok(SUCCESS)
}

fn purge(data: &DataArgs) -> anyhow::Result<u8> {
    let purged = match Journal::existing(&data.data) {
        Ok(Some(journal)) => journal.purge()?,
        none => {
            let damaged = matches!(none, Err(JournalProblem::LeftDamaged { .. }));
            // What earlier journals left goes in any case.
            let leftovers = Journal::forget_leftovers(&data.data, damaged);
            if !damaged {
                none?;
            }
            match leftovers? {
                0 => bail!(data.no_journal()),
                damaged => Purged {
                    damaged,
                    ..Purged::default()
                },
            }
        }
    };
    let mut out = anstream::stdout().lock();
    writeln!(
        out,
        "Deleted from `{}`: questions {}, passages with votes {}, damaged files {}.",
        data.data.display(),
        purged.gaps,
        purged.votes,
        purged.damaged
    )?;
    Ok(SUCCESS)
}
