//! The *bot*: from a request to the reply, and what it has to know for that.

use std::sync::Arc;
use std::time::{Duration, Instant};

use serenity::model::application::CommandInteraction;
use serenity::model::channel::Message;
use tokio_util::task::TaskTracker;

use super::admins::Admins;
use super::presence::Presence;
use super::request::{Request, Want};
use super::respond::{self, Coming};
use super::rest::{Rest, RestError};
use crate::knowledge::{KnowledgeError, Library, ReloadReport};
use crate::reply::{self, About, Notice, Reply};

/// Everything that answering needs; shared by all events.
pub(super) struct Bot {
    pub(super) library: Arc<Library>,
    pub(super) rest: Rest,
    pub(super) admins: Admins,
    pub(super) max_quotes: usize,
    pub(super) patience: Duration,
    /// Answers in flight; closed when no further one is to be begun.
    pub(super) tasks: TaskTracker,
    pub(super) presence: Presence,
    /// How to write the command that asks, so that Discord renders it.
    pub(super) ask: String,
}

impl Bot {
    /// Answers a slash or message command.
    pub(super) async fn command(self: &Arc<Self>, command: &CommandInteraction) {
        if self.tasks.is_closed() {
            return;
        }
        let Some(request) = Request::from_command(command) else {
            tracing::warn!(name = command.data.name, "unknown command");
            return;
        };
        let coming = self.start(request);
        let done = respond::to_command(&self.rest, command, self.patience, coming);
        report("interaction", self.tasks.track_future(done).await);
    }

    /// Answers a message if it speaks to the bot.
    pub(super) async fn message(self: &Arc<Self>, message: &Message) {
        if self.tasks.is_closed() {
            return;
        }
        let Some(me) = self.presence.me() else { return };
        let fallback = self.presence.locale_of(message.guild_id);
        let Some(request) = Request::from_message(message, me, fallback) else {
            return;
        };
        let coming = self.start(request);
        let done = respond::to_message(&self.rest, message, coming);
        report("message", self.tasks.track_future(done).await);
    }

    /// Starts to make the reply on a thread where it may take its time.
    fn start(self: &Arc<Self>, request: Request) -> Coming {
        let (private, locale) = (request.private, request.locale);
        let bot = Arc::clone(self);
        Coming {
            reply: tokio::task::spawn_blocking(move || bot.reply(request)),
            private,
            locale,
        }
    }

    fn reply(&self, request: Request) -> Reply {
        let locale = request.locale;
        let edition = self.library.current();
        match request.want {
            Want::Answer(question) => match edition.answer(&question, self.max_quotes) {
                Ok(answer) => reply::answer(&answer, locale),
                Err(error) => {
                    tracing::error!(%error, "a question could not be answered");
                    reply::notice(Notice::Failed, locale)
                }
            },
            Want::Notice(notice) => reply::notice(notice, locale),
            Want::Sources => reply::sources(edition.corpus().documents(), locale),
            Want::Reload => self.reload(&request),
            Want::About => {
                let corpus = edition.corpus();
                let languages = corpus.languages();
                let about = About {
                    version: env!("CARGO_PKG_VERSION"),
                    documents: corpus.documents().len(),
                    passages: corpus.passages().count(),
                    languages: &languages,
                };
                reply::about(&about, locale)
            }
            Want::Help => reply::help(&self.ask, locale),
        }
    }

    fn reload(&self, request: &Request) -> Reply {
        let user = request.asker.user;
        let only_guild = self.presence.only_guild();
        if !self.admins.include(&request.asker, only_guild) {
            tracing::info!(%user, "reload refused");
            return reply::notice(Notice::AdminsOnly, request.locale);
        }
        tracing::info!(%user, "reload asked for");
        match reload(&self.library) {
            Ok((report, took)) => reply::reloaded(&report, took, request.locale),
            Err(error) => {
                reply::reload_failed(&error.to_string(), error.problems(), request.locale)
            }
        }
    }
}

/// Reloads, logs what came of it, and tells how long it took.
///
/// # Errors
/// As [`Library::reload`]; the edition before it then keeps answering.
pub fn reload(library: &Arc<Library>) -> Result<(ReloadReport, Duration), KnowledgeError> {
    #[allow(
        clippy::disallowed_methods,
        reason = "the edge measures, the core does not"
    )]
    let began = Instant::now();
    match library.reload() {
        Ok(report) => {
            let took = began.elapsed();
            tracing::info!(
                ?took,
                documents = report.documents_total,
                passages = report.passages_total,
                problems = report.problems.len(),
                "reloaded"
            );
            for problem in &report.problems {
                tracing::warn!("{problem}");
            }
            Ok((report, took))
        }
        Err(error) => {
            tracing::error!(%error, "reload failed; the edition before it keeps answering");
            Err(error)
        }
    }
}

/// A reply that could not be delivered is logged; there is nobody left to tell.
fn report(what: &str, delivered: Result<(), RestError>) {
    match delivered {
        Ok(()) => tracing::debug!(what, "answered"),
        Err(error) => tracing::warn!(what, %error, "the reply could not be delivered"),
    }
}
