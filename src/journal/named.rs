//! Enums that the database stores by *name*, so that the order of their variants may change.

/// An enum whose variants have names in the database. These never change.
pub(crate) trait Named: Copy + PartialEq + 'static {
    /// All values with their names.
    const NAMES: &'static [(Self, &'static str)];

    /// The name that the database has for this value.
    fn name(self) -> &'static str {
        let found = Self::NAMES.iter().find(|(value, _)| *value == self);
        found.map_or("", |(_, name)| name)
    }

    /// The value with this name; `None` for a name that no version of the program has written.
    fn named(name: &str) -> Option<Self> {
        let found = Self::NAMES.iter().find(|(_, known)| *known == name);
        found.map(|(value, _)| *value)
    }
}
