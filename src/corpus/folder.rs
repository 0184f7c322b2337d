//! The *folder* is where the articles are: Markdown, plain text, subtitles and saved web pages, in
//! subfolders too.
//!
//! Hidden files and folders belong to programs rather than to the author and are skipped, as is any
//! file of another type. A link to a file inside the folder is read; a link to a folder is not
//! followed, so that no walk can go in circles or leave the folder. The folder `page_files` that a
//! browser saves beside `page.html` is a part of that page and not looked into, even when the page
//! is gone.

use std::collections::BTreeMap;
use std::fs::File;
use std::io::{self, ErrorKind, Read};
use std::path::{Path, PathBuf};

use walkdir::{DirEntry, WalkDir};

use super::duplicates;
use super::{Corpus, CorpusError, FileProblem, Limits, Loaded, Problem, has_extension, parse};

/// The extensions of the files that are read.
pub const EXTENSIONS: [&str; 8] = ["md", "markdown", "mdx", "txt", "srt", "vtt", "html", "htm"];

/// Those of them that are web pages.
pub(super) const WEB_PAGES: [&str; 2] = ["html", "htm"];

/// Reads `folder` with its subfolders.
///
/// # Errors
/// When the folder is not there, is no folder, cannot be read, or holds no passage at all.
pub fn load(folder: &Path, limits: Limits) -> Result<Loaded, CorpusError> {
    let root = open(folder)?;
    let mut problems = Vec::new();
    let mut files = find_files(&root, &mut problems);
    if let Some(first) = files.keys().nth(limits.files).cloned() {
        let left_out = files.split_off(&first).len();
        let message = format!(
            "more than {} documents in the folder, so {left_out} from here on are left out; remove \
             some",
            limits.files
        );
        problems.push(FileProblem::new(1, message).within(&first));
    }
    let mut documents = Vec::new();
    for (path, file) in &files {
        match read_file(file, limits.file_bytes) {
            Ok(bytes) => {
                let (document, found) = parse(path, &bytes);
                documents.extend(document);
                problems.extend(found);
            }
            // Removed since the folder was listed, as an edit may do at any moment: it is no article.
            Err(_) if is_gone(file) => {}
            Err(problem) => problems.push(problem.within(path)),
        }
    }
    problems.extend(duplicates::problems(&documents));
    problems.sort();
    let corpus = Corpus::new(documents);
    if corpus.documents().is_empty() {
        let folder = folder.to_owned();
        return Err(CorpusError::NoPassage { folder, problems });
    }
    Ok(Loaded { corpus, problems })
}

/// The articles in `folder` and its subfolders: the path of each inside it, and on disk. Whether an
/// article can be read shows only when it is read.
///
/// # Errors
/// When the folder is not there, is no folder, or cannot be read.
pub fn files(folder: &Path) -> Result<BTreeMap<String, PathBuf>, CorpusError> {
    Ok(find_files(&open(folder)?, &mut Vec::new()))
}

/// The folder's real path, when it is one that can be read.
fn open(folder: &Path) -> Result<PathBuf, CorpusError> {
    let fail = |error: io::Error| {
        let folder = folder.to_owned();
        match error.kind() {
            ErrorKind::NotFound => CorpusError::Missing { folder },
            ErrorKind::NotADirectory => CorpusError::NotAFolder { folder },
            _ => CorpusError::Unreadable { folder, error },
        }
    };
    let root = folder.canonicalize().map_err(fail)?;
    std::fs::read_dir(&root).map_err(fail)?;
    Ok(root)
}

/// The articles below `root`, by their paths inside it, which is also their order.
fn find_files(root: &Path, problems: &mut Vec<Problem>) -> BTreeMap<String, PathBuf> {
    let mut files = BTreeMap::new();
    let entries = WalkDir::new(root)
        .min_depth(1)
        .into_iter()
        .filter_entry(|entry| !is_hidden(entry) && !is_of_page(entry));
    for entry in entries {
        let (path, examined) = match &entry {
            Ok(entry) => (entry.path(), examine(root, entry)),
            // A folder that was removed since its parent was listed.
            Err(error) if error.depth() > 0 && error.path().is_some_and(is_gone) => continue,
            Err(error) => {
                let reason = error.io_error().map_or_else(String::new, describe);
                let message = format!("the folder cannot be read ({reason}); allow reading it");
                (error.path().unwrap_or(root), Err(message))
            }
        };
        let inside = path_inside(root, path);
        match examined {
            Ok(true) => {
                files.insert(inside, path.to_owned());
            }
            Ok(false) => {}
            Err(message) => problems.push(FileProblem::new(1, message).within(&inside)),
        }
    }
    files
}

