//! What several tests need: a folder of one's own, and the program run in it.

pub mod terminal;

use std::fs;
use std::io::Write as _;
use std::ops::{ControlFlow, Deref, DerefMut, Range};
use std::path::{Path, PathBuf};
use std::process::{self, Output};
use std::sync::{Arc, LazyLock};

use assert_cmd::Command;
use tempfile::TempDir;
use verbatim::answer::Quote;
use verbatim::corpus::{Document, Limits, RemovedText};
use verbatim::dense::{Dense, Plan, Store};
use verbatim::encoder::Encoder;
use verbatim::language::Language;
use verbatim::library::Snapshot;
use verbatim::passage::{Passage, Source};

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

/// The text of a file.
pub fn read(file: &Path) -> String {
    fs::read_to_string(file).expect("a text file")
}

/// The built-in encoder, loaded once for all tests.
pub static ENCODER: LazyLock<Arc<Encoder>> =
    LazyLock::new(|| Arc::new(Encoder::builtin(1).expect("the built-in encoder")));

/// The article, answering by meaning too.
pub static UNDERSTOOD: LazyLock<Snapshot> = LazyLock::new(|| understood(&knowledge()));

/// A folder, answering by meaning too.
pub fn understood(folder: &Path) -> Snapshot {
    let words = Snapshot::build(folder, LIMITS, 1).expect("a corpus");
    let dense = dense(&vectors());
    let plan = Plan::of(words.corpus());
    let vectors = dense.read(words.corpus(), &plan, &mut |_| ControlFlow::Continue(()));
    words.with_meaning(Arc::new(dense), vectors.expect("its vectors"))
}

/// The encoder with what a file keeps.
pub fn dense(vectors: &Path) -> Dense {
    let (store, _) = Store::open(vectors.to_owned(), &Dense::version());
    Dense::new(Arc::clone(&ENCODER), store)
}

/// A file of vectors that all tests share, so that the article is encoded once.
pub fn vectors() -> PathBuf {
    data().join("vectors.bin")
}

/// The data folder that all tests share.
pub fn data() -> PathBuf {
    Path::new(env!("CARGO_TARGET_TMPDIR")).join("data")
}

/// The program with no settings but those a test makes, in a working folder of its own that holds
/// `knowledge/` and `.env.example` as the repository does. It answers by words alone, unless told.
pub struct Program {
    folder: TempDir,
    understands: bool,
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
        Self {
            folder,
            understands: false,
        }
    }

    /// One that answers by meaning, too.
    pub fn understanding() -> Self {
        Self {
            understands: true,
            ..Self::new()
        }
    }

    pub fn folder(&self) -> &Path {
        self.folder.path()
    }

    pub fn command(&self, args: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_verbatim"));
        command.env_clear().current_dir(self.folder()).args(args);
        if self.understands {
            command.env("DATA_DIR", data());
        } else {
            command.env("ENCODER", "off");
        }
        command
    }
}

/// What a finished run said.
pub struct Said {
    pub code: i32,
    pub out: String,
    pub err: String,
}

impl From<Output> for Said {
    fn from(output: Output) -> Self {
        Self {
            code: output.status.code().expect("an exit code"),
            out: String::from_utf8(output.stdout).expect("UTF-8"),
            err: String::from_utf8(output.stderr).expect("UTF-8"),
        }
    }
}

/// Runs a command to its end.
pub fn said(command: &mut Command) -> Said {
    command.output().expect("the program").into()
}

/// Numbers that look like chance and are the same in each run (xorshift64).
pub struct Dice(u64);

impl Dice {
    pub fn of(seed: u64) -> Self {
        Self(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1)
    }

    /// A number below `end`.
    pub fn below(&mut self, end: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 >> 16).expect("64 bits") % end
    }
}

/// A program under way. It ends with the test, whichever way that goes.
pub struct Child(Option<process::Child>);

impl Child {
    pub fn of(child: process::Child) -> Self {
        Self(Some(child))
    }

    /// Waits for its end.
    pub fn said(mut self) -> Said {
        let child = self.0.take().expect("under way");
        child.wait_with_output().expect("an end").into()
    }
}

impl Deref for Child {
    type Target = process::Child;

    fn deref(&self) -> &process::Child {
        self.0.as_ref().expect("under way")
    }
}

impl DerefMut for Child {
    fn deref_mut(&mut self) -> &mut process::Child {
        self.0.as_mut().expect("under way")
    }
}

impl Drop for Child {
    fn drop(&mut self) {
        if let Some(child) = &mut self.0 {
            // It may have ended by itself.
            let _ = child.kill();
            let _ = child.wait();
        }
    }
}

/// A quote of a text that is paragraph `paragraph` of a document with `paragraphs`, with these
/// highlights.
pub fn quote(
    source: &Source,
    text: &str,
    [paragraph, paragraphs]: [u32; 2],
    headings: Vec<String>,
    highlights: Vec<Range<usize>>,
) -> Quote {
    let passage = Passage::of_text(paragraph, 0..text.len(), paragraph * 2, headings);
    let last = Passage::of_text(paragraphs, 0..text.len(), 1, Vec::new());
    let document = Document {
        source: source.clone(),
        language: Language::UNKNOWN,
        text: text.to_owned(),
        removed: RemovedText::default(),
        passages: vec![passage.clone(), last],
    };
    Quote::cut(&document, &passage, highlights, 1.0)
}
