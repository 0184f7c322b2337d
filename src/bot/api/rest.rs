//! *REST*: every request this program makes of Discord, and the only place that decides how.
//!
//! Straight to Discord, serenity's rate limiter is on and waits a 429 out by itself. Through a
//! proxy (`DISCORD_API_URL`) it must be off, because serenity ignores a proxy while its limiter is
//! on; a 429 is then waited out and tried again here.

use std::sync::Arc;
use std::time::Duration;

use reqwest::{Client, StatusCode};
use serde::de::DeserializeOwned;
use serde_json::Value;
use serenity::builder::CreateAttachment;
use serenity::http::{Http, HttpBuilder, LightMethod, Multipart, MultipartUpload, Request, Route};
use thiserror::Error;

use super::endpoints::Endpoints;
use super::token::Token;
use crate::reply::File;

/// How often a request that met a 429 is tried in all.
const TRIES: u32 = 5;

/// The longest wait that a 429 may ask for; a longer one is an error at once.
const LONGEST_WAIT: Duration = Duration::from_mins(1);

/// Discord's code of something that the bot may not see.
const MISSING_ACCESS: i64 = 50001;

/// Discord's codes of an unknown channel, message, webhook and interaction, and of an interaction
/// that has had its response: a second press, or a message that somebody deleted.
const GONE: [i64; 5] = [10003, 10008, 10015, 10062, 40060];

/// The longest that Discord may take to answer a request.
const SLOWEST_ANSWER: Duration = Duration::from_secs(15);

/// Sends requests to Discord; cheap to clone.
#[derive(Clone)]
pub(crate) struct Rest {
    http: Arc<Http>,
    client: Client,
    /// The base URL in place of `https://discord.com`, with the limiter off.
    proxy: Option<String>,
}

/// Why Discord did not do what was asked.
#[derive(Debug, Error)]
pub(crate) enum RestError {
    /// Discord said no.
    #[error("Discord answered {status}: {message} (code {code})")]
    Refused {
        /// The HTTP status.
        status: StatusCode,
        /// Discord's own code of the error; 0 where it gave none.
        code: i64,
        /// Discord's own words.
        message: String,
    },
    /// No answer came.
    #[error("no answer from Discord: {0}")]
    Unreachable(String),
    /// A file is larger than was said.
    #[error("the file has more than {0} bytes")]
    TooLarge(u64),
    /// An answer came that is not what Discord's documentation says.
    #[error("an answer of Discord could not be read: {0}")]
    Unreadable(#[from] serde_json::Error),
}

impl RestError {
    /// True when the token is not, or no longer, valid.
    pub(crate) fn is_bad_token(&self) -> bool {
        matches!(self, Self::Refused { status, .. } if *status == StatusCode::UNAUTHORIZED)
    }

    /// True when the bot may not see what it asked about.
    pub(crate) fn is_out_of_reach(&self) -> bool {
        matches!(self, Self::Refused { code, .. } if *code == MISSING_ACCESS)
    }

    /// True when the message, channel or interaction it was about is gone, or has been answered.
    pub(crate) fn is_gone(&self) -> bool {
        matches!(self, Self::Refused { code, .. } if GONE.contains(code))
    }

    /// True when the same request may succeed later: Discord or the way to it is down.
    pub(crate) fn is_transient(&self) -> bool {
        match self {
            Self::Refused { status, .. } => {
                status.is_server_error() || *status == StatusCode::TOO_MANY_REQUESTS
            }
            Self::Unreachable(_) => true,
            Self::TooLarge(_) | Self::Unreadable(_) => false,
        }
    }
}

impl Rest {
    pub(crate) fn new(token: &Token, endpoints: &Endpoints) -> Result<Self, RestError> {
        Ok(Self {
            http: Arc::new(http(token, endpoints)?),
            client: client(endpoints)?,
            proxy: endpoints.api_url.clone(),
        })
    }

    pub(crate) async fn get<T: DeserializeOwned>(&self, route: Route<'_>) -> Result<T, RestError> {
        let request = Request::new(route, LightMethod::Get);
        Ok(serde_json::from_slice(&self.send(request).await?)?)
    }

    /// Sends `body` as JSON and gives back Discord's answer, `null` where it is empty.
    pub(crate) async fn send_json(
        &self,
        method: LightMethod,
        route: Route<'_>,
        body: &Value,
    ) -> Result<Value, RestError> {
        let request = Request::new(route, method).body(Some(serde_json::to_vec(body)?));
        let answer = self.send(request).await?;
        if answer.is_empty() {
            return Ok(Value::Null);
        }
        Ok(serde_json::from_slice(&answer)?)
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
            .map(|file| CreateAttachment::bytes(file.bytes.clone(), file.name.clone()));
        let form = Multipart {
            upload: MultipartUpload::Attachments(files.collect()),
            fields: Vec::new(),
            payload_json: Some(serde_json::to_string(body)?),
        };
        let request = Request::new(route, method).multipart(Some(form));
        let answer = self.send(request).await?;
        if answer.is_empty() {
            return Ok(Value::Null);
        }
        Ok(serde_json::from_slice(&answer)?)
    }

