//! What an element is *called*, in its class and id, says what kind of box it is.

use super::elements::is_heading;
use super::letters::letters;
use super::tree::{Id, Tree};

/// Boxes that are no part of an article, whatever stands in them.
#[rustfmt::skip]
pub(super) const BOXES: &[&str] = &[
    "about-author", "about-the-author", "ad-container", "ad-slot", "ad-wrapper", "addtoany", "ads",
    "adslot", "advert", "advertisement", "advertising", "also-like", "also-read", "author-bio",
    "author-box", "author-card", "author-info", "author-profile", "authorbox", "bio-box", "breadcrumb",
    "breadcrumbs", "catlinks", "colophon", "contributions", "donate", "donation", 
    "dfp", "entry-footer", "feedback", "lightbox", "mailing-list",
    "masthead", "modal", "more-from", "more-news", "more-stories", "most-popular", "most-read",
    "most-viewed", "nav-links", "nav-previous", "navbar", "navbox", "newsletter", "newsletters",
    "next-article", "next-post", "optin", "outbrain", "page-nav", "page-navigation",
    "pager", "pagination", "paginator", "post-nav", "post-navigation", "post-signature", "postprofile",
    "pre-footer", "prev-next", "printfooter", "pullquote", "pull-quote", "read-also", "read-next",
    "recirc", "recirculation", "recommendation", "recommendations", "recommended", "related",
    "relatedposts", "share-bar", "share-buttons", "share-links", "share-tools", "sharedaddy", "sidebar",
    "sign-up", "signup", "sistersitebox", "site-footer", "site-header", "skip-link", "social-links",
    "social-share", "sponsored", "subscribe", "subscription", "table-of-contents", "taboola",
    "tag-list", "tagcloud", "tags-links", "teasers", "toc", "trending", "up-next", "user-details",
    "user-info",
];

/// Boxes that ask a reader for something before the page is shown.
#[rustfmt::skip]
pub(super) const CONSENT: &[&str] = &[
    "adblock", "cc-window", "cmp", "consent", "cookie", "cookie-law", "cookiebanner", "cookiebot",
    "cookieconsent", "cookielaw", "cookies", "didomi", "eu-cookie", "gdpr", "onetrust", "privacy-banner",
    "sp-message", "truste", "usercentrics",
];

/// Boxes of which one with sentences in it may be the article's.
#[rustfmt::skip]
pub(super) const TOOLS: &[&str] = &[
    "actions", "ad", "audio", "badges", "button", "buttons", "carousel", "categories", "comment",
    "copyright", "counter", "dropdown", "follow", "footer", "gallery", "hashtags", "keywords", "likes",
    "login", "menu", "nav", "navigation", "overlay", "pagetools", "paywall", "player", "popular",
    "popup", "print", "promo", "promoted", "rating", "ratings", "reactions", "share", "sharing",
    "sidenav", "signature", "slideshow", "social", "sponsor", "stats", "tags", "teaser", "toolbar",
    "tools", "video", "vote", "votes", "widget",
];

/// Boxes of which one with a heading or with links leads to another page.
pub(super) const TEASERS: &[&str] = &[
    "popular", "promo", "promoted", "sponsor", "teaser", "widget",
];

/// Boxes of what readers say below an article.
#[rustfmt::skip]
pub(super) const COMMENTS: &[&str] = &[
    "comment-list", "comment-respond", "comment-section", "commentaires", "commentarios", "commentlist",
    "comments", "comments-area", "comments-list", "comments-section", "comentarios", "disqus",
    "disqus-thread", "fb-comments", "kommentare", "livefyre", "reader-comments", "respond",
];

/// The whole class of one comment.
pub(super) const COMMENT: &[&str] = &[
    "comment",
    "comment-body",
    "comment-content",
    "comment-item",
    "comment-entry",
];

/// Words in the classes of headings that are not the article's.
#[rustfmt::skip]
pub(super) const BOX_HEADINGS: &[&str] = &[
    "comment", "comments", "disqus", "newsletter", "popup", "promo", "recommended", "related",
    "replies", "respond", "share", "sharedaddy", "sharing", "sidebar", "social", "sponsor",
    "sponsored", "subscribe", "widget-title", "widgettitle",
];

/// Elements for people who hear a page; nothing of them is seen.
#[rustfmt::skip]
pub(super) const UNSEEN: &[&str] = &[
    "a11y-hidden", "a11y-only", "assistive-text", "cdk-visually-hidden", "element-invisible",
    "hidden-visually", "hide-visually", "offscreen", "screen-reader", "screen-reader-only",
    "screen-reader-text", "screenreader", "show-for-sr", "sr-only", "sronly", "u-hidden-visually",
    "visually-hidden", "visuallyhidden", "visually-hide", "mw-jump-link",
];

/// Classes that hide an element, in the style sheets that many sites share.
pub(super) const HIDDEN: &[&str] = &[
    "hidden",
    "d-none",
    "is-hidden",
    "hide",
    "u-hidden",
    "display-none",
];

/// Boxes that open when something is pointed at.
#[rustfmt::skip]
pub(super) const HOVER: &[&str] = &[
    "flyout", "footnote-popup", "hover-box", "hover-card", "hover-content", "hovercard", "infotip",
    "popover-body", "popover-content", "popup-box", "popup-content", "tip-content", "tippy-content",
    "tooltip-body", "tooltip-box", "tooltip-content", "tooltip-inner", "tooltip-text", "tooltipcontent",
    "tooltiptext",
];

