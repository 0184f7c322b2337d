//! A *suggestion* is what a member may want to ask, shown while they still type.
//!
//! Titles, headings and the first words of sentences are suggested. All that a keystroke needs is
//! made once for each snapshot: the phrases, and for every word of theirs, folded, where it stands.

mod phrase;

use std::collections::{BTreeMap, HashMap, HashSet};
use std::ops::Bound;
use std::rc::Rc;

use unicode_segmentation::UnicodeSegmentation;

use crate::corpus::Corpus;
use crate::language::normalise::folded;
use phrase::phrase;

pub use phrase::MAX_SUGGESTION_UNITS;

/// The most words typed that are looked at; the first ones of more.
const MAX_WORDS: usize = 32;

/// A phrase is suggested when it holds more than this share of what was typed, each word counted by
/// how rare it is.
const WORTH_SUGGESTING: f32 = 0.5;

/// What can be suggested from one corpus.
#[derive(Debug, Default)]
pub struct Suggestions {
    phrases: Vec<Phrase>,
    /// The phrases in which a folded word stands, each once, in their order.
    places: BTreeMap<String, Vec<usize>>,
}

/// A text that is suggested as it is.
#[derive(Debug)]
struct Phrase {
    text: String,
    /// Its folded words for a title or heading; nothing for a sentence.
    heading: Option<String>,
}

/// How well a phrase fits what was typed, best first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Fit {
    HeadingBegins,
    HeadingHolds,
    SentenceHolds,
    HoldsMost,
}

/// What of the typed words stands in a phrase.
#[derive(Debug, Clone, Copy, Default)]
struct Held {
    words: usize,
    weight: f32,
}

impl Suggestions {
    /// Reads titles, headings and sentences of `corpus`; of phrases that differ in capitals, accents
    /// or marks only, the first.
    #[must_use]
    pub fn of(corpus: &Corpus) -> Self {
        let mut suggestions = Self::default();
        let mut read = Read::default();
        for document in corpus.documents() {
            suggestions.add(&mut read, &document.source.title, true);
            for passage in &document.passages {
                for heading in &passage.headings {
                    suggestions.add(&mut read, heading, true);
                }
                for unit in document.units(passage) {
                    suggestions.add(&mut read, &document.text[unit.span], false);
                }
            }
        }
        suggestions
    }

    /// At most `most` suggestions for what was typed so far, best first, each at most
    /// [`MAX_SUGGESTION_UNITS`] long; for nothing typed, titles and headings in the order of the
    /// corpus.
    ///
    /// The last word may be unfinished; capitals and accents make no difference. Headings that begin
    /// with what was typed come before headings that hold it, those before sentences that hold all
    /// of its words, and those before phrases that hold most of them.
    #[must_use]
    pub fn suggest(&self, typed: &str, most: usize) -> Vec<String> {
        let mut typed = words(typed);
        typed.truncate(MAX_WORDS);
        let best: Vec<usize> = if typed.is_empty() {
            self.phrases
                .iter()
                .enumerate()
                .filter(|(_, phrase)| phrase.heading.is_some())
                .map(|(at, _)| at)
                .take(most)
                .collect()
        } else {
            self.fitting(&typed, most)
        };
        best.into_iter()
            .map(|at| self.phrases[at].text.clone())
            .collect()
    }

    fn add(&mut self, read: &mut Read, text: &str, is_heading: bool) {
        let Some(short) = phrase(text) else {
            return;
        };
        let folded = read.words(&short).collect::<Vec<_>>().concat().join(" ");
        if folded.is_empty() || !read.phrases.insert(folded.clone()) {
            return;
        }
        let at = self.phrases.len();
        // A sentence is found by all of its words, also by those that are cut off.
        for words in read.words(text) {
            for word in words.iter() {
                match self.places.get_mut(word) {
                    Some(places) if places.last() == Some(&at) => {}
                    Some(places) => places.push(at),
                    None => _ = self.places.insert(word.clone(), vec![at]),
                }
            }
        }
        self.phrases.push(Phrase {
            text: short,
            heading: is_heading.then_some(folded),
        });
    }

