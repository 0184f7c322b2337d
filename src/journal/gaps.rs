//! A *gap* is what the folder leaves open: a question without an answer, or with a weak one, and
//! how often it was asked.

use rusqlite::{OptionalExtension, Row, Transaction, params};

use super::alike::{alike, folded};
use super::named::Named;
use super::{Journal, JournalError, Timestamp, counted, database, stored, text};
use crate::answer::Verdict;
use crate::dense::Dense;
use crate::encoder::{DIMENSIONS, Vector};
use crate::language::Language;
use crate::question::Question;

/// The longest text of a gap, in characters; of a longer question its beginning is kept.
pub const LONGEST: usize = 300;

/// The most gaps. Beyond that those asked least and longest ago go, so that no flood of questions
/// fills the disk.
pub const MOST_GAPS: usize = 5_000;

/// A question that was asked, and how it was answered.
#[derive(Debug, Clone, Copy)]
pub struct Unanswered<'a> {
    /// The question.
    pub question: &'a Question,
    /// The language it is in, if that can be told.
    pub language: Option<Language>,
    /// How it was answered.
    pub verdict: Verdict,
    /// Where it lies in the dense space, as `Snapshot::meaning` gives it.
    pub meaning: Option<&'a Vector>,
    /// The guild it was asked in; it is kept only where the policy says so.
    pub guild: Option<u64>,
}

/// A question that the folder leaves open.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Gap {
    /// Identifies the gap, and is never used again for another one.
    pub id: i64,
    /// The question as it was asked first, at most [`LONGEST`] characters of it.
    pub question: String,
    /// The language of the question, if it could be told.
    pub language: Option<Language>,
    /// How it was answered the last time.
    pub verdict: Verdict,
    /// How often it, or one like it, was asked.
    pub count: u32,
    /// When it was asked last.
    pub last: Timestamp,
    /// The day of [`Self::last`], in UTC: `2026-08-30`.
    pub date: String,
    /// The guilds it was asked in, in order of their ids; none where they are not kept.
    pub guilds: Vec<u64>,
}

impl Named for Verdict {
    const NAMES: &'static [(Self, &'static str)] = &[
        (Self::Answered, "answered"),
        (Self::Weak, "weak"),
        (Self::None, "none"),
    ];
}

/// A question on its way into the table of gaps.
struct Entry<'a> {
    text: String,
    folded: String,
    unanswered: &'a Unanswered<'a>,
    now: Timestamp,
}

impl Journal {
    /// Keeps a question without an answer, or counts it where one like it is kept already.
    ///
    /// Nothing is kept of an answered one, nor where questions are not kept.
    ///
    /// # Errors
    /// When the file is in use by another program, or cannot be written.
    pub fn record_gap(&self, unanswered: &Unanswered, now: Timestamp) -> Result<(), JournalError> {
        self.prune(now)?;
        if !self.policy.asked || unanswered.verdict == Verdict::Answered {
            return Ok(());
        }
        let text = shortened(&without_members(unanswered.question.text()));
        let entry = Entry {
            folded: folded(&text),
            text,
            unanswered,
            now,
        };
        let guild = unanswered.guild.filter(|_| self.policy.guilds);
        self.write(|file| {
            let gap = match entry.find(file)? {
                Some(gap) => entry.count_in(file, gap)?,
                None => entry.insert(file)?,
            };
            if let Some(guild) = guild {
                let add = "INSERT OR IGNORE INTO gap_guilds VALUES (?1, ?2)";
                file.execute(add, [gap, guild.cast_signed()])?;
            }
            Ok(())
        })
    }

    /// The gaps, at most `limit`: those asked most come first; of equally many the last asked.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn gaps(&self, limit: usize) -> Result<Vec<Gap>, JournalError> {
        if !self.policy.asked {
            return Ok(Vec::new());
        }
        self.read(|file| {
            let mut rows = file.prepare_cached(
                "SELECT id, question, language, verdict, count, last, date(last, 'unixepoch')
                 FROM gaps ORDER BY count DESC, last DESC, id LIMIT ?1",
            )?;
            let mut guilds = file.prepare_cached("SELECT guild FROM gap_guilds WHERE gap = ?1")?;
            let gaps = rows.query_map([stored(limit)], |row| {
                let mut gap = gap(row)?;
                for guild in guilds.query_map([gap.id], |row| row.get::<_, i64>(0))? {
                    gap.guilds.push(guild?.cast_unsigned());
                }
                gap.guilds.sort_unstable();
                Ok(gap)
            })?;
            gaps.collect()
        })
    }

    /// Takes a gap off the list, because something is done about it, and gives its question; `None`
    /// where it is not there. Asked again, it comes back with a count of its own.
    ///
    /// # Errors
    /// When the file is in use by another program, or cannot be written.
    pub fn settle(&self, id: i64) -> Result<Option<String>, JournalError> {
        let question = self.write(|file| {
            let delete = "DELETE FROM gaps WHERE id = ?1 RETURNING question";
            file.query_row(delete, [id], |row| text(row, 0)).optional()
        })?;
        database::empty_log(&self.state().connection)?;
        Ok(question)
    }
}

