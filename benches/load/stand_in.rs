//! The stand-in for Discord: as little as the bot needs, and as light as it can be.
//!
//! That of the tests checks and records every request, which takes longer than to answer it.

mod gateway;
mod rest;

use std::cell::{Cell, RefCell};
use std::rc::Rc;
use std::time::Instant;

use fastrand::Rng;
use tokio::net::TcpListener;
use tokio::sync::mpsc;
use tokio::task::spawn_local;

use crate::Outcome;
use crate::ledger::Ledger;
use crate::template::{Kind, Put, Template};
pub use gateway::Break;
use gateway::Gateway;

/// Of a thousand requests, how many meet each fault while there are faults.
#[derive(Clone, Copy, Debug, Default)]
pub struct Faults {
    /// 500, 502, 503 and 504.
    pub errors: u32,
    /// 429.
    pub limits: u32,
    /// The connection breaks before Discord has read the request.
    pub broken: u32,
    /// Discord takes the request, and its answer is lost.
    pub lost: u32,
}

/// The stand-in. All of it is on one thread.
pub struct StandIn {
    pub api_url: String,
    pub gateway_url: String,
    pub ledger: RefCell<Ledger>,
    pub faults: Cell<Faults>,
    /// Faults that there were.
    pub failed: Cell<u64>,
    gateway: Gateway,
    chance: RefCell<Rng>,
    command: Template,
    mention: Template,
}

impl StandIn {
    /// Starts it; the receiver hears the numbers of questions as they end.
    pub async fn start() -> Outcome<(Rc<Self>, mpsc::UnboundedReceiver<usize>)> {
        let rest = TcpListener::bind("127.0.0.1:0").await?;
        let gateway = TcpListener::bind("127.0.0.1:0").await?;
        let (ledger, ends) = Ledger::new();
        let gateway_url = format!("ws://{}", gateway.local_addr()?);
        let stand_in = Rc::new(Self {
            api_url: format!("http://{}", rest.local_addr()?),
            gateway: Gateway::new(&gateway_url),
            gateway_url,
            ledger: RefCell::new(ledger),
            faults: Cell::default(),
            failed: Cell::default(),
            chance: RefCell::new(Rng::with_seed(3)),
            command: Template::of(Kind::Command),
            mention: Template::of(Kind::Mention),
        });
        spawn_local(rest::serve(rest, Rc::clone(&stand_in)));
        spawn_local(gateway::serve(gateway, Rc::clone(&stand_in)));
        Ok((stand_in, ends))
    }

    /// Waits until the bot listens.
    pub async fn connected(&self) {
        let mut live = self.gateway.live.subscribe();
        // The gateway is as old as this.
        let _ = live.wait_for(|live| *live).await;
    }

    /// Asks a question that was due at this time, and gives its number.
    pub fn ask(
        &self,
        kind: Kind,
        member: usize,
        channel: usize,
        text: &str,
        due: Instant,
    ) -> usize {
        let number = self.ledger.borrow_mut().ask(kind, channel, due);
        let template = match kind {
            Kind::Command => &self.command,
            Kind::Mention => &self.mention,
        };
        let put = Put {
            number,
            member,
            channel,
            text,
        };
        self.gateway
            .dispatch(|sequence| template.fill(&put, sequence));
        number
    }

    /// Ends the connection to the gateway.
    pub fn end_connection(&self, how: Break) {
        self.gateway.end_connection(how);
    }
}
