//! The *ledger* is what workers have acknowledged, beside what they had only begun.

use std::collections::BTreeMap;
use std::fmt;
use std::fs;
use std::path::Path;

use verbatim::corpus;
use verbatim::journal::ChannelSettings;

use super::worker::{
    CHANNELS, QUESTIONS, channel_settings, data, editor, journal, knowledge, text,
};
use crate::support::{LIMITS, write};

/// The article that nobody changes.
const STAYS: &str = "stays.md";

/// The newest of what was trashed that has to be there; the trash is bounded.
const IN_TRASH: usize = 100;

#[derive(Default)]
pub struct Ledger {
    /// The edition of each article as it is when all that was begun is done, with what it was before.
    articles: BTreeMap<String, Article>,
    /// Editions that were replaced or removed, in order.
    trashed: Vec<(String, usize)>,
    /// The edit that is begun, if it is not acknowledged.
    edit: Option<String>,
    edits: usize,
    /// The settings of each channel as the last acknowledgement has them, and those begun since.
    channels: [Vec<ChannelSettings>; CHANNELS],
    asked: [u32; QUESTIONS],
    votes: u32,
}

/// An article's edition, none where it is not there.
type Article = Option<usize>;

impl Ledger {
    /// An empty one, and its folders.
    pub fn begin(home: &Path) -> Self {
        write(&knowledge(home), STAYS, "# Stays\n\nThis one stays.\n");
        Self {
            channels: [(); CHANNELS].map(|()| vec![ChannelSettings::default()]),
            ..Self::default()
        }
    }

    /// Takes in a line that a worker has said.
    pub fn read(&mut self, line: &str) {
        let words: Vec<&str> = line.split(' ').collect();
        let number = |word: &str| word.parse::<usize>().expect("a number");
        match words.as_slice() {
            ["begin", "channel", channel, settings] => {
                let channel = &mut self.channels[number(channel)];
                channel.push(channel_settings(number(settings)));
            }
            ["begin", ..] => self.edit = Some(line.to_owned()),
            ["edited", _] => {
                let edit = self.edit.take().expect("it was begun");
                self.apply(&edit);
                self.edits += 1;
            }
            ["set", channel] => {
                // All but the last are past.
                let channel = &mut self.channels[number(channel)];
                channel.drain(..channel.len() - 1);
            }
            ["asked", question] => self.asked[number(question)] += 1,
            ["voted"] => self.votes += 1,
            _ => panic!("a worker said: {line}"),
        }
    }

    fn apply(&mut self, edit: &str) {
        let words: Vec<&str> = edit.split(' ').collect();
        let name = words[2].to_owned();
        let before = self.articles.get(&name).copied().flatten();
        let after = match words[1] {
            "replace" | "add" => Some(words[3].parse().expect("an edition")),
            "remove" => None,
            _ => self.take_from_trash(&name),
        };
        if words[1] == "replace" || words[1] == "remove" {
            let edition = before.expect("it was there");
            self.trashed.push((name.clone(), edition));
        }
        self.articles.insert(name, after);
    }

    fn take_from_trash(&mut self, name: &str) -> Article {
        let newest = self.trashed.iter().rposition(|(it, _)| it == name);
        newest.map(|at| self.trashed.remove(at).1)
    }

    /// Checks what is there after a kill. What was begun may be done; from now on it counts as what it
    /// is.
    pub fn check(&mut self, home: &Path, case: &str) {
        let found = Self::check_articles(home, case);
        if let Some(edit) = self.edit.take() {
            let before = self.articles.clone();
            let trashed = self.trashed.clone();
            self.apply(&edit);
            if self.expected() != found {
                (self.articles, self.trashed) = (before, trashed);
            }
        }
        assert_eq!(found, self.expected(), "{case}");
        self.check_trash(home, case);
        self.check_journal(home, case);
    }

    fn expected(&self) -> BTreeMap<String, usize> {
        let there = self.articles.iter();
        there
            .filter_map(|(name, edition)| Some((name.clone(), (*edition)?)))
            .collect()
    }

