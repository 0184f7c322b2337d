//! *Dates* in a sentence: days, months, years, centuries, days of the week and times of day.

use std::ops::Range;

use super::token::Token;
use crate::ranking::clues;

/// Months, folded, as they stand beside a number.
const MONTHS: &str = "january february march april may june july august september october november \
    december jan feb mar apr jun jul aug sep sept oct nov dec \
    janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre janv fevr \
    avr juil \
    januar janner februar marz maerz juni juli oktober dezember \
    enero febrero marzo abril mayo junio julio agosto septiembre setiembre octubre noviembre \
    diciembre \
    gennaio febbraio aprile maggio giugno luglio settembre ottobre dicembre \
    janeiro fevereiro marco maio junho julho setembro outubro novembro dezembro \
    januari februari maart mei augustus \
    januari mars augusti \
    января февраля марта апреля мая июня июля августа сентября октября ноября декабря \
    январе феврале марте апреле мае июне июле августе сентябре октябре ноябре декабре \
    январь февраль март апрель маи июнь июль август сентябрь октябрь ноябрь декабрь \
    stycznia lutego marca kwietnia maja czerwca lipca sierpnia wrzesnia pazdziernika listopada \
    grudnia ocak subat mart nisan mayıs mayis haziran temmuz agustos eylul ekim kasım kasim aralık \
    aralik ianuarie februarie martie aprilie iunie iulie septembrie octombrie noiembrie decembrie";

/// Days of the week, folded; left out are those that are common words elsewhere.
const WEEKDAYS: &str = "monday tuesday wednesday thursday friday saturday sunday mondays tuesdays \
    wednesdays thursdays fridays saturdays sundays \
    lundi mardi mercredi jeudi vendredi samedi dimanche lundis mardis mercredis jeudis vendredis \
    samedis dimanches \
    montag dienstag mittwoch donnerstag freitag samstag sonntag montags dienstags mittwochs \
    donnerstags freitags samstags sonntags sonnabend \
    lunes martes miercoles jueves viernes sabado sabados domingo domingos \
    lunedi martedi mercoledi giovedi venerdi sabato domenica \
    segunda-feira terca-feira quarta-feira quinta-feira sexta-feira \
    понедельник вторник среду четверг пятницу субботу воскресенье";

/// What stands after a year before our era, without its full stops.
const ERAS: [&str; 14] = [
    "av. j.-c.",
    "avant j.-c.",
    "apr. j.-c.",
    "après j.-c.",
    "v. chr.",
    "n. chr.",
    "bc",
    "bce",
    "ce",
    "ad",
    "a. c.",
    "a.c.",
    "d.c.",
    "до н. э.",
];

/// What may stand between two parts of one date.
const JOINTS: &str = ", - – — to on a au al bis at um alle las as de du del des the of à ab from jusqu \
    le el den dem il gegen around vers до по";

/// What joins the two ends of a span of time that begins with one of [`BETWEEN`].
const AND: &str = "et and und y e и";
const BETWEEN: &str = "entre between zwischen tra fra между";

/// What stands before a time of day that is written like a duration.
const AT: &str = "a at um alle las as des vers jusqu jusqua gegen ab dalle ore von bis dopo around \
    until from to";

/// The dates in a sentence, in order and disjoint, as ranges of its tokens; what follows another
/// closely is one with it.
pub(super) fn dates(text: &str, tokens: &[Token]) -> Vec<Range<usize>> {
    let mut dates: Vec<Range<usize>> = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        let Some(length) = Reader { text, tokens }.date(at) else {
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
    let between = &tokens[one.end..next.start];
    let is_between = one.start > 0 && tokens[one.start - 1].is_among(BETWEEN);
    match between {
        [and] if and.is_among(AND) => is_between,
        _ => {
            between.len() <= 3
                && between
                    .iter()
                    .all(|it| it.is_among(JOINTS) || it.text == "'" || it.text == "’")
        }
    }
}

/// Reads dates at a token: each part gives how many tokens it takes.
struct Reader<'s, 't> {
    text: &'s str,
    tokens: &'s [Token<'t>],
}

