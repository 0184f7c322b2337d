//! What keeps an admin from changing the folder, and that nothing is changed then.

use std::fs;
use std::path::Path;

use verbatim::bot::UPLOADS;
use verbatim::corpus::CorpusError;
use verbatim::folder_edit::{EditError, FolderEditor, KEPT};

use super::{CATS, DOGS, Place};
use crate::support::{not_checked, write};

#[cfg(unix)]
#[test]
fn links_are_not_followed_out_of_the_folder() {
    use std::os::unix::fs::symlink;

    let place = Place::new();
    write(place.home.path(), "outside/secret.md", "Secret.");
    write(place.home.path(), "knowledge/real/a.md", "A.");
    let link = |target: &Path, path: &str| symlink(target, place.at(path)).expect("a link");
    link(&place.home.path().join("outside/secret.md"), "secret.md");
    link(&place.home.path().join("outside"), "sub");
    link(Path::new("nowhere.md"), "broken.md");
    link(Path::new("real/a.md"), "link.md");
    for path in ["secret.md", "sub/secret.md"] {
        place.check_refused("there is no file", |editor| editor.show(path));
        place.check_refused("there is no file", |editor| editor.replace(path, DOGS, 1));
        place.check_refused("there is no file", |editor| editor.remove(path, 1));
    }
    for path in ["secret.md", "broken.md", "link.md"] {
        let before = fs::read_link(place.at(path)).expect("a link");
        assert!(
            matches!(place.editor.add(path, DOGS), Err(EditError::Exists { .. })),
            "{path}"
        );
        assert_eq!(fs::read_link(place.at(path)).expect("a link"), before);
    }
    // A link inside the folder is an article of its own; what it leads to stays.
    place.editor.replace("link.md", DOGS, 1).expect("replaced");
    assert_eq!(place.editor.show("link.md").expect("bytes"), DOGS);
    assert_eq!(place.editor.show("real/a.md").expect("bytes"), b"A.");

    // A folder that has become a link meanwhile.
    place.editor.remove("real/a.md", 2).expect("removed");
    fs::remove_dir(place.at("real")).expect("removed");
    link(&place.home.path().join("outside"), "real");
    let error = place.editor.restore("2-1").expect_err("outside");
    assert!(matches!(error, EditError::NoFolder { .. }), "{error}");
    assert!(!place.home.path().join("outside/a.md").exists());
    assert_eq!(place.editor.trash().expect("the trash").len(), 2);
}

#[test]
fn a_folder_that_is_gone_or_cannot_be_written_is_told() {
    let place = Place::new();
    let editor = FolderEditor::new(place.at("nowhere"), place.at("trash"), UPLOADS);
    let is_missing = |error: EditError| {
        assert!(
            matches!(error, EditError::Folder(CorpusError::Missing { .. })),
            "{error}"
        );
    };
    is_missing(editor.list().expect_err("no folder"));
    is_missing(editor.add("a.md", DOGS).expect_err("no folder"));
    is_missing(editor.show("a.md").expect_err("no folder"));
    assert_eq!(editor.trash().expect("an empty trash"), []);
    assert!(!place.at("nowhere").exists());

    // A trash that cannot be made: nothing goes without having been kept.
    place.editor.add("dogs.md", DOGS).expect("added");
    let blocked = FolderEditor::new(place.at(""), place.at("cats.md/trash"), UPLOADS);
    let before = Place::everything(place.home.path());
    let failed = [
        blocked.remove("dogs.md", 1).expect_err("no trash"),
        blocked.replace("dogs.md", CATS, 1).expect_err("no trash"),
    ];
    for error in failed {
        assert!(matches!(error, EditError::Failed { .. }), "{error}");
    }
    assert_eq!(Place::everything(place.home.path()), before);
}

#[cfg(unix)]
#[test]
fn a_read_only_folder_is_told_and_nothing_changes() {
    use std::os::unix::fs::PermissionsExt;

    let place = Place::new();
    place.editor.add("dogs.md", DOGS).expect("added");
    let close = |mode| {
        fs::set_permissions(place.at(""), fs::Permissions::from_mode(mode)).expect("permissions");
    };
    close(0o555);
    if fs::write(place.at("probe.md"), "").is_ok() {
        fs::remove_file(place.at("probe.md")).expect("removed");
        not_checked("permissions do not bind this user, so no folder is read-only");
    } else {
        place.check_refused("is not writable", |editor| editor.add("new.md", DOGS));
        place.check_refused("is not writable", |editor| {
            editor.replace("dogs.md", CATS, 1)
        });
        place.check_refused("is not writable", |editor| editor.remove("dogs.md", 1));
        assert_eq!(place.editor.trash().expect("the trash"), []);
    }
    close(0o755);
}

#[test]
fn names_that_some_systems_take_for_the_same_are_the_same() {
    let place = Place::new();
    place.editor.add("Été.md", DOGS).expect("added");
    for name in ["été.md", "E\u{301}te\u{301}.md", "ÉTÉ.MD"] {
        place.check_refused("`Été.md`", |editor| editor.add(name, DOGS));
    }
    place.editor.remove("cats.md", 1).expect("removed");
    place.editor.add("CATS.md", DOGS).expect("added");
    place.check_refused("`CATS.md`", |editor| editor.restore("1-1"));
}

#[test]
fn a_file_removed_while_the_clock_was_back_is_kept() {
    let place = Place::new();
    for stamp in 1_000..1_000 + KEPT as u64 {
        place
            .editor
            .replace("cats.md", CATS, stamp)
            .expect("replaced");
    }
    place.editor.add("dogs.md", DOGS).expect("added");
    let removed = place.editor.remove("dogs.md", 5).expect("removed");
    place.editor.restore(&removed.id).expect("restored");
}
