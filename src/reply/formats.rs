//! *Formats*: how each locale puts lists, names with values, numbers, sizes and times.

use std::time::Duration;

use super::{Locale, messages};

messages::messages! { words:
    list_separator();
    two_sentences(first: &str, second: &str);
    named_value(name: &str, value: &str);
    percentage(value: &str);
    decimal_mark();
    paragraph(number: u32);
    paragraph_of(number: u32, all: u32);
    paragraphs_of(first: u32, last: u32, all: u32);
    size_bytes(count: u64);
    size_kib(count: u64);
    time_ms(count: u64);
    time_s(count: u64);
    age_moments();
    age_minutes(count: u64);
    age_hours(count: u64);
    age_days(count: u64);
}

pub(super) use words::{named_value, paragraph, two_sentences};

/// Things of one kind after each other.
pub(super) fn list(items: &[String], locale: Locale) -> String {
    items.join(&words::list_separator(locale))
}

/// A part of one, from 0 to 1, as a whole percentage.
pub(super) fn percentage(part: f32, locale: Locale) -> String {
    words::percentage(locale, &format!("{:.0}", 100.0 * part))
}

/// A number with so many digits after the decimal mark.
pub(super) fn decimal(number: f32, digits: usize, locale: Locale) -> String {
    format!("{number:.digits$}").replace('.', &words::decimal_mark(locale))
}

/// The paragraphs from `first` to `last`, and how many there are in `all`.
pub(super) fn paragraphs_of(first: u32, last: u32, all: u32, locale: Locale) -> String {
    if first == last {
        words::paragraph_of(locale, first, all)
    } else {
        words::paragraphs_of(locale, first, last, all)
    }
}

/// A size of `bytes`, in bytes or in units of 1,024.
pub(super) fn size(bytes: u64, locale: Locale) -> String {
    match bytes {
        0..1_024 => words::size_bytes(locale, bytes),
        _ => words::size_kib(locale, bytes.div_ceil(1_024)),
    }
}

/// How long something took.
pub(super) fn duration(elapsed: Duration, locale: Locale) -> String {
    if elapsed < Duration::from_secs(10) {
        let elapsed = u64::try_from(elapsed.as_millis()).unwrap_or(u64::MAX);
        words::time_ms(locale, elapsed)
    } else {
        words::time_s(locale, elapsed.as_secs())
    }
}

/// How long ago something was, `age` in seconds.
pub(super) fn age(age: u64, locale: Locale) -> String {
    match age {
        0..60 => words::age_moments(locale),
        60..3_600 => words::age_minutes(locale, age / 60),
        3_600..86_400 => words::age_hours(locale, age / 3_600),
        _ => words::age_days(locale, age / 86_400),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_locale_writes_them_its_own_way() {
        let check = |found: String, expected: &str| assert_eq!(found, expected);
        let (english, french, german) = (Locale::English, Locale::French, Locale::German);
        let (japanese, chinese) = (Locale::Japanese, Locale::TraditionalChinese);
        let items = ["a".to_owned(), "b".to_owned()];
        check(list(&items, french), "a, b");
        check(list(&items, japanese), "a、b");
        check(two_sentences(german, "A.", "B."), "A. B.");
        check(two_sentences(chinese, "甲。", "乙。"), "甲。乙。");
        check(named_value(english, "a", "b"), "a: b");
        check(named_value(french, "a", "b"), "a\u{a0}: b");
        check(named_value(japanese, "a", "b"), "a：b");
        check(percentage(0.866, english), "87%");
        check(percentage(0.866, french), "87\u{202f}%");
        check(percentage(1.0, german), "100\u{a0}%");
        check(decimal(1.25, 2, english), "1.25");
        check(decimal(1.25, 1, german), "1,2");
        check(paragraphs_of(1, 1, 9, english), "paragraph 1 of 9");
        check(paragraphs_of(3, 5, 9, english), "paragraphs 3–5 of 9");
        check(paragraphs_of(1, 1, 9, german), "Absatz 1/9");
        check(paragraphs_of(3, 5, 9, japanese), "段落 3–5/9");
        check(paragraph(french, 3), "paragraphe 3");
        check(size(1_023, english), "1023\u{a0}B");
        check(size(1_025, french), "2\u{a0}Kio");
        check(duration(Duration::from_millis(420), english), "420\u{a0}ms");
        check(duration(Duration::from_secs(75), japanese), "75秒");
        check(age(59, english), "less than a minute ago");
        check(age(3_599, german), "vor 59\u{a0}Min.");
        check(age(7_200, french), "il y a 2\u{a0}h");
        check(age(86_400, english), "1 day ago");
        check(age(86_400 * 3, german), "vor 3 Tagen");
        check(age(86_400 * 3, chinese), "3 天前");
    }
}
