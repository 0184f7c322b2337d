//! What is deleted is gone, and nothing else is.

use std::fs;
use std::os::unix::fs::MetadataExt;

use super::file::{COMMANDS, check_works, filled, folder, holds};
use super::{NOON, POLICY, ask, days_later, list, open};

#[test]
fn what_is_deleted_leaves_no_byte() {
    // A purge, with the file open as a running bot has it.
    let folder = filled();
    fs::write(folder.path().join("journal.db.damaged"), "unmistakable").expect("a file");
    let running = open(folder.path(), POLICY, NOON);
    ask(&running, "unmistakable too", None, NOON);
    assert!(holds(folder.path(), "unmistakable question 17"));
    let purged = open(folder.path(), POLICY, NOON).purge().expect("purged");
    assert_eq!((purged.gaps, purged.votes, purged.damaged), (201, 1, 1));
    assert!(!holds(folder.path(), "unmistakable"));
    assert!(list(&running).is_empty());
    check_works(&running);
    assert_eq!(running.channel(5), COMMANDS);
    // Age.
    let folder = filled();
    drop(open(folder.path(), POLICY, days_later(31)));
    assert!(!holds(folder.path(), "unmistakable"));
    // Settling one.
    let folder = filled();
    let journal = open(folder.path(), POLICY, NOON);
    let gaps = journal.gaps(usize::MAX).expect("gaps");
    let gap = gaps.iter().find(|gap| gap.question.ends_with(" 42"));
    let settled = journal.settle(gap.expect("asked").id);
    assert!(settled.expect("settled").is_some());
    assert!(!holds(folder.path(), "unmistakable question 42"));
    assert!(!holds(folder.path(), "unmistakablequestion42"));
    assert!(holds(folder.path(), "unmistakable question 43"));
}

#[test]
fn a_damaged_file_is_kept_as_long_as_what_is_in_it() {
    let folder = folder();
    let in_folder = |name: &str| folder.path().join(name);
    let aside = in_folder("journal.db.damaged");
    let own = [
        "journal.db.damaged",
        "journal.db.damaged.2",
        "journal.db.damaged.10-wal",
    ];
    let foreign = [
        "journal.db.damaged-my-notes.txt",
        "journal.db.damaged.1",
        "journal.db.damaged.02",
        "journal.db.damaged.2.md",
        "journal.db.damagedx",
        "other.db.damaged",
    ];
    for name in own.iter().chain(&foreign) {
        fs::write(in_folder(name), "damaged").expect("a file");
    }
    // A folder that stood in the journal's place.
    fs::create_dir(in_folder("journal.db.damaged.3")).expect("a folder");
    let moved = fs::metadata(&aside).expect("metadata").ctime();
    let after = |days: i64| verbatim::journal::Timestamp(moved + days * 86_400 + 1);
    drop(open(folder.path(), POLICY, after(29)));
    assert!(aside.exists());
    drop(open(folder.path(), POLICY, after(30)));
    for name in own {
        assert!(!in_folder(name).exists(), "{name}");
    }
    for name in foreign.iter().chain(&["journal.db.damaged.3"]) {
        assert!(in_folder(name).exists(), "{name}");
    }
}
