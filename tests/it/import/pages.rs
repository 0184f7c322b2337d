//! Pages of all kinds, each with what its article must and must not print.

use std::collections::BTreeMap;
use std::fs;

use serde_json::Value;
use verbatim::corpus::import;

use crate::support::reference;

/// Sentences that stand in the pages as `{a}`, `{b}`, …; each that does must be printed.
const SENTENCES: [(&str, &str); 8] = [
    (
        "{a}",
        "The bridge over the Ilva was closed in March, and the town says that the repair will take \
         until the first snow.",
    ),
    (
        "{b}",
        "Masons found a crack in the third pier, as long as a man is tall, which nobody had seen \
         from the road.",
    ),
    (
        "{c}",
        "A ferry takes people and bicycles across for two crowns; those who live on the island ride \
         free of charge.",
    ),
    (
        "{d}",
        "The baker on the north bank sells half as much bread as before, and has sent his nephew to \
         sea.",
    ),
    (
        "{e}",
        "Old people remember the winter of 1947, when one could walk across the ice with a loaded \
         sledge.",
    ),
    (
        "{f}",
        "An engineer from the capital measured the piers with a lamp and a plumb line, and said very \
         little.",
    ),
    (
        "{g}",
        "The toll house stands empty since June, but somebody still waters the geraniums in its \
         windows.",
    ),
    (
        "{h}",
        "In autumn the council will decide whether the new railing is to be green or grey, after a \
         long debate.",
    ),
];

/// What a page must print, and what not.
#[derive(Default)]
struct Expected {
    /// Whether there is no article in it.
    is_none: bool,
    has: Vec<String>,
    has_not: Vec<String>,
    /// Values of the front matter, by their keys; an empty one must be absent.
    front: BTreeMap<String, String>,
}

/// What is wrong with what is printed of a page.
fn faults(bytes: &[u8], expected: &Expected) -> Vec<String> {
    let (printed, problems) = import("page.html", bytes, None);
    let Some(printed) = printed else {
        let is_fine = expected.is_none;
        return Vec::from_iter((!is_fine).then(|| format!("no article: {problems:?}")));
    };
    if expected.is_none {
        return vec!["an article was found".to_owned()];
    }
    let (front, body) = match printed.strip_prefix("---\n") {
        Some(rest) => rest.split_once("\n---\n").expect("an end"),
        None => ("", printed.as_str()),
    };
    let flat = |text: &str| {
        let plain = text.replace('\\', "");
        plain.split_whitespace().collect::<Vec<_>>().join(" ")
    };
    let body = flat(body);
    let lost = expected.has.iter().map(|text| (text, true));
    let foreign = expected.has_not.iter().map(|text| (text, false));
    let texts = lost
        .chain(foreign)
        .filter(|(text, wanted)| body.contains(&flat(text)) != *wanted)
        .map(|(text, wanted)| format!("{}: {text}", if wanted { "lost" } else { "printed" }));
    let value = |key: &str| {
        let line = front
            .lines()
            .find_map(|line| line.strip_prefix(&format!("{key}: ")))?;
        Some(line.trim_matches('"').to_owned())
    };
    let front = expected.front.iter().filter_map(|(key, wanted)| {
        let found = value(key).unwrap_or_default();
        (found != *wanted).then(|| format!("{key} is {found:?}, not {wanted:?}"))
    });
    let told = problems.iter().map(ToString::to_string);
    texts.chain(front).chain(told).collect()
}

fn filled(text: &str) -> String {
    SENTENCES
        .iter()
        .fold(text.to_owned(), |text, (name, sentence)| {
            text.replace(name, sentence)
        })
}

