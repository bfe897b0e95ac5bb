//! Standard output on the terminal while the interface runs, for a command
//! whose output goes elsewhere.

use std::io::{self, IsTerminal, Write};

/// Holds where standard output went; dropping it lets it go there again.
pub struct Redirected(#[cfg(unix)] Option<std::os::fd::OwnedFd>);

impl Redirected {
    /// Lets standard output go to the terminal that the process belongs to.
    /// Where it does already, nothing happens.
    ///
    /// # Errors
    /// What the system refused; most often there is no terminal.
    pub fn output() -> io::Result<Self> {
        #[cfg(unix)]
        {
            let stdout = io::stdout();
            if stdout.is_terminal() {
                return Ok(Self(None));
            }
            // A process without a terminal is told so by who draws.
            let Ok(terminal) = std::fs::OpenOptions::new().read(true).write(true).open("/dev/tty") else {
                return Ok(Self(None));
            };
            let before = rustix::io::fcntl_dupfd_cloexec(&stdout, 3)?;
            rustix::stdio::dup2_stdout(&terminal)?;
            Ok(Self(Some(before)))
        }
        #[cfg(not(unix))]
        {
            let _ = io::stdout().is_terminal();
            Ok(Self())
        }
    }
}

impl Drop for Redirected {
    fn drop(&mut self) {
        // What is drawn last belongs to the terminal.
        let _ = io::stdout().flush();
        #[cfg(unix)]
        if let Some(before) = &self.0 {
            // Refused only when the process may open nothing more.
            let _ = rustix::stdio::dup2_stdout(before);
        }
    }
}
