//! `contrib/grafana.json` and `docs/operating.md` name the metrics that there are, and all of them.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use serde_json::Value;

use super::{Watched, ask_in_every_way, strings};
use crate::support::root;

/// What stands behind the name of a histogram in that of its series.
const PARTS: [&str; 3] = ["_bucket", "_sum", "_count"];

/// The metrics that a text names.
fn named(text: &str, types: &BTreeMap<String, String>) -> BTreeSet<String> {
    let is_name = |c: char| c.is_ascii_alphanumeric() || c == '_';
    let words = text.split(|c| !is_name(c));
    let names = words.filter(|word| word.starts_with("verbatim_"));
    names
        .map(|name| {
            let mut wholes = PARTS.iter().filter_map(|part| name.strip_suffix(part));
            let whole = wholes.find(|whole| types.get(*whole).is_some_and(|t| t == "histogram"));
            whole.unwrap_or(name).to_owned()
        })
        .collect()
}

#[tokio::test]
async fn dashboard_and_guide_name_every_metric_and_no_other() {
    let watched = Watched::start().await;
    ask_in_every_way(&watched).await;
    let types = watched.scrape().await.types;
    let printed: BTreeSet<String> = types.keys().cloned().collect();
    assert!(printed.len() >= 15, "{printed:?}");
    let read = |path: &str| fs::read_to_string(root().join(path)).expect(path);
    let dashboard: Value = serde_json::from_str(&read("contrib/grafana.json")).expect("JSON");
    let mut queries = Vec::new();
    strings(&dashboard, "expr", &mut queries);
    assert_eq!(named(&queries.join("\n"), &types), printed);
    let guide = read("docs/operating.md");
    let (_, guide) = guide.split_once("\n## Monitoring\n").expect("a section");
    let guide = guide.split("\n## ").next().unwrap_or_default();
    assert_eq!(named(guide, &types), printed);
    for (name, kind) in &types {
        let row = format!("| `{name}` | {kind} |");
        assert!(guide.contains(&row), "no row `{row}`");
    }
    watched.stage.stop().await;
}

#[test]
fn the_dashboard_asks_the_source_that_its_reader_chooses() {
    let text = fs::read_to_string(root().join("contrib/grafana.json")).expect("a file");
    let dashboard: Value = serde_json::from_str(&text).expect("JSON");
    let variable = &dashboard["templating"]["list"][0];
    assert_eq!(variable["type"], "datasource");
    assert_eq!(variable["query"], "prometheus");
    let source = format!("${{{}}}", variable["name"].as_str().expect("a name"));
    let panels = dashboard["panels"].as_array().expect("panels");
    let mut ids = BTreeSet::new();
    for panel in panels {
        assert!(ids.insert(panel["id"].as_u64()), "{}", panel["title"]);
        if panel["type"] == "row" {
            continue;
        }
        let mut sources = Vec::new();
        strings(panel, "uid", &mut sources);
        assert!(sources.len() >= 2, "{}", panel["title"]);
        assert!(sources.iter().all(|uid| *uid == source), "{sources:?}");
    }
    assert!(ids.len() >= 10, "{ids:?}");
}
