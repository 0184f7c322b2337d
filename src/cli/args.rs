//! The *arguments* of each command: flags with their environment variables, which are the settings.

use std::net::SocketAddr;
use std::path::PathBuf;

use clap::Args;

use super::cooldown::Cooldown;
use super::ids::{Ids, id};
use super::logging::{LogFormat, LogLevel};
use super::switch::Switch;
use super::{eval, health, import};
use crate::bot::{Token, endpoints};
use crate::reply::TranslationUrl;

#[derive(Debug, Args)]
pub(super) struct KnowledgeArgs {
    /// The folder with the documents (.md, .mdx, .txt, .srt, .vtt, .html; subfolders too)
    #[arg(
        long,
        env = "KNOWLEDGE_DIR",
        value_name = "DIR",
        default_value = "knowledge"
    )]
    pub(super) knowledge: PathBuf,
}

#[derive(Debug, Args)]
pub(super) struct UnderstandingArgs {
    /// Match questions by meaning, in any language; off: by words only
    #[arg(long, env = "ENCODER", value_name = "SWITCH", default_value = "on")]
    pub(super) encoder: Switch,
    #[command(flatten)]
    pub(super) data: DataArgs,
}

#[derive(Debug, Args)]
pub(super) struct DataArgs {
    /// Folder for computed vectors, the journal and the trash
    #[arg(long, env = "DATA_DIR", value_name = "DIR", default_value = "data")]
    pub(super) data: PathBuf,
}

#[derive(Debug, Args)]
pub(super) struct KeepingArgs {
    /// Keep questions without a good answer, and votes; never who asked
    #[arg(long, env = "JOURNAL", value_name = "SWITCH", default_value = "on")]
    pub(super) journal: Switch,
}

#[derive(Debug, Args)]
pub(super) struct JournalArgs {
    #[command(flatten)]
    pub(super) keeping: KeepingArgs,
    /// Also keep the IDs of the servers where such a question was asked
    #[arg(
        long,
        env = "JOURNAL_GUILDS",
        value_name = "SWITCH",
        default_value = "off"
    )]
    pub(super) journal_guilds: Switch,
    /// Delete questions and votes after this many days, 1 to 3650
    #[arg(
        long,
        env = "JOURNAL_DAYS",
        value_name = "DAYS",
        default_value_t = 30,
        value_parser = clap::value_parser!(u16).range(1..=3650)
    )]
    pub(super) journal_days: u16,
}

#[derive(Debug, Args)]
pub(super) struct QuoteArgs {
    /// Maximum quotes per answer, 1 to 10
    #[arg(
        long,
        env = "MAX_QUOTES",
        value_name = "N",
        default_value_t = 3,
        value_parser = clap::value_parser!(u8).range(1..=10)
    )]
    pub(super) top: u8,
}

#[derive(Debug, Args)]
pub(super) struct RunArgs {
    /// The bot's token, from the Bot page of Discord's developer portal; never logged
    #[arg(
        long,
        env = "DISCORD_TOKEN",
        value_name = "TOKEN",
        hide_env_values = true,
        default_value = "",
        hide_default_value = true
    )]
    pub(super) discord_token: Token,
    /// The bot's home server: commands appear there at once, and members with Manage Server are
    /// admins. If unset, commands are registered globally
    #[arg(long, env = "HOME_GUILD_ID", value_name = "ID", value_parser = id)]
    pub(super) home_guild_id: Option<u64>,
    /// IDs of roles whose members are admins, comma-separated
    #[arg(
        long,
        env = "ADMIN_ROLE_IDS",
        value_name = "IDS",
        default_value = "",
        hide_default_value = true
    )]
    pub(super) admin_role_ids: Ids,
    #[command(flatten)]
    pub(super) knowledge: KnowledgeArgs,
    #[command(flatten)]
    pub(super) understanding: UnderstandingArgs,
    #[command(flatten)]
    pub(super) quotes: QuoteArgs,
    #[command(flatten)]
    pub(super) journal: JournalArgs,
    /// Let admins change the folder with /knowledge
    #[arg(
        long,
        env = "KNOWLEDGE_EDIT",
        value_name = "SWITCH",
        default_value = "off"
    )]
    pub(super) knowledge_edit: Switch,
    /// Maximum questions per member, as QUESTIONS/SECONDS; off: no limit
    #[arg(
        long,
        env = "COOLDOWN",
        value_name = "QUESTIONS/SECONDS",
        default_value = "5/10"
    )]
    pub(super) cooldown: Cooldown,
    /// URL of a translation site: {text} is replaced by the quote, {from} and {to} (optional) by
    /// language codes. If unset, there is no Translate link
    #[arg(long, env = "TRANSLATE_URL", value_name = "URL")]
    pub(super) translate_url: Option<TranslationUrl>,
    #[command(flatten)]
    pub(super) metrics: MetricsArgs,
    /// Log level
    #[arg(long, env = "LOG_LEVEL", value_name = "LEVEL", default_value = "info")]
    pub(super) log_level: LogLevel,
    /// Log format (on standard error)
    #[arg(
        long,
        env = "LOG_FORMAT",
        value_name = "FORMAT",
        default_value = "text"
    )]
    pub(super) log_format: LogFormat,
    #[command(flatten)]
    pub(super) rest: RestArgs,
    /// A gateway proxy in place of Discord's gateway
    #[arg(long, env = "DISCORD_GATEWAY_URL", value_name = "URL", value_parser = endpoints::gateway_url)]
    pub(super) discord_gateway_url: Option<String>,
}

