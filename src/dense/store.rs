//! The *store* keeps vectors by what they were computed from, in a file across restarts.
//!
//! The file is a header that names the format and the encoder, records of a key with a vector and
//! tokens, and a digest of all that. A file that is not exactly so counts as damaged and is not used
//! at all. Tokens are most of it: they are mapped into memory, where the system keeps what is read
//! often and drops the rest.

use std::collections::HashMap;
use std::fs;
use std::io;
use std::ops::Range;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use tantivy::directory::{Directory, MmapDirectory, OwnedBytes};
use thiserror::Error;

use super::tokens::{TOKEN_BYTES, Tokens};
use crate::atomic_file;
use crate::encoder::{DIMENSIONS, Segments, Vector};

/// Names a text by its segments: the first half of a BLAKE3 digest.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Key([u8; KEY_BYTES]);

const KEY_BYTES: usize = 16;
const VECTOR_BYTES: usize = DIMENSIONS * size_of::<f32>();

/// What is not in use any more is kept, for the day it comes back, up to this many times what is.
const SPARE: usize = 4;

/// And as much as this in any case, so that small folders do not drive each other out.
const ALWAYS_KEPT: usize = 10_000;

/// The vectors could not be kept, or what was kept could not be used; they are computed anew then.
#[derive(Debug, Error)]
pub enum StoreError {
    /// The file is not as it was written.
    #[error("`{}` is damaged; it will be rebuilt", path.display())]
    Damaged {
        /// The file.
        path: PathBuf,
    },
    /// The system refuses to read or write it.
    #[error("`{}` cannot be {doing}: {error}", path.display())]
    Refused {
        /// The file.
        path: PathBuf,
        /// `read` or `written`.
        doing: &'static str,
        /// What the system says.
        error: io::Error,
    },
}

/// What is kept of a text.
#[derive(Debug, Clone, PartialEq)]
pub struct Entry {
    /// The vector of the whole.
    pub vector: Vector,
    /// Its tokens.
    pub tokens: Tokens,
    /// Which of them belong to which segment: contiguous ranges, the first from 0.
    pub segments: Vec<Range<usize>>,
}

/// Vectors by their texts.
#[derive(Debug)]
pub struct Store {
    path: PathBuf,
    /// What a file of this format and of the vectors' maker begins with.
    header: Vec<u8>,
    known: HashMap<Key, Arc<Entry>>,
    changed: bool,
}

impl Key {
    /// The key of a text. The same words in other segments are another text, which has other vectors.
    #[must_use]
    pub fn of(text: &Segments) -> Self {
        let mut hasher = blake3::Hasher::new();
        for segments in [&text.above, &text.body] {
            hasher.update(&(segments.len() as u64).to_le_bytes());
            for segment in segments {
                hasher.update(&(segment.len() as u64).to_le_bytes());
                hasher.update(segment.as_bytes());
            }
        }
        let digest = hasher.finalize();
        Self(digest.as_bytes().first_chunk().copied().unwrap_or_default())
    }
}

impl Store {
    /// Reads the file; one that is not there, or is of another `version` of what makes vectors,
    /// holds nothing.
    ///
    /// A file that cannot be used is told beside an empty store, which will replace it.
    #[must_use]
    pub fn open(path: PathBuf, version: &str) -> (Self, Option<StoreError>) {
        let header = format!("verbatim vectors 2 {version}\n").into_bytes();
        let (known, error) = match map(&path) {
            Ok(bytes) if !is_whole(&bytes) => {
                (None, Some(StoreError::Damaged { path: path.clone() }))
            }
            Ok(bytes) if !bytes.starts_with(&header) => (None, None),
            Ok(bytes) => match parse(&bytes, &header) {
                Some(known) => (Some(known), None),
                None => (None, Some(StoreError::Damaged { path: path.clone() })),
            },
            Err(error) if error.kind() == io::ErrorKind::NotFound => (None, None),
            Err(error) => (None, Some(refused(&path, "read", error))),
        };
        let store = Self {
            path,
            header,
            known: known.unwrap_or_default(),
            changed: false,
        };
        (store, error)
    }

    /// What is kept of a text, if it was computed before.
    #[must_use]
    pub fn get(&self, key: Key) -> Option<Arc<Entry>> {
        self.known.get(&key).cloned()
    }

    /// Keeps what was computed of a text.
    pub fn insert(&mut self, key: Key, entry: Entry) {
        self.known.insert(key, Arc::new(entry));
        self.changed = true;
    }

