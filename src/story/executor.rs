//! Work on many items handed to whoever does it: the core has no threads of
//! its own. The result never depends on who works, or how many.

use std::sync::OnceLock;

/// Does the same to many items, in any order, perhaps several at a time.
pub trait Executor: Sync {
    /// Runs `item` once for every number below `count`.
    fn each(&self, count: usize, item: &(dyn Fn(usize) + Sync));
}

/// One after the other.
#[derive(Clone, Copy, Debug, Default)]
pub struct Sequential;

impl Executor for Sequential {
    fn each(&self, count: usize, item: &(dyn Fn(usize) + Sync)) {
        (0..count).for_each(item);
    }
}

/// What `item` makes of every number below `count`, in order.
pub(crate) fn map<T: Send + Sync>(executor: &dyn Executor, count: usize, item: impl Fn(usize) -> T + Sync) -> Vec<T> {
    let slots: Vec<OnceLock<T>> = (0..count).map(|_| OnceLock::new()).collect();
    executor.each(count, &|i| {
        if let Some(slot) = slots.get(i) {
            slot.get_or_init(|| item(i));
        }
    });
    // Whoever left an item out has it done here.
    slots.into_iter().enumerate().map(|(i, slot)| slot.into_inner().unwrap_or_else(|| item(i))).collect()
}

/// Items of one block of [`blocks`].
pub(crate) const BLOCK: usize = 64;

/// The same for whole blocks of numbers, so that one scratch serves many.
pub(crate) fn blocks<T: Send + Sync>(
    executor: &dyn Executor,
    count: usize,
    block: impl Fn(std::ops::Range<usize>) -> Vec<T> + Sync,
) -> Vec<T> {
    let parts = map(executor, count.div_ceil(BLOCK), |k| block(k * BLOCK..((k + 1) * BLOCK).min(count)));
    let mut out = Vec::with_capacity(count);
    parts.into_iter().for_each(|p| out.extend(p));
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Does the last item first and forgets every seventh.
    struct Odd;

    impl Executor for Odd {
        fn each(&self, count: usize, item: &(dyn Fn(usize) + Sync)) {
            (0..count).rev().filter(|i| i % 7 != 3).for_each(item);
        }
    }

    #[test]
    fn results_stand_in_order_whoever_works() {
        let squares = |w: &dyn Executor| map(w, 100, |i| i * i);
        assert_eq!(squares(&Sequential), squares(&Odd));
        let runs = |w: &dyn Executor| blocks(w, 200, |r| r.map(|i| i + 1).collect());
        assert_eq!(runs(&Odd), (1..=200).collect::<Vec<_>>());
        assert_eq!(runs(&Sequential), runs(&Odd));
    }
}
