//! What is followed and what is known of it: when each address was asked, what
//! came, and when it is asked next. Decisions here are functions of the time;
//! nothing waits.

use crate::corpus::DocKey;
use crate::ingest::{ItemClaims, ListKind};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, HashSet};

/// Milliseconds of a minute.
const MINUTE: i64 = 60_000;
const HOUR: i64 = 60 * MINUTE;
const DAY: i64 = 24 * HOUR;

/// How often a source is asked where nothing else was said.
pub const USUAL: i64 = 10 * MINUTE;
/// How often a source is asked at most.
pub const OFTEN: i64 = MINUTE;
/// First and longest wait after a fault.
const FIRST_WAIT: i64 = MINUTE;
const LONGEST_WAIT: i64 = 6 * HOUR;
/// Longest wait that a server can ask for.
const ASKED_WAIT: i64 = DAY;
/// A page is asked again when it is twice as old, within these bounds, and not
/// after a week: corrections come early.
const SOONEST: i64 = 30 * MINUTE;
const LATEST: i64 = DAY;
const WEEK: i64 = 7 * DAY;
/// Faults in a row after which a page is given up.
const GIVEN_UP: u32 = 8;
/// A page that no list has named for so long is forgotten.
const FORGOTTEN: i64 = 30 * DAY;
/// How long the rules of a host hold (RFC 9309, 2.4), and that it has none to give.
const RULES_HOLD: i64 = DAY;
const RULES_UNREACHABLE: i64 = 10 * MINUTE;

/// Everything that is known of what a folder follows.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct LiveState {
    /// What is followed, in the order in which it was named.
    pub sources: Vec<FollowedSource>,
    /// Pages that the sources named, by address.
    pub pages: BTreeMap<String, KnownPage>,
    /// What hosts let robots ask, by host.
    pub rules: BTreeMap<String, HostRules>,
}

/// One address that is followed.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct FollowedSource {
    /// The address.
    pub address: String,
    /// What it calls itself.
    pub title: Option<String>,
    /// Which list it is; `None` for a page, or before the first answer.
    pub list: Option<ListKind>,
    /// True for one that the reader named, false for one that a list named.
    pub named: bool,
    /// The reader follows it no longer. What is known of it stays, so that nothing is
    /// asked twice when it is followed again, and no list brings it back.
    pub left: bool,
    /// Milliseconds between two questions.
    pub every: i64,
    /// What is known of asking it, and of the page that it is where it is no list.
    pub page: KnownPage,
}

/// A page as it was last.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct KnownPage {
    /// The source that named it; empty for what the reader named.
    pub from: String,
    /// When it was first heard of, in milliseconds since 1970.
    pub first: i64,
    /// When a list named it last.
    pub listed: i64,
    /// What the list said of it that named it first.
    pub claims: ItemClaims,
    /// What stands in it: headline and body.
    pub content: Option<DocKey>,
    /// How many different contents there were.
    pub versions: u32,
    /// It is not asked again.
    pub done: bool,
    /// What is known of asking it.
    pub visit: Visit,
}

/// What is known of asking one address.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Visit {
    /// The server's mark of what it sent last.
    pub etag: Option<String>,
    /// When that was changed, as the server wrote it.
    pub last_modified: Option<String>,
    /// When it was asked last, in milliseconds since 1970.
    pub asked: Option<i64>,
    /// When it may be asked next.
    pub next: i64,
    /// Faults in a row.
    pub failures: u32,
    /// The last of them, in English.
    pub fault: Option<String>,
}

/// What a host lets robots ask.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct HostRules {
    /// When it was asked for them.
    pub at: i64,
    /// Its `robots.txt`; `None` where it has none.
    pub text: Option<String>,
    /// It could not say, and so nothing may be asked (RFC 9309, 2.3.1.4).
    pub unreachable: bool,
}

impl HostRules {
    /// Whether they hold still.
    pub(super) fn hold(&self, now: i64) -> bool {
        let long = if self.unreachable { RULES_UNREACHABLE } else { RULES_HOLD };
        now.saturating_sub(self.at) < long
    }
}

