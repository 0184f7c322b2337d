//! `/ask` and the message command: what is answered, and when.

use std::time::Duration;

use serde_json::{Value, json};
use verbatim::bot::Settings;

use super::stage::{Stage, article, ask, embeds, place, read, settings, understood_article};
use crate::fake_discord::events::{self, BOT};
use crate::fake_discord::{FakeDiscord, Fault, routes};
use crate::reply::quotes_in;

const QUESTION: &str = "Qui a lancé l'organisation ?";

#[tokio::test]
async fn a_question_is_answered_by_quotes() {
    let stage = Stage::start().await;
    let answer = stage.interact(&ask(QUESTION).locale("fr").build()).await;
    assert_eq!(answer.body["type"], 4, "at once");
    assert_eq!(answer.body["data"]["flags"], 0, "for all to see");
    let description = embeds(&answer.body)[0]["description"].as_str();
    let description = description.expect("a description");
    let first = description.trim_start_matches("> […] ");
    assert!(first.starts_with("**Dans un mouvement stratégique audacieux, Pékin a lancé"));
    let place = place(&answer.body);
    for part in [
        "Conflit pour l'avenir",
        "Next News",
        "4 août",
        "paragraphe 1 sur 9",
    ] {
        assert!(place.contains(part), "{place}");
    }
    assert_eq!(quotes_in(description).len(), 1, "no other adds anything");
    stage.stop().await;
}

#[tokio::test]
async fn an_english_question_is_answered_from_the_french_article() {
    let fake = FakeDiscord::start().await;
    let settings = settings(&fake);
    let stage = Stage::with(fake, settings, understood_article()).await;
    let question = ask("Who launched the organization?")
        .locale("en-US")
        .build();
    let answer = stage.interact(&question).await;
    let first = read(&embeds(&answer.body)[0]);
    assert!(first.contains("nouvellement créée par la Chine"), "{first}");
    stage.stop().await;
}

#[tokio::test]
async fn a_private_question_is_answered_privately() {
    let stage = Stage::start().await;
    let private = ask(QUESTION).option("private", true).build();
    assert_eq!(stage.interact(&private).await.body["data"]["flags"], 64);
    let public = ask(QUESTION).option("private", false).build();
    assert_eq!(stage.interact(&public).await.body["data"]["flags"], 0);
    stage.stop().await;
}

#[tokio::test]
async fn an_answer_that_takes_its_time_is_deferred() {
    let fake = FakeDiscord::start().await;
    let mut settings = settings(&fake);
    settings.defer_after = Duration::ZERO;
    let stage = Stage::with(fake, settings, article()).await;
    for (private, flags) in [(false, 0), (true, 64)] {
        let question = ask(QUESTION).option("private", private).build();
        let first = stage.interact(&question).await;
        assert_eq!(first.body["type"], 5);
        assert_eq!(first.body["data"]["flags"], flags);
        let whole = stage.fake.wait_for_request("PATCH", routes::ORIGINAL).await;
        assert_eq!(whole.parameters[1], question["token"]);
        assert!(read(&embeds(&whole.body)[0]).contains("Pékin a lancé"));
    }
    stage.stop().await;
}

#[tokio::test]
async fn what_has_no_answer_gets_an_honest_one_in_the_members_language() {
    let stage = Stage::start().await;
    let check = async |question: &str, locale: &str, expected: &str| {
        let answer = stage.interact(&ask(question).locale(locale).build()).await;
        let said = answer.body.to_string();
        assert!(said.contains(expected), "{locale}: {said}");
    };
    check("Quelle est la capitale de l'Australie ?", "fr", "Aucun mot").await;
    check(
        "What is the capital of Australia?",
        "en-US",
        "None of the words",
    )
    .await;
    check("???", "en-GB", "can’t see a question").await;
    check("???", "fr", "question").await;
    stage.stop().await;
}

#[tokio::test]
async fn an_overview_of_no_document_in_particular_lists_them() {
    let folder = crate::support::folder(&[
        (
            "cats.md",
            "# Cats\n\nCats are small animals that hunt at night.\n",
        ),
        (
            "dogs.md",
            "# Dogs\n\nDogs are animals that guard the house.\n",
        ),
    ]);
    let fake = FakeDiscord::start().await;
    let settings = settings(&fake);
    let stage = Stage::with(fake, settings, super::stage::library(&folder)).await;
    for (question, locale, expected) in [
        ("What is this about?", "en-US", "There are several articles"),
        ("要約して", "ja", "記事が複数あります"),
    ] {
        let asked = ask(question).locale(locale).build();
        let answer = stage.interact(&asked).await;
        let said = answer.body["data"]["content"].to_string();
        assert!(said.contains(expected) && said.contains(question), "{said}");
        let listed = embeds(&answer.body)[0]["description"].to_string();
        assert!(
            listed.contains("Cats") && listed.contains("Dogs"),
            "{listed}"
        );
    }
    let named = stage
        .interact(&ask("what is the dogs article about?").build())
        .await;
    assert!(
        embeds(&named.body)[0]
            .to_string()
            .contains("guard the house")
    );
    stage.stop().await;
}

