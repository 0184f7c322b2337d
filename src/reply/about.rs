//! What the bot tells about itself.

pub(super) mod self_check;

use std::time::SystemTime;

use super::sources::counts;
use super::truncate::clip;
use super::{Embed, Field, GREY, Locale, Reply, SEPARATOR, escape, formats, messages};
use crate::journal::Timestamp;
use crate::language::Language;

pub use self_check::{Permission, SelfCheck};

messages::messages! { words:
    about();
    loaded(when: &str);
    privacy();
    privacy_text();
}

/// The longest line of counts and languages.
const SOURCES_FACTS: usize = 800;

/// What the bot tells about itself.
#[derive(Debug, Clone, Copy)]
pub struct About<'a> {
    /// The bot's version.
    pub version: &'a str,
    /// How many documents there are.
    pub documents: usize,
    /// How many passages there are.
    pub passages: usize,
    /// The languages of the documents.
    pub languages: &'a [Language],
    /// When this snapshot was loaded.
    pub loaded: SystemTime,
    /// Whether questions are compared by meaning, or by words alone.
    pub by_meaning: bool,
}

/// What the bot is, what it reads, and what it keeps.
#[must_use]
pub fn about(about: &About<'_>, locale: Locale) -> Reply {
    let mut facts = vec![counts(about.documents, about.passages, locale)];
    let known = about
        .languages
        .iter()
        .filter(|language| **language != Language::UNKNOWN);
    facts.extend(known.map(|language| language.own_name().to_owned()));
    let loaded = format!("<t:{}:R>", Timestamp::from(about.loaded).0);
    let compared = if about.by_meaning {
        messages::compared_by_meaning(locale)
    } else {
        messages::compared_by_words(locale)
    };
    let facts = clip(&facts.join(SEPARATOR), SOURCES_FACTS, escape::line);
    let field = |name, value| Field { name, value };
    Reply::embed(Embed {
        title: format!("verbatim {}", about.version),
        description: formats::two_sentences(locale, &words::about(locale), &compared),
        fields: vec![
            field(
                messages::sources(locale),
                [facts, words::loaded(locale, &loaded)].join("\n"),
            ),
            field(words::privacy(locale), words::privacy_text(locale)),
        ],
        colour: GREY,
        ..Embed::default()
    })
}
