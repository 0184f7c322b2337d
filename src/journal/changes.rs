//! A *change* is what an admin did to the folder: who, when, what, and to which file.

use rusqlite::{Row, params};

use super::named::Named;
use super::{Journal, JournalError, Timestamp, stored, text};

/// Days for which changes are kept.
pub const DAYS_OF_CHANGES: u16 = 365;

/// What was done to a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum FolderAction {
    /// It was not there before.
    Added,
    /// It stands in the place of an earlier one.
    Replaced,
    /// It was taken away.
    Removed,
    /// It was brought back.
    Restored,
}

/// One change of the folder.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// When it was done.
    pub moment: Timestamp,
    /// The Discord id of the admin who did it.
    pub member: u64,
    /// What was done.
    pub action: FolderAction,
    /// The file's path inside the folder.
    pub path: String,
    /// Where an earlier text of the file is kept, if it is.
    pub trash: Option<String>,
}

impl Named for FolderAction {
    const NAMES: &'static [(Self, &'static str)] = &[
        (Self::Added, "added"),
        (Self::Replaced, "replaced"),
        (Self::Removed, "removed"),
        (Self::Restored, "restored"),
    ];
}

impl Journal {
    /// Keeps a change for [`DAYS_OF_CHANGES`] days.
    ///
    /// # Errors
    /// When the file is in use by another program, or cannot be written.
    pub fn record_change(&self, change: &Change) -> Result<(), JournalError> {
        self.prune(change.moment)?;
        self.write(|file| {
            file.execute(
                "INSERT INTO changes (moment, member, action, path, trash)
                 VALUES (?1, ?2, ?3, ?4, ?5)",
                params![
                    change.moment.0,
                    change.member.cast_signed(),
                    change.action.name(),
                    change.path,
                    change.trash
                ],
            )?;
            Ok(())
        })
    }

    /// The last changes, newest first, at most `limit`.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn changes(&self, limit: usize) -> Result<Vec<Change>, JournalError> {
        self.read(|file| {
            let mut rows = file.prepare_cached(
                "SELECT moment, member, action, path, trash FROM changes
                 ORDER BY moment DESC, id DESC LIMIT ?1",
            )?;
            let changes = rows.query_map([stored(limit)], change)?;
            changes.filter_map(Result::transpose).collect()
        })
    }
}

/// A row as a change, unless no version of the program has written such an action.
fn change(row: &Row) -> rusqlite::Result<Option<Change>> {
    let action = text(row, 2)?;
    let Some(action) = FolderAction::named(&action) else {
        return Ok(None);
    };
    let member: i64 = row.get(1)?;
    Ok(Some(Change {
        moment: Timestamp(row.get(0)?),
        member: member.cast_unsigned(),
        action,
        path: text(row, 3)?,
        trash: row.get_ref(4)?.as_str().ok().map(str::to_owned),
    }))
}
