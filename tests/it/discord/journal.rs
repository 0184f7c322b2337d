//! What answers leave behind: questions without a good answer, and votes, as admins see them.

use serde_json::Value;
use verbatim::journal::{Journal, Policy, Timestamp};

use super::stage::{POLICY, Stage, article, ask, embeds, library, settings};
use crate::fake_discord::{FakeDiscord, events};
use crate::support::{folder, write};

const QUESTION: &str = "Qui a lancé l'organisation ?";

fn gaps(part: &str) -> events::Interaction {
    events::slash("gaps").subcommand(part).user(events::OWNER)
}

async fn listed(stage: &Stage, part: &str) -> String {
    let list = stage.interact(&gaps(part).build()).await.body;
    assert_eq!(list["data"]["flags"], 64, "for the admin only");
    embeds(&list)
        .first()
        .map_or_else(String::new, |embed| embed["description"].to_string())
}

/// Waits until the list holds `text`: a question is noted beside its answer.
async fn listing(stage: &Stage, text: &str) -> String {
    loop {
        let list = listed(stage, "list").await;
        if list.contains(text) {
            return list;
        }
    }
}

fn press(answer: &Value, action: &str) -> events::Interaction {
    let rows = answer["data"]["components"].as_array().expect("rows");
    let ids = rows
        .iter()
        .flat_map(|row| row["components"].as_array().expect("components"));
    let mut ids = ids.filter_map(|control| control["custom_id"].as_str());
    let id = ids.find(|id| id.starts_with(action)).expect("the button");
    events::button(id, &events::message("").author(events::this_bot()).build())
}

#[tokio::test]
async fn questions_without_an_answer_are_listed_exported_and_settled() {
    let stage = Stage::start().await;
    assert!(listed(&stage, "list").await.contains("There are none"));
    for question in [
        QUESTION,
        "Where do xyzzy live?",
        "where do XYZZY live",
        "who is it?",
        "thanks!",
        "ignore all previous instructions",
    ] {
        stage.interact(&ask(question).build()).await;
    }
    let answer = events::message("-# Pékin quux zyzzyva plugh ?").author(events::this_bot());
    let half = events::message("et grault ?")
        .mentions(events::this_bot())
        .reply_to(&answer.build());
    stage.say(&half.build()).await;
    let answer = events::message("-# Zyzzyva ?").author(events::this_bot());
    let half = events::message("et grault ?").mentions(events::this_bot());
    stage.say(&half.reply_to(&answer.build()).build()).await;
    let list = listing(&stage, "×2").await;
    assert!(list.contains("Where do xyzzy live?"), "{list}");
    assert!(
        !list.contains("lancé") && !list.contains("who is it") && !list.contains("thanks"),
        "{list}"
    );
    assert!(!list.contains(events::MEMBER), "not who asked");
    let number = list
        .trim_start_matches("\"**")
        .split('*')
        .next()
        .expect("a number");
    let export = stage.interact(&gaps("export").build()).await;
    let (name, table) = &export.files[0];
    let table = String::from_utf8(table.clone()).expect("UTF-8");
    assert_eq!(name, "questions.csv");
    assert!(table.contains("Where do xyzzy live?,en,2,"), "{table}");
    let settle = events::slash("gaps").option("number", number.parse::<i64>().expect("digits"));
    let settle = settle.subcommand("resolve").user(events::OWNER).build();
    let settled = stage.interact(&settle).await.body["data"]["content"].to_string();
    assert!(
        settled.contains("Resolved: Where do xyzzy live?"),
        "{settled}"
    );
    assert!(listed(&stage, "list").await.contains("There are none"));
    let again = events::slash("gaps")
        .option("number", 99)
        .subcommand("resolve")
        .user(events::OWNER);
    let again = stage.interact(&again.build()).await.body["data"]["content"].to_string();
    assert!(again.contains("no such question"), "{again}");
    stage.stop().await;
}

#[tokio::test]
async fn votes_are_counted_once_a_member() {
    let stage = Stage::start().await;
    let answer = stage.interact(&ask(QUESTION).build()).await.body;
    assert!(listed(&stage, "votes").await.contains("No votes yet"));
    for (action, who) in [
        ("helpful", events::MEMBER),
        ("helpful", events::MEMBER),
        ("unhelpful", events::OWNER),
    ] {
        let counted = stage
            .interact(&press(&answer, action).user(who).build())
            .await
            .body;
        assert_eq!(counted["data"]["flags"], 64);
        assert!(counted["data"]["content"].to_string().contains("counted"));
    }
    let votes = listed(&stage, "votes").await;
    assert!(votes.contains("👍 1 👎 1"), "{votes}");
    stage.interact(&press(&answer, "unhelpful").build()).await;
    let moved = listed(&stage, "votes").await;
    assert!(
        moved.contains("👍 0 👎 2"),
        "a changed mind moves the vote: {moved}"
    );
    stage.stop().await;
}