    /// Writes the file, if there is anything new; `used` says what may not be dropped when there is
    /// too much.
    ///
    /// # Errors
    /// When the system refuses. What was there before is still there then.
    pub fn save(&mut self, used: &dyn Fn(Key) -> bool) -> Result<(), StoreError> {
        if !self.changed {
            return Ok(());
        }
        let in_use = self.known.keys().filter(|key| used(**key)).count();
        if self.known.len() > ALWAYS_KEPT.max(in_use * SPARE) {
            self.known.retain(|key, _| used(*key));
        }
        let written = self.write();
        written.map_err(|error| refused(&self.path, "written", error))?;
        self.changed = false;
        // What was just written need not be held twice. Where it cannot be read, what is held is right.
        let mapped = map(&self.path).ok();
        if let Some(known) = mapped.and_then(|bytes| parse(&bytes, &self.header)) {
            self.known = known;
        }
        Ok(())
    }

    /// The old file is replaced in one step, so that no crash leaves half a file.
    fn write(&self) -> io::Result<()> {
        if let Some(folder) = self.path.parent() {
            fs::create_dir_all(folder)?;
        }
        let mut bytes = self.header.clone();
        for (key, entry) in &self.known {
            bytes.extend_from_slice(&key.0);
            entry.write(&mut bytes);
        }
        bytes.extend_from_slice(blake3::hash(&bytes).as_bytes());
        atomic_file::replace(&self.path, &bytes)
    }
}

/// Whether a file's digest is that of what stands before it.
fn is_whole(bytes: &[u8]) -> bool {
    let body = bytes.split_last_chunk::<{ blake3::OUT_LEN }>();
    body.is_some_and(|(body, digest)| blake3::hash(body) == *digest)
}

/// A file as it is mapped into memory. One that is replaced afterwards stays as it was.
fn map(path: &Path) -> io::Result<OwnedBytes> {
    // This tells what the system says, which the mapping does not pass on; and the path is whole then.
    let path = path.canonicalize()?;
    drop(fs::File::open(&path)?);
    let (Some(folder), Some(name)) = (path.parent(), path.file_name()) else {
        return Err(io::ErrorKind::InvalidInput.into());
    };
    let folder = MmapDirectory::open(folder).map_err(io::Error::other)?;
    let file = folder
        .open_read(Path::new(name))
        .map_err(io::Error::other)?;
    file.read_bytes()
}

/// The records of a file that is whole.
fn parse(bytes: &OwnedBytes, header: &[u8]) -> Option<HashMap<Key, Arc<Entry>>> {
    let end = bytes.len().checked_sub(blake3::OUT_LEN)?;
    bytes.strip_prefix(header)?;
    let mut records = bytes.slice(header.len()..end);
    let mut known = HashMap::new();
    while !records.is_empty() {
        let key = Key(take(&mut records)?);
        known.insert(key, Arc::new(Entry::read(&mut records)?));
    }
    Some(known)
}

/// Takes so many bytes off the front, or nothing where there are fewer.
fn take<const N: usize>(bytes: &mut OwnedBytes) -> Option<[u8; N]> {
    let taken = *bytes.first_chunk()?;
    bytes.advance(N);
    Some(taken)
}

impl Entry {
    /// Writes the vector, how many tokens each segment has, and the tokens.
    fn write(&self, bytes: &mut Vec<u8>) {
        bytes.extend_from_slice(self.vector.as_array().map(f32::to_le_bytes).as_flattened());
        let count = |number: usize| u32::try_from(number).unwrap_or(u32::MAX).to_le_bytes();
        bytes.extend_from_slice(&count(self.segments.len()));
        for segment in &self.segments {
            bytes.extend_from_slice(&count(segment.len()));
        }
        bytes.extend_from_slice(self.tokens.as_bytes());
    }

    fn read(bytes: &mut OwnedBytes) -> Option<Self> {
        let numbers: [u8; VECTOR_BYTES] = take(bytes)?;
        let (numbers, _) = numbers.as_chunks();
        let mut vector = [0.0; DIMENSIONS];
        for (number, bytes) in vector.iter_mut().zip(numbers) {
            *number = f32::from_le_bytes(*bytes);
        }
        let mut count = || Some(u32::from_le_bytes(take(bytes)?) as usize);
        let mut end = 0;
        let mut segments = Vec::new();
        for _ in 0..count()? {
            let start = end;
            end += count()?;
            segments.push(start..end);
        }
        let length = end.checked_mul(TOKEN_BYTES)?;
        if length > bytes.len() {
            return None;
        }
        let (tokens, rest) = bytes.clone().split(length);
        *bytes = rest;
        Some(Self {
            vector: Vector::from_stored(vector),
            tokens: Tokens(tokens),
            segments,
        })
    }
}

fn refused(path: &Path, doing: &'static str, error: io::Error) -> StoreError {
    StoreError::Refused {
        path: path.to_owned(),
        doing,
        error,
    }
}
