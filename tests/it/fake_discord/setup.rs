//! What a stand-in is like before it starts.

use std::net::SocketAddr;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use serde_json::{Value, json};
use tokio::net::TcpListener;
use tokio::runtime::{Handle, RuntimeFlavor};
use tokio::task::JoinSet;

use super::gateway::{self, Gateway};
use super::log::Log;
use super::record::Recorder;
use super::script::Script;
use super::tls::Certificate;
use super::world::World;
use super::{FakeDiscord, Shared, TOKEN, events, panics, rest};

/// [`TOKEN`], the guild of [`events::guild`], the application of [`events::application`], a
/// heartbeat every 41 seconds, one connection, a session every five seconds, no TLS; unless a method says otherwise.
#[must_use]
pub struct Setup {
    token: String,
    heartbeat: Duration,
    application: Value,
    guilds: Vec<Value>,
    shards: u32,
    sessions_at_once: u16,
    resume_path: &'static str,
    tls: bool,
    gateway_tls: bool,
}

impl Default for Setup {
    fn default() -> Self {
        Self {
            token: TOKEN.to_owned(),
            heartbeat: Duration::from_millis(41_250),
            application: events::application(),
            guilds: vec![events::guild().build()],
            shards: 1,
            sessions_at_once: 1,
            resume_path: "",
            tls: false,
            gateway_tls: false,
        }
    }
}

impl Setup {
    /// Another token is the right one.
    pub fn token(mut self, token: &str) -> Self {
        token.clone_into(&mut self.token);
        self
    }

    /// How often a client is told to send a heartbeat.
    pub fn heartbeat(mut self, interval: Duration) -> Self {
        self.heartbeat = interval;
        self
    }

    /// Another application, owned by a team for instance.
    pub fn application(mut self, application: Value) -> Self {
        self.application = application;
        self
    }

    /// The bot is in these guilds, instead of the one of [`events::guild`].
    pub fn guilds(mut self, guilds: impl IntoIterator<Item = Value>) -> Self {
        self.guilds = guilds.into_iter().collect();
        self
    }

    /// Wants to be connected to as often. It remembers the session of the newest only.
    pub fn shards(mut self, shards: u32) -> Self {
        self.shards = shards;
        self
    }

    /// Lets as many sessions begin every five seconds; with 0, without any wait.
    pub fn sessions_at_once(mut self, sessions: u16) -> Self {
        self.sessions_at_once = sessions;
        self
    }

    /// Says that sessions are to be resumed below this path, which begins with a slash.
    pub fn resume_path(mut self, path: &'static str) -> Self {
        self.resume_path = path;
        self
    }

    /// REST in TLS, as `discord.com`: for the client of [`FakeDiscord::client`], without proxy and
    /// with serenity's own rate limiter.
    pub fn tls(mut self) -> Self {
        self.tls = true;
        self
    }

    /// The gateway in TLS: for a program that trusts [`FakeDiscord::gateway_certificate`].
    pub fn gateway_tls(mut self) -> Self {
        self.gateway_tls = true;
        self
    }

    /// Starts it.
    ///
    /// # Panics
    /// Outside a current-thread runtime, where the log of the client would be missed.
    pub async fn start(self) -> FakeDiscord {
        let flavor = Handle::current().runtime_flavor();
        assert_eq!(
            flavor,
            RuntimeFlavor::CurrentThread,
            "the log is the thread's own"
        );
        let log = Log::start();
        panics::watch();
        let (rest, rest_address) = listen().await;
        let (gateway, gateway_address) = listen().await;
        let certificate = |wanted: bool| {
            let certificate = wanted.then(|| Certificate::make().expect("one can be made"));
            let acceptor = certificate
                .as_ref()
                .map(|made| made.acceptor().expect("it serves TLS"));
            (certificate, acceptor)
        };
        let (gateway_certificate, gateway_acceptor) = certificate(self.gateway_tls);
        let (certificate, acceptor) = certificate(self.tls);
        let scheme = if self.gateway_tls { "wss" } else { "ws" };
        let url = format!("{scheme}://{gateway_address}");
        let interval = u64::try_from(self.heartbeat.as_millis()).expect("a short interval");
        let recommended = json!({
            "url": url, "shards": self.shards,
            "session_start_limit": {
                "total": 1000, "remaining": 999, "reset_after": 0,
                "max_concurrency": self.sessions_at_once,
            },
        });
        let shared = Arc::new(Shared {
            token: self.token,
            recorder: Recorder::new(),
            script: Script::default(),
            world: Mutex::new(World::new(self.application, recommended, &self.guilds)),
            gateway: Gateway::new(url, self.resume_path, interval),
        });
        let mut tasks = JoinSet::new();
        tasks.spawn(rest::serve(rest, acceptor, Arc::clone(&shared)));
        tasks.spawn(gateway::serve(
            gateway,
            gateway_acceptor,
            Arc::clone(&shared),
        ));
        FakeDiscord {
            shared,
            rest_address,
            certificate,
            gateway_certificate,
            log,
            _tasks: tasks,
        }
    }
}

/// A listener on a free port of this machine.
async fn listen() -> (TcpListener, SocketAddr) {
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
    let address = listener.local_addr().expect("a port");
    (listener, address)
}
