//! What an admin can do with the folder, and that nothing is lost by it.

mod failures;
mod properties;

use std::fs;
use std::path::{Path, PathBuf};

use tempfile::TempDir;
use verbatim::bot::UPLOADS;
use verbatim::corpus::{self, Limits};
use verbatim::folder_edit::{EditError, FolderEditor, KEPT, LONGEST_NAME, sanitized};

use crate::support::write;

const CATS: &[u8] = b"# Cats\n\nCats sleep by day.\n";
const DOGS: &[u8] = b"# Dogs\n\nDogs bark at night.\n";

/// A folder with an article, and its trash beside it.
struct Place {
    home: TempDir,
    editor: FolderEditor,
}

impl Place {
    fn new() -> Self {
        Self::with(UPLOADS)
    }

    fn with(limits: Limits) -> Self {
        let home = tempfile::tempdir().expect("a temporary folder");
        write(
            home.path(),
            "knowledge/cats.md",
            "# Cats\n\nCats sleep by day.\n",
        );
        let at = |name: &str| home.path().join(name);
        let editor = FolderEditor::new(at("knowledge"), at("data/trash"), limits);
        Self { home, editor }
    }

    fn at(&self, path: &str) -> PathBuf {
        self.home.path().join("knowledge").join(path)
    }

    fn paths(&self) -> Vec<String> {
        let files = self.editor.list().expect("a list").into_iter();
        files.map(|file| file.path).collect()
    }

    /// All files of a folder, hidden ones too.
    fn everything(folder: &Path) -> Vec<(PathBuf, Vec<u8>)> {
        let mut files = Vec::new();
        let mut folders = vec![folder.to_owned()];
        while let Some(folder) = folders.pop() {
            for entry in fs::read_dir(folder).into_iter().flatten() {
                let path = entry.expect("an entry").path();
                if let Ok(target) = fs::read_link(&path) {
                    let target = target.into_os_string().into_encoded_bytes();
                    files.push((path, target));
                } else if path.is_dir() {
                    folders.push(path);
                } else {
                    let bytes = fs::read(&path).expect("bytes");
                    files.push((path, bytes));
                }
            }
        }
        files.sort();
        files
    }

    /// Checks that what is tried fails, says so, and changes nothing at all.
    fn check_refused<T>(
        &self,
        expected: &str,
        attempt: impl FnOnce(&FolderEditor) -> Result<T, EditError>,
    ) {
        let before = Self::everything(self.home.path());
        let Err(error) = attempt(&self.editor) else {
            panic!("{expected}: it was done");
        };
        assert!(
            error.to_string().contains(expected),
            "{error} instead of {expected}"
        );
        assert_eq!(Self::everything(self.home.path()), before, "{expected}");
    }
}

#[test]
fn names_are_made_fit_for_every_system() {
    let check = |name: &str, expected: &str| {
        let found = sanitized(name);
        assert_eq!(found.as_deref(), Ok(expected), "{name:?}");
    };
    check("cats.md", "cats.md");
    check("Cats and dogs.MD", "Cats and dogs.md");
    check("l'été.html", "l'été.html");
    check("e\u{301}te\u{301}.txt", "été.txt");
    check("漢字.markdown", "漢字.markdown");
    check("a.b.htm", "a.b.htm");
    check("../../etc/cats.md", "cats.md");
    check("C:\\Users\\x\\cats.md", "cats.md");
    check("/cats.md", "cats.md");
    check(".hidden.md", "hidden.md");
    check("...cats.md", "cats.md");
    check("cats .md", "cats.md");
    check("cats..md", "cats.md");
    check(" cats.md. ", "cats.md");
    check("a\0b\nc\u{202e}d.md", "abcd.md");
    check("who? <me>: \"a|b\"*.md", "who- -me-- -a-b--.md");
    check("con.md", "_con.md");
    check("NUL.tar.md", "_NUL.tar.md");
    check("com7.md", "_com7.md");
    check("com.md", "com.md");
    check("com10.md", "com10.md");
    check("console.md", "console.md");
    let long = sanitized(&format!("{}.markdown", "é".repeat(200))).expect("a name");
    assert!(
        long.len() <= LONGEST_NAME && long.len() > LONGEST_NAME - 4,
        "{long}"
    );
    assert!(long.ends_with("é.markdown"), "{long}");
}

