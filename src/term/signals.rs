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
    use rustix::event::{PollFd, PollFlags, poll};
    use signal_hook::consts::{
        SIGABRT, SIGALRM, SIGCONT, SIGHUP, SIGINT, SIGPROF, SIGQUIT, SIGTERM, SIGTSTP, SIGUSR1, SIGUSR2, SIGVTALRM,
        SIGWINCH, SIGXCPU, SIGXFSZ,
    };
    use signal_hook::iterator::Signals;
    use std::fs::File;
    use std::io::{self, IsTerminal};
    use std::os::fd::AsFd;

    /// What the system does at these is to end the program, whether the
    /// terminal was given back or not.
    const ENDS: [i32; 11] =
        [SIGTERM, SIGHUP, SIGINT, SIGQUIT, SIGABRT, SIGUSR1, SIGUSR2, SIGALRM, SIGVTALRM, SIGPROF, SIGXCPU];

    /// Sends what the system asks to `send`, from a thread.
    pub(crate) fn watch(send: impl Fn(Signal) + Send + 'static) -> io::Result<()> {
        // At a file that may not grow the write fails, and that is said.
        let mut signals = Signals::new(ENDS.into_iter().chain([SIGTSTP, SIGCONT, SIGWINCH, SIGXFSZ]))?;
        std::thread::Builder::new().name("signals".into()).spawn(move || {
            for signal in signals.forever() {
                send(match signal {
                    SIGTSTP => Signal::Stop,
                    SIGCONT => Signal::Continue,
                    SIGWINCH => Signal::Resize,
                    SIGXFSZ => continue,
                    n => Signal::End(n),
                });
            }
        })?;
        Ok(())
    }

    /// Sends word, from a thread, when the terminal is gone. Who reads a
    /// terminal that is gone reads nothing, at once, again and again; and no
    /// signal comes to a program that the terminal does not control.
    pub(crate) fn hangup(send: impl FnOnce(Signal) + Send + 'static) -> io::Result<()> {
        // The same that keys are read from.
        let other = if io::stdin().is_terminal() { None } else { Some(File::open("/dev/tty")?) };
        std::thread::Builder::new().name("hangup".into()).spawn(move || {
            let stdin = io::stdin();
            let terminal = other.as_ref().map_or_else(|| stdin.as_fd(), AsFd::as_fd);
            loop {
                // Nothing is asked for but what is always told: the end.
                let mut asked = [PollFd::new(&terminal, PollFlags::empty())];
                match poll(&mut asked, None) {
                    Err(rustix::io::Errno::INTR) => {}
                    Ok(_) if asked[0].revents().intersects(PollFlags::HUP | PollFlags::ERR) => {
                        send(Signal::End(SIGHUP));
                        break;
                    }
                    // There is no such word here; an error of reading ends the
                    // program too.
                    Ok(_) | Err(_) => break,
                }
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

    /// A terminal that goes takes the process with it.
    pub(crate) fn hangup(_send: impl FnOnce(Signal) + Send + 'static) -> io::Result<()> {
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

pub(super) use imp::{die, hangup, stop, watch};
