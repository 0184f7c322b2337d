//! `/reload`: who may, what is reported, and what a failure leaves.

use std::fs;

use serde_json::Value;

use super::stage::{Stage, article, ask, embeds, library, read, settings};
use crate::fake_discord::events::{self, GUILD, MANAGE_GUILD, MEMBER, ORDINARY, OWNER, ROLE};
use crate::fake_discord::{FakeDiscord, Setup, routes};
use crate::support::{folder, write};

const CATS: &str = "# Cats\n\nCats sleep by day.\n\nCats hunt by night.\n";
const ELSEWHERE: &str = "1100000000000000077";

fn reload() -> events::Interaction {
    events::slash("reload")
}

/// Whether `/reload` by each of these is done, with this home guild and these admin roles.
async fn check(setup: Setup, home: Option<&str>, roles: &[&str], who: &[(Value, bool)]) {
    let id = |text: &&str| text.parse::<u64>().expect("an id");
    let fake = setup.start().await;
    let mut settings = settings(&fake);
    settings.home_guild = home.as_ref().map(id);
    settings.admin_roles = roles.iter().map(id).collect();
    let stage = Stage::with(fake, settings, article()).await;
    for (interaction, allowed) in who {
        let answer = stage.interact(interaction).await;
        assert_eq!(answer.body["data"]["flags"], 64, "for the asker only");
        let said = answer.body.to_string();
        assert_eq!(
            said.contains("Articles reloaded"),
            *allowed,
            "{interaction}: {said}"
        );
        assert_eq!(
            said.contains("administrators"),
            !*allowed,
            "{interaction}: {said}"
        );
    }
    stage.stop().await;
}

#[tokio::test]
async fn only_admins_may_reload() {
    let one_guild = || FakeDiscord::builder().guilds([events::guild().build()]);
    let two_guilds = || {
        let other = events::guild().id(ELSEWHERE).build();
        FakeDiscord::builder().guilds([events::guild().build(), other])
    };
    let owner = || reload().user(OWNER).build();
    let ordinary = || reload().member(ORDINARY, &[]).build();
    let manager = || reload().member(MANAGE_GUILD, &[]).build();
    let with_role = || reload().member(ORDINARY, &[ROLE]).build();
    let away = || reload().guild(ELSEWHERE).member(MANAGE_GUILD, &[]).build();
    let direct = |user| reload().direct().user(user).build();

    let who = [
        (owner(), true),
        (ordinary(), false),
        (manager(), true),
        (with_role(), false),
        (away(), false),
        (direct(OWNER), true),
        (direct(MEMBER), false),
    ];
    check(one_guild(), None, &[], &who).await;
    let who = [
        (manager(), false),
        (away(), false),
        (owner(), true),
        (with_role(), true),
    ];
    check(two_guilds(), None, &[ROLE], &who).await;
    let who = [(manager(), true), (away(), false), (ordinary(), false)];
    check(two_guilds(), Some(GUILD), &[], &who).await;
    let team = events::team_application(&[MEMBER]);
    let who = [(ordinary(), true), (owner(), false)];
    check(two_guilds().application(team), None, &[], &who).await;
}

#[tokio::test]
async fn a_reload_reports_and_the_new_edition_answers() {
    let folder = folder(&[("cats.md", CATS)]);
    let fake = FakeDiscord::start().await;
    let settings = settings(&fake);
    let stage = Stage::with(fake, settings, library(&folder)).await;
    let dogs = || ask("When do dogs bark?").build();
    let none = stage.interact(&dogs()).await;
    assert!(none.body.to_string().contains("None of the words"));
    write(folder.path(), "dogs.md", "# Dogs\n\nDogs bark at noon.\n");
    fs::write(folder.path().join("bad.md"), b"# Bad\n\n\xff\n").expect("a file");
    write(
        folder.path(),
        "draft.md",
        "---\ndraft: true\n---\nA secret.\n",
    );
    let report = stage.interact(&reload().user(OWNER).build()).await;
    let said = embeds(&report.body)[0].to_string();
    for part in [
        "Articles: 1 added",
        "Passages: 1 added",
        "1 problem",
        "bad.md:3",
        "1 warning",
        "draft.md:2",
    ] {
        assert!(said.contains(part), "{part}: {said}");
    }
    let answer = stage.interact(&dogs()).await;
    assert_eq!(read(&embeds(&answer.body)[0]), "Dogs bark at noon.");
    stage.stop().await;
}

#[tokio::test]
async fn a_failed_reload_says_why_and_the_old_edition_answers() {
    let folder = folder(&[("cats.md", CATS)]);
    let fake = FakeDiscord::start().await;
    let settings = settings(&fake);
    let stage = Stage::with(fake, settings, library(&folder)).await;
    fs::write(folder.path().join("cats.md"), "").expect("a file");
    let report = stage.interact(&reload().user(OWNER).build()).await;
    let said = embeds(&report.body)[0].to_string();
    for part in [
        "not reloaded",
        "I keep answering",
        "no text to quote",
        "cats.md:1",
    ] {
        assert!(said.contains(part), "{part}: {said}");
    }
    let answer = stage.interact(&ask("When do cats hunt?").build()).await;
    assert_eq!(read(&embeds(&answer.body)[0]), "Cats hunt by night.");
    stage.stop().await;
}

#[tokio::test]
async fn two_reloads_at_once_are_each_reported_once() {
    let stage = Stage::start().await;
    let both = [(); 2].map(|()| reload().user(OWNER).build());
    for interaction in &both {
        stage.fake.dispatch("INTERACTION_CREATE", interaction);
    }
    for interaction in &both {
        let answer = stage.fake.answer_to(interaction).await;
        assert!(answer.body.to_string().contains("Articles reloaded"));
    }
    stage.take_commands().await;
    stage.fake.expect_no_more();
    stage.stop().await;
}

#[tokio::test]
async fn a_guild_that_is_left_counts_no_more() {
    let guilds = [
        events::guild().build(),
        events::guild().id(ELSEWHERE).build(),
    ];
    let fake = FakeDiscord::builder().guilds(guilds).start().await;
    let settings = settings(&fake);
    let stage = Stage::with(fake, settings, article()).await;
    let manager = || reload().member(MANAGE_GUILD, &[]).build();
    let check = async |allowed: bool| {
        let answer = stage.interact(&manager()).await;
        assert_eq!(
            answer.body.to_string().contains("Articles reloaded"),
            allowed
        );
    };
    check(false).await;
    stage
        .fake
        .dispatch("GUILD_DELETE", &events::guild_delete(ELSEWHERE, true));
    check(false).await;
    stage
        .fake
        .dispatch("GUILD_DELETE", &events::guild_delete(ELSEWHERE, false));
    check(true).await;
    let requests = stage.fake.requests();
    assert!(
        requests
            .iter()
            .all(|request| !request.is("PATCH", routes::ORIGINAL))
    );
    stage.stop().await;
}
