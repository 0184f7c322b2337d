//! `verbatim check`: what a reload would say, and what the settings are worth, beforehand.

use std::io::{self, Write};
use std::path::Path;

use clap::{Arg, ArgMatches, Args, FromArgMatches};

use super::settings::{blank_is_unset, settings};
use super::{CheckArgs, LIMITS, NEGATIVE, RunArgs, SUCCESS, folders};
use crate::bot::{self, DiscordError, Endpoints, Inspection, NotAToken, Token};
use crate::corpus::{self, Corpus, Problem};
use crate::journal::{AnswerPlace, Journal};
use crate::language::Language;
use crate::reply::Locale;

/// Prints the counts, then every problem and every warning; the exit code is 1 when there is a problem.
pub(super) fn check(args: &CheckArgs, env_file: anyhow::Result<()>) -> anyhow::Result<u8> {
    let folder = &args.knowledge.knowledge;
    let mut problems: Vec<String> = Vec::new();
    let mut warnings: Vec<String> = Vec::new();
    let mut tell = |found: &[Problem], problems: &mut Vec<String>| {
        for problem in found {
            let told = format!("{}/{problem}", folder.display());
            if problem.is_warning() {
                warnings.push(format!("{}: {told}", problem.severity));
            } else {
                problems.push(told);
            }
        }
    };
    let mut out = anstream::stdout().lock();
    match corpus::load(folder, LIMITS) {
        Ok(loaded) => {
            writeln!(out, "{}: {}", folder.display(), counts(&loaded.corpus))?;
            tell(&loaded.problems, &mut problems);
        }
        Err(error) => {
            tell(error.problems(), &mut problems);
            problems.push(error.to_string());
        }
    }
    problems.extend(env_file.err().map(|error| format!("{error:#}")));
    for setting in settings() {
        problems.extend(setting_problem(setting));
    }
    let data = &args.data.data;
    if let Err(error) = usable(data) {
        problems.push(format!(
            "DATA_DIR: `{}` cannot be used: {error}",
            data.display()
        ));
    }
    problems.extend(folders::problem(folder, data));
    if args.discord {
        let told = if problems.is_empty() {
            at_discord(args.channel)?
        } else {
            AtDiscord::NotAsked
        };
        told.tell(&mut out, &mut problems)?;
    }
    for line in problems.iter().chain(&warnings) {
        writeln!(out, "{line}")?;
    }
    let told = match (problems.len(), warnings.len()) {
        (0, 0) => "No problem found.".to_owned(),
        (0, warnings) => format!("No problem found, {}.", count(warnings, "warning")),
        (problems, 0) => format!("{} found.", count(problems, "problem")),
        (problems, warnings) => format!(
            "{} found, {}.",
            count(problems, "problem"),
            count(warnings, "warning")
        ),
    };
    writeln!(out, "{told}")?;
    writeln!(out, "Next: {}", next_step(problems.is_empty())?)?;
    Ok(if problems.is_empty() {
        SUCCESS
    } else {
        NEGATIVE
    })
}

/// What the operator does next.
fn next_step(is_right: bool) -> anyhow::Result<&'static str> {
    if !is_right {
        return Ok("correct what these lines name, then run `verbatim check` again");
    }
    Ok(match bot_settings()?.discord_token.check() {
        Ok(()) => "`verbatim` runs the bot",
        Err(_) => "`verbatim setup` connects the bot to Discord; `verbatim ask` works without it",
    })
}

/// What Discord says of the bot.
enum AtDiscord {
    Seen(Inspection),
    Refused(DiscordError),
    /// With bad settings there is nothing to ask with.
    NotAsked,
}

impl AtDiscord {
    fn tell(self, out: &mut impl Write, problems: &mut Vec<String>) -> anyhow::Result<()> {
        let seen = match self {
            Self::Seen(seen) => seen,
            Self::Refused(error) => {
                problems.push(format!("Discord: {error}"));
                return Ok(());
            }
            Self::NotAsked => {
                writeln!(out, "Discord was not asked; fix the settings first.")?;
                return Ok(());
            }
        };
        let servers = usize::try_from(seen.guilds).unwrap_or(usize::MAX);
        let (name, servers) = (seen.name, count(servers, "server"));
        let intents = match seen.intents.as_slice() {
            [] => "intents: none is needed".to_owned(),
            on => format!(
                "intents: none is needed; {} can be turned off",
                on.join(", ")
            ),
        };
        writeln!(out, "Discord: {name}, in {servers}, {intents}")?;
        if !seen.commands_up_to_date {
            let message = "Discord: the commands are out of date; start the bot once";
            problems.push(message.to_owned());
        }
        for permission in seen.missing.into_iter().flatten() {
            problems.push(format!(
                "Discord: the bot lacks the permission {} in that channel",
                permission.name(Locale::English)
            ));
        }
        Ok(())
    }
}

