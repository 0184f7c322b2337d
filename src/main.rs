//! The program `verbatim`: see the library for everything it does.

use std::process::ExitCode;

fn main() -> ExitCode {
    verbatim::cli::main()
}
