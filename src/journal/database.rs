//! The *database* is the file of the journal: how it is opened, whatever state it is in.

use std::collections::HashMap;
use std::fs::{self, OpenOptions};
use std::io;
use std::os::unix::fs::OpenOptionsExt;
use std::path::{Path, PathBuf};
use std::time::Duration;

use rusqlite::config::DbConfig;
use rusqlite::{Connection, ErrorCode, OpenFlags, TransactionBehavior};

use super::channels::{self, ChannelSettings};
use super::{JournalProblem, damaged_files};

/// The file in the data folder.
pub const FILE: &str = "journal.db";

/// How long a call waits for a file that another program holds.
pub const BUSY: Duration = Duration::from_millis(250);

/// Marks the file as a journal (SQLite's application id): `vbtm`.
const APPLICATION: i64 = 0x7662_746d;

/// What makes a schema out of the one before it; their number is the version of the schema.
const MIGRATIONS: [&str; 1] = [include_str!("schema/1.sql")];

/// The tables of the newest schema.
const TABLES: [&str; 5] = ["gaps", "gap_guilds", "votes", "changes", "channels"];

/// What came of opening a file.
pub(super) struct Opened {
    pub connection: Connection,
    pub channels: HashMap<u64, ChannelSettings>,
}

/// Why a file cannot be used.
enum OpenError {
    Damaged,
    Foreign,
    Newer(i64),
    Refused(String),
}

/// Opens a file that is there; a damaged one is left where it is.
pub(super) fn open_as_it_is(path: &Path) -> Result<Opened, JournalProblem> {
    let path = path.to_owned();
    connect(&path).map_err(|fault| match fault {
        OpenError::Damaged if path.is_dir() => {
            OpenError::Refused("it is a folder".to_owned()).problem(path)
        }
        OpenError::Damaged => JournalProblem::LeftDamaged { path },
        fault => fault.problem(path),
    })
}

/// Opens the file; a damaged one is moved aside, and for one that cannot be used memory steps in.
pub(super) fn open(path: &Path) -> (Opened, Option<JournalProblem>) {
    let first = connect(path);
    let (opened, aside) = match first {
        Err(OpenError::Damaged) => match damaged_files::move_aside(path) {
            Ok(aside) => (connect(path), Some(aside)),
            Err(error) => (
                Err(OpenError::Refused(format!("it is damaged, and {error}"))),
                None,
            ),
        },
        first => (first, None),
    };
    let path = path.to_owned();
    match opened {
        Ok(opened) => (
            opened,
            aside.map(|aside| JournalProblem::Damaged { path, aside }),
        ),
        Err(fault) => {
            let opened = Opened {
                connection: in_memory(),
                channels: HashMap::new(),
            };
            (opened, Some(fault.problem(path)))
        }
    }
}

/// Takes what was written out of the log that SQLite keeps beside the file (WAL), so that deleted
/// text is in neither; false where a reader in another program delays that to the next time.
pub(super) fn empty_log(connection: &Connection) -> rusqlite::Result<bool> {
    let busy: i64 =
        connection.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |row| row.get(0))?;
    Ok(busy == 0)
}

fn connect(path: &Path) -> Result<Opened, OpenError> {
    create(path).map_err(|error| {
        if path.is_dir() {
            return OpenError::Damaged;
        }
        OpenError::Refused(error.to_string())
    })?;
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let mut connection = Connection::open_with_flags(path, flags)?;
    connection.busy_timeout(BUSY)?;
    // What turns out to be no whole journal is closed as it was, with its log.
    let leave_log = DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE;
    connection.set_db_config(leave_log, true)?;
    let version = recognise(&connection)?;
    damaged_files::restrict(path);
    prepare(&mut connection, version)?;
    let channels = channels::load(&connection)?;
    connection.set_db_config(leave_log, false)?;
    Ok(Opened {
        connection,
        channels,
    })
}

