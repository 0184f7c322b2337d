//! A *masked link* is a text that leads to an address.

use super::limits;

/// An address that a masked link leads to: on the web, without blanks, and short enough as it is
/// written there.
pub(super) fn link(url: &str) -> Option<&str> {
    let scheme = url.get(..8)?.to_ascii_lowercase();
    let is_web = scheme.starts_with("http://") || scheme == "https://";
    let is_plain = !url.contains(|c: char| c.is_whitespace() || c.is_control());
    (is_web && is_plain && limits::length(&target(url)) <= limits::LINK).then_some(url)
}

/// `text`, which is escaped, linked to an address that [`link`] takes.
pub(super) fn masked(text: &str, url: &str) -> String {
    let url = target(url);
    // Brackets would end the link's text, and an address in it leaves the link unlinked.
    if text.contains(['[', ']']) || text.contains("//") {
        format!("{text} [↗]({url})")
    } else {
        format!("[{text}]({url})")
    }
}

/// An address as it may stand in a masked link, inside bold, too.
fn target(url: &str) -> String {
    let mut target = String::with_capacity(url.len());
    for c in url.chars() {
        match c {
            '(' => target.push_str("%28"),
            ')' => target.push_str("%29"),
            '*' => target.push_str("%2A"),
            '<' => target.push_str("%3C"),
            '>' => target.push_str("%3E"),
            '\\' => target.push_str("%5C"),
            _ => target.push(c),
        }
    }
    target
}
