//! What the fuzzer begins with, and what it has found: every file of `fuzz/corpus` is checked as the
//! target of its folder does.

#[path = "../../fuzz/src/lib.rs"]
pub mod targets;

use std::fs;

use crate::support::root;

type Target = (&'static str, fn(&[u8]));

const TARGETS: [Target; 8] = [
    ("custom_id", targets::custom_id::check),
    ("documents", targets::documents::check),
    ("front_matter", targets::front_matter::check),
    ("questions", targets::questions::check),
    ("replies", targets::replies::check),
    ("sentences", targets::sentences::check),
    ("verification", targets::verification::check),
    ("web_pages", targets::web_pages::check),
];

/// The names of what is in a folder of `fuzz/`, in order.
fn names(folder: &str) -> Vec<String> {
    let entries = fs::read_dir(root().join("fuzz").join(folder)).expect("a folder");
    let names = entries.map(|entry| entry.expect("an entry").file_name());
    let mut names: Vec<String> = names
        .map(|name| name.into_string().expect("UTF-8"))
        .collect();
    names.sort();
    names
}

#[test]
fn every_target_holds_for_its_corpus() {
    assert_eq!(names("corpus"), TARGETS.map(|(name, _)| name));
    for (name, check) in TARGETS {
        let files = names(&format!("corpus/{name}"));
        assert!(!files.is_empty(), "{name}");
        for file in files {
            let path = root().join("fuzz/corpus").join(name).join(&file);
            let bytes = fs::read(path).expect("a file");
            let held = std::panic::catch_unwind(|| check(&bytes));
            assert!(held.is_ok(), "fuzz/corpus/{name}/{file}");
        }
    }
}

#[test]
fn every_target_is_built() {
    let manifest = fs::read_to_string(root().join("fuzz/Cargo.toml")).expect("a manifest");
    let built = manifest
        .lines()
        .filter_map(|line| line.strip_prefix("path = \"targets/"));
    let mut built: Vec<&str> = built
        .filter_map(|name| name.strip_suffix(".rs\""))
        .collect();
    built.sort_unstable();
    assert_eq!(built, TARGETS.map(|(name, _)| name));
}
