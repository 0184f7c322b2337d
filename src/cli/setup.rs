//! `verbatim setup`: from a token to a bot that can be invited.

use std::io::{self, BufRead, IsTerminal, Read, Write};
use std::path::Path;
use std::{env, fs};

use anyhow::{Context, anyhow, bail};
use clap::Args;
use console::Term;

use super::env_file::{self, change};
use super::{RestArgs, SUCCESS};
use crate::atomic_file;
use crate::bot::{self, DiscordError, Endpoints, Identity, Token};

/// What a terminal shows when the bot is run without a token.
pub(super) const FIRST_STEPS: &str = "\
The bot has no token yet. To get it running:

  1. Create an application at https://discord.com/developers/applications and copy the token from
     its Bot page (Reset Token shows it).
  2. Run `verbatim setup` and paste the token. It is checked with Discord and kept in .env.
  3. Open the invite link that `verbatim setup` prints, and choose your server.

Then run `verbatim` again. `verbatim ask` answers questions here, without Discord.
";

/// Discord's page of applications.
const PORTAL: &str = "https://discord.com/developers/applications";

/// The setting that is written.
const TOKEN: &str = "DISCORD_TOKEN";

/// The most bytes that are read of what should be a token; none has come near this.
const LONGEST_LINE: u64 = 4096;

/// What a new `.env` begins with: every setting, commented out, except the first line, which says
/// to copy the file.
const EXAMPLE: &str = include_str!("../../.env.example");

#[derive(Debug, Args)]
pub(super) struct SetupArgs {
    /// Replace a different token in .env without asking
    #[arg(long)]
    yes: bool,
    #[command(flatten)]
    rest: RestArgs,
}

/// Asks for a token, and writes it where the bot looks for it once Discord knows it.
pub(super) fn setup(args: &SetupArgs) -> anyhow::Result<u8> {
    let path = env_file::place()?;
    let shown = path.display();
    let before = read(&path).with_context(|| format!("{shown} cannot be read"))?;
    let token = ask_for_token()?;
    let identity = identify(&token, &args.rest)?;
    let old = before
        .as_deref()
        .and_then(|text| change::value(text, TOKEN));
    let is_other = |old: &str| !old.is_empty() && old != token.expose();
    if old.as_deref().is_some_and(is_other) && !args.yes && !is_to_be_replaced(&path)? {
        bail!("{shown} keeps the token it has; nothing was written");
    }
    let text = before.as_deref().unwrap_or_else(|| example());
    let text = change::with_value(text, TOKEN, token.expose()).ok_or_else(|| {
        anyhow!("{shown} cannot be changed without changing more: write the token into it by hand")
    })?;
    write(&path, &text).with_context(|| format!("{shown} cannot be written"))?;
    report(&identity, &path, &mut anstream::stdout().lock())?;
    if is_set_elsewhere(old.as_deref()) {
        anstream::eprintln!(
            "warning: {TOKEN} is also set in the environment, which takes precedence over {shown}; unset it there"
        );
    }
    Ok(SUCCESS)
}

/// The text of the file; `None` where there is none.
fn read(path: &Path) -> io::Result<Option<String>> {
    match fs::read_to_string(path) {
        Ok(text) => Ok(Some(text)),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(error),
    }
}

/// Writes the file for nobody else to read; where it is a link, what it leads to.
fn write(path: &Path, text: &str) -> io::Result<()> {
    let file = path.canonicalize().unwrap_or_else(|_| path.to_owned());
    atomic_file::replace_secret(&file, text.as_bytes())
}

fn example() -> &'static str {
    EXAMPLE.split_once('\n').map_or(EXAMPLE, |(_, rest)| rest)
}

