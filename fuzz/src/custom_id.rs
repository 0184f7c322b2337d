//! What a button carries: any text is an action that is written as it was read, or none.

use verbatim::reply::{ButtonAction, limits};

pub fn check(data: &[u8]) {
    let Ok(action) = super::text(data).parse::<ButtonAction>() else {
        return;
    };
    let written = action.to_string();
    assert!(limits::length(&written) <= limits::CUSTOM_ID, "{written}");
    assert_eq!(written.parse(), Ok(action));
}
