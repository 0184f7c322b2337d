//! *Linked data* (JSON-LD) is what many pages say of their article for search engines.

use std::collections::HashMap;

use serde_json::Value;

use super::letters::letters;
use super::tree::resolved;

/// How the names of things end that are articles.
const ARTICLES: &[&str] = &["Article", "Posting", "Report", "Review", "Recipe", "HowTo"];

/// How the names of things end that may hold an article.
const PAGES: &[&str] = &["Page", "CreativeWork"];

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
    let json = uncommented(json);
    let value = serde_json::from_str(json).or_else(|_| serde_json::from_str(&repaired(json)));
    let Ok(value) = value.map(|value: Value| value) else {
        return Vec::new();
    };
    let things = things(&value);
    let Some(best) = things.iter().filter_map(|thing| rank(thing)).min() else {
        return Vec::new();
    };
    let named_by_id = names(&things);
    let site = things
        .iter()
        .find(|thing| types(thing).any(|kind| kind == "WebSite"));
    let site = site.and_then(|site| text(&site["name"]));
    things
        .iter()
        .filter(|thing| rank(thing) == Some(best))
        .map(|article| {
            let named = |key: &str| -> Vec<String> {
                each(&article[key])
                    .iter()
                    .filter_map(|named| name(named, &named_by_id))
                    .collect()
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
        })
        .collect()
}

/// Leaves those that are about the page's article, which has one of these titles or addresses; the
/// first, when several are about others.
pub(super) fn choose(found: &mut Vec<LinkedData>, titles: &[String], urls: &[&str]) {
    let is_own = |article: &LinkedData| {
        let is_title = |own: &String| {
            let own = letters(own);
            !own.is_empty() && titles.iter().any(|title| title.starts_with(&own))
        };
        let is_url = |url: &String| urls.contains(&url.as_str());
        article.title.as_ref().is_some_and(is_title) || article.url.as_ref().is_some_and(is_url)
    };
    let is_told = |article: &LinkedData| article.title.is_some();
    let mut others = 0;
    if found
        .iter()
        .any(|article| is_told(article) && is_own(article))
    {
        found.retain(|article| !is_told(article) || is_own(article));
    } else {
        found.retain(|article| {
            others += usize::from(is_told(article));
            !is_told(article) || others == 1
        });
    }
}

/// Some pages wrap the block into a comment or a CDATA section, or both.
fn uncommented(json: &str) -> &str {
    let mut json = json.trim();
    let starts = ["<!--", "<![CDATA[", "/*", "*/", "//"];
    while let Some(inner) = starts.iter().find_map(|start| json.strip_prefix(start)) {
        json = inner.trim_start();
    }
    let ends = ["-->", "]]>", "*/", "/*", "//", ";"];
    while let Some(inner) = ends.iter().find_map(|end| json.strip_suffix(end)) {
        json = inner.trim_end();
    }
    json
}

/// A block without what JSON does not allow and people write: comments, a comma too many, lines that
/// break within a text.
fn repaired(json: &str) -> String {
    let mut text = String::with_capacity(json.len());
    let mut is_quoted = false;
    let mut rest = json;
    while let Some(c) = rest.chars().next() {
        let after = &rest[c.len_utf8()..];
        let ends = |mark: &str| rest.find(mark).map_or("", |at| &rest[at + mark.len()..]);
        if !is_quoted && rest.starts_with("/*") {
            rest = ends("*/");
            continue;
        }
        if !is_quoted && rest.starts_with("//") {
            rest = ends("\n");
            continue;
        }
        match c {
            '\\' if is_quoted => {
                let escaped = after.chars().next().map_or(0, char::len_utf8);
                text.push_str(&rest[..=escaped]);
                rest = &after[escaped..];
                continue;
            }
            '"' => is_quoted = !is_quoted,
            _ => {}
        }
        let is_last = c == ',' && after.trim_start().starts_with(['}', ']', ',']);
        if is_quoted && c.is_control() {
            text.push(' ');
        } else if is_quoted || !is_last {
            text.push(c);
        }
        rest = after;
    }
    text
}

/// The things a block describes: one, a list, or a graph.
fn things<'v>(value: &'v Value) -> Vec<&'v Value> {
    let graphs = each(value).iter().map(|thing| match &thing["@graph"] {
        Value::Null => std::slice::from_ref(thing),
        graph => each(graph),
    });
    let inner = |thing: &'v Value| match &thing["mainEntity"] {
        Value::Object(_) => vec![thing, &thing["mainEntity"]],
        _ => vec![thing],
    };
    graphs.flatten().flat_map(inner).collect()
}

/// The values of a list, or the one value where there is no list.
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
    let ends_in =
        |ends: &[&str]| types(thing).any(|name| ends.iter().any(|end| name.ends_with(end)));
    if ends_in(ARTICLES) {
        return Some(Rank::Article);
    }
    ends_in(PAGES).then_some(Rank::Page)
}

/// The types of a thing, without the vocabulary's address.
fn types(thing: &Value) -> impl Iterator<Item = &str> {
    each(&thing["@type"])
        .iter()
        .filter_map(Value::as_str)
        .map(|kind| kind.rsplit(['/', '#', ':']).next().unwrap_or(kind))
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
    let text = resolved(value.as_str()?);
    (!text.trim().is_empty()).then_some(text)
}

fn address(value: &Value) -> Option<String> {
    text(value).or_else(|| text(&value["@id"]))
}
