//! The program and its folders: a second one beside it, what a killed one leaves, a disk without room.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use rustix::process::Signal;
use serde_json::Value;

use super::process::{Running, ask_it};
use super::stage::{embeds, read};
use crate::fake_discord::{FakeDiscord, events};
use crate::support::{Program, not_checked, said, write};

#[tokio::test]
async fn a_second_bot_on_the_same_data_ends_with_exit_2() {
    let data = tempfile::tempdir().expect("a folder");
    let data = data.path().to_str().expect("UTF-8");
    let settings = [("DATA_DIR", data)];
    let fake = FakeDiscord::start().await;
    let first = Running::start(&fake, &settings);
    fake.connected().await;
    let other = FakeDiscord::start().await;
    let (code, log) = Running::start(&other, &settings).end().await;
    assert_eq!(code, 2, "{log}");
    let told = format!("error: another verbatim is using DATA_DIR `{data}`; stop it,");
    assert!(log.starts_with(&told), "{log}");
    assert!(other.requests().is_empty(), "it has not connected");
    // What only looks at the folders may do so.
    let program = Program::new();
    for args in [&["check"][..], &["journal", "export"], &["ask", "Who?"]] {
        let said = said(program.command(args).env("DATA_DIR", data));
        assert!(said.code < 2, "{args:?}: {}", said.err);
    }
    // One that is killed leaves its file, which is in nobody's way.
    first.signal(Signal::KILL);
    first.killed().await;
    let third = Running::start(&other, &settings);
    other.connected().await;
    third.signal(Signal::TERM);
    let (code, log) = third.end().await;
    assert_eq!(code, 0, "{log}");
}

#[tokio::test]
async fn what_a_killed_process_had_begun_is_removed() {
    let begun = [
        "data/.verbatim-1.tmp",
        "data/trash/7-1/sub/.verbatim-2.tmp",
        "articles/.verbatim-3.tmp",
        "articles/sub/.verbatim-4.tmp",
    ];
    let kept = [
        "data/.verbatim-1.tmp.md",
        "data/trash/8-1/cats.md",
        "articles/.git/.verbatim-5.tmp",
        "articles/.verbatim-notes",
    ];
    for (edit, removed) in [("on", 4), ("off", 2)] {
        let home = tempfile::tempdir().expect("a folder");
        for path in begun.iter().chain(&kept).chain(&["articles/cats.md"]) {
            write(home.path(), path, "# Cats\n\nCats hunt by night.\n");
        }
        let at = |name: &str| home.path().join(name).to_str().expect("UTF-8").to_owned();
        let (data, articles) = (at("data"), at("articles"));
        let settings = [
            ("DATA_DIR", data.as_str()),
            ("KNOWLEDGE_DIR", &articles),
            ("KNOWLEDGE_EDIT", edit),
        ];
        let fake = FakeDiscord::start().await;
        let running = Running::start(&fake, &settings);
        fake.connected().await;
        running.signal(Signal::TERM);
        let (code, log) = running.end().await;
        assert_eq!(code, 0, "{log}");
        let left = begun.iter().filter(|path| home.path().join(path).exists());
        assert_eq!(left.count(), begun.len() - removed, "KNOWLEDGE_EDIT={edit}");
        let unfinished = home.path().join("data/trash/7-1");
        assert_eq!(unfinished.exists(), edit == "off", "an entry of nothing");
        for path in kept {
            assert!(home.path().join(path).exists(), "{path}");
        }
    }
}

