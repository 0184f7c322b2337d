//! Verification: any text has a finding, and what is highlighted stands in the quote.

use verbatim::verification::Finding;

use super::questions::KNOWLEDGE;

pub fn check(data: &[u8]) {
    let text = &*super::text(data);
    let verified = KNOWLEDGE.verify(text);
    assert_eq!(
        verified.finding == Finding::Nowhere,
        verified.quote.is_none()
    );
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
