//! The *index* finds passages by their terms: BM25 over an inverted index in memory.
//!
//! It stores terms and passage ids, never text. Together with the analyzer it is the only place
//! that names tantivy. A member's text never reaches tantivy's query parser: a query is built from
//! the analyzer's terms, because nested brackets in a question could overflow the parser's stack.

mod likeness;
mod scores;

use std::collections::{BTreeMap, BTreeSet, HashMap};

use tantivy::collector::TopDocs;
use tantivy::collector::sort_key::{SortBySimilarityScore, SortByStaticFastValue};
use tantivy::query::{BooleanQuery, BoostQuery, ConstScoreQuery, Occur, TermQuery};
use tantivy::schema::{FAST, Field, IndexRecordOption, Schema, TextFieldIndexing, TextOptions};
use tantivy::tokenizer::{PreTokenizedString, Token};
use tantivy::{Order, Searcher, TantivyDocument};
use thiserror::Error;

use likeness::is_like;
use scores::Scores;

use crate::analyzer::numbers::{is_among, numbers};
use crate::analyzer::{Analyzer, Term};
use crate::corpus::Corpus;
use crate::language::Language;
use crate::language::normalise::folded;
use crate::passage::PassageId;

/// How much a term in the title or a heading counts beside one in the passage itself.
const PLACE_WEIGHT: f32 = 0.3;

/// The most distinct terms of a question that are looked up; the first ones of a longer question.
const MAX_QUERY_TERMS: usize = 64;

/// The field that holds a passage's id.
const PASSAGE: &str = "passage";

/// The writer's memory, in bytes; tantivy wants at least 15 MB for each of its threads.
const WRITER_BYTES: usize = 64 << 20;

/// The index could not be built; only a defect of the program or a lack of memory can do that.
#[derive(Debug, Error)]
#[error("the index could not be built")]
pub struct IndexError(#[from] tantivy::TantivyError);

/// An inverted index over one corpus.
pub struct Index {
    searcher: Searcher,
    by_language: BTreeMap<Language, LanguageIndex>,
    /// The numbers in each passage and above it, by its id.
    numbers: Vec<BTreeSet<String>>,
}

/// The part of the index that holds the passages of one language.
struct LanguageIndex {
    analyzer: Analyzer,
    body: Field,
    place: Field,
    /// Body and place together, so that a term of the title or a heading counts as one of the
    /// passage.
    all: Field,
    passages: u64,
}

/// A *query* is what the index receives: a question's terms for each language of the corpus.
#[derive(Debug, Clone, PartialEq)]
pub struct Query {
    terms: BTreeMap<Language, Vec<QueryTerm>>,
    asked_in: Option<Language>,
}

/// A term of a query.
#[derive(Debug, Clone, PartialEq)]
pub struct QueryTerm {
    /// As the analyzer gives it.
    pub text: String,
    /// Its inverse document frequency among the passages of the language: at least 0, and highest
    /// for a term that stands nowhere.
    pub weight: f32,
    /// Whether it stands in any passage, title or heading of the language.
    pub known: bool,
}

/// A *hit* is a passage found, with its score.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Hit {
    /// The passage found.
    pub passage: PassageId,
    /// The BM25 score, above 0; comparable within one query only.
    pub score: f32,
}

impl Index {
    /// Indexes every passage of `corpus`, each by the analyzer of its document's language.
    ///
    /// # Errors
    /// When tantivy fails, which needs a defect or a lack of memory.
    pub fn build(corpus: &Corpus) -> Result<Self, IndexError> {
        let mut schema = Schema::builder();
        let passage = schema.add_u64_field(PASSAGE, FAST);
        let mut by_language = BTreeMap::new();
        for document in corpus.documents() {
            let language = document.language;
            let part = by_language
                .entry(language)
                .or_insert_with(|| LanguageIndex {
                    analyzer: Analyzer::new(language),
                    body: schema
                        .add_text_field(&format!("body_{}", language.code()), frequencies()),
                    place: schema
                        .add_text_field(&format!("place_{}", language.code()), frequencies()),
                    all: schema.add_text_field(&format!("all_{}", language.code()), frequencies()),
                    passages: 0,
                });
            part.passages += document.passages.len() as u64;
        }
        let index = tantivy::Index::create_in_ram(schema.build());
        let mut writer = index.writer_with_num_threads(1, WRITER_BYTES)?;
        let mut all_numbers = Vec::new();
        for (id, document, span) in corpus.passages() {
            let part = &by_language[&document.language];
            let mut entry = TantivyDocument::new();
            entry.add_u64(passage, u64::from(id.0));
            let (reading, named) = (document.reading(span), document.place(span));
            all_numbers.push(numbers(&format!("{named}\n{reading}")));
            let body = part.analyzer.terms_to_find(&reading);
            let place = part.analyzer.terms_to_find(&named);
            let all = body.iter().chain(&place).cloned().collect();
            entry.add_pre_tokenized_text(part.body, stream(body));
            entry.add_pre_tokenized_text(part.place, stream(place));
            entry.add_pre_tokenized_text(part.all, stream(all));
            writer.add_document(entry)?;
        }
        writer.commit()?;
        writer.wait_merging_threads()?;
        Ok(Self {
            searcher: index.reader()?.searcher(),
            by_language,
            numbers: all_numbers,
        })
    }

