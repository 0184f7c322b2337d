//! A *set*: labelled questions, and the folder that they are asked of.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, anyhow, bail, ensure};

use crate::cli::LIMITS;
use crate::eval::{Labelled, Labelling, read_qrels};
use crate::library::Snapshot;

/// The file with the questions of a folder.
const QUESTIONS: &str = "questions.jsonl";
/// The folder with its documents.
const KNOWLEDGE: &str = "knowledge";

pub(super) struct Set {
    /// How the folder is called; `None` where a file was named.
    pub(super) name: Option<String>,
    pub(super) qrels: Vec<Labelled>,
    /// As it answers by words.
    pub(super) knowledge: Snapshot,
    questions: PathBuf,
}

/// Reads what was named: files of questions that are asked of `knowledge`, folders with both, or
/// folders of such.
pub(super) fn read(paths: &[PathBuf], knowledge: &Path) -> anyhow::Result<Vec<Set>> {
    let mut folders: Vec<PathBuf> = Vec::new();
    let mut sets = Vec::new();
    for path in paths {
        if path.is_dir() {
            folders.extend(within(path)?);
        } else {
            sets.push(Set::read(None, path, knowledge)?);
        }
    }
    for (folder, name) in folders.iter().zip(names(&folders)?) {
        let (questions, knowledge) = (folder.join(QUESTIONS), folder.join(KNOWLEDGE));
        sets.push(Set::read(Some(name), &questions, &knowledge)?);
    }
    Ok(sets)
}

/// The folder itself if it has questions, else those in it that have, ordered by name.
fn within(folder: &Path) -> anyhow::Result<Vec<PathBuf>> {
    let has_questions = |folder: &Path| folder.join(QUESTIONS).is_file();
    if has_questions(folder) {
        return Ok(vec![folder.to_owned()]);
    }
    let shown = folder.display();
    let mut inside = Vec::new();
    for entry in fs::read_dir(folder).with_context(|| format!("{shown}"))? {
        inside.push(entry.with_context(|| format!("{shown}"))?.path());
    }
    inside.retain(|folder| has_questions(folder));
    inside.sort();
    ensure!(
        !inside.is_empty(),
        "{shown}: neither this folder nor one in it has `{QUESTIONS}`; put it next to `{KNOWLEDGE}`"
    );
    Ok(inside)
}

/// The last part of each path, or all of it where two have that in common.
fn names(folders: &[PathBuf]) -> anyhow::Result<Vec<String>> {
    let whole = || folders.iter().map(|folder| folder.display().to_string());
    let last = |folder: &PathBuf| {
        let name = folder.file_name().unwrap_or(folder.as_os_str());
        Path::new(name).display().to_string()
    };
    let names: Vec<String> = folders.iter().map(last).collect();
    if twice(&names).is_none() {
        return Ok(names);
    }
    let names: Vec<String> = whole().collect();
    match twice(&names) {
        Some(name) => bail!("{name}: the folder is named twice"),
        None => Ok(names),
    }
}

fn twice(names: &[String]) -> Option<&String> {
    let mut numbered = names.iter().enumerate();
    let found = numbered.find(|(number, name)| names[..*number].contains(name));
    found.map(|(_, name)| name)
}

/// The way in which all questions are labelled.
pub(super) fn labelling(sets: &[Set]) -> anyhow::Result<Labelling> {
    let mut found = None;
    for set in sets {
        for labelled in &set.qrels {
            let labelling = labelled.label.labelling();
            ensure!(
                *found.get_or_insert(labelling) == labelling,
                "{}: `relevant` and `answers` give different figures: measure questions with \
                 `relevant` and those with `answers` separately",
                set.line(labelled)
            );
        }
    }
    Ok(found.unwrap_or(Labelling::ByParagraph))
}

impl Set {
    /// Reads it and holds its labels against the folder.
    fn read(name: Option<String>, questions: &Path, knowledge: &Path) -> anyhow::Result<Self> {
        let path = questions.display();
        let text = fs::read_to_string(questions).with_context(|| format!("{path}"))?;
        let set = Self {
            name,
            qrels: read_qrels(&text).map_err(|bad| anyhow!("{path}:{bad}"))?,
            knowledge: Snapshot::build(knowledge, LIMITS, 1)?,
            questions: questions.to_owned(),
        };
        for labelled in &set.qrels {
            let fits = labelled.label.check(set.knowledge.corpus());
            fits.with_context(|| set.line(labelled))?;
        }
        Ok(set)
    }

    /// Where a question stands.
    pub(super) fn line(&self, labelled: &Labelled) -> String {
        format!("{}:{}", self.questions.display(), labelled.line)
    }
}
