//! The *env file*, `.env`, holds settings as lines of `NAME=value`.

pub(super) mod change;

use std::path::{Path, PathBuf};
use std::{env, fs, io};

use anyhow::Context;

use super::settings::settings;

/// What the file is called.
const FILE: &str = ".env";

/// Reads `.env` from the working folder or one above it; what is set already stays. From the first
/// line that cannot be read on, nothing is.
pub(super) fn load() -> anyhow::Result<()> {
    let here = env::current_dir().context("the working folder cannot be read")?;
    let Some(path) = find(&here).with_context(|| format!("{FILE} cannot be read"))? else {
        return Ok(());
    };
    let shown = path.strip_prefix(&here).unwrap_or(&path).display();
    let text = fs::read_to_string(&path).with_context(|| format!("{shown} cannot be read"))?;
    match dotenvy::from_read(text.as_bytes()) {
        // What dotenvy says repeats the line, which may hold the token.
        Err(dotenvy::Error::LineParse(..)) => {
            let (line, fault) = first_fault(&text);
            anyhow::bail!("{shown}:{line}: {fault}; this line and those below it were not read")
        }
        read => read.with_context(|| format!("{shown} cannot be read")),
    }
}

/// Where the settings are kept: the file that [`load`] reads, else one in the working folder that is
/// not there yet. As seen from the working folder.
pub(super) fn place() -> anyhow::Result<PathBuf> {
    let here = env::current_dir().context("the working folder cannot be read")?;
    let found = find(&here).with_context(|| format!("{FILE} cannot be read"))?;
    let path = found.unwrap_or_else(|| here.join(FILE));
    Ok(path.strip_prefix(&here).unwrap_or(&path).to_owned())
}

/// The file in `folder` or the nearest folder above it that has one.
fn find(folder: &Path) -> io::Result<Option<PathBuf>> {
    for path in folder.ancestors().map(|folder| folder.join(FILE)) {
        match path.metadata() {
            Ok(metadata) if metadata.is_file() => return Ok(Some(path)),
            Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error),
            _ => {}
        }
    }
    Ok(None)
}

/// The first line that cannot be read, from 1, and what is wrong with it.
fn first_fault(text: &str) -> (usize, String) {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let lines: Vec<&str> = text.split_inclusive('\n').collect();
    // A value in quotes may go over several lines, so a beginning of the file that cannot be read
    // may only be cut off amid one; after the longest that can be, the fault comes at once.
    let is_readable = |count: &usize| {
        let beginning = lines[..*count].concat();
        let mut values = dotenvy::from_read_iter(beginning.as_bytes());
        values.all(|value| value.is_ok())
    };
    let before = (0..lines.len()).rev().find(is_readable).unwrap_or(0);
    (
        before + 1,
        fault(lines.get(before).copied().unwrap_or_default()),
    )
}

/// What is wrong with a line, without a part of its value. Only a name that the program knows is
/// told: before the `=` there may also be the first half of a token that was broken in two.
fn fault(line: &str) -> String {
    let line = line.trim_start();
    let line = line.strip_prefix("export ").unwrap_or(line);
    let Some((name, _)) = line
        .split_once('=')
        .filter(|(name, _)| is_name(name.trim()))
    else {
        return "this is not NAME=value".to_owned();
    };
    let name = name.trim();
    let known = settings().any(|setting| setting.get_env().is_some_and(|env| env == name));
    let subject = if known { name } else { "the value" };
    format!("{subject} cannot be read; put the value in single quotes")
}

fn is_name(text: &str) -> bool {
    let first = text.starts_with(|c: char| c.is_ascii_alphabetic() || c == '_');
    first
        && text
            .chars()
            .all(|c| c.is_ascii_alphanumeric() || matches!(c, '_' | '.'))
}
