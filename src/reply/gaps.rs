//! What an admin reads of the *journal*: questions without a good answer, and what readers said of
//! passages.

use super::list::all_that_fit;
use super::truncate::clip;
use super::{Embed, File, GREY, Locale, Reply, SEPARATOR, escape, formats, limits, messages};
use crate::journal::{Gap, PassageKey, Votes};
use crate::language::Language;
use crate::library::Snapshot;

messages::messages! { words:
    gaps();
    gaps_none();
    gap_settled(question: &str);
    gap_gone();
    votes();
    votes_none();
}

/// The longest question, and the longest title, in a list.
const LISTED: usize = 160;
/// The name of the file that an export is.
const FILE: &str = "questions.csv";

/// The questions with their numbers, most asked first.
#[must_use]
pub fn gaps(gaps: &[Gap], locale: Locale) -> Reply {
    let lines = gaps.iter().map(|gap| {
        let language = gap.language.map_or("", Language::own_name);
        let facts = [
            format!("**{}**", gap.id),
            format!("×{}", gap.count),
            language.to_owned(),
            format!("<t:{}:d>", gap.last.0),
            clip(&gap.question, LISTED, escape::line),
        ];
        let mut facts = Vec::from(facts);
        facts.retain(|fact| !fact.is_empty());
        facts.join(SEPARATOR)
    });
    list(
        words::gaps(locale),
        lines,
        gaps.len(),
        words::gaps_none,
        locale,
    )
}

/// All questions as a table.
#[must_use]
pub fn gaps_file(table: Vec<u8>, locale: Locale) -> Reply {
    Reply {
        content: words::gaps(locale),
        files: vec![File {
            name: FILE.to_owned(),
            bytes: table,
        }],
        ..Reply::default()
    }
}

/// That a question is off the list.
#[must_use]
pub fn gap_settled(question: &str, locale: Locale) -> Reply {
    let question = clip(question, limits::CONTENT / 2, escape::line);
    Reply::text(words::gap_settled(locale, &question))
}

/// What readers said of passages, those that helped least first.
#[must_use]
pub fn votes(votes: &[Votes], snapshot: &Snapshot, locale: Locale) -> Reply {
    let lines = votes.iter().map(|votes| {
        let passage = &votes.passage;
        let said = format!("👍 {} 👎 {}", votes.up, votes.down);
        let place = formats::paragraph(locale, passage.paragraph);
        let title = title(passage, snapshot);
        let title = clip(&title, LISTED, escape::line);
        [said, place, title].join(SEPARATOR)
    });
    list(
        words::votes(locale),
        lines,
        votes.len(),
        words::votes_none,
        locale,
    )
}

/// The title of a passage's document, or its path where this snapshot has none such.
fn title(passage: &PassageKey, snapshot: &Snapshot) -> String {
    let mut documents = snapshot.corpus().documents().iter();
    let document = documents.find(|document| document.source.document == passage.document);
    document
        .map_or(&passage.document, |document| &document.source.title)
        .clone()
}

fn list(
    title: String,
    lines: impl Iterator<Item = String>,
    all: usize,
    none: fn(Locale) -> String,
    locale: Locale,
) -> Reply {
    let lines = all_that_fit(lines, all, locale);
    Reply::embed(Embed {
        title,
        description: Some(lines)
            .filter(|lines| !lines.is_empty())
            .unwrap_or_else(|| none(locale)),
        colour: GREY,
        ..Embed::default()
    })
}

/// That there is no question of this number in the journal.
#[must_use]
pub fn gap_gone(locale: Locale) -> Reply {
    Reply::aside(words::gap_gone(locale))
}
