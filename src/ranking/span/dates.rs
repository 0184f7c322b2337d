//! *Dates* in a sentence: days, months, years, centuries, days of the week and times of day.

use std::ops::Range;

use super::token::Token;
use crate::language::lexicon::{FOLDED, SPACED, Words};
use crate::ranking::features;

/// The dates in a sentence, in order and disjoint, as ranges of its tokens; what follows another
/// closely is one with it.
pub(super) fn dates(text: &str, tokens: &[Token]) -> Vec<Range<usize>> {
    let mut dates: Vec<Range<usize>> = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        let Some(length) = DateReader { text, tokens }.date(at) else {
            at += 1;
            continue;
        };
        let date = at..at + length;
        at = date.end;
        match dates.last_mut() {
            Some(last) if are_joined(tokens, last, &date) => last.end = date.end,
            _ => dates.push(date),
        }
    }
    dates
}

fn are_joined(tokens: &[Token], one: &Range<usize>, next: &Range<usize>) -> bool {
    let words = &FOLDED.dates;
    let between = &tokens[one.end..next.start];
    let is_between = one.start > 0 && tokens[one.start - 1].is_among(&words.between);
    let joins = |token: &Token| {
        token.is_among(&words.joints)
            || token.is_apostrophe()
            || matches!(token.text, "," | "-" | "–" | "—")
    };
    match between {
        [and] if and.is_among(&words.and) => is_between,
        _ => between.len() <= 3 && between.iter().all(joins),
    }
}

/// Reads dates at a token: each part gives how many tokens it takes.
struct DateReader<'s, 't> {
    text: &'s str,
    tokens: &'s [Token<'t>],
}

