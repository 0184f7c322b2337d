//! Settings: where they are read from, and how what is wrong with them is told.

use std::fs;

use crate::support::{Program, folder, root, said};

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
        .env("COOLDOWN", "often")
        .env("METRICS_ADDR", "9464")
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
        "JOURNAL: invalid value 'maybe' for '--journal <SWITCH>' [possible values: on, off]",
        "JOURNAL_DAYS: invalid value '0'",
        "KNOWLEDGE_EDIT: invalid value 'yes'",
        "COOLDOWN: invalid value 'often'",
        "written as QUESTIONS/SECONDS, such as 5/10, or off",
        "METRICS_ADDR: invalid value '9464'",
        "it must be an IP address and a port, such as 127.0.0.1:9464",
        "TRANSLATE_URL: invalid value 'https://example.org/?text='",
        "it must contain {text}, which is replaced by the quote",
        "DISCORD_TOKEN is not a bot token",
        "13 problems found.",
    ] {
        assert!(said.out.contains(part), "{part}: {}", said.out);
    }
    assert!(!said.out.contains("secret"), "{}", said.out);
}

#[test]
fn check_tells_warnings_from_problems() {
    let program = Program::new();
    let check = |files: &[(&str, &str)], code: i32, parts: &[&str]| {
        let folder = folder(files);
        let said = said(
            program
                .command(&["check", "--knowledge"])
                .arg(folder.path()),
        );
        assert_eq!(said.code, code, "{}{}", said.out, said.err);
        for part in parts {
            let part = part.replace("FOLDER", &folder.path().display().to_string());
            assert!(said.out.contains(&part), "{part}: {}", said.out);
        }
    };
    let good = ("good.md", "---\nmood: fine\n---\nA paragraph.\n");
    let draft = ("draft.md", "---\ndraft: true\n---\nA secret.\n");
    let copy = ("later.txt", "A paragraph.\n");
    check(
        &[good, draft, copy],
        0,
        &[
            "2 documents, 2 passages",
            "\nwarning: FOLDER/draft.md:2: left out because the front matter says `draft: true`",
            "\nwarning: FOLDER/good.md:2: unknown key `mood`",
            "\nwarning: FOLDER/later.txt:1: the file has the same text as good.md",
            "\nNo problem found, 3 warnings.\n",
        ],
    );
    check(
        &[good, ("empty.md", "")],
        1,
        &[
            "\nFOLDER/empty.md:1: the file is empty",
            "\nwarning: FOLDER/good.md:2: ",
            "\n1 problem found, 1 warning.\n",
        ],
    );
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
        said.err.contains("DISCORD_TOKEN is not a bot token"),
        "{}",
        said.err
    );
    assert!(!said.err.contains("secret"), "{}", said.err);
    assert_eq!(said.err.lines().count(), 1, "{}", said.err);
}

#[test]
fn a_bad_line_of_an_env_file_is_told_without_its_value() {
    let program = Program::new();
    let below = "a/b";
    fs::create_dir_all(program.folder().join(below)).expect("folders");
    let value = "put the value in single quotes";
    let rows = [
        ("DISCORD_TOKEN='secret", 1, "DISCORD_TOKEN cannot be read"),
        (
            "DISCORD_TOKEN=secret=secret secret",
            1,
            "DISCORD_TOKEN cannot be read",
        ),
        (
            "\u{feff}A=1\r\n\r\nADMIN_ROLE_IDS=123456, 234567\r\n",
            3,
            "ADMIN_ROLE_IDS cannot be read",
        ),
        (
            "# it's\nexport DATA_DIR=my secret\nA=b c\n",
            2,
            "DATA_DIR cannot be read",
        ),
        (
            "A='1\n2'\nTRANSLATE_URL=https://x/{text} secret",
            3,
            "TRANSLATE_URL cannot be read",
        ),
        ("DATA_DIR=\\secret", 1, "DATA_DIR cannot be read"),
        // A token that was broken in two.
        (
            "DISCORD_TOKEN=\nsecret=secret secret\n",
            2,
            "the value cannot be read",
        ),
        ("DISCORD TOKEN=secret", 1, "this is not NAME=value"),
        ("DISCORD_TOKEN=\nsecret", 2, "this is not NAME=value"),
    ];
    for (env, line, fault) in rows {
        fs::write(program.folder().join(".env"), env).expect("a file");
        let above = said(&mut program.command(&["run"]));
        let mut command = program.command(&["run"]);
        let deep = said(command.current_dir(program.folder().join(below)));
        for said in [&above, &deep] {
            assert_eq!(said.code, 2, "{env:?}");
            let told = format!(".env:{line}: {fault}");
            assert!(said.err.contains(&told), "{env:?}: {}", said.err);
            assert!(!said.err.contains("secret"), "{env:?}: {}", said.err);
            assert_eq!(said.err.contains(value), fault.contains("cannot be read"));
        }
        assert!(above.err.starts_with("error: .env:"), "{}", above.err);
    }
}