/// Marks of a browser or a wiki in a line of text.
#[rustfmt::skip]
pub(super) const MARKS: &[&str] = &[
    "anchor-link", "anchorjs-link", "editsection", "hash-link", "header-anchor", "headerlink",
    "katex-html", "material-icons", "material-symbols", "mw-editsection", "mw-editsection-like",
    "octicon",
];

/// Sections that a reader opens.
#[rustfmt::skip]
pub(super) const SECTIONS: &[&str] = &[
    "accordion", "answer", "collapse", "collapsed", "collapsible", "content", "details", "drawer",
    "expand", "expandable", "expander", "faq", "full-text", "fulltext", "more", "panel", "panels",
    "pane", "read-more", "readmore", "reveal", "spoiler", "step", "tab", "tab-content", "tab-pane",
    "tabpanel", "tabs", "toggle", "toggle-content", "transcript",
];

/// What stands before a closed section and opens it.
#[rustfmt::skip]
pub(super) const OPENERS: &[&str] = &[
    "accordion", "collapse", "collapsible", "expand", "faq", "header", "heading", "opener",
    "question", "title", "toggle", "trigger",
];

/// Notes in an article, as documentation has them.
#[rustfmt::skip]
pub(super) const NOTES: &[&str] = &[
    "admonition", "alert", "attention", "callout", "caution", "danger", "example", "explainer",
    "factbox", "footnote", "footnotes", "hint", "important", "info", "infobox", "note", "notes",
    "notice", "tip", "warning",
];

/// What stands at a picture and tells what it shows or who made it.
#[rustfmt::skip]
pub(super) const CAPTIONS: &[&str] = &[
    "caption", "captions", "credit", "credits", "cutline", "figcaption", "gallerytext", "image-credit",
    "image-description", "image-title", "legend", "photo-credit", "photographer", "thumbcaption",
    "wp-caption", "wp-caption-text",
];

/// Lines that say who wrote an article, and when.
#[rustfmt::skip]
pub(super) const BYLINES: &[&str] = &[
    "article-info", "article-meta", "author", "authors", "byline", "bylines", "date", "dateline",
    "dates", "datetime", "entry-meta", "info", "meta", "metadata", "post-info", "post-meta",
    "posted-by", "posted-on", "publish-date", "published", "pubdate", "time", "timestamp", "updated",
];

/// Elements that hold a date.
#[rustfmt::skip]
pub(super) const DATES: &[&str] = &[
    "date", "datetime", "datum", "fecha", "posted-on", "pubdate", "publish-date", "published",
    "timestamp",
];

/// The body of an article, in systems without an element for it.
#[rustfmt::skip]
pub(super) const BODIES: &[&str] = &[
    "article", "article-body", "article-content", "article-text", "articlebody", "article-detail",
    "article-main", "blog-post", "body-content", "cooked", "entry", "entry-content", "entry-text",
    "hentry", "js-post-body", "markdown-body", "mw-parser-output", "news-content", "page-content",
    "post", "post-body", "post-content", "post-entry", "post-text", "postbody", "postcontent",
    "rst-content", "single-content", "story", "story-body", "story-content", "theme-doc-markdown",
];

/// What comes before a word and says that the element only has such a box, or has none.
const HAVING: &[&str] = &[
    "-has", "-with", "-no", "-without", "-hide", "-show", "-close",
];

/// The class, and the id if wanted, as words between dashes: `relatedPosts x_y` is
/// `-related-posts- -x-y-`.
pub(super) fn of(tree: &Tree, id: Id, has_id: bool) -> String {
    let attributes = ["class", "id"];
    let attributes = &attributes[..=usize::from(has_id && !is_slug(tree, id))];
    let mut names = String::new();
    for attribute in attributes {
        let words = tree.attribute(id, attribute).unwrap_or_default();
        for word in words.split_ascii_whitespace() {
            names.push('-');
            let mut before = '-';
            for c in word.chars() {
                let c = if c.is_alphanumeric() { c } else { '-' };
                let is_hump = c.is_uppercase() && before.is_lowercase();
                if is_hump || c == '-' && before != '-' {
                    names.push('-');
                }
                if c != '-' {
                    names.extend(c.to_lowercase());
                }
                before = c;
            }
            names.push_str("- ");
        }
    }
    names
}

/// Whether an id was made of the heading it stands above, as documentation does it: it says what the
/// section is about, which may be cookies.
fn is_slug(tree: &Tree, id: Id) -> bool {
    let class = tree.attribute(id, "class").unwrap_or_default();
    let is_section = tree.name(id) == "section" && class.is_empty() || class.contains("section");
    let Some(own) = tree.attribute(id, "id").filter(|_| is_section) else {
        return false;
    };
    let heading = tree
        .below(id)
        .take(4)
        .find(|&below| is_heading(tree.name(below)))
        .map(|heading| letters(&tree.text_of(heading)));
    heading.is_some_and(|heading| heading.starts_with(&letters(own)))
}

/// Whether one of these words is among the names.
pub(super) fn has(names: &str, words: &[&str]) -> bool {
    !names.is_empty()
        && words.iter().any(|word| {
            names.match_indices(word).any(|(at, _)| {
                let (before, after) = (&names[..at], &names[at + word.len()..]);
                let is_whole = before.ends_with('-') && after.starts_with('-');
                let before = before.trim_end_matches('-');
                is_whole && !HAVING.iter().any(|having| before.ends_with(having))
            })
        })
}

/// Whether one of these words is a whole class.
pub(super) fn is_one(tree: &Tree, id: Id, words: &[&str]) -> bool {
    words.iter().any(|word| tree.has_word(id, "class", word))
}