#[derive(Debug, Args)]
pub(super) struct RestArgs {
    /// A REST proxy in place of discord.com, such as twilight's http-proxy or nirn-proxy; the proxy
    /// must then enforce the rate limits
    #[arg(long, env = "DISCORD_API_URL", value_name = "URL", value_parser = endpoints::api_url)]
    pub(super) discord_api_url: Option<String>,
}

#[derive(Debug, Args)]
pub(super) struct MetricsArgs {
    /// Address on which /metrics, /healthz and /readyz are served over HTTP, such as 127.0.0.1:9464.
    /// If unset, nothing is served
    #[arg(long, env = "METRICS_ADDR", value_name = "ADDRESS", value_parser = health::address)]
    pub(super) metrics_addr: Option<SocketAddr>,
}

#[derive(Debug, Args)]
pub(super) struct HealthArgs {
    #[command(flatten)]
    pub(super) metrics: MetricsArgs,
    /// Check that it is ready: the documents are loaded and the bot is connected to Discord
    #[arg(long)]
    pub(super) ready: bool,
}

#[derive(Debug, Args)]
pub(super) struct AskArgs {
    /// The question; without it, questions are read from standard input, one per line
    pub(super) question: Option<String>,
    /// Print one JSON object per question
    #[arg(long)]
    pub(super) json: bool,
    /// Print what the confidence is based on
    #[arg(long)]
    pub(super) explain: bool,
    #[command(flatten)]
    pub(super) knowledge: KnowledgeArgs,
    #[command(flatten)]
    pub(super) understanding: UnderstandingArgs,
    #[command(flatten)]
    pub(super) quotes: QuoteArgs,
}

#[derive(Debug, Args)]
pub(super) struct CheckArgs {
    #[command(flatten)]
    pub(super) knowledge: KnowledgeArgs,
    #[command(flatten)]
    pub(super) data: DataArgs,
    /// Also ask Discord about the token and the commands
    #[arg(long)]
    pub(super) discord: bool,
    /// Also check the bot's permissions in this channel
    #[arg(long, value_name = "ID", value_parser = id, requires = "discord")]
    pub(super) channel: Option<u64>,
}

#[derive(Debug, Args)]
pub(super) struct EvalArgs {
    /// Labelled questions, one JSON object per line: a file, asked of the documents in --knowledge,
    /// or folders that contain `knowledge` and `questions.jsonl`, or folders of such folders
    #[arg(value_name = "PATH", required = true)]
    pub(super) paths: Vec<PathBuf>,
    /// Print the figures as one JSON object
    #[arg(long)]
    pub(super) json: bool,
    /// Also print each question that went wrong, with what was quoted and what was in bold
    #[arg(long)]
    pub(super) misses: bool,
    /// Minimum for a figure over all questions, such as recall@1=0.75; below it the exit code is 1
    #[arg(long, value_name = "KEY=VALUE", num_args = 1.., value_parser = eval::floor)]
    pub(super) min: Vec<eval::Bound>,
    /// Maximum for a figure where lower is better, such as wrong=0.1
    #[arg(long, value_name = "KEY=VALUE", num_args = 1.., value_parser = eval::ceiling)]
    pub(super) max: Vec<eval::Bound>,
    #[command(flatten)]
    pub(super) knowledge: KnowledgeArgs,
    #[command(flatten)]
    pub(super) understanding: UnderstandingArgs,
}

#[derive(Debug, Args)]
pub(super) struct ImportArgs {
    /// The page as saved by a browser; - reads standard input
    pub(super) file: PathBuf,
    /// The page's address, if the page does not give one
    #[arg(long, value_name = "URL", value_parser = import::url)]
    pub(super) url: Option<String>,
}