    /// The phrases that hold most of the typed words, best first.
    fn fitting(&self, typed: &[String], most: usize) -> Vec<usize> {
        let (held, whole) = self.held(typed);
        let begun = typed.join(" ");
        let fit = |at: usize, held: Held| {
            let heading = self.phrases[at].heading.as_ref();
            let all = held.words == whole.words;
            match heading {
                Some(heading) if heading.starts_with(&begun) => Some(Fit::HeadingBegins),
                Some(_) if all => Some(Fit::HeadingHolds),
                None if all => Some(Fit::SentenceHolds),
                _ if held.weight > WORTH_SUGGESTING * whole.weight => Some(Fit::HoldsMost),
                _ => None,
            }
        };
        let mut fitting: Vec<(Fit, Held, usize)> = held
            .into_iter()
            .enumerate()
            .filter(|(_, held)| held.words > 0)
            .filter_map(|(at, held)| Some((fit(at, held)?, held, at)))
            .collect();
        fitting.sort_by(|(fit, held, at), (other_fit, other_held, other_at)| {
            fit.cmp(other_fit)
                .then(other_held.weight.total_cmp(&held.weight))
                .then(at.cmp(other_at))
        });
        fitting.truncate(most);
        fitting.into_iter().map(|(.., at)| at).collect()
    }

    /// What each phrase holds of the typed words, and what all of them are.
    fn held(&self, typed: &[String]) -> (Vec<Held>, Held) {
        let mut held = vec![Held::default(); self.phrases.len()];
        let mut whole = Held::default();
        let mut distinct = HashSet::new();
        for (number, word) in typed.iter().enumerate() {
            let unfinished = number + 1 == typed.len();
            if !distinct.insert(word) && !unfinished {
                continue;
            }
            let places = self.places_of(word, unfinished);
            let weight = self.weight(places.len());
            whole.words += 1;
            whole.weight += weight;
            for at in places {
                held[at].words += 1;
                held[at].weight += weight;
            }
        }
        (held, whole)
    }

    /// The phrases that hold a word, or one that begins with it.
    fn places_of(&self, word: &str, unfinished: bool) -> Vec<usize> {
        if !unfinished {
            return self.places.get(word).cloned().unwrap_or_default();
        }
        let from = (Bound::Included(word), Bound::Unbounded);
        let range = self.places.range::<str, _>(from);
        let mut places: Vec<usize> = range
            .take_while(|(known, _)| known.starts_with(word))
            .flat_map(|(_, places)| places)
            .copied()
            .collect();
        places.sort_unstable();
        places.dedup();
        places
    }

    /// How much a word counts that stands in `places` of the phrases.
    #[expect(
        clippy::cast_precision_loss,
        reason = "there are far fewer than 2^24 phrases"
    )]
    fn weight(&self, places: usize) -> f32 {
        let (all, holding) = (self.phrases.len() as f32, places as f32);
        ((all - holding + 0.5) / (holding + 0.5)).ln_1p()
    }
}

/// What was read already, while the phrases of a corpus are gathered.
#[derive(Default)]
struct Read {
    /// The folded words of each phrase.
    phrases: HashSet<String>,
    /// The folded words of what stood between two blanks: most of a corpus is the same few.
    chunks: HashMap<String, Rc<[String]>>,
}

impl Read {
    /// The folded words of a text, chunk by chunk.
    fn words(&mut self, text: &str) -> impl Iterator<Item = Rc<[String]>> {
        text.split_whitespace().map(|chunk| {
            if let Some(words) = self.chunks.get(chunk) {
                return Rc::clone(words);
            }
            let words: Rc<[String]> = words(chunk).into();
            self.chunks.insert(chunk.to_owned(), Rc::clone(&words));
            words
        })
    }
}

/// The folded words of a text; an article elided before a word is one of its own.
fn words(text: &str) -> Vec<String> {
    let folded = folded(text);
    folded
        .unicode_words()
        .flat_map(|word| word.split(['\'', '’']))
        .filter(|word| !word.is_empty())
        .map(str::to_owned)
        .collect()
}
