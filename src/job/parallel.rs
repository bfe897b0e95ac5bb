//! The work of the core on all cores.

use crate::story::Executor;
use rayon::prelude::*;

/// Hands items to as many threads as there are cores.
#[derive(Clone, Copy, Debug, Default)]
pub struct Parallel;

impl Executor for Parallel {
    fn each(&self, count: usize, item: &(dyn Fn(usize) + Sync)) {
        (0..count).into_par_iter().for_each(item);
    }
}