/// Checks the pages of a table: a name behind `=== `, lines of what is expected, a blank line, HTML.
fn check(table: &str) {
    let mut wrong = Vec::new();
    for row in table.split("=== ").skip(1) {
        let (head, html) = row.split_once("\n\n").expect("a page");
        let mut lines = head.lines();
        let name = lines.next().expect("a name");
        let mut expected = Expected::default();
        let used = SENTENCES.iter().filter(|(name, _)| html.contains(name));
        expected.has = used.map(|(_, sentence)| (*sentence).to_owned()).collect();
        for line in lines {
            let (key, value) = line.split_once(':').unwrap_or((line, ""));
            let texts = filled(value.trim());
            let texts = texts.split(" || ").map(str::to_owned);
            match key {
                "none" => expected.is_none = true,
                "has" => expected.has.extend(texts),
                "not" => expected.has_not.extend(texts),
                key => {
                    expected
                        .front
                        .insert(key.to_owned(), value.trim().to_owned());
                }
            }
        }
        let found = faults(filled(html).as_bytes(), &expected);
        wrong.extend(found.into_iter().map(|fault| format!("{name}: {fault}")));
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn what_pages_hide_or_call_strangely_is_read_as_a_reader_sees_it() {
    check(include_str!("pages/kinds.txt"));
}

#[test]
fn whole_pages_of_many_systems_are_read() {
    check(include_str!("pages/sites.txt"));
    check(include_str!("pages/news.txt"));
}

#[test]
fn a_charset_that_is_not_named_is_found() {
    let check = |bytes: &[u8], expected: &str| {
        let page = [
            b"<title>T</title><article><p>".as_slice(),
            bytes,
            b"</article>",
        ]
        .concat();
        let expected = Expected {
            has: vec![expected.to_owned()],
            ..Expected::default()
        };
        assert_eq!(faults(&page, &expected), Vec::<String>::new());
    };
    let russian = encoding_rs::WINDOWS_1251
        .encode("Мост закрыт до первого снега, сообщил совет города, и лодки ходят каждый час. Сторож запер ворота.")
        .0;
    check(&russian, "Мост закрыт");
    let japanese = encoding_rs::SHIFT_JIS
        .encode("橋は三月に閉鎖された。町によれば、修理は初雪まで続くという。船は一時間ごとに出ている。")
        .0;
    check(&japanese, "修理は初雪");
    let greek = encoding_rs::ISO_8859_7
        .encode("Η γέφυρα έκλεισε τον Μάρτιο και ο δήμος λέει ότι η επισκευή θα κρατήσει ως το πρώτο χιόνι.")
        .0;
    check(&greek, "Η γέφυρα");
    let french = encoding_rs::WINDOWS_1252
        .encode("Le pont a été fermé en mars, et la ville dit que les travaux dureront jusqu’à la première neige.")
        .0;
    check(&french, "a été fermé");
}

#[test]
fn much_text_that_is_not_printed_is_told() {
    let text = |times: usize| format!("<p>{}</p>", SENTENCES[0].1).repeat(times);
    let check = |page: &str, expected: Option<&str>| {
        let (_, problems) = import("page.html", page.as_bytes(), None);
        let told: Vec<&str> = problems
            .iter()
            .map(|problem| problem.message.as_str())
            .collect();
        match expected {
            Some(share) => {
                assert_eq!(told.len(), 1, "{told:?}");
                assert!(told[0].starts_with(share), "{told:?}");
                assert!(problems[0].is_warning());
            }
            None => assert_eq!(told, [""; 0], "{page}"),
        }
    };
    let half = format!(
        "<article>{}<div class=related>{}</div></article>",
        text(6),
        text(6)
    );
    check(&half, Some("50 % of the text in the page's <article>"));
    let little = format!(
        "<article>{}<div class=related>{}</div></article>",
        text(6),
        text(1)
    );
    check(&little, None);
    let comments = format!(
        "<article>{}<div class=comments>{}</div></article>",
        text(6),
        text(6)
    );
    check(&comments, None);
}

#[test]
fn the_pages_of_public_reports_are_read() {
    let Some(cases) = reference("cases/web") else {
        return;
    };
    let mut wrong = Vec::new();
    for entry in fs::read_dir(cases).expect("a folder") {
        let path = entry.expect("an entry").path();
        let Ok(told) = fs::read_to_string(path.join("expect.json")) else {
            continue;
        };
        let told: Value = serde_json::from_str(&told).expect("JSON");
        let texts = |key: &str| {
            told[key]
                .as_array()
                .into_iter()
                .flatten()
                .filter_map(Value::as_str)
                .map(str::to_owned)
                .collect()
        };
        let front = told["front"].as_object().into_iter().flatten();
        let front =
            front.map(|(key, value)| (key.clone(), value.as_str().unwrap_or_default().to_owned()));
        let expected = Expected {
            is_none: told["code"] == 1,
            has: texts("has"),
            has_not: texts("hasnot"),
            front: front.collect(),
        };
        let page = fs::read(path.join("page.html")).expect("a page");
        let found = faults(&page, &expected);
        wrong.extend(
            found
                .into_iter()
                .map(|fault| format!("{}: {fault}", path.display())),
        );
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