impl Visit {
    /// It answered, and may be asked again then.
    pub(super) fn answered(&mut self, now: i64, next: i64) {
        (self.asked, self.next, self.failures, self.fault) = (Some(now), next, 0, None);
    }

    /// It did not answer as it should. The wait doubles with each fault in a
    /// row; a server may ask for a longer one, in milliseconds.
    pub(super) fn failed(&mut self, now: i64, fault: String, retry_after: Option<i64>) {
        let doubled = FIRST_WAIT.saturating_mul(1 << self.failures.min(20)).min(LONGEST_WAIT);
        let asked = retry_after.unwrap_or(0).clamp(0, ASKED_WAIT);
        (self.asked, self.next) = (Some(now), now.saturating_add(doubled.max(asked)));
        (self.failures, self.fault) = (self.failures.saturating_add(1), Some(fault));
    }

    /// Its host lets no robot ask it; it may change its mind.
    pub(super) fn refused(&mut self, now: i64, fault: String) {
        (self.asked, self.next, self.fault) = (Some(now), now.saturating_add(RULES_HOLD), Some(fault));
    }

    /// True when it is to be asked.
    pub fn is_due(&self, now: i64) -> bool {
        // A clock that was set back makes nobody wait longer than a fault would.
        self.next <= now || self.next > now.saturating_add(ASKED_WAIT + LONGEST_WAIT)
    }
}

impl KnownPage {
    /// When a page that answered is asked next.
    pub(super) fn next(&self, now: i64) -> i64 {
        now.saturating_add(now.saturating_sub(self.first).clamp(SOONEST, LATEST))
    }

    /// Whether it is old enough to be left alone.
    pub(super) fn is_old(&self, now: i64) -> bool {
        now.saturating_sub(self.first) > WEEK
    }

    /// Whether so many faults are enough.
    pub(super) fn is_given_up(&self) -> bool {
        self.visit.failures >= GIVEN_UP
    }
}

impl LiveState {
    /// Follows an address that the reader named, so often (`None`: as before, else as
    /// usual); false when it is followed already.
    pub fn follow(&mut self, address: &str, every: Option<i64>) -> bool {
        let was = self.followed().any(|s| s.address == address);
        let every = every.map(|every| every.max(OFTEN));
        match self.sources.iter_mut().find(|s| s.address == address) {
            Some(known) => {
                (known.named, known.left) = (true, false);
                known.every = every.unwrap_or(known.every);
            }
            None => self.add(address, "", every.unwrap_or(USUAL)),
        }
        !was
    }

    /// Follows a list that the list `from` names, as often as that; false when it is
    /// followed already, or the reader left it.
    pub(super) fn follow_from(&mut self, from: &str, address: &str, every: i64) -> bool {
        let asked = self.asked().contains(address);
        match self.sources.iter_mut().find(|s| s.address == address) {
            None => self.add(address, from, every),
            Some(known) if asked || known.left => return false,
            // The list that named it first is followed no longer.
            Some(known) => from.clone_into(&mut known.page.from),
        }
        true
    }

    fn add(&mut self, address: &str, from: &str, every: i64) {
        let page = KnownPage { from: from.to_owned(), ..KnownPage::default() };
        let (address, named) = (address.to_owned(), from.is_empty());
        self.sources.push(FollowedSource { address, named, every, page, ..FollowedSource::default() });
    }

    /// Follows an address no longer; what came of it is kept, and what it named is asked
    /// no more. False when it was not followed.
    pub fn leave(&mut self, address: &str) -> bool {
        let is = self.followed().any(|s| s.address == address);
        if let Some(source) = self.sources.iter_mut().find(|s| is && s.address == address) {
            source.left = true;
        }
        is
    }

    /// What is followed: what the reader named and did not leave, and the lists that such
    /// lists name.
    pub fn followed(&self) -> impl Iterator<Item = &FollowedSource> {
        let asked = self.asked();
        self.sources.iter().filter(move |s| asked.contains(s.address.as_str()))
    }

    /// Addresses of what is followed.
    pub(super) fn asked(&self) -> HashSet<&str> {
        let mut asked: HashSet<&str> = HashSet::new();
        loop {
            let before = asked.len();
            for source in self.sources.iter().filter(|s| !s.left) {
                let from = source.page.from.as_str();
                if source.named || from.is_empty() || asked.contains(from) {
                    asked.insert(&source.address);
                }
            }
            // A list is nearly always known before what it names: seldom more than twice.
            if asked.len() == before {
                return asked;
            }
        }
    }

