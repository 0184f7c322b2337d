//! The *cooldown* of members and channels: how many questions each may ask in some time.

use std::num::NonZeroU32;
use std::str::FromStr;
use std::time::Duration;

use governor::clock::{Clock, DefaultClock};
use governor::{DefaultKeyedRateLimiter, Quota, RateLimiter};
use thiserror::Error;

use super::queue::Lane;

/// A channel may have so many times the questions of one member.
const CHANNEL: u32 = 5;

/// With more members or channels than this, those that have not asked of late are forgotten.
const REMEMBERED: usize = 10_000;

/// How many questions a member may ask in some time; written `5/10`, which is five in ten seconds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rate {
    questions: NonZeroU32,
    seconds: NonZeroU32,
}

/// Why a text is no [`Rate`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[error("a cooldown is written as QUESTIONS/SECONDS, such as 5/10")]
pub struct NotARate;

impl FromStr for Rate {
    type Err = NotARate;

    fn from_str(text: &str) -> Result<Self, NotARate> {
        let (questions, seconds) = text.split_once('/').ok_or(NotARate)?;
        let number = |text: &str| text.trim().parse().map_err(|_| NotARate);
        Ok(Self {
            questions: number(questions)?,
            seconds: number(seconds)?,
        })
    }
}

/// What has been asked of late.
pub(crate) struct Cooldown {
    members: DefaultKeyedRateLimiter<u64>,
    channels: DefaultKeyedRateLimiter<u64>,
    /// Who has been told to wait.
    told: DefaultKeyedRateLimiter<u64>,
}

impl Cooldown {
    pub(crate) fn new(rate: Rate) -> Self {
        Self {
            members: RateLimiter::keyed(rate.quota(1)),
            channels: RateLimiter::keyed(rate.quota(CHANNEL)),
            told: RateLimiter::keyed(rate.once()),
        }
    }

    /// Counts a question.
    ///
    /// # Errors
    /// When it comes too soon: the time to wait.
    pub(crate) fn count(&self, lane: Lane) -> Result<(), Duration> {
        check(&self.members, lane.member.get())?;
        check(&self.channels, lane.channel.get())
    }

    /// Whether a member has not been told to wait within the time of the rate.
    pub(crate) fn may_be_told(&self, lane: Lane) -> bool {
        check(&self.told, lane.member.get()).is_ok()
    }
}

impl Rate {
    /// Once in the time.
    fn once(self) -> Quota {
        Self {
            questions: NonZeroU32::MIN,
            ..self
        }
        .quota(1)
    }

    fn quota(self, times: u32) -> Quota {
        let questions = self
            .questions
            .saturating_mul(times.try_into().unwrap_or(NonZeroU32::MIN));
        let each = Duration::from_secs(self.seconds.get().into()) / questions.get();
        // No time at all is only what a rate of more than a thousand million a second comes to.
        Quota::with_period(each.max(Duration::from_nanos(1)))
            .unwrap_or(Quota::per_second(questions))
            .allow_burst(questions)
    }
}

fn check(limiter: &DefaultKeyedRateLimiter<u64>, id: u64) -> Result<(), Duration> {
    if limiter.len() > REMEMBERED {
        limiter.retain_recent();
    }
    limiter
        .check_key(&id)
        .map_err(|until| until.wait_time_from(DefaultClock::default().now()))
}

#[cfg(test)]
mod tests {
    use serenity::model::id::{ChannelId, UserId};

    use super::*;

    #[test]
    fn a_rate_is_read_as_it_is_written() {
        let rate = |questions, seconds| Rate {
            questions: NonZeroU32::new(questions).expect("not 0"),
            seconds: NonZeroU32::new(seconds).expect("not 0"),
        };
        assert_eq!("5/10".parse(), Ok(rate(5, 10)));
        assert_eq!(" 1 / 60 ".parse(), Ok(rate(1, 60)));
        for text in [
            "", "5", "5/", "/10", "0/10", "5/0", "-1/10", "five/ten", "5/10s",
        ] {
            assert_eq!(text.parse::<Rate>(), Err(NotARate), "{text}");
        }
    }

    #[test]
    fn a_member_and_a_channel_have_bounds_of_their_own() {
        let cooldown = Cooldown::new("2/3600".parse().expect("a rate"));
        let ask = |member, channel| {
            let asked = cooldown.count(Lane {
                member: UserId::new(member),
                channel: ChannelId::new(channel),
            });
            asked.map_err(|wait| wait.as_secs())
        };
        assert_eq!([ask(1, 1), ask(1, 2)], [Ok(()), Ok(())]);
        let wait = ask(1, 3).expect_err("the third within the hour");
        assert!((1_700..=1_800).contains(&wait), "{wait}");
        // Of the ten of a channel one is asked.
        for member in 2..11 {
            assert_eq!(ask(member, 1), Ok(()), "{member}");
        }
        assert!(ask(11, 1).is_err());
        assert_eq!(ask(11, 2), Ok(()));
        let told = |member| {
            cooldown.may_be_told(Lane {
                member: UserId::new(member),
                channel: ChannelId::new(1),
            })
        };
        assert_eq!([told(1), told(1), told(2)], [true, false, true]);
    }
}
