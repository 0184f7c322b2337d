//! Events, written down beforehand but for what differs between questions.

use serde_json::{Value, json};

use crate::fake_discord::events::{self, BOT};

/// The identifiers of the first question, member and channel; the others count on.
const FIRST_QUESTION: u64 = 1_500_000_000_000_000_000;
const FIRST_MEMBER: u64 = 1_200_000_000_000_000_000;
const FIRST_CHANNEL: u64 = 1_300_000_000_000_000_000;

/// What stands between two of these differs.
const MARK: &str = "%%";

/// How a question is put.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Command,
    Mention,
}

/// A question as it is put.
pub struct Put<'a> {
    pub number: usize,
    pub member: usize,
    pub channel: usize,
    pub text: &'a str,
}

/// An event in pieces: every other one is the name of what stands there.
pub struct Template(Vec<String>);

impl Template {
    pub fn of(kind: Kind) -> Self {
        let (name, event) = match kind {
            Kind::Command => ("INTERACTION_CREATE", command()),
            Kind::Mention => ("MESSAGE_CREATE", mention()),
        };
        // What it is comes before what it holds, as Discord writes it.
        let written = format!(r#"{{"t":"{name}","s":{MARK}sequence{MARK},"op":0,"d":{event}}}"#);
        Self(written.split(MARK).map(str::to_owned).collect())
    }

    /// The event of a question, as the gateway sends it.
    pub fn fill(&self, put: &Put<'_>, sequence: u64) -> String {
        let mut written = String::with_capacity(4_096);
        for pair in self.0.chunks(2) {
            written += &pair[0];
            let number = match pair.get(1).map(String::as_str) {
                Some("id") => FIRST_QUESTION + put.number as u64,
                Some("member") => FIRST_MEMBER + put.member as u64,
                Some("channel") => FIRST_CHANNEL + put.channel as u64,
                Some("sequence") => sequence,
                Some(_) => {
                    let quoted = json!(put.text).to_string();
                    written += &quoted[1..quoted.len() - 1];
                    continue;
                }
                None => continue,
            };
            written += &number.to_string();
        }
        written
    }
}

/// The number of the question whose identifier this is.
pub fn question_of(id: &str) -> Option<usize> {
    number(id, FIRST_QUESTION)
}

/// The number of the channel whose identifier this is.
pub fn channel_of(id: &str) -> Option<usize> {
    number(id, FIRST_CHANNEL)
}

fn number(id: &str, first: u64) -> Option<usize> {
    usize::try_from(id.parse::<u64>().ok()?.checked_sub(first)?).ok()
}

fn mark(name: &str) -> Value {
    json!(format!("{MARK}{name}{MARK}"))
}

fn command() -> Value {
    events::slash("ask")
        .option("question", mark("question"))
        .set("/id", mark("id"))
        .set("/token", mark("id"))
        .set("/channel_id", mark("channel"))
        .set("/channel/id", mark("channel"))
        .set("/member/user/id", mark("member"))
        .build()
}

fn mention() -> Value {
    events::message(&format!("<@{BOT}> {MARK}question{MARK}"))
        .mentions(events::this_bot())
        .set("/id", mark("id"))
        .set("/channel_id", mark("channel"))
        .set("/author/id", mark("member"))
        .build()
}