impl DateReader<'_, '_> {
    fn token(&self, at: usize) -> Option<&Token<'_>> {
        self.tokens.get(at)
    }

    fn is(&self, at: usize, words: &Words) -> bool {
        self.token(at).is_some_and(|token| token.is_among(words))
    }

    fn is_mark(&self, at: usize, marks: &[&str]) -> bool {
        self.token(at)
            .is_some_and(|token| marks.contains(&token.text))
    }

    fn is_glued(&self, at: usize) -> bool {
        self.token(at).is_some_and(|token| token.glued)
    }

    /// Whether the ending of an ordinal number stands at a token: 1er, 3rd, 19th, 3º.
    fn is_ordinal_ending(&self, at: usize) -> bool {
        self.is_glued(at)
            && (self.is(at, &FOLDED.quantities.ordinal_endings) || self.is_mark(at, &["º", "°"]))
    }

    /// A number of at most two digits up to `most`.
    fn small(&self, at: usize, most: u32) -> bool {
        let token = self.token(at);
        token.is_some_and(|token| {
            token.is_number() && token.folded.len() <= 2 && token.whole().is_some_and(|n| n <= most)
        })
    }

    fn year(&self, at: usize) -> bool {
        let token = self.token(at);
        token.is_some_and(|token| {
            token.is_number()
                && token.folded.len() == 4
                && token
                    .whole()
                    .is_some_and(|year| features::YEARS.contains(&year))
        })
    }

    fn date(&self, at: usize) -> Option<usize> {
        self.unspaced(at)
            .or_else(|| self.numeric(at))
            .or_else(|| self.day_first(at))
            .or_else(|| self.month_first(at))
            .or_else(|| self.century(at))
            .or_else(|| self.time(at))
            .or_else(|| self.decade(at))
            .or_else(|| self.bare_year(at))
            .or_else(|| self.is(at, &FOLDED.dates.weekdays).then_some(1))
    }

    /// 2015年7月3日, 2015년 7월 3일, 19世紀: parts of a number and a sign each.
    fn unspaced(&self, at: usize) -> Option<usize> {
        const SIGNS: [&str; 11] = [
            "年", "月", "日", "년", "월", "일", "世紀", "世纪", "세기", "年代", "년대",
        ];
        let mut end = at;
        let has_sign = |at: usize| {
            let sign = self.token(at + 1).filter(|sign| sign.glued);
            let sign =
                sign.and_then(|sign| SIGNS.iter().find(|known| sign.text.starts_with(**known)));
            sign.filter(|_| self.token(at).is_some_and(Token::is_number))
        };
        while let Some(sign) = has_sign(end) {
            // A number of days is no day.
            if end == at && matches!(*sign, "日" | "일") {
                return None;
            }
            let is_span = self.token(end + 1).is_some_and(|token| {
                token.text.starts_with("年間") || token.text.starts_with("年间")
            });
            if is_span || *sign == "年" && end == at && !self.year(at) {
                return None;
            }
            let goes_on = self.token(end + 1).is_some_and(|token| token.text == *sign);
            end += 2;
            if !goes_on {
                break;
            }
        }
        (end > at).then_some(end - at)
    }

    /// 2026-04-11, 11.04.2026, 4/11/26.
    fn numeric(&self, at: usize) -> Option<usize> {
        let first = self.token(at).filter(|token| token.is_number())?;
        let parts: Vec<&str> = first.text.split('.').collect();
        if let [day, month, year] = parts[..] {
            let is_date = day.len() <= 2 && month.len() <= 2 && matches!(year.len(), 2 | 4);
            return is_date.then_some(1);
        }
        let mark = self
            .token(at + 1)
            .filter(|token| token.glued && matches!(token.text, "-" | "/"))?;
        let second = self
            .token(at + 2)
            .filter(|token| token.glued && token.is_number() && token.text.len() <= 2)?;
        let third = self
            .token(at + 3)
            .filter(|token| token.glued && token.text == mark.text)
            .and_then(|_| self.token(at + 4))
            .filter(|token| token.glued && token.is_number());
        match third {
            Some(third) if matches!(third.text.len(), 2 | 4) => Some(5),
            None if self.year(at)
                && second.text.len() == 2
                && mark.text == "-"
                && second.whole()? <= 12 =>
            {
                Some(3)
            }
            _ => None,
        }
    }

    /// 3 février 1998, am 3. Oktober, the 3rd of May, 3 de mayo de 1998.
    fn day_first(&self, at: usize) -> Option<usize> {
        if !self.small(at, 31) {
            return None;
        }
        let mut end = at + 1;
        if self.is_ordinal_ending(end) || self.is_glued(end) && self.is_mark(end, &["."]) {
            end += 1;
        }
        let words = &FOLDED.words;
        while self.is(end, &words.of) || self.is(end, &words.articles) {
            end += 1;
        }
        self.is_month(end).then(|| self.with_year(end + 1) - at)
    }

    fn is_month(&self, at: usize) -> bool {
        let dates = &FOLDED.dates;
        self.is(at, &dates.months) || self.is(at, &dates.months_beside_numbers)
    }

    /// May 4, 2010; March 2010; and a month alone where it is no other word.
    fn month_first(&self, at: usize) -> Option<usize> {
        if !self.is_month(at) {
            return None;
        }
        let day = at + 1;
        if self.small(day, 31) {
            let mut end = day + 1;
            if self.is_ordinal_ending(end) {
                end += 1;
            }
            return Some(self.with_year(end) - at);
        }
        let end = self.with_year(at + 1);
        let alone = self
            .token(at)
            .is_some_and(|token| features::is_dated(&token.folded));
        (alone || end > at + 1).then_some(end - at)
    }

    /// The end of a date that goes on with a year, or does not.
    fn with_year(&self, mut end: usize) -> usize {
        let start = end;
        while (self.is(end, &FOLDED.words.of) || self.is_mark(end, &[",", "."])) && end < start + 2
        {
            end += 1;
        }
        if !self.year(end) {
            return start;
        }
        end += 1;
        if self.is(end, &FOLDED.dates.year) {
            end += 1;
        }
        self.with_era(end)
    }

    fn with_era(&self, end: usize) -> usize {
        let Some(last) = self.token(end - 1) else {
            return end;
        };
        let rest = self.text[last.span.end..].trim_start().to_lowercase();
        let skipped = self.text.len() - self.text[last.span.end..].trim_start().len();
        let eras = SPACED.dates.eras.iter().filter(|era| rest.starts_with(era));
        let Some(era) = eras.max_by_key(|era| era.len()) else {
            return end;
        };
        let until = skipped + era.len();
        let ended = self.tokens[end..]
            .iter()
            .take_while(|token| token.span.end <= until)
            .count();
        let next = self.token(end + ended);
        if next.is_some_and(|next| next.span.start < until) {
            end
        } else {
            end + ended
        }
    }

    /// `XIXe` siècle, 19th century, 19. Jahrhundert, siglo XIX.
    fn century(&self, at: usize) -> Option<usize> {
        let centuries = &FOLDED.dates.centuries;
        let is_ordinal = |at: usize| {
            self.token(at).is_some_and(|token| {
                token.is_number()
                    || is_roman(token.text)
                    || token.folded.ends_with("ieme")
                    || token.folded.ends_with("th")
            })
        };
        if self.is(at, centuries) && self.token(at + 1).is_some_and(|token| is_roman(token.text)) {
            return Some(self.with_era(at + 2) - at);
        }
        if !is_ordinal(at) {
            return None;
        }
        let mut end = at + 1;
        if self.is_ordinal_ending(end) || self.is_glued(end) && self.is_mark(end, &["."]) {
            end += 1;
        }
        self.is(end, centuries).then(|| self.with_era(end + 1) - at)
    }

    /// 1990s, 1890er Jahre, années 1990.
    fn decade(&self, at: usize) -> Option<usize> {
        if self.is(at, &FOLDED.dates.decades)
            && self
                .token(at + 1)
                .is_some_and(|token| token.is_number() && matches!(token.text.len(), 2 | 4))
        {
            return Some(2);
        }
        let dates = &FOLDED.dates;
        if !self.year(at) || !self.is_glued(at + 1) || !self.is(at + 1, &dates.decade_endings) {
            return None;
        }
        Some(if self.is(at + 2, &dates.decade_nouns) {
            3
        } else {
            2
        })
    }

    /// 21 h, 21h30, 19:30, 7 pm, 19 Uhr, 午後3時.
    fn time(&self, at: usize) -> Option<usize> {
        if !self.small(at, 24) {
            return self.clock(at);
        }
        let end = at + 1;
        let words = &FOLDED.dates;
        let is_at =
            at > 0 && self.is(at - 1, &words.at) || at > 1 && self.is_mark(at - 1, &["'", "’"]);
        let is_glued = self.is_glued(end) && self.is_glued(end + 1);
        if self.is_mark(end, &[":"]) && is_glued && self.small(end + 1, 59) {
            return Some(self.with_half(end + 2) - at);
        }
        if self.is_hour(end) {
            let minutes = self.token(end + 1);
            let has_minutes =
                minutes.is_some_and(|token| token.text.len() == 2) && self.small(end + 1, 59);
            let is_span = self.is_mark(end + 1, &["-", "–", "—"]) && self.is_hour(end + 3);
            let ends_span = at > 0 && self.is_mark(at - 1, &["-", "–", "—"]);
            let is_time = has_minutes || is_at || is_span || ends_span;
            return is_time.then_some(if has_minutes { 3 } else { 2 });
        }
        if self.is(end, &words.clock) {
            return Some(if self.small(end + 1, 59) { 3 } else { 2 });
        }
        if self.is(end, &words.hours) {
            return is_at.then_some(2);
        }
        let sign = self.token(end).filter(|token| token.glued);
        if sign.is_some_and(|token| {
            token.text.starts_with(['時', '时', '点', '點', '시'])
                && !token.text.starts_with("時間")
                && !token.text.starts_with("시간")
        }) {
            return Some(2);
        }
        let half = self.with_half(end);
        (half > end).then_some(half - at)
    }

    /// 19.30 Uhr, 7.30 pm.
    fn clock(&self, at: usize) -> Option<usize> {
        let parts: Vec<&str> = self.token(at)?.text.split('.').collect();
        let [hour, minute] = parts[..] else {
            return None;
        };
        let is_clock = hour.parse().is_ok_and(|hour: u32| hour <= 24)
            && minute.len() == 2
            && minute.parse().is_ok_and(|minute: u32| minute < 60);
        let end = at + 1;
        let end = if self.is(end, &FOLDED.dates.clock) || self.is_hour(end) {
            end + 1
        } else {
            self.with_half(end)
        };
        (is_clock && end > at + 1).then_some(end - at)
    }

    /// The sign for an hour, behind its number.
    fn is_hour(&self, at: usize) -> bool {
        self.token(at).is_some_and(|token| token.folded == "h")
    }

    /// The end of a time with the half of the day that it is of, or without.
    fn with_half(&self, end: usize) -> usize {
        let words = &FOLDED.dates;
        if self.is(end, &words.halves) || self.is(end, &words.clock) || self.is_hour(end) {
            return end + 1;
        }
        let spelt = self
            .token(end)
            .is_some_and(|token| token.is_one_of(&["a", "p"]))
            && self.is_mark(end + 1, &["."])
            && self
                .token(end + 2)
                .is_some_and(|token| token.is_one_of(&["m"]));
        if !spelt {
            return end;
        }
        if self.is_mark(end + 3, &["."]) {
            end + 4
        } else {
            end + 3
        }
    }

    fn bare_year(&self, at: usize) -> Option<usize> {
        if self.year(at) {
            return Some(self.with_era(at + 1) - at);
        }
        let is_old = self
            .token(at)
            .is_some_and(|token| token.is_number() && token.folded.len() <= 4);
        let end = if is_old {
            self.with_era(at + 1)
        } else {
            at + 1
        };
        (end > at + 1).then_some(end - at)
    }
}

fn is_roman(text: &str) -> bool {
    let digits = text.trim_end_matches(['e', 'è', 'm']);
    !digits.is_empty() && digits.chars().all(|c| "IVX".contains(c))
}