    /// Makes the query of a question: its distinct terms, analysed for each language of the
    /// corpus.
    ///
    /// # Errors
    /// When tantivy fails, which only a defect can cause.
    pub fn query(&self, question: &str) -> Result<Query, IndexError> {
        let mut all = BTreeMap::new();
        let asked_in = self.language_of(question);
        let telling = asked_in.map(|language| Analyzer::new(language).terms(question));
        for (language, part) in &self.by_language {
            let mut seen = BTreeSet::new();
            let mut terms = Vec::new();
            for term in part.analyzer.terms(question) {
                // In another language a word such as `the` may be no stop word but a folded `thé`.
                let foreign = asked_in.is_some_and(|asked_in| asked_in != *language);
                if foreign && !stands_in(telling.as_deref(), &term) {
                    continue;
                }
                if terms.len() < MAX_QUERY_TERMS && seen.insert(term.text.clone()) {
                    terms.push(self.weigh(part, term.text)?);
                }
            }
            all.insert(*language, terms);
        }
        Ok(Query {
            terms: all,
            asked_in,
        })
    }

    /// The passages that hold any term of the query, best first, at most `limit`; equal scores in
    /// the order of the corpus.
    ///
    /// # Errors
    /// When tantivy fails, which only a defect can cause.
    pub fn search(&self, query: &Query, limit: usize) -> Result<Vec<Hit>, IndexError> {
        let mut any: Vec<(Occur, Box<dyn tantivy::query::Query>)> = Vec::new();
        for (language, part) in &self.by_language {
            for term in query.terms(*language) {
                let body = lookup(part.body, &term.text);
                let place = BoostQuery::new(lookup(part.place, &term.text), PLACE_WEIGHT);
                any.push((Occur::Should, body));
                any.push((Occur::Should, Box::new(place)));
            }
        }
        // Equal scores in the order of the corpus: tantivy alone would take the order of its
        // segments, which is not always the same.
        let order = (
            (SortBySimilarityScore, Order::Desc),
            (SortByStaticFastValue::<u64>::for_field(PASSAGE), Order::Asc),
        );
        let collector = TopDocs::with_limit(limit.max(1)).order_by(order);
        let found = self.searcher.search(&BooleanQuery::new(any), &collector)?;
        Ok(found
            .into_iter()
            .take(limit)
            .filter_map(|((score, id), _)| {
                let passage = PassageId(u32::try_from(id?).ok()?);
                Some(Hit { passage, score })
            })
            .collect())
    }

    /// How much of the query stands in each passage or above it, for those that have any of it, each
    /// term counted by its weight: above 0, at most 1.
    ///
    /// # Errors
    /// When tantivy fails, which only a defect can cause.
    pub fn coverage(&self, query: &Query) -> Result<HashMap<PassageId, f32>, IndexError> {
        let mut any: Vec<(Occur, Box<dyn tantivy::query::Query>)> = Vec::new();
        for (language, part) in &self.by_language {
            let whole = query.weight(*language);
            for term in query.terms(*language) {
                let holds = lookup(part.all, &term.text);
                let share = ConstScoreQuery::new(holds, term.weight / whole);
                any.push((Occur::Should, Box::new(share)));
            }
        }
        let shares = self.searcher.search(&BooleanQuery::new(any), &Scores)?;
        Ok(shares
            .into_iter()
            .map(|(passage, share)| (passage, share.min(1.0)))
            .collect())
    }

    /// Whether a number stands in a passage or above it.
    ///
    /// # Panics
    /// When the passage is of another corpus.
    #[must_use]
    pub fn has_number(&self, passage: PassageId, number: &str) -> bool {
        is_among(number, &self.numbers[passage.0 as usize])
    }

    /// Whether a number stands anywhere in the corpus.
    #[must_use]
    pub fn knows_number(&self, number: &str) -> bool {
        self.numbers.iter().any(|numbers| is_among(number, numbers))
    }

    /// Whether a word stands anywhere in the corpus and is no word that every text has.
    #[must_use]
    pub fn knows(&self, word: &str) -> bool {
        self.by_language.values().any(|part| {
            part.analyzer
                .terms(word)
                .into_iter()
                .any(|term| self.weigh(part, term.text).is_ok_and(|term| term.known))
        })
    }

