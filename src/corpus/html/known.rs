//! What is *known* of the article is not said again by a line above its text: who wrote it, and when.

use std::collections::HashSet;

use super::metadata::Metadata;
use crate::corpus::boilerplate::words;
use crate::corpus::byline;

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
        let authors = metadata.author.iter().flat_map(|it| it.split(", "));
        let whole = [&metadata.author, &metadata.publisher, &metadata.date];
        let whole = whole.into_iter().flatten().map(String::as_str);
        let mut names: Vec<String> = whole
            .chain(authors)
            .take(MOST_NAMES)
            .map(compared)
            .collect();
        names.retain(|it| !it.trim().is_empty());
        // What is a part of another is taken out after it.
        names.sort_by_key(|it| std::cmp::Reverse(it.len()));
        Self {
            names,
            times: metadata.times.iter().map(|it| compared(it)).collect(),
            day: numbers(metadata.date.as_deref().unwrap_or_default()),
        }
    }

    /// Whether each line of a text says who wrote the article or when, and nothing else.
    pub(super) fn is_byline(&self, text: &str) -> bool {
        text.lines().all(|line| {
            if byline::is_date(line) {
                self.is_day(line)
            } else {
                !line.ends_with(['.', '!', '?', '。']) && self.says_nothing_new(line)
            }
        })
    }

    /// Whether a date is that of the article, or says that it is when it was published.
    fn is_day(&self, line: &str) -> bool {
        let own = numbers(line);
        let (years, days): (Vec<u32>, Vec<u32>) = own.iter().partition(|it| **it > 1_000);
        let is_same = years.iter().all(|it| self.day.contains(it))
            && days.iter().any(|it| self.day.contains(it));
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
        self.times.contains(&compared(part))
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
