//! A Discord in this process: its REST API and its gateway, for a real client.
//!
//! ```ignore
//! let fake = FakeDiscord::start().await;
//! // Point the client at `fake.api_url()` and `fake.gateway_url()` with `fake.token()`, run it.
//! fake.connected().await;
//! let ask = events::slash("ask").option("question", "Qui ?").locale("fr").build();
//! fake.dispatch("INTERACTION_CREATE", &ask);
//! let answer = fake.answer_to(&ask).await;
//! assert_eq!(answer.body["type"], 4);
//! fake.finish();
//! ```
//!
//! Nothing sleeps, ports come from the system, and all tasks end with the handle. When the handle
//! goes, the test fails if a body was one that Discord refuses or that could ping somebody
//! ([`validate`]), if a request came for which there is no route, if a planned fault was never met,
//! if the bot lost an event ([`log`]), or if a task of the test panicked ([`panics`]).
//!
//! # That something is *not* answered
//!
//! Dispatch it, then dispatch something of the same kind that *is* answered, wait for that answer,
//! and call [`FakeDiscord::expect_no_more`]. The client takes events in order, so a wrong answer to
//! the first would have come before the answer to the second, provided that the second goes the
//! longest way an answer can go.
//!
//! # What it holds against a bot
//!
//! As Discord does, it sends the bot's own messages back to it, leaves the content of messages out
//! without the intent for it, lists commands in no promised order and without their dictionaries,
//! lets an interaction be answered once, and knows no webhook before that.

mod form;
mod gateway;
mod journal;
mod log;
mod panics;
mod record;
mod rest;
mod script;
mod setup;
mod tls;
mod validate;
mod world;

pub mod events;
pub mod routes;

use std::net::SocketAddr;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use serde_json::{Value, json};
use tokio::task::JoinSet;

pub use gateway::{Act, Door, Refusal, Signal};
pub use journal::PATIENCE;
pub use record::{Recorded, append as append_to_transcript};
pub use script::{Fault, Gate};
pub use setup::Setup;
pub use validate::{request as problems_of, response as problems_of_response};

use gateway::{Gateway, Order};
use log::Log;
use record::Recorder;
use script::Script;
use tls::Certificate;
use world::World;

/// The token that is right unless a test says otherwise. It has the shape of one, and says little
/// enough to be told from any other text in a log.
pub const TOKEN: &str = "c3RhbmQtaW4.stand-in.not-a-token-but-told-apart";

/// What the tasks of the stand-in share.
struct Shared {
    token: String,
    recorder: Recorder,
    script: Script,
    world: Mutex<World>,
    gateway: Gateway,
}

impl Shared {
    fn world(&self) -> MutexGuard<'_, World> {
        self.world.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// The handle. See the module.
pub struct FakeDiscord {
    shared: Arc<Shared>,
    rest_address: SocketAddr,
    certificate: Option<Certificate>,
    gateway_certificate: Option<Certificate>,
    log: Log,
    _tasks: JoinSet<()>,
}

/// Starting, and where it is.
impl FakeDiscord {
    /// What it is like unless said otherwise; see [`Setup`].
    pub fn builder() -> Setup {
        Setup::default()
    }

    /// Starts one as it is.
    pub async fn start() -> Self {
        Self::builder().start().await
    }

    /// The base for `HttpBuilder::proxy`.
    pub fn api_url(&self) -> String {
        let scheme = if self.certificate.is_some() {
            "https"
        } else {
            "http"
        };
        format!("{scheme}://{}", self.rest_address)
    }

    /// The URL of the gateway.
    pub fn gateway_url(&self) -> &str {
        &self.shared.gateway.url
    }

    /// The certificate of the gateway, as a file of those to trust has it.
    ///
    /// # Panics
    /// When the stand-in was started without [`Setup::gateway_tls`].
    pub fn gateway_certificate(&self) -> &[u8] {
        let certificate = self.gateway_certificate.as_ref();
        certificate.expect("started with `gateway_tls()`").pem()
    }