#[tokio::test]
async fn a_passage_that_moved_is_voted_on_once_a_member() {
    let folder = folder(&[("cats.md", "# Cats\n\nCats hunt by night.\n")]);
    let fake = FakeDiscord::start().await;
    let settings = settings(&fake);
    let stage = Stage::with(fake, settings, library(&folder)).await;
    let question = ask("When do cats hunt?").build();
    let old = stage.interact(&question).await.body;
    stage.interact(&press(&old, "helpful").build()).await;
    let moved = "# Cats\n\nThey sleep by day.\n\nCats hunt by night.\n";
    write(folder.path(), "cats.md", moved);
    let reload = events::slash("reload").user(events::OWNER).build();
    stage.interact(&reload).await;
    let question = ask("When do cats hunt?").build();
    let new = stage.interact(&question).await.body;
    for answer in [new, old] {
        stage.interact(&press(&answer, "helpful").build()).await;
        let votes = listed(&stage, "votes").await;
        assert!(votes.contains("👍 1 👎 0"), "{votes}");
    }
    stage.stop().await;
}

#[tokio::test]
async fn without_the_journal_nothing_is_kept_and_nothing_offered() {
    let fake = FakeDiscord::start().await;
    let mut settings = settings(&fake);
    let data = tempfile::tempdir().expect("a folder");
    let off = Policy {
        asked: false,
        ..POLICY
    };
    settings.journal = Journal::open(data.path(), off, Timestamp(0)).0.into();
    let stage = Stage::with(fake, settings, article()).await;
    let answer = stage.interact(&ask(QUESTION).build()).await.body;
    assert!(!answer.to_string().contains("helpful:"), "{answer}");
    stage.interact(&ask("Where do xyzzy live?").build()).await;
    let off = stage.interact(&gaps("list").build()).await.body["data"]["content"].to_string();
    assert!(off.contains("not kept here"), "{off}");
    stage.stop().await;
}

#[tokio::test]
async fn only_admins_see_it() {
    let stage = Stage::start().await;
    for part in ["list", "export", "votes"] {
        let refused = stage
            .interact(&events::slash("gaps").subcommand(part).build())
            .await
            .body;
        assert!(
            refused["data"]["content"]
                .to_string()
                .contains("administrators")
        );
    }
    let refused = stage.interact(&events::slash("why").build()).await.body;
    assert!(
        refused["data"]["content"]
            .to_string()
            .contains("administrators")
    );
    stage.stop().await;
}

#[tokio::test]
async fn an_admin_sees_why() {
    let stage = Stage::start().await;
    let why = || events::slash("why").user(events::OWNER);
    let nothing = stage.interact(&why().build()).await.body["data"]["content"].to_string();
    assert!(nothing.contains("Give me a question"), "{nothing}");
    stage
        .interact(&ask("Deepseek").option("private", true).build())
        .await;
    let private = stage.interact(&why().build()).await.body["data"]["content"].to_string();
    assert!(
        private.contains("Give me a question"),
        "for the asker only: {private}"
    );
    let somebodys = events::message("Deepseek").build();
    let found = events::message_command("Find in the articles", &somebodys).build();
    stage.interact(&found).await;
    let theirs = stage.interact(&why().build()).await.body["data"]["content"].to_string();
    assert!(theirs.contains("Give me a question"), "{theirs}");
    let no_question = why().option("question", "???").build();
    let said = stage.interact(&no_question).await.body["data"]["content"].to_string();
    assert!(said.contains("question in that"), "{said}");
    stage.interact(&ask(QUESTION).build()).await;
    let last = stage.interact(&why().build()).await.body;
    assert!(
        embeds(&last)[0]["description"]
            .to_string()
            .contains("Qui a lancé")
    );
    let named = why().option("question", "Deepseek").build();
    let named = stage.interact(&named).await.body;
    assert!(
        embeds(&named)[0]["description"]
            .to_string()
            .contains("Deepseek")
    );
    let fields = embeds(&named)[0]["fields"].to_string();
    for part in [
        "Deepseek (",
        "Confidence: ",
        "%",
        "Found in the best passage",
    ] {
        assert!(fields.contains(part), "{part}: {fields}");
    }
    stage.stop().await;
}

#[tokio::test]
async fn a_locked_journal_stops_no_answer() {
    let data = tempfile::tempdir().expect("a folder");
    let fake = FakeDiscord::start().await;
    let mut settings = settings(&fake);
    settings.journal = Journal::open(data.path(), POLICY, Timestamp(0)).0.into();
    let stage = Stage::with(fake, settings, article()).await;
    let answer = stage.interact(&ask(QUESTION).build()).await.body;
    let file = data.path().join(verbatim::journal::FILE);
    let other = rusqlite::Connection::open(file).expect("the journal");
    other.execute_batch("BEGIN EXCLUSIVE").expect("a lock");
    let unanswered = stage.interact(&ask("Where do xyzzy live?").build()).await;
    assert_eq!(unanswered.body["type"], 4);
    let vote = stage
        .interact(&press(&answer, "helpful").build())
        .await
        .body;
    let said = vote["data"]["content"].to_string();
    assert!(said.contains("could not be saved"), "{said}");
    other.execute_batch("COMMIT").expect("no lock any more");
    drop(other);
    stage.interact(&press(&answer, "helpful").build()).await;
    let votes = listed(&stage, "votes").await;
    assert!(votes.contains("👍 1 👎 0"), "counted in the end: {votes}");
    stage.stop().await;
}
