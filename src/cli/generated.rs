//! What is *generated* from the command line's own definition: completions and manual pages.
//!
//! Both are made of the definition as it stands in the code; what is set in the environment makes no
//! difference to them.

use std::io::Write;

use clap::CommandFactory;
use clap_complete::Shell;
use clap_mangen::Man;

use super::{Cli, SUCCESS};

/// Prints a shell's completions.
pub(super) fn completions(shell: Shell) -> anyhow::Result<u8> {
    let mut command = Cli::command();
    let name = command.get_name().to_owned();
    // What it is written to directly may not fail.
    let mut script = Vec::new();
    clap_complete::generate(shell, &mut command, name, &mut script);
    anstream::stdout().lock().write_all(&script)?;
    Ok(SUCCESS)
}

/// Prints the manual pages one after the other: the program's, then each command's.
pub(super) fn manual() -> anyhow::Result<u8> {
    let mut command = Cli::command().disable_help_subcommand(true);
    command.build();
    let mut pages = Vec::new();
    write_pages(&command, &mut pages)?;
    anstream::stdout().lock().write_all(&pages)?;
    Ok(SUCCESS)
}

fn write_pages(command: &clap::Command, pages: &mut Vec<u8>) -> std::io::Result<()> {
    Man::new(command.clone()).render(pages)?;
    command
        .get_subcommands()
        .try_for_each(|command| write_pages(command, pages))
}
