//! What was asked, and what came of it.

use std::collections::HashMap;
use std::time::{Duration, Instant};

use tokio::sync::mpsc;
use verbatim::reply::{Locale, by_key};

use crate::template::Kind;

/// What a member reads in the end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum End {
    /// At least one quote.
    Quoted,
    /// That the articles say nothing of it.
    NotFound,
    /// That too many are asking.
    Refused,
    /// That something failed.
    Failed,
}

/// A question on its way.
#[derive(Clone, Debug)]
pub struct Asked {
    /// When it was to be asked, whether or not the bot then read it.
    due: Instant,
    /// When its member first saw something of the bot.
    pub first: Option<Duration>,
    pub end: Option<End>,
    /// When that was.
    pub ended: Option<Instant>,
    /// How often it was ended where nothing made the bot try again.
    pub doubled: u32,
    /// "Thinking…" stands there.
    deferred: bool,
    /// The bot did not learn that its last request had arrived.
    answer_lost: bool,
}

/// All questions, by their number.
pub struct Ledger {
    asked: Vec<Asked>,
    /// How many have not ended.
    open: usize,
    /// The last mention in each channel, which typing is for.
    mentions: HashMap<usize, usize>,
    ended: mpsc::UnboundedSender<usize>,
    refusals: Vec<String>,
    failures: Vec<String>,
}

/// What the bot does for a question.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Act {
    /// It says that the answer takes a while.
    Defer,
    /// The first response to an interaction, or a message.
    Respond(End),
    /// What takes the place of "thinking…".
    Edit(End),
}

impl Ledger {
    /// An empty one, and the numbers of questions as they end.
    pub fn new() -> (Self, mpsc::UnboundedReceiver<usize>) {
        let (ended, ends) = mpsc::unbounded_channel();
        let said = |key: &str| {
            let all = Locale::ALL.iter();
            all.map(|locale| by_key(*locale, key)).collect()
        };
        let ledger = Self {
            asked: Vec::new(),
            open: 0,
            mentions: HashMap::new(),
            ended,
            refusals: said("busy"),
            failures: said("failed"),
        };
        (ledger, ends)
    }

    /// Takes in a question and gives its number.
    pub fn ask(&mut self, kind: Kind, channel: usize, due: Instant) -> usize {
        let number = self.asked.len();
        if kind == Kind::Mention {
            self.mentions.insert(channel, number);
        }
        self.open += 1;
        self.asked.push(Asked {
            due,
            first: None,
            end: None,
            ended: None,
            doubled: 0,
            deferred: false,
            answer_lost: false,
        });
        number
    }

    /// The questions from this number on.
    pub fn since(&self, number: usize) -> &[Asked] {
        &self.asked[number..]
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.asked.len()
    }

    /// How many have not ended yet.
    pub fn open(&self) -> usize {
        self.open
    }

    /// What a body says in the end.
    pub fn end_in(&self, body: &str) -> End {
        let says = |texts: &[String]| texts.iter().any(|text| body.contains(text.as_str()));
        if !body.contains(r#""embeds":[]"#) {
            End::Quoted
        } else if says(&self.refusals) {
            End::Refused
        } else if says(&self.failures) {
            End::Failed
        } else {
            End::NotFound
        }
    }

    /// Notes what the bot does; `lost` where it does not learn of that. `false` where Discord has it
    /// already.
    pub fn note(&mut self, number: usize, act: Act, lost: bool) -> bool {
        let Some(asked) = self.asked.get_mut(number) else {
            return false;
        };
        let over = match act {
            Act::Defer | Act::Respond(_) => asked.deferred || asked.end.is_some(),
            Act::Edit(_) => !asked.deferred || asked.end.is_some(),
        };
        if over {
            asked.doubled += u32::from(!asked.answer_lost);
            asked.answer_lost &= lost;
            return false;
        }
        asked.answer_lost = lost;
        asked.seen();
        match act {
            Act::Defer => asked.deferred = true,
            Act::Respond(end) | Act::Edit(end) => {
                asked.end = Some(end);
                asked.ended = Some(Instant::now());
                self.open -= 1;
                // Nobody may wait for it.
                let _ = self.ended.send(number);
            }
        }
        true
    }

    /// Those in a channel see the bot typing.
    pub fn typing(&mut self, channel: usize) {
        let number = self.mentions.get(&channel);
        if let Some(asked) = number.and_then(|number| self.asked.get_mut(*number)) {
            asked.seen();
        }
    }
}

impl Asked {
    /// How long its member waited for the end.
    pub fn took(&self) -> Option<Duration> {
        Some(self.ended? - self.due)
    }

    /// Whether the bot looked it up.
    pub fn is_answered(&self) -> bool {
        matches!(self.end, Some(End::Quoted | End::NotFound))
    }

    pub fn is_quoted(&self) -> bool {
        self.end == Some(End::Quoted)
    }

    pub fn is_refused(&self) -> bool {
        self.end == Some(End::Refused)
    }

    fn seen(&mut self) {
        self.first.get_or_insert(self.due.elapsed());
    }
}
