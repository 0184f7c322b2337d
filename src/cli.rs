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
mod health;
mod ids;
mod import;
mod journal;
mod lock;
mod logging;
mod run;
mod settings;
mod switch;
mod understanding;

use std::io;
use std::net::SocketAddr;
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
/// article; the bot is not well.
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
/// Exit codes: 0 answered, 1 if any question had no answer (`check`: problems found; `eval`: a
/// figure beyond its bound; `import`: no article found; `health`: not
/// healthy), 2 error.
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
    /// Ask the running bot whether it is alive, such as for Docker's HEALTHCHECK
    Health(HealthArgs),
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
    /// Match questions by meaning, in any language; off: by words only
    #[arg(long, env = "ENCODER", value_name = "SWITCH", default_value = "on")]
    encoder: Switch,
    #[command(flatten)]
    data: DataArgs,
}

#[derive(Debug, Args)]
struct DataArgs {
    /// Folder for computed vectors, the journal and the trash
    #[arg(long, env = "DATA_DIR", value_name = "DIR", default_value = "data")]
    data: PathBuf,
}

#[derive(Debug, Args)]
struct KeepingArgs {
    /// Keep questions without a good answer, and votes; never who asked
    #[arg(long, env = "JOURNAL", value_name = "SWITCH", default_value = "on")]
    journal: Switch,
}

#[derive(Debug, Args)]
struct JournalArgs {
    #[command(flatten)]
    keeping: KeepingArgs,
    /// Also keep the IDs of the servers where such a question was asked
    #[arg(
        long,
        env = "JOURNAL_GUILDS",
        value_name = "SWITCH",
        default_value = "off"
    )]
    journal_guilds: Switch,
    /// Delete questions and votes after this many days, 1 to 3650
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
    /// Maximum quotes per answer, 1 to 10
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
    /// The bot's home server: commands appear there at once, and members with Manage Server are
    /// admins. If unset, commands are registered globally
    #[arg(long, env = "HOME_GUILD_ID", value_name = "ID", value_parser = id)]
    home_guild_id: Option<u64>,
    /// IDs of roles whose members are admins, comma-separated
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
    /// Let admins change the folder with /knowledge
    #[arg(
        long,
        env = "KNOWLEDGE_EDIT",
        value_name = "SWITCH",
        default_value = "off"
    )]
    knowledge_edit: Switch,
    /// Maximum questions per member in a number of seconds; off: no limit
    #[arg(
        long,
        env = "COOLDOWN",
        value_name = "N/SECONDS",
        default_value = "5/10"
    )]
    cooldown: Cooldown,
    /// URL of a translation site: {text} is replaced by the quote, {from} and {to} (optional) by
    /// language codes. If unset, there is no Translate link
    #[arg(long, env = "TRANSLATE_URL", value_name = "URL")]
    translate_url: Option<TranslationUrl>,
    #[command(flatten)]
    metrics: MetricsArgs,
    /// Log level
    #[arg(long, env = "LOG_LEVEL", value_name = "LEVEL", default_value = "info")]
    log_level: LogLevel,
    /// Log format (on standard error)
    #[arg(
        long,
        env = "LOG_FORMAT",
        value_name = "FORMAT",
        default_value = "text"
    )]
    log_format: LogFormat,
    /// A REST proxy in place of discord.com, such as twilight's http-proxy or nirn-proxy; the proxy
    /// must then enforce the rate limits
    #[arg(long, env = "DISCORD_API_URL", value_name = "URL", value_parser = endpoints::api_url)]
    discord_api_url: Option<String>,
    /// A gateway proxy in place of Discord's gateway
    #[arg(long, env = "DISCORD_GATEWAY_URL", value_name = "URL", value_parser = endpoints::gateway_url)]
    discord_gateway_url: Option<String>,
}

#[derive(Debug, Args)]
struct MetricsArgs {
    /// Address to serve /metrics, /healthz and /readyz at over HTTP, such as 127.0.0.1:9464; if
    /// unset, nothing is served
    #[arg(long, env = "METRICS_ADDR", value_name = "ADDRESS", value_parser = health::address)]
    metrics_addr: Option<SocketAddr>,
}

#[derive(Debug, Args)]
struct HealthArgs {
    #[command(flatten)]
    metrics: MetricsArgs,
    /// Ask whether it can be asked questions, too: the documents are read, and Discord is reached
    #[arg(long)]
    ready: bool,
}

#[derive(Debug, Args)]
struct AskArgs {
    /// The question; without it, questions are read from standard input, one per line
    question: Option<String>,
    /// Print one JSON object per question
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
    /// Also ask Discord about the token and the commands
    #[arg(long)]
    discord: bool,
    /// Also check the bot's permissions in this channel
    #[arg(long, value_name = "ID", value_parser = id, requires = "discord")]
    channel: Option<u64>,
}

#[derive(Debug, Args)]
struct EvalArgs {
    /// Labelled questions, one JSON object per line: a file to ask the articles, or folders that
    /// hold `knowledge` and `questions.jsonl`, or folders of such folders
    #[arg(value_name = "PATH", required = true)]
    paths: Vec<PathBuf>,
    /// Print the figures as one JSON object
    #[arg(long)]
    json: bool,
    /// Also print each question that went wrong, with what was quoted and what was in bold
    #[arg(long)]
    misses: bool,
    /// Minimum for a figure over all questions, such as recall@1=0.75; below it the exit code is 1
    #[arg(long, value_name = "KEY=VALUE", num_args = 1.., value_parser = eval::floor)]
    min: Vec<eval::Bound>,
    /// Maximum for a figure where lower is better, such as wrong=0.1
    #[arg(long, value_name = "KEY=VALUE", num_args = 1.., value_parser = eval::ceiling)]
    max: Vec<eval::Bound>,
    #[command(flatten)]
    knowledge: KnowledgeArgs,
    #[command(flatten)]
    understanding: UnderstandingArgs,
}

#[derive(Debug, Args)]
struct ImportArgs {
    /// The page as saved by a browser; - reads standard input
    file: PathBuf,
    /// The page's address, if the page does not state it
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
    /// `env_file` is what came of reading `.env`. The bot cannot do without what may stand in it, and
    /// `journal` and `health` would look elsewhere than where the bot is; `check` counts it among the problems,
    /// and the others warn.
    fn execute(self, env_file: anyhow::Result<()>) -> anyhow::Result<u8> {
        let command = self.command.unwrap_or(Command::Run(self.run));
        match command {
            Command::Run(args) => env_file.and_then(|()| run::run(args)),
            Command::Check(args) => check::check(&args, env_file),
            Command::Journal(command) => env_file.and_then(|()| journal::journal(&command)),
            Command::Health(args) => env_file.and_then(|()| health::health(&args)),
            Command::Ask(args) => warned(env_file, || ask::ask(&args)),
            Command::Eval(args) => warned(env_file, || eval::eval(&args)),
            Command::Import(args) => warned(env_file, || import::import(&args)),
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
