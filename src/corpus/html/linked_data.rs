//! *Linked data* (JSON-LD) is what many pages say of their article for search engines.

use serde_json::Value;

use super::tokens;

/// Kinds of things that are articles; those whose name ends in `Article` or `Posting` are, too.
const ARTICLES: [&str; 1] = ["Report"];

/// Kinds of things that may hold an article.
const PAGES: [&str; 2] = ["WebPage", "CreativeWork"];

/// What one block says of the page's article.
#[derive(Debug, Default)]
pub(super) struct LinkedData {
    pub(super) title: Option<String>,
    pub(super) publisher: Option<String>,
    pub(super) authors: Vec<String>,
    pub(super) date: Option<String>,
    pub(super) url: Option<String>,
    pub(super) language: Option<String>,
}

/// Reads a block; `None` when it is about no article.
pub(super) fn read(json: &str) -> Option<LinkedData> {
    let value: Value = serde_json::from_str(uncommented(json)).ok()?;
    let things = things(&value);
    // A page that holds an article is an article of lower rank.
    let article = things.iter().copied().filter(|it| rank(it).is_some());
    let article = article.min_by_key(|it| rank(it))?;
    let named = |key: &str| -> Vec<String> {
        let all = each(&article[key]).iter();
        all.filter_map(|it| name(it, &things)).collect()
    };
    let site = things.iter().find(|it| types(it).any(|it| it == "WebSite"));
    let is_page = rank(article) == Some(Rank::Page);
    Some(LinkedData {
        title: text(&article["headline"])
            .or_else(|| text(&article["name"]))
            .filter(|_| !is_page),
        publisher: named("publisher").into_iter().next().or_else(|| {
            let site = site?;
            text(&site["name"])
        }),
        authors: named("author"),
        date: text(&article["datePublished"]),
        url: address(&article["url"]).or_else(|| address(&article["mainEntityOfPage"])),
        language: text(&article["inLanguage"]),
    })
}

/// Some pages wrap the block into a comment or a CDATA section.
fn uncommented(json: &str) -> &str {
    let json = json.trim();
    let inner = json
        .strip_prefix("<!--")
        .and_then(|it| it.strip_suffix("-->"));
    let json = inner.unwrap_or(json).trim();
    let inner = json
        .strip_prefix("//<![CDATA[")
        .and_then(|it| it.strip_suffix("//]]>"));
    inner.unwrap_or(json).trim()
}

/// The things a block describes: one, a list, or a graph.
fn things(value: &Value) -> Vec<&Value> {
    let graphs = each(value).iter().map(|thing| match &thing["@graph"] {
        Value::Null => std::slice::from_ref(thing),
        graph => each(graph),
    });
    graphs.flatten().collect()
}

/// The values of a list, or the one that is none.
fn each(value: &Value) -> &[Value] {
    match value {
        Value::Array(all) => all,
        one => std::slice::from_ref(one),
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Rank {
    Article,
    Page,
}

/// Whether a thing is an article, or a page that may hold one.
fn rank(thing: &Value) -> Option<Rank> {
    let is_article =
        |it: &str| it.ends_with("Article") || it.ends_with("Posting") || ARTICLES.contains(&it);
    if types(thing).any(is_article) {
        return Some(Rank::Article);
    }
    types(thing)
        .any(|it| PAGES.contains(&it))
        .then_some(Rank::Page)
}

/// The types of a thing, without the vocabulary's address.
fn types(thing: &Value) -> impl Iterator<Item = &str> {
    let names = each(&thing["@type"]).iter().filter_map(Value::as_str);
    names.map(|it| it.rsplit(['/', '#', ':']).next().unwrap_or(it))
}

/// The name of a person or an organisation, which may be told elsewhere in the block.
fn name(value: &Value, things: &[&Value]) -> Option<String> {
    let own = text(value).or_else(|| text(&value["name"]));
    own.filter(|name| !name.contains("://")).or_else(|| {
        let id = value["@id"].as_str()?;
        let thing = things.iter().find(|it| it["@id"].as_str() == Some(id))?;
        text(&thing["name"])
    })
}

/// A text, which may hold character references although JSON needs none.
fn text(value: &Value) -> Option<String> {
    let text = tokens::text_of(value.as_str()?);
    (!text.trim().is_empty()).then_some(text)
}

fn address(value: &Value) -> Option<String> {
    text(value).or_else(|| text(&value["@id"]))
}
