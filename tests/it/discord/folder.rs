//! `/knowledge`: the folder as admins see and change it from Discord.

use std::fs;
use std::sync::Arc;

use serde_json::Value;
use tempfile::TempDir;
use verbatim::bot::UPLOADS;
use verbatim::folder_edit::FolderEditor;

use super::stage::{Stage, ask, embeds, library, read, settings};
use crate::fake_discord::{FakeDiscord, events, routes};
use crate::support::folder;

const CATS: &str = "# Cats\n\nCats hunt by night.\n";
const DOGS: &str = "# Dogs\n\nDogs bark at noon.\n";

/// A bot whose folder, and whose folder of data, are a test's own.
async fn start(folder: &TempDir, data: &TempDir, edit: bool) -> Stage {
    let fake = FakeDiscord::start().await;
    let mut settings = settings(&fake);
    let trash = data.path().join("trash");
    settings.editor = Arc::new(FolderEditor::new(folder.path().to_owned(), trash, UPLOADS));
    settings.edit = edit;
    Stage::with(fake, settings, library(folder)).await
}

fn knowledge(part: &str) -> events::Interaction {
    events::slash("knowledge")
        .subcommand(part)
        .user(events::OWNER)
}

/// `/knowledge part` with a file; `article` is what it replaces.
fn upload(stage: &Stage, part: &str, name: &str, text: &str, article: Option<&str>) -> Value {
    let file = stage.fake.upload(name, text.as_bytes());
    let command = events::slash("knowledge").file("file", &file);
    let command = match article {
        Some(path) => command.option("article", path),
        None => command,
    };
    command.subcommand(part).user(events::OWNER).build()
}

fn with(part: &str, option: &str, value: &str) -> Value {
    let command = events::slash("knowledge").option(option, value);
    command.subcommand(part).user(events::OWNER).build()
}

async fn said(stage: &Stage, command: &Value) -> String {
    let response = stage.interact(command).await.body;
    assert_eq!(response["data"]["flags"], 64, "for the admin only");
    response.to_string()
}

async fn answer(stage: &Stage, question: &str) -> String {
    let answer = stage.interact(&ask(question).build()).await.body;
    embeds(&answer).first().map_or_else(String::new, read)
}

#[tokio::test]
async fn an_article_is_added_replaced_removed_and_restored() {
    let (folder, data) = (
        folder(&[("cats.md", CATS)]),
        tempfile::tempdir().expect("a folder"),
    );
    let stage = start(&folder, &data, true).await;
    let added = said(&stage, &upload(&stage, "add", "Dogs.md", DOGS, None)).await;
    assert!(
        added.contains("was added to the folder") && added.contains("Dogs.md"),
        "{added}"
    );
    assert_eq!(
        answer(&stage, "When do dogs bark?").await,
        "Dogs bark at noon."
    );

    let twice = said(
        &stage,
        &upload(&stage, "add", "Dogs.md", "# D\n\nNo.\n", None),
    )
    .await;
    assert!(twice.contains("Nothing was changed"), "{twice}");
    let new = "# Dogs\n\nDogs bark at dawn.\n";
    let replaced = said(
        &stage,
        &upload(&stage, "replace", "x.md", new, Some("Dogs.md")),
    )
    .await;
    assert!(replaced.contains("was replaced"), "{replaced}");
    assert_eq!(
        answer(&stage, "When do dogs bark?").await,
        "Dogs bark at dawn."
    );

    let removed = said(&stage, &with("remove", "article", "Dogs.md")).await;
    assert!(removed.contains("is in the trash"), "{removed}");
    assert_eq!(answer(&stage, "When do dogs bark?").await, "");
    assert!(!folder.path().join("Dogs.md").exists());

    let typing = events::autocomplete("knowledge").focused("removed", "dog");
    let typing = typing.subcommand("restore").user(events::OWNER).build();
    let choices = stage.interact(&typing).await.body["data"]["choices"].clone();
    assert_eq!(choices.as_array().map(Vec::len), Some(2), "{choices}");
    let name = choices[0]["name"].as_str().expect("a name");
    assert_eq!(name, "Dogs.md · 27\u{a0}B · less than a minute ago");
    let id = choices[0]["value"].as_str().expect("an id");
    let restored = said(&stage, &with("restore", "removed", id)).await;
    assert!(restored.contains("was restored"), "{restored}");
    assert_eq!(
        answer(&stage, "When do dogs bark?").await,
        "Dogs bark at dawn."
    );

    let history = said(&stage, &knowledge("history").build()).await;
    for change in ["added", "replaced", "removed", "restored"] {
        let line = format!("<@{}> {change} `Dogs.md`", events::OWNER);
        assert!(history.contains(&line), "{line}: {history}");
    }
    let listed = said(&stage, &knowledge("list").build()).await;
    assert!(
        listed.contains("`cats.md`") && listed.contains("2 articles"),
        "{listed}"
    );
    stage.stop().await;
}

