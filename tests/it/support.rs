//! What several tests need: a folder of one's own, and the program run in it.

use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};

use assert_cmd::Command;
use tempfile::TempDir;
use verbatim::corpus::Limits;

/// Generous limits for tests that are not about limits.
pub const LIMITS: Limits = Limits {
    file_bytes: 1 << 20,
    files: 100,
};

/// The repository.
pub fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The knowledge folder that ships with the program.
pub fn knowledge() -> PathBuf {
    root().join("knowledge")
}

/// A file beside the repository that some checks compare with; `None`, said aloud, where there is
/// none.
pub fn reference(path: &str) -> Option<PathBuf> {
    let file = root().join("../shared").join(path);
    if file.exists() {
        return Some(file);
    }
    not_checked(&format!("there is no {}", file.display()));
    None
}

/// Says that something was not checked, past the capture that hides what a passing test prints.
pub fn not_checked(why: &str) {
    let _ = writeln!(std::io::stderr(), "NOT CHECKED: {why}");
}

/// A folder with these files, subfolders made as needed.
pub fn folder(files: &[(&str, &str)]) -> TempDir {
    let folder = tempfile::tempdir().expect("a temporary folder");
    for (path, text) in files {
        write(folder.path(), path, text);
    }
    folder
}

/// Writes one file of a folder.
pub fn write(folder: &Path, path: &str, text: &str) {
    let path = folder.join(path);
    fs::create_dir_all(path.parent().expect("a parent")).expect("a folder");
    fs::write(path, text).expect("a file");
}

/// The program with no settings but those a test makes, in a working folder of its own that holds
/// `knowledge/` and `.env.example` as the repository does.
pub struct Program {
    folder: TempDir,
}

impl Program {
    pub fn new() -> Self {
        let folder = tempfile::tempdir().expect("a temporary folder");
        std::os::unix::fs::symlink(knowledge(), folder.path().join("knowledge")).expect("a link");
        fs::copy(
            root().join(".env.example"),
            folder.path().join(".env.example"),
        )
        .expect("a copy");
        Self { folder }
    }

    pub fn folder(&self) -> &Path {
        self.folder.path()
    }

    pub fn command(&self, args: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_verbatim"));
        command.env_clear().current_dir(self.folder()).args(args);
        command
    }
}

/// What a finished run said.
pub struct Said {
    pub code: i32,
    pub out: String,
    pub err: String,
}

/// Runs a command to its end.
pub fn said(command: &mut Command) -> Said {
    let output = command.output().expect("the program");
    Said {
        code: output.status.code().expect("an exit code"),
        out: String::from_utf8(output.stdout).expect("UTF-8"),
        err: String::from_utf8(output.stderr).expect("UTF-8"),
    }
}
