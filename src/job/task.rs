//! What a job is: its input as a value, what comes back, and how it is done.

use super::resources::Resources;
use crate::notice::Notice;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

/// Background work: the value is its input.
pub trait Task {
    /// What comes back, as often as there is something to tell.
    type Report;

    /// Does the work on the thread that calls; `out` hears of it on the way.
    /// A stopped job returns early and tells nothing more.
    ///
    /// # Errors
    /// What to say when it could not be done.
    fn run(self, with: &Resources, stop: &Stop, out: &mut dyn FnMut(Self::Report)) -> Result<(), Notice>;
}

/// Tells a job whether it is still wanted.
#[derive(Clone, Debug)]
pub struct Stop {
    current: Arc<AtomicU64>,
    mine: u64,
}

impl Stop {
    /// A flag for generation `mine`; the job stops when `current` moves on.
    pub fn new(current: Arc<AtomicU64>, mine: u64) -> Self {
        Self { current, mine }
    }

    /// A flag that nobody sets.
    pub fn never() -> Self {
        Self::new(Arc::default(), 0)
    }

    /// True when a newer job of the same kind was started or all were stopped.
    pub fn is_set(&self) -> bool {
        self.current.load(Ordering::Relaxed) != self.mine
    }
}
