//! The README, `.env.example` and `--help` say the same, and what the README shows is what happens.

use std::fmt::Write as _;
use std::fs;

use clap::Arg;

use verbatim::question::Question;
use verbatim::reply::{self, Locale};

use crate::fake_discord::events;
use crate::support::{Program, UNDERSTOOD, root, said};

#[test]
fn env_example_lists_every_setting() {
    let mut expected = String::from(
        "# Copy to .env and put the token in; everything else may stay as it is.\n\
         # A setting that is commented out, or has nothing behind the =, has its default.\n",
    );
    for arg in settings() {
        let (name, help) = (variable(&arg), help(&arg));
        let mark = if name == "DISCORD_TOKEN" { "" } else { "#" };
        let _ = write!(expected, "\n# {help}\n{mark}{name}={}\n", default(&arg));
    }
    assert_same(".env.example", &read(".env.example"), &expected);
}

#[test]
fn the_readme_lists_every_setting() {
    let mut expected =
        String::from("\n| variable | flag | default | what it is |\n|---|---|---|---|\n");
    for arg in settings() {
        let default = match default(&arg).as_str() {
            "" => String::new(),
            default => format!("`{default}`"),
        };
        let flag = arg.get_long().expect("a flag");
        let _ = writeln!(
            expected,
            "| `{}` | `--{flag}` | {default} | {} |",
            variable(&arg),
            help(&arg)
        );
    }
    let readme = read("README.md");
    assert_same(
        "the README's table",
        between(&readme, "settings"),
        &expected,
    );
}

#[test]
fn the_operating_guide_covers_every_setting() {
    let guide = read("docs/operating.md");
    for arg in settings() {
        let name = format!("`{}`", variable(&arg));
        assert!(
            guide.contains(&name),
            "docs/operating.md does not cover {name}"
        );
    }
}

#[test]
fn what_the_readme_shows_is_what_happens() {
    let readme = read("README.md");
    let mut shown = 0;
    for block in blocks(&readme, "console") {
        for (command, expected) in sessions(block) {
            let args = arguments(command);
            let args: Vec<&str> = args.iter().map(String::as_str).collect();
            let said = match args.first() {
                Some(&"ask") => said(&mut Program::understanding().command(&args)),
                _ => said(Program::new().command(&args).env_remove("ENCODER")),
            };
            let printed = format!("{}{}", said.out, said.err);
            assert_same(command, &trimmed(expected), &trimmed(&printed));
            shown += 1;
        }
    }
    assert!(shown >= 4, "too few commands were found in the README");
}

#[test]
fn the_reply_that_the_readme_shows_is_the_reply() {
    let question = Question::parse("Qui a lancé l'organisation ?").expect("a question");
    let answer = UNDERSTOOD.answer(&question, 3).expect("an answer");
    let best = &reply::answer(&answer, Locale::French).embeds[0];
    let expected = format!(
        "\n> **{}**\n>\n{}\n>\n> <sub>{}</sub>\n",
        best.title,
        best.description.replace("> ", "> > "),
        best.footer
    );
    let readme = read("README.md");
    assert_same("the README's reply", between(&readme, "reply"), &expected);
}

#[test]
fn a_copied_env_example_asks_for_the_token_and_nothing_else() {
    let program = Program::new();
    let from = program.folder().join(".env.example");
    fs::copy(from, program.folder().join(".env")).expect("cp .env.example .env");
    let said = said(&mut program.command(&[]));
    assert_eq!(said.code, 2);
    assert!(
        said.err.contains("DISCORD_TOKEN is not set"),
        "{}",
        said.err
    );
    assert_eq!(said.err.lines().count(), 1, "{}", said.err);
}

#[test]
fn the_invite_link_of_the_readme_asks_for_what_the_bot_needs() {
    let start = "scope=bot+applications.commands&permissions=";
    let readme = read("README.md");
    let links = readme.split(start).skip(1).map(|rest| {
        let end = rest.find(|c: char| !c.is_ascii_digit());
        &rest[..end.unwrap_or(rest.len())]
    });
    for permissions in links {
        assert_eq!(permissions, events::APP_PERMISSIONS);
    }
}

#[test]
fn ci_calls_the_test_command_of_the_readme() {
    let ci = read(".ci/run");
    assert!(blocks(&read("README.md"), "sh").any(|block| block.trim() == "cargo test"));
    assert!(
        ci.lines().any(|line| line.starts_with("cargo test")),
        "{ci}"
    );
}

