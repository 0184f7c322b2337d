//! The *worker* does, without an end, what a bot does on the disk, and says on standard error what it
//! begins and what is done. What is done is acknowledged: somebody may have read it.

use std::io::Write;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::UNIX_EPOCH;

use verbatim::answer::Verdict;
use verbatim::bot::UPLOADS;
use verbatim::folder_edit::FolderEditor;
use verbatim::journal::{
    AnswerPlace, Change, ChannelSettings, FolderAction, Journal, Mode, PassageKey, Policy,
    Timestamp, Unanswered, Vote,
};
use verbatim::library::Library;
use verbatim::question::Question;

use super::setting;
use crate::support::{Dice, LIMITS};

/// The test that is a worker when [`HOME`] is set.
pub const TEST: &str = "killed::worker::a_worker_that_nobody_kills_ends_well";
pub const HOME: &str = "WORKER_HOME";

pub const POLICY: Policy = Policy {
    asked: true,
    guilds: false,
    days: 30,
};
pub const NOW: Timestamp = Timestamp(1_795_348_800);

/// The articles that are changed; one more is never touched.
pub const NAMES: [&str; 5] = ["a.md", "b.md", "sub.md", "d.txt", "e.md"];

/// The channels that are set and the questions that are asked.
pub const CHANNELS: usize = 4;
pub const QUESTIONS: usize = 7;

pub fn knowledge(home: &Path) -> PathBuf {
    home.join("knowledge")
}

pub fn data(home: &Path) -> PathBuf {
    home.join("data")
}

pub fn editor(home: &Path) -> FolderEditor {
    FolderEditor::new(knowledge(home), data(home).join("trash"), UPLOADS)
}

pub fn journal(home: &Path) -> Journal {
    let (journal, problem) = Journal::open(&data(home), POLICY, NOW);
    assert!(problem.is_none(), "{problem:?}");
    journal
}

/// The text of an article's edition, of some 2 kB up to some 70: whole only with its last line.
pub fn text(name: &str, edition: usize) -> String {
    let paragraph = format!("Edition {edition} of {name} says that the shed is open. ").repeat(50);
    let body = format!("{paragraph}\n\n").repeat(1 + edition * 7919 % 30);
    format!("# {name} {edition}\n\n{body}End of {edition}.\n")
}

/// Hears what a worker says.
type Say<'a> = &'a (dyn Fn(&str) + Sync);

/// The settings of a channel by a number.
pub fn channel_settings(number: usize) -> ChannelSettings {
    let modes = [Mode::Off, Mode::Commands, Mode::Mentions, Mode::Forum];
    ChannelSettings {
        mode: modes[number % 4],
        place: if number % 8 < 4 {
            AnswerPlace::Here
        } else {
            AnswerPlace::Thread
        },
        private: number % 16 < 8,
    }
}

#[test]
fn a_worker_that_nobody_kills_ends_well() {
    if let Some(home) = setting(HOME) {
        // In one piece, so that no kill cuts it.
        return work(Path::new(&home), usize::MAX, &|line| {
            let written = std::io::stderr().write_all(format!("{line}\n").as_bytes());
            written.expect("somebody hears it");
        });
    }
    let home = super::home();
    let ledger = Mutex::new(super::Ledger::begin(home.path()));
    let heard = |line: &str| ledger.lock().expect("no panic").read(line);
    work(home.path(), 20, &heard);
    let mut ledger = ledger.into_inner().expect("no panic");
    ledger.check(home.path(), "the end");
    let changes = journal(home.path()).changes(usize::MAX).expect("changes");
    assert_eq!(changes.len(), 20);
}

/// Does so many edits, with writes of the journal and reloads beside them.
fn work(home: &Path, edits: usize, say: Say) {
    let journal = journal(home);
    let editor = editor(home);
    editor.clear_unfinished();
    let library = Library::open(knowledge(home), LIMITS, None, UNIX_EPOCH, |_| ());
    let library = library.expect("a whole folder");
    let ended = AtomicBool::new(false);
    // Editions go on where the last worker was killed.
    let first = 1 + last_edition(&journal);
    thread::scope(|threads| {
        threads.spawn(|| {
            while !ended.load(Ordering::Relaxed) {
                reload(&library);
            }
        });
        threads.spawn(|| {
            let mut number = first;
            while !ended.load(Ordering::Relaxed) {
                write_journal(&journal, number, say);
                number += 1;
            }
        });
        let mut dice = Dice::of(first as u64);
        for edition in (first..).take(edits) {
            edit(&editor, &journal, edition, &mut dice, say);
        }
        ended.store(true, Ordering::Relaxed);
    });
}

fn last_edition(journal: &Journal) -> usize {
    let changes = journal.changes(1).expect("changes");
    changes.first().map_or(0, |change| {
        usize::try_from(change.member).expect("a number")
    })
}

fn reload(library: &Arc<Library>) {
    let report = library.reload(UNIX_EPOCH).expect("a reload");
    assert!(report.problems.is_empty(), "{:?}", report.problems);
}

/// One change of the folder, as `/knowledge` makes it. The member is the edition, so that the journal
/// tells the last one.
fn edit(editor: &FolderEditor, journal: &Journal, edition: usize, dice: &mut Dice, say: Say) {
    let name = NAMES[dice.below(NAMES.len())];
    let is_there = editor
        .list()
        .expect("a list")
        .iter()
        .any(|file| file.path == name);
    let trash = editor.trash().expect("the trash");
    let trashed = trash.iter().find(|file| file.path == name);
    let kind = dice.below(3);
    let bytes = text(name, edition).into_bytes();
    let (action, removed) = match (is_there, trashed) {
        (true, _) if kind < 2 => {
            say(&format!("begin replace {name} {edition}"));
            let replaced = editor.replace(name, &bytes, edition as u64);
            (
                FolderAction::Replaced,
                Some(replaced.expect("replaced").1.id),
            )
        }
        (true, _) => {
            say(&format!("begin remove {name}"));
            let removed = editor.remove(name, edition as u64);
            (FolderAction::Removed, Some(removed.expect("removed").id))
        }
        (false, Some(trashed)) if kind < 2 => {
            say(&format!("begin restore {name}"));
            editor.restore(&trashed.id).expect("restored");
            (FolderAction::Restored, None)
        }
        (false, _) => {
            say(&format!("begin add {name} {edition}"));
            editor.add(name, &bytes).expect("added");
            (FolderAction::Added, None)
        }
    };
    let change = Change {
        moment: NOW,
        member: edition as u64,
        action,
        path: name.to_owned(),
        trash: removed,
    };
    journal.record_change(&change).expect("a change");
    say(&format!("edited {edition}"));
}

fn write_journal(journal: &Journal, number: usize, say: Say) {
    let channel = number % CHANNELS;
    say(&format!("begin channel {channel} {number}"));
    let settings = channel_settings(number);
    journal
        .set_channel(channel as u64, settings)
        .expect("settings");
    say(&format!("set {channel}"));
    let asked = number % QUESTIONS;
    let question = Question::parse(&format!("Where is boat {asked}?")).expect("a question");
    let unanswered = Unanswered {
        question: &question,
        language: None,
        verdict: Verdict::None,
        meaning: None,
        guild: None,
    };
    journal.record_gap(&unanswered, NOW).expect("a gap");
    say(&format!("asked {asked}"));
    let passage = PassageKey::new("a.md", "text", 1);
    let vote = journal.vote(&passage, None, Some(Vote::Up), NOW);
    vote.expect("a vote");
    say("voted");
}
