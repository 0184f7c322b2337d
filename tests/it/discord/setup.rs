//! `verbatim setup` and the first start: from a token to a bot in a server.

use std::fs;
use std::os::unix::fs::{PermissionsExt as _, symlink};
use std::path::Path;
use std::process::Command;

use rustix::process::Signal;
use serde_json::json;

use super::process::Running;
use crate::fake_discord::{FakeDiscord, Fault, events};
use crate::support::terminal::Session;
use crate::support::{Program, Said, read, root};

const OTHER: &str = "b3RoZXI.an-other.token";
const USER: &str = "/users/@me";

/// The link for [`events::APPLICATION`]: the permissions are those of the README's table.
fn link() -> String {
    format!(
        "https://discord.com/oauth2/authorize?client_id={}&scope=bot+applications.commands&permissions={}",
        events::APPLICATION,
        events::APP_PERMISSIONS
    )
}

/// A `.env` as it begins, with this token in it.
fn new_env(token: &str) -> String {
    let example = read(&root().join(".env.example"));
    let (_, rest) = example.split_once('\n').expect("several lines");
    rest.replacen("DISCORD_TOKEN=", &format!("DISCORD_TOKEN={token}"), 1)
}

/// Runs `verbatim setup` with a token on standard input.
async fn set_up(program: &Program, api_url: &str, input: &str, args: &[&str]) -> Said {
    let mut command = program.command(&["setup"]);
    command
        .args(args)
        .env("DISCORD_API_URL", api_url)
        .write_stdin(input);
    let output = tokio::task::spawn_blocking(move || command.output().expect("the program"));
    output.await.expect("no panic").into()
}

/// Runs `verbatim setup` for a token in a folder with this `.env`. Nothing that is said holds a token,
/// and but for success nothing is written.
async fn check(
    fake: &FakeDiscord,
    (before, token, args): (Option<&str>, &str, &[&str]),
    code: i32,
    told: &[&str],
) -> String {
    let program = Program::new();
    let file = program.folder().join(".env");
    if let Some(text) = before {
        fs::write(&file, text).expect("a file");
    }
    let said = set_up(&program, &fake.api_url(), &format!("{token}\n"), args).await;
    let all = format!("{}{}", said.out, said.err);
    assert_eq!(said.code, code, "{all}");
    for told in told {
        assert!(all.contains(told), "{told}: {all}");
    }
    for secret in [fake.token(), OTHER] {
        assert!(!all.contains(secret), "{all}");
    }
    if code == 0 {
        assert_private(&file);
        assert_eq!(said.err, "");
        return read(&file);
    }
    assert_eq!(said.out, "");
    assert!(said.err.starts_with("error: "), "{all}");
    assert_eq!(said.err.lines().count(), 1, "{all}");
    assert_eq!(file.exists().then(|| read(&file)).as_deref(), before);
    String::new()
}

fn assert_private(file: &Path) {
    let mode = file.metadata().expect("a file").permissions().mode();
    assert_eq!(mode & 0o777, 0o600);
}

#[tokio::test]
async fn a_token_that_discord_knows_is_kept() {
    let fake = FakeDiscord::start().await;
    let token = fake.token().to_owned();
    let told = [
        "Discord accepts the token of verbatim.",
        "written to .env",
        "Invite the bot",
        &link(),
        "\n  verbatim\n",
    ];
    let written = check(&fake, (None, &token, &[]), 0, &told).await;
    assert_eq!(written, new_env(&token));
    let spaced = format!("  Bot {token} \r");
    let written = check(&fake, (None, &spaced, &[]), 0, &told).await;
    assert_eq!(written, new_env(&token));
    for (before, after) in [
        ("", "DISCORD_TOKEN=TOKEN\n"),
        (
            "# mine\nCOOLDOWN=off",
            "# mine\nCOOLDOWN=off\nDISCORD_TOKEN=TOKEN\n",
        ),
        (
            "A='1\n2' # x\r\nDISCORD_TOKEN=\r\n\r\nB=2",
            "A='1\n2' # x\r\nDISCORD_TOKEN=TOKEN\r\n\r\nB=2",
        ),
        ("DISCORD_TOKEN='TOKEN'\n", "DISCORD_TOKEN=TOKEN\n"),
    ] {
        let [before, after] = [before, after].map(|text| {
            text.replace("TOKEN=TOKEN", &format!("TOKEN={token}"))
                .replace("'TOKEN'", &format!("'{token}'"))
        });
        let written = check(&fake, (Some(&before), &token, &[]), 0, &told).await;
        assert_eq!(written, after);
    }
    fake.finish();
}

#[tokio::test]
async fn another_token_is_replaced_only_when_that_is_wanted() {
    let fake = FakeDiscord::start().await;
    let token = fake.token().to_owned();
    let before = format!("A=1\nDISCORD_TOKEN={OTHER}\nB=2\n");
    let row = (Some(before.as_str()), token.as_str());
    let told = ["`verbatim setup --yes` replaces it"];
    check(&fake, (row.0, row.1, &[]), 2, &told).await;
    let written = check(&fake, (row.0, row.1, &["--yes"]), 0, &[&link()]).await;
    assert_eq!(written, before.replace(OTHER, &token));
    // It is in a value of several lines.
    let odd = "A='1\nDISCORD_TOKEN=\n'\n";
    let told = ["write the token into it by hand"];
    check(&fake, (Some(odd), &token, &[]), 2, &told).await;
    check(&fake, (Some("A=b c\n"), &token, &[]), 2, &[".env:1: "]).await;
    fake.finish();
}