impl Entry<'_> {
    /// The gap that asks the same: by its letters, else the one that lies nearest, if near enough.
    fn find(&self, file: &Transaction) -> rusqlite::Result<Option<i64>> {
        let mut same = file.prepare_cached("SELECT id FROM gaps WHERE folded = ?1")?;
        let same: Option<i64> = same
            .query_row([&self.folded], |row| row.get(0))
            .optional()?;
        let (None, Some(meaning)) = (same, self.unanswered.meaning) else {
            return Ok(same);
        };
        let mut others =
            file.prepare_cached("SELECT id, question, vector FROM gaps WHERE version = ?1")?;
        let mut others = others.query([Dense::version()])?;
        let mut nearest: Option<(i64, f32)> = None;
        while let Some(row) = others.next()? {
            let Some(vector) = row.get_ref(2)?.as_blob().ok().and_then(vector) else {
                continue;
            };
            let cosine = vector.cosine(meaning);
            if nearest.is_some_and(|(_, nearest)| nearest >= cosine) {
                continue;
            }
            let question = text(row, 1)?;
            if alike((&self.text, meaning), (&question, &vector)) {
                nearest = Some((row.get(0)?, cosine));
            }
        }
        Ok(nearest.map(|(gap, _)| gap))
    }

    /// Counts the question in a gap. The gap keeps its text. It takes the question's vector only
    /// where both have the same letters, because that vector may be of a newer version of the
    /// encoder.
    fn count_in(&self, file: &Transaction, gap: i64) -> rusqlite::Result<i64> {
        file.execute(
            "UPDATE gaps SET count = count + 1, last = max(last, ?2), verdict = ?3,
                 vector = CASE WHEN ?5 NOT NULL AND folded = ?6 THEN ?5 ELSE vector END,
                 version = CASE WHEN ?5 NOT NULL AND folded = ?6 THEN ?4 ELSE version END
             WHERE id = ?1",
            params![
                gap,
                self.now.0,
                self.unanswered.verdict.name(),
                Dense::version(),
                self.unanswered.meaning.map(blob),
                self.folded,
            ],
        )?;
        Ok(gap)
    }

    fn insert(&self, file: &Transaction) -> rusqlite::Result<i64> {
        let language = self.unanswered.language.filter(|l| *l != Language::UNKNOWN);
        file.execute(
            "INSERT INTO gaps (question, folded, language, verdict, count, last, version, vector)
             VALUES (?1, ?2, ?3, ?4, 1, ?5, ?6, ?7)",
            params![
                self.text,
                self.folded,
                language.map(Language::code),
                self.unanswered.verdict.name(),
                self.now.0,
                self.unanswered.meaning.map(|_| Dense::version()),
                self.unanswered.meaning.map(blob),
            ],
        )?;
        let gap = file.last_insert_rowid();
        file.execute(
            "DELETE FROM gaps WHERE id IN (
                 SELECT id FROM gaps WHERE id <> ?1
                 ORDER BY count DESC, last DESC, id DESC LIMIT -1 OFFSET ?2)",
            [gap, stored(MOST_GAPS - 1)],
        )?;
        Ok(gap)
    }
}

fn gap(row: &Row) -> rusqlite::Result<Gap> {
    let language = row.get_ref(2)?.as_str().ok();
    let verdict = text(row, 3)?;
    let date: Option<String> = row.get(6)?;
    Ok(Gap {
        id: row.get(0)?,
        question: text(row, 1)?,
        language: language.and_then(Language::from_tag),
        verdict: Verdict::named(&verdict).unwrap_or(Verdict::None),
        count: counted(row.get(4)?),
        last: Timestamp(row.get(5)?),
        date: date.unwrap_or_default(),
        guilds: Vec::new(),
    })
}

fn blob(vector: &Vector) -> Vec<u8> {
    vector
        .as_array()
        .map(f32::to_le_bytes)
        .as_flattened()
        .to_vec()
}

/// A stored vector; `None` where it has another length. Numbers that are not finite make it like no
/// other vector.
fn vector(blob: &[u8]) -> Option<Vector> {
    let (numbers, []) = blob.as_chunks() else {
        return None;
    };
    let numbers: Vec<f32> = numbers
        .iter()
        .map(|bytes| f32::from_le_bytes(*bytes))
        .collect();
    let numbers: [f32; DIMENSIONS] = numbers.try_into().ok()?;
    Some(Vector::from_stored(numbers))
}

/// A text with `@…` for each mention of a member, whose id must not be kept.
fn without_members(text: &str) -> String {
    let mut parts = text.split("<@");
    let mut kept = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let id = part.strip_prefix('!').unwrap_or(part);
        let rest = id.trim_start_matches(|c: char| c.is_ascii_digit());
        match rest.strip_prefix('>') {
            Some(rest) if rest.len() + 1 < id.len() => {
                kept.push_str("@…");
                kept.push_str(rest);
            }
            _ => {
                kept.push_str("<@");
                kept.push_str(part);
            }
        }
    }
    kept
}

fn shortened(text: &str) -> String {
    match text.char_indices().nth(LONGEST) {
        None => text.to_owned(),
        Some(_) => text.chars().take(LONGEST - 1).chain(['…']).collect(),
    }
}
