//! The *journal* keeps what answers leave behind: questions without an answer, votes on passages,
//! changes of the folder, and the settings of channels.
//!
//! It is one SQLite file, `journal.db`. It knows no member who asks or votes: nothing that is
//! handed in could tell one, but for what a question says itself. Whatever is wrong with the file,
//! [`Journal::open`] gives a journal that works, in memory if need be, and says so; a write that
//! fails is an error value to be logged, never a reason not to answer.
//!
//! Nothing here reads a clock: every [`Timestamp`] is handed in. Calls that touch the file may wait
//! for it, up to [`BUSY`] if another program holds it, so an asynchronous caller makes them on a
//! thread that may block. Only [`Journal::channel`] never waits.

mod alike;
mod changes;
mod channels;
mod damaged_files;
mod database;
pub mod export;
mod gaps;
mod named;
mod numbers;
mod votes;

use std::collections::HashMap;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError, RwLock};
use std::time::{SystemTime, UNIX_EPOCH};

use rusqlite::{Connection, ErrorCode, Row, Transaction, TransactionBehavior};
use thiserror::Error;

pub use alike::{SAME, alike, alike_from};
pub use changes::{Change, DAYS_OF_CHANGES, FolderAction};
pub use channels::{AnswerPlace, ChannelSettings, Mode};
use database::Opened;
pub use database::{BUSY, FILE};
pub use gaps::{Gap, LONGEST, MOST_GAPS, Unanswered};
pub(crate) use named::Named;
pub use votes::{PassageKey, Vote, Votes};

/// Seconds in a day.
const DAY: i64 = 86_400;

/// A point in time: seconds since the beginning of 1970, UTC.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Timestamp(pub i64);

impl From<SystemTime> for Timestamp {
    /// A time before 1970 counts as its beginning.
    fn from(time: SystemTime) -> Self {
        let since = time.duration_since(UNIX_EPOCH).unwrap_or_default();
        Self(i64::try_from(since.as_secs()).unwrap_or(i64::MAX))
    }
}

impl Timestamp {
    fn day(self) -> i64 {
        self.0.div_euclid(DAY)
    }

    fn days_before(self, days: u16) -> Self {
        Self(self.0.saturating_sub(i64::from(days) * DAY))
    }
}

/// What is kept of what members do, and for how long.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Policy {
    /// Whether questions and votes are kept at all. Settings and changes are, in any case.
    pub asked: bool,
    /// Whether the guilds in which a question was asked are kept beside it.
    pub guilds: bool,
    /// Days after which a question or the votes on a passage are deleted, counted from the last
    /// time.
    pub days: u16,
}

/// Something was not written or read.
#[derive(Debug, Error)]
pub enum JournalError {
    /// Another program holds the file.
    #[error("the journal is in use by another program")]
    Locked,
    /// Another program reads the file, so what was deleted could not be overwritten.
    #[error(
        "all questions and votes are deleted, but another program is reading the journal, so \
         their bytes may still be in the file; purge again when that program has exited"
    )]
    StillRead,
    /// A damaged file, or its folder, does not let itself be deleted or read.
    #[error("damaged files cannot be deleted: `{}`: {error}", path.display())]
    NotDeleted {
        /// The file or the folder.
        path: PathBuf,
        /// What the system says.
        error: io::Error,
    },
    /// The database refuses.
    #[error("the journal cannot be used: {0}")]
    Refused(rusqlite::Error),
}

impl From<rusqlite::Error> for JournalError {
    fn from(error: rusqlite::Error) -> Self {
        match error.sqlite_error_code() {
            Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => Self::Locked,
            _ => Self::Refused(error),
        }
    }
}

