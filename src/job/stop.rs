//! [`Stop`]: what goes between a job and whoever waits for it.

use std::fmt;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, AtomicUsize, Ordering};

/// How far work has come, in articles.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Progress {
    /// What is done.
    pub done: usize,
    /// What there is to do.
    pub all: usize,
}

impl Progress {
    /// The part that is done, 0 to 1.
    pub fn share(self) -> f64 {
        self.done as f64 / self.all.max(1) as f64
    }
}

type Told = dyn Fn(Progress) + Send + Sync;

/// Tells a job whether it is still wanted, and whoever waits for it how far it is.
#[derive(Clone)]
pub struct Stop {
    current: Arc<AtomicU64>,
    mine: u64,
    told: Option<Arc<Told>>,
}

impl fmt::Debug for Stop {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Stop").field("current", &self.current).field("mine", &self.mine).finish_non_exhaustive()
    }
}

impl Stop {
    /// A flag for generation `mine`; the job stops when `current` moves on.
    pub fn new(current: Arc<AtomicU64>, mine: u64) -> Self {
        Self { current, mine, told: None }
    }

    /// The same flag; `told` hears from any thread how far the job is.
    pub fn telling(self, told: impl Fn(Progress) + Send + Sync + 'static) -> Self {
        Self { told: Some(Arc::new(told)), ..self }
    }

    /// A flag that nobody sets.
    pub fn never() -> Self {
        Self::new(Arc::default(), 0)
    }

    /// True when a newer job of the same kind was started or all were stopped.
    pub fn is_set(&self) -> bool {
        self.current.load(Ordering::Relaxed) != self.mine
    }

    /// Counts work on `all` articles.
    pub fn counter(&self, all: usize) -> Counter<'_> {
        Counter { done: AtomicUsize::new(0), all, stop: self }
    }
}

/// Counts what a job has done, on any thread, and tells each hundredth of it.
pub struct Counter<'s> {
    done: AtomicUsize,
    all: usize,
    stop: &'s Stop,
}

impl Counter<'_> {
    /// One more is done.
    pub fn one(&self) {
        let done = self.done.fetch_add(1, Ordering::Relaxed) + 1;
        let hundredths = |n: usize| n * 100 / self.all.max(1);
        if let Some(told) = self.stop.told.as_ref().filter(|_| hundredths(done) != hundredths(done - 1)) {
            told(Progress { done, all: self.all });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::Mutex;

    #[test]
    fn each_hundredth_is_told_once_however_many_there_are() {
        let heard = Arc::new(Mutex::new(Vec::new()));
        let hear = heard.clone();
        let stop = Stop::never().telling(move |p| hear.lock().unwrap().push(p));
        let counted = |all: usize| {
            let counter = stop.counter(all);
            (0..all).for_each(|_| counter.one());
            std::mem::take(&mut *heard.lock().unwrap())
        };
        assert_eq!(counted(3).iter().map(|p| p.done).collect::<Vec<_>>(), [1, 2, 3]);
        let many = counted(12_345);
        assert_eq!((many.len(), many.last()), (100, Some(&Progress { done: 12_345, all: 12_345 })));
    }
}
