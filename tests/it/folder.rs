//! What is read of a folder, and what is said about the rest.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;

use tempfile::TempDir;
use verbatim::corpus::{CorpusError, Limits, Loaded, Problem, load};
use verbatim::passage::PassageId;

use crate::support::not_checked;

const LIMITS: Limits = Limits {
    file_bytes: 1_000,
    files: 10,
};

/// A folder with these files in it.
fn folder(files: &[(&str, &[u8])]) -> TempDir {
    let folder = tempfile::tempdir().expect("a temporary folder");
    for (path, bytes) in files {
        let path = folder.path().join(path);
        fs::create_dir_all(path.parent().expect("a parent")).expect("a subfolder");
        fs::write(path, bytes).expect("a file");
    }
    folder
}

fn load_all(folder: &Path) -> Loaded {
    load(folder, LIMITS).expect("a corpus")
}

fn paths(loaded: &Loaded) -> Vec<&str> {
    loaded
        .corpus
        .documents()
        .iter()
        .map(|document| document.source.document.as_str())
        .collect()
}

/// Checks that each problem starts as expected.
fn check_problems(loaded: &Loaded, expected: &[&str]) {
    let found: Vec<String> = loaded.problems.iter().map(ToString::to_string).collect();
    assert_eq!(found.len(), expected.len(), "{found:?}");
    for (found, expected) in found.iter().zip(expected) {
        assert!(found.starts_with(expected), "{found} instead of {expected}");
    }
}

#[test]
fn articles_are_read_in_the_order_of_their_paths() {
    let folder = folder(&[
        ("b.md", b"# B\n\nText b."),
        ("a.txt", b"Title A\n\nText a."),
        ("sub/deep/c.MARKDOWN", b"Text c, one.\n\nText c, two."),
        (".hidden.md", b"\xff"),
        (".git/d.md", b"\xff"),
        ("image.png", b"\xff"),
        ("README", b"Text."),
    ]);
    let loaded = load_all(folder.path());
    assert_eq!(paths(&loaded), ["a.txt", "b.md", "sub/deep/c.MARKDOWN"]);
    check_problems(&loaded, &[]);
    let texts: Vec<&str> = loaded
        .corpus
        .passages()
        .map(|(id, document, passage)| {
            let (same_document, same_passage) = loaded.corpus.passage(id);
            assert_eq!((same_document, same_passage), (document, passage));
            document.slice(passage)
        })
        .collect();
    assert_eq!(
        texts,
        ["Text a.", "Text b.", "Text c, one.", "Text c, two."]
    );
    let (document, passage) = loaded.corpus.passage(PassageId(3));
    assert_eq!(
        (document.slice(passage), passage.paragraph, passage.line),
        ("Text c, two.", 2, 3)
    );
}

#[test]
fn a_copy_is_a_warning_and_loads() {
    let folder = folder(&[
        ("a.md", b"---\ntitle: A\n---\nOne.\n\nTwo."),
        ("b.txt", b"Title B\n\nOne.\n\nTwo."),
        ("c.md", b"One.\n\nTwo.\n\nThree."),
        ("d.md", "L'été.".as_bytes()),
        ("e.md", "L'e\u{301}te\u{301}.".as_bytes()),
    ]);
    let loaded = load_all(folder.path());
    assert_eq!(paths(&loaded), ["a.md", "b.txt", "c.md", "d.md", "e.md"]);
    check_problems(
        &loaded,
        &[
            "b.txt:1: the file has the same text as a.md, ",
            "e.md:1: the file has the same text as d.md, ",
        ],
    );
    assert!(loaded.problems.iter().all(Problem::is_warning));
}

#[test]
fn a_bad_file_is_a_problem_and_the_rest_loads() {
    let folder = folder(&[
        ("bad.md", b"Fine.\n\nao\xfbt"),
        ("blank.txt", b" \n\n"),
        ("broken.md", b"---\ntitle: [a\n---\n\nStill here."),
        ("empty.md", b""),
        ("good.md", b"Good text."),
        ("heading.md", b"# Only a heading\n"),
        ("large.md", &[b'a'; 1_001]),
        ("largest.md", &[b'a'; 1_000]),
        ("nul.txt", b"a\n\0"),
    ]);
    let loaded = load_all(folder.path());
    assert_eq!(paths(&loaded), ["broken.md", "good.md", "largest.md"]);
    check_problems(
        &loaded,
        &[
            "bad.md:3: the byte 0xFB is not UTF-8; save",
            "blank.txt:1: the file is empty",
            "broken.md:2: the front matter is not valid YAML",
            "empty.md:1: the file is empty",
            "heading.md:1: the file has no text to quote",
            "large.md:1: larger than 1000 bytes",
            "largest.md:1: a sentence is longer than",
            "nul.txt:2: a zero byte",
        ],
    );
}

/// A file that is written in place, again and again, is read as it was at one moment, or not at all.
#[test]
fn a_file_that_is_being_written_is_no_mixture() {
    let folder = folder(&[("b.md", b"Text b.")]);
    let limits = Limits {
        file_bytes: 4 << 20,
        ..LIMITS
    };
    let loaded = || load(folder.path(), limits).expect("a corpus");
    // Another length each, so that the size alone tells that one was written.
    let texts = [1, 2, 3].map(|n| format!("Begin {n}.{}End {n}.", " ".repeat(n << 19)));
    let ended = AtomicBool::new(false);
    let (mut told, mut mixtures) = (false, 0);
    thread::scope(|threads| {
        threads.spawn(|| {
            for text in texts.iter().cycle() {
                fs::write(folder.path().join("a.md"), text).expect("a file");
                if ended.load(Ordering::Relaxed) {
                    break;
                }
            }
        });
        for _ in 0..20_000 {
            let loaded = loaded();
            let written = loaded.corpus.documents().iter();
            for document in written.filter(|document| document.source.document == "a.md") {
                let digits = document.text.chars().filter(char::is_ascii_digit);
                mixtures += usize::from(digits.collect::<BTreeSet<char>>().len() > 1);
            }
            let expected = "a.md:1: the file is being written; reload";
            let mut problems = loaded.problems.iter();
            told |= problems.any(|problem| problem.to_string().starts_with(expected));
            if told || mixtures > 0 {
                break;
            }
        }
        ended.store(true, Ordering::Relaxed);
    });
    assert_eq!((told, mixtures), (true, 0));
    assert_eq!(paths(&loaded()), ["a.md", "b.md"]);
}

