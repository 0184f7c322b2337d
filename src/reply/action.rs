//! An *action* is what a press asks for: it is written into the button's or menu's `custom_id`, so
//! that it works after a restart, and read back when somebody presses.

use std::fmt;
use std::str::FromStr;

use crate::library::{Anchor, Bookmark};

/// What a press asks for. Users are Discord's ids.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ButtonAction {
    /// Show this passage, which stands before the one shown.
    Back(Bookmark, u64),
    /// Show this passage, which stands after the one shown.
    Onward(Bookmark, u64),
    /// Show this passage, all of it.
    Show(Anchor, u64),
    /// Show the passage that is chosen from the menu.
    Choose(u64),
    /// Delete the message.
    Delete(u64),
    /// Say that this passage helped.
    Helpful(Bookmark),
    /// Say that this passage did not help.
    Unhelpful(Bookmark),
}

/// A text that is no action of this program's.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NotAnAction;

impl ButtonAction {
    /// The member whose press may change the message; nobody in particular where it changes nothing.
    #[must_use]
    pub fn asker(self) -> Option<u64> {
        match self {
            Self::Back(_, user)
            | Self::Onward(_, user)
            | Self::Show(_, user)
            | Self::Choose(user)
            | Self::Delete(user) => Some(user),
            Self::Helpful(_) | Self::Unhelpful(_) => None,
        }
    }

    /// The passage it is about.
    #[must_use]
    pub fn passage(self) -> Option<Bookmark> {
        match self {
            Self::Show(anchor, _) => Some(anchor.passage),
            Self::Back(passage, _)
            | Self::Onward(passage, _)
            | Self::Helpful(passage)
            | Self::Unhelpful(passage) => Some(passage),
            Self::Choose(_) | Self::Delete(_) => None,
        }
    }
}

impl fmt::Display for ButtonAction {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Back(bookmark, user) => write!(f, "back:{bookmark}:{user}"),
            Self::Onward(bookmark, user) => write!(f, "onward:{bookmark}:{user}"),
            Self::Show(anchor, user) => write!(f, "show:{anchor}:{user}"),
            Self::Choose(user) => write!(f, "choose:{user}"),
            Self::Delete(user) => write!(f, "delete:{user}"),
            Self::Helpful(bookmark) => write!(f, "helpful:{bookmark}"),
            Self::Unhelpful(bookmark) => write!(f, "unhelpful:{bookmark}"),
        }
    }
}

impl FromStr for ButtonAction {
    type Err = NotAnAction;

    fn from_str(id: &str) -> Result<Self, NotAnAction> {
        let parts: Vec<&str> = id.split(':').collect();
        let bookmark = |text: &str| text.parse::<Bookmark>().map_err(|_| NotAnAction);
        let user = |text: &str| text.parse::<u64>().map_err(|_| NotAnAction);
        Ok(match parts.as_slice() {
            ["back", at, by] => Self::Back(bookmark(at)?, user(by)?),
            ["onward", at, by] => Self::Onward(bookmark(at)?, user(by)?),
            ["show", at, by] => {
                let anchor = at.parse().map_err(|_| NotAnAction)?;
                Self::Show(anchor, user(by)?)
            }
            ["choose", by] => Self::Choose(user(by)?),
            ["delete", by] => Self::Delete(user(by)?),
            ["helpful", at] => Self::Helpful(bookmark(at)?),
            ["unhelpful", at] => Self::Unhelpful(bookmark(at)?),
            _ => return Err(NotAnAction),
        })
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::reply::limits;

    fn actions() -> impl Strategy<Value = ButtonAction> {
        let bookmark = any::<(u64, u32, u64)>().prop_map(|(document, paragraph, text)| Bookmark {
            document,
            paragraph,
            text,
        });
        let sentence = any::<Option<(u32, u32)>>();
        (bookmark, sentence, any::<u64>(), 0..7).prop_map(|(at, sentence, by, kind)| match kind {
            0 => ButtonAction::Back(at, by),
            1 => ButtonAction::Onward(at, by),
            2 => ButtonAction::Choose(by),
            3 => ButtonAction::Delete(by),
            4 => ButtonAction::Helpful(at),
            5 => ButtonAction::Show(
                Anchor {
                    passage: at,
                    sentence,
                },
                by,
            ),
            _ => ButtonAction::Unhelpful(at),
        })
    }

    proptest! {
        #[test]
        fn an_action_comes_back_as_it_was_within_discords_limit(action in actions()) {
            let id = action.to_string();
            prop_assert!(limits::length(&id) <= limits::CUSTOM_ID, "{id}");
            prop_assert_eq!(id.parse(), Ok(action));
        }

        #[test]
        fn no_text_breaks_the_reading(id in "[a-z:.0-9é-]{0,110}") {
            if let Ok(action) = id.parse::<ButtonAction>() {
                prop_assert_eq!(action.to_string().parse(), Ok(action));
            }
        }
    }

    #[test]
    fn what_is_no_action_is_told() {
        for id in [
            "",
            "back",
            "back:x:1",
            "choose:-1",
            "choose:1:2",
            "another",
            "show:x:1",
            "show:0000000000000001.1.0000000000000001.1-:1",
        ] {
            assert_eq!(id.parse::<ButtonAction>(), Err(NotAnAction), "{id}");
        }
    }
}