#[test]
fn a_bad_env_file_stops_those_who_need_it_and_warns_the_others() {
    let program = Program::new();
    fs::write(program.folder().join(".env"), "A=b c\nDATA_DIR=elsewhere").expect("a file");
    fs::write(program.folder().join("qrels.jsonl"), "").expect("a file");
    let page = fs::read_to_string(root().join("tests/it/import/blog.html")).expect("a page");
    fs::write(program.folder().join("page.html"), page).expect("a file");
    let error = "error: .env:1: ";
    let warning = "warning: .env:1: ";
    for (args, code, start) in [
        (&["run"][..], 2, error),
        (&["journal", "export"], 2, error),
        (&["journal", "purge"], 2, error),
        (&["health"], 2, error),
        (&["ask", "Deepseek"], 0, warning),
        (&["eval", "qrels.jsonl"], 0, warning),
        (&["import", "page.html"], 0, warning),
        (&["--version"], 0, ""),
    ] {
        let said = said(&mut program.command(args));
        assert_eq!(said.code, code, "{args:?}: {}", said.err);
        assert!(said.err.starts_with(start), "{args:?}: {}", said.err);
    }
    let check = said(&mut program.command(&["check"]));
    assert_eq!(check.code, 1);
    assert!(check.out.contains("\n.env:1: "), "{}", check.out);
}

#[test]
fn check_says_where_nothing_could_be_kept() {
    let program = Program::new();
    fs::write(program.folder().join("file"), "").expect("a file");
    fs::create_dir(program.folder().join("data")).expect("a folder");
    std::os::unix::fs::symlink("round", program.folder().join("round")).expect("a link");
    let entries = || fs::read_dir(program.folder()).expect("a folder").count();
    let before = entries();
    for (data, told) in [
        ("data", None),
        ("data/deep/er", None),
        ("nowhere", None),
        ("file", Some("`file` is not a folder")),
        ("file/data", Some("`file/data` cannot be used: ")),
        ("round", Some("`round` cannot be used: ")),
    ] {
        let check = said(program.command(&["check"]).env("DATA_DIR", data));
        assert_eq!(check.code, i32::from(told.is_some()), "{}", check.out);
        assert!(
            check.out.contains(told.unwrap_or_default()),
            "{}",
            check.out
        );
    }
    assert_eq!(entries(), before, "looking makes nothing");
}

#[test]
fn the_data_may_not_be_among_the_articles() {
    let program = Program::new();
    let articles = folder(&[("good.md", "# A title\n\nA paragraph.\n")]);
    let data = articles.path().join("data");
    let token = format!("{}.abcdef.{}", "MTIzNDU2Nzg5MDEyMzQ1Njc4", "x".repeat(38));
    let with = |command: &str| {
        let mut command = program.command(&[command]);
        command.env("KNOWLEDGE_DIR", articles.path());
        command.env("DATA_DIR", &data).env("DISCORD_TOKEN", &token);
        said(&mut command)
    };
    let message = format!("DATA_DIR `{}` is inside KNOWLEDGE_DIR", data.display());
    let checked = with("check");
    assert_eq!(checked.code, 1, "{}", checked.err);
    assert!(checked.out.contains(&message), "{}", checked.out);
    let run = with("run");
    assert_eq!(run.code, 2, "{}", run.out);
    assert!(run.err.contains(&message), "{}", run.err);
    // A hidden folder is not read.
    let mut hidden = program.command(&["check"]);
    hidden.env("KNOWLEDGE_DIR", articles.path());
    hidden.env("DATA_DIR", articles.path().join(".data"));
    let hidden = said(&mut hidden);
    assert!(!hidden.out.contains("is inside"), "{}", hidden.out);
}
