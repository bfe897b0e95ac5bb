//! Work that the reader waits for: nothing is said of it for a tenth of a second,
//! then what it is, after a second also how far it is, or for how long, and how it
//! is stopped.

use crate::job::{Kind, Progress};
use crate::words::{Plain, msg};
use std::collections::BTreeMap;

/// Milliseconds under which nothing is said.
const SAID: i64 = 100;

/// Milliseconds from which the time is told, and how often it is told anew.
const TIMED: i64 = 1000;

/// When the work began that the reader waits for, and how far it is, by its kind.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Waiting(BTreeMap<Kind, (i64, Option<Progress>)>);

/// What is told of work that goes on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Awaited {
    /// Which.
    pub kind: Kind,
    /// What it does, as the reader is told.
    pub label: Plain,
    /// Whole seconds since it began.
    pub seconds: i64,
    /// How far it is, where it counts.
    pub progress: Option<Progress>,
}

/// What work does, where the reader waits for it.
fn label(kind: Kind) -> Option<Plain> {
    Some(match kind {
        Kind::Compare | Kind::OneToMany | Kind::CountChanges => msg::WAITING_COMPARE,
        Kind::Search => msg::WAITING_SEARCH,
        Kind::Matrix => msg::WAITING_MATRIX,
        Kind::Filter => msg::WAITING_FILTER,
        Kind::Tick => msg::WAITING_TICK,
        Kind::Queue => msg::WAITING_QUEUE,
        Kind::Name => msg::WAITING_NAME,
        Kind::Export => msg::WAITING_EXPORT,
        Kind::Command => msg::WAITING_COMMAND,
        Kind::Load
        | Kind::Open
        | Kind::SaveCatalogue
        | Kind::Index
        | Kind::Adjust
        | Kind::Analyse
        | Kind::Group
        | Kind::Find
        | Kind::Saved
        | Kind::Names
        | Kind::PickerIndex
        | Kind::InList
        | Kind::Follow => return None,
    })
}

impl Waiting {
    /// Work begins.
    pub(crate) fn begin(&mut self, kind: Kind, now: i64) {
        if label(kind).is_some() {
            self.0.insert(kind, (now, None));
        }
    }

    /// Work has come so far.
    pub fn advance(&mut self, kind: Kind, progress: Progress) {
        if let Some((_, known)) = self.0.get_mut(&kind) {
            // Threads tell in no order.
            *known = Some(known.filter(|k| k.all == progress.all && k.done > progress.done).unwrap_or(progress));
        }
    }

    /// Work is done, or is no longer wanted.
    pub(crate) fn end(&mut self, kind: Kind) {
        self.0.remove(&kind);
    }

    /// True while work of a kind is waited for.
    pub(crate) fn holds(&self, kind: Kind) -> bool {
        self.0.contains_key(&kind)
    }

    /// The work waited for longest among what is waited for `here`, once it is worth
    /// a word.
    pub fn told(&self, now: i64, here: impl Fn(Kind) -> bool) -> Option<Awaited> {
        let first = self.0.iter().filter(|(kind, _)| here(**kind)).min_by_key(|(_, (since, _))| *since);
        let (kind, (since, progress)) = first.filter(|(_, (since, _))| now - since >= SAID)?;
        Some(Awaited { kind: *kind, label: label(*kind)?, seconds: (now - since) / TIMED, progress: *progress })
    }

    /// When something else is to be said than now.
    pub fn due(&self, now: i64) -> Option<i64> {
        let since = self.0.values().map(|(since, _)| since).min()?;
        let past = now - since;
        Some(if past < SAID { since + SAID } else { since + (past / TIMED + 1) * TIMED })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_comes_after_a_tenth_of_a_second_and_the_time_after_a_second() {
        let (mut waiting, all) = (Waiting::default(), |_: Kind| true);
        waiting.begin(Kind::Search, 5000);
        waiting.begin(Kind::Load, 0);
        assert_eq!((waiting.told(5099, all), waiting.due(5000)), (None, Some(5100)));
        assert_eq!(waiting.told(5100, all).map(|a| (a.kind, a.seconds)), Some((Kind::Search, 0)));
        assert_eq!(waiting.due(5100), Some(6000));
        assert_eq!((waiting.told(7400, all).map(|a| a.seconds), waiting.due(7400)), (Some(2), Some(8000)));
        assert_eq!(waiting.told(7400, |kind| kind != Kind::Search), None, "its view is not shown");
        let so_far = |done| Progress { done, all: 50 };
        waiting.advance(Kind::Search, so_far(20));
        waiting.advance(Kind::Search, so_far(19));
        waiting.advance(Kind::Load, so_far(1));
        assert_eq!(waiting.told(7400, all).and_then(|a| a.progress), Some(so_far(20)));
        waiting.end(Kind::Search);
        assert_eq!((waiting.told(9000, all), waiting.due(9000)), (None, None));
    }
}
