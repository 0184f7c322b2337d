//! An *element* is known by its name: whether it is kept, whether it ends a paragraph, whether as a
//! link it leads to another page.

/// Elements of which nothing is kept.
#[rustfmt::skip]
const DROPPED: &[&str] = &[
    "audio", "canvas", "datalist", "embed", "head", "iframe", "input", "map", "meter", "noscript",
    "object", "picture", "progress", "script", "select", "style", "svg", "template", "textarea",
    "video",
];

/// Elements that end a paragraph; all others, those that no standard knows too, stand in one.
#[rustfmt::skip]
const BLOCKS: &[&str] = &[
    "address", "article", "aside", "blockquote", "body", "caption", "center", "col", "colgroup",
    "dd", "details", "dialog", "dir", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer",
    "form", "frameset", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hgroup", "hr", "html", "legend",
    "li", "listing", "main", "menu", "nav", "ol", "optgroup", "option", "p", "plaintext", "pre",
    "search", "section", "summary", "table", "tbody", "td", "tfoot", "th", "thead", "title", "tr", "ul",
    "xmp",
];

/// What a link's address ends in when it leads to no other page.
const FILES: &[&str] = &[
    ".pdf", ".doc", ".docx", ".odt", ".xls", ".xlsx", ".ods", ".csv", ".zip", ".epub", ".jpg",
    ".jpeg", ".png", ".gif", ".webp", ".svg",
];

/// Whether nothing of an element is kept.
pub(super) fn is_dropped(name: &str) -> bool {
    DROPPED.contains(&name)
}

/// Whether an element ends a paragraph.
pub(super) fn is_block(name: &str) -> bool {
    BLOCKS.contains(&name)
}

pub(super) fn is_heading(name: &str) -> bool {
    level(name).is_some()
}

/// The level of a heading, from 1.
pub(super) fn level(name: &str) -> Option<u8> {
    let level = name.strip_prefix('h')?.parse().ok();
    level.filter(|level| (1..=6).contains(level))
}

/// Whether a link's address may be that of another page.
pub(super) fn leads_away(address: &str) -> bool {
    let address = address.to_ascii_lowercase();
    let stays = ["#", "mailto:", "tel:", "javascript:"];
    !stays.iter().any(|start| address.starts_with(start)) && !leads_to_file(&address)
}

/// Whether a link's address is that of a picture or a document.
pub(super) fn leads_to_file(address: &str) -> bool {
    let path = address.split(['?', '#']).next().unwrap_or_default();
    let path = path.to_ascii_lowercase();
    FILES.iter().any(|end| path.ends_with(end))
}
