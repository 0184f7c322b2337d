//! How the bot's own words are written: the typography of each language, its plurals, plain English,
//! and each kind of Chinese characters in its own file.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use verbatim::language::chinese::{Characters, characters};

/// The files of the locales.
const FILES: [&str; 10] = [
    "en", "fr", "es", "de", "pt-BR", "it", "ko", "ja", "zh-CN", "zh-TW",
];
/// What stands for a parameter or a literal of a message.
const VALUE: char = '字';
const FULL_WIDTH: &str = "。，、；：！？（）「」“”";

/// A locale's file without its comments.
fn file(code: &str) -> String {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/reply/locales");
    let text = fs::read_to_string(folder.join(format!("{code}.ftl"))).expect("the locale's file");
    let lines = text.lines().filter(|line| !line.starts_with('#'));
    lines.collect::<Vec<_>>().join("\n")
}

/// The lines of a file without their keys, and with [`VALUE`] for what stands in braces.
fn texts(code: &str) -> Vec<String> {
    let value = |line: &str| {
        let line = line.split_once(" = ").map_or(line, |(_, value)| value);
        let mut parts = line.split('{');
        let first = parts.next().unwrap_or_default().to_owned();
        parts.fold(first, |text, part| {
            let after = part.split_once('}').map_or("", |(_, after)| after);
            format!("{text}{VALUE}{after}")
        })
    };
    file(code).lines().map(value).collect()
}

/// Each character with the one before and the one after it.
fn between(text: &str) -> impl Iterator<Item = (char, char, char)> {
    let chars: Vec<char> = format!(" {text} ").chars().collect();
    let triples: Vec<_> = chars.windows(3).map(|w| (w[0], w[1], w[2])).collect();
    triples.into_iter()
}

/// Whether the marks of a French text stand after a narrow blank, colons after a wide one, and
/// guillemets have theirs inside: neither plain ones, where the line may break, nor none.
fn is_french(text: &str) -> bool {
    between(text).all(|(before, mark, after)| match mark {
        ';' | '!' | '?' | '%' => before == '\u{202f}',
        ':' | '»' => before == '\u{a0}',
        '«' => after == '\u{a0}',
        _ => true,
    })
}

#[test]
fn french_marks_have_the_blanks_of_french() {
    for (text, expected) in [
        ("Quoi\u{202f}?", true),
        ("Quoi ?", false),
        ("Quoi\u{a0}?", false),
        ("Quoi?", false),
        ("Oui\u{202f}! Non\u{202f}; si", true),
        ("Oui!", false),
        ("Articles\u{a0}: 2", true),
        ("Articles : 2", false),
        ("«\u{a0}Apps\u{a0}»", true),
        ("« Apps »", false),
        ("87\u{202f}%", true),
    ] {
        assert_eq!(is_french(text), expected, "{text}");
    }
    for text in texts("fr") {
        assert!(is_french(&text), "{text}");
    }
}

fn is_wide(c: char) -> bool {
    matches!(c, '\u{3041}'..='\u{30FF}' | '\u{3400}'..='\u{9FFF}')
}

/// Whether no half-width mark stands beside Chinese characters or kana, and no blank beside a
/// full-width mark.
fn is_full_width(text: &str) -> bool {
    between(text.trim()).all(|(before, mark, after)| match mark {
        ',' | '.' | ';' | ':' | '!' | '?' => !is_wide(before),
        '(' | ')' => !is_wide(before) && !is_wide(after),
        ' ' => !FULL_WIDTH.contains(before) && !FULL_WIDTH.contains(after),
        _ => true,
    })
}

#[test]
fn chinese_and_japanese_have_full_width_marks() {
    for (text, expected) in [
        ("没有变化。请重试。", true),
        ("没有变化。 请重试。", false),
        ("没有变化.", false),
        ("記事：字、字", true),
        ("記事: 字", false),
        ("記事, 段落", false),
        ("表（CSV）", true),
        ("表(CSV)", false),
        ("拡張子は .md、.txt のどちらか", true),
        ("您想知道什么?", false),
    ] {
        assert_eq!(is_full_width(text), expected, "{text}");
    }
    for code in ["ja", "zh-CN", "zh-TW"] {
        for text in texts(code) {
            assert!(is_full_width(&text), "{code}: {text}");
        }
    }
}