    /// The right token.
    pub fn token(&self) -> &str {
        &self.shared.token
    }

    /// A client that finds this stand-in at `https://discord.com`, and nothing else anywhere.
    ///
    /// # Panics
    /// When the stand-in was started without [`Setup::tls`].
    pub fn client(&self) -> reqwest::Client {
        let certificate = self.certificate.as_ref().expect("started with `tls()`");
        certificate.client(self.rest_address).expect("a client")
    }
}

/// What a test makes Discord do.
impl FakeDiscord {
    /// Sends an event over the gateway, now or when the client resumes.
    pub fn dispatch(&self, event: &str, data: &Value) {
        self.shared.world().observe(event, data);
        self.shared.gateway.dispatch(event, data);
    }

    /// Lets an interaction be answered that was not dispatched, for code called directly.
    pub fn open(&self, interaction: &Value) {
        self.shared
            .world()
            .observe("INTERACTION_CREATE", interaction);
    }

    /// The token of this interaction runs out: unknown to the first response, invalid to the rest.
    pub fn expire(&self, interaction: &Value) {
        self.shared
            .world()
            .expire(interaction["token"].as_str().expect("a token"));
    }

    /// Somebody deletes a message.
    pub fn delete_message(&self, message: &Value) {
        self.shared
            .world()
            .delete_message(message["id"].as_str().expect("an id"));
    }

    /// A file that a member has uploaded, as a command carries it.
    pub fn upload(&self, name: &str, bytes: &[u8]) -> Value {
        let path = self.shared.world().upload(name, bytes);
        events::attachment(name, bytes.len(), &format!("{}{path}", self.api_url()))
    }

    /// Registers commands as an earlier run would have left them: in a guild, or globally.
    pub fn register(&self, guild: Option<&str>, commands: &[Value]) {
        self.shared.world().register(guild, commands);
    }

    /// The commands registered in a guild, or globally.
    pub fn registered(&self, guild: Option<&str>) -> Vec<Value> {
        self.shared.world().registered(guild)
    }

    /// Plans a fault for the next request of this kind; the faults of one kind make a queue.
    pub fn fault(&self, method: &'static str, route: &'static str, fault: Fault) {
        self.shared.script.plan(method, route, fault);
    }

    /// Holds the next request of this kind until the gate is released or dropped.
    #[must_use]
    pub fn hold(&self, method: &'static str, route: &'static str) -> Gate {
        let (gate, fault) = Gate::new();
        self.fault(method, route, fault);
        gate
    }
}

/// What a test makes the gateway do.
impl FakeDiscord {
    /// Refuses the next IDENTIFY.
    pub fn refuse_identify(&self, refusal: Refusal) {
        self.shared.gateway.refuse(2, refusal);
    }

    /// Refuses the next RESUME.
    pub fn refuse_resume(&self, refusal: Refusal) {
        self.shared.gateway.refuse(6, refusal);
    }

    /// RECONNECT: asks the client to connect anew and resume.
    pub fn reconnect(&self) {
        self.shared
            .gateway
            .interrupt(Order::Send(json!({ "op": 7, "d": null })));
    }

    /// INVALID_SESSION.
    #[allow(
        clippy::doc_markdown,
        reason = "the name of an operation, not of an item"
    )]
    pub fn invalidate(&self, resumable: bool) {
        if !resumable {
            self.shared.gateway.forget();
        }
        self.shared
            .gateway
            .interrupt(Order::Send(json!({ "op": 9, "d": resumable })));
    }

    /// Closes the connection with a code.
    pub fn close(&self, code: u16) {
        self.shared.gateway.interrupt(Order::Close(code));
    }

    /// Drops the connection without a close frame.
    pub fn cut(&self) {
        self.shared.gateway.interrupt(Order::Cut);
    }

    /// Drops the connection amid an event, which waits for the client's RESUME.
    pub fn cut_amid(&self, event: &str, data: &Value) {
        self.shared.world().observe(event, data);
        self.shared.gateway.cut_amid(event, data);
    }

    /// Takes those who connect from now on in this way.
    pub fn door(&self, door: Door) {
        self.shared.gateway.door(door);
    }

    /// Asks for a heartbeat.
    pub fn ask_for_heartbeat(&self) {
        self.shared
            .gateway
            .order(Order::Send(json!({ "op": 1, "d": null })));
    }

    /// Stops to acknowledge heartbeats, or begins again.
    pub fn ignore_heartbeats(&self, ignore: bool) {
        self.shared.gateway.deaf(ignore);
    }

    /// Sends a frame over the gateway that may be no payload.
    pub fn send_text(&self, text: &str) {
        self.shared.gateway.order(Order::SendText(text.to_owned()));
    }

    /// Sends anything at all over the gateway.
    pub fn send_raw(&self, payload: Value) {
        self.shared.gateway.order(Order::Send(payload));
    }
}

