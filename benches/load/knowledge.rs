//! What the bot answers from, and what it is asked.

use std::cell::RefCell;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use fastrand::Rng;
use tempfile::TempDir;

use crate::Outcome;

const DOCUMENTS: usize = 95;
const PARAGRAPHS: usize = 12;
const SENTENCES: usize = 4;

/// A folder of documents, and questions about them.
pub struct Knowledge {
    pub folder: PathBuf,
    pub documents: usize,
    questions: Vec<String>,
    words: Vec<String>,
    chance: RefCell<Rng>,
    _made: Option<TempDir>,
}

impl Knowledge {
    /// The folder that ships with the program.
    pub fn shipped() -> Outcome<Self> {
        let folder = root().join("knowledge");
        Ok(Self {
            documents: fs::read_dir(&folder)?.count(),
            folder,
            questions: questions()?,
            words: words()?,
            chance: RefCell::new(Rng::with_seed(7)),
            _made: None,
        })
    }

    /// A folder of documents that are made of the words of the shipped one, as frequent as there.
    pub fn generated() -> Outcome<Self> {
        let made = tempfile::tempdir()?;
        let mut chance = Rng::with_seed(11);
        let words = words()?;
        let mut sentence = |length: usize| {
            let words: Vec<&str> = (0..length)
                .filter_map(|_| chance.choice(&words).map(String::as_str))
                .collect();
            words.join(" ")
        };
        for number in 0..DOCUMENTS {
            let mut text = format!("# {} {number}\n", sentence(3));
            for _ in 0..PARAGRAPHS {
                let sentences: Vec<String> = (0..SENTENCES).map(|_| sentence(14)).collect();
                let _ = writeln!(text, "\n{}.", sentences.join(". "));
            }
            fs::write(made.path().join(format!("{number:02}.md")), text)?;
        }
        Ok(Self {
            folder: made.path().to_owned(),
            documents: DOCUMENTS,
            questions: questions()?,
            words,
            chance: RefCell::new(chance),
            _made: Some(made),
        })
    }

    /// A question that was hardly asked before.
    pub fn question(&self) -> String {
        let mut chance = self.chance.borrow_mut();
        let mut word = || chance.choice(&self.words).map_or("", String::as_str);
        let (first, second) = (word(), word());
        let question = chance.choice(&self.questions).map_or("", String::as_str);
        format!("{first} {second} : {question}")
    }
}

/// The questions of the evaluation set.
fn questions() -> Outcome<Vec<String>> {
    let lines = fs::read_to_string(root().join("eval/questions.jsonl"))?;
    let questions = lines.lines().map(|line| {
        let line: serde_json::Value = serde_json::from_str(line)?;
        Ok(line["question"].as_str().ok_or("no question")?.to_owned())
    });
    questions.collect()
}

/// The words of the shipped folder, each as often as it is there.
fn words() -> Outcome<Vec<String>> {
    let mut words = Vec::new();
    for file in fs::read_dir(root().join("knowledge"))? {
        let text = fs::read_to_string(file?.path())?;
        let letters = text.split(|c: char| !c.is_alphabetic());
        words.extend(letters.filter(|word| word.len() > 2).map(str::to_owned));
    }
    Ok(words)
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}
