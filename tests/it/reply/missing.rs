//! What nothing was found about is named below an answer that is none.

use verbatim::answer::{Answer, Reason};
use verbatim::reply::Locale;

use super::{SPREAD, article, discord_markdown, no_answer, quote, quoted, written};

#[test]
fn what_nothing_was_found_about_is_named_as_it_was_typed() {
    let missing = |answer, missing| Answer { missing, ..answer };
    let named = |answer: &Answer, locale| {
        let content = written(answer, locale).content;
        let lines: Vec<&str> = content.lines().collect();
        discord_markdown::inline(lines[0]).text
    };
    for (words, expected) in [
        (&["CEO"][..], "I found nothing about: CEO"),
        (&["CEO", "OpenAI"], "I found nothing about: CEO, OpenAI"),
        (&["GPT_4_o"], "I found nothing about: GPT_4_o"),
        (&["**x**", "`y`"], "I found nothing about: **x**, `y`"),
        (
            &["<@1>", "@everyone"],
            "I found nothing about: <@1>, @everyone",
        ),
        (
            &["[a](https://b.example)"],
            "I found nothing about: [a](https://b.example)",
        ),
        (&["最高経営責任者"], "I found nothing about: 最高経営責任者"),
        (&["المدير"], "I found nothing about: المدير"),
    ] {
        let words: Vec<String> = words.iter().map(|word| (*word).to_owned()).collect();
        let none = no_answer(Reason::TooLittleFound, Vec::new());
        let weak = quoted(false, vec![quote(&article(), 7, SPREAD, Vec::new())]);
        for answer in [none, weak] {
            let answer = missing(answer, words.clone());
            assert_eq!(named(&answer, Locale::English), expected);
        }
    }
    let none = || no_answer(Reason::TooLittleFound, Vec::new());
    let answer = missing(none(), vec!["CEO".to_owned()]);
    for locale in Locale::ALL {
        let line = named(&answer, locale);
        assert!(line.ends_with("CEO") && line.len() > 6, "{line}");
    }
    let long = vec!["long ".repeat(2_000); 2];
    let answer = missing(none(), long);
    assert!(written(&answer, Locale::German).content.len() < 400);
}
