//! The *messages* are every sentence of the bot's own, in each locale.
//!
//! One Fluent file per locale is built in. A message is a function of the same name, here or, if it
//! belongs to one command's reply, there; so no code can ask for one that is not there or leave out a
//! parameter. What commands and their options are called is found by its key. Tests hold every file
//! to both.

use std::sync::LazyLock;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};

use super::locale::Locale;

/// Makes a function of each message, and for the tests the list of them with their parameters.
macro_rules! messages {
    // In a module of their own, whose functions do not get in the way of the replies'.
    ($module:ident: $($declared:tt)+) => {
        pub(in crate::reply) mod $module {
            $crate::reply::messages::messages! { $($declared)+ }
        }
    };
    ($($name:ident($($argument:ident: $type:ty),*);)+) => {
        $(
            pub(in crate::reply) fn $name(
                locale: $crate::reply::Locale,
                $($argument: $type),*
            ) -> String {
                let arguments = [$((stringify!($argument), $argument.into())),*];
                $crate::reply::messages::format(locale, stringify!($name), arguments)
            }
        )+

        #[cfg(test)]
        pub(in crate::reply) const MESSAGES: &[$crate::reply::messages::Declared] =
            &[$((stringify!($name), &[$(stringify!($argument)),*])),+];
    };
}
pub(super) use messages;

messages! {
    weak();
    nothing_found();
    too_little_found();
    nothing_to_look_up();
    several_documents();
    nothing_about(words: &str);
    nearest();

    admins_only();
    failed();
    busy();
    cooldown(seconds: u64);
    question_empty();
    question_too_long(max: usize);
    nothing_in_message();
    nothing_to_verify();
    message_unreadable(command: &str);
    article_changed();
    not_yours();
    answers_off();
    answers_private(ask: &str);
    vote_counted();
    journal_off();
    journal_failed();

    show_passage();
    back();
    onward();
    translate();
    other_passages();
    which_place();

    help(ask: &str);

    sources();
    documents(count: usize);
    passages(count: usize);
    more(count: usize);

    compared_by_meaning();
    compared_by_words();
}

/// What is built in, by locale.
static BUNDLES: LazyLock<Vec<(Locale, FluentBundle<FluentResource>)>> = LazyLock::new(|| {
    Locale::ALL
        .into_iter()
        .map(|locale| (locale, bundle(locale)))
        .collect()
});

/// The text of a message. Only functions made by [`messages!`] and [`by_key`] call this; the tests
/// hold every file to the former, and what is found by a key to the files.
pub(super) fn format<'a>(
    locale: Locale,
    name: &str,
    arguments: impl IntoIterator<Item = (&'a str, FluentValue<'a>)>,
) -> String {
    let bundle = BUNDLES
        .iter()
        .find_map(|(of, bundle)| (*of == locale).then_some(bundle))
        .expect("every locale has a bundle");
    let pattern = bundle
        .get_message(name)
        .and_then(|message| message.value())
        .expect("every locale has every message");
    let arguments: FluentArgs<'_> = arguments.into_iter().collect();
    let mut errors = Vec::new();
    let text = bundle.format_pattern(pattern, Some(&arguments), &mut errors);
    debug_assert!(errors.is_empty(), "{locale:?} {name}: {errors:?}");
    text.into_owned()
}

/// The text of a message that has no parameters, by its key in the locales' files. A test holds what
/// Discord is told of the commands to these keys.
#[must_use]
pub fn by_key(locale: Locale, key: &str) -> String {
    format(locale, key, [])
}

fn bundle(locale: Locale) -> FluentBundle<FluentResource> {
    let language = locale.code().parse().expect("a language tag");
    let resource = FluentResource::try_new(file(locale).to_owned()).expect("valid Fluent");
    let mut bundle = FluentBundle::new_concurrent(vec![language]);
    // Discord shows the marks that would keep right-to-left arguments apart as odd blanks.
    bundle.set_use_isolating(false);
    bundle
        .add_resource(resource)
        .expect("every message is there once");
    bundle
}

fn file(locale: Locale) -> &'static str {
    match locale {
        Locale::English => include_str!("locales/en.ftl"),
        Locale::French => include_str!("locales/fr.ftl"),
        Locale::Spanish => include_str!("locales/es.ftl"),
        Locale::German => include_str!("locales/de.ftl"),
        Locale::Portuguese => include_str!("locales/pt-BR.ftl"),
        Locale::Italian => include_str!("locales/it.ftl"),
        Locale::Korean => include_str!("locales/ko.ftl"),
        Locale::Japanese => include_str!("locales/ja.ftl"),
        Locale::Chinese => include_str!("locales/zh-CN.ftl"),
        Locale::TraditionalChinese => include_str!("locales/zh-TW.ftl"),
    }
}

