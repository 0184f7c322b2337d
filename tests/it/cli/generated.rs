//! Completions and manual pages: everything the command line takes is in them.

use clap::Command;

use crate::support::{Program, said};

/// The command line with what clap adds to it.
fn command() -> Command {
    let mut command = verbatim::cli::command();
    command.build();
    command
}

/// Every command below one, and every option of it and of those.
fn names(command: &Command, commands: &mut Vec<String>, options: &mut Vec<String>) {
    let longs = command.get_arguments().filter_map(|arg| arg.get_long());
    options.extend(longs.map(str::to_owned));
    for command in command.get_subcommands() {
        commands.push(command.get_name().to_owned());
        names(command, commands, options);
    }
}

/// What the program prints, with the variables of a machine that is set up.
fn printed(args: &[&str]) -> String {
    let program = Program::new();
    let mut command = program.command(args);
    command.env("DISCORD_TOKEN", "a-secret.of.mine");
    command.env("HOME_GUILD_ID", "");
    let said = said(&mut command);
    assert_eq!((said.code, said.err.as_str()), (0, ""), "{args:?}");
    assert!(!said.out.contains("a-secret"), "{args:?}");
    said.out
}

#[test]
fn completions_name_every_command_and_option() {
    let (mut commands, mut options) = (Vec::new(), Vec::new());
    names(&command(), &mut commands, &mut options);
    assert!(commands.len() >= 10 && options.len() >= 25);
    for (shell, dashes) in [
        ("bash", "--"),
        ("elvish", "--"),
        ("fish", "-l "),
        ("powershell", "--"),
        ("zsh", "--"),
    ] {
        let script = printed(&["completions", shell]);
        for option in &options {
            assert!(
                script.contains(&format!("{dashes}{option}")),
                "{shell}: {option}"
            );
        }
        for command in &commands {
            assert!(script.contains(command), "{shell}: {command}");
        }
    }
}

#[test]
fn the_manual_names_every_setting_command_and_option() {
    let manual = printed(&["man"]).replace("\\-", "-");
    let (mut commands, mut options) = (Vec::new(), Vec::new());
    let command = command();
    names(&command, &mut commands, &mut options);
    for option in options {
        assert!(manual.contains(&format!("--{option}")), "{option}");
    }
    for name in commands.iter().filter(|name| *name != "help") {
        assert!(manual.contains(&format!("-{name}(1)")), "{name}");
    }
    let settings: Vec<&str> = command
        .get_arguments()
        .filter_map(|arg| arg.get_env()?.to_str())
        .collect();
    assert!(settings.len() >= 15);
    for setting in settings {
        assert!(manual.contains(setting), "{setting}");
    }
    assert!(manual.contains(".TH verbatim 1"), "{manual}");
    assert!(manual.contains(".TH verbatim-journal-export 1"), "{manual}");
}