#[tokio::test]
async fn many_long_quotes_still_make_one_message() {
    let paragraph = format!(
        "Cats {}hunt.",
        "hunt at night and _sleep_ by day, ".repeat(60)
    );
    let files: Vec<(String, String)> = (0..10)
        .map(|n| {
            (
                format!("{n}.md"),
                format!("# Title {n}\n\n{paragraph} {n}\n"),
            )
        })
        .collect();
    let files: Vec<(&str, &str)> = files
        .iter()
        .map(|(path, text)| (&**path, &**text))
        .collect();
    let folder = crate::support::folder(&files);
    let fake = FakeDiscord::start().await;
    let mut settings = settings(&fake);
    settings.max_quotes = 10;
    let stage = Stage::with(fake, settings, super::stage::library(&folder)).await;
    let answer = stage.interact(&ask("Do cats hunt at night?").build()).await;
    // The stand-in refuses what is over Discord's limits.
    assert_eq!(answer.status, Some(204));
    let description = embeds(&answer.body)[0]["description"].as_str();
    let shown = quotes_in(description.expect("a description")).len();
    assert!((1..10).contains(&shown), "{shown}");
    stage.stop().await;
}

#[test]
fn a_first_response_comes_before_discord_gives_up() {
    // Discord: 3 seconds, the network's part of it included.
    assert!(Settings::DEFER_AFTER <= Duration::from_secs(2));
}

#[tokio::test]
async fn a_message_can_be_the_question() {
    let stage = Stage::start().await;
    let find = |content: &str| {
        let target = events::message(content).build();
        events::message_command("Find in the articles", &target).build()
    };
    let answer = stage.interact(&find(QUESTION)).await;
    assert!(read(&embeds(&answer.body)[0]).contains("Pékin a lancé"));
    let addressed = stage.interact(&find(&format!("<@{BOT}> {QUESTION}"))).await;
    assert_eq!(addressed.body["data"]["content"], format!("-# {QUESTION}"));
    let boxed = events::message("").set(
        "/embeds",
        serde_json::json!([{ "type": "rich", "description": QUESTION }]),
    );
    let boxed = events::message_command("Find in the articles", &boxed.build()).build();
    assert!(!embeds(&stage.interact(&boxed).await.body).is_empty());
    let nothing = stage.interact(&find("")).await;
    assert_eq!(nothing.body["type"], 4);
    let said = nothing.body["data"]["content"]
        .as_str()
        .expect("a sentence");
    assert!(said.contains("message"), "{said}");
    stage.stop().await;
}

#[tokio::test]
async fn sources_and_about_say_what_there_is() {
    let stage = Stage::start().await;
    let sources = stage.interact(&events::slash("sources").build()).await;
    let listed = embeds(&sources.body)[0].to_string();
    for part in ["Conflit pour l'avenir", "Next News", "4 août", "9 passages"] {
        assert!(listed.contains(part), "{listed}");
    }
    let about = stage.interact(&events::slash("about").build()).await;
    let told = embeds(&about.body)[0].to_string();
    for part in [
        concat!("verbatim ", env!("CARGO_PKG_VERSION")),
        "9 passages",
        "Français",
    ] {
        assert!(told.contains(part), "{told}");
    }
    stage.stop().await;
}

#[tokio::test]
async fn a_direct_message_has_commands_too() {
    let stage = Stage::start().await;
    let direct = events::slash("ask")
        .option("question", QUESTION)
        .direct()
        .build();
    let answer = stage.interact(&direct).await;
    assert!(read(&embeds(&answer.body)[0]).contains("Pékin a lancé"));
    stage.stop().await;
}

#[tokio::test]
async fn a_command_of_another_time_is_left_alone() {
    let stage = Stage::start().await;
    let unknown = events::slash("forgotten").build();
    stage.fake.dispatch("INTERACTION_CREATE", &unknown);
    stage.interact(&ask(QUESTION).build()).await;
    stage.take_commands().await;
    stage.fake.expect_no_more();
    stage.stop().await;
}

