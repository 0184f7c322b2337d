//! `verbatim run`: the Discord bot, until it is told to stop.

use std::io::{self, IsTerminal};
use std::net::SocketAddr;
use std::num::NonZeroUsize;
use std::path::{Path, PathBuf};
use std::pin::pin;
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;
use std::time::{Duration, SystemTime};

use anyhow::Context;
use tokio::signal::unix::{Signal, SignalKind, signal};

use super::understanding::Bar;
use super::{
    DataArgs, FAILURE, JournalArgs, LIMITS, RunArgs, SUCCESS, UnderstandingArgs, folders, lock,
    logging, setup,
};
use crate::atomic_file;
use crate::bot::{self, Endpoints, Metrics, MetricsServer, NotAToken, Settings, Timing, UPLOADS};
use crate::dense::Progress;
use crate::folder_edit::FolderEditor;
use crate::journal::Journal;
use crate::library::{EncodingNews, Library};

/// The folder in the data folder that keeps what was removed from the folder of articles.
const TRASH: &str = "trash";

/// How long whatever still blocks a thread (a reload) may take when the program ends.
const LAST_WORK: Duration = Duration::from_millis(100);

/// Opens the folder, connects, and stays until SIGTERM or Ctrl-C; SIGHUP reloads.
pub(super) fn run(args: RunArgs) -> anyhow::Result<u8> {
    logging::start(args.log_level, args.log_format, &args.discord_token);
    let token = args.discord_token.check();
    if token == Err(NotAToken::Missing) && io::stderr().is_terminal() {
        anstream::eprint!("{}", setup::FIRST_STEPS);
        return Ok(FAILURE);
    }
    token?;
    if let Some(problem) =
        folders::problem(&args.knowledge.knowledge, &args.understanding.data.data)
    {
        anyhow::bail!(problem);
    }
    // Held to the end.
    let lock = lock::lock(&args.understanding.data.data)?;
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .enable_all()
        .build()
        .context("the threads could not be started")?;
    let ended = runtime.block_on(serve(args, lock.is_some()));
    // A reload under way has nobody left to report to.
    runtime.shutdown_timeout(LAST_WORK);
    drop(lock);
    ended.map(|()| SUCCESS)
}

/// `alone` says that no other bot has the data folder.
async fn serve(args: RunArgs, alone: bool) -> anyhow::Result<()> {
    // Before the folder is read, so that no signal finds the program without an answer.
    let mut stop = pin!(stop_signal()?);
    let hangups = signal(SignalKind::hangup())?;
    let folder = args.knowledge.knowledge;
    let data = args.understanding.data.data.clone();
    let metrics = Metrics::default();
    // Until this ends.
    let _server = serve_metrics(args.metrics.metrics_addr, &metrics).await?;
    let editor = FolderEditor::new(folder.clone(), data.join(TRASH), UPLOADS);
    if alone {
        clear_unfinished(&data, args.knowledge_edit.is_on().then_some(&editor));
    }
    let pending = metrics.clone();
    let open = tokio::task::spawn_blocking(move || {
        let journal = open_journal(&args.journal, &args.understanding.data);
        let library = open(folder, &args.understanding, pending)?;
        Ok::<_, anyhow::Error>((library, journal))
    });
    let (library, journal) = tokio::select! {
        () = &mut stop => return Ok(()),
        opened = open => opened??,
    };
    announce(&library);
    let reloading = reload_on_hangup(hangups, Arc::clone(&library), metrics.clone());
    tokio::spawn(reloading);
    let cores = thread::available_parallelism().unwrap_or(NonZeroUsize::MIN);
    let settings = Settings {
        token: args.discord_token,
        home_guild: args.home_guild_id,
        admin_roles: args.admin_role_ids.0,
        max_quotes: usize::from(args.quotes.top),
        translation: args.translate_url,
        journal,
        editor: Arc::new(editor),
        edit: args.knowledge_edit.is_on(),
        defer_after: Settings::DEFER_AFTER,
        cooldown: args.cooldown.0,
        cores,
        waiting: cores.get() * Settings::WAITING_PER_CORE,
        timing: Timing::default(),
        endpoints: Endpoints {
            api_url: args.rest.discord_api_url,
            gateway_url: args.discord_gateway_url,
            http_client: None,
        },
        metrics,
    };
    Ok(bot::run(settings, library, stop).await?)
}

