//! The *command line*: which command, with which settings.
//!
//! These types are the one schema of all settings: their names, defaults and help. `.env.example`
//! and the README repeat it, and a test holds them to it.

mod ask;
mod check;
mod cooldown;
mod env_file;
mod eval;
mod folders;
mod generated;
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
use std::path::PathBuf;
use std::process::ExitCode;

use clap::error::ErrorKind;
use clap::{Args, CommandFactory, FromArgMatches, Parser, Subcommand};

use crate::bot::{Token, endpoints};
use crate::corpus::Limits;
use crate::reply::TranslationUrl;
use cooldown::Cooldown;
use ids::{Ids, id};
use logging::{LogFormat, LogLevel};
use settings::{blank_is_unset, for_arguments};
use switch::Switch;

/// Every question was answered; no problem was found; the bot was stopped.
const SUCCESS: u8 = 0;
/// A question had no answer; a problem was found; a figure is beyond its bound; a web page has no
/// article.
const NEGATIVE: u8 = 1;
/// It could not be done at all.
const FAILURE: u8 = 2;

/// The largest file that is read, and the most files.
const LIMITS: Limits = Limits {
    file_bytes: 8 << 20,
    files: 10_000,
};

/// Answers questions from a folder of articles by quoting them word for word.
///
/// Without a command it runs the Discord bot.
///
/// Exit codes: 0 answered, 1 no answer (`check`: problems; `eval`: beyond a bound; `import`: no
/// article), 2 error.
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
    /// Run the Discord bot; what happens without a command, too
    Run(RunArgs),
    /// Ask for the bot's token, check it with Discord, keep it in .env and print the invite link
    Setup(setup::SetupArgs),
    /// Answer one question, or one a line from standard input
    Ask(AskArgs),
    /// Print every problem and warning of the folder and the settings, and what the folder holds
    Check(CheckArgs),
    /// Measure the answers against labelled questions
    Eval(EvalArgs),
    /// Print the article of a saved web page as Markdown
    Import(ImportArgs),
    /// Print what the articles leave open, or delete what was asked
    #[command(subcommand)]
    Journal(JournalCommand),
    /// Print what makes a shell complete this program's commands and options
    Completions {
        /// The shell
        shell: clap_complete::Shell,
    },
    /// Print the manual pages of all commands
    Man,
}

#[derive(Debug, Subcommand)]
enum JournalCommand {
    /// Print questions without answer as CSV, those asked most first
    Export {
        /// Print the votes on passages instead, worst first
        #[arg(long)]
        votes: bool,
        #[command(flatten)]
        data: DataArgs,
        #[command(flatten)]
        keeping: KeepingArgs,
    },
    /// Delete all questions and votes, so that no byte of them is left
    Purge {
        #[command(flatten)]
        data: DataArgs,
    },
}

#[derive(Debug, Args)]
struct KnowledgeArgs {
    /// The folder with the articles (.md, .mdx, .txt, .srt, .vtt, .html; subfolders too)
    #[arg(
        long,
        env = "KNOWLEDGE_DIR",
        value_name = "DIR",
        default_value = "knowledge"
    )]
    knowledge: PathBuf,
}

#[derive(Debug, Args)]
struct UnderstandingArgs {
    /// Whether questions are understood by their meaning, in any language; off: by words alone
    #[arg(long, env = "ENCODER", value_name = "SWITCH", default_value = "on")]
    encoder: Switch,
    #[command(flatten)]
    data: DataArgs,
}

#[derive(Debug, Args)]
struct DataArgs {
    /// Where the program keeps what it has computed, and the journal
    #[arg(long, env = "DATA_DIR", value_name = "DIR", default_value = "data")]
    data: PathBuf,
}

#[derive(Debug, Args)]
struct KeepingArgs {
    /// Whether questions without answer and votes are kept, without who asked
    #[arg(long, env = "JOURNAL", value_name = "SWITCH", default_value = "on")]
    journal: Switch,
}

#[derive(Debug, Args)]
struct JournalArgs {
    #[command(flatten)]
    keeping: KeepingArgs,
    /// Whether the servers in which such a question was asked are kept beside it
    #[arg(
        long,
        env = "JOURNAL_GUILDS",
        value_name = "SWITCH",
        default_value = "off"
    )]
    journal_guilds: Switch,
    /// Days after which questions and votes are deleted, 1 to 3650
    #[arg(
        long,
        env = "JOURNAL_DAYS",
        value_name = "DAYS",
        default_value_t = 30,
        value_parser = clap::value_parser!(u16).range(1..=3650)
    )]
    journal_days: u16,
}

#[derive(Debug, Args)]
struct QuoteArgs {
    /// The most quotes in one answer, 1 to 10
    #[arg(
        long,
        env = "MAX_QUOTES",
        value_name = "N",
        default_value_t = 3,
        value_parser = clap::value_parser!(u8).range(1..=10)
    )]
    top: u8,
}

