//! An *event*: what Discord tells, as far as the bot listens.
//!
//! Nothing here writes down what a member wrote: an error tells only where it is, because serde's own
//! words repeat the value.

use std::borrow::Cow;
use std::time::Duration;

use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::value::RawValue;
use serenity::model::application::Interaction;
use serenity::model::channel::{GuildChannel, Message, PartialGuildChannel};
use serenity::model::event::{GuildCreateEvent, ThreadListSyncEvent};
use serenity::model::gateway::Ready;
use serenity::model::guild::{Guild, UnavailableGuild};

/// An event that the bot listens to.
#[derive(Debug)]
#[allow(clippy::large_enum_variant, reason = "handed on once, never kept")]
pub(crate) enum Event {
    Ready(Ready),
    GuildCreate(Guild),
    GuildDelete(UnavailableGuild),
    InteractionCreate(Interaction),
    MessageCreate(Message),
    ThreadCreate(GuildChannel),
    ThreadUpdate(GuildChannel),
    ThreadListSync(ThreadListSyncEvent),
    ThreadDelete(PartialGuildChannel),
}

/// A frame of the gateway, as far as it concerns anybody but twilight.
#[derive(Debug)]
pub(super) enum Frame {
    /// HELLO, with the time between heartbeats.
    Hello {
        interval: Duration,
    },
    /// Discord wants another connection: RECONNECT, or `INVALID_SESSION`.
    Reconnect,
    Event(Box<Event>),
    /// Nothing to be done: twilight has done it, or nobody listens to it.
    Other,
}

/// The frame cannot be read.
#[derive(Debug)]
pub(super) struct Unreadable {
    /// The name of the event, where that could be read.
    pub(super) event: Option<String>,
}

#[derive(Deserialize)]
struct Envelope<'a> {
    op: u8,
    #[serde(borrow)]
    t: Option<Cow<'a, str>>,
    #[serde(borrow)]
    d: Option<&'a RawValue>,
}

#[derive(Deserialize)]
struct Hello {
    /// Milliseconds.
    heartbeat_interval: u64,
}

impl Frame {
    /// Reads a frame; what nobody listens to is not read further than its name.
    pub(super) fn read(text: &str) -> Result<Self, Unreadable> {
        let unreadable = |event: Option<&str>| Unreadable {
            event: event.map(str::to_owned),
        };
        let envelope: Envelope = serde_json::from_str(text).map_err(|_| unreadable(None))?;
        let data = envelope.d.map_or("null", RawValue::get);
        match envelope.op {
            0 => {}
            7 | 9 => return Ok(Self::Reconnect),
            10 => {
                let hello: Hello = read(data).ok_or_else(|| unreadable(None))?;
                let interval = Duration::from_millis(hello.heartbeat_interval);
                return Ok(Self::Hello { interval });
            }
            _ => return Ok(Self::Other),
        }
        let name = envelope.t.as_deref();
        let event = match name {
            Some("READY") => read(data).map(Event::Ready),
            // This adds the guild to the channels in it.
            Some("GUILD_CREATE") => {
                read(data).map(|event: GuildCreateEvent| Event::GuildCreate(event.guild))
            }
            Some("GUILD_DELETE") => read(data).map(Event::GuildDelete),
            Some("INTERACTION_CREATE") => interaction(data).map(Event::InteractionCreate),
            Some("MESSAGE_CREATE") => read(data).map(Event::MessageCreate),
            Some("THREAD_CREATE") => read(data).map(Event::ThreadCreate),
            Some("THREAD_UPDATE") => read(data).map(Event::ThreadUpdate),
            Some("THREAD_LIST_SYNC") => read(data).map(Event::ThreadListSync),
            Some("THREAD_DELETE") => read(data).map(Event::ThreadDelete),
            _ => return Ok(Self::Other),
        };
        event
            .map(|event| Self::Event(Box::new(event)))
            .ok_or_else(|| unreadable(name))
    }
}

/// Reads an interaction as what it says it is; serenity would make a tree of all its values first.
fn interaction(data: &str) -> Option<Interaction> {
    #[derive(Deserialize)]
    struct Kind {
        r#type: u8,
    }
    let kind: Kind = read(data)?;
    match kind.r#type {
        2 => read(data).map(Interaction::Command),
        3 => read(data).map(Interaction::Component),
        4 => read(data).map(Interaction::Autocomplete),
        5 => read(data).map(Interaction::Modal),
        _ => read(data),
    }
}

fn read<T: DeserializeOwned>(data: &str) -> Option<T> {
    serde_json::from_str(data).ok()
}

#[cfg(test)]
mod tests {
    use super::{Frame, Unreadable};

    #[test]
    fn what_cannot_be_read_is_told_by_name_only() {
        let check = |text: &str, expected: Option<&str>| {
            let Err(Unreadable { event }) = Frame::read(text) else {
                panic!("{text} was read");
            };
            assert_eq!(event.as_deref(), expected, "{text}");
        };
        check("", None);
        check(
            r#"{"op":0,"t":"MESSAGE_CREATE","d":{"content":"cut o"#,
            None,
        );
        check(r#"{"t":"MESSAGE_CREATE","d":{}}"#, None);
        check(r#"{"op":10,"d":{"heartbeat_interval":"soon"}}"#, None);
        check(r#"{"op":0,"t":"READY","d":{}}"#, Some("READY"));
        check(r#"{"op":0,"t":"READY"}"#, Some("READY"));
        check(
            r#"{"op":0,"t":"GUILD_DELETE","d":[]}"#,
            Some("GUILD_DELETE"),
        );
    }

    #[test]
    fn what_nobody_listens_to_is_not_read() {
        for text in [
            r#"{"op":0,"t":"NEVER_HEARD_OF","d":{"id":"no number"}}"#,
            r#"{"op":0,"t":"GUILD_ROLE_CREATE","s":1,"d":null}"#,
            r#"{"op":0,"t":null,"s":1,"d":null}"#,
            r#"{"op":11,"t":null,"s":null,"d":null}"#,
            r#"{"op":99}"#,
        ] {
            assert!(matches!(Frame::read(text), Ok(Frame::Other)), "{text}");
        }
    }
}