/// A message and its parameters.
#[cfg(test)]
pub(in crate::reply) type Declared = (&'static str, &'static [&'static str]);

/// The messages that are found by their keys, as the English file has them.
#[cfg(test)]
pub(crate) fn keys() -> std::collections::BTreeSet<String> {
    let declared: Vec<_> = super::declared().map(|(name, _)| name).collect();
    let mut keys = tests::messages_of(file(Locale::English));
    keys.retain(|key, _| !declared.contains(&key.as_str()));
    keys.into_keys().collect()
}

#[cfg(test)]
mod tests {
    use std::collections::{BTreeMap, BTreeSet};

    use super::*;
    use crate::reply::declared;

    /// What a Fluent file holds: each message with the parameters it names.
    pub(super) fn messages_of(file: &str) -> BTreeMap<String, BTreeSet<String>> {
        let mut messages: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
        let mut current = String::new();
        for line in file.lines().filter(|line| !line.starts_with('#')) {
            if !line.starts_with(char::is_whitespace)
                && let Some((name, _)) = line.split_once('=')
            {
                name.trim().clone_into(&mut current);
                let seen = messages.insert(current.clone(), BTreeSet::new());
                assert_eq!(seen, None, "{current} is there twice");
            }
            for after in line.split('$').skip(1) {
                let end = after.find(|c: char| !c.is_ascii_alphanumeric() && c != '_');
                let parameter = after[..end.unwrap_or(after.len())].to_owned();
                messages.get_mut(&current).unwrap().insert(parameter);
            }
        }
        messages
    }

    #[test]
    fn every_locale_has_every_message_with_its_parameters_and_no_other() {
        let mut expected: BTreeMap<String, BTreeSet<String>> = declared()
            .map(|(name, parameters)| {
                let parameters = parameters.iter().map(|name| (*name).to_owned()).collect();
                (name.to_owned(), parameters)
            })
            .collect();
        expected.extend(keys().into_iter().map(|key| (key, BTreeSet::new())));
        for locale in Locale::ALL {
            assert_eq!(messages_of(file(locale)), expected, "{locale:?}");
        }
    }

    #[test]
    fn every_message_formats() {
        let value = |parameter, number: usize| match parameter {
            "words" | "of" | "count" | "max" | "added" | "changed" | "removed" => {
                FluentValue::from(number)
            }
            _ => FluentValue::from("/ask"),
        };
        let numbers = [0, 1, 2, 5, 1_000_000];
        for (locale, number) in Locale::ALL
            .into_iter()
            .flat_map(|locale| numbers.map(|number| (locale, number)))
        {
            for (name, parameters) in declared() {
                let values = parameters.iter().map(|name| (*name, value(name, number)));
                let text = format(locale, name, values);
                assert!(!text.trim().is_empty(), "{locale:?} {name}");
                assert!(!text.contains(['{', '\u{2068}']), "{locale:?} {name}");
            }
        }
    }

    #[test]
    fn numbers_are_plain_and_plurals_those_of_the_locale() {
        let check = |locale, count, expected: &str| assert_eq!(passages(locale, count), expected);
        // French and Portuguese count zero as one; CJK have one form.
        for (locale, one, other, zero) in [
            (Locale::English, "# passage", "# passages", "# passages"),
            (Locale::French, "# passage", "# passages", "# passage"),
            (Locale::Spanish, "# pasaje", "# pasajes", "# pasajes"),
            (
                Locale::German,
                "# Textstelle",
                "# Textstellen",
                "# Textstellen",
            ),
            (Locale::Portuguese, "# trecho", "# trechos", "# trecho"),
            (Locale::Italian, "# brano", "# brani", "# brani"),
            (Locale::Korean, "단락 #개", "단락 #개", "단락 #개"),
            (Locale::Japanese, "#段落", "#段落", "#段落"),
            (Locale::Chinese, "# 个段落", "# 个段落", "# 个段落"),
            (
                Locale::TraditionalChinese,
                "# 個段落",
                "# 個段落",
                "# 個段落",
            ),
        ] {
            check(locale, 0, &zero.replace('#', "0"));
            check(locale, 1, &one.replace('#', "1"));
            for count in [2, 5, 21, 12_345, 1_000_000] {
                check(locale, count, &other.replace('#', &count.to_string()));
            }
        }
    }
}
