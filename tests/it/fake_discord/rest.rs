//! The REST API on the wire: HTTP/1.1, plain or in TLS.

use std::sync::Arc;
use std::time::{SystemTime, UNIX_EPOCH};

use http_body_util::{BodyExt as _, Full};
use hyper::body::{Bytes, Incoming};
use hyper::header::{AUTHORIZATION, CONTENT_TYPE};
use hyper::service::service_fn;
use hyper::{Request, Response, StatusCode};
use hyper_util::rt::TokioIo;
use serde_json::{Value, json};
use tokio::io::{AsyncRead, AsyncWrite};
use tokio::net::TcpListener;
use tokio::task::JoinSet;
use tokio_rustls::TlsAcceptor;

use super::Shared;
use super::form;
use super::record::Recorded;
use super::routes;
use super::script::Fault;
use super::world::{Answer, World};

/// The service breaks off: hyper closes the socket and answers nothing.
#[derive(Debug, thiserror::Error)]
#[error("the script drops this connection")]
struct Dropped;

type Reply = Response<Full<Bytes>>;

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
                    Err(error) => shared
                        .recorder
                        .complain(format!("no TLS handshake: {error}")),
                },
            }
        });
    }
}

async fn connection(stream: impl AsyncRead + AsyncWrite + Unpin, shared: Arc<Shared>) {
    let service = service_fn(|request| handle(request, Arc::clone(&shared)));
    let served = hyper::server::conn::http1::Builder::new()
        .serve_connection(TokioIo::new(stream), service)
        .await;
    // Clients close as they like, and the script drops connections on purpose.
    drop(served);
}

async fn handle(request: Request<Incoming>, shared: Arc<Shared>) -> Result<Reply, Dropped> {
    let (head, body) = request.into_parts();
    let method = head.method.as_str();
    let path = head.uri.path_and_query().map_or("/", |path| path.as_str());
    let fault = routes::resolve(path).and_then(|(route, _)| shared.script.next(method, route));
    if matches!(fault, Some(Fault::DropBeforeBody)) {
        return Err(Dropped);
    }

    let bytes = body.collect().await.map_err(|_| Dropped)?.to_bytes();
    if let Some(file) = shared.world().attachment(path) {
        let file = Response::new(Full::from(file));
        return Ok(file);
    }
    let header = |name| head.headers.get(name).and_then(|value| value.to_str().ok());
    let mut files = Vec::new();
    let body = match read(&bytes, header(CONTENT_TYPE), &mut files) {
        Ok(body) => body,
        Err(problem) => {
            shared
                .recorder
                .complain(format!("{method} {path}: {problem}"));
            Value::String(String::from_utf8_lossy(&bytes).into_owned())
        }
    };
    let mut request = Recorded::new(method, path, body);
    request.files = files;
    let at = shared.recorder.record(&request);

    let authorized = header(AUTHORIZATION) == Some(&format!("Bot {}", shared.token));
    let reply = match fault {
        Some(Fault::DropAfterBody | Fault::DropBeforeBody) => return Err(Dropped),
        Some(Fault::DropAnswer) => {
            answer(&request, authorized, &shared);
            return Err(Dropped);
        }
        Some(Fault::Hold { arrived, release }) => {
            // The test may have dropped either end; the request then goes on.
            let _ = arrived.send(());
            let _ = release.await;
            answer(&request, authorized, &shared)
        }
        Some(Fault::RateLimited {
            retry_after,
            global,
        }) => rate_limited(retry_after, global),
        Some(Fault::Error {
            status,
            code,
            message,
        }) => reply(&request, Answer::error(status, code, message)),
        Some(Fault::Status(status)) => bare(status),
        Some(Fault::Page) => page(),
        None => answer(&request, authorized, &shared),
    };
    shared
        .recorder
        .requests
        .amend(at, |request| request.status = Some(reply.status().as_u16()));
    Ok(reply)
}