/// What a test learns.
impl FakeDiscord {
    /// Waits until a client is identified or has resumed.
    ///
    /// # Panics
    /// When none is in time.
    pub async fn connected(&self) {
        let mut live = self.shared.gateway.live();
        if tokio::time::timeout(PATIENCE, live.wait_for(|live| *live))
            .await
            .is_err()
        {
            panic!("no client is connected; it did: {:#?}", self.signals());
        }
    }

    /// Waits for a request, the first that fits and was not waited for before.
    ///
    /// # Panics
    /// When it does not come; says which came.
    pub async fn wait_for(&self, wanted: impl Fn(&Recorded) -> bool) -> Recorded {
        let taken = self.shared.recorder.requests.take(wanted).await;
        taken.unwrap_or_else(|| panic!("the request did not come, but: {:#?}", self.requests()))
    }

    /// Waits for a request of this kind.
    pub async fn wait_for_request(&self, method: &str, route: &str) -> Recorded {
        self.wait_for(|request| request.is(method, route)).await
    }

    /// Waits for the first response to an interaction.
    pub async fn answer_to(&self, interaction: &Value) -> Recorded {
        self.wait_for(|request| {
            request.is("POST", routes::CALLBACK) && interaction["token"] == request.parameters[1]
        })
        .await
    }

    /// Waits for something the client does on the gateway, as [`Self::wait_for`] does.
    pub async fn wait_for_signal(&self, wanted: impl Fn(&Signal) -> bool) -> Signal {
        let taken = self.shared.gateway.signals.take(wanted).await;
        taken.unwrap_or_else(|| panic!("the client did not do it, but: {:#?}", self.signals()))
    }

    /// All requests so far.
    pub fn requests(&self) -> Vec<Recorded> {
        self.shared.recorder.requests.all()
    }

    /// All that the client did on the gateway so far.
    pub fn signals(&self) -> Vec<Signal> {
        self.shared.gateway.signals.all()
    }

    /// Fails if there is a request that the test has not waited for.
    pub fn expect_no_more(&self) {
        let left = self.shared.recorder.requests.left();
        assert!(left.is_empty(), "requests nobody waited for: {left:#?}");
    }

    /// Everything logged so far on this thread, at TRACE and for all targets.
    pub fn log(&self) -> String {
        self.log.text()
    }

    /// What is wrong so far, which is then forgotten: for tests that do wrong on purpose. A lost
    /// event is not forgotten; see [`Self::lost_events`].
    pub fn take_problems(&self) -> Vec<String> {
        self.shared.recorder.take_problems()
    }

    /// The log lines which say that the bot lost an event.
    pub fn lost_events(&self) -> Vec<String> {
        self.log.dropped()
    }

    /// Ends it, and fails if anything was wrong. Dropping it does the same.
    pub fn finish(self) {
        drop(self);
    }
}

impl Drop for FakeDiscord {
    fn drop(&mut self) {
        if std::thread::panicking() {
            return;
        }
        let mut problems = self.take_problems();
        problems.extend(self.shared.script.unmet());
        problems.extend(self.lost_events());
        problems.extend(panics::take());
        assert!(
            problems.is_empty(),
            "not as Discord wants it:\n  {}",
            problems.join("\n  ")
        );
    }
}
