//! *REST*: every request this program makes of Discord, and the only place that decides how.
//!
//! Serenity builds the requests, and they are sent here: its own rate limiter remembers each
//! interaction for ever, knows no second try, and cannot be used with a proxy.

mod error;
mod pace;

use std::sync::Arc;
use std::time::Duration;

use reqwest::redirect::Policy;
use reqwest::{Client, StatusCode, Url};
use serde::de::DeserializeOwned;
use serde_json::Value;
use serenity::builder::CreateAttachment;
use serenity::http::{LightMethod, Multipart, MultipartUpload, Request, Route};

use super::endpoints::Endpoints;
use super::token::Token;
use crate::bot::metrics::Metrics;
use crate::reply::File;
pub(crate) use error::RestError;
use pace::Pace;

/// How often a request is sent at most while Discord or the way to it fails, which with the waits
/// between comes to some 15 seconds.
const TRIES: u32 = 7;

/// The wait before the second try; it doubles each time, and is shortened by up to half by chance, so
/// that what failed together does not come back together.
const FIRST_WAIT: Duration = Duration::from_millis(250);

/// The longest wait that a 429 may ask for; a longer one is an error at once.
const LONGEST_WAIT: Duration = Duration::from_mins(1);

/// The longest that Discord may take to answer a request.
const SLOWEST_ANSWER: Duration = Duration::from_secs(15);

/// Sends requests to Discord; cheap to clone.
#[derive(Clone)]
pub(crate) struct Rest {
    client: Client,
    /// The header that says who asks.
    authorization: Arc<str>,
    endpoints: Endpoints,
    pace: Arc<Pace>,
    metrics: Metrics,
}

impl Rest {
    pub(crate) fn new(
        token: &Token,
        endpoints: &Endpoints,
        metrics: Metrics,
    ) -> Result<Self, RestError> {
        Ok(Self {
            client: client(endpoints)?,
            authorization: format!("Bot {}", token.expose()).into(),
            endpoints: endpoints.clone(),
            pace: Arc::new(Pace::new(endpoints.api_url.is_none())),
            metrics,
        })
    }

    pub(crate) async fn get<T: DeserializeOwned>(&self, route: Route<'_>) -> Result<T, RestError> {
        let request = Request::new(route, LightMethod::Get);
        self.read(&self.send(request).await?)
    }

    /// The same with a single try, for who tries again by itself.
    pub(crate) async fn get_once<T: DeserializeOwned>(
        &self,
        route: Route<'_>,
    ) -> Result<T, RestError> {
        let request = Request::new(route, LightMethod::Get);
        self.read(&self.send_once(request).await?)
    }

    /// Sends `body` as JSON and gives back Discord's answer, `null` where it is empty.
    pub(crate) async fn send_json(
        &self,
        method: LightMethod,
        route: Route<'_>,
        body: &Value,
    ) -> Result<Value, RestError> {
        let request = Request::new(route, method).body(Some(serde_json::to_vec(body)?));
        self.read_any(&self.send(request).await?)
    }

    /// The same with files beside the JSON.
    pub(crate) async fn send_form(
        &self,
        method: LightMethod,
        route: Route<'_>,
        body: &Value,
        files: &[File],
    ) -> Result<Value, RestError> {
        if files.is_empty() {
            return self.send_json(method, route, body).await;
        }
        let files = files
            .iter()
            .map(|file| CreateAttachment::bytes(file.bytes.clone(), header_safe(&file.name)));
        let form = Multipart {
            upload: MultipartUpload::Attachments(files.collect()),
            fields: Vec::new(),
            payload_json: Some(serde_json::to_string(body)?),
        };
        let request = Request::new(route, method).multipart(Some(form));
        self.read_any(&self.send(request).await?)
    }

    /// Fetches a file that Discord keeps, of at most `limit` bytes.
    pub(crate) async fn download(&self, url: &str, limit: u64) -> Result<Vec<u8>, RestError> {
        if !self.endpoints.keeps_files(url) {
            let host = Url::parse(url)
                .ok()
                .and_then(|url| url.host_str().map(str::to_owned));
            return Err(RestError::Foreign(host.unwrap_or_default()));
        }
        let mut answer = self.client.get(url).send().await?;
        // A redirection, which could lead anywhere, is not followed.
        if !answer.status().is_success() {
            return Err(RestError::Unreachable(answer.status().to_string()));
        }
        let mut bytes = Vec::new();
        while let Some(chunk) = answer.chunk().await? {
            bytes.extend_from_slice(&chunk);
            if bytes.len() as u64 > limit {
                return Err(RestError::TooLarge(limit));
            }
        }
        Ok(bytes)
    }

