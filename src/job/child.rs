//! Other programs in the background: they read a text, what they print comes
//! back, and they end when nobody wants them any more. They never have the
//! terminal.

use super::stop::Stop;
use std::io::{self, Read, Write};
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

/// Most that is kept of what a program prints, in bytes.
pub const PRINTED: usize = 256 * 1024;

/// How it ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum ChildEnd {
    /// By itself.
    Ended(ExitStatus),
    /// It was no longer wanted.
    Stopped,
    /// Its time was over.
    TimedOut,
}

/// What came of a program.
pub(super) struct ChildOutcome {
    /// How it ended.
    pub(super) end: ChildEnd,
    /// What it printed, without what a terminal would obey.
    pub(super) printed: String,
    /// What it said on its standard error; with what it printed, in the order in
    /// which it came, where the two were not to be told apart.
    pub(super) complaints: String,
}

/// Runs a program until it ends, until it is stopped, or for `limit`.
///
/// # Errors
/// What the system refused.
pub(super) fn run(
    mut command: Command,
    input: Option<String>,
    together: bool,
    limit: Option<Duration>,
    stop: &Stop,
) -> io::Result<ChildOutcome> {
    command.stdin(if input.is_some() { Stdio::piped() } else { Stdio::null() });
    command.stdout(Stdio::piped()).stderr(Stdio::piped());
    // What it starts itself ends with it.
    #[cfg(unix)]
    std::os::unix::process::CommandExt::process_group(&mut command, 0);
    let mut child = command.spawn()?;
    if let (Some(mut to), Some(text)) = (child.stdin.take(), input) {
        // A program need not read all of it.
        std::thread::spawn(move || drop(to.write_all(text.as_bytes())));
    }
    let printed = Arc::new(Mutex::new(Vec::new()));
    let complaints = if together { printed.clone() } else { Arc::default() };
    let over = Arc::new(AtomicBool::new(false));
    let out = child.stdout.take().map(|s| Box::new(s) as Box<dyn Read + Send>);
    let err = child.stderr.take().map(|s| Box::new(s) as Box<dyn Read + Send>);
    let readers = [(out, printed.clone()), (err, complaints.clone())].map(|(from, into)| {
        let over = over.clone();
        std::thread::spawn(move || from.map(|f| read(f, &into, &over)))
    });
    let begun = Instant::now();
    let end = loop {
        match child.try_wait()? {
            Some(status) => break ChildEnd::Ended(status),
            None if stop.is_set() => break ChildEnd::Stopped,
            None if limit.is_some_and(|l| begun.elapsed() >= l) => break ChildEnd::TimedOut,
            None => std::thread::sleep(Duration::from_millis(10)),
        }
    };
    if !matches!(end, ChildEnd::Ended(_)) {
        kill(&mut child);
    }
    // What the program left running in the background is not waited for.
    for _ in 0..100 {
        if end == ChildEnd::Stopped || readers.iter().all(std::thread::JoinHandle::is_finished) {
            break;
        }
        std::thread::sleep(Duration::from_millis(10));
    }
    over.store(true, Ordering::Relaxed);
    let complaints = if together { String::new() } else { text(&complaints) };
    Ok(ChildOutcome { end, printed: text(&printed), complaints })
}

/// Ends a program and what it started.
fn kill(child: &mut Child) {
    #[cfg(unix)]
    if let Some(group) = i32::try_from(child.id()).ok().and_then(rustix::process::Pid::from_raw) {
        let _ = rustix::process::kill_process_group(group, rustix::process::Signal::KILL);
    }
    let _ = child.kill();
    let _ = child.wait();
}

fn text(bytes: &Mutex<Vec<u8>>) -> String {
    let bytes = bytes.lock().unwrap_or_else(PoisonError::into_inner);
    crate::text::sanitise::sanitise(String::from_utf8_lossy(&bytes).into_owned()).0
}

/// Reads until the end or until nobody listens any more; what is too much is
/// read and forgotten, so that the program is not left waiting.
fn read(mut from: impl Read, into: &Mutex<Vec<u8>>, over: &AtomicBool) {
    let mut buffer = [0; 8192];
    while let Ok(n) = from.read(&mut buffer) {
        if n == 0 || over.load(Ordering::Relaxed) {
            return;
        }
        let mut printed = into.lock().unwrap_or_else(PoisonError::into_inner);
        let room = PRINTED.saturating_sub(printed.len());
        printed.extend_from_slice(&buffer[..n.min(room)]);
    }
}