#[tokio::test]
async fn an_article_is_shown_as_a_file() {
    let (folder, data) = (
        folder(&[("a/cats.md", CATS)]),
        tempfile::tempdir().expect("a folder"),
    );
    let stage = start(&folder, &data, false).await;
    let typing = events::autocomplete("knowledge").focused("article", "CAT");
    let typing = typing.subcommand("show").user(events::OWNER).build();
    let choices = &stage.interact(&typing).await.body["data"]["choices"];
    assert_eq!(choices[0]["value"], "a/cats.md", "{choices}");
    let shown = stage.interact(&with("show", "article", "a/cats.md")).await;
    assert_eq!(shown.status, Some(204));
    assert_eq!(
        shown.files,
        [("cats.md".to_owned(), CATS.as_bytes().to_vec())]
    );
    let missing = said(&stage, &with("show", "article", "../secret.md")).await;
    assert!(
        missing.contains("There is no file `../secret.md` in the folder; </knowledge list:"),
        "the list can be called from there: {missing}"
    );
    stage.stop().await;
}

#[tokio::test]
async fn what_cannot_be_stored_changes_nothing_and_says_why() {
    let (folder, data) = (
        folder(&[("cats.md", CATS)]),
        tempfile::tempdir().expect("a folder"),
    );
    let stage = start(&folder, &data, true).await;
    let large = "a".repeat(usize::try_from(UPLOADS.file_bytes).expect("small") + 1);
    let page = "<html><body></body></html>";
    for (name, text, expected) in [
        ("empty.md", "", "There is no article in `empty.md`"),
        ("a.pdf", "text", "Its name has to end in one of .md,"),
        ("large.md", &large, "\u{a0}KiB; the limit is"),
        ("page.html", page, "There is no article"),
    ] {
        let refused = said(&stage, &upload(&stage, "add", name, text, None)).await;
        assert!(refused.contains(expected), "{name}: {refused}");
        assert!(refused.contains("Nothing was changed"), "{name}: {refused}");
    }
    let page = "<html><body><h1>Dogs</h1><p>Dogs bark.</p></body></html>";
    let other = said(
        &stage,
        &upload(&stage, "replace", "dogs.HTML", page, Some("cats.md")),
    )
    .await;
    assert!(other.contains("a different type of file"), "{other}");
    let last = said(&stage, &with("remove", "article", "cats.md")).await;
    assert!(last.contains("is the last article"), "{last}");
    let french = events::slash("knowledge").option("article", "cats.md");
    let french = french.subcommand("remove").user(events::OWNER).locale("fr");
    let last = said(&stage, &french.build()).await;
    assert!(last.contains("`cats.md` est le dernier article."), "{last}");
    // What is not there, and what is not among Discord's files: no host of anybody else is asked.
    for url in [
        format!("{}/attachments/1/2/none.md", stage.fake.api_url()),
        "http://127.0.0.1:9/attachments/1/2/dogs.md".to_owned(),
        "https://example.org/dogs.md".to_owned(),
    ] {
        let mut missing = stage.fake.upload("dogs.md", DOGS.as_bytes());
        missing["url"] = url.into();
        let command = events::slash("knowledge")
            .file("file", &missing)
            .subcommand("add");
        let unfetched = said(&stage, &command.user(events::OWNER).build()).await;
        assert!(unfetched.contains("could not be fetched"), "{unfetched}");
    }
    stage.fake.take_problems();
    let names: Vec<_> = fs::read_dir(folder.path()).expect("the folder").collect();
    assert_eq!(names.len(), 1);
    stage.stop().await;
}

#[tokio::test]
async fn only_admins_and_only_where_it_is_on() {
    let (folder, data) = (
        folder(&[("cats.md", CATS)]),
        tempfile::tempdir().expect("a folder"),
    );
    let stage = start(&folder, &data, false).await;
    let off = said(&stage, &upload(&stage, "add", "dogs.md", DOGS, None)).await;
    assert!(off.contains("KNOWLEDGE_EDIT=on"), "{off}");
    for part in ["list", "history"] {
        let command = events::slash("knowledge").subcommand(part).build();
        assert!(said(&stage, &command).await.contains("administrators"));
    }
    let typing = events::autocomplete("knowledge").focused("article", "");
    let typing = typing.subcommand("show").build();
    let choices = stage.interact(&typing).await.body["data"]["choices"].clone();
    assert_eq!(choices, serde_json::json!([]), "not even the names");
    stage.take_commands().await;
    let fetched = stage.fake.requests();
    assert!(
        !fetched
            .iter()
            .any(|request| request.is("GET", routes::ORIGINAL))
    );
    stage.stop().await;
}