/// The program with all its folders on a disk of its own, which nobody else sees; `None`, said aloud,
/// where this user may make no such disk. `then` is what the shell does before.
async fn on_a_small_disk(fake: &FakeDiscord, then: &str) -> Option<(Running, PathBuf)> {
    let make = "mkdir disk && mount -t tmpfs -o size=600k tmpfs disk && cp -r articles disk/";
    let script = format!(
        "{make} && echo '# Dogs' > disk/articles/dogs.md && echo 'Dogs bark.' >> disk/articles/dogs.md \
         && {then} exec {}",
        env!("CARGO_BIN_EXE_verbatim")
    );
    let mut probe = Command::new("unshare");
    probe.args(["-rm", "mount", "-t", "tmpfs", "tmpfs", "/mnt"]);
    if !probe.output().is_ok_and(|probed| probed.status.success()) {
        not_checked("this user may mount nothing, so no disk is full");
        return None;
    }
    let mut command = Command::new("unshare");
    command.args(["-rm", "sh", "-c", &script]);
    let settings = [
        ("DATA_DIR", "disk/data"),
        ("KNOWLEDGE_DIR", "disk/articles"),
        ("KNOWLEDGE_EDIT", "on"),
        ("COOLDOWN", "off"),
        ("PATH", "/usr/sbin:/usr/bin:/sbin:/bin"),
    ];
    let running = Running::by(command, fake, &settings);
    fake.connected().await;
    // Where the program's own view of the disk is to be seen from outside.
    let pid = running.pid().as_raw_nonzero();
    let root = PathBuf::from(format!("/proc/{pid}/root"));
    let disk = running.folder().join("disk");
    let disk = root.join(disk.strip_prefix("/").expect("an absolute path"));
    Some((running, disk))
}

async fn remove_cats(fake: &FakeDiscord) -> String {
    let command = events::slash("knowledge").option("article", "cats.md");
    let command = command.subcommand("remove").user(events::OWNER).build();
    fake.dispatch("INTERACTION_CREATE", &command);
    fake.answer_to(&command).await.body.to_string()
}

async fn check_answers(fake: &FakeDiscord) {
    let answer: Value = ask_it(fake, "When do cats hunt?").await;
    assert_eq!(read(&embeds(&answer)[0]), "Cats hunt by night.");
    // One that goes into the journal.
    let none = ask_it(fake, "What do zebras eat?").await;
    assert!(none.to_string().contains("None of the words"), "{none}");
}

fn fill(disk: &Path) {
    // It stops where there is no room left.
    let full = fs::write(disk.join("fill"), vec![0; 1 << 20]);
    assert!(full.is_err(), "there is room");
}

#[tokio::test]
async fn a_disk_that_fills_up_loses_nothing_and_stops_no_answer() {
    let fake = FakeDiscord::start().await;
    let Some((running, disk)) = on_a_small_disk(&fake, "").await else {
        return;
    };
    check_answers(&fake).await;
    fill(&disk);
    check_answers(&fake).await;
    let refused = remove_cats(&fake).await;
    assert!(refused.contains("The disk that holds"), "{refused}");
    check_answers(&fake).await;
    let trash = fs::read_dir(disk.join("data/trash"));
    assert_eq!(trash.map_or(0, Iterator::count), 0, "nothing is half kept");
    fs::remove_file(disk.join("fill")).expect("room");
    let removed = remove_cats(&fake).await;
    assert!(removed.contains("is in the trash"), "{removed}");
    assert!(!disk.join("articles/cats.md").exists());
    running.signal(Signal::TERM);
    let (code, log) = running.end().await;
    assert_eq!(code, 0, "{log}");
}

#[tokio::test]
async fn on_a_full_or_read_only_disk_it_starts_and_answers() {
    let full = "(head -c 1000000 /dev/zero > disk/fill 2> /dev/null || true) &&";
    let read_only = "mkdir disk/data && mount -o remount,ro disk &&";
    for (then, expected) in [
        (full, "The disk that holds"),
        (read_only, "I can’t write to"),
    ] {
        let fake = FakeDiscord::start().await;
        let Some((running, disk)) = on_a_small_disk(&fake, then).await else {
            return;
        };
        check_answers(&fake).await;
        let refused = remove_cats(&fake).await;
        assert!(refused.contains(expected), "{refused}");
        assert!(disk.join("articles/cats.md").exists());
        running.signal(Signal::TERM);
        let (code, log) = running.end().await;
        assert_eq!(code, 0, "{log}");
        let told = "; the journal is kept in memory until the program exits";
        assert!(log.contains(told), "{log}");
    }
}