#[tokio::test]
async fn a_token_that_is_not_right_is_not_kept() {
    let fake = FakeDiscord::start().await;
    for (token, told) in [
        (OTHER, "Discord rejected this token"),
        ("", "no token was given"),
        ("secret words", "this is not a bot token"),
    ] {
        check(&fake, (None, token, &[]), 2, &[told]).await;
    }
    let token = fake.token().to_owned();
    for (fault, told) in [
        (Fault::Page, "the network may want you to sign in first"),
        (
            Fault::Status(511),
            "the network may want you to sign in first",
        ),
        (
            Fault::Status(302),
            "the network may want you to sign in first",
        ),
        (Fault::Status(502), "Discord answered 502"),
        (Fault::DropAfterBody, "Discord cannot be reached"),
    ] {
        fake.fault("GET", USER, fault);
        check(
            &fake,
            (Some("A=1\n"), &token, &[]),
            2,
            &[told, "nothing was written"],
        )
        .await;
    }
    let nobody = std::net::TcpListener::bind("127.0.0.1:0").expect("a free port");
    let address = format!("http://{}", nobody.local_addr().expect("a port"));
    drop(nobody);
    let program = Program::new();
    let said = set_up(&program, &address, &token, &[]).await;
    assert_eq!((said.code, said.out.as_str()), (2, ""));
    assert!(
        said.err.contains("Discord cannot be reached"),
        "{}",
        said.err
    );
    assert!(!said.err.contains(&token), "{}", said.err);
    assert!(!program.folder().join(".env").exists());
    fake.finish();
}

#[tokio::test]
async fn what_stands_in_the_way_of_the_link_is_told() {
    let mut application = events::application();
    application["flags"] = json!(1 << 19);
    application["bot_require_code_grant"] = json!(true);
    application["approximate_guild_count"] = json!(0);
    let fake = FakeDiscord::builder()
        .application(application)
        .start()
        .await;
    let token = fake.token().to_owned();
    let told = [
        "none is needed; Message Content may be switched off",
        "First switch off Requires OAuth2 Code Grant",
        "Invite the bot to your server:",
    ];
    check(&fake, (None, &token, &[]), 0, &told).await;
    fake.finish();
}

#[tokio::test]
async fn the_file_that_the_bot_reads_is_the_one_that_is_written() {
    let fake = FakeDiscord::start().await;
    let program = Program::new();
    let below = program.folder().join("a/b");
    fs::create_dir_all(&below).expect("folders");
    fs::write(program.folder().join("kept"), "A=1\n").expect("a file");
    symlink("kept", program.folder().join(".env")).expect("a link");
    let mut command = program.command(&["setup"]);
    command
        .current_dir(&below)
        .env("DISCORD_API_URL", fake.api_url())
        .env("DISCORD_TOKEN", OTHER)
        .write_stdin(fake.token());
    let said = tokio::task::spawn_blocking(move || command.output().expect("the program"));
    let said: Said = said.await.expect("no panic").into();
    assert_eq!(said.code, 0, "{}", said.err);
    assert!(!below.join(".env").exists());
    let kept = program.folder().join("kept");
    assert_eq!(
        read(&kept),
        format!("A=1\nDISCORD_TOKEN={}\n", fake.token())
    );
    assert_private(&kept);
    // The environment counts before the file.
    let warning = "warning: DISCORD_TOKEN is also set in the environment";
    assert!(said.err.starts_with(warning), "{}", said.err);
    fake.finish();
}

#[tokio::test]
async fn on_a_terminal_the_token_is_not_shown() {
    let fake = FakeDiscord::start().await;
    let token = fake.token().to_owned();
    for (before, said, code) in [
        (None, None, 0),
        (Some(OTHER), Some("y"), 0),
        (Some(OTHER), Some("n"), 2),
        (Some(OTHER), Some(""), 2),
    ] {
        let program = Program::new();
        let file = program.folder().join(".env");
        let before = before.map(|token| format!("DISCORD_TOKEN={token}\n"));
        if let Some(text) = &before {
            fs::write(&file, text).expect("a file");
        }
        let mut command = Command::new(env!("CARGO_BIN_EXE_verbatim"));
        command
            .arg("setup")
            .env_clear()
            .current_dir(program.folder());
        command.env("DISCORD_API_URL", fake.api_url());
        let typed = token.clone();
        let sitting = tokio::task::spawn_blocking(move || {
            let mut session = Session::start(command);
            session.type_unseen(&typed);
            if let Some(said) = said {
                session.wait_for("Replace it? [y/N] ");
                session.type_line(said);
            }
            session.end()
        });
        let (ended, shown) = sitting.await.expect("no panic");
        assert_eq!(ended, code, "{shown}");
        assert!(shown.contains("(it is not shown): \n"), "{shown}");
        assert!(!shown.contains(&token) && !shown.contains(OTHER), "{shown}");
        assert_eq!(shown.contains(&link()), code == 0, "{shown}");
        let after = read(&file);
        match (code, before) {
            (0, None) => assert_eq!(after, new_env(&token)),
            (0, Some(before)) => assert_eq!(after, before.replace(OTHER, &token)),
            (_, before) => assert_eq!(Some(after), before),
        }
    }
    fake.finish();
}

#[tokio::test]
async fn a_bot_in_no_server_logs_its_invite_link() {
    for (guilds, is_told) in [(vec![], true), (vec![events::guild().build()], false)] {
        let fake = FakeDiscord::builder().guilds(guilds).start().await;
        let running = Running::start(&fake, &[]);
        fake.connected().await;
        running.signal(Signal::TERM);
        let (code, log) = running.end().await;
        assert_eq!(code, 0, "{log}");
        let told = format!("the bot is in no server yet; invite it: {}\n", link());
        assert_eq!(log.contains(&told), is_told, "{log}");
        assert_eq!(log.contains("oauth2"), is_told, "{log}");
        fake.finish();
    }
}