    /// Makes every source due that answered the last time: a run that asks once
    /// comes when whoever starts it wants it to.
    pub fn wake(&mut self) {
        for source in self.sources.iter_mut().filter(|s| !s.left && s.page.visit.failures == 0) {
            source.page.visit.next = 0;
        }
    }

    /// When something is to be asked next; `None` where nothing is followed.
    pub fn next(&self) -> Option<i64> {
        let asked = self.asked();
        let pages = self.pages.values().filter(|p| !p.done && asked.contains(p.from.as_str())).map(|p| p.visit.next);
        self.followed().map(|s| s.page.visit.next).chain(pages).min()
    }

    /// Forgets pages that no list has named for a month, and rules that hold no more.
    pub(super) fn tidy(&mut self, now: i64) {
        self.pages.retain(|_, p| now.saturating_sub(p.listed) < FORGOTTEN);
        self.rules.retain(|_, r| r.hold(now));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_wait_doubles_with_each_fault_up_to_a_bound_and_ends_with_an_answer() {
        let mut visit = Visit::default();
        let mut waits = Vec::new();
        for _ in 0..12 {
            visit.failed(0, "x".to_owned(), None);
            waits.push(visit.next / MINUTE);
        }
        assert_eq!(waits[..5], [1, 2, 4, 8, 16]);
        assert_eq!(waits[11], 360);
        visit.answered(5, 10);
        assert_eq!((visit.failures, visit.next, visit.fault.clone()), (0, 10, None));
        visit.failed(0, "x".to_owned(), Some(2 * HOUR));
        assert_eq!(visit.next, 2 * HOUR);
        visit.failed(0, "x".to_owned(), Some(i64::MAX));
        assert_eq!(visit.next, DAY);
    }

    #[test]
    fn a_page_is_asked_ever_more_seldom_and_after_a_week_no_more() {
        let page = KnownPage::default();
        assert_eq!(page.next(0), SOONEST);
        assert_eq!(page.next(3 * HOUR), 6 * HOUR);
        assert_eq!(page.next(5 * DAY), 6 * DAY);
        assert!(!page.is_old(WEEK) && page.is_old(WEEK + 1));
    }

    #[test]
    fn what_is_followed_is_followed_once_and_can_be_left() {
        let mut state = LiveState::default();
        assert!(state.follow("https://q.example/f", Some(0)) && !state.follow("https://q.example/f", None));
        assert_eq!(state.sources[0].every, OFTEN);
        let page = KnownPage { from: "https://q.example/f".to_owned(), ..KnownPage::default() };
        state.pages.insert("a".to_owned(), page);
        assert!(state.leave("https://q.example/f") && !state.leave("https://q.example/f"));
        assert!(state.next().is_none());
    }

    #[test]
    fn what_was_left_and_is_followed_again_is_as_it_was_with_the_lists_that_it_names() {
        let mut state = LiveState::default();
        state.follow("https://q.example/index", Some(HOUR));
        assert!(state.follow_from("https://q.example/index", "https://q.example/map", HOUR));
        state.sources[1].page.visit.answered(5, 7);
        let page = KnownPage { from: "https://q.example/map".to_owned(), ..KnownPage::default() };
        state.pages.insert("a".to_owned(), page);
        let before = state.clone();
        assert!(state.leave("https://q.example/index"));
        assert_eq!((state.followed().count(), state.next()), (0, None), "nor what it names is asked");
        assert!(state.follow("https://q.example/index", None));
        assert_eq!(state, before);
        state.leave("https://q.example/map");
        assert!(!state.follow_from("https://q.example/index", "https://q.example/map", HOUR));
        assert_eq!(state.followed().count(), 1, "what the reader left stays left though a list names it");
    }

    #[test]
    fn a_clock_that_was_set_back_stops_nothing() {
        let visit = Visit { next: 100 * DAY, ..Visit::default() };
        assert!(visit.is_due(0) && !visit.is_due(100 * DAY - 1));
    }
}
