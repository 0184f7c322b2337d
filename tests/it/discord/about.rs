//! `/help`, `/about`, and what keeps the bot from working, here and in a terminal.

use std::path::Path;
use std::process::Command;

use serde_json::{Value, json};
use verbatim::journal::{AnswerPlace, ChannelSettings, Journal, Policy, Timestamp};

use super::stage::{Stage, article, embeds, settings};
use crate::fake_discord::events::{self, BOT, CHANNEL, GUILD, ROLE};
use crate::fake_discord::{FakeDiscord, routes};
use crate::support::Program;

async fn about(stage: &Stage, command: events::Interaction) -> String {
    let answer = stage.interact(&command.build()).await.body;
    embeds(&answer)[0].to_string()
}

#[tokio::test]
async fn help_lists_the_commands() {
    let stage = Stage::start().await;
    let help = stage
        .interact(&events::slash("help").locale("de").build())
        .await
        .body;
    let said = embeds(&help)[0]["description"].as_str().expect("a text");
    for name in ["ask", "verify", "sources", "about", "help"] {
        assert!(said.contains(&format!("</{name}:")), "{name}: {said}");
    }
    assert!(said.contains("Frag"), "in the reader's language: {said}");
    let on_messages = "Apps → *In den Artikeln suchen*, *Dieses Zitat prüfen*";
    assert!(said.contains(on_messages), "{said}");
    assert!(!said.contains("knowledge"), "not those of admins: {said}");
    let admin = events::slash("help").user(events::OWNER).build();
    let help = stage.interact(&admin).await.body;
    let said = embeds(&help)[0]["description"].as_str().expect("a text");
    for name in ["ask", "reload", "knowledge", "gaps", "settings", "why"] {
        assert!(said.contains(&format!("</{name}:")), "{name}: {said}");
    }
    stage.stop().await;
}

#[tokio::test]
async fn about_tells_members_what_it_is_and_admins_what_it_lacks() {
    let stage = Stage::start().await;
    let said = about(&stage, events::slash("about")).await;
    for part in [
        "verbatim",
        "9 passages",
        "Loaded <t:",
        "Privacy",
        "the titles of new forum posts",
        "share words with the question",
    ] {
        assert!(said.contains(part), "{part}: {said}");
    }
    assert!(!said.contains("Self-check"), "{said}");
    let admin = || events::slash("about").user(events::OWNER);
    let fine = about(&stage, admin()).await;
    assert!(fine.contains("Everything is as it should be"), "{fine}");
    // View Channels alone.
    let bare = about(&stage, admin().set("/app_permissions", json!("1024"))).await;
    for lacking in ["Embed Links", "Send Messages", "Read Message History"] {
        assert!(bare.contains(lacking), "{bare}");
    }
    assert!(!bare.contains("View Channels"), "{bare}");
    let french = admin().locale("fr").set("/app_permissions", json!("1024"));
    let french = about(&stage, french).await;
    assert!(
        french.contains("Intégrer des liens"),
        "by the names of their client: {french}"
    );
    // In direct messages a bot has no permissions that could be missing.
    let direct = about(
        &stage,
        admin()
            .direct()
            .user(events::OWNER)
            .set("/app_permissions", json!("0")),
    )
    .await;
    assert!(
        direct.contains("I can only check my permissions in a server"),
        "{direct}"
    );
    assert!(!direct.contains("Everything"), "{direct}");
    let private = stage.interact(&admin().build()).await.body;
    assert_eq!(private["data"]["flags"], 64, "for the admin only");
    stage.fake.register(None, &[]);
    let differ = about(&stage, admin()).await;
    assert!(
        differ.contains("The commands on Discord are out of date"),
        "{differ}"
    );
    stage.stop().await;
}

#[tokio::test]
async fn with_a_home_commands_that_are_left_elsewhere_are_told() {
    let fake = FakeDiscord::start().await;
    let mut settings = settings(&fake);
    settings.home_guild = Some(GUILD.parse().expect("an id"));
    let stage = Stage::with(fake, settings, article()).await;
    let admin = || events::slash("about").user(events::OWNER);
    let fine = about(&stage, admin()).await;
    assert!(fine.contains("Everything is as it should be"), "{fine}");
    let left = json!({ "name": "ask", "description": "Ask", "type": 1 });
    stage.fake.register(None, &[left]);
    let differ = about(&stage, admin()).await;
    assert!(
        differ.contains("The commands on Discord are out of date"),
        "{differ}"
    );
    stage.stop().await;
}

