//! Verification: any text has a finding, and what is highlighted stands in the quote.

use verbatim::verification::{Edit, EditKind, Finding};

use super::questions::KNOWLEDGE;

pub fn check(data: &[u8]) {
    let text = &*super::text(data);
    let verified = KNOWLEDGE.verify(text);
    assert_eq!(
        verified.finding == Finding::Nowhere,
        verified.quote.is_none()
    );
    check_differences(text, &verified.differences);
    let Some(quote) = verified.quote else {
        return;
    };
    let mut end = 0;
    for range in &quote.highlights {
        assert!(range.start >= end && range.start < range.end, "{range:?}");
        assert!(quote.text.get(range.clone()).is_some(), "{range:?}");
        end = range.end;
    }
}

/// That the text's own words come in order, and that those of the document stand in one.
fn check_differences(text: &str, differences: &[Edit]) {
    let mut rest = text;
    for Edit {
        kind, text: words, ..
    } in differences
    {
        assert!(!words.is_empty());
        if *kind == EditKind::DocumentOnly {
            let documents = KNOWLEDGE.corpus().documents();
            let stands = documents.iter().any(|one| one.text.contains(words));
            assert!(stands, "{words:?} stands nowhere");
        } else {
            let at = rest.find(words.as_str());
            rest = &rest[at.expect("words of the text, in order") + words.len()..];
        }
    }
}
