//! *Settings* from the environment: which are read, and which count as set.

use std::ffi::OsStr;

use clap::builder::Resettable;
use clap::{Arg, Args};

use super::RunArgs;

/// With a command named, the settings of the bot beside it are not to be read, or a bad one would
/// keep `ask` and `check` from working.
pub(super) fn for_arguments(command: clap::Command, first: Option<&OsStr>) -> clap::Command {
    let named = first.is_some_and(|first| {
        let mut commands = command.get_subcommands();
        commands.any(|command| command.get_name() == first)
    });
    if named {
        command.mut_args(|arg| arg.env(Resettable::Reset))
    } else {
        command
    }
}

/// `HOME_GUILD_ID=` with nothing behind it means what leaving the line out means.
pub(super) fn blank_is_unset(command: clap::Command) -> clap::Command {
    command
        .mut_args(|arg| {
            let blank = arg.get_env().is_some_and(is_blank);
            if blank {
                arg.env(Resettable::Reset)
            } else {
                arg
            }
        })
        .mut_subcommands(blank_is_unset)
}

#[allow(
    clippy::disallowed_methods,
    reason = "clap has no notion of a variable that is set to nothing"
)]
fn is_blank(name: &OsStr) -> bool {
    std::env::var_os(name).is_some_and(|value| value.to_string_lossy().trim().is_empty())
}

/// The settings that come from the environment, each by itself.
pub(super) fn settings() -> impl Iterator<Item = Arg> {
    let run = RunArgs::augment_args(clap::Command::new("settings"));
    let args: Vec<Arg> = run.get_arguments().cloned().collect();
    args.into_iter().filter(|arg| arg.get_env().is_some())
}
