//! Reloading through the door: what is reported, and that a failure changes nothing.

use std::fs;
use std::sync::{Arc, Barrier};
use std::thread;
use std::time::{Duration, UNIX_EPOCH};

use tempfile::TempDir;
use verbatim::library::{Changes, Library, LibraryError};
use verbatim::question::Question;

use crate::support::{LIMITS, folder, write};

const ARTICLE: &str = "# Cats\n\nCats sleep by day.\n\nCats hunt by night.\n";

/// A library that answers by words alone.
fn open(folder: &TempDir) -> Arc<Library> {
    Library::open(folder.path().to_owned(), LIMITS, None, UNIX_EPOCH, |_| ()).expect("a library")
}

fn changes(added: usize, changed: usize, removed: usize) -> Changes {
    Changes {
        added,
        changed,
        removed,
    }
}

#[test]
fn a_reload_reports_what_changed() {
    let check = |path: &str, text: Option<&str>, documents: Changes, passages: Changes| {
        let folder = folder(&[("cats.md", ARTICLE), ("dogs.md", "# Dogs\n\nDogs bark.\n")]);
        let library = open(&folder);
        match text {
            Some(text) => write(folder.path(), path, text),
            None => fs::remove_file(folder.path().join(path)).expect("removed"),
        }
        let report = library.reload(UNIX_EPOCH).expect("a reload");
        assert_eq!(
            (report.documents, report.passages),
            (documents, passages),
            "{path} {text:?}"
        );
        assert_eq!(library.current().generation(), 2);
    };
    let none = changes(0, 0, 0);
    check("cats.md", Some(ARTICLE), none, none);
    check(
        "birds.md",
        Some("# Birds\n\nBirds sing.\n\nBirds fly.\n"),
        changes(1, 0, 0),
        changes(2, 0, 0),
    );
    check("dogs.md", None, changes(0, 0, 1), changes(0, 0, 1));
    check(
        "cats.md",
        Some("# Cats\n\nCats sleep by day.\n"),
        changes(0, 1, 0),
        changes(0, 0, 1),
    );
    check(
        "cats.md",
        Some("# Cats\n\nCats sleep all day.\n\nCats hunt by night.\n"),
        changes(0, 1, 0),
        changes(0, 1, 0),
    );
    check(
        "cats.md",
        Some("# Felines\n\nCats sleep by day.\n\nCats hunt by night.\n"),
        changes(0, 1, 0),
        none,
    );
    check(
        "dogs.md",
        Some("# Dogs\n\nDogs bark.\n\nDogs bark.\n"),
        changes(0, 1, 0),
        changes(1, 0, 0),
    );
    check("notes.pdf", Some("not an article"), none, none);
}

#[test]
fn a_bad_file_is_a_problem_and_the_rest_is_new() {
    let folder = folder(&[("cats.md", ARTICLE)]);
    let library = open(&folder);
    fs::write(folder.path().join("bad.md"), b"# Bad\n\n\xff\xfe\x00").expect("a file");
    write(folder.path(), "dogs.md", "# Dogs\n\nDogs bark.\n");
    let report = library.reload(UNIX_EPOCH).expect("a reload");
    assert_eq!((report.documents_total, report.passages_total), (2, 3));
    let [problem] = report.problems.as_slice() else {
        panic!("{report:#?}");
    };
    assert!(problem.to_string().starts_with("bad.md:3: "), "{problem}");
}