/// The categories of each choice that a file makes by a number.
fn plurals(code: &str) -> Vec<BTreeSet<String>> {
    let file = file(code);
    let choices = file.split("->").skip(1);
    let categories = choices.map(|choice| -> BTreeSet<String> {
        let choice = choice.split("\n    }").next().unwrap_or_default();
        let categories = choice.lines().filter_map(|line| {
            let (category, _) = line.trim().trim_start_matches('*').split_once(']')?;
            Some(category.trim_start_matches('[').to_owned())
        });
        categories.collect()
    });
    categories.collect()
}

#[test]
fn plurals_have_the_categories_of_the_language() {
    // What CLDR calls "many" in French, Spanish, Portuguese and Italian are whole millions, which
    // take "de" after the word for them and none after digits: those are written as "other".
    for (code, expected) in [
        ("en", &["one", "other"][..]),
        ("fr", &["one", "other"]),
        ("es", &["one", "other"]),
        ("de", &["one", "other"]),
        ("pt-BR", &["one", "other"]),
        ("it", &["one", "other"]),
        ("ko", &[]),
        ("ja", &[]),
        ("zh-CN", &[]),
        ("zh-TW", &[]),
    ] {
        let plurals = plurals(code);
        assert_eq!(plurals.is_empty(), expected.is_empty(), "{code}");
        for categories in plurals {
            assert!(categories.iter().eq(expected), "{code}: {categories:?}");
        }
    }
}

#[test]
fn english_is_plain() {
    let texts = texts("en");
    let words = |text: &str| {
        let letters = text
            .to_lowercase()
            .replace(|c: char| !c.is_alphabetic(), " ");
        let words = letters.split_whitespace().collect::<Vec<_>>().join(" ");
        // "There is no file" is plain; "it is no file" is not.
        format!(" {words} ").replace(" there is no ", " ")
    };
    for phrase in [
        "told",
        "tells",
        "is no",
        "are no",
        "which is the most",
        "are the most",
        "but for",
        "but by",
        "else",
        "what is missing",
        "what stood there",
        "what came of",
        "what is wrong",
        "mend",
        "made anew",
        "whole",
        "at the most",
        "in step",
        "edition",
        "noughts",
        "by itself",
        "beside it",
        "with commas between them",
        "cannot",
    ] {
        let phrase = format!(" {phrase} ");
        let found = texts.iter().find(|text| words(text).contains(&phrase));
        assert_eq!(found, None, "{phrase}");
    }
}

#[test]
fn each_chinese_file_has_its_own_characters_and_terms() {
    for (code, other) in [
        ("zh-CN", Characters::Traditional),
        ("zh-TW", Characters::Simplified),
    ] {
        let strange: Vec<char> = file(code)
            .chars()
            .filter(|c| characters(&c.to_string()) == Some(other))
            .collect();
        assert!(strange.is_empty(), "{code}: {strange:?}");
    }
    let (mainland, taiwan) = (file("zh-CN"), file("zh-TW"));
    for (here, there) in [
        ("服务器", "伺服器"),
        ("文件夹", "資料夾"),
        ("子区", "討論串"),
        ("文件", "檔案"),
        ("消息", "訊息"),
        ("命令", "指令"),
        ("加载", "載入"),
        ("帖", "貼文"),
    ] {
        assert!(mainland.contains(here) && taiwan.contains(there), "{here}");
        assert!(!taiwan.contains(here), "{here}");
    }
}

#[test]
fn every_file_of_the_folder_is_looked_at() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/reply/locales");
    let names = fs::read_dir(folder).expect("the folder");
    let names = names.map(|file| file.expect("a file").file_name());
    let names: BTreeSet<String> = names.map(|name| name.to_string_lossy().into()).collect();
    let files = FILES.map(|code| format!("{code}.ftl"));
    assert_eq!(names, BTreeSet::from(files));
}
