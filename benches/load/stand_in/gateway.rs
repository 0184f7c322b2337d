//! The gateway: one session, over as many connections as it takes.

use std::cell::{Cell, RefCell};
use std::collections::VecDeque;
use std::rc::Rc;

use serde_json::{Value, json};
use serenity::futures::{SinkExt as _, StreamExt as _};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::{mpsc, watch};
use tokio_tungstenite::WebSocketStream;
use tokio_tungstenite::tungstenite::Message;
use tokio_tungstenite::tungstenite::protocol::CloseFrame;

use super::StandIn;
use crate::fake_discord::events;

/// As Discord has it, in milliseconds.
const HEARTBEAT: u64 = 41_250;

/// Events kept for a RESUME.
const KEPT: usize = 10_000;

/// How a connection ends.
#[derive(Clone, Copy, Debug)]
pub enum Break {
    /// Without a word.
    Cut,
    /// With this code.
    Close(u16),
    /// After asking the bot for another one.
    Reconnect,
}

enum Order {
    Send(String),
    Break(Break),
}

/// What is known of the session, across connections.
pub struct Gateway {
    url: String,
    /// Whether the bot listens.
    pub live: watch::Sender<bool>,
    line: RefCell<Option<mpsc::UnboundedSender<Order>>>,
    last: Cell<u64>,
    /// The newest events with their numbers.
    events: RefCell<VecDeque<(u64, String)>>,
}

impl Gateway {
    pub fn new(url: &str) -> Self {
        Self {
            url: url.to_owned(),
            live: watch::Sender::new(false),
            line: RefCell::default(),
            last: Cell::default(),
            events: RefCell::default(),
        }
    }

    /// Numbers an event, and sends it if the bot listens.
    pub fn dispatch(&self, event: impl FnOnce(u64) -> String) {
        self.last.set(self.last.get() + 1);
        let event = event(self.last.get());
        let mut events = self.events.borrow_mut();
        if events.len() == KEPT {
            events.pop_front();
        }
        events.push_back((self.last.get(), event.clone()));
        if *self.live.borrow() {
            self.order(Order::Send(event));
        }
    }

    pub fn end_connection(&self, how: Break) {
        self.live.send_replace(false);
        self.order(Order::Break(how));
    }

    fn order(&self, order: Order) {
        if let Some(line) = &*self.line.borrow() {
            // A connection that is gone is replaced by the bot, which then resumes.
            let _ = line.send(order);
        }
    }

    /// READY and the guild.
    fn begin(&self) -> Vec<String> {
        let guild = events::guild().build();
        let ready = events::ready("session", &self.url, std::slice::from_ref(&guild));
        self.events.borrow_mut().clear();
        self.last.set(2);
        vec![
            dispatched("READY", 1, &ready),
            dispatched("GUILD_CREATE", 2, &guild),
        ]
    }

    /// What was missed since this number, and RESUMED.
    fn resume(&self, seen: u64) -> Vec<String> {
        let events = self.events.borrow();
        let missed = events.iter().filter(|(number, _)| *number > seen);
        let mut missed: Vec<String> = missed.map(|(_, event)| event.clone()).collect();
        missed.push(dispatched("RESUMED", self.last.get(), &json!({})));
        missed
    }
}

fn dispatched(name: &str, number: u64, data: &Value) -> String {
    format!(r#"{{"t":"{name}","s":{number},"op":0,"d":{data}}}"#)
}

/// Serves until it is dropped.
pub async fn serve(listener: TcpListener, stand_in: Rc<StandIn>) {
    while let Ok((stream, _)) = listener.accept().await {
        let stand_in = Rc::clone(&stand_in);
        tokio::task::spawn_local(async move {
            if let Ok(socket) = tokio_tungstenite::accept_async(stream).await {
                let (line, orders) = mpsc::unbounded_channel();
                stand_in.gateway.live.send_replace(false);
                stand_in.gateway.line.replace(Some(line));
                // Whatever ends it, the bot connects anew.
                let _ = connection(socket, orders, &stand_in.gateway).await;
            }
        });
    }
}

async fn connection(
    mut socket: WebSocketStream<TcpStream>,
    mut orders: mpsc::UnboundedReceiver<Order>,
    gateway: &Gateway,
) -> Result<(), tokio_tungstenite::tungstenite::Error> {
    let hello = json!({ "op": 10, "d": { "heartbeat_interval": HEARTBEAT } });
    socket.send(Message::Text(hello.to_string())).await?;
    loop {
        tokio::select! {
            Some(order) = orders.recv() => {
                let mut next = Some(order);
                while let Some(order) = next {
                    match order {
                        Order::Send(event) => socket.feed(Message::Text(event)).await?,
                        Order::Break(Break::Cut) => return Ok(()),
                        Order::Break(Break::Close(code)) => {
                            let reason = "".into();
                            let frame = CloseFrame { code: code.into(), reason };
                            socket.close(Some(frame)).await?;
                        }
                        Order::Break(Break::Reconnect) => {
                            let order = json!({ "op": 7, "d": null });
                            socket.feed(Message::Text(order.to_string())).await?;
                        }
                    }
                    next = orders.try_recv().ok();
                }
                socket.flush().await?;
            }
            message = socket.next() => match message {
                Some(Ok(Message::Text(text))) => {
                    for answer in gateway.answer(&text) {
                        socket.feed(Message::Text(answer)).await?;
                    }
                    socket.flush().await?;
                }
                Some(Ok(_)) => {}
                Some(Err(error)) => return Err(error),
                None => return Ok(()),
            },
        }
    }
}

impl Gateway {
    /// Answers an operation of the bot's.
    fn answer(&self, text: &str) -> Vec<String> {
        let payload: Value = serde_json::from_str(text).unwrap_or_default();
        let said = match payload["op"].as_u64() {
            Some(1) => return vec![json!({ "op": 11 }).to_string()],
            Some(2) => self.begin(),
            Some(6) => self.resume(payload["d"]["seq"].as_u64().unwrap_or_default()),
            _ => return Vec::new(),
        };
        self.live.send_replace(true);
        said
    }
}
