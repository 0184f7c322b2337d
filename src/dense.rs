//! *Dense retrieval* compares what texts mean, in whatever languages they are.
//!
//! Every passage has a vector, and so has each of its sentences; a question's vector is compared
//! with all of them, in a [`Space`] where languages do not matter. Vectors that were computed once
//! are kept in a [`Store`].

pub mod space;
mod store;

use std::collections::{BTreeMap, HashSet};
use std::ops::{ControlFlow, Range};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

pub use space::Space;
pub use store::{Key, Store, StoreError};

use crate::corpus::sentences::sentences;
use crate::corpus::{Corpus, Document};
use crate::encoder::{Encoder, Matches, Probe, Vector};
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
    store: Mutex<Store>,
}

/// A question as it is compared with passages.
#[derive(Debug)]
pub struct Asked {
    /// Where it lies.
    pub vector: Vector,
    /// Its pieces.
    pub probe: Probe,
}

/// How far the reading of a corpus is, for whoever waits.
#[derive(Debug)]
pub enum Progress {
    /// So many of all texts that had no vector yet have one now.
    Encoded {
        /// Texts with a vector now.
        done: usize,
        /// Texts that had none at the beginning.
        all: usize,
    },
    /// The vectors could not be written down; they will have to be computed again.
    NotKept(StoreError),
}

/// The *plan* of a corpus: which texts of it have a vector, by the keys of these.
#[derive(Debug)]
pub struct Plan(Vec<Planned>);

/// The texts of a passage that have a vector.
#[derive(Debug)]
struct Planned {
    whole: Key,
    sentences: Vec<(Range<usize>, Key)>,
}

/// The vectors of a corpus.
#[derive(Debug)]
pub struct Vectors(Vec<PassageVectors>);

/// The vectors of a passage.
#[derive(Debug)]
pub struct PassageVectors {
    /// Of the whole.
    pub whole: Arc<Vector>,
    /// Of each sentence, with its byte range in the passage.
    pub sentences: Vec<(Range<usize>, Arc<Vector>)>,
}

impl Dense {
    /// Names what makes vectors comparable: those of different versions are not.
    #[must_use]
    pub fn version() -> String {
        format!("{} {}", Encoder::VERSION, Space::version())
    }

    /// Puts an encoder to work, with the vectors it computed before.
    #[must_use]
    pub fn new(encoder: Arc<Encoder>, store: Store) -> Self {
        Self {
            encoder,
            space: Space::builtin(),
            store: Mutex::new(store),
        }
    }

    /// What a question means.
    #[must_use]
    pub fn question(&self, text: &str) -> Asked {
        Asked {
            vector: self.space.question(&self.encoder.query(text)),
            probe: self.encoder.probe(text),
        }
    }

    /// Which pieces of a question have a counterpart in a text.
    #[must_use]
    pub fn find(&self, asked: &Asked, text: &str) -> Matches {
        self.encoder.find(&asked.probe, text)
    }

    /// The share of some words that has a counterpart in a text, 0 to 1.
    #[must_use]
    pub fn share_in(&self, words: &str, text: &str) -> f32 {
        let probe = self.encoder.probe(words);
        probe.coverage(&self.encoder.find(&probe, text))
    }

    /// How near the texts of the background lie to a question.
    pub fn background(&self, asked: &Asked) -> impl Iterator<Item = f32> {
        let texts = self.space.background().iter();
        texts.map(|text| text.cosine(&asked.vector))
    }