/// Answers how the bot is where the operator wants that told.
async fn serve_metrics(
    address: Option<SocketAddr>,
    metrics: &Metrics,
) -> anyhow::Result<Option<MetricsServer>> {
    let Some(address) = address else {
        return Ok(None);
    };
    let server = metrics.serve(address).await;
    let server = server.with_context(|| format!("METRICS_ADDR: cannot listen on {address}"))?;
    tracing::info!(address = %server.address(), "metrics can be read");
    Ok(Some(server))
}

/// Removes the files that a killed process has begun in the folders that are written: that of the
/// data, and those that the editor changes.
fn clear_unfinished(data: &Path, editor: Option<&FolderEditor>) {
    let mut removed = atomic_file::remove_unfinished(data);
    removed += editor.map_or(0, FolderEditor::clear_unfinished);
    if removed > 0 {
        tracing::info!(removed, "unfinished files of a killed process were removed");
    }
}

/// Opens the folder; with the encoder, if it is wanted.
fn open(
    folder: PathBuf,
    args: &UnderstandingArgs,
    metrics: Metrics,
) -> anyhow::Result<Arc<Library>> {
    let dense = args.load().finish(|problem| tracing::warn!("{problem}"))?;
    #[allow(
        clippy::disallowed_methods,
        reason = "the edge reads the clock, the core does not"
    )]
    let now = SystemTime::now();
    Ok(Library::open(
        folder,
        LIMITS,
        dense,
        now,
        reporter(metrics),
    )?)
}

/// Opens the journal, which works whatever is wrong with it.
fn open_journal(args: &JournalArgs, data: &DataArgs) -> Arc<Journal> {
    let (journal, problem) = args.open(&data.data);
    match problem {
        Some(problem) if journal.is_persistent() => tracing::warn!("{problem}"),
        Some(problem) => {
            tracing::warn!("{problem}; the journal is kept in memory until the program exits");
        }
        None => {}
    }
    Arc::new(journal)
}

/// Tells how far encoding is: by a bar on a terminal, in the log when it begins and ends, and in the
/// metrics.
fn reporter(metrics: Metrics) -> impl Fn(EncodingNews) + Send + Sync + 'static {
    let bar = Mutex::new(Bar::new());
    move |news| {
        let mut bar = bar.lock().unwrap_or_else(PoisonError::into_inner);
        match news {
            EncodingNews::Progress(Progress::Encoded { done, all }) => {
                if done == 0 {
                    tracing::info!(
                        texts = all,
                        "encoding; until it is done, questions are matched by words"
                    );
                }
                metrics.pending(all - done);
                bar.show(done, all);
            }
            EncodingNews::Progress(Progress::NotKept(error)) => tracing::warn!("{error}"),
            EncodingNews::Interrupted => {
                metrics.pending(0);
                bar.clear();
            }
            EncodingNews::Encoded => {
                metrics.pending(0);
                bar.clear();
                tracing::info!("questions are matched by meaning");
            }
        }
    }
}

fn announce(library: &Library) {
    let snapshot = library.current();
    bot::log_problems(snapshot.problems());
    let warnings = snapshot
        .problems()
        .iter()
        .filter(|problem| problem.is_warning())
        .count();
    tracing::info!(
        documents = snapshot.corpus().documents().len(),
        passages = snapshot.corpus().passage_count(),
        problems = snapshot.problems().len() - warnings,
        warnings,
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

async fn reload_on_hangup(mut hangups: Signal, library: Arc<Library>, metrics: Metrics) {
    while hangups.recv().await.is_some() {
        let (library, metrics) = (Arc::clone(&library), metrics.clone());
        let reload = tokio::task::spawn_blocking(move || bot::reload(&library, &metrics));
        if let Err(error) = reload.await {
            tracing::error!(%error, "reload failed");
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_yet_to_be_encoded_is_told() {
        let metrics = Metrics::default();
        let tell = reporter(metrics.clone());
        let encoded = |done| EncodingNews::Progress(Progress::Encoded { done, all: 10 });
        for (news, pending) in [
            (encoded(0), 10),
            (encoded(4), 6),
            (EncodingNews::Interrupted, 0),
            (encoded(7), 3),
            (EncodingNews::Encoded, 0),
        ] {
            tell(news);
            let told = metrics.text();
            let expected = format!("\nverbatim_vectors_pending {pending}\n");
            assert!(told.contains(&expected), "{expected}: {told}");
        }
    }
}
