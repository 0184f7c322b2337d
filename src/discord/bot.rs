//! The *bot*: from a request to the reply, and what it has to know for that.

use std::sync::{Arc, OnceLock};
use std::time::{Duration, Instant, SystemTime};

use serenity::model::Permissions;
use serenity::model::application::{
    CommandInteraction, ComponentInteraction, Interaction, ModalInteraction,
};
use serenity::model::channel::Message;
use serenity::model::id::{ApplicationId, ChannelId, GuildId};
use tokio_util::task::TaskTracker;

use super::admins::Admins;
use super::ballots::Ballots;
use super::channels::channel_of;
use super::commands::{self, Registered};
use super::explaining::LastAsked;
use super::forum::Posts;
use super::inspection;
use super::presence::Presence;
use super::press::Press;
use super::request::{Asker, AtRest, Request, Want};
use super::respond::{self, Coming, Prompt};
use super::rest::{Rest, RestError};
use super::typing::Typing;
use crate::corpus::Problem;
use crate::journal::{Journal, Mode, Place};
use crate::knowledge::{KnowledgeError, Library, ReloadReport};
use crate::reply::{self, About, Locale, Notice, Reply, SelfCheck, TranslationUrl};
use crate::shelf::Shelf;

/// Everything that answering needs; shared by all events.
pub(super) struct Bot {
    pub(super) library: Arc<Library>,
    pub(super) journal: Arc<Journal>,
    pub(super) shelf: Arc<Shelf>,
    /// Whether admins may change what is on the shelf.
    pub(super) edit: bool,
    pub(super) ballots: Ballots,
    pub(super) posts: Posts,
    pub(super) last_asked: LastAsked,
    pub(super) rest: Rest,
    pub(super) application: ApplicationId,
    pub(super) home_guild: Option<GuildId>,
    pub(super) admins: Admins,
    pub(super) max_quotes: usize,
    pub(super) translation: Option<TranslationUrl>,
    pub(super) patience: Duration,
    /// Answers in flight; closed when no further one is to be begun.
    pub(super) tasks: TaskTracker,
    pub(super) presence: Presence,
    /// The commands as Discord has them; empty until they are registered.
    pub(super) commands: OnceLock<Registered>,
}

/// Whether registering the commands is over.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Registering {
    Done,
    Later,
}

impl Bot {
    /// Responds to a command, a press, a form, or what is being typed.
    pub(super) async fn interaction(self: &Arc<Self>, interaction: &Interaction) {
        if self.tasks.is_closed() {
            return;
        }
        let done = async {
            match interaction {
                Interaction::Command(command) => self.command(command).await,
                Interaction::Autocomplete(typing) => self.suggest(typing).await,
                Interaction::Component(component) => self.press(component).await,
                Interaction::Modal(form) => self.form(form).await,
                _ => Ok(()),
            }
        };
        report("interaction", self.tasks.track_future(done).await);
    }

    /// Answers a message if it speaks to the bot, and a post that begins with one that does not.
    pub(super) async fn message(self: &Arc<Self>, message: &Message) {
        if self.tasks.is_closed() {
            return;
        }
        let Some(me) = self.presence.me() else { return };
        let fallback = self.presence.reader_of(message.guild_id);
        let request = Request::from_message(message, me, fallback);
        self.post_begun(message, request.as_ref()).await;
        if let Some(request) = request {
            self.answer_message(message, request).await;
        }
    }

    async fn answer_message(self: &Arc<Self>, message: &Message, mut request: Request) {
        let settings = self.settings_of(message.channel_id);
        if matches!(settings.mode, Mode::Off | Mode::Commands) {
            return;
        }
        if settings.private && matches!(request.want, Want::Answer(_)) {
            request.want = AtRest::PrivateChannel.into();
        }
        let in_thread = settings.place == Place::Thread && message.guild_id.is_some();
        let in_thread = in_thread && self.presence.parent_of(message.channel_id).is_none();
        let in_thread = match &mut request.want {
            Want::Answer(asked) if in_thread => {
                // The answer does not refer to the message, so the question stands above it.
                asked.echo = true;
                asked.channel = respond::thread_of(message);
                true
            }
            _ => false,
        };
        let coming = self.start(request);
        let done = respond::to_message(&self.rest, message, in_thread, coming);
        report("message", self.tasks.track_future(done).await);
    }

    async fn command(self: &Arc<Self>, command: &CommandInteraction) -> Result<(), RestError> {
        let Some(request) = Request::from_command(command) else {
            tracing::warn!(name = command.data.name, "unknown command");
            return Ok(());
        };
        let request = self.in_channel(channel_of(command), request);
        self.respond(command.into(), request).await
    }

