//! A *reply* is what a member reads: plain data within Discord's limits.
//!
//! Pure: an answer or a fact goes in, text comes out. Whatever stands in an article, a title or a
//! path is escaped, so that Discord renders it as it stands; nothing here says anything about the
//! subject of the articles.

mod about;
mod action;
mod answer;
mod attribution;
mod block;
mod controls;
mod echo;
mod escape;
mod formats;
mod frame;
mod gaps;
mod help;
mod knowledge;
mod labels;
pub mod limits;
mod link;
mod list;
mod locale;
mod messages;
mod notice;
mod reload;
mod settings;
mod source_link;
mod sources;
mod translation;
mod truncate;
mod verify;
mod why;

pub use about::{About, Permission, SelfCheck, about};
pub use action::{ButtonAction, NotAnAction};
pub use answer::{answer, page};
pub use controls::{Button, Choice, Menu, Row};
pub use echo::{caution, echoed, thread_name};
pub use escape::unescaped;
pub use frame::Frame;
pub use gaps::{gap_gone, gap_settled, gaps, gaps_file, votes};
pub use help::{command_list, help};
pub use knowledge::{
    Done, article_file, changes, download_failed, edit_off, folder, folder_changed,
    folder_unchanged, removed_name,
};
pub use locale::{Locale, Reader};
pub use messages::by_key;
#[cfg(test)]
pub(crate) use messages::keys;
pub use notice::{Notice, answers_private, notice, unreadable};
pub use reload::{reload_failed, reloaded};
pub use settings::{VISIBILITIES, managers_only, settings};
pub use sources::sources;
pub use translation::{NotATranslationUrl, TranslationUrl};
pub use verify::{MOST_TEXTS, verified};
pub use why::{nothing_to_explain, why};

/// Every message that is a function, wherever it is declared.
#[cfg(test)]
fn declared() -> impl Iterator<Item = messages::Declared> {
    let declared = [
        messages::MESSAGES,
        about::words::MESSAGES,
        about::self_check::words::MESSAGES,
        formats::words::MESSAGES,
        gaps::words::MESSAGES,
        help::words::MESSAGES,
        knowledge::words::MESSAGES,
        reload::words::MESSAGES,
        settings::words::MESSAGES,
        verify::words::MESSAGES,
        why::words::MESSAGES,
    ];
    declared.into_iter().flatten().copied()
}

/// One message.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Reply {
    /// The text before the embeds; empty where they say it all.
    pub content: String,
    /// The embeds, as they stand below each other.
    pub embeds: Vec<Embed>,
    /// The controls below it, at most five rows.
    pub rows: Vec<Row>,
    /// Files to save.
    pub files: Vec<File>,
    /// It is for whoever asked alone, and takes no other message's place: a notice.
    pub aside: bool,
}

/// A file that comes with a message.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct File {
    /// What it is called.
    pub name: String,
    /// What is in it.
    pub bytes: Vec<u8>,
}

/// A box of a message.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Embed {
    /// The heading, in Discord's Markdown; empty for none.
    pub title: String,
    /// The text, in Discord's Markdown.
    pub description: String,
    /// Further texts under headings of their own.
    pub fields: Vec<Field>,
    /// The small print; Discord shows it as it is written, without Markdown. Empty for none.
    pub footer: String,
    /// The colour of the box's edge, as `0xRRGGBB`.
    pub colour: u32,
}

/// A text with a heading, inside an embed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Field {
    /// The heading; never empty.
    pub name: String,
    /// The text, in Discord's Markdown; never empty.
    pub value: String,
}

/// The edge of a box that answers the question.
const GREEN: u32 = 0x2D_7D_5A;
/// The edge of a box to be read with care.
const AMBER: u32 = 0xC9_90_2B;
/// The edge of every other box.
const GREY: u32 = 0x6B_72_80;

/// What Discord shows as small print, at the beginning of a line.
const SMALL: &str = "-# ";

/// Between facts that stand on one line.
const SEPARATOR: &str = " · ";

impl Reply {
    /// A reply of one text without embeds.
    fn text(content: String) -> Self {
        Self {
            content,
            ..Self::default()
        }
    }

    /// A notice: for whoever asked alone, in no other message's place.
    fn aside(content: String) -> Self {
        Self {
            aside: true,
            ..Self::text(content)
        }
    }

    /// A reply of one embed.
    fn embed(embed: Embed) -> Self {
        Self {
            embeds: vec![embed],
            ..Self::default()
        }
    }
}

impl Embed {
    /// The length of all its texts, which is what [`limits::EMBEDS_TEXT`] counts.
    #[must_use]
    pub fn length(&self) -> usize {
        let fields = self.fields.iter();
        let fields = fields.map(|field| limits::length(&field.name) + limits::length(&field.value));
        limits::length(&self.title)
            + limits::length(&self.description)
            + limits::length(&self.footer)
            + fields.sum::<usize>()
    }
}

/// As many boxes as fit into one message below each other.
fn stacked(boxes: impl IntoIterator<Item = Embed>) -> Vec<Embed> {
    let mut room = limits::EMBEDS_TEXT;
    let mut embeds: Vec<Embed> = Vec::new();
    for embed in boxes.into_iter().take(limits::EMBEDS) {
        if embed.length() > room {
            break;
        }
        room -= embed.length();
        embeds.push(embed);
    }
    embeds
}