    /// How many texts of a plan have no vector yet.
    #[must_use]
    pub fn missing(&self, plan: &Plan) -> usize {
        let store = self.store();
        let missing = plan.keys().filter(|key| store.get(*key).is_none());
        missing.collect::<HashSet<_>>().len()
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
        let missing: Vec<(Key, String)> = self.without_vector(corpus, plan).into_iter().collect();
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

    fn encode(&self, texts: &[(Key, String)]) {
        let plain: Vec<&str> = texts.iter().map(|(_, text)| text.as_str()).collect();
        let vectors = self.encoder.passages(&plain);
        let mut store = self.store();
        for ((key, _), vector) in texts.iter().zip(vectors) {
            store.insert(*key, self.space.passage(&vector));
        }
    }

    fn save(&self, used: &HashSet<Key>, watch: &mut dyn FnMut(Progress) -> ControlFlow<()>) {
        let saved = self.store().save(&|key| used.contains(&key));
        if let Err(error) = saved {
            // Whether to go on is asked with the next step.
            let _ = watch(Progress::NotKept(error));
        }
    }

    /// The texts whose vectors are wanted and not known, each once, in the order of their keys.
    fn without_vector(&self, corpus: &Corpus, plan: &Plan) -> BTreeMap<Key, String> {
        let store = self.store();
        let mut missing = BTreeMap::new();
        for ((_, document, passage), planned) in corpus.passages().zip(&plan.0) {
            let text = document.slice(passage);
            for (range, key) in planned.texts(text) {
                if store.get(key).is_none() {
                    missing
                        .entry(key)
                        .or_insert_with(|| in_context(document, passage, &text[range]));
                }
            }
        }
        missing
    }

    /// All vectors of a plan, or none where one is not known.
    fn gather(&self, plan: &Plan) -> Option<Vectors> {
        let store = self.store();
        let vectors = |planned: &Planned| {
            let sentences = planned.sentences.iter();
            Some(PassageVectors {
                whole: store.get(planned.whole)?,
                sentences: sentences
                    .map(|(range, key)| Some((range.clone(), store.get(*key)?)))
                    .collect::<Option<_>>()?,
            })
        };
        plan.0
            .iter()
            .map(vectors)
            .collect::<Option<_>>()
            .map(Vectors)
    }

    /// A vector once in the store is right, so a poisoned lock is as good as any.
    fn store(&self) -> MutexGuard<'_, Store> {
        self.store.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Plan {
    /// Divides the passages of a corpus into sentences, and names all of them.
    #[must_use]
    pub fn of(corpus: &Corpus) -> Self {
        let planned = corpus.passages().map(|(_, document, passage)| {
            let text = document.slice(passage);
            let key = |text: &str| Key::of(&in_context(document, passage, text));
            let sentences = sentences(text, document.language).into_iter();
            Planned {
                whole: key(text),
                sentences: sentences
                    .map(|range| (range.clone(), key(&text[range])))
                    .collect(),
            }
        });
        Self(planned.collect())
    }

    fn keys(&self) -> impl Iterator<Item = Key> {
        self.0.iter().flat_map(|planned| {
            let sentences = planned.sentences.iter().map(|(_, key)| *key);
            std::iter::once(planned.whole).chain(sentences)
        })
    }
}

impl Planned {
    /// The byte range of each text in the passage, which `text` is, and its key.
    fn texts(&self, text: &str) -> impl Iterator<Item = (Range<usize>, Key)> {
        let sentences = self.sentences.iter().cloned();
        std::iter::once((0..text.len(), self.whole)).chain(sentences)
    }
}

impl PassageVectors {
    /// How near a question the passage lies: the mean of the whole and of its best sentence.
    #[must_use]
    pub fn nearness(&self, question: &Vector) -> f32 {
        let whole = self.whole.cosine(question);
        let sentences = self.sentences.iter();
        let best = sentences
            .map(|(_, sentence)| sentence.cosine(question))
            .reduce(f32::max);
        f32::midpoint(whole, best.unwrap_or(whole))
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

/// A text of a passage with the heading next above it, or the title where there is none: it may say
/// `he` or `there` only. Not with all of them, or what all passages share would weigh too much.
fn in_context(document: &Document, passage: &Passage, text: &str) -> String {
    let above = passage.headings.last().unwrap_or(&document.source.title);
    format!("{above}\n{text}")
}
