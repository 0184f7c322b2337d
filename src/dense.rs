//! *Dense retrieval* compares what texts mean, in whatever languages they are.
//!
//! Every passage has a vector and those of its tokens. The vector is compared with the question's in
//! a [`Space`] where languages do not matter; the tokens of the passages that may answer are read
//! beside those of the question ([`Interaction`]). What was computed once is kept in a [`Store`].

mod alignment;
mod interaction;
pub mod space;
mod store;
pub mod tokens;

use std::collections::{BTreeMap, HashSet};
use std::ops::ControlFlow;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

pub use alignment::{Counterpart, Word};
pub use interaction::{Interaction, TokenQuery};
pub use space::Space;
pub use store::{Entry, Key, Store, StoreError};
use tokens::Means;

use crate::corpus::{Corpus, Document, Unit};
use crate::encoder::{Encoder, Segments, States, Vector};
use crate::language::is_vowel_mark;
use crate::passage::{Passage, PassageId};

/// Texts that go through the encoder between two reports of progress.
const STEP: usize = 32;

/// Steps after which the store is saved, so that a restart amid a large folder goes on from there.
const STEPS_BETWEEN_SAVES: usize = 64;

/// The encoder and what it has computed so far.
#[derive(Debug)]
pub struct Dense {
    encoder: Arc<Encoder>,
    space: Space,
    means: Means,
    store: Mutex<Store>,
}

/// A question as the encoder reads it, ready to be compared with passages.
#[derive(Debug)]
pub struct EncodedQuestion {
    /// Its vector in the [`Space`].
    pub vector: Vector,
    /// Its tokens, for late interaction.
    pub sought: TokenQuery,
}

/// How far the encoding of a corpus is, to be shown while it runs.
#[derive(Debug)]
pub enum Progress {
    /// Some of the texts that had no vector were encoded.
    Encoded {
        /// How many of them have a vector now.
        done: usize,
        /// How many had none at the beginning.
        all: usize,
    },
    /// The vectors could not be stored; the next start will compute them again.
    NotKept(StoreError),
}

/// The *plan* of a corpus: for each passage, its units and the key of what the encoder reads of it.
#[derive(Debug)]
pub struct Plan(Vec<Planned>);

#[derive(Debug)]
struct Planned {
    key: Key,
    units: Vec<Unit>,
}

/// The vectors of a corpus.
#[derive(Debug)]
pub struct Vectors(Vec<PassageVectors>);

/// The vectors of a passage.
#[derive(Debug)]
pub struct PassageVectors {
    /// Its units.
    pub units: Vec<Unit>,
    /// The vector of the whole with its place, and those of its tokens in segments: one for the
    /// place, one for each part of the context, one for each unit.
    pub entry: Arc<Entry>,
}

impl Dense {
    /// The version of everything that vectors depend on: only those of the same version can be
    /// compared.
    #[must_use]
    pub fn version() -> String {
        format!("{} {}", Encoder::VERSION, Space::version())
    }

    /// Joins an encoder with the vectors that it computed before.
    #[must_use]
    pub fn new(encoder: Arc<Encoder>, store: Store) -> Self {
        Self {
            encoder,
            space: Space::builtin(),
            means: Means::builtin(),
            store: Mutex::new(store),
        }
    }

    /// Encodes a question.
    #[must_use]
    pub fn question(&self, text: &str) -> EncodedQuestion {
        let states = self.encoder.question_states(&without_vowel_marks(text));
        EncodedQuestion {
            vector: self.space.question(&states.vector),
            sought: TokenQuery::new(self.means.question(&states), &states.information),
        }
    }

    /// How many texts of a plan have no vector yet.
    #[must_use]
    pub fn missing(&self, plan: &Plan) -> usize {
        let store = self.store();
        plan.keys()
            .filter(|key| store.get(*key).is_none())
            .collect::<HashSet<_>>()
            .len()
    }

    /// The vectors of every passage of `corpus`, whose plan `plan` is; those not known yet are
    /// computed.
    ///
    /// `watch` is told how far it is, and may break it off; what was computed until then is kept.
    pub fn read(
        &self,
        corpus: &Corpus,
        plan: &Plan,
        watch: &mut dyn FnMut(Progress) -> ControlFlow<()>,
    ) -> Option<Vectors> {
        let missing: Vec<(Key, Segments)> = self.without_vector(corpus, plan).into_iter().collect();
        let used: HashSet<Key> = plan.keys().collect();
        let mut flow = ControlFlow::Continue(());
        let all = missing.len();
        let mut done = 0;
        for (number, step) in (1..).zip(missing.chunks(STEP)) {
            flow = watch(Progress::Encoded { done, all });
            if flow.is_break() {
                break;
            }
            self.encode(step);
            done += step.len();
            if number % STEPS_BETWEEN_SAVES == 0 {
                self.save(&used, watch);
            }
        }
        self.save(&used, watch);
        flow.is_continue().then(|| self.gather(plan))?
    }