/// What was wrong when the journal was opened, and what was made of it.
#[derive(Debug, Error)]
pub enum JournalProblem {
    /// The file is not as it was written; a new one was begun.
    #[error("`{}` is damaged; it was kept as `{}` and a new journal was started", path.display(), aside.display())]
    Damaged {
        /// The file.
        path: PathBuf,
        /// Where it is now.
        aside: PathBuf,
    },
    /// The file is not as it was written, and was only to be looked at.
    #[error("`{}` is damaged; the bot replaces it at its next start, and `verbatim journal purge` deletes it", path.display())]
    LeftDamaged {
        /// The file.
        path: PathBuf,
    },
    /// A later version of the program wrote the file.
    #[error("`{}` was written by a newer version of the program (schema {found}); it is left unchanged", path.display())]
    Newer {
        /// The file.
        path: PathBuf,
        /// The version of its schema.
        found: i64,
    },
    /// The file is a database of something else.
    #[error("`{}` is a database but not a journal; it is left unchanged", path.display())]
    Foreign {
        /// The file.
        path: PathBuf,
    },
    /// The file cannot be opened, read or written.
    #[error("`{}` cannot be used: {reason}", path.display())]
    Unusable {
        /// The file.
        path: PathBuf,
        /// What the system or the database says.
        reason: String,
    },
    /// The file can be used, but what is too old is still in it; the next write tries again.
    #[error("old entries could not be deleted from `{}`: {error}", path.display())]
    NotPruned {
        /// The file.
        path: PathBuf,
        /// Why.
        error: JournalError,
    },
}

/// How much a purge has deleted.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Purged {
    /// Questions.
    pub gaps: usize,
    /// Passages with votes.
    pub votes: usize,
    /// Damaged files that were kept beside the journal.
    pub damaged: usize,
}

/// The open journal, shared by all threads.
#[derive(Debug)]
pub struct Journal {
    path: PathBuf,
    lasting: bool,
    policy: Policy,
    state: Mutex<State>,
    channels: RwLock<HashMap<u64, ChannelSettings>>,
}

#[derive(Debug)]
struct State {
    connection: Connection,
    /// The last day on which old rows were deleted.
    pruned: Option<i64>,
}

impl Journal {
    /// Opens the journal in `folder`, made if need be, and deletes what is too old at `now`.
    ///
    /// It never fails: beside the journal stands what was wrong and what was made of it.
    #[must_use]
    pub fn open(folder: &Path, policy: Policy, now: Timestamp) -> (Self, Option<JournalProblem>) {
        let (journal, problem) = Self::unpruned(folder.join(FILE), policy);
        let pruned = journal.prune(now).err();
        let not_pruned = pruned.map(|error| JournalProblem::NotPruned {
            path: journal.path.clone(),
            error,
        });
        (journal, problem.or(not_pruned))
    }

    /// Opens the journal that is in `folder` to be looked at or purged; `None` where there is none.
    /// Nothing is deleted for its age, and nothing is made.
    ///
    /// # Errors
    /// When the journal that is there cannot be used, or it cannot be told whether there is one.
    pub fn existing(folder: &Path) -> Result<Option<Self>, JournalProblem> {
        let path = folder.join(FILE);
        match damaged_files::or_missing(path.metadata()) {
            Ok(Some(_)) => {}
            Ok(None) => return Ok(None),
            Err(error) => {
                let reason = error.to_string();
                return Err(JournalProblem::Unusable { path, reason });
            }
        }
        let policy = Policy {
            asked: true,
            guilds: false,
            days: u16::MAX,
        };
        let opened = database::open_as_it_is(&path)?;
        Ok(Some(Self::with(path, policy, opened, true)))
    }

    /// Deletes what earlier journals left in `folder`: damaged files, kept aside or still in their
    /// place, and, where there is no journal, logs. Gives their number.
    ///
    /// # Errors
    /// When one of them cannot be deleted, or the folder cannot be read.
    pub fn forget_leftovers(folder: &Path, in_place: bool) -> Result<usize, JournalError> {
        let path = folder.join(FILE);
        let failed = |error| JournalError::NotDeleted {
            path: path.clone(),
            error,
        };
        if in_place {
            // Where the path is a symbolic link, the file that it leads to has to be deleted.
            let path = path.canonicalize().map_err(failed)?;
            std::fs::remove_file(&path).map_err(failed)?;
            damaged_files::forget_logs(&path)?;
        }
        let mut gone = usize::from(in_place) + damaged_files::forget_damaged(&path, None)?;
        if matches!(damaged_files::or_missing(path.symlink_metadata()), Ok(None)) {
            gone += damaged_files::forget_logs(&path)?;
        }
        Ok(gone)
    }

    /// Opens the file whatever is wrong with it, and deletes nothing.
    fn unpruned(path: PathBuf, policy: Policy) -> (Self, Option<JournalProblem>) {
        let (opened, problem) = database::open(&path);
        let lasting = matches!(problem, None | Some(JournalProblem::Damaged { .. }));
        (Self::with(path, policy, opened, lasting), problem)
    }