    async fn press(self: &Arc<Self>, component: &ComponentInteraction) -> Result<(), RestError> {
        let prompt = Prompt::from(component);
        match Press::of(component) {
            Some(Press::Reply(request)) => self.respond(prompt, *request).await,
            Some(Press::Delete) => respond::by_deleting(&self.rest, prompt).await,
            Some(Press::Form(locale)) => {
                respond::by_form(&self.rest, prompt, &reply::question_form(locale)).await
            }
            None => {
                // Behind the first colon may stand who asked.
                let id = component.data.custom_id.split(':').next();
                tracing::warn!(id, "unknown button");
                Ok(())
            }
        }
    }

    async fn form(self: &Arc<Self>, form: &ModalInteraction) -> Result<(), RestError> {
        match Request::from_form(form) {
            Some(request) => {
                let request = self.in_channel(form.channel_id, request);
                self.respond(form.into(), request).await
            }
            None => Ok(()),
        }
    }

    async fn suggest(self: &Arc<Self>, typing: &CommandInteraction) -> Result<(), RestError> {
        let (bot, typed) = (Arc::clone(self), Typing::of(typing));
        let suggested = tokio::task::spawn_blocking(move || bot.suggestions(&typed)).await;
        let suggested = suggested.unwrap_or_else(|error| {
            tracing::error!(panicked = error.is_panic(), "nothing could be suggested");
            Vec::new()
        });
        respond::by_suggesting(&self.rest, typing.into(), &suggested).await
    }

    async fn respond(
        self: &Arc<Self>,
        prompt: Prompt<'_>,
        request: Request,
    ) -> Result<(), RestError> {
        let coming = self.start(request);
        respond::to_interaction(&self.rest, prompt, self.patience, coming).await
    }

    /// Starts to make the reply, which may take its time.
    fn start(self: &Arc<Self>, request: Request) -> Coming {
        let (showing, locale) = (request.showing, request.reader.locale);
        let bot = Arc::clone(self);
        Coming {
            reply: tokio::spawn(async move { bot.reply(request).await }),
            showing,
            locale,
        }
    }

    async fn reply(self: Arc<Self>, request: Request) -> Reply {
        let locale = request.reader.locale;
        match request.want.clone() {
            Want::Answer(asked) => self.answer(asked, &request).await,
            Want::Folder(want) => self.folder(want, request).await,
            Want::About(channel, granted) => self.about(channel, granted, &request).await,
            Want::AtRest(want) => {
                self.blocking(locale, move |bot| bot.at_rest(want, &request))
                    .await
            }
        }
    }

    /// Makes a reply on a thread where it may read files and compute.
    pub(super) async fn blocking(
        self: Arc<Self>,
        locale: Locale,
        make: impl FnOnce(&Arc<Self>) -> Reply + Send + 'static,
    ) -> Reply {
        let reply = tokio::task::spawn_blocking(move || make(&self)).await;
        reply.unwrap_or_else(|error| {
            tracing::error!(panicked = error.is_panic(), "a reply could not be made");
            reply::notice(Notice::Failed, locale)
        })
    }

    /// A reply that asks nothing of Discord.
    fn at_rest(self: &Arc<Self>, want: AtRest, request: &Request) -> Reply {
        let (locale, user) = (request.reader.locale, request.asker.user);
        let edition = self.library.current();
        match want {
            AtRest::Page(bookmark, menu, question) => {
                let page = self.page(&edition, bookmark, menu, request);
                match question.filter(|_| !page.aside) {
                    Some(question) => page.below(&question),
                    None => page,
                }
            }
            AtRest::Verify(texts) => {
                let looked_at = texts.iter().take(reply::MOST_TEXTS);
                let results: Vec<_> = looked_at
                    .map(|text| (text.as_str(), edition.verify(text)))
                    .collect();
                let reply = reply::verified(&results, texts.len(), locale);
                match texts.as_slice() {
                    [text] => reply.below(text),
                    _ => reply,
                }
            }
            AtRest::Vote(bookmark, vote) => self.vote(bookmark, vote, user, locale),
            AtRest::Notice(notice) => reply::notice(notice, locale),
            AtRest::Sources => reply::sources(edition.corpus().documents(), locale),
            AtRest::Reload => self.reload(request),
            AtRest::Help => reply::help(&self.commands().ask(), locale),
            AtRest::PrivateChannel => reply::answers_private(&self.commands().ask(), locale),
            AtRest::Unreadable(instead) => {
                reply::unreadable(&self.commands().mention(instead), locale)
            }
            AtRest::Commands => {
                let commands = self.commands();
                let admin = self.is_admin(&request.asker);
                reply::command_list(&commands.ask(), &commands.list(admin, locale), locale)
            }
            AtRest::Gaps(want) => self.gaps(&want, request),
            AtRest::Settings(channel, new) => self.settings(channel, new, request),
            AtRest::Why(channel, question) => self.explain(channel, question, request),
        }
    }

