//! One connection of a client to the gateway.

use std::sync::Arc;

use serde_json::{Value, json};
use serenity::futures::{SinkExt as _, StreamExt as _};
use tokio::io::{AsyncRead, AsyncWrite, AsyncWriteExt as _};
use tokio::net::TcpListener;
use tokio::sync::mpsc;
use tokio::task::JoinSet;
use tokio_rustls::TlsAcceptor;
use tokio_tungstenite::WebSocketStream;
use tokio_tungstenite::tungstenite::Message;
use tokio_tungstenite::tungstenite::handshake::server::{Request, Response};
use tokio_tungstenite::tungstenite::protocol::CloseFrame;

use super::{Act, Door, Order, Refusal, Signal};
use crate::fake_discord::{Shared, events};

/// Serves until it is dropped, and all connections with it.
pub async fn serve(listener: TcpListener, tls: Option<TlsAcceptor>, shared: Arc<Shared>) {
    let mut connections = JoinSet::new();
    loop {
        let Ok((stream, _)) = listener.accept().await else {
            continue;
        };
        let (tls, shared) = (tls.clone(), Arc::clone(&shared));
        connections.spawn(async move {
            match tls {
                None => connection(stream, shared).await,
                Some(tls) => match tls.accept(stream).await {
                    Ok(stream) => connection(stream, shared).await,
                    Err(_) => turn_away(&shared),
                },
            }
        });
    }
}

#[allow(
    clippy::result_large_err,
    reason = "the callback's type is tungstenite's"
)]
async fn connection(stream: impl AsyncRead + AsyncWrite + Unpin, shared: Arc<Shared>) {
    let gateway = &shared.gateway;
    let door = gateway.lock().door;
    if matches!(door, Door::Shut) {
        turn_away(&shared);
        return;
    }
    let mut path = String::new();
    let note = |request: &Request, response: Response| {
        path = request.uri().to_string();
        Ok(response)
    };
    let Ok(socket) = tokio_tungstenite::accept_hdr_async(stream, note).await else {
        return;
    };
    let (line, orders) = mpsc::unbounded_channel();
    let number = {
        let mut session = gateway.lock();
        session.line = Some(line);
        session.connections += 1;
        session.connections - 1
    };
    gateway.live.send_replace(false);
    if !path.contains("v=10") {
        shared
            .recorder
            .complain(format!("a gateway of another version than 10: {path}"));
    }
    let mut connection = Connection {
        number,
        socket,
        shared: &shared,
    };
    connection.note(Act::Connected(path));
    connection.run(door, orders).await;
    if gateway.lock().connections == number + 1 {
        gateway.live.send_replace(false);
    }
}

fn turn_away(shared: &Shared) {
    let mut session = shared.gateway.lock();
    shared.gateway.signals.push(Signal {
        connection: session.connections,
        act: Act::TurnedAway,
    });
    session.connections += 1;
}

struct Connection<'a, S> {
    number: usize,
    socket: WebSocketStream<S>,
    shared: &'a Shared,
}