/// Whether `entry` is an article, or why it was meant as one and cannot be read.
fn examine(root: &Path, entry: &DirEntry) -> Result<bool, String> {
    let path = entry.path();
    let is_link = entry.path_is_symlink();
    if is_link && path.is_dir() {
        return Err("a link to a folder, which is not followed; put the folder itself here".into());
    }
    let is_article = path
        .file_name()
        .map(|name| name.to_string_lossy())
        .is_some_and(|name| {
            EXTENSIONS
                .iter()
                .any(|extension| has_extension(&name, extension))
        });
    // A broken link without an extension may have been meant for a folder of articles.
    let is_wanted = is_article || is_link && path.extension().is_none() && !path.exists();
    if !is_wanted || entry.file_type().is_dir() {
        return Ok(false);
    }
    if path
        .strip_prefix(root)
        .is_ok_and(|relative| relative.to_str().is_none())
    {
        return Err("the file's path is not UTF-8; rename the file or its folder".into());
    }
    if !is_link {
        return Ok(true);
    }
    match path.canonicalize() {
        Ok(target) if target.starts_with(root) => Ok(true),
        Ok(_) => Err("a link that leaves the folder; put the file itself here".into()),
        Err(error) => Err(format!(
            "a broken link ({}); fix or remove it",
            describe(&error)
        )),
    }
}

/// Whether nothing stands at `path`, not even a link that leads nowhere.
fn is_gone(path: &Path) -> bool {
    path.symlink_metadata()
        .is_err_and(|error| error.kind() == io::ErrorKind::NotFound)
}

/// The bytes of one article: all of it at one moment. What is written meanwhile could be half of one
/// edition and half of another, and a quote of it would stand in neither.
fn read_file(path: &Path, limit: u64) -> Result<Vec<u8>, FileProblem> {
    let fail = |error: io::Error| {
        let reason = describe(&error);
        FileProblem::new(
            1,
            format!("the file cannot be read ({reason}); allow reading it or remove it"),
        )
    };
    // Opening a pipe would wait for a writer, so the type is looked at first.
    if !path.metadata().map_err(fail)?.is_file() {
        return Err(FileProblem::new(1, "not a regular file; remove it"));
    }
    let file = File::open(path).map_err(fail)?;
    let state = || {
        file.metadata()
            .map(|metadata| (metadata.len(), metadata.modified().ok()))
    };
    let before = state().map_err(fail)?;
    let mut bytes = Vec::new();
    (&file)
        .take(limit.saturating_add(1))
        .read_to_end(&mut bytes)
        .map_err(fail)?;
    if bytes.len() as u64 > limit {
        let is_page = WEB_PAGES
            .iter()
            .any(|extension| path.extension().is_some_and(|own| own == *extension));
        let advice = if is_page {
            "save the page without its pictures, or copy the article's text into a .md or .txt file"
        } else {
            "split the file into smaller ones"
        };
        return Err(FileProblem::new(
            1,
            format!("larger than {limit} bytes; {advice}"),
        ));
    }
    if state().map_err(fail)? != before {
        let message = "the file is being written; reload when that is done";
        return Err(FileProblem::new(1, message));
    }
    Ok(bytes)
}

fn is_hidden(entry: &DirEntry) -> bool {
    entry.file_name().as_encoded_bytes().starts_with(b".")
}

/// Whether `entry` is the folder of what a saved web page shows and runs. No browser saves Markdown or
/// plain text, so that a folder with some in it is its owner's.
fn is_of_page(entry: &DirEntry) -> bool {
    let name = entry.file_name().to_str();
    let Some(page) = name.and_then(|name| name.strip_suffix("_files")) else {
        return false;
    };
    if !entry.file_type().is_dir() {
        return false;
    }
    let names: Vec<String> = std::fs::read_dir(entry.path())
        .into_iter()
        .flatten()
        .filter_map(|entry| entry.ok()?.file_name().into_string().ok())
        .collect();
    let has = |extensions: &[&str]| {
        names.iter().any(|name| {
            extensions
                .iter()
                .any(|extension| has_extension(name, extension))
        })
    };
    let beside = |extension| entry.path().with_file_name(format!("{page}.{extension}"));
    let is_beside = || {
        WEB_PAGES
            .iter()
            .any(|extension| beside(extension).is_file())
    };
    let is_saved = || {
        has(&["js", "css", "download"])
            || names.iter().any(|name| name.starts_with("saved_resource"))
    };
    !has(&["md", "markdown", "mdx", "txt"]) && (is_beside() || is_saved())
}

/// The path inside the folder, with `/` between its parts on every system.
fn path_inside(root: &Path, path: &Path) -> String {
    let inside = path.strip_prefix(root).unwrap_or(path);
    let parts: Vec<_> = inside.iter().map(|part| part.to_string_lossy()).collect();
    if parts.is_empty() {
        return ".".to_owned();
    }
    parts.join("/")
}

/// What went wrong, in the words that are the same on every system.
fn describe(error: &io::Error) -> String {
    error.kind().to_string()
}