#[test]
fn too_many_files_are_one_problem() {
    let folder = folder(&[
        ("a.md", b"A."),
        ("b.md", b"B."),
        ("c.md", b"C."),
        ("d.md", b"D."),
    ]);
    let limits = Limits { files: 2, ..LIMITS };
    let loaded = load(folder.path(), limits).expect("a corpus");
    assert_eq!(paths(&loaded), ["a.md", "b.md"]);
    check_problems(
        &loaded,
        &["c.md:1: more than 2 documents in the folder, so 2 from here on"],
    );
}

#[test]
fn no_corpus_is_an_error_that_names_the_folder() {
    let empty = folder(&[("image.png", b"")]);
    let error = load(empty.path(), LIMITS).expect_err("no passage");
    assert!(
        error
            .to_string()
            .contains(&empty.path().display().to_string()),
        "{error}"
    );
    assert!(matches!(error, CorpusError::NoPassage { .. }));

    let bad = folder(&[("bad.md", b"\xff"), ("file", b"")]);
    let error = load(bad.path(), LIMITS).expect_err("no passage");
    assert_eq!(error.problems().len(), 1, "{:?}", error.problems());

    let error = load(&bad.path().join("nowhere"), LIMITS).expect_err("nothing there");
    assert!(matches!(error, CorpusError::Missing { .. }), "{error}");
    assert!(error.to_string().contains("nowhere"), "{error}");
    let error = load(&bad.path().join("file"), LIMITS).expect_err("a file");
    assert!(matches!(error, CorpusError::NotAFolder { .. }), "{error}");
}

#[cfg(unix)]
#[test]
fn links_are_read_inside_the_folder_only() {
    use std::os::unix::fs::symlink;

    let outside = folder(&[("secret.md", b"Secret.")]);
    let folder = folder(&[("..data/real.md", b"Real."), ("sub/a.md", b"A.")]);
    let at = |path: &str| folder.path().join(path);
    for (target, link) in [
        (Path::new("..data/real.md"), "article.md"),
        (&outside.path().join("secret.md"), "file.md"),
        (outside.path(), "folder"),
        (Path::new("nowhere.md"), "dangling.md"),
        (Path::new("nowhere"), "image.png"),
        (Path::new("self"), "self"),
        (Path::new(".."), "sub/up"),
        (Path::new("self.md"), "self.md"),
    ] {
        symlink(target, at(link)).expect("a link");
    }
    let loaded = load_all(folder.path());
    assert_eq!(paths(&loaded), ["article.md", "sub/a.md"]);
    check_problems(
        &loaded,
        &[
            "dangling.md:1: a broken link",
            "file.md:1: a link that leaves the folder",
            "folder:1: a link to a folder",
            "self:1: a broken link",
            "self.md:1: a broken link",
            "sub/up:1: a link to a folder",
        ],
    );

    // The folder itself may be a link.
    let parent = tempfile::tempdir().expect("a temporary folder");
    let link = parent.path().join("knowledge");
    symlink(folder.path(), &link).expect("a link");
    assert_eq!(paths(&load_all(&link)), ["article.md", "sub/a.md"]);
}

#[cfg(target_os = "linux")]
#[test]
fn a_path_that_is_not_unicode_is_a_problem() {
    use std::ffi::OsStr;
    use std::os::unix::ffi::OsStrExt;

    let folder = folder(&[("a.md", b"A.")]);
    let name = OsStr::from_bytes(b"ao\xfbt.md");
    if fs::write(folder.path().join(name), "Text.").is_err() {
        not_checked("the file system takes no such name");
        return;
    }
    check_problems(
        &load_all(folder.path()),
        &["ao\u{fffd}t.md:1: the file's path is not UTF-8"],
    );
}

#[cfg(unix)]
#[test]
fn what_cannot_be_read_is_a_problem() {
    use std::os::unix::fs::PermissionsExt;
    use std::os::unix::net::UnixListener;

    let folder = folder(&[("a.md", b"A."), ("closed.md", b"B."), ("sub/c.md", b"C.")]);
    let _socket = UnixListener::bind(folder.path().join("socket.md")).expect("a socket");
    let close = |path: &str, mode| {
        let permissions = fs::Permissions::from_mode(mode);
        fs::set_permissions(folder.path().join(path), permissions).expect("permissions");
    };
    close("closed.md", 0o000);
    close("sub", 0o000);
    let is_bound = fs::read(folder.path().join("closed.md")).is_err();
    let loaded = load_all(folder.path());
    close("sub", 0o755);
    if is_bound {
        check_problems(
            &loaded,
            &[
                "closed.md:1: the file cannot be read (permission denied)",
                "socket.md:1: not a regular file",
                "sub:1: the folder cannot be read (permission denied)",
            ],
        );
    } else {
        not_checked("permissions do not bind this user, so every file can be read");
        check_problems(&loaded, &["socket.md:1: not a regular file"]);
    }
}
