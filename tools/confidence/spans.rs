//! Measures how often the words of a sentence that are told to answer by themselves do.
//!
//! `cargo run --release --features tools --example spans PASSAGES QUESTIONS`, files with one JSON object a line: `id`, `lang`
//! and `text` of passages; `lang`, `question`, `passage` (an id) and `answer` (where it begins in the text, in
//! characters, and its words) of questions. The sentence is the one that holds the answer.

use std::collections::{BTreeMap, HashMap};
use std::error::Error;
use std::fs::File;
use std::io::{BufRead, BufReader};

use serde::Deserialize;
use serde::de::DeserializeOwned;
use verbatim::corpus::sentences::sentences;
use verbatim::language::Language;
use verbatim::ranking::span::{self, Wanted};

#[derive(Deserialize)]
struct Passage {
    id: u32,
    lang: String,
    text: String,
}

#[derive(Deserialize)]
struct Labelled {
    lang: String,
    question: String,
    passage: Option<u32>,
    answer: Option<(usize, String)>,
}

/// Questions of one kind in one language.
#[derive(Default)]
struct Share {
    asked: u32,
    shown: u32,
    right: u32,
}

fn main() -> Result<(), Box<dyn Error>> {
    let mut files = std::env::args().skip(1);
    let mut file = || files.next().ok_or("two files are wanted");
    let passages: Vec<Passage> = read(&file()?)?;
    let questions: Vec<Labelled> = read(&file()?)?;
    let passages: HashMap<u32, Passage> = passages
        .into_iter()
        .map(|passage| (passage.id, passage))
        .collect();
    let mut shares: BTreeMap<(String, String), Share> = BTreeMap::new();
    for labelled in &questions {
        let Some(wanted) = Wanted::of(&labelled.question) else {
            continue;
        };
        let passage = labelled.passage.and_then(|id| passages.get(&id));
        let (Some(passage), Some((start, words))) = (passage, &labelled.answer) else {
            continue;
        };
        let Some(found) = found(labelled, passage, *start, words) else {
            continue;
        };
        for group in [labelled.lang.as_str(), "all"] {
            let share = shares.entry((format!("{wanted:?}"), group.to_owned()));
            let share = share.or_default();
            share.asked += 1;
            share.shown += u32::from(found != Told::Nothing);
            share.right += u32::from(found == Told::Right);
        }
    }
    println!("kind      language asked shown right    %");
    for ((kind, language), share) in &shares {
        let Share {
            asked,
            shown,
            right,
        } = share;
        let percent = 100.0 * f64::from(*right) / f64::from((*shown).max(1));
        println!("{kind:<9} {language:<8} {asked:>5} {shown:>5} {right:>5} {percent:>4.0}");
    }
    Ok(())
}

/// What is told in a sentence.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Told {
    Nothing,
    Wrong,
    Right,
}

/// Whether the words told in the sentence with the answer overlap it; `None` without such a sentence.
fn found(labelled: &Labelled, passage: &Passage, start: usize, words: &str) -> Option<Told> {
    let text = passage.text.as_str();
    let start = text.char_indices().nth(start)?.0;
    let end = start + words.len();
    let language = Language::from_tag(&passage.lang).unwrap_or(Language::UNKNOWN);
    let mut sentences = sentences(text, language).into_iter();
    let sentence = sentences.find(|sentence| sentence.contains(&start))?;
    let told = span::answer(&labelled.question, &text[sentence.clone()], language);
    Some(told.map_or(Told::Nothing, |(_, span)| {
        if sentence.start + span.start < end && start < sentence.start + span.end {
            Told::Right
        } else {
            Told::Wrong
        }
    }))
}

fn read<T: DeserializeOwned>(path: &str) -> Result<Vec<T>, Box<dyn Error>> {
    let lines = BufReader::new(File::open(path)?).lines();
    lines
        .map(|line| Ok(serde_json::from_str(&line?)?))
        .collect()
}
