//! An *element* is known by its name: whether it is kept, whether it ends a paragraph, whether as a
//! link it leads to another article.

/// Elements of which nothing is kept.
const DROPPED: [&str; 23] = [
    "audio",
    "button",
    "canvas",
    "dialog",
    "embed",
    "figcaption",
    "footer",
    "form",
    "head",
    "iframe",
    "map",
    "math",
    "nav",
    "noscript",
    "object",
    "picture",
    "script",
    "select",
    "style",
    "svg",
    "template",
    "textarea",
    "video",
];

/// Elements that end a paragraph; all others, those that no standard knows too, stand in one.
#[rustfmt::skip]
const BLOCKS: [&str; 50] = [
    "address", "article", "aside", "blockquote", "body", "caption", "center", "col", "colgroup",
    "dd", "details", "dir", "div", "dl", "dt", "fieldset", "figure", "frameset", "h1", "h2", "h3",
    "h4", "h5", "h6", "header", "hgroup", "hr", "html", "legend", "li", "listing", "main", "menu",
    "ol", "optgroup", "option", "p", "plaintext", "pre", "search", "section", "summary", "table",
    "tbody", "tfoot", "thead", "title", "tr", "ul", "xmp",
];

/// What a link's address ends in when it leads to no other article.
const FILES: [&str; 10] = [
    ".pdf", ".doc", ".docx", ".odt", ".xls", ".xlsx", ".ods", ".csv", ".zip", ".epub",
];

/// Whether nothing of an element is kept.
pub(super) fn is_dropped(name: &str) -> bool {
    DROPPED.contains(&name)
}

/// Whether an element ends a paragraph.
pub(super) fn is_block(name: &str) -> bool {
    BLOCKS.contains(&name)
}

/// Whether a link's address may be that of another article.
pub(super) fn leads_away(address: &str) -> bool {
    let address = address.to_ascii_lowercase();
    let is_contact = address.starts_with("mailto:") || address.starts_with("tel:");
    !is_contact && !FILES.iter().any(|end| address.ends_with(end))
}
