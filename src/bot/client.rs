//! The *client*: how the bot starts, reaches Discord and its gateway, and stops.

use std::future::Future;
use std::num::NonZeroUsize;
use std::pin::pin;
use std::sync::Arc;
use std::time::Duration;

use serenity::http::Route;
use serenity::model::id::{GuildId, RoleId};
use tokio::task::JoinSet;
use tokio_util::sync::CancellationToken;
use tokio_util::task::TaskTracker;

use super::api::respond;
use super::api::rest::{Rest, RestError};
use super::api::{DiscordError, Endpoints, Token};
use super::app::admins::{Admins, Application};
use super::app::cooldown::{Cooldown, Rate};
use super::app::journal::prune_daily;
use super::app::queue::Queue;
use super::app::{App, ForumPosts, LastAsked, Presence, VotesCast};
use super::gateway::{Backoff, Gateway, Recommended, Timing};
use super::registry::{Registering, Registry};
use super::{dispatch, events};
use crate::folder_edit::FolderEditor;
use crate::journal::Journal;
use crate::library::Library;
use crate::reply::TranslationUrl;

/// How long answers in flight may take when the bot is stopped.
const SHUTDOWN_GRACE: Duration = Duration::from_secs(5);

/// All that a bot needs to know beside its knowledge.
#[derive(Debug, Clone)]
pub struct Settings {
    /// The bot's token.
    pub token: Token,
    /// Where commands are registered and whose managers may reload; everywhere when `None`.
    pub home_guild: Option<u64>,
    /// Roles whose members may reload.
    pub admin_roles: Vec<u64>,
    /// The most quotes in one answer.
    pub max_quotes: usize,
    /// Where readers may have a quote translated.
    pub translation: Option<TranslationUrl>,
    /// What answers leave behind, and the settings of channels.
    pub journal: Arc<Journal>,
    /// The folder as admins see it.
    pub editor: Arc<FolderEditor>,
    /// Whether admins may change the folder.
    pub edit: bool,
    /// How long an answer may take before the member is shown that it is under way;
    /// [`Settings::DEFER_AFTER`] unless a test wants another.
    pub defer_after: Duration,
    /// How often a member may ask; as often as they like without.
    pub cooldown: Option<Rate>,
    /// How many questions are answered at once.
    pub cores: NonZeroUsize,
    /// How many wait behind them at most; [`Settings::WAITING_PER_CORE`] for each core unless a test
    /// wants another number.
    pub waiting: usize,
    /// How long the bot waits for Discord, and before it tries again.
    pub timing: Timing,
    /// Where Discord is.
    pub endpoints: Endpoints,
}

impl Settings {
    /// How long an answer may take before the member is shown that it is under way.
    pub const DEFER_AFTER: Duration = respond::DEFER_AFTER;

    /// How many questions may wait for each core: at some 25 ms a question, less than a second's work.
    pub const WAITING_PER_CORE: usize = 32;
}

/// Runs the bot until `stop` comes to its end or Discord refuses it.
///
/// While Discord cannot be reached the bot keeps trying, ever more slowly. On `stop` no further
/// event is taken, answers in flight have 5 seconds to be finished, and the gateway is told
/// goodbye.
///
/// # Errors
/// When the token is refused, or Discord says that a bot with these settings cannot run.
pub async fn run(
    settings: Settings,
    library: Arc<Library>,
    stop: impl Future<Output = ()>,
) -> Result<(), DiscordError> {
    settings.token.check()?;
    let rest = Rest::new(&settings.token, &settings.endpoints)?;
    let mut stop = pin!(stop);
    let (application, recommended) = tokio::select! {
        () = &mut stop => return Ok(()),
        reached = reach(&rest, &settings.timing) => reached?,
    };
    let definitions = dispatch::definitions();
    let registry = Registry::new(application.id, settings.home_guild(), definitions);
    let registering = tokio::select! {
        () = &mut stop => return Ok(()),
        registering = registry.register(&rest) => registering,
    };
    let app = Arc::new(app(&settings, &application, library, rest, registry));
    // Ends with this function, whichever way.
    let mut beside = JoinSet::new();
    beside.spawn(prune_daily(Arc::clone(&app.journal)));
    if registering == Registering::Later {
        beside.spawn(register_later(Arc::clone(&app), settings.timing));
    }
    let gateway = Gateway::new(
        &recommended,
        &settings.token,
        &settings.endpoints,
        settings.timing,
    );
    let leave = CancellationToken::new();
    let handle = {
        let app = Arc::clone(&app);
        move |event| events::handle(&app, event)
    };
    let mut running = pin!(gateway.run(handle, leave.clone()));
    tokio::select! {
        ended = &mut running => return Ok(ended?),
        () = stop => {}
    }
    tracing::info!("stopping");
    finish_answers(&app).await;
    leave.cancel();
    if tokio::time::timeout(SHUTDOWN_GRACE, running).await.is_err() {
        tracing::warn!("the gateway did not say goodbye in time");
    }
    Ok(())
}

fn app(
    settings: &Settings,
    application: &Application,
    library: Arc<Library>,
    rest: Rest,
    registry: Registry,
) -> App {
    App {
        library,
        journal: Arc::clone(&settings.journal),
        editor: Arc::clone(&settings.editor),
        edit: settings.edit,
        max_quotes: settings.max_quotes,
        translation: settings.translation.clone(),
        defer_after: settings.defer_after,
        queue: Queue::new(settings.cores, settings.waiting),
        cooldown: settings.cooldown.map(Cooldown::new),
        rest,
        registry,
        admins: Admins::new(application, settings.admin_roles(), settings.home_guild()),
        presence: Presence::default(),
        votes_cast: VotesCast::default(),
        forum_posts: ForumPosts::default(),
        last_asked: LastAsked::default(),
        tasks: TaskTracker::new(),
    }
}

/// Takes no further event, and waits for answers in flight as long as they may take.
async fn finish_answers(app: &App) {
    app.tasks.close();
    let finished = tokio::time::timeout(SHUTDOWN_GRACE, app.tasks.wait()).await;
    if finished.is_err() {
        let lost = app.tasks.len();
        tracing::warn!(lost, "some answers were not finished in time");
    }
}

/// Asks Discord who the bot is and where the gateway is, until it answers.
async fn reach(rest: &Rest, timing: &Timing) -> Result<(Application, Recommended), DiscordError> {
    let mut backoff = Backoff::new(timing);
    loop {
        let both = async {
            let application = Application::fetch(rest).await?;
            let recommended = rest.get_once(Route::GatewayBot).await?;
            Ok::<_, RestError>((application, recommended))
        };
        match both.await {
            Ok(both) => return Ok(both),
            Err(error) if error.is_transient() => {
                let wait = backoff.next();
                tracing::warn!(%error, ?wait, "Discord cannot be reached; trying again");
                tokio::time::sleep(wait).await;
            }
            Err(error) => return Err(error.into()),
        }
    }
}

/// Registers the commands once Discord can be reached; until then the bot answers mentions, and
/// what was registered before.
async fn register_later(app: Arc<App>, timing: Timing) {
    let mut backoff = Backoff::new(&timing);
    loop {
        tokio::time::sleep(backoff.next()).await;
        if app.registry.register(&app.rest).await == Registering::Done {
            return;
        }
    }
}

impl Settings {
    fn home_guild(&self) -> Option<GuildId> {
        self.home_guild.map(GuildId::new)
    }

    fn admin_roles(&self) -> impl Iterator<Item = RoleId> {
        self.admin_roles.iter().copied().map(RoleId::new)
    }
}
