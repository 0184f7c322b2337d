//! What the *commands* are called, and how they describe themselves, in each locale.
//!
//! Names are in lower case and of letters, digits, `-`, `_` and `'` only, at most 32 characters,
//! as Discord demands; a message command's name is free. Descriptions have 1 to 100 characters.

use super::wording::messages;

messages! { pub fn:
    /// The name of the command that asks a question.
    ask_name();
    /// The description of the command that asks a question.
    ask_description();
    /// The name of the option that takes the question.
    question_name();
    /// The description of the option that takes the question.
    question_description();
    /// The name of the option that shows the answer to the asker alone.
    private_name();
    /// The description of the option that shows the answer to the asker alone.
    private_description();
    /// The name of the command that lists the documents.
    sources_name();
    /// The description of the command that lists the documents.
    sources_description();
    /// The name of the command that reads the folder again.
    reload_name();
    /// The description of the command that reads the folder again.
    reload_description();
    /// The name of the command that tells about the bot.
    about_name();
    /// The description of the command that tells about the bot.
    about_description();
    /// The name of the message command that takes a message as the question.
    find_name();
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::reply::{Locale, limits};

    type Message = fn(Locale) -> String;

    const NAMES: [Message; 6] = [
        ask_name,
        question_name,
        private_name,
        sources_name,
        reload_name,
        about_name,
    ];
    const DESCRIPTIONS: [Message; 6] = [
        ask_description,
        question_description,
        private_description,
        sources_description,
        reload_description,
        about_description,
    ];

    #[test]
    fn discord_takes_every_name() {
        for locale in Locale::ALL {
            for name in NAMES.map(|name| name(locale)) {
                let allowed = |c: char| c.is_alphanumeric() || matches!(c, '-' | '_' | '\'');
                assert!((1..=32).contains(&limits::length(&name)), "{name}");
                assert!(name.chars().all(allowed), "{name}");
                assert_eq!(name, name.to_lowercase());
            }
            let find = find_name(locale);
            assert!((1..=32).contains(&limits::length(&find)), "{find}");
        }
    }

    #[test]
    fn discord_takes_every_description() {
        for locale in Locale::ALL {
            for description in DESCRIPTIONS.map(|description| description(locale)) {
                let length = limits::length(&description);
                assert!((1..=100).contains(&length), "{description}");
            }
        }
    }

    #[test]
    fn names_that_stand_beside_each_other_differ() {
        for locale in Locale::ALL {
            let commands = [ask_name, sources_name, reload_name, about_name];
            let mut names = commands.map(|name| name(locale));
            names.sort();
            assert!(names.windows(2).all(|pair| pair[0] != pair[1]), "{names:?}");
            assert_ne!(question_name(locale), private_name(locale));
        }
    }
}
