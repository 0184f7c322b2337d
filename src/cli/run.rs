//! `verbatim run`: the Discord bot, until it is told to stop.

use std::sync::Arc;

use anyhow::Context;
use tokio::signal::unix::{SignalKind, signal};

use super::{LIMITS, RunArgs, SUCCESS, logging};
use crate::discord::{self, Endpoints, Settings};
use crate::knowledge::Library;

/// Opens the folder, connects, and stays until SIGTERM or Ctrl-C; SIGHUP reloads.
pub(super) fn run(args: RunArgs) -> anyhow::Result<u8> {
    logging::start(args.log_level, args.log_format, &args.discord_token);
    args.discord_token.check()?;
    let library = Arc::new(Library::open(args.knowledge.knowledge, LIMITS)?);
    announce(&library);
    let settings = Settings {
        token: args.discord_token,
        home_guild: args.home_guild_id,
        admin_roles: args.admin_role_ids,
        max_quotes: usize::from(args.quotes.top),
        patience: Settings::PATIENCE,
        endpoints: Endpoints {
            api_url: args.discord_api_url,
            gateway_url: args.discord_gateway_url,
            http_client: None,
        },
    };
    tokio::runtime::Builder::new_multi_thread()
        .enable_all()
        .build()
        .context("the threads could not be started")?
        .block_on(async {
            let stop = stop_signal()?;
            tokio::spawn(reload_on_hangup(Arc::clone(&library))?);
            discord::run(settings, library, stop).await?;
            Ok(SUCCESS)
        })
}

fn announce(library: &Library) {
    let edition = library.current();
    for problem in edition.problems() {
        tracing::warn!("{problem}");
    }
    tracing::info!(
        documents = edition.corpus().documents().len(),
        passages = edition.corpus().passages().count(),
        problems = edition.problems().len(),
        "knowledge loaded"
    );
}

/// Ends when the operator wants the program to end.
fn stop_signal() -> anyhow::Result<impl Future<Output = ()>> {
    let mut terminate = signal(SignalKind::terminate())?;
    let mut interrupt = signal(SignalKind::interrupt())?;
    Ok(async move {
        tokio::select! {
            _ = terminate.recv() => {}
            _ = interrupt.recv() => {}
        }
    })
}

fn reload_on_hangup(library: Arc<Library>) -> anyhow::Result<impl Future<Output = ()>> {
    let mut hangup = signal(SignalKind::hangup())?;
    Ok(async move {
        while hangup.recv().await.is_some() {
            let library = Arc::clone(&library);
            let reload = tokio::task::spawn_blocking(move || discord::reload(&library));
            if let Err(error) = reload.await {
                tracing::error!(%error, "reload failed");
            }
        }
    })
}
