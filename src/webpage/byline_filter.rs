//! A *byline filter* takes away lines that say what is known of the article: who wrote it, and when.

use std::collections::HashSet;

use super::boilerplate::{is_boilerplate, words};
use super::byline;
use super::metadata::Metadata;

/// More names than these are not looked for.
const MOST_NAMES: usize = 50;

/// The metadata in the form lines are compared in: words in lower case, a blank around each.
pub(super) struct Known {
    names: Vec<String>,
    times: HashSet<String>,
    /// The numbers in the article's date.
    day: Vec<u32>,
}

impl Known {
    pub(super) fn of(metadata: &Metadata) -> Self {
        let authors = metadata.author.iter().flat_map(|found| found.split(", "));
        let whole = [&metadata.author, &metadata.publisher, &metadata.date];
        let mut names: Vec<String> = whole
            .into_iter()
            .flatten()
            .map(String::as_str)
            .chain(authors)
            .take(MOST_NAMES)
            .map(compared)
            .collect();
        names.retain(|found| !found.trim().is_empty());
        // What is a part of another is taken out after it.
        names.sort_by_key(|found| std::cmp::Reverse(found.len()));
        Self {
            names,
            times: metadata.times.iter().map(|found| compared(found)).collect(),
            day: numbers(metadata.date.as_deref().unwrap_or_default()),
        }
    }

    /// Whether each line of a text says who wrote the article or when, and nothing else.
    pub(super) fn is_byline(&self, text: &str) -> bool {
        text.lines().all(|line| {
            let mut parts = line
                .split(['|', '·', '•'])
                .map(str::trim)
                .filter(|part| !part.is_empty());
            self.is_part(line) || parts.all(|part| self.is_part(part) || is_boilerplate(part))
        })
    }

    fn is_part(&self, line: &str) -> bool {
        if byline::is_date(line) {
            return self.is_day(line);
        }
        let is_dated = byline::says_published(line) && byline::are_words(line);
        is_dated || !line.ends_with(['.', '!', '?', '。']) && self.says_nothing_new(line)
    }

    /// Whether a line is the article's date and nothing else.
    pub(super) fn is_date_of_article(&self, line: &str) -> bool {
        byline::is_date(line) && self.is_day(line)
    }

    /// The same of a line that the page itself calls a byline: names of others may stand in it.
    pub(super) fn is_loose_byline(&self, text: &str) -> bool {
        text.lines().all(|line| {
            let is_dated =
                words(&compared(line)).any(byline::is_month) || byline::says_published(line);
            let small = line
                .split_whitespace()
                .filter(|word| word.starts_with(char::is_lowercase));
            let is_line = !line.ends_with(['.', '!', '?', '。']) && small.count() <= 2;
            self.is_byline(line)
                || byline::author_of(line).is_some()
                || is_dated && is_line && byline::has_day(line)
        })
    }

    /// Whether a date is that of the article, or says that it is when it was published.
    fn is_day(&self, line: &str) -> bool {
        let own = numbers(line);
        let (years, days): (Vec<u32>, Vec<u32>) = own.iter().partition(|found| **found > 1_000);
        let is_same = years.iter().all(|found| self.day.contains(found))
            && days.iter().any(|found| self.day.contains(found));
        is_same || self.times.contains(&compared(line)) || byline::says_published(line)
    }

    fn says_nothing_new(&self, line: &str) -> bool {
        let line = compared(line);
        let mut rest = line.clone();
        for name in &self.names {
            rest = rest.replace(name.as_str(), " | ");
        }
        let is_old = |part: &str| byline::are_words(part) || self.is_time(part);
        (rest != line || self.is_time(&line)) && rest.split('|').all(is_old)
    }

    fn is_time(&self, part: &str) -> bool {
        part.contains(char::is_alphabetic) && self.times.contains(&compared(part))
    }
}

fn compared(text: &str) -> String {
    let text = text.to_lowercase();
    let words: Vec<&str> = words(&text).collect();
    format!(" {} ", words.join(" "))
}

fn numbers(text: &str) -> Vec<u32> {
    words(text).filter_map(|word| word.parse().ok()).collect()
}
