//! *Linked data* (JSON-LD) is what many pages say of their article for search engines.

use std::collections::HashMap;

use serde_json::Value;

use super::metadata::letters;
use super::tokens;

/// Kinds of things that are articles; those whose name ends in `Article` or `Posting` are, too.
const ARTICLES: [&str; 1] = ["Report"];

/// Kinds of things that may hold an article.
const PAGES: [&str; 2] = ["WebPage", "CreativeWork"];

/// What a block says of one article, or of the page that holds it.
#[derive(Debug, Default)]
pub(super) struct LinkedData {
    pub(super) title: Option<String>,
    pub(super) publisher: Option<String>,
    pub(super) authors: Vec<String>,
    pub(super) date: Option<String>,
    pub(super) url: Option<String>,
    pub(super) language: Option<String>,
}

/// Reads a block: its articles, else its pages that may hold one.
pub(super) fn read(json: &str) -> Vec<LinkedData> {
    let Ok(value) = serde_json::from_str::<Value>(uncommented(json)) else {
        return Vec::new();
    };
    let things = things(&value);
    let Some(best) = things.iter().filter_map(|it| rank(it)).min() else {
        return Vec::new();
    };
    let named_by_id = names(&things);
    let site = things.iter().find(|it| types(it).any(|it| it == "WebSite"));
    let site = site.and_then(|it| text(&it["name"]));
    let articles = things.iter().filter(|it| rank(it) == Some(best));
    let articles = articles.map(|article| {
        let named = |key: &str| -> Vec<String> {
            let all = each(&article[key]).iter();
            all.filter_map(|it| name(it, &named_by_id)).collect()
        };
        LinkedData {
            title: text(&article["headline"])
                .or_else(|| text(&article["name"]))
                .filter(|_| best != Rank::Page),
            publisher: named("publisher").into_iter().next().or(site.clone()),
            authors: named("author"),
            date: text(&article["datePublished"]),
            url: address(&article["url"]).or_else(|| address(&article["mainEntityOfPage"])),
            language: text(&article["inLanguage"]),
        }
    });
    articles.collect()
}

/// Leaves those that are about the page's article, which has one of these titles or addresses; the
/// first, when several are about others.
pub(super) fn choose(found: &mut Vec<LinkedData>, titles: &[&str], urls: &[&str]) {
    let titles: Vec<String> = titles.iter().map(|it| letters(it)).collect();
    let is_own = |it: &LinkedData| {
        let is_title = |own: &String| {
            let own = letters(own);
            !own.is_empty() && titles.iter().any(|title| title.starts_with(&own))
        };
        let is_url = |url: &String| urls.contains(&url.as_str());
        it.title.as_ref().is_some_and(is_title) || it.url.as_ref().is_some_and(is_url)
    };
    let is_told = |it: &LinkedData| it.title.is_some();
    let mut others = 0;
    if found.iter().any(|it| is_told(it) && is_own(it)) {
        found.retain(|it| !is_told(it) || is_own(it));
    } else {
        found.retain(|it| {
            others += usize::from(is_told(it));
            !is_told(it) || others == 1
        });
    }
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

/// The names of things, by the ids under which others speak of them.
fn names<'v>(things: &[&'v Value]) -> HashMap<&'v str, &'v Value> {
    let mut names = HashMap::new();
    for thing in things {
        if let Some(id) = thing["@id"].as_str() {
            names.entry(id).or_insert(&thing["name"]);
        }
    }
    names
}

/// The name of a person or an organisation, which may be told elsewhere in the block.
fn name(value: &Value, names: &HashMap<&str, &Value>) -> Option<String> {
    let own = text(value).or_else(|| text(&value["name"]));
    own.filter(|name| !name.contains("://"))
        .or_else(|| text(names.get(value["@id"].as_str()?)?))
}

/// A text, which may hold character references although JSON needs none.
fn text(value: &Value) -> Option<String> {
    let text = tokens::resolved(value.as_str()?);
    (!text.trim().is_empty()).then_some(text)
}

fn address(value: &Value) -> Option<String> {
    text(value).or_else(|| text(&value["@id"]))
}