    /// Sends a request, again while Discord or the way to it fails, and gives back the answer's body.
    ///
    /// A try whose answer was lost may have arrived; where Discord then says that all is done already,
    /// the body is empty.
    pub(crate) async fn send(&self, request: Request<'_>) -> Result<Vec<u8>, RestError> {
        let mut tries = 1;
        loop {
            let error = match self.send_once(request.clone()).await {
                Ok(body) => return Ok(body),
                Err(error) if tries > 1 && error.is_done_already() => return Ok(Vec::new()),
                Err(error) => error,
            };
            let Some(wait) = wait_after(&error, tries) else {
                return Err(error);
            };
            tracing::info!(%error, ?wait, tries, "retrying");
            tokio::time::sleep(wait).await;
            tries += 1;
        }
    }

    /// Sends a request once, and gives back the answer's body.
    pub(crate) async fn send_once(&self, request: Request<'_>) -> Result<Vec<u8>, RestError> {
        let answer = self.try_once(request).await;
        answer.inspect_err(|error| self.metrics.rest_failed(error.kind()))
    }

    async fn try_once(&self, request: Request<'_>) -> Result<Vec<u8>, RestError> {
        let permit = self.pace.admit(&request).await;
        let proxy = self.endpoints.api_url.as_deref();
        let built = request.build(&self.client, &self.authorization, proxy)?;
        let answer = built.send().await?;
        if let Some(permit) = permit {
            permit.complete(pace::headers(answer.headers()));
        }
        let status = answer.status();
        let after = answer.headers().get("retry-after").cloned();
        let body = answer.bytes().await?.to_vec();
        if status.is_success() {
            return Ok(body);
        }
        let said: Value = serde_json::from_slice(&body).unwrap_or_default();
        let error = if status == StatusCode::TOO_MANY_REQUESTS {
            // The body has the milliseconds that the header rounds away.
            let header = || after?.to_str().ok()?.parse().ok();
            let seconds = said["retry_after"].as_f64().or_else(header);
            let wait = Duration::try_from_secs_f64(seconds.unwrap_or(1.0));
            RestError::RateLimited {
                wait: wait.unwrap_or(Duration::MAX),
                global: said["global"].as_bool().unwrap_or_default(),
            }
        } else {
            RestError::Refused {
                status,
                code: said["code"].as_i64().unwrap_or_default(),
                message: said["message"].as_str().unwrap_or("no reason").to_owned(),
            }
        };
        self.pace.note(&error);
        Err(error)
    }

    /// Reads an answer of Discord's.
    fn read<T: DeserializeOwned>(&self, answer: &[u8]) -> Result<T, RestError> {
        let read = serde_json::from_slice(answer).map_err(RestError::from);
        read.inspect_err(|error| self.metrics.rest_failed(error.kind()))
    }

    /// The same, `null` where it is empty.
    fn read_any(&self, answer: &[u8]) -> Result<Value, RestError> {
        if answer.is_empty() {
            return Ok(Value::Null);
        }
        self.read(answer)
    }
}

/// How long to wait before a request is sent again that has failed so often; `None` where that is of
/// no use.
fn wait_after(error: &RestError, tries: u32) -> Option<Duration> {
    if tries >= TRIES {
        return None;
    }
    match error {
        RestError::RateLimited { wait, .. } => (*wait <= LONGEST_WAIT).then_some(*wait),
        error if error.is_transient() => {
            let wait = FIRST_WAIT * 2_u32.saturating_pow(tries - 1);
            Some(wait.mul_f64(1.0 - fastrand::f64() / 2.0))
        }
        _ => None,
    }
}

/// A file's name without what would end the header that it stands in.
fn header_safe(name: &str) -> String {
    name.replace(|c: char| c.is_control() || c == '"', "_")
}

fn client(endpoints: &Endpoints) -> Result<Client, RestError> {
    if let Some(client) = &endpoints.http_client {
        return Ok(client.clone());
    }
    let client = Client::builder()
        .use_rustls_tls()
        // The system says whom to trust, as it does for the gateway; serenity brings a list of its own.
        .tls_built_in_webpki_certs(false)
        .timeout(SLOWEST_ANSWER)
        .redirect(Policy::none())
        .build()?;
    Ok(client)
}
