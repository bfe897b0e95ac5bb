//! The `kiosque-train` binary: makes the embedded models anew.

use std::process::ExitCode;

fn main() -> ExitCode {
    kiosque::train::main(std::env::args_os())
}
