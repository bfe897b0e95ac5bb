//! Fuzzy search in short strings.

use super::resources::Resources;
use super::stop::Stop;
use super::task::Task;
use crate::notice::Notice;
use crate::search::fuzzy::{Finder, Reach, Results};
use rayon::prelude::*;
use std::sync::Arc;

/// Results that are kept.
const LIMIT: usize = 200;

/// Searches short strings.
#[derive(Clone, Debug, PartialEq)]
pub struct Find {
    /// The strings.
    pub finder: Arc<Finder>,
    /// What was typed.
    pub query: String,
}

/// What a fuzzy search found.
#[derive(Clone, Debug, PartialEq)]
pub struct Matched {
    /// What was typed.
    pub query: String,
    /// The strings that match it.
    pub results: Arc<Results>,
}

impl Task for Find {
    type Report = Matched;

    /// On all cores.
    fn run(self, _: &Resources, stop: &Stop, out: &mut dyn FnMut(Matched)) -> Result<(), Notice> {
        let Self { finder, query } = self;
        let share = |all: usize| all.div_ceil(2 * rayon::current_num_threads()).max(256);
        let reach = Reach::default();
        let ranges = finder.ranges(share(finder.len()));
        let parts: Vec<_> = ranges.into_par_iter().map(|r| finder.part(&query, r, reach, &|| stop.is_set())).collect();
        let shortlist = finder.shortlist(LIMIT, reach, parts);
        let pieces = shortlist.names.par_chunks(share(shortlist.names.len()));
        let score = |some| if stop.is_set() { Vec::new() } else { finder.score(&query, some) };
        let scored: Vec<_> = pieces.map(score).collect();
        let results = shortlist.results(LIMIT, scored);
        if !results.cancelled && !stop.is_set() {
            out(Matched { query, results: Arc::new(results) });
        }
        Ok(())
    }
}