#[test]
fn a_failed_reload_leaves_the_old_edition_answering() {
    let folder = folder(&[("cats.md", ARTICLE)]);
    let library = open(&folder);
    let question = Question::parse("When do cats hunt?").expect("a question");
    let before = library.current().answer(&question, 3).expect("an answer");
    let check = |wrong: &str| {
        let error = library.reload(UNIX_EPOCH).expect_err(wrong);
        assert!(matches!(error, LibraryError::Corpus(_)), "{wrong}");
        let name = folder.path().display().to_string();
        assert!(error.to_string().contains(&name), "{wrong}: {error}");
        assert_eq!(library.current().generation(), 1, "{wrong}");
        let after = library.current().answer(&question, 3).expect("an answer");
        assert_eq!(after, before, "{wrong}");
    };
    fs::write(folder.path().join("cats.md"), "").expect("a file");
    check("the only file is empty");
    fs::remove_file(folder.path().join("cats.md")).expect("removed");
    check("the folder is empty");
    fs::remove_dir(folder.path()).expect("removed");
    check("the folder is gone");
    fs::create_dir(folder.path()).expect("made");
    write(folder.path(), "cats.md", ARTICLE);
    library.reload(UNIX_EPOCH).expect("it is back");
    assert_eq!(library.current().generation(), 2);
}

/// As deployments swap folders: by moving another into the place, or by turning a link round.
#[test]
fn a_folder_that_is_replaced_is_read_anew() {
    let home = tempfile::tempdir().expect("a temporary folder");
    let at = |name: &str| home.path().join(name);
    write(home.path(), "one/cats.md", ARTICLE);
    write(home.path(), "two/cats.md", "# Cats\n\nCats purr.\n");
    let check = |library: &Arc<Library>, passages: usize| {
        let report = library.reload(UNIX_EPOCH).expect("a reload");
        assert_eq!(report.passages_total, passages);
    };
    let open = |folder| Library::open(folder, LIMITS, None, UNIX_EPOCH, |_| ()).expect("a library");
    std::os::unix::fs::symlink("one", at("link")).expect("a link");
    let linked = open(at("link"));
    check(&linked, 2);
    std::os::unix::fs::symlink("two", at("new")).expect("a link");
    fs::rename(at("new"), at("link")).expect("turned round");
    check(&linked, 1);
    let moved = open(at("one"));
    fs::rename(at("one"), at("old")).expect("moved away");
    moved.reload(UNIX_EPOCH).expect_err("there is none");
    fs::rename(at("two"), at("one")).expect("moved there");
    check(&moved, 1);
}

#[test]
fn reloads_at_once_come_one_after_the_other() {
    let folder = folder(&[("cats.md", ARTICLE)]);
    let library = open(&folder);
    let start = Arc::new(Barrier::new(4));
    let reloads: Vec<_> = (0..4)
        .map(|_| {
            let (library, start) = (Arc::clone(&library), Arc::clone(&start));
            thread::spawn(move || {
                start.wait();
                library.reload(UNIX_EPOCH).expect("a reload")
            })
        })
        .collect();
    for reload in reloads {
        assert_eq!(reload.join().expect("no panic").documents, changes(0, 0, 0));
    }
    assert_eq!(library.current().generation(), 5);
}

#[test]
fn a_question_keeps_the_edition_it_began_with() {
    let folder = folder(&[("cats.md", ARTICLE)]);
    let library = open(&folder);
    let began = library.current();
    write(folder.path(), "cats.md", "# Cats\n\nEverything is new.\n");
    library.reload(UNIX_EPOCH).expect("a reload");
    let question = Question::parse("cats hunt").expect("a question");
    let old = began.answer(&question, 3).expect("an answer");
    assert_eq!(old.quotes[0].text, "Cats hunt by night.");
    let new = library.current().answer(&question, 3).expect("an answer");
    assert!(
        new.quotes
            .iter()
            .all(|quote| quote.text != "Cats hunt by night.")
    );
}

#[test]
fn a_library_knows_when_its_edition_was_loaded() {
    let folder = folder(&[("cats.md", ARTICLE)]);
    let library = open(&folder);
    assert_eq!(library.loaded_at(), UNIX_EPOCH);
    let later = UNIX_EPOCH + Duration::from_mins(1);
    library.reload(later).expect("a reload");
    assert_eq!(library.loaded_at(), later);
    fs::remove_file(folder.path().join("cats.md")).expect("removed");
    let latest = later + Duration::from_mins(1);
    library.reload(latest).expect_err("no passage is left");
    assert_eq!(library.loaded_at(), later, "the old snapshot stays");
}