#[test]
fn names_that_cannot_be_are_told() {
    let check = |name: &str, expected: &str| {
        let error = sanitized(name).expect_err(name).to_string();
        assert!(error.contains(expected), "{name:?}: {error}");
    };
    for name in [
        "",
        ".",
        "..",
        "/",
        "a/",
        ".md",
        "...",
        "---.md",
        " .txt",
        "\u{202e}.md",
    ] {
        check(
            name,
            if name == "a/" {
                "is not a valid file name"
            } else {
                "is not a"
            },
        );
    }
    for name in [
        "cats",
        "cats.pdf",
        "cats.md.exe",
        "md",
        "cats.md/x",
        "cats.docx",
    ] {
        check(
            name,
            "must end in .md, .markdown, .mdx, .txt, .srt, .vtt, .html, .htm",
        );
    }
}

#[test]
fn a_check_says_what_a_reload_would() {
    let place = Place::new();
    let checked = place.editor.check("Dogs.MD", DOGS).expect("checked");
    let content = checked.content.clone().expect("a document");
    assert!(checked.can_be_stored());
    assert_eq!(checked.path, "Dogs.md");
    assert_eq!(
        (content.title.as_str(), content.passages, content.words),
        ("Dogs", 1, 4)
    );
    assert_eq!(checked.problems, []);

    let bad = b"---\ntitel: Dogs\n---\n\nDogs bark.\n";
    let checked = place.editor.check("dogs.md", bad).expect("checked");
    let (document, problems) = corpus::parse("dogs.md", bad);
    assert!(checked.can_be_stored());
    assert_eq!((document.is_some(), &checked.problems), (true, &problems));
    assert_eq!(problems.len(), 1);

    let checked = place.editor.check("dogs.md", b"# Dogs\n").expect("checked");
    assert!(!checked.can_be_stored());
    assert_eq!(checked.problems.len(), 1);
    assert_eq!(place.paths(), ["cats.md"]);
}

#[test]
fn a_file_is_added_under_its_own_name() {
    let place = Place::new();
    let checked = place.editor.add("../Dogs?.md", DOGS).expect("added");
    assert_eq!(checked.path, "Dogs-.md");
    assert_eq!(place.paths(), ["Dogs-.md", "cats.md"]);
    assert_eq!(place.editor.show("Dogs-.md").expect("bytes"), DOGS);
    assert_eq!(fs::read(place.at("Dogs-.md")).expect("a file"), DOGS);
    let sizes: Vec<u64> = place
        .editor
        .list()
        .expect("a list")
        .iter()
        .map(|file| file.bytes)
        .collect();
    assert_eq!(sizes, [DOGS.len() as u64, CATS.len() as u64]);
    // Nothing hidden is left over.
    assert_eq!(Place::everything(place.home.path()).len(), 2);
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        let mode = |path: &str| {
            fs::metadata(place.at(path))
                .expect("a file")
                .permissions()
                .mode()
        };
        assert_eq!(mode("Dogs-.md"), mode("cats.md"), "as any program makes it");
    }
}

#[test]
fn what_cannot_be_added_changes_nothing() {
    let place = Place::with(Limits {
        file_bytes: 100,
        files: 2,
    });
    place.check_refused("`cats.md` already exists", |editor| {
        editor.add("cats.md", DOGS)
    });
    place.check_refused("`cats.md` already exists", |editor| {
        editor.add("x/cats.md", DOGS)
    });
    place.check_refused("has 101 bytes and the limit is 100", |editor| {
        editor.add("a.md", &[b'a'; 101])
    });
    place.check_refused("there is no text to quote in `a.md`", |editor| {
        editor.add("a.md", b"# A\n")
    });
    place.check_refused("there is no text to quote in `a.md`", |editor| {
        editor.add("a.md", b"\xff")
    });
    place.check_refused("must end in", |editor| editor.add("a.exe", DOGS));
    place
        .editor
        .add("a.md", &[b'a'; 100])
        .expect("just as large as it may be");
    place.check_refused("already holds 2 files", |editor| editor.add("b.md", DOGS));
    let error = place
        .editor
        .replace("a.md", b"", 1)
        .expect_err("an empty file");
    assert_eq!(error.problems().len(), 1);
}

