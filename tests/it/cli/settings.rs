//! Settings: where they are read from, and how what is wrong with them is told.

use std::fs;

use crate::support::{Program, folder, said};

#[test]
fn check_tells_every_problem_of_folder_and_settings() {
    let program = Program::new();
    let bad = folder(&[("good.md", "# A title\n\nA paragraph.\n"), ("empty.md", "")]);
    let mut command = program.command(&["check", "--knowledge"]);
    command
        .arg(bad.path())
        .env("HOME_GUILD_ID", "abc")
        .env("ADMIN_ROLE_IDS", "1,,x")
        .env("MAX_QUOTES", "99")
        .env("LOG_LEVEL", "loud")
        .env("DISCORD_API_URL", "ftp://x")
        .env("JOURNAL", "maybe")
        .env("JOURNAL_DAYS", "0")
        .env("KNOWLEDGE_EDIT", "yes")
        .env("TRANSLATE_URL", "https://example.org/?text=")
        .env("DISCORD_TOKEN", "secret.but.not quite");
    let said = said(&mut command);
    assert_eq!(said.code, 1, "{}{}", said.out, said.err);
    for part in [
        "1 document, 1 passage, 2 words",
        "/empty.md:1: ",
        "HOME_GUILD_ID: invalid value 'abc'",
        "ADMIN_ROLE_IDS: invalid value",
        "MAX_QUOTES: invalid value '99'",
        "LOG_LEVEL: invalid value 'loud'",
        "DISCORD_API_URL: invalid value 'ftp://x'",
        "JOURNAL: invalid value 'maybe'",
        "JOURNAL_DAYS: invalid value '0'",
        "KNOWLEDGE_EDIT: invalid value 'yes'",
        "TRANSLATE_URL: invalid value 'https://example.org/?text='",
        "an address with {text} where the words belong is wanted",
        "DISCORD_TOKEN is no bot token",
        "11 problems found.",
    ] {
        assert!(said.out.contains(part), "{part}: {}", said.out);
    }
    assert!(!said.out.contains("secret"), "{}", said.out);
}

#[test]
fn env_files_are_read_and_blank_settings_are_no_settings() {
    let program = Program::new();
    let with = |env: &str, args: &[&str]| {
        fs::write(program.folder().join(".env"), env).expect("a file");
        said(&mut program.command(args))
    };
    let blank = "DISCORD_TOKEN=\nHOME_GUILD_ID=\nADMIN_ROLE_IDS=\nMAX_QUOTES= \nKNOWLEDGE_DIR=\n\
                 LOG_LEVEL=\nLOG_FORMAT=\nDISCORD_API_URL=\nDISCORD_GATEWAY_URL=\n";
    assert!(
        with(blank, &["run"])
            .err
            .contains("DISCORD_TOKEN is not set")
    );
    assert_eq!(with(blank, &["ask", "Deepseek"]).code, 0);
    assert_eq!(with(blank, &["check"]).code, 0);
    assert!(
        with("KNOWLEDGE_DIR=nowhere", &["ask", "x"])
            .err
            .contains("`nowhere`")
    );
    let ids = "HOME_GUILD_ID=' 12 '\nADMIN_ROLE_IDS='1, 2,'\n";
    assert_eq!(with(ids, &["check"]).code, 0);
    let broken = |args: &[&str]| with("DISCORD_TOKEN='secret", args);
    let asked = broken(&["ask", "Deepseek"]);
    assert_eq!(asked.code, 0);
    assert!(
        asked.err.starts_with("warning: .env: the line of"),
        "{}",
        asked.err
    );
    assert_eq!(broken(&["--version"]).code, 0);
    let run = broken(&["run"]);
    assert_eq!(run.code, 2);
    assert!(
        run.err.contains(".env: the line of DISCORD_TOKEN"),
        "{}",
        run.err
    );
    let check = broken(&["check"]);
    assert_eq!(check.code, 1);
    assert!(
        check.out.contains(".env: the line of DISCORD_TOKEN"),
        "{}",
        check.out
    );
    for said in [run, check] {
        assert!(!said.err.contains("secret") && !said.out.contains("secret"));
    }
}

#[test]
fn a_malformed_token_is_told_without_being_shown() {
    let program = Program::new();
    let said = said(
        program
            .command(&["run"])
            .env("DISCORD_TOKEN", "secret but wrong"),
    );
    assert_eq!(said.code, 2);
    assert!(
        said.err.contains("DISCORD_TOKEN is no bot token"),
        "{}",
        said.err
    );
    assert!(!said.err.contains("secret"), "{}", said.err);
    assert_eq!(said.err.lines().count(), 1, "{}", said.err);
}