/// The settings of the bot, which have no problem.
fn bot_settings() -> anyhow::Result<RunArgs> {
    let settings = RunArgs::augment_args(clap::Command::new("settings").no_binary_name(true));
    let matches = blank_is_unset(settings).try_get_matches_from(std::iter::empty::<&str>())?;
    Ok(RunArgs::from_arg_matches(&matches)?)
}

/// Asks Discord with the settings of the bot.
fn at_discord(channel: Option<u64>) -> anyhow::Result<AtDiscord> {
    let args = bot_settings()?;
    let endpoints = Endpoints {
        api_url: args.rest.discord_api_url,
        gateway_url: args.discord_gateway_url,
        http_client: None,
    };
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()?;
    let home = args.home_guild_id;
    let data = &args.understanding.data.data;
    let in_thread = |channel| answers_in_thread(channel, data);
    let asking = bot::inspect(&args.discord_token, &endpoints, home, channel, in_thread);
    Ok(match runtime.block_on(asking) {
        Ok(seen) => AtDiscord::Seen(seen),
        Err(error) => AtDiscord::Refused(error),
    })
}

/// Whether messages in a channel are answered in threads, by the journal where there is one.
fn answers_in_thread(channel: u64, data: &Path) -> bool {
    let journal = Journal::existing(data).unwrap_or_else(|problem| {
        anstream::eprintln!("warning: {problem}");
        None
    });
    journal.is_some_and(|journal| journal.channel(channel).place == AnswerPlace::Thread)
}

fn counts(corpus: &Corpus) -> String {
    let documents = corpus.documents();
    let words = documents.iter().map(corpus::Document::words).sum();
    let languages = corpus.languages().into_iter();
    let code = |language: Language| match language {
        Language::UNKNOWN => "unknown",
        language => language.code(),
    };
    let languages: Vec<&str> = languages.map(code).collect();
    format!(
        "{}, {}, {}, in {}",
        count(documents.len(), "document"),
        count(corpus.passage_count(), "passage"),
        count(words, "word"),
        languages.join(", ")
    )
}

fn count(number: usize, noun: &str) -> String {
    let ending = if number == 1 { "" } else { "s" };
    format!("{number} {noun}{ending}")
}

/// Whether the program could keep something in a folder, which is looked for and not made. What it
/// would be made in is only looked at: the bot may be another user.
fn usable(folder: &Path) -> io::Result<()> {
    let mut there = folder
        .ancestors()
        .filter(|path| !path.as_os_str().is_empty());
    let Some(nearest) = there.find(|path| !is_missing(path)) else {
        return Ok(());
    };
    if !nearest.metadata()?.is_dir() {
        let what = format!("`{}` is not a folder", nearest.display());
        return Err(io::Error::new(io::ErrorKind::NotADirectory, what));
    }
    if nearest == folder {
        tempfile::tempfile_in(folder)?;
    }
    Ok(())
}

/// True where there is nothing; false where that cannot be told.
fn is_missing(path: &Path) -> bool {
    let found = path.symlink_metadata();
    found.is_err_and(|error| error.kind() == io::ErrorKind::NotFound)
}

/// What is wrong with one setting, looked at by itself so that all of them are told.
fn setting_problem(setting: Arg) -> Option<String> {
    let variable = setting.get_env()?.to_string_lossy().into_owned();
    let lone = clap::Command::new("settings")
        .no_binary_name(true)
        .arg(setting);
    match blank_is_unset(lone).try_get_matches_from(std::iter::empty::<&str>()) {
        Err(error) => {
            let rendered = error.render().to_string();
            // What is wrong, then what would be right; how to call the program comes after a blank.
            let said = rendered.lines().take_while(|line| !line.is_empty());
            let said = said.map(str::trim).collect::<Vec<_>>().join(" ");
            let said = said.strip_prefix("error: ").unwrap_or(&said);
            Some(format!("{variable}: {said}"))
        }
        Ok(matches) => malformed_token(&matches),
    }
}

/// A token that is not set is no problem: the folder can be checked, and asked, without one.
fn malformed_token(matches: &ArgMatches) -> Option<String> {
    let token: &Token = matches.try_get_one("discord_token").ok()??;
    let problem = token.check().err()?;
    (problem != NotAToken::Missing).then(|| problem.to_string())
}
