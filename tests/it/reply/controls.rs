//! The controls below a reply.

use verbatim::answer::{Answer, Fingerprint, Place, Verdict};
use verbatim::reply::{Locale, Reply, Row};

use super::{OPEN, SPREAD, article, frame, quote, quoted, quoting, written};
use crate::fuzz::targets::replies::check_limits;
use verbatim::reply;

/// The labels and signs of the buttons of a reply, and the labels of its menu.
fn labels(reply: &Reply) -> [Vec<String>; 2] {
    check_limits(reply);
    let mut labels = [Vec::new(), Vec::new()];
    for row in &reply.rows {
        match row {
            Row::Buttons(buttons) => labels[0].extend(
                buttons
                    .iter()
                    .map(|button| [button.emoji, &button.label].concat()),
            ),
            Row::Menu(menu) => {
                labels[1].extend(menu.options.iter().map(|option| option.label.clone()));
            }
        }
    }
    labels
}

#[track_caller]
fn check(reply: &Reply, buttons: &[&str], options: usize) {
    let [labels, menu] = labels(reply);
    assert_eq!(labels, buttons);
    assert_eq!(menu.len(), options, "{menu:?}");
}

#[test]
fn an_answer_has_one_row_and_a_menu_where_there_are_others() {
    let article = article();
    let first = OPEN.split_inclusive("OpenAI.").next().expect("a sentence");
    let best = || quoting(&article, 8, OPEN, first);
    let next = || quoting(&article, 7, SPREAD, SPREAD.split(" Lors").next().unwrap());
    let alone = quoted(true, vec![best()]);
    check(
        &written(&alone, Locale::English),
        &["Show passage", "👍", "👎", "🗑️"],
        0,
    );
    let two = quoted(true, vec![best(), next()]);
    check(
        &written(&two, Locale::French),
        &["Voir le passage", "👍", "👎", "🗑️"],
        2,
    );
    // What says the same again is no other passage.
    let same = quoted(true, vec![best(), best()]);
    check(
        &written(&same, Locale::German),
        &["Textstelle anzeigen", "👍", "👎", "🗑️"],
        0,
    );
    let page = |votes| {
        let frame = reply::Frame {
            votes,
            ..frame(Locale::English)
        };
        reply::page(&best(), None, &frame)
    };
    check(&page(true), &["‹ Back", "Next ›", "👍", "👎", "🗑️"], 0);
    check(&page(false), &["‹ Back", "Next ›", "🗑️"], 0);
}

#[test]
fn closest_sections_are_buttons() {
    let article = article();
    let section = |heading: &str| {
        let mut quote = quote(&article, 7, SPREAD, Vec::new());
        quote.headings = heading.split('/').map(str::to_owned).collect();
        quote.fingerprint = Fingerprint::of(heading);
        quote
    };
    for (headings, expected) in [
        (&["A", "B"][..], &["A", "B", "🗑️"][..]),
        (&["A", "A", "B"], &["A", "B", "🗑️"]),
        (&["A", "B", "C", "D"], &["A", "B", "C", "🗑️"]),
        (
            &["A section with a name that hardly any phone shows whole on one line"],
            &[
                "A section with a name that hardly any phone shows whole on…",
                "🗑️",
            ],
        ),
        (
            &["A colony of bees: what it needs in spring, and what it does without"],
            &["A colony of bees", "🗑️"],
        ),
        (&["A: B", "B: A"], &["A: B", "B: A", "🗑️"]),
        (&[" "], &["paragraph 7 of 9", "🗑️"]),
        (&["\u{200b}"], &["paragraph 7 of 9", "🗑️"]),
        (
            &["Mage/Health", "Ranger/Health", "Trade"],
            &["Mage › Health", "Ranger › Health", "Trade", "🗑️"],
        ),
        (
            &[
                "Frequently asked questions: what happens when the server restarts",
                "Frequently asked questions: how to move a save to another computer",
            ],
            &[
                "Frequently asked questions: what happens when the server…",
                "Frequently asked questions: how to move a save to another…",
                "🗑️",
            ],
        ),
        (
            &[
                "蜂の巣箱を春に開けるときに必要なものと、要らないもののすべてについて：道具、服、時間、天気、そのほかの注意点をまとめたもの",
            ],
            &[
                "蜂の巣箱を春に開けるときに必要なものと、要らないもののすべてについて",
                "🗑️",
            ],
        ),
        (&[], &["🗑️"]),
    ] {
        let quotes = headings.iter().map(|heading| section(heading));
        let answer = Answer::none(
            verbatim::answer::Reason::TooLittleFound,
            0.3,
            quotes.collect(),
        );
        check(&written(&answer, Locale::English), expected, 0);
    }
}

#[test]
fn sections_of_one_name_are_told_apart_by_their_paragraphs() {
    let heading = "What every keeper of bees should know before the first flight of the year";
    let quotes = [7, 9].map(|paragraph| {
        let mut quote = quote(&article(), paragraph, SPREAD, Vec::new());
        quote.headings = vec!["A".repeat(60 + paragraph as usize), heading.to_owned()];
        (quote.paragraph, quote.last_paragraph, quote.paragraphs) =
            (1_000, 1_000 + paragraph, 9_999);
        quote.fingerprint = Fingerprint::of(&paragraph.to_string());
        quote
    });
    let answer = Answer::none(
        verbatim::answer::Reason::TooLittleFound,
        0.3,
        quotes.to_vec(),
    );
    let [labels, _] = labels(&written(&answer, Locale::English));
    assert!(
        labels[0].ends_with("paragraphs 1000–1007 of 9999"),
        "{labels:?}"
    );
    assert!(
        labels[1].ends_with("paragraphs 1000–1009 of 9999"),
        "{labels:?}"
    );
}

#[test]
fn several_places_are_a_choice() {
    let place = |number: usize| Place {
        document: format!("{number}.md"),
        paragraph: 1,
        line: 1,
        fingerprint: Fingerprint::of("text"),
        distinction: format!("Version {number}"),
    };
    let answer = |places: usize| Answer {
        places: (0..places).map(place).collect(),
        ..quoted(true, vec![quote(&article(), 7, SPREAD, Vec::new())])
    };
    let reply = written(&answer(2), Locale::English);
    assert_eq!(answer(2).verdict, Verdict::Answered);
    assert_eq!(reply.content, "Which one do you mean?");
    assert!(reply.embeds.is_empty(), "no quote before it is chosen");
    check(&reply, &["Version 0", "Version 1", "🗑️"], 0);
    check(&written(&answer(5), Locale::English), &["🗑️"], 5);
    let title =
        "The rules of the harbour, which everybody has read who sails from there in the year";
    let mut long = answer(2);
    for (place, year) in long.places.iter_mut().zip(["2024", "2025"]) {
        place.distinction = format!("{title} {year}");
    }
    check(
        &written(&long, Locale::English),
        &["… 2024", "… 2025", "🗑️"],
        0,
    );
    let weak = Answer {
        verdict: Verdict::Weak,
        ..answer(2)
    };
    let reply = written(&weak, Locale::English);
    assert!(reply.content.ends_with("\nWhich one do you mean?"));
    check(&reply, &["Version 0", "Version 1", "🗑️"], 0);
}

#[test]
fn every_text_is_within_discords_limits() {
    let answer = quoted(
        true,
        vec![
            quoting(&article(), 8, OPEN, OPEN),
            quoting(&article(), 7, SPREAD, SPREAD),
        ],
    );
    for locale in Locale::ALL {
        let reply = written(&answer, locale);
        assert_eq!(reply.rows.len(), 2, "buttons and a menu");
        check_limits(&reply);
    }
}
