//! A *limit* is a length Discord refuses to go over.
//!
//! From <https://discord.com/developers/docs/resources/message#embed-object-embed-limits>, and for
//! the content and the number of embeds from the *Create Message* endpoint of the same page.
//! Lengths are counted in UTF-16 units: whether Discord counts those or characters, a text that is
//! within the limit so counted is within it either way.

/// The longest text of a message outside its embeds.
pub const CONTENT: usize = 2_000;
/// The most embeds in a message.
pub const EMBEDS: usize = 10;
/// The most text over all embeds of a message: titles, descriptions, fields and footers.
pub const EMBEDS_TEXT: usize = 6_000;
/// The longest title of an embed.
pub const TITLE: usize = 256;
/// The longest description of an embed.
pub const DESCRIPTION: usize = 4_096;
/// The most fields of an embed.
pub const FIELDS: usize = 25;
/// The longest name of a field.
pub const FIELD_NAME: usize = 256;
/// The longest value of a field.
pub const FIELD_VALUE: usize = 1_024;
/// The longest footer of an embed.
pub const FOOTER: usize = 2_048;
/// The longest address Discord takes as a link of an embed.
pub const URL: usize = 2_048;

/// The length of `text` in the unit of every limit here.
#[must_use]
pub fn length(text: &str) -> usize {
    text.encode_utf16().count()
}
