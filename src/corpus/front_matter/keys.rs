//! The *keys* of front matter: those that are read, and those that other programs read.

/// The keys that are read.
pub(super) const KEYS: [&str; 6] = ["title", "publisher", "author", "date", "language", "url"];

/// Other names of these keys.
const ALIASES: [(&str, &str); 4] = [
    ("authors", "author"),
    ("lang", "language"),
    ("pubdate", "date"),
    ("publishdate", "date"),
];

/// Keys that keep a file out of the corpus, each with the truth value that does.
const PUBLICATION: [(&str, bool); 3] = [("draft", true), ("published", false), ("publish", false)];

/// Keys below which a title may stand that is the file's.
const TITLED: [&str; 4] = ["embed", "metadata", "params", "seo"];

/// Keys that other programs read; they say nothing about a quote.
#[rustfmt::skip]
pub(super) const IGNORED: &[&str] = &[
    // What most of them have.
    "tags", "tag", "description", "slug", "categories", "category", "layout", "image", "images",
    "summary", "keywords", "id", "updated", "lastmod", "modified", "created", "subtitle", "version",
    "status", "type", "template", "excerpt", "series", "order", "weight", "sort", "icon", "cover",
    "toc", "menu", "comments", "comment", "copyright", "license", "source",
    "permalink", "aliases", "alias", "hidden", "featured", "pinned", "updated_at", "created_at",
    "date_created", "date_modified", "last_modified", "last_updated", "lastupdated", "last_update",
    "modified_at", "uid", "uuid", "name", "locale", "embed", "params", "extra", "metadata", "seo",
    // Obsidian.
    "cssclass", "cssclasses", "obsidianuiheader", "kanban-plugin", "excalidraw-plugin", "banner",
    "banner_y", "banner_x", "banner_icon", "up", "related", "dg-publish", "dg-home", "dg-pinned",
    "dg-note-icon", "dg-path", "linter-yaml-title-alias", "date created", "date modified",
    "share_link", "share_updated", "tasks", "week", "day", "month", "year", "dataview",
    // Hugo.
    "url_path", "linktitle", "cascade", "build", "_build", "expirydate", "headless",
    "iscjklanguage", "markup", "outputs", "resources", "sitemap", "translationkey", "videos",
    "audio", "bookcollapsesection", "bookhidden", "booktoc", "bookflatsection", "showtoc",
    "tocopen", "hidemeta", "disableshare", "hidesummary", "searchhidden", "showreadingtime",
    "showbreadcrumbs", "math", "mathjax", "katex", "mermaid", "chapter", "pre", "post",
    "disabletoc", "hidefromsearch", "no_list", "simple_list", "feature_image", "thumbnail",
    // Jekyll, Just the Docs and Minimal Mistakes.
    "nav_order", "parent", "grand_parent", "has_children", "has_toc", "nav_exclude", "nav_fold",
    "search_exclude", "child_nav_order", "redirect_from", "redirect_to", "render_with_liquid",
    "excerpt_separator", "collection", "classes", "header", "sidebar", "author_profile",
    "read_time", "share", "pin", "toc_label", "toc_icon", "toc_sticky", "show_date", "tagline",
    "teaser", "entries_layout", "taxonomy", "pagination", "img_path", "media_subpath", "defaults",
    // Docusaurus.
    "sidebar_position", "sidebar_label", "sidebar_class_name", "sidebar_custom_props",
    "displayed_sidebar", "hide_title", "hide_table_of_contents", "toc_min_heading_level",
    "toc_max_heading_level", "pagination_label", "pagination_next", "pagination_prev",
    "custom_edit_url", "parse_number_prefixes", "unlisted", "title_meta", "author_title",
    "author_url", "author_image_url", "hide_reading_time",
    // MkDocs and Material.
    "hide", "search", "revision_date", "revision_date_localized", "git_revision_date", "social",
    "readtime", "pin_blog", "links", "disable_toc", "nav", "nav_title",
    // Starlight, Astro, VitePress, VuePress and Nuxt.
    "editurl", "tableofcontents", "hero", "head", "banner_text", "prev", "next", "pagefind",
    "sidebardepth", "outline", "navbar", "footer", "aside", "pageclass", "editlink", "titletemplate",
    "updateddate", "heroimage", "socialimage", "ogimage", "canonical", "canonicalurl",
    "canonical_url", "noindex", "robots", "navigation", "home", "herotext", "actions", "features",
    "layoutclass", "isoriginal", "article", "timeline", "sticky", "breadcrumb", "contributors",
    // Pandoc, Quarto, R Markdown, Sphinx and MultiMarkdown.
    "abstract", "bibliography", "csl", "documentclass", "fontsize", "geometry", "output", "format",
    "execute", "editor", "jupyter", "code-fold", "number-sections", "toc-depth", "toc-title",
    "css", "header-includes", "subject", "institute", "affiliation", "affiliations", "theme",
    "base header level", "html header", "quotes language", "latex input", "latex mode",
    "latex footer", "bibtex", "orphan", "nocomments", "tocdepth", "myst", "substitutions",
    // GitBook, Mintlify, Ghost, Eleventy, Gatsby, Hashnode, Dev.to and Zola.
    "sidebartitle", "mode", "openapi", "api", "og:title", "og:image", "og:description",
    "twitter:title", "twitter:image", "visibility", "email_subject", "custom_excerpt",
    "eleventynavigation", "eleventyexcludefromcollections", "eleventycomputed", "templateengine",
    "path", "cuid", "datepublished", "main_image", "cover_image", "insert_anchor_links",
    "in_search_index", "sort_by", "paginate_by", "page_template", "generate_feeds", "taxonomies",
];

/// The name of a key in [`KEYS`], whatever its case and alias.
pub(super) fn name_of(key: &str) -> String {
    let key = key.to_lowercase();
    let alias = ALIASES.iter().find(|(alias, _)| *alias == key);
    alias.map_or(key, |(_, name)| (*name).to_owned())
}

/// Whether the key is read under another name than its own.
pub(super) fn is_alias(key: &str) -> bool {
    name_of(key) != key.to_lowercase()
}

pub(super) fn is_known(key: &str) -> bool {
    KEYS.contains(&name_of(key).as_str())
}

pub(super) fn is_ignored(key: &str) -> bool {
    IGNORED.contains(&name_of(key).as_str())
}

/// Whether the key is one of those that say whether a file is published.
pub(super) fn is_of_publication(key: &str) -> bool {
    let key = key.to_lowercase();
    PUBLICATION.iter().any(|(name, _)| *name == key)
}

/// Whether a title below this key may serve as the file's.
pub(super) fn may_be_titled(key: &str) -> bool {
    TITLED.contains(&key.to_lowercase().as_str())
}

/// Whether a key with this value keeps a file out of the corpus.
pub(super) fn keeps_out(key: &str, value: &str) -> bool {
    let key = key.to_lowercase();
    let publication = PUBLICATION.iter().find(|(name, _)| *name == key);
    publication.is_some_and(|(_, kept_out)| truth(value) == Some(*kept_out))
}

/// The truth value of a text, as YAML 1.1 spells it.
fn truth(value: &str) -> Option<bool> {
    match value.to_lowercase().as_str() {
        "true" | "yes" | "on" | "y" | "1" => Some(true),
        "false" | "no" | "off" | "n" | "0" => Some(false),
        _ => None,
    }
}
