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
    /// The name of the command that checks a quote.
    verify_name();
    /// The description of the command that checks a quote.
    verify_description();
    /// The name of the option that takes the quote.
    text_name();
    /// The description of the option that takes the quote.
    text_description();
    /// The name of the message command that checks the quotes in a message.
    verify_message_name();
    /// The name of the command that lists the commands.
    help_name();
    /// The description of the command that lists the commands.
    help_description();
    /// The name of the command that changes the folder.
    knowledge_name();
    /// The description of the command that changes the folder.
    knowledge_description();
    /// The name of its part that lists the folder.
    list_name();
    /// The description of its part that lists the folder.
    list_description();
    /// The name of its part that gives an article as a file.
    show_name();
    /// The description of its part that gives an article as a file.
    show_description();
    /// The name of its part that adds an article.
    add_name();
    /// The description of its part that adds an article.
    add_description();
    /// The name of its part that replaces an article.
    replace_name();
    /// The description of its part that replaces an article.
    replace_description();
    /// The name of its part that removes an article.
    remove_name();
    /// The description of its part that removes an article.
    remove_description();
    /// The name of its part that brings an article back.
    restore_name();
    /// The description of its part that brings an article back.
    restore_description();
    /// The name of its part that lists the changes.
    history_name();
    /// The description of its part that lists the changes.
    history_description();
    /// The name of the option that takes a file.
    file_name();
    /// The description of the option that takes a file.
    file_description();
    /// The name of the option that takes the path of an article.
    path_name();
    /// The description of the option that takes the path of an article.
    path_description();
    /// The name of the option that takes an article in the trash.
    removed_name();
    /// The description of the option that takes an article in the trash.
    removed_description();
    /// The name of the command about questions without answer.
    gaps_name();
    /// The description of the command about questions without answer.
    gaps_description();
    /// The name of its part that lists them.
    gaps_list_name();
    /// The description of its part that lists them.
    gaps_list_description();
    /// The name of its part that gives them as a file.
    gaps_export_name();
    /// The description of its part that gives them as a file.
    gaps_export_description();
    /// The name of its part that takes one off the list.
    gaps_settle_name();
    /// The description of its part that takes one off the list.
    gaps_settle_description();
    /// The name of its part about what readers said of the passages.
    gaps_votes_name();
    /// The description of its part about what readers said of the passages.
    gaps_votes_description();
    /// The name of the option that takes a number of the list.
    number_name();
    /// The description of the option that takes a number of the list.
    number_description();
    /// The name of the command that changes a channel's settings.
    settings_name();
    /// The description of the command that changes a channel's settings.
    settings_description();
    /// The name of its option for what is answered.
    mode_name();
    /// The description of its option for what is answered.
    mode_description();
    /// The name of its option for where mentions are answered.
    place_name();
    /// The description of its option for where mentions are answered.
    place_description();
    /// The name of its option for who sees answers.
    visibility_name();
    /// The description of its option for who sees answers.
    visibility_description();
    /// The value that answers nothing.
    mode_off();
    /// The value that answers commands only.
    mode_commands();
    /// The value that answers commands and mentions.
    mode_mentions();
    /// The value that answers titles of new forum posts, too.
    mode_forum();
    /// The value that answers in the channel.
    place_here();
    /// The value that answers in a thread.
    place_thread();
    /// The value that shows answers to everybody.
    answers_for_all();
    /// The value that shows answers to the asker only.
    answers_for_asker();
    /// The name of the command that explains an answer.
    why_name();
    /// The description of the command that explains an answer.
    why_description();
    /// The description of its option that takes a question.
    why_question_description();
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::reply::{Locale, limits};

    type Message = fn(Locale) -> String;

    /// Names that stand beside each other.
    const SIBLINGS: &[&[Message]] = &[
        &[
            ask_name,
            verify_name,
            sources_name,
            reload_name,
            about_name,
            help_name,
            knowledge_name,
            gaps_name,
            settings_name,
            why_name,
        ],
        &[
            list_name,
            show_name,
            add_name,
            replace_name,
            remove_name,
            restore_name,
            history_name,
        ],
        &[
            gaps_list_name,
            gaps_export_name,
            gaps_settle_name,
            gaps_votes_name,
        ],
        &[question_name, private_name],
        &[file_name, path_name],
        &[mode_name, place_name, visibility_name],
        &[text_name],
        &[removed_name],
        &[number_name],
    ];

    #[test]
    fn discord_takes_every_name() {
        for locale in Locale::ALL {
            for names in SIBLINGS {
                let mut names: Vec<String> = names.iter().map(|name| name(locale)).collect();
                for name in &names {
                    let allowed = |c: char| c.is_alphanumeric() || matches!(c, '-' | '_' | '\'');
                    assert!((1..=32).contains(&limits::length(name)), "{name}");
                    assert!(name.chars().all(allowed), "{name}");
                    assert_eq!(*name, name.to_lowercase());
                }
                names.sort();
                assert!(names.windows(2).all(|pair| pair[0] != pair[1]), "{names:?}");
            }
            let [find, verify] = [find_name(locale), verify_message_name(locale)];
            for name in [&find, &verify] {
                assert!((1..=32).contains(&limits::length(name)), "{name}");
            }
            assert_ne!(find, verify);
        }
    }

    #[test]
    fn discord_takes_every_description() {
        let descriptions = MESSAGES
            .iter()
            .map(|(name, _)| *name)
            .filter(|name| name.ends_with("_description"));
        for name in descriptions {
            for locale in Locale::ALL {
                let description = crate::reply::wording::format(locale, name, []);
                let length = limits::length(&description);
                assert!((1..=100).contains(&length), "{description}");
            }
        }
    }
}
