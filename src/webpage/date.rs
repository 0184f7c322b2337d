//! A *date* as machines write it, and the day it names.

use super::byline;
use super::letters::clean;

/// A day of the calendar.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Day {
    year: u32,
    month: u32,
    number: u32,
}

/// The short names of months in a date that a script made.
const MONTHS: &str = "janfebmaraprmayjunjulaugsepoctnovdec";

/// No web page is older.
const FIRST_YEAR: u32 = 1_980;

impl Day {
    /// The day of a date as machines write it: `2025-08-04T10:00:00Z`, `20250804`,
    /// `Mon Aug 04 2025 10:00:00 GMT+0000`.
    pub(super) fn of(date: &str) -> Option<Self> {
        let date = date.trim();
        let digits = |range: std::ops::Range<usize>| -> Option<u32> {
            let part = date.get(range)?;
            part.bytes()
                .all(|byte| byte.is_ascii_digit())
                .then(|| part.parse().ok())?
        };
        let is_dashed =
            date.as_bytes().get(4) == Some(&b'-') && date.as_bytes().get(7) == Some(&b'-');
        if is_dashed {
            return Self::new(digits(0..4)?, digits(5..7)?, digits(8..10)?);
        }
        let is_compact = date.len() == 8 || date.as_bytes().get(8) == Some(&b'T');
        if is_compact && let Some(year) = digits(0..4) {
            return Self::new(year, digits(4..6)?, digits(6..8)?);
        }
        // Printed dates are not read here. Only dates that scripts write have the time in the fifth
        // place.
        let words: Vec<&str> = date.split_ascii_whitespace().collect();
        if !words.get(4).is_some_and(|found| found.contains(':')) {
            return None;
        }
        let number = |at: usize| {
            words
                .get(at)
                .and_then(|found| found.trim_end_matches(',').parse::<u32>().ok())
        };
        let month = |at: usize| {
            let name = words.get(at)?.to_ascii_lowercase();
            let at = MONTHS.find(name.get(..3)?)?;
            (at % 3 == 0).then(|| u32::try_from(at / 3 + 1).ok())?
        };
        match (month(1), number(2), number(3)) {
            (Some(month), Some(day), Some(year)) => Self::new(year, month, day),
            _ => Self::new(number(3)?, month(2)?, number(1)?),
        }
    }

    fn new(year: u32, month: u32, day: u32) -> Option<Self> {
        ((1..=12).contains(&month) && (1..=31).contains(&day)).then_some(Self {
            year,
            month,
            number: day,
        })
    }

    /// Whether a page may be of this day: a system without a date writes the year 1 or 1970.
    fn is_likely(self) -> bool {
        self.year >= FIRST_YEAR && self.year < 2_200
    }

    /// Whether the other is the same day, or the one before or after it.
    pub(super) fn is_near(self, other: Self) -> bool {
        let place = |day: Self| day.year * 372 + day.month * 31 + day.number;
        let between = place(self).abs_diff(place(other));
        // Months are counted as if all had 31 days.
        let is_end =
            |first: Self, last: Self| first.number == 1 && last.number >= 28 && between <= 4;
        between <= 1 || is_end(self, other) || is_end(other, self)
    }

    /// Whether a printed line has the numbers of this day, or of one beside it.
    pub(super) fn may_be(self, line: &str, is_near: bool) -> bool {
        let words = super::boilerplate::words(line);
        let numbers: Vec<u32> = words.filter_map(|word| word.parse().ok()).collect();
        let is_day = |&number: &u32| {
            let is_end = self.number == 1 && number >= 28 || number == 1 && self.number >= 28;
            number == self.number || is_near && (number.abs_diff(self.number) <= 1 || is_end)
        };
        numbers.contains(&self.year) && numbers.iter().any(is_day)
    }

    pub(super) fn year(self) -> String {
        self.year.to_string()
    }
}

/// A date as the front matter has it: the day of one for machines, any other as it is; `None` when
/// it is none, says how long ago that was, or cannot be true.
pub(super) fn shown(date: &str) -> Option<String> {
    let date = clean(date)?;
    if let Some(day) = Day::of(&date) {
        let Day {
            year,
            month,
            number,
        } = day;
        return day
            .is_likely()
            .then(|| format!("{year:04}-{month:02}-{number:02}"));
    }
    // A system without a date writes zeros.
    if date.starts_with("00") {
        return None;
    }
    let mut numbers = date.split(|c: char| !c.is_ascii_digit());
    let is_year = |digits: &str| {
        digits
            .parse()
            .is_ok_and(|year: u32| (FIRST_YEAR..2_200).contains(&year))
    };
    let has_year = numbers.any(|digits| digits.len() == 4 && is_year(digits));
    (has_year || byline::is_date(&date)).then_some(date)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_days_or_nothing() {
        let check = |date: &str, expected: Option<&str>| {
            assert_eq!(shown(date).as_deref(), expected, "{date:?}");
        };
        check("2025-08-04T10:00:00Z", Some("2025-08-04"));
        check("2025-08-04", Some("2025-08-04"));
        check("20250804", Some("2025-08-04"));
        check("20250804T101500", Some("2025-08-04"));
        check(
            "Mon Aug 04 2025 10:00:00 GMT+0000 (UTC)",
            Some("2025-08-04"),
        );
        check("Mon, 04 Aug 2025 10:00:00 GMT", Some("2025-08-04"));
        check("4 August 2025", Some("4 August 2025"));
        check("2024/05/06", Some("2024/05/06"));
        check("0001-01-01T00:00:00Z", None);
        check("1970-01-01T00:00:00Z", None);
        check("0000-00-00", None);
        check("2 hours ago", None);
        check("", None);
    }

    #[test]
    fn days_are_near() {
        let check = |one: &str, other: &str, expected: bool| {
            let days = (Day::of(one).expect("a day"), Day::of(other).expect("a day"));
            assert_eq!(days.0.is_near(days.1), expected, "{one} {other}");
        };
        check("2019-11-20", "2019-11-19", true);
        check("2019-12-01", "2019-11-30", true);
        check("2019-12-31", "2020-01-01", true);
        check("2020-03-01", "2020-02-29", true);
        check("2019-11-20", "2019-11-22", false);
        check("2019-11-20", "2019-12-20", false);
    }
}
