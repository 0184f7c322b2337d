//! How to ask, and which commands there are.

use super::{Embed, GREY, Locale, Reply, SEPARATOR, by_key, messages};

messages::messages! { words:
    help_on_messages(find: &str, verify: &str);
}

/// How to ask, in two sentences. `ask` is the command as Discord shows it: `/ask`, or the mention
/// `</ask:id>` that it renders in each reader's language.
#[must_use]
pub fn help(ask: &str, locale: Locale) -> Reply {
    Reply::text(messages::help(locale, ask))
}

/// How to ask, and each command, as `ask` in [`help`], with its description; and what a message's
/// menu has.
#[must_use]
pub fn command_list(ask: &str, commands: &[(String, String)], locale: Locale) -> Reply {
    let lines: Vec<String> = commands
        .iter()
        .map(|(command, description)| format!("{command}{SEPARATOR}{description}"))
        .collect();
    Reply::embed(Embed {
        description: [
            messages::help(locale, ask),
            lines.join("\n"),
            words::help_on_messages(
                locale,
                &by_key(locale, "find_name"),
                &by_key(locale, "verify_message_name"),
            ),
        ]
        .join("\n\n"),
        colour: GREY,
        ..Embed::default()
    })
}
