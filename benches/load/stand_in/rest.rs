//! The REST API: what the bot asks at its start, and where its answers go.

use std::rc::Rc;

use http_body_util::{BodyExt as _, Full};
use hyper::body::{Bytes, Incoming};
use hyper::service::service_fn;
use hyper::{Request, Response, StatusCode};
use hyper_util::rt::TokioIo;
use serde_json::{Value, json};
use tokio::net::TcpListener;

use super::StandIn;
use crate::fake_discord::events;
use crate::ledger::Act;
use crate::template::{channel_of, question_of};

/// hyper closes the connection and answers nothing.
#[derive(Debug, thiserror::Error)]
#[error("the connection breaks")]
struct Broken;

type Reply = Response<Full<Bytes>>;

/// Serves until it is dropped.
pub async fn serve(listener: TcpListener, stand_in: Rc<StandIn>) {
    while let Ok((stream, _)) = listener.accept().await {
        let stand_in = Rc::clone(&stand_in);
        tokio::task::spawn_local(async move {
            let service = service_fn(|request| handle(request, &stand_in));
            let connection = hyper::server::conn::http1::Builder::new()
                .serve_connection(TokioIo::new(stream), service);
            // Clients close as they like.
            let _ = connection.await;
        });
    }
}

async fn handle(request: Request<Incoming>, stand_in: &StandIn) -> Result<Reply, Broken> {
    let (head, body) = request.into_parts();
    let mut lost = false;
    if let Some(fault) = stand_in.fault() {
        stand_in.failed.set(stand_in.failed.get() + 1);
        match fault {
            Fault::Broken => return Err(Broken),
            Fault::Refused(reply) => return Ok(reply),
            Fault::Lost => lost = true,
        }
    }
    let body = body.collect().await.map_err(|_| Broken)?.to_bytes();
    let body = std::str::from_utf8(&body).unwrap_or_default();
    let path = head.uri.path().trim_start_matches("/api/v10/");
    let path: Vec<&str> = path.split('/').collect();
    let reply = stand_in.answer(head.method.as_str(), &path, body, lost);
    if lost { Err(Broken) } else { Ok(reply) }
}

/// What a request meets.
enum Fault {
    Broken,
    Refused(Reply),
    Lost,
}

impl StandIn {
    /// What the next request meets, by chance.
    fn fault(&self) -> Option<Fault> {
        let faults = self.faults.get();
        let mut chance = self.chance.borrow_mut();
        let drawn = chance.u32(0..1_000);
        let errors = faults.errors;
        let limits = errors + faults.limits;
        let broken = limits + faults.broken;
        let lost = broken + faults.lost;
        Some(if drawn < errors {
            let status = chance.choice([500, 502, 503, 504]).unwrap_or(500);
            Fault::Refused(reply(status, &json!({ "message": "a fault", "code": 0 })))
        } else if drawn < limits {
            let global = chance.u32(0..10) == 0;
            let limit = json!({ "message": "slow down", "retry_after": 0.3, "global": global });
            Fault::Refused(reply(429, &limit))
        } else if drawn < broken {
            Fault::Broken
        } else if drawn < lost {
            Fault::Lost
        } else {
            return None;
        })
    }

    /// Answers a request; the bot does not learn that it arrived where it is `lost`.
    fn answer(&self, method: &str, path: &[&str], body: &str, lost: bool) -> Reply {
        let mut ledger = self.ledger.borrow_mut();
        match (method, path) {
            ("POST", ["interactions", id, _, "callback"]) => {
                let act = if body.contains(r#""type":5"#) {
                    Act::Defer
                } else {
                    Act::Respond(ledger.end_in(body))
                };
                let number = question_of(id).unwrap_or(usize::MAX);
                if ledger.note(number, act, lost) {
                    return reply(204, &Value::Null);
                }
                let error = "Interaction has already been acknowledged.";
                reply(400, &json!({ "message": error, "code": 40060 }))
            }
            ("PATCH", ["webhooks", _, token, "messages", "@original"]) => {
                let act = Act::Edit(ledger.end_in(body));
                ledger.note(question_of(token).unwrap_or(usize::MAX), act, lost);
                reply(200, &json!({ "id": events::snowflake() }))
            }
            ("POST", ["channels", _, "messages"]) => {
                let answered = serde_json::from_str::<Answering<'_>>(body);
                let number = answered
                    .ok()
                    .and_then(|answering| question_of(answering.nonce));
                let act = Act::Respond(ledger.end_in(body));
                ledger.note(number.unwrap_or(usize::MAX), act, lost);
                reply(200, &json!({ "id": events::snowflake() }))
            }
            ("POST", ["channels", channel, "typing"]) => {
                ledger.typing(channel_of(channel).unwrap_or(usize::MAX));
                reply(204, &Value::Null)
            }
            (_, ["oauth2", "applications", "@me"]) => reply(200, &events::application()),
            (_, ["gateway", "bot"]) => reply(200, &self.gateway_bot()),
            (_, ["applications", _, "commands"]) => reply(200, &json!([])),
            _ => {
                eprintln!("an unknown request: {method} /{}", path.join("/"));
                reply(404, &json!({ "message": "404: Not Found", "code": 0 }))
            }
        }
    }

    fn gateway_bot(&self) -> Value {
        json!({
            "url": self.gateway_url, "shards": 1,
            "session_start_limit": {
                "total": 1000, "remaining": 999, "reset_after": 0, "max_concurrency": 1,
            },
        })
    }
}

/// What a message answers.
#[derive(serde::Deserialize)]
struct Answering<'a> {
    nonce: &'a str,
}

fn reply(status: u16, body: &Value) -> Reply {
    let bytes = if body.is_null() {
        Bytes::new()
    } else {
        Bytes::from(body.to_string())
    };
    let mut reply = Response::new(Full::new(bytes));
    *reply.status_mut() = StatusCode::from_u16(status).unwrap_or_default();
    reply
}
