//! The bot against the stand-in, and questions put to it.

use std::cell::Cell;
use std::rc::Rc;
use std::time::{Duration, Instant};

use rustix::process::Signal;
use tempfile::TempDir;
use tokio::sync::{Mutex, mpsc};

use crate::Outcome;
use crate::bot::{Bot, Cores};
use crate::knowledge::Knowledge;
use crate::stand_in::StandIn;
use crate::template::Kind;

/// Members and channels that questions come from. Each channel has one question at a time, so that
/// typing tells whom it is for.
const MEMBERS: usize = 3_000;
const CHANNELS: usize = 20_000;

/// Of so many questions one is put by mentioning the bot, the others with `/ask`.
const MENTIONS: usize = 10;

/// How long the bot may take to start, and for what is left at the end of a phase.
const PATIENCE: Duration = Duration::from_mins(1);

/// Questions under way, for each core, that keep the bot busy and leave none without room.
const UNDER_WAY: u32 = 24;

pub struct Stage {
    pub stand_in: Rc<StandIn>,
    pub bot: Bot,
    knowledge: Knowledge,
    ends: Mutex<mpsc::UnboundedReceiver<usize>>,
    asked: Cell<usize>,
    under_way: u32,
    _data: TempDir,
}

impl Stage {
    /// A bot that is connected; with the encoder, one that has encoded everything.
    pub async fn start(cores: &Cores, encoder: &str, knowledge: Knowledge) -> Outcome<Self> {
        let data = tempfile::tempdir()?;
        let (stand_in, ends) = StandIn::start().await?;
        let folder = knowledge.folder.to_string_lossy();
        let settings = [
            ("DISCORD_TOKEN", "stand.in.token"),
            ("DISCORD_API_URL", &*stand_in.api_url),
            ("DISCORD_GATEWAY_URL", &*stand_in.gateway_url),
            ("KNOWLEDGE_DIR", &*folder),
            ("DATA_DIR", "data"),
            ("ENCODER", encoder),
            ("COOLDOWN", "off"),
            ("LOG_LEVEL", "error"),
        ];
        // Encodes the folder, and keeps what it has computed for the bot.
        let asked = Bot::start(cores, &["ask", "Bonjour"], data.path(), &settings);
        asked?.wait()?;
        let bot = Bot::start(cores, &["run"], data.path(), &settings)?;
        tokio::time::timeout(PATIENCE, stand_in.connected()).await?;
        let stage = Self {
            stand_in,
            bot,
            knowledge,
            ends: Mutex::new(ends),
            asked: Cell::new(0),
            under_way: UNDER_WAY * cores.of_bot(),
            _data: data,
        };
        Ok(stage)
    }

    /// Asks one of many questions, of many members in many channels.
    pub fn ask(&self, due: Instant) -> usize {
        let at = self.asked.replace(self.asked.get() + 1);
        let kind = if at.is_multiple_of(MENTIONS) {
            Kind::Mention
        } else {
            Kind::Command
        };
        let text = self.knowledge.question();
        let (member, channel) = (at % MEMBERS, at % CHANNELS);
        self.stand_in.ask(kind, member, channel, &text, due)
    }

    /// Asks with `/ask` as one member, who is none of the many.
    pub fn ask_as(&self, member: usize, due: Instant) -> usize {
        let text = self.knowledge.question();
        let (member, channel) = (MEMBERS + member, CHANNELS + member);
        self.stand_in
            .ask(Kind::Command, member, channel, &text, due)
    }

    /// Keeps the bot busy for some time: each question that ends is followed by another.
    pub async fn keep_busy(&self, length: Duration) -> Outcome<()> {
        let end = tokio::time::Instant::now() + length;
        for _ in 0..self.under_way {
            self.ask(Instant::now());
        }
        let mut ends = self.ends.lock().await;
        while let Ok(ended) = tokio::time::timeout_at(end, ends.recv()).await {
            ended.ok_or("the stand-in has ended")?;
            self.ask(Instant::now());
        }
        Ok(())
    }

    /// Asks so many questions a second for some time, whatever becomes of them. One that is put late
    /// counts from when it was due.
    pub async fn keep_asking(&self, rate: f64, length: Duration) {
        let start = Instant::now();
        let mut put = 0_u32;
        loop {
            let due = start + Duration::from_secs_f64(f64::from(put) / rate);
            if due > start + length {
                return;
            }
            if due > Instant::now() {
                tokio::time::sleep_until(due.into()).await;
            }
            self.ask(due);
            put += 1;
            if put.is_multiple_of(64) {
                // The stand-in is on this thread, too.
                tokio::task::yield_now().await;
            }
        }
    }

    /// Waits until every question has ended, or for as long as that may take.
    pub async fn all_ended(&self) {
        let all = async {
            while self.stand_in.ledger.borrow().open() > 0 {
                tokio::time::sleep(Duration::from_millis(10)).await;
            }
        };
        // Those that have not are counted.
        let _ = tokio::time::timeout(PATIENCE, all).await;
        let mut ends = self.ends.lock().await;
        while ends.try_recv().is_ok() {}
    }

    /// Waits until this question has ended.
    pub async fn ended(&self, number: usize) -> Outcome<()> {
        let mut ends = self.ends.lock().await;
        let waiting = async {
            while let Some(ended) = ends.recv().await {
                if ended == number {
                    return Ok(());
                }
            }
            Err("the stand-in has ended")
        };
        Ok(tokio::time::timeout(PATIENCE, waiting).await??)
    }

    /// Stops the bot, which has to end well.
    pub async fn stop(mut self) -> Outcome<()> {
        self.bot.signal(Signal::TERM)?;
        let ended = tokio::task::spawn_blocking(move || {
            let ended = self.bot.wait().map(|status| status.success());
            ended.unwrap_or_default()
        });
        if ended.await? {
            Ok(())
        } else {
            Err("the bot did not end well".into())
        }
    }
}
