//! The *server* answers over HTTP how the bot is.

use std::convert::Infallible;
use std::io;
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use http_body_util::Full;
use hyper::body::{Bytes, Incoming};
use hyper::header::{ALLOW, CONTENT_TYPE, HeaderValue};
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper::{Method, Request, Response, StatusCode};
use hyper_util::rt::TokioIo;
use prometheus_client::encoding::prometheus_text;
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::Semaphore;
use tokio::task::JoinSet;

use super::Metrics;

/// How many are answered at once; the others wait.
const AT_ONCE: usize = 64;

/// How long a request may take to come in, and to be answered.
const SLOWEST: Duration = Duration::from_secs(5);

/// The wait after a connection could not be taken, such as for want of file descriptors.
const AFTER_FAILURE: Duration = Duration::from_secs(1);

const PLAIN: &str = "text/plain; charset=utf-8";

/// Says whether the process is alive.
pub(super) const ALIVE: &str = "/healthz";
/// Says whether questions can come in and be answered.
pub(super) const READY: &str = "/readyz";
const METRICS: &str = "/metrics";

/// A server under way; it stops when this is dropped.
#[derive(Debug)]
pub struct MetricsServer {
    address: SocketAddr,
    _tasks: JoinSet<()>,
}

impl MetricsServer {
    /// Where it listens: as it was told, with a port of the system's choice in place of 0.
    #[must_use]
    pub fn address(&self) -> SocketAddr {
        self.address
    }
}

impl Metrics {
    /// Listens at `address` and answers `/healthz`, `/readyz` and `/metrics` there.
    ///
    /// # Errors
    /// When nothing can listen there, such as because another program does.
    pub async fn serve(&self, address: SocketAddr) -> io::Result<MetricsServer> {
        let listener = TcpListener::bind(address).await?;
        let address = listener.local_addr()?;
        let mut tasks = JoinSet::new();
        tasks.spawn(accept(listener, self.clone()));
        Ok(MetricsServer {
            address,
            _tasks: tasks,
        })
    }

    fn answer(&self, method: &Method, path: &str) -> Response<Full<Bytes>> {
        if ![Method::GET, Method::HEAD].contains(method) {
            let mut refusal = plain(StatusCode::METHOD_NOT_ALLOWED, "only GET");
            let allowed = HeaderValue::from_static("GET, HEAD");
            refusal.headers_mut().insert(ALLOW, allowed);
            return refusal;
        }
        match path {
            ALIVE => plain(StatusCode::OK, "alive"),
            READY => match self.missing() {
                None => plain(StatusCode::OK, "ready"),
                Some(missing) => plain(StatusCode::SERVICE_UNAVAILABLE, &missing),
            },
            METRICS => text(StatusCode::OK, prometheus_text::CONTENT_TYPE, self.text()),
            _ => plain(
                StatusCode::NOT_FOUND,
                "there are /healthz, /readyz and /metrics",
            ),
        }
    }
}

/// Takes in connections for ever.
async fn accept(listener: TcpListener, metrics: Metrics) {
    let room = Arc::new(Semaphore::new(AT_ONCE));
    // Ends with this function.
    let mut connections = JoinSet::new();
    loop {
        let permit = Arc::clone(&room).acquire_owned().await;
        match listener.accept().await {
            Ok((stream, _)) => {
                let metrics = metrics.clone();
                connections.spawn(async move {
                    // Whoever is too slow, or hangs up, has asked for it.
                    let _ = tokio::time::timeout(SLOWEST, serve(stream, metrics)).await;
                    drop(permit);
                });
            }
            Err(error) => {
                tracing::warn!(%error, "a request for the metrics could not be accepted");
                tokio::time::sleep(AFTER_FAILURE).await;
            }
        }
        while connections.try_join_next().is_some() {}
    }
}

/// Answers one request.
async fn serve(stream: TcpStream, metrics: Metrics) -> hyper::Result<()> {
    let answer = service_fn(move |request: Request<Incoming>| {
        let answer = metrics.answer(request.method(), request.uri().path());
        std::future::ready(Ok::<_, Infallible>(answer))
    });
    http1::Builder::new()
        .keep_alive(false)
        .serve_connection(TokioIo::new(stream), answer)
        .await
}

/// One line.
fn plain(status: StatusCode, line: &str) -> Response<Full<Bytes>> {
    text(status, PLAIN, format!("{line}\n"))
}

fn text(status: StatusCode, kind: &'static str, body: String) -> Response<Full<Bytes>> {
    let mut answer = Response::new(Full::from(body));
    *answer.status_mut() = status;
    let kind = HeaderValue::from_static(kind);
    answer.headers_mut().insert(CONTENT_TYPE, kind);
    answer
}
