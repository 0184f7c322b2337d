//! The terminal: what it prints, and how it ends.

mod ask;
mod eval;
mod generated;
mod settings;

use crate::support::terminal::Session;
use crate::support::{Child, Program, Said, data, folder, said};

#[track_caller]
fn check(args: &[&str], code: i32, out: &str, err: &str) {
    let Said {
        code: ended,
        out: printed,
        err: complained,
    } = said(&mut Program::new().command(args));
    assert_eq!(ended, code, "{args:?}: {printed}{complained}");
    assert!(printed.contains(out), "{args:?}: {printed}");
    assert!(complained.contains(err), "{args:?}: {complained}");
}

#[test]
fn every_command_ends_with_its_code() {
    check(
        &["ask", "Qui a lancé l'organisation ?"],
        0,
        "Pékin a lancé",
        "",
    );
    check(
        &["ask", "Quelle est la capitale de l'Australie ?"],
        1,
        "No answer",
        "",
    );
    check(
        &["ask", "???"],
        1,
        "No answer: the question has no words",
        "",
    );
    check(
        &["ask", "x", "--knowledge", "nowhere"],
        2,
        "",
        "`nowhere` does not exist",
    );
    check(
        &["ask", "x", "--top", "0"],
        2,
        "",
        "invalid value '0' for '--top <N>'",
    );
    check(&["ask", "x", "--top", "11"], 2, "", "invalid value '11'");
    check(&["ask", "x", "y"], 2, "", "unexpected argument 'y'");
    check(&["--help"], 0, "Usage: verbatim", "");
    check(
        &["--version"],
        0,
        concat!("verbatim ", env!("CARGO_PKG_VERSION"), "\n"),
        "",
    );
    check(&["nonsense"], 2, "", "unrecognized subcommand");
    check(&["check"], 0, "No problem found.", "");
    check(&["run"], 2, "", "DISCORD_TOKEN is not set");
    check(&[], 2, "", "DISCORD_TOKEN is not set");
}

#[test]
fn a_folder_without_a_passage_is_named() {
    let bad = folder(&[("empty.md", "")]);
    let path = bad.path().to_str().expect("UTF-8");
    let checked = said(&mut Program::new().command(&["check", "--knowledge", path]));
    assert_eq!(checked.code, 1);
    assert!(checked.out.contains(path) && checked.out.contains("empty.md:1: "));
    let asked = said(&mut Program::new().command(&["ask", "x", "--knowledge", path]));
    assert_eq!(asked.code, 2);
    assert!(asked.err.contains(path), "{}", asked.err);
}

#[test]
fn without_a_token_a_terminal_shows_the_way() {
    for args in [&[][..], &["run"]] {
        let program = Program::new();
        let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_verbatim"));
        command.args(args).env_clear().current_dir(program.folder());
        let (code, shown) = Session::start(command).end();
        assert_eq!(code, 2, "{shown}");
        for told in [
            "1. Create an application at https://discord.com/developers/applications",
            "2. Run `verbatim setup`",
            "3. Open the invite link",
        ] {
            assert!(shown.contains(told), "{told}: {shown}");
        }
        assert!(!shown.contains("error"), "{shown}");
    }
}

#[test]
fn check_ends_with_what_comes_next() {
    let token = ("DISCORD_TOKEN", "YWJj.def.ghi");
    for (settings, next) in [
        (&[][..], "`verbatim setup` connects the bot to Discord"),
        (&[token], "`verbatim` runs the bot"),
        (
            &[token, ("COOLDOWN", "often")],
            "correct what these lines name",
        ),
    ] {
        let program = Program::new();
        let mut command = program.command(&["check"]);
        let out = said(command.envs(settings.iter().copied())).out;
        let last = out.lines().last().expect("a line");
        assert!(last.starts_with(&format!("Next: {next}")), "{out}");
    }
}

#[test]
fn a_reader_that_has_seen_enough_is_no_error() {
    let program = Program::understanding();
    for args in [
        "ask Deepseek",
        "check",
        "ask --json Deepseek",
        "completions bash",
        "man",
    ] {
        let child = std::process::Command::new(env!("CARGO_BIN_EXE_verbatim"))
            .args(args.split(' '))
            .env_clear()
            .env("DATA_DIR", data())
            .current_dir(program.folder())
            .stdout(std::process::Stdio::piped())
            .stderr(std::process::Stdio::piped())
            .spawn()
            .expect("the program");
        let mut child = Child::of(child);
        drop(child.stdout.take());
        let ended = child.said();
        assert_eq!((ended.code, ended.err.as_str()), (0, ""), "{args}");
    }
}
