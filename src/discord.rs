//! The *Discord* edge: one client, one short handler for each event, and the way from an event to
//! a reply.

mod admins;
mod answering;
mod ballots;
mod bot;
mod channels;
mod clock;
mod commands;
mod components;
mod conversation;
pub mod endpoints;
mod explaining;
mod folder;
mod forum;
mod gaps;
mod inspection;
mod options;
mod presence;
mod press;
mod request;
mod respond;
mod rest;
mod spoken;
mod token;
mod typing;

use std::future::Future;
use std::pin::pin;
use std::sync::{Arc, OnceLock};
use std::time::Duration;

use serde::Deserialize;
use serenity::Client;
use serenity::async_trait;
use serenity::client::{ClientBuilder, Context, EventHandler};
use serenity::gateway::{GatewayError, ShardManager};
use serenity::http::Route;
use serenity::model::application::Interaction;
use serenity::model::channel::{GuildChannel, Message, PartialGuildChannel};
use serenity::model::event::ThreadListSyncEvent;
use serenity::model::gateway::{GatewayIntents, Ready};
use serenity::model::guild::{Guild, UnavailableGuild};
use serenity::model::id::{GuildId, RoleId};
use thiserror::Error;
use tokio::task::JoinSet;
use tokio_util::task::TaskTracker;

use crate::journal::Journal;
use crate::knowledge::Library;
use crate::reply::TranslationUrl;
use crate::shelf::Shelf;
use admins::{Admins, Application};
use ballots::Ballots;
use bot::{Bot, Registering};
use explaining::LastAsked;
use forum::Posts;
use presence::Presence;
use rest::{Rest, RestError};

pub use bot::{log_problems, reload};
pub use endpoints::Endpoints;
pub use inspection::{Inspection, inspect};
pub use respond::message;
pub use token::{NotAToken, Token};

/// Nothing privileged: messages that mention the bot and direct messages carry their text anyway.
const INTENTS: GatewayIntents = GatewayIntents::GUILDS
    .union(GatewayIntents::GUILD_MESSAGES)
    .union(GatewayIntents::DIRECT_MESSAGES);

/// How long answers in flight may take when the bot is stopped.
const LAST_WORDS: Duration = Duration::from_secs(5);

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
    pub shelf: Arc<Shelf>,
    /// Whether admins may change the folder.
    pub edit: bool,
    /// How long an answer may take before the member is shown that it is under way;
    /// [`Settings::PATIENCE`] unless a test wants another.
    pub patience: Duration,
    /// Where Discord is.
    pub endpoints: Endpoints,
}

/// Why the bot cannot run.
#[derive(Debug, Error)]
pub enum DiscordError {
    /// The token cannot be one.
    #[error(transparent)]
    NotAToken(#[from] NotAToken),
    /// Discord does not know the token.
    #[error(
        "Discord refuses the token: copy it again from the Bot page of the developer portal into DISCORD_TOKEN"
    )]
    BadToken,
    /// Discord said no to something the bot cannot do without.
    #[error("{0}")]
    Refused(String),
    /// Serenity could not go on.
    #[error("the connection to Discord ended: {0}")]
    Ended(String),
}