impl Reader<'_, '_> {
    fn token(&self, at: usize) -> Option<&Token<'_>> {
        self.tokens.get(at)
    }

    fn is(&self, at: usize, words: &str) -> bool {
        self.token(at).is_some_and(|token| token.is_among(words))
    }

    fn is_mark(&self, at: usize, marks: &[&str]) -> bool {
        self.token(at)
            .is_some_and(|token| marks.contains(&token.text))
    }

    /// A number of at most two digits up to `most`.
    fn small(&self, at: usize, most: u32) -> bool {
        let token = self.token(at);
        token.is_some_and(|it| {
            it.is_number() && it.folded.len() <= 2 && it.whole().is_some_and(|n| n <= most)
        })
    }

    fn year(&self, at: usize) -> bool {
        let token = self.token(at);
        token.is_some_and(|it| {
            it.is_number()
                && it.folded.len() == 4
                && it.whole().is_some_and(|year| clues::YEARS.contains(&year))
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
            .or_else(|| self.is(at, WEEKDAYS).then_some(1))
    }

    /// 2015年7月3日, 2015년 7월 3일, 19世紀: parts of a number and a sign each.
    fn unspaced(&self, at: usize) -> Option<usize> {
        const SIGNS: [&str; 11] = [
            "年", "月", "日", "년", "월", "일", "世紀", "世纪", "세기", "年代", "년대",
        ];
        let mut end = at;
        let has_sign = |at: usize| {
            let sign = self.token(at + 1).filter(|sign| sign.glued);
            let sign = sign.and_then(|sign| SIGNS.iter().find(|it| sign.text.starts_with(**it)));
            sign.filter(|_| self.token(at).is_some_and(Token::is_number))
        };
        while let Some(sign) = has_sign(end) {
            // A number of days is no day.
            if end == at && matches!(*sign, "日" | "일") {
                return None;
            }
            let is_span = self
                .token(end + 1)
                .is_some_and(|it| it.text.starts_with("年間") || it.text.starts_with("年间"));
            if is_span || *sign == "年" && end == at && !self.year(at) {
                return None;
            }
            let goes_on = self.token(end + 1).is_some_and(|it| it.text == *sign);
            end += 2;
            if !goes_on {
                break;
            }
        }
        (end > at).then_some(end - at)
    }

    /// 2026-04-11, 11.04.2026, 4/11/26.
    fn numeric(&self, at: usize) -> Option<usize> {
        let first = self.token(at).filter(|it| it.is_number())?;
        let parts: Vec<&str> = first.text.split('.').collect();
        if let [day, month, year] = parts[..] {
            let is_date = day.len() <= 2 && month.len() <= 2 && matches!(year.len(), 2 | 4);
            return is_date.then_some(1);
        }
        let mark = self
            .token(at + 1)
            .filter(|it| it.glued && matches!(it.text, "-" | "/"))?;
        let second = self
            .token(at + 2)
            .filter(|it| it.glued && it.is_number() && it.text.len() <= 2)?;
        let third = self
            .token(at + 3)
            .filter(|it| it.glued && it.text == mark.text);
        let third = third
            .and_then(|_| self.token(at + 4))
            .filter(|it| it.glued && it.is_number());
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
        if self.token(end).is_some_and(|it| it.glued)
            && (self.is(end, "er st nd rd th") || self.is_mark(end, &[".", "º", "°"]))
        {
            end += 1;
        }
        while self.is(end, "de of the") {
            end += 1;
        }
        self.is(end, MONTHS).then(|| self.with_year(end + 1) - at)
    }

    /// May 4, 2010; March 2010; and a month alone where it is no other word.
    fn month_first(&self, at: usize) -> Option<usize> {
        if !self.is(at, MONTHS) {
            return None;
        }
        let day = at + 1;
        if self.small(day, 31) {
            let mut end = day + 1;
            if self.token(end).is_some_and(|it| it.glued) && self.is(end, "st nd rd th") {
                end += 1;
            }
            return Some(self.with_year(end) - at);
        }
        let end = self.with_year(at + 1);
        let alone = self.token(at).is_some_and(|it| clues::is_dated(&it.folded));
        (alone || end > at + 1).then_some(end - at)
    }

    /// The end of a date that goes on with a year, or does not.
    fn with_year(&self, mut end: usize) -> usize {
        let start = end;
        while self.is(end, "de del of , .") && end < start + 2 {
            end += 1;
        }
        if !self.year(end) {
            return start;
        }
        end += 1;
        if self.is(end, "года году г") {
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
        let Some(era) = ERAS.iter().find(|era| rest.starts_with(**era)) else {
            return end;
        };
        let until = skipped + era.len();
        let tokens = self.tokens[end..].iter();
        let ended = tokens.take_while(|it| it.span.end <= until).count();
        let next = self.token(end + ended);
        if next.is_some_and(|next| next.span.start < until) {
            end
        } else {
            end + ended
        }
    }

    /// `XIXe` siècle, 19th century, 19. Jahrhundert, siglo XIX.
    fn century(&self, at: usize) -> Option<usize> {
        const CENTURIES: &str = "siecle siecles century centuries jahrhundert jahrhunderts \
            jahrhunderte jahrhunderten siglo siglos secolo secoli seculo seculos eeuw arhundradet \
            век века веке wieku wiek";
        let is_ordinal = |at: usize| {
            self.token(at).is_some_and(|it| {
                it.is_number()
                    || is_roman(it.text)
                    || it.folded.ends_with("ieme")
                    || it.folded.ends_with("th")
            })
        };
        if self.is(at, CENTURIES) && self.token(at + 1).is_some_and(|it| is_roman(it.text)) {
            return Some(self.with_era(at + 2) - at);
        }
        if !is_ordinal(at) {
            return None;
        }
        let mut end = at + 1;
        if self.token(end).is_some_and(|it| it.glued)
            && (self.is(end, "e eme ieme th st nd rd") || self.is_mark(end, &["."]))
        {
            end += 1;
        }
        self.is(end, CENTURIES).then(|| self.with_era(end + 1) - at)
    }

    /// 1990s, 1890er Jahre, années 1990.
    fn decade(&self, at: usize) -> Option<usize> {
        if self.is(at, "annees anos anni")
            && self
                .token(at + 1)
                .is_some_and(|it| it.is_number() && matches!(it.text.len(), 2 | 4))
        {
            return Some(2);
        }
        let glued = self.token(at + 1).is_some_and(|it| it.glued);
        if !self.year(at) || !glued || !self.is(at + 1, "s er ern") {
            return None;
        }
        Some(if self.is(at + 2, "jahre jahren") {
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
        let is_at = at > 0 && self.is(at - 1, AT) || at > 1 && self.is_mark(at - 1, &["'", "’"]);
        let glued = |at: usize| self.token(at).is_some_and(|it| it.glued);
        if self.is_mark(end, &[":"]) && glued(end) && glued(end + 1) && self.small(end + 1, 59) {
            return Some(self.with_half(end + 2) - at);
        }
        if self.is(end, "h") {
            let minutes = self.token(end + 1).filter(|it| it.text.len() == 2);
            let has_minutes = minutes.is_some() && self.small(end + 1, 59);
            let is_span = self.is_mark(end + 1, &["-", "–", "—"]) && self.is(end + 3, "h");
            let ends_span = at > 0 && self.is_mark(at - 1, &["-", "–", "—"]);
            let is_time = has_minutes || is_at || is_span || ends_span;
            return is_time.then_some(if has_minutes { 3 } else { 2 });
        }
        if self.is(end, "uhr") {
            return Some(if self.small(end + 1, 59) { 3 } else { 2 });
        }
        if self.is(end, "heures heure часов утра вечера") {
            return is_at.then_some(2);
        }
        let sign = self.token(end).filter(|it| it.glued);
        if sign.is_some_and(|it| {
            it.text.starts_with(['時', '时', '点', '點', '시'])
                && !it.text.starts_with("時間")
                && !it.text.starts_with("시간")
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
        let end = if self.is(end, "uhr h") {
            end + 1
        } else {
            self.with_half(end)
        };
        (is_clock && end > at + 1).then_some(end - at)
    }

    /// The end of a time with the half of the day that it is of, or without.
    fn with_half(&self, end: usize) -> usize {
        if self.is(end, "am pm uhr h") {
            return end + 1;
        }
        let spelt = self.is(end, "a p") && self.is_mark(end + 1, &["."]) && self.is(end + 2, "m");
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
            .is_some_and(|it| it.is_number() && it.folded.len() <= 4);
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