#[test]
fn a_replaced_file_is_in_the_trash_and_comes_back() {
    let place = Place::new();
    write(place.home.path(), "knowledge/sub/deep/a.md", "One.");
    let (checked, old) = place
        .editor
        .replace("sub/deep/a.md", b"Two.", 7)
        .expect("replaced");
    assert_eq!(checked.content.expect("a document").passages, 1);
    assert_eq!(
        (old.id.as_str(), old.path.as_str(), old.stamp, old.bytes),
        ("7-1", "sub/deep/a.md", 7, 4)
    );
    assert_eq!(place.editor.show("sub/deep/a.md").expect("bytes"), b"Two.");
    let trash = place.editor.trash().expect("the trash");
    assert_eq!(trash, std::slice::from_ref(&old));

    place.check_refused("`sub/deep/a.md` already exists", |editor| {
        editor.restore("7-1")
    });
    let new = place.editor.remove("sub/deep/a.md", 7).expect("removed");
    assert_eq!(new.id, "7-2");
    fs::remove_dir_all(place.at("sub")).expect("removed");
    assert_eq!(place.editor.restore("7-1").expect("restored"), old);
    assert_eq!(place.editor.show("sub/deep/a.md").expect("bytes"), b"One.");
    assert_eq!(place.editor.trash().expect("the trash"), [new]);
    place.check_refused("there is no `7-1` in the trash", |editor| {
        editor.restore("7-1")
    });
}

#[test]
fn paths_that_are_not_in_the_folder_are_not_found() {
    let place = Place::new();
    write(place.home.path(), "secret.md", "Secret.");
    write(place.home.path(), "knowledge/.hidden.md", "Hidden.");
    write(place.home.path(), "knowledge/image.png", "Image.");
    let absolute = place.at("cats.md").display().to_string();
    for path in [
        "",
        ".",
        "..",
        "/",
        "nowhere.md",
        "../secret.md",
        "../knowledge/cats.md",
        "./cats.md",
        "cats.md/",
        "cats.md/../cats.md",
        ".hidden.md",
        "image.png",
        "CATS.MD ",
        "cats.md\0",
        absolute.as_str(),
    ] {
        let expected = format!("there is no file `{path}` in the folder");
        place.check_refused(&expected, |editor| editor.show(path));
        place.check_refused(&expected, |editor| editor.remove(path, 1));
        place.check_refused(&expected, |editor| editor.replace(path, DOGS, 1));
    }
    for id in [
        "",
        "1",
        "1-1",
        "..",
        "../knowledge",
        "01-1",
        "1-1/..",
        "-1-1",
        "1-+1",
    ] {
        place.check_refused(&format!("there is no `{id}` in the trash"), |editor| {
            editor.restore(id)
        });
    }
}

#[test]
fn the_last_article_stays() {
    let place = Place::new();
    write(place.home.path(), "knowledge/empty.md", "");
    place.check_refused("`cats.md` is the last document", |editor| {
        editor.remove("cats.md", 1)
    });
    place
        .editor
        .remove("empty.md", 1)
        .expect("no article is lost by it");
    place.editor.add("dogs.md", DOGS).expect("added");
    place
        .editor
        .remove("cats.md", 1)
        .expect("another one is there");
    place.check_refused("`dogs.md` is the last document", |editor| {
        editor.remove("dogs.md", 1)
    });
}

#[test]
fn the_trash_is_newest_first_and_bounded() {
    let place = Place::new();
    let count = KEPT as u64 + 3;
    for stamp in 0..count {
        let text = format!("Edition {stamp}.");
        place
            .editor
            .replace("cats.md", text.as_bytes(), stamp)
            .expect("replaced");
    }
    let trash = place.editor.trash().expect("the trash");
    let stamps: Vec<u64> = trash.iter().map(|entry| entry.stamp).collect();
    assert_eq!(stamps, (3..count).rev().collect::<Vec<_>>());
    let entries = fs::read_dir(place.home.path().join("data/trash")).expect("the trash");
    assert_eq!(entries.count(), KEPT);
}

#[test]
fn what_lies_about_in_the_trash_is_no_entry() {
    let place = Place::new();
    for path in [
        "x/a.md",
        "1-1/.half.tmp",
        "2-1/",
        "3-1",
        "04-1/a.md",
        "5-1/a.md",
    ] {
        let path = place.home.path().join("data/trash").join(path);
        fs::create_dir_all(path.parent().expect("a parent")).expect("a folder");
        if path.to_str().is_some_and(|path| path.ends_with('/')) {
            fs::create_dir_all(path).expect("a folder");
        } else {
            fs::write(path, "A.").expect("a file");
        }
    }
    let ids = || -> Vec<String> {
        let trash = place.editor.trash().expect("the trash").into_iter();
        trash.map(|entry| entry.id).collect()
    };
    assert_eq!(ids(), ["5-1"]);
    place.editor.replace("cats.md", DOGS, 1).expect("replaced");
    // A clock that was put back does not make it the oldest.
    assert_eq!(ids(), ["5-2", "5-1"]);
}