#[derive(Debug, Args)]
struct RunArgs {
    /// The bot's token, from the Bot page of Discord's developer portal; never logged
    #[arg(
        long,
        env = "DISCORD_TOKEN",
        value_name = "TOKEN",
        hide_env_values = true,
        default_value = "",
        hide_default_value = true
    )]
    discord_token: Token,
    /// The server that the bot lives in: commands appear there at once, and its managers are
    /// admins; without it commands are registered everywhere
    #[arg(long, env = "HOME_GUILD_ID", value_name = "ID", value_parser = id)]
    home_guild_id: Option<u64>,
    /// Roles whose members are admins, with commas between them
    #[arg(
        long,
        env = "ADMIN_ROLE_IDS",
        value_name = "IDS",
        default_value = "",
        hide_default_value = true
    )]
    admin_role_ids: Ids,
    #[command(flatten)]
    knowledge: KnowledgeArgs,
    #[command(flatten)]
    understanding: UnderstandingArgs,
    #[command(flatten)]
    quotes: QuoteArgs,
    #[command(flatten)]
    journal: JournalArgs,
    /// Whether admins may change the folder with /knowledge
    #[arg(
        long,
        env = "KNOWLEDGE_EDIT",
        value_name = "SWITCH",
        default_value = "off"
    )]
    knowledge_edit: Switch,
    /// How many questions a member may ask in how many seconds; off: as many as they like
    #[arg(
        long,
        env = "COOLDOWN",
        value_name = "N/SECONDS",
        default_value = "5/10"
    )]
    cooldown: Cooldown,
    /// A translation site, with {text} where the quoted words belong, and perhaps {from} and {to}
    /// where the codes of the languages do; without it there is no button for it
    #[arg(long, env = "TRANSLATE_URL", value_name = "URL")]
    translate_url: Option<TranslationUrl>,
    /// How much is logged
    #[arg(long, env = "LOG_LEVEL", value_name = "LEVEL", default_value = "info")]
    log_level: LogLevel,
    /// How it is logged, on standard error
    #[arg(
        long,
        env = "LOG_FORMAT",
        value_name = "FORMAT",
        default_value = "text"
    )]
    log_format: LogFormat,
    #[command(flatten)]
    rest: RestArgs,
    /// A gateway proxy in place of Discord's gateway
    #[arg(long, env = "DISCORD_GATEWAY_URL", value_name = "URL", value_parser = endpoints::gateway_url)]
    discord_gateway_url: Option<String>,
}

#[derive(Debug, Args)]
struct RestArgs {
    /// A REST proxy in place of discord.com, such as twilight's http-proxy or nirn-proxy;
    /// it keeps the rate limits then
    #[arg(long, env = "DISCORD_API_URL", value_name = "URL", value_parser = endpoints::api_url)]
    discord_api_url: Option<String>,
}

#[derive(Debug, Args)]
struct AskArgs {
    /// The question; without one, standard input is read, one question a line
    question: Option<String>,
    /// Print one JSON object a question
    #[arg(long)]
    json: bool,
    /// Print what the confidence is based on
    #[arg(long)]
    explain: bool,
    #[command(flatten)]
    knowledge: KnowledgeArgs,
    #[command(flatten)]
    understanding: UnderstandingArgs,
    #[command(flatten)]
    quotes: QuoteArgs,
}

#[derive(Debug, Args)]
struct CheckArgs {
    #[command(flatten)]
    knowledge: KnowledgeArgs,
    #[command(flatten)]
    data: DataArgs,
    /// Ask Discord too: about the token and the commands
    #[arg(long)]
    discord: bool,
    /// And about the bot's permissions in this channel
    #[arg(long, value_name = "ID", value_parser = id, requires = "discord")]
    channel: Option<u64>,
}

#[derive(Debug, Args)]
struct EvalArgs {
    /// Labelled questions, one JSON object a line: a file to be asked of the articles, or folders
    /// with `knowledge` and `questions.jsonl` in them, or folders of such
    #[arg(value_name = "PATH", required = true)]
    paths: Vec<PathBuf>,
    /// Print the figures as one JSON object
    #[arg(long)]
    json: bool,
    /// Print each question that went wrong, too, with what was quoted and what was in bold
    #[arg(long)]
    misses: bool,
    /// A floor for a figure over all questions, such as recall@1=0.75; below it the exit code is 1
    #[arg(long, value_name = "KEY=VALUE", num_args = 1.., value_parser = eval::floor)]
    min: Vec<eval::Bound>,
    /// A ceiling for a figure that is better the lower it is, such as wrong=0.1
    #[arg(long, value_name = "KEY=VALUE", num_args = 1.., value_parser = eval::ceiling)]
    max: Vec<eval::Bound>,
    #[command(flatten)]
    knowledge: KnowledgeArgs,
    #[command(flatten)]
    understanding: UnderstandingArgs,
}

#[derive(Debug, Args)]
struct ImportArgs {
    /// The page as a browser saved it; - reads standard input
    file: PathBuf,
    /// The page's address, when the page does not name it
    #[arg(long, value_name = "URL", value_parser = import::url)]
    url: Option<String>,
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
    /// `setup` changes it, and `journal` would look into another folder than the bot's; `check` counts it among the problems,
    /// and the others warn.
    fn execute(self, env_file: anyhow::Result<()>) -> anyhow::Result<u8> {
        let command = self.command.unwrap_or(Command::Run(self.run));
        match command {
            Command::Run(args) => env_file.and_then(|()| run::run(args)),
            Command::Setup(args) => env_file.and_then(|()| setup::setup(&args)),
            Command::Check(args) => check::check(&args, env_file),
            Command::Journal(command) => env_file.and_then(|()| journal::journal(&command)),
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