/// `verbatim check --discord` in a terminal, against `fake`; its exit code and what it prints.
async fn check(fake: &FakeDiscord, token: &str, args: &[&str]) -> (i32, String) {
    check_in(&Program::new(), fake, token, args).await
}

async fn check_in(
    program: &Program,
    fake: &FakeDiscord,
    token: &str,
    args: &[&str],
) -> (i32, String) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_verbatim"));
    command
        .env_clear()
        .current_dir(program.folder())
        .env("DISCORD_TOKEN", token)
        .env("DISCORD_API_URL", fake.api_url())
        .args(["check", "--discord"])
        .args(args);
    let ended = tokio::task::spawn_blocking(move || command.output());
    let output = ended.await.expect("no panic").expect("the program");
    let said = String::from_utf8(output.stdout).expect("UTF-8");
    (output.status.code().expect("an exit code"), said)
}

/// Sets [`CHANNEL`] to answer in threads, in the journal of a data folder.
fn answer_in_threads(data: &Path) {
    let policy = Policy {
        asked: true,
        guilds: false,
        days: 30,
    };
    let (journal, problem) = Journal::open(data, policy, Timestamp(0));
    assert!(problem.is_none(), "{problem:?}");
    let settings = ChannelSettings {
        place: AnswerPlace::Thread,
        ..ChannelSettings::default()
    };
    let channel = CHANNEL.parse().expect("an id");
    journal.set_channel(channel, settings).expect("kept");
}

#[tokio::test]
async fn a_terminal_tells_of_intents_that_nothing_needs() {
    let mut application = events::application();
    for (flags, expected) in [
        (0, "intents: none is needed\n"),
        (
            1 << 19,
            "intents: none is needed; Message Content can be turned off\n",
        ),
        (
            1 << 12 | 1 << 15 | 1 << 18,
            "; Presence, Server Members, Message Content can",
        ),
    ] {
        application["flags"] = json!(flags);
        let setup = FakeDiscord::builder().application(application.clone());
        let fake = setup.start().await;
        let token = fake.token().to_owned();
        let (_, said) = check(&fake, &token, &[]).await;
        assert!(said.contains(expected), "{flags}: {said}");
    }
}

/// A guild whose channel lets everybody but the bot's role write.
fn guild() -> Value {
    let mut channel = events::channel(CHANNEL, "general");
    channel["permission_overwrites"] = json!([
        { "id": GUILD, "type": 0, "allow": "16384", "deny": "0" },
        { "id": ROLE, "type": 0, "allow": "0", "deny": "2048" },
        { "id": BOT, "type": 1, "allow": "65536", "deny": "16384" },
    ]);
    let mut guild = events::guild().channels(&[channel]).build();
    guild["members"][0]["roles"] = json!([ROLE]);
    guild
}

#[tokio::test]
async fn a_terminal_tells_what_keeps_the_bot_from_working() {
    let fake = FakeDiscord::builder().guilds([guild()]).start().await;
    let settings = settings(&fake);
    let stage = Stage::with(fake, settings, article()).await;
    let token = stage.fake.token().to_owned();
    let (code, said) = check(&stage.fake, &token, &[]).await;
    assert_eq!(code, 0, "{said}");
    assert!(said.contains("Discord: verbatim, in 1 server"), "{said}");
    let (code, said) = check(&stage.fake, &token, &["--channel", CHANNEL]).await;
    assert_eq!(code, 1, "{said}");
    for lacking in ["Send Messages and Create Posts", "Embed Links"] {
        let line = format!("Discord: the bot lacks the permission {lacking} in that channel");
        assert!(said.contains(&line), "{line}: {said}");
    }
    for granted in ["View Channel", "Read Message History", "Create Public"] {
        assert!(!said.contains(granted), "{granted}: {said}");
    }
    let program = Program::new();
    answer_in_threads(&program.folder().join("data"));
    let (_, said) = check_in(&program, &stage.fake, &token, &["--channel", CHANNEL]).await;
    assert!(
        said.contains("Create Public Threads in that channel"),
        "{said}"
    );
    stage.fake.register(None, &[]);
    let (code, said) = check(&stage.fake, &token, &[]).await;
    assert_eq!(code, 1);
    assert!(said.contains("the commands are out of date"), "{said}");
    let (code, said) = check(&stage.fake, "d3Jvbmc.is-this.token", &[]).await;
    assert_eq!(code, 1);
    assert!(said.contains("Discord rejected the token"), "{said}");
    let (code, said) = check(&stage.fake, "nonsense", &[]).await;
    assert_eq!(code, 1);
    assert!(said.contains("Discord was not asked"), "{said}");
    stage.fake.wait_for_request("GET", routes::MEMBER).await;
    stage.stop().await;
}
