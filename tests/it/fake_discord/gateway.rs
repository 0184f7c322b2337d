//! The gateway: one session of one shard, over as many connections as it takes.

mod connection;

use std::collections::VecDeque;
use std::sync::{Mutex, MutexGuard, PoisonError};

use serde_json::{Value, json};
use tokio::sync::{mpsc, watch};

use super::events;
use super::journal::Journal;

pub use connection::serve;

/// What the client did on one connection; connections count from 0.
#[derive(Clone, Debug, PartialEq)]
pub struct Signal {
    pub connection: usize,
    pub act: Act,
}

/// One thing a client does.
#[derive(Clone, Debug, PartialEq)]
pub enum Act {
    /// It connected, with this path and query.
    Connected(String),
    /// It tried to connect, and was turned away.
    TurnedAway,
    /// It sent this operation with this data.
    Sent(u64, Value),
    /// It closed: with this code, or (`None`) without a word.
    Closed(Option<u16>),
}

impl Signal {
    /// Whether it is this operation: 1 heartbeat, 2 IDENTIFY, 3 presence, 6 RESUME.
    pub fn is_op(&self, op: u64) -> bool {
        matches!(self.act, Act::Sent(sent, _) if sent == op)
    }
}

/// How the next IDENTIFY or RESUME is answered instead of well.
#[derive(Clone, Copy, Debug)]
pub enum Refusal {
    /// Closes the connection with this code.
    Close(u16),
    /// The session is invalid.
    InvalidSession {
        /// Whether the client may try to resume.
        resumable: bool,
    },
    /// Drops the connection without a word.
    Cut,
    /// Does not answer at all.
    Silence,
}

/// How the gateway takes those who connect.
#[derive(Clone, Copy, Debug, Default)]
pub enum Door {
    /// Well.
    #[default]
    Open,
    /// It cannot be reached.
    Shut,
    /// It never says HELLO.
    Mute,
    /// It closes with this code at once after HELLO.
    Closing(u16),
}

/// An order to the task of a connection.
pub enum Order {
    Send(Value),
    /// Sends a frame that may be no payload.
    SendText(String),
    Close(u16),
    Cut,
    /// Sends one half of this, and drops the connection.
    CutAmid(Value),
}

/// What is known of the session, across connections.
#[derive(Default)]
struct Session {
    id: String,
    intents: u64,
    /// All events, with their sequence numbers from 1.
    events: Vec<Value>,
    /// The newest connection.
    line: Option<mpsc::UnboundedSender<Order>>,
    connections: usize,
    refusals: VecDeque<(u64, Refusal)>,
    deaf: bool,
    door: Door,
}

/// The state of the gateway.
pub struct Gateway {
    pub url: String,
    pub signals: Journal<Signal>,
    session: Mutex<Session>,
    /// Whether a session is live: identified or resumed, and still connected.
    live: watch::Sender<bool>,
    interval: u64,
    /// Where READY says that the session is to be resumed.
    resume_url: String,
}

impl Gateway {
    pub fn new(url: String, resume_path: &str, interval: u64) -> Self {
        Self {
            resume_url: format!("{url}{resume_path}"),
            url,
            signals: Journal::new(),
            session: Mutex::default(),
            live: watch::Sender::new(false),
            interval,
        }
    }

    /// Follows whether a session is live.
    pub fn live(&self) -> watch::Receiver<bool> {
        self.live.subscribe()
    }

    /// Numbers an event, keeps it for a RESUME, and sends it if somebody is connected.
    ///
    /// # Panics
    /// When there is no session, or one that did not ask for such events: Discord would send
    /// nothing.
    pub fn dispatch(&self, event: &str, data: &Value) {
        let mut session = self.lock();
        assert!(
            !session.id.is_empty(),
            "no session: wait for `connected()` before {event}"
        );
        if let Some(intent) = intent(event, data) {
            assert!(
                session.intents & intent != 0,
                "the client did not ask for {event}"
            );
        }
        let data = withhold(data, session.intents);
        let payload = session.number(event, &data);
        if *self.live.borrow() {
            session.order(Order::Send(payload));
        }
    }