    fn with(path: PathBuf, policy: Policy, opened: Opened, lasting: bool) -> Self {
        Self {
            path,
            lasting,
            policy,
            state: Mutex::new(State {
                connection: opened.connection,
                pruned: None,
            }),
            channels: RwLock::new(opened.channels),
        }
    }

    /// Whether questions and votes are kept.
    #[must_use]
    pub fn keeps_questions(&self) -> bool {
        self.policy.asked
    }

    /// Whether what is written outlasts the program; false in memory.
    #[must_use]
    pub fn is_persistent(&self) -> bool {
        self.lasting
    }

    /// Deletes every question and every vote, and damaged files kept beside the journal, so that
    /// no byte of them is left. Settings of channels and changes of the folder stay.
    ///
    /// # Errors
    /// When the file is in use by another program, or cannot be written, or a damaged file cannot be
    /// deleted. What could be deleted is.
    pub fn purge(&self) -> Result<Purged, JournalError> {
        let damaged = damaged_files::forget_damaged(&self.path, None);
        let (gaps, votes) = self.write(|file| {
            let gaps = file.execute("DELETE FROM gaps", [])?;
            Ok((gaps, file.execute("DELETE FROM votes", [])?))
        })?;
        if !self.overwrite()? {
            return Err(JournalError::StillRead);
        }
        Ok(Purged {
            gaps,
            votes,
            damaged: damaged?,
        })
    }

    /// Leaves no byte of what was deleted; false where another program keeps the file from that.
    fn overwrite(&self) -> Result<bool, JournalError> {
        let connection = &self.state().connection;
        let written = connection.execute_batch("VACUUM");
        let written = written.and_then(|()| database::empty_log(connection));
        match written.map_err(JournalError::from) {
            Err(JournalError::Locked) => Ok(false),
            written => written,
        }
    }

    /// Deletes what is too old at `now`; once a day, so that it may be called as often as one likes.
    ///
    /// # Errors
    /// When the file is in use by another program, or cannot be written.
    pub fn prune(&self, now: Timestamp) -> Result<(), JournalError> {
        let mut state = self.state();
        if state.pruned.is_some_and(|day| day >= now.day()) {
            return Ok(());
        }
        let kept_from = now.days_before(self.policy.days);
        let changes_from = now.days_before(DAYS_OF_CHANGES);
        let file = state.begin()?;
        let mut gone = file.execute("DELETE FROM gaps WHERE last < ?1", [kept_from.0])?;
        gone += file.execute("DELETE FROM votes WHERE last < ?1", [kept_from.0])?;
        gone += file.execute("DELETE FROM changes WHERE moment < ?1", [changes_from.0])?;
        file.commit()?;
        if gone > 0 {
            database::empty_log(&state.connection)?;
        }
        // A file that cannot be deleted does not keep the journal from being written. The next day
        // tries again.
        let _ = damaged_files::forget_damaged(&self.path, Some(kept_from));
        state.pruned = Some(now.day());
        Ok(())
    }

    /// Does some writing, all of it or nothing.
    fn write<T>(
        &self,
        work: impl FnOnce(&Transaction) -> rusqlite::Result<T>,
    ) -> Result<T, JournalError> {
        let mut state = self.state();
        let file = state.begin()?;
        let done = work(&file)?;
        file.commit()?;
        Ok(done)
    }

    fn read<T>(
        &self,
        work: impl FnOnce(&Connection) -> rusqlite::Result<T>,
    ) -> Result<T, JournalError> {
        Ok(work(&self.state().connection)?)
    }

    /// A panic during a transaction rolls it back, so the state behind a poisoned lock is
    /// consistent.
    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl State {
    /// Begins to write at once, so that a lock of another program shows before anything is done.
    fn begin(&mut self) -> rusqlite::Result<Transaction<'_>> {
        self.connection
            .transaction_with_behavior(TransactionBehavior::Immediate)
    }
}

/// A text as the database has it; a damaged one is read as far as it is text.
fn text(row: &Row, column: usize) -> rusqlite::Result<String> {
    Ok(String::from_utf8_lossy(row.get_ref(column)?.as_bytes()?).into_owned())
}

/// A count or a limit as the database has it.
fn stored(number: usize) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}

/// A number that the database has, as a count; a damaged one becomes the nearest possible.
fn counted(number: i64) -> u32 {
    u32::try_from(number.max(0)).unwrap_or(u32::MAX)
}