/// Makes the file before SQLite does, which would let others read it.
fn create(path: &Path) -> io::Result<()> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder)?;
    }
    let mut options = OpenOptions::new();
    options.read(true).write(true).create(true).truncate(false);
    options.mode(damaged_files::MODE).open(path)?;
    Ok(())
}

/// The version of the schema that a file has, 0 for an empty one, if it is a whole journal.
fn recognise(connection: &Connection) -> Result<i64, OpenError> {
    let application: i64 = pragma(connection, "application_id")?;
    let version: i64 = pragma(connection, "user_version")?;
    let things = "SELECT count(*) FROM sqlite_schema";
    let things: i64 = connection.query_row(things, [], |row| row.get(0))?;
    match (application, version, things) {
        (0, 0, 0) => return Ok(0),
        (APPLICATION, 1.., _) => {}
        _ => return Err(OpenError::Foreign),
    }
    if version > super::stored(MIGRATIONS.len()) {
        return Err(OpenError::Newer(version));
    }
    let whole: String = pragma(connection, "integrity_check(1)")?;
    if whole == "ok" {
        Ok(version)
    } else {
        Err(OpenError::Damaged)
    }
}

fn prepare(connection: &mut Connection, version: i64) -> Result<(), OpenError> {
    // Deleted text is overwritten, not only forgotten.
    connection.execute_batch(
        "PRAGMA secure_delete = ON; PRAGMA foreign_keys = ON; PRAGMA synchronous = NORMAL;",
    )?;
    // Gives back another mode where the file system does not allow this one, which does as well.
    let _: String = pragma(connection, "journal_mode = WAL")?;
    if version < super::stored(MIGRATIONS.len()) {
        migrate(connection)?;
    }
    let tables = TABLES.map(|table| connection.table_exists(None, table));
    if tables
        .into_iter()
        .collect::<Result<Vec<_>, _>>()?
        .contains(&false)
    {
        return Err(OpenError::Damaged);
    }
    Ok(())
}

/// Brings the schema up to date, in one step or not at all.
fn migrate(connection: &mut Connection) -> rusqlite::Result<()> {
    let file = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
    // Another program may have done it meanwhile.
    let version: i64 = pragma(&file, "user_version")?;
    for (number, migration) in (1..).zip(MIGRATIONS) {
        if number > version {
            file.execute_batch(migration)?;
            file.pragma_update(None, "user_version", number)?;
        }
    }
    file.pragma_update(None, "application_id", APPLICATION)?;
    file.commit()
}

fn pragma<T: rusqlite::types::FromSql>(connection: &Connection, what: &str) -> rusqlite::Result<T> {
    connection.query_row(&format!("PRAGMA {what}"), [], |row| row.get(0))
}

fn in_memory() -> Connection {
    let made = Connection::open_in_memory().and_then(|mut connection| {
        connection.execute_batch("PRAGMA foreign_keys = ON")?;
        migrate(&mut connection)?;
        Ok(connection)
    });
    made.expect("an empty database fits into memory")
}

impl OpenError {
    fn problem(self, path: PathBuf) -> JournalProblem {
        match self {
            // Only a file that was new a moment ago can still be damaged here.
            Self::Damaged => JournalProblem::Unusable {
                path,
                reason: "it was damaged again immediately".to_owned(),
            },
            Self::Foreign => JournalProblem::Foreign { path },
            Self::Newer(found) => JournalProblem::Newer { path, found },
            Self::Refused(reason) => JournalProblem::Unusable { path, reason },
        }
    }
}

impl From<rusqlite::Error> for OpenError {
    /// What the database cannot make sense of is damage; what keeps it from trying is not.
    fn from(error: rusqlite::Error) -> Self {
        match error.sqlite_error_code() {
            None
            | Some(ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase | ErrorCode::Unknown) => {
                Self::Damaged
            }
            Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => {
                Self::Refused("another program has locked it".to_owned())
            }
            Some(_) => Self::Refused(error.to_string()),
        }
    }
}
