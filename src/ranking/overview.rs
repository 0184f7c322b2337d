//! The answer to a message that asks for nothing in the documents: small talk gets no quote, and a
//! request for an *overview* of a document gets its opening passage.

use std::cmp::Ordering;
use std::collections::BTreeSet;

use unicode_segmentation::UnicodeSegmentation;

use super::no_answer;
use crate::answer::{Answer, Quote, Reason};
use crate::corpus::{Corpus, Document};
use crate::index::Index;
use crate::language::scripts::{TERMINALS, is_hangul, is_unspaced};
use crate::language::{Language, is_spoken_function_word};
use crate::passage::{Passage, Role};
use crate::question::{Intent, Question};

/// A document is named by this share of the words of its title or file name.
const NAMED: f32 = 0.5;

/// A smaller share is enough where no other document has all of the words.
const ALONE: f32 = 0.3;

/// A passage with fewer words is no prose; a character of a script without blanks is one.
const PROSE_WORDS: usize = 6;

/// The document that is meant.
enum Meant<'a> {
    One(&'a Document),
    /// Several, and nothing says which.
    Unclear,
    /// None: the question asks for something in a document.
    Other,
}

/// The answer to a message that is to be answered without looking anything up; `None` for every
/// other. `preferred` is the path of the document that it is a reply to.
pub(super) fn answer(
    corpus: &Corpus,
    index: &Index,
    question: &Question,
    preferred: Option<&str>,
) -> Option<Answer> {
    let of = match question.intent() {
        Intent::Ask => return None,
        Intent::SmallTalk => return Some(no_answer(Reason::SmallTalk)),
        Intent::Overview { of } => of,
    };
    let meant = match of {
        Some(name) => named(corpus, index, name),
        None => at_hand(corpus, preferred),
    };
    match meant {
        Meant::One(document) => opening(document),
        Meant::Unclear => Some(no_answer(Reason::SeveralDocuments)),
        Meant::Other => None,
    }
}

/// The document that needs no name.
fn at_hand<'a>(corpus: &'a Corpus, preferred: Option<&str>) -> Meant<'a> {
    let documents = corpus.documents();
    let preferred = documents
        .iter()
        .find(|document| preferred == Some(document.source.document.as_str()));
    match (preferred, documents) {
        (Some(only), _) | (None, [only]) => Meant::One(only),
        _ => Meant::Unclear,
    }
}

/// The document whose title or file name is `name`, or near enough.
fn named<'a>(corpus: &'a Corpus, index: &Index, name: &str) -> Meant<'a> {
    let documents = corpus.documents();
    let mut named: Vec<(f32, &Document)> = documents
        .iter()
        .map(|document| (share_named(document, index, name), document))
        .filter(|(share, _)| *share > 0.0)
        .collect();
    named.sort_by(|(one, _), (other, _)| other.partial_cmp(one).unwrap_or(Ordering::Equal));
    match named.as_slice() {
        [(share, only)] if *share >= ALONE && documents.len() > 1 => Meant::One(only),
        [(share, _), (next, _), ..] if *share >= NAMED && share <= next => Meant::Unclear,
        [(share, best), ..] if *share >= NAMED => Meant::One(best),
        _ => Meant::Other,
    }
}

/// Which share of the words of the document's title or file name `name` has; none where it has
/// other words, too.
fn share_named(document: &Document, index: &Index, name: &str) -> f32 {
    let language = document.language;
    let wanted = words(index, language, name);
    let source = &document.source;
    let path = source.document.as_str();
    let path = path.rsplit_once('.').map_or(path, |(path, _)| path);
    let file = path.rsplit('/').next().unwrap_or(path);
    let mut best = 0.0_f32;
    for full in [source.title.as_str(), file, path] {
        let full = words(index, language, full);
        if wanted.is_empty() || !wanted.is_subset(&full) {
            continue;
        }
        // A date or a version makes a title longer, and nobody says it without need.
        let is_number = |word: &&String| word.chars().all(|c| c.is_ascii_digit());
        let numbers = full.difference(&wanted).filter(is_number).count();
        #[expect(clippy::cast_precision_loss, reason = "few words")]
        let share = wanted.len() as f32 / (full.len() - numbers) as f32;
        best = best.max(share);
    }
    best
}

/// The words of a name as the documents' language has them, without those that name nothing.
fn words(index: &Index, language: Language, name: &str) -> BTreeSet<String> {
    let names = |word: &str| !is_spoken_function_word(&word.to_lowercase());
    index
        .terms(language, name)
        .into_iter()
        .filter(|term| names(&name[term.range.clone()]))
        .map(|term| term.text)
        .collect()
}

/// The first passage that is prose; without any, the first.
fn opening(document: &Document) -> Option<Answer> {
    let prose = document
        .passages
        .iter()
        .find(|passage| is_prose(document, passage));
    let passage = prose.or(document.passages.first())?;
    let quote = Quote::cut(document, passage, Vec::new(), 1.0);
    Some(Answer::quoted(true, 1.0, vec![quote]))
}

/// Whether a passage is running text: no list, no table, no picture, no line of names and dates.
fn is_prose(document: &Document, passage: &Passage) -> bool {
    let text = document.slice(passage);
    let is_listed = passage
        .parts
        .first()
        .is_some_and(|part| part.role == Role::Item);
    let marks = ["|", "```", "~~~", "![", "<", "    "];
    let sentence = text.contains(TERMINALS);
    let unspaced = text.chars().filter(|c| is_unspaced(*c) || is_hangul(*c));
    let words = text.unicode_words().count().max(unspaced.count());
    !is_listed
        && !marks.iter().any(|mark| text.starts_with(mark))
        && sentence
        && words >= PROSE_WORDS
}
