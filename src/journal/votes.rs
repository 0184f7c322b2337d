//! A *vote* says whether a passage helped; only the counts of a passage are kept.

use rusqlite::{Row, params};

use super::{Journal, JournalError, Timestamp, counted, stored, text};
use crate::answer::{Fingerprint, Quote};

/// Bytes of a passage's digest.
const DIGEST_BYTES: usize = 16;

/// What a member says of a passage.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Vote {
    /// It helped: 👍.
    Up,
    /// It did not: 👎.
    Down,
}

/// Identifies a passage across reloads by its document and its text, wherever it stands in the
/// document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PassageKey {
    /// The document's path inside the folder.
    pub document: String,
    /// The first half of the BLAKE3 digest of the passage's text.
    pub digest: [u8; DIGEST_BYTES],
    /// Its ordinal in the document, from 1: where to look for it, and no part of its identity.
    pub paragraph: u32,
}

/// The votes on a passage.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Votes {
    /// Which passage, and where it stood when the last vote came.
    pub passage: PassageKey,
    /// How many found that it helped.
    pub up: u32,
    /// How many found that it did not.
    pub down: u32,
    /// When the last vote came or changed.
    pub last: Timestamp,
    /// The day of [`Self::last`], in UTC: `2026-08-30`.
    pub date: String,
}

impl PassageKey {
    /// The key of the passage that a quote is cut from.
    #[must_use]
    pub fn of(quote: &Quote) -> Self {
        Self {
            document: quote.source.document.clone(),
            digest: quote.fingerprint.bytes(),
            paragraph: quote.paragraph,
        }
    }

    /// The key of a passage by its document's path, its text, and its ordinal.
    #[must_use]
    pub fn new(document: &str, text: &str, paragraph: u32) -> Self {
        Self {
            document: document.to_owned(),
            digest: Fingerprint::of(text).bytes(),
            paragraph,
        }
    }
}

impl Journal {
    /// Counts what somebody says of a passage: `before` is what the same member said until now,
    /// `after` what they say from now on. `None` before is a first vote, `None` after takes one
    /// back; both together move a vote from one side to the other.
    ///
    /// Nothing is counted where votes are not kept.
    ///
    /// # Errors
    /// When the file is in use by another program, or cannot be written.
    pub fn vote(
        &self,
        passage: &PassageKey,
        before: Option<Vote>,
        after: Option<Vote>,
        now: Timestamp,
    ) -> Result<(), JournalError> {
        self.prune(now)?;
        if !self.policy.asked || before == after {
            return Ok(());
        }
        let step = |vote| i64::from(after == Some(vote)) - i64::from(before == Some(vote));
        self.write(|file| {
            // The vote that is taken back may have been deleted for its age, so the counts stop at
            // 0.
            file.execute(
                "INSERT INTO votes VALUES (?1, ?2, ?3, max(0, ?4), max(0, ?5), ?6)
                 ON CONFLICT DO UPDATE SET
                     paragraph = excluded.paragraph,
                     up = max(0, up + ?4),
                     down = max(0, down + ?5),
                     last = max(last, excluded.last)",
                params![
                    passage.document,
                    passage.digest,
                    passage.paragraph,
                    step(Vote::Up),
                    step(Vote::Down),
                    now.0
                ],
            )?;
            file.execute(
                "DELETE FROM votes WHERE document = ?1 AND digest = ?2 AND up = 0 AND down = 0",
                params![passage.document, passage.digest],
            )?;
            Ok(())
        })
    }

    /// The votes on all passages, at most `limit`: first those that helped least, by how many more
    /// found so than not.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn votes(&self, limit: usize) -> Result<Vec<Votes>, JournalError> {
        if !self.policy.asked {
            return Ok(Vec::new());
        }
        self.read(|file| {
            let mut rows = file.prepare_cached(
                "SELECT *, date(last, 'unixepoch') FROM votes
                 ORDER BY up - down, down DESC, last DESC, document, digest LIMIT ?1",
            )?;
            let rows = rows.query_map([stored(limit)], votes)?;
            rows.filter_map(Result::transpose).collect()
        })
    }
}

/// A row as votes, unless its digest is none.
fn votes(row: &Row) -> rusqlite::Result<Option<Votes>> {
    let digest: Vec<u8> = row.get(1)?;
    let Ok(digest) = digest.try_into() else {
        return Ok(None);
    };
    let date: Option<String> = row.get(6)?;
    Ok(Some(Votes {
        passage: PassageKey {
            document: text(row, 0)?,
            digest,
            paragraph: counted(row.get(2)?),
        },
        up: counted(row.get(3)?),
        down: counted(row.get(4)?),
        last: Timestamp(row.get(5)?),
        date: date.unwrap_or_default(),
    }))
}