#[test]
fn links_inside_the_repository_lead_somewhere() {
    for page in [
        "README.md",
        "PRIVACY.md",
        "docs/architecture.md",
        "docs/operating.md",
        "docs/retrieval.md",
    ] {
        let folder = root().join(page);
        let folder = folder.parent().expect("a folder");
        for link in read(page).split("](").skip(1) {
            let target = link.split([')', '#']).next().unwrap_or_default();
            if !target.is_empty() && !target.contains("://") {
                assert!(folder.join(target).exists(), "{page}: {target}");
            }
        }
    }
}

/// The settings, in the order of `--help`.
fn settings() -> Vec<Arg> {
    let command = verbatim::cli::command();
    let settings: Vec<Arg> = command
        .get_arguments()
        .filter(|arg| arg.get_env().is_some())
        .cloned()
        .collect();
    assert!(settings.len() >= 9, "too few settings were found");
    settings
}

fn variable(arg: &Arg) -> String {
    let name = arg.get_env().expect("a variable");
    name.to_str().expect("UTF-8").to_owned()
}

fn help(arg: &Arg) -> String {
    arg.get_help().expect("a help text").to_string()
}

fn default(arg: &Arg) -> String {
    let values: Vec<_> = arg
        .get_default_values()
        .iter()
        .map(|value| value.to_str().expect("UTF-8"))
        .collect();
    values.join(",")
}

fn read(path: &str) -> String {
    fs::read_to_string(root().join(path)).expect(path)
}

/// What stands between `<!-- name -->` and `<!-- /name -->`.
fn between<'a>(page: &'a str, name: &str) -> &'a str {
    let (_, rest) = page
        .split_once(&format!("<!-- {name} -->\n"))
        .expect("a start");
    let (part, _) = rest
        .split_once(&format!("\n<!-- /{name} -->"))
        .expect("an end");
    part
}

/// The contents of fenced blocks of one kind.
fn blocks<'a>(page: &'a str, kind: &str) -> impl Iterator<Item = &'a str> {
    let fence = format!("```{kind}\n");
    let parts: Vec<&str> = page.split(fence.as_str()).skip(1).collect();
    parts
        .into_iter()
        .map(|part| part.split("```").next().unwrap_or_default())
}

/// The commands of a console block, each with what is printed after it.
fn sessions(block: &str) -> impl Iterator<Item = (&str, &str)> {
    let starts = block.strip_prefix("$ ").expect("a command first");
    starts
        .split("\n$ ")
        .map(|session| session.split_once('\n').unwrap_or((session, "")))
}

/// Without the blanks at the ends of lines, which editors take away.
fn trimmed(text: &str) -> String {
    let lines: Vec<&str> = text.trim_end().lines().map(str::trim_end).collect();
    lines.join("\n")
}

/// The arguments of a command line of this program, in the shell's double quotes or none.
fn arguments(command: &str) -> Vec<String> {
    let ways = ["cargo run --release -- ", "verbatim "];
    let rest = ways.iter().find_map(|way| command.strip_prefix(way));
    let rest = rest.unwrap_or_else(|| panic!("`{command}` is not a command of this program"));
    rest.split('"')
        .enumerate()
        .flat_map(|(number, part)| match number % 2 {
            0 => part.split_whitespace().map(str::to_owned).collect(),
            _ => vec![part.to_owned()],
        })
        .collect()
}

#[track_caller]
fn assert_same(what: &str, stands: &str, should: &str) {
    assert!(
        stands == should,
        "{what} stands as\n{stands}\nand should be\n{should}\n"
    );
}

#[test]
fn the_image_is_built_with_all_that_the_manifest_names() {
    let read = |name: &str| std::fs::read_to_string(root().join(name)).expect(name);
    let (manifest, image, context) = (
        read("Cargo.toml"),
        read("Dockerfile"),
        read(".dockerignore"),
    );
    // The program holds it.
    assert!(image.contains(" .env.example ./") && context.contains("!.env.example\n"));
    for (target, folder) in [
        ("[[bench]]", "benches"),
        ("[[example]]", "tools"),
        ("[package]", "src"),
        ("[package]", "assets"),
    ] {
        assert!(manifest.contains(target), "{target}");
        assert!(
            image.contains(&format!("COPY {folder} ./{folder}")),
            "{folder}"
        );
        assert!(context.contains(&format!("!{folder}\n")), "{folder}");
    }
}