impl Settings {
    /// How long an answer may take before the member is shown that it is under way.
    pub const PATIENCE: Duration = respond::PATIENCE;
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
    let registered = tokio::select! {
        () = &mut stop => return Ok(()),
        registered = commands::register(&rest, application.id, settings.home_guild()) => registered,
    };
    let bot = Arc::new(Bot {
        library,
        journal: Arc::clone(&settings.journal),
        shelf: Arc::clone(&settings.shelf),
        edit: settings.edit,
        ballots: Ballots::default(),
        posts: Posts::default(),
        last_asked: LastAsked::default(),
        rest,
        application: application.id,
        home_guild: settings.home_guild(),
        admins: Admins::new(&application, settings.admin_roles(), settings.home_guild()),
        max_quotes: settings.max_quotes,
        translation: settings.translation.clone(),
        patience: settings.patience,
        tasks: TaskTracker::new(),
        presence: Presence::default(),
        commands: OnceLock::new(),
    });
    // Ends with this function, whichever way.
    let mut beside = JoinSet::new();
    beside.spawn(gaps::prune_daily(Arc::clone(&bot.journal)));
    if bot.take_commands(registered) == Registering::Later {
        beside.spawn(register_later(Arc::clone(&bot)));
    }
    let mut client = connect(&settings, &gateway, &bot).await?;
    let shards = Arc::clone(&client.shard_manager);
    let mut running = pin!(client.start_shards(gateway.shards));
    tokio::select! {
        ended = &mut running => return ended.map_err(refused),
        () = stop => {}
    }
    tracing::info!("stopping");
    bot.tasks.close();
    if tokio::time::timeout(LAST_WORDS, bot.tasks.wait())
        .await
        .is_err()
    {
        tracing::warn!(
            lost = bot.tasks.len(),
            "some answers were not finished in time"
        );
    }
    let goodbye = async {
        say_goodbye(&shards, bot.presence.was_restarted(gateway.shards)).await;
        running.await
    };
    if tokio::time::timeout(LAST_WORDS, goodbye).await.is_err() {
        tracing::warn!("the gateway did not say goodbye in time");
    }
    Ok(())
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
            Err(error) if error.is_passing() => {
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
async fn register_later(bot: Arc<Bot>) {
    let (mut wait, longest) = RETRY;
    loop {
        tokio::time::sleep(wait).await;
        wait = (wait * 2).min(longest);
        let registered = commands::register(&bot.rest, bot.application, bot.home_guild).await;
        if bot.take_commands(registered) == Registering::Done {
            return;
        }
    }
}

async fn connect(
    settings: &Settings,
    gateway: &Gateway,
    bot: &Arc<Bot>,
) -> Result<Client, DiscordError> {
    let http = rest::http(&settings.token, &settings.endpoints)?;
    let client = ClientBuilder::new_with_http(http, INTENTS)
        .event_handler(Handler(Arc::clone(bot)))
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

impl From<RestError> for DiscordError {
    fn from(error: RestError) -> Self {
        if error.is_bad_token() {
            Self::BadToken
        } else {
            Self::Refused(error.to_string())
        }
    }
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

/// One line for each event.
struct Handler(Arc<Bot>);

#[async_trait]
impl EventHandler for Handler {
    async fn ready(&self, _: Context, ready: Ready) {
        self.0.presence.ready(&ready);
        tracing::info!(
            name = ready.user.name,
            guilds = ready.guilds.len(),
            "connected"
        );
    }

    async fn guild_create(&self, _: Context, guild: Guild, _: Option<bool>) {
        self.0.presence.joined(&guild);
    }

    async fn guild_delete(&self, _: Context, gone: UnavailableGuild, _: Option<Guild>) {
        self.0.presence.left(&gone);
    }

    async fn interaction_create(&self, _: Context, interaction: Interaction) {
        self.0.interaction(&interaction).await;
    }

    async fn message(&self, _: Context, message: Message) {
        self.0.message(&message).await;
    }

    async fn thread_create(&self, _: Context, thread: GuildChannel) {
        if self.0.presence.thread(&thread) {
            self.0.post_opened(&thread).await;
        }
    }

    async fn thread_update(&self, _: Context, _: Option<GuildChannel>, thread: GuildChannel) {
        self.0.presence.thread(&thread);
    }

    async fn thread_list_sync(&self, _: Context, synced: ThreadListSyncEvent) {
        for thread in &synced.threads {
            self.0.presence.thread(thread);
        }
    }

    async fn thread_delete(
        &self,
        _: Context,
        thread: PartialGuildChannel,
        _: Option<GuildChannel>,
    ) {
        self.0.presence.thread_is_gone(thread.id);
    }
}
