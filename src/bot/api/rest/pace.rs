//! The *pace* at which Discord takes requests: by route, for all of them together, and how many may
//! be refused.

use std::num::NonZeroU32;
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

use governor::clock::{Clock, DefaultClock};
use governor::{DefaultDirectRateLimiter, Quota, RateLimiter};
use reqwest::header::HeaderMap;
use serenity::http::{LightMethod, Request, Route};
use twilight_http_ratelimiting as limits;
use twilight_http_ratelimiting::{Endpoint, Permit, RateLimitHeaders};

use super::error::RestError;

/// Discord bars an address that makes 10,000 invalid requests in 10 minutes (documentation, "Invalid
/// Request Limit"). Others may share the address, so the bot keeps to a part of that.
const INVALID_REQUESTS: NonZeroU32 = NonZeroU32::new(2_000).expect("not 0");
const INVALID_WITHIN: Duration = Duration::from_mins(10);

/// What stands before a route in an address.
const BASE: &str = "https://discord.com/api/v10/";

/// When the next request may be sent.
pub(super) struct Pace {
    /// Buckets by route; none where a proxy keeps them.
    buckets: Option<limits::RateLimiter>,
    /// Nothing is sent before this time.
    pause: Mutex<Option<Instant>>,
    invalid: DefaultDirectRateLimiter,
}

impl Pace {
    /// With `by_route` it keeps to the limits of each route; else whoever stands between does.
    pub(super) fn new(by_route: bool) -> Self {
        let each = INVALID_WITHIN / INVALID_REQUESTS.get();
        let invalid = Quota::with_period(each).unwrap_or(Quota::per_minute(INVALID_REQUESTS));
        Self {
            buckets: by_route.then(limits::RateLimiter::default),
            pause: Mutex::default(),
            invalid: RateLimiter::direct(invalid.allow_burst(INVALID_REQUESTS)),
        }
    }

    /// Waits until a request may be sent; what it gives back wants to know the answer.
    ///
    /// What answers an interaction has limits of its own, which no single member can reach, and no
    /// time to wait.
    pub(super) async fn admit(&self, request: &Request<'_>) -> Option<Permit> {
        let permit = match &self.buckets {
            Some(buckets) if !answers_interaction(request.route_ref()) => {
                Some(buckets.acquire(endpoint(request)).await)
            }
            _ => None,
        };
        loop {
            let pause = *self.pause.lock().unwrap_or_else(PoisonError::into_inner);
            match pause {
                Some(end) if end > now() => tokio::time::sleep_until(end.into()).await,
                _ => return permit,
            }
        }
    }

    /// Takes in what a failure says of the pace.
    pub(super) fn note(&self, error: &RestError) {
        if let RestError::RateLimited { wait, global: true } = error {
            tracing::warn!(
                ?wait,
                "globally rate limited; sending is paused until the limit ends"
            );
            self.pause(*wait);
        }
        if error.is_invalid_request()
            && let Err(until) = self.invalid.check()
        {
            let wait = until.wait_time_from(DefaultClock::default().now());
            tracing::error!(?wait, %error, "too many requests were refused; sending is paused");
            self.pause(wait);
        }
    }

    fn pause(&self, wait: Duration) {
        let mut pause = self.pause.lock().unwrap_or_else(PoisonError::into_inner);
        *pause = (*pause).max(Some(now() + wait));
    }
}

/// What Discord says of a route's limit beside its answer.
pub(super) fn headers(headers: &HeaderMap) -> Option<RateLimitHeaders> {
    let text = |name: &str| headers.get(name)?.to_str().ok();
    let seconds = text(RateLimitHeaders::RESET_AFTER)?.parse().ok()?;
    Some(RateLimitHeaders {
        bucket: text(RateLimitHeaders::BUCKET)?.as_bytes().to_vec(),
        limit: text(RateLimitHeaders::LIMIT)?.parse().ok()?,
        remaining: text(RateLimitHeaders::REMAINING)?.parse().ok()?,
        reset_at: now() + Duration::try_from_secs_f64(seconds).ok()?,
    })
}

fn answers_interaction(route: &Route<'_>) -> bool {
    matches!(
        route,
        Route::InteractionResponse { .. }
            | Route::WebhookFollowupMessage { .. }
            | Route::WebhookFollowupMessages { .. }
            | Route::WebhookOriginalInteractionResponse { .. }
    )
}

fn endpoint(request: &Request<'_>) -> Endpoint {
    let path = request.route_ref().path();
    Endpoint {
        method: match request.method_ref() {
            LightMethod::Delete => limits::Method::Delete,
            LightMethod::Get => limits::Method::Get,
            LightMethod::Patch => limits::Method::Patch,
            LightMethod::Post => limits::Method::Post,
            LightMethod::Put => limits::Method::Put,
        },
        path: path.strip_prefix(BASE).unwrap_or(&path).to_owned(),
    }
}

#[allow(clippy::disallowed_methods, reason = "the edge reads the clock")]
fn now() -> Instant {
    Instant::now()
}
