//! What the stand-in says is what Discord says: serenity, twilight and Discord's own schema agree.

use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use serenity::all::Event;
use twilight_model::application::interaction::Interaction;
use twilight_model::gateway::payload::incoming::{GuildCreate, GuildDelete, MessageCreate, Ready};

use crate::fake_discord::events::{self, GUILD, MANAGE_GUILD, OWNER, ROLE, message, slash};
use crate::fake_discord::problems_of_response;
use crate::fake_discord::routes::MESSAGE;

/// Both libraries read the event.
fn check<T: DeserializeOwned>(event: &str, data: &Value) {
    let read: Event = serde_json::from_value(json!({ "t": event, "d": data })).expect("an event");
    assert!(
        !matches!(read, Event::Unknown(_)),
        "serenity cannot read {event}: {data:#}"
    );
    let read = T::deserialize(data);
    read.unwrap_or_else(|error| panic!("twilight cannot read {event}: {error}\n{data:#}"));
}

#[test]
fn sessions_and_guilds_are_read() {
    let guild = events::guild()
        .id("77")
        .owner(OWNER)
        .locale("de")
        .role(ROLE, "more", MANAGE_GUILD)
        .channels(&[events::channel("78", "elsewhere")])
        .build();
    check::<GuildCreate>("GUILD_CREATE", &guild);
    check::<GuildCreate>("GUILD_CREATE", &events::guild().build());
    check::<GuildDelete>("GUILD_DELETE", &events::guild_delete(GUILD, false));
    check::<GuildDelete>("GUILD_DELETE", &events::guild_delete(GUILD, true));
    check::<Ready>(
        "READY",
        &events::ready("session", "ws://127.0.0.1:1", &[guild]),
    );
}

#[test]
fn messages_are_read() {
    let plain = message("who?").build();
    for message in [
        message("who?")
            .mentions(events::this_bot())
            .reply_to(&plain)
            .build(),
        message("who?")
            .mentions_role(ROLE)
            .mentions_everyone()
            .reply_to_deleted()
            .build(),
        message("who?").webhook("79").channel("80").build(),
        message("who?").author(events::bot("81", "other")).build(),
        message("who?").direct().build(),
        message("who?").set("/flags", json!(4)).build(),
    ] {
        check::<MessageCreate>("MESSAGE_CREATE", &message);
    }
}

#[test]
fn interactions_are_read() {
    let post = message("who?").build();
    for interaction in [
        slash("ask")
            .option("question", "Qui ?")
            .option("private", true)
            .build(),
        slash("ask")
            .option("top", 3)
            .option("threshold", 0.5)
            .subcommand("now")
            .build(),
        slash("ask")
            .member(MANAGE_GUILD, &[ROLE])
            .locale("fr")
            .guild_locale("de")
            .build(),
        slash("ask").guild("82").user(OWNER).build(),
        slash("ask").direct().user(OWNER).build(),
        slash("ask").set("/locale", json!("xx")).build(),
        events::autocomplete("ask").focused("question", "Q").build(),
        events::message_command("Find in the articles", &post).build(),
        events::button("more:1", &post).build(),
        events::select("which", &["1", "2"], &post).direct().build(),
        events::modal("feedback", &[("why", "because"), ("where", "here")]).build(),
    ] {
        check::<Interaction>("INTERACTION_CREATE", &interaction);
    }
}

#[test]
fn objects_are_as_in_the_schema() {
    let none: [String; 0] = [];
    let team = events::team_application(&[OWNER]);
    for application in [events::application(), team] {
        let problems = problems_of_response("GET", "/applications/@me", 200, &application);
        assert_eq!(problems, none);
    }
    let user = events::current_user();
    assert_eq!(problems_of_response("GET", "/users/@me", 200, &user), none);
    let post = message("who?").direct().build();
    assert_eq!(problems_of_response("GET", MESSAGE, 200, &post), none);
}