    fn encode(&self, texts: &[(Key, Segments)]) {
        let plain: Vec<Segments> = texts.iter().map(|(_, text)| text.clone()).collect();
        let states = self.encoder.passage_states(&plain);
        let entries: Vec<Entry> = states.iter().map(|states| self.entry(states)).collect();
        let mut store = self.store();
        for ((key, _), entry) in texts.iter().zip(entries) {
            store.insert(*key, entry);
        }
    }

    fn entry(&self, states: &States) -> Entry {
        Entry {
            vector: self.space.passage(&states.vector),
            tokens: self.means.passage(states),
            segments: states.segments.clone(),
        }
    }

    fn save(&self, used: &HashSet<Key>, watch: &mut dyn FnMut(Progress) -> ControlFlow<()>) {
        let saved = self.store().save(&|key| used.contains(&key));
        if let Err(error) = saved {
            // The watcher decides with the next step whether to go on.
            let _ = watch(Progress::NotKept(error));
        }
    }

    /// The texts whose vectors are wanted and not known, each once, in the order of their keys.
    fn without_vector(&self, corpus: &Corpus, plan: &Plan) -> BTreeMap<Key, Segments> {
        let store = self.store();
        let mut missing = BTreeMap::new();
        for ((_, document, passage), planned) in corpus.passages().zip(&plan.0) {
            if store.get(planned.key).is_none() {
                let segments = || segments(document, passage, &planned.units);
                missing.entry(planned.key).or_insert_with(segments);
            }
        }
        missing
    }

    /// All vectors of a plan; `None` where one of them is not known.
    fn gather(&self, plan: &Plan) -> Option<Vectors> {
        let store = self.store();
        let vectors = |planned: &Planned| {
            Some(PassageVectors {
                units: planned.units.clone(),
                entry: store.get(planned.key)?,
            })
        };
        plan.0
            .iter()
            .map(vectors)
            .collect::<Option<_>>()
            .map(Vectors)
    }

    /// An entry is complete when it enters the store, so a panic elsewhere leaves nothing broken
    /// behind the lock.
    fn store(&self) -> MutexGuard<'_, Store> {
        self.store.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Plan {
    /// Divides the passages of a corpus into units, and computes the key of each passage.
    #[must_use]
    pub fn of(corpus: &Corpus) -> Self {
        let planned = corpus.passages().map(|(_, document, passage)| {
            let units = document.units(passage);
            let key = Key::of(&segments(document, passage, &units));
            Planned { key, units }
        });
        Self(planned.collect())
    }

    fn keys(&self) -> impl Iterator<Item = Key> {
        self.0.iter().map(|planned| planned.key)
    }
}

impl PassageVectors {
    /// How near the question the passage lies: the cosine of their vectors.
    #[must_use]
    pub fn nearness(&self, question: &Vector) -> f32 {
        self.entry.vector.cosine(question)
    }
}

impl EncodedQuestion {
    /// Reads passages beside the question, in their order.
    #[must_use]
    pub fn read(&self, passages: &[&PassageVectors]) -> Vec<Interaction> {
        let read: Vec<_> = passages
            .iter()
            .map(|passage| &passage.entry)
            .map(|entry| (&entry.tokens, entry.segments.as_slice()))
            .collect();
        self.sought.read(&read)
    }
}

impl Vectors {
    /// The vectors of a passage of the corpus that was read.
    ///
    /// # Panics
    /// When the passage is of another corpus.
    #[must_use]
    pub fn of(&self, passage: PassageId) -> &PassageVectors {
        &self.0[passage.0 as usize]
    }
}

/// A text without the marks for vowels that are seldom written, so that a text with them and a
/// question without them are encoded alike.
fn without_vowel_marks(text: &str) -> String {
    text.chars().filter(|c| !is_vowel_mark(*c)).collect()
}

/// What the encoder reads of a passage.
fn segments(document: &Document, passage: &Passage, units: &[Unit]) -> Segments {
    let mut above = texts(document, passage, units);
    let read = |texts: Vec<String>| texts.iter().map(|text| without_vowel_marks(text)).collect();
    let body = above.split_off(above.len() - units.len());
    Segments {
        above: read(above),
        body: read(body),
    }
}

/// The texts that the encoder reads of a passage: its place, so that *Mage › Health* and *Ranger ›
/// Health* differ, its context and its units.
fn texts(document: &Document, passage: &Passage, units: &[Unit]) -> Vec<String> {
    let place = document.place(passage).replace('\n', " › ") + ":";
    let spans = passage
        .context
        .iter()
        .chain(units.iter().map(|unit| &unit.span))
        .map(|span| document.text[span.clone()].to_owned());
    std::iter::once(place).chain(spans).collect()
}
