//! The *client*: how the bot starts, reaches Discord and its gateway, and stops.

use std::future::Future;
use std::pin::pin;
use std::sync::Arc;
use std::time::Duration;

use serde::Deserialize;
use serenity::Client;
use serenity::client::ClientBuilder;
use serenity::gateway::{GatewayError, ShardManager};
use serenity::http::Route;
use serenity::model::gateway::GatewayIntents;
use serenity::model::id::{GuildId, RoleId};
use tokio::task::JoinSet;
use tokio_util::task::TaskTracker;

use super::api::respond;
use super::api::rest::{self, Rest, RestError};
use super::api::{DiscordError, Endpoints, Token};
use super::app::admins::{Admins, Application};
use super::app::journal::prune_daily;
use super::app::{App, ForumPosts, LastAsked, Presence, VotesCast};
use super::dispatch;
use super::events::Handler;
use super::registry::{Registering, Registry};
use crate::folder_edit::FolderEditor;
use crate::journal::Journal;
use crate::library::Library;
use crate::reply::TranslationUrl;

/// Nothing privileged: messages that mention the bot and direct messages carry their text anyway.
const INTENTS: GatewayIntents = GatewayIntents::GUILDS
    .union(GatewayIntents::GUILD_MESSAGES)
    .union(GatewayIntents::DIRECT_MESSAGES);

/// How long answers in flight may take when the bot is stopped.
const SHUTDOWN_GRACE: Duration = Duration::from_secs(5);

/// Serenity's shards look for messages to them at least this often (`ShardRunner::recv_event`),
/// with some room.
const SERENITY_LOOKS_AFTER: Duration = Duration::from_millis(600);

/// The first and the longest wait before Discord is tried again after it could not be reached.
const RETRY: (Duration, Duration) = (Duration::from_secs(1), Duration::from_mins(1));

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
    /// Where Discord is.
    pub endpoints: Endpoints,
}

impl Settings {
    /// How long an answer may take before the member is shown that it is under way.
    pub const DEFER_AFTER: Duration = respond::DEFER_AFTER;
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
    let (application, gateway) = tokio::select! {
        () = &mut stop => return Ok(()),
        reached = reach(&rest) => reached?,
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
        beside.spawn(register_later(Arc::clone(&app)));
    }
    let mut client = connect(&settings, &gateway, &app).await?;
    let shards = Arc::clone(&client.shard_manager);
    let mut running = pin!(client.start_shards(gateway.shards));
    tokio::select! {
        ended = &mut running => return ended.map_err(refused),
        () = stop => {}
    }
    tracing::info!("stopping");
    finish_answers(&app).await;
    let goodbye = async {
        say_goodbye(&shards, app.presence.was_restarted(gateway.shards)).await;
        running.await
    };
    if tokio::time::timeout(SHUTDOWN_GRACE, goodbye).await.is_err() {
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

/// Closes every connection to the gateway as one that ends for good.
///
/// Serenity 0.12.5 forgets to close a connection that it has restarted before: the note that the
/// restart was done is taken for the note that the closing is. Such a connection is told directly,
/// and given the time after which it looks for messages.
async fn say_goodbye(shards: &ShardManager, restarted: bool) {
    if restarted {
        for runner in shards.runners.lock().await.values() {
            runner.runner_tx.shutdown_clean();
        }
        tokio::time::sleep(SERENITY_LOOKS_AFTER).await;
    }
    shards.shutdown_all().await;
}

/// Discord's word on where the gateway is and how many connections it wants.
#[derive(Debug, Deserialize)]
struct Gateway {
    url: String,
    shards: u32,
}

/// Asks Discord who the bot is and where the gateway is, until it answers.
async fn reach(rest: &Rest) -> Result<(Application, Gateway), DiscordError> {
    let (mut wait, longest) = RETRY;
    loop {
        let both = async {
            let application = Application::fetch(rest).await?;
            let gateway = rest.get(Route::GatewayBot).await?;
            Ok::<_, RestError>((application, gateway))
        };
        match both.await {
            Ok(both) => return Ok(both),
            Err(error) if error.is_transient() => {
                tracing::warn!(%error, ?wait, "Discord cannot be reached; trying again");
                tokio::time::sleep(wait).await;
                wait = (wait * 2).min(longest);
            }
            Err(error) => return Err(error.into()),
        }
    }
}

/// Registers the commands once Discord can be reached; until then the bot answers mentions, and
/// what was registered before.
async fn register_later(app: Arc<App>) {
    let (mut wait, longest) = RETRY;
    loop {
        tokio::time::sleep(wait).await;
        wait = (wait * 2).min(longest);
        if app.registry.register(&app.rest).await == Registering::Done {
            return;
        }
    }
}

async fn connect(
    settings: &Settings,
    gateway: &Gateway,
    app: &Arc<App>,
) -> Result<Client, DiscordError> {
    let http = rest::http(&settings.token, &settings.endpoints)?;
    let client = ClientBuilder::new_with_http(http, INTENTS)
        .event_handler(Handler(Arc::clone(app)))
        .await
        .map_err(refused)?;
    // Set in any case: where serenity could not ask for the address itself it assumes one.
    let url = settings
        .endpoints
        .gateway_url
        .as_ref()
        .unwrap_or(&gateway.url);
    client.ws_url.lock().await.clone_from(url);
    Ok(client)
}

/// What serenity says when it cannot go on, in words that tell the operator what to do.
fn refused(error: serenity::Error) -> DiscordError {
    match error {
        serenity::Error::Gateway(GatewayError::InvalidAuthentication) => DiscordError::BadToken,
        other => DiscordError::Ended(other.to_string()),
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