    /// The same for an event on account of a request: nothing when nobody listens for it.
    pub fn echo(&self, event: &str, data: &Value) {
        let wanted = intent(event, data).is_none_or(|intent| self.lock().intents & intent != 0);
        if wanted && !self.lock().id.is_empty() {
            self.dispatch(event, data);
        }
    }

    /// Refuses the next operation of this kind: 2 for IDENTIFY, 6 for RESUME.
    pub fn refuse(&self, op: u64, refusal: Refusal) {
        self.lock().refusals.push_back((op, refusal));
    }

    /// Stops, or begins again, to acknowledge heartbeats.
    pub fn deaf(&self, deaf: bool) {
        self.lock().deaf = deaf;
    }

    /// Takes those who connect from now on in this way.
    pub fn door(&self, door: Door) {
        self.lock().door = door;
    }

    /// Numbers an event and sends half of it; the whole comes with a RESUME.
    pub fn cut_amid(&self, event: &str, data: &Value) {
        let payload = self.lock().number(event, data);
        self.interrupt(Order::CutAmid(payload));
    }

    /// Gives an order to the newest connection.
    ///
    /// # Panics
    /// When there is none.
    pub fn order(&self, order: Order) {
        assert!(
            self.lock().order(order),
            "nobody is connected to the gateway"
        );
    }

    /// The same for an order after which the client has to come back: until then nothing is sent,
    /// and what is dispatched waits for its RESUME.
    pub fn interrupt(&self, order: Order) {
        self.live.send_replace(false);
        self.order(order);
    }

    /// Forgets the session, so that nobody resumes it.
    pub fn forget(&self) {
        self.lock().id.clear();
    }

    fn lock(&self) -> MutexGuard<'_, Session> {
        self.session.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Session {
    fn number(&mut self, event: &str, data: &Value) -> Value {
        let payload = json!({ "op": 0, "t": event, "s": self.events.len() + 1, "d": data });
        self.events.push(payload.clone());
        payload
    }

    fn order(&self, order: Order) -> bool {
        self.line
            .as_ref()
            .is_some_and(|line| line.send(order).is_ok())
    }

    fn refusal(&mut self, op: u64) -> Option<Refusal> {
        let at = self
            .refusals
            .iter()
            .position(|(refused, _)| *refused == op)?;
        self.refusals.remove(at).map(|(_, refusal)| refusal)
    }
}

/// The intent without which an event is not sent.
fn intent(event: &str, data: &Value) -> Option<u64> {
    match event {
        "GUILD_CREATE" | "GUILD_DELETE" | "GUILD_UPDATE" => Some(1),
        "MESSAGE_CREATE" | "MESSAGE_UPDATE" | "MESSAGE_DELETE" => {
            Some(if data.get("guild_id").is_some() {
                1 << 9
            } else {
                1 << 12
            })
        }
        _ => None,
    }
}

/// A message as a client without the Message Content intent gets it: empty, unless it mentions
/// the bot, is the bot's own, or is a direct message.
fn withhold(data: &Value, intents: u64) -> Value {
    let mut data = data.clone();
    let direct = data.get("guild_id").is_none();
    let is_message = data.get("content").is_some() && data.get("author").is_some();
    if is_message && intents & (1 << 15) == 0 && !direct {
        blank(&mut data);
        if let Some(original) = data
            .get_mut("referenced_message")
            .filter(|part| part.is_object())
        {
            blank(original);
        }
    }
    data
}

fn blank(message: &mut Value) {
    let is_bot = |user: &Value| user["id"] == events::BOT;
    let mentioned = message["mentions"]
        .as_array()
        .is_some_and(|users| users.iter().any(is_bot));
    if !mentioned && !is_bot(&message["author"]) {
        message["content"] = json!("");
        for part in ["embeds", "attachments", "components"] {
            message[part] = json!([]);
        }
    }
}
