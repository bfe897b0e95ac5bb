//! [`Clock`]: the time, and waiting for it, from outside.

use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

/// What a round takes the time from.
pub trait Clock: Sync {
    /// Milliseconds since 1970.
    fn now(&self) -> i64;

    /// Lets others go on until `until`, or until another thread has done
    /// something (`wake`) or may have been told to stop, whichever comes first.
    fn wait<'g, T>(&self, wake: &Condvar, guard: MutexGuard<'g, T>, until: Option<i64>) -> MutexGuard<'g, T>
    where
        Self: Sized;
}

/// Longest wait in a round, after which it looks whether it is still wanted.
const LOOK: Duration = Duration::from_millis(200);

/// The clock of the machine.
#[derive(Clone, Copy, Debug, Default)]
pub struct SystemClock;

impl Clock for SystemClock {
    fn now(&self) -> i64 {
        jiff::Timestamp::now().as_millisecond()
    }

    fn wait<'g, T>(&self, wake: &Condvar, guard: MutexGuard<'g, T>, until: Option<i64>) -> MutexGuard<'g, T> {
        let left = until.map_or(LOOK, |t| Duration::from_millis(u64::try_from(t - self.now()).unwrap_or(0)));
        wake.wait_timeout(guard, left.min(LOOK)).unwrap_or_else(PoisonError::into_inner).0
    }
}

/// What a lock guards, also after a thread failed with it.
pub(super) fn locked<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
