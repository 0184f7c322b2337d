//! The README, `.env.example`, the operating guide and `--help` agree, and what the pages show is what
//! happens.

use std::fmt::Write as _;
use std::fs;
use std::os::unix::fs::symlink;

use clap::Arg;

use crate::fake_discord::events;
use crate::support::{Program, root, said};

#[test]
fn env_example_lists_every_setting() {
    let mut expected = String::from(
        "# Copy to .env and put the token in; everything else may stay as it is.\n\
         # A setting that is commented out or empty has its default.\n",
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
fn what_the_pages_show_is_what_happens() {
    for (page, least) in [("README.md", 7), ("docs/operating.md", 2)] {
        let text = read(page);
        let mut shown = 0;
        for block in blocks(&text, "console") {
            for (command, expected) in sessions(block) {
                let args = arguments(command);
                let args: Vec<&str> = args.iter().map(String::as_str).collect();
                assert_same(command, &trimmed(expected), &trimmed(&printed(&args)));
                shown += 1;
            }
        }
        assert!(shown >= least, "too few commands were found in {page}");
    }
}

/// What the program prints in a folder with the documents of the repository.
fn printed(args: &[&str]) -> String {
    let program = match args.first() {
        Some(&"ask") => Program::understanding(),
        _ => Program::new(),
    };
    symlink(root().join("examples"), program.folder().join("examples")).expect("a link");
    let mut command = program.command(args);
    if args.first() != Some(&"ask") {
        // `--help` would print that the encoder is off.
        command.env_remove("ENCODER");
    }
    let said = said(&mut command);
    format!("{}{}", said.out, said.err)
}

#[test]
fn the_readme_shows_files_that_are_there() {
    let readme = read("README.md");
    let files: String = ["faq.md", "rules.md", "wiki/potions.md"]
        .map(|file| read(&format!("examples/knowledge/{file}")))
        .concat();
    let mut shown = 0;
    for line in blocks(&readme, "markdown").flat_map(str::lines) {
        assert!(
            files.lines().any(|there| there == line),
            "examples/knowledge has no line\n{line}"
        );
        shown += 1;
    }
    assert!(shown >= 10, "too few lines of files were found");
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
fn ci_calls_the_test_command_of_the_contributing_guide() {
    for page in ["CONTRIBUTING.md", ".ci/run"] {
        let text = read(page);
        assert!(
            text.lines().any(|line| line.starts_with("cargo test")),
            "{text}"
        );
    }
}

#[test]
fn links_inside_the_repository_lead_somewhere() {
    for page in [
        "README.md",
        "PRIVACY.md",
        "CONTRIBUTING.md",
        "SECURITY.md",
        "docs/architecture.md",
        "docs/operating.md",
        "docs/reliability.md",
        "docs/retrieval.md",
        "tools/gallery/README.md",
    ] {
        let own = root().join(page);
        let folder = own.parent().expect("a folder");
        for link in links(&read(page)) {
            let (target, section) = link.split_once('#').unwrap_or((&link, ""));
            let file = match target {
                "" => own.clone(),
                target => folder.join(target),
            };
            assert!(file.exists(), "{page}: {target}");
            if !section.is_empty() {
                let text = fs::read_to_string(&file).expect("a page");
                let found = text
                    .lines()
                    .any(|line| anchor(line) == Some(section.into()));
                assert!(found, "{page}: {target} has no section #{section}");
            }
        }
    }
}

/// Where the links of a page lead, those to other sites left out.
fn links(page: &str) -> Vec<String> {
    let images = page
        .split("src=\"")
        .skip(1)
        .chain(page.split("srcset=\"").skip(1));
    let images = images.map(|rest| rest.split('"').next());
    let links = page.split("](").skip(1).map(|rest| rest.split(')').next());
    let all = links.chain(images).flatten();
    all.filter(|link| !link.is_empty() && !link.contains("://"))
        .map(str::to_owned)
        .collect()
}

/// What GitHub calls the section below a heading.
fn anchor(line: &str) -> Option<String> {
    let heading = line
        .strip_prefix('#')?
        .trim_start_matches('#')
        .strip_prefix(' ')?;
    let kept = heading.chars().filter_map(|c| match c {
        ' ' => Some('-'),
        '-' | '_' => Some(c),
        c => c.is_alphanumeric().then(|| c.to_ascii_lowercase()),
    });
    Some(kept.collect())
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
