use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use serde::de::value::Error;
use serde::de::{Deserializer, Error as _, Visitor};
use serde::forward_to_deserialize_any;

use super::*;

/// The keys of a file, as `section.key`.
fn keys(table: &Table) -> BTreeSet<String> {
    table
        .iter()
        .filter_map(|(name, value)| Some((name, value.as_table()?)))
        .flat_map(|(section, keys)| keys.keys().map(move |key| format!("{section}.{key}")))
        .collect()
}

fn tables() -> Vec<(String, Table)> {
    FILES
        .iter()
        .map(|file| {
            let table: Table = toml::from_str(file).expect("TOML");
            (table["code"].as_str().unwrap_or_default().to_owned(), table)
        })
        .collect()
}

#[test]
fn every_file_says_which_keys_it_lacks() {
    let tables = tables();
    let english = tables.iter().find(|(code, _)| code == "en");
    let all = keys(&english.expect("English").1);
    let mut wrong = Vec::new();
    for (code, table) in tables.iter().filter(|(code, _)| code != SHARED) {
        let has = keys(table);
        let declared = table["lacks"].as_str().expect("a list");
        let declared: BTreeSet<&str> = declared.split_whitespace().collect();
        let section = |key: &String| key.split('.').next().map(str::to_owned);
        for key in all.union(&has) {
            let lacks = declared.contains(key.as_str())
                || section(key).is_some_and(|section| declared.contains(section.as_str()));
            match (all.contains(key), has.contains(key), lacks) {
                (false, ..) => wrong.push(format!("{code}: {key} is no key of English")),
                (_, true, true) => wrong.push(format!("{code}: has {key}, and says it lacks it")),
                (_, false, false) => wrong.push(format!("{code}: lacks {key} and does not say so")),
                _ => {}
            }
        }
        let is_known = |name: &&&str| {
            all.contains(**name)
                || all
                    .iter()
                    .any(|key| section(key).as_deref() == Some(**name))
        };
        let unknown = declared.iter().filter(|name| !is_known(name));
        wrong.extend(unknown.map(|name| format!("{code}: {name} is no key of English")));
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Takes down which fields a structure asks for.
struct Fields<'f>(&'f mut &'static [&'static str]);

impl<'de> Deserializer<'de> for Fields<'_> {
    type Error = Error;

    fn deserialize_any<V: Visitor<'de>>(self, _: V) -> Result<V::Value, Error> {
        Err(Error::custom("no structure"))
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        fields: &'static [&'static str],
        _: V,
    ) -> Result<V::Value, Error> {
        *self.0 = fields;
        Err(Error::custom("only its fields are asked for"))
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf option unit
        unit_struct newtype_struct seq tuple tuple_struct map enum identifier ignored_any
    }
}

fn fields<T: for<'de> Deserialize<'de>>(section: &str) -> BTreeSet<String> {
    let mut fields: &[&str] = &[];
    assert!(T::deserialize(Fields(&mut fields)).is_err());
    fields
        .iter()
        .map(|field| format!("{section}.{field}"))
        .collect()
}

#[test]
fn english_has_every_key_that_the_program_reads() {
    let read = [
        fields::<Detection>("detection"),
        fields::<StopWords>("stop_words"),
        fields::<Questions>("questions"),
        fields::<Contacts>("contacts"),
        fields::<Messages>("messages"),
        fields::<Dates>("dates"),
        fields::<SmallWords>("words"),
        fields::<Answers>("answers"),
        fields::<Quantities>("quantities"),
        fields::<Web>("web"),
        fields::<PageNotices>("page_notices"),
        fields::<FrontMatterKeys>("front_matter"),
        fields::<Mail>("mail"),
        fields::<Pages>("pages"),
        fields::<Abbreviations>("abbreviations"),
    ];
    let english = tables().into_iter().find(|(code, _)| code == "en");
    let (_, english) = english.expect("English");
    assert_eq!(keys(&english), read.into_iter().flatten().collect());
    let sections = fields::<Lexicon>("").len();
    assert_eq!(
        sections,
        english.values().filter(|value| value.is_table()).count()
    );
    let profile = fields::<Profile>("");
    let has = |name: &str| english.contains_key(name.trim_start_matches('.'));
    assert!(profile.iter().all(|name| has(name)), "{profile:?}");
}

#[test]
fn every_file_of_the_folder_is_read() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/language/data");
    let names = fs::read_dir(folder).expect("the folder");
    let names: BTreeSet<String> = names
        .map(|file| file.expect("a file").file_name())
        .map(|name| name.to_string_lossy().replace(".toml", ""))
        .collect();
    let read: BTreeSet<String> = tables()
        .into_iter()
        .map(|(code, _)| code)
        .map(|code| code.replace(SHARED, "all"))
        .collect();
    assert_eq!(names, read);
}

#[test]
fn words_are_in_lower_case_and_composed() {
    for (code, table) in tables() {
        for (section, keys) in &table {
            for (key, entries) in keys.as_table().into_iter().flatten() {
                let entries = entries.as_str().unwrap_or_default();
                let composed = crate::language::normalise::composed(entries);
                assert_eq!(composed, entries, "{code}: {section}.{key}");
                assert_eq!(entries.to_lowercase(), entries, "{code}: {section}.{key}");
            }
        }
    }
}

#[test]
fn words_of_many_languages_stand_together() {
    for (lexicon, month, expected) in [
        (&ANY, "juillet", true),
        (&ANY, "월", true),
        (&SPACED, "février", true),
        (&SPACED, "월", false),
        (&FOLDED, "fevrier", true),
        (&FOLDED, "février", false),
        (&UNSPACED, "월", true),
        (&UNSPACED, "juillet", false),
    ] {
        let dates = &lexicon.dates;
        let months = [&dates.months, &dates.months_in_bylines];
        let found = months.iter().any(|months| months.contains(month));
        assert_eq!(found, expected, "{month}");
    }
    let french = Language::from_tag("fr").and_then(of).expect("French");
    assert!(french.lexicon.questions.when.contains("quelle année"));
}
