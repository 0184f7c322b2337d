//! Replies as a test reads them.

use std::sync::LazyLock;

use verbatim::answer::Answer;
use verbatim::library::Snapshot;
use verbatim::reply::{self, Frame, Locale, Reply, Row};

use crate::support;

/// The reply to an answer, of which the article is the whole folder.
pub fn written(answer: &Answer, locale: Locale) -> Reply {
    reply::answer(answer, 3, &frame(locale))
}

pub fn frame(locale: Locale) -> Frame<'static> {
    static ARTICLE: LazyLock<Snapshot> = LazyLock::new(|| {
        Snapshot::build(&support::knowledge(), support::LIMITS, 1).expect("the article")
    });
    Frame {
        snapshot: &ARTICLE,
        reader: locale.into(),
        asker: 1,
        votes: true,
        translation: None,
    }
}

/// A quote as a description has it: its block, and the small print below it.
pub struct Shown<'d> {
    pub block: String,
    pub small: Vec<&'d str>,
}

/// The quotes of a description.
pub fn quotes_in(description: &str) -> Vec<Shown<'_>> {
    let quotes = description.split("\n\n").map(|part| {
        let lines: Vec<&str> = part.split('\n').collect();
        let quoted = lines.iter().take_while(|line| line.starts_with("> "));
        let quoted = quoted.count();
        let small = lines[quoted..].iter().map(|line| {
            let small = line.strip_prefix("-# ");
            small.unwrap_or_else(|| panic!("{line:?} is no small print"))
        });
        Shown {
            block: lines[..quoted].join("\n"),
            small: small.collect(),
        }
    });
    quotes.collect()
}

/// A reply as text: what stands where, one thing a line.
pub fn shown(reply: &Reply) -> String {
    let mut shown = vec![reply.content.clone()];
    for embed in &reply.embeds {
        shown.push(format!("── #{:06X}", embed.colour));
        shown.push(embed.title.clone());
        shown.push(embed.description.clone());
        for field in &embed.fields {
            shown.push(format!("[{}]\n{}", field.name, field.value));
        }
        if !embed.footer.is_empty() {
            shown.push(format!("── {}", embed.footer.replace('\n', "\n── ")));
        }
    }
    shown.extend(reply.rows.iter().map(|row| match row {
        Row::Buttons(buttons) => {
            let labels = buttons.iter().map(|button| {
                let face = [button.emoji, &button.label].concat();
                if button.enabled {
                    format!("[{face}]")
                } else {
                    format!("({face})")
                }
            });
            labels.collect::<Vec<_>>().join(" ")
        }
        Row::Menu(menu) => {
            let options = menu.options.iter();
            let options =
                options.map(|option| format!("\n  {} | {}", option.label, option.description));
            format!("▾ {}{}", menu.placeholder, options.collect::<String>())
        }
    }));
    shown.retain(|part| !part.is_empty());
    shown.join("\n")
}
