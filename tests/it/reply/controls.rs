//! What is written on buttons, menus and the form, in every language.

use verbatim::library::Snapshot;
use verbatim::question::Question;
use verbatim::reply::{self, Frame, Locale, Row, limits};

use crate::support::{LIMITS, knowledge};

#[track_caller]
fn check(text: &str, most: usize) {
    assert!(limits::length(text) <= most, "{text}");
}

#[test]
fn every_text_is_within_discords_limits() {
    let snapshot = Snapshot::build(&knowledge(), LIMITS, 1).expect("the article");
    let question = Question::parse("Qui a lancé l'organisation ?").expect("a question");
    let answer = snapshot.answer(&question, 10).expect("an answer");
    let translation = "https://example.org/?text={text}".parse().expect("a site");
    for locale in Locale::ALL {
        let frame = Frame {
            snapshot: &snapshot,
            reader: locale.into(),
            asker: u64::MAX,
            votes: true,
            translation: Some(&translation),
        };
        let rows = reply::under_answer(&answer.quotes, true, &frame);
        assert!(rows.len() > 1, "buttons and a menu");
        for row in rows {
            match row {
                Row::Buttons(buttons) => {
                    for button in buttons {
                        check(&button.label, limits::BUTTON_LABEL);
                    }
                }
                Row::Menu(menu) => check(&menu.placeholder, limits::PLACEHOLDER),
            }
        }
        let form = reply::question_form(locale);
        assert!(!form.title.is_empty());
        check(&form.title, limits::FORM_TITLE);
    }
}
