//! The *labels* of what surrounds an article. What they say in each language stands in its lexicon.

use std::sync::LazyLock;

use super::letters::letters;
use crate::language::lexicon::{ANY, Words};

/// How pointers to other articles start, as letters in lower case.
pub(super) static POINTERS: LazyLock<Vec<String>> =
    LazyLock::new(|| as_letters(&ANY.page_notices.pointers));

/// How the heading of a list of other articles starts, as letters in lower case.
static OTHERS: LazyLock<Vec<String>> =
    LazyLock::new(|| as_letters(&ANY.page_notices.other_articles));

/// How the title of a page starts that is shown in place of another, as letters in lower case.
static ERRORS: LazyLock<Vec<String>> = LazyLock::new(|| as_letters(&ANY.page_notices.errors));

/// Systems that pages are made with, which name themselves as the publisher.
const SYSTEMS: &[&str] = &[
    "blogger",
    "wordpress",
    "wordpresscom",
    "tumblr",
    "wix",
    "squarespace",
    "ghost",
    "drupal",
    "joomla",
    "medium",
    "substack",
];

fn as_letters(phrases: &Words) -> Vec<String> {
    phrases.iter().map(letters).collect()
}

/// Whether a title is that of an error.
pub(super) fn is_error(title: &str) -> bool {
    let title = letters(title);
    ERRORS.iter().any(|error| title.starts_with(error))
}

/// Whether a publisher is only what the page was made with.
pub(super) fn is_system(publisher: &str) -> bool {
    SYSTEMS.contains(&letters(publisher).as_str())
}

/// Whether a heading or a line stands above links to other articles.
pub(super) fn is_above_others(line: &str) -> bool {
    let line = letters(line);
    OTHERS.iter().any(|start| line.starts_with(start))
}

/// Whether a line is about rights, a picture or a player rather than a part of the text.
pub(super) fn is_notice(line: &str) -> bool {
    let lower = line.to_lowercase().replace('’', "'");
    let lower = lower.trim_start_matches(['(', '[', '*', ' ']);
    let starts = |phrases: &Words| phrases.iter().any(|phrase| lower.starts_with(phrase));
    let has = |phrases: &Words| phrases.iter().any(|phrase| lower.contains(phrase));
    let notices = &ANY.page_notices;
    let is_copyright = ["copyright", "©", "(c)", "c) "]
        .iter()
        .any(|phrase| lower.starts_with(phrase));
    let has_year = lower
        .split(|c: char| !c.is_ascii_digit())
        .any(|phrase| phrase.len() == 4);
    let is_short = line.chars().count() <= 140;
    is_copyright && has_year && line.chars().count() <= 300
        || has(&notices.rights) && (is_copyright || lower.contains('©') || is_short)
        || line.chars().count() <= 60 && has(&notices.paywalls) && !lower.ends_with('.')
        || is_short && (starts(&notices.players) || is_count_of_images(lower))
        || is_short
            && starts(&notices.credits)
            && !lower.trim_end_matches([')', ']']).ends_with('.')
}

/// `Image 1 of 5`, `3/12`.
fn is_count_of_images(lower: &str) -> bool {
    let words: Vec<&str> = lower.split_ascii_whitespace().collect();
    let is_number = |word: &&str| word.bytes().all(|byte| byte.is_ascii_digit());
    let numbers = words.iter().filter(|word| is_number(word)).count();
    let others = words.iter().filter(|word| !is_number(word));
    let parts = &ANY.page_notices.image_counts;
    numbers == 2 && words.len() == 4 && others.into_iter().all(|word| parts.contains(word))
}
