//! What pages repeat, and what is text.

use proptest::prelude::*;

use super::*;

/// What is left of `text`.
fn left(text: &str) -> String {
    let mut left = String::new();
    let mut end = 0;
    for range in boilerplate(text) {
        left.push_str(&text[end..range.start]);
        end = range.end;
    }
    left + &text[end..]
}

/// One row: `text` and what is left of it, also when lines end in another way.
fn check(text: &str, expected: &str) {
    assert_eq!(left(text), expected, "{text:?}");
    let windows = |text: &str| text.replace('\n', "\r\n");
    assert_eq!(left(&windows(text)), windows(expected), "{text:?}");
}

const ABOVE: &str = "The bridges of the town were counted again in the spring, and the\n\
                     new count has more of them than anybody would have thought it had";
const BELOW: &str = "before the work began. The oldest bridge is made of wood and has a roof.";

#[test]
fn boilerplate_goes_and_its_sentence_stays_whole() {
    let check_across = |first: &str, second: &str| {
        let text = format!("{ABOVE}\n\n{first}\n\n{BELOW}\n\n{second}\n");
        check(&text, &format!("{ABOVE}\n{BELOW}\n\n"));
    };
    check_across(
        "Town report      Bridges 2025      4",
        "Town report      Bridges 2025      5",
    );
    check_across("Town report 2025 | 4", "Town report 2025 | 5");
    check_across("4      Town report", "6      Town report");
    check_across("Page 3 of 12", "Page 4 of 12");
    check_across("Town report, page 3 of 12", "Town report, page 4 of 12");
    check_across("Seite 3 von 12", "Seite 4 von 12");
    check_across("Seite 3", "Seite 4");
    check_across("[Page 3]", "[Page 4]");
    check_across("4 | Town report", "Town report | 5");
    check_across("2025 report      Page 4", "2025 report      Page 5");
    check_across("---\nPage 3/9", "---\nPage 4/9");
    check_across(
        "© 2025 Town. All rights reserved.      4",
        "© 2025 Town. All rights reserved.      5",
    );
    check_across("Страница 3 из 12", "Страница 4 из 12");
    check_across("第 3 页 共 12 页", "第 4 页 共 12 页");
    check_across("- 3 -", "- 4 -");
    check_across("3/12", "4/12");
    check_across("3", "4");
    check_across("Town council\n\nPage 3", "Town council\n\nPage 4");
}

#[test]
fn pages_in_other_shapes() {
    let lead = ABOVE.replace(" had", " ex-");
    check(
        &format!(
            "{lead}\n\nTown      Report 2025      4\n\npected. It was so.\n\nTown      Report 2025      5\n"
        ),
        &format!("{lead}\npected. It was so.\n\n"),
    );
    let page = |n: u32| format!("{ABOVE}\nTown report {n}\n{BELOW}\n");
    let bare = format!("{ABOVE}\n{BELOW}\n");
    check(&[page(3), page(4), page(5)].concat(), &bare.repeat(3));
    let page = |n: u32, text: &str| format!("{text}\n\nTown council\n{n}\n\u{c}");
    check(
        &[page(3, ABOVE), page(4, "So it was."), page(5, BELOW)].concat(),
        &format!("{ABOVE}\n\nSo it was.\n\n{BELOW}\n\n"),
    );
    check(
        &format!("{ABOVE}\n\n\u{c}{BELOW}\n\u{c}The end."),
        &format!("{ABOVE}\n{BELOW}\n\u{c}The end."),
    );
    check(
        &format!("{ABOVE}.\n\nPage 1 of 2\n"),
        &format!("{ABOVE}.\n\n"),
    );
    let heads = |n: u32, head: &str| format!("{head}      {n}\n\n{ABOVE}.\n\n");
    let text = [
        heads(2, "Town"),
        heads(3, "Bridges"),
        heads(4, "Town"),
        heads(5, "Bridges"),
    ];
    check(&text.concat(), &format!("\n{ABOVE}.\n\n").repeat(4));
}

#[test]
fn text_stays() {
    let check_stays = |text: &str| check(text, text);
    check_stays("");
    check_stays("\u{c}");
    check_stays("One line");
    check_stays(
        "# 1.2\n\nAdded\n\na new boss\n\n# 1.1\n\nAdded\n\na new map\n\n# 1.0\n\nAdded\n\na game\n",
    );
    check_stays("Oh my boat\n\nsails at noon\n\nOh my boat\n\nsails at night\n\nOh my boat\n");
    check_stays("| a | 1 |\n|---|---|\n| a | 1 |\n| a | 2 |\n");
    check_stays("Adults      12\nChildren      4\nAdults      13\nChildren      5\n");
    check_stays("Q: Is it free?\nA: Yes.\n\nQ: Is it open?\nA: Yes.\n");
    let rule = "nobody posts links to other servers without asking the crew in advance";
    check_stays(&format!(
        "Rule 1\n\n{rule}\n\nRule 2\n\n{rule} twice\n\nRule 3\n\n{rule}\n"
    ));
    check_stays(&format!(
        "Welcome, {rule}\n\n1\n\n{rule}\n\n2\n\n{rule} twice\n"
    ));
    check_stays(&format!("1. {rule}\n\n2. {rule}\n\n3. {rule}\n"));
    check_stays(&format!("Chapter 1\n\n{ABOVE}.\n\nChapter 2\n\n{BELOW}\n"));
    check_stays(&format!(
        "Season 1 | Monday\n\n{ABOVE}.\n\nSeason 2 | Monday\n\n{BELOW}\n"
    ));
    check_stays(&format!("Fees 2024\n\n{ABOVE}.\n\nFees 2025\n\n{BELOW}\n"));
    let ask = "ask in #help";
    check_stays(&format!("{ABOVE}\n\n{ask}\n\n{BELOW}\n\n{ask}\n\n{rule}\n"));
    check_stays("a #\n\nb\n\na 5\n\nb\n\na \u{1}\n");
    check_stays("We won 3/12\n\nthen 4/12\n");
    check_stays("10:00 Doors\n11:00 Doors\n12:00 Doors\n");
}

proptest! {
    #[test]
    fn only_lines_that_repeat_or_count_pages_go(lines in prop::collection::vec(prop::sample::select(vec![
        "", "", "Page 3", "- 4 -", "5", "Town      4", "Town      5", "Town      6", "Added", "\u{c}", "Rule 1",
        "Rule 2", ABOVE, BELOW, "a boat", "- an item", "| a | 1 |", "3/12", "a #", "a 5", "é\r", "Seite 3 von 9",
    ]), 0..40)) {
        let text = lines.join("\n");
        let mut end = 0;
        for range in boilerplate(&text) {
            prop_assert!(range.start >= end && range.start < range.end);
            end = range.end;
            for line in text[range].split(['\n', '\r', '\u{c}']).filter(|line| has_words(line)) {
                let repeats = text
                    .split(['\n', '\r', '\u{c}'])
                    .filter(|other| key(other) == key(line))
                    .count() > 1;
                prop_assert!(repeats || is_ruler(line) || is_page(line) || is_page_of(line), "{line:?}");
            }
        }
    }

    #[test]
    fn any_text_has_slices(text in any::<String>()) {
        for range in boilerplate(&text) {
            prop_assert!(text.get(range).is_some());
        }
    }
}
