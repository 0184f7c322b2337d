//! Interactions: each is answered once, then its webhook serves.

use serde_json::{Value, json};

use super::{Answer, World, compose, found, rewrite, text};
use crate::fake_discord::events::{APPLICATION, NOW};

/// The flag of a message that only one member sees.
const EPHEMERAL: u64 = 1 << 6;
/// The flag of "… is thinking".
const LOADING: u64 = 1 << 7;

/// An interaction that Discord has sent.
pub struct Open {
    event: Value,
    answered: bool,
    /// The first response, when it is a message that is still there.
    original: Option<Value>,
}

impl World {
    /// Lets the bot answer this interaction.
    pub fn open_interaction(&mut self, event: &Value) {
        let resolved = event
            .pointer("/data/resolved/messages")
            .and_then(Value::as_object);
        for message in resolved.into_iter().flat_map(|messages| messages.values()) {
            self.add_message(message);
        }
        if let Some(message) = event.get("message") {
            self.add_message(message);
        }
        let open = Open {
            event: event.clone(),
            answered: false,
            original: None,
        };
        self.interactions
            .insert(text(&event["token"]).to_owned(), open);
    }

    /// From now on the token of this interaction is worth nothing.
    pub fn expire(&mut self, token: &str) {
        self.expired.insert(token.to_owned());
    }

    pub(super) fn respond(&mut self, id: &str, token: &str, body: &Value) -> Answer {
        let unknown = Answer::error(404, 10062, "Unknown interaction");
        if self.expired.contains(token) {
            return unknown;
        }
        let Some(open) = self
            .interactions
            .get_mut(token)
            .filter(|open| open.event["id"] == id)
        else {
            return unknown.because("answers an interaction that was never sent");
        };
        if open.answered {
            let message = "Interaction has already been acknowledged.";
            return Answer::error(400, 40060, message).because("answers an interaction twice");
        }
        let (kind, response) = (&open.event["type"], body["type"].as_u64().unwrap_or(0));
        if !allowed(kind.as_u64().unwrap_or(0)).contains(&response) {
            return Answer::error(400, 50035, "Invalid Form Body").because(format!(
                "a response of type {response} to an interaction of type {kind}"
            ));
        }
        open.answered = true;
        open.original = original(&open.event, response, &body["data"]);
        Answer::done()
    }

    pub(super) fn original(&mut self, method: &str, token: &str, body: &Value) -> Answer {
        let open = match self.webhook(token) {
            Ok(open) => open,
            Err(answer) => return answer,
        };
        let Some(message) = &mut open.original else {
            return Answer::error(404, 10008, "Unknown Message");
        };
        match method {
            "GET" => Answer::ok(message.clone()),
            "PATCH" => Answer::ok(edited(message, body)),
            "DELETE" => {
                open.original = None;
                Answer::done()
            }
            _ => Answer::error(405, 0, "405: Method Not Allowed").because("no such method"),
        }
    }

    pub(super) fn follow_up(&mut self, token: &str, body: &Value) -> Answer {
        let open = match self.webhook(token) {
            Ok(open) => open,
            Err(answer) => return answer,
        };
        // The first one after "… is thinking" takes its place.
        let thinking = open
            .original
            .as_mut()
            .filter(|message| flags(message) & LOADING != 0);
        if let Some(message) = thinking {
            return Answer::ok(edited(message, body));
        }
        let message = response(&open.event, body);
        self.messages
            .insert(text(&message["id"]).to_owned(), message.clone());
        Answer::ok(message)
    }

    pub(super) fn followup(&mut self, method: &str, token: &str, id: &str, body: &Value) -> Answer {
        if let Err(answer) = self.webhook(token) {
            return answer;
        }
        match (method, self.messages.get_mut(id)) {
            ("PATCH", Some(message)) => Answer::ok(edited(message, body)),
            ("DELETE", Some(_)) => {
                self.messages.remove(id);
                Answer::done()
            }
            ("GET" | "PATCH" | "DELETE", message) => {
                found(message.as_deref(), 10008, "Unknown Message")
            }
            _ => Answer::error(405, 0, "405: Method Not Allowed").because("no such method"),
        }
    }

    /// The webhook of an interaction: there once it is answered, gone when the token is.
    fn webhook(&mut self, token: &str) -> Result<&mut Open, Answer> {
        if self.expired.contains(token) {
            return Err(Answer::error(401, 50027, "Invalid Webhook Token"));
        }
        let open = self
            .interactions
            .get_mut(token)
            .filter(|open| open.answered);
        open.ok_or_else(|| {
            Answer::error(404, 10015, "Unknown Webhook")
                .because("uses the webhook of an interaction that is not answered")
        })
    }
}

/// The types of response that fit a type of interaction.
fn allowed(kind: u64) -> &'static [u64] {
    match kind {
        2 => &[4, 5, 9],
        3 => &[4, 5, 6, 7, 9],
        4 => &[8],
        5 => &[4, 5, 6, 7],
        _ => &[],
    }
}

/// The message that a first response leaves.
fn original(event: &Value, kind: u64, data: &Value) -> Option<Value> {
    match kind {
        4 => Some(response(event, data)),
        5 => {
            let mut message = response(event, data);
            message["flags"] = json!((flags(data) & EPHEMERAL) | LOADING);
            Some(message)
        }
        6 => event.get("message").cloned(),
        7 => event
            .get("message")
            .cloned()
            .map(|mut message| edited(&mut message, data)),
        _ => None,
    }
}

/// A message that answers an interaction.
fn response(event: &Value, data: &Value) -> Value {
    let mut message = compose(text(&event["channel_id"]), data);
    message["type"] = json!(20);
    message["application_id"] = json!(APPLICATION);
    message["webhook_id"] = json!(APPLICATION);
    message
}

/// Edits a message, and returns a copy.
pub(super) fn edited(message: &mut Value, body: &Value) -> Value {
    let before = flags(message);
    rewrite(message, body);
    message["flags"] = json!((before & EPHEMERAL) | (flags(message) & !LOADING));
    if before & LOADING == 0 {
        message["edited_timestamp"] = json!(NOW);
    }
    message.clone()
}

fn flags(message: &Value) -> u64 {
    message["flags"].as_u64().unwrap_or(0)
}