    /// Whether a word, or one much like it, stands anywhere in the corpus: in another form, misspelt, as a
    /// part of a longer one or the other way round, or as the same word of a related language.
    ///
    /// # Errors
    /// When tantivy fails, which only a defect can cause.
    pub fn knows_like(&self, word: &str) -> Result<bool, IndexError> {
        if self.knows(word) || self.knows_number(word) {
            return Ok(true);
        }
        let plain = folded(word);
        for part in self.by_language.values() {
            let mut sought: Vec<String> = Vec::from([plain.clone()]);
            sought.extend(
                part.analyzer
                    .terms_to_find(word)
                    .into_iter()
                    .map(|term| term.text),
            );
            for segment in self.searcher.segment_readers() {
                let index = segment.inverted_index(part.all)?;
                let stream = index.terms().stream();
                let mut terms = stream.map_err(tantivy::TantivyError::from)?;
                while terms.advance() {
                    let term = str::from_utf8(terms.key()).unwrap_or_default();
                    if sought.iter().any(|wanted| is_like(wanted, term)) {
                        return Ok(true);
                    }
                }
            }
        }
        Ok(false)
    }

    /// The terms of a text, analysed as the passages of `language` were.
    #[must_use]
    pub fn terms(&self, language: Language, text: &str) -> Vec<Term> {
        self.by_language
            .get(&language)
            .map_or_else(Vec::new, |part| part.analyzer.terms_to_find(text))
    }

    /// The language a question is asked in, among the corpus's and those with stop words.
    fn language_of(&self, question: &str) -> Option<Language> {
        let corpus = self.by_language.keys().copied();
        let candidates: Vec<Language> = corpus.chain(Language::asked_in()).collect();
        Language::of_question(question, &candidates)
    }

    /// The inverse document frequency as BM25 has it: ln(1 + (N - n + 0.5) / (n + 0.5)).
    fn weigh(&self, at: &LanguageIndex, text: String) -> Result<QueryTerm, IndexError> {
        let frequency = |field| {
            let term = tantivy::Term::from_field_text(field, &text);
            self.searcher.doc_freq(&term)
        };
        let holding = frequency(at.all)?;
        let known = holding > 0;
        let (all, holding) = (as_float(at.passages), as_float(holding));
        let weight = ((all - holding + 0.5) / (holding + 0.5)).ln_1p();
        Ok(QueryTerm {
            text,
            weight,
            known,
        })
    }
}

impl Query {
    /// The terms for passages of `language`, in the order of the question.
    #[must_use]
    pub fn terms(&self, language: Language) -> &[QueryTerm] {
        self.terms.get(&language).map_or(&[], Vec::as_slice)
    }

    /// The language the question is asked in; none where that cannot be told, as of what is no word.
    #[must_use]
    pub fn language(&self) -> Option<Language> {
        self.asked_in
    }

    /// The share of the terms for passages of `language` that stand nowhere among them, each counted
    /// by its weight: 0 to 1.
    #[must_use]
    pub fn unknown(&self, language: Language) -> f32 {
        let unknown = self.terms(language).iter().filter(|term| !term.known);
        // An empty sum is -0.0 and would be printed with its sign.
        let unknown = 0.0 + unknown.map(|term| term.weight).sum::<f32>();
        let whole = self.weight(language);
        if whole > 0.0 { unknown / whole } else { 0.0 }
    }

    /// The sum of the weights of the terms for passages of `language`.
    fn weight(&self, language: Language) -> f32 {
        self.terms(language).iter().map(|term| term.weight).sum()
    }

    /// The terms for all languages of the corpus.
    pub fn all_terms(&self) -> impl Iterator<Item = &QueryTerm> {
        self.terms.values().flatten()
    }
}

/// Whether a term of the same bytes is among `terms`.
fn stands_in(terms: Option<&[Term]>, term: &Term) -> bool {
    terms.is_none_or(|terms| terms.iter().any(|other| other.range == term.range))
}

fn frequencies() -> TextOptions {
    // The analyzer's own terms are handed over, so no tokenizer of tantivy's is ever asked.
    TextOptions::default().set_indexing_options(
        TextFieldIndexing::default().set_index_option(IndexRecordOption::WithFreqs),
    )
}

fn stream(terms: Vec<Term>) -> PreTokenizedString {
    let tokens = terms
        .into_iter()
        .enumerate()
        .map(|(position, term)| Token {
            offset_from: term.range.start,
            offset_to: term.range.end,
            position,
            text: term.text,
            position_length: 1,
        })
        .collect();
    PreTokenizedString {
        text: String::new(),
        tokens,
    }
}

fn lookup(field: Field, text: &str) -> Box<dyn tantivy::query::Query> {
    Box::new(TermQuery::new(
        tantivy::Term::from_field_text(field, text),
        IndexRecordOption::WithFreqs,
    ))
}

#[allow(
    clippy::cast_precision_loss,
    reason = "a corpus holds far fewer than 2^24 passages"
)]
fn as_float(count: u64) -> f32 {
    count as f32
}
