//! A process that changes the folder, writes the journal and reloads is killed at any moment, again and
//! again in the same folders: what it has acknowledged is there, and nothing is half done.
//!
//! `KILLS=200 cargo test --locked --test it -- killed` is the long run; without `KILLS` there are few.

mod ledger;
mod worker;

use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Command, Stdio};

use ledger::Ledger;
use tempfile::TempDir;

use crate::support::{Child, Dice};

/// As many kills as every run of the tests has.
const FEW: usize = 12;

/// A process is killed within so many edits, and so many lines behind the last of them.
const MOST: [usize; 2] = [5, 40];

#[test]
fn what_is_acknowledged_outlives_a_kill_at_any_moment() {
    let kills = setting("KILLS").map_or(FEW, |kills| kills.parse().expect("a number"));
    let home = home();
    let mut ledger = Ledger::begin(home.path());
    let mut dice = Dice::of(20);
    for kill in 0..kills {
        let said = said_until_killed(home.path(), &mut dice);
        for line in &said {
            assert!(!line.is_empty(), "a worker panicked: {said:#?}");
            ledger.read(line);
        }
        ledger.check(home.path(), &format!("kill {kill}"));
    }
    eprintln!("{kills} kills: {ledger}");
    Ledger::check_left_over(home.path());
}

/// What a worker says before it is killed, and what of it was still in the pipe then.
fn said_until_killed(home: &Path, dice: &mut Dice) -> Vec<String> {
    let program = std::env::current_exe().expect("this program");
    let child = Command::new(program)
        .args(["--exact", worker::TEST, "--nocapture"])
        .env(worker::HOME, home)
        .stdout(Stdio::null())
        .stderr(Stdio::piped())
        .spawn()
        .expect("a worker");
    let mut child = Child::of(child);
    let output = child.stderr.take().expect("a pipe");
    let mut lines = BufReader::new(output)
        .lines()
        .map(|line| line.expect("a line"));
    let [mut edits, more] = MOST.map(|most| dice.below(most));
    let mut said: Vec<String> = Vec::new();
    while edits > 0 {
        said.push(lines.next().expect("it goes on"));
        edits -= usize::from(said.last().is_some_and(|line| line.starts_with("edited")));
    }
    said.extend(lines.by_ref().take(more));
    // The next moment need not be that of a line.
    for turn in 0..dice.below(2_000_000) {
        std::hint::black_box(turn);
    }
    child.kill().expect("it is running");
    said.extend(lines);
    // Its locks are gone when it is.
    child.wait().expect("an end");
    said
}

/// A folder of its own, in memory where there is such a place: a kill takes nothing that the system has,
/// and a disk that others keep busy would take most of the time.
fn home() -> TempDir {
    let home = tempfile::tempdir_in("/dev/shm").or_else(|_| tempfile::tempdir());
    home.expect("a temporary folder")
}

/// A setting of the test run.
fn setting(name: &str) -> Option<String> {
    #[allow(
        clippy::disallowed_methods,
        reason = "a test has no command line of its own"
    )]
    std::env::var(name).ok()
}
