//! *Ids* are Discord's numbers for servers, roles and channels.

use std::str::FromStr;

/// A list of Discord ids, with commas or blanks between them.
#[derive(Debug, Clone)]
pub(super) struct Ids(pub(super) Vec<u64>);

impl FromStr for Ids {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let parts = text
            .split(|c: char| c == ',' || c.is_whitespace())
            .filter(|part| !part.is_empty());
        parts.map(id).collect::<Result<_, _>>().map(Self)
    }
}

/// A Discord id; 0 is none.
pub(super) fn id(text: &str) -> Result<u64, String> {
    match text.trim().parse() {
        Ok(0) | Err(_) => Err(format!(
            "`{text}` is not an ID; an ID is a number of about 18 digits"
        )),
        Ok(id) => Ok(id),
    }
}
