//! The layers and the homes of foreign crates, as `docs/architecture.md` draws them.

mod imports;

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// The modules from the top down; a module may import from its own layer and from those below.
const LAYERS: [&[&str]; 8] = [
    &["cli", "bot"],
    &["reply", "eval", "journal"],
    &["library", "folder_edit"],
    &[
        "ranking",
        "verification",
        "suggestion",
        "dense",
        "index",
        "encoder",
    ],
    &["corpus", "question", "answer"],
    &["webpage", "analyzer", "language"],
    &["passage"],
    &["atomic_file"],
];

/// Foreign crates and the modules that may name them.
const HOMES: [(&str, &[&str]); 41] = [
    ("anstream", &["cli"]),
    ("anstyle", &["cli"]),
    ("anyhow", &["cli"]),
    ("arc_swap", &["library"]),
    ("blake3", &["answer", "dense"]),
    ("clap", &["cli"]),
    ("clap_complete", &["cli"]),
    ("clap_mangen", &["cli"]),
    ("console", &["cli"]),
    ("csv", &["journal"]),
    ("dotenvy", &["cli"]),
    ("chardetng", &["webpage"]),
    ("encoding_rs", &["webpage"]),
    ("fastrand", &["bot"]),
    ("fluent_bundle", &["reply"]),
    ("html5ever", &["webpage"]),
    ("http_body_util", &["bot"]),
    ("hyper", &["bot"]),
    ("hyper_util", &["bot"]),
    ("indicatif", &["cli"]),
    ("kitoken", &["encoder"]),
    ("prometheus_client", &["bot"]),
    ("pulldown_cmark", &["corpus"]),
    ("reqwest", &["bot"]),
    ("rten", &["dense", "encoder"]),
    ("rten_gemm", &["dense"]),
    ("rten_tensor", &["dense", "encoder"]),
    ("rusqlite", &["journal"]),
    ("rustls_native_certs", &["bot"]),
    ("serde_saphyr", &["corpus"]),
    ("serenity", &["bot"]),
    ("strsim", &["index"]),
    ("tantivy", &["analyzer", "dense", "index"]),
    ("tempfile", &["atomic_file", "cli"]),
    ("tokio", &["cli", "bot"]),
    ("toml", &["corpus", "language"]),
    ("twilight_gateway", &["bot"]),
    ("twilight_model", &["bot"]),
    ("walkdir", &["corpus"]),
    ("similar", &["verification"]),
    ("whatlang", &["language"]),
];

#[test]
fn imports_point_down_only() {
    for (module, path, line) in lines() {
        for named in modules_named(&line) {
            let (from, to) = (layer(&module), layer(&named));
            assert!(
                from <= to,
                "{}: `{module}` may not import from `{named}`: {line}",
                path.display()
            );
        }
    }
}

#[test]
fn each_foreign_crate_has_one_home() {
    for (module, path, line) in lines() {
        for (name, homes) in HOMES {
            let named =
                line.contains(&format!("{name}::")) || line.contains(&format!("use {name}"));
            assert!(
                !named || homes.contains(&module.as_str()),
                "{}: `{name}` belongs into {homes:?}: {line}",
                path.display()
            );
        }
    }
}

/// The floors of the bot from the top down, as `src/bot.rs` tells of them.
const FLOORS: [&[&str]; 10] = [
    &["client", "inspection"],
    &["events"],
    &["dispatch"],
    &["commands"],
    &["app"],
    &["registry"],
    &["call"],
    &["gateway"],
    &["api"],
    &["metrics"],
];

#[test]
fn the_floors_of_the_bot_hold() {
    let floor = |module: &[String]| {
        let inside = module.strip_prefix(&["bot".to_owned()])?.first()?;
        let floor = FLOORS
            .iter()
            .position(|floor| floor.contains(&inside.as_str()));
        Some(floor.unwrap_or_else(|| panic!("`{inside}` is on no floor")))
    };
    let mut below = 0;
    for (module, imported) in imports::imports(&root(), &sources()) {
        for (from, to, name) in imported
            .iter()
            .filter_map(|name| Some((floor(&module)?, floor(name)?, name)))
        {
            assert!(from <= to, "{module:?} may not import from {name:?}");
            below += usize::from(from < to);
        }
    }
    assert!(below >= 50, "too few imports were read: {below}");
}

#[test]
fn no_two_modules_import_each_other() {
    let imports = imports::imports(&root(), &sources());
    let circle = imports::circle(&imports);
    assert_eq!(
        circle, None,
        "each imports from the next, and the last from the first"
    );
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("src")
}

fn layer(module: &str) -> usize {
    LAYERS
        .iter()
        .position(|layer| layer.contains(&module))
        .unwrap_or_else(|| panic!("`{module}` is in no layer"))
}

/// The modules of this crate that a line of code names: `crate::corpus::…`, and each of the list
/// in `crate::{…}`, which the house's formatting never writes at the top level.
fn modules_named(line: &str) -> Vec<String> {
    line.match_indices("crate::")
        .map(|(at, name)| &line[at + name.len()..])
        .map(|rest| {
            let end = rest.find(|c: char| !c.is_alphanumeric() && c != '_');
            rest[..end.unwrap_or(rest.len())].to_owned()
        })
        .collect()
}

/// Every line of code with the module it is in; comments are left out.
fn lines() -> Vec<(String, PathBuf, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut all = Vec::new();
    for path in sources() {
        let inside = path.strip_prefix(&root).expect("inside").with_extension("");
        let first = inside.iter().next().expect("a name");
        let module = first.to_str().expect("UTF-8").to_owned();
        if ["lib", "main"].contains(&module.as_str()) {
            continue;
        }
        let text = fs::read_to_string(&path).expect("a source file");
        let code = text
            .lines()
            .filter(|line| !line.trim_start().starts_with("//"));
        all.extend(code.map(|line| (module.clone(), path.clone(), line.to_owned())));
    }
    let modules: BTreeSet<_> = all.iter().map(|(module, ..)| module).collect();
    assert!(modules.len() >= 10, "too few modules were read");
    all
}

fn sources() -> Vec<PathBuf> {
    let mut folders = vec![Path::new(env!("CARGO_MANIFEST_DIR")).join("src")];
    let mut files = Vec::new();
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).expect("a folder") {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                files.push(path);
            }
        }
    }
    files.sort();
    files
}