#[tokio::test]
async fn a_lost_interaction_is_only_logged() {
    let stage = Stage::start().await;
    let lost = ask(QUESTION).build();
    stage.fake.expire(&lost);
    assert_eq!(stage.interact(&lost).await.status, Some(404));
    let refused = Fault::Error {
        status: 403,
        code: 50_001,
        message: "Missing Access",
    };
    stage.fake.fault("POST", routes::CALLBACK, refused);
    stage.interact(&ask(QUESTION).build()).await;
    let answered = stage.interact(&ask(QUESTION).build()).await;
    assert_eq!(answered.status, Some(204), "the bot goes on");
    let log = stage.fake.log();
    assert!(log.contains("the reply could not be delivered"), "{log}");
    stage.stop().await;
}

#[tokio::test]
async fn a_rate_limit_is_waited_out_and_tried_again() {
    let stage = Stage::start().await;
    let limited = || Fault::RateLimited {
        retry_after: 0.01,
        global: false,
    };
    stage.fake.fault("POST", routes::CALLBACK, limited());
    stage.fake.fault("POST", routes::CALLBACK, limited());
    let question = ask(QUESTION).build();
    assert_eq!(stage.interact(&question).await.status, Some(429));
    assert_eq!(stage.fake.answer_to(&question).await.status, Some(429));
    assert_eq!(stage.fake.answer_to(&question).await.status, Some(204));
    stage.fake.fault(
        "POST",
        routes::CALLBACK,
        Fault::RateLimited {
            retry_after: 3_600.0,
            global: false,
        },
    );
    let hopeless = ask(QUESTION).build();
    assert_eq!(stage.interact(&hopeless).await.status, Some(429));
    assert_eq!(
        stage.interact(&ask(QUESTION).build()).await.status,
        Some(204)
    );
    stage.take_commands().await;
    stage.fake.expect_no_more();
    stage.stop().await;
}

#[tokio::test]
async fn straight_to_discord_the_limits_are_kept() {
    let fake = FakeDiscord::builder().tls().start().await;
    let mut settings = settings(&fake);
    settings.endpoints.api_url = None;
    settings.endpoints.http_client = Some(fake.client());
    let stage = Stage::with(fake, settings, article()).await;
    let limited = Fault::RateLimited {
        retry_after: 0.0,
        global: false,
    };
    stage.fake.fault("POST", routes::CALLBACK, limited);
    let question = ask(QUESTION).build();
    assert_eq!(stage.interact(&question).await.status, Some(429));
    let answer = stage.fake.answer_to(&question).await;
    assert_eq!(answer.status, Some(204));
    assert!(read(&embeds(&answer.body)[0]).contains("Pékin a lancé"));
    stage.stop().await;
}

#[tokio::test]
async fn whatever_the_article_says_nobody_is_pinged() {
    let text = "# @everyone\n\n@everyone <@1100000000000000004> <@&1100000000000000012> @here \
                **shout** [x](http://example.org) `code` # no heading\n";
    let folder = crate::support::folder(&[("a.md", text)]);
    let fake = FakeDiscord::start().await;
    let settings = settings(&fake);
    let stage = Stage::with(fake, settings, super::stage::library(&folder)).await;
    let question = ask("@everyone <@1100000000000000004> shout code").build();
    let answer = stage.interact(&question).await;
    let nobody = json!({ "parse": [], "replied_user": false });
    assert_eq!(answer.body["data"]["allowed_mentions"], nobody);
    let source = text.lines().nth(2).expect("the paragraph");
    assert_eq!(read_marked(&embeds(&answer.body)[0]), source);
    stage.stop().await;
}

/// As [`read`], for a text that has asterisks of its own.
fn read_marked(embed: &Value) -> String {
    let mut plain = embed.clone();
    let description = plain["description"].as_str().expect("a description");
    let kept = description.replace("\\*", "\u{1}");
    plain["description"] = json!(kept);
    read(&plain).replace('\u{1}', "*")
}

#[tokio::test]
async fn a_member_takes_it_along_into_groups_and_other_servers() {
    let stage = Stage::start().await;
    let owners = json!({ "1": events::MEMBER });
    let group = ask(QUESTION).direct().set("/context", json!(2));
    let group = group.set("/authorizing_integration_owners", owners.clone());
    let elsewhere = ask(QUESTION).guild("1100000000000000066");
    let elsewhere = elsewhere.set("/authorizing_integration_owners", owners);
    for asked in [group, elsewhere] {
        let answer = stage.interact(&asked.build()).await;
        assert!(read(&embeds(&answer.body)[0]).contains("Pékin a lancé"));
    }
    stage.stop().await;
}
