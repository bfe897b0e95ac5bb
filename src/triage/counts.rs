//! [`StateCounts`]: how many articles are in which state, kept by adding what
//! changed.

use crate::triage::change::{State, Target};
use crate::triage::status::Status;
use serde::Serialize;

/// What an entry did to one target, for counts kept elsewhere.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shift {
    /// The target.
    pub target: Target,
    /// State and read flag before.
    pub before: (State, bool),
    /// State and read flag after.
    pub after: (State, bool),
}

/// Counts per state, kept by adding and shifting.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct StateCounts {
    /// Articles in each state, in the order of [`State::ALL`].
    pub states: [usize; 5],
    /// Articles not yet read.
    pub unread: usize,
}

impl StateCounts {
    /// Of so many articles of which nothing was said.
    pub fn untouched(articles: usize) -> Self {
        let mut counts = Self { unread: articles, ..Self::default() };
        counts.states[State::default().index()] = articles;
        counts
    }

    /// One article more, in this state, read or not.
    pub fn add(&mut self, (state, read): (State, bool)) {
        self.states[state.index()] += 1;
        self.unread += usize::from(!read);
    }

    /// One article less.
    pub fn remove(&mut self, status: &Status) {
        let n = &mut self.states[status.state.index()];
        *n = n.saturating_sub(1);
        self.unread = self.unread.saturating_sub(usize::from(!status.read));
    }

    /// A counted article changed.
    pub fn shift(&mut self, shift: &Shift) {
        let n = &mut self.states[shift.before.0.index()];
        *n = n.saturating_sub(1);
        self.states[shift.after.0.index()] += 1;
        self.unread = (self.unread + usize::from(!shift.after.1)).saturating_sub(usize::from(!shift.before.1));
    }

    /// Articles in a state.
    pub fn of(&self, state: State) -> usize {
        self.states[state.index()]
    }

    /// All articles counted.
    pub fn total(&self) -> usize {
        self.states.iter().sum()
    }
}