    /// Fetches a file that Discord keeps, of at most `limit` bytes.
    pub(crate) async fn download(&self, url: &str, limit: u64) -> Result<Vec<u8>, RestError> {
        let answer = self.client.get(url).send().await.map_err(unreachable)?;
        let mut answer = answer.error_for_status().map_err(unreachable)?;
        let mut bytes = Vec::new();
        while let Some(chunk) = answer.chunk().await.map_err(unreachable)? {
            bytes.extend_from_slice(&chunk);
            if bytes.len() as u64 > limit {
                return Err(RestError::TooLarge(limit));
            }
        }
        Ok(bytes)
    }

    pub(crate) async fn send(&self, request: Request<'_>) -> Result<Vec<u8>, RestError> {
        if self.proxy.is_none() {
            let answer = self.http.request(request).await.map_err(RestError::from)?;
            return Ok(answer.bytes().await.map_err(unreachable)?.to_vec());
        }
        let mut tries = 1;
        loop {
            match self.try_once(request.clone()).await? {
                Attempt::Done(body) => return Ok(body),
                Attempt::Wait(wait) if tries < TRIES && wait <= LONGEST_WAIT => {
                    tracing::info!(?wait, tries, "rate limited; waiting");
                    tokio::time::sleep(wait).await;
                    tries += 1;
                }
                Attempt::Wait(wait) => {
                    return Err(RestError::Refused {
                        status: StatusCode::TOO_MANY_REQUESTS,
                        code: 0,
                        message: format!("rate limited for {} s more", wait.as_secs()),
                    });
                }
            }
        }
    }

    async fn try_once(&self, request: Request<'_>) -> Result<Attempt, RestError> {
        let built = request
            .build(&self.client, self.http.token(), self.proxy.as_deref())
            .map_err(RestError::from)?;
        let answer = built.send().await.map_err(unreachable)?;
        let status = answer.status();
        let asked_by_header = answer
            .headers()
            .get("retry-after")
            .and_then(|value| value.to_str().ok()?.parse().ok());
        let body = answer.bytes().await.map_err(unreachable)?.to_vec();
        if status.is_success() {
            return Ok(Attempt::Done(body));
        }
        let said: Value = serde_json::from_slice(&body).unwrap_or_default();
        if status == StatusCode::TOO_MANY_REQUESTS {
            // The body has the milliseconds that the header rounds away.
            let seconds = said["retry_after"].as_f64().or(asked_by_header);
            let wait = Duration::try_from_secs_f64(seconds.unwrap_or(1.0));
            return Ok(Attempt::Wait(wait.unwrap_or(LONGEST_WAIT)));
        }
        Err(RestError::Refused {
            status,
            code: said["code"].as_i64().unwrap_or_default(),
            message: said["message"].as_str().unwrap_or("no reason").to_owned(),
        })
    }
}

/// Serenity's own client, for what serenity asks by itself. The proxy and the switched-off limiter
/// always go together.
pub(crate) fn http(token: &Token, endpoints: &Endpoints) -> Result<Http, RestError> {
    let builder = HttpBuilder::new(token.expose()).client(client(endpoints)?);
    Ok(match &endpoints.api_url {
        Some(url) => builder.proxy(url.clone()).ratelimiter_disabled(true),
        None => builder,
    }
    .build())
}

fn client(endpoints: &Endpoints) -> Result<Client, RestError> {
    match &endpoints.http_client {
        Some(client) => Ok(client.clone()),
        None => Client::builder()
            .timeout(SLOWEST_ANSWER)
            .build()
            .map_err(unreachable),
    }
}

enum Attempt {
    Done(Vec<u8>),
    Wait(Duration),
}

impl From<serenity::Error> for RestError {
    fn from(error: serenity::Error) -> Self {
        use serenity::http::HttpError;
        match error {
            serenity::Error::Http(HttpError::UnsuccessfulRequest(answer)) => Self::Refused {
                status: answer.status_code,
                code: i64::try_from(answer.error.code).unwrap_or_default(),
                message: answer.error.message,
            },
            serenity::Error::Http(HttpError::Request(error)) => unreachable(error),
            other => Self::Unreachable(other.to_string()),
        }
    }
}

/// The address is left out of the message: an interaction's address holds its token.
fn unreachable(error: reqwest::Error) -> RestError {
    let error = error.without_url();
    let mut message = error.to_string();
    let mut cause = std::error::Error::source(&error);
    while let Some(inner) = cause {
        message = format!("{message}: {inner}");
        cause = inner.source();
    }
    RestError::Unreachable(message)
}
