//! What is *dropped*: an element of which nothing is kept, with all that is in it.

use super::tokens::Tag;

/// The dropped element that is open, and how many of the same name are open in it.
#[derive(Default)]
pub(super) struct Dropped(Option<(String, usize)>);

impl Dropped {
    /// Drops an element from its start tag on.
    pub(super) fn begin(&mut self, tag: &Tag) {
        self.0 = (!tag.is_void()).then(|| (tag.name().to_owned(), 0));
    }

    /// Whether what is at hand is dropped.
    pub(super) fn is_open(&self) -> bool {
        self.0.is_some()
    }

    /// Whether an element that opens is dropped with the one around it.
    pub(super) fn open(&mut self, tag: &Tag) -> bool {
        if let Some((name, nested)) = &mut self.0 {
            *nested += usize::from(name == tag.name() && !tag.is_void());
        }
        self.is_open()
    }

    /// Whether an element that closes was dropped.
    pub(super) fn close(&mut self, closed: &str) -> bool {
        let was_open = self.is_open();
        if let Some((name, nested)) = &mut self.0
            && name == closed
        {
            match nested.checked_sub(1) {
                Some(fewer) => *nested = fewer,
                None => self.0 = None,
            }
        }
        was_open
    }

    /// The element ends with what it stands in, as it was never closed.
    pub(super) fn end(&mut self) {
        self.0 = None;
    }
}