impl<S: AsyncRead + AsyncWrite + Unpin> Connection<'_, S> {
    /// Says HELLO, then listens to the client and to the test until one of them has enough.
    async fn run(&mut self, door: Door, mut orders: mpsc::UnboundedReceiver<Order>) {
        let interval = self.shared.gateway.interval;
        let hello = json!({ "op": 10, "d": { "heartbeat_interval": interval, "_trace": [] } });
        match door {
            Door::Mute => {}
            Door::Closing(code) => {
                self.send(&hello).await;
                self.close(code).await;
            }
            Door::Open | Door::Shut => self.send(&hello).await,
        }
        let mut closed = None;
        loop {
            tokio::select! {
                // `None`: a newer connection has taken the line; this one is the client's to end.
                Some(order) = orders.recv() => match order {
                    Order::Send(payload) => self.send(&payload).await,
                    Order::SendText(text) => self.send_text(text).await,
                    Order::Close(code) => self.close(code).await,
                    Order::Cut => return,
                    Order::CutAmid(payload) => return self.send_half(&payload).await,
                },
                message = self.socket.next() => match message {
                    Some(Ok(Message::Text(text))) => match self.receive(&text).await {
                        Some(Refusal::Cut) => return,
                        Some(Refusal::Close(code)) => self.close(code).await,
                        Some(Refusal::InvalidSession { resumable }) => {
                            self.send(&json!({ "op": 9, "d": resumable })).await;
                        }
                        Some(Refusal::Silence) | None => {}
                    },
                    Some(Ok(Message::Close(frame))) => closed = frame.map(|frame| frame.code.into()),
                    Some(Ok(_)) => {}
                    Some(Err(_)) | None => break,
                },
            }
        }
        self.note(Act::Closed(closed));
    }

    /// Takes in one operation; says how it is refused, if it is.
    async fn receive(&mut self, text: &str) -> Option<Refusal> {
        let Ok(payload) = serde_json::from_str::<Value>(text) else {
            self.shared
                .recorder
                .complain(format!("not JSON, on the gateway: {text}"));
            return Some(Refusal::Close(4002));
        };
        let (op, data) = (
            payload["op"].as_u64().unwrap_or(u64::MAX),
            payload["d"].clone(),
        );
        self.note(Act::Sent(op, data.clone()));
        let refusal = self.shared.gateway.lock().refusal(op);
        if refusal.is_some() {
            return refusal;
        }
        match op {
            1 if self.shared.gateway.lock().deaf => None,
            1 => {
                self.send(&json!({ "op": 11, "d": null })).await;
                None
            }
            2 => self.identify(&data).await,
            6 => self.resume(&data).await,
            3 | 4 | 8 | 31 => None,
            _ => {
                self.shared
                    .recorder
                    .complain(format!("an unknown operation: {text}"));
                Some(Refusal::Close(4001))
            }
        }
    }

    /// Begins a session: READY, then the guilds.
    async fn identify(&mut self, data: &Value) -> Option<Refusal> {
        if data["token"] != format!("Bot {}", self.shared.token)
            && data["token"] != self.shared.token
        {
            return Some(Refusal::Close(4004));
        }
        let guilds = self.shared.world().guilds();
        let gateway = &self.shared.gateway;
        let payloads = {
            let mut session = gateway.lock();
            session.id = format!("session-{}", events::snowflake());
            session.intents = data["intents"].as_u64().unwrap_or(0);
            session.events.clear();
            let ready = events::ready(&session.id, &gateway.resume_url, &guilds);
            session.number("READY", &ready);
            if session.intents & 1 != 0 {
                for guild in &guilds {
                    session.number("GUILD_CREATE", guild);
                }
            }
            session.events.clone()
        };
        for payload in payloads {
            self.send(&payload).await;
        }
        gateway.live.send_replace(true);
        None
    }

    /// Goes on with a session: the events that were missed, then RESUMED.
    async fn resume(&mut self, data: &Value) -> Option<Refusal> {
        let gateway = &self.shared.gateway;
        let missed = {
            let mut session = gateway.lock();
            if session.id.is_empty() || data["session_id"] != session.id {
                return Some(Refusal::InvalidSession { resumable: false });
            }
            let seen = data["seq"]
                .as_u64()
                .and_then(|seen| usize::try_from(seen).ok());
            let Some(seen) = seen.filter(|seen| *seen <= session.events.len()) else {
                return Some(Refusal::Close(4007));
            };
            session.number("RESUMED", &json!({ "_trace": [] }));
            session.events[seen..].to_vec()
        };
        for payload in missed {
            self.send(&payload).await;
        }
        gateway.live.send_replace(true);
        None
    }

    async fn send(&mut self, payload: &Value) {
        self.send_text(written(payload)).await;
    }

    async fn send_text(&mut self, text: String) {
        // A client that is gone is noticed by reading.
        let _ = self.socket.send(Message::Text(text)).await;
    }

    /// Writes the first half of a frame; nothing follows it.
    async fn send_half(&mut self, payload: &Value) {
        let text = written(payload);
        let length = u16::try_from(text.len()).expect("a short frame");
        assert!(length > 125, "a frame whose length has two bytes");
        let mut frame = vec![0x81, 126];
        frame.extend(length.to_be_bytes());
        frame.extend(&text.as_bytes()[..text.len() / 2]);
        let _ = self.socket.get_mut().write_all(&frame).await;
    }

    async fn close(&mut self, code: u16) {
        let frame = CloseFrame {
            code: code.into(),
            reason: "".into(),
        };
        let _ = self.socket.close(Some(frame)).await;
    }

    fn note(&self, act: Act) {
        self.shared.gateway.signals.push(Signal {
            connection: self.number,
            act,
        });
    }
}

/// A payload as Discord writes it: what it is comes before what it holds.
fn written(payload: &Value) -> String {
    let part = |name: &str| payload.get(name).unwrap_or(&Value::Null);
    format!(
        r#"{{"t":{},"s":{},"op":{},"d":{}}}"#,
        part("t"),
        part("s"),
        part("op"),
        part("d")
    )
}
