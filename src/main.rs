//! The `kiosque` binary: arguments in, exit code out.

use std::process::ExitCode;

fn main() -> ExitCode {
    kiosque::cli::main(std::env::args_os())
}
