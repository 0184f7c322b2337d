//! The *command line*: which command, with which settings.
//!
//! The types in `args` are the one schema of all settings: their names, defaults and help.
//! `.env.example` and the README repeat it, and a test holds them to it.

mod args;
mod ask;
mod check;
mod cooldown;
mod env_file;
mod eval;
mod folders;
mod generated;
mod health;
mod ids;
mod import;
mod journal;
mod lock;
mod logging;
mod run;
mod settings;
mod setup;
mod switch;
mod understanding;

use std::io;
use std::process::ExitCode;

use clap::error::ErrorKind;
use clap::{CommandFactory, FromArgMatches, Parser, Subcommand};

use crate::corpus::Limits;
use args::{
    AskArgs, CheckArgs, DataArgs, EvalArgs, HealthArgs, ImportArgs, JournalArgs, KeepingArgs,
    RestArgs, RunArgs, UnderstandingArgs,
};
use settings::{blank_is_unset, for_arguments};

/// Every question was answered; no problem was found; the bot was stopped.
const SUCCESS: u8 = 0;
/// A question had no answer; a problem was found; a figure is beyond its bound; a web page has no
/// article; the bot is not well.
const NEGATIVE: u8 = 1;
/// It could not be done at all.
const FAILURE: u8 = 2;

/// The largest file that is read, and the most files.
const LIMITS: Limits = Limits {
    file_bytes: 8 << 20,
    files: 10_000,
};

/// Answers questions from a folder of documents by quoting them word for word.
///
/// Without a command it runs the Discord bot.
///
/// Exit codes: 0 success, 1 if any question had no answer (`check`: problems found; `eval`: a
/// figure beyond its bound; `import`: no article found; `health`: not healthy), 2 error.
#[derive(Debug, Parser)]
#[command(name = "verbatim", version, args_conflicts_with_subcommands = true)]
struct Cli {
    #[command(subcommand)]
    command: Option<Command>,
    #[command(flatten)]
    run: RunArgs,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Run the Discord bot (default)
    Run(RunArgs),
    /// Ask for the bot's token, check it with Discord, write it to .env and print the invite link
    Setup(setup::SetupArgs),
    /// Answer one question, or one per line from standard input
    Ask(AskArgs),
    /// Check the folder and the settings, and count what the folder holds
    Check(CheckArgs),
    /// Measure the answers against labelled questions
    Eval(EvalArgs),
    /// Print the article of a saved web page as Markdown
    Import(ImportArgs),
    /// Export unanswered questions and votes, or delete them
    #[command(subcommand)]
    Journal(JournalCommand),
    /// Check that the running bot is alive, for example in Docker's HEALTHCHECK
    Health(HealthArgs),
    /// Print a completion script for a shell
    Completions {
        /// The shell
        shell: clap_complete::Shell,
    },
    /// Print the manual pages of all commands
    Man,
}

#[derive(Debug, Subcommand)]
enum JournalCommand {
    /// Print questions without a good answer as CSV, most asked first
    Export {
        /// Print the votes on passages instead, worst first
        #[arg(long)]
        votes: bool,
        #[command(flatten)]
        data: DataArgs,
        #[command(flatten)]
        keeping: KeepingArgs,
    },
    /// Delete all questions and votes, and overwrite them on the disk
    Purge {
        #[command(flatten)]
        data: DataArgs,
    },
}

/// Reads `.env` and the command line, does what they say and gives the exit code.
#[must_use]
pub fn main() -> ExitCode {
    let env_file = env_file::load();
    let command = for_arguments(command(), std::env::args_os().nth(1).as_deref());
    let matches = command.try_get_matches();
    let done = match matches.and_then(|matches| Cli::from_arg_matches(&matches)) {
        Ok(cli) => cli.execute(env_file),
        Err(error) => Ok(complain(&error)),
    };
    ExitCode::from(done.unwrap_or_else(|error| {
        if is_broken_pipe(&error) {
            return SUCCESS;
        }
        anstream::eprintln!("error: {error:#}");
        FAILURE
    }))
}

/// The command line, which a documentation test reads too.
#[must_use]
pub fn command() -> clap::Command {
    blank_is_unset(Cli::command())
}

impl Cli {
    /// `env_file` is what came of reading `.env`. The bot cannot do without what may stand in it,
    /// `setup` changes it, and `journal` and `health` would look elsewhere than where the bot is;
    /// `check` counts it among the problems,
    /// and the others warn.
    fn execute(self, env_file: anyhow::Result<()>) -> anyhow::Result<u8> {
        let command = self.command.unwrap_or(Command::Run(self.run));
        match command {
            Command::Run(args) => env_file.and_then(|()| run::run(args)),
            Command::Setup(args) => env_file.and_then(|()| setup::setup(&args)),
            Command::Check(args) => check::check(&args, env_file),
            Command::Journal(command) => env_file.and_then(|()| journal::journal(&command)),
            Command::Health(args) => env_file.and_then(|()| health::health(&args)),
            Command::Ask(args) => warned(env_file, || ask::ask(&args)),
            Command::Eval(args) => warned(env_file, || eval::eval(&args)),
            Command::Import(args) => warned(env_file, || import::import(&args)),
            Command::Completions { shell } => generated::completions(shell),
            Command::Man => generated::manual(),
        }
    }
}

/// Does some work whatever came of reading `.env`.
fn warned(
    env_file: anyhow::Result<()>,
    work: impl FnOnce() -> anyhow::Result<u8>,
) -> anyhow::Result<u8> {
    if let Err(error) = env_file {
        anstream::eprintln!("warning: {error:#}");
    }
    work()
}

/// Prints help, the version, or what is wrong with the command line.
fn complain(error: &clap::Error) -> u8 {
    // Nothing can be done about a terminal that takes no text.
    let _ = error.print();
    match error.kind() {
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => SUCCESS,
        _ => FAILURE,
    }
}

/// True when whoever read the output has seen enough.
fn is_broken_pipe(error: &anyhow::Error) -> bool {
    error.chain().any(|cause| {
        let io = cause.downcast_ref::<io::Error>();
        io.is_some_and(|error| error.kind() == io::ErrorKind::BrokenPipe)
    })
}