    /// The editions in the folder, each of which is whole.
    fn check_articles(home: &Path, case: &str) -> BTreeMap<String, usize> {
        let loaded = corpus::load(&knowledge(home), LIMITS).expect(case);
        assert!(loaded.problems.is_empty(), "{case}: {:?}", loaded.problems);
        let paths = corpus::files(&knowledge(home)).expect(case);
        let articles = paths.into_iter().filter(|(name, _)| name != STAYS);
        articles
            .map(|(name, file)| {
                let edition = whole(&name, &fs::read(file).expect("a file"));
                let edition = edition.unwrap_or_else(|| panic!("{case}: half of {name}"));
                (name, edition)
            })
            .collect()
    }

    /// What was trashed is in the trash. An edit that was broken off may have left a copy more there,
    /// which counts as trashed from now on.
    fn check_trash(&mut self, home: &Path, case: &str) {
        let editor = editor(home);
        let entries = editor.trash().expect(case);
        let mut kept: Vec<(String, usize)> = Vec::new();
        for entry in entries.iter().rev() {
            let file = data(home).join("trash").join(&entry.id).join(&entry.path);
            let edition = whole(&entry.path, &fs::read(file).expect("a file"));
            kept.push((entry.path.clone(), edition.expect("a whole file")));
        }
        for trashed in self.trashed.iter().rev().take(IN_TRASH) {
            assert!(kept.contains(trashed), "{case}: {trashed:?} is lost");
        }
        self.trashed = kept;
    }

    fn check_journal(&mut self, home: &Path, case: &str) {
        let journal = journal(home);
        let changes = journal.changes(usize::MAX).expect(case).len();
        assert!(
            (self.edits..=self.edits + 1).contains(&changes),
            "{case}: {changes} of {} changes",
            self.edits
        );
        self.edits = changes;
        for (channel, possible) in (0..).zip(&mut self.channels) {
            let found = journal.channel(channel);
            assert!(possible.contains(&found), "{case}: {found:?} {possible:?}");
            *possible = vec![found];
        }
        let mut asked = [0; QUESTIONS];
        for gap in journal.gaps(usize::MAX).expect(case) {
            let digit = gap.question.find(|c: char| c.is_ascii_digit());
            let number = &gap.question[digit.expect("a number")..][..1];
            asked[number.parse::<usize>().expect("a number")] = gap.count;
        }
        for (asked, acknowledged) in asked.iter().zip(self.asked) {
            let possible = acknowledged..=acknowledged + 1;
            assert!(possible.contains(asked), "{case}: {asked:?} {acknowledged}");
        }
        self.asked = asked;
        let votes = journal.votes(1).expect(case);
        let votes = votes.first().map_or(0, |votes| votes.up);
        assert!((self.votes..=self.votes + 1).contains(&votes), "{case}");
        self.votes = votes;
    }

    /// That nothing is left over of what was begun, once it is cleared away.
    pub fn check_left_over(home: &Path) {
        editor(home).clear_unfinished();
        let mut folders = vec![home.to_owned()];
        while let Some(folder) = folders.pop() {
            let entries: Vec<_> = fs::read_dir(&folder).expect("a folder").collect();
            assert!(
                !entries.is_empty() || folder.ends_with("trash"),
                "{}",
                folder.display()
            );
            for entry in entries {
                let path = entry.expect("an entry").path();
                let name = path.file_name().expect("a name").to_string_lossy();
                assert!(!name.starts_with('.'), "{}", path.display());
                if path.is_dir() {
                    folders.push(path);
                }
            }
        }
    }
}

/// The edition that a file holds, where it holds all of it.
fn whole(name: &str, bytes: &[u8]) -> Option<usize> {
    let written = std::str::from_utf8(bytes).ok()?;
    let edition = written.lines().next()?.rsplit(' ').next()?.parse().ok()?;
    (written == text(name, edition)).then_some(edition)
}

impl fmt::Display for Ledger {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let asked: u32 = self.asked.iter().sum();
        write!(
            f,
            "edits {}, questions {asked}, votes {}; articles {}, in the trash {}",
            self.edits,
            self.votes,
            self.expected().len(),
            self.trashed.len()
        )
    }
}
