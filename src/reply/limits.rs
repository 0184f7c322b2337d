//! A *limit* is a length Discord refuses to go over.
//!
//! From <https://discord.com/developers/docs/resources/message#embed-object-embed-limits>, and for
//! the content and the number of embeds from the *Create Message* endpoint of the same page; for
//! components from <https://discord.com/developers/docs/components/reference>, for suggestions from
//! *Receiving and Responding* under *Interactions*.
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
/// The longest address of a masked link, as the bot writes them: a description has room for some.
pub const LINK: usize = 512;

/// The longest name of a command or of an option.
pub const COMMAND_NAME: usize = 32;
/// The longest description of a command or of an option.
pub const COMMAND_DESCRIPTION: usize = 100;
/// The longest text of a command's option.
pub const OPTION_TEXT: usize = 6_000;

/// The longest identifier of a button, menu or form.
pub const CUSTOM_ID: usize = 100;
/// The most buttons in a row.
pub const BUTTONS: usize = 5;
/// The longest label of a button.
pub const BUTTON_LABEL: usize = 80;
/// The most options of a menu.
pub const OPTIONS: usize = 25;
/// The longest label, and the longest description, of a menu's option.
pub const OPTION: usize = 100;
/// The longest placeholder of a menu.
pub const PLACEHOLDER: usize = 150;
/// The longest name of a thread.
pub const THREAD_NAME: usize = 100;
/// The most suggestions while a member types.
pub const SUGGESTIONS: usize = 25;
/// The longest suggestion.
pub const SUGGESTION: usize = 100;

/// The length of `text` in the unit of every limit here.
#[must_use]
pub fn length(text: &str) -> usize {
    text.encode_utf16().count()
}
