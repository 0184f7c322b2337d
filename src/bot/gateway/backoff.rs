//! The *back-off*: how long to wait before trying again.

use std::time::Duration;

use super::Timing;

/// Waits that double, each with jitter, so that bots which lost Discord together do not come back
/// together.
#[derive(Debug)]
pub(crate) struct Backoff {
    first: Duration,
    longest: Duration,
    tries: u32,
}

impl Backoff {
    pub(crate) fn new(timing: &Timing) -> Self {
        Self {
            first: timing.first_backoff,
            longest: timing.longest_backoff,
            tries: 0,
        }
    }

    /// The wait before the next try, between half of what it may be and all of it.
    pub(crate) fn next(&mut self) -> Duration {
        let longest = self.bound();
        self.tries = self.tries.saturating_add(1);
        longest.mul_f64(0.5 + fastrand::f64() / 2.0)
    }

    /// Begins anew: something has worked.
    pub(crate) fn reset(&mut self) {
        self.tries = 0;
    }

    fn bound(&self) -> Duration {
        let Some(doubled) = self.tries.checked_sub(1) else {
            return Duration::ZERO;
        };
        let wait = self.first.saturating_mul(2_u32.saturating_pow(doubled));
        wait.min(self.longest)
    }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::{Backoff, Timing};

    #[test]
    fn waits_double_up_to_the_longest() {
        let mut backoff = Backoff::new(&Timing::default());
        let mut check = |longest: u64| {
            let longest = Duration::from_secs(longest);
            let wait = backoff.next();
            assert!(
                longest / 2 <= wait && wait <= longest,
                "{wait:?} of {longest:?}"
            );
        };
        for longest in [0, 1, 2, 4, 8, 16, 30, 30] {
            check(longest);
        }
        for _ in 0..100 {
            check(30);
        }
        backoff.reset();
        assert_eq!(backoff.next(), Duration::ZERO);
    }

    #[test]
    fn waits_differ() {
        let waits = || {
            let mut backoff = Backoff::new(&Timing::default());
            (0..8).map(move |_| backoff.next()).collect::<Vec<_>>()
        };
        assert_ne!(waits(), waits());
    }
}
