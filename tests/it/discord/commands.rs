//! The commands in Discord's menus: what is registered, where, and when.

use serde_json::{Value, json};

use super::stage::{Stage, article, settings};
use crate::fake_discord::events::{self, GUILD};
use crate::fake_discord::{FakeDiscord, Fault, routes};

/// What a bot with these settings registers over what an earlier one left: the requests in their
/// order.
async fn start(earlier: &[(Option<&str>, &[Value])], home: Option<u64>) -> (Stage, Vec<String>) {
    let fake = FakeDiscord::start().await;
    for (guild, commands) in earlier {
        fake.register(*guild, commands);
    }
    let mut settings = settings(&fake);
    settings.home_guild = home;
    let stage = Stage::with(fake, settings, article()).await;
    let lists = [routes::COMMANDS, routes::GUILD_COMMANDS];
    let requests = stage.fake.requests();
    let of_commands = requests
        .iter()
        .filter(|request| request.route.is_some_and(|route| lists.contains(&route)));
    let told = of_commands
        .map(|request| match request.route {
            Some(routes::COMMANDS) => format!("{} everywhere", request.method),
            _ => format!("{} at home", request.method),
        })
        .collect();
    (stage, told)
}

fn home() -> u64 {
    GUILD.parse().expect("an id")
}

#[tokio::test]
async fn they_are_registered_everywhere_once() {
    let (stage, told) = start(&[], None).await;
    assert_eq!(told, ["GET everywhere", "PUT everywhere"]);
    let registered = stage.fake.registered(None);
    stage.stop().await;
    let (stage, told) = start(&[(None, &registered)], None).await;
    assert_eq!(told, ["GET everywhere"], "they are in step");
    stage.stop().await;
}

#[tokio::test]
async fn with_a_home_they_are_there_and_nowhere_else() {
    let (stage, told) = start(&[], None).await;
    let everywhere = stage.fake.registered(None);
    assert_eq!(told.len(), 2);
    stage.stop().await;
    let (stage, told) = start(&[(None, &everywhere)], Some(home())).await;
    assert_eq!(
        told,
        [
            "GET at home",
            "PUT at home",
            "GET everywhere",
            "PUT everywhere"
        ]
    );
    assert!(stage.fake.registered(None).is_empty());
    let at_home = stage.fake.registered(Some(GUILD));
    assert_eq!(at_home.len(), everywhere.len());
    stage.stop().await;
    let (stage, told) = start(&[(Some(GUILD), &at_home)], Some(home())).await;
    assert_eq!(told, ["GET at home", "GET everywhere"], "they are in step");
    stage.stop().await;
}

#[tokio::test]
async fn any_difference_registers_them_anew() {
    let (stage, _) = start(&[], None).await;
    let registered = stage.fake.registered(None);
    stage.stop().await;
    let changes: [fn(&mut Vec<Value>); 7] = [
        |commands| drop(commands.pop()),
        |commands| commands.push(json!({ "name": "more", "description": "d", "type": 1 })),
        |commands| of(commands, "ask")["description"] = json!("Other words"),
        |commands| of(commands, "ask")["description_localizations"]["fr"] = json!("Autre"),
        |commands| of(commands, "ask")["options"][0]["required"] = json!(false),
        |commands| of(commands, "reload")["default_member_permissions"] = json!(null),
        |commands| {
            of(commands, "sources")["options"] = json!([{
                "type": 5, "name": "more", "description": "Something that is no more"
            }]);
        },
    ];
    for change in changes {
        let mut earlier = registered.clone();
        change(&mut earlier);
        let (stage, told) = start(&[(None, &earlier)], None).await;
        assert_eq!(told, ["GET everywhere", "PUT everywhere"], "{earlier:#?}");
        stage.stop().await;
    }
}

fn of<'a>(commands: &'a mut [Value], name: &str) -> &'a mut Value {
    let mut commands = commands.iter_mut();
    commands
        .find(|command| command["name"] == name)
        .expect("the command")
}

#[tokio::test]
async fn a_failure_leaves_the_bot_answering() {
    let fake = FakeDiscord::start().await;
    let refused = Fault::Error {
        status: 403,
        code: 50_001,
        message: "Missing Access",
    };
    fake.fault("GET", routes::COMMANDS, refused);
    let settings = settings(&fake);
    let stage = Stage::with(fake, settings, article()).await;
    let answer = stage.interact(&super::stage::ask("Deepseek").build()).await;
    assert_eq!(answer.body["type"], 4);
    assert!(
        stage
            .fake
            .log()
            .contains("the commands could not be registered")
    );
    stage.stop().await;
}

#[tokio::test]
async fn they_are_registered_later_where_discord_is_down() {
    let fake = FakeDiscord::start().await;
    fake.fault("GET", routes::COMMANDS, Fault::Status(502));
    let settings = settings(&fake);
    let stage = Stage::with(fake, settings, article()).await;
    stage.fake.wait_for_request("PUT", routes::COMMANDS).await;
    stage.logged("commands registered").await;
    let help = loop {
        let help = stage.interact(&events::slash("help").build()).await.body;
        if help.to_string().contains("</ask:") {
            break help;
        }
    };
    assert!(help.to_string().contains("</verify:"), "{help}");
    stage.stop().await;
}

#[tokio::test]
async fn the_definitions_are_these() {
    let (stage, _) = start(&[], None).await;
    let put = stage.fake.wait_for_request("PUT", routes::COMMANDS).await;
    insta::assert_json_snapshot!(put.body);
    stage.stop().await;
}