    /// What this bot is; to an admin, also what it lacks.
    async fn about(
        self: Arc<Self>,
        channel: ChannelId,
        granted: Option<Permissions>,
        request: &Request,
    ) -> Reply {
        let edition = self.library.current();
        let corpus = edition.corpus();
        let languages = corpus.languages();
        let about = About {
            version: env!("CARGO_PKG_VERSION"),
            documents: corpus.documents().len(),
            passages: corpus.passage_count(),
            languages: &languages,
            loaded: self.library.loaded_at(),
            by_meaning: edition.is_semantic(),
        };
        let mut reply = reply::about(&about, request.reader.locale);
        if self.is_admin(&request.asker) {
            let in_step =
                commands::are_in_step(&self.rest, self.application, self.home_guild).await;
            if let Err(error) = &in_step {
                tracing::warn!(%error, "whether the commands are in step is not known");
            }
            let in_thread = self.settings_of(channel).place == Place::Thread;
            let missing = |granted| inspection::missing(granted, in_thread);
            let check = SelfCheck {
                commands_in_step: in_step.ok(),
                missing: granted.map(missing),
            };
            reply = reply.with_check(&check, request.reader.locale);
        }
        reply
    }

    /// Takes what came of registering the commands; a failure is logged, and worth another try where
    /// it may pass.
    pub(super) fn take_commands(&self, registered: Result<Registered, RestError>) -> Registering {
        match registered {
            Ok(commands) => {
                self.commands.get_or_init(|| commands);
                Registering::Done
            }
            Err(error) => {
                let home_guild = self.home_guild;
                tracing::error!(%error, ?home_guild, "the commands could not be registered");
                if error.is_passing() {
                    Registering::Later
                } else {
                    Registering::Done
                }
            }
        }
    }

    fn commands(&self) -> &Registered {
        static NONE: Registered = Registered::NONE;
        self.commands.get().unwrap_or(&NONE)
    }

    /// Whether a member may change and see what is everybody's.
    pub(super) fn is_admin(&self, asker: &Asker) -> bool {
        self.admins.include(asker, self.presence.only_guild())
    }

    fn reload(&self, request: &Request) -> Reply {
        let user = request.asker.user;
        if !self.is_admin(&request.asker) {
            tracing::info!("reload refused");
            return reply::notice(Notice::AdminsOnly, request.reader.locale);
        }
        tracing::info!(%user, "reload asked for");
        match reload(&self.library) {
            Ok((report, took)) => reply::reloaded(&report, took, request.reader.locale),
            Err(error) => {
                reply::reload_failed(&error.to_string(), error.problems(), request.reader.locale)
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
        reason = "the edge reads the clock, the core does not"
    )]
    let (began, now) = (Instant::now(), SystemTime::now());
    match library.reload(now) {
        Ok(report) => {
            let took = began.elapsed();
            tracing::info!(
                ?took,
                documents = report.documents_total,
                passages = report.passages_total,
                problems = report.problems.iter().filter(|it| !it.is_warning()).count(),
                warnings = report.problems.iter().filter(|it| it.is_warning()).count(),
                "reloaded"
            );
            log_problems(&report.problems);
            Ok((report, took))
        }
        Err(error) => {
            tracing::error!(%error, "reload failed; the edition before it keeps answering");
            Err(error)
        }
    }
}

/// Logs what is wrong with the folder, and what may be as it was meant, told apart.
pub fn log_problems(problems: &[Problem]) {
    for problem in problems {
        tracing::warn!("{}: {problem}", problem.severity);
    }
}

/// A reply that could not be delivered is logged; there is nobody left to tell.
pub(super) fn report(what: &str, delivered: Result<(), RestError>) {
    match delivered {
        Ok(()) => tracing::debug!(what, "answered"),
        Err(error) if error.is_gone() => {
            tracing::debug!(what, %error, "nothing to reply to any more");
        }
        Err(error) => tracing::warn!(what, %error, "the reply could not be delivered"),
    }
}