/// The JSON of a body; null for none. Of a form, the files go into `files`.
fn read(
    bytes: &[u8],
    content_type: Option<&str>,
    files: &mut Vec<(String, Vec<u8>)>,
) -> Result<Value, String> {
    if bytes.is_empty() {
        return Ok(Value::Null);
    }
    if let Some(form) =
        content_type.and_then(|kind| kind.strip_prefix("multipart/form-data; boundary="))
    {
        return form::read(bytes, form, files);
    }
    if content_type != Some("application/json") {
        return Err(format!(
            "a body of the type {content_type:?} instead of JSON"
        ));
    }
    serde_json::from_slice(bytes).map_err(|error| format!("the body is not JSON: {error}"))
}

fn answer(request: &Recorded, authorized: bool, shared: &Shared) -> Reply {
    let answer = if request.route.is_none() {
        World::unexpected(request)
    } else if authorized || is_open(request) {
        shared.world().answer(request)
    } else {
        Answer::error(401, 0, "401: Unauthorized")
    };
    if let Some(problem) = &answer.problem
        && request.route.is_some()
    {
        let Recorded { method, path, .. } = request;
        shared
            .recorder
            .complain(format!("{method} {path}: {problem}"));
    }
    if let Some((event, data)) = &answer.event {
        shared.gateway.echo(event, data);
    }
    reply(request, answer)
}

/// Whether Discord answers this without a bot's token.
fn is_open(request: &Recorded) -> bool {
    let open = [
        "/gateway",
        routes::CALLBACK,
        routes::WEBHOOK,
        routes::ORIGINAL,
        routes::FOLLOWUP,
    ];
    request.route.is_some_and(|route| open.contains(&route))
}

/// An answer with the headers of a limit that is far away. Callbacks have no such limit.
fn reply(request: &Recorded, answer: Answer) -> Reply {
    let mut builder = Response::builder().status(answer.status);
    if request.route != Some(routes::CALLBACK) && answer.status != 401 {
        let reset = now() + 1.0;
        builder = builder
            .header(
                "X-RateLimit-Bucket",
                format!("{:x}", request.route.unwrap_or("").len()),
            )
            .header("X-RateLimit-Limit", "50")
            .header("X-RateLimit-Remaining", "49")
            .header("X-RateLimit-Reset", format!("{reset:.3}"))
            .header("X-RateLimit-Reset-After", "1.000");
    }
    finish(builder, answer.body)
}

fn rate_limited(retry_after: f64, global: bool) -> Reply {
    let reset = now() + retry_after;
    let mut builder = Response::builder()
        .status(StatusCode::TOO_MANY_REQUESTS)
        .header("Retry-After", format!("{:.0}", retry_after.ceil()))
        .header("X-RateLimit-Scope", if global { "global" } else { "user" });
    builder = if global {
        builder.header("X-RateLimit-Global", "true")
    } else {
        builder
            .header("X-RateLimit-Limit", "5")
            .header("X-RateLimit-Remaining", "0")
            .header("X-RateLimit-Reset", format!("{reset:.3}"))
            .header("X-RateLimit-Reset-After", format!("{retry_after:.3}"))
    };
    let message = "You are being rate limited.";
    let body = json!({ "message": message, "retry_after": retry_after, "global": global });
    finish(builder, Some(body))
}

/// What a proxy in front of Discord answers when Discord does not.
fn bare(status: u16) -> Reply {
    let body = Full::from(format!("error code: {status}"));
    Response::builder()
        .status(status)
        .header(CONTENT_TYPE, "text/plain; charset=UTF-8")
        .body(body)
        .expect("a valid response")
}

/// What a network answers in place of Discord until one has logged in.
fn page() -> Reply {
    Response::builder()
        .header(CONTENT_TYPE, "text/html; charset=UTF-8")
        .body(Full::from(
            "<!doctype html><title>Welcome to our Wi-Fi</title>",
        ))
        .expect("a valid response")
}

fn finish(builder: hyper::http::response::Builder, body: Option<Value>) -> Reply {
    let response = match body {
        Some(body) => builder
            .header(CONTENT_TYPE, "application/json")
            .body(Full::from(body.to_string())),
        None => builder.body(Full::default()),
    };
    response.expect("a valid response")
}

/// Seconds since 1970, as rate limits are written.
#[allow(clippy::disallowed_methods, reason = "the wire is outside of the core")]
fn now() -> f64 {
    SystemTime::now()
        .duration_since(UNIX_EPOCH)
        .map_or(0.0, |since| since.as_secs_f64())
}
