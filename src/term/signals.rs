//! Signals of the system; the only Unix-only code.

/// What the system asks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Signal {
    /// Leave, and die by this number.
    End(i32),
    /// Stop.
    Stop,
    /// Goes on after a stop.
    Continue,
    /// The terminal has another size.
    Resize,
}

#[cfg(unix)]
mod imp {
    use crate::term::signals::Signal;
    use signal_hook::consts::{SIGCONT, SIGHUP, SIGINT, SIGTERM, SIGTSTP, SIGWINCH};
    use signal_hook::iterator::Signals;
    use std::io;

    /// Sends what the system asks to `send`, from a thread.
    pub(crate) fn watch(send: impl Fn(Signal) + Send + 'static) -> io::Result<()> {
        let mut signals = Signals::new([SIGTERM, SIGHUP, SIGINT, SIGTSTP, SIGCONT, SIGWINCH])?;
        std::thread::Builder::new().name("signals".into()).spawn(move || {
            for signal in signals.forever() {
                send(match signal {
                    SIGTSTP => Signal::Stop,
                    SIGCONT => Signal::Continue,
                    SIGWINCH => Signal::Resize,
                    n => Signal::End(n),
                });
            }
        })?;
        Ok(())
    }

    /// Stops this process until the shell continues it.
    pub(crate) fn stop() -> io::Result<()> {
        signal_hook::low_level::emulate_default_handler(SIGTSTP)
    }

    /// Dies by a signal, so that the parent sees which.
    pub(crate) fn die(signal: i32) {
        let _ = signal_hook::low_level::emulate_default_handler(signal);
    }
}

#[cfg(not(unix))]
mod imp {
    use crate::term::signals::Signal;
    use std::io;

    /// Nothing to watch here: closing the window ends the process.
    pub(crate) fn watch(_send: impl Fn(Signal) + Send + 'static) -> io::Result<()> {
        Ok(())
    }

    /// Processes cannot be stopped here.
    pub(crate) fn stop() -> io::Result<()> {
        Err(io::ErrorKind::Unsupported.into())
    }

    /// Ends with the conventional exit code.
    pub(crate) fn die(signal: i32) {
        std::process::exit(128 + signal);
    }
}

pub(super) use imp::{die, stop, watch};
