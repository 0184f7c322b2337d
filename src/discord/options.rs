//! *Options* are what a member filled in beside a command's name.

use serenity::model::application::{CommandInteraction, ResolvedOption, ResolvedValue};
use serenity::model::channel::Attachment;

/// The options of a command, or of the part of it that was called.
pub(super) struct Options<'a> {
    /// The name of that part; none where the command has no parts.
    pub part: Option<&'a str>,
    given: Vec<ResolvedOption<'a>>,
}

impl<'a> Options<'a> {
    pub(super) fn of(command: &'a CommandInteraction) -> Self {
        let mut given = command.data.options();
        if let [only] = given.as_mut_slice()
            && let ResolvedValue::SubCommand(inside) = &mut only.value
        {
            return Self {
                part: Some(only.name),
                given: std::mem::take(inside),
            };
        }
        Self { part: None, given }
    }

    pub(super) fn text(&self, name: &str) -> Option<&'a str> {
        self.find(name).and_then(|value| match value {
            ResolvedValue::String(text) => Some(*text),
            _ => None,
        })
    }

    pub(super) fn number(&self, name: &str) -> Option<i64> {
        self.find(name).and_then(|value| match value {
            ResolvedValue::Integer(number) => Some(*number),
            _ => None,
        })
    }

    /// Whether a switch is on.
    pub(super) fn flag(&self, name: &str) -> bool {
        matches!(self.find(name), Some(ResolvedValue::Boolean(true)))
    }

    pub(super) fn file(&self, name: &str) -> Option<&'a Attachment> {
        self.find(name).and_then(|value| match value {
            ResolvedValue::Attachment(file) => Some(*file),
            _ => None,
        })
    }

    fn find(&self, name: &str) -> Option<&ResolvedValue<'a>> {
        let mut given = self.given.iter();
        given
            .find(|option| option.name == name)
            .map(|option| &option.value)
    }
}
