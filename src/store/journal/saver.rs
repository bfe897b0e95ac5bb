//! The thread that makes written lines durable and tries again what could
//! not be written. Asleep when there is nothing to do.

use super::{SaveState, Shared, sentence};
use std::sync::{Arc, PoisonError};
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

/// Syncs are at least this far apart, so that a burst costs one.
const GROUP: Duration = Duration::from_millis(25);

/// First and longest wait before a failed write is tried again.
const RETRY: (Duration, Duration) = (Duration::from_millis(250), Duration::from_secs(4));

pub(super) struct Saver {
    thread: Option<JoinHandle<()>>,
}

impl Saver {
    pub(super) fn start(shared: Arc<Shared>) -> Self {
        let run = move || run(&shared);
        // Without a thread, lines are still written; only syncing is left to
        // the system.
        Self { thread: std::thread::Builder::new().name("saver".into()).spawn(run).ok() }
    }

    pub(super) fn join(self) {
        if let Some(thread) = self.thread {
            // A panic in the saver has been reported by its hook.
            let _ = thread.join();
        }
    }
}

fn run(shared: &Shared) {
    let mut last_sync: Option<Instant> = None;
    let mut retry = RETRY.0;
    let mut inner = shared.lock();
    loop {
        if inner.pending.is_empty() && inner.unsynced.is_empty() {
            if inner.closing {
                return;
            }
            inner = shared.wake.wait(inner).unwrap_or_else(PoisonError::into_inner);
            continue;
        }
        if !inner.pending.is_empty() {
            if !inner.closing {
                let (guard, timeout) = shared.wake.wait_timeout(inner, retry).unwrap_or_else(PoisonError::into_inner);
                inner = guard;
                if !timeout.timed_out() && !inner.closing && inner.pending.is_empty() {
                    retry = RETRY.0;
                    continue;
                }
            }
            match inner.write_pending() {
                Ok(()) => {
                    retry = RETRY.0;
                    shared.set_state(&mut inner, SaveState::Saving);
                }
                Err(e) => {
                    retry = (retry * 2).min(RETRY.1);
                    shared.set_state(&mut inner, SaveState::Failed(sentence(&e)));
                    if inner.closing && inner.unsynced.is_empty() {
                        return;
                    }
                }
            }
        }
        if inner.unsynced.is_empty() {
            continue;
        }
        let rest = last_sync.map_or(Duration::ZERO, |t| GROUP.saturating_sub(t.elapsed()));
        if !rest.is_zero() && !inner.closing {
            inner = shared.wake.wait_timeout(inner, rest).unwrap_or_else(PoisonError::into_inner).0;
            if last_sync.is_some_and(|t| t.elapsed() < GROUP) && !inner.closing {
                continue;
            }
        }
        let lines = std::mem::take(&mut inner.unsynced);
        let syncer = inner.medium.syncer();
        drop(inner);
        let outcome = syncer.and_then(|sync| sync());
        last_sync = Some(Instant::now());
        inner = shared.lock();
        match outcome {
            Ok(()) if inner.unsynced.is_empty() && inner.pending.is_empty() => {
                shared.set_state(&mut inner, SaveState::Saved);
            }
            Ok(()) => {}
            Err(e) => {
                // After a failed sync nobody knows what the disk holds: the
                // lines are written again; twice is harmless.
                let newer = std::mem::replace(&mut inner.pending, lines);
                inner.pending.extend(newer);
                shared.set_state(&mut inner, SaveState::Failed(sentence(&e)));
                if inner.closing {
                    return;
                }
            }
        }
    }
}