/// Reads a token: typed without being shown, or a line that another program writes.
fn ask_for_token() -> anyhow::Result<Token> {
    let line = if io::stdin().is_terminal() {
        let terminal = terminal()?;
        terminal.write_line(&format!("Token, from the Bot page of {PORTAL}"))?;
        terminal.write_str("(it is not shown): ")?;
        terminal.read_secure_line()
    } else {
        let mut line = String::new();
        let mut input = io::stdin().lock().take(LONGEST_LINE);
        input.read_line(&mut line).map(|_| line)
    };
    let Ok(token) = line.context("the token cannot be read")?.parse::<Token>();
    if token.expose().is_empty() {
        bail!("no token was given; nothing was written");
    }
    if token.check().is_err() {
        bail!(
            "this is not a bot token: a token has three parts, separated by dots, of letters, digits, - and _; copy it from the Bot page of {PORTAL}"
        );
    }
    Ok(token)
}

/// Asks on the terminal whether the token in the file is to be replaced.
fn is_to_be_replaced(path: &Path) -> anyhow::Result<bool> {
    let shown = path.display();
    if !io::stdin().is_terminal() {
        bail!("{shown} has another token; `verbatim setup --yes` replaces it");
    }
    let terminal = terminal()?;
    terminal.write_str(&format!("{shown} has another token. Replace it? [y/N] "))?;
    let said = terminal.read_line()?;
    Ok(["y", "yes"].contains(&said.trim().to_lowercase().as_str()))
}

fn terminal() -> anyhow::Result<Term> {
    let terminal = Term::stderr();
    if !terminal.is_term() {
        bail!(
            "standard error is not a terminal, so the question cannot be asked; write the token to standard input instead"
        );
    }
    Ok(terminal)
}

/// Asks Discord whom the token belongs to.
fn identify(token: &Token, rest: &RestArgs) -> anyhow::Result<Identity> {
    let endpoints = Endpoints {
        api_url: rest.discord_api_url.clone(),
        ..Endpoints::default()
    };
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()?;
    let asked = runtime.block_on(bot::identify(token, &endpoints));
    asked.map_err(|error| match error {
        DiscordError::BadToken => anyhow!(
            "Discord rejected this token: copy it again from the Bot page of {PORTAL}, where Reset Token makes a new one; nothing was written"
        ),
        DiscordError::Unreachable(why) => anyhow!(
            "Discord cannot be reached, so the token was not checked; nothing was written ({why})"
        ),
        DiscordError::Intercepted(why) => anyhow!(
            "what answers is not Discord: the network may want you to sign in first, or a proxy is in the way; nothing was written ({why})"
        ),
        other => anyhow!("{other}; nothing was written"),
    })
}

/// Reports what was found and done, and what comes next.
fn report(identity: &Identity, path: &Path, out: &mut impl Write) -> io::Result<()> {
    let Identity {
        name, invite_link, ..
    } = identity;
    writeln!(out, "Discord accepts the token of {name}.")?;
    let shown = path.display();
    writeln!(out, "It was written to {shown}, which only you can read.")?;
    if !identity.intents.is_empty() {
        let on = identity.intents.join(", ");
        writeln!(
            out,
            "Privileged intents: none is needed; {on} may be switched off on the Bot page."
        )?;
    }
    if identity.needs_code_grant {
        writeln!(
            out,
            "First switch off Requires OAuth2 Code Grant on the Bot page; with it the invite link fails."
        )?;
    }
    let server = match identity.guilds {
        0 => "your server".to_owned(),
        servers => format!("another server (it is already in {servers})"),
    };
    writeln!(out, "\nInvite the bot to {server}:\n  {invite_link}")?;
    writeln!(out, "\nThen run the bot:\n  verbatim")
}

/// Whether the environment has the setting from elsewhere than the file, which has `in_file`.
#[allow(
    clippy::disallowed_methods,
    reason = "clap could not tell what is set from what the file has set"
)]
fn is_set_elsewhere(in_file: Option<&str>) -> bool {
    env::var_os(TOKEN).is_some_and(|value| in_file.is_none_or(|in_file| value != in_file))
}
