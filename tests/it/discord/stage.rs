//! The stage: a bot that runs against a stand-in.

use std::num::NonZeroUsize;
use std::sync::Arc;
use std::time::{Duration, UNIX_EPOCH};

use serde_json::Value;
use tempfile::TempDir;
use tokio::sync::oneshot;
use tokio::task::JoinHandle;
use verbatim::bot::{self, DiscordError, Endpoints, Metrics, Settings, Timing, UPLOADS};
use verbatim::folder_edit::FolderEditor;
use verbatim::journal::{Journal, Policy, Timestamp};
use verbatim::library::Library;

use crate::fake_discord::{FakeDiscord, PATIENCE, Recorded, events, routes};
use crate::support::{LIMITS, dense, knowledge, vectors};

/// A bot under way.
pub struct Stage {
    pub fake: FakeDiscord,
    stop: Option<oneshot::Sender<()>>,
    running: JoinHandle<Result<(), DiscordError>>,
}

/// What is kept unless a test says otherwise.
pub const POLICY: Policy = Policy {
    asked: true,
    guilds: false,
    days: 30,
};

/// The settings of a bot that speaks to `fake`. Its journal is in memory: the folder it would be in
/// is gone.
pub fn settings(fake: &FakeDiscord) -> Settings {
    let data = tempfile::tempdir().expect("a temporary folder");
    Settings {
        token: fake.token().parse().expect("any text"),
        home_guild: None,
        admin_roles: Vec::new(),
        max_quotes: 3,
        translation: None,
        journal: Arc::new(Journal::open(data.path(), POLICY, Timestamp(0)).0),
        editor: Arc::new(FolderEditor::new(
            knowledge(),
            data.path().join("trash"),
            UPLOADS,
        )),
        edit: false,
        defer_after: Duration::from_secs(20),
        cooldown: None,
        cores: NonZeroUsize::MIN,
        waiting: 100,
        timing: Timing::default(),
        endpoints: Endpoints {
            api_url: Some(fake.api_url()),
            gateway_url: Some(fake.gateway_url().to_owned()),
            http_client: None,
        },
        metrics: Metrics::default(),
    }
}

/// The article that ships with the program.
pub fn article() -> Arc<Library> {
    Library::open(knowledge(), LIMITS, None, UNIX_EPOCH, |_| ()).expect("the article")
}

/// The same, answering by meaning too.
pub fn understood_article() -> Arc<Library> {
    let dense = Some(Arc::new(dense(&vectors())));
    let library = Library::open(knowledge(), LIMITS, dense, UNIX_EPOCH, |_| ());
    library.expect("the article")
}

/// A library over a folder of a test's own.
pub fn library(folder: &TempDir) -> Arc<Library> {
    Library::open(folder.path().to_owned(), LIMITS, None, UNIX_EPOCH, |_| ()).expect("a corpus")
}

impl Stage {
    /// A bot with the article and the settings as they are.
    pub async fn start() -> Self {
        let fake = FakeDiscord::start().await;
        let settings = settings(&fake);
        Self::with(fake, settings, article()).await
    }

    /// A bot that is connected, its first requests waited for.
    pub async fn with(fake: FakeDiscord, settings: Settings, library: Arc<Library>) -> Self {
        let stage = Self::launch(fake, settings, library);
        stage.fake.connected().await;
        let starting = ["/oauth2/applications/@me", "/gateway/bot"];
        for route in starting {
            stage.fake.wait_for_request("GET", route).await;
        }
        stage
    }

    /// A bot that has only begun to start.
    pub fn launch(fake: FakeDiscord, settings: Settings, library: Arc<Library>) -> Self {
        let (stop, stopped) = oneshot::channel();
        let stop_signal = async {
            // A stage that is dropped stops its bot as well.
            let _ = stopped.await;
        };
        Self {
            fake,
            stop: Some(stop),
            running: tokio::spawn(bot::run(settings, library, stop_signal)),
        }
    }

    /// Sends an interaction and gives the first response to it.
    pub async fn interact(&self, interaction: &Value) -> Recorded {
        self.fake.dispatch("INTERACTION_CREATE", interaction);
        self.fake.answer_to(interaction).await
    }

    /// Sends a message and gives what is posted next.
    pub async fn say(&self, message: &Value) -> Recorded {
        self.fake.dispatch("MESSAGE_CREATE", message);
        self.fake.wait_for_request("POST", routes::MESSAGES).await
    }

    /// Waits for the requests by which commands are registered, so that what is left over is told
    /// apart from them.
    pub async fn take_commands(&self) {
        self.fake.wait_for_request("GET", routes::COMMANDS).await;
        self.fake.wait_for_request("PUT", routes::COMMANDS).await;
    }

    /// Waits until the bot has logged this.
    pub async fn logged(&self, text: &str) {
        let seen = async {
            while !self.fake.log().contains(text) {
                tokio::task::yield_now().await;
            }
        };
        let seen = tokio::time::timeout(PATIENCE, seen).await;
        assert!(seen.is_ok(), "`{text}` was not logged: {}", self.fake.log());
    }

    /// Tells the bot to stop, without waiting.
    pub fn tell_to_stop(&mut self) {
        drop(self.stop.take());
    }

    /// Waits for the bot's end.
    pub async fn end(self) -> (FakeDiscord, Result<(), DiscordError>) {
        let ended = self.running.await.expect("no panic");
        (self.fake, ended)
    }

    /// Stops the bot as a signal would, and checks that it ended well.
    pub async fn stop(mut self) {
        self.tell_to_stop();
        let (fake, ended) = self.end().await;
        ended.expect("a clean end");
        fake.finish();
    }
}

/// `/ask` by an ordinary member.
pub fn ask(question: &str) -> events::Interaction {
    events::slash("ask")
        .option("question", question)
        .member(events::ORDINARY, &[])
}

/// The embeds of a response to an interaction, or of a message.
pub fn embeds(body: &Value) -> &[Value] {
    let message = body.get("data").unwrap_or(body);
    message["embeds"].as_array().map_or(&[], Vec::as_slice)
}

/// What stands in small print below the first quote of a response.
pub fn place(body: &Value) -> String {
    let description = embeds(body)[0]["description"].as_str();
    let lines = description.expect("a description").lines();
    let small = lines
        .skip_while(|line| !line.starts_with("-# "))
        .map_while(|line| line.strip_prefix("-# "));
    small.collect::<Vec<_>>().join("\n")
}

/// The first quote of an embed as its reader sees it: without block-quote marks, bold and escapes.
pub fn read(embed: &Value) -> String {
    let description = embed["description"].as_str().expect("a description");
    let quoted = description
        .lines()
        .skip_while(|line| !line.starts_with("> "))
        .map_while(|line| line.strip_prefix("> "));
    let bold = quoted.collect::<Vec<_>>().join("\n").replace("**", "");
    let mut shown = String::new();
    let mut characters = bold.chars().peekable();
    while let Some(character) = characters.next() {
        if character == '\\' && characters.peek().is_some_and(char::is_ascii_punctuation) {
            continue;
        }
        shown.push(character);
    }
    shown
}
