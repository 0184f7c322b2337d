//! *Options* are what a member filled in beside a command's name.

use serenity::model::application::{
    CommandInteraction, ResolvedOption, ResolvedTarget, ResolvedValue,
};
use serenity::model::channel::{Attachment, Message};

/// The options of a command, or of the part of it that was called.
pub(crate) struct Options<'a> {
    /// The name of that part; none where the command has no parts.
    pub(crate) part: Option<&'a str>,
    /// The message in whose menu the command stands; none for a command that was typed.
    pub(crate) message: Option<&'a Message>,
    given: Vec<ResolvedOption<'a>>,
}

impl<'a> Options<'a> {
    pub(crate) fn of(command: &'a CommandInteraction) -> Self {
        let mut given = command.data.options();
        let message = match command.data.target() {
            Some(ResolvedTarget::Message(message)) => Some(message),
            _ => None,
        };
        if let [only] = given.as_mut_slice()
            && let ResolvedValue::SubCommand(inside) = &mut only.value
        {
            return Self {
                part: Some(only.name),
                message,
                given: std::mem::take(inside),
            };
        }
        Self {
            part: None,
            message,
            given,
        }
    }

    pub(crate) fn text(&self, name: &str) -> Option<&'a str> {
        self.find(name).and_then(|value| match value {
            ResolvedValue::String(text) => Some(*text),
            _ => None,
        })
    }

    pub(crate) fn number(&self, name: &str) -> Option<i64> {
        self.find(name).and_then(|value| match value {
            ResolvedValue::Integer(number) => Some(*number),
            _ => None,
        })
    }

    /// Whether a switch is on.
    pub(crate) fn flag(&self, name: &str) -> bool {
        matches!(self.find(name), Some(ResolvedValue::Boolean(true)))
    }

    pub(crate) fn file(&self, name: &str) -> Option<&'a Attachment> {
        self.find(name).and_then(|value| match value {
            ResolvedValue::Attachment(file) => Some(*file),
            _ => None,
        })
    }

    fn find(&self, name: &str) -> Option<&ResolvedValue<'a>> {
        self.given
            .iter()
            .find(|option| option.name == name)
            .map(|option| &option.value)
    }
}
